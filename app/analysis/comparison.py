"""Two maps of one teacher beside each other: who stayed, who came and went, and what changed.

Partners are matched by their id, which stays through renaming. Only partners who count are
matched (`counted`): a wished partner is nobody yet. Changes between two moments describe those
two maps; they are no effect of anything.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypedDict

from app.analysis.composition import Composition, counted, only_wished
from app.analysis.distance import bray_curtis, signature_distance
from app.analysis.gaps import NOT_FILLED_IN, quadrant, wish_steps
from app.models.misspelling import is_same_but_for_slips
from app.models.moments import MERGED
from app.models.network import Departure, Hindsight, Map, Partner
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
    hindsight: Hindsight | None = None
    """How the earlier map rates them with later eyes; no part of any figure."""

    @property
    def is_renamed(self) -> bool:
        """Tell whether they are called something else now; a slip put right is no other name."""
        return not is_same_but_for_slips(self.before.name, self.after.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What became of a map between two moments."""

    kept: tuple[Shift, ...]
    """In the order of the later map, as is `new`; `lost` is in that of the earlier one."""
    new: tuple[Partner, ...]
    lost: tuple[Partner, ...]
    unmet: tuple[Partner, ...]
    """Those of `lost` who stand on the later map, without contact: gone from the figures alone."""
    waiting: frozenset[str]
    """Who stand on the earlier map without contact, by id."""
    merged: tuple[Partner, ...]
    """Those of the earlier map who turned out to be another partner: neither kept nor lost."""
    wishes_met: tuple[Partner, ...]
    """Partners without contact before, with whom the owner said to want it, and has it now."""
    reasons: Mapping[str, str]
    """Why those lost are not there any more, by id, as far as the later map says."""
    successors: Mapping[str, Partner]
    """Who took the place of whom: the partner of the later map by the id of the one lost."""
    ties_made: tuple[tuple[Partner, Partner], ...]
    """Who of those kept know each other on the later map and did not on the earlier one.

    That they did not is known where the earlier map has its lines drawn, and does not say *I do
    not know* of them.
    """
    ties_gone: tuple[tuple[Partner, Partner], ...]
    """The other way around. Both as the later map has the partners."""
    ties_before: int | None
    """How many pairs of those kept know each other on the earlier map; None: not asked there."""
    ties_after: int | None
    jaccard: float | None
    retention: float | None
    turnover: float | None
    net_change: int
    quadrant_table: Mapping[str, Mapping[str, int]]
    """How many kept partners went from a quadrant (outer key) to another."""
    tie_jaccard_kept: float | None
    """Ties on both maps over those on either, among partners on both: 0 (none stayed) to 1.

    None unless both maps have their lines drawn.
    """
    setting_changes: Mapping[str, int]
    """How many partners more (or fewer) there are in each setting."""
    ei_change: float | None
    """How far the E-I index of partners rose: -2 to 2, above 0 is further outside the school."""
    iqv_change: float | None
    """How far the spread over the settings rose: -1 to 1, above 0 is more even."""
    bray_curtis_settings: float | None
    signature_jsd: float | None

    @property
    def gone(self) -> tuple[Partner, ...]:
        """Return the partners who are not on the later map at all."""
        still = {partner.id for partner in self.unmet}
        return tuple(partner for partner in self.lost if partner.id not in still)

    @property
    def first_contact(self) -> tuple[Partner, ...]:
        """Return those of `new` who stood on the earlier map, where there was no contact yet."""
        return tuple(p for p in self.new if p.id in self.waiting and p.frequency is not None)

    @property
    def newcomers(self) -> tuple[Partner, ...]:
        """Return the partners who are not on the earlier map at all."""
        return tuple(partner for partner in self.new if partner.id not in self.waiting)

    @property
    def kept_rated(self) -> int:
        """Count the kept partners with frequency and importance on both maps."""
        return sum(shift.quadrant_after is not None for shift in self.kept)

    @property
    def quadrant_changes(self) -> int:
        """Count the kept partners in another quadrant."""
        return sum(shift.quadrant_before != shift.quadrant_after for shift in self.kept)

    @property
    def frequency_up(self) -> int:
        """Count the kept partners with more contact."""
        return sum((shift.frequency or 0) > 0 for shift in self.kept)

    @property
    def frequency_down(self) -> int:
        """Count the kept partners with less contact."""
        return sum((shift.frequency or 0) < 0 for shift in self.kept)

    @property
    def importance_up(self) -> int:
        """Count the kept partners whose importance is rated higher."""
        return sum((shift.importance or 0) > 0 for shift in self.kept)

    @property
    def importance_down(self) -> int:
        """Count the kept partners whose importance is rated lower."""
        return sum((shift.importance or 0) < 0 for shift in self.kept)

    @property
    def satisfaction_up(self) -> int:
        """Count the kept partners with higher satisfaction."""
        return sum((shift.satisfaction or 0) > 0 for shift in self.kept)

    @property
    def satisfaction_down(self) -> int:
        """Count the kept partners with lower satisfaction."""
        return sum((shift.satisfaction or 0) < 0 for shift in self.kept)

    @property
    def wishes_realised(self) -> int:
        """Count the kept partners whose contact changed as wished."""
        return sum(shift.wish_realised is True for shift in self.kept)


