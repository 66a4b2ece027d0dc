"""What Kring is, all its keys, and how to use it in class, in one window."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app import RESOURCES, VERSION
from app.views.frame.command_list import groups
from app.views.map.toolbox import TOOLS
from app.views.widgets import theme
from app.views.widgets.dialogs import add_answers, fit_on_screen
from app.views.widgets.keys import digits_of
from app.views.widgets.segmented import Segmented
from app.words import current_language, say

Rows = Sequence[tuple[str, str]]
"""Keys, and what they do."""


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
        pages = {"keys": self._keys(), "lesson": self._lesson(), "parts": self._parts()}
        named = {"keys": say("Keys"), "lesson": say("In class"), "parts": say("Parts and licences")}
        self.switch = Segmented(named, self)
        self.pages = QStackedWidget(self)
        for page in pages.values():
            self.pages.addWidget(page)
        self._places = list(pages)
        self.switch.chosen.connect(self.show_page)
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.pages, 1)
        self.show_page("keys")
        close = QPushButton(say("Close"), self)
        close.clicked.connect(self.accept)
        add_answers(column, close)
        fit_on_screen(self, QSize(theme.scaled(820), theme.scaled(640)))

    def show_page(self, page: str) -> None:
        """Show `keys`, how to use Kring in class (`lesson`), or what it is made of (`parts`)."""
        self.switch.show_chosen(page)
        self.pages.setCurrentIndex(self._places.index(page))

    def _keys(self) -> QScrollArea:
        """Return all keys, in two columns where there is room for them."""
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(say("All keys"))
        page = QWidget(scroll)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 16, 0)
        row.setSpacing(32)
        parts = [*_by_hand(), *_in_menu()]
        half = sum(len(rows) + 2 for _, rows in parts) / 2
        above, columns = 0, [_column(row)]
        for title, rows in parts:
            if above >= half and theme.text_scale() < 1.4:
                columns.append(_column(row))
                above = 0
            columns[-1].addWidget(_Part(title, rows, page))
            above += len(rows) + 2
        for column in columns:
            column.addStretch(1)
        scroll.setWidget(page)
        return scroll

    def _parts(self) -> QTextBrowser:
        """Return what Kring is made of, and under which licences."""
        from app.parts import parts  # only whoever asks waits for it

        told = QTextBrowser(self)
        told.setFrameShape(QFrame.Shape.NoFrame)
        told.setOpenLinks(False)
        told.setAccessibleName(say("Parts and licences"))
        qt = say(
            "Qt and PySide6 are used under the LGPL 3. They are files of their own that you may "
            "replace; their source is at code.qt.io."
        )
        lines = [f"{one.name} {one.version}: {one.licence}" for one in parts()]
        told.setPlainText("\n".join([qt, "", *lines]))
        return told

    def _lesson(self) -> QTextBrowser:
        """Return the guide for a lesson; links in it lead nowhere outside."""
        guide = QTextBrowser(self)
        guide.setFrameShape(QFrame.Shape.NoFrame)
        guide.setOpenLinks(False)
        guide.setAccessibleName(say("In class"))
        file = RESOURCES / "guide" / f"lesson_{current_language()}.md"
        guide.setMarkdown(file.read_text("utf-8"))
        return guide


class _Part(QWidget):
    """Keys that belong together, each on a cap, with what it does."""

    def __init__(self, title: str, rows: Rows, parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, theme.scaled(104))
        heading = QLabel(title, self)
        heading.setFont(theme.font("title"))
        grid.addWidget(heading, 0, 0, 1, 2)
        for number, (keys, words) in enumerate(rows, 1):
            cap, does = QLabel(keys, self), QLabel(words, self)
            cap.setProperty("role", "key")
            cap.setFont(theme.font("label"))
            does.setWordWrap(True)
            top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
            grid.addWidget(cap, number, 0, top)
            grid.addWidget(does, number, 1)


def _column(row: QHBoxLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    row.addLayout(column, 1)
    column.setSpacing(8)
    return column


def _by_hand() -> Iterator[tuple[str, Rows]]:
    """Yield the keys that no menu has."""
    yield (
        say("With someone selected"),
        (
            (digits_of("frequency"), say("how often you have contact")),
            (f"Shift + {digits_of('importance')}", say("how important the contact is")),
            ("S", say("one of my most important")),
            ("T", say("then others: they know each other")),
            ("I", say("who this is")),
            ("F2", say("rename")),
            ("Delete", say("off the map; again: removed")),
            (say("Arrow keys"), say("move between people")),
            (say("Ctrl + arrow keys"), say("show another part of a large map")),
            (say("A word"), say("goes to “Name or role”: what you type is a new name")),
        ),
    )
    yield (
        say("Tools of the map"),
        (
            *((tool.letter, tool.name()) for tool in TOOLS),
            ("D", say("move between outlines and text")),
            ("Esc", say("back")),
        ),
    )
    yield from _elsewhere()


def _in_menu() -> Iterator[tuple[str, Rows]]:
    """Yield the keys of the menu, from the table of commands."""
    native = QKeySequence.SequenceFormat.NativeText
    for group in groups():
        rows = tuple(
            (QKeySequence(command.keys[0]).toString(native), command.text)
            for command in group.commands
            if command.keys
        )
        if rows:
            yield group.name, rows


def _elsewhere() -> tuple[tuple[str, Rows], ...]:
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
                ("Delete", say("remove; this can be undone")),
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
        _replayed(),
        (
            say("Everywhere"),
            (
                ("Tab", say("the next thing; inside a group the arrow keys")),
                ("F10", say("the menu; a letter goes to an entry")),
                ("Esc", say("close a message")),
            ),
        ),
    )


def _replayed() -> tuple[str, Rows]:
    return (
        say("Where the map comes about once more"),
        (
            (say("Space"), say("play or pause")),
            ("Page Up, Page Down", say("one step back or on")),
            ("Home, End", say("to the beginning or the end")),
        ),
    )
