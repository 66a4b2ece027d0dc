"""Dates as people type them."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.models.dates import _MONTHS, read_date
from tests.each import each
from tests.sure import sure

TODAY = date(2026, 11, 28)


@each(
    "typed",
    [
        "15 december",
        "15 dec",
        "15 dec.",
        "15 December",
        "15 DEC",
        " 15  december ",
        "di 15 december",
        "dinsdag 15 dec",
        "op 15 december",
        "15e december",
        "15th of December",
        "December 15",
        "Dec. 15, 2026",
        "the 15th of december",
        "15 december 2026",
        "15 dec '26",
        "15 dec 26",
        "15-12",
        "15/12",
        "15.12.",
        "15-12-26",
        "15-12-2026",
        "15/12/2026",
        "15.12.2026",
        "15 12 2026",
        "15-dec-2026",
        "15\u201312\u20132026",
        "2026-12-15",
        "2026 december 15",
        "15 dec a.s.",
        "15 december as",
        "uiterlijk 15 december",
        "di 15 dec. aanstaande",
    ],
)
def test_the_fifteenth_of_december(typed: str) -> None:
    assert read_date(typed, TODAY, ahead=True) == date(2026, 12, 15)
    assert read_date(typed, TODAY) == date(2026, 12, 15)


@each(
    "typed",
    [
        *("", "december", "15", "32 december", "31-11-2026", "15-13-2026", "soon", "15 foo"),
        *("0-12", "15 december 20266", "15 december 1899", "1 2 3 4", "dec dec", "15 dec jan"),
        *("٣ mei", "-", "15 december foo", "1/2/3", "15-12-026", "29-2-2027"),
    ],
)
def test_what_is_no_date(typed: str) -> None:
    assert read_date(typed, TODAY) is None
    assert read_date(typed, TODAY, ahead=True) is None


def test_without_a_year_it_is_the_nearest_or_the_next() -> None:
    assert read_date("15 september", TODAY) == date(2026, 9, 15)
    assert read_date("15 september", TODAY, ahead=True) == date(2027, 9, 15)
    assert read_date("28 nov", TODAY, ahead=True) == TODAY
    assert read_date("27 nov", TODAY, ahead=True) == date(2027, 11, 27)
    assert read_date("3 jan", TODAY) == date(2027, 1, 3)
    assert read_date("29 feb", TODAY, ahead=True) == date(2028, 2, 29)
    assert read_date("29 feb", TODAY) == date(2028, 2, 29)


def test_every_day_of_a_year_in_every_word_for_its_month() -> None:
    for number in range(366):
        day = date(2028, 1, 1) + timedelta(days=number)
        for word in _MONTHS[day.month - 1]:
            for typed in (f"{day.day} {word} 2028", f"{word} {day.day} 2028", f"{day.day} {word}"):
                found = read_date(typed, day, ahead=True)
                assert found == day, typed


@each(
    "typed, day",
    [
        ("vandaag", (11, 28)),
        ("Morgen", (11, 29)),
        ("over twee weken", (12, 12)),
        ("over 2 weken", (12, 12)),
        ("binnen een week", (12, 5)),
        ("in three months", (2, 28)),
        ("over 10 dagen", (12, 8)),
        ("volgende week", (12, 4)),
        ("next week", (12, 4)),
        ("deze week", (11, 28)),
        ("eind volgende week", (12, 4)),
        ("volgende week dinsdag", (12, 1)),
        ("dinsdag volgende week", (12, 1)),
        ("dinsdag", (12, 1)),
        ("a.s. dinsdag", (12, 1)),
        ("zaterdag", (12, 5)),
        ("komende vrijdag", (12, 4)),
        ("eind januari", (1, 31)),
        ("end of the month", (11, 30)),
        ("eind volgende maand", (12, 31)),
    ],
)
def test_a_day_to_come_as_seen_from_today(typed: str, day: tuple[Any, Any]) -> None:
    found = sure(read_date(typed, TODAY, ahead=True))
    assert (found.month, found.day) == day
    assert found >= TODAY


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("gisteren", (11, 27)),
        ("vorige week dinsdag", (11, 17)),
        ("twee weken geleden", (11, 14)),
        ("three days ago", (11, 25)),
        ("dinsdag", (11, 24)),
        ("zaterdag jl.", (11, 28)),
    ],
)
def test_a_day_that_was_as_seen_from_today(typed: str, day: tuple[Any, Any]) -> None:
    found = read_date(typed, TODAY)
    assert (sure(found).month, sure(found).day) == day


@each(
    "typed",
    [
        *("na de kerstvakantie", "binnenkort", "over een paar weken", "volgende", "week"),
        *("vorige week", "over weken", "over 0 dagen", "over 1000 weken", "dinsdag woensdag"),
        *("in het voorjaar", "next", "de", "over twee", "eind", "eind week maart", "week week"),
    ],
)
def test_what_names_no_day_is_none(typed: str) -> None:
    assert read_date(typed, TODAY, ahead=True) is None
