"""Where a label can be written around a disc, and which of those places is liked best."""

import math
from functools import lru_cache
from typing import Final, NamedTuple

from app.layout.names import Wording, Writer
from app.layout.picture import Align
from app.layout.room import Shape

_BESIDE: Final = 5.0
"""Pixels between a disc and a label beside it; `_BELOW` likewise above and below."""
_BELOW: Final = 2.0
_AIR: Final = 3.0
"""Pixels kept free before and after a label."""
_DIRECTIONS: Final = 48
"""Into how many directions the circle is rounded to choose the side of a label."""

_BESIDE_SHIFTS: Final = ((0.0, 0.0), (0.5, 0.3), (-0.5, 0.3), (1.0, 0.6), (-1.0, 0.6))
_BELOW_SHIFTS: Final = ((0.0, 0.0), (0.5, 0.35), (-0.5, 0.35), (1.0, 0.6), (-1.0, 0.6))


class Label(NamedTuple):
    """A wording at a place, from the middle of the disc."""

    x: float
    y: float
    w: float
    h: float
    dislike: float
    """How much this place is disliked, whatever the direction from the middle."""
    side: int
    """0 is right, 1 left, 2 below, 3 above."""
    wording: Wording
    align: Align
    shape: Shape
    """From the middle of the disc."""


Liked = tuple[tuple[float, Label], ...]
"""Places for a label with their dislike, the best first."""


def label_at(x: float, y: float, wording: Wording, align: Align) -> Label:
    """Return a label that stands at a place already, from the middle of the disc."""
    w, h = wording.w, wording.h
    return Label(x, y, w, h, 0.0, 0, wording, align, Shape(x - _AIR, y, w + 2 * _AIR, h))


def labels_around(
    writer: Writer, name: str, disc: int, across: float, down: float, *, short: bool
) -> Liked:
    """Return the places for a name around a disc, whose middle lies there from the centre.

    A label stands outwards: left of people on the left, right of those on the right, above
    or below those straight above or below the centre. With `short` the name may lose its end.
    """
    turn = math.atan2(across, -down) / (2 * math.pi)
    return _liked(writer, name, disc, short, round(turn * _DIRECTIONS) % _DIRECTIONS)


@lru_cache(maxsize=2048)
def _liked(writer: Writer, name: str, disc: int, short: bool, direction: int) -> Liked:
    """Return the places in one direction; kept, as names come again at every edit."""
    angle = 2 * math.pi * direction / _DIRECTIONS
    right, down = math.sin(angle), -math.cos(angle)
    sides = (1.0 - right, 1.0 + right, 1.25 - down, 1.25 + down)
    labels = _whole(writer, name, disc)
    if short:
        labels = labels + _shortened(writer, name, disc)
    liked = [(label.dislike + sides[label.side], label) for label in labels]
    return tuple(sorted(liked, key=_dislike))


@lru_cache(maxsize=512)
def _whole(writer: Writer, name: str, disc: int) -> list[Label]:
    return [label for wording in writer.whole(name) for label in _places(wording, disc)]


@lru_cache(maxsize=512)
def _shortened(writer: Writer, name: str, disc: int) -> list[Label]:
    return [label for wording in writer.shortened(name) for label in _places(wording, disc)]


def _places(wording: Wording, disc: int) -> list[Label]:
    half = disc / 2
    w, h = wording.w, wording.h
    spare = (w - disc) / 2
    below_shifts = _BELOW_SHIFTS if spare > 0 else _BELOW_SHIFTS[:1]
    right, left = half + _BESIDE, -half - _BESIDE - w
    below, above = half + _BELOW, -half - _BELOW - h
    places: list[tuple[float, float, float, int, Align]] = [
        *((right, part * half - h / 2, extra, 0, "left") for part, extra in _BESIDE_SHIFTS),
        *((left, part * half - h / 2, extra, 1, "right") for part, extra in _BESIDE_SHIFTS),
        *((part * spare - w / 2, below, extra, 2, _side(part)) for part, extra in below_shifts),
        *((part * spare - w / 2, above, extra, 3, _side(part)) for part, extra in below_shifts),
    ]
    return [
        Label(
            x,
            y,
            w,
            h,
            wording.dislike + extra,
            side,
            wording,
            align,
            Shape(x - _AIR, y, w + 2 * _AIR, h),
        )
        for x, y, extra, side, align in places
    ]


def _side(part: float) -> Align:
    return "centre" if abs(part) < 0.6 else "left" if part > 0 else "right"


def _dislike(liked: tuple[float, Label]) -> float:
    return liked[0]
