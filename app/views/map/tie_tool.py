"""The tool that says who know each other."""

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainterPath

from app.document import Document
from app.views.map.scene import MapScene
from app.views.map.tools import ENTER, Tool, Touch, may_draw
from app.words import filled, say


class TieTool(Tool):
    """Draws ties: one partner stays the start, and each tap adds another."""

    id = "tie"
    letter = "T"
    layer = "ties"
    feels = True

    def __init__(self, document: Document, scene: MapScene, parent: QObject) -> None:
        super().__init__(document, scene, parent)
        self._start: str | None = None
        self.has_drawn = False
        self._to: QPointF | None = None
        self._pressed: str | None = None
        """On whom the button went down."""
        self._is_fresh = False
        """The start was taken by this press of the button."""
        self._told: tuple[str, str, str | None] | None = None
        """The two of whom the hint says something, and what."""

    @property
    def start(self) -> str | None:
        """Return the partner whose ties are being drawn."""
        return self._start

    @classmethod
    def name(cls) -> str:
        """Return its name."""
        return say("Who knows whom")

    def begin(self) -> None:
        """Start from whoever has the keyboard or is selected."""
        people, selection = self._scene.people, self._document.selection
        on_map = [key for key in selection if key in people]
        current = self._scene.current
        self._start_from(current if current in on_map else next(reversed(on_map), None))

    def end(self) -> None:
        """Let the start go too."""
        self._start = None
        super().end()
        self._scene.drawing.sketch.clear()

    def refresh(self) -> None:
        """Go on with another start where the old one is gone."""
        if self._start is not None and self._start not in self._scene.people:
            self._start_from(None)
        elif self._told is not None and self._state_of(*self._told[:2]) != self._told[2]:
            self._start_from(self._start)  # that was undone: the hint may not go on saying it
        elif self._start is not None:
            self._draw()

    def press(self, touch: Touch) -> None:
        """Take a start where there is none; whom to tie is only known when the button goes up."""
        self._to = touch.point
        self._pressed = touch.person
        self._is_fresh = touch.person is None or self._start is None or touch.adding
        if self._is_fresh:
            self._start_from(touch.person)

    def move(self, touch: Touch) -> None:
        """Draw the line from whom the hand dragged away from, whoever the start is."""
        self._to = touch.point
        dragged = self._pressed is not None and touch.person != self._pressed
        self._draw(touch.person, self._pressed if dragged else self._start)

    def hover(self, touch: Touch) -> None:
        """Draw the line to the pointer."""
        self._to = touch.point
        self._draw(touch.person)

    def release(self, touch: Touch) -> None:
        """Tie whom was tapped to the start, or the two ends of a drag to each other."""
        pressed, self._pressed = self._pressed, None
        tapped = pressed == touch.person
        if pressed is None or (tapped and self._is_fresh):
            return
        if touch.person is None:
            self._draw()
        elif tapped:
            self._tie_to(pressed)
        else:
            # A drag is whole in itself: who is tapped after it is a start, and tied to nobody.
            self._start = pressed
            self._tie_to(touch.person)
            self._start = None
            self._draw()

    def let_go(self) -> None:
        """Forget on whom the button went down: the map became another one, or Esc was pressed."""
        self._pressed = None

    def key(self, event: QKeyEvent) -> bool:
        """Tie with who has the keyboard; with Shift, or T, start from them."""
        current = self._scene.current
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        enters = event.key() in ENTER
        starts = event.key() == Qt.Key.Key_T and not event.modifiers()
        if not enters and not starts:
            return False
        if event.isAutoRepeat() or current not in self._scene.people:
            return True
        if starts or shift or self._start is None:
            self._start_from(current)
        else:
            self._tie_to(current or "")
        return True

    def escape(self) -> bool:
        """Let the start go; then there is nothing left but the tool itself."""
        if self._pressed is not None and not self._is_fresh:
            self.let_go()
            self._draw()
            return True
        self.let_go()
        had_start = self._start is not None
        if had_start:
            self._start_from(None)
        return had_start

    def walks(self) -> bool:
        """Walk without selecting: the line follows."""
        return True

    def walked(self) -> None:
        """Draw the line to who the keyboard is on."""
        current = self._scene.current
        self._to = None
        if current in self._scene.people:
            self._draw(current)

    def _start_from(self, person: str | None) -> None:
        self._start = person
        self._to = self._told = None
        self._draw()
        if person is None:
            text = say("Select someone, then the people they know. Press Esc to stop.")
        else:
            text = say(
                "Who does {name} know? Select them, or use the arrow keys and press Enter. "
                "Press Esc to choose someone else.",
                name=self._name(person),
            )
        self._tell(text)

    def _tie_to(self, other: str) -> None:
        start = self._start
        if start is None or start == other or not may_draw(self._document):
            return
        following = {None: "yes", "no": "yes", "yes": "unknown", "unknown": None}
        state = following[self._state_of(start, other)]
        self._told = None
        if not self._document.set_tie(start, other, state):
            return
        self.has_drawn, self._told = True, (start, other, state)
        text = {
            "yes": say("{a} and {b} know each other. Select again for “don't know”."),
            "unknown": say("{a} and {b}: don't know. Select again for no link."),
            None: say("{a} and {b}: no link. Select again for “know each other”."),
        }[state]
        self._tell(filled(text, a=self._name(start), b=self._name(other)))
        self._draw(other)

    def _state_of(self, one: str, other: str) -> str | None:
        tie = self._document.map.tie_between(one, other)
        return tie.state if tie is not None else None

    def _name(self, person: str) -> str:
        partner = self._document.map.partner(person)
        return partner.name if partner is not None else ""

    def _draw(self, target: str | None = None, start_from: str | None = None) -> None:
        """Mark the start, and draw a line from there to the pointer or to the target."""
        people, sketch = self._scene.people, self._scene.drawing.sketch
        begin = start_from or self._start
        start, end = people.get(begin or ""), people.get(target or "") if target != begin else None
        path = QPainterPath()
        if start is not None:
            ring = start.diameter / 2 + 7
            path.addEllipse(start.pos(), ring, ring)
            to = end.pos() if end is not None else self._to
            clear = end.diameter / 2 + 7 if end is not None else 2.0
            if to is not None:
                away = QPointF(to - start.pos())
                length = max((away.x() ** 2 + away.y() ** 2) ** 0.5, 1e-6)
                if length > ring + clear:
                    path.moveTo(start.pos() + away * (ring / length))
                    path.lineTo(to - away * (clear / length))
        if end is not None:
            ring = end.diameter / 2 + 7
            path.addEllipse(end.pos(), ring, ring)
        if path.isEmpty():
            sketch.clear()
        else:
            sketch.draw(path)
