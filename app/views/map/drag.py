"""Dragging people: shown live, stored once when they are let go."""

from typing import Any, Final

from PySide6.QtCore import QPointF

from app.document import Document
from app.models.values import PartnerValues
from app.views.map.people_items import PartnerItem
from app.views.map.picture_points import EDGE, free_place, landing, landing_words
from app.views.map.scene import MapScene
from app.views.widgets import theme

PARTNER_MIME: Final = "application/x-kring-partners"
"""Ids of partners on their way from the tray to the map, one a line."""


class Drag:
    """One drag of the selected people: shown live, stored once when it ends."""

    def __init__(
        self, document: Document, scene: MapScene, grabbed: PartnerItem, start: QPointF
    ) -> None:
        scene.stop_gliding()
        self._document = document
        self._scene = scene
        self._grabbed = grabbed
        self._start = start
        chosen = (scene.people.get(key) for key in document.selection)
        self._moved = {item: item.pos() for item in chosen if item is not None}

    def move(self, to: QPointF) -> str | None:
        """Move the people; return the words for where they would land, or None in free space."""
        shift = to - self._start
        if self._scene.lens.field is None:
            shift = self._kept_together(shift)
        self._scene.move(
            {item: self._kept_inside(origin + shift) for item, origin in self._moved.items()}
        )
        band, sector = landing(self._scene, self._grabbed.pos())
        self._scene.backdrop.highlight(band)
        return landing_words(self._scene, band, sector)

    def drop(self) -> bool:
        """Store where they landed, as one step. Outside the rings everything goes back."""
        before = self._document.map
        if self._scene.lens.field is None:
            places = {item.partner.id: _freely(self._scene, item.pos()) for item in self._moved}
            stored = self._document.place(places)
        else:
            ids = [item.partner.id for item in self._moved]
            at = self._grabbed.pos()
            stored = drop_in_rings(self._document, self._scene, ids, at, self._grabbed.partner.id)
        if self._document.map is before:
            self._scene.show_where_they_are()
        self.end()
        return stored

    def cancel(self) -> None:
        """Put everybody back."""
        self.end()
        self._scene.show_where_they_are()

    def end(self) -> None:
        """Leave everybody to the scene; also where the map became another one under the hand."""
        self._scene.backdrop.highlight(None)

    def _kept_together(self, shift: QPointF) -> QPointF:
        """Return the shift as far as nobody leaves the picture, so that a group keeps its shape."""
        xs = [origin.x() for origin in self._moved.values()]
        ys = [origin.y() for origin in self._moved.values()]
        picture = self._scene.picture
        return QPointF(
            min(max(shift.x(), EDGE - min(xs)), picture.width - EDGE - max(xs)),
            min(max(shift.y(), EDGE - min(ys)), picture.height - EDGE - max(ys)),
        )

    def _kept_inside(self, point: QPointF) -> QPointF:
        picture = self._scene.picture
        return QPointF(
            min(max(point.x(), EDGE), picture.width - EDGE),
            min(max(point.y(), EDGE), picture.height - EDGE),
        )


def drop_on_map(document: Document, scene: MapScene, ids: list[str], point: QPointF) -> bool:
    """Place people who come from elsewhere, as one step: in a ring, or below each other."""
    if scene.lens.field is not None:
        return drop_in_rings(document, scene, ids, point, ids[0])
    spread = QPointF(0, theme.scaled(56))
    places = {key: _freely(scene, point + spread * number) for number, key in enumerate(ids)}
    return document.place(places, "place")


def drop_in_rings(
    document: Document, scene: MapScene, ids: list[str], point: QPointF, grabbed: str
) -> bool:
    """Give people the importance of the ring under `point`, and the setting of the sector.

    Returns whether they landed in a ring. Only who was grabbed keeps the exact direction.
    """
    band, sector = landing(scene, point)
    lens = scene.lens
    if band is None or lens.field is None:
        return False
    values: Any = {lens.field: lens.codes[band]}
    around = scene.settings_around
    if sector is not None and around[sector] is not None:
        values["setting"] = around[sector]
    angle = scene.picture.angle_at(point.x(), point.y())
    places: dict[str, PartnerValues] = {key: values.copy() for key in ids}
    for key in ids:
        partner = document.map.partner(key)
        if key == grabbed:
            places[key]["angle"] = angle
        elif partner is not None and partner.setting != values.get("setting", partner.setting):
            places[key]["angle"] = None
    return document.place(places, "place")


def _freely(scene: MapScene, point: QPointF) -> PartnerValues:
    place = free_place(scene, point)
    return {"x": place["x"], "y": place["y"]}
