"""Pajek `.net`, with one relation or several (VennMaker writes those)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.graph import MOST_EDGES, MOST_NODES, draft_of, words_of
from app.exchange.formats.source import Source
from app.models.problem import Problem

_SECTION: Final = re.compile(r"\*(\w+)\s*(?::(\d+))?\s*(.*)")


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [s for s in sources if re.search(r"^\s*\*vertices\b", s.text[:5000], re.I | re.M)]


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    for source in sources:
        try:
            yield _draft(source)
        except Problem as problem:
            yield problem


def _draft(source: Source) -> Draft:
    people: dict[str, Person] = {}
    bonds: list[Bond] = []
    section = relation = ""
    row = 0
    for number, line in enumerate(source.text.splitlines(), start=1):
        line = line.strip()
        if len(people) > MOST_NODES or len(bonds) > MOST_EDGES:
            break
        if not line or line.startswith("%"):
            continue
        if found := _SECTION.match(line):
            section = found[1].casefold()
            relation = next(words_of(found[3]), "") if found[3] else ""
            row = 0
            continue
        words = list(words_of(line))
        if not words:
            continue
        if section == "vertices":
            name = words[1] if len(words) > 1 else words[0]
            people[words[0]] = Person(words[0], name, line=number)
        elif section in ("arcs", "edges") and len(words) >= 2:
            weight = words[2] if len(words) > 2 else "1"
            bonds += _bond(words[0], words[1], weight, relation)
        elif section in ("arcslist", "edgeslist"):
            for other in words[1:]:
                bonds += _bond(words[0], other, "1", relation)
        elif section == "matrix":
            row += 1
            for at, weight in enumerate(words, start=1):
                bonds += _bond(str(row), str(at), weight, relation)
    return draft_of(source.path, "pajek", source.stem, list(people.values()), bonds)


def _bond(a: str, b: str, weight: str, relation: str) -> list[Bond]:
    """Return what a line says: nothing where its weight is 0."""
    if re.fullmatch(r"-?0*(\.0*)?", weight):
        return []
    return [Bond(a, b, said={relation or "weight": weight})]


FORMAT: Final = Format("pajek", "Pajek", _takes, _read)
