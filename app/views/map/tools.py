"""The tools of the map: what the mouse and the keys do while one of them is in the hand."""

from typing import ClassVar, Final, NamedTuple

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.document import Document
from app.models.problem import Problem
from app.views.map.scene import MapScene

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

GRAB: Final = 6.0
"""How near to the line of an outline a click must be, in pixels of the screen."""


class Touch(NamedTuple):
    """Where the pointer is, and what is under it."""

    point: QPointF
    """In the picture."""
    where: QPoint
    """In the view."""
    person: str | None = None
    """Who is under the pointer."""
    adding: bool = False
    """With Shift or Control: to the selection, not instead of it."""
    pixel: float = 1.0
    """How much of the picture one pixel of the screen is."""
    grab: float = GRAB
    """How near to a line means it, in pixels of the screen."""
    pressure: float | None = None
    """How hard the pen presses, 0 to 1; None for what is no pen."""

    def is_far_from(self, other: "Touch") -> bool:
        """Tell whether the hand has moved on purpose."""
        moved = (self.where - other.where).manhattanLength()
        return moved >= QApplication.startDragDistance()


class Tool(QObject):
    """One thing in the hand. The view tells it of the pointer and the keys."""

    hinted = Signal(str, object)
    """Words to show at a point of the view, or at the top (None); no words hides them."""
    said = Signal(str)
    """Words for a screen reader."""
    left = Signal()
    """The work of this tool is done."""

    id: ClassVar = ""
    letter: ClassVar = ""
    """The key that takes it in hand."""
    layer: ClassVar = ""
    """The layer of the map that it draws on, which is shown while it is in the hand."""
    moves: ClassVar = False
    """It gives people another place."""
    cursor: ClassVar = Qt.CursorShape.CrossCursor
    feels: ClassVar = False
    """Needs to know who is under the pointer while the button is down too."""

    def __init__(self, document: Document, scene: MapScene, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._scene = scene

    @classmethod
    def name(cls) -> str:
        """Return its name."""
        raise NotImplementedError

    def begin(self) -> None:
        """Begin: the tool is taken in hand."""

    def end(self) -> None:
        """Let everything go: the tool is put down."""
        self.let_go()
        self.hinted.emit("", None)

    def _tell(self, text: str) -> None:
        """Show words at the top, and say them."""
        self.hinted.emit(text, None)
        self.said.emit(text)

    def let_go(self) -> None:
        """End a gesture that has only begun: the map becomes another one under the pointer."""

    def refresh(self) -> None:
        """Go on with a map that became another one."""

    def press(self, touch: Touch) -> None:
        """Begin where the button goes down."""

    def double_click(self, touch: Touch) -> None:
        """Take a second press of the button as another one."""
        self.press(touch)

    def move(self, touch: Touch) -> None:
        """Go on while the pointer moves with the button down."""

    def hover(self, touch: Touch) -> None:
        """Follow the pointer while no button is down."""

    def release(self, touch: Touch) -> None:
        """End where the button goes up."""

    def key(self, event: QKeyEvent) -> bool:
        """Take a key; tell whether it was one for this tool."""
        return False

    def escape(self) -> bool:
        """Give up what was begun; tell whether there was something."""
        return False

    def walks(self) -> bool:
        """Tell whether the arrow keys walk without selecting; then `walked` follows."""
        return False

    def walked(self) -> None:
        """Follow the keyboard to somebody else."""


def may_draw(document: Document) -> bool:
    """Tell whether the map takes edits; where it does not, that is said in the usual words."""
    if document.is_editable:
        return True
    if document.is_open:
        finished = not document.library.read_only
        document.refused.emit(Problem("map_finished" if finished else "library_read_only"))
    return False
