"""The soft line around people: what an outline looks like."""

import math
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

ROOM: Final = 9.0
"""Pixels between people and the line around them."""

_SOFT: Final = 8.0
"""How far inside people the corners lie that the line turns around: a wide turn looks softer."""

_BAY: Final = 5.0
"""Pixels around somebody who does not belong in an outline that the line keeps away."""

_DEEPEST: Final = 3.0
"""How deep a bay may be, in times the room somebody takes; deeper in it is a gap of their own."""

_APART: Final = 40.0
"""Pixels between two places along a line where a label could stand, or less."""

_ROUND: Final = tuple(
    (math.cos(math.radians(turn)), math.sin(math.radians(turn))) for turn in range(0, 360, 30)
)


def around(
    discs: Iterable[tuple[QPointF, float]], labels: Iterable[QRectF], room: QRectF | None = None
) -> QPainterPath:
    """Return a line around discs (middle, radius) and what is written beside them.

    It is the convex hull, moved outwards and with round corners; around one disc a circle. It
    does not leave `room`.
    """
    points = [
        (middle.x() + x * max(radius - _SOFT, 0.0), middle.y() + y * max(radius - _SOFT, 0.0))
        for middle, radius in discs
        for x, y in _ROUND
    ]
    for box in labels:
        across, down = min(_SOFT, box.width() / 2), min(_SOFT, box.height() / 2)
        inner = box.adjusted(across, down, -across, -down)
        points += [
            (x, y) for x in (inner.left(), inner.right()) for y in (inner.top(), inner.bottom())
        ]
    if room is not None:
        by = ROOM + _SOFT + 2.0
        inner = room.adjusted(by, by, -by, -by)
        points = [
            (
                min(max(x, inner.left()), inner.right()),
                min(max(y, inner.top()), inner.bottom()),
            )
            for x, y in points
        ]
    return _moved_out(_hull(points), ROOM + _SOFT)


def without(
    path: QPainterPath,
    others: Iterable[tuple[QPointF, float]],
    members: Iterable[tuple[QPointF, float]],
) -> QPainterPath:
    """Return an outline with a bay for everybody who stands in it and does not belong there.

    The bay opens on the side where it is shortest and cuts through nobody who does belong; where
    it would everywhere, they stand in a gap of their own.
    """
    inside = list(members)
    for middle, radius in others:
        own = QPainterPath()
        own.addEllipse(middle, radius + _BAY, radius + _BAY)
        if not path.intersects(own):
            continue
        bay = _bay(path, middle, radius + _BAY, inside)
        path = path.subtracted(own if bay is None else own.united(bay))
    return path


def _bay(
    path: QPainterPath, middle: QPointF, wide: float, inside: list[tuple[QPointF, float]]
) -> QPainterPath | None:
    """Return the shortest straight way out for somebody in an outline, or None."""
    reach = path.boundingRect()
    far = reach.width() + reach.height()
    best: tuple[float, QPointF] | None = None
    for x, y in _ROUND:
        if any(_passes(middle, (x, y), at, wide + radius) for at, radius in inside):
            continue
        out = next(
            (
                away
                for away in range(0, int(far), 6)
                if not path.contains(middle + _step(x, y, away))
            ),
            int(far),
        )
        if best is None or out < best[0]:
            best = (out, QPointF(x, y))
    if best is None or best[0] > _DEEPEST * wide:
        return None  # a bay as deep as that would cut the outline in two
    way = QPainterPath(middle)
    way.lineTo(middle + best[1] * (best[0] + 2 * wide))
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * wide)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    return stroker.createStroke(way)


def _step(x: float, y: float, away: float) -> QPointF:
    return QPointF(x * away, y * away)


def _passes(start: QPointF, way: tuple[float, float], at: QPointF, near: float) -> bool:
    """Tell whether a ray comes too near to a point that lies ahead of it."""
    to = at - start
    along = to.x() * way[0] + to.y() * way[1]
    return along > 0 and abs(to.x() * way[1] - to.y() * way[0]) < near


def _hull(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the corners of the convex hull in order (Andrew's monotone chain, 1979)."""
    # Two that differ by rounding alone would make an edge that faces anywhere.
    ordered = sorted({(round(x, 6), round(y, 6)) for x, y in points})
    if len(ordered) < 3:
        return ordered

    def half(along: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        chain: list[tuple[float, float]] = []
        for x, y in along:
            while len(chain) > 1:
                (ax, ay), (bx, by) = chain[-2:]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                chain.pop()
            chain.append((x, y))
        return chain[:-1]

    return half(ordered) + half(reversed(ordered))


def _moved_out(corners: list[tuple[float, float]], by: float) -> QPainterPath:
    path = QPainterPath()
    edges = list(zip(corners, corners[1:] + corners[:1], strict=True))
    # Where each edge faces, as Qt counts: degrees against the clock from three o'clock.
    facing = [math.degrees(math.atan2(bx - ax, by_ - ay)) for (ax, ay), (bx, by_) in edges]
    for number, (x, y) in enumerate(corners):
        corner = QRectF(x - by, y - by, 2 * by, 2 * by)
        start = facing[number - 1]
        turn = (start - facing[number]) % 360.0
        if number == 0:
            path.arcMoveTo(corner, start)
        # Two edges in one line can seem to turn all the way round, by rounding.
        path.arcTo(corner, start, -turn if turn < 181.0 else 0.0)
    path.closeSubpath()
    return path


def places_on(path: QPainterPath) -> list[QPointF]:
    """Return the places for a label on a line: the middle of its top, then top to bottom."""
    outline = path.toFillPolygon()
    points = [outline.at(number) for number in range(outline.count())]
    top = min(point.y() for point in points)
    near = [point.x() for point in points if point.y() < top + 1.5]
    along = [QPointF((min(near) + max(near)) / 2, top)]
    for one, other in pairwise(points):
        away = other - one
        pieces = int(math.hypot(away.x(), away.y()) / _APART) + 1
        along += [one + away * (piece / pieces) for piece in range(pieces)]
    return sorted(along, key=QPointF.y)
