"""A *no* is kept as an answer about two partners, and in every measure it is no tie."""

from dataclasses import replace

import pytest

from app.analysis.figures import figures
from app.exchange.clipboard import from_json, to_json
from app.models.merged_partners import merger
from app.models.moments import continued, removal
from app.models.network import Map, Network, Partner, Tie
from app.models.problem import Problem
from tests.analysis.told import composition

_PEOPLE = [Partner(id=key, name=key, frequency=3, importance=4) for key in "abcde"]
_TIES = [Tie(id="t1", a="a", b="b"), Tie(id="t2", a="b", b="c", state="unknown")]
_NO = Tie(id="n", a="c", b="d", state="no")


def a_map(*ties: Tie, lines_drawn: bool) -> Map:
    return Map.of([Network(id="m", series="s", lines_drawn=lines_drawn), *_PEOPLE, *ties])


@pytest.mark.parametrize("lines_drawn", [True, False])
def test_measures_are_those_without_it(lines_drawn: bool) -> None:
    with_no = a_map(*_TIES, _NO, lines_drawn=lines_drawn)
    without = a_map(*_TIES, lines_drawn=lines_drawn)
    assert figures(with_no) == figures(without)
    assert composition(with_no) == composition(without)
    assert with_no.ties == without.ties
    assert with_no.tie_between("d", "c") == _NO


def test_two_partners_have_one_answer() -> None:
    with pytest.raises(Problem) as caught:
        a_map(_NO, replace(_NO, id="other", a="d", b="c", state="yes"), lines_drawn=False)
    assert caught.value.code == "duplicate_tie"


def test_it_goes_with_a_partner_who_goes_and_is_copied_with_one_who_is_copied() -> None:
    whole = a_map(_NO, lines_drawn=False)
    assert removal(whole, ["d"]) == {"d": None, "n": None}
    people = [partner for partner in whole.partners if partner.id in "cd"]
    _, ties = from_json(to_json(people, whole.asked_pairs))
    assert [tie.state for tie in ties] == ["no"]


def test_a_new_moment_asks_it_anew() -> None:
    later = continued(a_map(*_TIES, _NO, lines_drawn=False), label="later", moment=None)
    assert later.asked_pairs == tuple(_TIES)


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [("no", "no", "no"), ("no", "unknown", "unknown"), ("unknown", "no", "unknown"),
     ("no", "yes", "yes"), ("yes", "no", "yes")],
)  # fmt: skip
def test_of_two_who_are_one_it_stays_only_where_nothing_else_was_said(
    one: str, other: str, whole: str
) -> None:
    ties = [Tie(id="1", a="a", b="c", state=one), Tie(id="2", a="b", b="c", state=other)]
    after = merger(a_map(*ties, lines_drawn=False), ["a", "b"])
    kept = after.get("1", ties[0])
    assert isinstance(kept, Tie)
    assert (kept.state, after["2"]) == (whole, None)
