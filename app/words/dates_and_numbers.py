"""How dates and numbers are written, in the language of the person."""

from datetime import date
from typing import Final

from app.words import current_language, marked, say

_MONTHS: Final = (
    marked("January"),
    marked("February"),
    marked("March"),
    marked("April"),
    marked("May"),
    marked("June"),
    marked("July"),
    marked("August"),
    marked("September"),
    marked("October"),
    marked("November"),
    marked("December"),
)


def shown_date(moment: date | None) -> str:
    """Return a date as people write it, or nothing."""
    if moment is None:
        return ""
    month = say(_MONTHS[moment.month - 1])
    return say("{day} {month} {year}", day=moment.day, month=month, year=moment.year)


_DUTCH: Final = str.maketrans(",.", ".,")


def shown_number(value: float, decimals: int) -> str:
    """Return a number as people write it here, half rounded away from zero, with a real minus."""
    scale = 10**decimals
    rounded = int(abs(value) * scale + 0.5 + 1e-9) / scale
    written = f"{rounded:,.{decimals}f}"
    if current_language() == "nl":
        written = written.translate(_DUTCH)
    return f"−{written}" if value < 0 and rounded else written
