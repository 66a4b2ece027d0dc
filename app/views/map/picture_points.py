"""From points of the picture to what is recorded: radii of the circle, rings and sectors."""

from typing import Final, TypedDict

from PySide6.QtCore import QPointF, QRectF

from app.layout.picture import Picture
from app.models.rules import FREE_REACH
from app.views.map.scene import MapScene
from app.words import joined, phrases, say

EDGE: Final = 24.0
"""How near to the edge of the picture the middle of a person may be dropped, in pixels."""


def radii(picture: Picture, point: QPointF) -> tuple[float, float]:
    """Return a point of the picture in radii of its circle, as far as a map reaches."""

    def reach(value: float) -> float:
        return min(max(value, -FREE_REACH), FREE_REACH)

    return (
        reach((point.x() - picture.cx) / picture.radius),
        reach((point.y() - picture.cy) / picture.radius),
    )


class FreePlace(TypedDict):
    """The fields of a free position."""

    x: float
    y: float


def free_place(scene: MapScene, point: QPointF) -> FreePlace:
    """Return the fields of a free position for a point of the picture."""
    x, y = radii(scene.picture, point)
    return {"x": x, "y": y}


def landing(scene: MapScene, point: QPointF) -> tuple[int | None, int | None]:
    """Return the ring and the sector under a point."""
    picture = scene.picture
    return picture.band_at(point.x(), point.y()), picture.sector_at(point.x(), point.y())


def landing_words(scene: MapScene, band: int | None, sector: int | None) -> str | None:
    """Describe a drop in a ring and a sector, or return None."""
    lens = scene.lens
    if lens.field is None or not lens.takes_drops:
        return None
    if band is None:
        return say("outside the rings: moved back")
    parts = [lens.answer(lens.codes[band])]
    if sector is not None and scene.settings_around[sector] is not None:
        parts.append(phrases.setting_label(scene.settings_around[sector]))
    return joined(parts, between=" · ")


def inside(scene: MapScene, box: QRectF) -> list[str]:
    """Return the ids of the people whose disc lies in a box."""
    return [key for key, item in scene.people.items() if box.contains(item.pos())]


def rim_at(scene: MapScene, point: QPointF) -> int | None:
    """Return the sector whose label on the rim lies under a point."""
    for number, sector in enumerate(scene.rim_names.sectors):
        if any(QRectF(box.x, box.y, box.w, box.h).contains(point) for box in sector.boxes):
            return number
    return None
