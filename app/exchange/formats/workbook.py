"""The sheets of a workbook of Excel (`.xlsx`) or LibreOffice (`.ods`), as text."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any, Final

from app.exchange.csv_table import MOST_COLUMNS
from app.exchange.formats.text import Line, Sheet
from app.models.problem import Problem

_MOST_UNPACKED: Final = 60_000_000
"""Bytes that the parts of a workbook may be unpacked; a bomb says more, or lies."""
_MOST_CELLS: Final = 500_000
_MOST_ROWS: Final = 100_000
_MOST_SHEETS: Final = 50
_ERROR: Final = re.compile(r"#(REF!|DIV/0!|NAME\?|VALUE!|NUM!|N/A|NULL!|SPILL!|CALC!)")
"""What stands in a cell of which the formula has no outcome, in every language of Excel."""
_FORMULA: Final = re.compile(rb"</f>\s*(?:<v\s*/>|<v>\s*</v>|</c>)")
_ROW: Final = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_COLUMN: Final = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
_ATTRIBUTE: Final = re.compile(rb"""\s([\w:]+)\s*=\s*["']([^"']*)["']""")
_MERGED: Final = re.compile(
    rb"""<(?:\w+:)?mergeCell\b[^>]*\bref=["']([A-Z]{1,3})(\d{1,7}):\1(\d{1,7})["']"""
)
"""Cells of one column that are one; those of one row are a title."""
_MOST_MERGED: Final = 10_000
_TRUE: Final = (b"1", b"true")
_ODF_HIDDEN: Final = ("collapse", "filter")
_ODF: Final = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TABLE: Final = _ODF % "table"
_TEXT: Final = _ODF % "text"
_OFFICE: Final = _ODF % "office"
_STYLE: Final = _ODF % "style"


@dataclass(slots=True)
class Book:
    """A workbook as somebody sees it who opens it; what is hidden is only counted."""

    sheets: tuple[Sheet, ...] = ()
    hidden: dict[str, int] = field(default_factory=lambda: {"sheets": 0, "rows": 0, "columns": 0})
    """How many there are that hold something."""
    unreckoned: int = 0
    """Cells with a formula that no program has reckoned out yet."""


@dataclass(slots=True)
class _Rows:
    """The rows of a sheet, and which of them, and of its columns, are hidden."""

    name: str
    cells: Iterable[list[str]]
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    is_hidden: bool = False
    merged: dict[tuple[int, int], int] = field(default_factory=dict)
    """Of a cell that goes on downwards, by its row and column: its last row."""


