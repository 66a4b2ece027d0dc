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

from app import RESOURCES, VERSION
from app.views.frame.command_list import groups
from app.views.map.kit import TOOLS
from app.views.widgets import theme
from app.views.widgets.dialogs import fit_on_screen
from app.words import current_language, say


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
            say("Everything stays on this computer; Kring never uses the network."), self
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
        scroll.setAccessibleName(say("All keys"))
        page = QWidget(scroll)
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(0, 0, 16, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._fill()
        scroll.setWidget(page)
        self.pages.addTab(scroll, say("Keys"))
        self.pages.addTab(self._lesson(), say("In class"))
        close = QPushButton(say("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        fit_on_screen(self, QSize(theme.scaled(560), theme.scaled(640)))

    def _lesson(self) -> QTextBrowser:
        """Return the guide for a lesson; links in it lead nowhere outside."""
        guide = QTextBrowser(self)
        guide.setFrameShape(QFrame.Shape.NoFrame)
        guide.setOpenLinks(False)
        guide.setAccessibleName(say("In class"))
        file = RESOURCES / "guide" / f"lesson_{current_language()}.md"
        guide.setMarkdown(file.read_text("utf-8"))
        return guide

    def _fill(self) -> None:
        self._heading(say("With someone selected"))
        for keys, words in (
            ("0 – 6", say("how often you have contact")),
            (say("Shift + 1 – 5"), say("how important the contact is")),
            ("S", say("one of my most important")),
            ("T", say("then others: they know each other")),
            ("I", say("who this is")),
            ("F2", say("rename")),
            ("Delete", say("off the map; again: removed")),
            (say("Arrow keys"), say("move between people")),
            (say("A word"), say("goes to “Name or role”: what you type is a new name")),
        ):
            self._row(keys, words)
        self._heading(say("Tools of the map"))
        for tool in TOOLS:
            self._row(tool.letter, tool.name())
        self._row("D", say("move between outlines and text"))
        self._row("Esc", say("back"))
        for title, rows in _elsewhere():
            self._heading(title)
            for keys, words in rows:
                self._row(keys, words)
        for group in groups():
            with_keys = [command for command in group.commands if command.keys]
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


def _elsewhere() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the keys that mean something in one place only, by that place."""
    return (
        (
            say("In a field"),
            (
                ("Esc", say("take back what you typed; from “Name or role”: to the map")),
                (say("Delete or Backspace"), say("empty an answer")),
                ("↓", say("choose the type of a new name")),
            ),
        ),
        (
            say("In the table"),
            (
                ("Enter", say("change this cell")),
                (say("Alt + ↑ or ↓"), say("sort by this column")),
                ("Shift+F10", say("what can be done with who is selected")),
            ),
        ),
        (
            say("In My maps"),
            (
                ("Enter", say("open")),
                ("F2", say("rename")),
                ("Delete", say("remove; this can be undone")),
            ),
        ),
        (
            say("With one question at a time"),
            (
                (say("Space"), say("later")),
                ("Backspace", say("one back")),
            ),
        ),
        (
            say("Everywhere"),
            (
                ("Tab", say("the next thing; inside a group the arrow keys")),
                ("F10", say("the menu; a letter goes to an entry")),
                ("Esc", say("close a message")),
            ),
        ),
    )
