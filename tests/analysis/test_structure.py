"""Where partners stand in the network of a map: how many they know, between whom, on what side."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.analysis.study import study
from tests.analysis.told import positions


def test_an_empty_map_has_no_positions(drawing: Callable[..., Any]) -> None:
    assert positions(drawing([])) == ()


def test_one_partner_is_a_component_and_all_the_room(drawing: Callable[..., Any]) -> None:
    whole = drawing([{"id": "a"}])
    (only,) = positions(whole)
    assert (only.degree, only.betweenness, only.component) == (0, 0, 1)
    assert (only.local_constraint, only.hinge) == (1, False)


@pytest.mark.parametrize("count", [2, 3, 4, 9])
@pytest.mark.parametrize("all_tied", [False, True])
def test_alike_partners_stand_alike(shape: Callable[..., Any], count: int, all_tied: bool) -> None:
    found = positions(shape(count, all_tied=all_tied))
    assert {place.degree for place in found} == {count - 1 if all_tied else 0}
    assert {place.betweenness for place in found} == {0}


def test_wished_partners_have_no_position(drawing: Callable[..., Any]) -> None:
    whole = drawing([{"id": "a", "frequency": 0}, {"id": "b"}], [("a", "b")])
    (only,) = positions(whole)
    assert (only.partner.id, only.degree) == ("b", 0)


def test_partners_in_one_component_share_its_number(drawing: Callable[..., Any]) -> None:
    whole = drawing(({"id": id_} for id_ in "abcd"), [("b", "d"), ("d", "c")])
    found = {place.partner.id: place for place in positions(whole)}
    assert [found[id_].component for id_ in "abcd"] == [2, 1, 1, 1]
    assert found["d"].hinge
    assert found["d"].betweenness == 1


def test_what_is_between_partners_is_counted_again_only_where_they_or_their_ties_are_others(
    drawing: Callable[..., Any],
) -> None:
    whole = drawing(({"id": id_} for id_ in "abcd"), [("a", "b"), ("b", "c")])
    between, one, tie = study(whole).structure, whole.partner("a"), whole.ties[0]
    answered = whole.after({"a": replace(one, importance=5, named_important=True)})
    assert study(answered).structure is between
    assert list(study(whole.after({"a": replace(one, frequency=0)})).structure.degree) == [*"bcd"]
    assert study(answered).structure.degree == {"a": 1, "b": 2, "c": 1, "d": 0}
    unsure = study(answered.after({tie.id: replace(tie, state="unknown")})).structure
    assert (unsure.degree["a"], unsure.unknown_ties) == (0, 1)
    assert study(answered.after({tie.id: None})).structure.unknown_ties == 0


def test_a_measure_of_the_ties_is_reckoned_once_and_the_roles_follow_the_settings(
    drawing: Callable[..., Any],
) -> None:
    people = [{"id": id_, "setting": "in_school"} for id_ in "abcd"]
    whole = drawing(people, [("a", "b"), ("c", "d")])
    asked: list[int] = []

    def measure(graph: Any) -> int:
        asked.append(len(graph))
        return len(graph)

    assert study(whole).structure.bounded(measure).sure == 4
    roles = study(whole).roles.sure
    assert (roles.coordinator, roles.gatekeeper) == (4, 0)

    moved = whole.after({"a": replace(whole.partner("a"), setting="support_and_care")})
    assert study(moved).structure is study(whole).structure
    assert study(moved).structure.bounded(measure).sure == 4
    assert asked == [4]
    roles = study(moved).roles.sure
    assert (roles.coordinator, roles.gatekeeper) == (2, 2)
