"""Where a label can be written around a disc, and which of those places is liked best."""

import math
from functools import cached_property, lru_cache
from typing import Final

from app.layout.name_writer import Wording, Writer
from app.layout.picture import Align
from app.layout.room import AROUND, Shape

BESIDE: Final = 6.0
"""Pixels between a disc and a label beside it; `BELOW` likewise above and below."""
BELOW: Final = 2.0
_AIR: Final = 3.0
"""Pixels kept free before and after a label."""
_CLEAR: Final = 7.0
"""Pixels by which a label would rather keep clear of other people than its own."""
_ON_OWN_LINE: Final = 1.0
"""How much the side of the own line is disliked; a tail takes that side altogether."""
_TAIL: Final = 8.0
"""Pixels around a tail on which no name is written."""
_DIRECTIONS: Final = 48
"""Into how many directions the circle is rounded to choose the side of a label."""

_LEVEL: Final = 1e-9
"""What is less than this is no way at all."""

_BESIDE_SHIFTS: Final = ((0.0, 0.0), (0.5, 0.3), (-0.5, 0.3), (1.0, 0.6), (-1.0, 0.6))
_BELOW_SHIFTS: Final = ((0.0, 0.0), (0.5, 0.35), (-0.5, 0.35), (1.0, 0.6), (-1.0, 0.6))


class Label:
    """A wording at a place, from the middle of the disc."""

    def __init__(
        self, x: float, y: float, wording: Wording, dislike: float, side: int, align: Align
    ) -> None:
        self.x, self.y = x, y
        self.w, self.h = w, h = wording.w, wording.h
        self.wording = wording
        self.dislike = dislike
        """How much this place is disliked, whatever the direction from the middle."""
        self.side = side
        """0 is right, 1 left, 2 below, 3 above."""
        self.align: Align = align
        self.shape = Shape(x - _AIR, y, w + 2 * _AIR, h)
        """From the middle of the disc."""

    # Of most places nobody asks these.

    @cached_property
    def clear(self) -> Shape:
        """Return the shape with air on the sides that do not face the disc."""
        return _cleared(self.x, self.y, self.w, self.h, self.side)

    @cached_property
    def own(self) -> Shape:
        """Return the shape as far around as its own disc is away: another within that is nearer."""
        return _own(self.x, self.y, self.w, self.h, self.side)


Liked = tuple[tuple[float, Label], ...]
"""Places for a label with their dislike, the best first."""


def label_at(x: float, y: float, wording: Wording, align: Align) -> Label:
    """Return a label that stands at a place already, from the middle of the disc."""
    label = Label(x, y, wording, 0.0, 0, align)
    label.clear = label.own = label.shape
    return label


def labels_around(
    writer: Writer, name: str, disc: int, across: float, down: float, *, short: bool, tail: int = 0
) -> Liked:
    """Return the places for a name around a disc, whose middle lies there from the centre.

    A label stands outwards: left of people on the left, right of those on the right, above
    or below those straight above or below the centre. With `short` the name may lose its end.
    `tail` is 1 where there is one outwards and -1 where it runs inwards: it keeps names off.
    """
    turn = math.atan2(across, -down) / (2 * math.pi)
    return _liked(writer, name, disc, short, round(turn * _DIRECTIONS) % _DIRECTIONS, tail)


@lru_cache(maxsize=4096)
def _liked(writer: Writer, name: str, disc: int, short: bool, direction: int, tail: int) -> Liked:
    """Return the places in one direction; kept, as names come again at every edit."""
    angle = 2 * math.pi * direction / _DIRECTIONS
    right, down = math.sin(angle), -math.cos(angle)
    sides = (1.0 - right, 1.0 + right, 1.25 - down, 1.25 + down)
    labels = _whole(writer, name, disc)
    if short:
        labels = labels + _shortened(writer, name, disc)
    way = tail or -1
    liked = []
    for label in labels:
        dislike = label.dislike + sides[label.side]
        if _lies_on(label, right * way, down * way):
            if tail:
                continue
            dislike += _ON_OWN_LINE
        liked.append((dislike, label))
    return tuple(sorted(liked, key=_dislike))


def _lies_on(label: Label, across: float, down: float) -> bool:
    """Tell whether a label lies on the line from the middle of the disc in a direction."""
    left, top = label.x - _TAIL, label.y - _TAIL
    right, bottom = label.x + label.w + _TAIL, label.y + label.h + _TAIL
    if (across <= 0 < left) or (right < 0 <= across) or (down <= 0 < top) or (bottom < 0 <= down):
        return False  # on another side, as most are
    near, far = _stretch(left, right, across)
    nearest, farthest = _stretch(top, bottom, down)
    return max(near, nearest, 0.0) < min(far, farthest)


def _stretch(low: float, high: float, part: float) -> tuple[float, float]:
    """Return from where to where a line is between two bounds, of which it goes `part` a step."""
    if part > _LEVEL:
        return low / part, high / part
    if part < -_LEVEL:
        return high / part, low / part
    return (-math.inf, math.inf) if low < 0.0 < high else (math.inf, -math.inf)


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
    right, left = half + BESIDE, -half - BESIDE - w
    below, above = half + BELOW, -half - BELOW - h
    places: list[tuple[float, float, float, int, Align]] = [
        *((right, part * half - h / 2, extra, 0, "left") for part, extra in _BESIDE_SHIFTS),
        *((left, part * half - h / 2, extra, 1, "right") for part, extra in _BESIDE_SHIFTS),
        *((part * spare - w / 2, below, extra, 2, _side(part)) for part, extra in below_shifts),
        *((part * spare - w / 2, above, extra, 3, _side(part)) for part, extra in below_shifts),
    ]
    return [
        Label(x, y, wording, wording.dislike + extra, side, align)
        for x, y, extra, side, align in places
    ]


def _cleared(x: float, y: float, w: float, h: float, side: int) -> Shape:
    """Return a label with air on all sides but that of its own disc."""
    left = _AIR if side == 0 else _AIR + _CLEAR
    right = _AIR if side == 1 else _AIR + _CLEAR
    above = 0.0 if side == 2 else _CLEAR
    below = 0.0 if side == 3 else _CLEAR
    return Shape(x - left, y - above, w + left + right, h + above + below)


def _own(x: float, y: float, w: float, h: float, side: int) -> Shape:
    """Return a label with the room in which no other disc, with its air, may stand."""
    air = (BESIDE if side < 2 else BELOW) - AROUND
    left, right = (0.0 if side == 0 else air), (0.0 if side == 1 else air)
    above, below = (0.0 if side == 2 else air), (0.0 if side == 3 else air)
    return Shape(x - left, y - above, w + left + right, h + above + below)


def _side(part: float) -> Align:
    return "centre" if abs(part) < 0.6 else "left" if part > 0 else "right"


def _dislike(liked: tuple[float, Label]) -> float:
    return liked[0]
