"""The words that more than one screen needs."""

import pytest

from app.views import words


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Directie", "D"),
        ("Ouders Sam", "OS"),
        ("IB", "IB"),
        ("juf Fatima (bso)", "JF"),
        ("juf Fatima (bso", "JF"),
        ("Ouders (Sam)", "OS"),
        ("(bso)", "B"),
        ("?", "?"),
        ("", ""),
    ],
)
def test_what_stands_in_brackets_gives_initials_only_where_they_tell_people_apart(name, letters):
    assert words.initials(name) == letters


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Directie 1", "Di1"),
        ("Duo- of parallelcollega 1", "DP1"),
        ("Leerling(en) 12", "Le12"),
        ("Intern begeleider 2", "IB2"),
        ("Kamer 101", "K1"),
        ("5", "5"),
    ],
)
def test_a_number_stands_whole_behind_letters_that_tell_the_kind(name, letters):
    assert words.initials(name) == letters
