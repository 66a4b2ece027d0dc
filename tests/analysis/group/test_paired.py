"""Begin and end person by person: each statistic by another way, and what of it may be shown."""

from itertools import product
from math import comb
from typing import Any

import numpy as np
import pytest

from app.analysis.group.change import pairs
from app.analysis.group.minimum_cell import in_set
from app.analysis.group.paired import (
    FEWEST_PAIRS,
    holm,
    interval,
    mcnemar,
    paired,
    rank_biserial,
    sign_flip,
)
from app.analysis.group.paired_rule import called, published_paired
from app.models.coded_map import CodedMap, CodedPartner
from app.models.fewest_people import FEWEST_ON_SCREEN
from tests.analysis.group.classes import later, people

STEPS = (
    [1, 0, -1, 2, 0, 3],
    [1, 1, 1, 1, 1, 1],
    [0, 0, 0, 0, 0, 0],
    [-2, -1, 0, 0.5, 4, 4, -1, 0, 1],
)


def ranks(steps: list[Any]) -> list[Any]:
    """Return ranks by counting who is smaller and who is equal."""
    sizes = [abs(step) for step in steps]
    return [sum(b < a for b in sizes) + (sum(b == a for b in sizes) + 1) / 2 for a in sizes]


@pytest.mark.parametrize("steps", STEPS)
def test_every_sign_turned_both_ways(steps: list[Any]) -> None:
    moved = [rank for rank, step in zip(ranks(steps), steps, strict=True) if step]
    sums = [
        sum(rank for rank, up in zip(moved, ways, strict=True) if up)
        for ways in product((True, False), repeat=len(moved))
    ]
    there = sum(rank for rank, step in zip(ranks(steps), steps, strict=True) if step > 0)
    middle = sum(moved) / 2
    far = sum(abs(one - middle) >= abs(there - middle) - 1e-9 for one in sums)
    values = np.array(steps, dtype=float)
    assert sign_flip(values) == pytest.approx(far / len(sums), abs=1e-12)
    down = sum(moved) - there
    assert rank_biserial(values) == pytest.approx((there - down) / sum(ranks(steps)), abs=1e-12)
    low, high = interval(values)
    assert -1 <= low <= rank_biserial(values) <= high <= 1
    assert (low, high) == interval(values)


def test_the_interval_is_that_of_pairs_drawn_again() -> None:
    steps = np.array([1, 2, 0, -1, 3, 1, 0, 2, -2, 1], dtype=float)
    draw = np.random.default_rng(5)
    found = [rank_biserial(draw.choice(steps, size=len(steps))) for _ in range(2000)]
    assert interval(steps) == pytest.approx(np.percentile(found, [2.5, 97.5]), abs=0.06)


def test_yes_and_no_and_many_tests_by_hand() -> None:
    assert mcnemar(5, 0) == 2 / 2**5
    assert mcnemar(6, 1) == 2 * (comb(7, 6) + 1) / 2**7
    assert mcnemar(3, 3) == 1.0
    assert mcnemar(0, 0) == 1.0
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([]) == []


def test_below_six_pairs_nothing_is_tested_and_what_was_not_answered_is_left_out() -> None:
    begin = [CodedMap(respondent=str(n), confidence=2 if n else None) for n in range(FEWEST_PAIRS)]
    end = [
        CodedMap(
            respondent=str(n),
            confidence=3,
            partners=(CodedPartner(mark="p", kind="parents", frequency=5),),
        )
        for n in range(FEWEST_PAIRS)
    ]
    found = paired(pairs(begin, end))
    assert found["scales"]["confidence"]["pairs"] == 5
    assert found["scales"]["confidence"]["p"] is None
    assert found["scales"]["confidence"]["rank_biserial"] == 1.0
    assert found["scales"]["contacts"]["p"] == 2 / 2**6
    weekly = found["yes_no"]["weekly:parents"]
    assert (weekly["begin"], weekly["gained"], weekly["p"]) == (0, 6, 2 / 2**6)
    tested = [row for part in ("scales", "yes_no") for row in found[part].values() if row["p"]]
    assert found["tests"] == len(tested)
    assert all(row["p_holm"] >= row["p"] for row in tested)


@pytest.mark.parametrize("n", [12, 18])
def test_a_verdict_beside_ranges_leaves_every_small_number_open(n: int) -> None:
    told: dict[Any, Any] = {}
    for up in range(n + 1):
        for down in range(n + 1 - up):
            steps = np.array([1.0] * up + [0.0] * (n - up - down) + [-1.0] * down)
            row: dict[str, float] = {"pairs": n, "up": up, "same": n - up - down, "down": down}
            effect, p = rank_biserial(steps), sign_flip(steps)
            row |= {"median_begin": 3.0, "median_end": 3.0, "rank_biserial": effect}
            row |= {"low": effect, "high": effect, "p": p, "p_holm": min(1.0, 2 * p)}
            exact = {"tests": 2, "scales": {"x": row}, "yes_no": {}}
            shown = published_paired(exact, n, FEWEST_ON_SCREEN, apart=0)["scales"]["x"]
            told.setdefault(tuple(shown.values()), []).append((up, n - up - down, down))
    for those in told.values():
        named = {str(at): count for at, count in enumerate(those[0])}
        cells = in_set(named, n, FEWEST_ON_SCREEN, guarded=True)
        if not all(isinstance(cell, int) for cell in cells.values()):
            assert all(len(set(column)) > 1 for column in zip(*those, strict=True)), those


def test_few_who_handed_in_once_leave_nothing_to_subtract() -> None:
    begin = people(5, 24)
    both = pairs(begin, [later(one, 70_000 + n) for n, one in enumerate(begin[:23])])
    shown = published_paired(paired(both), 23, FEWEST_ON_SCREEN, apart=1)
    assert all(row["median_begin"] is None for row in shown["scales"].values())
    shown = published_paired(paired(both), 23, FEWEST_ON_SCREEN, apart=0)
    assert shown["scales"]["contacts"]["median_begin"] is not None
    assert called(0.05) == called(-0.05) == "hardly"
