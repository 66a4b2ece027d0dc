"""Labels of the sectors around the rim, upright and clear of each other."""

import math
from collections.abc import Sequence
from typing import Final

from app.layout.names import Wording, Writer
from app.layout.picture import Align, Box, Sector

_AWAY: Final = 5.0
_MARGIN: Final = 4.0


def rim_sectors(
    labels: Sequence[str],
    bounds: Sequence[tuple[float, float]],
    writer: Writer,
    size: tuple[float, float],
    circle: tuple[float, float, float],
    taken: Sequence[Box],
) -> tuple[Sector, ...]:
    """Return the sectors, each with its label outside the rim near its middle.

    `size` is the width and height of the picture, `circle` the middle and radius of the rim,
    `taken` what a label must not cover. Where there is no room outside, a label reaches over the
    rim; people then stay clear of it.
    """
    width, height = size
    cx, cy, radius = circle
    held = list(taken)
    sectors: list[Sector] = []
    for label, (start, end) in zip(labels, bounds, strict=True):
        best: tuple[float, Wording, Box, Align] | None = None
        middle = (start + end) / 2
        for wording in writer.whole(label) if label.strip() else ():
            for part in (0.0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36, 0.48, -0.48):
                angle = math.radians(middle + part * (end - start))
                across, down = math.sin(angle), -math.cos(angle)
                for inwards in range(0, int(radius * 0.7), 8):
                    price = abs(part) * 2.0 + inwards / 6.0 + 0.3 * len(wording.lines)
                    if best is not None and price >= best[0]:
                        break
                    w, h = wording.w, wording.h
                    x, y = _outside(cx, cy, across, down, w, h, radius + _AWAY - inwards)
                    held_x = min(max(x, _MARGIN), width - _MARGIN - w)
                    held_y = min(max(y, _MARGIN), height - _MARGIN - h)
                    box = Box(held_x, held_y, w, h)
                    price += (abs(held_x - x) + abs(held_y - y)) / 12.0
                    if best is not None and price >= best[0]:
                        continue
                    grown = Box(held_x - 5.0, held_y - 2.0, w + 10.0, h + 4.0)
                    if not any(grown.overlaps(other) for other in held):
                        align: Align = (
                            "left" if across > 0.35 else "right" if across < -0.35 else "centre"
                        )
                        best = (price, wording, box, align)
                        break
        if best is None:
            sectors.append(Sector(start, end))
            continue
        held.append(best[2])
        sectors.append(Sector(start, end, best[1].lines, best[2], best[3]))
    return tuple(sectors)


def _outside(
    cx: float, cy: float, across: float, down: float, w: float, h: float, radius: float
) -> tuple[float, float]:
    """Return the top left corner of a box in a direction, as near as it clears the circle."""
    a, d = abs(across), abs(down)
    # From the middle of the circle to that of the box: its side touches the rim, or its corner.
    if (radius + h / 2) * a <= w / 2 * d:
        away = (radius + h / 2) / d
    elif (radius + w / 2) * d <= h / 2 * a:
        away = (radius + w / 2) / a
    else:
        half = (a * w + d * h) / 2
        away = half + math.sqrt(half * half + radius * radius - (w * w + h * h) / 4)
    return cx + across * away - w / 2, cy + down * away - h / 2
