"""Where those who stayed stand among the other partners, at two moments of one teacher.

Both measures are of the network among the partners, without the teacher, at that moment: with
those who came or went since. They grow with the number of partners, so they are read beside it;
a rank is among those on both maps, and can be compared.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from app.analysis.composition import counted
from app.analysis.graph import Graph, betweenness, degrees, network_among
from app.analysis.study import Study
from app.models.network import Map, Partner

_SAME: Final = 9
"""Equal to so many decimals is equal: sums of shares of paths differ in the last digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How one measure of one partner went between two moments."""

    before: float | None
    """None where the lines were not asked at that moment; `after` and the ranks likewise."""
    after: float | None
    rank_before: float | None
    """1 for the highest among those on both maps; equals share the middle of their ranks.

    None where fewer than two are on both maps, or nobody at that moment is tied to anybody.
    """
    rank_after: float | None

    @property
    def rank_change(self) -> float | None:
        """Return the number of ranks gained (below 0: lost)."""
        if self.rank_before is None or self.rank_after is None:
            return None
        return self.rank_before - self.rank_after

    @property
    def direction(self) -> int:
        """Return 1 where both measure and rank rose, -1 where both fell, else 0.

        One alone may come of another number of partners, or of others only.
        """
        if self.before is None or self.after is None:
            return 0
        steps = round(self.after - self.before, _SAME)
        if steps * (self.rank_change or 0.0) <= 0:
            return 0
        return 1 if steps > 0 else -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One partner who is on both maps, among the others then and now."""

    partner: Partner
    """As the later map has them."""
    degree: Course
    """How many others they know."""
    betweenness: Course
    """How far they join others without the teacher; not normalised (Freeman 1977)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    """Everybody who is on both maps, in the order of the later one."""

    size_before: int
    """How many partners count on the earlier map, with those who went."""
    size_after: int
    is_drawn: bool
    """On both maps the owner says that the ties are complete, and there are enough partners."""
    kept: tuple[Standing, ...]

    def moved(self, measure: str, direction: int) -> tuple[Standing, ...]:
        """Return those who rose (1) or fell (-1) in a measure, where ties are drawn."""
        if not self.is_drawn:
            return ()
        return tuple(one for one in self.kept if getattr(one, measure).direction == direction)


_latest: tuple[Map, Map, Standings] | None = None


def standings(before: Map, after: Map) -> Standings:
    """Return the positions of partners on both maps; cached until two other maps are asked for."""
    global _latest
    found = _latest  # another thread may put another one there meanwhile
    if found is None or found[0] is not before or found[1] is not after:
        found = _latest = before, after, _standings(before, after)
    return found[2]


def _standings(before: Map, after: Map) -> Standings:
    earlier = {partner.id for partner in counted(before)}
    kept = [partner for partner in counted(after) if partner.id in earlier]
    among = [
        network_among(whole) if whole.network.lines_drawn else None for whole in (before, after)
    ]

    def courses(measure: Callable[[Graph], Mapping[str, float]]) -> dict[str, Course]:
        then, now = ({} if graph is None else measure(graph) for graph in among)
        ranks = [
            _ranks({p.id: values[p.id] for p in kept}) if graph and graph.number_of_edges() else {}
            for graph, values in zip(among, (then, now), strict=True)
        ]
        return {
            p.id: Course(
                before=then.get(p.id),
                after=now.get(p.id),
                rank_before=ranks[0].get(p.id),
                rank_after=ranks[1].get(p.id),
            )
            for p in kept
        }

    degree, between = courses(degrees), courses(betweenness)
    return Standings(
        size_before=len(earlier),
        size_after=len(counted(after)),
        is_drawn=all(Study(whole).has_structure for whole in (before, after)),
        kept=tuple(
            Standing(partner=p, degree=degree[p.id], betweenness=between[p.id]) for p in kept
        ),
    )


def _ranks(values: Mapping[str, float]) -> dict[str, float]:
    """Return the rank of each, the highest first; nothing where there are fewer than two."""
    if len(values) < 2:
        return {}
    rounded = {key: round(value, _SAME) for key, value in values.items()}
    return {
        key: sum(other > value for other in rounded.values())
        + (sum(other == value for other in rounded.values()) + 1) / 2
        for key, value in rounded.items()
    }
