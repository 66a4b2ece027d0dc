"""VNA, the text of NetDraw: a table of nodes and one of ties."""

import re
from collections.abc import Sequence
from typing import Final

from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.graph import draft_of, label_of, one_each, words_of
from app.exchange.formats.source import Source
from app.exchange.formats.tables import state_of
from app.models.problem import Problem

_VNA: Final = re.compile(r"^\s*\*(node|tie)\s+(data|properties)", re.I | re.M)
_KEPT_AS: Final = "egonet"
"""What it was read with at first: a map keeps its id, and a file the choices made for it."""


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [s for s in sources if _VNA.search(s.text[:2000])]


def _draft(source: Source) -> Draft:
    """Return the graph of a VNA file; its rows are keyed by a name, so two can be the same one."""
    people: dict[str, Person] = {}
    bonds: list[Bond] = []
    section, heading = "", list[str]()
    for number, line in enumerate(source.text.splitlines(), start=1):
        if not line.strip():
            continue
        if line.lstrip().startswith("*"):
            section, heading = " ".join(line.casefold().split()), []
            continue
        words = list(words_of(line))
        if not words:
            continue
        if not heading:
            heading = words
        elif section == "*node data":
            said = {
                n: v for n, v in zip(heading[1:], words[1:], strict=False) if v not in ("", "_")
            }
            if words[0] in people:
                raise Problem("import_person_twice", file=source.path, value=words[0], line=number)
            people[words[0]] = Person(words[0], label_of(said) or words[0], said, line=number)
        elif section == "*tie data" and len(words) > 1:
            for end in words[:2]:
                people.setdefault(end, Person(end, end))
            bonds += _bonds(heading, words)
    draft = draft_of(source.path, _KEPT_AS, source.stem, list(people.values()), bonds)
    draft.asks = any(person.said for person in people.values())
    return draft


def _bonds(heading: Sequence[str], words: Sequence[str]) -> list[Bond]:
    """Return the tie of a row; NetDraw has a column for each kind of tie."""
    values = words[2:] or ["1"]
    names = heading[2:] if len(values) > 1 else ["weight"]
    said = {n: v for n, v in zip(names, values, strict=False) if state_of(v) == "yes"}
    return [Bond(words[0], words[1], said=said)] if said else []


FORMAT: Final = Format("vna", "VNA", _takes, one_each(_draft))
