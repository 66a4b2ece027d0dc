"""The first column of a wide table, which stays in sight while the rest is scrolled."""

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QFrame, QTableView

from app.views.widgets.table_cells import Cells, row_height


class PinnedColumn(QTableView):
    """Lies over a table, with the same rows and the same selection; the keyboard stays below."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setProperty("role", "table")
        self.setAccessibleName(table.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(table)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTextElideMode(table.textElideMode())
        self.setItemDelegate(Cells(self))
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setHighlightSections(False)
        self.hide()
        below = table.verticalScrollBar()
        below.valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(below.setValue)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Show where the keyboard is, and leave it to the table to tell of it."""
        self.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Show who is chosen, and leave it to the table to tell of it."""
        self.viewport().update()

    def lay(self) -> None:
        """Lie where the first column of the table would be, while that is scrolled away."""
        table = self.parent()
        assert isinstance(table, QTableView)
        self.setVisible(table.horizontalScrollBar().value() > 0)
        if self.isHidden():
            return
        count = table.model().columnCount()
        for column in range(1, count):
            self.hideColumn(column)
        width = table.columnWidth(0)
        # To where a column begins: half a cell says nothing.
        begins = map(table.columnViewportPosition, range(1, count))
        reach = min((at for at in begins if at >= width), default=width)
        width = reach if reach < table.viewport().width() else width
        self.setColumnWidth(0, width)
        for row in range(table.model().rowCount()):
            self.setRowHeight(row, table.rowHeight(row))
        header = table.horizontalHeader()
        self.setWordWrap(table.wordWrap())
        self.horizontalHeader().setDefaultAlignment(header.defaultAlignment())
        self.horizontalHeader().setFont(header.font())
        self.horizontalHeader().setFixedHeight(header.height())
        at = table.frameWidth()
        self.setGeometry(at, at, width, header.height() + table.viewport().height())
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
