"""A group as the areas it works in: how large each is and how far people in it know each other.

The clustered picture of personal networks (Brandes, Lerner, Lubbers, McCarty and Molina 2008):
means over respondents whose lines are drawn, each counting once.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations_with_replacement
from math import fsum, sqrt
from typing import Any, Final

from app.models.coded_map import CodedMap
from app.models.vocabulary import vocabulary

BETWEEN: Final = "{}+{}"


def clustered(maps: Sequence[CodedMap]) -> dict[str, Any]:
    """Return per setting the mean and spread of partners, and the mean share of ties there are.

    `sizes` stand on everybody, `ties` (within one setting, or between two) on those with lines
    drawn who have a pair that could know each other; `people` says how many those are.
    """
    settings = tuple(vocabulary().settings)
    counts = [_counts(one) for one in maps]
    return {
        "sizes": {id_: _spread([count.get(id_, 0) for count in counts]) for id_ in settings},
        "ties": {
            BETWEEN.format(a, b): _share(maps, counts, a, b)
            for a, b in combinations_with_replacement(sorted(settings), 2)
        },
    }


def published_clusters(
    exact: Mapping[str, Any], k: int, settings: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """Return the part of it that may be shown: means of k people or more, rounded.

    `settings` are the figures of those that may be shown. Where how many have one is a range, a
    mean and a spread would tell how many: of few there is none, of nearly all a whole number.
    """
    return {
        "sizes": {
            id_: _shown_size(one, settings[id_]["have"]) for id_, one in exact["sizes"].items()
        },
        "ties": {
            id_: round(one["mean"], 2) for id_, one in exact["ties"].items() if one["people"] >= k
        },
    }


def _shown_size(size: Mapping[str, float], have: int | str | None) -> dict[str, float | None]:
    if isinstance(have, int):
        return {name: round(value, 1) for name, value in size.items()}
    if have is None or have.startswith("<"):
        return {"mean": None, "sd": None}
    return {"mean": round(size["mean"]), "sd": None}


def _counts(one: CodedMap) -> dict[str, int]:
    found: dict[str, int] = {}
    for partner in one.partners:
        if partner.frequency != 0 and partner.setting is not None:
            found[partner.setting] = found.get(partner.setting, 0) + 1
    return found


def _spread(values: Sequence[int]) -> dict[str, float]:
    if not values:
        return {"mean": 0.0, "sd": 0.0}
    mean = fsum(values) / len(values)
    squares = fsum((value - mean) ** 2 for value in values)
    return {"mean": mean, "sd": sqrt(squares / (len(values) - 1)) if len(values) > 1 else 0.0}


def _share(
    maps: Sequence[CodedMap], counts: Sequence[Mapping[str, int]], a: str, b: str
) -> dict[str, Any]:
    shares = []
    for one, count in zip(maps, counts, strict=True):
        n, m = count.get(a, 0), count.get(b, 0)
        possible = n * (n - 1) // 2 if a == b else n * m
        if one.lines_drawn and possible:
            there = sum(found for x, y, found in one.ties if (x, y) == (a, b))
            shares.append(there / possible)
    mean = fsum(shares) / len(shares) if shares else 0.0
    return {"mean": mean, "people": len(shares)}
