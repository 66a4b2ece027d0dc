from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from app.analysis.findings import findings
from app.analysis.gaps import Gap, Place, Wishes, gaps, is_notable
from app.analysis.study import study
from app.models.network import Map, Network, Partner
from app.models.vocabulary import vocabulary
from tests.analysis.conftest import Published
from tests.each import each


def rated(*ratings: tuple[Any, ...], **more: Any) -> list[dict[Any, Any]]:
    """Return partners with these (importance, frequency)."""
    return [
        {"id": f"p{number}", "importance": importance, "frequency": frequency, **more}
        for number, (importance, frequency) in enumerate(ratings, 1)
    ]


def only(whole: Map) -> Gap:
    (row,) = gaps(whole).rows
    return row


def test_an_empty_map_has_no_gap(drawing: Callable[..., Any]) -> None:
    found = gaps(drawing([]))
    assert (found.rows, found.size, found.valid) == ((), 0, 0)
    assert (found.notable, found.dissatisfied) == ((), ())
    assert found.quadrants == dict.fromkeys(vocabulary().quadrants, 0)
    assert found.wishes == Wishes(more=0, less=0, same=0, missing=0)


@pytest.mark.parametrize(
    ("importance", "frequency", "quadrant"),
    [
        (4, 4, "important_often"),
        (5, 6, "important_often"),
        (4, 3, "important_less_often"),
        (3, 4, "often_less_important"),
        (3, 3, "background"),
        (None, 4, "not_filled_in"),
        (4, None, "not_filled_in"),
        (None, None, "not_filled_in"),
        (5, 0, None),
        (None, 0, None),
    ],
)
def test_quadrant_follows_from_both_answers(
    drawing: Callable[..., Any], importance: int | None, frequency: int | None, quadrant: str | None
) -> None:
    whole = drawing(rated((importance, frequency)))
    assert only(whole).quadrant == quadrant
    placed = 0 if quadrant is None else 1
    assert sum(gaps(whole).quadrants.values()) == gaps(whole).size == placed


def test_quadrant_follows_the_cuts_of_the_map(drawing: Callable[..., Any]) -> None:
    whole = drawing(rated((3, 5)), importance_cut=3, frequency_cut=6)
    assert only(whole).quadrant == "important_less_often"


def test_every_quadrant_is_one_of_the_vocabulary(drawing: Callable[..., Any]) -> None:
    ratings = [(i, f) for i in (None, 1, 2, 3, 4, 5) for f in (None, 1, 2, 3, 4, 5, 6)]
    found = gaps(drawing(rated(*ratings)))
    assert list(found.quadrants) == list(vocabulary().quadrants)
    assert sum(found.quadrants.values()) == len(ratings)


def test_four_rated_partners_are_too_few_to_rank(drawing: Callable[..., Any]) -> None:
    found = gaps(drawing(rated((5, 1), (1, 6), (4, 4), (1, 1), (None, 3), (3, None), (5, 0))))
    assert (found.size, found.valid) == (6, 4)
    assert {(row.ridit_importance, row.ridit_frequency, row.gap) for row in found.rows} == {
        (None, None, None)
    }
    assert [row.partner.id for row in found.notable] == ["p1", "p2"]


def test_with_five_the_ranks_begin(drawing: Callable[..., Any]) -> None:
    found = gaps(drawing(rated((5, 1), (1, 6), (4, 4), (1, 1), (3, 3), (None, 3), (5, 0))))
    assert found.valid == 5
    ridits = [row.ridit_importance for row in found.rows]
    assert ridits[:5] == pytest.approx([0.9, 0.2, 0.7, 0.2, 0.5])
    assert ridits[5:] == [None, None]


def test_notable_partners_with_one_gap_stand_as_on_the_map(drawing: Callable[..., Any]) -> None:
    # 0.7 - 0.3 is a hair less than 0.9 - 0.5, and 0.7 - 0.1 than 0.9 - 0.3
    found = gaps(drawing(rated((4, 2), (5, 3), (1, 5), (2, 6), (3, 1)))).notable
    assert [row.partner.id for row in found] == ["p3", "p4", "p1", "p2"]


def test_all_equal_is_no_gap_and_nobody_is_notable(drawing: Callable[..., Any]) -> None:
    found = gaps(drawing(rated(*[(5, 2)] * 6)))
    assert {(row.ridit_importance, row.gap) for row in found.rows} == {(0.5, 0.0)}
    assert found.quadrants["important_less_often"] == 6
    assert found.notable == ()


def by(higher: int, rated: int = 9) -> Place:
    """Return a place that is higher by importance by so many of the doubled ridits."""
    return Place(rated + higher, rated, rated)


def test_notable_takes_both_the_quadrant_and_the_rank_the_same_way() -> None:
    # A third of nine ranks is six of the doubled ones.
    assert is_notable("important_less_often", by(6))
    assert not is_notable("important_less_often", by(5))
    assert not is_notable("important_less_often", by(-6))
    assert is_notable("often_less_important", by(-6))
    assert not is_notable("often_less_important", by(-5))
    assert not is_notable("often_less_important", by(6))
    assert not is_notable("important_often", by(9))
    assert not is_notable("background", by(-9))
    assert not is_notable("not_filled_in", None)
    assert not is_notable(None, None)
    assert is_notable("important_less_often", None)
    assert not is_notable("background", None)


