"""A line of words on the map that says what the hand is about to do."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from app.views.widgets import theme

_BRIEFLY: Final = 5000
"""Milliseconds."""


class Hint(QLabel):
    """Stands at the top of its parent, or above the pointer; clicks go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "hint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.timeout.connect(self.hide)

    def say_briefly(self, text: str) -> None:
        """Show words at the top for a moment."""
        self.tell(text, None)
        self._away.start(_BRIEFLY)

    def tell(self, text: str, at: QPoint | None) -> None:
        """Show words above a point, or at the top; no words hide it."""
        self._away.stop()
        self.setText(text)
        self.setVisible(bool(text))
        if not text:
            return
        self.raise_()
        parent = self.parentWidget()
        assert parent is not None
        around = parent.size()
        self.setWordWrap(False)
        self.adjustSize()
        if self.width() > around.width() - 16:
            self.setWordWrap(True)
            self.resize(around.width() - 16, self.heightForWidth(around.width() - 16))
        room = around - self.size()
        if at is None:
            self.move(room.width() // 2, 8)
            return
        # Above the disc and clear of its label, which stands beside or below it.
        above = at.y() - self.height() - theme.scaled(36)
        self.move(max(min(at.x() + 20, room.width()), 0), max(min(above, room.height()), 0))
