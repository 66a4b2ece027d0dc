"""What is between the partners of one map, and how far it depends on what the owner does not know.

Every measure of a network is asked of two: that of the ties the owner is sure of, and that in
which every tie they do not know of is one as well. Most measures only rise or only fall with
ties, and then lie between the two, whatever the unknown ties turn out to be.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from app.analysis.cohesion import pairs
from app.analysis.composition import counted
from app.analysis.graph import (
    Graph,
    betweenness,
    components,
    degrees,
    hinges,
    isolates,
    network_among,
)
from app.models.network import Map, Tie

_T = TypeVar("_T")
_V = TypeVar("_V", covariant=True)


@dataclass(frozen=True, slots=True)
class Bounds(Generic[_V]):
    """What is found by the ties that are sure, and by all that there may be."""

    sure: _V
    at_most: _V


class Structure:
    """The network among the partners of a map, the teacher left out. Reach it through `study`."""

    def __init__(self, whole: Map) -> None:
        sure = network_among(whole)
        unknown = any(tie.state == "unknown" for tie in whole.ties)
        self.among = Bounds(sure, network_among(whole, unknown_too=True) if unknown else sure)
        self.pairs = pairs(sure)
        self.ties: int = sure.number_of_edges()
        """Pairs of partners of whom the owner is sure that they are tied."""
        self.unknown_ties = self.among.at_most.number_of_edges() - self.ties
        """Pairs of partners of whom the owner does not know."""
        self._surely: dict[Callable[[Graph], Any], Any] = {}
        self._at_most: dict[Callable[[Graph], Any], Any] = {}

    def surely(self, measure: Callable[[Graph], _T]) -> _T:
        """Return a measure of the network of sure ties; a function is asked once."""
        if measure not in self._surely:
            self._surely[measure] = measure(self.among.sure)
        found: _T = self._surely[measure]
        return found

    def bounded(self, measure: Callable[[Graph], _T]) -> Bounds[_T]:
        """Return a measure of the two networks; a function is asked once."""
        sure = self.surely(measure)
        if not self.unknown_ties:
            return Bounds(sure, sure)
        if measure not in self._at_most:
            self._at_most[measure] = measure(self.among.at_most)
        return Bounds(sure, self._at_most[measure])

    def both(self, measure: Callable[[Graph], _T]) -> Bounds[_T]:
        """Return a measure of the two networks that depends on more than these."""
        sure = measure(self.among.sure)
        return Bounds(sure, measure(self.among.at_most) if self.unknown_ties else sure)

    @cached_property
    def components(self) -> Bounds[tuple[tuple[str, ...], ...]]:
        """Who reaches whom, the largest component first."""
        return self.bounded(components)

    @cached_property
    def isolates(self) -> Bounds[tuple[str, ...]]:
        """Who is tied to nobody."""
        return self.bounded(isolates)

    @cached_property
    def hinges(self) -> tuple[str, ...]:
        """The cut vertices, by the ties that are sure."""
        return hinges(self.among.sure)

    @cached_property
    def hinge_range(self) -> tuple[int, int]:
        """The fewest and the most hinges there can be, whatever the unknown ties turn out to be.

        A tie of their own can only make somebody a hinge, a tie between others only keep them
        from being one. So who is a hinge with the unknown ties of all others, and none of their
        own, is one in any case; who is none the other way round can never be one.
        """
        if not self.unknown_ties:
            return len(self.hinges), len(self.hinges)
        sure, at_most = _as_bits(self.among.sure), _as_bits(self.among.at_most)
        everybody = range(len(sure))
        least = sum(_is_hinge(who, sure[who], at_most) for who in everybody)
        most = sum(_is_hinge(who, at_most[who], sure) for who in everybody)
        return least, min(most, max(0, len(sure) - 2))  # a path has most: all but its two ends

    @cached_property
    def degree(self) -> Mapping[str, int]:
        """Per partner how many others they know."""
        return degrees(self.among.sure)

    @cached_property
    def betweenness(self) -> Mapping[str, float]:
        """Per partner on how many shortest paths between others they stand.

        By far the slowest of all (20 ms at 60 partners with 500 ties): ask it where it is shown.
        """
        return betweenness(self.among.sure)


def bounds(found: Bounds[float | None]) -> tuple[float | None, float | None]:
    """Return the lowest and highest of a measure that only rises or only falls with ties.

    None for both where the two networks say the same, and where it is undefined.
    """
    one, other = found.sure, found.at_most
    if one is None or other is None or one == other:
        return None, None
    return min(one, other), max(one, other)


def structure(whole: Map) -> Structure:
    """Return the structure of a map: the same one until its partners or ties are others.

    What is answered about somebody changes nothing between them, and is edited most.
    """
    global _latest
    among = [partner.id for partner in counted(whole)], whole.ties
    found = _latest  # another thread may put another one there meanwhile
    if found is None or found[0] != among:
        found = _latest = among, Structure(whole)
    return found[1]


_latest: tuple[tuple[list[str], tuple[Tie, ...]], Structure] | None = None


def _as_bits(graph: Graph) -> list[int]:
    """Return the neighbours of each partner as one number with a bit a partner."""
    bit = {partner: 1 << at for at, partner in enumerate(graph)}
    return [sum(bit[other] for other in others) for _, others in graph.adjacency()]


def _is_hinge(who: int, own: int, others: list[int]) -> bool:
    """Tell whether the neighbours in `own` fall apart without `who`, in the network `others`."""
    if not own:
        return False
    without = ~(1 << who)
    reached = edge = own & -own
    while edge:
        around = 0
        for at in _bits(edge):
            around |= others[at]
        edge = around & without & ~reached
        reached |= edge
    return bool(own & ~reached)


def _bits(number: int) -> Iterator[int]:
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
