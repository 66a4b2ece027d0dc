"""The tools of the map together: which there are, which can be used now, which is in the hand."""

from typing import Final, TypeVar, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.analysis.lens import LENSES
from app.document import Document
from app.settings import Settings
from app.views.map.drawing_tools import EraserTool, OutlineTool, PenTool, TextTool
from app.views.map.lens_and_layers import LAYERS, look_in
from app.views.map.move_tool import MoveTool
from app.views.map.photo_tool import PhotoTool
from app.views.map.scene import MapScene
from app.views.map.select_tool import SelectTool
from app.views.map.tie_tool import TieTool
from app.views.map.tools import Tool
from app.words import say

_DRAWING: Final = "drawing"
_FREELY: Final = (_DRAWING, "photo")
"""Layers on which is drawn by hand, in the one lens that shows them."""
_T = TypeVar("_T", bound=Tool)

TOOLS: Final[tuple[type[Tool], ...]] = (
    SelectTool,
    MoveTool,
    TieTool,
    OutlineTool,
    TextTool,
    PenTool,
    EraserTool,
    PhotoTool,
)
"""Every tool there is, in the order of the bar and of the list of keys."""


class Toolbox(QObject):
    """Holds the tools, one of them in the hand. A child of the view."""

    changed = Signal()
    """Another tool is in the hand, or others can be used."""

    def __init__(
        self, document: Document, settings: Settings, scene: MapScene, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self.tools: dict[str, Tool] = {kind.id: kind(document, scene, self) for kind in TOOLS}
        self.select, self.move = self._of(SelectTool), self._of(MoveTool)
        self.tie, self.outline = self._of(TieTool), self._of(OutlineTool)
        self.text, self.photo = self._of(TextTool), self._of(PhotoTool)
        self.inhand: Tool = self.select
        self._usable: list[Tool] = []
        for tool in self.tools.values():
            tool.left.connect(self.put_down)

    def _of(self, kind: type[_T]) -> _T:
        return cast(_T, self.tools[kind.id])

    def by_key(self, key: int) -> Tool | None:
        """Return the tool that a key takes in hand."""
        return next((tool for tool in self.tools.values() if ord(tool.letter) == key), None)

    def why_not(self, tool: Tool) -> str:
        """Return why a tool cannot be used now; nothing where it can."""
        if tool in self._now_usable():
            return ""
        if not self._document.is_editable:
            return say("You cannot change this map now")
        if tool.layer in _FREELY:
            return say("Only in {lens}", lens=LENSES["free"].name())
        lens = LENSES[self._settings.lens].name()
        if tool.moves:
            return say("No one is moved in {lens}", lens=lens)
        return say("Not shown in {lens}", lens=lens)

    def take(self, tool: Tool, *, reveals: bool = True) -> None:
        """Take a tool in hand, and show what it makes; the one that was there is put down."""
        if tool is self.inhand:
            return
        self.inhand.end()
        if self.tie.has_drawn:
            self.tie.has_drawn = False
            self.reveal("ties")
        self.inhand = tool
        if reveals and tool.layer in _FREELY:
            self.reveal(tool.layer)
        self.changed.emit()
        tool.begin()

    def press(self, person: str) -> None:
        """Tie who has the keyboard, as Enter does with that tool; with any other, select them."""
        if self.inhand is self.tie:
            no_more = Qt.KeyboardModifier.NoModifier
            self.inhand.key(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, no_more))
        else:
            self._document.select([person])

    def put_down(self) -> None:
        """Go back to selecting."""
        self.take(self.select)

    def check(self) -> None:
        """Put the tool down where it can be used no longer."""
        usable = self._now_usable()
        if self.inhand not in usable:
            self.put_down()
        if usable != self._usable:
            self._usable = usable
            self.changed.emit()

    def _now_usable(self) -> list[Tool]:
        lens, editable = self._settings.lens, self._document.is_editable
        return [
            tool
            for tool in self.tools.values()
            if not (tool.layer or tool.moves)
            or (tool.layer and editable and lens in LAYERS[tool.layer].lenses)
            or (tool.moves and editable and LENSES[lens].takes_drops)
        ]

    def reveal(self, layer: str = _DRAWING) -> None:
        """Show a layer from now on: what is drawn must not be hidden at once."""
        whole = self._document.map if self._document.is_open else None
        if layer not in look_in(self._settings, whole).layers:
            self._settings.show_layer(layer, shown=True)
