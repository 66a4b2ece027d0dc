"""Which part of the picture is taken, to ask quickly whether something still fits."""

import math
from typing import Final

ROW: Final = 2
"""Pixels to a row. Along a row every pixel is one bit."""

PAD: Final = 800
"""Pixels of taken room around the picture, so that what reaches outside does not fit."""


class Shape:
    """A rectangle around an anchor, rounded outwards to whole bits and rows."""

    __slots__ = ("bits", "bottom", "left", "right", "top")

    def __init__(self, x: float, y: float, w: float, h: float) -> None:
        self.left = math.floor(x)
        self.right = math.ceil(x + w)
        self.bits = (1 << (self.right - self.left)) - 1
        self.top = math.floor(y / ROW)
        self.bottom = math.ceil((y + h) / ROW)

    def edges(self, x: int, y: int) -> tuple[int, int, int, int]:
        """Return left, top, right and bottom in pixels for an anchor."""
        return x + self.left, y + ROW * self.top, x + self.right, y + ROW * self.bottom


class Room:
    """The pixels of a picture, free or taken.

    Shapes are asked for by an anchor, a point with whole even coordinates. What does not overlap
    here does not overlap in the picture either.
    """

    def __init__(self, width: float, height: float, margin: float) -> None:
        everything = (1 << (math.ceil(width) + 2 * PAD)) - 1
        span = max(0, int(width - margin) - math.ceil(margin))
        inside = ((1 << span) - 1) << (PAD + math.ceil(margin))
        self._rows = [everything] * (math.ceil(height / ROW) + 2 * (PAD // ROW))
        first = PAD // ROW + math.ceil(margin / ROW)
        last = PAD // ROW + int((height - margin) / ROW)
        for i in range(first, last):
            self._rows[i] = everything & ~inside

    def is_free(self, x: int, y: int, shape: Shape) -> bool:
        """Tell whether a shape at an anchor lies inside the picture and on nothing taken."""
        bits = shape.bits << (x + shape.left + PAD)
        row = (y + PAD) >> 1
        for taken in self._rows[row + shape.top : row + shape.bottom]:  # noqa: SIM110 - hot loop
            if taken & bits:
                return False
        return True

    def take(self, x: int, y: int, shape: Shape) -> None:
        """Take a shape at an anchor."""
        bits = shape.bits << (x + shape.left + PAD)
        row = (y + PAD) >> 1
        rows = self._rows
        for i in range(max(0, row + shape.top), min(len(rows), row + shape.bottom)):
            rows[i] |= bits

    def release(self, x: int, y: int, shape: Shape) -> None:
        """Give back a shape that was free when it was taken."""
        bits = shape.bits << (x + shape.left + PAD)
        row = (y + PAD) >> 1
        rows = self._rows
        for i in range(max(0, row + shape.top), min(len(rows), row + shape.bottom)):
            rows[i] &= ~bits
