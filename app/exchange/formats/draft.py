"""What a file of another program says, before anybody chose what its variables mean."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.exchange.own_fields import NO, YES
from app.models.network import Map
from app.models.problem import Problem

if TYPE_CHECKING:
    from app.exchange.formats.source import Source
    from app.exchange.formats.wording import Wording


_MOST_LOOKED_AT: Final = 200
"""Variables among which those are looked for that have a column an option."""
_TICKS: Final = YES | NO
_MOST_WORDS: Final = 8
"""Words of the name of a variable, before its option."""


@dataclass(slots=True)
class Person:
    """A row, a node, an alter: who it is, and the cells that were filled in about them."""

    key: str
    name: str = ""
    said: dict[str, str] = field(default_factory=dict)
    """Answers by the name of their variable, as they are written."""
    kind: str = ""
    setting: str | None = None
    x: float | None = None
    y: float | None = None
    notes: str = ""
    line: int = 0
    """Where it stands in its file; 0 where that has no lines."""


@dataclass(slots=True)
class Bond:
    """What is said of two people: the keys of both, and whether it is known."""

    a: str
    b: str
    state: str = "yes"
    said: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """One map as a file has it; `map_of_draft.made` makes the map of it."""

    file: Path
    format: str
    title: str
    people: list[Person]
    bonds: list[Bond] = field(default_factory=list)
    drawn: bool = False
    """Ties among partners were asked."""
    role: str = ""
    said: dict[str, str] = field(default_factory=dict)
    """What is said about the owner of the map, by variable."""
    moment: date | None = None
    moment_label: str = ""
    ego_among: bool = False
    """One of the people is the owner of the map: which one may have to be asked."""
    asks: bool = False
    """Nobody can know by the names of the variables what they mean: it has to be chosen."""
    infers: bool = False
    """It is a list a teacher made: what somebody is called says what they are."""
    unheaded: str = ""
    """The column that was taken for the names, where nobody can know by its headings."""
    exact: bool = False
    """Its variables are Kring's own fields, as Kring writes them."""
    options: dict[str, dict[str, str]] = field(default_factory=dict)
    """Of a variable: how its answers are worded, where a protocol says so."""
    notices: list[Problem] = field(default_factory=list)
    ready: Map | None = None
    """It is a map of Kring already."""

    @property
    def variables(self) -> tuple[str, ...]:
        """Return the variables of partners, in the order in which they first appear."""
        found: dict[str, None] = {}
        for person in self.people:
            found |= dict.fromkeys(person.said)
        if self.ego_among:
            for bond in self.bonds:
                found |= dict.fromkeys(bond.said)
        return tuple(found)


def ticked(draft: Draft) -> tuple[str, ...]:
    """Return the variables of which every option has a column, and nobody has more than one.

    Columns of options are called after the variable: *often_weekly*, *often_daily*.
    """
    others = {
        name
        for person in draft.people
        for name, cell in person.said.items()
        if cell.casefold() not in _TICKS
    }
    names = [name for name in draft.variables[:_MOST_LOOKED_AT] if name not in others]
    stems = {name: _stems(name) for name in names}
    options: dict[str, set[str]] = {}
    for name in names:
        for stem in stems[name]:
            options.setdefault(stem, set()).add(name)
    several: set[str] = set()
    for person in draft.people:
        seen: set[str] = set()
        for name in (n for n, cell in person.said.items() if n in stems and cell.casefold() in YES):
            several |= seen.intersection(stems[name])
            seen.update(stems[name])
    known = {
        frozenset(of): stem  # of several that have the same, the longest
        for stem, of in sorted(options.items())
        if len(of) > 1 and stem not in several and stem not in names
    }
    return tuple(known.values())


def _stems(name: str) -> list[str]:
    words = name.split("_")
    most = min(len(words), _MOST_WORDS)
    return ["_".join(words[:n]) for n in range(1, most) if words[0]]


NOT_IN: Final = "-"
"""Who is in the middle where the file holds only partners: nobody in it."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person said the variables of a file mean; None is *not chosen*, "" none."""

    contact: str | None = None
    importance: str | None = None
    setting: str | None = None
    turned: frozenset[str] = frozenset()
    """Variables whose low end is the high one."""
    ego: str = ""
    name: str = ""
    """In which column of a list the names are; "" is as its headings say."""
    kind: str | None = None
    near: bool = False
    """A place near the middle is read as important (easyNWK)."""


def _nothing(_sources: "Sequence[Source]") -> "list[Source]":
    return []


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how it is called, and what can be done with it (all: `all_formats.FORMATS`)."""

    id: str
    name: str
    """A proper name, the same in every language."""
    takes: "Callable[[Sequence[Source]], list[Source]]"
    """Return those of the files that are of this format, told by what is in them."""
    read: "Callable[[Sequence[Source]], Iterator[Draft | Problem]]"
    """Yield what these files hold: a draft a map, or why one stays out."""
    write: "Callable[[Sequence[tuple[str, Map]], Wording], dict[str, bytes]] | None" = None
    """Return files by their name for maps by their title; None where only read."""
    programs: str = ""
    """Programs that read what is written, by their proper names."""
    beside: "Callable[[Sequence[Source]], list[Source]]" = _nothing
    """Return those of the files that Kring wrote beside its maps, and that say nothing more."""
