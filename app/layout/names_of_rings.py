"""The names of the rings: one above the other in a direction where nobody stands."""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from app.layout.picture import Box, Frame, Person, Picture, Ring, words_of

_FEW: Final = 5
"""So many names of rings stand in their own bands or straight up; more only free of each other."""

_SPARSE: Final = 30
"""With more people the names take room from two sectors, and from neither much."""

_GAP: Final = 6.0
"""Pixels between the border of a sector and the names that stand along it."""

_HAIR: Final = 0.01
"""Pixels between names, so that rounding does not let them touch."""


class Circle(NamedTuple):
    """A picture still empty: its size, and the circle in it."""

    width: float
    height: float
    cx: float
    cy: float
    radius: float


class Spoke(NamedTuple):
    """A line from the middle outwards on which, or beside which, the names of the rings stand."""

    angle: float
    """In degrees clockwise from the top."""
    side: int = 0
    """They stand on it (0), or along it in the sector after it (1) or before it (-1)."""
    other: float | None = None
    """The other border of that sector, which they keep clear of; None where it is far."""
    sectors: tuple[int, ...] = ()
    """In which sectors they stand."""


_UP: Final = Spoke(0.0)


def spokes(people: Sequence[Person], bounds: Sequence[tuple[float, float]]) -> list[Spoke]:
    """Return where the names of the rings may stand, the emptiest first.

    Along the border of a sector within it; across a border, where nobody stands; straight up.
    """
    if len(bounds) < 2:
        return [Spoke(180.0), _UP]
    crowds = [0.0] * len(bounds)
    for person in people:
        start, end = bounds[person.sector]
        crowds[person.sector] += 1 / (end - start)
    along = _along(bounds, crowds) if len(people) <= _SPARSE else ()
    return [*along, *_across(bounds, crowds), _UP]


def _along(bounds: Sequence[tuple[float, float]], crowds: Sequence[float]) -> Iterator[Spoke]:
    for sector in sorted(range(len(bounds)), key=crowds.__getitem__):
        start, end = bounds[sector]
        is_wide = end - start >= 180.0
        sides = [(start, 1, end), (end, -1, start)]
        # Along an upright border they stand one below the other.
        sides.sort(key=lambda side: -abs(math.cos(math.radians(side[0]))))
        for angle, side, other in sides:
            yield Spoke(angle, side, None if is_wide else other, (sector,))


def _across(bounds: Sequence[tuple[float, float]], crowds: Sequence[float]) -> list[Spoke]:
    number = len(bounds)
    pairs = [(i, (i + 1) % number) for i in range(number)]
    pairs.sort(key=lambda pair: (crowds[pair[0]] + crowds[pair[1]], bounds[pair[0]][1] % 360.0))
    return [Spoke(bounds[pair[0]][1], sectors=pair) for pair in pairs]


def named_rings(
    labels: Sequence[str],
    edges: Sequence[float],
    spokes: Sequence[Spoke],
    frame: Frame,
    circle: Circle,
) -> tuple[Ring, ...]:
    """Return the rings with their names along the first of the spokes on which there is room."""
    bands = list(zip([0.0, *edges], edges, strict=False))
    named = list(zip(labels, bands, strict=False))
    tried = (_Names(spoke, frame, circle, len(labels)).boxes(named) for spoke in spokes)
    boxes = next((found for found in tried if found is not None), [None] * len(named))
    return tuple(
        Ring(inner, outer, label, box)
        for (label, (inner, outer)), box in zip(named, boxes, strict=True)
    )


