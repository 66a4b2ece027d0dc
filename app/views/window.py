"""The window: first a shell that is painted at once, then the screens around one document."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from app.settings import Settings
from app.views import theme
from app.views.shell import Shell

if TYPE_CHECKING:
    from app.document import Document
    from app.views.screens import Screens


class MainWindow(QMainWindow):
    """Shows an empty shell before anything heavy is imported; `show_document` fills it."""

    first_painted = Signal()
    closed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle("Kring")
        self._settings = settings
        self._painted = False
        self._document: Document | None = None
        self._screens: Screens | None = None
        self.setMinimumSize(800, 560)
        if not self.restoreGeometry(settings.geometry):
            self.resize(1280, 800)
        self._shell = Shell(self)
        self.setCentralWidget(self._shell)
        self._shell.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell about the first paint, after it."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    @property
    def screens(self) -> "Screens":
        """Return the screens; there are none before `show_document`."""
        assert self._screens is not None
        return self._screens

    def show_document(self, document: "Document") -> None:
        """Build the screens around a document; what was typed already goes on there."""
        self._document = document
        typed = self._shell.typed
        self._build_screens()
        self.screens.quick_add.field.setText(typed)
        self.screens.quick_add.field.setFocus()
        self._settings.appearance_changed.connect(self._dress_again)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _build_screens(self) -> None:
        from app.views.screens import Screens  # heavy: networkx's room, the form, the map

        assert self._document is not None
        if self._screens is not None:
            self._screens.let_go()
        self._screens = Screens(self._document, self._settings, self)
        self._screens.quit_requested.connect(self.close)
        self.setCentralWidget(self._screens)

    def _dress_again(self) -> None:
        from app import language

        language.install(self._settings.language)
        theme.wear(self._settings.theme, self._settings.text_size)
        shown, typed = self.screens.shown, self.screens.quick_add.field.text()
        self._build_screens()
        self.screens.show_screen(shown)
        self.screens.quick_add.field.setText(typed)
        self.screens.quick_add.field.setFocus()

    def _follow_system(self, scheme: object) -> None:
        theme.system_is(dark=getattr(scheme, "name", "") == "Dark")
        if self._settings.theme == "system":
            self._dress_again()

    def tell_bug(self, report: Path | None) -> None:
        """Say that Kring itself went wrong, and where that is written down."""
        text = self.tr("Something went wrong in Kring itself. Your work is kept.")
        if report is not None:
            more = self.tr("What happened is written in {file}, without names.")
            text += " " + more.replace("{file}", str(report))
        if self._screens is not None:
            self._screens.notice.tell(text, stays=True)
            return
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.critical(self, "Kring", text)
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place of the window; every edit is stored already."""
        self._settings.geometry = self.saveGeometry()
        super().closeEvent(event)
        self.closed.emit()
