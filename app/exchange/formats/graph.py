"""What graph formats share: nodes with answers, edges with answers, and one node in the middle."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from app.exchange.formats.draft import Bond, Draft, Person
from app.exchange.formats.source import Source
from app.exchange.formats.text import key as key_of
from app.models.network import MOST_PARTNERS
from app.models.problem import Problem

MOST_NODES: Final = 5_000
MOST_EDGES: Final = 200_000
_MOST_VARIABLES: Final = 2_000
_LABELS: Final = ("label", "name", "sharedname", "naam", "title", "nodelabel")
_NAMED: Final = re.compile(r"(?:ALTER_|EGO_)?(.+)", re.I)


def label_of(said: dict[str, str]) -> str:
    """Take the name of a node out of its attributes; "" where there is none."""
    keys = {key_of(name): name for name in reversed(list(said))}
    for label in _LABELS:
        if label in keys and said[keys[label]].strip():
            return said.pop(keys[label]).strip()
    # Where nothing else says it, *id* does (visone); a number is no name.
    if "id" in keys and not said[keys["id"]].strip().isdecimal():
        return said.pop(keys["id"]).strip()
    return ""


def unboxed(people: Sequence[Person], bonds: Sequence[Bond], boxes: dict[str, str]) -> list[Person]:
    """Leave out boxes around others that nobody is tied to: they say where these belong."""
    tied = {end for bond in bonds for end in (bond.a, bond.b)}
    names = {one.key: one.name for one in people if one.key in boxes.values()}
    for one in people:
        if boxes.get(one.key) in names:
            one.said.setdefault("setting", names[boxes[one.key]])
    return [one for one in people if one.key not in names or one.key in tied]


def draft_of(
    path: Path, format_id: str, title: str, people: Sequence[Person], bonds: Sequence[Bond]
) -> Draft:
    """Return the draft of a graph in which one of the nodes is the owner."""
    if len(people) > MOST_NODES or len(bonds) > MOST_EDGES:
        raise Problem("import_too_many", file=path, most=MOST_PARTNERS)
    return Draft(path, format_id, title, list(people), list(bonds), drawn=True, ego_among=True)


def check_variables(path: Path, count: int) -> None:
    """Raise a `Problem` where a file has more variables than anybody asked of somebody."""
    if count > _MOST_VARIABLES:
        raise Problem("csv_too_large", file=path)


def one_each(
    draft: Callable[[Source], Draft],
) -> Callable[[Sequence[Source]], Iterator[Draft | Problem]]:
    """Return what reads files of one map each: the draft of each, or why there is none."""

    def read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
        for source in sources:
            try:
                yield draft(source)
            except Problem as problem:
                yield problem

    return read


def title_of(source: Source, number: int, of: int) -> str:
    """Return what one of the graphs of a file is called where it has no name of its own."""
    return f"{source.stem} {number}" if of > 1 else source.stem


def words_of(line: str) -> Iterator[str]:
    """Yield the words of a line between spaces or commas; quoted ones keep their spaces."""
    # Possessive (+): to go back over a line of megabytes takes a hundred bytes a character.
    for found in re.finditer(r'"((?:[^"\\]++|\\.|"")*+)"|\'([^\']*)\'(?=[\s,]|$)|([^\s,]+)', line):
        quoted = found[1] if found[1] is not None else found[2]
        yield quoted.replace('\\"', '"').replace('""', '"') if quoted is not None else found[3]
