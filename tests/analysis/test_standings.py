"""Where those who stayed stand among the others: measures and ranks at two moments."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.analysis.standings import Course, standings
from app.models.network import Map
from tests.analysis.conftest import Published, draw


def people(ids: str, frequency: int | None = 3) -> list[dict[Any, Any]]:
    return [{"id": id_, "frequency": frequency} for id_ in ids]


# Then a star around a, with e alone; now a line a b c d with the new f at its end. By hand:
# degree       then a 3, b c d 1, e 0        now a 1, b c d 2, e gone, f 1
# betweenness  then a 3 (bc, bd, cd)         now b 3 (ac, ad, af), c 4 (ad, af, bd, bf), d 3
THEN = draw(people("abcde"), ties=[("a", "b"), ("a", "c"), ("a", "d")], lines_drawn=True)
NOW = draw(people("abcdf"), ties=[("a", "b"), ("b", "c"), ("c", "d"), ("d", "f")], lines_drawn=True)


def test_degree_and_betweenness_at_both_moments_as_by_hand() -> None:
    found = standings(THEN, NOW)
    assert (found.size_before, found.size_after) == (5, 5)
    assert [one.partner.id for one in found.kept] == ["a", "b", "c", "d"]
    assert [(one.degree.before, one.degree.after) for one in found.kept] == [
        (3, 1), (1, 2), (1, 2), (1, 2),
    ]  # fmt: skip
    assert [(one.betweenness.before, one.betweenness.after) for one in found.kept] == [
        (3, 0), (0, 3), (0, 4), (0, 3),
    ]  # fmt: skip


def test_ranks_are_among_those_on_both_maps_and_equals_share_the_middle() -> None:
    found = standings(THEN, NOW)
    assert [(one.degree.rank_before, one.degree.rank_after) for one in found.kept] == [
        (1, 4), (3, 2), (3, 2), (3, 2),
    ]  # fmt: skip
    assert [(one.betweenness.rank_before, one.betweenness.rank_after) for one in found.kept] == [
        (1, 4), (3, 2.5), (3, 1), (3, 2.5),
    ]  # fmt: skip
    assert [one.betweenness.rank_change for one in found.kept] == [-3, 0.5, 2, 0.5]


def test_who_moved_is_told_only_where_the_lines_are_drawn_twice() -> None:
    found = standings(THEN, NOW)
    assert [one.partner.id for one in found.moved("betweenness", 1)] == ["b", "c", "d"]
    assert [one.partner.id for one in found.moved("degree", -1)] == ["a"]
    open_ = NOW.after({"network": replace(NOW.network, lines_drawn=False)})
    half = standings(THEN, open_)
    assert not half.is_drawn
    assert half.moved("betweenness", 1) == ()


def test_a_moment_whose_lines_were_not_asked_has_no_places() -> None:
    open_ = NOW.after({"network": replace(NOW.network, lines_drawn=False)})
    for one, asked in zip(standings(THEN, open_).kept, standings(THEN, NOW).kept, strict=True):
        for course, other in ((one.degree, asked.degree), (one.betweenness, asked.betweenness)):
            assert (course.before, course.rank_before) == (other.before, other.rank_before)
            assert (course.after, course.rank_after, course.rank_change) == (None, None, None)
            assert course.direction == 0


def test_three_partners_are_too_few_to_tell() -> None:
    few = draw(people("abc"), ties=[("a", "b")], lines_drawn=True)
    assert not standings(few, few).is_drawn


@pytest.mark.parametrize(
    ("then", "now", "ranks_then", "ranks_now", "direction"),
    [
        (1, 3, 4, 1, 1),
        (3, 1, 1, 4, -1),
        (1, 3, 2, 2, 0),  # everybody knows more of a larger map
        (2, 2, 3, 1, 0),  # the others know fewer
        (1, 2, 1, 3, 0),  # more, and yet passed by others
        (0, 3, None, 1, 0),
        (0.1 + 0.2, 0.3, 3, 4, 0),  # the same but for the last digit
    ],
)
def test_a_direction_needs_measure_and_rank(
    then: float, now: float, ranks_then: int | None, ranks_now: int, direction: int
) -> None:
    course = Course(before=then, after=now, rank_before=ranks_then, rank_after=ranks_now)
    assert course.direction == direction


def ranks(before: Map, after: Map) -> list[Any]:
    return [
        (course.rank_before, course.rank_after, course.rank_change)
        for one in standings(before, after).kept
        for course in (one.degree, one.betweenness)
    ]


def test_without_anybody_there_is_nothing() -> None:
    assert standings(draw([]), draw([])).kept == ()
    assert standings(draw([]), NOW).kept == ()
    assert standings(THEN, draw(people("xyz"))).kept == ()


def test_one_alone_has_no_rank() -> None:
    one = draw(people("a"))
    [found] = standings(one, one).kept
    assert (found.degree.before, found.degree.after) == (0, 0)
    assert ranks(one, one) == [(None, None, None)] * 2
    assert ranks(THEN, draw(people("ax"), ties=[("a", "x")])) == [(None, None, None)] * 2


def test_without_a_tie_at_a_moment_there_is_no_rank_at_that_moment() -> None:
    loose = draw(people("abcd"))
    assert [one.degree.before for one in standings(loose, NOW).kept] == [0] * 4
    assert [row[0] for row in ranks(loose, NOW)] == [None] * 8
    assert None not in [row[1] for row in ranks(loose, NOW)]
    assert [row[2] for row in ranks(loose, NOW)] == [None] * 8


def test_a_tie_the_owner_does_not_know_of_is_none_and_a_wished_partner_is_nobody() -> None:
    then = draw([*people("abc"), *people("w", 0)], ties=[("a", "b"), ("a", "w")])
    now = draw([*people("abc"), *people("w", 4)], ties=[("a", "w")], unknown=[("a", "b")])
    found = standings(then, now)
    assert (found.size_before, found.size_after) == (3, 4)
    assert [(one.partner.id, one.degree.before, one.degree.after) for one in found.kept] == [
        ("a", 1, 1),
        ("b", 1, 0),
        ("c", 0, 0),
    ]


def test_a_published_map_has_its_published_positions_at_both_moments(
    worked_example: Published,
) -> None:
    whole = worked_example.map
    emptied = whole.after({tie.id: None for tie in whole.ties})
    for found, side in (
        (standings(whole, emptied), "before"),
        (standings(emptied, whole), "after"),
    ):
        assert len(found.kept) == len(worked_example.positions) == 8
        for one in found.kept:
            published = worked_example.positions[one.partner.id]
            assert getattr(one.degree, side) == published["degree"]
            between = getattr(one.betweenness, side)
            assert between == pytest.approx(published["betweenness"], abs=1e-9)


ties = st.sets(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda p: p[0] < p[1])
)
drawn = st.builds(
    lambda who, pairs: draw(people("".join(sorted(who))), [p for p in pairs if set(p) <= who]),
    st.sets(st.sampled_from("abcdef")),
    ties,
)


@given(drawn, drawn)
def test_ranks_share_out_all_places_and_the_way_back_is_the_other_way(
    before: Map, after: Map
) -> None:
    found = standings(before, after)
    count = len(found.kept)
    for measure in ("degree", "betweenness"):
        given_ = [getattr(one, measure) for one in found.kept]
        for side in ("rank_before", "rank_after"):
            places = [getattr(course, side) for course in given_]
            assert places.count(None) in (0, count)
            if count and places[0] is not None:
                assert sum(places) == count * (count + 1) / 2
        back = {o.partner.id: getattr(o, measure) for o in standings(after, before).kept}
        for one, course in zip(found.kept, given_, strict=True):
            assert back[one.partner.id].direction == -course.direction


def test_the_same_maps_are_not_reckoned_twice_and_others_are() -> None:
    assert standings(THEN, NOW) is standings(THEN, NOW)
    assert standings(NOW, THEN).kept[0].degree.after == 3
