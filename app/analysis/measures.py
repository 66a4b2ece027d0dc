"""The measures of a map, each declared once: what it is, its range and what it stands on.

Tier 1 is for everybody, tier 2 once the ties between partners are drawn, tier 3 for who asks for
more; the printed ones beside them stand in `kring analyse` alone. There is no total of them and
nothing to compare them with. The words stand in `app/words/measures.py`, by the same ids.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias

from app.analysis.composition import FAMILY, star_asked
from app.analysis.gaps import Gap
from app.analysis.study import Study, study
from app.models.network import Map
from app.models.vocabulary import vocabulary

if TYPE_CHECKING:
    from app.analysis.structure import Bounded

_Limits: TypeAlias = tuple[float, float] | None
Unit: TypeAlias = Literal["number", "percent", "part_of_answers", "part_of_range"]


class Found(NamedTuple):
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
    found: Callable[[Study], Found]
    range: Callable[[Study], _Limits] = lambda _: None
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


_SETTING: Final = "setting_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One measure of one map. `docs/findings.md` lists them all."""

    id: str
    tier: int
    """1 for everybody, 2 what is between the partners, 3 for who asks for more."""
    value: float | None
    """None where it is undefined (*n/a*)."""
    low: float | None
    high: float | None
    """Between which the value lies, whatever the ties the owner does not know of turn out to be.
    None where no tie is unknown, and for measures without such bounds. For `tau_b`: the lowest
    and highest when any one partner is left out."""
    range: tuple[float, float] | None
    """The least and the most the measure can be on this map; None where there is no such end."""
    answered: int
    """On how many answers it stands: partners, or for what is between them pairs of partners."""
    of: int
    """How many answers there could be."""


def measures(whole: Map) -> tuple[Reading, ...]:
    """Return the measures of a map, tier by tier (`readings`)."""
    return readings(study(whole))


@lru_cache(maxsize=2)
def readings(known: Study) -> tuple[Reading, ...]:
    """Return the measures of a map, tier by tier.

    What is between the partners is only there where the lines are drawn and four partners or
    more count; `isolates` needs the drawn lines alone. An undefined measure is there, as None.
    """
    there = {"nothing": True, "lines": known.lines_drawn, "structure": known.has_structure}
    found = [
        _reading(measure, measure.tier, known)
        for measure in all_measures().values()
        if measure.tier is not None and there[measure.needs]
    ]
    return tuple(sorted(found, key=lambda reading: reading.tier))


def value(measure: Measure, known: Study) -> float | None:
    """Return a measure of a map, of however few partners; None where it is undefined."""
    if measure.needs != "nothing" and not known.lines_drawn:
        return None
    return measure.found(known).value


def _reading(measure: Measure, tier: int, known: Study) -> Reading:
    found = measure.found(known)
    answered, of = measure.stands(known)
    return Reading(
        id=measure.id,
        tier=tier,
        value=found.value,
        low=found.low,
        high=found.high,
        range=measure.range(known),
        answered=answered,
        of=of,
    )


@cache
def all_measures() -> Mapping[str, Measure]:
    """Return every measure by id."""
    every = (*_who(), *_gap(), *_between(), *_beyond(), *_printed())
    return {measure.id: measure for measure in every}


# Who is on the map.


def _who() -> Iterator[Measure]:
    everybody = _answers(lambda known: len(known.partners))
    placed = _answers(lambda known: known.composition.with_setting)
    seen = _answers(lambda known: known.composition.with_frequency)
    asked = _answers(lambda known: len(star_asked(known.partners)))
    inside = vocabulary().is_inside

    def of_who(
        id_: str, unit: Unit, stands: "_Stands", belongs: Callable[[Gap], object], tier: int = 1
    ) -> Measure:
        return Measure(
            id=id_,
            tier=tier,
            found=_plain(lambda known: getattr(known.composition, id_)),
            range=_share_range if unit == "part_of_answers" else lambda _: None,
            stands=stands,
            people=_people(belongs),
            unit=unit,
        )

    yield of_who("size", "number", everybody, lambda _: True)
    others = _answers(lambda known: known.composition.with_setting_external)
    yield of_who(
        *("outside_share", "part_of_answers", others),
        lambda row: row.partner.setting not in (None, FAMILY) and not inside(row.partner.setting),
    )
    yield of_who(
        *("external_share", "part_of_answers", placed),
        lambda row: row.partner.setting and not inside(row.partner.setting),
        tier=3,
    )
    for setting in vocabulary().settings:
        yield _in_setting(setting, placed)
    yield of_who(
        *("weekly_share", "part_of_answers", seen), lambda row: (row.partner.frequency or 0) >= 4
    )
    yield of_who(
        *("named_share", "part_of_answers", asked), lambda row: row.partner.named_important
    )


