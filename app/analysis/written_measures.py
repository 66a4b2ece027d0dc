"""How the value of a measure is written, what it stands on, and whom it counts."""

from typing import TYPE_CHECKING

from app.analysis.columns import DASH
from app.analysis.measure_type import Measure
from app.analysis.measures import all_measures
from app.words import filled, joined, say
from app.words.dates_and_numbers import shown_number

if TYPE_CHECKING:
    from app.analysis.measures import Reading


def shown(reading: "Reading") -> str:
    """Format the value of a measure; a dash where it is undefined."""
    if reading.value is None:
        return DASH
    measure = all_measures()[reading.id]
    match measure.unit:
        case "part_of_answers":
            part = round(reading.value * reading.answered)
            return _part(str(part), reading.answered)
        case "part_of_range" if reading.range is not None:
            return _part(_bounds(reading, measure), round(reading.range[1]))
        case "percent":
            return _percent(reading)
    return _bounds(reading, measure)


def stands_on(reading: "Reading") -> str:
    """Describe the number of answers behind a measure, and its range."""
    parts = []
    if reading.answered < reading.of:
        text = say("Answered: {part} of {whole}.")
        parts.append(filled(text, whole=reading.of, part=reading.answered))
    if reading.range is not None and reading.tier > 1:
        low, high = (_compact(end) for end in reading.range)
        text = say("Between {low} and {high}.")
        parts.append(filled(text, low=low, high=high))
    return joined(parts, between=" ")


def _part(part: str, whole: int) -> str:
    text = say("{part} of {whole}")
    return filled(text, whole=whole, part=part)


def _percent(reading: "Reading") -> str:
    assert reading.value is not None
    low, high = reading.low, reading.high
    if low is None or high is None or round(100 * low) == round(100 * high):
        return f"{round(100 * reading.value)}%"
    return f"{round(100 * low)}–{round(100 * high)}%"


def _bounds(reading: "Reading", measure: Measure) -> str:
    assert reading.value is not None
    decimals = measure.decimals
    if not measure.spread or reading.low is None or reading.high is None:
        return shown_number(reading.value, decimals)
    low, high = shown_number(reading.low, decimals), shown_number(reading.high, decimals)
    return low if low == high else f"{low}–{high}"


def _compact(end: float) -> str:
    return shown_number(end, 0 if round(end, 9) == round(end) else 2)