class _Names:
    """The names of the rings along one spoke."""

    def __init__(self, spoke: Spoke, frame: Frame, circle: Circle, number: int) -> None:
        self._spoke, self._frame, self._circle = spoke, frame, circle
        self._is_up = spoke == _UP
        self._few = number <= _FEW
        self._steps_back = self._is_up or spoke.side != 0 or not self._few
        """A name gives way to the one further out, also where it leaves its band by that."""
        self._out = _direction(spoke.angle)
        self._aside = _direction(spoke.angle + 90.0 * spoke.side)

    def boxes(
        self, named: Sequence[tuple[str, tuple[float, float]]]
    ) -> Sequence[Box | None] | None:
        """Return a box for every name, the innermost first; None where they have no room."""
        found: list[Box | None] = []
        above: Box | None = None
        for label, (inner, outer) in reversed(named):
            box = None
            if label:
                box = above = self._box(label, inner, outer, above)
                slack = box.h / 2 if self._few else outer - inner
                if not self._stands(box, inner - slack):
                    return None
            found.insert(0, box)
        seen = [box for box in found if box is not None]
        # Straight up they stand whatever happens.
        return found if self._is_up or _are_apart(seen, self._frame.ego, self._circle) else None

    def _box(self, label: str, inner: float, outer: float, above: Box | None) -> Box:
        """Return where a name stands that gives way to the one `above`, further out."""
        frame, (across, down) = self._frame, self._out
        w, h = frame.small_measure(label), frame.small_line_height
        beside = _half(w, h, self._aside) + _GAP if self._spoke.side else 0.0
        x, y = self._aside[0] * beside, self._aside[1] * beside
        # In the middle of the band; the first has somebody in its middle. Straight up, just
        # inside the edge: there they fit.
        away = (inner + outer) / 2 if inner and not self._is_up else outer - h / 2 - 1.0
        along = math.sqrt(max(away**2 - beside**2, 0.0))
        along = min(along, _reach(w, h, (x, y), self._out, self._circle.radius - 1.0))
        if above is not None and self._steps_back:
            right, low = above.x + above.w / 2, above.y + above.h / 2
            right, low = right - self._circle.cx - x, low - self._circle.cy - y
            along = min(
                along,
                max(
                    _short_of(right, across, (w + above.w) / 2),
                    _short_of(low, down, (h + above.h) / 2),
                ),
            )
        x, y = self._circle.cx + x + along * across, self._circle.cy + y + along * down
        return Box(x - w / 2, y - h / 2, w, h)

    def _stands(self, box: Box, least: float) -> bool:
        """Tell whether a name beside the spoke is in its band and in its sector."""
        spoke = self._spoke
        if not spoke.side:
            return True
        x, y = box.x + box.w / 2 - self._circle.cx, box.y + box.h / 2 - self._circle.cy
        if math.hypot(x, y) < least:
            return False
        if spoke.other is None:
            return True
        inwards = _direction(spoke.other - 90.0 * spoke.side)
        return x * inwards[0] + y * inwards[1] >= _half(box.w, box.h, inwards) + _GAP


def grounds_elsewhere(
    people: Sequence[Person],
    frame: Frame,
    before: Picture,
    bounds: Sequence[tuple[float, float]],
) -> Iterator[Picture]:
    """Yield the same ground with the names of the rings where nobody stands or comes now.

    At last without the name of the ring in which somebody comes, until all are placed anew.
    """
    circle = Circle(before.width, before.height, before.cx, before.cy, before.radius)
    edges = [ring.outer for ring in before.rings]
    labels = [ring.label for ring in before.rings]
    coming = {person.sector for person in people if person.id not in before.spots}
    for spoke in spokes(people, bounds):
        rings = named_rings(labels, edges, [spoke], frame, circle)
        boxes = words_of(rings, ())
        stood_on = any(s.disc.overlaps_any(boxes) for s in before.spots.values())
        is_free = not stood_on and not coming.intersection(spoke.sectors)
        if boxes and is_free and _are_apart(boxes, before.ego, circle):
            yield before._replace(rings=rings)
            break
    bands = {person.band for person in people if person.id not in before.spots}
    rings = tuple(
        ring._replace(box=None) if band in bands else ring for band, ring in enumerate(before.rings)
    )
    yield before._replace(rings=rings)


def _direction(angle: float) -> tuple[float, float]:
    """Return one pixel in a direction, in degrees clockwise from the top."""
    return math.sin(math.radians(angle)), -math.cos(math.radians(angle))


def _half(w: float, h: float, way: tuple[float, float]) -> float:
    """Return how far a box reaches from its middle in a direction."""
    return w / 2 * abs(way[0]) + h / 2 * abs(way[1])


def _short_of(middle: float, step: float, apart: float) -> float:
    """Return how many steps one may go to stay so far short of the middle of another."""
    return ((middle if step > 0 else -middle) - apart - _HAIR) / abs(step) if step else -math.inf


def _reach(
    w: float, h: float, aside: tuple[float, float], out: tuple[float, float], radius: float
) -> float:
    """Return how far out a box may be that stands so far aside, with its corners in a circle."""
    reach = math.inf
    for half_w, half_h in ((w / 2, h / 2), (w / 2, -h / 2), (-w / 2, h / 2), (-w / 2, -h / 2)):
        x, y = aside[0] + half_w, aside[1] + half_h
        # The corner: (along * out + (x, y))² = radius².
        b = out[0] * x + out[1] * y
        reach = min(reach, math.sqrt(max(b * b - x * x - y * y + radius**2, 0.0)) - b)
    return reach


def _are_apart(boxes: Sequence[Box], ego: float, circle: Circle) -> bool:
    """Tell whether the names of rings stand free of each other and of the middle."""
    middle = Box(circle.cx - ego / 2, circle.cy - ego / 2, ego, ego)
    return not any(one.overlaps(other) for one, other in combinations([middle, *boxes], 2))
