"""Begin and end of the same people, person by person: what went up or down, and how surely.

Nothing here is a sample, so that a test says little: below six pairs it can say nothing and is
left out, the others are corrected for how many there are, and whoever reads them is told so.
"""

from collections.abc import Callable, Mapping, Sequence
from math import comb, erfc, sqrt
from operator import attrgetter
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from app.analysis.composition import FAMILY, WEEKLY
from app.analysis.group.change import Pair
from app.analysis.group.pattern import PILOT
from app.models.coded_map import OVERALL, CodedMap, CodedPartner
from app.models.vocabulary import vocabulary

INTERVAL: Final = 95
"""How many percent of what is drawn again an interval holds."""
FEWEST_PAIRS: Final = 6
"""With five pairs the smallest p there is (two-sided) is 0.06."""

SURE: Final = 0.05

_MOST_EXACT: Final = 1000
"""Beyond so many who moved the distribution is as good as normal, and long to count."""
_RESAMPLED: Final = 2000
_SEED: Final = 20160901

Values = npt.NDArray[np.float64]
Answer = Callable[[CodedMap], float | None]
YesNo = Callable[[CodedMap], bool | None]


def measured() -> Mapping[str, Answer]:
    """Return the numbers of a map that can go up or down, by id."""
    return {
        "contacts": lambda one: len(_counting(one)),
        "outside_school_without_family": lambda one: sum(map(_is_outside, _counting(one))),
        "weekly_share": _weekly_share,
        **{field: attrgetter(field) for field in OVERALL},
    }


def asked() -> Mapping[str, YesNo]:
    """Return the yes or no answers of a map, by id: the kinds of the pilot of 2016."""
    found: dict[str, YesNo] = {}
    for kind in (kind for kinds in PILOT.values() for kind in kinds):
        found[f"weekly:{kind}"] = lambda one, kind=kind: _any(  # type: ignore[misc]
            None if p.frequency is None else p.frequency >= WEEKLY for p in _of(one, kind)
        )
        found[f"starred:{kind}"] = lambda one, kind=kind: _any(  # type: ignore[misc]
            p.named_important for p in _of(one, kind)
        )
    return found


def paired(both: Sequence[Pair]) -> dict[str, Any]:
    """Return per figure what went up and down, with its test; ready to be JSON.

    `p` is of a figure alone, `p_holm` after Holm over all `tests`; None where there is no test.
    """
    scales = {id_: _scale(both, of) for id_, of in measured().items()}
    switches = {id_: _switch(both, of) for id_, of in asked().items()}
    rows = [row for row in (*scales.values(), *switches.values()) if row["p"] is not None]
    for row, p in zip(rows, holm([row["p"] for row in rows]), strict=True):
        row["p_holm"] = p
    return {"tests": len(rows), "scales": scales, "yes_no": switches}


def _scale(both: Sequence[Pair], of: Answer) -> dict[str, Any]:
    values = [(of(begin), of(end)) for begin, end in both]
    known = [(a, b) for a, b in values if a is not None and b is not None]
    then, now = (np.array([pair[at] for pair in known], dtype=np.float64) for at in (0, 1))
    steps = np.round(now - then, 12)  # 2/3 by two ways is no step
    low, high = interval(steps) if len(known) >= FEWEST_PAIRS else (None, None)
    return {
        "pairs": len(known),
        "up": int((steps > 0).sum()),
        "same": int((steps == 0).sum()),
        "down": int((steps < 0).sum()),
        "median_begin": float(np.median(then)) if known else None,
        "median_end": float(np.median(now)) if known else None,
        "rank_biserial": rank_biserial(steps) if known else None,
        "low": low,
        "high": high,
        "p": sign_flip(steps) if len(known) >= FEWEST_PAIRS else None,
        "p_holm": None,
    }


def _switch(both: Sequence[Pair], of: YesNo) -> dict[str, Any]:
    values = [(of(begin), of(end)) for begin, end in both]
    known = [(a, b) for a, b in values if a is not None and b is not None]
    gained, lost = (
        sum(pair == moved for pair in known) for moved in ((False, True), (True, False))
    )
    return {
        "pairs": len(known),
        "begin": sum(a for a, _ in known),
        "end": sum(b for _, b in known),
        "gained": gained,
        "lost": lost,
        "p": mcnemar(gained, lost) if len(known) >= FEWEST_PAIRS else None,
        "p_holm": None,
    }


