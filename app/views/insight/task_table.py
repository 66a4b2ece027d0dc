"""Who does what around one pupil, as a table that is filled in where it stands."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.analysis.tasks import Row, headings, in_order
from app.document import Document
from app.models.network import Task, new_id
from app.views.reflect.unfolding_card import by_name
from app.views.widgets.columns import TOP, Column, Look
from app.views.widgets.menu import Menu
from app.views.widgets.table import Table
from app.words import phrases, say

WHO, WHAT, ROLE, ANSWERABLE, AGREED = range(5)
ME: Final = "me"
"""Stands in a menu for the owner: no id of a record is as short."""
_SHARES: Final = (0.205, 0.235, 0.16, 0.21, 0.19)
"""What part of the width each column has."""
_IDS: Final = ("who", "what", "role", "answerable", "agreed")
_CHOSEN: Final = {WHO: ("partner", "mine"), ANSWERABLE: ("responsible", "answerable")}
"""The fields of a column in which somebody is chosen: the partner, and whether it is the owner."""


class TaskTable(Table):
    """A row a task, pupil and parents first; who has none has a row too, and what has nobody.

    Words are typed in their cell, people chosen from a menu that a press or Enter opens. Words
    in the row of somebody without a task are a new task of theirs. Delete removes a task. The
    order is that of an arrangement, so nothing else sorts it.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        columns = [_column(at, title, document) for at, title in enumerate(headings())]
        super().__init__(
            say("Support arrangements"), columns, parent, key=_key, sorts=False, wraps=True
        )
        self._document = document
        self.menu: Menu | None = None
        """The last that was opened."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.show_tasks)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = self.EditTrigger
        self.setEditTriggers(triggers.SelectedClicked | triggers.AnyKeyPressed)
        self.rows.typed.connect(self._store_typed)
        self.clicked.connect(self._press)

    def show_tasks(self) -> None:
        """Show the tasks as they stand now."""
        self.show_rows(in_order(self._document.map))

    def _lay_rows(self) -> None:
        super()._lay_rows()
        self.setFixedHeight(self.whole_height())  # the page scrolls, and not the table

    # Filling in.

    def write(self, key: str) -> None:
        """Put the cursor in what is to be done: in the row of a task, or of who has none."""
        index = self.rows.index(self.rows.row_of(key) or 0, WHAT)
        self.setCurrentIndex(index)
        self.setFocus()
        self.edit(index)

    def _store_typed(self, row: Row, field: str, text: str) -> None:
        if row.task is None:
            if text:
                self._document.keep(Task(id=new_id(), what=text, partner=row.who))
        elif text or field != "what":  # a task is never without words
            self._change(row.task, {field: text})
        self._soon.start()  # the row may move, and its editor is still there

    def _press(self, index: QModelIndex) -> None:
        row: Row = self.rows.row_at(index.row())
        if not self._document.is_editable:
            return
        if row.task is None:
            self.write(_key(row))
        elif index.column() in _CHOSEN:
            self._offer_one(row.task, index.column())
        elif index.column() == AGREED:
            self._offer_several(row.task)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a cell with the space bar too."""
        if event.key() == Qt.Key.Key_Space and self._can_act():
            self.change()
        else:
            super().keyPressEvent(event)

    def open_menu(self, at: QPoint) -> None:
        """Open the cell."""
        self.change()

    def change(self) -> None:
        """Type in the cell of the cursor, or choose somebody."""
        index = self.currentIndex()
        if self.rows.row_at(index.row()).task and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self._press(index)

    def remove(self) -> None:
        """Take a task away; undo brings it back."""
        task = self.rows.row_at(self.currentIndex().row()).task
        if task and self._document.drop(task.id):
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
        menu = self.menu = Menu(self)
        for key, called in people:
            action = menu.addAction(phrases.literal(called))
            action.setCheckable(True)
            action.setChecked(key in chosen)
            action.setData(key)
        menu.triggered.connect(lambda action: give(action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.below(self.currentIndex()))

    def _change(self, task: Task, values: dict[str, Any]) -> None:
        self._document.change(task.id, **values)
        self._document.end_merging()
        self._soon.start()


def _column(at: int, title: str, document: Document) -> Column:
    def text(row: Row) -> str:
        return row.cells(document.map)[at]

    def typed(row: Row) -> str | None:
        """Return the words that are edited; typing begins empty where there is no task yet."""
        if not document.is_editable or (at == ROLE and row.task is None):
            return None
        return text(row) if row.task else ""

    def full(row: Row) -> str:
        return say("Type a task in this row.") if row.task is None and at == WHAT else text(row)

    def look(row: Row) -> Look:
        if row.is_open and at == WHO:
            return Look(ink="less_often", strong=True)
        if at == WHAT:
            return Look(strong=True) if row.task else Look(ink="soft_ink")
        return Look()

    return Column(
        _IDS[at],
        title,
        text,
        full,
        look=look,
        typed=typed if at in (WHAT, ROLE) else None,
        align=TOP,
        least=0,
        share=_SHARES[at],
    )


def _key(row: Row) -> str:
    return row.task.id if row.task else row.who
