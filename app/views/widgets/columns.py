"""What a table shows: columns, each declared once, and the rows that they are asked with."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPixmap

from app.models.vocabulary import vocabulary
from app.views.widgets import theme
from app.views.widgets.wrapping import tip
from app.words import joined, phrases

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TOP: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
CENTRE: Final = Qt.AlignmentFlag.AlignCenter
_ROLES: Final = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.UserRole,
    }
)
"""What a cell answers to; Qt asks every cell for more, at every paint."""

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks where it is not like the others."""

    ink: str = ""
    """The token of its colour."""
    strong: bool = False
    setting: str = ""
    """The setting whose dot stands before the words."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what is said of a row, in which order it puts the rows, and how wide it is."""

    id: str
    title: str
    text: Callable[[Any], str]
    """What stands in the cell of a row."""
    full: Callable[[Any], str] | None = None
    """The whole of it, heard and shown in the tooltip, where the cell says it in short."""
    order: Callable[[Any], Any] | None = None
    """What rows are sorted by: None comes last, whichever way round. Without it, by the text."""
    names: bool = False
    """Tells that this says who a row is about; where no column does, the first one says it."""
    head: str = ""
    """What stands above the column where the whole title is not needed."""
    meaning: str = ""
    """The explanation of the title."""
    align: Qt.AlignmentFlag = LEFT
    look: Callable[[Any], Look] | None = None
    typed: Callable[[Any], str | None] | None = None
    """What is edited in the cell itself; None where it is not."""
    answers: tuple[str, ...] = ()
    """All that can stand here: it keeps its width then, whoever is in the table."""
    least: int | None = None
    """Pixels at normal text that do instead of what the words need."""
    most: int = 0
    """Pixels at normal text beyond which words are cut; 0 is no end."""
    share: float = 0.0
    """Which part of the room that is left it takes."""

    def said(self, row: Any) -> str:
        """Return the whole answer."""
        return (self.full or self.text)(row)


_PLAIN: Final = Look()


class Cell(NamedTuple):
    """What stands in a cell: of one row under one column it stays the same."""

    row: Any
    column: Column
    text: str
    look: Look


