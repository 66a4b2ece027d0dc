"""EgoNet: its raw data, two tables in one file."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.exchange.formats import tables
from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.source import Source
from app.exchange.formats.text import Sheet, cell, read_sheet
from app.models.problem import Problem

_RAW: Final = re.compile(r'^"?EgoID"?[,;\t]"?EgoName"?[,;\t]"?AlterID"?[,;\t]"?AlterName"?', re.I)
_EDGES: Final = re.compile(r'^"?EgoID"?[,;\t]"?EgoName"?[,;\t]"?AlterID1"?[,;\t]', re.I | re.M)


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [s for s in sources if _RAW.match(s.text[:500])]


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    for source in sources:
        try:
            yield from _raw(source)
        except Problem as problem:
            yield problem


def _raw(source: Source) -> list[Draft]:
    edges = _EDGES.search(source.text)
    cut = edges.start() if edges else len(source.text)
    nodes = read_sheet(source.path, source.text[:cut])
    people: dict[str, list[Person]] = {}
    about: dict[str, dict[str, str]] = {}
    titles: dict[str, str] = {}
    at = nodes.keys
    if not nodes.has("egoid", "egoname", "alterid", "altername"):
        raise Problem("import_damaged", file=source.path)
    ids = tuple(at[name] for name in ("egoid", "egoname", "alterid", "altername"))
    for line in nodes.lines:
        ego, title, key, name = (cell(line, one) for one in ids)
        titles.setdefault(ego, title or ego)
        about.setdefault(ego, {})
        person = Person(key, name, tables.said(nodes, line, ids), line=line.number)
        people.setdefault(ego, []).append(person)
    bonds = _pairs(read_sheet(source.path, source.text[cut:])) if edges else None
    return tables.drafts_of(
        "egonet", source.path, about, people, bonds,
        title=lambda ego, _: titles.get(ego, ego), asks=True,
    )  # fmt: skip


def _pairs(sheet: Sheet) -> dict[str, list[Bond]]:
    """Return the ties: the answer to the first question about a pair says whether there is one."""
    at = sheet.keys
    found: dict[str, list[Bond]] = {}
    if not sheet.has("egoid", "alterid1", "alterid2"):
        raise Problem("import_damaged", file=sheet.file)
    for line in sheet.lines:
        bonds = found.setdefault(cell(line, at["egoid"]), [])
        state = tables.state_of(cell(line, 6) or "0") if len(sheet.heading) > 6 else "yes"
        a, b = cell(line, at.get("alterid1")), cell(line, at.get("alterid2"))
        if a and b and state:
            bonds.append(Bond(a, b, state))
    return found


FORMAT: Final = Format("egonet", "EgoNet", _takes, _read)
