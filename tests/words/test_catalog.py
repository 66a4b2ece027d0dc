"""What is said: looked up once, with its places filled in one go."""

from collections.abc import Iterator

import pytest

from app.words import current_language, filled, joined, say, say_in, say_n, speak


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = current_language()
    yield
    speak(before)


def test_english_stands_in_the_code() -> None:
    speak("en")
    assert current_language() == "en"
    assert say("Untitled map") == "Untitled map"


def test_dutch_comes_from_the_catalogue() -> None:
    speak("nl")
    assert say("Importance") == "Belang"


def test_one_word_with_two_meanings_has_two_words_in_dutch() -> None:
    speak("nl")
    assert say_in("Words", "Place") != say_in("Words", "Placed elsewhere")


@pytest.mark.parametrize(
    ("n", "expected"), [(0, "0 partners"), (1, "1 partner"), (2, "2 partners")]
)
def test_numbers_have_the_form_of_the_language(n: int, expected: str) -> None:
    speak("nl")
    assert say_n("1 partner", "{n} partners", n) == expected


def test_what_a_person_typed_is_not_looked_through_for_places() -> None:
    assert filled("{a} and {b}", a="{b}", b="Sam") == "{b} and Sam"


def test_a_place_that_is_not_given_stays() -> None:
    assert filled("{a} and {b}", a=1) == "1 and {b}"
    assert filled("50 % {") == "50 % {"


def test_a_name_written_from_right_to_left_turns_no_list() -> None:
    assert joined(("Sam", "שרה", 3)) == "Sam, \u2068שרה\u2069, 3"
    assert joined(("Sam", "Noor"), between=" - ") == "Sam - Noor"