def _in_setting(setting: str, placed: "_Stands") -> Measure:
    def count(known: Study) -> int | None:
        about = known.composition
        return about.setting_counts[setting] if about.with_setting else None

    return Measure(
        id=f"{_SETTING}{setting}",
        tier=1,
        found=_plain(count),
        range=lambda known: (0, len(known.partners)),
        stands=placed,
        people=_people(lambda row: row.partner.setting == setting),
    )


def _gap() -> Iterator[Measure]:
    rated = _answers(lambda known: known.gaps.valid)

    def notable(known: Study) -> int | None:
        # What nobody was asked is undefined: a 0 would be an answer.
        return len(known.notable) if known.gaps.valid else None

    def concordant(known: Study) -> int | None:
        pairs = known.gaps.alignment
        return pairs.concordant if pairs.tau_b is not None else None

    def differing(known: Study) -> _Limits:
        pairs = known.gaps.alignment
        return 0, pairs.concordant + pairs.discordant

    yield Measure(
        id="notable",
        tier=1,
        found=_plain(notable),
        range=lambda known: (0, known.gaps.valid),
        stands=rated,
        people=lambda known: _in_order(known, {row.partner.id for row in known.notable}),
    )
    yield Measure(
        id="concordant",
        tier=1,
        found=_plain(concordant),
        range=differing,
        stands=rated,
        unit="part_of_range",
    )
    for name, sign in (("more", 1), ("less", -1), ("same", 0)):
        yield _wish(name, sign)


def _wish(name: str, sign: int) -> Measure:
    def said(known: Study) -> int:
        return len(known.gaps.rows) - known.gaps.wishes.missing

    def people(known: Study) -> Iterator[str]:
        for row in known.gaps.rows:
            steps = row.wish_steps
            if steps is not None and (steps > 0) - (steps < 0) == sign:
                yield row.partner.id

    return Measure(
        id=f"wish_{name}",
        tier=1,
        found=_plain(lambda known: getattr(known.gaps.wishes, name) if said(known) else None),
        range=lambda known: (0, said(known)),
        stands=lambda known: (said(known), len(known.gaps.rows)),
        people=people,
    )


def _beyond() -> Iterator[Measure]:
    def least(known: Study) -> float:
        seen = known.composition.with_frequency
        return 1 / seen if seen else 0

    def of_who(
        id_: str, on: str, limits: Callable[[Study], _Limits], unit: Unit = "number"
    ) -> Measure:
        return Measure(
            id=id_,
            tier=3,
            found=_plain(lambda known: getattr(known.composition, id_)),
            range=limits,
            stands=_answers(lambda known: getattr(known.composition, f"with_{on}")),
            unit=unit,
            decimals=2,
        )

    def tau_b(known: Study) -> Found:
        pairs = known.gaps.alignment
        return Found(pairs.tau_b, *(pairs.tau_b_range or (None, None)))

    yield of_who("ei_heads", "setting", _around_0)
    yield of_who("ei_contact", "both", _around_0)
    yield of_who("ei_heads_external", "setting_external", _around_0)
    yield of_who("ei_contact_external", "both_external", _around_0)
    yield of_who("iqv", "setting", _share_range)
    yield of_who("entropy", "setting", _share_range)
    yield of_who("hhi", "frequency", lambda known: (least(known), 1))
    yield of_who(
        *("effective_contacts", "frequency"),
        lambda known: (1, max(1, known.composition.with_frequency)),
    )
    yield of_who("top_share", "frequency", lambda known: (least(known), 1), "percent")
    yield of_who("mean_forms", "forms", lambda _: (1, len(vocabulary().choices["forms"])))
    yield of_who("share_several_forms", "forms", _share_range)
    yield Measure(
        id="tau_b",
        tier=3,
        found=tau_b,
        range=_around_0,
        stands=_answers(lambda known: known.gaps.valid),
        decimals=2,
        spread=False,
    )


# What is between the partners.


def _between() -> Iterator[Measure]:
    def isolates(known: Study) -> "Bounded[int]":
        return _sizes(known.structure.isolates)

    def hinges(known: Study) -> Found:
        least, most = known.structure.hinge_range
        bounds = (least, most) if least < most else (None, None)
        return Found(len(known.structure.hinges), *bounds)

    yield _tied(
        *("isolates", 1, lambda known: (0, len(known.partners)), _bounded(isolates)),
        people=lambda known: known.structure.isolates.sure,
        needs="lines",
    )
    yield _tied("density", 2, _share_range, unit="percent")
    yield _tied("mean_degree", 2, lambda known: (0, len(known.partners) - 1), decimals=1)
    yield _tied("components", 2, _from_1, _bounded(lambda k: _sizes(k.structure.components)))
    yield _tied(
        *("largest_component", 2, _from_1, _bounded(_largest)),
        people=lambda known: next(iter(known.structure.components.sure), ()),
    )
    yield _tied("pairs_only_through_me", 2, _pairs, unit="part_of_range")
    yield _tied(
        *("hinge_partners", 2, lambda known: (0, len(known.partners) - 2), hinges),
        people=lambda known: known.structure.hinges,
    )
    yield _tied("ego_betweenness", 2, _pairs)
    yield _tied("effective_size", 3, _from_1, decimals=2)
    yield _tied("efficiency", 3, lambda known: (1 / len(known.partners), 1), decimals=2)
    # These two neither only rise nor only fall with ties, and constraint can be more than 1.
    yield _tied("constraint", 3, lambda _: None, _sure("constraint"), decimals=2)
    yield _tied("hierarchy", 3, _share_range, _sure("hierarchy"), decimals=2)
    for name in ("coordinator", "consultant", "gatekeeper", "liaison"):
        yield _tied(name, 3, _pairs, _role(name))