def book_of(path: Path, content: bytes) -> Book:
    """Return the sheets in which something stands.

    Raises `Problem`: `import_damaged`, `import_old_workbook`, `import_too_much`, `csv_too_large`.
    """
    if not content.startswith(b"PK"):
        raise Problem("import_old_workbook", file=path)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
            is_odf = "content.xml" in archive.namelist()
            if unpacked > _MOST_UNPACKED:
                raise Problem("import_too_much", file=path, most=_MOST_UNPACKED // 1_000_000)
            if is_odf:
                return _book(path, _of_odf(archive.read("content.xml")))
            made = _book(path, _of_excel(content, archive))
            made.unreckoned = _unreckoned(archive)
            return made
    except Problem:
        raise
    except Exception as error:
        raise Problem("import_damaged", file=path) from error


def _unreckoned(archive: zipfile.ZipFile) -> int:
    names = [n for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
    return sum(len(_FORMULA.findall(archive.read(name))) for name in names[:_MOST_SHEETS])


def _book(path: Path, found: Iterable[_Rows]) -> Book:
    """Return the sheets that hold something, as long as they are no more than can be looked at."""
    made = Book()
    seen: list[Sheet] = []
    cells = 0
    for one in islice(found, _MOST_SHEETS):
        lines: list[Line] = []
        hidden_columns: set[int] = set()
        for number, row in _filled(one):
            while row and not row[-1]:
                row.pop()
            if not row:
                continue
            cells += len(row)
            if cells > _MOST_CELLS or len(row) > MOST_COLUMNS or len(lines) > _MOST_ROWS:
                raise Problem("csv_too_large", file=path)
            if number in one.rows:
                made.hidden["rows"] += not one.is_hidden
                continue
            hidden_columns |= {at for at in one.columns if at <= len(row) and row[at - 1]}
            kept = [value for at, value in enumerate(row, start=1) if at not in one.columns]
            if any(kept):
                lines.append(Line(number, tuple(kept)))
        if one.is_hidden:
            made.hidden["sheets"] += bool(lines)
            continue
        made.hidden["columns"] += len(hidden_columns)
        if lines:
            seen.append(Sheet(path, one.name, lines[0].cells, tuple(lines[1:])))
    made.sheets = tuple(seen)
    return made


def _filled(one: _Rows) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are there, with their numbers.

    What stands in a cell over several rows stands in each of them. A single cell at the end of a
    sheet has a million rows above it.
    """
    going_on: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(one.cells, start=1):
        if not row:
            continue
        for column, (last, value) in going_on.items():
            if number <= last and column <= len(row) and not row[column - 1] and any(row):
                row[column - 1] = value
        for column, value in enumerate(row, start=1):
            if last := one.merged.get((number, column), 0):
                going_on[column] = last, value
        yield number, row


def _of_excel(content: bytes, archive: zipfile.ZipFile) -> Iterator[_Rows]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    worksheets: list[Any] = book.worksheets
    for sheet in worksheets:
        sheet.reset_dimensions()  # what it says of its size may be a lie
        found = sheet.iter_rows(values_only=True)
        rows = ([_written(value) for value in row] if row else [] for row in found)
        part = archive.read(sheet._worksheet_path)  # noqa: SLF001 (read so, it forgets what is hidden)
        is_hidden = sheet.sheet_state != "visible"
        yield _Rows(
            sheet.title, rows, _hidden_rows(part), _hidden_columns(part), is_hidden, _merged(part)
        )


def _hidden_rows(part: bytes) -> set[int]:
    found = set()
    number = 0
    for tag in _ROW.finditer(part):
        said = _said(tag[0])
        number = int(said[b"r"]) if said.get(b"r", b"").isdigit() else number + 1
        if said.get(b"hidden") in _TRUE:
            found.add(number)
    return found


def _merged(part: bytes) -> dict[tuple[int, int], int]:
    from openpyxl.utils import column_index_from_string

    return {
        (int(found[2]), column_index_from_string(found[1].decode())): int(found[3])
        for found in islice(_MERGED.finditer(part), _MOST_MERGED)
    }


def _hidden_columns(part: bytes) -> set[int]:
    found: set[int] = set()
    for tag in islice(_COLUMN.finditer(part), 20 * MOST_COLUMNS):
        said = _said(tag[0])
        if said.get(b"hidden") in _TRUE:
            found.update(range(int(said[b"min"]), min(int(said[b"max"]), MOST_COLUMNS) + 1))
    return found


def _said(tag: bytes) -> dict[bytes, bytes]:
    return dict(_ATTRIBUTE.findall(tag))


def _of_odf(content: bytes) -> Iterator[_Rows]:
    from defusedxml import ElementTree

    root = ElementTree.fromstring(content)
    unseen = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        for said in style.iter(f"{_STYLE}table-properties")
        if said.get(f"{_TABLE}display") == "false"
    }
    for table in root.iter(f"{_TABLE}table"):
        hidden: set[int] = set()
        is_hidden = table.get(f"{_TABLE}style-name", "") in unseen
        name = table.get(f"{_TABLE}name", "")
        merged: dict[tuple[int, int], int] = {}
        rows = _odf_rows(table, hidden, merged)
        yield _Rows(name, rows, hidden, _odf_columns(table), is_hidden, merged)


def _odf_columns(table: Any) -> set[int]:
    """Return the numbers of the columns that are hidden."""
    found: set[int] = set()
    at = 1
    for column in table.iter(f"{_TABLE}table-column"):
        times = int(column.get(f"{_TABLE}number-columns-repeated", "1"))
        if column.get(f"{_TABLE}visibility") in _ODF_HIDDEN:
            found.update(range(at, min(at + times, MOST_COLUMNS + 1)))
        at += times
    return found


def _odf_rows(
    table: Any, hidden: set[int], merged: dict[tuple[int, int], int]
) -> Iterator[list[str]]:
    """Yield rows; one that is repeated is only where something stands in it.

    The numbers of those that are hidden come into `hidden` before them, and into `merged` the
    cells that go on below them.
    """
    number = 0
    for row in table.iter(f"{_TABLE}table-row"):
        cells: list[str] = []
        for cell in row:
            if not cell.tag.endswith("table-cell"):
                continue
            value = _odf_value(cell)
            spans = int(cell.get(f"{_TABLE}number-rows-spanned", "1"))
            if spans > 1 and cell.get(f"{_TABLE}number-columns-spanned", "1") == "1":
                merged[number + 1, len(cells) + 1] = number + spans
            times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
            cells += [value] * min(times, MOST_COLUMNS + 1 if value else 60)
        times = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
        for _ in range(min(times, _MOST_ROWS + 2) if any(cells) else 1):
            number += 1
            if row.get(f"{_TABLE}visibility") in _ODF_HIDDEN:
                hidden.add(number)
            yield list(cells)


def _odf_value(cell: Any) -> str:
    kind = cell.get(f"{_OFFICE}value-type", "")
    if kind in ("float", "percentage", "currency"):
        return _written(float(cell.get(f"{_OFFICE}value", "0")))
    if kind == "boolean":
        return "1" if cell.get(f"{_OFFICE}boolean-value") == "true" else "0"
    if kind == "date":
        return str(cell.get(f"{_OFFICE}date-value", ""))
    return " ".join("".join(line.itertext()) for line in cell.iter(f"{_TEXT}p")).strip()


def _written(value: Any) -> str:
    """Return a cell as a person would type it: whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    text = str(value).strip()
    return "" if _ERROR.fullmatch(text) else text
