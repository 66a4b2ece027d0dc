"""Where people stand who share one place of the plot: side by side, always in the same way."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

GAP = 3.0
"""Pixels between two marks."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How the people of one cell stand."""

    diameter: float
    """Pixels each of them is wide."""
    places: tuple[tuple[float, float], ...]
    """Pixels from the middle of the cell, to the right and down, for each of them in turn."""


@lru_cache(maxsize=512)
def spread(count: int, width: float, height: float, largest: float) -> Cell:
    """Return places in a cell of `width` by `height` pixels so that nobody hides anybody.

    They are as large as fits, and at most `largest`: in rows of one length, the last one
    centred. The same people stand in the same way every time: most places are as before an edit.
    """
    if count <= 0:
        return Cell(largest, ())
    columns, pitch = max(
        ((c, min(width / c, height / ceil(count / c))) for c in range(1, count + 1)),
        key=lambda tried: (round(tried[1], 6), -abs(tried[0] - ceil(count / tried[0]))),
    )
    pitch = min(pitch, largest + GAP)
    columns = max(columns, min(count, int(width / pitch)))
    rows = [min(columns, count - start) for start in range(0, count, columns)]  # people in each row
    top = -(len(rows) - 1) / 2 * pitch
    places: list[tuple[float, float]] = []
    for number, row in enumerate(rows):
        left = -(row - 1) / 2 * pitch
        places += [(left + at * pitch, top + number * pitch) for at in range(row)]
    # Where it is very crowded, less room between them rather than one over another.
    return Cell(pitch - min(GAP, pitch / 4), tuple(places))


def cells(placed: Sequence[tuple[int, int]]) -> dict[tuple[int, int], list[int]]:
    """Return the people in each cell, as their indices in `placed`."""
    found: dict[tuple[int, int], list[int]] = {}
    for number, cell in enumerate(placed):
        found.setdefault(cell, []).append(number)
    return found
