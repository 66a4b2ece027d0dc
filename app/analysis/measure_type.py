"""What a measure is, and what measures are put together of."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from app.analysis.gaps import Gap
from app.analysis.study import Study

if TYPE_CHECKING:
    from app.analysis.structure import Bounds

Limits: TypeAlias = tuple[float, float] | None
Stands: TypeAlias = Callable[[Study], tuple[int, int]]
Unit: TypeAlias = Literal["number", "percent", "part_of_answers", "part_of_range"]


class MeasureValue(NamedTuple):
    """What a measure is on one map."""

    value: float | None
    """None where it is undefined (*n/a*)."""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure: everything of it but its words."""

    id: str
    tier: int | None
    """1 for everybody, 2 what is between the partners, 3 for who asks for more; None: printed."""
    found: Callable[[Study], MeasureValue]
    range: Callable[[Study], Limits] = lambda _: None
    stands: Callable[[Study], tuple[int, int]]
    """On how many answers it stands, of how many."""
    people: Callable[[Study], Iterable[str]] = lambda _: ()
    """The ids of the partners it counts; none where it counts no partners."""
    needs: Literal["nothing", "lines", "structure"] = "nothing"
    """Without drawn lines it is undefined; without a structure it is not shown."""
    unit: Unit = "number"
    decimals: int = 0
    spread: bool = True
    """Whether its lowest and highest are shown in place of its value."""


# How they are put together.


def tied(
    id_: str,
    tier: int | None,
    limits: Callable[[Study], Limits],
    found: Callable[[Study], MeasureValue] | None = None,
    **more: Any,
) -> Measure:
    """Return a measure of the ties; its function is the one of that name if none is given."""
    return Measure(
        id=id_,
        tier=tier,
        found=found or bounded(lambda known: known.structure.bounded(_function(id_))),
        range=limits,
        stands=lambda k: (k.structure.pairs - k.structure.unknown_ties, k.structure.pairs),
        **{"needs": "structure", **more},
    )


def _function(name: str) -> Callable[..., Any]:
    from app.analysis import brokerage, cohesion  # networkx: only where ties are asked about

    found: Callable[..., Any] = getattr(brokerage if hasattr(brokerage, name) else cohesion, name)
    return found


def bounded(measured: "Callable[[Study], Bounds[Any]]") -> Callable[[Study], MeasureValue]:
    """Return a function that finds a measure of the ties, with bounds where ties are unknown."""

    def found(known: Study) -> MeasureValue:
        from app.analysis.structure import bounds

        both = measured(known)
        return MeasureValue(both.sure, *bounds(both))

    return found


def surely(name: str) -> Callable[[Study], MeasureValue]:
    """Return a function that finds a measure from the sure ties alone, without bounds."""
    return lambda known: MeasureValue(known.structure.surely(_function(name)))


def role(name: str) -> Callable[[Study], MeasureValue]:
    """Return a function that counts the pairs in which the owner has a role of brokerage."""

    def counted(known: Study) -> "Bounds[int]":
        both = known.roles
        return type(both)(getattr(both.sure, name), getattr(both.at_most, name))  # type: ignore[return-value]

    return bounded(counted)


def sizes(found: "Bounds[tuple[Any, ...]]") -> "Bounds[int]":
    """Count what was found, for both bounds."""
    return type(found)(len(found.sure), len(found.at_most))  # type: ignore[arg-type, return-value]


def largest(known: Study) -> "Bounds[int]":
    """Return the number of partners of the largest component, for both bounds."""
    parts = known.structure.components
    first = [next(iter(part), ()) for part in (parts.sure, parts.at_most)]
    return type(parts)(*map(len, first))  # type: ignore[arg-type, return-value]


def plain(of: Callable[[Study], float | None]) -> Callable[[Study], MeasureValue]:
    """Return a function that finds a measure without bounds."""
    return lambda known: MeasureValue(of(known))


def answers(of: Callable[[Study], int]) -> Stands:
    """Return on how many of the partners a measure stands."""
    return lambda known: (of(known), len(known.partners))


def people_who(belongs: Callable[[Gap], object]) -> Callable[[Study], Iterator[str]]:
    """Return a function that lists the partners who belong; wished ones never do."""
    return lambda known: (
        row.partner.id for row in known.gaps.rows if row.partner.frequency != 0 and belongs(row)
    )


def in_order(known: Study, ids: set[str]) -> Iterator[str]:
    """Return these partners in the order of the map."""
    return (row.partner.id for row in known.gaps.rows if row.partner.id in ids)


def share_range(_: Study) -> Limits:
    """Return the range of a share."""
    return 0, 1


def around_0(_: Study) -> Limits:
    """Return the range of an index around nothing."""
    return -1, 1


def from_1(known: Study) -> Limits:
    """Return the range from one to all partners."""
    return 1, len(known.partners)


def up_to_all_pairs(known: Study) -> Limits:
    """Return the range from no pair to all pairs."""
    return 0, known.structure.pairs
