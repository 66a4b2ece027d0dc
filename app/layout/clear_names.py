"""Names that lie on a tail or stand by somebody else, moved round their own disc at the end.

While people are seated only the tails of who sits already are known; here all of them are.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from app.layout.labels import BELOW, BESIDE
from app.layout.name_writer import Writer
from app.layout.names_apart import MOST, in_the_way, is_a_strangers, within
from app.layout.picture import Align, Box, Picture, Spot

_BESIDE_A_TAIL: Final = 2.0
"""Pixels from the middle of a tail on which no letter should stand."""
_STEPS: Final = 4
"""How many places are tried to either side of the middle of a disc."""
_WORSE: Final = 500.0
"""As bad as so many pixels of tail: that it is the own one, or that another's disc is nearer."""


def clear_names(picture: Picture, writer: Writer) -> Picture:
    """Return the picture with names off the tails and discs of others, where a place is free."""
    if len(picture.spots) > MOST:
        return picture
    spots = dict(picture.spots)
    tails = [spot for spot in spots.values() if spot.tail is not None]
    fixed, whole = in_the_way(picture), Box(0.0, 0.0, picture.width, picture.height)
    for key, spot in spots.items():
        if spot.box is None or not (worst := _unclear(spot.box, key, spots, tails)):
            continue
        taken = [*fixed, *(s.box for k, s in spots.items() if s.box is not None and k != key)]
        for place in _around(spot, writer):
            box = place.box
            assert box is not None
            if not within(box, whole) or box.overlaps_any(taken):
                continue
            unclear = _unclear(box, key, spots, tails, worst)
            if unclear < worst:
                worst, spots[key] = unclear, place
            if not worst:
                break
    return picture._replace(spots=spots)


def _around(spot: Spot, writer: Writer) -> Iterator[Spot]:
    """Yield somebody with the whole name all around the disc, nearest its middle first."""
    half = spot.diameter / 2
    for wording in writer.whole(spot.name):
        w, h = wording.w, wording.h
        for step in range(_STEPS + 1):
            for part in sorted({step / _STEPS, -step / _STEPS}):
                y = spot.y - h / 2 + part * (half + h / 2)
                x = spot.x - w / 2 + part * (half + w / 2)
                sides: tuple[tuple[float, float, Align], ...] = (
                    (spot.x + half + BESIDE, y, "left"),
                    (spot.x - half - BESIDE - w, y, "right"),
                    (x, spot.y + half + BELOW, _aligned(part)),
                    (x, spot.y - half - BELOW - h, _aligned(part)),
                )
                for left, top, align in sides:
                    box = Box(left, top, w, h)
                    yield spot._replace(lines=wording.lines, box=box, align=align)


def _aligned(part: float) -> Align:
    return "centre" if abs(part) < 0.4 else "left" if part > 0 else "right"


def _unclear(
    box: Box,
    key: str,
    spots: Mapping[str, Spot],
    tails: Iterable[Spot],
    most: float = math.inf,
) -> float:
    """Return how much keeps a name from being read: pixels of the tails that run under it.

    A long tail is what the picture is about, and a short one a thread. From `most` on it is not
    reckoned any further.
    """
    crossed = 0.0
    for spot in tails:
        if _crosses(spot, box):
            crossed += _length(spot) + (_WORSE if spot.id == key else 0.0)
            if crossed >= most:
                return crossed
    return crossed + _WORSE * is_a_strangers(box, key, spots)


def _length(spot: Spot) -> float:
    assert spot.tail is not None
    return math.dist((spot.x, spot.y), spot.tail)


def _crosses(spot: Spot, box: Box) -> bool:
    """Tell whether a tail runs under a name."""
    assert spot.tail is not None
    (x, y), air = spot.tail, _BESIDE_A_TAIL
    if max(spot.x, x) < box.x - air or min(spot.x, x) > box.x + box.w + air:
        return False
    if max(spot.y, y) < box.y - air or min(spot.y, y) > box.y + box.h + air:
        return False
    nearest, farthest = 0.0, 1.0
    ways = ((spot.x, spot.tail[0], box.x, box.w), (spot.y, spot.tail[1], box.y, box.h))
    for start, end, low, size in ways:
        low, high = low - _BESIDE_A_TAIL, low + size + _BESIDE_A_TAIL
        part = end - start
        if abs(part) < 1e-9:
            if not low < start < high:
                return False
            continue
        one, other = sorted(((low - start) / part, (high - start) / part))
        nearest, farthest = max(nearest, one), min(farthest, other)
    return nearest < farthest
