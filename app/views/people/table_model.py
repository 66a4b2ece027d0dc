"""The partners as rows and fields: what the table shows, and in which order."""

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import (
    QPainter,
    QPixmap,
)

from app.document import Document
from app.models.network import Changes, Partner, rules_of, shown_in
from app.views.widgets import theme
from app.words import fields, phrases, say

COLUMNS: Final = shown_in("table")
_RULES: Final = rules_of(Partner)
SORT_ROLE: Final = Qt.ItemDataRole.UserRole
_ROLES: Final = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.DecorationRole,
        SORT_ROLE,
    }
)
"""What a cell answers to; Qt asks every cell for more, at every paint."""
_DASH: Final = "–"

_Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractTableModel):
    """The partners of the open map, a row each, in the order in which they came."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._titles = {field: phrases.field_label(field) for field in COLUMNS}
        self._dots: dict[str, QPixmap] = {}
        self._read()
        document.opened.connect(self._start_anew)
        document.changed.connect(self._follow)

    def partner_at(self, row: int) -> Partner | None:
        """Return the partner of a row."""
        return self._document.map.partner(self._ids[row]) if self._document.is_open else None

    def row_of(self, partner_id: str) -> int | None:
        """Return the row of a partner, or None."""
        return self._rows.get(partner_id)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Return the number of partners."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of fields shown."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Vertical:
            return None
        field = COLUMNS[section]
        full = self._titles[field]
        if role == Qt.ItemDataRole.DisplayRole:
            return "★" if field == "named_important" else full
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return full
        if role == Qt.ItemDataRole.TextAlignmentRole and field == "named_important":
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the data of a cell: shown, spoken or for sorting."""
        partner = self.partner_at(index.row()) if role in _ROLES else None
        if partner is None:
            return None
        field = COLUMNS[index.column()]
        value = getattr(partner, field)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._short(field, value)
            case Qt.ItemDataRole.EditRole:
                return value
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._full(field, value)
            case Qt.ItemDataRole.ForegroundRole if value is None and field == "setting":
                return theme.current().colour("focus")
            case Qt.ItemDataRole.ForegroundRole if value is None:
                return theme.current().colour("soft_ink")
            case Qt.ItemDataRole.TextAlignmentRole if field == "named_important":
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.DecorationRole if field == "setting" and value:
                return self._dot(value)
            case _ if role == SORT_ROLE:
                return fields.sort_key(_RULES[field], value)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let a name be edited in place."""
        flags = super().flags(index)
        if COLUMNS[index.column()] == "name" and self._document.is_editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Rename a partner."""
        partner = self.partner_at(index.row())
        if role != Qt.ItemDataRole.EditRole or partner is None or not str(value).strip():
            return False
        self._document.end_merging()
        return self._document.rename(partner.id, str(value))

    def _short(self, field: str, value: Any) -> str:
        if value is None and field != "named_important":
            return say("? choose") if field == "setting" else _DASH
        return fields.short(_RULES[field], value)

    def _full(self, field: str, value: Any) -> str:
        if field == "named_important" and value:
            return self._titles[field]
        return fields.full(_RULES[field], value)

    def _dot(self, setting: str) -> QPixmap:
        if setting not in self._dots:
            side = theme.scaled(10)
            pixmap = QPixmap(side, side)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.current().setting(setting))
            painter.drawEllipse(pixmap.rect())
            painter.end()
            self._dots[setting] = pixmap
        return self._dots[setting]

    def _read(self) -> None:
        partners = self._document.map.partners if self._document.is_open else ()
        self._ids = [partner.id for partner in partners]
        self._number()

    def _number(self) -> None:
        self._rows = {key: row for row, key in enumerate(self._ids)}

    def _start_anew(self) -> None:
        self.beginResetModel()
        self._read()
        self.endResetModel()

    def _follow(self, before: Changes, after: Changes) -> None:
        """Change only the rows of the partners that changed."""
        new = [
            key
            for key, record in after.items()
            if isinstance(record, Partner) and key not in self._rows
        ]
        for key in before:
            row = self._rows.get(key)
            if row is None:
                continue
            if after[key] is None:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._ids[row]
                self._number()
                self.endRemoveRows()
            else:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
        if new:
            self.beginInsertRows(QModelIndex(), len(self._ids), len(self._ids) + len(new) - 1)
            self._ids += new
            self._number()
            self.endInsertRows()


class SortedPeople(QSortFilterProxyModel):
    """The partners by one column; those without an answer last, whichever way round."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._collator = QCollator(QLocale())
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setSortRole(SORT_ROLE)

    def lessThan(self, left: _Index, right: _Index) -> bool:
        """Tell whether `left` comes first in ascending order."""
        a, b = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if a is None or b is None:
            if a is b:
                return False
            ascending = self.sortOrder() is Qt.SortOrder.AscendingOrder
            return (b is None) if ascending else (a is None)
        if isinstance(a, str) and isinstance(b, str):
            return self._collator.compare(a, b) < 0
        if isinstance(a, str) or isinstance(b, str):
            return isinstance(b, str)
        return bool(a < b)
