"""The measures of a map, each declared once: what it is, its range and what it stands on.

Tier 1 is for everybody, tier 2 once the ties between partners are drawn, tier 3 for who asks for
more; the printed ones beside them stand in `kring analyse` alone. There is no total of them and
nothing to compare them with. Two more places have each by its id: `words/measures.py` its words,
`analysis/batch/measures.py` how it is reckoned for many maps at once.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from app.analysis.composition import FAMILY, WEEKLY, star_asked
from app.analysis.gaps import Gap
from app.analysis.measure_type import (
    Limits,
    Measure,
    MeasureValue,
    Stands,
    Unit,
    answers,
    around_0,
    bounded,
    from_1,
    in_order,
    largest,
    people_who,
    plain,
    role,
    share_range,
    sizes,
    surely,
    tied,
    up_to_all_pairs,
)
from app.analysis.study import Study, study
from app.models.network import Map
from app.models.vocabulary import vocabulary

if TYPE_CHECKING:
    from app.analysis.structure import Bounds

DETAIL: Final = 3
"""The tier for who asks for more."""
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
def readings(known: Study, last: int = DETAIL) -> tuple[Reading, ...]:
    """Return the measures of a map, tier by tier, to the `last` that is asked for.

    What is between the partners is only there where the lines are drawn and four partners or
    more count; `isolates` needs the drawn lines alone. An undefined measure is there, as None.
    """
    there = {"nothing": True, "lines": known.lines_drawn, "structure": known.has_structure}
    found = [
        _reading(measure, measure.tier, known)
        for measure in all_measures().values()
        if measure.tier is not None and measure.tier <= last and there[measure.needs]
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
    everybody = answers(lambda known: len(known.partners))
    placed = answers(lambda known: known.composition.with_setting)
    seen = answers(lambda known: known.composition.with_frequency)
    asked = answers(lambda known: len(star_asked(known.partners)))
    inside = vocabulary().is_inside

    def of_who(
        id_: str, unit: Unit, stands: Stands, belongs: Callable[[Gap], object], tier: int = 1
    ) -> Measure:
        return Measure(
            id=id_,
            tier=tier,
            found=plain(lambda known: getattr(known.composition, id_)),
            range=share_range if unit == "part_of_answers" else lambda _: None,
            stands=stands,
            people=people_who(belongs),
            unit=unit,
        )

    yield of_who("size", "number", everybody, lambda _: True)
    others = answers(lambda known: known.composition.with_setting_external)
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
    yield Measure(
        id=f"{_SETTING}none",
        tier=1,
        found=plain(lambda known: len(known.partners) - known.composition.with_setting),
        range=lambda known: (0, len(known.partners)),
        stands=everybody,
        people=people_who(lambda row: row.partner.setting is None),
    )
    yield of_who(
        *("weekly_share", "part_of_answers", seen),
        lambda row: (row.partner.frequency or 0) >= WEEKLY,
    )
    yield of_who(
        *("named_share", "part_of_answers", asked), lambda row: row.partner.named_important
    )


def _in_setting(setting: str, placed: Stands) -> Measure:
    def count(known: Study) -> int | None:
        about = known.composition
        return about.setting_counts[setting] if about.with_setting else None

    return Measure(
        id=f"{_SETTING}{setting}",
        tier=1,
        found=plain(count),
        range=lambda known: (0, len(known.partners)),
        stands=placed,
        people=people_who(lambda row: row.partner.setting == setting),
    )


def _gap() -> Iterator[Measure]:
    rated = answers(lambda known: known.gaps.valid)

    def notable(known: Study) -> int | None:
        # What nobody was asked is undefined: a 0 would be an answer.
        return len(known.far_apart) if known.gaps.valid else None

    def concordant(known: Study) -> int | None:
        pairs = known.gaps.alignment
        return pairs.concordant if pairs.tau_b is not None else None

    def differing(known: Study) -> Limits:
        pairs = known.gaps.alignment
        return 0, pairs.concordant + pairs.discordant

    yield Measure(
        id="notable",
        tier=1,
        found=plain(notable),
        range=lambda known: (0, known.gaps.valid),
        stands=rated,
        people=lambda known: in_order(known, {row.partner.id for row in known.far_apart}),
    )
    yield Measure(
        id="concordant",
        tier=1,
        found=plain(concordant),
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
        found=plain(lambda known: getattr(known.gaps.wishes, name) if said(known) else None),
        range=lambda known: (0, said(known)),
        stands=lambda known: (said(known), len(known.gaps.rows)),
        people=people,
    )


def _beyond() -> Iterator[Measure]:
    def least(known: Study) -> float:
        seen = known.composition.with_frequency
        return 1 / seen if seen else 0

    def of_who(
        id_: str, on: str, limits: Callable[[Study], Limits], unit: Unit = "number"
    ) -> Measure:
        return Measure(
            id=id_,
            tier=3,
            found=plain(lambda known: getattr(known.composition, id_)),
            range=limits,
            stands=answers(lambda known: getattr(known.composition, f"with_{on}")),
            unit=unit,
            decimals=2,
        )

    def tau_b(known: Study) -> MeasureValue:
        pairs = known.gaps.alignment
        return MeasureValue(pairs.tau_b, *(pairs.tau_b_range or (None, None)))

    yield of_who("ei_heads", "setting", around_0)
    yield of_who("ei_contact", "both", around_0)
    yield of_who("ei_heads_external", "setting_external", around_0)
    yield of_who("ei_contact_external", "both_external", around_0)
    yield of_who("iqv", "setting", share_range)
    yield of_who("entropy", "setting", share_range)
    yield of_who("hhi", "frequency", lambda known: (least(known), 1))
    yield of_who(
        *("effective_contacts", "frequency"),
        lambda known: (1, max(1, known.composition.with_frequency)),
    )
    yield of_who("top_share", "frequency", lambda known: (least(known), 1), "percent")
    yield of_who("mean_forms", "forms", lambda _: (1, len(vocabulary().choices["forms"])))
    yield of_who("share_several_forms", "forms", share_range)
    yield Measure(
        id="tau_b",
        tier=3,
        found=tau_b,
        range=around_0,
        stands=answers(lambda known: known.gaps.valid),
        decimals=2,
        spread=False,
    )


# What is between the partners.


def _between() -> Iterator[Measure]:
    def isolates(known: Study) -> "Bounds[int]":
        return sizes(known.structure.isolates)

    def hinges(known: Study) -> MeasureValue:
        least, most = known.structure.hinge_range
        bounds = (least, most) if least < most else (None, None)
        return MeasureValue(len(known.structure.hinges), *bounds)

    yield tied(
        *("isolates", 1, lambda known: (0, len(known.partners)), bounded(isolates)),
        people=lambda known: known.structure.isolates.sure,
        needs="lines",
    )
    yield tied("density", 2, share_range, unit="percent")
    yield tied("mean_degree", 2, lambda known: (0, len(known.partners) - 1), decimals=1)
    yield tied("components", 2, from_1, bounded(lambda k: sizes(k.structure.components)))
    yield tied(
        *("largest_component", 2, from_1, bounded(largest)),
        people=lambda known: next(iter(known.structure.components.sure), ()),
    )
    yield tied("pairs_only_through_me", 2, up_to_all_pairs, unit="part_of_range")
    yield tied(
        *("hinge_partners", 2, lambda known: (0, len(known.partners) - 2), hinges),
        people=lambda known: known.structure.hinges,
    )
    yield tied("ego_betweenness", 2, up_to_all_pairs)
    yield tied("effective_size", 3, from_1, decimals=2)
    yield tied("efficiency", 3, lambda known: (1 / len(known.partners), 1), decimals=2)
    # These two neither only rise nor only fall with ties, and constraint can be more than 1.
    yield tied("constraint", 3, lambda _: None, surely("constraint"), decimals=2)
    yield tied("hierarchy", 3, share_range, surely("hierarchy"), decimals=2)
    for name in ("coordinator", "consultant", "gatekeeper", "liaison"):
        yield tied(name, 3, up_to_all_pairs, role(name))


def _printed() -> Iterator[Measure]:
    """Yield the measures that are printed only, to compare with those of others."""
    yield tied("ties", None, up_to_all_pairs)
    yield tied("density_with_ego", None, share_range, decimals=2)
    yield tied("ego_betweenness_normalised", None, share_range, decimals=2)
    yield Measure(
        id="blau",
        tier=None,
        found=plain(lambda known: known.composition.blau),
        range=share_range,
        stands=answers(lambda known: known.composition.with_setting),
        decimals=2,
    )
    rated = answers(lambda known: known.gaps.valid)
    yield Measure(
        id="valid",
        tier=None,
        found=plain(lambda known: known.gaps.valid),
        range=lambda known: (0, len(known.partners)),
        stands=rated,
    )
    for id_ in ("discordant", "gamma", "spearman"):
        yield _of_alignment(id_, rated)


def _of_alignment(id_: str, rated: Stands) -> Measure:
    return Measure(
        id=id_,
        tier=None,
        found=plain(lambda known: getattr(known.gaps.alignment, id_)),
        range=around_0 if id_ != "discordant" else lambda _: None,
        stands=rated,
        decimals=2 if id_ != "discordant" else 0,
    )
