"""A map to look at: laid out for the room there is, and nothing can be done to it."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QPainter, QResizeEvent, QTransform
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from app.models.network import Map
from app.views.map.look import Look, look_of
from app.views.map.scene import MapScene


def look_at(whole: Map, lens: str) -> Look:
    """Return the look in which all that is in a map can be judged."""
    return look_of(whole, lens, {"photo": True}, sectors=True)


class StillMap(QGraphicsView):
    """Shows a map through a lens, as large as it can be."""

    def __init__(self, parent: QWidget | None = None, scene: MapScene | None = None) -> None:
        super().__init__(parent)
        self.map_scene = scene or MapScene(self)
        self.setScene(self.map_scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setInteractive(False)
        self.setAcceptDrops(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(240, 240)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.timeout.connect(self._fit)
        self.map_scene.sceneRectChanged.connect(self._scale)

    def show_map(self, whole: Map, lens: str) -> None:
        """Show a map through a lens, with all that is in it: it is to be judged here."""
        self.map_scene.show_map(whole, look_at(whole, lens))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size, once it has settled."""
        super().resizeEvent(event)
        self._resized.start(0)

    def _fit(self) -> None:
        self.map_scene.set_size(self.viewport().size())
        self._scale()

    def _scale(self) -> None:
        picture, size = self.map_scene.picture, self.viewport().size()
        fit = min(size.width() / picture.width, size.height() / picture.height, 1.0)
        self.setTransform(QTransform.fromScale(fit, fit))

    def wheelEvent(self, event: QEvent) -> None:
        """Stay where it is."""
        event.ignore()
