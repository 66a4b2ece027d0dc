"""What a sentence about two moments is: a line, in a group, under one of four headings."""

from dataclasses import dataclass
from typing import Final

from app.words import joined, say

ARROW: Final = " → "
CHAPTERS: Final = ("members", "contact", "ties", "whole")
"""The four kinds of change after Feld, Suitor and Hoegh (2007), in the order of telling."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line: who it is about, and what is different."""

    people: tuple[str, ...]
    """Ids; empty where it is about no one in particular."""
    name: str
    detail: str = ""
    asks_why: bool = False
    """Why they are not there any more is not said yet, or can be said otherwise."""
    intention: str = ""
    """The id of the intention of which what came can be said otherwise."""

    @property
    def spoken(self) -> str:
        """Return the line as one says it."""
        return joined(
            (part for part in (self.name, "; ".join(self.detail.split("\n"))) if part), between=": "
        )


@dataclass(frozen=True, slots=True)
class Group:
    """Changes of one kind under a heading."""

    id: str
    chapter: str
    """Under which of `CHAPTERS` it stands; "" for what the owner did with it."""
    heading: str
    changes: tuple[Change, ...]
    note: str = ""


def chapter_heading(chapter: str) -> str:
    """Return the name of one of the four kinds of change."""
    return {
        "members": say("Who is on the map"),
        "contact": say("The contact itself"),
        "ties": say("Who knows whom"),
        "whole": say("The map as a whole"),
    }[chapter]
