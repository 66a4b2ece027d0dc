from math import sqrt
from typing import Any

import pytest

from app.analysis.alignment import Alignment, pairs_of, spearman, tau_b, tau_b_range
from tests.sure import sure


@pytest.mark.parametrize(
    "ratings",
    [
        [],
        [(3, 4)],
        [(1, 1), (2, 2), (3, 3), (4, 4)],
    ],
)
def test_fewer_than_five_have_pairs_but_no_coefficients(ratings: list[tuple[Any, Any]]) -> None:
    found = Alignment(ratings)
    assert (found.concordant, found.discordant) == (6 if len(ratings) == 4 else 0, 0)
    assert (found.tau_b, found.tau_b_range, found.gamma, found.spearman) == (None,) * 4


@pytest.mark.parametrize(
    "ratings",
    [
        [(4, frequency) for frequency in (1, 2, 3, 4, 5)],
        [(importance, 4) for importance in (1, 2, 3, 4, 5)],
        [(4, 4)] * 7,
    ],
)
def test_one_answer_for_all_leaves_the_coefficients_undefined(
    ratings: list[tuple[Any, Any]],
) -> None:
    found = Alignment(ratings)
    assert (found.concordant, found.discordant) == (0, 0)
    assert (found.tau_b, found.tau_b_range, found.gamma, found.spearman) == (None,) * 4


def test_the_same_order_is_one_and_the_reverse_order_minus_one() -> None:
    same = Alignment([(step, step) for step in (1, 2, 3, 4, 5)])
    assert (same.tau_b, same.gamma, same.tau_b_range) == (1, 1, (1, 1))
    assert same.spearman == pytest.approx(1)
    reverse = Alignment([(step, 6 - step) for step in (1, 2, 3, 4, 5)])
    assert (reverse.tau_b, reverse.gamma, reverse.tau_b_range) == (-1, -1, (-1, -1))
    assert reverse.spearman == pytest.approx(-1)


def test_ties_count_where_they_belong() -> None:
    pairs = pairs_of([(1, 1), (1, 2), (2, 2), (3, 1), (3, 1)])
    assert (pairs.concordant, pairs.discordant) == (1, 4)
    assert (pairs.same_importance, pairs.same_frequency) == (1, 3)
    assert tau_b(pairs) == pytest.approx(-3 / sqrt(6 * 8))


def test_leaving_out_the_one_who_differs_is_passed_over() -> None:
    ratings = [(4, 1), (4, 2), (4, 3), (4, 4), (5, 5)]
    low, high = sure(tau_b_range(ratings))
    assert low == pytest.approx(tau_b(pairs_of([(4, 1), (4, 2), (4, 3), (5, 5)])))
    assert high == pytest.approx(low)


def test_half_ranks_are_shared() -> None:
    # ranks 1.5 1.5 3 4 5 against 1 2 3.5 3.5 5
    ratings = [(1, 1), (1, 2), (2, 3), (3, 3), (4, 4)]
    x, y = (-1.5, -1.5, 0, 1, 2), (-2, -1, 0.5, 0.5, 2)
    expected = sum(a * b for a, b in zip(x, y, strict=True)) / sqrt(
        sum(a * a for a in x) * sum(b * b for b in y)
    )
    assert spearman(ratings) == pytest.approx(expected)
