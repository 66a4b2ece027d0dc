"""The view of one moment: select and walk, zoom and pan; another view can go along."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.views.compare.scene import MomentScene
from app.views.map.arrow_keys import DIRECTIONS, next_person
from app.views.map.panned_view import PannedView
from app.views.map.people_items import PartnerItem
from app.views.map.spoken import spoken
from app.views.widgets.speech import announce
from app.words import say

_ADDING: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class MomentView(PannedView):
    """Shows a moment to be looked at: nothing can be moved in it."""

    picked = Signal(str, bool)
    """Somebody was chosen, to be added to the selection (True) or alone."""
    left_alone = Signal()
    """Nobody was chosen."""

    def __init__(self, scene: MomentScene, parent: QWidget) -> None:
        super().__init__(scene, parent)
        self.map_scene = self.moment_scene = scene
        self.setMinimumSize(200, 200)
        self.setAccessibleDescription(
            say(
                "Use the arrow keys to move between people. The list beside it says the same "
                "in words."
            )
        )
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose somebody, or begin to pan."""
        at = event.position().toPoint()
        item = next((i for i in self.items(at) if isinstance(i, PartnerItem)), None)
        if event.button() == Qt.MouseButton.LeftButton and item is not None:
            self.picked.emit(item.partner.id, bool(event.modifiers() & _ADDING))
            return
        super().mousePressEvent(event)
        self._pressed = self._panned

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End to pan; a press on nobody that went nowhere selects nobody."""
        if self._pressed is not None and self._panned == self._pressed:
            self.left_alone.emit()
        self._pressed = None
        super().mouseReleaseEvent(event)

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
        elif key == Qt.Key.Key_Escape and self.moment_scene.current is not None:
            self.left_alone.emit()
        else:
            super().keyPressEvent(event)
