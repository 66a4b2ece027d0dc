"""What Kring is, all its keys, and how to use it in class (`resources/guide`), in one window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFragment,
    QTextTable,
)
from PySide6.QtWidgets import (
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
from app.views.frame.key_list import Rows, by_hand, in_menu
from app.views.widgets import theme
from app.views.widgets.dialogs import Dialog, add_answers, fit_on_screen
from app.views.widgets.page_keys import scroll_by_page
from app.views.widgets.segmented import Pages
from app.words import current_language, say


class Help(Dialog):
    """All keys by group; what the menu has comes from the table of commands itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Kring {VERSION}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        promise = QLabel(
            say("Everything stays on this computer; Kring never connects to the internet."), self
        )
        promise.setWordWrap(True)
        column.addWidget(promise)
        named = {"keys": say("Keys"), "lesson": say("In class"), "parts": say("Parts and licences")}
        self.switch = Pages(named, self)
        pages = {"keys": self._keys(), "lesson": self._lesson(), "parts": self._parts()}
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page that is shown, also from its title."""
        if not scroll_by_page(self.pages.currentWidget(), event):
            super().keyPressEvent(event)

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
        scroll.setProperty("heard_as", "group")
        page = QWidget(scroll)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 16, 0)
        row.setSpacing(32)
        parts = [*by_hand(), *in_menu()]
        metrics = QFontMetrics(theme.font("label"))
        caps = max(metrics.horizontalAdvance(keys) for _, rows in parts for keys, _ in rows)
        half = sum(len(rows) + 2 for _, rows in parts) / 2
        above, columns = 0, [_column(row)]
        for title, rows in parts:
            if above >= half and not theme.is_large():
                columns.append(_column(row))
                above = 0
            columns[-1].addWidget(_Part(title, rows, caps + theme.scaled(24), page))
            above += len(rows) + 2
        for column in columns:
            column.addStretch(1)
        scroll.setWidget(page)
        return scroll

    def _parts(self) -> QTextBrowser:
        """Return the parts Kring is made of, with their licences."""
        from app.components import parts  # only whoever asks waits for it

        told = QTextBrowser(self)
        told.setFrameShape(QFrame.Shape.NoFrame)
        told.setOpenLinks(False)
        told.setAccessibleName(say("Parts and licences"))
        qt = say(
            "Qt and PySide6 are used under the LGPL 3. They are separate files that you may "
            "replace; their source is at code.qt.io."
        )
        lines = [f"{one.name} {one.version}: {one.licence}" for one in parts()]
        told.setPlainText("\n".join([qt, "", *lines]))
        _lay_out(told)
        return told

    def _lesson(self) -> QTextBrowser:
        """Return the guide for a lesson; links in it lead nowhere outside."""
        guide = QTextBrowser(self)
        guide.setFrameShape(QFrame.Shape.NoFrame)
        guide.setOpenLinks(False)
        guide.setAccessibleName(say("In class"))
        file = RESOURCES / "guide" / f"lesson_{current_language()}.md"
        guide.setMarkdown(file.read_text("utf-8"))
        _lay_out(guide)
        return guide


class _Part(QWidget):
    """Keys that belong together, each on a cap, with what it does."""

    def __init__(self, title: str, rows: Rows, caps: int, parent: QWidget) -> None:
        """`caps` is how much room the keys have: the same in every part."""
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, caps)
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


def _lay_out(text: QTextBrowser) -> None:
    """Give a long text the letters, the lines and the air of everything else."""
    text.setProperty("role", "card")
    document = text.document()
    document.setDocumentMargin(16)
    document.setDefaultFont(theme.font())
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = QTextCharFormat()
            letters.setFont(theme.font("heading" if level == 1 else "title"))
            cursor.mergeCharFormat(letters)
            space = QTextBlockFormat()
            space.setTopMargin(0 if level == 1 else 16)
            space.setBottomMargin(8)
            cursor.mergeBlockFormat(space)
        else:
            part = block.begin()
            while not part.atEnd():
                _strengthen(cursor, part.fragment())
                part += 1
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            lines = frame.format().toTableFormat()
            lines.setBorder(0)
            lines.setCellPadding(8)
            frame.setFormat(lines)


def _strengthen(cursor: QTextCursor, words: QTextFragment) -> None:
    """Write bold words in the bold letters there are: Qt would blur others out of them."""
    if words.charFormat().fontWeight() > QFont.Weight.DemiBold:
        cursor.setPosition(words.position())
        cursor.setPosition(words.position() + words.length(), QTextCursor.MoveMode.KeepAnchor)
        letters = QTextCharFormat()
        letters.setFontWeight(QFont.Weight.DemiBold)
        cursor.mergeCharFormat(letters)


def _column(row: QHBoxLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    row.addLayout(column, 1)
    column.setSpacing(8)
    return column
