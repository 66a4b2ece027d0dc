import math
from collections.abc import Callable
from typing import Any

import pytest

from app.analysis.brokerage import Roles
from tests.analysis.told import brokerage, positions
from tests.each import each


def test_an_empty_map_has_nothing_to_broker(drawing: Callable[..., Any]) -> None:
    between = brokerage(drawing([]))
    assert between.effective_size is between.efficiency is None
    assert between.constraint is between.hierarchy is between.ego_betweenness_normalised is None
    assert (between.ego_betweenness, between.open_pairs, between.roles) == (0, 0, Roles())


def test_one_partner_is_all_constraint_and_no_hierarchy(drawing: Callable[..., Any]) -> None:
    between = brokerage(drawing([{"id": "a", "setting": "in_school"}]))
    assert (between.effective_size, between.efficiency, between.constraint) == (1, 1, 1)
    assert between.hierarchy is None
    assert between.ego_betweenness == 0
    assert between.ego_betweenness_normalised is None
    assert between.roles == Roles()


def test_constraint_of_two_who_know_each_other_is_above_one(shape: Callable[..., Any]) -> None:
    assert brokerage(shape(2, all_tied=True)).constraint == pytest.approx(1.125)


@each("count", range(2, 40))
def test_equal_constraint_has_no_hierarchy_and_never_less_than_none(
    shape: Callable[..., Any], count: int
) -> None:
    for all_tied in (False, True):
        hierarchy = brokerage(shape(count, all_tied=all_tied)).hierarchy
        assert 0 <= hierarchy < 1e-12
        assert math.copysign(1, hierarchy) == 1


def test_a_partner_in_the_middle_takes_most_room(drawing: Callable[..., Any]) -> None:
    whole = drawing(({"id": id_} for id_ in "abcd"), [("a", "b"), ("a", "c"), ("a", "d")])
    room = {place.partner.id: place.local_constraint for place in positions(whole)}
    assert room["a"] == pytest.approx(((1 + 3 / 2) / 4) ** 2)
    assert room["b"] == pytest.approx(((1 + 1 / 4) / 4) ** 2)
    assert brokerage(whole).hierarchy > 0.1


@pytest.mark.parametrize(
    ("a", "b", "role"),
    [
        ("in_school", "in_school", "coordinator"),
        ("in_school", "community", "gatekeeper"),
        ("support_and_care", "in_school", "gatekeeper"),
        ("community", "community", "consultant"),
        ("community", "support_and_care", "liaison"),
        ("community", None, "left_out"),
        (None, None, "left_out"),
    ],
)
def test_a_pair_without_a_tie_gives_one_role(
    drawing: Callable[..., Any], a: str | None, b: str | None, role: str
) -> None:
    whole = drawing([{"id": "a", "setting": a}, {"id": "b", "setting": b}])
    assert brokerage(whole).roles == Roles(**{role: 1})


def test_a_pair_with_a_tie_gives_no_role_and_a_tie_not_known_of_does(
    drawing: Callable[..., Any],
) -> None:
    partners = [{"id": id_, "setting": "in_school"} for id_ in "ab"]
    assert brokerage(drawing(partners, [("a", "b")])).roles == Roles()
    assert brokerage(drawing(partners, unknown=[("a", "b")])).roles == Roles(coordinator=1)


def test_a_partner_who_knows_both_takes_half_of_the_betweenness(
    drawing: Callable[..., Any],
) -> None:
    whole = drawing(({"id": id_} for id_ in "abc"), [("a", "b"), ("b", "c")])
    between = brokerage(whole)
    assert between.ego_betweenness == 0.5
    assert between.ego_betweenness_normalised == pytest.approx(0.5 / 3)
