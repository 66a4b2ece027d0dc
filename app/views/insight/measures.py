"""How the value of a measure is written, what it stands on, and whom it counts."""

from typing import TYPE_CHECKING, Final

from app.models.vocabulary import vocabulary
from app.views.insight.columns import DASH, number
from app.words import filled, joined, say

if TYPE_CHECKING:
    from app.analysis.measures import Reading
    from app.views.insight.seen import Seen

_SHARES: Final = ("external_share", "weekly_share", "named_share", "top_share", "density")
_COUNTS: Final = (
    "size",
    "notable",
    "wish_more",
    "wish_less",
    "wish_same",
    "isolates",
    "components",
    "largest_component",
    "hinge_partners",
    "coordinator",
    "consultant",
    "gatekeeper",
    "liaison",
)


def shown(reading: "Reading") -> str:
    """Return how the value of a measure is written; a dash where it is undefined."""
    if reading.value is None:
        return DASH
    value, of = reading.value, reading.of
    if reading.id in ("external_share", "weekly_share", "named_share"):
        part = round(value * reading.answered)
        text = say("{part} of {whole}")
        return filled(text, whole=reading.answered, part=part)
    if reading.id == "concordant" and reading.range is not None:
        of = round(reading.range[1])
    if reading.id in ("pairs_only_through_me", "concordant"):
        text = say("{part} of {whole}")
        return filled(text, whole=of, part=_bounds(reading, 0))
    if reading.id in _SHARES:
        return _percent(reading)
    if reading.id in _COUNTS or reading.id.startswith("setting_"):
        return _bounds(reading, 0)
    return _bounds(reading, {"ego_betweenness": 0, "mean_degree": 1}.get(reading.id, 2))


def stands_on(reading: "Reading") -> str:
    """Return on how many answers a measure stands, and its range."""
    parts = []
    if reading.answered < reading.of:
        text = say("{part} of {whole} filled in")
        parts.append(filled(text, whole=reading.of, part=reading.answered))
    if reading.range is not None and reading.tier > 1:
        low, high = (_compact(end) for end in reading.range)
        text = say("can be {low} to {high}")
        parts.append(filled(text, low=low, high=high))
    return joined(parts, between=" · ")


def people_of(reading: "Reading", seen: "Seen") -> tuple[str, ...]:
    """Return the ids of the partners a measure counts; empty where it counts none."""
    measure, rows = reading.id, seen.gaps.rows
    counted = [row for row in rows if row.partner.frequency != 0]
    if measure.startswith("setting_"):
        setting = measure.removeprefix("setting_")
        found = [row for row in counted if row.partner.setting == setting]
    elif measure == "size":
        found = counted
    elif measure == "external_share":
        inside = vocabulary().is_inside
        found = [r for r in counted if r.partner.setting and not inside(r.partner.setting)]
    elif measure == "weekly_share":
        found = [row for row in counted if (row.partner.frequency or 0) >= 4]
    elif measure == "named_share":
        found = [row for row in counted if row.partner.named_important]
    elif measure == "notable":
        found = [row for row in counted if row.partner.id in seen.notable]
    elif measure in ("wish_more", "wish_less", "wish_same"):
        sign = {"wish_more": 1, "wish_less": -1, "wish_same": 0}[measure]
        found = [
            row
            for row in rows
            if row.wish_steps is not None and (row.wish_steps > 0) - (row.wish_steps < 0) == sign
        ]
    elif measure == "isolates":
        return seen.structure.isolates.sure
    elif measure == "hinge_partners":
        return seen.structure.hinges
    elif measure == "largest_component":
        return seen.structure.components.sure[0]
    else:
        found = []
    return tuple(row.partner.id for row in found)


def _percent(reading: "Reading") -> str:
    assert reading.value is not None
    low, high = reading.low, reading.high
    if low is None or high is None or round(100 * low) == round(100 * high):
        return f"{round(100 * reading.value)} %"
    return f"{round(100 * low)}–{round(100 * high)} %"


def _bounds(reading: "Reading", decimals: int) -> str:
    assert reading.value is not None
    if reading.id == "tau_b" or reading.low is None or reading.high is None:
        return number(reading.value, decimals)
    low, high = number(reading.low, decimals), number(reading.high, decimals)
    return low if low == high else f"{low}–{high}"


def _compact(end: float) -> str:
    return number(end, 0 if round(end, 9) == round(end) else 2)
