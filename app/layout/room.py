"""Which part of the picture is taken, to ask quickly whether something still fits."""

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from app.layout.picture import Box

AROUND: Final = 2.0
"""Pixels kept free around a disc."""
ROW: Final = 2
"""Pixels to a row. Along a row every pixel is one bit."""

_FLATTEST: Final = 7
"""Every shape is at least this many rows high, so that every seventh row tells what is taken."""


class Shape:
    """A rectangle around an anchor, rounded outwards to whole bits and rows."""

    __slots__ = ("bits", "bottom", "left", "right", "top")

    def __init__(self, x: float, y: float, w: float, h: float) -> None:
        self.left = math.floor(x)
        self.right = math.ceil(x + w)
        self.bits = (1 << (self.right - self.left)) - 1
        self.top = math.floor(y / ROW)
        self.bottom = max(math.ceil((y + h) / ROW), self.top + _FLATTEST)

    def edges(self, x: int, y: int) -> tuple[int, int, int, int]:
        """Return left, top, right and bottom in pixels for an anchor."""
        return x + self.left, y + ROW * self.top, x + self.right, y + ROW * self.bottom


class Room:
    """The pixels of a picture, free or taken.

    Shapes are asked for by an anchor, a point with whole even coordinates. What does not overlap
    here does not overlap in the picture either.
    """

    def __init__(self, width: float, height: float, margin: float) -> None:
        self._left = math.ceil(margin)
        self._right = int(width - margin)
        self._top = math.ceil(margin / ROW)
        self._bottom = int((height - margin) / ROW)
        self._rows = [0] * max(0, self._bottom)

    def copy(self) -> "Room":
        """Return another room in which the same is taken."""
        other = Room(0, 0, 0)
        other._left, other._right = self._left, self._right
        other._top, other._bottom = self._top, self._bottom
        other._rows = self._rows.copy()
        return other

    def take_boxes(self, boxes: Iterable[Box]) -> None:
        """Take boxes of the picture, as `take` does with shapes: all of them in one go."""
        rows = self._rows
        for bits, top, bottom in map(_pixels_of, boxes):
            rows[top:bottom] = [row | bits for row in rows[top:bottom]]

    def take_all(self, other: "Room") -> None:
        """Take what is taken in another room of the same size."""
        self._rows = [mine | theirs for mine, theirs in zip(self._rows, other._rows, strict=True)]  # noqa: SLF001

    def is_free(self, x: int, y: int, shape: Shape) -> bool:
        """Tell whether a shape at an anchor lies inside the picture and on nothing taken."""
        left = x + shape.left
        row = y >> 1
        top, bottom = row + shape.top, row + shape.bottom
        if left < self._left or x + shape.right > self._right:
            return False
        if top < self._top or bottom > self._bottom:
            return False
        bits = shape.bits << left
        rows = self._rows
        if rows[bottom - 1] & bits:
            return False
        for taken in rows[top : bottom - 1 : _FLATTEST]:  # noqa: SIM110 - hot loop
            if taken & bits:
                return False
        return True

    def count_free(self, x: int, y: int, shapes: Iterable[Shape]) -> int:
        """Count the shapes that are free at an anchor; as `is_free` of each, in one go."""
        row, rows, found = y >> 1, self._rows, 0
        for shape in shapes:
            left, top, bottom = x + shape.left, row + shape.top, row + shape.bottom
            if left < self._left or x + shape.right > self._right:
                continue
            if top < self._top or bottom > self._bottom:
                continue
            bits = shape.bits << left
            if rows[bottom - 1] & bits:
                continue
            for taken in rows[top : bottom - 1 : _FLATTEST]:
                if taken & bits:
                    break
            else:
                found += 1
        return found

    def take(self, x: int, y: int, shape: Shape) -> None:
        """Take a shape at an anchor; what lies outside the picture is taken already."""
        left = x + shape.left
        bits = shape.bits << left if left >= 0 else shape.bits >> -left
        row = y >> 1
        rows = self._rows
        for i in range(max(0, row + shape.top), min(len(rows), row + shape.bottom)):
            rows[i] |= bits

    def release(self, x: int, y: int, shape: Shape) -> None:
        """Give back a shape that was free when it was taken."""
        left = x + shape.left
        bits = ~(shape.bits << left if left >= 0 else shape.bits >> -left)
        row = y >> 1
        rows = self._rows
        for i in range(max(0, row + shape.top), min(len(rows), row + shape.bottom)):
            rows[i] &= bits


@lru_cache(maxsize=1024)
def _pixels_of(box: Box) -> tuple[int, int, int]:
    """Return what a box takes of a row, and from which row to which; kept, as most people stay."""
    x, y, w, h = box
    left, right = math.floor(x), math.ceil(x + w)
    bits = (1 << (right - left)) - 1
    bits = bits << left if left >= 0 else bits >> -left
    top = math.floor(y / ROW)
    bottom = max(math.ceil((y + h) / ROW), top + _FLATTEST)
    return bits, max(0, top), max(0, bottom)
