"""A text in which something new is typed: it grows with its words, and Enter is done with it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from app.views.widgets.text_editor import GrowingText


class NewText(GrowingText):
    """Shows a whole sentence, where a line would show half of it."""

    air = 2  # as low as a line, until there is more to it

    finished = Signal()
    """Enter was pressed."""

    def __init__(self) -> None:
        super().__init__(1)
        self.document().setDocumentMargin(2)

    def text(self) -> str:
        """Return what stands there."""
        return self.toPlainText()

    def event(self, event: QEvent) -> bool:
        """Let undo pass while it is empty: then what was typed last is on the map."""
        return QPlainTextEdit.event(self, event) if self.text() else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter; the rest is typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)
