"""A table in a CSV file, of which every cell knows its file, line and column."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, zip_longest
from pathlib import Path
from typing import Final

from app.exchange.cells import unguarded
from app.exchange.files import LARGEST, decoded, read_file
from app.models.problem import Problem
from app.models.rules import cleaned, tidied

DELIMITERS: Final = (",", ";", "\t")
"""What separates cells: a spreadsheet in Dutch writes semicolons."""

MISSING: Final = frozenset(
    ("NA", "<NA>", "N/A", "n/a", "#N/A", "NaN", "nan", "NULL", "null", "None", ".", "#NULL!")
)
"""How R, pandas, Stata, SPSS, spreadsheets and databases write a cell without an answer."""

MOST_ROWS: Final = 250_000
MOST_COLUMNS: Final = 1_000
"""More than a survey of any size has; beyond it a file would only fill the memory."""
MOST_CELLS: Final = 20 * MOST_COLUMNS
"""In a row, whatever is in it."""

_LARGEST_LOOKED_THROUGH: Final = 4_000_000_000
_CELLS_KNOWN: Final = 1 << 16
"""Most different cells that are kept in mind while a file is read."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells by column, without the spaces around them."""

    file: Path
    line: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """Return the cell, or an empty text where the table has no such column."""
        return self.cells.get(column, "")

    def problem(self, code: str, column: str, **values: object) -> Problem:
        """Return the problem `code` with the cell in `column`."""
        value = cleaned(self.get(column))
        return Problem(
            code, file=self.file, line=self.line, column=column, **{"value": value, **values}
        )


@dataclass(frozen=True, slots=True)
class Table:
    """The rows under the heading of a CSV file; empty rows are left out."""

    file: Path
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(path: Path, required: Sequence[str], of: tuple[str, str] | None = None) -> Table:
    """Return the table in a UTF-8 file whose cells are separated by `,` or `;` or a tab.

    A cell that is `MISSING` is empty, but in a required column: there it may be somebody's mark.
    A row that ends early has empty cells, as spreadsheets leave them out. With `of`, a column and
    a cell, the file may have any size, and only the rows with that cell are returned.

    Raises `Problem`: those of `read_file`, `file_encoding`, `csv_broken` (quotes that do not
    close, a cell too long), `csv_too_large`, `csv_missing_column`, `csv_column_twice`,
    `csv_cell_count`.
    """
    text = decoded(read_file(path, _LARGEST_LOOKED_THROUGH if of else LARGEST), path)
    said = text.partition("\n")[0].strip()
    if said.casefold() in _SAYING:  # for a spreadsheet alone; the line stays, for its number
        text = text.replace(said, "", 1)
    if all(c.isspace() or c in (*DELIMITERS, '"') or not tidied(c) for c in text):
        raise Problem("file_empty", file=path)  # an empty sheet is saved as separators alone
    delimiter = _SAYING.get(said.casefold()) or _delimiter(path, text, required)
    every = _lines(path, text, delimiter, any_size=of is not None)
    _, heading = next(every, (0, []))
    columns = _checked(path, heading, required)
    if of is None:
        lines = list(every)
    else:  # most rows are another one's, and not kept
        at = columns.index(of[0])
        lines = [(n, c) for n, c in every if c[at : at + 1] == [of[1]] or any(c[len(columns) :])]
    if _has_row_names(heading, lines):
        columns = tuple(_named(["", *heading]))
    rows: list[Row] = []
    for line, cells in lines:
        if any(cells[len(columns) :]):
            raise Problem(
                "csv_cell_count", file=path, line=line, found=len(cells), expected=len(columns)
            )
        answers = dict(zip_longest(columns, cells[: len(columns)], fillvalue=""))
        missing = [key for key in answers if key not in required and answers[key] in MISSING]
        rows.append(Row(path, line, answers | dict.fromkeys(missing, "")))
    return Table(path, columns, tuple(rows))


def _checked(path: Path, heading: Sequence[str], required: Sequence[str]) -> tuple[str, ...]:
    """Return the columns, each once and all there that are required."""
    columns = tuple(_named(heading))
    if len(columns) > MOST_COLUMNS:
        raise Problem("csv_too_large", file=path)
    for column, times in Counter(columns).items():
        if times > 1:
            raise Problem("csv_column_twice", file=path, column=cleaned(column))
    for column in required:
        if column not in columns:
            raise Problem("csv_missing_column", file=path, column=column)
    return columns


_SAYING: Final = {f"sep={delimiter}": delimiter for delimiter in DELIMITERS}
"""How a first line tells a spreadsheet what separates the cells."""


def _has_row_names(heading: Sequence[str], lines: Sequence[tuple[int, list[str]]]) -> bool:
    """Tell whether every row begins with its number, for which the heading has no cell."""
    return bool(lines) and all(
        len(cells) == len(heading) + 1 and cells[0] == str(number)
        for number, (_, cells) in enumerate(lines, start=1)
    )


def _named(heading: Sequence[str]) -> Iterator[str]:
    """Return the names of the columns; one without a name gets its number."""
    for position, name in enumerate(heading, start=1):
        yield name.casefold() or f"#{position}"


def _delimiter(path: Path, text: str, required: Sequence[str]) -> str:
    """Return the separator that finds the required columns, or else most columns."""

    def fit(delimiter: str) -> tuple[int, int]:
        try:
            _, heading = next(_lines(path, text, delimiter), (0, []))
        except Problem:
            return -1, 0  # quotes that close before another separator
        return len(set(required) & set(_named(heading))), len(heading)

    return max(DELIMITERS, key=fit)


def narrow(path: Path, text: str, delimiter: str) -> Iterator[str]:
    """Yield the lines of a text; one of megabytes is refused before it is millions of cells."""
    for line in io.StringIO(text, newline=""):
        if line.count(delimiter) > MOST_CELLS:
            raise Problem("csv_too_large", file=path)
        yield line


def _lines(
    path: Path, text: str, delimiter: str, *, any_size: bool = False
) -> Iterator[tuple[int, list[str]]]:
    """Return each row that is not empty, with the line it starts on."""
    kept = lru_cache(_CELLS_KNOWN)(_kept)  # a survey says little, and says it often
    lines = narrow(path, text, delimiter)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    for number in count():
        line = reader.line_num + 1
        if number > MOST_ROWS and not any_size:
            raise Problem("csv_too_large", file=path)
        try:
            cells = [kept(cell) for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            raise Problem("csv_broken", file=path, line=line) from error
        if any(cells):
            yield line, cells


def _kept(cell: str) -> str:
    return tidied(unguarded(cell.strip()))
