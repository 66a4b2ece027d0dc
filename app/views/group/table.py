"""The tables of a group, words first: one at a time, with what was published beside it."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.report.group import cited, tables
from app.report.group_words import GroupTable
from app.views.group.linked import Lit
from app.views.widgets import theme
from app.words import say


class GroupTables(QWidget):
    """Chooses a table, and brings forward what stands in the chosen row."""

    chosen = Signal(str)

    def __init__(self, lit: Lit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit, self._tables = lit, tuple[GroupTable, ...]()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(say("Which table"))
        self.choice.activated.connect(self._show)
        self.table = QTableWidget(self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setMinimumHeight(theme.scaled(150))
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.itemSelectionChanged.connect(self._light)
        self.beside = QLabel(self)
        self.beside.setWordWrap(True)
        self.beside.setProperty("role", "soft")
        column.addWidget(self.choice)
        column.addWidget(self.table, 1)
        column.addWidget(self.beside)
        lit.changed.connect(self._follow)

    def show_group(self, shown: Any) -> None:
        """Show the tables of figures that may be shown, the same one as before if it is there."""
        before = self.choice.currentData()
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

    def _show(self) -> None:
        at = self.choice.currentIndex()
        if not 0 <= at < len(self._tables):
            self.table.setRowCount(0)
            self.beside.setText("")
            return
        table = self._tables[at]
        self.table.setAccessibleName(table.title)
        self.table.clear()
        self.table.setColumnCount(len(table.heads))
        self.table.setRowCount(len(table.rows))
        self.table.setHorizontalHeaderLabels(list(table.heads))
        for row, cells in enumerate(table.rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in range(len(table.heads)):
            self.table.setColumnWidth(column, theme.scaled(84 if column else 136))
        header.setStretchLastSection(True)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        header.setDefaultAlignment(flags | Qt.AlignmentFlag(int(Qt.TextFlag.TextWordWrap)))
        header.setMinimumHeight(theme.scaled(60))
        self.table.resizeRowsToContents()
        below = [*table.notes, *(cited(one) for one in table.beside)]
        self.beside.setText("\n".join(below))
        self.beside.setVisible(bool(below))

    def _keys(self) -> tuple[str, ...]:
        at = self.choice.currentIndex()
        return self._tables[at].keys if 0 <= at < len(self._tables) else ()

    def _light(self) -> None:
        keys, rows = self._keys(), {index.row() for index in self.table.selectedIndexes()}
        if keys and rows and self.table.hasFocus():
            self._lit.light(keys[min(rows)])

    def _follow(self, id_: str) -> None:
        keys = self._keys()
        if id_ in keys and not self.table.hasFocus():
            self.table.selectRow(keys.index(id_))
