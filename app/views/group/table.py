"""The tables of a group, words first: one at a time, with what was published beside it."""

from typing import Any, Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from app.report.group_tables import cited, tables
from app.report.group_words import GroupTable
from app.views.group.highlight import Highlight
from app.views.widgets import theme
from app.views.widgets.columns import Column
from app.views.widgets.table import Table
from app.words import say
from app.words.ordered import order_of

_FEW: Final = 2
"""Up to so many columns beside the first one leave it room."""


class _Row(NamedTuple):
    key: str
    cells: tuple[str, ...]


class _InTheRoom(Table):
    """A table by the rule for the screen: what it says is not for the clipboard."""

    stays = Signal()
    """Somebody wanted to copy it."""

    def copy(self) -> None:
        """Copy nothing: a file keeps to wider ranges."""
        self.stays.emit()


class GroupTables(QWidget):
    """Chooses a table, and brings forward what stands in the chosen row."""

    chosen = Signal(str)
    stays = Signal()
    """Somebody wanted to copy what is for the room alone."""

    def __init__(
        self, lit: Highlight, parent: QWidget | None = None, *, in_the_room: bool = False
    ) -> None:
        super().__init__(parent)
        self._lit, self._tables = lit, tuple[GroupTable, ...]()
        self._is_due = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(say("Which table"))
        self.choice.activated.connect(self._show)
        kind = _InTheRoom if in_the_room else Table
        self.table = kind("", (), self, key=lambda row: row.key, wraps=True)
        if isinstance(self.table, _InTheRoom):
            self.table.stays.connect(self.stays)
        self.table.setMinimumHeight(theme.scaled(150))
        self.table.selectionModel().selectionChanged.connect(self._light)
        self.beside = QLabel(self)
        self.beside.setWordWrap(True)
        self.beside.setProperty("role", "soft")
        column.addWidget(self.choice)
        column.addWidget(self.table, 1)
        column.addWidget(self.beside)
        lit.changed.connect(self._follow)

    def show_group(self, shown: Any, *, keep: bool = True) -> None:
        """Show the tables of figures that may be shown, the same one as before if asked."""
        before = self.choice.currentData() if keep else ""
        wanted = before or ("kinds" if shown and shown["kinds"] else "settings")
        self.show_tables(tables(shown) if shown else (), wanted)

    @property
    def shown(self) -> str:
        """Return the id of the table that is shown, or ""."""
        return self.choice.currentData() or ""

    def show_table(self, id_: str) -> None:
        """Show another table, if it is there."""
        if (at := self.choice.findData(id_)) >= 0:
            self.choice.setCurrentIndex(at)
            self._show()

    def show_tables(self, made: tuple[GroupTable, ...], wanted: str) -> None:
        """Show tables, first the one that is wanted."""
        self._tables = made
        self.choice.clear()
        for table in self._tables:
            self.choice.addItem(table.title, table.id)
        if self.choice.findData(wanted) < 0:
            wanted = "settings"
        self.choice.setCurrentIndex(max(0, self.choice.findData(wanted)))
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill in what nobody saw till now: heights of rows take a while."""
        super().showEvent(event)
        if self._is_due:
            self._show()
            self._follow(self._lit.id)

    def _show(self) -> None:
        self._is_due = not self.isVisible()
        if self._is_due:
            return
        at = self.choice.currentIndex()
        if not 0 <= at < len(self._tables):
            self.table.show_rows(())
            self.beside.setText("")
            return
        table = self._tables[at]
        self.table.setAccessibleName(table.title)
        keys = table.keys or tuple(map(str, range(len(table.rows))))
        columns = [_column(table, number) for number in range(len(table.heads))]
        self.table.show_rows(map(_Row, keys, table.rows), columns)
        below = [*table.notes, *(cited(one) for one in table.beside)]
        self.beside.setText("\n".join(below))
        self.beside.setVisible(bool(below))

    def _light(self) -> None:
        chosen = self.table.chosen_keys()
        at = self.choice.currentIndex()
        if chosen and self.table.hasFocus() and self._tables[at].keys:
            self._lit.light(chosen[0])

    def _follow(self, id_: str) -> None:
        row = self.table.rows.row_of(id_)
        if row is not None and not self.table.hasFocus():
            self.table.selectRow(row)


def _column(table: GroupTable, at: int) -> Column:
    def text(row: _Row) -> str:
        return str(row.cells[at])

    last = len(table.heads) - 1
    is_ranked = all(row[0].isdigit() for row in table.rows)
    return Column(
        f"{table.id} {at}",
        table.heads[at],
        text,
        order=lambda row: order_of(row.cells[at]),
        least=76 if at else 124,
        share=float(at == last or (not at and last <= _FEW and not is_ranked)),
    )
