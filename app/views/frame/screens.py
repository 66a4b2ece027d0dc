"""The screens of the window around one document: draw, table, insight, and the library of maps."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import RESOURCES, errors
from app.document import Document
from app.models.network import Changes, Network
from app.models.problem import Problem
from app.settings import Settings
from app.views.exchange.opening import Visits
from app.views.frame.actions import NOT_LIVE, PERSONAL, READING, make_actions
from app.views.frame.bar import TopBar
from app.views.frame.edit_actions import Deeds
from app.views.frame.exports import Leaving
from app.views.frame.notice import Notice
from app.views.frame.status import StatusLine
from app.views.map.lens import lens_for
from app.views.map.panel import MapPanel
from app.views.people.kind_menu import Giving
from app.views.people.paste import Clipboard
from app.views.people.quick_add import QuickAdd
from app.views.widgets import drafts, theme
from app.words import current_language, filled, joined, say

if TYPE_CHECKING:
    from app.views.compare.look_back import LookBack
    from app.views.compare.screen import Compare
    from app.views.exchange.guest import Guest
    from app.views.exchange.panel import ExchangePage
    from app.views.insight.screen import Insight
    from app.views.library.page import MapsPage
    from app.views.map.hover import HoverCard
    from app.views.passes.pairs.panel import PairPass
    from app.views.passes.rating.panel import RatingPass
    from app.views.passes.still_here.panel import AgainPass
    from app.views.people.form import PartnerForm
    from app.views.people.map_form import MapForm
    from app.views.people.table import PeopleTable
    from app.views.reflect.reminder import Reminder
    from app.views.reflect.screen import Reflect
    from app.views.share.panel import SharePage

_WITH_NAMES = ("draw", "table")
"""The screens beside which names are added."""
_BEGINS = {
    "rate": ("rating", "start"),
    "pairs": ("pairs", "start"),
    "again": ("again", "start"),
    "look_back": ("look_back", "start"),
    "reflect": ("reflect", "begin"),
    "share": ("share", "start"),
}
"""The screens that ask or make ready: the part that does, and how it begins."""
_PLACED = {key: part for key, (part, _) in _BEGINS.items()} | {
    "compare": "compare",
    "insight": "insight",
}
"""The screens that go on where they stood when they are built anew, and the part that does."""
_KEPT = ("compare", "insight")
"""Those that stand where they stood also after another screen was shown."""
_REST_AFTER = 100
"""Milliseconds of rest until what is not seen yet gets built, a part at a time."""


class _Shown(QStackedWidget):
    """Wants no more room than the page that is shown: a wide one must not cut the others."""

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()


class Screens(QWidget):
    """Wires the views to the document and to each other; holds no state but what is shown.

    The map comes first. The other parts are built when they are asked for, or a moment later.
    """

    quit_requested = Signal()
    move_requested = Signal()
    """To keep the maps elsewhere, or to open another library."""
    live_requested = Signal()
    """To show the map alone, or to go back."""

    def __init__(
        self, document: Document, settings: Settings, parent: QWidget, *, is_live: bool = False
    ) -> None:
        super().__init__(parent)
        self._is_live = is_live
        self._document = document
        self._settings = settings
        self.shown = "draw"
        self._places: dict[str, Any] = {}
        """Where screens stood that are not shown again since they were built anew."""
        document.opened.connect(self._places.clear)
        self.map = MapPanel(document, settings, self)
        self.quick_add = QuickAdd(document, self.map.view.map_scene.place_for, self)
        self.notice = Notice(self)
        self.deeds = Deeds(document, self)
        self._giving = Giving(document, self)
        self.leaving = Leaving(document, settings, self.notice, self)
        self.actions_by_id = make_actions(self, self._what_actions_do())
        self.bar = TopBar(document, settings, self.actions_by_id, self)
        self.status = StatusLine(document, self)
        self._build()
        self._to_build = [
            "map_form",
            "hover_card",
            "form",
            "table",
            "insight",
            "maps",
            "rating",
            "pairs",
            "reflect",
        ]
        self._building = QTimer(self)
        self._building.setInterval(_REST_AFTER)
        self._building.timeout.connect(self._build_next)
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_REST_AFTER)
        self._asking.timeout.connect(self._ask_how_it_went)

        self.deeds.said.connect(self.status.tell)
        self.deeds.merged.connect(self._tell_merged)
        self.leaving.failed.connect(self.tell_problem)
        self.clipboard = Clipboard(document, self.map.view.map_scene, self)
        self.clipboard.told.connect(self.notice.tell)
        self.clipboard.pasted.connect(self._tell_pasted)
        self.clipboard.failed.connect(self.tell_problem)
        self.quick_add.list_pasted.connect(self.clipboard.paste)
        self.guest: Guest | None = None
        self.visits = Visits(document, self)
        self.visits.look_requested.connect(self.look_at)
        self.visits.opened.connect(self._draw_opened)
        self.visits.told.connect(self.notice.tell)
        self.visits.failed.connect(self.tell_problem)
        document.opened.connect(self._show_map)
        document.changed.connect(self._follow)
        document.selection_changed.connect(self._show_side)
        document.refused.connect(self.tell_problem)
        document.noticed.connect(self.tell_problem)
        document.settling.connect(self._settle)
        document.leaving.connect(self._keep_drafts)
        settings.map_view_changed.connect(self._show_lens)
        self.bar.tab_chosen.connect(self._choose_tab)
        self.map.view.menu_requested.connect(self._open_menu)
        self.map.example_requested.connect(self.open_example)
        self.map.view.rename_requested.connect(self._rename)
        self.map.view.name_begun.connect(self.quick_add.begin_name)
        self.quick_add.left_for_map.connect(self.map.view.setFocus)
        self.quick_add.rate_requested.connect(self._start_rating)
        self.quick_add.unknown_requested.connect(self._give_unknown)
        self.quick_add.tray.rename_requested.connect(self._rename)
        self.quick_add.tray.take_from(self.map.view)
        self._show_lens()
        self.show_screen("draw")
        self._show_map()
        self._building.start()

    # Building.

    def _build(self) -> None:
        self._left = QFrame(self)
        self._left.setProperty("role", "left")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.quick_add)
        self._centre = _Shown(self)
        self._centre.addWidget(self.map)
        self._right = QFrame(self)
        self._right.setProperty("role", "right")
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        self._sides = _Shown(self)
        right.addWidget(self._sides)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        middle = QHBoxLayout()
        layout.addLayout(middle, 1)  # filled only now: see docs/decisions/0008-qt.md
        middle.setSpacing(0)
        middle.addWidget(self._left)
        middle.addWidget(self._centre, 1)
        middle.addWidget(self._right)
        foot = QHBoxLayout()
        layout.addLayout(foot)
        foot.setSpacing(0)
        foot.addWidget(self.notice, 1)
        foot.addWidget(self.status)
        self.notice.showing_changed.connect(self._share_foot)

    def _share_foot(self) -> None:
        self.status.counts.setVisible(self.notice.isHidden())

    def _build_next(self) -> None:
        if not self._to_build:
            self._building.stop()
            return
        getattr(self, self._to_build.pop(0))
        self._show_side()

    @cached_property
    def hover_card(self) -> "HoverCard":
        """Return the card of whom the pointer rests on."""
        return self.map.card

    @cached_property
    def form(self) -> "PartnerForm":
        """Return the form of the selected partners."""
        from app.views.people.form import PartnerForm

        form = PartnerForm(self._document, self)
        form.name_finished.connect(self._go_to_people)
        self._sides.addWidget(form)
        return form

    @cached_property
    def map_form(self) -> "MapForm":
        """Return the form of the map as a whole."""
        from app.views.people.map_form import MapForm

        form = MapForm(self._document, self)
        self._sides.addWidget(form)
        return form

    @cached_property
    def insight(self) -> "Insight":
        """Return the column of insight beside the map."""
        from app.views.insight.screen import Insight

        insight = Insight(self._document, self._settings, self)
        insight.told.connect(self.notice.tell)
        insight.refused.connect(self.tell_problem)
        insight.linked.lit_changed.connect(self._bring_forward)
        insight.linked.filter_changed.connect(self._bring_forward)
        self.map.view.hovered.connect(self._light)
        self._sides.addWidget(insight)
        return insight

    @cached_property
    def reflect(self) -> "Reflect":
        """Return the column beside the map with questions and intentions."""
        from app.views.reflect.screen import Reflect

        reflect = Reflect(self._document, self)
        reflect.told.connect(self.notice.tell)
        reflect.failed.connect(self.tell_problem)
        self._sides.addWidget(reflect)
        return reflect

    @cached_property
    def reminder(self) -> "Reminder":
        """Return who asks how it went with what was intended."""
        from app.views.reflect.reminder import Reminder

        reminder = Reminder(self._document, self._settings, self)
        reminder.asked.connect(self._tell_asked)
        reminder.led.connect(self._show_intention)
        return reminder

    @cached_property
    def table(self) -> "PeopleTable":
        """Return the table of partners."""
        from app.views.people.table import PeopleTable

        table = PeopleTable(self._document, self)
        table.menu_requested.connect(self._open_menu)
        table.give_requested.connect(self._give)
        self._centre.addWidget(table)
        return table

    @cached_property
    def rating(self) -> "RatingPass":
        """Return the pass that asks one question at a time."""
        from app.views.passes.rating.panel import RatingPass

        rating = RatingPass(self._document, self, self._settings)
        rating.left.connect(self._draw)
        self._centre.addWidget(rating)
        return rating

    @cached_property
    def pairs(self) -> "PairPass":
        """Return the pass that asks of each pair of partners whether they know each other."""
        from app.views.passes.pairs.panel import PairPass

        pairs = PairPass(self._document, self)
        pairs.left.connect(self._draw)
        self._centre.addWidget(pairs)
        return pairs

    @cached_property
    def maps(self) -> "MapsPage":
        """Return the library of maps."""
        from app.views.library.page import MapsPage

        maps = MapsPage(self._document, self)
        maps.example_requested.connect(self.open_example)
        maps.open_file_requested.connect(self.choose_file)
        maps.move_requested.connect(self.move_requested)
        maps.map_made.connect(self._free_lens)
        maps.map_opened.connect(self._draw)
        maps.removed.connect(self._tell_removed)
        maps.erased.connect(self._tell_erased)
        maps.continued.connect(self._start_again)
        maps.compare_requested.connect(self._compare_map)
        self._centre.addWidget(maps)
        return maps

    @cached_property
    def compare(self) -> "Compare":
        """Return the screen that lays two moments of the map beside each other."""
        from app.views.compare.screen import Compare

        compare = Compare(self._document, self._settings, self)
        compare.continued.connect(self._start_again)
        compare.again_requested.connect(self._start_looking_back)
        self._centre.addWidget(compare)
        return compare

    @cached_property
    def again(self) -> "AgainPass":
        """Return the pass that asks who of the moment before is still there."""
        from app.views.passes.still_here.panel import AgainPass

        again = AgainPass(self._document, self)
        again.left.connect(self._draw)
        again.rate_requested.connect(self._start_rating)
        self._centre.addWidget(again)
        return again

    @cached_property
    def look_back(self) -> "LookBack":
        """Return the pass that rates an earlier moment with the eyes of now."""
        from app.views.compare.look_back import LookBack

        look_back = LookBack(self._document, self, self._settings)
        look_back.left.connect(self._end_looking_back)
        self._centre.addWidget(look_back)
        return look_back

    @cached_property
    def share(self) -> "SharePage":
        """Return the page on which a map is made ready to leave."""
        from app.views.share.panel import SharePage

        share = SharePage(self._document, self)
        share.left.connect(self._draw)
        share.back_up_requested.connect(self.leaving.copy)
        share.saved.connect(self.leaving.tell_shared)
        share.failed.connect(self.tell_problem)
        self._centre.addWidget(share)
        return share

    @cached_property
    def exchange(self) -> "ExchangePage":
        """Return the screen on which a map of somebody else lies beside mine."""
        from app.views.exchange.panel import ExchangePage

        exchange = ExchangePage(self._document, self)
        exchange.left.connect(self._draw)
        exchange.keep_requested.connect(self.visits.keep)
        self._centre.addWidget(exchange)
        if self.guest is not None:
            exchange.receive(self.guest)
        return exchange

    def _what_actions_do(self) -> dict[str, Callable[[], object]]:
        view = self.map.view
        return {
            "maps": self._show_maps,
            "new_map": self._new_map,
            "open_file": self.choose_file,
            "exchange": self._show_exchange,
            "share": self._start_sharing,
            "export": self.leaving.copy,
            "backups": self.show_backups,
            "picture": self.leaving.picture,
            "copy_picture": self.leaving.copy_picture,
            "report": self.leaving.report,
            "last_folder": self.leaving.open_last,
            "example": self.open_example,
            "undo": self.deeds.undo,
            "redo": self.deeds.redo,
            "rename": self._rename,
            "star": self.deeds.star,
            "give": self._give,
            "unknown": self.deeds.select_unknown,
            "merge": self.deeds.merge,
            "take_off": view.take_off,
            "remove": self.deeds.remove,
            "cut": self._cut,
            "copy": self._copy,
            "paste": self._paste,
            "select_all": self.deeds.select_all,
            "select_kind": self.deeds.select_kind,
            "select_setting": self.deeds.select_setting,
            "tie": self._tie_selected,
            "outline": self._outline,
            "write": self._write_text,
            "drawn": self._list_drawn,
            "add": self._go_to_quick_add,
            "rate": self._start_rating,
            "pairs": self._start_pairs,
            "draw": self._draw,
            "table": self._show_table,
            "insight": self._show_insight,
            "compare": self._show_compare,
            "reflect": self._show_reflect,
            "again": self._start_again,
            "lens_free": self._free_lens,
            "lens_importance": self._importance_lens,
            "lens_contact": self._contact_lens,
            "lens_gap": self._gap_lens,
            "sectors": self._toggle_sectors,
            "make_room": self.map.view.make_room,
            "legend": self.map.toggle_legend,
            "live": self.live_requested.emit,
            "zoom_in": view.zoom_in,
            "zoom_out": view.zoom_out,
            "fit": view.fit,
            "message": self._tell_again,
            "saved": self._tell_saved,
            "file_type": self._toggle_file_type,
            "about": self._about,
            "quit": self.quit_requested.emit,
        }

    def let_go(self) -> None:
        """Stop listening: a new set of screens takes over."""
        self._building.stop()
        self._asking.stop()
        self.visits.stop()
        for action in self.actions():
            self.removeAction(action)
        self.deleteLater()

    # Showing.

    def show_screen(self, screen: str) -> None:
        """Show a screen by its name (as `elsewhere` lists); without a map only `maps`.

        What was being typed is kept first, and a screen that asks begins to, however it is
        reached.
        """
        screen = screen if self._document.is_open else "maps"
        screen = "draw" if screen == "exchange" and self.guest is None else screen
        if screen != self.shown:
            stays = self.quick_add if screen in _WITH_NAMES else None
            drafts.keep(self, but=stays)
        self.shown = screen
        if screen == "maps":
            self._withdraw_finished()
        self._show_live()
        self._settings.look_through("gap" if screen == "insight" else "")
        elsewhere = {
            "table": "table",
            "maps": "maps",
            "rate": "rating",
            "pairs": "pairs",
            "share": "share",
            "exchange": "exchange",
            "compare": "compare",
            "again": "again",
            "look_back": "look_back",
        }.get(screen, "map")
        self._centre.setCurrentWidget(getattr(self, elsewhere))
        if "insight" in self.__dict__:  # built already
            self._bring_forward()
        self.bar.show_tab(screen)
        self._give_room()
        self._show_side()
        if self._document.is_open:
            self._begin(screen)
            if screen in _KEPT:
                self._take_place()

    @property
    def place(self) -> dict[str, Any]:
        """Return where each screen stands that goes on there when it is built anew."""
        if not self._document.is_open:
            return {}
        kept = {name: self.__dict__[name].place for name in _KEPT if name in self.__dict__}
        places = {**self._places, **kept}
        if (part := _PLACED.get(self.shown)) is not None:
            places[self.shown] = getattr(self, part).place
        return places

    def go_on_at(self, place: dict[str, Any]) -> None:
        """Go on where each screen stood before the screens were built anew.

        One that is not shown does so when it is.
        """
        self._places.update(place)
        self._take_place()

    def _take_place(self) -> None:
        if self.shown in self._places and self._document.is_open:
            getattr(self, _PLACED[self.shown]).go_on_at(self._places.pop(self.shown))

    def _begin(self, screen: str) -> None:
        """Let a screen that asks, or makes ready, begin with the open map."""
        if screen in _BEGINS:
            part, begin = _BEGINS[screen]
            getattr(getattr(self, part), begin)()

    def _settle(self) -> None:
        drafts.waiting.settle()

    def _keep_drafts(self) -> None:
        drafts.keep(self)

    def _show_live(self) -> None:
        """In live mode, leave out what is not the map, the names or the rating."""
        for bar in (self.bar, self.status):
            bar.setVisible(not self._is_live)
        for name in NOT_LIVE:
            self.actions_by_id[name].setEnabled(not self._is_live)
        self.actions_by_id["live"].setChecked(self._is_live)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave live mode by Esc, where nothing else wanted it."""
        if event.key() == Qt.Key.Key_Escape and self._is_live:
            self.live_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Give the sides less room in a narrow window."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._give_room()

    def _light(self, partner_id: str) -> None:
        """Let the views of insight follow the pointer on the map."""
        if self.shown == "insight":
            self.insight.linked.light(partner_id)

    def _bring_forward(self) -> None:
        """Let the map follow the pointer and the filter of insight, as long as that is shown."""
        scene, linked = self.map.view.map_scene, self.insight.linked
        if self.shown != "insight" or not self._document.is_open:
            scene.bring_forward("")
            return
        partners = self._document.map.partners
        scene.bring_forward(linked.lit, (p.id for p in partners if linked.is_dim(p)))

    def _give_room(self) -> None:
        """Give each side its width, and leave out the right where it would say nothing."""
        document, narrow = self._document, self.width() < 1200
        self._left.setVisible(self.shown in _WITH_NAMES)
        side = theme.side_width(self.width())
        if self._is_live:  # the right side leaves room for large letters
            side = max(side, min(theme.scaled(232), round(self.width() * 0.34)))
        self._left.setFixedWidth(side)
        if self.shown in ("insight", "reflect"):
            wanted, share = theme.scaled(430 if narrow else 590), 0.43
        else:
            wanted, share = theme.scaled(272 if narrow else 304), 0.34
        # With large text the sides want more than there is: the map keeps its share.
        self._right.setFixedWidth(max(min(wanted, round(self.width() * share)), 272))
        nobody = not (document.is_open and document.map.partners)
        hidden = (
            self._is_live
            or self.shown
            in ("maps", "rate", "pairs", "share", "exchange", "compare", "again", "look_back")
            or (self.shown == "table" and narrow)
            or (self.shown not in ("insight", "reflect") and nobody)
        )
        self._right.setVisible(not hidden)

    def _show_side(self) -> None:
        """Show the side that belongs to the screen and the selection, once it is built."""
        chosen = len(self._document.selection)
        number = chosen if self._document.is_editable else 0
        for name in PERSONAL:
            self.actions_by_id[name].setEnabled((chosen if name in READING else number) > 0)
        for name in ("cut", "copy", "paste"):  # elsewhere the keys mean something else
            here = self.shown in ("draw", "table")
            self.actions_by_id[name].setEnabled(
                here and (name == "paste" or self.actions_by_id[name].isEnabled())
            )
        self.actions_by_id["rename"].setEnabled(number == 1)
        for name in ("tie", "merge"):
            self.actions_by_id[name].setEnabled(number > 1)
        if self.shown == "insight":
            self._sides.setCurrentWidget(self.insight)
        elif self.shown == "reflect":
            self._sides.setCurrentWidget(self.reflect)
        elif self._to_build and self._to_build[0] == "map_form":
            return  # the map is only just there
        else:
            self._sides.setCurrentWidget(self.form if self._document.selection else self.map_form)

    def _show_map(self) -> None:
        self._withdraw_finished()
        if self._document.is_open:
            self._settings.last_map = self._document.map.network.id
            wanted = lens_for(self._document.map.partners, self._settings.lens)
            if wanted != self._settings.lens:
                self._settings.lens = wanted
        else:
            self.show_screen("maps")
        self._give_room()

    def _follow(self, _before: Changes, after: Changes) -> None:
        self._give_room()
        if Network in map(type, after.values()):
            self._withdraw_finished()
        if self.shown == "insight":
            self._bring_forward()
        if self._to_build:
            self._building.start()  # not while somebody is at work

    def _show_lens(self) -> None:
        self.quick_add.tray.set_lens(self._settings.lens)
        self.actions_by_id["sectors"].setChecked(self._settings.sectors)

    # Telling.

    def tell_problem(self, problem: Problem) -> None:
        """Say in a sentence what did not work."""
        if problem.code == "map_damaged" and not self._document.library.read_only:
            does = partial(self._put_back, str(problem.values["id"]))
            self.notice.tell(errors.sentence(problem), say("Put it back"), does, stays=True)
        else:
            self.notice.tell(errors.sentence(problem), stays=True)

    def tell_damaged(self, ids: tuple[str, ...]) -> None:
        """Say which maps cannot be opened, and lead to what can be done about it."""
        if len(ids) == 1:
            self.tell_problem(Problem("map_damaged", id=ids[0]))
            return
        text = say("{n} of your maps are damaged and cannot be opened; the others can.")
        self.notice.tell(filled(text, n=len(ids)), say("My maps"), self._show_maps, stays=True)

    def _put_back(self, network_id: str) -> None:
        if self._document.put_back(network_id):
            self._draw()

    def _withdraw_finished(self) -> None:
        """Say no longer that the map is finished: another is open, or it is open again."""
        self.notice.withdraw(errors.sentence(Problem("map_finished")))

    def _tell_again(self) -> None:
        if not self.notice.tell_again():
            self.notice.tell(say("There was no message yet."))

    def _tell_erased(self, title: str, left: tuple[Path, ...]) -> None:
        text = say("“{title}” is removed for good.")
        if left:
            more = say(
                "It may still stand in {files}: that cannot be read. Delete it yourself, unless "
                "you need something else in it."
            )
            text += " " + filled(more, files=joined(file.name for file in left))
        self.notice.tell(filled(text, title=title), stays=bool(left))

    def _tell_removed(self, network_id: str, title: str) -> None:
        text = say("“{title}” is removed.", title=title)
        self.notice.tell(text, say("Undo"), partial(self._document.restore_map, network_id))

    def _tell_pasted(self, text: str) -> None:
        self.notice.tell(text, say("Undo"), self.clipboard.take_back)

    def _tell_saved(self) -> None:
        self.notice.tell(say("Everything is kept already, at every change."))

    # What actions do.

    def _choose_tab(self, tab: str) -> None:
        {
            "draw": self._draw,
            "table": self._show_table,
            "insight": self._show_insight,
            "compare": self._show_compare,
            "reflect": self._show_reflect,
        }[tab]()

    def _draw_opened(self) -> None:
        """Show a map that was just added, through a lens in which people have a place."""
        partners = self._document.map.partners
        if partners and all(partner.x is None for partner in partners):
            self._importance_lens()
        self.show_screen("draw")

    def _start_sharing(self) -> None:
        self.show_screen("share")

    def _show_exchange(self) -> None:
        """Show the map of somebody else again, or ask for the file of one."""
        if self.guest is None:
            self.choose_file()
            return
        self.show_screen("exchange")
        if self._document.is_open:
            self.exchange.focus_first()

    def look_at(self, guest: "Guest") -> None:
        """Lay the map of somebody else beside the open one."""
        self.guest = guest
        self.exchange.receive(guest)
        self._show_exchange()
        if not self._document.is_open:
            self.notice.tell(say("Open one of your maps, to lay this one beside it."))

    def _draw(self) -> None:
        self.show_screen("draw")
        if self._document.is_open:
            self.quick_add.field.setFocus()

    def _show_table(self) -> None:
        self.show_screen("table")
        if self._document.is_open:
            self.table.setFocus()

    def _show_insight(self) -> None:
        self.show_screen("insight")
        if self._document.is_open:
            self.insight.focus_first()

    def _start_rating(self) -> None:
        if self._document.is_editable:
            self.quick_add.add_typed()  # the last name is rated too
        self.show_screen("rate")
        if self._document.is_open:
            self.rating.setFocus()

    def _show_compare(self) -> None:
        self.show_screen("compare")
        if self._document.is_open:
            self.compare.focus_first()

    def _show_reflect(self) -> None:
        self.show_screen("reflect")

    def _show_intention(self, intention_id: str) -> None:
        self._show_reflect()
        self.reflect.show_intention(intention_id)

    def ask_how_it_went(self) -> None:
        """Ask kindly after intentions whose day has gone by, once the map stands there."""
        self._asking.start()

    def _ask_how_it_went(self) -> None:
        # A window that closed at once has no library; what else there is to say comes first.
        if self.isVisible() and self.notice.isHidden():
            self.reminder.ask()

    def _tell_asked(self, text: str, button: str) -> None:
        self.notice.tell(text, button, self.reminder.lead, stays=True)

    def _compare_map(self, network_id: str) -> None:
        if self._document.open(network_id):
            self._show_compare()

    def _start_again(self) -> None:
        self.show_screen("again")

    def _start_looking_back(self) -> None:
        self.show_screen("look_back")

    def _end_looking_back(self) -> None:
        self.compare.return_to_later()
        self._show_compare()

    def _start_pairs(self) -> None:
        self.show_screen("pairs")

    def _show_maps(self) -> None:
        self.show_screen("maps")
        self.maps.focus_first()

    def _new_map(self) -> None:
        if self._document.new_map(say("My ecology")):
            self._free_lens()
            self._draw()

    def _free_lens(self) -> None:
        """Show the lens in which also who is not rated has a place; a new map begins there."""
        self._settings.lens = "free"

    def _importance_lens(self) -> None:
        self._settings.lens = "importance"

    def _contact_lens(self) -> None:
        self._settings.lens = "contact"

    def _gap_lens(self) -> None:
        self._settings.lens = "gap"

    def _toggle_sectors(self) -> None:
        self._settings.sectors = not self._settings.sectors

    def _go_to_quick_add(self) -> None:
        if self.shown not in ("draw", "table"):
            self.show_screen("draw")
        self.quick_add.field.setFocus()
        self.quick_add.field.selectAll()

    def _open_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([self.actions_by_id[name] for name in PERSONAL])
        if self._document.is_editable and self._document.selection:
            giving = QMenu(say("Kind and setting"), menu)
            self._giving.fill(giving)
            menu.insertMenu(menu.actions()[0], giving)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _give(self) -> None:
        """Let the kind or the setting of who is selected be chosen, else of who has none."""
        if not self._document.selection:
            self.deeds.select_unknown()
        if self._document.is_editable and self._document.selection:
            menu = QMenu(self)
            self._giving.fill(menu)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            at = self.mapFromGlobal(QCursor.pos())
            corner = self._centre.geometry().topLeft() + QPoint(theme.scaled(24), theme.scaled(24))
            menu.popup(self.mapToGlobal(at if self.rect().contains(at) else corner))

    def _give_unknown(self) -> None:
        self.deeds.select_unknown()
        self._give()

    def _tell_merged(self, text: str) -> None:
        self.notice.tell(text, say("Undo"), self.deeds.unmerge)

    def _copy(self) -> None:
        self.clipboard.copy()

    def _cut(self) -> None:
        self.clipboard.cut()

    def _paste(self) -> None:
        self.clipboard.paste()

    def _tie_selected(self) -> None:
        if self._document.tie_all(self._document.selection):
            self.map.view.kit.reveal("ties")

    def _outline(self) -> None:
        self._go_to_map()
        self.map.view.drafting.outline_selected()

    def _write_text(self) -> None:
        self._go_to_map()
        self.map.view.drafting.write_text()

    def _list_drawn(self) -> None:
        self._go_to_map()
        self.map.view.drafting.list_drawn()

    def _go_to_map(self) -> None:
        if self._document.is_open and self.shown != "draw":
            self.show_screen("draw")
        self.map.view.setFocus()

    def _go_to_people(self) -> None:
        (self.table if self.shown == "table" else self.map.view).setFocus()

    def _rename(self) -> None:
        if self._is_live:
            self.deeds.ask_name()
            return
        if self.shown == "insight":
            self.show_screen("draw")
        self.form.edit_name()

    # Files.

    def choose_file(self) -> None:
        """Ask for a `.kring` file and open it."""
        from app.views.widgets.saving import folder

        name, _ = QFileDialog.getOpenFileName(
            self, say("Open a map"), str(folder()), say("Maps of Kring (*.kring)")
        )
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Open the map of a file; one that is not mine stays out until that is asked for."""
        self.visits.open_file(path)

    def open_example(self) -> None:
        """Add the example map, in the language of the app, and show it."""
        self.visits.add_file(RESOURCES / "examples" / f"example_{current_language()}.kring")

    def show_backups(self) -> None:
        """Show the backups Kring made, to put maps back from."""
        from app.views.library.backups import Backups

        shown = Backups(self._document, self)
        shown.put_back.connect(self._tell_put_back)
        shown.open()

    def _tell_put_back(self, came: tuple[str, ...], same: int) -> None:
        self._show_maps()
        if len(came) == 1:
            text = say("“{name}” is back among your maps.", name=came[0])
        elif came:
            text = say("They are back among your maps, {n} in all.", n=len(came))
        elif same:
            text = say("You have these already, as they were then.")
        else:
            return  # why not is told
        self.notice.tell(text)

    def _toggle_file_type(self) -> None:
        """Let `.kring` files open with Kring from the file manager, or no longer."""
        from app import file_type
        from app.tasks import Task

        was_on = file_type.is_on()
        try:
            (file_type.turn_off if was_on else file_type.turn_on)()
        except Problem as problem:
            self.tell_problem(problem)
            return
        Task(self).start(file_type.tell_system)
        if was_on:
            self.notice.tell(say("Kring no longer opens .kring files from the file manager."))
        else:
            self.notice.tell(say("A double click on a .kring file opens it in Kring now."))

    def _about(self) -> None:
        from app.views.frame.help import Help

        Help(self).open()
