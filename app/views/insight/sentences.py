"""What a finding says in everyday words: a title of a few words, and a sentence."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app import language
from app.models.vocabulary import vocabulary
from app.views import words
from app.views.insight.rows import wish_of
from app.views.insight.seen import Seen

if TYPE_CHECKING:
    from app.analysis.findings import Finding

_NAMED: Final = 3
"""More people than this are counted, not named."""

translate = QCoreApplication.translate


def sentence(finding: "Finding", seen: Seen) -> str:
    """Return what a finding says."""
    return _fill(_text(finding), _places(finding, seen)).rstrip()


def title(finding: "Finding") -> str:
    """Return in a few words what a finding is about."""
    quadrant = quadrant_of(finding)
    if quadrant:
        return vocabulary().quadrants[quadrant].label(language.current())
    return {
        "no_partners": translate("Findings", "Your map"),
        "wish_more": translate("Findings", "You would like more contact"),
        "wish_less": translate("Findings", "You would like less contact"),
        "wish_same": translate("Findings", "Contact is as you want it"),
        "important_and_dissatisfied": translate("Findings", "How it goes"),
        "important_no_contact": translate("Findings", "Important, and no contact yet"),
        "no_notable_differences": translate("Findings", "Contact and importance"),
        "notable_as_wished": translate("Findings", "Different, and as you want it"),
        "few_rated": translate("Findings", "Still few answers"),
        "inside_outside": translate("Findings", "Inside and outside the school"),
        "alignment": translate("Findings", "Contact and importance"),
        "all_equally_important": translate("Findings", "Contact and importance"),
        "all_equally_often": translate("Findings", "Contact and importance"),
        "isolates": translate("Findings", "Who knows whom"),
        "pairs_only_through_me": translate("Findings", "Who knows whom"),
        "hinge_partners": translate("Findings", "Who knows whom"),
        "everybody_tied": translate("Findings", "Who knows whom"),
        "empty_settings": translate("Findings", "Where nobody is"),
        "named_important": translate("Findings", "Your most important"),
        "focus": translate("Findings", "What it is aimed at"),
        "do_together": translate("Findings", "What you do"),
        "consult": translate("Findings", "What you do"),
        "no_contact_yet": translate("Findings", "No contact yet"),
    }[finding.code]


def quadrant_of(finding: "Finding") -> str:
    """Return the id of the quadrant a finding is about, or nothing."""
    return _AS_QUADRANT.get(finding.code, "")


_AS_QUADRANT: Final = {
    "notable_less_often": "important_less_often",
    "notable_less_named": "often_less_important",
    "important_less_often": "important_less_often",
    "often_less_important": "often_less_important",
    "important_often": "important_often",
    "background": "background",
    "not_filled_in": "not_filled_in",
}


def names(ids: Iterable[str], seen: Seen) -> str:
    """Return up to three names, and how many others there are."""
    found = [row.partner.name for key in ids if (row := seen.rows.get(key))]
    shown = found if len(found) == _NAMED + 1 else found[:_NAMED]  # never "and 1 other"
    rest = len(found) - len(shown)
    if rest:
        text = translate("Findings", "{names} and {n} others")
        return text.replace("{n}", str(rest)).replace("{names}", ", ".join(shown))
    return listed(shown)


def listed(texts: list[str]) -> str:
    """Return texts as people list them: *a, b and c*."""
    if len(texts) < 2:
        return "".join(texts)
    text = translate("Findings", "{first} and {last}")
    return text.replace("{last}", texts[-1]).replace("{first}", ", ".join(texts[:-1]))


def _text(finding: "Finding") -> str:
    """Return the sentence of a finding with places for its values."""
    values = finding.values
    match finding.code:
        case "no_partners" if values.get("wished"):
            return translate(
                "Findings",
                "With everybody on the map you have no contact yet. Add who you do have contact "
                "with.",
            )
        case "no_partners":
            return translate(
                "Findings", "Nobody is on the map yet. Begin with who you saw this week."
            )
        case "wish_more" | "wish_less" | "wish_same":
            return translate("Findings", "With {names}.")
        case "important_and_dissatisfied":
            return translate(
                "Findings", "{names}: important, and you are not satisfied with how it goes."
            )
        case "important_no_contact" | "notable_less_often" | "notable_less_named":
            return translate("Findings", "{names}: {first}, {then}.") + " {wish}"
        case "no_notable_differences":
            return translate(
                "Findings", "Of the partners you have contact with, nobody stands out."
            )
        case "notable_as_wished":
            return translate(
                "Findings", "{names}: contact and importance differ, and you want it so."
            )
        case "few_rated" if not values.get("rated"):
            return translate(
                "Findings",
                "Nobody has both contact and importance yet. Select somebody and press 1 to 6, "
                "and Shift with 1 to 5.",
            )
        case "few_rated" if values.get("rated") == 1:
            return translate(
                "Findings",
                "Of one partner you said contact and importance. From {fewest} on, they are "
                "compared with each other.",
            )
        case "few_rated":
            return translate(
                "Findings",
                "Of {rated} partners you said contact and importance. From {fewest} on, they are "
                "compared with each other.",
            )
        case "not_filled_in":
            return translate("Findings", "{names}: contact or importance is still open.")
        case "inside_outside":
            return translate(
                "Findings",
                "{outside} of {all} partners are outside the school; of all your contact, an "
                "estimated {percent} % is with them.",
            )
        case "alignment":
            return translate(
                "Findings",
                "Lay your partners side by side, two at a time: in {concordant} of the {pairs} "
                "pairs you also see the more important partner more often.",
            )
        case "all_equally_important":
            return translate(
                "Findings",
                "Everybody is {important}, so importance has no order to compare contact with.",
            )
        case "all_equally_often":
            return translate(
                "Findings",
                "Contact is {often} with everybody, so it has no order to compare importance with.",
            )
        case "empty_settings":
            return translate("Findings", "Nobody from: {settings}.")
        case "named_important" if values.get("less_often"):
            return translate(
                "Findings",
                "You named {count} of {size} as one of your most important; {less_often} of "
                "them you see less often.",
            )
        case "named_important":
            return translate(
                "Findings", "You named {count} of {size} as one of your most important."
            )
        case "focus":
            return translate("Findings", "Of {known} partners: {parts}.")
        case "do_together" if not finding.people:
            return translate(
                "Findings", "With none of {known} partners you do something together yet."
            )
        case "do_together":
            return translate("Findings", "With {names} you really do something together.")
        case "consult":
            return translate("Findings", "You consult with {names}.")
        case "no_contact_yet":
            return translate("Findings", "On the map, without contact: {names}.")
        case "important_less_often" | "often_less_important":
            return translate(
                "Findings", "{names}. Among your other partners this does not stand out."
            )
        case code if code in _AS_QUADRANT:
            return "{names}."
    return _text_about_lines(finding.code) + " {between}"


def _text_about_lines(code: str) -> str:
    """Return the sentence of a finding about who knows whom."""
    match code:
        case "isolates":
            return translate("Findings", "{names}: no line to your other partners, only to you.")
        case "pairs_only_through_me":
            return translate(
                "Findings",
                "{pairs} of the {all_pairs} pairs reach each other only through you.",
            )
        case "hinge_partners":
            return translate(
                "Findings", "Without {names}, others would reach each other only through you."
            )
        case "everybody_tied":
            return translate("Findings", "All your partners know each other.")
    raise KeyError(code)


def _places(finding: "Finding", seen: Seen) -> Mapping[str, object]:
    """Return what goes in the places of a sentence."""
    values = finding.values
    places: dict[str, object] = {**values, "names": names(finding.people, seen)}
    important, often = values.get("importance"), values.get("frequency")
    if isinstance(important, int):
        places["important"] = words.scale_label("importance", important)
    if isinstance(often, int):
        places["often"] = words.scale_label("frequency", often)
    match finding.code:
        case "important_no_contact":
            places["first"] = places.get("important") or translate("Findings", "important")
            places["then"] = words.scale_label("frequency", 0)
        case "notable_less_often":
            places["first"] = places.get("important") or translate("Findings", "important")
            places["then"] = places.get("often") or translate("Findings", "less often")
        case "notable_less_named":
            places["first"] = places.get("often") or translate("Findings", "often")
            less = translate("Findings", "less named as important")
            places["then"] = places.get("important") or less
        case "inside_outside":
            far, near = _amount(values, "contacts_outside"), _amount(values, "contacts_inside")
            places["all"] = round(_amount(values, "outside") + _amount(values, "inside"))
            places["percent"] = round(100 * far / (far + near)) if far + near else 0
        case "empty_settings":
            settings = vocabulary().settings.items()
            empty = [term.label(language.current()) for key, term in settings if not values[key]]
            places["settings"] = listed(empty)
        case "focus":
            choices = vocabulary().choices["focus"].items()
            places["parts"] = ", ".join(
                f"{values[key]} {term.label(language.current())}"
                for key, term in choices
                if values.get(key)
            )
    places["wish"] = _shared_wish(finding, seen)
    places["between"] = _between(finding)
    return places


def _shared_wish(finding: "Finding", seen: Seen) -> str:
    """Return what the owner would like with all of these people, where that is the same."""
    wishes = {wish_of(row) for key in finding.people if (row := seen.rows.get(key))}
    return wishes.pop() if len(wishes) == 1 else ""


def _between(finding: "Finding") -> str:
    low, high = finding.values.get("low"), finding.values.get("high")
    if low is None or high is None:
        return ""
    text = translate("Findings", "({low} to {high}, by the lines you do not know of)")
    return _fill(text, finding.values)


def _amount(values: Mapping[str, object], key: str) -> float:
    value = values.get(key)
    return value if isinstance(value, int | float) else 0


def _fill(text: str, places: Mapping[str, object]) -> str:
    """Put values in their places, all at once: a name may look like a place."""
    return re.sub(r"\{(\w+)\}", lambda place: str(places.get(place[1], place[0])), text)
