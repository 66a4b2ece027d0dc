"""The table of partners: the map's equal for whoever reads or hears rather than looks."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.document import Document
from app.models.network import Changes, Partner
from app.views.people.cells import Answers
from app.views.people.partner_columns import COLUMNS, partner_columns
from app.views.widgets import theme
from app.views.widgets.rated_rows import RatedRows
from app.views.widgets.table import Table
from app.views.widgets.told_when_shown import ToldWhenShown
from app.words import say

_GIVEN: Final = ("kind", "setting")


class PeopleTable(ToldWhenShown, RatedRows, Table):
    """The partners as a table, with the selection of the document and the keys of the map."""

    menu_requested = Signal(QPoint)
    """What can be done with the selected partners, at a place on the screen."""
    give_requested = Signal()
    """To choose the kind or the setting of the selected partners."""
    field_requested = Signal(str)
    """To answer a field of the selected partners where it is asked: in the form."""

    copies = False  # the window copies partners, to be pasted on a map

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        self._empty = say("Type a name on the left to put your first partner on the map")
        columns = partner_columns(lambda: document.is_editable)
        super().__init__(say("Table of partners"), columns, parent, key=lambda one: one.id)
        self._answers = Answers(document, self)
        self.rate_in(document)
        self.rows.typed.connect(self._rename)
        self.clicked.connect(self._choose_missing)
        document.selection_changed.connect(self._follow)
        document.opened.connect(self._read)
        document.changed.connect(self._hear)
        self._read()

    def catch_up(self) -> None:
        """Show the partners and the selection of now."""
        self.show_rows(self._document.map.partners if self._document.is_open else ())
        self.viewport().update()

    def _read(self) -> None:
        if self.is_told():
            self.catch_up()

    def _hear(self, before: Changes, after: Changes) -> None:
        if Partner in map(type, (*before.values(), *after.values())):
            self._read()

    def _follow(self) -> None:
        if self.is_told():
            self.follow_selection()

    def _rename(self, partner: Partner, _name: str, text: str) -> None:
        if text:
            self._document.end_merging()
            self._document.rename(partner.id, text)

    # What can be done with them.

    def open_menu(self, at: QPoint) -> None:
        """Open the menu of the selected partners."""
        if self._document.selection:
            self.menu_requested.emit(at)

    def _choose_missing(self, index: QModelIndex) -> None:
        """Let the setting be chosen where it is missing, by one click."""
        partner: Partner = self.rows.row_at(index.row())
        if COLUMNS[index.column()] == "setting" and partner.setting is None:
            self.give_requested.emit()

    def acts_on(self, event: QKeyEvent) -> bool:
        """Rename or remove, or change the cell of the cursor."""
        if event.key() == Qt.Key.Key_F2 and self._can_act():
            self._edit_name()
            return True
        return False

    def _edit_name(self) -> None:
        """Edit the name, which may be scrolled away while the cursor is in another column."""
        name = self.currentIndex().siblingAtColumn(0)
        self.scrollTo(name)
        self.edit(name)

    def change(self) -> None:
        """Change the cell of the cursor: type a name, or choose an answer."""
        index, field = self.currentIndex(), COLUMNS[self.currentIndex().column()]
        if not self._document.is_editable:
            return
        if self.rows.key_at(index.row()) not in self._document.selection:
            self.selectRow(index.row())
        if field == "name":
            self._edit_name()
        elif self._answers.has(field):
            self._answers.open(field, self.below(index))
        elif field in _GIVEN:
            self.give_requested.emit()
        else:
            self.field_requested.emit(field)

    def remove(self) -> None:
        """Remove who is selected; who came next is selected then."""
        ids, order = self._document.selection, self.rows.keys
        if not ids:
            return
        last = max(order.index(key) for key in ids)
        left = [key for key in order if key not in ids]
        following = next(
            (key for key in order[last:] if key not in ids), left[-1] if left else None
        )
        if self._document.remove_partners(ids) and following:
            self._document.select([following])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show what to do while there is nobody yet."""
        super().paintEvent(event)
        if self.rows.rowCount() == 0 and self._document.is_open:
            painter = QPainter(self.viewport())
            painter.setPen(theme.current().colour("ink"))
            painter.setFont(theme.font("heading"))
            margin = theme.scaled(24)
            area: QRect = self.viewport().rect().adjusted(margin, margin, -margin, -margin)
            painter.drawText(
                area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty
            )
