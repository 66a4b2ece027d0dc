"""Names that touch, moved apart by a few pixels once everybody has a place."""

from collections.abc import Mapping
from itertools import combinations
from typing import Final

from app.layout.picture import Box, Picture, Spot
from app.layout.seats import TAIL_DOT

_APART: Final = 5.0
"""Pixels from which two names are read as two."""

_BELOW: Final = 4.0
"""And below each other: closer, two names look like one on two lines."""

MOST: Final = 30
"""Among more people a name that steps aside from one comes near to another's disc."""


def names_apart(picture: Picture) -> Picture:
    """Return the picture with names that touch further apart, where nothing else is in the way.

    Looking for other places while people are seated takes three times as long; this takes none.
    """
    if len(picture.spots) > MOST:
        return picture
    spots = dict(picture.spots)
    fixed = in_the_way(picture)
    whole = Box(0.0, 0.0, picture.width, picture.height)
    named = [key for key, spot in spots.items() if spot.box is not None]
    for one, other in combinations(named, 2):
        for key, dx, dy in _ways(one, spots[one].box, other, spots[other].box):
            box = spots[key].box
            assert box is not None
            moved = box._replace(x=box.x + dx, y=box.y + dy)
            names = [s.box for k, s in spots.items() if s.box is not None and k != key]
            if not within(moved, whole) or moved.overlaps_any([*fixed, *names]):
                continue
            if not is_a_strangers(moved, key, spots):
                spots[key] = spots[key]._replace(box=moved)
                break
    return picture._replace(spots=spots)


def _ways(one: str, a: Box | None, other: str, b: Box | None) -> list[tuple[str, float, float]]:
    """Return how either of two names could step aside; nothing where they do not touch."""
    if a is None or b is None:
        return []
    across, down = _apart(a, b)
    if down < -_APART and 0 <= across < _APART:
        by = (_APART - across) * (1 if b.x > a.x else -1)
        return [(other, by, 0.0), (one, -by, 0.0)]
    if across < -_APART and 0 <= down < _BELOW:
        by = (_BELOW - down) * (1 if b.y > a.y else -1)
        return [(other, 0.0, by), (one, 0.0, -by), (other, 0.0, by / 2), (one, 0.0, -by / 2)]
    return []


def in_the_way(picture: Picture) -> list[Box]:
    """Return what no name may cover: words, the middle, discs and the ends of tails."""
    half = picture.ego / 2
    boxes = [*picture.words, Box(picture.cx - half, picture.cy - half, picture.ego, picture.ego)]
    for spot in picture.spots.values():
        boxes.append(spot.disc)
        if spot.tail is not None:
            x, y = spot.tail
            boxes.append(Box(x - TAIL_DOT, y - TAIL_DOT, 2 * TAIL_DOT, 2 * TAIL_DOT))
    return boxes


def is_a_strangers(box: Box, key: str, spots: Mapping[str, Spot]) -> bool:
    """Tell whether a name would stand nearer to another's disc than to its own."""
    own = _square_away(box, spots[key])
    return any(_square_away(box, spot) < own for other, spot in spots.items() if other != key)


def _square_away(box: Box, spot: Spot) -> float:
    """Return how far a name is from the square around a disc, multiplied by itself."""
    left, top, wide, high = box
    half = spot.diameter / 2
    across = max(left - spot.x - half, spot.x - half - left - wide, 0.0)
    down = max(top - spot.y - half, spot.y - half - top - high, 0.0)
    return across * across + down * down


def _apart(a: Box, b: Box) -> tuple[float, float]:
    """Return how far two boxes are from each other, across and down; below 0 where they share."""
    return max(b.x - a.x - a.w, a.x - b.x - b.w), max(b.y - a.y - a.h, a.y - b.y - b.h)


def within(box: Box, whole: Box) -> bool:
    """Tell whether a box lies inside another."""
    return box.x >= 0 and box.y >= 0 and box.x + box.w <= whole.w and box.y + box.h <= whole.h
