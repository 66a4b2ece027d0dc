"""Two maps of one teacher beside each other: who stayed, who came and went, and what changed.

Partners are matched by their id, which stays through renaming. Only partners who count are
matched (`counted`): a wished partner is nobody yet. Changes between two moments describe those
two maps; they are no effect of anything.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log2

from app.analysis.composition import contacts, counted, setting_counts
from app.analysis.gaps import NOT_FILLED_IN, quadrant, wish_steps
from app.models.network import Map, Partner
from app.models.vocabulary import vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One partner who is on both maps. Changes are in steps, None where an answer is missing."""

    before: Partner
    after: Partner
    frequency: int | None
    importance: int | None
    satisfaction: int | None
    quadrant_before: str | None
    quadrant_after: str | None
    """None where frequency or importance is missing on either map."""
    wish_realised: bool | None
    """The contact went the way the earlier map wished (also: stayed as it was wished to stay)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What became of a map between two moments."""

    kept: tuple[Shift, ...]
    """In the order of the later map, as is `new`; `lost` is in that of the earlier one."""
    new: tuple[Partner, ...]
    lost: tuple[Partner, ...]
    wishes_met: tuple[Partner, ...]
    """Partners who were wished before (no contact yet) and with whom there is contact now."""
    jaccard: float | None
    retention: float | None
    turnover: float | None
    net_change: int
    quadrant_table: Mapping[str, Mapping[str, int]]
    """How many kept partners went from a quadrant (outer key) to another."""
    tie_jaccard_kept: float | None
    bray_curtis_settings: float | None
    signature_jsd: float | None

    @property
    def kept_rated(self) -> int:
        """Return how many kept partners have frequency and importance on both maps."""
        return sum(shift.quadrant_after is not None for shift in self.kept)

    @property
    def quadrant_changes(self) -> int:
        """Return how many kept partners stand in another quadrant."""
        return sum(shift.quadrant_before != shift.quadrant_after for shift in self.kept)

    @property
    def wishes_realised(self) -> int:
        """Return with how many kept partners the contact went as wished."""
        return sum(shift.wish_realised is True for shift in self.kept)


def comparison(before: Map, after: Map) -> Comparison:
    """Return what became of the map `before` in the map `after` of the same teacher."""
    earlier = {partner.id: partner for partner in counted(before)}
    later = {partner.id: partner for partner in counted(after)}
    kept = tuple(
        _shift(earlier[id_], partner, before, after)
        for id_, partner in later.items()
        if id_ in earlier
    )
    new = tuple(partner for id_, partner in later.items() if id_ not in earlier)
    lost = tuple(partner for id_, partner in earlier.items() if id_ not in later)
    union = len(kept) + len(new) + len(lost)
    wished = {partner.id for partner in before.partners if partner.frequency == 0}
    return Comparison(
        kept=kept,
        new=new,
        lost=lost,
        wishes_met=tuple(partner for partner in new if partner.id in wished and partner.frequency),
        jaccard=_share(len(kept), union),
        retention=_share(len(kept), len(earlier)),
        turnover=_share(len(new) + len(lost), union),
        net_change=len(later) - len(earlier),
        quadrant_table=_table(kept),
        tie_jaccard_kept=_tie_jaccard(before, after, {shift.after.id for shift in kept}),
        bray_curtis_settings=bray_curtis(counted(before), counted(after)),
        signature_jsd=signature_distance(counted(before), counted(after)),
    )


def bray_curtis(one: Sequence[Partner], other: Sequence[Partner]) -> float | None:
    """Return the sum over settings of |a - b| / (sum of a + sum of b), a and b being counts.

    0 (as many in every setting) to 1 (no setting in common), after Bray and Curtis (1957).
    Partners without a setting are left out; None where nobody is left on either side.
    """
    a, b = setting_counts(one), setting_counts(other)
    differing = sum(abs(a[setting] - b[setting]) for setting in a)
    return _share(differing, sum(a.values()) + sum(b.values()))


def signature_distance(one: Sequence[Partner], other: Sequence[Partner]) -> float | None:
    """Return how far the contact of two maps is spread alike, whoever the partners are.

    The Jensen-Shannon divergence, base 2, of the shares of contact sorted from high to low and
    padded with zeros (Saramäki et al. 2014): 0 (the same pattern) to 1. None where there is no
    contact on one side.
    """
    p, q = _signature(one), _signature(other)
    if not p or not q:
        return None
    longest = max(len(p), len(q))
    p, q = (shares + [0.0] * (longest - len(shares)) for shares in (p, q))
    middle = [(x + y) / 2 for x, y in zip(p, q, strict=True)]
    return max(0.0, (_divergence(p, middle) + _divergence(q, middle)) / 2)


def _signature(partners: Sequence[Partner]) -> list[float]:
    amounts = contacts(partners).values()
    total = sum(amounts)
    return sorted((amount / total for amount in amounts), reverse=True) if total else []


def _divergence(p: Sequence[float], q: Sequence[float]) -> float:
    return fsum(x * log2(x / y) for x, y in zip(p, q, strict=True) if x)


def _shift(before: Partner, after: Partner, earlier: Map, later: Map) -> Shift:
    rated = None not in (before.frequency, before.importance, after.frequency, after.importance)
    change = _steps(before.frequency, after.frequency)
    wish = wish_steps(before)
    return Shift(
        before=before,
        after=after,
        frequency=change,
        importance=_steps(before.importance, after.importance),
        satisfaction=_steps(before.satisfaction, after.satisfaction),
        quadrant_before=quadrant(before, earlier.network) if rated else None,
        quadrant_after=quadrant(after, later.network) if rated else None,
        wish_realised=None if wish is None or change is None else _sign(change) == _sign(wish),
    )


def _steps(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else after - before


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _table(kept: Sequence[Shift]) -> dict[str, dict[str, int]]:
    moved = Counter((shift.quadrant_before, shift.quadrant_after) for shift in kept)
    places = [id_ for id_ in vocabulary().quadrants if id_ != NOT_FILLED_IN]
    return {start: {end: moved[start, end] for end in places} for start in places}


def _tie_jaccard(before: Map, after: Map, kept: set[str]) -> float | None:
    """Return the ties on both maps over those on either, among partners on both maps.

    0 (no tie stayed) to 1 (all stayed and none came); None where there is none on either map.
    """
    one, other = (
        {tie.ends for tie in whole.ties if tie.state == "yes" and tie.ends <= kept}
        for whole in (before, after)
    )
    return _share(len(one & other), len(one | other))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
