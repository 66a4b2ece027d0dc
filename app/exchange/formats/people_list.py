"""Lists as a teacher has them: Excel, LibreOffice, CSV, or lines of text."""

from collections.abc import Iterator, Sequence
from typing import Final

from app.exchange.formats import tables
from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.source import Source
from app.exchange.formats.text import Sheet
from app.exchange.lists import Row, is_headed, listed, rows_of
from app.models.problem import Problem

_ID: Final = "list"
_PROSE: Final = 200
"""Characters of a line that is more than a name with what is said of it."""


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [s for s in sources if s.is_workbook or _is_list(s)]


def _is_list(source: Source) -> bool:
    text = source.text.strip()
    if not text or text[:1] in "<{[%" or source.path.suffix.casefold() in (".md", ".r", ".json"):
        return False
    lines = text.splitlines()[:50]
    return all(len(line) <= _PROSE or line.count(",") + line.count(";") > 3 for line in lines)


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    for source in sources:
        try:
            yield _draft(source)
        except Problem as problem:
            yield problem


def _draft(source: Source) -> Draft:
    sheets = source.sheets
    people: list[Person] = []
    bonds: list[Bond] = []
    drawn = False
    for sheet in sheets:
        if people and tables.ends_of(sheet) is not None:
            drawn = True
            bonds += _bonds(sheet, people)
        elif not people:
            people = _people(sheet, source.text)
    if not people:
        raise Problem("import_nobody", file=source.path)
    return Draft(source.path, _ID, source.stem, people, bonds, drawn=drawn, infers=True)


def _people(sheet: Sheet, text: str) -> list[Person]:
    rows: list[Row] = [list(sheet.heading), *(list(line.cells) for line in sheet.lines)]
    numbers = [0, *(line.number for line in sheet.lines)]
    if text and not is_headed(rows):
        rows = rows_of(text)
        numbers = list(range(1, len(rows) + 1))
    return [
        Person(f"p{number}", one.name, one.said, one.kind, line=numbers[at])
        for number, (at, one) in enumerate(listed(rows), start=1)
    ]


def _bonds(sheet: Sheet, people: Sequence[Person]) -> list[Bond]:
    """Return the ties of a second sheet, where people are called as in the first."""
    ends = tables.ends_of(sheet)
    keys = {person.name.casefold(): person.key for person in people}
    found = []
    for line in sheet.lines:
        cells = [line.cells[at] if at < len(line.cells) else "" for at in ends or ()]
        if all(cells):
            a, b = (keys.get(one.casefold(), f"?{one}") for one in cells)
            found.append(Bond(a, b))
    return found


FORMAT: Final = Format(_ID, "Excel, CSV", _takes, _read)
