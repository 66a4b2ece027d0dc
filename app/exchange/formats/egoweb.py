"""EgoWeb 2.0: a table of egos with their alters, and one of pairs; nothing in them is quoted."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.exchange.formats import tables
from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.source import Source
from app.exchange.formats.text import Sheet, cell, read_sheet
from app.models.problem import Problem

_ID: Final = "egoweb"
_COUNTED: Final = frozenset(
    [
        "egoid",
        "interviewid",
        "starttime",
        "endtime",
        "density",
        "maxdegreevalue",
        "maxbetweennessvalue",
        "maxeigenvectorvalue",
        "degreecentralization",
        "betweennesscentralization",
        "components",
        "dyads",
        "isolates",
        "dyadmatchid",
        "matchuser",
        "alternumber",
        "altername",
        "matchedaltername",
        "alterpairid",
        "degree",
        "betweenness",
        "eigenvector",
        "alterid",
        "alter1number",
        "alter1name",
        "alter2number",
        "alter2name",
        "alter1id",
        "alter2id",
        "studyname",
    ]
)
"""Columns that EgoWeb counts or gives by itself."""


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [
        s for s in sources if s.sheet is not None and (_is_alters(s.sheet) or _is_pairs(s.sheet))
    ]


def _is_alters(sheet: Sheet) -> bool:
    return "interviewid" in _bare(sheet) and "alternumber" in _bare(sheet)


def _is_pairs(sheet: Sheet) -> bool:
    return {"alter1number", "alter2number"} <= _bare(sheet).keys()


def _bare(sheet: Sheet) -> dict[str, int]:
    """Return the columns; with several studies each has its number behind it, the first counts."""
    found: dict[str, int] = {}
    for name, at in sheet.keys.items():
        found.setdefault(name, at)
    for at, heading in enumerate(sheet.heading):
        name = re.sub(r"_\d+$", "", heading.strip())
        found.setdefault(re.sub(r"[^0-9a-z]", "", name.casefold()), at)
    return found


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    bonds: dict[str, list[Bond]] | None = None
    people: dict[str, list[Person]] = {}
    about: dict[str, dict[str, str]] = {}
    titles: dict[str, str] = {}
    numbers: dict[str, dict[str, str]] = {}
    alters = None
    try:
        for source in sources:
            sheet = read_sheet(source.path, source.text, quoted=source.text[:1] == '"')
            if _is_pairs(sheet):
                bonds = {**(bonds or {}), **_pairs(sheet)}
            else:
                alters = sheet
                _alters(sheet, people, about, titles, numbers)
        if alters is None:
            raise Problem("import_no_alters", file=sources[0].path)
    except Problem as problem:
        yield problem
        return
    for ego, found in (bonds or {}).items():
        ids = {one.key for one in people.get(ego, [])}
        for bond in found:  # a table of pairs without ids knows people by their numbers
            bond.a, bond.b = (
                end if end in ids else numbers.get(ego, {}).get(end, end)
                for end in (bond.a, bond.b)
            )
    yield from tables.drafts_of(
        _ID, alters.file, about, people, bonds,
        title=lambda ego, _: titles.get(ego, ego), asks=True,
    )  # fmt: skip


def _owner(sheet: Sheet, line_cells: Sequence[str]) -> str:
    at = _bare(sheet)
    for name in ("interviewid", "egoid"):
        where = at.get(name)
        if where is not None and where < len(line_cells) and line_cells[where]:
            return line_cells[where]
    return ""


def _has_studies(sheet: Sheet) -> bool:
    """Tell whether every column of a study has its number behind it."""
    return any(re.fullmatch(r"ego\s?id_\d+", name.strip(), re.I) for name in sheet.heading)


def _alters(
    sheet: Sheet,
    people: dict[str, list[Person]],
    about: dict[str, dict[str, str]],
    titles: dict[str, str],
    numbers: dict[str, dict[str, str]],
) -> None:
    at = _bare(sheet)
    counted = {n for name, n in at.items() if name in _COUNTED}
    number = at["alternumber"]
    several = _has_studies(sheet)
    called = [
        n for n, name in enumerate(sheet.heading) if re.match(r"ego\s?id(_\d+)?$", name, re.I)
    ]
    for line in sheet.lines:
        ego = _owner(sheet, line.cells)
        said = tables.said(sheet, line, (*counted, *called))
        before = {n: v for n, v in said.items() if sheet.heading.index(n) < number}
        about.setdefault(ego, _one_study(before) if several else before)
        titles.setdefault(ego, next((v for n in called if (v := cell(line, n))), ego))
        key = cell(line, at.get("alterid")) or cell(line, number)
        if not key:
            continue  # an ego who named nobody has a row too
        name = cell(line, at.get("altername")).replace("; ", ", ").replace(";", ",")
        answers = {n: v for n, v in said.items() if n not in before}
        if several:
            answers = _one_study(answers)
        people.setdefault(ego, []).append(Person(key, name, answers, line=line.number))
        numbers.setdefault(ego, {})[cell(line, number)] = key


def _one_study(said: dict[str, str]) -> dict[str, str]:
    """Return answers by their question, without the number of the study in which it was asked."""
    return {re.sub(r"_\d+$", "", name): value for name, value in said.items()}


def _pairs(sheet: Sheet) -> dict[str, list[Bond]]:
    at = _bare(sheet)
    has_ids = "alter1id" in at and "alter2id" in at
    ends = ("alter1id", "alter2id") if has_ids else ("alter1number", "alter2number")
    asked = next((n for n in range(len(sheet.heading)) if n not in
                  {at[k] for k in at if k in _COUNTED}), None)  # fmt: skip
    found: dict[str, list[Bond]] = {}
    for line in sheet.lines:
        bonds = found.setdefault(_owner(sheet, line.cells), [])
        a, b = (cell(line, at[end]) for end in ends)
        state = tables.state_of(cell(line, asked)) if asked is not None else "yes"
        if a and b and state:
            bonds.append(Bond(a, b, state))
    return found


FORMAT: Final = Format(_ID, "EgoWeb", _takes, _read)
