"""Which parts a report can have, and what is chosen for one."""

from dataclasses import dataclass
from typing import Final

from app.words import say, say_in

PARTS: Final = (
    "maps",
    "findings",
    "tasks",
    "partners",
    "cards",
    "answers",
    "intentions",
    "competences",
    "comparison",
    "figures",
    "method",
)
"""What a report can have, in the order in which it has it."""

OWN_WORDS: Final = ("tasks", "cards", "answers", "intentions", "competences")
"""The parts in the owner's own words, which stay out of a report without names."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was chosen for a report."""

    parts: frozenset[str] = frozenset(PARTS)
    lenses: tuple[str, ...] | None = None
    """None chooses those that fit: free where somebody was placed, importance, gap."""
    anonymous: bool = False
    """Kinds and numbers stand for names, and nothing in the owner's own words goes along."""
    photo: bool = False
    """A photo under the map is in the picture of the free lens."""
    cover: str = ""
    """A line for the cover, asked for this report and kept nowhere."""
    bare: bool = False
    """Without a cover: part of it, as it was looked at."""


def part_name(part: str) -> str:
    """Return what a part of the report is called."""
    return {
        "maps": say("The map"),
        "findings": say("What the map says"),
        "figures": say("In numbers"),
        "tasks": say("Who does what"),
        "partners": say("The partners"),
        "cards": say("Working together"),
        "comparison": say_in("Report", "What changed"),
        "answers": say("Questions and answers"),
        "intentions": say("Plans"),
        "competences": say("Competence"),
        "method": say("How this was measured"),
    }[part]
