"""What every screen finds in the window: the map, the names, the notice, and the way elsewhere."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app import RESOURCES
from app.analysis.lens import LENSES, fullest
from app.document import Document
from app.settings import Settings
from app.views.frame.edit_actions import EditActions
from app.views.frame.exports import Exports
from app.views.frame.map_announcements import MapAnnouncements
from app.views.frame.notice import Notice
from app.views.frame.photo_in import PhotoIn
from app.views.frame.window_layout import WindowFrames
from app.views.frame.window_notices import WindowNotices
from app.views.incoming.file_opening import FileOpening
from app.views.map.map_panel import MapPanel
from app.views.people.kind_menu import KindMenu
from app.views.people.paste import PartnerClipboard
from app.views.people.quick_add import QuickAdd
from app.views.widgets import theme
from app.views.widgets.in_pieces import InPieces
from app.views.widgets.memory import Memory, remember_room
from app.words import current_language

if TYPE_CHECKING:
    from app.models.network import Map
    from app.views.exchange.guest import Guest

W = TypeVar("W", bound=QWidget)
_WITHOUT_MAP: Final = ("maps", "group")
"""Screens on which things are removed that are no part of the map."""


class Page(QWidget):
    """What is always there, whichever screen is shown; knows none of them.

    Which one is shown, `Screens` decides: whoever wants another asks with `go_to`.
    """

    quit_requested = Signal()
    move_requested = Signal()
    """To keep the maps elsewhere, or to open another library."""
    password_requested = Signal()
    """To set, change or remove the password of the maps, or to lock them."""
    lock_requested = Signal()
    """To lock the maps at once."""
    guest_requested = Signal(bool)
    """To leave nothing on this computer from now on, or to stop that."""
    about_requested = Signal(str)
    """To see what is said about the map as a whole, at a field or from the top ("")."""
    room_requested = Signal(bool)
    """To give the sides their room, at once (True) or when the hand has let go of the map."""
    side_requested = Signal()
    """What is said of the map is to come at the right, or to go."""
    names_requested = Signal()
    """To add somebody: the field for a name has the keyboard."""
    live_requested = Signal()
    """To show the map alone, or to go back."""
    help_requested = Signal()
    screen_requested = Signal(str)
    plans_requested = Signal()
    people_requested = Signal()
    """To go back to where people are chosen."""
    field_requested = Signal(str)
    """To answer a field of who is selected in the form."""
    menu_requested = Signal(QPoint)
    """The menu of who is selected, at a point."""
    brought_forward = Signal()
    """Insight brings other people forward."""

    def __init__(
        self, document: Document, settings: Settings, parent: QWidget | None, *, is_live: bool
    ) -> None:
        super().__init__(parent)
        theme.dress(self)
        self.is_live = is_live
        self.document = document
        self.settings = settings
        if settings.lens not in LENSES:  # of another version
            settings.lens = next(iter(LENSES))
        self.shown = "draw"
        self.memory = Memory(self)
        self._opened = document.map.network.id if document.is_open else ""
        document.opened.connect(self._leave_map)
        self.guest: Guest | None = None
        """The map of somebody else that lies beside mine."""
        self.room = WindowFrames(self)
        self.actions_by_id: dict[str, QAction] = {}
        self._parts: dict[Callable[..., QWidget], QWidget] = {}
        self._begun: dict[Callable[..., QWidget], Iterator[None]] = {}
        """What is left to make of the parts that are not whole yet."""
        self.map = MapPanel(document, settings, self.room.centre)
        self.map.drawing_wanted.connect(self.go_to_map)
        self.map.view.let_go_of.connect(self.room_requested)
        self.quick_add = QuickAdd(document, self.map.view.place_for, self.room.left)
        remember_room(self.quick_add, "names")
        self.notice = Notice(self)
        self.edits = EditActions(document, self)
        self.announcements = MapAnnouncements(document, settings, self, self.map.view.isVisible)
        self.edits.said.connect(self.announcements.tell)
        self.edits.stepping.connect(self.map.view.voice.hush)
        self.edits.stepped.connect(self.map.view.voice.speak)
        self.map.view.voice.said.connect(self.announcements.is_said)
        self.clipboard = PartnerClipboard(document, self.map.view.scene_now, self)
        self.kind_menu = KindMenu(document, self)
        self.file_opening = FileOpening(document, settings, self)
        self.file_opening.list_given.connect(self._take_list_in)
        self.file_opening.many_came.connect(self.map.view.map_scene.take_time)
        self.photo_in = PhotoIn(document, self.map.view, self)
        self.photo_in.lain.connect(self.file_opening.opened)
        self.clipboard.picture_pasted.connect(self.photo_in.lay)
        self.file_opening.photo_dropped.connect(self.photo_in.lay)
        self.exports = Exports(document, settings, self.notice, self)
        self.notices = WindowNotices(document, settings, self.notice, self)
        self.notices.leads.connect(self.go_to)

    def part(self, build: "Callable[[Page], W]", *, beside: bool = False) -> W:
        """Return a part of the window, whole; makes what is not there of it yet."""
        while self.make_piece(build, beside=beside):
            pass
        return self._parts[build]  # type: ignore[return-value]

    def make_piece(self, build: "Callable[[Page], W]", *, beside: bool = False) -> bool:
        """Make one more piece of a part of the window; tell whether it was not whole yet."""
        if build in self._parts:
            return False
        making = self._begun.pop(build, None) or self._made(build, beside=beside)
        if next(making, self) is not self:
            self._begun[build] = making
        return True

    def _made(self, build: "Callable[[Page], W]", *, beside: bool) -> Iterator[None]:
        made = build(self)
        (self.room.sides if beside else self.room.centre).addWidget(made)
        if isinstance(made, InPieces):
            yield
            yield from made.make_rest()
        remember_room(made, build.__name__)
        self._parts[build] = made

    def above(self, build: "Callable[[Page], W]") -> W:
        """Return a bar above the screens, which puts itself there when it is first asked for."""
        if build not in self._parts:
            self._parts[build] = build(self)
        return self._parts[build]  # type: ignore[return-value]

    def has(self, build: Callable[..., QWidget]) -> bool:
        """Tell whether a part was made already."""
        return build in self._parts

    def _take_list_in(self, whole: "Map") -> None:
        from app.exchange.lists import People

        self.file_opening.opened.emit()  # the map is shown, as any that something came to
        self.clipboard.take_in(People(whole.partners), whole.asked_pairs)

    def _leave_map(self) -> None:
        opened = self.document.map.network.id if self.document.is_open else ""
        if opened != self._opened:
            self._opened = opened
            self.memory.leave_map()

    def event(self, event: QEvent) -> bool:
        """Leave the undo of the map alone where the key is to bring back what was removed."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if self._brings_back(event):
                event.accept()
                return True
        return super().event(event)

    def _brings_back(self, event: QKeyEvent) -> bool:
        """Tell whether this undoes a removal: what was done last to a map is out of sight there."""
        is_elsewhere = self.shown in _WITHOUT_MAP and event.matches(QKeySequence.StandardKey.Undo)
        return is_elsewhere and self.notices.offers_removed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave live mode by Esc, as it says itself, else close what is said, else go back."""
        escapes = event.key() == Qt.Key.Key_Escape
        if self._brings_back(event):
            self.notice.button.click()
        elif escapes and self.is_live:
            self.live_requested.emit()
        elif escapes and self.notice.isVisible():
            self.notice.dismiss()
        elif escapes and self.document.is_open and (back := self.memory.get("back")):
            self.go_to(back)
        else:
            super().keyPressEvent(event)

    # Where buttons lead: bound, as what captures the page keeps it alive.

    def go_to(self, screen: str) -> None:
        """Show a screen and give it the keyboard: somebody chose to go there."""
        self.screen_requested.emit(screen)

    def go_to_map(self) -> None:
        """Show the map, and take names."""
        self.go_to("draw")

    def show_answers(self) -> None:
        """Let everybody on the map go to where the answers put them, and choose nobody.

        Whoever looks through a lens of answers already stays in it.
        """
        self.document.select(())
        if LENSES[self.settings.lens].field is None:
            self.map.look_through(fullest(self.document.shown.partners))

    def take_names(self) -> None:
        """Give the keyboard to the field for a name."""
        self.names_requested.emit()

    def go_to_compare(self) -> None:
        """Show two moments beside each other."""
        self.go_to("compare")

    def go_to_plans(self) -> None:
        """Show what is intended, ready for a next step."""
        self.plans_requested.emit()

    def start_rating(self) -> None:
        """Ask for what is not rated yet; a name that is half typed is added, and rated too."""
        self.go_to("rate")

    def start_again(self) -> None:
        """Ask who of the moment before is still there."""
        self.go_to("again")

    def start_looking_back(self) -> None:
        """Rate an earlier moment with the eyes of now."""
        self.go_to("look_back")

    def compare_map(self, network_id: str) -> None:
        """Open a map, and lay its moments beside each other."""
        if self.document.open(network_id):
            self.go_to_compare()

    def open_example(self) -> None:
        """Add the example map, in the language of the app, and show it."""
        self.file_opening.add_file(RESOURCES / "examples" / f"example_{current_language()}.kring")

    def open_pupil_example(self) -> None:
        """Add the example that is about the support around one pupil, and show it."""
        self.file_opening.add_file(RESOURCES / "examples" / f"pupil_{current_language()}.kring")

    def show_freely(self) -> None:
        """Show the lens in which also who is not rated has a place; a new map begins there."""
        self.settings.lens = "free"


class Part(Generic[W]):
    """A part of the window by its name; made when it is first asked for."""

    def __init__(self, build: Callable[[Page], W], *, beside: bool = False) -> None:
        self._build = build
        self._beside = beside

    def __get__(self, page: Page, owner: type) -> W:
        return page.part(self._build, beside=self._beside)