class Rows(QAbstractTableModel):
    """Rows of one kind of thing, in the order in which they came or that of a column.

    Whoever looks is told of the cells that they asked for and that say something else by now.
    """

    ROW: Final = Qt.ItemDataRole.UserRole
    """The thing itself that a row is about."""

    typed = Signal(object, str, str)
    """The row and the column in which something was typed, and what."""
    shown = Signal()
    """Other rows may be there, or say something else."""

    def __init__(
        self,
        columns: Sequence[Column],
        key: Callable[[Any], str],
        parent: QObject | None = None,
    ) -> None:
        """`key` tells the rows apart."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._came: dict[str, Any] = {}
        self._rows: list[Any] = []
        self._at: dict[str, int] = {}
        self._cells: dict[tuple[int, int], Cell] = {}
        """What was asked for, by row and column."""
        self._dots: dict[str, QPixmap] = {}
        self.sorted_by = ""
        """The id of a column, or nothing for the order in which they came."""
        self.direction = Qt.SortOrder.AscendingOrder
        self._collator = QCollator(QLocale())
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def row_at(self, number: int) -> Any:
        """Return the item of a row."""
        return self._rows[number]

    def row_of(self, key: str) -> int | None:
        """Return the number of a row, or None."""
        return self._at.get(key)

    def key_at(self, number: int) -> str:
        """Return the key of a row."""
        return self._key(self._rows[number])

    def texts(self, column: Column) -> set[str]:
        """Return all that stands in a column."""
        return set(map(column.text, self._rows))

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the rows, in their order."""
        return tuple(self._at)

    def show(self, rows: Iterable[Any], columns: Sequence[Column] | None = None) -> None:
        """Show these rows: those that stay keep their place with whoever looks at them."""
        self._came = {self._key(row): row for row in rows}
        before, self.columns = self.columns, self.columns if columns is None else tuple(columns)
        if [one.id for one in before] != [one.id for one in self.columns]:
            self.beginResetModel()
            self._cells.clear()
            self._take(self._in_order())
            self.endResetModel()
        else:
            self._let_go()
            self._add([row for key, row in self._came.items() if key not in self._at])
            self._arrange(moves=bool(self.persistentIndexList()))
        self.shown.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column, or with -1 as they came."""
        self.sorted_by = self.columns[column].id if 0 <= column < len(self.columns) else ""
        self.direction = order
        self._arrange(moves=True)

    def _let_go(self) -> None:
        for number, key in reversed(list(enumerate(self._at))):
            if key not in self._came:
                self.beginRemoveRows(QModelIndex(), number, number)
                self._take([*self._rows[:number], *self._rows[number + 1 :]])
                self.endRemoveRows()

    def _add(self, new: list[Any]) -> None:
        if new:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._take([*self._rows, *new])
            self.endInsertRows()

    def _arrange(self, *, moves: bool) -> None:
        """Put the same rows in their order, as they are by now; `moves` what is held of them."""
        wanted = self._in_order()
        if moves and [self._key(row) for row in wanted] != list(self._at):
            self.layoutAboutToBeChanged.emit()
            held = self.persistentIndexList()
            keys = [self.key_at(index.row()) for index in held]
            self._take(wanted)
            moved = [
                self.index(self._at[key], at.column()) for key, at in zip(keys, held, strict=True)
            ]
            self.changePersistentIndexList(held, moved)
            self.layoutChanged.emit()
        else:
            self._take(wanted)
        self._tell()

    def _tell(self) -> None:
        """Tell of the cells that were asked for and say something else by now."""
        for (at, number), was in list(self._cells.items()):
            if at >= len(self._rows):
                del self._cells[at, number]
            elif was is not (now := self._cell(at, number)) and self._is_other(was, now):
                index = self.index(at, number)
                self.dataChanged.emit(index, index)

    def _is_other(self, was: Cell, now: Cell) -> bool:
        """Tell whether a cell says or shows something else."""
        return (was.text, was.look) != (now.text, now.look)

    def _cell(self, at: int, number: int) -> Cell:
        row, column = self._rows[at], self.columns[number]
        known = self._cells.get((at, number))
        if known is None or known.row is not row or known.column is not column:
            look = column.look(row) if column.look else _PLAIN
            known = self._cells[at, number] = Cell(row, column, column.text(row), look)
        return known

    def _take(self, rows: list[Any]) -> None:
        self._rows = rows
        self._at = {self._key(row): number for number, row in enumerate(rows)}

    def _in_order(self) -> list[Any]:
        column = next((one for one in self.columns if one.id == self.sorted_by), None)
        if column is None:
            return list(self._came.values())
        value = column.order or (lambda row: column.text(row) or None)
        known, rest = [], []
        for row in self._came.values():
            found = value(row)
            if found is None:
                rest.append(row)
            else:
                is_text = isinstance(found, str)  # own words come after those of a list
                known.append((is_text, self._collator.sortKey(found) if is_text else found, row))
        down = self.direction is Qt.SortOrder.DescendingOrder
        known.sort(key=lambda one: one[:2], reverse=down)
        return [*(row for _, _, row in known), *rest]

    # What Qt asks.

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.head or column.title
            case Qt.ItemDataRole.ToolTipRole:
                return tip(column.meaning or column.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                return column.title
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return column.meaning
            case Qt.ItemDataRole.TextAlignmentRole if column.align == CENTRE:
                return CENTRE
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the spoken text or the look of a cell."""
        if not index.isValid() or role not in _ROLES:
            return None
        cell = self._cell(index.row(), index.column())
        row, column = cell.row, cell.column
        match role:
            case self.ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.EditRole:
                return column.typed(row) if column.typed else None
            case Qt.ItemDataRole.ToolTipRole:
                return tip(column.said(row)) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._heard(row, column)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._beside(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.align
        return self._looks(cell.look, role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let what is typed be edited in its place."""
        flags = super().flags(index)
        column = self.columns[index.column()] if index.isValid() else None
        if column and column.typed and column.typed(self._rows[index.row()]) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed."""
        if role == Qt.ItemDataRole.EditRole:
            row, column = self._rows[index.row()], self.columns[index.column()]
            self.typed.emit(row, column.id, str(value).strip())
        return role == Qt.ItemDataRole.EditRole

    def _naming(self) -> tuple[Column, ...]:
        return tuple(one for one in self.columns if one.names) or self.columns[:1]

    def _name(self, row: Any) -> str:
        return joined(column.said(row) for column in self._naming())

    def _beside(self, row: Any, column: Column) -> str:
        """Return whose answer it is; of one of two who are named, the other and the answer."""
        naming = self._naming()
        if column not in naming:
            return self._name(row)
        rest = (one for one in self.columns if one is not column)
        return joined(self._heard(row, one) for one in rest) if len(naming) > 1 else ""

    def _heard(self, row: Any, column: Column) -> str:
        """Return the answer with its question, which not every screen reader reads out itself."""
        said = " ".join(column.said(row).split())
        if column in self._naming():
            return said
        between = " " if column.title.endswith("?") else ": "
        return joined((column.title, said or phrases.not_filled_in()), between=between)

    def _looks(self, look: Look, role: int) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole and look.ink:
            return theme.current().colour(look.ink)
        if role == Qt.ItemDataRole.FontRole and look.strong:
            return theme.font("strong")
        if role == Qt.ItemDataRole.DecorationRole and look.setting:
            if look.setting not in self._dots:
                self._dots[look.setting] = _dot(look.setting)
            return self._dots[look.setting]
        return None


def _dot(setting: str) -> QPixmap:
    side = theme.scaled(10)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().setting(setting))
    corner = side / 5 if vocabulary().is_inside(setting) else side / 2  # as on the map
    painter.drawRoundedRect(pixmap.rect(), corner, corner)
    painter.end()
    return pixmap
