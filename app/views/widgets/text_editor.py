"""The one place to write several lines: undo is left to the map, as in every field."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.models.rules import TEXT_LENGTH, cleaned_text
from app.views.widgets import theme
from app.views.widgets.keys import is_undo

_MOST_LINES: Final = 12
"""From here on a text that grows is scrolled."""


class TextEditor(QPlainTextEdit):
    """A text that tells what is typed, and shows what is stored without moving who types it."""

    edited = Signal(str)
    """What stands there now, as it would be kept; not for what is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._change)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the history of the map."""
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def show_text(self, text: str) -> None:
        """Show a stored text; the cursor of somebody who is typing just that stays."""
        if cleaned_text(self.toPlainText()) != text:
            self._put(text, self.textCursor().position() if self.hasFocus() else 0)

    def _change(self) -> None:
        if self._showing:
            return
        text = self.toPlainText()
        if len(text) > TEXT_LENGTH:
            self._put(text[:TEXT_LENGTH], self.textCursor().position())
        self.edited.emit(cleaned_text(text))

    def _put(self, text: str, position: int) -> None:
        self._showing = True
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setPosition(min(position, cursor.position()))
        self.setTextCursor(cursor)
        self._showing = False


class GrowingText(TextEditor):
    """A text in a form, as high as what it holds; tells when it is entered, left and given up."""

    air = 7
    """Pixels above the first line, and below the last, that are there to write in."""

    left = Signal()
    entered = Signal()
    given_up = Signal()
    """Esc was pressed."""

    def __init__(self, fewest_lines: int) -> None:
        super().__init__()
        self._fewest = fewest_lines
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height it keeps: only now it is known how much room its frame takes."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height of the lines as they break now."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Esc, and leave it to others as well."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody is going to write."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the text is left."""
        super().focusOutEvent(event)
        self.left.emit()

    def _fit(self) -> None:
        lines = int(self.document().documentLayout().documentSize().height())
        shown = min(max(lines, self._fewest), _MOST_LINES)
        # A bar that came while it grows would take room from the words, and stay.
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAsNeeded if lines > shown else bar.ScrollBarAlwaysOff
        )
        around = self.contentsMargins().top() + self.contentsMargins().bottom()
        inside = round(2 * self.document().documentMargin())
        height = shown * QFontMetrics(self.font()).lineSpacing() + inside + around
        self.setFixedHeight(height + 2 * theme.scaled(self.air))
