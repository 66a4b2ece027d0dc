"""The table of partners: the map's equal for whoever reads or hears rather than looks."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.document import Document
from app.models.network import Changes, Partner, rules_of
from app.views.people.cells import Answers
from app.views.people.table_model import COLUMNS, PeopleModel, SortedPeople
from app.views.widgets import theme
from app.views.widgets.keys import rate_by_key
from app.views.widgets.speech import announce
from app.views.widgets.typed import Typed, is_quick_rating
from app.words import fields, filled, phrases, say


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
        self._answers = Answers(document, self)
        self._following = True  # a table in the making selects nobody, and must not say so
        self.people = PeopleModel(document, self)
        # Connected before the proxy is, so that what the view does to its selection while
        # rows come and go is known not to be the person's doing.
        for leaving in (self.people.rowsAboutToBeRemoved, self.people.modelAboutToBeReset):
            leaving.connect(self._stop_telling)
        self._sorted = SortedPeople(self)
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
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
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
        """Change a cell, sort, rate, rename or remove; else move as tables do."""
        key = event.key()
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if typed := self._typed.read(event, quick=is_quick_rating(self._document, event)):
            self.keyboardSearch(typed)
        elif key == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self._edit_name()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._change_cell()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._sort_here(ascending=key == Qt.Key.Key_Up)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._document.selection:
            self._remove()
        elif not rate_by_key(self._document, event):
            super().keyPressEvent(event)

    def _edit_name(self) -> None:
        """Edit the name, which may be scrolled away while the cursor is in another column."""
        name = self.currentIndex().siblingAtColumn(0)
        self.scrollTo(name)
        self.edit(name)

    def _change_cell(self) -> None:
        """Change the cell of the cursor: type a name, or choose an answer."""
        index, field = self.currentIndex(), COLUMNS[self.currentIndex().column()]
        is_open = self.state() is QAbstractItemView.State.EditingState  # Enter ended it
        if is_open or not self._document.is_editable:
            return
        if self._id_at(index) not in self._document.selection:
            self.selectRow(index.row())
        if field == "name":
            self._edit_name()
        elif self._answers.has(field):
            below = self.visualRect(index).bottomLeft()
            self._answers.open(field, self.viewport().mapToGlobal(below))
        else:
            self.give_requested.emit()

    def _sort_here(self, *, ascending: bool) -> None:
        """Sort by the column of the cursor, and say so."""
        column = max(self.currentIndex().column(), 0)
        order = Qt.SortOrder.AscendingOrder if ascending else Qt.SortOrder.DescendingOrder
        self.sortByColumn(column, order)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        label = phrases.field_label(COLUMNS[column])
        text = say("Sorted by {field}, up") if ascending else say("Sorted by {field}, down")
        announce(self, filled(text, field=label))

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
        """Show what to do while there is nobody yet."""
        super().paintEvent(event)
        if self.people.rowCount() == 0 and self._document.is_open:
            painter = QPainter(self.viewport())
            painter.setPen(theme.current().colour("ink"))
            painter.setFont(theme.font("heading"))
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
        texts += [dot + answer for answer in fields.answers(rules_of(Partner)[field])]
        metrics = QFontMetrics(self.font())
        return max(metrics.horizontalAdvance(text) for text in texts) + theme.scaled(24)
