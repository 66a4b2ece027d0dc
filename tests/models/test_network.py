"""A map keeps its rules whatever is done to it, and a change that breaks one changes nothing."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest

from app.models.moments import removal
from app.models.network import (
    MECHANISMS,
    MOST,
    MOST_PARTNERS,
    RECORD_TYPES,
    Answer,
    Evidence,
    Hindsight,
    Intention,
    Map,
    Network,
    Note,
    Outline,
    Partner,
    Task,
    Tie,
    Verdict,
    check,
    new_id,
    rules_of,
)
from app.models.problem import Problem
from tests.each import each
from tests.maps import JPEG
from tests.models.editing import full_map
from tests.sure import as_a, sure


def code_of(act: Callable[..., Any]) -> str:
    with pytest.raises(Problem) as caught:
        act()
    return caught.value.code


def test_ids_differ_and_may_stand_in_a_record() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    check(Note(id=ids.pop(), text="x"))


@each("kind", RECORD_TYPES)
def test_every_field_has_a_rule_that_its_default_keeps(kind: Any) -> None:
    needed = {"id": "x", "series": "s", "name": "n", "a": "a", "b": "b", "text": "t",
              "question": "R01", "what": "w", "points": (0.0, 0.0), "finding": "isolates",
              "partner": "p", "line": "voice", "jpeg": JPEG, "photo": "p"}  # fmt: skip
    names = {field.name for field in fields(kind)}
    assert set(rules_of(kind)) == names
    check(kind(**{name: value for name, value in needed.items() if name in names}))


def test_records_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        sure(full_map().partner("p1")).name = "x"  # type: ignore[misc]


def test_the_mechanisms_are_fields_of_a_partner() -> None:
    assert set(MECHANISMS) <= {field.name for field in fields(Partner)}


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ("frequency", [0, 6, None], [-1, 7, 2.0, True, "3"]),
        ("wished_frequency", [0, 6, None], [-1, 7]),
        ("importance", [1, 5, None], [0, 6, False]),
        ("name", ["x", "x" * 120, "Ouders “Sam” 👩‍👧"], ["", "  ", "x" * 121, "a\nb", None, 5]),
        ("kind", ["parents", "own words", None], ["", "x" * 121]),
        ("setting", ["in_school", None], ["", "school", 1]),
        ("forms", [(), ("inform",)], [["inform"], ("x",), ("inform", "inform"), None]),
        ("named_important", [True, False, None], [1, 0, "yes"]),
        ("still_there", [True, False], [None, 1, 0]),
        ("notes", ["", "a\n\tb", "x" * 20_000], ["x" * 20_001, "a\0b", "\ud800", None]),
        ("angle", [0, 359.9, None], [360, -0.1, float("nan"), True]),
        ("id", ["x", "x" * 80], ["", "x" * 81, " x", "a\nb", None]),
    ],
)
def test_a_partner_keeps_the_range_of_a_field(field: str, good: list[Any], bad: list[Any]) -> None:
    partner = Partner(id="p", name="n")
    for value in good:
        check(replace(partner, **{field: value}))
    for value in bad:
        with pytest.raises(Problem) as caught:
            check(replace(partner, **{field: value}))
        assert caught.value.code == "bad_value"
        assert caught.value.values["field"] == field


@pytest.mark.parametrize("place", [(1.0, None), (None, 1.0), (4.1, 0.0), (float("inf"), 0.0)])
def test_a_place_has_two_ends_within_reach(place: tuple[float | None, float | None]) -> None:
    partner = Partner(id="p", name="n", x=place[0], y=place[1])
    assert code_of(lambda: check(partner)) == "bad_value"
    check(replace(partner, x=-4, y=4.0))


def test_a_network_keeps_its_ranges() -> None:
    network = Network(id="n", series="s")
    check(replace(network, importance_cut=1, frequency_cut=6, about="support", confidence=5))
    for values in (
        {"importance_cut": 0},
        {"importance_cut": None},
        {"frequency_cut": 7},
        {"about": "else"},
        {"moment": "2026-01-01"},
        {"finished": None},
    ):
        assert code_of(lambda v=values: check(replace(network, **v))) == "bad_value"


# --- a map as a value


def test_a_map_lists_its_records_by_type_in_their_order() -> None:
    whole = full_map()
    assert whole.network.id == "network"
    assert [partner.id for partner in whole.partners] == ["p1", "p2", "p3"]
    assert [tie.id for tie in whole.ties] == ["t1", "t2"]
    assert whole.all_of(Note)[0].text == "Let op"


def test_a_partner_and_a_tie_can_be_found() -> None:
    whole = full_map()
    assert sure(whole.partner("p2")).name == "Ib'er"
    assert whole.partner("t1") is None
    assert whole.partner("nobody") is None
    assert whole.tie_between("p2", "p1") == whole.tie_between("p1", "p2") == whole.records["t1"]
    assert whole.tie_between("p2", "p3") is None


def test_a_change_gives_another_map_and_leaves_this_one() -> None:
    whole = full_map()
    renamed = replace(sure(whole.partner("p1")), name="Anders")
    changed = whole.after({"p1": renamed, "n1": None, "n2": Note(id="n2", text="x")})
    assert changed.partner("p1") == renamed
    assert "n1" not in changed.records
    assert "n2" in changed.records
    assert whole == full_map()
    assert changed != whole


def test_a_change_of_nothing_gives_an_equal_map() -> None:
    assert full_map().after({}) == full_map()
    assert full_map().after({"nobody": None}) == full_map()


FIRST = Partner(id="p1", name="x")
BREAKS = {
    "a value out of range": ({"p1": replace(FIRST, importance=9)}, "bad_value"),
    "a tie to nobody": ({"t9": Tie(id="t9", a="p1", b="nobody")}, "unknown_partner"),
    "a tie to a note": ({"t9": Tie(id="t9", a="p1", b="n1")}, "unknown_partner"),
    "a tie to itself": ({"t9": Tie(id="t9", a="p1", b="p1")}, "tie_to_itself"),
    "a second tie": ({"t9": Tie(id="t9", a="p3", b="p1")}, "duplicate_tie"),
    "a tie moved onto another": ({"t1": Tie(id="t1", a="p3", b="p1")}, "duplicate_tie"),
    "a tied partner gone": ({"p3": None, "o1": None}, "unknown_partner"),
    "a partner in an outline gone": ({"p3": None, "t2": None}, "unknown_partner"),
    "a partner with an intention gone": ({"p1": None, "t1": None, "t2": None}, "unknown_partner"),
    "a partner becoming a note": ({"p1": Note(id="p1", text="x")}, "unknown_partner"),
    "an outline around nobody": ({"o9": Outline(id="o9", members=("x",))}, "unknown_partner"),
    "an intention with nobody": (
        {"i9": Intention(id="i9", what="x", partner="x")},
        "unknown_partner",
    ),
    "an empty intention": ({"i9": Intention(id="i9", what=" ")}, "bad_value"),
    "an empty note": ({"n9": Note(id="n9", text="")}, "bad_value"),
    "an answer to no question": ({"a9": Answer(id="a9", question="")}, "bad_value"),
    "the network gone": ({"network": None}, "not_one_network"),
    "a second network": ({"x": Network(id="x", series="s")}, "not_one_network"),
    "too many partners": (
        {f"m{n}": Partner(id=f"m{n}", name="x") for n in range(MOST_PARTNERS - 2)},
        "too_many_partners",
    ),
}


@pytest.mark.parametrize(("changes", "code"), BREAKS.values(), ids=BREAKS.keys())
def test_a_change_that_breaks_a_rule_is_refused_and_changes_nothing(
    changes: dict[Any, Any], code: str
) -> None:
    whole = full_map()
    assert code_of(lambda: whole.after(changes)) == code
    assert whole == full_map()


def test_a_partner_goes_with_all_that_names_them() -> None:
    whole = full_map()
    left = whole.after(removal(whole, ["p1"]))
    assert not {"p1", "t1", "t2", "v1", "c1"} & left.records.keys()
    assert as_a(Task, left.records["k1"]).agreed_with == ("p3",)
    assert as_a(Evidence, left.records["e1"]).partners == ()
    for gone in ("t1", "c1", "k1", "e1"):
        with pytest.raises(Problem, match="unknown_partner"):
            whole.after(removal(whole, ["p1"]) | {gone: whole.records[gone]})
    assert [partner.id for partner in left.partners] == ["p2", "p3"]


def test_ties_may_swap_their_ends_in_one_change() -> None:
    whole = full_map()
    t1, t2 = whole.ties
    swapped = whole.after({"t1": replace(t1, b="p3"), "t2": replace(t2, b="p2")})
    assert sure(swapped.tie_between("p1", "p3")).id == "t1"


def test_as_many_partners_as_are_allowed_fit() -> None:
    people = [Partner(id=f"m{n}", name="x") for n in range(MOST_PARTNERS)]
    assert len(Map.of([Network(id="n", series="s"), *people]).partners) == MOST_PARTNERS


def test_a_map_with_more_than_it_holds_takes_no_more_and_can_be_made_smaller() -> None:
    notes = {f"m{n}": Note(id=f"m{n}", text="x") for n in range(MOST[Note] + 1)}
    network = Network(id="n", series="s")
    assert code_of(lambda: Map.of([network, *notes.values()])) == "too_many_records"
    larger = Map({"n": network, **notes})  # as an earlier version may have kept it
    another = {"x": Note(id="x", text="x")}
    assert code_of(lambda: larger.after(another)) == "too_many_records"
    assert len(larger.after({"m0": None}).all_of(Note)) == MOST[Note]


def test_a_map_of_records_is_checked_as_a_whole() -> None:
    network, partner = Network(id="n", series="s"), Partner(id="p", name="x")
    tie = Tie(id="t", a="p", b="q")
    assert code_of(lambda: Map.of([network, partner, tie])) == "unknown_partner"
    assert code_of(lambda: Map.of([network, partner, Note(id="p", text="x")])) == "duplicate_id"
    assert Map.of([tie, Partner(id="q", name="y"), partner, network]).network == network


@pytest.mark.parametrize(
    "record",
    [
        Tie(id="r", a="p1", b="nobody"),
        Tie(id="r", a="nobody", b="p1", state="no"),
        Outline(id="r", members=("p1", "nobody")),
        Intention(id="r", what="talk", partner="nobody"),
        Verdict(id="r", finding="isolates", partner="nobody", agrees=True),
        Hindsight(id="r", partner="nobody", importance=2),
    ],
    ids=lambda record: type(record).__name__,
)
def test_no_record_names_somebody_who_is_not_there(record: Any) -> None:
    whole = Map.of([Network(id="m", series="s"), Partner(id="p1", name="P")])
    assert code_of(lambda: whole.after({"r": record})) == "unknown_partner"
