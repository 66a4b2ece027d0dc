"""A side of the window: what it holds, and the button that folds it to a strip."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.views.widgets import theme
from app.views.widgets.keys import with_key
from app.words import say

_STRIP: Final = 24
_WIDEST: Final = 32
"""Pixels of the strip, and at most in large letters."""


class Side(QFrame):
    """The left or right of a page. Folded, only the button is left, and the middle has the room."""

    def __init__(self, page: QWidget, name: str) -> None:
        super().__init__(page)
        self.name = name
        self.setProperty("role", name)
        self.is_folded = False
        self.button = QToolButton(self)
        self.button.setProperty("role", "icon")
        self.button.setFixedSize(min(theme.scaled(_STRIP), _WIDEST), theme.scaled(36))
        self.button.setIconSize(QSize(theme.scaled(16), theme.scaled(16)))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def hold(self, holds: QWidget, action: QAction) -> None:
        """Hold what was made in it: what is made elsewhere would be dressed once more."""
        self._holds = holds
        self.button.clicked.connect(action.trigger)
        self._key = action.shortcut().toString()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        strip = QVBoxLayout()
        if self.name == "left":
            row.addWidget(holds, 1)
        row.addLayout(strip)
        if self.name == "right":
            row.addWidget(holds, 1)
        beside_the_first = 16 if self.name == "left" else 0
        strip.setContentsMargins(0, beside_the_first, 0, 0)
        strip.addWidget(self.button)
        strip.addStretch(1)
        self._show_sign()

    def _show_sign(self) -> None:
        to_left = self.is_folded == (self.name == "right")
        self.button.setIcon(theme.icon("left" if to_left else "right", "soft_ink"))
        left, right = (
            (say("Show the names again"), say("Show what is at the right again"))
            if self.is_folded
            else (say("Fold the names away"), say("Fold this side away"))
        )
        text = left if self.name == "left" else right
        self.button.setAccessibleName(text)
        self.button.setToolTip(with_key(text, self._key))

    def fold(self, *, folded: bool, width: int) -> None:
        """Be a strip, or as wide as what it holds may be."""
        strip = self.button.width()
        self.setFixedWidth(strip if folded else width + strip)
        if folded == self.is_folded:
            return
        has_keyboard = folded and self._holds.isAncestorOf(self.window().focusWidget() or self)
        self.is_folded = folded
        self._holds.setVisible(not folded)
        self._show_sign()
        if has_keyboard:
            self.button.setFocus()

    def lie(self, *, floating: bool) -> None:
        """Let what stands here lie on the paper as a card, or fill the side."""
        role = "bar" if floating or self.is_folded else self.name
        if self.property("role") != role:
            self.setProperty("role", role)
            if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                self.style().polish(self)  # before, it is polished when it is shown
                QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # its line as well
        layout = self.layout()
        assert layout is not None
        around = (0, 4, 16, 8) if floating and not self.is_folded else (0, 0, 0, 0)
        layout.setContentsMargins(*around)
