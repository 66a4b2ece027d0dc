"""Which part of a picture that is larger than its frame is seen first."""

import math
from collections.abc import Sequence
from typing import Final

from app.layout.picture import Box, Spot

_STEPS: Final = 12
"""Parts tried to either side of the middle, across as well as down."""
_FURTHEST: Final = 0.36
"""How far from the middle of the picture, as a share of the part that is seen: it stays in it."""
_NO_NAME: Final = 0.5
"""How much it is disliked that a disc is seen and its name is not, in names that are."""


def first_view(
    spots: Sequence[Spot], whole: tuple[float, float], part: tuple[float, float], over: Box | None
) -> tuple[float, float]:
    """Return the middle of the part in which most people are seen with their whole name.

    Of parts that show as many it is the one nearest to the middle of the picture. All sizes in
    pixels of the picture; `over` lies over the part, counted from its corner.
    """
    boxes, discs = [spot.box for spot in spots], [spot.disc for spot in spots]
    middle = whole[0] / 2, whole[1] / 2
    # Across and down by themselves, a bit for everybody: then each part takes three operations.
    across = {
        x: (
            _bits([box is not None and _is_in(box.x, box.w, x, part[0]) for box in boxes]),
            _bits([_is_in(disc.x, disc.w, x, part[0]) for disc in discs]),
            _bits([_meets(box, over, x) for box in boxes]),
        )
        for x in _tried(middle[0], part[0], whole[0])
    }
    down = {
        y: (
            _bits([box is not None and _is_in(box.y, box.h, y, part[1]) for box in boxes]),
            _bits([_is_in(disc.y, disc.h, y, part[1]) for disc in discs]),
            _bits([_meets(_turned(box), _turned(over), y) for box in boxes]),
        )
        for y in _tried(middle[1], part[1], whole[1])
    }

    def worth(x: float, y: float) -> tuple[float, float]:
        (names, seen, under), (others, also, beneath) = across[x], down[y]
        named = names & others & ~(under & beneath)
        nameless = seen & also & ~named
        away = math.hypot(x + part[0] / 2 - middle[0], y + part[1] / 2 - middle[1])
        return named.bit_count() - _NO_NAME * nameless.bit_count(), -away

    left, top = max(((x, y) for x in across for y in down), key=lambda corner: worth(*corner))
    return left + part[0] / 2, top + part[1] / 2


def _tried(middle: float, side: float, of: float) -> list[float]:
    """Return where the part may begin, across or down."""
    begin = middle - side / 2
    steps = [begin + _FURTHEST * side * step / _STEPS for step in range(-_STEPS, _STEPS + 1)]
    return [place for place in steps if 0 <= place <= of - side] or [begin]


def _bits(held: Sequence[bool]) -> int:
    return sum([1 << number for number, holds in enumerate(held) if holds])


def _turned(box: Box | None) -> Box | None:
    return Box(box.y, box.x, box.h, box.w) if box is not None else None


def _is_in(at: float, long: float, begin: float, side: float) -> bool:
    return begin <= at and at + long <= begin + side


def _meets(box: Box | None, over: Box | None, begin: float) -> bool:
    """Tell whether a box lies, across, below what is over a part that begins here."""
    if box is None or over is None:
        return False
    return box.x < begin + over.x + over.w and begin + over.x < box.x + box.w
