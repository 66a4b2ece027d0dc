"""Lists as a teacher has them: Excel, LibreOffice, CSV, or lines of text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.exchange.formats import tables
from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.graph import draft_of
from app.exchange.formats.map_of_draft import EGO_NAMES
from app.exchange.formats.source import Source
from app.exchange.formats.text import Line, Sheet, cell
from app.exchange.list_headings import Row, names_somebody, unknown_heading
from app.exchange.lists import is_headed, listed, rows_of
from app.models.problem import Problem

_ID: Final = "list"
_SURVEY: Final = "ImportId"
"""What Qualtrics writes in its third row: answers of a survey, and no list of people."""
_FEW: Final = 50
"""Lists at once of which each may have its links in a file beside it."""
_PROSE: Final = 200
"""Characters of a line that is more than a name with what is said of it."""
_NO_LISTS: Final = (".md", ".r", ".json", ".py", ".js", ".tex", ".log", ".yaml", ".yml")
"""Endings of texts for machines and of papers."""


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [s for s in sources if s.is_workbook or _is_list(s)]


def _is_list(source: Source) -> bool:
    text = source.text.strip()
    if (
        not text
        or text[:1] in "<{[%"
        or _SURVEY in text[:20_000]
        or source.path.suffix.casefold() in _NO_LISTS
    ):
        return False
    lines = text.splitlines()[:50]
    return all(len(line) <= _PROSE or line.count(",") + line.count(";") > 3 for line in lines)


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    beside = _pairs_beside(sources)
    of_pairs = {id(sheet) for sheets in beside.values() for sheet in sheets}
    for source in sources:
        if source.sheet is not None and id(source.sheet) in of_pairs:
            continue
        try:
            yield from _drafts(source, beside.get(id(source), []))
        except Problem as problem:
            yield problem


def _pairs_beside(sources: Sequence[Source]) -> dict[int, list[Sheet]]:
    """Return, by the `id` of a list, the files of its folder with pairs of who is in it."""
    found: dict[int, list[Sheet]] = {}
    pairs = [(s.sheet, _ends(s.sheet)) for s in sources if s.sheet and tables.ends_of(s.sheet)]
    lists = [s for s in sources if s.sheet and not tables.ends_of(s.sheet)]
    for source in lists if pairs and len(lists) <= _FEW else ():
        if source.sheet is None or not is_headed(_rows(source.sheet)):
            continue
        names = {one.name.casefold() for one in _draft(source, source.sheet).people}
        for sheet, ends in pairs:
            if sheet.file.parent == source.path.parent and 2 * len(ends & names) > len(ends):
                found.setdefault(id(source), []).append(sheet)
    return found


def _ends(sheet: Sheet) -> set[str]:
    ends = tables.ends_of(sheet) or ()
    return {cell(line, at).casefold() for line in sheet.lines for at in ends} - {""}


def _drafts(source: Source, beside: Sequence[Sheet]) -> list[Draft]:
    """Return a draft for every sheet with people, with the ties of the other sheets."""
    sheets = [_lowered(sheet) for sheet in source.sheets]
    ties = [sheet for sheet in sheets if tables.ends_of(sheet) is not None]
    matrices = [sheet for sheet in sheets if _is_matrix(sheet)]
    lists = [sheet for sheet in sheets if sheet not in ties and sheet not in matrices]
    headed = [sheet for sheet in lists if is_headed(_rows(sheet))]
    drafts: list[Draft] = []
    for sheet in headed or ([] if ties else lists):
        draft = _draft(source, sheet)
        if len(headed) > 1:
            draft.title = f"{source.stem} {sheet.name}"
        if draft.people:
            drafts.append(draft)
            if not headed:
                break
    if not headed and matrices:
        return [_of_matrix(source, matrices[0])]
    if not headed and any(_is_of_two_kinds(sheet) for sheet in lists):
        raise Problem("import_two_modes", file=source.path)
    if not drafts and ties:
        drafts = [_of_pairs(source, ties[0])]
        sheets.remove(ties[0])
    if not drafts:
        raise Problem("import_nobody", file=source.path)
    for draft in drafts:
        for other in (*beside, *(sheets if source.is_workbook else ())):
            _add_ties(other, draft)
    return drafts


def _lowered(sheet: Sheet) -> Sheet:
    """Return a table of pairs without what stands above its heading, as NodeXL has it.

    Where no heading says that these are pairs, the names do: some are in both columns.
    """
    if tables.ends_of(sheet) is not None or not sheet.lines:
        return sheet
    below = replace(sheet, heading=sheet.lines[0].cells, lines=sheet.lines[1:])
    if tables.ends_of(below) is not None:
        return below
    rows = (Line(1, sheet.heading), *sheet.lines)
    if is_headed(_rows(sheet)):
        return sheet
    if _are_pairs(rows):
        return replace(sheet, heading=tables.ENDS[0], lines=rows)
    heading = (*tables.ENDS[0], *sheet.heading[2:])
    return replace(sheet, heading=heading) if _are_pairs(sheet.lines) else sheet


def _are_pairs(lines: Sequence[Line]) -> bool:
    """Tell whether the first two columns are about the same people, with none apart above them."""
    ends = [line.cells[:2] for line in lines]
    if not all(len(pair) == 2 and all(map(names_somebody, pair)) for pair in ends):
        return False
    one, other = zip(*ends, strict=True)
    repeats = len({*one}) < len(one) or len({*other}) < len(other)
    is_among = bool({*ends[0]} & {name for pair in ends[1:] for name in pair})
    return repeats and is_among and bool({*one} & {*other}) and len({*ends}) == len(ends)


def _of_pairs(source: Source, sheet: Sheet) -> Draft:
    """Return the graph of a list of pairs: who is in the middle may have to be asked."""
    ends = tables.ends_of(sheet) or (0, 1)
    bonds = [
        Bond(a, b, said=tables.about_two(tables.said(sheet, line, ends)))
        for line in sheet.lines
        if (a := cell(line, ends[0])) and (b := cell(line, ends[1]))
    ]
    names = dict.fromkeys(end for bond in bonds for end in (bond.a, bond.b))
    return draft_of(source.path, _ID, source.stem, [Person(n, n) for n in names], bonds)


def _is_matrix(sheet: Sheet) -> bool:
    """Tell whether the rows are about the same people as the columns."""
    columns = [name for name in sheet.heading[1:] if name]
    rows = [line.cells[0] for line in sheet.lines if line.cells]
    both = set(rows) & set(columns)
    is_each_once = len(set(rows)) == len(rows) == len(sheet.lines)
    return len(both) > 1 and is_each_once and {*rows} | {*columns} == both


def _is_of_two_kinds(sheet: Sheet) -> bool:
    """Tell whether it is a matrix of noughts and ones whose rows are others than its columns."""
    cells = {cell for line in sheet.lines for cell in line.cells[1:]}
    is_crossed = len(sheet.heading) > 2 and not sheet.heading[0] and all(sheet.heading[1:])
    return is_crossed and "1" in cells and cells <= {"0", "1", ""}


def _of_matrix(source: Source, sheet: Sheet) -> Draft:
    """Return the graph of a matrix: a pair that is in both halves alike is there once."""
    bonds: list[Bond] = []
    seen = set()
    for line in sheet.lines:
        for name, value in zip(sheet.heading[1:], line.cells[1:], strict=False):
            a = line.cells[0]
            seen.add((a, name, value))
            is_other = name not in ("", a) and (name, a, value) not in seen
            if is_other and tables.state_of(value or "0") == "yes":
                bonds.append(Bond(a, name, said={"weight": value}))
    people = [Person(line.cells[0], line.cells[0], line=line.number) for line in sheet.lines]
    return draft_of(source.path, _ID, source.stem, people, bonds)


def _rows(sheet: Sheet) -> list[Row]:
    return [list(sheet.heading), *(list(line.cells) for line in sheet.lines)]


def _draft(source: Source, sheet: Sheet) -> Draft:
    """Return the people in a sheet; where no heading is known, with every cell of theirs."""
    rows = _rows(sheet)
    numbers = [0, *(line.number for line in sheet.lines)]
    draft = Draft(source.path, _ID, source.stem, [], infers=True)
    if not is_headed(rows) and (column := unknown_heading(rows)):
        draft.unheaded = column
        for number, line in enumerate(sheet.lines, start=1):
            said = tables.said(sheet, line, ())
            draft.people.append(Person(f"p{number}", "", said, line=line.number))
        return draft
    if source.text and not is_headed(rows):
        rows = rows_of(source.text)
        numbers = list(range(1, len(rows) + 1))
    draft.people = [
        Person(f"p{number}", one.name, one.said, one.kind, line=numbers[at])
        for number, (at, one) in enumerate(listed(rows), start=1)
    ]
    return draft


def _add_ties(sheet: Sheet, draft: Draft) -> None:
    """Add the ties of a sheet in which people are called as in the list: pairs, or a matrix."""
    keys = {person.name.casefold(): person.key for person in draft.people}
    found = []
    if ends := tables.ends_of(sheet):
        for line in sheet.lines:
            cells = [line.cells[at] if at < len(line.cells) else "" for at in ends]
            if all(cells):
                a, b = (keys.get(one.casefold(), f"?{one}") for one in cells)
                found.append(Bond(a, b, said=tables.about_two(tables.said(sheet, line, ends))))
    elif len({name.casefold() for name in sheet.heading[1:]} & keys.keys()) > 1:
        for line in sheet.lines:
            for name, tied in zip(sheet.heading[1:], line.cells[1:], strict=False):
                ends_here = keys.get(line.cells[0].casefold()), keys.get(name.casefold())
                a, b = sorted(one or "" for one in ends_here)
                if a and a != b and tables.state_of(tied or "0") == "yes":
                    found.append(Bond(a, b))
        found = [Bond(a, b) for a, b in dict.fromkeys((one.a, one.b) for one in found)]
    else:
        return
    draft.drawn = True
    draft.bonds += found
    linked = {end for bond in found for end in (bond.a, bond.b)}
    owners = {key for name, key in keys.items() if name in EGO_NAMES}
    draft.ego_among = draft.ego_among or bool(owners & linked)


FORMAT: Final = Format(_ID, "Excel, CSV", _takes, _read)
