"""Lists whose rows are as high as what they say, with lines broken as labels break theirs."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from app.views.widgets import theme
from app.views.widgets.wrapping import wrapped

_AROUND: Final = 28
"""Pixels in a row of a list beside its icon and its words."""
_LINE_ENDS: Final = "\u2028"
"""What Qt takes for the end of a line in what it lays out."""


class _Dividing(QStyledItemDelegate):
    """Breaks lines as the labels of Kring do: a word that is too wide, between two syllables.

    Qt measures a row without the room around its words, and would cut those that just fit.
    """

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Say what is drawn and measured; what the row says stays as it is."""
        super().initStyleOption(option, index)
        rows = self.parent()
        assert isinstance(rows, QListWidget)
        room = rows.viewport().width() - rows.iconSize().width() - theme.scaled(_AROUND)
        option.text = _LINE_ENDS.join(wrapped(option.text, room, option.font))


def fold_lines(rows: QListWidget) -> None:
    """Let a row be as high as what it says, and no list be wider than it is."""
    rows.setItemDelegate(_Dividing(rows))
    rows.setWordWrap(True)
    rows.setTextElideMode(Qt.TextElideMode.ElideNone)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setResizeMode(QListWidget.ResizeMode.Adjust)
