"""The figures of a group, exactly: for whoever may see them, and for the rule that guards them.

A partner counts when the frequency is not 0, a respondent *has* a kind with at least one partner
of it that counts. Quadrants stand at the fixed cuts, whatever a map's own are: the same place
means the same for everybody. Everything counts respondents unless it says partners.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from app.analysis.batch.arrays import MISSING, Batch, Truth, Whole, focuses, kinds, settings
from app.analysis.composition import FAMILY, WEEKLY
from app.analysis.gaps import LESS_NAMED, LESS_OFTEN
from app.models.coded_map import OWN_WORDS
from app.models.network import Network, rules_of
from app.models.vocabulary import vocabulary

IMPORTANT: Final = vocabulary().scales["importance"].cut
"""From this importance on somebody is important to a group, whatever a map's own cut."""

NETWORK: Final = "education_network"
TOP: Final = 3

QUADRANTS: Final = ("important_often", LESS_OFTEN, LESS_NAMED, "background")
FOCUS: Final = ("individual", "preventive", "organisation", "mixed", "unknown")

Figures = dict[str, Any]


def figures(whole: Batch) -> Figures:
    """Return the figures of a group at one moment; None is undefined. Ready to be JSON."""
    counted = whole.only(whole.counts)
    inside = _numbers(id_ for id_ in settings() if vocabulary().is_inside(id_))
    placed = counted.setting != MISSING
    outside = placed & ~np.isin(counted.setting, inside)
    others = outside & (counted.setting != settings().index(FAMILY))
    per_kind = _parts(counted, counted.kind, kinds())
    return {
        "respondents": whole.maps,
        "contacts": spread(_per_map(counted, np.ones_like(placed))),
        "outside_school": spread(_per_map(counted, outside)),
        "outside_school_without_family": spread(_per_map(counted, others)),
        "weekly_share": _weekly_share(counted),
        "kinds": {id_: part for id_, part in per_kind.items() if part["have"]},
        "settings": _parts(counted, counted.setting, settings()),
        "top_three": top_three({id_: part["have"] for id_, part in per_kind.items()}),
        "satisfaction": _answered(whole, "satisfaction_overall"),
        "importance": _importance(whole.overall["importance_overall"]),
    } | {"own_expertise": _answered(whole, "own_expertise")}


def spread(values: npt.NDArray[Any]) -> Figures:
    """Return mean, standard deviation (n - 1) and quartiles (R's type 7) of numbers."""
    n = len(values)
    q1, median, q3 = np.percentile(values, [25, 50, 75]) if n else [None] * 3
    return {
        "n": n,
        "mean": float(values.mean()) if n else None,
        "sd": float(values.std(ddof=1)) if n > 1 else None,
        "median": None if median is None else float(median),
        "q1": None if q1 is None else float(q1),
        "q3": None if q3 is None else float(q3),
        "minimum": int(values.min()) if n else None,
        "maximum": int(values.max()) if n else None,
    }


def _numbers(ids: Any) -> Whole:
    return np.array([settings().index(id_) for id_ in ids], dtype=np.int64)


def _per_map(counted: Batch, chosen: Truth) -> Whole:
    return np.bincount(counted.owner[chosen], minlength=counted.maps)


def _weekly_share(counted: Batch) -> Figures:
    known = counted.frequency != MISSING
    weekly = counted.frequency >= WEEKLY
    answered, often = _per_map(counted, known), _per_map(counted, weekly)
    there = answered > 0
    return {
        "mean_of_shares": float((often[there] / answered[there]).mean()) if there.any() else None,
        "pooled": int(weekly.sum()) / int(known.sum()) if known.any() else None,
    }


def _parts(counted: Batch, part: Whole, ids: Sequence[str]) -> dict[str, Figures]:
    """Return the figures of each part (a kind or a setting) a partner can be of."""
    table = _Table(counted, part, len(ids))
    known = counted.frequency != MISSING
    weekly = counted.frequency >= WEEKLY
    important = counted.importance >= IMPORTANT
    rated = known & (counted.importance != MISSING)
    quadrants = {
        "important_often": rated & important & weekly,
        LESS_OFTEN: rated & important & ~weekly,
        LESS_NAMED: rated & ~important & weekly,
        "background": rated & ~important & ~weekly,
    }
    everybody = np.ones_like(known)
    columns: dict[str, Any] = {
        "have": table.respondents(everybody),
        "known": table.respondents(known),
        "weekly": table.respondents(weekly),
        "starred": table.respondents(counted.star == 1),
        "important": table.respondents(important),
        "known_importance": table.respondents(counted.importance != MISSING),
        "partners": table.partners(everybody),
        "partners_known": table.partners(known),
        "partners_weekly": table.partners(weekly),
        "mean_frequency": table.means(counted.frequency),
        "mean_importance": table.means(counted.importance),
        "quadrants": {id_: table.respondents(quadrants[id_]) for id_ in QUADRANTS},
        "focus": _focus(table, counted.focus),
    }
    return {id_: _row(columns, number) for number, id_ in enumerate(ids)}


