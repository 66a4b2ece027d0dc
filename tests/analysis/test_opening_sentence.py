"""Insight opens with one sentence, and it counts who stands out as the map does."""

from typing import Any

import pytest

from app import language
from app.analysis.changes.opening_sentence import opening as changes_open_with
from app.analysis.comparison import Comparison, comparison
from app.analysis.findings import opening
from app.analysis.study import Study, study
from app.models.network import Map, Network, Partner


@pytest.fixture(autouse=True)
def english() -> None:
    language.install("en")


def rated(*answers: tuple[Any, ...]) -> Study:
    people = [
        Partner(id=f"p{number}", name=f"N{number}", frequency=contact, importance=importance)
        for number, (contact, importance) in enumerate(answers)
    ]
    return study(Map.of([Network(id="m", series="s"), *people]))


FAR, NEAR = (1, 5), (6, 1)


def test_an_empty_map_says_nothing() -> None:
    assert opening(rated()).startswith("Once there is someone")


def test_it_asks_for_answers_where_there_are_none() -> None:
    assert "you will see here" in opening(rated((None, None)))


@pytest.mark.parametrize("count", [1, 2])
def test_who_is_important_and_seen_less_comes_first(count: int) -> None:
    known = rated(*[FAR] * count, NEAR)
    out = [way for way in known.stands_out.values() if way == "important_less_often"]
    assert len(out) == count
    said = opening(known)
    assert said.startswith("One partner stands" if count == 1 else "2 partners stand")


def test_else_who_is_seen_often_and_called_less_important() -> None:
    assert "One partner stands out: often" in opening(rated(NEAR))
    assert "2 partners stand out: often" in opening(rated(NEAR, NEAR))


def test_else_both_go_together() -> None:
    assert opening(rated((6, 5), (1, 1))) == "Contact and importance go together on your map."


@pytest.mark.parametrize(
    "answers",
    [
        [FAR] * 5 + [(3, 4)],  # all very important and seldom seen, none more than the others
        [(6, 5), (1, 1), (None, None)],
        [(6, 5), (1, 1), (0, 5)],
        [(6, 5), (1, 1), (5, None)],
    ],
)
def test_it_does_not_speak_of_the_whole_map_where_it_is_otherwise_for_some(
    answers: list[Any],
) -> None:
    assert opening(rated(*answers)) == "Where contact and importance are rated, no one stands out."


def test_it_asks_for_answers_where_few_are_given() -> None:
    assert "you will see here" in opening(rated((6, 5), *[(None, 3)] * 2))


def moments(*pairs: tuple[Any, ...]) -> Comparison:
    """Return what changed for people whose contact went from one answer to another."""
    whole = [
        Map.of(
            [
                Network(id=key, series="s"),
                *(
                    Partner(id=f"p{at}", name=f"N{at}", frequency=pair[number], importance=3)
                    for at, pair in enumerate(pairs)
                ),
            ]
        )
        for number, key in enumerate(("then", "now"))
    ]
    return comparison(*whole)


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([(2, 4)], "More contact with one partner."),
        ([(2, 4), (2, 3), (5, 4)], "More contact with 2 partners. Less contact with one partner."),
        ([(5, 4), (6, 1)], "Less contact with 2 partners."),
        ([(3, 3)], "Your contact stayed as it was."),
        ([(3, 3), (3, None)], "Where contact is rated for both moments, it stayed as it was."),
        (
            [(3, None), (None, 2)],
            "Rate contact for both moments, and you will see here what changed.",
        ),
        ([(3, 3), (4, 0)], "You are no longer in contact with one partner."),
    ],
)
def test_compare_opens_with_what_became_more_and_less(pairs: list[Any], said: str) -> None:
    assert changes_open_with(moments(*pairs)) == said
