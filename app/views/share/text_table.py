"""A table of texts that can be looked at and walked through, but not changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QWidget

from app.views.widgets.columns import Column
from app.views.widgets.table import Table
from app.words.ordered import order_of

_MOST: Final = 160
_MOST_FIRST: Final = 220
"""Most pixels of a column, and of the first, at normal text."""
_Row = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Titles of columns, and rows with a text in each of them."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class SheetTable(Table):
    """Shows a sheet; the last column takes what the others leave."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, (), parent, key=lambda row: str(row[0]))
        self.sheet = Sheet()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet."""
        if sheet != self.sheet:
            self.sheet = sheet
            last = len(sheet.columns) - 1
            columns = [_column(at, title, at == last) for at, title in enumerate(sheet.columns)]
            self.show_rows(enumerate(sheet.rows), columns)


def _column(at: int, title: str, is_last: bool) -> Column:
    def full(row: _Row) -> str:
        return str(row[1][at])

    return Column(
        f"{at} {title}",
        title,
        lambda row: " ".join(full(row).split()),
        full,
        order=lambda row: order_of(row[1][at]),
        most=_MOST if at else _MOST_FIRST,
        share=float(is_last),
    )


def without_empty(columns: Sequence[str], rows: Sequence[Sequence[str]], always: int) -> Sheet:
    """Return a sheet without the columns in which nobody has anything, but for the first few."""
    kept = [at for at in range(len(columns)) if at < always or any(row[at] for row in rows)]
    return Sheet(
        tuple(columns[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows)
    )
