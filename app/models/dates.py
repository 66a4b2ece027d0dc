"""Dates as people type them: 15-12-2026, 15 december, Dec 15, di 15 dec. '26, 15 dec a.s."""

import re
from datetime import date
from typing import Final

from app.models.days_from_today import day_said
from app.models.text_form import in_form

_MONTHS: Final = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb", "febr"),
    ("maart", "march", "mrt", "mar", "maa"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augustus", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTH: Final = {word: at for at, words in enumerate(_MONTHS, 1) for word in words}
_BESIDE: Final = (
    ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    ("ma", "di", "wo", "do", "vr", "za", "zo"),
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"),
    ("op", "de", "on", "the", "of"),
    ("uiterlijk", "voor", "vóór", "tot", "by", "before", "until"),
    ("aanstaande", "komende", "jongstleden", "coming"),
)
_DAYS: Final = frozenset(word for words in _BESIDE for word in words)
"""What may stand beside a date and says no more than it."""
_AHEAD: Final = re.compile(r"(?<!\w)(?:a\.?\s?s\.?|j\.?\s?l\.?)(?!\w)")
"""*a.s.* and *jl.*: said of a day to come, and of one that was."""
_ORDINAL: Final = re.compile(r"(\d{1,2})(?:e|de|ste|st|nd|rd|th)")
_FIRST, _LAST = 1900, 2999


def read_date(typed: str, today: date, *, ahead: bool = False) -> date | None:
    """Return the date somebody typed, in Dutch or English, or None where it is not one.

    Day comes before month where both are numbers. A date without a year is the one nearest to
    `today`, or with `ahead` the first one from today on. A day may be said as seen from today
    too: *volgende week*, *over twee weken*; what names no day (*na de vakantie*) is not one.
    """
    text = _AHEAD.sub(" ", in_form("NFKC", typed).casefold())
    parts = _parts(text)
    if parts is None:
        return day_said(re.findall(r"[^\W_]+", text), _MONTH, today, ahead=ahead)
    day, month, year = parts
    if year is not None:
        return _date(year, month, day)
    years = range(today.year - 4, today.year + 9)  # a leap day may be that far
    found = [at for at in (_date(year, month, day) for year in years) if at is not None]
    if ahead:
        found = [at for at in found if at >= today]
    return min(found, key=lambda at: abs(at - today), default=None)


def _parts(text: str) -> tuple[int, int, int | None] | None:
    """Return day, month and year (None where it is not said)."""
    words = [word for word in re.split(r"[\s,./\-\u2010-\u2015]+", text) if word]
    words = [word for word in words if word not in _DAYS]
    if not 2 <= len(words) <= 3:
        return None
    named = [at for at, word in enumerate(words) if word in _MONTH]
    if len(named) == 1:
        month = _MONTH[words.pop(named[0])]
        if named[0] == 2 or (len(words) == 2 and len(words[0]) == 4):
            words.reverse()  # 2026 december 15
        return _numbers(words[0], str(month), words[1] if len(words) == 2 else "")
    if named or any(not word.isascii() for word in words):
        return None
    if len(words[0]) == 4 and len(words) == 3:
        words.reverse()
    return _numbers(words[0], words[1], words[2] if len(words) == 3 else "")


def _numbers(day: str, month: str, year: str) -> tuple[int, int, int | None] | None:
    ordinal = _ORDINAL.fullmatch(day)
    day = ordinal[1] if ordinal else day
    year = year.removeprefix("'").removeprefix("\u2019")
    if not all(re.fullmatch(r"[0-9]{1,2}", one) for one in (day, month)):
        return None
    if year and not re.fullmatch(r"[0-9]{2}|[0-9]{4}", year):
        return None
    whole = int(year) + 2000 if len(year) == 2 else int(year or 0)
    return int(day), int(month), whole if year else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _FIRST <= year <= _LAST else None
    except ValueError:
        return None


def months_between(first: date, last: date) -> int:
    """Return how many whole months lie between two days."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)
