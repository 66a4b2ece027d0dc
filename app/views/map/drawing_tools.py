"""The tools of free drawing: outlines, texts, pen and eraser."""

from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainterPath, QPolygonF

from app.document import Document
from app.models.rules import MOST_POINTS
from app.views.map.drawing_items import ink_pen
from app.views.map.ink import Point, simplified
from app.views.map.picture_points import radii
from app.views.map.scene import MapScene
from app.views.map.tools import ENTER, Tool, Touch, may_draw
from app.words import say

ERASER: Final = 9.0
"""How far the eraser reaches, in pixels of the screen."""


class OutlineTool(Tool):
    """Draw a loop by hand: who lies inside gets an outline."""

    drawn = Signal(str)
    """An outline came."""

    id = "outline"
    letter = "O"
    layer = "drawing"

    def __init__(self, document: Document, scene: MapScene, parent: QObject) -> None:
        super().__init__(document, scene, parent)
        self._loop: list[QPointF] = []

    @classmethod
    def name(cls) -> str:
        """Return its name."""
        return say("Outline around people")

    def begin(self) -> None:
        """Show what to do."""
        self._tell(self._words())

    def _words(self) -> str:
        if self._selected():
            return say(
                "Draw a loop around people, or press Enter to use the people selected. Press "
                "Esc to stop."
            )
        return say("Draw a loop around the people who belong together. Press Esc to stop.")

    def press(self, touch: Touch) -> None:
        """Begin the loop."""
        self._loop = [touch.point] if may_draw(self._document) else []

    def move(self, touch: Touch) -> None:
        """Draw the loop on, and show who lies inside."""
        if not self._loop:
            return
        self._loop.append(touch.point)
        path = QPainterPath()
        path.addPolygon(QPolygonF(self._loop))
        path.closeSubpath()
        for key in self._caught():
            item = self._scene.people[key]
            half = item.diameter / 2 + 5
            path.addEllipse(item.pos(), half, half)
        self._scene.drawing.sketch.draw(path, dashed=True, filled=True)

    def release(self, touch: Touch) -> None:
        """Draw an outline around who lies inside."""
        members = self._caught()
        begun = bool(self._loop)
        self.let_go()
        if begun:
            self._draw_around(members)

    def key(self, event: QKeyEvent) -> bool:
        """Draw an outline around who is selected."""
        if event.key() not in ENTER:
            return False
        self._draw_around(self._selected())
        return True

    def escape(self) -> bool:
        """Let the loop go."""
        begun = bool(self._loop)
        self.let_go()
        return begun

    def let_go(self) -> None:
        """Let the loop go."""
        self._loop = []
        self._scene.drawing.sketch.clear()

    def _draw_around(self, members: list[str]) -> None:
        if not members:
            self.hinted.emit(say("There is no one inside. Draw a loop around people."), None)
            return
        key = self._document.add_outline(members)
        if key is not None:
            self.left.emit()
            self.drawn.emit(key)

    def _caught(self) -> list[str]:
        loop = QPolygonF(self._loop)
        inside = Qt.FillRule.WindingFill
        return [
            key
            for key, item in self._scene.people.items()
            if loop.containsPoint(item.pos(), inside)
        ]

    def _selected(self) -> list[str]:
        return [key for key in self._document.selection if key in self._scene.people]


class TextTool(Tool):
    """Write a text where the map is tapped."""

    asked = Signal(object)
    """A text is to be written at a point of the picture; None: near the middle."""
    edit_requested = Signal(str)
    """The text that was tapped is to be changed."""

    id = "text"
    letter = "X"
    layer = "drawing"
    cursor = Qt.CursorShape.IBeamCursor

    def __init__(self, document: Document, scene: MapScene, parent: QObject) -> None:
        super().__init__(document, scene, parent)
        self._pressed: Touch | None = None

    @classmethod
    def name(cls) -> str:
        """Return its name."""
        return say("Text")

    def press(self, touch: Touch) -> None:
        """Remember where the button went down."""
        self._pressed = touch

    def begin(self) -> None:
        """Show what to do."""
        text = say(
            "Select where you want the text, or press Enter to put it near the centre. Press "
            "Esc to stop."
        )
        self._tell(text)

    def release(self, touch: Touch) -> None:
        """Write where the button went down, or change the words that stand there."""
        if self._pressed is not None and touch.is_far_from(self._pressed):
            touch = self._pressed
        key = self._scene.drawing.at(touch.point, 0.5)
        if key is not None:
            self.edit_requested.emit(key)
        else:
            self.asked.emit(touch.point)

    def key(self, event: QKeyEvent) -> bool:
        """Write near the middle."""
        if event.key() not in ENTER:
            return False
        self.asked.emit(None)
        return True


