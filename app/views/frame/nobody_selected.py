"""The right side while nobody is selected: what the map says, and the way to what is said of it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.analysis.findings.opening_sentence import opening
from app.analysis.study import study
from app.document import Document
from app.views.widgets import theme
from app.views.widgets.buttons import opens_a_list
from app.views.widgets.texts import paragraph
from app.views.widgets.told_when_shown import ToldWhenShown
from app.words import say

_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
"""Also of a button whose sign stands behind its words."""


class NobodySelected(ToldWhenShown, QWidget):
    """A map has the room for itself until somebody is selected, or the map is asked about.

    Beside it stand two sentences, on paper: what the map says, and what this side is for.
    """

    asked = Signal()
    """What is said of the map is to be shown."""

    _has_missed = True

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        button = QPushButton(say("About this map"), self)
        button.setProperty("role", "quiet")
        opens_a_list(button)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.asked)
        self.sentence = paragraph(self, role="title")
        self.hint = paragraph(
            self, say("Select someone on the map to see and change the answers."), soft=True
        )
        for words in (self.sentence, self.hint):
            words.setContentsMargins(theme.GRID * 2, 0, theme.GRID * 2, 0)
            words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(button, 0, _RIGHT)
        column.addSpacing(theme.GRID * 2)
        column.addWidget(self.sentence)
        column.addWidget(self.hint)
        column.addStretch(1)
        document.opened.connect(self._follow)
        document.changed.connect(self._follow)

    def _follow(self, before: object = None, after: object = None) -> None:
        if self.is_told():
            self.catch_up()

    def catch_up(self) -> None:
        """Say what the map says by now; of an empty one the map itself says what to do."""
        is_there = self._document.is_open and bool(self._document.map.partners)
        if is_there:
            self.sentence.setText(opening(study(self._document.map)))
        self.sentence.setVisible(is_there)
        self.hint.setVisible(is_there)
