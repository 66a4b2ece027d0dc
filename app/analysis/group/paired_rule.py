"""What of begin and end, person by person, may be shown.

Up, the same and down are a set as any other. How large an effect is, and whether it is sure,
says more about that set: beside bands it stands only where it would leave every small number
open. That is decided from what is shown alone, so that its absence tells nothing either.
"""

from collections.abc import Callable, Mapping
from functools import cache
from itertools import product
from typing import Any, Final

import numpy as np

from app.analysis.group.minimum_cell import band, in_set, span
from app.analysis.group.paired import SURE, rank_biserial, sign_flip

SIZES: Final = ((0.1, "hardly"), (0.3, "small"), (0.5, "medium"), (1.1, "large"))
"""Below which number an effect is called what (Cohen 1988)."""

_WAYS: Final = ("up", "same", "down")


def published_paired(exact: Mapping[str, Any], pairs: int, k: int, *, apart: int) -> dict[str, Any]:
    """Return the part of `paired` figures that may be shown, k people in a cell at least.

    `apart` is how many handed in at one moment only. Where those are few nothing stands here that
    could be subtracted from the figures of everybody.
    """
    middles = apart == 0 or apart >= k
    scales = {
        id_: _scale(row, pairs, k, exact["tests"], middles=middles)
        for id_, row in exact["scales"].items()
    }
    switches = {id_: _switch(row, k) for id_, row in exact["yes_no"].items()}
    return {"tests": exact["tests"], "scales": scales, "yes_no": switches}


def called(effect: float) -> str:
    """Return the size of an effect, in the words of `SIZES`."""
    return next(name for edge, name in SIZES if abs(effect) < edge)


def _scale(
    row: Mapping[str, Any], pairs: int, k: int, tests: int, *, middles: bool
) -> dict[str, Any]:
    valid, counts = row["pairs"], {way: row[way] for way in _WAYS}
    shown = dict.fromkeys(("median_begin", "median_end", "rank_biserial", "low", "high", "p_holm"))
    found: dict[str, Any] = {"pairs": band(valid, pairs, k), **dict.fromkeys(_WAYS), **shown}
    found |= {"size": None, "is_sure": None}
    if valid < k or isinstance(found["pairs"], str):
        return found
    cells = in_set(counts, valid, k, guarded=True)
    found |= cells
    if valid < 2 * k:
        return found
    if middles:
        found |= {name: round(row[name], 2) for name in ("median_begin", "median_end")}
    if None in cells.values():
        return found
    verdict = {"size": called(row["rank_biserial"]), "is_sure": row["p_holm"] < SURE}
    if all(isinstance(cell, int) for cell in cells.values()):
        found |= {name: round(row[name], 1) for name in ("rank_biserial", "low", "high")}
        return found | verdict | {"p_holm": round(row["p_holm"], 2)}
    for names in (("size", "is_sure"), ("is_sure",)):
        if _leaves_open(tuple(cells.values()), valid, k, tests, with_size="size" in names):
            return found | {name: verdict[name] for name in names}
    return found


def _switch(row: Mapping[str, Any], k: int) -> dict[str, Any]:
    """Return how many gained something and how many lost it, where neither are few.

    How many have it at either moment stands in the figures of everybody, and their difference
    would tell the one band by the other.
    """
    valid, gained, lost = row["pairs"], row["gained"], row["lost"]
    names = ("gained", "lost", "p_holm", "is_sure")
    if valid < 2 * k:
        return dict.fromkeys(names)
    counts = {"gained": gained, "lost": lost, "stayed": valid - gained - lost}
    cells = in_set(counts, valid, k)
    if not all(isinstance(cell, int) for cell in cells.values()):
        return dict.fromkeys(names)
    sure = row["p_holm"] < SURE
    return {"gained": gained, "lost": lost, "p_holm": round(row["p_holm"], 2), "is_sure": sure}


@cache
def _leaves_open(
    cells: tuple[Any, ...], valid: int, k: int, tests: int, *, with_size: bool
) -> bool:
    """Tell whether no verdict, whichever it were, leaves one number for a cell of these bands.

    Tried for who moved one step each and for every correction Holm can have made; other steps
    leave more open.
    """
    spans = [span(cell, valid, k) for cell in cells]
    possible = [
        (up, valid - up - down, down)
        for up, down in product(*(range(low, high + 1) for low, high in (spans[0], spans[2])))
        if spans[1][0] <= valid - up - down <= spans[1][1]
    ]
    verdicts = [_verdicts(up, same, down, tests) for up, same, down in possible]
    tried: list[Callable[[tuple[str, tuple[bool, ...]]], object]] = [
        (lambda one, at=at: (one[0] if with_size else "", one[1][at]))  # type: ignore[misc]
        for at in range(tests)
    ]
    for told in tried:
        left: dict[object, list[tuple[int, int, int]]] = {}
        for counts, verdict in zip(possible, verdicts, strict=True):
            left.setdefault(told(verdict), []).append(counts)
        if any(len(set(column)) < 2 for those in left.values() for column in zip(*those)):  # noqa: B905
            return False
    return True


def _verdicts(up: int, same: int, down: int, tests: int) -> tuple[str, tuple[bool, ...]]:
    steps = np.array([1.0] * up + [0.0] * same + [-1.0] * down)
    effect, p = rank_biserial(steps), sign_flip(steps)
    way = "+" if effect > 0 else "-"
    return called(effect) + way, tuple(p * times < SURE for times in range(1, tests + 1))
