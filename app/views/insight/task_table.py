"""Who does what around one pupil, as a table that is filled in where it stands."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.analysis.tasks import Row, headings, in_order
from app.document import Document
from app.models.network import Task, new_id
from app.views.reflect.kept import by_name
from app.views.widgets import theme
from app.views.widgets.wrapping import wrapped
from app.words import phrases, say

WHO, WHAT, ROLE, ANSWERABLE, AGREED = range(5)
ME: Final = "me"
"""Stands in a menu for the owner: no id of a record is as short."""
_SHARES: Final = (0.205, 0.235, 0.16, 0.21, 0.19)
"""What part of the width each column has."""
_AROUND: Final = 4
_ABOVE: Final = 7
"""Pixels beside the words of a cell, and above and below them."""
_NOTHING_YET: Final = Qt.ItemDataRole.UserRole
"""Tells of a cell that what it says is not a task."""
_TYPED: Final = {WHAT: "what", ROLE: "role"}
_CHOSEN: Final = {WHO: ("partner", "mine"), ANSWERABLE: ("responsible", "answerable")}
"""The fields of a column in which somebody is chosen: the partner, and whether it is the owner."""


class TaskTable(QTableWidget):
    """A row a task, pupil and parents first; who has none has a row too, and what has nobody.

    Words are typed in their cell, people chosen from a menu that a press or Enter opens. Words
    in the row of somebody without a task are a new task of theirs. Delete removes a task.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self._document = document
        self.rows: list[Row] = []
        self.menu: QMenu | None = None
        """The last that was opened."""
        self._showing = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.show_tasks)
        self._cells = _Cells(self)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(say("Arrangement"))
        self.setProperty("role", "table")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked
            | triggers.SelectedClicked
            | triggers.EditKeyPressed
            | triggers.AnyKeyPressed
        )
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setProperty("role", "narrow")
        head.setFont(theme.font("label"))
        wraps = Qt.AlignmentFlag(int(Qt.TextFlag.TextWordWrap))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | wraps)
        self.setHorizontalHeaderLabels(list(headings()))
        self.itemChanged.connect(self._store_typed)
        self.cellClicked.connect(self._press)

    # Showing.

    def show_tasks(self) -> None:
        """Show the tasks as they stand now; the cell with the keyboard stays where it is."""
        whole = self._document.map
        at = self.currentRow(), self.currentColumn()
        key = _key(self.rows[at[0]]) if 0 <= at[0] < len(self.rows) else ""
        self.rows = in_order(whole)
        self._showing = True
        self.setRowCount(len(self.rows))
        for number, row in enumerate(self.rows):
            for column, text in enumerate(row.cells(whole)):
                item = self.item(number, column)
                if item is None:
                    item = QTableWidgetItem()
                    self.setItem(number, column, item)
                self._dress(item, row, text)
        self._showing = False
        keys = [_key(row) for row in self.rows]
        if key in keys:
            self.setCurrentCell(keys.index(key), at[1])
        self._fit()

    def _dress(self, item: QTableWidgetItem, row: Row, text: str) -> None:
        column, colours = item.column(), theme.current()
        if item.text() != text:  # what is being typed there is left alone
            item.setText(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_typed = column == WHAT or (column == ROLE and row.task is not None)
        if is_typed and self._document.is_editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        item.setFlags(flags)
        nobody, none = row.is_open and column == WHO, row.task is None and column == WHAT
        ink = "less_often" if nobody else "soft_ink" if none else "ink"
        item.setForeground(colours.colour(ink))
        item.setFont(theme.font("strong" if nobody or (column == WHAT and not none) else "text"))
        item.setToolTip(say("Type a task in this row.") if none else "")
        item.setData(_NOTHING_YET, none)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every column its part of the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, int(width * share))
        self.resizeRowsToContents()
        head = QFontMetrics(self.horizontalHeader().font()).height() * 2 + 12
        self.horizontalHeader().setFixedHeight(head)
        rows = sum(self.rowHeight(number) for number in range(self.rowCount()))
        self.setFixedHeight(head + rows + 2)

    # Filling in.

    def write(self, row: Row) -> None:
        """Put the cursor in what is to be done."""
        number = [_key(one) for one in self.rows].index(_key(row))
        self.setCurrentCell(number, WHAT)
        self.setFocus()
        self.edit(self.model().index(number, WHAT))

    def _store_typed(self, item: QTableWidgetItem) -> None:
        if self._showing:
            return
        row, text = self.rows[item.row()], item.text().strip()
        if row.task is None:
            if text:
                self._document.keep(Task(id=new_id(), what=text, partner=row.who))
        elif text or item.column() != WHAT:  # a task is never without words
            self._change(row.task, {_TYPED[item.column()]: text})
        self._soon.start()  # the row may move, and its editor is still there

    def _press(self, number: int, column: int) -> None:
        row = self.rows[number]
        if not self._document.is_editable:
            return
        if row.task is None:
            self.write(row)
        elif column in _CHOSEN:
            self._offer_one(row.task, column)
        elif column == AGREED:
            self._offer_several(row.task)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a cell with Enter or the space bar; remove a task with Delete."""
        number, column, key = self.currentRow(), self.currentColumn(), event.key()
        row = self.rows[number] if 0 <= number < len(self.rows) else None
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # the Enter that ended typing comes by here as well
        elif row and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if row.task is not None and column in _TYPED and self._document.is_editable:
                self.edit(self.model().index(number, column))
            else:
                self._press(number, column)
        elif row and row.task and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove(row.task)
        else:
            super().keyPressEvent(event)

    def remove(self, task: Task) -> None:
        """Take a task away; undo brings it back."""
        if self._document.drop(task.id):
            self.show_tasks()

    def _offer_one(self, task: Task, column: int) -> None:
        whole, (name, switch) = self._document.map, _CHOSEN[column]
        nobody = say("no one yet")
        people = [("", nobody), (ME, phrases.ego_label(whole.network)), *by_name(whole.partners)]
        now = ME if getattr(task, switch) else getattr(task, name) or ""

        def give(key: str) -> None:
            who = key if key not in ("", ME) else None
            self._change(task, {name: who, switch: key == ME})

        self._open(people, {now}, give)

    def _offer_several(self, task: Task) -> None:
        people = by_name(self._document.map.partners)

        def give(key: str) -> None:
            chosen = {*task.agreed_with} ^ {key}
            self._change(task, {"agreed_with": tuple(k for k, _ in people if k in chosen)})

        self._open(people, set(task.agreed_with), give)

    def _open(
        self, people: Iterable[tuple[str, str]], chosen: set[str], give: Callable[[str], None]
    ) -> None:
        menu = self.menu = QMenu(self)
        for key, called in people:
            action = menu.addAction(phrases.literal(called))
            action.setCheckable(True)
            action.setChecked(key in chosen)
            action.setData(key)
        menu.triggered.connect(lambda action: give(action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        box = self.visualItemRect(self.currentItem())
        menu.popup(self.viewport().mapToGlobal(QPoint(box.left(), box.bottom())))

    def _change(self, task: Task, values: dict[str, Any]) -> None:
        self._document.change(task.id, **values)
        self._document.end_merging()
        self._soon.start()


class _Cells(QStyledItemDelegate):
    """Cells as high as their words need; typing begins empty where there is no task yet."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of all lines."""
        self.initStyleOption(option, index)
        lines = len(self._lines(option, index))
        return QSize(0, lines * QFontMetrics(option.font).lineSpacing() + 2 * _ABOVE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell with a hairline below."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        lines, shown.text = "\n".join(self._lines(shown, index)), ""
        colours, is_chosen = theme.current(), shown.state & QStyle.StateFlag.State_Selected
        shown.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget
        )
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(shown.rect.bottomLeft(), shown.rect.bottomRight())
        brush = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(colours.colour("on_chosen") if is_chosen else brush.color())
        painter.setFont(shown.font)
        room = shown.rect.adjusted(_AROUND, _ABOVE, -_AROUND, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, lines)

    def _lines(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> tuple[str, ...]:
        """Return the words of a cell in lines, so that none is cut off."""
        table = self.parent()
        assert isinstance(table, QTableWidget)
        room = table.columnWidth(index.column()) - 2 * _AROUND
        return wrapped(option.text, room, option.font)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Put what stands in the cell in the editor."""
        super().setEditorData(editor, index)
        if index.data(_NOTHING_YET) and isinstance(editor, QLineEdit):
            editor.clear()


def _key(row: Row) -> str:
    return row.task.id if row.task else row.who
