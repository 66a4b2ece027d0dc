"""The one table: everything that is rows and columns is this one, with columns of its own."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QHelpEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QTableView, QToolTip, QWidget

from app.views.widgets import theme
from app.views.widgets.chosen_rows import ChosenRows
from app.views.widgets.columns import Column, Rows
from app.views.widgets.menu import Menu
from app.views.widgets.pinned_column import PinnedColumn
from app.views.widgets.speech import announce
from app.views.widgets.table_cells import Cells, row_height
from app.views.widgets.wrapping import width_of, wrapped
from app.words import say

_AROUND: Final = 24
"""Pixels in a column beside its words."""
_ARROW: Final = "  ▾"
"""What a title has beside it while the rows are sorted by it."""
_MOST_OF_ALL: Final = 0.42
"""Share of the width that the first column takes at most for words of any length, where it scrolls.

Another takes the rest at most: it is read beside the first, which stays in sight.
"""
_ANY: Final = (1 << 24) - 1
"""Pixels: as high as Qt lets anything be."""
_CHANGES: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_REMOVES: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_Index = QModelIndex | QPersistentModelIndex
_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class Table(ChosenRows, QTableView):
    """Rows under columns: one stop of Tab, with the arrow keys inside.

    Alt+Up and Alt+Down sort by the column of the cursor, Ctrl+C copies, letters find a row, and
    the key for menus opens one. Words that are cut are whole in the tooltip. A table that `wraps`
    has its words on as many lines as they need; one that is wide keeps the first column in sight.
    """

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        parent: QWidget | None = None,
        *,
        key: Callable[[Any], str],
        sorts: bool = True,
        wraps: bool = False,
        lines: int = 1,
        narrow: int = 0,
    ) -> None:
        """`key` tells the rows apart; a row has so many `lines`, or with `wraps` what it needs.

        Within so many pixels (`narrow`) it wraps, in columns that two lines of words need.
        """
        super().__init__(parent)
        self._wraps, self._narrow, self._is_narrow = False, narrow, False
        self._fitted: tuple[Any, ...] = ()
        self._by_hand: dict[str, int] = {}
        self.pinned: PinnedColumn | None = None
        self.setAccessibleName(name)
        self.setProperty("role", "table")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(Cells(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height(lines))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        self._wrap(wraps=wraps)
        self.show_in(Rows(columns, key, self))
        if sorts:
            self.setSortingEnabled(True)
            self.sortByColumn(-1, _UP)  # as they came
            header.sectionClicked.connect(self._say_order)
        header.sectionResized.connect(self._take_width)
        self.doubleClicked.connect(self.change)
        self._fit()
        self.rows.shown.connect(self._fit)

    def _wrap(self, *, wraps: bool) -> None:
        """Have words and titles on as many lines as they need, or each on one."""
        self._wraps = wraps
        self.setWordWrap(wraps)
        header, beside = self.horizontalHeader(), Qt.AlignmentFlag.AlignLeft
        wrap = Qt.AlignmentFlag(int(Qt.TextFlag.TextWordWrap) if wraps else 0)
        header.setDefaultAlignment(beside | Qt.AlignmentFlag.AlignVCenter | wrap)
        header.setProperty("role", "narrow" if wraps else "")
        header.setFont(theme.font("label" if wraps else "text"))
        header.setMinimumHeight(0)
        header.setMaximumHeight(_ANY)

    def show_rows(self, rows: Iterable[Any], columns: Sequence[Column] | None = None) -> None:
        """Show these rows; where the columns became others, still in the order there was."""
        before = [column.id for column in self.rows.columns]
        super().show_rows(rows, columns)
        if self.isSortingEnabled() and before != [column.id for column in self.rows.columns]:
            self.sort_by(self.rows.sorted_by, self.rows.direction)

    # Order.

    def sort_by(self, column: str, order: Qt.SortOrder = _UP) -> None:
        """Sort by a column, if it is there; by nothing, as the rows came."""
        ids = [one.id for one in self.rows.columns]
        self.sortByColumn(ids.index(column) if column in ids else -1, order)

    def _sort_here(self, order: Qt.SortOrder) -> None:
        """Sort by the column of the cursor, and say so."""
        self.sortByColumn(max(self.currentIndex().column(), 0), order)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        self._say_order()

    def _sort_up(self) -> None:
        self._sort_here(_UP)

    def _sort_down(self) -> None:
        self._sort_here(_DOWN)

    def _say_order(self) -> None:
        title = next(one.title for one in self.rows.columns if one.id == self.rows.sorted_by)
        up = self.rows.direction is _UP
        text = say("Sorted by {field}, ascending", field=title)
        announce(self, text if up else say("Sorted by {field}, descending", field=title))

    # Keys and menu.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sort by the column of the cursor; else move as tables do."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and self.isSortingEnabled() and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._sort_here(_UP if event.key() == Qt.Key.Key_Up else _DOWN)
        elif event.key() in _CHANGES and self._can_act():
            self.change()
        elif event.key() in _REMOVES and self._can_act():
            self.remove()
        else:
            super().keyPressEvent(event)

    def _can_act(self) -> bool:
        """Tell whether a key is about a cell: the Enter that ended typing comes by here as well."""
        return self.currentIndex().isValid() and self.state() is not self.State.EditingState

    def change(self) -> None:
        """Change the cell of the cursor, by Enter, F2 or a double click; most tables only show."""

    def remove(self) -> None:
        """Take away what the row is about, by Delete; most tables only show."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu, by the mouse where it is, or by its key below the cell."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.open_menu(self.menu_place() if by_key else event.globalPos())

    def menu_place(self) -> QPoint:
        """Return the place on the screen of a menu that was asked for by a key."""
        return self.below(self.currentIndex())

    def open_menu(self, at: QPoint) -> None:
        """Offer what can be done with any table."""
        menu = Menu(self, self.accessibleName())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.copies:
            menu.addAction(say("Copy")).triggered.connect(self.copy)
        if self.isSortingEnabled():
            menu.addAction(say("Sort ascending")).triggered.connect(self._sort_up)
            menu.addAction(say("Sort descending")).triggered.connect(self._sort_down)
        menu.popup(at)

    def below(self, index: _Index) -> QPoint:
        """Return the place on the screen of the menu of a cell."""
        corner = self.visualRect(index).bottomLeft()
        return self.viewport().mapToGlobal(QPoint(max(corner.x(), 0), corner.y()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell by a tooltip what a cell says in short or what is cut off, and nothing else."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            if index.isValid() and not self._hides(index):
                QToolTip.hideText()
                return True
        return super().viewportEvent(event)

    def _hides(self, index: QModelIndex) -> bool:
        column = self.rows.columns[index.column()]
        row = self.rows.row_at(index.row())
        is_short = column.full is not None and column.full(row) != column.text(row)
        wide = self.sizeHintForIndex(index).width() > self.columnWidth(index.column())
        return is_short or wide

    # Widths.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.scaled(self._narrow)
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._turn_narrow()
        self._fitted = ()
        self._fit()

    def _turn_narrow(self) -> None:
        """Wrap, or put each row on a line again."""
        self._wrap(wraps=self._is_narrow)
        for part in (self, self.pinned):
            if part is not None:
                part.style().polish(part.horizontalHeader())
        for row in range(self.rows.rowCount()):
            self.setRowHeight(row, self.verticalHeader().defaultSectionSize())

    def _take_width(self, column: int, _before: int, width: int) -> None:
        """Keep the width that somebody dragged a column to."""
        if self.horizontalHeader().isVisible() and self._is_dragging():
            self._by_hand[self.rows.columns[column].id] = width
            self._lay_rows()

    def _is_dragging(self) -> bool:
        from PySide6.QtGui import QGuiApplication

        return bool(QGuiApplication.mouseButtons()) and self.horizontalHeader().underMouse()

    def _fit(self) -> None:
        """Give each column what its words need, and share out the rest; no rows, no titles."""
        self._show_titles(shown=self.rows.rowCount() > 0)
        room, columns = self.viewport().width(), self.rows.columns
        texts = [self._texts(column) for column in columns]
        if (room, columns, texts) != self._fitted:
            self._fitted = (room, columns, texts)
            self._share(room, list(map(self._need, columns, texts)))
        self._lay_rows()

    def _share(self, room: int, needs: list[int]) -> None:
        columns = self.rows.columns
        is_scrolled = sum(needs) > room
        if is_scrolled or not self._wraps:  # words are whole before there is room around them
            for at, whole in enumerate(map(self._whole, columns, self._fitted[2])):
                more = max(whole - needs[at], 0)
                needs[at] += more if is_scrolled else min(more, room - sum(needs))
        rest = max(0, room - sum(needs))
        shares = sum(column.share for column in columns)
        for at, column in enumerate(columns):
            own = int(rest * column.share / shares) if shares else 0
            self.setColumnWidth(at, self._by_hand.get(column.id, needs[at] + own))

    def _show_titles(self, *, shown: bool) -> None:
        """Show the titles and the way sideways, or neither: there is nothing to sort or to see."""
        bars = Qt.ScrollBarPolicy
        wanted = bars.ScrollBarAsNeeded if shown else bars.ScrollBarAlwaysOff
        if self.horizontalScrollBarPolicy() is not wanted:
            self.setHorizontalScrollBarPolicy(wanted)
            self.horizontalHeader().setVisible(shown)

    def _texts(self, column: Column) -> set[str]:
        """Return what stands in a column, where its width goes by that."""
        return set() if column.answers and column.least is None else self.rows.texts(column)

    def _need(self, column: Column, said: set[str]) -> int:
        if column.least is not None:
            return theme.scaled(column.least)
        metrics = QFontMetrics(theme.font("strong" if column.look and self._wraps else "text"))
        title = (column.head or column.title) + (_ARROW if self.isSortingEnabled() else "")
        texts = [*(title.split() if self._wraps else [title]), *column.answers]
        texts += (line for text in said for line in text.split("\n"))
        around, most, wide = _AROUND, column.most, metrics.horizontalAdvance
        if self._is_narrow:
            around, most, wide = theme.GRID * 2, most * 2 // 3, partial(_on_two_lines, metrics)
        widest, around = max(map(wide, texts)), theme.scaled(around)
        if most:  # words may be cut, but not the title on one line that says what they are
            whole = 0 if self._wraps else wide(title)
            widest = min(widest, max(theme.scaled(most) - around, whole))
        return widest + around

    def _whole(self, column: Column, said: set[str]) -> int:
        """Return the width in which words of any length are whole, in reason; 0 for others."""
        if column.least is None:
            return 0
        widest = max((width_of(text, "text") for text in said), default=0)
        share = _MOST_OF_ALL if column is self.rows.columns[0] else 1 - _MOST_OF_ALL
        return min(widest + theme.scaled(_AROUND), round(self.viewport().width() * share))

    def _lay_rows(self) -> None:
        if self._wraps:
            self.resizeRowsToContents()
            self._wrap_titles()
        if self.pinned is not None or self._is_wider():
            self._pin()

    def _wrap_titles(self) -> None:
        header = self.horizontalHeader()
        lines = [
            len(
                wrapped(
                    column.head or column.title,
                    self.columnWidth(at) - theme.GRID * 2,
                    header.font(),
                )
            )
            for at, column in enumerate(self.rows.columns)
        ]
        one = QFontMetrics(header.font()).lineSpacing()
        header.setFixedHeight(max(lines, default=1) * one + theme.scaled(12))

    def whole_height(self) -> int:
        """Return the height in which every row is seen."""
        header = self.horizontalHeader()
        titles = header.minimumHeight() or header.sizeHint().height()
        return titles + sum(map(self.rowHeight, range(self.rows.rowCount()))) + 4

    # The first column stays in sight.

    def _is_wider(self) -> bool:
        widths = sum(map(self.columnWidth, range(self.rows.columnCount())))
        return widths > self.viewport().width() > 0

    def _pin(self) -> None:
        if self.pinned is None:
            self.pinned = PinnedColumn(self)
            self.horizontalScrollBar().valueChanged.connect(self.pinned.lay)
        self.pinned.lay()

    def scrollTo(
        self, index: _Index, hint: QTableView.ScrollHint = QTableView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, beside the names and not below them."""
        super().scrollTo(index, hint)
        hidden = self.columnWidth(0) - self.columnViewportPosition(index.column())
        if index.column() > 0 and hidden > 0 and self.pinned is not None:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)


def _on_two_lines(metrics: QFontMetrics, text: str) -> int:
    """Return the least width in which words stand on two lines."""
    words = text.split()
    parts = [(words[:at], words[at:]) for at in range(1, len(words))] or [(words, [])]
    return min(max(metrics.horizontalAdvance(" ".join(line)) for line in two) for two in parts)
