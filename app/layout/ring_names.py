"""The names of the rings: one above the other in a direction where nobody stands."""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from app.layout.picture import Box, Frame, Person, Picture, Ring, words_of

_FEW: Final = 5
"""So many names of rings leave people their places straight up, where no border has room."""


class Circle(NamedTuple):
    """A picture still empty: its size, and the circle in it."""

    width: float
    height: float
    cx: float
    cy: float
    radius: float


def spokes(people: Sequence[Person], bounds: Sequence[tuple[float, float]]) -> list[float]:
    """Return the directions in which the names of the rings may stand, the emptiest first.

    They stand on the border between two sectors, where nobody does; straight up is the last.
    """
    if len(bounds) < 2:
        return [180.0, 0.0]
    crowds = [0.0] * len(bounds)
    for person in people:
        start, end = bounds[person.sector]
        crowds[person.sector] += 1 / (end - start)
    borders = [
        (crowds[i] + crowds[(i + 1) % len(bounds)], bounds[i][1] % 360.0)
        for i in range(len(bounds))
    ]
    return [angle for _, angle in sorted(borders)] + [0.0]


def named_rings(
    labels: Sequence[str],
    edges: Sequence[float],
    spokes: Sequence[float],
    frame: Frame,
    circle: Circle,
) -> tuple[Ring, ...]:
    """Return the rings with their names in one direction, each in its own band."""
    bands = list(zip([0.0, *edges], edges, strict=False))
    rings: list[Ring] = []
    for spoke in spokes:
        across, down = math.sin(math.radians(spoke)), -math.cos(math.radians(spoke))
        rings, above, fits = [], None, True
        for label, (inner, outer) in reversed(list(zip(labels, bands, strict=False))):
            box = None
            if label:
                w, h = frame.small_measure(label), frame.small_line_height
                # In the middle of the band; the first has somebody in its middle. Straight up,
                # just inside the edge, or below the one above: there they fit whatever happens.
                # Many stand as free of each other on a border, each in its own band.
                away = (inner + outer) / 2 if inner and spoke else outer - h / 2 - 1.0
                away = min(away, _reach(w, h, across, down, circle.radius - 1.0))
                if above is not None and (not spoke or len(labels) > _FEW):
                    away = min(away, above[0] - _step(w + above[1], h, across, down))
                above = away, w
                fits = fits and (away >= inner or not spoke)
                x, y = circle.cx + away * across, circle.cy + away * down
                box = Box(x - w / 2, y - h / 2, w, h)
            rings.insert(0, Ring(inner, outer, label, box))
        boxes = [ring.box for ring in rings if ring.box is not None]
        if fits and _are_apart(boxes, frame.ego, circle):
            break
        if _are_apart([ring.box for ring in rings if ring.box is not None], frame.ego, circle):
            break
    return tuple(rings)


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
    taken = {bound % 360.0 for sector in coming for bound in bounds[sector]}
    for spoke in spokes(people, bounds):
        rings = named_rings(labels, edges, [spoke], frame, circle)
        boxes = words_of(rings, ())
        stood_on = any(s.disc.overlaps_any(boxes) for s in before.spots.values())
        if spoke not in taken and not stood_on and _are_apart(boxes, before.ego, circle):
            yield before._replace(rings=rings)
            break
    bands = {person.band for person in people if person.id not in before.spots}
    rings = tuple(
        ring._replace(box=None) if band in bands else ring for band, ring in enumerate(before.rings)
    )
    yield before._replace(rings=rings)


def _step(widths: float, h: float, across: float, down: float) -> float:
    """Return how far apart two names in a direction are, so as not to lie on each other."""
    beside = widths / 2 / abs(across) if across else math.inf
    return min(beside, h / abs(down) if down else math.inf)


def _reach(w: float, h: float, across: float, down: float, radius: float) -> float:
    """Return the farthest distance of a box in a direction with its corners within a circle."""
    half_w, half_h = w / 2, h / 2
    # The corner furthest out: (away * a + w/2)² + (away * d + h/2)² = radius².
    b = abs(across) * half_w + abs(down) * half_h
    c = half_w**2 + half_h**2 - radius**2
    return math.sqrt(max(b * b - c, 0.0)) - b


def _are_apart(boxes: Sequence[Box], ego: float, circle: Circle) -> bool:
    """Tell whether the names of rings stand free of each other and of the middle."""
    middle = Box(circle.cx - ego / 2, circle.cy - ego / 2, ego, ego)
    return not any(one.overlaps(other) for one, other in combinations([middle, *boxes], 2))
