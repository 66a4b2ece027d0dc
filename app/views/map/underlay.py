"""The photo of a drawing on paper that lies faded under the map."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.layout.picture import Picture
from app.models.network import Ground, Map, Photo
from app.views.map.drawing_items import DrawnItem
from app.views.widgets import theme

_FADED: Final = {"light": 0.45, "dark": 0.28}
"""How much of the photo is seen, by theme: names on it stay readable."""
_HANDLE: Final = 10.0


class Underlay(DrawnItem):
    """The photo below everything else; with a frame while it is in the hand."""

    def __init__(self) -> None:
        super().__init__(-12)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._photo: Photo | None = None
        self._image = QImage()
        self.is_framed = False
        self.hide()

    def show_photo(self, whole: Map | None, picture: Picture) -> None:
        """Show the photo of a map, or none."""
        ground = next(iter(whole.all_of(Ground)), None) if whole is not None else None
        if whole is None or ground is None:
            self._photo, self._image = None, QImage()
            self.hide()
            return
        photo = whole.records[ground.photo]
        assert isinstance(photo, Photo)
        if photo != self._photo:
            from app.photo_file import shown

            self._photo, self._image = photo, shown(photo.jpeg)
            self.update()
        wide = ground.width * picture.radius
        high = wide * self.proportion
        x, y = picture.cx + ground.x * picture.radius, picture.cy + ground.y * picture.radius
        self.lie(QRectF(x - wide / 2, y - high / 2, wide, high))
        self.show()

    @property
    def proportion(self) -> float:
        """Return the height of the photo divided by its width."""
        return 1.0 if self._image.isNull() else self._image.height() / self._image.width()

    @property
    def box(self) -> QRectF:
        """Return the box of the photo; an empty one where there is none."""
        return (
            self._rect.adjusted(_HANDLE, _HANDLE, -_HANDLE, -_HANDLE) if self._photo else QRectF()
        )

    def lie(self, box: QRectF) -> None:
        """Lie there, also while the hand has not let go."""
        self.take_room(box.adjusted(-_HANDLE, -_HANDLE, _HANDLE, _HANDLE))

    def frame(self, *, framed: bool) -> None:
        """Show the frame with its corners, or do not."""
        if framed != self.is_framed:
            self.is_framed = framed
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the photo faded; one that cannot be unpacked is an empty sheet."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        colours, box = theme.current(), self.box
        painter.save()
        painter.setOpacity(_FADED[colours.name])
        painter.drawImage(box, self._image)
        painter.restore()
        if not self.is_framed and not self._image.isNull():
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.colour("focus"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRect(box)
        painter.setPen(QPen(colours.colour("focus"), 2))
        painter.setBrush(colours.colour("paper"))
        for corner in (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()):
            handle = QRectF(0, 0, _HANDLE, _HANDLE)
            handle.moveCenter(corner)
            painter.drawRect(handle)
