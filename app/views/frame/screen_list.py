"""The screens of the window: one row each, from which switching, bar, actions and tests follow.

A screen is a row here and a folder of its own; the command that leads to it stands in
`actions.py`. See docs/changes/a-new-screen.md.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.views.compare.look_back import LookBack
    from app.views.compare.screen import Compare
    from app.views.exchange.panel import ExchangePage
    from app.views.frame.screens import Screens
    from app.views.insight.screen import Insight
    from app.views.library.page import MapsPage
    from app.views.map.panel import MapPanel
    from app.views.passes.pairs.panel import PairPass
    from app.views.passes.rating.panel import RatingPass
    from app.views.passes.still_here.panel import AgainPass
    from app.views.people.form import PartnerForm
    from app.views.people.map_form import MapForm
    from app.views.people.table import PeopleTable
    from app.views.reflect.screen import Reflect
    from app.views.share.panel import SharePage


class Screen(NamedTuple):
    """One thing the window can show."""

    id: str
    build: Callable[["Screens"], QWidget]
    """Makes its part and wires it, when it is first shown."""
    tab: bool = False
    """It has a tab in the bar, in the order of this list."""
    beside: bool = False
    """Its part stands at the right, and the map in the middle."""
    names: bool = False
    """Names are added at the left of it, and the form of who is selected is at the right."""
    wide: bool = False
    """It wants the width of a narrow window for itself."""
    lens: str = ""
    """The lens through which the map is looked at in passing."""
    needs_map: bool = True
    """Without an open map the list of maps is shown instead."""
    needs_guest: bool = False
    """Without the map of somebody else, my own is shown instead."""
    live: bool = False
    """It can be shown in live mode."""
    begin: str = ""
    """What its part does each time it is shown."""
    goes_on: bool = False
    """Its part has a `place`, at which `go_on_at` goes on when the screens are built anew."""
    stays: bool = False
    """It also stands there after another screen was shown."""
    focus: str = ""
    """What its part does where somebody chose to go there: it takes the keyboard."""
    focuses_names: bool = False
    """The field for a name takes the keyboard."""


# How each part is made. Imports stand inside: what nobody looks at is not imported.


def the_map(window: "Screens") -> "MapPanel":
    """Return the map, which is always there."""
    return window.map


def form(window: "Screens") -> "PartnerForm":
    """Make the form of the selected partners."""
    from app.views.people.form import PartnerForm

    made = PartnerForm(window.document, window)
    made.name_finished.connect(window.partner_actions.go_to_people)
    return made


def map_form(window: "Screens") -> "MapForm":
    """Make the form of the map as a whole."""
    from app.views.people.map_form import MapForm

    return MapForm(window.document, window)


def table(window: "Screens") -> "PeopleTable":
    """Make the table of partners."""
    from app.views.people.table import PeopleTable

    made = PeopleTable(window.document, window)
    made.menu_requested.connect(window.partner_actions.open_menu)
    made.give_requested.connect(window.partner_actions.give)
    return made


def insight(window: "Screens") -> "Insight":
    """Make the column of insight beside the map."""
    from app.views.insight.screen import Insight

    made = Insight(window.document, window.settings, window)
    made.told.connect(window.notice.tell)
    made.refused.connect(window.telling.problem)
    made.linked.lit_changed.connect(window.bring_forward)
    made.linked.filter_changed.connect(window.bring_forward)
    window.map.view.hovered.connect(window.light)
    return made


def reflect(window: "Screens") -> "Reflect":
    """Make the column beside the map with questions and intentions."""
    from app.views.reflect.screen import Reflect

    made = Reflect(window.document, window)
    made.told.connect(window.notice.tell)
    made.failed.connect(window.telling.problem)
    return made


def rating(window: "Screens") -> "RatingPass":
    """Make the pass that asks one question at a time."""
    from app.views.passes.rating.panel import RatingPass

    made = RatingPass(window.document, window, window.settings)
    made.left.connect(window.go_to_map)
    return made


def pairs(window: "Screens") -> "PairPass":
    """Make the pass that asks of each pair of partners whether they know each other."""
    from app.views.passes.pairs.panel import PairPass

    made = PairPass(window.document, window)
    made.left.connect(window.go_to_map)
    return made


def again(window: "Screens") -> "AgainPass":
    """Make the pass that asks who of the moment before is still there."""
    from app.views.passes.still_here.panel import AgainPass

    made = AgainPass(window.document, window)
    made.left.connect(window.go_to_map)
    made.rate_requested.connect(window.start_rating)
    return made


def maps(window: "Screens") -> "MapsPage":
    """Make the library of maps."""
    from app.views.library.page import MapsPage

    made = MapsPage(window.document, window)
    made.example_requested.connect(window.files.open_example)
    made.open_file_requested.connect(window.files.choose)
    made.move_requested.connect(window.move_requested)
    made.map_made.connect(window.show_freely)
    made.map_opened.connect(window.go_to_map)
    made.removed.connect(window.telling.removed)
    made.erased.connect(window.telling.erased)
    made.continued.connect(window.start_again)
    made.compare_requested.connect(window.compare_map)
    return made


def compare(window: "Screens") -> "Compare":
    """Make the screen that lays two moments of the map beside each other."""
    from app.views.compare.screen import Compare

    made = Compare(window.document, window.settings, window)
    made.continued.connect(window.start_again)
    made.again_requested.connect(window.start_looking_back)
    return made


def look_back(window: "Screens") -> "LookBack":
    """Make the pass that rates an earlier moment with the eyes of now."""
    from app.views.compare.look_back import LookBack

    made = LookBack(window.document, window, window.settings)
    made.left.connect(window.end_looking_back)
    return made


def share(window: "Screens") -> "SharePage":
    """Make the page on which a map is made ready to leave."""
    from app.views.share.panel import SharePage

    made = SharePage(window.document, window)
    made.left.connect(window.go_to_map)
    made.back_up_requested.connect(window.leaving.copy)
    made.saved.connect(window.leaving.tell_shared)
    made.failed.connect(window.telling.problem)
    return made


def exchange(window: "Screens") -> "ExchangePage":
    """Make the screen on which a map of somebody else lies beside mine."""
    from app.views.exchange.panel import ExchangePage

    made = ExchangePage(window.document, window)
    made.left.connect(window.go_to_map)
    made.keep_requested.connect(window.visits.keep)
    if window.guest is not None:
        made.receive(window.guest)
    return made


SCREENS: Final[dict[str, Screen]] = {
    screen.id: screen
    for screen in (
        Screen("draw", the_map, tab=True, names=True, live=True, focuses_names=True),
        Screen("table", table, tab=True, names=True, wide=True, focus="setFocus"),
        Screen(
            "insight",
            insight,
            tab=True,
            beside=True,
            lens="gap",
            goes_on=True,
            stays=True,
            focus="focus_first",
        ),
        Screen("compare", compare, tab=True, goes_on=True, stays=True, focus="focus_first"),
        Screen("reflect", reflect, tab=True, beside=True, begin="begin", goes_on=True),
        Screen("maps", maps, needs_map=False, focus="focus_first"),
        Screen("rate", rating, live=True, begin="start", goes_on=True, focus="setFocus"),
        Screen("pairs", pairs, live=True, begin="start", goes_on=True),
        Screen("again", again, begin="start", goes_on=True),
        Screen("look_back", look_back, begin="start", goes_on=True),
        Screen("share", share, begin="start", goes_on=True),
        Screen("exchange", exchange, needs_guest=True, focus="focus_first"),
    )
}
"""All screens by id; those with a tab in the order of the bar."""

TABS: Final = tuple(screen.id for screen in SCREENS.values() if screen.tab)

BUILT_AT_REST: Final = (form, table, insight, maps, rating, pairs, reflect)
"""What is made while nobody is at work, so that it is there at once when it is asked for."""
