"""The window: first a shell that is painted at once, then the screens around one document."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QByteArray, QMimeData, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from app.settings import Settings
from app.views.frame.shell import Shell
from app.views.widgets import drafts, theme
from app.words import filled, say

if TYPE_CHECKING:
    from PySide6.QtCore import Qt  # before the first paint it would make all its enums: 30 ms

    from app.document import Document
    from app.views.frame.place import Place
    from app.views.frame.screens import Screens


SMALLEST: Final = (900, 520)
"""The smallest window in which every screen can be used; a smaller screen gets what it has."""
_FIRST: Final = (1280, 800)
_FRAME: Final = (8, 40)
"""What a desktop puts around a window: nobody knows it before the window is there."""

_SEEN: Final = 50
"""Milliseconds after which the first map has been painted, sooner than anybody presses anything."""
_LIVE: Final = (1.25, 1.5)
"""How much larger everything is in live mode, at least and at most, for who sits at the back."""
_LIVE_HEIGHT: Final = 640
"""So many pixels of a screen show at their ordinary size what a window does: more show it larger.
Text that grows more than the map has room for would leave the discs smaller, and move people."""


class BeforeLive(NamedTuple):
    """What the window was before live mode, to be that again."""

    geometry: QByteArray
    state: "Qt.WindowState"
    place: "Place"


class MainWindow(QMainWindow):
    """Shows an empty shell before anything heavy is imported; `show_document` fills it."""

    first_painted = Signal()
    closed = Signal()
    move_requested = Signal()
    """To keep the maps elsewhere, or to open another library."""
    password_requested = Signal()
    """To set, change or remove the password of the maps, or to lock them."""
    lock_requested = Signal()
    """To lock the maps at once."""
    guest_requested = Signal(bool)
    """To leave nothing on this computer from now on, or to stop that."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle("Kring")
        self._settings = settings
        self._painted = False
        self._live: BeforeLive | None = None
        self._live_said = ""
        self._document: Document | None = None
        self._refused = self._closes_anyway = False
        self._screens: Screens | None = None
        self._laid = QTimer(self, singleShot=True, interval=0)
        """Goes off when what was built anew has its place: Qt posts what makes it find that."""
        self._laid.timeout.connect(self._show_laid)
        self._seen = QTimer(self, singleShot=True, interval=_SEEN)
        self._seen.timeout.connect(self._follow_hands)
        self.setAcceptDrops(True)
        room = self.screen().availableSize() - QSize(*_FRAME)
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(room))
        if not self.restoreGeometry(settings.geometry):
            self.resize(QSize(*_FIRST).boundedTo(room))
        self._shell = Shell(self)
        self.setCentralWidget(self._shell)
        self._shell.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell about the first paint, after it."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Give the keyboard to the next that is read, or the one before."""
        from app.views.widgets.reading_order import go_on  # not before the first paint

        return go_on(self, onward=onward)

    @property
    def page(self) -> QWidget:
        """Return the page that fills the window; what lies over it is dressed alike."""
        return self._shell if self._screens is None else self._screens

    @property
    def screens(self) -> "Screens":
        """Return the screens; there are none before `show_document`."""
        assert self._screens is not None
        return self._screens

    def go_on(self) -> None:
        """Do what Qt can do by itself while the library opens."""
        theme.bring_letters()
        self._shell.write_name()

    def show_document(self, document: "Document") -> None:
        """Build the screens around a document; what was typed already goes on there."""
        self._document = document
        typed = self._shell.typed
        self._build_screens()
        self.screens.show()  # from here on it is known whether the field for a name is in sight
        self.screens.go_on_typing(typed)
        document.refused.connect(self._hear_refusal)
        self._settings.appearance_changed.connect(self.dress_again)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)
        self._follow_contrast(hints.accessibility().contrastPreference())
        self._seen.start()

    def _follow_hands(self) -> None:
        """Follow the keyboard and the fingers through the windows, now that something is seen."""
        from app.views.widgets.finger_scroll import FingerScroll
        from app.views.widgets.keyboard_ring import KeyboardRing

        KeyboardRing(self)
        FingerScroll(self, self._settings)

    def _build_screens(self, place: "Place | None" = None) -> None:
        from app.views.frame.screens import Screens  # heavy: networkx's room, the form, the map

        assert self._document is not None
        if self._screens is not None:
            self._screens.let_go()
        self._screens = Screens(
            self._document,
            self._settings,
            self,
            is_live=self._live is not None,
            place=place,
        )
        self._screens.quit_requested.connect(self.close)
        self._screens.live_requested.connect(self.toggle_live)
        for name in ("move_requested", "password_requested", "lock_requested", "guest_requested"):
            getattr(self._screens, name).connect(getattr(self, name))
        self.setCentralWidget(self._screens)

    def dress_again(self) -> None:
        """Build the page anew in the look of now, where one was."""
        if not self._waits_for_dialog():
            # A name that is half typed goes along; all else that is typed is kept with the map.
            drafts.keep(self.screens, but=self.screens.quick_add)
            self._build_at(self.screens.place)

    def _build_at(self, place: "Place") -> None:
        """Build the screens anew, as they are dressed now, and go on where the old ones stood.

        They are painted when everything has its place, and not on the way there.
        """
        from app import language

        self.setUpdatesEnabled(False)
        self._laid.start()
        language.install(self._settings.language)
        scale = self._live_scale() if self._live is not None else 1.0
        text_size = round(self._settings.text_size * scale)
        least = theme.FINGER if self._live is not None else 0  # a board is pressed by fingers
        theme.wear(self._settings.theme, text_size, least=least)
        # Behind a dialog that has just closed Qt leaves the window as it was.
        self.setPalette(QGuiApplication.palette())
        self.setFont(QGuiApplication.font())
        self._build_screens(place)
        self.screens.show()  # from here on what stands in it has its size
        self.screens.go_on_at(place)

    def _show_laid(self) -> None:
        """Paint what was built anew; what is not seen is got ready after that."""
        self.setUpdatesEnabled(True)
        self.screens.ahead.rest.start()

    def _waits_for_dialog(self) -> bool:
        """Dress again when the dialog that is open closes: it would go with the page below it."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication, QDialog

        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            return False
        dialog.finished.connect(self.dress_again, Qt.ConnectionType.QueuedConnection)
        return True

    def _live_scale(self) -> float:
        screen = self.screen().size()
        least, most = _LIVE
        return min(max(min(screen.width(), screen.height()) / _LIVE_HEIGHT, least), most)

    def toggle_live(self) -> None:
        """Show the map alone, larger and over the whole screen; or all as it was before."""
        from app.views.frame.screen_list import SCREENS

        if self._live is None:
            if self.screens.shown == "maps":
                return
            place = self.screens.place
            self._live = BeforeLive(self.saveGeometry(), self.windowState(), place)
            if not SCREENS[place.screen].live:
                self.screens.show_screen("draw")
                self.screens.memory.left.update(place.left)
            self.showFullScreen()
            self.dress_again()
            from app.views.widgets.keys import FULL_SCREEN

            self.screens.notice.tell(
                say(
                    "Full screen. Press Esc or {key} to leave. Type a name to add someone.",
                    key=FULL_SCREEN,
                )
            )
            self._live_said = self.screens.notice.text
            return
        from dataclasses import replace

        before, self._live = self._live, None
        self.setWindowState(before.state)
        drafts.keep(self.screens, but=self.screens.quick_add)
        self.screens.notice.withdraw(self._live_said)
        place = self.screens.place
        if place.screen == "draw":
            way = before.place.carried
            kept = place.carried._replace(way=way.way, at=way.at)
            place = replace(place, screen=before.place.screen, carried=kept)
        self._build_at(place)

    def _follow_system(self, scheme: object) -> None:
        theme.system_is(dark=getattr(scheme, "name", "") == "Dark")
        if self._settings.theme == "system":
            self.dress_again()

    def _follow_contrast(self, wanted: object) -> None:
        is_news = theme.system_wants_contrast(wanted=getattr(wanted, "name", "") == "HighContrast")
        if is_news and self._settings.theme == "system":
            self.dress_again()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take maps from anywhere, wherever in the window nothing else wants them."""
        from app.views.widgets.dropped import take_a_copy

        mime = event.mimeData()
        if self._screens is not None and (_maps_in(mime) or mime.hasImage()):
            take_a_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the maps."""
        from app.models.problem import Problem
        from app.views.widgets.dropped import take_a_copy

        files, image = _maps_in(event.mimeData()), event.mimeData().imageData()
        if files:
            self.screens.file_opening.open_files(files)
        elif image is None:  # what was promised is not there any more
            self.screens.notices.problem(Problem("nothing_dropped"))
        elif self.screens.document.is_open:  # out of another program, as a browser
            self.screens.photo_in.lay(image)
        else:
            self.screens.notices.problem(Problem("photo_without_map"))
        take_a_copy(event)

    def tell_bug(self, report: Path | None, reason: str = "") -> None:
        """Say that Kring itself went wrong, for what reason if known, and where it is written."""
        text = reason or say("Something went wrong in Kring. What you see on the map is saved.")
        typed = self._rescue()
        if typed:
            what = say("What you are typing is not saved yet: “{text}”.")
            text += " " + filled(what, text=_shortened(typed))
        if report is not None:
            shown = str(report) if self._screens is None else report.name
            more = say("What happened is written in {file}, without names.")
            text += " " + filled(more, file=shown)
        if self._screens is None:
            from app.views.widgets.question import tell

            tell(self._shell, text)
            self.close()
            return
        from app.views.widgets.save_dialog import open_folder

        if typed:
            copies = partial(QGuiApplication.clipboard().setText, typed)
            self._screens.notice.tell(text, say("Copy what I typed"), copies, stays=True)
            return
        button = say("Open the folder") if report is not None else ""
        does = partial(open_folder, report.parent) if report is not None else None
        self._screens.notice.tell(text, button, does, stays=True)

    def _rescue(self) -> str:
        """Return the unkept typed texts after a bug, trying nothing that may fail again."""
        try:
            return "\n".join(drafts.unkept(self._screens)) if self._screens else ""
        except Exception:  # noqa: BLE001 (a bug is being told: a second one must not hide it)
            return ""

    def keep_typed(self) -> bool:
        """Store what is being typed anywhere; tells whether that worked."""
        if self._screens is None:
            return True
        self._refused = False
        typed = drafts.unkept(self._screens)
        lost = drafts.keep(self._screens)
        lost = typed if self._refused else lost
        if lost:
            self._tell_lost(lost)
        return not lost

    def _tell_lost(self, lost: list[str]) -> None:
        text = say("Not saved: “{text}”. Copy it, or close Kring again to leave without it.")
        shown = _shortened(" ".join(lost))
        why = f"{self.screens.notice.text} " if self._refused else ""
        copies = partial(QGuiApplication.clipboard().setText, "\n".join(lost))
        self.screens.notice.tell(
            why + filled(text, text=shown), say("Copy what I typed"), copies, stays=True
        )

    def _hear_refusal(self, _problem: object) -> None:
        self._refused = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed and remember the place of the window; all else is stored."""
        if not self.keep_typed() and not self._closes_anyway and self.isVisible():
            self._closes_anyway = True
            event.ignore()
            return
        live = self._live
        self._settings.geometry = live.geometry if live is not None else self.saveGeometry()
        if self._screens is not None:
            from app.background import Task

            # What arrives from now on would find neither a window nor a library.
            for task in self._screens.findChildren(Task):
                task.drop()
            self._screens.file_opening.stop()
            self._screens.ahead.stop()
            self._screens.map.view.map_scene.others.stop()
        super().closeEvent(event)
        self.closed.emit()


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 80 else text[:79] + "…"


def _maps_in(mime: QMimeData) -> list[Path]:
    """Return the files and folders in what is dragged: what is in them tells what they are."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
