"""What a table and a list of rows have in common: who is chosen, what is copied and searched."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from app.exchange.cells import guarded
from app.views.widgets.columns import Column, Rows


class ChosenRows:
    """Mixed into a list or a table over `Rows`; before the widget's own class.

    With `choose_by` the rows that are chosen are those of somebody else, both ways.
    """

    rows: Rows
    copies = True
    """Ctrl+C copies the words of the rows; where it does not, it means what it does elsewhere."""

    _chosen_there: Callable[[], Sequence[str]] | None = None
    _tell_chosen: Callable[[list[str]], object] | None = None
    _following = False
    """True while the view changes what is chosen by itself, and nobody is to be told."""

    def show_in(self: Any, rows: Rows) -> None:
        """Take the rows; call once when made."""
        self.rows = rows
        self.setModel(rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def choose_by(
        self: Any, chosen: Callable[[], Sequence[str]], choose: Callable[[list[str]], object]
    ) -> None:
        """Let several be chosen: `chosen` are those elsewhere, and `choose` tells of those here."""
        self._chosen_there, self._tell_chosen = chosen, choose
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.follow_selection()

    def show_rows(self: Any, rows: Iterable[Any], columns: Sequence[Column] | None = None) -> None:
        """Show these rows; what the view then does to its selection is not the person's doing."""
        self._following = True
        self.rows.show(rows, columns)
        self._following = False
        self.follow_selection()

    def follow_selection(self: Any) -> None:
        """Choose the rows that are chosen elsewhere."""
        if self._chosen_there is None:
            return
        model = self.selectionModel()
        found = (self.rows.row_of(key) for key in self._chosen_there())
        wanted = [row for row in found if row is not None]
        if set(wanted) == {index.row() for index in model.selectedRows()}:
            return
        selection = QItemSelection()
        for row in wanted:
            index = self.rows.index(row, 0)
            selection.select(index, index)
        flag = QItemSelectionModel.SelectionFlag
        self._following = True
        model.select(selection, flag.ClearAndSelect | flag.Rows)
        if wanted:
            last = self.rows.index(wanted[-1], max(self.currentIndex().column(), 0))
            if self.currentIndex().row() not in wanted:
                model.setCurrentIndex(last, flag.NoUpdate)
            self.scrollTo(last)
        self._following = False

    def selectionChanged(self: Any, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which rows the person chose; those chosen before stay first."""
        super().selectionChanged(selected, deselected)  # type: ignore[misc]
        if self._tell_chosen is not None and not self._following:
            chosen = self.chosen_keys()
            kept = [key for key in self._chosen_there() if key in chosen]
            self._tell_chosen([*kept, *(key for key in chosen if key not in kept)])

    def chosen_keys(self: Any) -> list[str]:
        """Return the keys of the chosen rows, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.key_at(row) for row in rows]

    def event(self: Any, event: QEvent) -> bool:
        """Keep the key that copies, whatever else it means in the window."""
        if (
            self.copies
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return bool(super().event(event))  # type: ignore[misc]

    def keyPressEvent(self: Any, event: QKeyEvent) -> None:
        """Copy, or move as lists do."""
        if self.copies and event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)  # type: ignore[misc]

    def copy(self: Any) -> None:
        """Put the chosen rows in the clipboard."""
        QGuiApplication.clipboard().setText(self.copied())

    def copied(self: Any) -> str:
        """Return the chosen rows, or all, as text: a tab between the cells, a line a row."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        columns: tuple[Column, ...] = self.rows.columns
        lines = ["\t".join(column.head or column.title for column in columns)]
        for number in rows or range(self.rows.rowCount()):
            row = self.rows.row_at(number)
            texts = (" ".join(column.text(row).split()) for column in columns)
            lines.append("\t".join(map(guarded, texts)))
        return "\n".join(lines)

    def keyboardSearch(self: Any, search: str) -> None:
        """Find a row by the first letters of what it is about, wherever the keyboard is in it."""
        current = self.currentIndex()
        if current.isValid() and current.column() != 0:
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(current.siblingAtColumn(0), flag.NoUpdate)
        super().keyboardSearch(search)  # type: ignore[misc]
