"""A view that shows all of a picture as large as it fits, or a part of it larger."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QTransform, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

_AS_GOOD_AS_WHOLE: Final = 0.99
"""A picture that is a few empty pixels too large is shown as it is: scaled, letters would blur."""

ZOOM_STEP: Final = 1.2
MOST_ZOOM: Final = 5.0


class ZoomView(QGraphicsView):
    """Zooms around a point and pans; at 100 % everything can be seen."""

    scaled = Signal()
    """The picture is shown larger or smaller than before."""

    zoomed = 1.0
    """How many times larger than the whole map fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def whole(self) -> QSizeF:
        """Return the size of the picture."""
        return self.sceneRect().size()

    def scale_to_fit(self) -> None:
        """Show the picture in the room there is now, as much larger as before."""
        self._scale_around(self.viewport().rect().center())

    def _scale_around(self, at: QPoint) -> None:
        picture, size = self.whole(), self.viewport().size()
        fit = min(size.width() / picture.width(), size.height() / picture.height(), 1.0)
        if fit > _AS_GOOD_AS_WHOLE:
            fit = 1.0
        kept = self.mapToScene(at)
        wanted = QTransform.fromScale(fit * self.zoomed, fit * self.zoomed)
        if wanted != self.transform():
            self.scaled.emit()
            self.setTransform(wanted)
        self.scroll_by(self.mapFromScene(kept) - at)

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Show the map larger or smaller; 1 is the whole map. What lies at `at` stays there."""
        self.zoomed = min(max(self.zoomed * factor, 1.0), MOST_ZOOM)
        self._scale_around(at if at is not None else self.viewport().rect().center())

    def zoom_in(self) -> None:
        """Show less, larger."""
        self.zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show more, smaller."""
        self.zoom(1 / ZOOM_STEP)

    @property
    def place(self) -> tuple[float, float, float]:
        """Return how large the map is shown, and which part of it is in the middle.

        As parts of the whole, which is larger or smaller in another window.
        """
        if self.zoomed == 1.0:
            return 1.0, 0.5, 0.5
        whole = self.sceneRect()
        middle = self.point_at(self.viewport().rect().toRectF().center())
        across = (middle.x() - whole.left()) / whole.width()
        return self.zoomed, across, (middle.y() - whole.top()) / whole.height()

    def go_on_at(self, place: tuple[float, float, float]) -> None:
        """Go on where a view that was built before this one stood."""
        self.zoomed, across, down = place
        self.scale_to_fit()
        if self.zoomed > 1.0:
            whole = self.sceneRect()
            self.centerOn(
                whole.left() + across * whole.width(), whole.top() + down * whole.height()
            )

    def fit(self) -> None:
        """Show the whole map."""
        self.zoomed = 1.0
        self.scale_to_fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer."""
        self.zoom(1.0015 ** event.angleDelta().y(), event.position().toPoint())

    def scroll_by(self, by: QPoint) -> None:
        """Show what lies this far to the right and below."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())

    @property
    def pixel(self) -> float:
        """Return how much of the picture one pixel of the screen is."""
        return 1.0 / self.transform().m11()

    def point_at(self, at: QPointF) -> QPointF:
        """Return a point of the picture, finer than whole pixels of the screen."""
        back, _ = self.viewportTransform().inverted()
        return back.map(at)
