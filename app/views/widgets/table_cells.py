"""How the cells of a table are drawn, and how high they are."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.views.widgets import theme
from app.views.widgets.wrapping import wrapped
from app.words import joined

_AROUND = 4
_ABOVE = 7
"""Pixels beside the words of a cell that wraps, and above and below them."""
_Index = QModelIndex | QPersistentModelIndex


def row_height(lines: int = 1) -> int:
    """Return the height of a row with so many lines, in pixels: the one rule for all tables."""
    metrics = QFontMetrics(theme.font())
    more = (lines - 1) * metrics.lineSpacing()
    return max(theme.scaled(30), metrics.height() + theme.scaled(12)) + more


class Cells(QStyledItemDelegate):
    """Cells of one line, or where the table wraps as high as their words need."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """Return the field in which a cell is typed, called after its column and its row."""
        field = super().createEditor(parent, option, index)
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        row = index.sibling(index.row(), 0).data()
        field.setAccessibleName(joined((str(title or ""), str(row or "")), between=": "))
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Cover the whole cell, with the words where they stood; they may go beyond it."""
        super().updateEditorGeometry(editor, option, index)
        words: QRect = editor.geometry()
        cell: QRect = option.rect
        editor.setGeometry(words.united(cell))
        if isinstance(editor, QLineEdit):
            editor.setTextMargins(max(words.left() - cell.left(), 0), 0, 0, 0)
            # How wide it grows with its words, Qt reckons with the margins of when it was made.
            QApplication.sendEvent(editor, QEvent(QEvent.Type.StyleChange))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room of all lines."""
        if not self._wraps():
            return super().sizeHint(option, index).expandedTo(QSize(0, row_height()))
        self.initStyleOption(option, index)
        lines = len(self._lines(option, index))
        high = lines * QFontMetrics(option.font).lineSpacing() + 2 * _ABOVE
        return QSize(0, max(high, row_height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a cell; between rows of several lines there is a hairline."""
        if not self._wraps():
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        lines, shown.text = "\n".join(self._lines(shown, index)), ""
        colours, is_chosen = theme.current(), shown.state & QStyle.StateFlag.State_Selected
        shown.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget
        )
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(shown.rect.bottomLeft(), shown.rect.bottomRight())
        own = index.data(Qt.ItemDataRole.ForegroundRole) or colours.colour("ink")
        painter.setPen(colours.colour("on_chosen") if is_chosen else own)
        painter.setFont(shown.font)
        painter.drawText(_inside(shown.rect), int(shown.displayAlignment), lines)

    def _wraps(self) -> bool:
        table = self.parent()
        return isinstance(table, QTableView) and table.wordWrap()

    def _lines(self, option: QStyleOptionViewItem, index: _Index) -> list[str]:
        """Return the words of a cell in lines, so that none is cut off."""
        table = self.parent()
        assert isinstance(table, QTableView)
        room = table.columnWidth(index.column()) - 2 * _AROUND
        text: str = index.data() or ""
        return [line for part in text.split("\n") for line in wrapped(part, room, option.font)]

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Put what is edited in the editor; what is being typed there is left alone."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)


def _inside(rect: QRect) -> QRect:
    return rect.adjusted(_AROUND, _ABOVE, -_AROUND, -_ABOVE)
