"""A view of a picture as large as it was laid out; where that is more than fits, it pans."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QTransform, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from app.views.map.touched_view import TouchedView
from app.views.widgets import theme

READABLE: Final = 10.5 / 13
"""How much smaller letters of the ordinary size are shown at most: names have 11 pixels or so."""
ZOOM_STEP: Final = 1.2
MOST_ZOOM: Final = 5.0


def smallest(large: float) -> float:
    """Return the smallest scale at which all of a picture is shown; `large` for large letters.

    Where that is not enough, a part of it is seen at its own size.
    """
    return max(READABLE / theme.text_scale(), min(large, READABLE))


class ZoomView(TouchedView):
    """Zooms around a point and pans; at 100 % letters have the size that was chosen for them."""

    scaled = Signal()
    """The picture is shown larger or smaller than before."""

    large = 0.65
    """How much smaller than it was laid out a picture is shown at most in large letters: all at
    once is worth more than their full size, but not more than what they were made larger for."""

    zoomed = 1.0
    """How many times larger than usual the picture is shown; less than 1 shows more of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit = self._laid_for = 1.0
        """At what scale the whole picture is seen, and would be with what is lent."""
        self.lent = 0
        """Pixels at the right that something beside this has for a while: nothing moves for it."""
        self._roomy = QSize()
        """The room there was before."""
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def room(self) -> QSize:
        """Return the room the picture is laid out for: also what something has for a while."""
        size = self.viewport().size() + QSize(self.lent, 0)
        if not self.lent or abs(size.width() - self._roomy.width()) > 1:
            self._roomy = size
        return self._roomy

    def whole(self) -> QSizeF:
        """Return the size of the picture."""
        return self.sceneRect().size()

    @property
    def shows_all(self) -> bool:
        """Tell whether the whole picture can be seen."""
        return self.zoomed <= self._least

    @property
    def is_all_there(self) -> bool:
        """Tell whether the whole picture can be seen, or could where nothing lay over it."""
        return self.shows_all or self.zoomed <= self._laid_for / self._usual

    @property
    def _usual(self) -> float:
        return self._laid_for if self._laid_for >= smallest(self.large) else 1.0

    @property
    def _least(self) -> float:
        return self._fit / self._usual

    def follow_size(self) -> None:
        """Show the picture in the room there is now: all of it if that was asked, or a part."""
        picture, size = self.whole(), self.viewport().size()
        saw_all, wants_all = self.shows_all, self.shows_all and self.zoomed < 1.0
        self._fit, self._laid_for = (
            min(room.width() / picture.width(), room.height() / picture.height(), 1.0)
            for room in (size, self.room())
        )
        self.zoomed = self._least if wants_all else max(self.zoomed, self._least)
        self._scale_around(self.viewport().rect().center())
        if saw_all and not self.shows_all and not self.lent:
            self.centerOn(self.sceneRect().center())

    def _scale_around(self, at: QPoint) -> None:
        kept, scale = self.mapToScene(at), self._usual * self.zoomed
        wanted = QTransform.fromScale(scale, scale)
        if wanted != self.transform():
            self.scaled.emit()
            self.setTransform(wanted)
        self.scroll_by(self.mapFromScene(kept) - at)

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Show the map larger, or smaller until all is seen. What lies at `at` stays there."""
        self.zoomed = min(max(self.zoomed * factor, self._least), MOST_ZOOM)
        self._scale_around(at if at is not None else self.viewport().rect().center())

    def zoom_in(self) -> None:
        """Show less, larger."""
        self.zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show more, smaller."""
        self.zoom(1 / ZOOM_STEP)

    @property
    def place(self) -> tuple[float, float, float]:
        """Return the zoom, and the part of the map in the middle.

        As parts of the whole, which is larger or smaller in another window.
        """
        if self.shows_all:
            return self.zoomed, 0.5, 0.5
        whole = self.sceneRect()
        middle = self.point_at(self.viewport().rect().toRectF().center())
        across = (middle.x() - whole.left()) / whole.width()
        return self.zoomed, across, (middle.y() - whole.top()) / whole.height()

    def go_on_at(self, place: tuple[float, float, float]) -> None:
        """Go on where a view that was built before this one stood."""
        self.zoomed, across, down = place
        self.follow_size()
        if not self.shows_all:
            whole = self.sceneRect()
            self.centerOn(
                whole.left() + across * whole.width(), whole.top() + down * whole.height()
            )

    def begin(self) -> None:
        """Show another picture at its own size: all of it, or the middle of what is larger."""
        self.zoomed = 1.0
        self._scale_around(self.viewport().rect().center())
        if not self.shows_all:
            self.centerOn(self.sceneRect().center())

    def fit(self) -> None:
        """Show the whole map, however small that makes it."""
        self.zoomed = self._least
        self._scale_around(self.viewport().rect().center())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pan, as all that is larger than its frame; with Ctrl, zoom around the pointer."""
        turned = event.pixelDelta() or event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.0015 ** event.angleDelta().y(), event.position().toPoint())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not turned.x():
            self.scroll_by(QPoint(-turned.y(), 0))
        else:
            self.scroll_by(-turned)

    def pinch(self, factor: float, before: QPointF, after: QPointF) -> None:
        """Zoom around the middle of two fingers, and pan as it goes."""
        self.scroll_by(before.toPoint() - after.toPoint())
        self.zoom(factor, after.toPoint())

    def pan(self, way: tuple[float, float]) -> None:
        """Show what lies a quarter of the view further in a direction."""
        size = self.viewport().size()
        self.scroll_by(QPoint(round(way[0] * size.width() / 4), round(way[1] * size.height() / 4)))

    def scroll_by(self, by: QPoint) -> None:
        """Show what lies this far to the right and below."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())

    @property
    def pixel(self) -> float:
        """Return the size of a screen pixel in the picture."""
        return 1.0 / self.transform().m11()

    def point_at(self, at: QPointF) -> QPointF:
        """Return a point of the picture, finer than whole pixels of the screen."""
        back, _ = self.viewportTransform().inverted()
        return back.map(at)
