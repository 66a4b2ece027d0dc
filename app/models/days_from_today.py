"""Days as seen from today: *morgen*, *over twee weken*, *dinsdag*, *volgende week*, *eind mei*.

A deadline that is a week or a month is its last day: the Friday of *volgende week*, the 31st of
*eind januari*. What names no day, such as *binnenkort* or *na de vakantie*, is none.
"""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

_NEAR: Final = {
    **dict.fromkeys(("vandaag", "today"), 0),
    **dict.fromkeys(("morgen", "tomorrow"), 1),
    "overmorgen": 2,
    **dict.fromkeys(("gisteren", "yesterday"), -1),
    "eergisteren": -2,
}
_NUMBERS: Final = (
    ("een", "één", "a", "an", "one"),
    ("twee", "two"),
    ("drie", "three"),
    ("vier", "four"),
    ("vijf", "five"),
    ("zes", "six"),
    ("zeven", "seven"),
    ("acht", "eight"),
    ("negen", "nine"),
    ("tien", "ten"),
)
_NUMBER: Final = {word: n for n, words in enumerate(_NUMBERS, 1) for word in words}
_DAYS: Final = ("dag", "dagen", "day", "days")
_WEEKS: Final = ("week", "weken", "weeks")
_MONTHS: Final = ("maand", "maanden", "month", "months")
_WEEKDAYS: Final = (
    ("maandag", "ma", "monday", "mon"),
    ("dinsdag", "di", "tuesday", "tue"),
    ("woensdag", "wo", "wednesday", "wed"),
    ("donderdag", "do", "thursday", "thu"),
    ("vrijdag", "vr", "friday", "fri"),
    ("zaterdag", "za", "saturday", "sat"),
    ("zondag", "zo", "sunday", "sun"),
)
_WEEKDAY: Final = {word: n for n, words in enumerate(_WEEKDAYS) for word in words}
_WHICH: Final = {
    **dict.fromkeys(("deze", "this"), 0),
    **dict.fromkeys(("volgende", "next"), 1),
    **dict.fromkeys(("vorige", "afgelopen", "last"), -1),
}
_SMALL: Final = frozenset(
    (
        *("op", "de", "van", "voor", "vóór", "tot", "uiterlijk", "aanstaande", "komende"),
        *("on", "the", "of", "by", "before", "until", "coming"),
    )
)
_FRIDAY: Final = 4
_FURTHEST: Final = 99


def day_said(
    words: Sequence[str], months: Mapping[str, int], today: date, *, ahead: bool
) -> date | None:
    """Return the day that these words mean, or None; `months` has the number of each by name."""
    match [word for word in words if word not in _SMALL]:
        case [near] if near in _NEAR:
            return today + timedelta(days=_NEAR[near])
        case ["over" | "in" | "binnen" | "within", number, unit]:
            return _later(today, number, unit, 1)
        case [number, unit, "geleden" | "ago"]:
            return _later(today, number, unit, -1)
        case ["eind" | "einde" | "end", *rest] if ahead:
            return _end(rest, months, today)
        case said:
            return _in_week(said, today, ahead=ahead)


def _later(today: date, number: str, unit: str, way: int) -> date | None:
    """Return the day so many days, weeks or months from today."""
    count = int(number) if number.isascii() and number.isdecimal() else _NUMBER.get(number, 0)
    if not 0 < count <= _FURTHEST:
        return None
    if unit in _MONTHS:
        return _in_month(today, way * count, today.day)
    size = 1 if unit in _DAYS else 7 if unit in _WEEKS else 0
    return today + timedelta(days=way * count * size) if size else None


def _end(rest: Sequence[str], months: Mapping[str, int], today: date) -> date | None:
    """Return the last day of a week or a month to come."""
    match rest:
        case [month] if month in months:
            return _in_month(today, (months[month] - today.month) % 12, 31)
        case ["maand" | "month"] | ["deze" | "this", "maand" | "month"]:
            return _in_month(today, 0, 31)
        case ["volgende" | "next", "maand" | "month"]:
            return _in_month(today, 1, 31)
        case ["week"]:
            return _in_week(["deze", "week"], today, ahead=True)
        case _:
            return _in_week(rest, today, ahead=True) if "week" in rest else None


def _in_week(said: Sequence[str], today: date, *, ahead: bool) -> date | None:
    """Return the day of *dinsdag*, *vorige week dinsdag* or *volgende week*."""
    which = [_WHICH[word] for word in said if word in _WHICH]
    days = [_WEEKDAY[word] for word in said if word in _WEEKDAY]
    weeks = sum(word == "week" for word in said)
    if len(which) + len(days) + weeks != len(said) or max(len(which), len(days), weeks) > 1:
        return None
    monday = today - timedelta(days=today.weekday())
    if which and days:
        return monday + timedelta(days=7 * which[0] + days[0])
    if days and not weeks:
        past = (today.weekday() - days[0]) % 7
        return today + timedelta(days=7 - past if ahead else -past)
    if not (ahead and which and weeks) or which[0] < 0:
        return None
    friday = monday + timedelta(days=7 * which[0] + _FRIDAY)
    return max(friday, today)


def _in_month(today: date, months: int, day: int) -> date:
    """Return a day so many months from this one, or the last where the month is shorter."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, min(day, monthrange(year, month + 1)[1]))
