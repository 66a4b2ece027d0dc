from collections.abc import Callable
from typing import Any

from tests.analysis.told import cohesion


def ids(*names: str) -> list[dict[Any, Any]]:
    return [{"id": name} for name in names]


def test_an_empty_map_has_no_density(drawing: Callable[..., Any]) -> None:
    together = cohesion(drawing([]))
    assert (together.size, together.ties, together.pairs) == (0, 0, 0)
    assert (together.components, together.isolates, together.hinges) == ((), (), ())
    assert together.largest_component == 0
    assert together.density is together.density_highest is together.density_with_ego is None
    assert together.mean_degree is together.pairs_only_through_me is None


def test_one_partner_knows_nobody_else_and_that_is_no_density(drawing: Callable[..., Any]) -> None:
    together = cohesion(drawing(ids("a")))
    assert together.density is None
    assert together.pairs_only_through_me is None
    assert (together.density_with_ego, together.mean_degree) == (1, 0)
    assert (together.components, together.isolates) == ((("a",),), ("a",))


def test_without_ties_everybody_is_apart(shape: Callable[..., Any]) -> None:
    together = cohesion(shape(5, all_tied=False))
    assert (together.density, together.density_with_ego, together.mean_degree) == (0, 2 / 6, 0)
    assert len(together.components) == len(together.isolates) == 5
    assert together.largest_component == 1
    assert together.pairs_only_through_me == 10
    assert together.hinges == ()


def test_all_tied_is_one_whole(shape: Callable[..., Any]) -> None:
    together = cohesion(shape(5, all_tied=True))
    assert (together.density, together.density_with_ego, together.mean_degree) == (1, 1, 4)
    assert (len(together.components), together.largest_component) == (1, 5)
    assert (together.isolates, together.hinges) == ((), ())
    assert together.pairs_only_through_me == 0


def test_ties_the_owner_does_not_know_of_are_a_bound_and_no_ties(
    drawing: Callable[..., Any],
) -> None:
    together = cohesion(drawing(ids("a", "b", "c"), [("a", "b")], unknown=[("b", "c")]))
    assert (together.ties, together.unknown_ties) == (1, 1)
    assert (together.density, together.density_highest) == (1 / 3, 2 / 3)
    assert together.isolates == ("c",)


def test_a_wished_partner_takes_its_ties_along(drawing: Callable[..., Any]) -> None:
    wished = {"id": "c", "frequency": 0}
    together = cohesion(
        drawing([*ids("a", "b", "d"), wished], [("a", "b"), ("b", "c")], unknown=[("c", "d")])
    )
    assert (together.size, together.ties, together.unknown_ties) == (3, 1, 0)
    assert together.components == (("a", "b"), ("d",))


def test_the_middle_of_a_line_is_a_hinge(drawing: Callable[..., Any]) -> None:
    together = cohesion(drawing(ids("c", "b", "a"), [("a", "b"), ("b", "c")]))
    assert together.hinges == ("b",)


def test_components_stand_largest_first_and_then_as_drawn(drawing: Callable[..., Any]) -> None:
    together = cohesion(drawing(ids("d", "a", "c", "b", "e"), [("b", "c"), ("e", "d")]))
    assert together.components == (("d", "e"), ("c", "b"), ("a",))
