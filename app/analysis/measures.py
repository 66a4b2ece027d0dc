"""The measures of a map in three tiers, each with its range and what it stands on.

Tier 1 is for everybody, tier 2 once the ties between partners are drawn, tier 3 for who asks for
more. There is no total of them and nothing to compare them with.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from app.analysis.study import Study, study
from app.models.network import Map
from app.models.vocabulary import vocabulary

if TYPE_CHECKING:
    from app.analysis.structure import Bounded

_Limits: TypeAlias = tuple[float, float] | None


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
    """Return the measures of a map, tier by tier.

    What is between the partners is only there where the lines are drawn and four partners or
    more count; `isolates` needs the drawn lines alone. An undefined measure is there, as None.
    """
    known = study(whole)
    readings = [*_who(known), *_gap(known), *_beyond(known)]
    if known.lines_drawn:
        readings += _between(known)
    return tuple(sorted(readings, key=lambda reading: reading.tier))


# Who is on the map.


def _who(known: Study) -> Iterator[Reading]:
    about = known.composition
    n, placed, seen = about.size, about.with_setting, about.with_frequency
    yield _reading("size", 1, n, None, n, n)
    yield _reading("external_share", 1, about.external_share, (0, 1), placed, n)
    for setting in vocabulary().settings:
        count = about.setting_counts[setting] if placed else None
        yield _reading(f"setting_{setting}", 1, count, (0, n), placed, n)
    yield _reading("weekly_share", 1, about.weekly_share, (0, 1), seen, n)
    yield _reading("named_share", 1, about.named_share, (0, 1), n, n)


def _gap(known: Study) -> Iterator[Reading]:
    gaps = known.gaps
    n, rated, pairs = gaps.size, gaps.valid, gaps.alignment
    # What nobody was asked is undefined: a 0 would be an answer.
    notable = len(known.notable) if rated else None
    yield _reading("notable", 1, notable, (0, rated), rated, n)
    differing = pairs.concordant + pairs.discordant
    agreeing = pairs.concordant if pairs.tau_b is not None else None
    yield _reading("concordant", 1, agreeing, (0, differing), rated, n)
    every = len(gaps.rows)
    said = every - gaps.wishes.missing
    for name in ("more", "less", "same"):
        count: int | None = getattr(gaps.wishes, name) if said else None
        yield _reading(f"wish_{name}", 1, count, (0, said), said, every)


def _beyond(known: Study) -> Iterator[Reading]:
    about, pairs = known.composition, known.gaps.alignment
    n, placed, seen, both = about.size, about.with_setting, about.with_frequency, about.with_both
    least = 1 / seen if seen else 0
    yield _reading("ei_heads", 3, about.ei_heads, (-1, 1), placed, n)
    yield _reading("ei_contact", 3, about.ei_contact, (-1, 1), both, n)
    yield _reading("iqv", 3, about.iqv, (0, 1), placed, n)
    yield _reading("entropy", 3, about.entropy, (0, 1), placed, n)
    yield _reading("hhi", 3, about.hhi, (least, 1), seen, n)
    yield _reading("effective_contacts", 3, about.effective_contacts, (1, max(1, seen)), seen, n)
    yield _reading("top_share", 3, about.top_share, (least, 1), seen, n)
    forms = len(vocabulary().choices["forms"])
    told = about.with_forms
    yield _reading("mean_forms", 3, about.mean_forms, (1, forms), told, n)
    yield _reading("share_several_forms", 3, about.share_several_forms, (0, 1), told, n)
    low, high = pairs.tau_b_range or (None, None)
    rated = known.gaps.valid
    yield _reading("tau_b", 3, pairs.tau_b, (-1, 1), rated, n, low, high)


# What is between the partners.


def _between(known: Study) -> Iterator[Reading]:
    from app.analysis import brokerage, cohesion  # networkx: only where ties are asked about
    from app.analysis.structure import Bounded, bounds

    structure = known.structure
    n, possible = len(known.partners), structure.pairs
    asked = possible - structure.unknown_ties

    def reading(id_: str, tier: int, found: "Bounded[float | None]", most: _Limits) -> Reading:
        low, high = bounds(found)
        return _reading(id_, tier, found.sure, most, asked, possible, low, high)

    def size(found: "Bounded[tuple[object, ...]]") -> "Bounded[int]":
        return Bounded(len(found.sure), len(found.at_most))

    yield reading("isolates", 1, size(structure.isolates), (0, n))
    if not known.has_structure:
        return
    bounded, parts = structure.bounded, structure.components
    yield reading("density", 2, bounded(cohesion.density), (0, 1))
    yield reading("mean_degree", 2, bounded(cohesion.mean_degree), (0, n - 1))
    yield reading("components", 2, size(parts), (1, n))
    largest = Bounded(len(parts.sure[0]), len(parts.at_most[0]))
    yield reading("largest_component", 2, largest, (1, n))
    apart = bounded(cohesion.pairs_only_through_me)
    yield reading("pairs_only_through_me", 2, apart, (0, possible))
    hinges = structure.hinge_range
    yield _reading(
        *("hinge_partners", 2, len(structure.hinges), (0, n - 2), asked, possible),
        *(hinges if hinges[0] < hinges[1] else (None, None)),
    )
    between = bounded(brokerage.ego_betweenness)
    yield reading("ego_betweenness", 2, between, (0, possible))
    yield reading("effective_size", 3, bounded(brokerage.effective_size), (1, n))
    yield reading("efficiency", 3, bounded(brokerage.efficiency), (1 / n, 1))
    # These two neither only rise nor only fall with ties, and constraint can be more than 1.
    sure = structure.among.sure
    constraint, hierarchy = brokerage.constraint(sure), brokerage.hierarchy(sure)
    yield _reading("constraint", 3, constraint, None, asked, possible)
    yield _reading("hierarchy", 3, hierarchy, (0, 1), asked, possible)
    roles = bounded(lambda among: brokerage.roles(among, known.partners))
    for name in ("coordinator", "consultant", "gatekeeper", "liaison"):
        pairs: Bounded[int] = Bounded(getattr(roles.sure, name), getattr(roles.at_most, name))
        yield reading(name, 3, pairs, (0, possible))


def _reading(
    id_: str,
    tier: int,
    value: float | None,
    limits: _Limits,
    answered: int,
    of: int,
    low: float | None = None,
    high: float | None = None,
) -> Reading:
    return Reading(
        id=id_, tier=tier, value=value, low=low, high=high, range=limits, answered=answered, of=of
    )
