"""GML, as igraph, networkx, Gephi and yEd write it."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any, Final

from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.graph import draft_of, label_of, title_of
from app.exchange.formats.source import Source
from app.models.network import MOST_PARTNERS
from app.models.problem import Problem

_BEGIN: Final = re.compile(
    r"\s*(?:(?:#|creator\b|version\b|comment\b)[^\n]*\n\s*)*graph\s*\[", re.I
)
_TOKEN: Final = re.compile(r'"([^"]*)"|([\[\]])|([^\s\[\]"]+)')
_MOST: Final = 1_500_000
"""Words and brackets of a file that are read: what 500 people have who all know each other."""

Block = list[tuple[str, Any]]
"""What stands between brackets: keys with a text, or with a block of their own."""


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if _BEGIN.match(source.text[:20_000])]


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    for source in sources:
        try:
            graphs = _blocks(_parsed(source), "graph")
            for number, graph in enumerate(graphs, start=1):
                yield _draft(source, graph, title_of(source, number, len(graphs)))
        except Problem as problem:
            yield problem


def _parsed(source: Source) -> Block:
    """Return the file as a block; brackets that are not closed end with it."""
    top: Block = []
    open_blocks, key = [top], ""
    lines = (line for line in source.text.splitlines(keepends=True) if line.lstrip()[:1] != "#")
    for number, found in enumerate(_TOKEN.finditer("".join(lines))):
        if number > _MOST:
            raise Problem("import_too_many", file=source.path, most=MOST_PARTNERS)
        if found[2] == "[":
            inner: Block = []
            open_blocks[-1].append((key.casefold(), inner))
            open_blocks.append(inner)
            key = ""
        elif found[2]:
            open_blocks = open_blocks[:-1] or [top]
            key = ""
        elif not key and found[3]:
            key = found[3]
        elif key:
            open_blocks[-1].append((key, unescape(found[1] if found[3] is None else found[3])))
            key = ""
    return top


def _blocks(block: Block, key: str) -> list[Block]:
    return [inner for name, inner in block if name == key and isinstance(inner, list)]


def _said(block: Block) -> dict[str, str]:
    return {name: text.strip() for name, text in block if isinstance(text, str) and text.strip()}


def _draft(source: Source, graph: Block, title: str) -> Draft:
    people = []
    for node in _blocks(graph, "node"):
        said = _said(node)
        key = said.pop("id", "")
        people.append(Person(key, label_of(said) or key, said))
    bonds = []
    for edge in _blocks(graph, "edge"):
        said = _said(edge)
        bonds.append(Bond(said.pop("source", ""), said.pop("target", ""), said=said))
    if not people:
        raise Problem("import_damaged", file=source.path)
    return draft_of(source.path, "gml", _said(graph).get("label") or title, people, bonds)


FORMAT: Final = Format("gml", "GML", _takes, _read)
