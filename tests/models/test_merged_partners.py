"""Two partners become one: nothing that was said of either is lost without a word."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.merged_partners import differing, merger
from app.models.moments import reasons
from app.models.network import (
    Departure,
    Hindsight,
    Intention,
    Map,
    Network,
    Outline,
    Partner,
    Tie,
    Verdict,
)
from tests.examples import few
from tests.sure import sure


def whole(*records: Any) -> Map:
    return Map.of([Network(id="n", series="s"), *records])


def merged(before: Map, *ids: str) -> Map:
    return before.after(merger(before, ids))


A = Partner(id="a", name="Directeur", frequency=4, notes="one", forms=("inform",))
B = Partner(
    id="b",
    name="Jan",
    kind="leadership",
    setting="in_school",
    frequency=2,
    importance=5,
    named_important=True,
    notes="two",
    x=0.5,
    y=0.25,
    angle=30.0,
)
C = Partner(id="c", name="Els")
D = Partner(id="d", name="Mo")


def test_the_answers_of_the_first_stay_and_its_holes_are_filled() -> None:
    before = whole(A, B, C)
    [one, other] = merged(before, "a", "b").partners
    assert (one.id, one.name, one.frequency, one.importance) == ("a", "Directeur", 4, 5)
    assert (one.kind, one.setting, one.named_important) == ("leadership", "in_school", True)
    assert (one.x, one.y, one.angle) == (0.5, 0.25, 30.0)
    assert (one.notes, one.forms) == ("one\ntwo", ("inform",))
    assert other == C
    assert differing(before, ("a", "b")) == ("frequency",)
    assert differing(before, ("a", "c")) == ()


def test_ties_go_along_once_and_what_is_known_goes_before_what_is_not() -> None:
    before = whole(
        A,
        B,
        C,
        D,
        Tie(id="1", a="a", b="b"),
        Tie(id="2", a="a", b="c", state="unknown"),
        Tie(id="3", a="c", b="b", state="yes"),
        Tie(id="4", a="b", b="d"),
    )
    ties = {tie.ends: tie for tie in merged(before, "a", "b").ties}
    assert ties.keys() == {frozenset("ac"), frozenset("ad")}
    assert ties[frozenset("ac")].state == "yes"


def test_what_is_about_one_is_about_both() -> None:
    before = whole(
        A,
        B,
        C,
        Outline(id="o", members=("c", "b", "a")),
        Outline(id="p", members=("b",)),
        Intention(id="i", what="talk", partner="b"),
        Verdict(id="v", finding="f", partner="a", agrees=True),
        Verdict(id="w", finding="f", partner="b", agrees=False),
        Verdict(id="u", finding="g", partner="b", agrees=True),
        Hindsight(id="h", partner="a", frequency=1),
        Hindsight(id="j", partner="b", frequency=2, importance=3),
        Departure(id="l", partner="b"),
    )
    after = merged(before, "a", "b")
    assert {outline.members for outline in after.all_of(Outline)} == {("c", "a"), ("a",)}
    assert [intention.partner for intention in after.all_of(Intention)] == ["a"]
    verdicts = {(v.finding, v.partner, v.agrees) for v in after.all_of(Verdict)}
    assert verdicts == {("f", "a", True), ("g", "a", True)}
    [hindsight] = after.all_of(Hindsight)
    assert (hindsight.partner, hindsight.frequency, hindsight.importance) == ("a", 1, 3)
    assert [left.partner for left in after.all_of(Departure)] == ["a"]


@pytest.mark.parametrize("order", ["abc", "cba", "bca"])
def test_more_than_two_become_one(order: str) -> None:
    before = whole(
        A, B, C, D, *(Tie(id="t" + e, a=e, b="d") for e in "abc"), Tie(id="ab", a="a", b="b")
    )
    after = merged(before, *order)
    assert [partner.id for partner in after.partners] == [p for p in "abcd" if p in (order[0], "d")]
    assert {tie.ends for tie in after.ties} == {frozenset((order[0], "d"))}


@settings(max_examples=few(25), deadline=None)
@given(
    st.sets(
        st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")).filter(lambda t: t[0] < t[1])
    ),
    st.permutations("abcd").map(lambda order: order[:3]),
)
def test_whoever_they_knew_is_known(pairs: set[tuple[Any, Any]], ids: list[Any]) -> None:
    ties = [Tie(id=a + b, a=a, b=b) for a, b in pairs]
    before = whole(A, B, C, D, *ties)
    after = merged(before, *ids)
    known = {end for a, b in pairs if {a, b} & set(ids) for end in (a, b)} - set(ids)
    mine = {end for tie in after.ties if ids[0] in tie.ends for end in tie.ends} - {ids[0]}
    assert mine == known


def test_who_is_known_from_earlier_stays_who_they_were() -> None:
    before = whole(A, B, C, Tie(id="t", a="a", b="c"))
    after = before.after(merger(before, ("a", "b"), {"b", "c"}))
    one = after.partner("b")
    assert after.partner("a") is None
    assert (sure(one).name, sure(one).frequency, sure(one).kind) == ("Directeur", 4, "leadership")
    assert [tie.ends for tie in after.ties] == [frozenset(("b", "c"))]
    assert after.all_of(Departure) == ()


def test_of_several_known_from_earlier_it_is_said_who_was_merged() -> None:
    before = whole(A, B, C)
    after = before.after(merger(before, ("a", "b", "c"), {"a", "b", "c"}))
    assert [p.id for p in after.partners] == ["a"]
    assert {(d.partner, d.reason) for d in after.all_of(Departure)} == {
        ("b", "merged"),
        ("c", "merged"),
    }
    assert not any(reason.id == "merged" for reason in reasons())
