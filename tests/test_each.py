"""A test that walks through its cases tells each that fails, and with what."""

import pytest

from tests.each import each


def test_every_case_that_fails_is_told_and_none_is_left_out() -> None:
    seen = []

    @each("number, word", [(1, "one"), (2, "two"), (4, "four")])
    @each("sign", "+-")
    def is_odd(number: int, word: str, sign: str) -> None:
        seen.append((number, sign))
        assert number % 2, word

    with pytest.raises(ExceptionGroup, match="2 cases") as caught:
        is_odd()
    assert seen == [(number, sign) for number in (1, 2, 4) for sign in "+-"]
    told = [note for error in caught.value.exceptions for note in error.__notes__]
    assert [("'two'" in note, "'four'" in note) for note in told] == [(True, False), (False, True)]


@each("letter", "ab")
def test_fixtures_come_as_they_do_elsewhere(letter: str, tmp_path: object) -> None:
    assert letter in "ab"
    assert tmp_path is not None
