"""A map that came from somebody else, and the two beside each other."""

from dataclasses import dataclass
from functools import cached_property

from app.analysis.two_people import TwoPeople, two_people
from app.models.network import Map
from app.models.states import Difference


@dataclass(frozen=True, slots=True)
class Guest:
    """A map that is looked at and not in the library."""

    name: str
    """What its file is called, without the ending."""
    map: Map

    @property
    def is_shared(self) -> bool:
        """Tell whether it was made to hand on; otherwise it is a copy, and may be one's own."""
        return self.map.network.theirs


@dataclass(frozen=True, slots=True)
class State:
    """Another state of a map that is among mine, as a file holds it."""

    name: str
    """What the map is called."""
    map: Map
    difference: Difference
    """As seen from my map."""
    is_earlier: bool
    """My map once was like this; otherwise it may be newer, or another."""


class MapPair:
    """My map and that of a guest, and what is reckoned from the two: once, when first asked."""

    def __init__(self, mine: Map, theirs: Map) -> None:
        self.mine = mine
        self.theirs = theirs

    @property
    def maps(self) -> tuple[Map, Map]:
        """Return both, mine first."""
        return self.mine, self.theirs

    @cached_property
    def in_common(self) -> TwoPeople:
        """Return the comparison of the two, made when it is first asked for."""
        return two_people(self.mine, self.theirs)
