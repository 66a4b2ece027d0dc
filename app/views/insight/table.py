"""The table with all values: the list of differences in words and numbers."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QTableView, QWidget

from app.analysis.study import Study
from app.document import Document
from app.views.insight.follows import Follows, row_height
from app.views.insight.linked import Linked
from app.views.insight.rows import RowsModel
from app.views.widgets import theme
from app.words import say


class ValuesTable(Follows, QTableView):
    """All partners, sorted by the column whose title was pressed."""

    def __init__(self, document: Document, linked: Linked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Table of all values"))
        self.setProperty("role", "table")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setHighlightSections(False)
        self._fitted: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self.structure = False
        """Also show where partners stand among the others."""
        self.follow(document, linked, RowsModel(linked, self))
        self._make_names()
        self.setSortingEnabled(True)
        gap = [column.id for column in self.rows.columns].index("gap")
        self.sortByColumn(gap, Qt.SortOrder.DescendingOrder)

    def show_map(self, seen: Study) -> None:
        """Show a map as it is now."""
        columns = [column.id for column in self.rows.columns]
        sorted_by = columns[self.horizontalHeader().sortIndicatorSection()]
        self.rows.show_map(seen, structure=self.structure and seen.has_structure)
        now = [column.id for column in self.rows.columns]
        if now != columns and sorted_by in now:
            order = self.horizontalHeader().sortIndicatorOrder()
            self.sortByColumn(now.index(sorted_by), order)
        self._fit()
        self._lay_names()

    def _fit(self) -> None:
        """Give each column what its title and every answer in it need."""
        model, metrics = self.rows, QFontMetrics(self.font())
        names = tuple(model.row_at(row).partner.name for row in range(model.rowCount()))
        fitted = (tuple(column.id for column in model.columns), names)
        if fitted == self._fitted:
            return
        self._fitted = fitted
        for at, column in enumerate(model.columns):
            texts = [f"{column.title}   ▾", *(names if column.id == "name" else column.answers())]
            widest = max(map(metrics.horizontalAdvance, texts)) + theme.scaled(20)
            known = column.id not in ("name", "kind")  # those can be of any length
            self.setColumnWidth(at, widest if known else min(widest, theme.scaled(210)))

    # The names stay in sight.

    def _make_names(self) -> None:
        """Lay the column of names over the table, for when the rest is scrolled."""
        names = self._names = QTableView(self)
        names.setModel(self.rows)
        names.setProperty("role", "table")
        names.setAccessibleName(say("Names"))
        names.setFocusProxy(self)
        names.setFrameShape(QFrame.Shape.NoFrame)
        names.setShowGrid(False)
        names.setWordWrap(False)
        names.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        names.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        names.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        names.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        names.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        names.verticalHeader().hide()
        names.verticalHeader().setDefaultSectionSize(row_height())
        names.horizontalHeader().setHighlightSections(False)
        names.hide()
        # A selection of its own: a view that is reset clears the selection it shares.
        names.clicked.connect(self._press_name)
        self.selectionModel().selectionChanged.connect(self._select_names)
        self.horizontalScrollBar().valueChanged.connect(self._lay_names)
        self.verticalScrollBar().valueChanged.connect(names.verticalScrollBar().setValue)
        names.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)

    def _press_name(self, index: QModelIndex) -> None:
        self.selectRow(index.row())

    def _select_names(self) -> None:
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._names.selectionModel().select(self.selectionModel().selection(), flag)

    def _lay_names(self) -> None:
        names, header = self._names, self.horizontalHeader()
        names.setVisible(self.horizontalScrollBar().value() > 0)
        if names.isHidden():
            return
        for column in range(1, self.rows.columnCount()):
            names.hideColumn(column)
        width = self._covered()
        names.setColumnWidth(0, width)
        names.horizontalHeader().setFixedHeight(header.height())
        at = self.frameWidth()
        names.setGeometry(at, at, width, header.height() + self.viewport().height())
        names.verticalScrollBar().setValue(self.verticalScrollBar().value())
        self._select_names()

    def _covered(self) -> int:
        """Return how far the names reach: to where a column begins, as half a cell says nothing."""
        width = self.columnWidth(0)
        begins = map(self.columnViewportPosition, range(1, self.rows.columnCount()))
        reach = min((at for at in begins if at >= width), default=width)
        return reach if reach < self.viewport().width() else width

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QTableView.ScrollHint = QTableView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, beside the names and not below them."""
        super().scrollTo(index, hint)
        hidden = self.columnWidth(0) - self.columnViewportPosition(index.column())
        if index.column() > 0 and hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the names beside their rows."""
        super().resizeEvent(event)
        self._lay_names()
