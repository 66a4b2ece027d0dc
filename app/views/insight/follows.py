"""A view of rows that has the selection of the document, and the keys of the map."""

from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication

from app.analysis.study import Study
from app.document import Document
from app.exchange.cells import guarded
from app.views.insight.linked import Linked
from app.views.insight.rows import RowsModel
from app.views.widgets import theme
from app.views.widgets.keys import rate_by_key
from app.views.widgets.typed import Typed, is_quick_rating


class Follows:
    """Mixed into a list or a table: who is selected or pointed at here is so everywhere."""

    _document: Document
    _linked: Linked
    _typed: Typed
    rows: RowsModel

    def follow(self: Any, document: Document, linked: Linked, rows: RowsModel) -> None:
        """Begin to follow; call once when made."""
        self._document, self._linked, self.rows = document, linked, rows
        self._typed = Typed(document)
        self._telling = False
        self.setModel(rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.entered.connect(self._point)
        rows.modelAboutToBeReset.connect(self._stop_telling)
        rows.modelReset.connect(self.follow_selection)
        linked.lit_changed.connect(self._light)
        linked.filter_changed.connect(self._light)
        self.follow_selection()

    def show_map(self: Any, seen: Study) -> None:
        """Show a map as it is now."""
        self.rows.show_map(seen)
        self._telling = True

    def follow_selection(self: Any) -> None:
        """Select whom the document has selected."""
        model = self.selectionModel()
        rows = [self.rows.row_of(key) for key in self._document.selection]
        wanted = [row for row in rows if row is not None]
        if set(wanted) != {index.row() for index in model.selectedRows()}:
            selection = QItemSelection()
            for row in wanted:
                index = self.rows.index(row, 0)
                selection.select(index, index)
            flag = QItemSelectionModel.SelectionFlag
            self._telling = False
            model.select(selection, flag.ClearAndSelect | flag.Rows)
            if wanted and self.currentIndex().row() not in wanted:
                model.setCurrentIndex(self.rows.index(wanted[-1], 0), flag.NoUpdate)
            if wanted:
                self.scrollTo(self.rows.index(wanted[-1], 0))
        self._telling = True

    def selectionChanged(self: Any, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell the document whom the person selected."""
        super().selectionChanged(selected, deselected)  # type: ignore[misc]
        if not getattr(self, "_telling", False):
            return
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        chosen = [self.rows.row_at(row).partner.id for row in rows]
        kept = [key for key in self._document.selection if key in chosen]
        self._document.select([*kept, *(key for key in chosen if key not in kept)])

    def event(self: Any, event: QEvent) -> bool:
        """Keep the key that copies, whatever else it means in the window."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return bool(super().event(event))  # type: ignore[misc]

    def keyPressEvent(self: Any, event: QKeyEvent) -> None:
        """Rate who is selected, copy, or move as lists do."""
        if words := self._typed.read(event, quick=is_quick_rating(self._document, event)):
            self.keyboardSearch(words)
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.copied())
        elif not rate_by_key(self._document, event):
            super().keyPressEvent(event)  # type: ignore[misc]

    def copied(self: Any) -> str:
        """Return the selected rows, or all, as text: a tab between values, a line a partner."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        model = self.rows
        lines = ["\t".join(column.title for column in model.columns)]
        for row in rows or range(model.rowCount()):
            gap = model.row_at(row)
            texts = (model.text(gap, column) for column in model.columns)
            lines.append("\t".join(guarded(text.replace("\t", " ")) for text in texts))
        return "\n".join(lines)

    def leaveEvent(self: Any, event: object) -> None:
        """Light nobody up: the pointer is gone."""
        super().leaveEvent(event)  # type: ignore[misc]
        self._linked.light("")

    def _stop_telling(self: Any) -> None:
        self._telling = False

    def _point(self: Any, index: QModelIndex) -> None:
        self._linked.light(self.rows.row_at(index.row()).partner.id)

    def _light(self: Any) -> None:
        self.viewport().update()


def row_height() -> int:
    """Return the height of a row, in pixels."""
    return max(theme.scaled(30), round(theme.font().pointSizeF() * 2.4))
