"""Names of the sectors along the rim, each on an arc of its own."""

import math
from collections.abc import Callable, Sequence
from typing import Final

from app.layout.picture import Arc, Box, Picture, Sector

RIM: Final = 9.0
"""Pixels between the circle and the names along it."""
_BETWEEN: Final = 16.0
"""Pixels between one name and the next."""
_STEP: Final = 2.0
"""Degrees between the places that are tried for a name out of sight, and what it may be off."""
_HALVINGS: Final = 4
_OVERHANG: Final = 0.7
"""How much of the half of a name may reach past the end of its sector."""
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


def names_in_sight(picture: Picture, seen: Box, over: Box | None) -> tuple[Sector, ...]:
    """Return the sectors of a picture, each with its name where it is seen whole, if it can be.

    `seen` is the part of the picture that is seen, and `over` what lies over that. A name that is
    not seen whole goes along the rim to the nearest place by its own sector that is free. Where
    there is none it has no arc: half a name is read as another.
    """
    found = {
        number: sector
        for number, sector in enumerate(picture.sectors)
        if sector.arc is not None and _is_seen(picture, sector.arc, seen, over)
    }
    for number, sector in enumerate(picture.sectors):
        if number in found or sector.arc is None:
            continue
        taken = [box for one in found.values() for box in one.boxes]
        arc = _moved(picture, sector, seen, over, taken)
        boxes = _boxes(arc, picture.cx, picture.cy) if arc is not None else ()
        found[number] = sector._replace(arc=arc, boxes=boxes)
    return tuple(found.get(number, one) for number, one in enumerate(picture.sectors))


def _moved(
    picture: Picture, sector: Sector, seen: Box, over: Box | None, taken: Sequence[Box]
) -> Arc | None:
    """Return the nearest place in its sector where a name is seen whole, and nothing else is."""
    arc = sector.arc
    assert arc is not None
    within = (1 - _OVERHANG) * arc.half
    first, last = sector.start + within, sector.end - within
    own = arc.angle - 360.0 * round((arc.angle - (first + last) / 2) / 360.0)
    reach = max(own - first, last - own)
    ways = [way * step * _STEP for step in range(1, int(reach / _STEP) + 1) for way in (1, -1)]
    for away in ways:
        if not first <= own + away <= last:
            continue
        if not _is_seen(picture, arc._replace(angle=own + away), seen, over):
            continue
        near, far = away - math.copysign(_STEP, away), away
        for _ in range(_HALVINGS):  # so that it follows the frame evenly
            half = (near + far) / 2
            is_seen = _is_seen(picture, arc._replace(angle=own + half), seen, over)
            near, far = (near, half) if is_seen else (half, far)
        moved = arc._replace(angle=own + far)
        if _is_free(picture, moved, taken):
            return moved
    return None


def _is_seen(picture: Picture, arc: Arc, seen: Box, over: Box | None) -> bool:
    """Tell whether all of a name is seen."""
    edge = arc.height / 2 + 2
    for part in (-1.0, 1.0, 0.0, -0.5, 0.5):
        angle = math.radians(arc.angle + part * arc.half)
        x = picture.cx + arc.radius * math.sin(angle)
        y = picture.cy - arc.radius * math.cos(angle)
        if not (seen.x + edge <= x <= seen.x + seen.w - edge):
            return False
        if not (seen.y + edge <= y <= seen.y + seen.h - edge):
            return False
    boxes = _boxes(arc, picture.cx, picture.cy) if over is not None else ()
    return over is None or not over.overlaps_any(boxes)


def _is_free(picture: Picture, arc: Arc, taken: Sequence[Box]) -> bool:
    """Tell whether a name stands on no other, and on nobody's."""
    inner = arc.radius - arc.height / 2
    words = [
        box
        for spot in picture.spots.values()
        for box in (spot.box, spot.disc)
        if box is not None and _reaches(picture, box) > inner
    ]
    words += [ring.box for ring in picture.rings if ring.box is not None]
    boxes = _boxes(arc, picture.cx, picture.cy)
    return not any(box.overlaps_any((*words, *taken)) for box in boxes)


def _reaches(picture: Picture, box: Box) -> float:
    """Return how far from the middle a box reaches."""
    across = max(abs(box.x - picture.cx), abs(box.x + box.w - picture.cx))
    return math.hypot(across, max(abs(box.y - picture.cy), abs(box.y + box.h - picture.cy)))


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
