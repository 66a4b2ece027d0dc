"""The list of my maps, as far as the arrows go through it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.views.widgets.quick_typing import is_letter

_PAGE: Final = 8
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_Home: -100_000,
    Qt.Key.Key_End: 100_000,
}


class WalkedList(QWidget):
    """Takes the arrows before the area around it scrolls by them, and letters nobody wanted."""

    stepped = Signal(int)
    """The keyboard is to go so many maps further."""
    typed = Signal(str)
    """A title is being typed where no field is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or look for a title, where nobody within wanted the key."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif is_letter(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
