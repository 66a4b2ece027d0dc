"""The screens of the window: one row each, from which switching, bar, actions and tests follow.

A screen is a row here and a folder of its own: see docs/changes/a-new-screen.md.
"""

from typing import TYPE_CHECKING, Any, Final

from app.views.frame import printing
from app.views.frame.page import Page
from app.views.frame.screen_row import Screen
from app.views.widgets import keys
from app.words import say, say_in

if TYPE_CHECKING:
    from app.views.compare.screen import Compare
    from app.views.exchange.page import ExchangePage
    from app.views.group.screen import GroupScreen
    from app.views.insight.screen import Insight
    from app.views.library.page import MapsPage
    from app.views.map.map_panel import MapPanel
    from app.views.passes.pairs.pair_pass import PairPass
    from app.views.passes.rating.rating_pass import RatingPass
    from app.views.passes.second_look import LookBack
    from app.views.passes.still_here.still_here_pass import StillHerePass
    from app.views.people.find_bar import FindBar
    from app.views.people.form import PartnerForm
    from app.views.people.map_form import MapForm
    from app.views.people.people_and_ties import PeopleAndTies
    from app.views.reflect.screen import Reflect
    from app.views.replay.screen import Replay
    from app.views.share.page import SharePage


# How each part is made. Imports stand inside: what nobody looks at is not imported.


def the_map(page: Page) -> "MapPanel":
    """Return the map, which is always there."""
    return page.map


def find_bar(page: Page) -> "FindBar":
    """Make the bar in which a partner is looked for."""
    from app.views.people.find_bar import FindBar

    made = FindBar(page.document, page)
    made.reached.connect(page.map.view.bring_in_sight)
    made.closed.connect(page.people_requested)
    made.rename_requested.connect(page.actions_by_id["rename"].trigger)
    page.room.centre.currentChanged.connect(made.hide)  # another screen has others to look for
    page.room.put_above(made)
    return made


def form(page: Page) -> "PartnerForm":
    """Make the form of the selected partners."""
    from app.views.people.form import PartnerForm

    made = PartnerForm(page.document, page.room.sides)
    made.name_finished.connect(page.people_requested)
    return made


def map_form(page: Page) -> "MapForm":
    """Make the form of the map as a whole."""
    from app.views.people.map_form import MapForm

    made = MapForm(page.document, page.room.sides)
    made.left.connect(page.side_requested)
    return made


def table(page: Page) -> "PeopleAndTies":
    """Make the table of partners, and the list of who knows whom."""
    from app.views.people.people_and_ties import PeopleAndTies

    made = PeopleAndTies(page.document, page.room.centre)
    made.people.menu_requested.connect(page.menu_requested)
    made.people.give_requested.connect(page.actions_by_id["give"].trigger)
    made.people.field_requested.connect(page.field_requested)
    made.pairs_requested.connect(page.actions_by_id["pairs"].trigger)
    return made


def insight(page: Page) -> "Insight":
    """Make the column of insight beside the map."""
    from app.views.insight.screen import Insight

    made = Insight(page.document, page.settings, page.room.sides)
    made.told.connect(page.notice.tell)
    made.refused.connect(page.notices.problem)
    made.about_wanted.connect(page.about_requested)
    made.highlight.lit_changed.connect(page.brought_forward)
    made.highlight.filter_changed.connect(page.brought_forward)
    return made


def reflect(page: Page) -> "Reflect":
    """Make the column beside the map with questions and intentions."""
    from app.views.reflect.screen import Reflect

    made = Reflect(page.document, page.room.sides)
    made.told.connect(page.notice.tell)
    made.failed.connect(page.notices.problem)
    return made


def rating(page: Page) -> "RatingPass":
    """Make the pass that asks one question at a time."""
    from app.views.passes.rating.rating_pass import RatingPass

    made = RatingPass(page.document, page.room.centre, page.settings)
    made.left.connect(page.go_to_map)
    made.left.connect(made.tell_completed)
    made.completed.connect(page.show_answers)
    return made


def pairs(page: Page) -> "PairPass":
    """Make the pass that asks of each pair of partners whether they know each other."""
    from app.views.passes.pairs.pair_pass import PairPass

    made = PairPass(page.document, page.room.centre)
    made.drew.connect(lambda: page.map.view.toolbox.reveal("ties"))
    made.left.connect(page.go_to_map)
    return made


def again(page: Page) -> "StillHerePass":
    """Make the pass that asks who of the moment before is still there."""
    from app.views.passes.still_here.still_here_pass import StillHerePass

    made = StillHerePass(page.document, page.room.centre)
    made.left.connect(page.go_to_map)
    made.rate_requested.connect(page.start_rating)
    return made


def maps(page: Page) -> "MapsPage":
    """Make the library of maps."""
    from app.views.library.page import MapsPage

    made = MapsPage(page.document, page.room.centre)
    made.example_requested.connect(page.open_example)
    made.open_file_requested.connect(page.actions_by_id["open_file"].trigger)
    made.move_requested.connect(page.move_requested)
    made.password_requested.connect(page.password_requested)
    made.guest_requested.connect(page.guest_requested)
    made.map_made.connect(page.show_freely)
    made.map_opened.connect(page.go_to_map)
    made.removed.connect(page.notices.removed)
    made.erased.connect(page.notices.erased)
    made.continued.connect(page.start_again)
    made.compare_requested.connect(page.compare_map)
    return made


def compare(page: Page) -> "Compare":
    """Make the screen that lays two moments of the map beside each other."""
    from app.views.compare.screen import Compare

    made = Compare(page.document, page.settings, page.room.centre, page.actions_by_id["fold_right"])
    made.continued.connect(page.start_again)
    made.again_requested.connect(page.start_looking_back)
    return made


