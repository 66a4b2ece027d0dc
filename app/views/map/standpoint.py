"""Where one stands in a map of which a part is seen, to go on there when it gets another size."""

from PySide6.QtCore import QPoint, QPointF, QRect, QSize

from app.layout.picture import Picture
from app.views.map.zoom_view import ZoomView


def standpoint(view: ZoomView, picture: Picture, size: QSize | None = None) -> QPointF | None:
    """Return the middle of what is seen, in radii from the middle of a map that pans.

    `size` is how large the view was, where it has just got another size.
    """
    if view.shows_all:
        return None
    rect = QRect(QPoint(), size or view.viewport().size())
    seen = view.point_at(rect.toRectF().center())
    return (seen - QPointF(picture.cx, picture.cy)) / picture.radius


def stand_at(view: ZoomView, picture: Picture, stood: QPointF | None) -> None:
    """Go on at the same part of a map, which is larger or smaller now."""
    if stood is not None and not view.shows_all:
        view.centerOn(QPointF(picture.cx, picture.cy) + stood * picture.radius)
