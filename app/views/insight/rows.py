"""The partners as rows, for the list of differences and its twin, the table with all values."""

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.analysis.columns import DASH, Column, columns, explanation
from app.analysis.gaps import Gap
from app.analysis.study import Study
from app.models.vocabulary import vocabulary
from app.views.insight import mark
from app.views.insight.linked import Linked
from app.words import fields, filled, joined, phrases, say

_Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """The partners of a map who are in the filter, in the order of one of the columns."""

    PARTNER: Final = Qt.ItemDataRole.UserRole
    """The `Gap` of a row."""
    NOTABLE: Final = Qt.ItemDataRole.UserRole + 1
    """The colour token of the difference of who is notable, else nothing."""

    def __init__(self, linked: Linked, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._linked = linked
        self._seen: Study | None = None
        self._structure = False
        self.columns = columns(structure=False)
        self._by, self._order = "gap", Qt.SortOrder.DescendingOrder
        self._rows: list[Gap] = []
        self._at: dict[str, int] = {}
        self._collator = QCollator(QLocale())
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def show_map(self, seen: Study, *, structure: bool = False) -> None:
        """Show a map as it is now; rows stay where they are unless their order changed."""
        self._seen = seen
        rows = self._sorted(seen)
        same = [row.partner.id for row in rows] == [row.partner.id for row in self._rows]
        if same and structure == self._structure:
            self._rows = rows
            if rows:
                last = self.index(len(rows) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        if structure != self._structure:
            self._structure, self.columns = structure, columns(structure=structure)
        self._rows = rows
        self._at = {row.partner.id: number for number, row in enumerate(rows)}
        self.endResetModel()

    def row_at(self, number: int) -> Gap:
        """Return what is known of the partner in a row."""
        return self._rows[number]

    def row_of(self, partner_id: str) -> int | None:
        """Return the row of a partner, or None."""
        return self._at.get(partner_id)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column; those without an answer come last."""
        if not 0 <= column < len(self.columns):
            return
        self._by, self._order = self.columns[column].id, order
        if self._seen is not None:
            self.beginResetModel()
            self._rows = self._sorted(self._seen)
            self._at = {row.partner.id: number for number, row in enumerate(self._rows)}
            self.endResetModel()

    def _sorted(self, seen: Study) -> list[Gap]:
        rows = [row for row in seen.gaps.rows if not self._linked.is_dim(row.partner)]
        column = next((c for c in self.columns if c.id == self._by), None)
        if column is None:
            return rows
        known = [row for row in rows if column.value(row, seen) is not None]
        rest = [row for row in rows if column.value(row, seen) is None]
        down = self._order is Qt.SortOrder.DescendingOrder
        return [*sorted(known, key=lambda row: self._key(column, row, seen), reverse=down), *rest]

    def _key(self, column: Column, row: Gap, seen: Study) -> Any:
        value = column.value(row, seen)
        if column.rule is not None and column.rule.kind == "choice":
            return fields.sort_key(column.rule, value)
        if column.id == "quadrant":
            return list(vocabulary().quadrants).index(value)
        if isinstance(value, str):
            return self._collator.sortKey(column.text(value))
        if isinstance(value, tuple):
            return len(value)
        # Gaps of one size can differ in their last digit.
        return round(value, 9)

    # What Qt asks.

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Return the number of partners."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of values."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return explanation(column.id) or column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows or says."""
        if self._seen is None or not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == self.PARTNER:
            return row
        if role == self.NOTABLE:
            return mark.difference(self._seen, row.partner.id)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, self.columns[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            column = self.columns[index.column()]
            return joined((column.title, self.text(row, column)), between=": ")
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[index.column()].numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def text(self, row: Gap, column: Column) -> str:
        """Return how a value is written."""
        assert self._seen is not None
        value = column.value(row, self._seen)
        if value is None:
            return "" if column.id == "named_important" else DASH
        return column.text(value)


class ListModel(RowsModel):
    """The same rows as one sentence each, for a list."""

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return one: a list has no columns."""
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the sentence of a row."""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return described(self.row_at(index.row()))
        return super().data(index, role)


def described(row: Gap) -> str:
    """Return a partner's contact, importance and wish in a sentence, to be read or heard."""
    partner = row.partner
    text = say("{name}: {importance}, contact {frequency}.")
    if partner.frequency == 0:
        text = say("{name}: {importance}, {frequency}.")
    importance = phrases.scale_label("importance", partner.importance)
    if partner.importance is None:
        importance = say("importance not answered")
    text = filled(
        text,
        importance=importance,
        frequency=phrases.scale_label("frequency", partner.frequency),
        name=partner.name,
    )
    from app.analysis.findings import wish_of

    return f"{text} {wish_of(row)}".rstrip()
