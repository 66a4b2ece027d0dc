"""Where a label can be written around a disc, and which of those places is liked best."""

import math
from functools import lru_cache
from typing import Final, NamedTuple

from app.analysis.picture import Align
from app.analysis.room import PAD, Shape
from app.analysis.wording import Wording, Writer

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


class Labels:
    """The places for labels around people who stand around a middle; remembers them."""

    def __init__(self, writer: Writer, cx: float, cy: float) -> None:
        self._writer = writer
        self._cx = cx
        self._cy = cy
        self._around: dict[tuple[str, int, bool], list[Label]] = {}
        self._liked: dict[tuple[str, int, bool, int], list[tuple[float, Label]]] = {}

    def around(
        self, name: str, disc: int, x: float, y: float, *, short: bool
    ) -> list[tuple[float, Label]]:
        """Return the places around a disc at a point with their dislike, the best first.

        A label stands outwards: left of people on the left, right of those on the right, above
        or below those straight above or below the middle. With `short` the name may lose its
        end.
        """
        turn = math.atan2(x - self._cx, self._cy - y) / (2 * math.pi)
        key = (name, disc, short, round(turn * _DIRECTIONS) % _DIRECTIONS)
        liked = self._liked.get(key)
        if liked is None:
            around = self._around.get(key[:3])
            if around is None:
                around = _labels_around(self._writer.whole(name), disc)
                if short:
                    around = [*around, *_labels_around(self._writer.shortened(name), disc)]
                self._around[key[:3]] = around
            angle = 2 * math.pi * key[3] / _DIRECTIONS
            right, down = math.sin(angle), -math.cos(angle)
            sides = (1.0 - right, 1.0 + right, 1.25 - down, 1.25 + down)
            liked = self._liked[key] = [
                (label.dislike + sides[label.side], label) for label in around
            ]
            liked.sort(key=_dislike)
        return liked


@lru_cache(maxsize=256)
def _labels_around(wordings: tuple[Wording, ...], disc: int) -> list[Label]:
    """Return the places for a label around a disc; kept, as names come again at every edit."""
    half = disc / 2
    labels: list[Label] = []
    for wording in wordings:
        w, h = wording.w, wording.h
        if w > PAD - 100:
            continue
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
        labels += [
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
    return labels


def _side(part: float) -> Align:
    return "centre" if abs(part) < 0.6 else "left" if part > 0 else "right"


def _dislike(liked: tuple[float, Label]) -> float:
    return liked[0]