def test_who_is_seen_most_of_all_does_not_stand_out_as_seen_less_often(
    drawing: Callable[..., Any],
) -> None:
    """Ratings crowd at the top: the therapist is lowest in importance and highest in contact."""
    parents = [(5, 1)] * 5
    found = gaps(drawing(rated(*parents, (4, 3))))
    therapist = found.rows[-1]
    assert therapist.quadrant == "important_less_often"
    assert therapist.gap == pytest.approx(-5 / 6)
    assert found.notable == ()


@each("rated", range(5, 61))
def test_exactly_a_third_is_a_third_wherever_it_stands(rated: int) -> None:
    """In rounded fractions a third falls on either side of a third."""
    for low in range(1, 2 * rated):
        for high in range(low, 2 * rated):
            enough = Fraction(high - low, 2 * rated) >= Fraction(1, 3)
            assert is_notable("important_less_often", Place(high, low, rated)) is enough
            assert is_notable("often_less_important", Place(low, high, rated)) is enough


def test_a_third_stands_out_in_either_quadrant_of_one_map(drawing: Callable[..., Any]) -> None:
    found = gaps(drawing(rated((1, 1), (5, 2), (2, 4), (1, 1), (3, 1), (4, 5)))).notable
    assert [row.partner.id for row in found] == ["p2", "p3"]


def test_notable_partners_stand_largest_difference_first(worked_example: Published) -> None:
    found = gaps(worked_example.map)
    assert [row.partner.id for row in found.notable] == ["p4", "p1", "p7", "p2"]
    assert [row.partner.id for row in found.dissatisfied] == ["p7"]


@pytest.mark.parametrize(
    ("frequency", "wished", "steps", "contacts"),
    [
        (2, 4, 2, 37),
        (4, 2, -2, -37),
        (3, 3, 0, 0),
        (3, 0, -3, -10),
        (0, 4, 4, 40),
        (None, 4, None, None),
        (4, None, None, None),
        (0, None, None, None),
    ],
)
def test_wish_is_the_step_from_now(
    drawing: Callable[..., Any],
    frequency: int | None,
    wished: int | None,
    steps: int | None,
    contacts: int | None,
) -> None:
    row = only(drawing([{"id": "a", "frequency": frequency, "wished_frequency": wished}]))
    assert (row.wish_steps, row.wish_contacts) == (steps, contacts)


def test_wishes_count_all_partners_also_the_wished_ones(drawing: Callable[..., Any]) -> None:
    frequencies = [(0, 3), (2, 3), (4, 3), (3, 3), (None, 3), (3, None)]
    partners = [
        {"id": str(at), "frequency": frequency, "wished_frequency": wished}
        for at, (frequency, wished) in enumerate(frequencies)
    ]
    assert gaps(drawing(partners)).wishes == Wishes(more=2, less=1, same=1, missing=2)


@pytest.mark.parametrize(
    ("importance", "satisfaction", "frequency", "cut", "expected"),
    [
        (4, 2, 3, 4, True),
        (5, 1, None, 4, True),
        (4, 3, 3, 4, False),
        (3, 2, 3, 4, False),
        (3, 2, 3, 3, True),
        (4, 2, 3, 5, False),
        (None, 1, 3, 4, False),
        (5, None, 3, 4, False),
        (5, 1, 0, 4, False),
    ],
)
def test_important_and_dissatisfied(
    drawing: Callable[..., Any],
    importance: int | None,
    satisfaction: int | None,
    frequency: int | None,
    cut: int,
    expected: bool,
) -> None:
    partner = {
        "id": "a",
        "importance": importance,
        "satisfaction": satisfaction,
        "frequency": frequency,
    }
    assert only(drawing([partner], importance_cut=cut)).important_and_dissatisfied is expected


def test_a_pupil_has_no_place_among_the_others_and_the_figures_keep_theirs() -> None:
    """Contact with one's own pupils is the job: it does not stand out, and is in no quadrant."""
    people = [Partner(id=f"p{n}", name="P", frequency=n, importance=3) for n in range(1, 6)]
    pupil = Partner(id="sam", name="Sam", kind="pupil", frequency=1, importance=5)
    whole = Map.of([Network(id="n", series="s"), *people, pupil])
    seen = study(whole)
    assert "sam" in {row.partner.id for row in seen.gaps.notable}
    assert "sam" not in {row.partner.id for row in seen.notable}
    assert "sam" not in {row.partner.id for row in seen.compared}
    assert not any("sam" in one.people for one in findings(whole) if one.claim.quadrant)
    other = whole.after({"sam": replace(pupil, kind="parents")})
    assert "sam" in {row.partner.id for row in study(other).notable}
    assert any("sam" in one.people for one in findings(other) if one.claim.quadrant)
