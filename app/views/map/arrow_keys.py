"""Walking over the map with the arrow keys."""

import math
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPointF, Qt

from app.views.map.people_items import PartnerItem

DIRECTIONS: Final = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


def next_person(
    people: Mapping[str, PartnerItem], start: str | None, middle: QPointF, way: tuple[float, float]
) -> str | None:
    """Return the nearest person in a direction; from nobody, the one nearest the middle."""
    here = people.get(start or "")
    origin = here.pos() if here else middle
    dx, dy = way
    best: tuple[float, str] | None = None
    for key, item in people.items():
        if item is here:
            continue
        away = item.pos() - origin
        along = away.x() * dx + away.y() * dy
        across = abs(away.x() * dy) + abs(away.y() * dx)
        if here is not None and along <= abs(across) * 0.5:
            continue
        cost = (along + 2 * across) if here else math.hypot(away.x(), away.y())
        if best is None or cost < best[0]:
            best = (cost, key)
    return best[1] if best is not None else None
