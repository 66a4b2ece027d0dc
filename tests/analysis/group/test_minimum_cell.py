"""The minimum-cell rule: as properties of any class, and as an attack by who knows the rule."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from app.analysis.batch.arrays import batch
from app.analysis.group import minimum_cell
from app.analysis.group.change import change, pairs
from app.analysis.group.clustered import published_clusters
from app.analysis.group.figures import QUADRANTS, figures
from app.analysis.group.minimum_cell import band, published, published_change
from app.models.fewest_people import FEWEST_IN_FILE, FEWEST_ON_SCREEN
from app.models.problem import Problem
from app.models.vocabulary import vocabulary
from tests.analysis.group.classes import later, people
from tests.examples import few
from tests.sure import sure

K = FEWEST_ON_SCREEN


def cells(
    shown: dict[Any, Any], exact: dict[Any, dict[Any, Any]], path: tuple[Any, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    """Yield what is shown beside what it stands for."""
    for name, value in shown.items():
        if isinstance(value, dict):
            yield from cells(value, exact[name], (*path, name))
        else:
            yield (*path, name), value, exact[name]


def is_true(cell: str, count: int) -> bool:
    """Tell whether a band says what is so."""
    edge = int(cell[1:])
    return count < edge if cell[0] == "<" else count > edge


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("k", [FEWEST_ON_SCREEN, FEWEST_IN_FILE])
def test_no_cell_of_any_class_is_a_few_or_all_but_a_few(seed: int, k: int) -> None:
    for number in range(13):  # three times each size from k to k + 33
        n = k + (seed * 13 + number) % 34
        exact = figures(batch(people(seed * 100 + number, n)))
        shown = published(exact, k)
        for path, cell, count in cells(shown, exact):
            if path[0] not in ("kinds", "settings", "satisfaction", "importance"):
                continue
            if isinstance(cell, str):
                assert is_true(cell, count), (path, cell, count)
            elif path[-1].startswith("mean"):
                assert cell is None or abs(cell - count) <= 0.5
            elif isinstance(cell, int):
                assert cell == count
                assert not 0 < count < k, path
                assert not n - k < count < n, path
                if path[0] == "satisfaction" and path[-1] != "valid":
                    assert 0 < count < n
        for row in (*shown["kinds"].values(), *shown["settings"].values()):
            if isinstance(row["have"], str):
                assert row["partners"] is None


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 100 + few(12)))
@pytest.mark.parametrize("k", [FEWEST_ON_SCREEN, FEWEST_IN_FILE])
def test_no_cell_of_thousands_of_classes_is_a_few_or_all_but_a_few(seed: int, k: Any) -> None:
    test_no_cell_of_any_class_is_a_few_or_all_but_a_few(seed, k)


def test_below_five_nothing_and_below_ten_less_and_kinds_from_twenty() -> None:
    with pytest.raises(Problem, match="group_too_few"):
        published(figures(batch(people(1, 4))), K)
    small = published(figures(batch(people(1, 9))), K)
    assert small["kinds"] == {}
    assert small["contacts"]["minimum"] is None
    assert small["weekly_share"] == {"mean_of_shares": None, "pooled": None}
    assert all(row["weekly"] is None for row in small["settings"].values())
    middle = published(figures(batch(people(1, 19))), K)
    assert middle["kinds"] == {}
    assert middle["contacts"]["minimum"] is not None
    assert published(figures(batch(people(1, 20))), K)["kinds"]
    with pytest.raises(Problem, match="group_too_few"):
        published(figures(batch(people(1, 9))), FEWEST_IN_FILE)


def test_bands_say_few_and_nearly_all() -> None:
    assert [band(n, 30, 5) for n in (0, 1, 4, 5, 25, 26, 29, 30)] == [
        *(0, "<5", "<5", 5, 25),
        *(">25", ">25", 30),
    ]
    assert band(0, 30, 5, guarded=True) == "<5"
    assert band(30, 30, 5, guarded=True) == ">25"
    assert band(5, 6, 5) == "<6"  # ">1" would leave one number open


def compositions(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in compositions(total - first, parts - 1):
            yield (first, *rest)


@pytest.mark.parametrize(
    ("parts", "guarded", "totals"),
    [(3, True, range(6, 34)), (4, False, range(6, 24)), (5, False, range(8, 17))],
)
def test_who_knows_the_rule_and_the_total_learns_no_small_number(
    parts: int, guarded: bool, totals: range
) -> None:
    for total in totals:
        groups = defaultdict(list)
        for counts in compositions(total, parts):
            named = {str(at): count for at, count in enumerate(counts)}
            shown = minimum_cell.in_set(named, total, K, guarded=guarded)
            groups[tuple(shown.values())].append(counts)
        for told, possible in groups.items():
            for at in range(parts):
                values = {counts[at] for counts in possible}
                small = all(0 < value < K or total - K < value < total for value in values)
                assert isinstance(told[at], int) or not small or len(values) > 1, (total, told)


def told_on(groups: dict[Any, Any]) -> list[object]:
    """Return what was shown that leaves one number, a small one, for a cell: (of how many, it)."""
    return [
        shown
        for shown, possible in groups.items()
        for column in zip(*possible, strict=True)
        if len({count for _, count in column}) == 1
        and all(0 < count < K or (0 < of - count < K and count) for of, count in column)
    ]


def test_who_answered_and_what_tell_no_small_number_together() -> None:
    groups = defaultdict(list)
    for low, middle, high, unanswered in compositions(20, 4):
        valid = 20 - unanswered
        exact = {"valid": valid, "low": low, "middle": middle, "high": high}
        shown = minimum_cell._answers(exact, ("low", "middle", "high"), 20, K)
        cells = ((20, valid), (valid, low), (valid, middle), (valid, high))
        groups[tuple(shown.values())].append(cells)
    assert told_on(groups) == []


def test_contact_by_importance_tells_no_small_number_beside_who_is_weekly_and_important() -> None:
    """Of twenty who have one such partner each, at every way in which they can be."""
    groups = defaultdict(list)
    exact = figures(batch(people(1, 20)))["settings"]["community"]
    exact |= dict.fromkeys(("have", "known", "known_importance"), 20)
    for places in compositions(20, 4):
        both, valued, often, _ = places
        row = exact | {
            "weekly": both + often,
            "important": both + valued,
            "quadrants": dict(zip(QUADRANTS, places, strict=True)),
        }
        shown = minimum_cell._part(row, 20, K)
        key = shown["weekly"], shown["important"], *shown["quadrants"].values()
        cells = (both + often, both + valued, *places)
        groups[key].append(tuple((20, count) for count in cells))
    assert told_on(groups) == []


def test_a_mean_tells_no_small_number_of_those_who_are_weekly_or_important() -> None:
    """Whoever is has own means from 2.5 (a partner at 4, one at 1) on, the others up to 3."""
    groups = defaultdict(list)
    cut, most = minimum_cell.IMPORTANCE
    for count in range(21):
        cell = minimum_cell.band(count, 20, K)
        those = minimum_cell._open(cell, 20, K)
        lowest, highest = ((cut + 1, 2), (2 * most, 2 * (cut - 1)))
        least, end = (a * count + b * (20 - count) for a, b in (lowest, highest))
        for halves in range(least, end + 1):
            mean = minimum_cell._mean(halves / 40, cell, (20, 20), those, minimum_cell.IMPORTANCE)
            groups[cell, mean].append(((20, count),))
    assert len({mean for _, mean in groups}) > 30  # and it is not coarse where that tells nothing
    assert told_on(groups) == []


def test_the_size_of_an_area_does_not_tell_how_many_have_it() -> None:
    size = {"mean": 0.1, "sd": 0.3}
    sizes = {"sizes": dict.fromkeys(("a", "b", "c"), size), "ties": {}}
    have: dict[str, str | int] = {"a": "<5", "b": ">15", "c": 0}
    settings = {name: {"have": cell} for name, cell in have.items()}
    found = published_clusters(sizes, K, settings)["sizes"]
    assert list(found.values()) == [{"mean": None, "sd": None}, {"mean": 0, "sd": None}, size]


@pytest.mark.parametrize("seed", range(8))
def test_settings_and_their_kinds_together_tell_no_small_number(seed: int) -> None:
    words = vocabulary().kinds
    for number in range(20):
        n = 20 + (seed + number) % 15
        exact = figures(batch(people(seed * 77 + number, n)))
        shown = published(exact, K)
        for setting, row in shown["settings"].items():
            kinds = [
                shown["kinds"][id_]["have"] if id_ in shown["kinds"] else "<5"
                for id_ in exact["kinds"]
                if id_ in words and words[id_].setting == setting
            ]
            if row["have"] is None or not kinds:
                continue
            spans = [minimum_cell.span(cell, n, K) for cell in kinds]
            low, high = minimum_cell.span(row["have"], n, K)
            for fewest, most in spans:
                if fewest == most:
                    continue
                others = sum(end for _, end in spans) - most
                assert min(most, high) - max(fewest, low - others) >= 1


def test_changes_keep_to_it_too() -> None:
    begin = people(5, 24)
    end = [later(one, 70_000 + n) for n, one in enumerate(begin)]
    exact = change(pairs(begin, end))
    shown = published_change(exact, K, apart=0)
    assert sure(shown)["pairs"] == 24
    for name in ("confidence", "satisfaction"):
        for way, cell in sure(shown)[name].items():
            assert not isinstance(cell, int) or 5 <= cell <= 19, way
    assert published_change(change(pairs(begin, end[:4])), K, apart=20) is None


def test_what_a_few_have_does_not_follow_from_who_stayed() -> None:
    begin = people(5, 24)
    end = [later(one, 70_000 + n) for n, one in enumerate(begin)]
    for apart, is_whole in ((0, False), (1, True), (4, True), (5, False)):
        shown = sure(published_change(change(pairs(begin, end[apart:])), K, apart=apart))
        means = [shown[name] for name in ("kept", "new", "lost")]
        assert all(isinstance(mean, int) for mean in means) is is_whole


def test_of_a_handful_no_spread_tells_the_ends() -> None:
    for n, is_told in ((5, False), (9, False), (10, True)):
        shown = published(figures(batch(people(3, n))), K)
        for name in ("minimum", "maximum", "sd"):
            assert (shown["contacts"][name] is not None) is is_told
