"""A line in which something new is typed."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit

from app.views.widgets.keys import is_undo


class NewLine(QLineEdit):
    """Leaves undo to the history of the map, but not while something is being typed."""

    def event(self, event: QEvent) -> bool:
        """Let undo pass while the line is empty: then what was typed last is on the map."""
        if not self.text() and is_undo(event):
            event.ignore()
            return False
        return super().event(event)