def _printed() -> Iterator[Measure]:
    """Yield what says nothing of its own on the screen, and is there to compare with others'."""
    yield _tied("ties", None, _pairs)
    yield _tied("density_with_ego", None, _share_range, decimals=2)
    yield _tied("ego_betweenness_normalised", None, _share_range, decimals=2)
    yield Measure(
        id="blau",
        tier=None,
        found=_plain(lambda known: known.composition.blau),
        range=_share_range,
        stands=_answers(lambda known: known.composition.with_setting),
        decimals=2,
    )
    rated = _answers(lambda known: known.gaps.valid)
    yield Measure(
        id="valid",
        tier=None,
        found=_plain(lambda known: known.gaps.valid),
        range=lambda known: (0, len(known.partners)),
        stands=rated,
    )
    for id_ in ("discordant", "gamma", "spearman"):
        yield _of_alignment(id_, rated)


def _of_alignment(id_: str, rated: "_Stands") -> Measure:
    return Measure(
        id=id_,
        tier=None,
        found=_plain(lambda known: getattr(known.gaps.alignment, id_)),
        range=_around_0 if id_ != "discordant" else lambda _: None,
        stands=rated,
        decimals=2 if id_ != "discordant" else 0,
    )


# How they are put together.

_Stands: TypeAlias = Callable[[Study], tuple[int, int]]


def _tied(
    id_: str,
    tier: int | None,
    limits: Callable[[Study], _Limits],
    found: Callable[[Study], Found] | None = None,
    **more: Any,
) -> Measure:
    """Return a measure of the ties; its function is the one of that name if none is given."""
    return Measure(
        id=id_,
        tier=tier,
        found=found or _bounded(lambda known: known.structure.bounded(_function(id_))),
        range=limits,
        stands=lambda k: (k.structure.pairs - k.structure.unknown_ties, k.structure.pairs),
        **{"needs": "structure", **more},
    )


def _function(name: str) -> Callable[..., Any]:
    from app.analysis import brokerage, cohesion  # networkx: only where ties are asked about

    found: Callable[..., Any] = getattr(brokerage if hasattr(brokerage, name) else cohesion, name)
    return found


def _bounded(measured: "Callable[[Study], Bounded[Any]]") -> Callable[[Study], Found]:
    def found(known: Study) -> Found:
        from app.analysis.structure import bounds

        both = measured(known)
        return Found(both.sure, *bounds(both))

    return found


def _sure(name: str) -> Callable[[Study], Found]:
    return lambda known: Found(_function(name)(known.structure.among.sure))


def _role(name: str) -> Callable[[Study], Found]:
    return _bounded(
        lambda known: known.structure.bounded(
            lambda among: getattr(_function("roles")(among, known.partners), name)
        )
    )


def _sizes(found: "Bounded[tuple[Any, ...]]") -> "Bounded[int]":
    return type(found)(len(found.sure), len(found.at_most))  # type: ignore[arg-type, return-value]


def _largest(known: Study) -> "Bounded[int]":
    parts = known.structure.components
    first = [next(iter(part), ()) for part in (parts.sure, parts.at_most)]
    return type(parts)(*map(len, first))  # type: ignore[arg-type, return-value]


def _plain(of: Callable[[Study], float | None]) -> Callable[[Study], Found]:
    return lambda known: Found(of(known))


def _answers(of: Callable[[Study], int]) -> _Stands:
    return lambda known: (of(known), len(known.partners))


def _people(belongs: Callable[[Gap], object]) -> Callable[[Study], Iterator[str]]:
    """Return who of those who count belongs; the wished ones count in none of these."""
    return lambda known: (
        row.partner.id for row in known.gaps.rows if row.partner.frequency != 0 and belongs(row)
    )


def _in_order(known: Study, ids: set[str]) -> Iterator[str]:
    return (row.partner.id for row in known.gaps.rows if row.partner.id in ids)


def _share_range(_: Study) -> _Limits:
    return 0, 1


def _around_0(_: Study) -> _Limits:
    return -1, 1


def _from_1(known: Study) -> _Limits:
    return 1, len(known.partners)


def _pairs(known: Study) -> _Limits:
    return 0, known.structure.pairs
