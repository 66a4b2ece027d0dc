"""A report as data: headings, texts, lists, tables and pictures, in the order of reading."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

_SHORT: Final = 600
"""Most characters of an entry that is not divided between pages: some eight lines."""


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph."""

    text: str
    soft: bool = False
    """An explanation, smaller than what it explains."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something named and what is said of it, kept together on one page."""

    name: str
    lines: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    """What it is called, and what it is; below the lines."""

    @property
    def is_short(self) -> bool:
        """Tell whether it is to stand on one page as a whole."""
        return sum(map(len, self.lines)) + sum(len(value) for _, value in self.facts) <= _SHORT


@dataclass(frozen=True, slots=True)
class Entries:
    """Things named, each with what is said of it."""

    entries: tuple[Entry, ...]
    look: Literal["below", "large", "beside"] = "below"
    """Below its name; below it in larger letters, as what matters most; or beside it, as a list."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short texts."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a heading row, which stands again on every page."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    """How wide the columns are, as parts of the whole."""
    numeric: frozenset[int] = frozenset()
    """The columns of figures, counted from 0."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A place for a picture of `Pictures`."""

    key: str
    alt: str
    """What is to be seen, for who does not see it."""
    caption: str
    share: float = 1.0
    """How much of the width of the page it takes."""


Block: TypeAlias = Text | Entries | Bullets | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it."""

    heading: str
    blocks: tuple[Block, ...]
    level: int = 1
    """1, or 2 within the section before."""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """What the writers themselves say."""

    contents: str
    page: str
    """With places `{page}` and `{pages}`."""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report, in one language."""

    language: str
    """`nl` or `en`."""
    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    """What the cover says: what it is called, and what it is."""
    note: str
    """At the foot of the cover."""
    sections: tuple[Section, ...]
    words: Words
    bare: bool = False
    """It has no cover: a part of a report, as it was looked at."""
    after: int = 0
    """How many pages come before it, and count in the numbers of its own."""
    cover: Picture | None = None
    """What stands on the cover; its caption is not written."""

    @property
    def pictures(self) -> tuple[str, ...]:
        """Return the keys of the pictures it needs."""
        blocks = (block for section in self.sections for block in section.blocks)
        keys = tuple(block.key for block in blocks if isinstance(block, Picture))
        return (self.cover.key, *keys) if self.cover is not None else keys


Pictures: TypeAlias = Mapping[str, bytes]
"""The files of the pictures by key: SVG for a PDF, PNG for Word."""
