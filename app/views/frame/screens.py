"""The screens of the window around one document, and how it goes from one to the other."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, overload

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.document import Document
from app.settings import Settings
from app.views.exchange.opening import Visits
from app.views.frame import screen_list
from app.views.frame.actions import PERSONAL, READING, make_actions
from app.views.frame.bar import TopBar
from app.views.frame.command_list import commands
from app.views.frame.edit_actions import Deeds
from app.views.frame.exports import Leaving
from app.views.frame.file_actions import FileActions
from app.views.frame.notice import Notice
from app.views.frame.partner_actions import PartnerActions
from app.views.frame.place import Place
from app.views.frame.room import Room
from app.views.frame.screen_list import BUILT_AT_REST, SCREENS, Screen
from app.views.frame.status import StatusLine
from app.views.frame.telling import Telling
from app.views.map.lens import lens_for
from app.views.map.panel import MapPanel
from app.views.people.paste import Clipboard
from app.views.people.quick_add import QuickAdd
from app.views.widgets import drafts, theme

if TYPE_CHECKING:
    from app.views.exchange.guest import Guest

_REST_AFTER: Final = 100
"""Milliseconds of rest until what is not seen yet gets built, a part at a time."""
_AT_THE_SIDE: Final = {screen.build for screen in SCREENS.values() if screen.beside} | {
    screen_list.form,
    screen_list.map_form,
}
W = TypeVar("W", bound=QWidget)


class _Part(Generic[W]):
    """A part of the window by its name; made when it is first asked for."""

    def __init__(self, build: "Callable[[Screens], W]") -> None:
        self._build = build

    @overload
    def __get__(self, window: None, owner: type) -> "_Part[W]": ...
    @overload
    def __get__(self, window: "Screens", owner: type) -> W: ...
    def __get__(self, window: "Screens | None", owner: type) -> "_Part[W] | W":
        return self if window is None else window.part(self._build)


class Screens(QWidget):
    """Wires the views to the document and to each other; holds no state but what is shown.

    The map comes first. The other parts are built when they are asked for, or a moment later.
    """

    quit_requested = Signal()
    move_requested = Signal()
    """To keep the maps elsewhere, or to open another library."""
    live_requested = Signal()
    """To show the map alone, or to go back."""

    form = _Part(screen_list.form)
    map_form = _Part(screen_list.map_form)
    table = _Part(screen_list.table)
    insight = _Part(screen_list.insight)
    reflect = _Part(screen_list.reflect)
    rating = _Part(screen_list.rating)
    pairs = _Part(screen_list.pairs)
    again = _Part(screen_list.again)
    look_back = _Part(screen_list.look_back)
    maps = _Part(screen_list.maps)
    compare = _Part(screen_list.compare)
    share = _Part(screen_list.share)
    exchange = _Part(screen_list.exchange)

    def __init__(
        self, document: Document, settings: Settings, parent: QWidget, *, is_live: bool = False
    ) -> None:
        super().__init__(parent)
        self.is_live = is_live
        self.document = document
        self.settings = settings
        self.shown = "draw"
        self.guest: Guest | None = None
        self._parts: dict[Callable[[Screens], QWidget], QWidget] = {}
        self._places: dict[str, Any] = {}
        """Where screens stood that are not shown again since they were built anew."""
        document.opened.connect(self._places.clear)
        self.map = MapPanel(document, settings, self)
        self.quick_add = QuickAdd(document, self.map.view.map_scene.place_for, self)
        self.notice = Notice(self)
        self.deeds = Deeds(document, self)
        self.clipboard = Clipboard(document, self.map.view.map_scene, self)
        self.visits = Visits(document, self)
        self.telling = Telling(document, settings, self.notice, self)
        self.leaving = Leaving(document, settings, self.notice, self)
        self.files = FileActions(document, self.visits, self.notice, self)
        self.partner_actions = PartnerActions(document, self)
        self.actions_by_id = make_actions(self)
        self.bar = TopBar(document, settings, self.actions_by_id, self)
        self.status = StatusLine(document, self)
        self.room = Room(self, self.bar, self.quick_add, self.notice, self.status)
        self.room.centre.addWidget(self.map)
        self._to_build: list[Callable[[Screens], QWidget]] = [*BUILT_AT_REST]
        self._building = QTimer(self)
        self._building.setInterval(_REST_AFTER)
        self._building.timeout.connect(self._build_next)
        self._listen_to_parts()
        self._listen_to_document()
        self._show_lens()
        self.show_screen("draw")
        self._show_map()
        self._building.start()

    # Building.

    def _listen_to_parts(self) -> None:
        self.deeds.said.connect(self.status.tell)
        self.deeds.merged.connect(self.telling.merged)
        self.leaving.failed.connect(self.telling.problem)
        self.clipboard.told.connect(self.notice.tell)
        self.clipboard.pasted.connect(self.telling.pasted)
        self.clipboard.failed.connect(self.telling.problem)
        self.visits.look_requested.connect(self.look_at)
        self.visits.opened.connect(self._draw_opened)
        self.visits.told.connect(self.notice.tell)
        self.visits.failed.connect(self.telling.problem)
        self.map.view.menu_requested.connect(self.partner_actions.open_menu)
        self.map.example_requested.connect(self.files.open_example)
        self.map.view.rename_requested.connect(self.partner_actions.rename)
        self.map.view.name_begun.connect(self.quick_add.begin_name)
        self.quick_add.list_pasted.connect(self.clipboard.paste)
        self.quick_add.left_for_map.connect(self.map.view.setFocus)
        self.quick_add.rate_requested.connect(self.start_rating)
        self.quick_add.unknown_requested.connect(self.partner_actions.give_unknown)
        self.quick_add.tray.rename_requested.connect(self.partner_actions.rename)
        self.quick_add.tray.take_from(self.map.view)
        self.notice.showing_changed.connect(self._share_foot)

    def _listen_to_document(self) -> None:
        document = self.document
        document.opened.connect(self._show_map)
        document.changed.connect(self._follow)
        document.selection_changed.connect(self._show_side)
        document.refused.connect(self.telling.problem)
        document.noticed.connect(self.telling.problem)
        document.settling.connect(self._settle)
        document.leaving.connect(self._keep_drafts)
        self.settings.map_view_changed.connect(self._show_lens)

    def _share_foot(self) -> None:
        self.status.counts.setVisible(self.notice.isHidden())

    def _build_next(self) -> None:
        if not self._to_build:
            self._building.stop()
            return
        self.part(self._to_build.pop(0))
        self._show_side()

    def part(self, build: "Callable[[Screens], W]") -> W:
        """Return a part of the window; makes it when it is first asked for."""
        if build is screen_list.the_map:
            return build(self)
        if build not in self._parts:
            made = self._parts[build] = build(self)
            (self.room.sides if build in _AT_THE_SIDE else self.room.centre).addWidget(made)
        return self._parts[build]  # type: ignore[return-value]

    def _part_of(self, screen: str) -> Any:
        return self.part(SCREENS[screen].build)

    def let_go(self) -> None:
        """Stop listening: a new set of screens takes over."""
        self._building.stop()
        self.telling.stop()
        self.visits.stop()
        for action in self.actions():
            self.removeAction(action)
        self.deleteLater()

    # Showing.

    def go_to(self, screen: str) -> None:
        """Show a screen and give it the keyboard: somebody chose to go there."""
        self.show_screen(screen)
        row = SCREENS[screen]
        if row.needs_map and not self.document.is_open:
            return
        if row.focuses_names:
            self.quick_add.field.setFocus()
        elif row.focus:
            getattr(self.part(row.build), row.focus)()

    def show_screen(self, screen: str) -> None:
        """Show a screen by its id; without a map only one that needs none.

        What was being typed is kept first, and a screen that asks begins to, however it is
        reached.
        """
        row = self._to_show(screen)
        if row.id != self.shown:
            drafts.keep(self, but=self.quick_add if row.names else None)
        self.shown = row.id
        if not row.needs_map:
            self.telling.withdraw_finished()
        self._show_live()
        self.settings.look_through(row.lens)
        self.room.centre.setCurrentWidget(self.map if row.beside else self.part(row.build))
        if screen_list.insight in self._parts:
            self.bring_forward()
        self.bar.show_tab(row.id)
        self._give_room()
        self._show_side()
        if self.document.is_open:
            if row.begin:
                getattr(self.part(row.build), row.begin)()
            if row.stays:
                self._take_place()

    def _to_show(self, screen: str) -> Screen:
        row = SCREENS[screen]
        if row.needs_map and not self.document.is_open:
            return SCREENS["maps"]
        return SCREENS["draw"] if row.needs_guest and self.guest is None else row

    @property
    def place(self) -> Place:
        """Return what is on the screen, to go on there when all is built anew."""
        parts = dict(self._places)
        for key, row in SCREENS.items():
            stands = key == self.shown or (row.stays and row.build in self._parts)
            if row.goes_on and stands and self.document.is_open:
                parts[key] = self._part_of(key).place
        return Place(
            screen=self.shown,
            typed=self.quick_add.field.text(),
            guest=self.guest,
            waiting=self.visits.waiting,
            unread=self.visits.unread,
            parts=parts if self.document.is_open else {},
        )

    def go_on_at(self, place: Place) -> None:
        """Show what was on the screen before the screens were built anew."""
        self.guest = place.guest
        self.visits.wait_again(place.waiting, place.unread)
        self.show_screen(place.screen)
        self.quick_add.field.setText(place.typed)
        self.quick_add.field.setFocus()
        self._places.update(place.parts)
        self._take_place()

    def go_back_to(self, place: Place) -> None:
        """Show the screen of before live mode again, where it stood."""
        now = self.place
        self.go_on_at(replace(now, screen=place.screen, parts={**now.parts, **place.parts}))

    def _take_place(self) -> None:
        if self.shown in self._places and self.document.is_open:
            self._part_of(self.shown).go_on_at(self._places.pop(self.shown))

    def _settle(self) -> None:
        drafts.waiting.settle()

    def _keep_drafts(self) -> None:
        drafts.keep(self)

    def _show_live(self) -> None:
        """In live mode, leave out what is not the map, the names or the rating."""
        for bar in (self.bar, self.status):
            bar.setVisible(not self.is_live)
        for command in commands():
            if not command.live:
                self.actions_by_id[command.id].setEnabled(not self.is_live)
        self.actions_by_id["live"].setChecked(self.is_live)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave live mode by Esc, where nothing else wanted it."""
        if event.key() == Qt.Key.Key_Escape and self.is_live:
            self.live_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sides less room in a narrow window."""
        super().resizeEvent(event)
        self._give_room()

    def light(self, partner_id: str) -> None:
        """Let the views of insight follow the pointer on the map."""
        if self.shown == "insight":
            self.insight.linked.light(partner_id)

    def bring_forward(self) -> None:
        """Let the map follow the pointer and the filter of insight, as long as that is shown."""
        scene, linked = self.map.view.map_scene, self.insight.linked
        if self.shown != "insight" or not self.document.is_open:
            scene.bring_forward("")
            return
        partners = self.document.map.partners
        scene.bring_forward(linked.lit, (p.id for p in partners if linked.is_dim(p)))

    def _give_room(self) -> None:
        document = self.document
        somebody = document.is_open and bool(document.map.partners)
        row = SCREENS[self.shown]
        self.room.give(row, self.width(), is_live=self.is_live, somebody=somebody)

    def _show_side(self) -> None:
        """Show the side that belongs to the screen and the selection, once it is built."""
        chosen = len(self.document.selection)
        number = chosen if self.document.is_editable else 0
        for name in PERSONAL:
            self.actions_by_id[name].setEnabled((chosen if name in READING else number) > 0)
        for name in ("cut", "copy", "paste"):  # elsewhere the keys mean something else
            here = SCREENS[self.shown].names
            self.actions_by_id[name].setEnabled(
                here and (name == "paste" or self.actions_by_id[name].isEnabled())
            )
        self.actions_by_id["rename"].setEnabled(number == 1)
        for name in ("tie", "merge"):
            self.actions_by_id[name].setEnabled(number > 1)
        if SCREENS[self.shown].beside:
            self.room.sides.setCurrentWidget(self._part_of(self.shown))
        elif screen_list.map_form in self._to_build:
            return  # the map is only just there
        else:
            self.room.sides.setCurrentWidget(
                self.form if self.document.selection else self.map_form
            )

    def _show_map(self) -> None:
        self.telling.withdraw_finished()
        if self.document.is_open:
            self.settings.last_map = self.document.map.network.id
            wanted = lens_for(self.document.map.partners, self.settings.lens)
            if wanted != self.settings.lens:
                self.settings.lens = wanted
        else:
            self.show_screen("maps")
        self._give_room()

    def _follow(self, before: object, after: object) -> None:
        self._give_room()
        self.telling.withdraw_finished()
        if self.shown == "insight":
            self.bring_forward()
        if self._to_build:
            self._building.start()  # not while somebody is at work

    def _show_lens(self) -> None:
        self.quick_add.tray.set_lens(self.settings.lens)
        self.actions_by_id["sectors"].setChecked(self.settings.sectors)

    # Where buttons and actions lead; bound, as Qt keeps nothing else alive.

    def go_to_map(self) -> None:
        """Show the map, and take names."""
        self.go_to("draw")

    def start_rating(self) -> None:
        """Ask for what is not rated yet; a name that is half typed is added, and rated too."""
        self.go_to("rate")

    def start_again(self) -> None:
        """Ask who of the moment before is still there."""
        self.go_to("again")

    def start_looking_back(self) -> None:
        """Rate an earlier moment with the eyes of now."""
        self.go_to("look_back")

    def end_looking_back(self) -> None:
        """Lay what was just rated beside the moment itself."""
        self.compare.return_to_later()
        self.go_to("compare")

    def compare_map(self, network_id: str) -> None:
        """Open a map, and lay its moments beside each other."""
        if self.document.open(network_id):
            self.go_to("compare")

    def _draw_opened(self) -> None:
        """Show a map that was just added, through a lens in which people have a place."""
        partners = self.document.map.partners
        if partners and all(partner.x is None for partner in partners):
            self.settings.lens = "importance"
        self.show_screen("draw")

    def show_exchange(self) -> None:
        """Show the map of somebody else again, or ask for the file of one."""
        if self.guest is None:
            self.files.choose()
        else:
            self.go_to("exchange")

    def look_at(self, guest: "Guest") -> None:
        """Lay the map of somebody else beside the open one."""
        self.guest = guest
        self.exchange.receive(guest)
        self.show_exchange()
        if not self.document.is_open:
            self.telling.open_first()

    def show_freely(self) -> None:
        """Show the lens in which also who is not rated has a place; a new map begins there."""
        self.settings.lens = "free"

    def toggle_sectors(self) -> None:
        """Divide the map by setting, or no longer."""
        self.settings.sectors = not self.settings.sectors

    def show_help(self) -> None:
        """Show all keys, and how Kring is used in class."""
        from app.views.frame.help import Help

        Help(self).open()
