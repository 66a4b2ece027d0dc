"""What keeps a window in front of the main one on the screen, however large the text."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.views import theme

_AROUND: Final = QSize(24, 56)
"""Pixels of frame and title bar, which Qt does not count before a window stands there."""
_SHARE: Final = 0.42
"""How much of the width of the screen choices take at most; the rest is for what is made."""


def fit_on_screen(window: QWidget, wanted: QSize) -> None:
    """Give a window the size it wants, or what the screen of its parent has room for."""
    window.resize(wanted.boundedTo(_room(window)))


class Choices(QScrollArea):
    """A column of choices that scrolls where the window is not high enough for all of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, theme.GRID, 0)
        self.setWidget(inside)
        self._width = min(theme.scaled(312), round(_room(parent).width() * _SHARE))
        self.setFixedWidth(self._width)

    def sizeHint(self) -> QSize:
        """Ask for the height of all choices."""
        return QSize(self._width, self.column.totalHeightForWidth(self._width))

    def minimumSizeHint(self) -> QSize:
        """Do with a few of them."""
        return QSize(self._width, theme.scaled(120))


def _room(window: QWidget) -> QSize:
    parent = window.parentWidget()
    return (parent or window).screen().availableGeometry().size() - _AROUND
