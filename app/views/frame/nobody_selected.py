"""The right side while nobody is selected: words on paper that say what comes next."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.document import Document
from app.views.widgets import theme
from app.views.widgets.buttons import opens_a_list
from app.views.widgets.icons import shown_icon
from app.views.widgets.one_stop import OneStop
from app.views.widgets.told_when_shown import ToldWhenShown
from app.views.widgets.word_button import WordButton
from app.words import say

_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
"""Also of a button whose sign stands behind its words."""


class NobodySelected(ToldWhenShown, QWidget):
    """A map has the room for itself until somebody is selected, or the map is asked about.

    Who is still to be filled in stands at the left; the tabs say the same ways as places.
    """

    asked = Signal()
    """What is said of the map is to be shown."""

    _has_missed = True

    def __init__(self, document: Document, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        button = QPushButton(say("About this map"), self)
        button.setProperty("role", "quiet")
        opens_a_list(button)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(button, 0, _RIGHT)
        self.next = QWidget(self)
        column.addWidget(self.next)
        column.addStretch(1)
        ways = QVBoxLayout(self.next)
        ways.setContentsMargins(16, 16, 0, 0)
        ways.setSpacing(0)
        heading = QLabel(say("What you can do next"), self.next)
        heading.setFont(theme.font("strong"))
        ways.addWidget(heading)
        ways.addSpacing(8)  # as far from the first way as the ways are from each other
        for action, text in (
            ("insight", say("See what stands out")),
            ("share", say("Talk about it with another student")),
            ("reflect", say("Choose a next step")),
            ("compare", say("Draw again later and compare")),
        ):
            way = WordButton(text, self.next, shown_icon("right", "soft_ink"))
            way.setProperty("role", "quiet")
            way.setProperty("lies", "start")
            way.clicked.connect(actions[action].trigger)
            ways.addWidget(way)
        OneStop(self.next.findChildren(QPushButton), self, by_click=False)
        document.opened.connect(self._follow)
        document.changed.connect(self._follow)

    def _follow(self, *_: object) -> None:
        if self.is_told():
            self.catch_up()

    def catch_up(self) -> None:
        """Show the ways on from a map with somebody on it: an empty one says itself what to do."""
        self.next.setVisible(self._document.is_open and bool(self._document.map.partners))