class PenTool(Tool):
    """Draw lines by hand, each of them one step."""

    id = "pen"
    letter = "P"
    layer = "drawing"

    def __init__(self, document: Document, scene: MapScene, parent: QObject) -> None:
        super().__init__(document, scene, parent)
        self._line: list[Point] = []
        self._pressed: dict[Point, float] = {}
        """How hard the pen was pressed, by where it was."""
        self._pixel = 1.0

    @classmethod
    def name(cls) -> str:
        """Return its name."""
        return say("Pen")

    def begin(self) -> None:
        """Show what to do."""
        self._tell(say("Hold the mouse button down to draw. Press Esc to stop."))

    def press(self, touch: Touch) -> None:
        """Put the pen on the map."""
        if not may_draw(self._document):
            return
        picture = self._scene.picture
        room = QRectF(0, 0, picture.width, picture.height).united(self._scene.sceneRect())
        self._scene.drawing.sketch.begin_line(touch.point, ink_pen(), room)
        self._line = [(touch.point.x(), touch.point.y())]
        self._pressed = {}
        self._feel(touch)
        self._pixel = touch.pixel

    def _feel(self, touch: Touch) -> None:
        if touch.pressure is not None:
            self._pressed[touch.point.x(), touch.point.y()] = min(max(touch.pressure, 0.0), 1.0)

    def move(self, touch: Touch) -> None:
        """Draw the line on."""
        here = (touch.point.x(), touch.point.y())
        if self._line and here != self._line[-1]:
            self._line.append(here)
            self._feel(touch)
            self._scene.drawing.sketch.grow(touch.point)

    def release(self, touch: Touch) -> None:
        """Keep the line, with no more points than it needs."""
        line = self._line
        self.let_go()
        if not line:
            return
        picture = self._scene.picture
        kept = simplified(line, 0.8 * self._pixel, MOST_POINTS)
        points = [part for point in kept for part in radii(picture, QPointF(*point))]
        pressures = [round(self._pressed[one], 2) for one in kept if one in self._pressed]
        # A pen that always says the same cannot tell, nor can a mouse.
        told = len(pressures) == len(kept) and len(set(pressures)) > 1
        self._document.add_stroke(points, pressures if told else ())

    def escape(self) -> bool:
        """Take the line back that is being drawn."""
        begun = bool(self._line)
        self.let_go()
        return begun

    def let_go(self) -> None:
        """Take the line back that is being drawn."""
        self._line = []
        self._scene.drawing.sketch.clear()


class EraserTool(Tool):
    """Rub out the lines of the pen that it touches, a whole sweep in one step."""

    id = "eraser"
    letter = "E"
    layer = "drawing"

    def __init__(self, document: Document, scene: MapScene, parent: QObject) -> None:
        super().__init__(document, scene, parent)
        self._at: QPointF | None = None
        self._touched: set[str] = set()

    @classmethod
    def name(cls) -> str:
        """Return its name."""
        return say("Eraser (pen lines)")

    def begin(self) -> None:
        """Show what to do."""
        self._tell(say("Drag over pen lines to erase them. Press Esc to stop."))

    def press(self, touch: Touch) -> None:
        """Begin to rub out."""
        if may_draw(self._document):
            self._at = touch.point
            self._rub(touch)

    def move(self, touch: Touch) -> None:
        """Rub out what lies on the way."""
        if self._at is not None:
            self._rub(touch)
        self.hover(touch)

    def hover(self, touch: Touch) -> None:
        """Show how far the eraser reaches."""
        path = QPainterPath()
        path.addEllipse(touch.point, ERASER * touch.pixel, ERASER * touch.pixel)
        self._scene.drawing.sketch.draw(path)

    def _rub(self, touch: Touch) -> None:
        drawing = self._scene.drawing
        assert self._at is not None
        self._touched |= drawing.touched(self._at, touch.point, ERASER * touch.pixel)
        self._at = touch.point
        drawing.hide(self._touched)

    def release(self, touch: Touch) -> None:
        """Remove what was touched."""
        touched, self._touched, self._at = self._touched, set(), None
        if touched and not self._document.erase(touched):
            self._scene.drawing.hide(())

    def escape(self) -> bool:
        """Bring back what this sweep rubbed out."""
        begun = self._at is not None
        if begun:
            self._scene.drawing.hide(())
        self.let_go()
        return begun

    def let_go(self) -> None:
        """End the sweep without removing anything."""
        self._at, self._touched = None, set()
        self._scene.drawing.sketch.clear()
