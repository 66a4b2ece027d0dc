"""A line in which something is looked for."""

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from app.views.widgets import theme
from app.views.widgets.new_line import NewLine

_LEAST: Final = 24
"""Pixels of the smallest target."""


class SearchLine(NewLine):
    """Has a button that empties it, large enough to be hit: Qt's own is 18 pixels high."""

    def __init__(self, hint: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setMinimumHeight(theme.scaled(32))
        self.setClearButtonEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the button its size where it stands."""
        super().resizeEvent(event)
        side = max(_LEAST, theme.least())
        for button in self.findChildren(QToolButton):
            room = QRect(0, 0, side, side)
            room.moveCenter(button.geometry().center())
            button.setGeometry(room)
