"""A picture to look at, as large as it was laid out: what is more than fits is panned."""

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from app.views.map.overview import Overview
from app.views.map.scene import MapScene
from app.views.map.zoom_view import ZoomView


class PannedView(ZoomView):
    """Lays out anew for another size; a hand, keys and the overview show other parts."""

    heard_as = "picture"

    moved = Signal()
    """Another part is seen, or larger or smaller."""

    def __init__(self, scene: MapScene, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.map_scene: MapScene = scene
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown_of: object = None
        self._overview = Overview(self, scene)
        self._panned: QPoint | None = None
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.timeout.connect(self.fit_size)
        scene.sceneRectChanged.connect(self.follow_size)
        scene.laid_out.connect(self.show_names)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size, once it has settled."""
        super().resizeEvent(event)
        self._resized.start(0)

    def fit_size(self) -> None:
        """Lay out for the size of now."""
        self.map_scene.set_size(self.viewport().size())
        self.follow_size()

    def follow_size(self) -> None:
        """Show the picture in the room there is now, another one from its middle."""
        super().follow_size()
        known, self._shown_of = self._shown_of, (self.whole(), self.viewport().size())
        if known != self._shown_of and self.zoomed == 1.0:
            self.show_middle()
        self._overview.follow()
        self.show_names()

    def covered(self) -> QRect | None:
        """Return where the overview is."""
        return self._overview.covers()

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Show the map larger, or smaller until all is seen, also where it is seen beside this."""
        super().zoom(factor, at)
        self._overview.follow()
        self.show_names()
        self.moved.emit()

    def go_along(self, other: "PannedView") -> None:
        """Show the same part as another view of the same size."""
        if self.zoomed != other.zoomed:
            self.zoomed = other.zoomed
            self.follow_size()
        self.horizontalScrollBar().setValue(other.horizontalScrollBar().value())
        self.verticalScrollBar().setValue(other.verticalScrollBar().value())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pan."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._panned = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan."""
        at = event.position().toPoint()
        if self._panned is None:
            super().mouseMoveEvent(event)
            return
        self.scroll_by(self._panned - at)
        self._panned = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End to pan."""
        self._panned = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + and -; 0 shows all."""
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.zoom(0.0)
        else:
            super().keyPressEvent(event)
