"""The words that more than one screen needs."""

import pytest

from app.exchange.pseudonyms import what_people_are_called
from app.language import install
from app.models.edit import Edit
from app.models.network import Partner
from app.words.catalog import filled
from app.words.edit_names import edit_name
from app.words.initials import initials
from app.words.listing import together
from tests.pictures import example


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
        ("mevrouw De Vries, intern begeleider", "MV"),
        (", logopedist", "L"),
        ("RT-er", "RT"),
        ("IB'er", "IB"),
        ("O'Brien", "O"),
        ("Jan-Piet", "JP"),
    ],
)
def test_what_stands_in_brackets_or_behind_a_comma_gives_initials_only_where_they_tell_people_apart(
    name: str, letters: str
) -> None:
    assert initials(name) == letters


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
def test_a_number_stands_whole_behind_letters_that_tell_the_kind(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize("language", ["nl", "en"])
def test_two_who_are_called_differently_have_other_initials(language: str) -> None:
    install(language)
    called = what_people_are_called(language)
    letters = {initials(f"{one} 1").casefold() for one in called}
    assert len(letters) == len(called) > 50
    assert {len(one) for one in letters} == {3}
    assert initials("Parents 1") == "Pa1"
    assert initials("Partner 1") == ("Pn1" if language == "en" else "Pa1")


def test_a_sentence_takes_a_name_as_it_is_and_keeps_its_own_direction() -> None:
    assert filled("{a} and {b}", a="{b}", b="Sam") == "{b} and Sam"
    assert filled("“{name}” removed.", name="שם") == "“\u2068שם\u2069” removed."
    assert filled("{n} of {unknown}", n=2) == "2 of {unknown}"


def test_names_from_right_to_left_are_isolated_in_a_list_and_behind_undo() -> None:
    partner = Partner(id="a", name="שם")
    edit = Edit(action="add_partner", before={"a": None}, after={"a": partner}, merge_key="")
    assert edit_name(edit, example(0)).endswith("\u2068שם\u2069")
    assert together(["Sam", "שם", "Noor"]) == "Sam, \u2068שם\u2069 and Noor"
