"""What Kring is, all its keys, and how to use it in class, in one window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app import RESOURCES, VERSION, language
from app.views import theme
from app.views.actions import groups
from app.views.dialogs import fit_on_screen


class Help(QDialog):
    """All keys by group; what the menu has comes from the table of commands itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Kring {VERSION}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        promise = QLabel(
            self.tr("Everything stays on this computer; Kring never uses the network."), self
        )
        promise.setWordWrap(True)
        column.addWidget(promise)
        self.pages = QTabWidget(self)
        self.pages.setDocumentMode(True)
        column.addWidget(self.pages, 1)
        scroll = QScrollArea(self.pages)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("All keys"))
        page = QWidget(scroll)
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(0, 0, 16, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._fill()
        scroll.setWidget(page)
        self.pages.addTab(scroll, self.tr("Keys"))
        self.pages.addTab(self._lesson(), self.tr("In class"))
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        fit_on_screen(self, QSize(theme.scaled(560), theme.scaled(640)))

    def _lesson(self) -> QTextBrowser:
        """Return the guide for a lesson; links in it lead nowhere outside."""
        guide = QTextBrowser(self)
        guide.setFrameShape(QFrame.Shape.NoFrame)
        guide.setOpenLinks(False)
        guide.setAccessibleName(self.tr("In class"))
        file = RESOURCES / "guide" / f"lesson_{language.current()}.md"
        guide.setMarkdown(file.read_text("utf-8"))
        return guide

    def _fill(self) -> None:
        self._heading(self.tr("With somebody selected"))
        for keys, words in (
            ("0 – 6", self.tr("how often you have contact")),
            (self.tr("Shift + 1 – 5"), self.tr("how important the contact is")),
            ("S", self.tr("one of my most important")),
            ("T", self.tr("then others: they know each other")),
            ("I", self.tr("who this is")),
            ("F2", self.tr("rename")),
            ("Delete", self.tr("back to “still to place”; once more: gone")),
            (self.tr("Arrow keys"), self.tr("walk from person to person")),
            (self.tr("A word"), self.tr("goes to “Name or role”: what you type is a new name")),
        ):
            self._row(keys, words)
        self._heading(self.tr("Tools of the map"))
        for keys, words in (
            ("V", self.tr("select")),
            ("T", self.tr("who knows whom")),
            ("O", self.tr("outline around people")),
            ("X", self.tr("text")),
            ("P", self.tr("pen")),
            ("E", self.tr("eraser")),
            ("D", self.tr("walk through outlines and texts")),
            ("Esc", self.tr("back")),
        ):
            self._row(keys, words)
        for group in groups():
            with_keys = [command for command in group.commands if command and command.keys]
            if with_keys:
                self._heading(group.name)
            for command in with_keys:
                key = QKeySequence(command.keys[0])
                self._row(key.toString(QKeySequence.SequenceFormat.NativeText), command.text)

    def _heading(self, words: str) -> None:
        label = QLabel(words, self)
        label.setFont(theme.font("strong"))
        label.setContentsMargins(0, 12, 0, 0)
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 2)

    def _row(self, keys: str, words: str) -> None:
        row = self._grid.rowCount()
        pressed, does = QLabel(keys, self), QLabel(words, self)
        pressed.setProperty("role", "soft")
        does.setWordWrap(True)
        self._grid.addWidget(pressed, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(does, row, 1)
