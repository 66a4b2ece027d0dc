"""GDF of GUESS, as Gephi writes it: a table of nodes, and below it one of edges."""

import csv
import re
from collections.abc import Sequence
from typing import Final

from app.exchange.csv_table import MOST_CELLS
from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.graph import draft_of, label_of, one_each
from app.exchange.formats.source import Source
from app.exchange.formats.tables import about_two
from app.models.problem import Problem

_BEGIN: Final = re.compile(r"\s*nodedef\s*>", re.I)
_TABLE: Final = re.compile(r"(node|edge)def\s*>", re.I)
_ENDS: Final = ("node1", "node2")


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [s for s in sources if _BEGIN.match(s.text[:200])]


def _draft(source: Source) -> Draft:
    tables: dict[str, list[dict[str, str]]] = {"node": [], "edge": []}
    heading: list[str] = []
    which = ""
    for line in source.text.splitlines():
        if begins := _TABLE.match(line):
            which = begins[1].casefold()
            # *label VARCHAR* is the name of a column, and what is in it.
            heading = [name.split()[0] for name in line[begins.end() :].split(",") if name.split()]
        elif line.count(",") > MOST_CELLS:
            raise Problem("csv_too_large", file=source.path)
        elif which and line.strip():
            try:
                (cells,) = csv.reader([line], quotechar="'" if "'" in line else '"')
            except csv.Error as error:
                raise Problem("import_damaged", file=source.path) from error
            row = zip(heading, (cell.strip() for cell in cells), strict=False)
            tables[which].append({name: cell for name, cell in row if cell})
    people = [
        Person(key, label_of(said) or key, said)
        for said in tables["node"]
        if (key := said.pop("name", ""))
    ]
    bonds = []
    for said in tables["edge"]:
        a, b = (said.pop(end, "") for end in _ENDS)
        if a and b:
            about = {name: cell for name, cell in said.items() if name != "directed"}
            bonds.append(Bond(a, b, said=about_two(about)))
    return draft_of(source.path, "gdf", source.stem, people, bonds)


FORMAT: Final = Format("gdf", "GDF", _takes, one_each(_draft))
