"""The same two moments as tables: from which quadrant to which, and everybody with all answers."""

from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.analysis.comparison import Shift
from app.analysis.gaps import NOT_FILLED_IN, quadrant
from app.models.network import Map, Partner
from app.models.vocabulary import vocabulary
from app.views import theme, words
from app.views.compare.beside import Beside
from app.views.compare.sentences import ARROW, quadrant_name, short
from app.views.insight.follows import row_height

_ID: Final = Qt.ItemDataRole.UserRole
NOBODY: Final = "–"
"""What stands where somebody was not there."""


class QuadrantGrid(QWidget):
    """Four by four: rows are where people were, columns where they are."""

    def __init__(self, beside: Beside, parent: QWidget) -> None:
        super().__init__(parent)
        self._beside = beside
        self._places = [key for key in vocabulary().quadrants if key != NOT_FILLED_IN]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self.cells: dict[tuple[str, str], QPushButton] = {}
        corner = QLabel(self.tr("from ↓   to →"), self)
        corner.setProperty("role", "soft")
        corner.setFont(theme.font("label"))
        self._grid.addWidget(corner, 0, 0)
        for place, key in enumerate(self._places, start=1):
            for row, column in ((0, place), (place, 0)):
                label = QLabel(quadrant_name(key), self)
                label.setFont(theme.font("label"))
                label.setWordWrap(True)
                if not row:
                    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
                self._grid.addWidget(label, row, column)
            self._grid.setColumnStretch(place, 1)
        for row, start in enumerate(self._places, start=1):
            for column, end in enumerate(self._places, start=1):
                cell = QPushButton(self)
                cell.setProperty("role", "stayed" if start == end else "segment")
                cell.setProperty("move", (start, end))
                cell.setMinimumHeight(theme.scaled(30))
                cell.clicked.connect(self._pick)
                self.cells[start, end] = cell
                self._grid.addWidget(cell, row, column)

    def refresh(self) -> None:
        """Count anew."""
        table = self._beside.comparison.quadrant_table
        for (start, end), cell in self.cells.items():
            number = table[start][end]
            cell.setText(str(number) if number else "·")
            cell.setEnabled(number > 0)
            font = theme.font("strong" if start != end and number else "text")
            cell.setFont(font)
            named = f"{quadrant_name(start)} → {quadrant_name(end)}: {number}"
            cell.setAccessibleName(named)
            cell.setToolTip(named)

    def _pick(self) -> None:
        pressed = self.sender()
        assert pressed is not None
        move = tuple(pressed.property("move"))
        kept = self._beside.comparison.kept
        self._beside.select(
            s.after.id for s in kept if (s.quadrant_before, s.quadrant_after) == move
        )


class PeopleBeside(QTableView):
    """Everybody of both moments with contact, importance and quadrant then and now."""

    def __init__(self, beside: Beside, parent: QWidget) -> None:
        super().__init__(parent)
        self._beside = beside
        self._telling = False
        self.setAccessibleName(self.tr("Everybody at both moments"))
        self.setProperty("role", "table")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.rows = QStandardItemModel(self)
        self.setModel(self.rows)

    def refresh(self) -> None:
        """Read everybody anew."""
        self._telling = False
        self.rows.clear()
        found, before, after = self._beside.comparison, self._beside.before, self._beside.after
        self.rows.setHorizontalHeaderLabels(
            [
                self.tr("Partner"),
                words.field_label("frequency"),
                words.field_label("importance"),
                self.tr("Quadrant"),
            ]
        )
        for shift in found.kept:
            self._add(shift.after.id, _kept(shift), shift.before, shift.after, before, after)
        for partner in found.new:
            self._add(partner.id, partner.name, None, partner, before, after)
        for partner in found.lost:
            self._add(partner.id, partner.name, partner, None, before, after)
        self.resizeColumnsToContents()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        if self.columnWidth(0) > theme.scaled(220):
            self.setColumnWidth(0, theme.scaled(220))
        self.follow_selection()

    def _add(
        self, key: str, name: str, then: Partner | None, now: Partner | None, a: Map, b: Map
    ) -> None:
        def said(scale: str) -> list[str]:
            return [NOBODY if p is None else short(scale, getattr(p, scale)) for p in (then, now)]

        places = [
            NOBODY if p is None else quadrant_name(quadrant(p, whole.network))
            for p, whole in ((then, a), (now, b))
        ]
        items = [QStandardItem(name)]
        items[0].setData(key, _ID)
        for before, after in (said("frequency"), said("importance"), places):
            changed = before != after
            item = QStandardItem(ARROW.join((before, after)) if changed else after)
            item.setFont(theme.font("strong" if changed else "text"))
            items.append(item)
        self.rows.appendRow(items)

    def follow_selection(self) -> None:
        """Select whom the moments have selected."""
        self._telling = False
        wanted, selection = set(self._beside.selection), QItemSelection()
        for row in range(self.rows.rowCount()):
            index = self.rows.index(row, 0)
            if index.data(_ID) in wanted:
                selection.select(index, index)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flag.ClearAndSelect | flag.Rows)
        self._telling = True

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell whom the person selected."""
        super().selectionChanged(selected, deselected)
        if self._telling:
            rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
            self._beside.select(self.rows.index(row, 0).data(_ID) for row in rows)


class Tables(QWidget):
    """Both tables below each other."""

    def __init__(self, beside: Beside, parent: QWidget) -> None:
        super().__init__(parent)
        self._beside = beside
        self.grid = QuadrantGrid(beside, self)
        self.people = PeopleBeside(beside, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(12)
        self._rated = QLabel(self)
        self._rated.setWordWrap(True)
        self._rated.setProperty("role", "soft")
        column.addWidget(self._rated)
        column.addWidget(self.grid)
        column.addWidget(self.people, 1)
        beside.changed.connect(self.refresh)
        beside.selection_changed.connect(self.people.follow_selection)

    def refresh(self) -> None:
        """Show the two moments as they are now, where that is seen."""
        if not self._beside.can_compare or not self.isVisible():
            return
        found = self._beside.comparison
        text = self.tr("From quadrant to quadrant: {n} of {all} have all answers at both moments.")
        text = text.replace("{n}", str(found.kept_rated)).replace("{all}", str(len(found.kept)))
        self._rated.setText(text)
        self.grid.refresh()
        self.people.refresh()

    def showEvent(self, event: object) -> None:
        """Catch up."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()


def _kept(shift: Shift) -> str:
    if shift.is_renamed:
        return f"{shift.after.name} ({shift.before.name})"
    return shift.after.name
