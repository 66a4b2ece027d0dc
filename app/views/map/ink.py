"""Lines drawn by hand: made simple for keeping, smooth for painting, and where they are touched."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

Point = tuple[float, float]

INK_WIDTH: Final = 2.2
"""Width of the pen in pixels."""
_PIECE: Final = 3.0
"""How long a piece of one width is, in pixels."""


def simplified(points: Sequence[Point], tolerance: float, most: int) -> list[Point]:
    """Return the line with as few points as keep it within `tolerance` of what was drawn.

    Ramer (1972), Douglas & Peucker (1973). Where more than `most` points would remain, the
    tolerance grows until they do not.
    """
    kept = _simplified(points, tolerance)
    while len(kept) > most:
        tolerance *= 1.5
        kept = _simplified(kept, tolerance)
    return kept


def _simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    keep = {0, len(points) - 1}
    todo = [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        farthest, index = tolerance, 0
        for number in range(first + 1, last):
            away = _away(points[number], points[first], points[last])
            if away > farthest:
                farthest, index = away, number
        if index:
            keep.add(index)
            todo += [(first, index), (index, last)]
    return [points[number] for number in sorted(keep)]


def smooth(points: Sequence[Point]) -> QPainterPath:
    """Return a path along the points without corners; one point is a dot."""
    path = QPainterPath(QPointF(*points[0]))
    for here, following in pairwise(points[1:]):
        middle = ((here[0] + following[0]) / 2, (here[1] + following[1]) / 2)
        path.quadTo(QPointF(*here), QPointF(*middle))
    # A line to where it began has no length, and only the ends of the pen are painted.
    path.lineTo(QPointF(*points[-1]) + QPointF(0.01 * (len(points) == 1), 0))
    return path


def pressed(
    points: Sequence[Point], pressures: Sequence[float]
) -> Iterator[tuple[Point, Point, float]]:
    """Yield the line of `smooth` in short pieces with their widths: a hard press is a wide line."""
    here, hard = points[0], pressures[0]
    if len(points) == 1:
        yield here, (here[0] + 0.01, here[1]), width_of(hard)
    for number in range(1, len(points)):
        bend, end, end_hard = points[number], points[number], pressures[number]
        if number + 1 < len(points):
            end = _between(bend, points[number + 1], 0.5)
            end_hard = (end_hard + pressures[number + 1]) / 2
        long = math.dist(here, bend) + math.dist(bend, end)
        parts = max(math.ceil(long / _PIECE), 1)
        start = here
        for part in range(1, parts + 1):
            share = part / parts
            last, here = (
                here,
                _between(_between(start, bend, share), _between(bend, end, share), share),
            )
            yield last, here, width_of(hard + (share - 0.5 / parts) * (end_hard - hard))
        here, hard = end, end_hard


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def width_of(pressure: float) -> float:
    """Return the width of a line for a pressure of the pen: at half of it, as by the mouse."""
    return INK_WIDTH * (0.3 + 1.4 * pressure)


def touches(points: Sequence[Point], start: Point, end: Point, reach: float) -> bool:
    """Tell whether a move from `start` to `end` comes within `reach` of a line."""
    if len(points) == 1:
        return _away(points[0], start, end) <= reach
    return any(
        _cross(a, b, start, end)
        or min(_away(a, start, end), _away(b, start, end), _away(start, a, b), _away(end, a, b))
        <= reach
        for a, b in pairwise(points)
    )


def _away(point: Point, start: Point, end: Point) -> float:
    """Return the distance from a point to a piece of a line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    along = min(max(along, 0.0), 1.0)
    return math.hypot(point[0] - start[0] - along * dx, point[1] - start[1] - along * dy)


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(one: Point, other: Point, point: Point) -> float:
        return (other[0] - one[0]) * (point[1] - one[1]) - (other[1] - one[1]) * (point[0] - one[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
