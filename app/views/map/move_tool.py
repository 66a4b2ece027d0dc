"""The tool that moves people without dragging: by the arrow keys, or by a click on the place."""

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.document import Document
from app.views.map.arrow_keys import DIRECTIONS
from app.views.map.drag import Drag
from app.views.map.picture_points import landing, landing_words, radii
from app.views.map.scene import MapScene
from app.views.map.spoken import direction
from app.views.map.tools import ENTER, Tool, Touch
from app.views.widgets import theme
from app.words import joined, say

_FAR, _NEAR = 24.0, 4.0
"""How far an arrow key moves somebody, in pixels at normal text; with Shift less."""


class MoveTool(Tool):
    """Picks up who is selected. The arrow keys move them, Enter keeps it, Esc takes it back."""

    moved = Signal(QPointF)
    """The one the others go along with is here now, in the picture."""

    id = "move"
    letter = "M"
    moves = True

    def __init__(self, document: Document, scene: MapScene, parent: QObject) -> None:
        super().__init__(document, scene, parent)
        self._drag: Drag | None = None
        self._at = QPointF()
        self._said = ""

    @classmethod
    def name(cls) -> str:
        """Return its name."""
        return say("Move with the arrow keys")

    def begin(self) -> None:
        """Pick up who is selected; without anybody, say that somebody is to be chosen."""
        if not self._pick_up():
            self._tell(
                say("Choose who to move with the arrow keys, then press Enter. Press Esc to stop.")
            )

    def _pick_up(self) -> bool:
        people = self._scene.people
        chosen = [key for key in self._document.selection if key in people]
        if not chosen or not self._document.is_editable:
            return False
        first = self._scene.current if self._scene.current in chosen else chosen[0]
        item = people[first]
        self._at = item.pos()
        self._drag = Drag(self._document, self._scene, item, self._at)
        keys = say(
            "Move with the arrow keys. Press Enter to leave them there or Esc to put them back."
        )
        self._said = self._whereabouts(self._drag.move(self._at))
        self._tell(f"{joined((item.partner.name, self._said))}. {keys}")
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Move by an arrow key, keep by Enter; without anybody picked up, pick up by Enter."""
        key, drag = event.key(), self._drag
        if drag is None:
            if key in ENTER and not event.isAutoRepeat():
                self._pick_up()
            return key in ENTER
        if key in DIRECTIONS:
            less = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            far = theme.scaled(_NEAR if less else _FAR)
            dx, dy = DIRECTIONS[Qt.Key(key)]
            self._go(self._at + QPointF(dx, dy) * far)
        elif key in ENTER:
            self._drop()
        else:
            return False
        return True

    def _go(self, point: QPointF) -> None:
        assert self._drag is not None
        picture = self._scene.picture
        point.setX(min(max(point.x(), 0.0), picture.width))
        point.setY(min(max(point.y(), 0.0), picture.height))
        self._at = point
        words = self._whereabouts(self._drag.move(point))
        self.moved.emit(point)
        if words != self._said:  # not at every step: what is heard must be news
            self._said = words
            self._tell(words)

    def _whereabouts(self, words: str | None) -> str:
        """Describe where they would land: ring and sector, or the direction and how far."""
        return words if words is not None else direction(*radii(self._scene.picture, self._at))

    def _drop(self) -> None:
        drag, self._drag = self._drag, None
        band, sector = landing(self._scene, self._at)
        assert drag is not None
        if self._scene.lens.field is not None and band is None:
            self._tell(landing_words(self._scene, band, sector) or "")
        drag.drop()
        self.left.emit()

    def press(self, touch: Touch) -> None:
        """Choose somebody; with somebody picked up, put them down where the click is."""
        if self._drag is not None:
            self._go(touch.point)
            self._drop()
        elif touch.person is not None:
            self._document.select([touch.person])
            self._scene.show_selection(self._document.selection, touch.person)
            self._pick_up()

    def escape(self) -> bool:
        """Put everybody back where they stood."""
        was_busy = self._drag is not None
        self.let_go()
        if was_busy:
            self._tell(say("Back in the old place."))
            self.left.emit()
        return was_busy

    def let_go(self) -> None:
        """Put everybody back: the tool is put down, or the map became another one."""
        drag, self._drag = self._drag, None
        if drag is not None:
            drag.cancel()
