"""What is between the partners of every map of a batch, map by map of one size together.

The neighbours of a partner are the bits of one number, so that whom two have in common, and who
reaches whom, are found for all maps of a size at once. Maps of more partners than such a number
has bits, which are few, are measured one by one.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from app.analysis.batch.arrays import MISSING, Batch, Truth, settings
from app.models.vocabulary import vocabulary

Column: TypeAlias = npt.NDArray[np.float64]
Bits: TypeAlias = npt.NDArray[np.uint64]

MOST_BITS: Final = 64
_AT_ONCE: Final = 500_000
"""Most pairs that are held at once."""

NAMES: Final = (
    "ties",
    "density",
    "density_with_ego",
    "mean_degree",
    "isolates",
    "components",
    "largest_component",
    "pairs_only_through_me",
    "hinge_partners",
    "ego_betweenness",
    "ego_betweenness_normalised",
    "effective_size",
    "efficiency",
    "constraint",
    "hierarchy",
    "coordinator",
    "consultant",
    "gatekeeper",
    "liaison",
)


def between(whole: Batch) -> dict[str, Column]:
    """Return the measures of what is between the partners, as if all lines were drawn."""
    found = {name: np.full(whole.maps, np.nan) for name in NAMES}
    size = np.bincount(whole.owner[whole.counts], minlength=whole.maps)
    order = np.cumsum(whole.counts) - 1
    first = np.concatenate(([0], np.cumsum(size)))[:-1]
    setting = whole.setting[whole.counts]
    by_size = np.argsort(size, kind="stable")
    by_size = by_size[whole.lines_drawn[by_size]]
    turn = np.full(whole.maps, MISSING)
    turn[by_size] = np.arange(len(by_size))
    # Ties in the order of their maps, so that those of some maps stand together.
    of_tie = turn[whole.owner[whole.tie_a]]
    sorted_ = np.argsort(of_tie, kind="stable")
    of_tie, a, b = (each[sorted_] for each in (of_tie, order[whole.tie_a], order[whole.tie_b]))
    for start, stop in _together(size[by_size]):
        some, n = by_size[start:stop], int(size[by_size[start]])
        ties = slice(*np.searchsorted(of_tie, (start, stop)))
        at = of_tie[ties] - start
        from_, to = a[ties] - first[some][at], b[ties] - first[some][at]
        tied = np.zeros((len(some), n, n), dtype=bool)
        tied[at, from_, to] = tied[at, to, from_] = True
        groups = setting[first[some][:, None] + np.arange(n)]
        for name, values in _of_one_size(tied, groups).items():
            found[name][some] = values
    return found


def _together(sizes: npt.NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Yield from where to where maps, sorted by size, are of one size and not too many."""
    edges = [*np.flatnonzero(np.diff(sizes, prepend=-1)).tolist(), len(sizes)]
    for start, stop in pairwise(edges):
        step = max(1, _AT_ONCE // max(1, int(sizes[start]) ** 2))
        for at in range(start, stop, step):
            yield at, min(at + step, stop)


def _of_one_size(tied: Truth, groups: npt.NDArray[np.int64]) -> dict[str, Any]:
    maps, n, _ = tied.shape
    degree = tied.sum(axis=2)
    ties = degree.sum(axis=1) / 2
    possible = n * (n - 1) // 2
    undefined = np.full(maps, np.nan)
    found: dict[str, Any] = {
        "ties": ties,
        "density": ties / possible if possible else undefined,
        "density_with_ego": 2 * (ties + n) / (n * (n + 1)) if n else undefined,
        "mean_degree": 2 * ties / n if n else undefined,
        "isolates": (degree == 0).sum(axis=1),
    }
    found |= _reaching(tied, possible)
    apart = _open_pairs(tied)
    found["ego_betweenness"] = _ego_betweenness(tied, apart)
    found["ego_betweenness_normalised"] = (
        found["ego_betweenness"] / possible if possible else undefined
    )
    found["effective_size"] = n - 2 * ties / n if n else undefined
    found["efficiency"] = found["effective_size"] / n if n else undefined
    return found | _constraint(tied, degree) | _roles(apart, groups)


def _open_pairs(tied: Truth) -> Truth:
    """Return the pairs without a tie, each once."""
    n = tied.shape[1]
    found: Truth = ~tied & np.triu(np.ones((n, n), dtype=bool), 1)
    return found


def _ego_betweenness(tied: Truth, apart: Truth) -> Column:
    whole = tied.astype(np.float32)
    common = whole @ whole  # whole numbers up to the size of a map: exact
    found: Column = np.where(apart, 1 / (1 + common.astype(float)), 0).sum(axis=(1, 2))
    return found


def _constraint(tied: Truth, degree: npt.NDArray[np.int64]) -> dict[str, Column]:
    maps, n = degree.shape
    if not n:
        return dict.fromkeys(("constraint", "hierarchy"), np.full(maps, np.nan))
    part = 1 / (1 + degree)
    local = ((1 + (tied @ part[:, :, None])[:, :, 0]) / n) ** 2
    total = local.sum(axis=1)
    if n < 2:
        return {"constraint": total, "hierarchy": np.full(maps, np.nan)}
    ratio = local / (total / n)[:, None]
    uneven = (ratio * np.log(ratio)).sum(axis=1) / (n * np.log(n))
    return {"constraint": total, "hierarchy": np.maximum(0.0, uneven)}


def _roles(apart: Truth, groups: npt.NDArray[np.int64]) -> dict[str, npt.NDArray[Any]]:
    in_school = [n for n, id_ in enumerate(settings()) if vocabulary().is_inside(id_)]
    known, inside = groups != MISSING, np.isin(groups, in_school)
    outside = known & ~inside

    def pairs(one: Truth, other: Truth) -> Truth:
        both: Truth = one[:, :, None] & other[:, None, :]
        return both

    def count(those: Truth) -> npt.NDArray[Any]:
        found: npt.NDArray[Any] = (apart & those).sum(axis=(1, 2))
        return found

    both_out = pairs(outside, outside)
    same = groups[:, :, None] == groups[:, None, :]
    return {
        "coordinator": count(pairs(inside, inside)),
        "consultant": count(both_out & same),
        "gatekeeper": count(pairs(inside, outside) | pairs(outside, inside)),
        "liaison": count(both_out & ~same),
    }


def _reaching(tied: Truth, possible: int) -> dict[str, Any]:
    """Return the measures that follow from reachability."""
    maps, n, _ = tied.shape
    if n > MOST_BITS:
        return _one_by_one(tied)
    if not n:
        nothing = np.zeros(maps)
        return {
            "components": nothing,
            "largest_component": nothing,
            "pairs_only_through_me": np.full(maps, np.nan),
            "hinge_partners": nothing,
        }
    bit = np.uint64(1) << np.arange(n, dtype=np.uint64)
    around: Bits = np.where(tied, bit, np.uint64(0)).sum(axis=2, dtype=np.uint64)
    reached = _closed((around | bit).T)
    size = np.bitwise_count(reached.T).astype(float)
    within = (size - 1).sum(axis=1) / 2
    # Without a partner, do those they know still reach each other? A bit of one of them grows.
    lowest = around & (~around + np.uint64(1))
    without = _grown(lowest.T, around.T, ~bit[:, None])
    hinges = ((around & ~without.T) != 0).sum(axis=1)
    return {
        "components": np.rint((1 / size).sum(axis=1)),
        "largest_component": size.max(axis=1),
        "pairs_only_through_me": possible - within if n > 1 else np.full(maps, np.nan),
        "hinge_partners": hinges,
    }


def _closed(around: Bits) -> Bits:
    """Return the partners reached from each, a row a partner and a column a map (Warshall)."""
    reached, found = np.ascontiguousarray(around), np.empty(around.shape, dtype=np.uint64)
    for at, row in enumerate(reached):
        reached |= _of_those(reached, at, row.copy(), found)
    return reached


def _grown(start: Bits, around: Bits, allowed: Bits) -> Bits:
    """Return the partners reached from each start, in the same way, through those allowed alone."""
    reached, found = np.ascontiguousarray(start), np.empty(start.shape, dtype=np.uint64)
    rows = np.ascontiguousarray(around)
    while True:
        before = reached.copy()
        for at, row in enumerate(rows):
            reached |= _of_those(reached, at, row, found) & allowed
        if (reached == before).all():
            return reached


def _of_those(reached: Bits, at: int, row: Bits, found: Bits) -> Bits:
    """Return `row` where partner `at` is reached, and nobody elsewhere; `found` is written over."""
    np.right_shift(reached, np.uint64(at), out=found)
    np.bitwise_and(found, np.uint64(1), out=found)
    return np.multiply(found, row, out=found)


def _one_by_one(tied: Truth) -> dict[str, Any]:
    """Return the same of maps with more partners than there are bits."""
    from app.analysis.cohesion import pairs_only_through_me
    from app.analysis.graph import components, hinges
    from app.analysis.graph_library import Graph

    rows = []
    for one in tied:
        among: Any = Graph()
        among.add_nodes_from(range(len(one)))
        among.add_edges_from(zip(*np.nonzero(np.triu(one)), strict=True))
        parts = components(among)
        rows.append((len(parts), len(parts[0]), pairs_only_through_me(among), len(hinges(among))))
    names = ("components", "largest_component", "pairs_only_through_me", "hinge_partners")
    return dict(zip(names, np.array(rows, dtype=float).T, strict=True))
