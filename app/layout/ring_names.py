"""The names of the rings: one above the other in a direction where nobody stands."""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from app.layout.picture import Box, Frame, Person, Picture, Ring, words_of

_FEW: Final = 5
"""So many names of rings leave people their places straight up, where no border has room."""
_BESIDE: Final = 9.0
"""Pixels between a border and the names beside it; half of it where there are many."""


class Circle(NamedTuple):
    """A picture still empty: its size, and the circle in it."""

    width: float
    height: float
    cx: float
    cy: float
    radius: float


class Spoke(NamedTuple):
    """A direction in which the names of the rings may stand above each other."""

    angle: float
    """Degrees clockwise from the top."""
    side: int = 0
    """1 clockwise of it, -1 the other way round: they begin or end at a border. 0 is on it."""
    sector: int | None = None
    """The one they stand in where they stand beside a border."""


def spokes(people: Sequence[Person], bounds: Sequence[tuple[float, float]]) -> list[Spoke]:
    """Return the directions in which the names of the rings may stand, the emptiest first.

    They stand along the border between two sectors, in the one where fewer people do; straight up
    is the last.
    """
    if len(bounds) < 2:
        return [Spoke(180.0), Spoke(0.0)]
    crowds = [0.0] * len(bounds)
    for person in people:
        start, end = bounds[person.sector]
        crowds[person.sector] += 1 / (end - start)
    found = []
    for number, (start, end) in enumerate(bounds):
        for border, side in ((start, 1), (end, -1)):
            around = crowds[number] + crowds[(number - side) % len(bounds)]
            found.append((around, crowds[number], Spoke(border % 360.0, side, number)))
    return [spoke for _, _, spoke in sorted(found)] + [Spoke(0.0)]


def named_rings(
    labels: Sequence[str],
    edges: Sequence[float],
    spokes: Sequence[Spoke],
    frame: Frame,
    circle: Circle,
) -> tuple[Ring, ...]:
    """Return the rings with their names in one direction, each in its own band."""
    rings: tuple[Ring, ...] = ()
    for spoke in spokes:
        write = _beside if spoke.side else _along
        rings, fits = write(labels, edges, spoke, frame, circle)
        if fits and _are_apart(words_of(rings, ()), frame.ego, circle):
            break
    return rings


def _beside(
    labels: Sequence[str],
    edges: Sequence[float],
    spoke: Spoke,
    frame: Frame,
    circle: Circle,
) -> tuple[tuple[Ring, ...], bool]:
    """Return the rings with their names beside a border, and tell whether all stand in their band.

    Each begins or ends at the border, in the middle of its band or as near as the next one lets it.
    """
    turn = math.radians(spoke.angle)
    across, down = math.sin(turn), -math.cos(turn)
    right, below = -down * spoke.side, across * spoke.side
    rings: list[Ring] = []
    above, fits = None, True
    for label, inner, outer in reversed(list(zip(labels, [0.0, *edges], edges, strict=False))):
        box = None
        if label:
            w, h = frame.small_measure(label), frame.small_line_height
            # Many stand further out in their bands, as each may push the next one in.
            part, air = (1 / 2, _BESIDE) if len(labels) <= _FEW else (1 / 3, _BESIDE / 2)
            aside = abs(right) * w / 2 + abs(below) * h / 2 + air
            wished = outer - (outer - inner) * part
            away = math.sqrt(max(0.0, wished**2 - aside**2))
            while True:
                x = circle.cx + away * across + aside * right
                y = circle.cy + away * down + aside * below
                box = Box(x - w / 2, y - h / 2, w, h)
                is_within = _farthest(box, circle) <= circle.radius - 1.0
                if (is_within and not (above and box.overlaps(above))) or away <= 0.0:
                    break
                away -= 1.0
            fits = fits and math.hypot(away, aside) >= inner
            above = box
        rings.insert(0, Ring(inner, outer, label, box))
    return tuple(rings), fits


def _along(
    labels: Sequence[str],
    edges: Sequence[float],
    spoke: Spoke,
    frame: Frame,
    circle: Circle,
) -> tuple[tuple[Ring, ...], bool]:
    """Return the rings with their names on a line, and tell whether all stand in their band."""
    up, turn = not spoke.angle, math.radians(spoke.angle)
    across, down = math.sin(turn), -math.cos(turn)
    rings: list[Ring] = []
    above, fits = None, True
    for label, inner, outer in reversed(list(zip(labels, [0.0, *edges], edges, strict=False))):
        box = None
        if label:
            w, h = frame.small_measure(label), frame.small_line_height
            # In the middle of the band; the first has somebody in its middle. Straight up,
            # just inside the edge, or below the one above: there they fit whatever happens.
            away = (inner + outer) / 2 if inner and not up else outer - h / 2 - 1.0
            away = min(away, _reach(w, h, across, down, circle.radius - 1.0))
            if above is not None and (up or len(labels) > _FEW):
                away = min(away, above[0] - _step(w + above[1], h, across, down))
            above = away, w
            fits = fits and (away >= inner or up)
            x, y = circle.cx + away * across, circle.cy + away * down
            box = Box(x - w / 2, y - h / 2, w, h)
        rings.insert(0, Ring(inner, outer, label, box))
    return tuple(rings), fits


def _farthest(box: Box, circle: Circle) -> float:
    """Return how far from the middle the farthest corner of a box is."""
    across = max(abs(box.x - circle.cx), abs(box.x + box.w - circle.cx))
    return math.hypot(across, max(abs(box.y - circle.cy), abs(box.y + box.h - circle.cy)))


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
        stood_on = any(s.disc.overlaps(box) for s in before.spots.values() for box in boxes)
        if spoke.sector not in coming and not stood_on and _are_apart(boxes, before.ego, circle):
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
