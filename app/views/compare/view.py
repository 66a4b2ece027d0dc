"""The view of one moment: select and walk, zoom and pan; another view can go along."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from app.views.compare.scene import MomentScene
from app.views.map.arrow_keys import DIRECTIONS, next_person
from app.views.map.overview import Overview
from app.views.map.people_items import PartnerItem
from app.views.map.spoken import spoken
from app.views.map.zoom_view import ZoomView
from app.views.widgets.speech import announce
from app.words import say

_ADDING: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class MomentView(ZoomView):
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
        self.map_scene = self.moment_scene = scene
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 200)
        self.setAccessibleDescription(
            say(
                "Use the arrow keys to move between people. The list beside it says the same "
                "in words."
            )
        )
        self._shown_of: object = None
        self._overview = Overview(self, scene)
        self._panned: QPoint | None = None
        self._pressed: QPoint | None = None
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
        self.moment_scene.set_size(self.viewport().size())
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

    def go_along(self, other: "MomentView") -> None:
        """Show the same part as another view of the same size."""
        if self.zoomed != other.zoomed:
            self.zoomed = other.zoomed
            self.follow_size()
        self.horizontalScrollBar().setValue(other.horizontalScrollBar().value())
        self.verticalScrollBar().setValue(other.verticalScrollBar().value())

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
        self.scroll_by(self._panned - at)
        self._panned = at

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
                self._overview.make_way(people[found].sceneBoundingRect())
                self.picked.emit(found, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                announce(self, spoken(people[found].partner, scene.look.lens))
            else:
                announce(self, say("No one further this way."))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.zoom(0.0)
        elif key == Qt.Key.Key_Escape and self.moment_scene.current is not None:
            self.left_alone.emit()
        else:
            super().keyPressEvent(event)
