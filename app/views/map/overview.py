"""All of a map at a glance, in a corner of a view that shows a part of it."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.views.map.scene import MapScene
from app.views.map.zoom_view import ZoomView
from app.views.widgets import theme
from app.words import say

_SIDE: Final = 104
"""The longer side in pixels, at ordinary text."""
_DOT: Final = 2.5
"""Radius of somebody in pixels."""
_MOST: Final = 0.3
"""The part of a side of the view that it takes at most."""
_FROM_EDGE: Final = 10


class Overview(QWidget):
    """A small map with a frame around what is seen; a press or drag in it shows something else."""

    def __init__(self, view: ZoomView, scene: MapScene) -> None:
        super().__init__(view)
        self._scene = scene
        self._at_left = False
        """It stands in the other corner, out of the way of somebody."""
        self.setAccessibleName(say("Overview of the map"))
        self.setToolTip(say("The whole map. Click or drag here to see another part."))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self.update)
            bar.rangeChanged.connect(self.follow)

    def _view(self) -> ZoomView:
        view = self.parentWidget()
        assert isinstance(view, ZoomView)
        return view

    def follow(self) -> None:
        """Stand in the corner while the view shows a part of the map, and nowhere else."""
        view, was_seen = self._view(), self.isVisible()
        self.setVisible(not view.is_all_there)
        if view.is_all_there:
            return
        around = view.viewport().size()
        side = min(theme.scaled(_SIDE), round(_MOST * min(around.width(), around.height())))
        size = view.whole().scaled(QSizeF(side, side), Qt.AspectRatioMode.KeepAspectRatio).toSize()
        right = around.width() - size.width() - _FROM_EDGE
        left = _FROM_EDGE if self._at_left else right
        self.setGeometry(left, _FROM_EDGE, size.width(), size.height())
        if not was_seen:  # else it would come over what is said on the map
            self.raise_()
        self.update()

    def covers(self) -> QRect | None:
        """Return what it covers of the view, if anything."""
        return None if self._view().is_all_there else self.geometry()

    def make_way(self, box: QRectF) -> None:
        """Stand in the other corner where it would lie over a box of the picture."""
        view = self._view()
        if self.isVisible() and self.geometry().intersects(view.mapFromScene(box).boundingRect()):
            self._at_left = not self._at_left
            self.follow()
            view.show_names()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show what was pressed."""
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what is under the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._view().centerOn(event.position() / self._share())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the end of a press too: it is not for the map below."""

    def _share(self) -> float:
        """Return the scale of this relative to the picture."""
        return self.width() / self._view().whole().width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rings, everybody as a dot in the colour of their setting, and what is seen."""
        colours, share, picture = theme.current(), self._share(), self._scene.picture
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.colour("ring"), 1))
        painter.setBrush(colours.colour("panel"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        middle = QPointF(picture.cx, picture.cy) * share
        painter.setPen(QPen(colours.mix("ring", "panel", 0.5), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in picture.rings:
            painter.drawEllipse(middle, ring.outer * share, ring.outer * share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("ego_ring"))
        painter.drawEllipse(middle, 2 * _DOT, 2 * _DOT)
        dots: dict[str | None, list[QPointF]] = {}
        for item in self._scene.people.values():
            dots.setdefault(item.partner.setting, []).append(item.pos() * share)
        for setting, places in dots.items():
            pen = QPen(colours.setting(setting), 2 * _DOT)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPoints(places)
        view = self._view()
        seen = QRectF(
            view.point_at(QPointF()), view.point_at(view.viewport().rect().toRectF().bottomRight())
        ).intersected(view.sceneRect())
        frame = QRectF(seen.topLeft() * share, seen.bottomRight() * share)
        painter.setPen(QPen(colours.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 4, 4)