def comparison(before: Map, after: Map) -> Comparison:
    """Compare two maps of the same teacher: `before` and `after`."""
    merged = {d.partner for d in after.all_of(Departure) if d.reason == MERGED}
    everybody, now = counted(before), counted(after)
    then = [partner for partner in everybody if partner.id not in merged]
    earlier = {partner.id: partner for partner in then}
    later = {partner.id: partner for partner in now}
    who_then, who_now = Composition(then), Composition(now)
    hindsights = {hindsight.partner: hindsight for hindsight in before.all_of(Hindsight)}
    kept = tuple(
        _shift(earlier[id_], partner, before, after, hindsights.get(id_))
        for id_, partner in later.items()
        if id_ in earlier
    )
    new = tuple(partner for id_, partner in later.items() if id_ not in earlier)
    lost = tuple(partner for id_, partner in earlier.items() if id_ not in later)
    union = len(kept) + len(new) + len(lost)
    waiting = only_wished(before)
    wished = {partner.id for partner in waiting if partner.wished_frequency}
    gone = {partner.id for partner in lost}
    return Comparison(
        kept=kept,
        new=new,
        lost=lost,
        unmet=tuple(partner for partner in only_wished(after) if partner.id in earlier),
        merged=tuple(partner for partner in everybody if partner.id in merged),
        waiting=frozenset(partner.id for partner in waiting),
        wishes_met=tuple(partner for partner in new if partner.id in wished and partner.frequency),
        reasons={
            departure.partner: departure.reason
            for departure in after.all_of(Departure)
            if departure.partner in gone and departure.reason is not None
        },
        successors={p.successor_of: p for p in new if p.successor_of in gone},
        **_of_ties(before, after, kept),
        jaccard=_share(len(kept), union),
        retention=_share(len(kept), len(earlier)),
        turnover=_share(len(new) + len(lost), union),
        net_change=len(later) - len(earlier),
        quadrant_table=_table(kept),
        setting_changes={
            key: who_now.setting_counts[key] - count
            for key, count in who_then.setting_counts.items()
        },
        ei_change=_difference(who_then.ei_heads, who_now.ei_heads),
        iqv_change=_difference(who_then.iqv, who_now.iqv),
        bray_curtis_settings=bray_curtis(then, now),
        signature_jsd=signature_distance(then, now),
    )


_PLAIN: Final = (
    "jaccard",
    "retention",
    "turnover",
    "net_change",
    "frequency_up",
    "frequency_down",
    "importance_up",
    "importance_down",
    "satisfaction_up",
    "satisfaction_down",
    "kept_rated",
    "quadrant_changes",
    "wishes_realised",
    "tie_jaccard_kept",
    "ei_change",
    "iqv_change",
    "bray_curtis_settings",
    "signature_jsd",
)
"""The figures of a comparison that are plain values."""


def figures(before: Map, after: Map) -> dict[str, Any]:
    """Return the comparison of two maps of one teacher as plain values, ready for JSON.

    People are ids. Undefined figures are None.
    """
    from app.analysis.standings import standings  # networkx: only where ties are asked about

    found, there = comparison(before, after), standings(before, after)
    return {
        "kept": [shift.after.id for shift in found.kept],
        "new": [partner.id for partner in found.new],
        "lost": [partner.id for partner in found.lost],
        "merged": [partner.id for partner in found.merged],
        **{name: getattr(found, name) for name in _PLAIN},
        "quadrant_table": {start: dict(row) for start, row in found.quadrant_table.items()},
        "setting_changes": dict(found.setting_changes),
        "n_before": there.size_before,
        "n_after": there.size_after,
        "positions": [
            {"partner": one.partner.id}
            | {
                f"{measure}_{name}": getattr(getattr(one, measure), name)
                for measure in ("degree", "betweenness")
                for name in ("before", "after", "rank_before", "rank_after", "rank_change")
            }
            for one in there.kept
        ],
    }


def _shift(
    before: Partner, after: Partner, earlier: Map, later: Map, hindsight: Hindsight | None
) -> Shift:
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
        hindsight=hindsight,
    )


def _steps(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else after - before


def _difference(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else after - before


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _table(kept: Sequence[Shift]) -> dict[str, dict[str, int]]:
    moved = Counter((shift.quadrant_before, shift.quadrant_after) for shift in kept)
    places = [id_ for id_ in vocabulary().quadrants if id_ != NOT_FILLED_IN]
    return {start: {end: moved[start, end] for end in places} for start in places}


class _OfTies(TypedDict):
    """What of a `Comparison` is about who knows whom."""

    ties_made: tuple[tuple[Partner, Partner], ...]
    ties_gone: tuple[tuple[Partner, Partner], ...]
    ties_before: int | None
    ties_after: int | None
    tie_jaccard_kept: float | None


def _of_ties(before: Map, after: Map, kept: Sequence[Shift]) -> _OfTies:
    """Compare the ties among the partners who are on both maps."""
    stayed = {shift.after.id for shift in kept}
    then, now = _ties(before, stayed), _ties(after, stayed)
    drawn = before.network.lines_drawn, after.network.lines_drawn
    made = now - _ties(before, stayed, unknown_too=True) if drawn[0] else set()
    over = then - _ties(after, stayed, unknown_too=True) if drawn[1] else set()
    return {
        "ties_made": _pairs(made, kept),
        "ties_gone": _pairs(over, kept),
        "ties_before": len(then) if drawn[0] else None,
        "ties_after": len(now) if drawn[1] else None,
        "tie_jaccard_kept": _share(len(then & now), len(then | now)) if all(drawn) else None,
    }


def _ties(whole: Map, ids: set[str], *, unknown_too: bool = False) -> set[frozenset[str]]:
    """Return the certain ties of a map among some partners, each as its two ends."""
    return {
        tie.ends for tie in whole.ties if (unknown_too or tie.state == "yes") and tie.ends <= ids
    }


def _pairs(ties: set[frozenset[str]], kept: Sequence[Shift]) -> tuple[tuple[Partner, Partner], ...]:
    people = [shift.after for shift in kept]
    return tuple(
        (one, other)
        for place, one in enumerate(people)
        for other in people[place + 1 :]
        if frozenset((one.id, other.id)) in ties
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
