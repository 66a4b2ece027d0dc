"""Names of the sectors along the rim, each on an arc of its own."""

import math
from collections.abc import Callable, Sequence
from typing import Final

from app.layout.picture import Arc, Box, Sector

RIM: Final = 9.0
"""Pixels between the circle and the names along it."""
_BETWEEN: Final = 16.0
"""Pixels between one name and the next."""
_ELLIPSIS: Final = "…"
_COUNT: Final = " 00"
"""What may stand behind a name: how many people are in the sector."""


def rim_sectors(
    labels: Sequence[str],
    bounds: Sequence[tuple[float, float]],
    measure: Callable[[str], float],
    line_height: float,
    circle: tuple[float, float, float],
) -> tuple[Sector, ...]:
    """Return the sectors, each with its name along the rim, at its middle or as near as is free.

    `circle` is the middle and the radius. Where all the names together are longer than the rim,
    the longest lose their end.
    """
    cx, cy, radius = circle
    middle = radius + RIM + line_height / 2
    texts = _fitting(labels, measure, 2 * math.pi * middle)
    halves = [
        math.degrees((measure(text + _COUNT) / 2 + _BETWEEN / 2) / middle) if text.strip() else 0.0
        for text in texts
    ]
    wished = [(start + end) / 2 for start, end in bounds]
    sectors = []
    for (start, end), text, half, angle in zip(
        bounds, texts, halves, _apart(wished, halves), strict=True
    ):
        if not text.strip():
            sectors.append(Sector(start, end))
            continue
        written = half - math.degrees(_BETWEEN / 2 / middle)
        arc = Arc(angle, written, middle, line_height)
        sectors.append(Sector(start, end, text, arc, _boxes(arc, cx, cy)))
    return tuple(sectors)


def _fitting(labels: Sequence[str], measure: Callable[[str], float], rim: float) -> list[str]:
    texts = list(labels)
    while sum(measure(text + _COUNT) + _BETWEEN for text in texts) > rim:
        longest = max(range(len(texts)), key=lambda i: measure(texts[i]))
        shorter = texts[longest].removesuffix(_ELLIPSIS)[:-1].rstrip()
        if len(shorter) < 2:
            break
        texts[longest] = shorter + _ELLIPSIS
    return texts


def _apart(wished: Sequence[float], halves: Sequence[float]) -> list[float]:
    """Return directions near those wished, around the circle, so that no two names meet."""
    angles = list(wished)
    number = len(angles)
    for _ in range(60):
        worst = 0.0
        for i in range(number if number > 1 else 0):
            j = (i + 1) % number
            gap = (angles[j] - angles[i]) % 360.0
            if gap > 180.0 and number > 2:
                gap -= 360.0  # one has passed the other
            short = halves[i] + halves[j] - gap
            if short > 0.01:
                angles[i] -= short / 2
                angles[j] += short / 2
                worst = max(worst, short)
        if worst < 0.05:
            break
    return angles


def _boxes(arc: Arc, cx: float, cy: float) -> tuple[Box, ...]:
    """Return small squares along a name on an arc: upright ones around it would reach too far."""
    length = math.radians(2 * arc.half) * arc.radius
    count = max(1, 2 * int(length / arc.height))
    side = 0.75 * arc.height
    boxes = []
    for number in range(count):
        angle = math.radians(arc.angle - arc.half + 2 * arc.half * (number + 0.5) / count)
        x, y = cx + arc.radius * math.sin(angle), cy - arc.radius * math.cos(angle)
        boxes.append(Box(x - side / 2, y - side / 2, side, side))
    return tuple(boxes)
