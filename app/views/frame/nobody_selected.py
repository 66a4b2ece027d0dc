"""The right side while nobody is selected: empty paper, with the way to what is said of the map."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.views.widgets.buttons import opens_a_list
from app.words import say

_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
"""Also of a button whose sign stands behind its words."""


class NobodySelected(QWidget):
    """A map has the room for itself until somebody is selected, or the map is asked about."""

    asked = Signal()
    """What is said of the map is to be shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        button = QPushButton(say("About this map"), self)
        button.setProperty("role", "quiet")
        opens_a_list(button)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(button, 0, _RIGHT)
        column.addStretch(1)
