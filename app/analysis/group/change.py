"""Begin and end of the same people: who stayed on their maps, and what went up or down."""

from collections.abc import Iterable, Sequence
from math import fsum
from typing import Any, Final

from app.analysis.composition import WEEKLY
from app.analysis.group.figures import IMPORTANT
from app.models.coded_map import CodedMap, CodedPartner

Pair = tuple[CodedMap, CodedMap]

MEANS: Final = ("kept", "new", "lost", "jaccard", "retention", "turnover")
SUMS: Final = (
    "frequency_up",
    "frequency_down",
    "importance_up",
    "importance_down",
    "quadrant_changes",
)
OVERALL: Final = ("confidence", "satisfaction_overall")


def pairs(begin: Iterable[CodedMap], end: Iterable[CodedMap]) -> list[Pair]:
    """Return the maps of those who handed in at both moments, in the order of the begin."""
    later = {one.respondent: one for one in end}
    return [(one, later[one.respondent]) for one in begin if one.respondent in later]


def change(both: Sequence[Pair]) -> dict[str, Any]:
    """Return the changes: means over the pairs, sums over kept partners, people up and down."""
    rows = [_of_pair(begin, end) for begin, end in both]
    return {
        "pairs": len(both),
        **{name: _mean([row[name] for row in rows]) for name in MEANS},
        **{name: sum(row[name] for row in rows) for name in SUMS},
        **{field.removesuffix("_overall"): _moved(both, field) for field in OVERALL},
    }


def _of_pair(begin: CodedMap, end: CodedMap) -> dict[str, Any]:
    then, now = ({p.mark: p for p in one.partners if p.frequency != 0} for one in (begin, end))
    both = [(then[mark], now[mark]) for mark in then if mark in now]
    kept, new, lost = len(both), len(now) - len(both), len(then) - len(both)
    every = kept + new + lost
    return {
        "kept": kept,
        "new": new,
        "lost": lost,
        "jaccard": kept / every if every else None,
        "retention": kept / len(then) if then else None,
        "turnover": (new + lost) / every if every else None,
        "frequency_up": sum(_step(a.frequency, b.frequency) > 0 for a, b in both),
        "frequency_down": sum(_step(a.frequency, b.frequency) < 0 for a, b in both),
        "importance_up": sum(_step(a.importance, b.importance) > 0 for a, b in both),
        "importance_down": sum(_step(a.importance, b.importance) < 0 for a, b in both),
        "quadrant_changes": sum(_place(a) != _place(b) for a, b in both if _rated(a) and _rated(b)),
    }


def _step(begin: int | None, end: int | None) -> int:
    """Return the steps between two answers; 0 where one of the two is missing."""
    return 0 if begin is None or end is None else end - begin


def _rated(partner: CodedPartner) -> bool:
    return partner.frequency is not None and partner.importance is not None


def _place(partner: CodedPartner) -> tuple[bool, bool]:
    return (partner.frequency or 0) >= WEEKLY, (partner.importance or 0) >= IMPORTANT


def _moved(both: Sequence[Pair], field: str) -> dict[str, int]:
    answers = [(getattr(begin, field), getattr(end, field)) for begin, end in both]
    steps = [end - begin for begin, end in answers if begin is not None and end is not None]
    return {
        "up": sum(step > 0 for step in steps),
        "same": sum(step == 0 for step in steps),
        "down": sum(step < 0 for step in steps),
    }


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fsum(known) / len(known) if known else None
