"""A line in which something is typed that is on no map: something new, or what is looked for."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit

from app.views.widgets.icons import shown_icon
from app.views.widgets.keys import is_undo
from app.words import say


class NewLine(QLineEdit):
    """Leaves undo to the history of the map, but not while something is being typed."""

    def event(self, event: QEvent) -> bool:
        """Let undo pass while the line is empty: then what was done last was done elsewhere."""
        if not self.text() and is_undo(event):
            event.ignore()
            return False
        return super().event(event)


def add_tick(line: QLineEdit) -> None:
    """Let a press at the end of a line do what Enter does, while something stands in it."""
    tick = line.addAction(shown_icon("tick"), QLineEdit.ActionPosition.TrailingPosition)
    tick.setText(say("Save"))
    tick.setVisible(False)
    tick.triggered.connect(line.returnPressed)
    line.textChanged.connect(lambda typed: tick.setVisible(bool(typed.strip())))
