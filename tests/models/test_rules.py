"""What a field may hold, and how typed or pasted words are made to fit it."""

from dataclasses import Field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models import rules
from app.models.rules import NAME_LENGTH, TEXT_LENGTH, cleaned, cleaned_text
from tests.sure import as_a


def rule(declared: Field[Any]) -> rules.Rule:
    return as_a(rules.Rule, declared.metadata["rule"])


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_is_pasted_becomes_a_line_or_nothing(pasted: str) -> None:
    line = cleaned(pasted)
    assert rule(rules.line()).is_kept_by(line)
    assert line == "" or rule(rules.name()).is_kept_by(line)
    assert cleaned(line) == line


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_is_pasted_becomes_a_text(pasted: str) -> None:
    text = cleaned_text(pasted)
    assert rule(rules.text()).is_kept_by(text)
    assert cleaned_text(text) == text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  Ouders   Sam ", "Ouders Sam"),
        ("a\r\nb\tc", "a b c"),
        ("een\u00a0twee\u2028drie", "een twee drie"),
        ("nul\0", "nul"),
        ("half\ud800", "half"),
        ("👩‍👧 Noor", "👩‍👧 Noor"),
        ("x" * (NAME_LENGTH + 5), "x" * NAME_LENGTH),
        ("x" * (NAME_LENGTH - 1) + " y", "x" * (NAME_LENGTH - 1)),
    ],
)
def test_a_name_is_cleaned(typed: str, expected: str) -> None:
    assert cleaned(typed) == expected


def test_a_text_keeps_its_lines_and_loses_controls() -> None:
    assert cleaned_text("a\r\nb\rc\td\x07\u2028") == "a\nb\nc\td"
    assert len(cleaned_text("x" * (TEXT_LENGTH + 9))) == TEXT_LENGTH


@pytest.mark.parametrize(
    ("declared", "stored_as", "optional"),
    [
        (rules.number(1, 5), "integer", True),
        (rules.number(1, 5, default=3), "integer", False),
        (rules.choice("energy"), "text", True),
        (rules.choice("tie_state", default="yes"), "text", False),
        (rules.several("forms"), "list", False),
        (rules.identifiers(), "list", False),
        (rules.path(), "list", False),
        (rules.identifier(), "text", False),
        (rules.identifier(optional=True), "text", True),
        (rules.switch(), "boolean", False),
        (rules.day(), "date", True),
        (rules.coordinate(), "real", True),
        (rules.coordinate(0.0), "real", False),
        (rules.angle(), "real", True),
    ],
)
def test_a_rule_knows_how_it_is_stored_and_whether_it_may_be_unanswered(
    declared: Field[Any], stored_as: str, optional: bool
) -> None:
    assert rule(declared).stored_as == stored_as
    assert rule(declared).is_kept_by(None) is optional


def test_a_list_of_ids_holds_each_once_and_not_too_many() -> None:
    of = rule(rules.identifiers())
    assert of.is_kept_by(("a", "b"))
    assert not of.is_kept_by(("a", "a"))
    assert not of.is_kept_by(("a", ""))
    assert not of.is_kept_by(("a", 1))
    assert of.is_kept_by(tuple(map(str, range(rules.MOST_MEMBERS))))
    assert not of.is_kept_by(tuple(map(str, range(rules.MOST_MEMBERS + 1))))
