"""A table of texts that can be looked at and walked through, but not changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.views.widgets import theme
from app.views.widgets.wrapping import tip

_WIDEST: Final = 160
_WIDEST_FIRST: Final = 220
"""Most pixels of a column, and of the first, at normal text."""
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Sheet:
    """Titles of columns, and rows with a text in each of them."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class SheetTable(QTableView):
    """Shows a sheet; texts that do not fit are cut, and whole in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "table")
        self.setModel(_Rows(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.scaled(28))

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet, each column as wide as its texts, up to a point."""
        model = self.model()
        assert isinstance(model, _Rows)
        if sheet == model.sheet:
            return
        model.show_sheet(sheet)
        metrics = QFontMetrics(theme.font())
        for at, title in enumerate(sheet.columns):
            texts = [title, *(row[at].partition("\n")[0] for row in sheet.rows)]
            widest = max(map(metrics.horizontalAdvance, texts)) + theme.scaled(20)
            self.setColumnWidth(at, min(widest, theme.scaled(_WIDEST if at else _WIDEST_FIRST)))

    @property
    def sheet(self) -> Sheet:
        """Return the sheet that is shown."""
        model = self.model()
        assert isinstance(model, _Rows)
        return model.sheet


class _Rows(QAbstractTableModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sheet = Sheet()

    def show_sheet(self, sheet: Sheet) -> None:
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.sheet.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        text = self.sheet.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text.split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(text) if text else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.sheet.columns[section]
        return None


def without_empty(columns: Sequence[str], rows: Sequence[Sequence[str]], always: int) -> Sheet:
    """Return a sheet without the columns in which nobody has anything, but for the first few."""
    kept = [at for at in range(len(columns)) if at < always or any(row[at] for row in rows)]
    return Sheet(
        tuple(columns[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows)
    )
