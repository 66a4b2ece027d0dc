"""The lines of a picture while people are placed: to the middle, or from a disc to its contact.

A line that runs under somebody else reads as a line to them, and a name on a line is read
with effort. Both are avoided where there is room; nothing here is ever in the way.
"""

import math
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from app.layout.room import ROW, Shape

_CELL: Final = 6
"""Lines are noted in squares of as many pixels, which is about how wide they are."""

_AIR: Final = 3.0
"""Pixels between a disc and a line that passes it."""


class Beam(NamedTuple):
    """Somebody as seen from the middle: where the disc is, and the line in that direction."""

    angle: float
    """Radians clockwise from the top."""
    away: float
    """Pixels from the middle to that of the disc."""
    half: float
    """How much of a turn the disc takes to either side."""
    start: float
    """Pixels from the middle to where the line begins; `end` likewise. Equal without a line."""
    end: float

    def passes(self, other: "Beam") -> bool:
        """Tell whether the line of one of the two runs under the disc of the other."""
        under, over = self.start < other.away < self.end, other.start < self.away < other.end
        if not under and not over:
            return False
        turn = abs(self.angle - other.angle)
        turn = min(turn, 2 * math.pi - turn)
        return (under and turn < other.half) or (over and turn < self.half)


def beam(across: float, down: float, radius: float, inside: float, end: float | None) -> Beam:
    """Return somebody at a place from the middle, with the line inwards, or to an `end`.

    `radius` is that of the disc, `inside` that of the middle.
    """
    away = math.hypot(across, down)
    half = math.asin(min(1.0, (radius + _AIR) / max(away, 1.0)))
    if end is None:
        start, stop = inside, max(inside, away - radius)
    elif end > away:
        start, stop = away + radius, max(end, away + radius)
    else:
        start, stop = min(end, away - radius), away - radius
    return Beam(math.atan2(across, -down), away, half, start, stop)


class Beams:
    """The lines that are there now."""

    def __init__(self, cx: float, cy: float) -> None:
        self._cx, self._cy = cx, cy
        self._beams: dict[str, Beam] = {}
        self._counts: list[defaultdict[int, int]] = []
        """How many lines run through each square: a column is a bit of the row, and the number of
        them is written in binary, its lowest digits first."""
        self._rows: defaultdict[int, int] = defaultdict(int)
        """Where there are any."""

    def add(self, lines: Mapping[str, Beam]) -> None:
        """Note the lines of some, by who they are of."""
        self._beams.update(lines)
        counts, rows = self._counts, self._rows
        for one in lines.values():
            for row, columns in _cells(self._cx, self._cy, one.angle, one.start, one.end):
                rows[row] |= columns
                carried = columns
                for digit in counts:
                    before = digit[row]
                    digit[row] = before ^ carried
                    carried &= before
                    if not carried:
                        break
                else:
                    counts.append(defaultdict(int, {row: carried}))

    def remove(self, key: str) -> None:
        """Forget the line of somebody, if there is any."""
        one = self._beams.pop(key, None)
        if one is None:
            return
        for row, columns in _cells(self._cx, self._cy, one.angle, one.start, one.end):
            borrowed = columns
            left = 0
            for digit in self._counts:
                before = digit[row]
                digit[row] = before ^ borrowed
                borrowed &= ~before
                left |= digit[row]
            self._rows[row] = left

    def passing(self, one: Beam) -> int:
        """Count the others on the same line from the middle."""
        angle, away, half, start, end = one
        found = 0
        for other_angle, other_away, other_half, other_start, other_end in self._beams.values():
            # As `passes` has it, written out: this is asked thousands of times.
            turn = abs(angle - other_angle)
            if turn > math.pi:
                turn = 2 * math.pi - turn
            if (turn < other_half and start < other_away < end) or (
                turn < half and other_start < away < other_end
            ):
                found += 1
        return found

    def runs_through(self, x: int, y: int, shape: Shape) -> bool:
        """Tell whether any line runs through a shape at an anchor."""
        left, right = (x + shape.left + 4) // _CELL, (x + shape.right - 4) // _CELL
        if right < left or left < 0:
            return False
        mask = ((1 << (right - left + 1)) - 1) << left
        top = (y + ROW * shape.top + 2) // _CELL
        rows = self._rows
        for row in range(top, (y + ROW * shape.bottom - 2) // _CELL + 1):
            if rows.get(row, 0) & mask:
                return True
        return False


@lru_cache(maxsize=2048)
def _cells(
    cx: float, cy: float, angle: float, start: float, end: float
) -> tuple[tuple[int, int], ...]:
    """Return the rows a line runs through, each with the columns it does as bits.

    Kept, as most people stay where they are.
    """
    across, down = math.sin(angle), -math.cos(angle)
    count = int((end - start) / _CELL * 1.5)
    step = (end - start) / max(1, count)
    found: defaultdict[int, int] = defaultdict(int)
    for number in range(count + 1 if count else 0):
        away = start + step * number
        x, y = cx + away * across, cy + away * down
        if x >= 0 and y >= 0:
            found[int(y) // _CELL] |= 1 << int(x) // _CELL
    return tuple(found.items())
