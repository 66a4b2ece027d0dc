"""The tables of a group as a workbook: a sheet a table, and all figures by their key."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from app.exchange.cells import guarded
from app.report.group_words import GroupTable
from app.words import say

_LONGEST_NAME = 31
"""Of a sheet, says Excel."""


def as_xlsx(
    shown: Mapping[str, Any], made: Iterable[GroupTable], said: Sequence[str], name: str
) -> bytes:
    """Return published figures as a workbook; only what may be shown stands in it anywhere."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Kring"
    about = [(name,), (say("{n} people in this group.", n=shown["respondents"]),)]
    _fill(book, say("What stands out"), [*about, *((text,) for text in said)])
    for table in made:
        below = [*((text,) for text in table.notes), *((_cited(one),) for one in table.beside)]
        _fill(book, table.title, [table.heads, *table.rows, *([()] if below else []), *below])
    _fill(book, say("All numbers"), [(say("Number of"), say("Value")), *_flat(shown)])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _cited(one: Any) -> str:
    return f"{one.year}: {one.value} ({one.source}). {one.unknown}"


def _flat(figures: Mapping[str, Any], within: str = "") -> Iterator[tuple[Any, ...]]:
    """Yield each figure by its key, as `kring group --json` has it."""
    for key, value in figures.items():
        name = f"{within}{key}"
        if isinstance(value, Mapping):
            yield from _flat(value, f"{name}.")
        elif isinstance(value, list):
            yield name, "; ".join(", ".join(map(str, one)) for one in value)
        elif value is not None:
            yield name, value


def _fill(book: Any, title: str, rows: Iterable[Sequence[Any]]) -> None:
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet(_sheet_name(title, book.sheetnames))
    for number, row in enumerate(rows, start=1):
        for at, value in enumerate(row, start=1):
            cell = sheet.cell(number, at)
            if isinstance(value, int | float) and not isinstance(value, bool):
                cell.value = value
                continue
            cell.value = guarded(str(value))
            cell.data_type = "s"  # text, whatever it begins with
            cell.alignment = Alignment(wrap_text=len(row) > 1, vertical="top")
            if number == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "B2"
    for at in range(1, sheet.max_column + 1):
        sheet.column_dimensions[sheet.cell(1, at).column_letter].width = 18 if at > 1 else 40


def _sheet_name(title: str, taken: Sequence[str]) -> str:
    plain = "".join(" " if sign in "[]:*?/\\" else sign for sign in title)[:_LONGEST_NAME].strip()
    return plain if plain not in taken else f"{plain[: _LONGEST_NAME - 3]} {len(taken)}"
