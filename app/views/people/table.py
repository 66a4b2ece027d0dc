"""The table of partners: the map's equal for whoever reads or hears rather than looks."""

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QItemSelection,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.document import Document
from app.models.network import Changes, Partner, rules_of, shown_in
from app.views.widgets import theme
from app.views.widgets.keys import rate_by_key
from app.views.widgets.typed import Typed, is_quick_rating
from app.words import fields, phrases, say

COLUMNS: Final = shown_in("table")
_RULES: Final = rules_of(Partner)
_SORT_ROLE: Final = Qt.ItemDataRole.UserRole
_ROLES: Final = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.DecorationRole,
        _SORT_ROLE,
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
        """Return what a cell shows, says, or is sorted by."""
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
            case _ if role == _SORT_ROLE:
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


class _Sorted(QSortFilterProxyModel):
    """The partners by one column; those without an answer last, whichever way round."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._collator = QCollator(QLocale())
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setSortRole(_SORT_ROLE)

    def lessThan(self, left: _Index, right: _Index) -> bool:
        """Tell whether `left` comes first in ascending order."""
        a, b = left.data(_SORT_ROLE), right.data(_SORT_ROLE)
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


class PeopleTable(QTableView):
    """The partners as a table, with the selection of the document and the keys of the map."""

    menu_requested = Signal(QPoint)
    """What can be done with the selected partners, at a place on the screen."""
    give_requested = Signal()
    """To choose the kind or the setting of the selected partners."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._typed = Typed(document)
        self._following = True  # a table in the making selects nobody, and must not say so
        self.people = PeopleModel(document, self)
        # Connected before the proxy is, so that what the view does to its selection while
        # rows come and go is known not to be the person's doing.
        for leaving in (self.people.rowsAboutToBeRemoved, self.people.modelAboutToBeReset):
            leaving.connect(self._stop_telling)
        self._sorted = _Sorted(self)
        self._sorted.setSourceModel(self.people)
        self.setModel(self._sorted)
        self.setAccessibleName(say("Table of partners"))
        self.setProperty("role", "table")
        self._empty = say("Type a name on the left to put your first partner on the map")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setAlternatingRowColors(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(
            max(theme.scaled(30), self.fontMetrics().height() + theme.scaled(12))
        )
        self.horizontalHeader().setHighlightSections(False)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # as they came
        self._set_widths()
        self.clicked.connect(self._choose_missing)
        self.doubleClicked.connect(self._choose_belonging)
        document.selection_changed.connect(self._follow_selection)
        document.opened.connect(self._follow_selection)
        document.changed.connect(self._end_change)
        self._follow_selection()

    @property
    def place(self) -> tuple[int, Qt.SortOrder, int, int]:
        """Return how the rows are sorted and how far they are scrolled, to go on there."""
        header = self.horizontalHeader()
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return self._sorted.sortColumn(), header.sortIndicatorOrder(), across, down

    def go_on_at(self, place: tuple[int, Qt.SortOrder, int, int]) -> None:
        """Go on where a table that was built before this one stood."""
        column, order, across, down = place
        self.sortByColumn(column, order)
        self.updateGeometries()  # else there is nothing to scroll yet
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)

    # Selection, both ways.

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell the document whom the person selected."""
        super().selectionChanged(selected, deselected)
        if self._following:
            return
        chosen = {self._id_at(index) for index in self.selectionModel().selectedRows()}
        kept = [key for key in self._document.selection if key in chosen]
        self._document.select(
            [*kept, *(key for key in self._ids_in_order() if key in chosen - {*kept})]
        )

    def _follow_selection(self) -> None:
        """Select whom the document has selected."""
        rows = [self.people.row_of(key) for key in self._document.selection]
        indexes = [
            self._sorted.mapFromSource(self.people.index(row, 0)) for row in rows if row is not None
        ]
        model = self.selectionModel()
        if {index.row() for index in indexes} == {index.row() for index in model.selectedRows()}:
            self._following = False
            return
        wanted = QItemSelection()
        for index in indexes:
            wanted.select(index, index)
        flag = QItemSelectionModel.SelectionFlag
        self._following = True
        model.select(wanted, flag.ClearAndSelect | flag.Rows)
        if indexes and self.currentIndex().row() not in {index.row() for index in indexes}:
            model.setCurrentIndex(indexes[-1], flag.NoUpdate)
        self._following = False
        if indexes:
            self.scrollTo(indexes[-1])

    def _stop_telling(self) -> None:
        self._following = True

    def _end_change(self, _before: Changes, after: Changes) -> None:
        if any(record is None for record in after.values()):
            self._following = False
        if not self.people.rowCount():
            self.viewport().update()

    def _id_at(self, index: QModelIndex) -> str:
        partner = self.people.partner_at(self._sorted.mapToSource(index).row())
        return partner.id if partner else ""

    def _ids_in_order(self) -> list[str]:
        return [self._id_at(self._sorted.index(row, 0)) for row in range(self._sorted.rowCount())]

    # What can be done with them.

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the selected partners, by the mouse or by its key."""
        if self._document.selection:
            self.menu_requested.emit(event.globalPos())

    def _choose_missing(self, index: QModelIndex) -> None:
        """Let the setting be chosen where it is missing, by one click."""
        is_setting = COLUMNS[index.column()] == "setting"
        if is_setting and index.data(Qt.ItemDataRole.EditRole) is None:
            self.give_requested.emit()

    def _choose_belonging(self, index: QModelIndex) -> None:
        """Let the kind or the setting be chosen by a double click."""
        if COLUMNS[index.column()] in ("kind", "setting"):
            self.give_requested.emit()

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate, rename or remove whom is selected; else move as tables do."""
        key = event.key()
        if phrases := self._typed.read(event, quick=is_quick_rating(self._document, event)):
            self.keyboardSearch(phrases)
        elif key == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.edit(self.currentIndex().siblingAtColumn(0))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._document.selection:
            self._remove()
        elif not rate_by_key(self._document, event):
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Find a name by its first letters, whichever column the cursor is in."""
        current = self.currentIndex()
        if current.isValid() and current.column() != 0:
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(current.siblingAtColumn(0), flag.NoUpdate)
        super().keyboardSearch(search)

    def _remove(self) -> None:
        ids = self._document.selection
        order = self._ids_in_order()
        last = max(order.index(key) for key in ids)
        left = [key for key in order if key not in ids]
        following = next(
            (key for key in order[last:] if key not in ids), left[-1] if left else None
        )
        if self._document.remove_partners(ids) and following:
            self._document.select([following])

    # Looks.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what the other columns leave."""
        super().resizeEvent(event)
        self._set_widths()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say what to do while there is nobody yet."""
        super().paintEvent(event)
        if self.people.rowCount() == 0 and self._document.is_open:
            painter = QPainter(self.viewport())
            painter.setPen(theme.current().colour("soft_ink"))
            margin = theme.scaled(24)
            area: QRect = self.viewport().rect().adjusted(margin, margin, -margin, -margin)
            painter.drawText(
                area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty
            )

    def _set_widths(self) -> None:
        header = self.horizontalHeader()
        others = 0
        for column, field in enumerate(COLUMNS[1:], 1):
            width = self._width_of(field)
            header.resizeSection(column, width)
            others += width
        least = theme.scaled(190)
        header.resizeSection(0, max(least, self.viewport().width() - others))

    def _width_of(self, field: str) -> int:
        """Return the width that every answer of a field fits in, whoever is in the table."""
        if field == "kind":
            return theme.scaled(160)
        is_star = field == "named_important"
        texts = ["★  ▾" if is_star else phrases.field_label(field) + "  ▾"]
        dot = "●  " if field == "setting" else ""
        texts += [dot + answer for answer in fields.answers(_RULES[field])]
        metrics = QFontMetrics(self.font())
        return max(metrics.horizontalAdvance(text) for text in texts) + theme.scaled(24)
