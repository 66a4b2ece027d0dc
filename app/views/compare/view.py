"""The view of one moment: select and walk, zoom and pan; another view can go along."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from app.views.compare.scene import MomentScene
from app.views.map.items import PartnerItem
from app.views.map.spoken import spoken
from app.views.map.walk import DIRECTIONS, next_person
from app.views.map.zoom import NEARLY
from app.views.widgets.speech import announce
from app.words import say

ZOOM_STEP: Final = 1.2
MOST_ZOOM: Final = 5.0
_ADDING: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class MomentView(QGraphicsView):
    """Shows a moment to be looked at: nothing can be moved in it."""

    heard_as = "picture"

    picked = Signal(str, bool)
    """Somebody was chosen, to be added to the selection (True) or alone."""
    left_alone = Signal()
    """Nobody was chosen."""
    moved = Signal()
    """Another part is seen, or larger or smaller."""

    def __init__(self, scene: MomentScene, parent: QWidget) -> None:
        super().__init__(parent)
        self.moment_scene = scene
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 200)
        self.setAccessibleDescription(
            say(
                "Use the arrow keys to move between people. The list beside it says the same "
                "in words."
            )
        )
        self.zoom = self._least = 1.0
        self._shown_of: object = None
        self._panned: QPoint | None = None
        self._pressed: QPoint | None = None
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.timeout.connect(self._fit_size)
        scene.sceneRectChanged.connect(self._scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size, once it has settled."""
        super().resizeEvent(event)
        self._resized.start(0)

    def _fit_size(self) -> None:
        self.moment_scene.set_size(self.viewport().size())
        self._scale()

    def _scale(self) -> None:
        self._scale_around(self.viewport().rect().center())

    def _scale_around(self, at: QPoint) -> None:
        picture, size = self.moment_scene.picture, self.viewport().size()
        fit = min(size.width() / picture.width, size.height() / picture.height, 1.0)
        usual = 1.0 if fit > 0.99 or fit < NEARLY else fit  # else a part, with letters to be read
        self._least = min(fit / usual, 1.0)
        kept, known = self.mapToScene(at), self._shown_of
        self._shown_of = (picture.width, picture.height, size.toTuple())
        self.setTransform(QTransform.fromScale(usual * self.zoom, usual * self.zoom))
        if known != self._shown_of and self.zoom == 1.0:
            self.centerOn(picture.cx, picture.cy)
        else:
            self._scroll(self.mapFromScene(kept) - at)

    def zoom_by(self, factor: float, at: QPoint | None = None) -> None:
        """Show larger or smaller, until the whole map is seen; 1 is as large as letters ask."""
        self.zoom = min(max(self.zoom * factor, self._least), MOST_ZOOM)
        self._scale_around(at if at is not None else self.viewport().rect().center())
        self.moved.emit()

    def go_along(self, other: "MomentView") -> None:
        """Show the same part as another view of the same size."""
        if self.zoom != other.zoom:
            self.zoom = other.zoom
            self._scale()
        self.horizontalScrollBar().setValue(other.horizontalScrollBar().value())
        self.verticalScrollBar().setValue(other.verticalScrollBar().value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pan; with Ctrl, zoom around the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.0015 ** event.angleDelta().y(), event.position().toPoint())
        else:
            self._scroll(-(event.pixelDelta() or event.angleDelta()))
            self.moved.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose somebody, or begin to pan."""
        at = event.position().toPoint()
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        item = next((i for i in self.items(at) if isinstance(i, PartnerItem)), None)
        if event.button() == Qt.MouseButton.LeftButton and item is not None:
            self.picked.emit(item.partner.id, bool(event.modifiers() & _ADDING))
            return
        self._panned = self._pressed = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan."""
        at = event.position().toPoint()
        if self._panned is None:
            super().mouseMoveEvent(event)
            return
        self._scroll(self._panned - at)
        self._panned = at
        self.moved.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End to pan; a press on nobody that went nowhere selects nobody."""
        if self._pressed is not None and self._panned == self._pressed:
            self.left_alone.emit()
        self._panned = self._pressed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys, zoom with + and -, 0 shows all, Escape selects nobody."""
        key = event.key()
        if key in DIRECTIONS:
            scene = self.moment_scene
            people = dict(scene.everybody)
            start = scene.current if scene.current in people else None
            middle = self.mapToScene(self.viewport().rect().center())
            found = next_person(people, start, middle, DIRECTIONS[Qt.Key(key)])
            if found is not None:
                self.ensureVisible(people[found], 40, 40)
                self.picked.emit(found, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                announce(self, spoken(people[found].partner, scene.look.lens))
            else:
                announce(self, say("No one further this way."))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(ZOOM_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / ZOOM_STEP)
        elif key == Qt.Key.Key_0:
            self.zoom_by(1 / MOST_ZOOM)
        elif key == Qt.Key.Key_Escape and self.moment_scene.current is not None:
            self.left_alone.emit()
        else:
            super().keyPressEvent(event)

    def _scroll(self, by: QPoint) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())
