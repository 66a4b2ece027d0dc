"""What is chosen for a report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """What was chosen for a report."""

    parts: frozenset[str] | None = None
    """Keys of `PARTS`; None is all of them."""
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

    after: int = 0
    """How many pages come before its own, and count in their numbers."""

    def has(self, part: str) -> bool:
        """Tell whether a part was chosen."""
        return self.parts is None or part in self.parts