def look_back(page: Page) -> "LookBack":
    """Make the pass that rates an earlier moment with the eyes of now."""
    from app.views.passes.second_look import LookBack

    made = LookBack(page.document, page.room.centre, page.settings)
    made.left.connect(page.part(compare).return_to_later)
    made.left.connect(page.go_to_compare)
    return made


def share(page: Page) -> "SharePage":
    """Make the page on which a map is made ready to leave."""
    from app.views.share.page import SharePage

    made = SharePage(page.document, page.room.centre, page.settings)
    made.left.connect(page.go_to_map)
    made.back_up_requested.connect(page.exports.copy)
    made.saved.connect(page.exports.tell_shared)
    made.programs.saved.connect(page.exports.tell_exported)
    made.failed.connect(page.notices.problem)
    return made


def exchange(page: Page) -> "ExchangePage":
    """Make the screen on which a map of somebody else lies beside mine."""
    from app.views.exchange.page import ExchangePage

    made = ExchangePage(page.document, page.room.centre)
    made.left.connect(page.go_to_map)
    made.talked.connect(page.go_to_plans)
    made.keep_requested.connect(page.file_opening.keep)
    if page.guest is not None:
        made.receive(page.guest)
    return made


def group(page: Page) -> "GroupScreen":
    """Make the screen of a group."""
    from app.views.group.screen import GroupScreen

    made = GroupScreen(page.document, page.room.centre, page.settings)
    made.told.connect(page.notice.tell)
    made.failed.connect(page.notices.problem)
    made.settled.connect(page.notices.settled)
    made.removed.connect(page.notices.group_removed)
    return made


def replay(page: Page) -> "Replay":
    """Make the screen on which the map comes about once more."""
    from app.views.replay.screen import Replay

    made = Replay(page.document, page.settings, page.room.centre)
    made.told.connect(page.notice.tell)
    made.failed.connect(page.notices.problem)
    return made


SCREENS: Final[dict[str, Screen]] = {
    screen.id: screen
    for screen in (
        Screen(
            "draw",
            the_map,
            prints=printing.the_map,
            text=lambda: say("Draw"),
            keys=("Ctrl+1",),
            tab=True,
            names=True,
            live=True,
            focuses_names=True,
        ),
        Screen(
            "table",
            table,
            prints=printing.the_table,
            text=lambda: say("Table"),
            keys=("Ctrl+2",),
            tab=True,
            names=True,
            wide=True,
            goes_on=True,
            stays=True,
            at_rest=True,
            focus="begin",
        ),
        Screen(
            "insight",
            insight,
            prints=printing.insight,
            text=lambda: say("Insight"),
            keys=("Ctrl+3",),
            tab=True,
            beside=True,
            lens="gap",
            goes_on=True,
            stays=True,
            at_rest=True,
            focus="focus_first",
        ),
        Screen(
            "compare",
            compare,
            prints=printing.compare,
            folds=True,
            text=lambda: say("Compare"),
            keys=("Ctrl+4",),
            tab=True,
            goes_on=True,
            stays=True,
            focus="focus_first",
        ),
        Screen(
            "reflect",
            reflect,
            prints=printing.reflect,
            text=lambda: say("Reflect"),
            keys=("Ctrl+5",),
            tab=True,
            beside=True,
            begin="begin",
            goes_on=True,
            stays=True,
            at_rest=True,
        ),
        Screen(
            "replay",
            replay,
            prints=printing.replay,
            text=lambda: say("Replay how the map came about"),
            keys=("Ctrl+Shift+H",),
            live=True,
            begin="begin",
            goes_on=True,
            stays=True,
            focus="focus_first",
        ),
        Screen(
            "group",
            group,
            prints=printing.group,
            text=lambda: say_in("Screens", "Group"),
            keys=("Ctrl+Shift+G",),
            tab=True,
            quiet=True,
            needs_map=False,
            goes_on=True,
            stays=True,
            focus="focus_first",
        ),
        Screen(
            "maps",
            maps,
            text=lambda: say("My maps"),
            keys=("Ctrl+M",),
            menu="maps",
            needs_map=False,
            at_rest=True,
            focus="focus_first",
        ),
        Screen(
            "rate",
            rating,
            asks=True,
            text=lambda: say("Rate everyone"),
            keys=(keys.RATE,),
            menu="asking",
            live=True,
            begin="start",
            goes_on=True,
            at_rest=True,
        ),
        Screen(
            "pairs",
            pairs,
            asks=True,
            text=lambda: say("Who knows whom, pair by pair"),
            keys=("Ctrl+Shift+T",),
            menu="asking",
            live=True,
            begin="start",
            goes_on=True,
            at_rest=True,
        ),
        Screen(
            "again",
            again,
            asks=True,
            text=lambda: say("Has anything changed since last time?"),
            menu="asking",
            begin="start",
            goes_on=True,
        ),
        Screen("look_back", look_back, asks=True, begin="start", goes_on=True),
        Screen(
            "share",
            share,
            text=lambda: say("Share …"),
            keys=("Ctrl+D",),
            menu="handing_over",
            begin="start",
            goes_on=True,
        ),
        Screen(
            "exchange", exchange, needs_guest=True, goes_on=True, stays=True, focus="focus_first"
        ),
    )
}
"""All screens by id; those with a tab in the order of the bar."""


def part_of(page: Page, row: Screen) -> Any:
    """Return the widget of a screen, made now if nobody looked at it before."""
    return page.map if row.build is the_map else page.part(row.build, beside=row.beside)


TABS: Final = tuple(screen.id for screen in SCREENS.values() if screen.tab)
