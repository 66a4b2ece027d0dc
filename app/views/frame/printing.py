"""What each screen prints: what is looked at there, as sheets, or a sentence why there are none."""

from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from app.views.frame.page import Page
from app.words import say

if TYPE_CHECKING:
    from app.views.paper.sheets import Sheets

Printed: TypeAlias = "Sheets | str"

_IN_INSIGHT: Final = {
    "table": "partners",
    "people": "partners",
    "findings": "findings",
    "figures": "figures",
    "ladder": "ladder",
    "tasks": "tasks",
}
"""The part of the report that says what a page of insight shows."""
_IN_REFLECT: Final = {
    "questions": "answers",
    "intentions": "intentions",
    "competence": "competences",
}


def nothing() -> str:
    """Return the sentence for a screen that prints nothing."""
    return say(
        "There is nothing to print here. Go to the map, or to another screen, and print that."
    )


def the_map(page: Page, _part: Any) -> Printed:
    """Print the map through the lens it is seen through."""
    from app.views.map.lens_and_layers import look_in
    from app.views.picture.sheet import MapSheet

    whole = page.document.shown
    if not whole.partners:
        return the_map_is_empty()
    return MapSheet(whole, look_in(page.settings, whole))


def the_map_is_empty() -> str:
    """Return the sentence for a map that nobody is on."""
    return say("There is no one on the map yet, so there is nothing to print.")


def the_table(page: Page, _part: Any) -> Printed:
    """Print the table of partners."""
    return _of_report(page, "partners")


def insight(page: Page, part: Any) -> Printed:
    """Print the map as it is seen there, the chart and the words."""
    from app.report.wanted import ReportChoices
    from app.views.report.sheets import ReportSheets

    whole = page.document.map
    if not whole.partners:
        return the_map(page, part)
    seen = part.shown_pages
    parts = {"maps", *(_IN_INSIGHT[name] for name in seen if name in _IN_INSIGHT)}
    wanted = ReportChoices(parts=frozenset(parts), lenses=("gap",), bare=True)
    return ReportSheets(whole, None, wanted, partial(part.export.on_paper, seen))


def reflect(page: Page, part: Any) -> Printed:
    """Print the answers, the plans or the competences, or the card of who is selected."""
    if part.shown != "card":
        return _of_report(page, _IN_REFLECT[part.shown])
    selected = page.document.selected
    if len(selected) != 1:
        return say("Select one partner on the map to print their page.")
    from app.views.reflect.card_on_paper import TextSheets, as_html

    return TextSheets(as_html(selected[0], page.document.map), selected[0].name)


def compare(_page: Page, part: Any) -> Printed:
    """Print what changed between the two moments that are seen."""
    from app.report.wanted import ReportChoices
    from app.views.report.sheets import ReportSheets

    compared = part.compared
    if not compared.can_compare:
        return say("This map has one moment so far, so there is nothing to compare on paper.")
    wanted = ReportChoices(parts=frozenset({"comparison"}), bare=True)
    return ReportSheets(compared.after, compared.before, wanted)


def replay(_page: Page, part: Any) -> Printed:
    """Print the map as it is at the step that is shown."""
    from app.views.picture.sheet import MapSheet

    whole = part.stage.whole
    return MapSheet(whole, part.look) if whole.partners else the_map_is_empty()


def group(_page: Page, part: Any) -> Printed:
    """Print what a group says, by the rule for what leaves the building."""
    shown = part.group
    if shown is None or (shown.shown is None and shown.received is None):
        return say("The group has nothing to print yet. Show its results first.")
    from app.views.group.group_files import GroupSheets

    return GroupSheets(shown)


def _of_report(page: Page, part: str) -> Printed:
    from app.report.parts import contents
    from app.report.wanted import ReportChoices
    from app.views.report.sheets import ReportSheets

    whole = page.document.map
    if not contents(whole, None, ReportChoices())[part]:
        return say("There is nothing to print here yet.")
    return ReportSheets(whole, None, ReportChoices(parts=frozenset({part}), bare=True))