def _row(columns: dict[str, Any], number: int) -> Figures:
    return {
        name: _row(column, number) if isinstance(column, dict) else column[number]
        for name, column in columns.items()
    }


class _Table:
    """Respondents by parts: whoever has at least one such partner of a part, and means of those."""

    def __init__(self, counted: Batch, part: Whole, parts: int) -> None:
        self._of_a_part = part != MISSING
        self._cell = counted.owner * parts + part
        self._shape = counted.maps, parts

    def partners(self, chosen: Truth) -> list[int]:
        """Count the chosen partners of each part."""
        return [int(n) for n in self._sum(chosen).sum(axis=0)]

    def respondents(self, chosen: Truth) -> list[int]:
        """Count the respondents with at least one chosen partner of each part."""
        return [int(n) for n in self.has(chosen).sum(axis=0)]

    def has(self, chosen: Truth) -> Truth:
        """Return per respondent and part whether there is a chosen partner."""
        found: Truth = self._sum(chosen) > 0
        return found

    def means(self, answers: Whole) -> list[float | None]:
        """Return per part the mean of the respondents' own means; each counts once."""
        answered = answers != MISSING
        number = self._sum(answered)
        total = self._sum(answered, answers)
        there = number > 0
        own = np.divide(total, number, out=np.zeros(self._shape), where=there)
        of = there.sum(axis=0)
        return [
            float(sum_) / int(n) if n else None for sum_, n in zip(own.sum(axis=0), of, strict=True)
        ]

    def _sum(self, chosen: Truth, values: Whole | None = None) -> npt.NDArray[Any]:
        taken = self._of_a_part & chosen
        weights = None if values is None else values[taken]
        rows, parts = self._shape
        found = np.bincount(self._cell[taken], weights, minlength=rows * parts)
        return found.reshape(self._shape)


def _focus(table: _Table, focus: Whole) -> dict[str, list[int]]:
    """Return the focus of respondents on a part: pupils only, groups only, or otherwise."""
    answers = {id_: table.has(focus == number) for number, id_ in enumerate(focuses())}
    have = table.has(np.ones(len(focus), dtype=bool))
    any_ = np.zeros_like(have)
    for there in answers.values():
        any_ |= there
    only = {
        id_: there & ~np.any([o for other, o in answers.items() if other != id_], axis=0)
        for id_, there in answers.items()
    }
    found = {
        "individual": only["pupil"],
        "preventive": only["group"],
        "organisation": only["organisation"],
    }
    found["mixed"] = any_ & ~found["individual"] & ~found["preventive"] & ~found["organisation"]
    found["unknown"] = have & ~any_
    return {name: [int(n) for n in found[name].sum(axis=0)] for name in FOCUS}


def top_three(have: Mapping[str, int]) -> list[list[str]]:
    """Return the kinds outside school, family and education most have; equals share a place."""
    known = vocabulary().kinds
    those = {
        id_: n
        for id_, n in have.items()
        if n
        and id_ != OWN_WORDS
        and known[id_].setting not in (FAMILY, NETWORK)
        and not vocabulary().is_inside(known[id_].setting)
    }
    places: list[list[str]] = []
    for number in sorted(set(those.values()), reverse=True):
        if sum(map(len, places)) >= TOP:
            break
        places.append([id_ for id_, n in those.items() if n == number])
    return places


def parts_of_scale(field: str) -> dict[str, tuple[int, int]]:
    """Return the first and last answer below the middle one of a scale, of it, and above it."""
    rule = rules_of(Network)[field]
    middle = (rule.least + rule.most) // 2
    return {
        "low": (rule.least, middle - 1),
        "middle": (middle, middle),
        "high": (middle + 1, rule.most),
    }


def _answered(whole: Batch, field: str) -> Figures:
    answers = whole.overall[field]
    valid = answers[answers != MISSING]
    return {"valid": len(valid)} | {
        name: int(((valid >= first) & (valid <= last)).sum())
        for name, (first, last) in parts_of_scale(field).items()
    }


def _importance(answers: Whole) -> Figures:
    valid = answers[answers != MISSING]
    return {"valid": len(valid), "high": int((valid >= IMPORTANT).sum())}
