"""The sheets of a workbook of Excel (`.xlsx`) or LibreOffice (`.ods`), as text."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
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
_ODF: Final = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TABLE: Final = _ODF % "table"
_TEXT: Final = _ODF % "text"
_OFFICE: Final = _ODF % "office"


def sheets(path: Path, content: bytes) -> tuple[Sheet, ...]:
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
            named = _of_odf(archive.read("content.xml")) if is_odf else _of_excel(content)
            return tuple(_sheets(path, named))
    except Problem:
        raise
    except Exception as error:
        raise Problem("import_damaged", file=path) from error


def unreckoned(content: bytes) -> int:
    """Count the cells with a formula that no program has reckoned out yet."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [n for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
        return sum(len(_FORMULA.findall(archive.read(name))) for name in names[:_MOST_SHEETS])


def _sheets(path: Path, named: Iterable[tuple[str, Iterable[list[str]]]]) -> Iterator[Sheet]:
    """Yield sheets that hold something, as long as they are no more than can be looked at."""
    cells = 0
    for _, (name, rows) in zip(range(_MOST_SHEETS), named, strict=False):
        lines: list[Line] = []
        for number, row in enumerate(rows, start=1):
            if not row:
                continue
            while row and not row[-1]:
                row.pop()
            cells += len(row)
            if cells > _MOST_CELLS or len(row) > MOST_COLUMNS or len(lines) > _MOST_ROWS:
                raise Problem("csv_too_large", file=path)
            if row:
                lines.append(Line(number, tuple(row)))
        if lines:
            yield Sheet(path, name, lines[0].cells, tuple(lines[1:]))


def _of_excel(content: bytes) -> Iterator[tuple[str, Iterator[list[str]]]]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue  # whoever gives the file does not see it either
        sheet.reset_dimensions()  # what it says of its size may be a lie
        rows = ([_written(value) for value in row] for row in sheet.iter_rows(values_only=True))
        yield sheet.title, rows


def _of_odf(content: bytes) -> Iterator[tuple[str, Iterator[list[str]]]]:
    from defusedxml import ElementTree

    root = ElementTree.fromstring(content)
    for table in root.iter(f"{_TABLE}table"):
        yield table.get(f"{_TABLE}name", ""), _odf_rows(table)


def _odf_rows(table: Any) -> Iterator[list[str]]:
    """Yield rows; one that is repeated is only where something stands in it."""
    for row in table.iter(f"{_TABLE}table-row"):
        cells: list[str] = []
        for cell in row:
            if not cell.tag.endswith("table-cell"):
                continue
            value = _odf_value(cell)
            times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
            cells += [value] * min(times, MOST_COLUMNS + 1 if value else 60)
        times = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
        for _ in range(min(times, _MOST_ROWS + 2) if any(cells) else 1):
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
