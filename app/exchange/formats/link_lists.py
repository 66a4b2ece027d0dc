"""Lists of links as text: SIF of Cytoscape, NCOL and LGL of igraph, those of networkx, arrows."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.graph import draft_of, one_each
from app.exchange.formats.source import Source
from app.exchange.list_headings import names_somebody
from app.models.problem import Problem

_ENDINGS: Final = frozenset((".sif", ".lgl", ".adjlist", ".ncol", ".edgelist", ".edges", ".el"))
"""These alone tell links from names: two words on a line can be one name."""
_NUMBERED: Final = re.compile(r"([^\s,;]+)\s+([^\s,;]+)\s+-?\d+(?:\.\d+)?")
_ARROW: Final = re.compile(
    r"([^<>]*[^<>\s-])\s*(?:<?-{1,3}>|<?=>|→|↔|\s(?:-{1,2}|–)\s)\s*([^<>\s-][^<>]*)"
)
_SAMPLE: Final = 200
"""Lines that are looked at to know links from names."""
_LONGEST: Final = 500
"""Characters of a line about two people, at most."""

_Tied = tuple[str, list[tuple[str, dict[str, str]]]]
"""Somebody, and with whom and how they are tied; with nobody, where they stand alone."""


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [s for s in sources if s.text and (_ending(s) in _ENDINGS or _is_of_links(s))]


def _ending(source: Source) -> str:
    return source.path.suffix.casefold()


def _lines(source: Source) -> list[str]:
    lines = (line.strip(" \r\f\v") for line in source.text.splitlines())
    return [line for line in lines if line.strip() and (line[0] != "#" or _is_lgl(source))]


def _is_lgl(source: Source) -> bool:
    return _ending(source) == ".lgl"


def _is_of_links(source: Source) -> bool:
    """Tell whether every line is about two people of whom some are on several lines."""
    lines = _lines(source)[: _SAMPLE + 1]
    if len(lines) < 2 or max(map(len, lines)) > _LONGEST:
        return False
    for shape in (_NUMBERED, _ARROW):
        found = [shape.fullmatch(line) for line in lines[:_SAMPLE]]
        ends = [(one[1], one[2]) for one in found if one]
        if len(ends) == len(found) and _meet(ends):
            return True
    rows = [line.split("\t") for line in lines[:_SAMPLE]]
    ends = [(row[0], other) for row in rows for other in row[2:]]
    between = {row[1] for row in rows if len(row) > 1}
    return len(between) == 1 and "".join(between)[:1].isalpha() and _meet(ends)


def _meet(ends: Sequence[tuple[str, str]]) -> bool:
    """Tell whether somebody stands on both sides: what is on one alone may be said of a name."""
    both = {a for a, _ in ends} & {b for _, b in ends}
    return any(map(names_somebody, both))


def _draft(source: Source) -> Draft:
    names: dict[str, None] = {}
    bonds: list[Bond] = []
    for one, others in _rows(source):
        names |= dict.fromkeys((one, *(other for other, _ in others)))
        bonds += [Bond(one, other, said=said) for other, said in others]
    names.pop("", None)
    if not names:
        raise Problem("import_nobody", file=source.path)
    people = [Person(name, name) for name in names]
    return draft_of(source.path, "links", source.stem, people, bonds)


def _rows(source: Source) -> Iterator[_Tied]:
    lines, ending = _lines(source), _ending(source)
    if _is_lgl(source):
        return _of_blocks(lines)
    if ending == ".adjlist":
        return ((words[0], [(other, {}) for other in words[1:]]) for words in map(str.split, lines))
    if ending in _ENDINGS - {".sif"} or all(map(_NUMBERED.fullmatch, lines)):
        return _of_pairs(lines)
    arrows = [_ARROW.fullmatch(line) for line in lines]
    if all(arrows):
        return ((one[1].strip(), [(one[2].strip(" ;"), {})]) for one in arrows if one)
    return _of_relations(lines)


def _of_relations(lines: Sequence[str]) -> Iterator[_Tied]:
    """Yield the rows of SIF: somebody, a relation, and all with whom; tabs part, or else spaces."""
    mark = "\t" if any("\t" in line for line in lines) else None
    for line in lines:
        one, *cells = (cell.strip() for cell in line.split(mark))
        said = {"interaction": cells[0]} if len(cells) > 1 else {}
        yield one, [(other, said) for other in (cells[1:] or cells) if other]


def _of_pairs(lines: Sequence[str]) -> Iterator[_Tied]:
    """Yield the rows of two people and the weight of their tie, bare or as networkx writes it."""
    for line in lines:
        one, other, about, *_ = (*line.replace(",", " ").split(None, 2), "", "", "")
        number = re.search(r"-?\d+(?:\.\d+)?", about)
        yield one, [(other, {"weight": number[0]} if number else {})]


def _of_blocks(lines: Sequence[str]) -> Iterator[_Tied]:
    """Yield the rows of LGL: *# somebody*, and below it a line for each of their ties."""
    one = ""
    for line in lines:
        words = line.strip("# \t").split()
        if line.startswith("#"):
            one = " ".join(words)
            yield one, []
        elif words and one:
            yield one, [(words[0], {"weight": words[1]} if len(words) > 1 else {})]


FORMAT: Final = Format("links", "SIF, NCOL, LGL", _takes, one_each(_draft))
