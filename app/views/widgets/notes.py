"""A place to write under a large question: every change is told, and nothing has to be kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.models.rules import cleaned_text
from app.views.widgets import drafts, theme
from app.views.widgets.text_editor import TextEditor


class Notes(TextEditor):
    """A text that tells every change, and leaves undo and the page keys to the rest."""

    written = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stored = ""
        self._pace = drafts.Pace(self)
        self._pace.due.connect(self._write)
        self.edited.connect(self._pace.type)
        drafts.watch(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave alone the keys that turn to another question."""
        turns = event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Escape)
        if turns or (event.modifiers() & Qt.KeyboardModifier.ControlModifier and is_enter(event)):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def show_text(self, text: str) -> None:
        """Show a stored text; the cursor of somebody who is typing just that stays."""
        if self._pace.is_giving and text == self._stored and self.draft():
            return  # what was typed is refused
        self._stored = text
        super().show_text(text)

    def draft(self) -> str:
        """Return the typed text that is not stored yet."""
        text = self.toPlainText()
        return "" if self.isReadOnly() or cleaned_text(text) == self._stored else text

    def keep_draft(self) -> None:
        """Tell it now."""
        self._pace.give()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Store what waits."""
        super().focusOutEvent(event)
        self._pace.settle()

    def _write(self) -> None:
        self.written.emit(self.toPlainText())


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether a key is Return, or Enter beside the digits."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def large() -> QFont:
    """Return the font of a question that stands alone."""
    return theme.font("question" if not theme.is_large() else "heading")
