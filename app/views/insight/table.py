"""The table with all values: the list of differences in words and numbers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView, QWidget

from app.document import Document
from app.views import theme
from app.views.insight.follows import Follows, row_height
from app.views.insight.rows import RowsModel
from app.views.insight.seen import Linked, Seen


class ValuesTable(Follows, QTableView):
    """All partners, sorted by the column whose title was pressed."""

    def __init__(self, document: Document, linked: Linked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Table of all values"))
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
        self.setSortingEnabled(True)
        gap = [column.id for column in self.rows.columns].index("gap")
        self.sortByColumn(gap, Qt.SortOrder.DescendingOrder)

    def show_map(self, seen: Seen) -> None:
        """Show a map as it is now."""
        columns = [column.id for column in self.rows.columns]
        sorted_by = columns[self.horizontalHeader().sortIndicatorSection()]
        self.rows.show_map(seen, structure=self.structure and seen.has_structure)
        now = [column.id for column in self.rows.columns]
        if now != columns and sorted_by in now:
            order = self.horizontalHeader().sortIndicatorOrder()
            self.sortByColumn(now.index(sorted_by), order)
        self._fit()

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
            self.setColumnWidth(at, min(widest, theme.scaled(210)))
