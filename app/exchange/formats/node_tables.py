"""Gephi's two tables, nodes and edges: as CSV or as sheets; other programs write them so too."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from app.exchange.formats import tables
from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.graph import draft_of, label_of
from app.exchange.formats.source import Source
from app.exchange.formats.text import Sheet, cell
from app.models.problem import Problem

_KEY: Final = ("id", "nodeid")
_TABLE: Final = re.compile(
    r"(?:^|[\W_])+(?:nodes?|vertices|knopen|punten|edges?|links|lijnen)(?=$|[\W_])[\W_]*", re.I
)
"""What programs and people put in the names of the files to tell one from the other."""
_FEW: Final = 50
"""Tables of nodes in a folder of which each may belong to edges that are called otherwise."""


def _takes(sources: Sequence[Source]) -> list[Source]:
    taken = {sheet.file for nodes, edges in _groups(sources) for sheet in (nodes, *edges)}
    return [source for source in sources if source.path in taken]


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    for nodes, edges in _groups(sources):
        try:
            yield _draft(nodes, edges)
        except Problem as problem:
            yield problem


def _groups(sources: Sequence[Source]) -> list[tuple[Sheet, list[Sheet]]]:
    """Return each table of nodes with the tables of edges among these, of one folder."""
    folders: dict[Path, list[Sheet]] = {}
    for source in sources:
        folders.setdefault(source.path.parent, []).extend(source.tables)
    return [group for sheets in folders.values() for group in _in_folder(sheets)]


def _in_folder(sheets: Sequence[Sheet]) -> list[tuple[Sheet, list[Sheet]]]:
    nodes = [(one, ids) for one in sheets if (ids := _ids(one))]
    of_nodes: dict[int, list[Sheet]] = {}
    called: dict[str, list[int]] = {}
    for at, (one, _) in enumerate(nodes):
        called.setdefault(_title(one.file), []).append(at)
    for sheet in sheets if nodes else ():
        ends = _ends(sheet)
        everywhere = range(len(nodes)) if len(nodes) <= _FEW else ()
        likely = called.get(_title(sheet.file)) or everywhere
        best = max(likely, key=lambda at: len(ends & nodes[at][1]), default=0)
        if likely and 2 * len(ends & nodes[best][1]) > len(ends) > 1:
            of_nodes.setdefault(best, []).append(sheet)
    return [(nodes[at][0], edges) for at, edges in of_nodes.items()]


def _ids(sheet: Sheet) -> set[str]:
    """Return the ids in a table of nodes, in which each is there once; none where it is another."""
    at = sheet.at(*_KEY)
    if at is None or _is_of_egos(sheet) or tables.ends_of(sheet):
        return set()
    found = [tables.whole(cell(line, at)) for line in sheet.lines]
    return set(found) - {""} if len(set(found)) == len(found) else set()


def _ends(sheet: Sheet) -> set[str]:
    ends = tables.ends_of(sheet)
    if ends is None or _is_of_egos(sheet):
        return set()
    return {tables.whole(cell(line, at)) for line in sheet.lines for at in ends} - {""}


def _is_of_egos(sheet: Sheet) -> bool:
    """Tell whether the rows belong to egos; who of the nodes is one, *ego* says of each."""
    return any(name in sheet.keys for name in tables.EGO if name != "ego")


def _draft(nodes: Sheet, edges: Sequence[Sheet]) -> Draft:
    at = nodes.at(*_KEY)
    people = []
    for line in nodes.lines:
        if key := tables.whole(cell(line, at)):
            said = tables.said(nodes, line, (at,))
            people.append(Person(key, label_of(said) or key, said, line=line.number))
    bonds = []
    for sheet in edges:
        ends = tables.ends_of(sheet) or (0, 1)
        for line in sheet.lines:
            a, b = (tables.whole(cell(line, end)) for end in ends)
            said = tables.about_two(tables.said(sheet, line, (*ends, sheet.at("id"))))
            if a and b:
                bonds.append(Bond(a, b, said=said))
    return draft_of(nodes.file, "gephi", _title(nodes.file), people, bonds)


def _title(path: Path) -> str:
    """Return what the two are called together; in an archive it may be called so alone."""
    stem = _TABLE.sub(" ", path.stem).strip()
    return stem or (path.parent.stem if path.parent.suffix.casefold() == ".zip" else path.stem)


FORMAT: Final = Format("gephi", "Gephi", _takes, _read)
