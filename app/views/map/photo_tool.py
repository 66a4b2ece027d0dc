"""The tool that lays a photo of a drawing on paper under the map, moves it and resizes it."""

import math
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.document import Document
from app.models.rules import FREE_REACH, LEAST_WIDTH
from app.views.map.arrow_keys import DIRECTIONS
from app.views.map.picture_points import radii
from app.views.map.scene import MapScene
from app.views.map.tools import ENTER, Tool, Touch, may_draw
from app.words import say

CORNER: Final = 20.0
"""How near to a corner a press resizes, in pixels of the screen: enough for a finger."""
_STEP: Final = 8.0
"""How far an arrow key moves it, in pixels; with Shift one pixel."""
_GROWTH: Final = 1.05
_LARGER: Final = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)


class PhotoTool(Tool):
    """Drag the photo, or a corner of it; the keys do the same. Without a photo, ask for one."""

    asked = Signal()
    """A photo is to be chosen."""

    id = "photo"
    letter = "F"
    layer = "photo"
    cursor = Qt.CursorShape.OpenHandCursor

    def __init__(self, document: Document, scene: MapScene, parent: QObject) -> None:
        super().__init__(document, scene, parent)
        self._pressed: Touch | None = None
        self._before = QRectF()
        self._resizes = False
        self._ground: object = None
        """What lay there when it was told what to do."""

    @classmethod
    def name(cls) -> str:
        """Return its name."""
        return say("Put a photo of a drawing under the map")

    def begin(self) -> None:
        """Show what to do."""
        self._ground = self._document.ground
        self._scene.drawing.underlay.frame(framed=True)
        if self._ground is None:
            self._tell(
                say(
                    "Select the map or press Enter to choose a photo or scan of a drawing, or drop "
                    "or paste one. Press Esc to stop."
                )
            )
            return
        self._tell(
            say(
                "Drag the photo to move it, or a corner to resize it. Or use the arrow keys, + and "
                "−. Press Enter for another photo, Delete to remove it, Esc to stop."
            )
        )

    def refresh(self) -> None:
        """Show the frame around a photo that came or moved; where one came or went, say so."""
        self._scene.drawing.underlay.frame(framed=True)
        if (self._document.ground is None) != (self._ground is None):
            self.begin()

    def end(self) -> None:
        """Take the frame away."""
        super().end()
        self._scene.drawing.underlay.frame(framed=False)
        self._document.end_merging()

    def press(self, touch: Touch) -> None:
        """Take hold of the photo, or of a corner."""
        if self._document.ground is None:
            self.asked.emit()
        elif may_draw(self._document):
            box = self._scene.drawing.underlay.box
            self._pressed, self._before = touch, box
            corners = (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight())
            near = min((touch.point - corner).manhattanLength() for corner in corners)
            self._resizes = near <= CORNER * touch.pixel

    def move(self, touch: Touch) -> None:
        """Show it where the hand is."""
        if self._pressed is not None:
            self._scene.drawing.underlay.lie(self._lying(touch.point))

    def _lying(self, point: QPointF) -> QRectF:
        """Return the ground of the photo with the hand at a point: its middle stays in reach."""
        assert self._pressed is not None
        before = self._before
        if not self._resizes:
            return before.translated(point - self._pressed.point)
        away, then = point - before.center(), self._pressed.point - before.center()
        factor = math.hypot(away.x(), away.y()) / max(math.hypot(then.x(), then.y()), 1.0)
        return self._sized(before, factor)

    def _sized(self, box: QRectF, factor: float) -> QRectF:
        radius = self._scene.picture.radius
        wide = min(max(box.width() * factor, LEAST_WIDTH * radius), 2 * FREE_REACH * radius)
        sized = QRectF(0, 0, wide, wide * self._scene.drawing.underlay.proportion)
        sized.moveCenter(box.center())
        return sized

    def release(self, touch: Touch) -> None:
        """Keep where it lies, as one step."""
        if self._pressed is None:
            return
        box, far = self._lying(touch.point), touch.is_far_from(self._pressed)
        self._pressed = None
        self._document.end_merging()
        if far:
            self._keep(box)
            self._document.end_merging()

    def _keep(self, box: QRectF) -> None:
        picture = self._scene.picture
        x, y = radii(picture, box.center())
        width = min(max(box.width() / picture.radius, LEAST_WIDTH), 2 * FREE_REACH)
        if not self._document.move_photo(x=x, y=y, width=width):
            self._put_back()

    def key(self, event: QKeyEvent) -> bool:
        """Move, resize, remove, or ask for another photo."""
        key, box = event.key(), self._scene.drawing.underlay.box
        if key in ENTER:
            self.asked.emit()
        elif self._document.ground is None:
            return False
        elif key in DIRECTIONS:
            dx, dy = DIRECTIONS[Qt.Key(key)]
            far = 1.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            self._keep_by_key(box.translated(dx * far, dy * far))
        elif key in _LARGER:
            self._keep_by_key(self._sized(box, _GROWTH))
        elif key == Qt.Key.Key_Minus:
            self._keep_by_key(self._sized(box, 1 / _GROWTH))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if not event.isAutoRepeat() and self._document.remove_photo():
                self.left.emit()
        else:
            return False
        return True

    def _keep_by_key(self, box: QRectF) -> None:
        if may_draw(self._document):
            self._keep(box)

    def escape(self) -> bool:
        """Put the photo back where it lay before the hand took it."""
        begun = self._pressed is not None
        self.let_go()
        return begun

    def let_go(self) -> None:
        """Let go of it without moving it."""
        if self._pressed is not None:
            self._pressed = None
            self._put_back()

    def _put_back(self) -> None:
        self._scene.drawing.underlay.show_photo(self._scene.map, self._scene.picture)