# Statistics.


def ranked(steps: Values) -> Values:
    """Return the rank of how far each pair moved; equals share the mean, zeros are kept."""
    _, place, count = np.unique(np.abs(steps), return_inverse=True, return_counts=True)
    ends = np.cumsum(count)
    return np.asarray((ends - (count - 1) / 2)[place], dtype=np.float64)


def rank_biserial(steps: Values) -> float:
    """Return the matched-pairs rank-biserial: 1 where everybody went up, -1 where down.

    Those who stayed count in the whole, so that one who moved among many is no large effect.
    """
    n = len(steps)
    return float((np.sign(steps) * ranked(steps)).sum() / (n * (n + 1) / 2))


def interval(steps: Values) -> tuple[float, float]:
    """Return the percentile interval of it from pairs drawn again, the same every time."""
    values, count = np.unique(steps, return_counts=True)
    n = len(steps)
    draws = np.random.default_rng(_SEED).multinomial(n, count / n, size=_RESAMPLED)
    sizes, place = np.unique(np.abs(values), return_inverse=True)
    of_size = np.zeros((_RESAMPLED, len(sizes)))
    for at, size in enumerate(place):
        of_size[:, size] += draws[:, at]
    ranks = np.cumsum(of_size, axis=1) - (of_size - 1) / 2
    found = (draws * np.sign(values) * ranks[:, place]).sum(axis=1) / (n * (n + 1) / 2)
    low, high = np.percentile(found, [(100 - INTERVAL) / 2, (100 + INTERVAL) / 2])
    return float(low), float(high)


def sign_flip(steps: Values) -> float:
    """Return the two-sided p of Wilcoxon's test, exactly: every sign as likely either way.

    Zeros are ranked with the others and have no sign to flip (Pratt 1959).
    """
    ranks = np.round(2 * ranked(steps)[steps != 0]).astype(np.int64)  # halves become whole
    most, up = int(ranks.sum()), int(np.round(2 * ranked(steps)[steps > 0]).sum())
    far = max(up, most - up)
    if not len(ranks):
        return 1.0
    if len(ranks) > _MOST_EXACT:
        away = max(0.0, 2 * far - most - 1)
        return float(erfc(away / sqrt(2 * float((ranks.astype(np.float64) ** 2).sum()))))
    chance = np.zeros(most + 1)
    chance[0] = 1.0
    for rank in ranks:
        chance[rank:] = (chance[rank:] + chance[:-rank]) / 2  # the right side is made first
        chance[:rank] /= 2
    return min(1.0, 2 * float(chance[far:].sum()))


def mcnemar(gained: int, lost: int) -> float:
    """Return the exact two-sided p that as many gain something as lose it."""
    n = gained + lost
    tail = sum(comb(n, at) for at in range(max(gained, lost), n + 1))
    return min(1.0, float(2 * tail / 2**n)) if n < 1000 else _normal(gained, lost)


def _normal(gained: int, lost: int) -> float:
    return float(erfc(max(0, abs(gained - lost) - 1) / sqrt(2 * (gained + lost))))


def holm(ps: Sequence[float]) -> list[float]:
    """Return each p after Holm's correction for how many there are, in the same order."""
    found, before = [0.0] * len(ps), 0.0
    for place, at in enumerate(sorted(range(len(ps)), key=lambda at: ps[at])):
        before = max(before, min(1.0, ps[at] * (len(ps) - place)))
        found[at] = before
    return found


# What is looked at of a map.


def _counting(one: CodedMap) -> list[CodedPartner]:
    return [p for p in one.partners if p.frequency != 0]


def _of(one: CodedMap, kind: str) -> list[CodedPartner]:
    return [p for p in _counting(one) if p.kind == kind]


def _is_outside(partner: CodedPartner) -> bool:
    setting = partner.setting
    return setting is not None and setting != FAMILY and not vocabulary().is_inside(setting)


def _weekly_share(one: CodedMap) -> float | None:
    known = [p.frequency >= WEEKLY for p in _counting(one) if p.frequency is not None]
    return sum(known) / len(known) if known else None


def _any(answers: Any) -> bool | None:
    """Tell whether one is so; None where there are some and none was answered."""
    given = list(answers)
    known = [answer for answer in given if answer is not None]
    return None if given and not known else any(known)
