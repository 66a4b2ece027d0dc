"""The tool that is there at first: selecting, and dragging people and texts."""

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainterPath

from app.document import Document
from app.models.network import Outline
from app.views.map.drag import Drag
from app.views.map.picture_points import free_place, inside, rim_at
from app.views.map.scene import MapScene
from app.views.map.tools import Tool, Touch
from app.words import say


class SelectTool(Tool):
    """Select with a click or a box, drag people and texts."""

    rename_requested = Signal()
    edit_requested = Signal(str)
    """The words of an outline or a text are to be changed."""
    rim_pressed = Signal(object)
    """The label of a setting was pressed, or of having none (None)."""

    id = "select"
    letter = "V"
    cursor = Qt.CursorShape.ArrowCursor

    def __init__(self, document: Document, scene: MapScene, parent: QObject) -> None:
        super().__init__(document, scene, parent)
        self._pressed: Touch | None = None
        self._drag: Drag | None = None
        self._boxing = False
        self._text: tuple[str, QPointF] | None = None
        """The text that is being dragged, and where it was grabbed."""

    @classmethod
    def name(cls) -> str:
        """Return its name."""
        return say("Select and move")

    def press(self, touch: Touch) -> None:
        """Select, and get ready to drag."""
        self._pressed = touch
        key = touch.person
        if key is None:
            return
        self._scene.drawing.choose(None)
        selection = self._document.selection
        if touch.adding:
            others = [other for other in selection if other != key]
            self._document.select(others if key in selection else [*selection, key])
        elif key not in selection:
            self._document.select([key])
        if key in self._document.selection:
            self._scene.show_selection(self._document.selection, key)

    def move(self, touch: Touch) -> None:
        """Drag people or a text, or draw the box."""
        if self._pressed is None:
            return
        if not self._is_busy and touch.is_far_from(self._pressed):
            self._begin_gesture(self._pressed)
        if self._drag is not None:
            self.hinted.emit(self._drag.move(touch.point) or "", touch.where)
        elif self._text is not None:
            key, grabbed = self._text
            self._scene.drawing.move(key, touch.point - grabbed)
        elif self._boxing:
            self._scene.drawing.sketch.draw(_box(self._pressed.point, touch.point), filled=True)

    @property
    def is_dragging(self) -> bool:
        """Tell whether people are being dragged."""
        return self._drag is not None

    @property
    def _is_busy(self) -> bool:
        return self._drag is not None or self._boxing or self._text is not None

    def _begin_gesture(self, start: Touch) -> None:
        editable = self._document.is_editable
        if start.person is not None:
            takes = editable and self._scene.lens.takes_drops
            if takes and start.person in self._document.selection:
                grabbed = self._scene.people[start.person]
                self._drag = Drag(self._document, self._scene, grabbed, start.point)
            return
        drawing = self._scene.drawing
        key = drawing.at(start.point, start.grab * start.pixel)
        if key is not None and editable and not self._is_outline(key):
            drawing.choose(key)
            self._text = (key, start.point - drawing.box(key).topLeft())
        else:
            self._boxing = True

    def release(self, touch: Touch) -> None:
        """Drop, close the box, or select what was clicked."""
        pressed, self._pressed = self._pressed, None
        drag, self._drag = self._drag, None
        text, self._text = self._text, None
        boxing, self._boxing = self._boxing, False
        if drag is not None:
            self.hinted.emit("", None)
            drag.drop()
        elif text is not None:
            self._drop_text(*text, touch)
        elif boxing and pressed is not None:
            self._scene.drawing.sketch.clear()
            box = QRectF(pressed.point, touch.point).normalized()
            self._select(inside(self._scene, box), adding=touch.adding)
        elif pressed is not None and not (pressed.person and touch.adding):
            self._click(pressed, adding=touch.adding)

    def _click(self, touch: Touch, *, adding: bool) -> None:
        if touch.person is not None:
            self._document.select([touch.person])
            return
        drawing = self._scene.drawing
        key = drawing.at(touch.point, touch.grab * touch.pixel)
        key = key or drawing.outline_around(touch.point)
        record = self._document.map.records.get(key or "") if self._document.is_open else None
        sector = rim_at(self._scene, touch.point)
        if isinstance(record, Outline):
            here = [member for member in record.members if member in self._scene.people]
            self._select(here, adding=adding)
        elif sector is not None:
            setting = self._scene.settings_around[sector]
            of_setting = [
                person for person, i in self._scene.people.items() if i.partner.setting == setting
            ]
            self._select(of_setting, adding=adding)
            self.rim_pressed.emit(setting)
        elif not adding:
            self._document.select([])
        drawing.choose(key)

    def _select(self, ids: list[str], *, adding: bool) -> None:
        self._document.select([*self._document.selection, *ids] if adding else ids)

    def _is_outline(self, key: str) -> bool:
        return isinstance(self._document.map.records.get(key), Outline)

    def _drop_text(self, key: str, grabbed: QPointF, touch: Touch) -> None:
        drawing = self._scene.drawing
        drawing.move(key, touch.point - grabbed)
        place = free_place(self._scene, drawing.box(key).topLeft())
        self._document.end_merging()
        if not self._document.set_note(key, **place):
            drawing.move(key, None)
        self._document.end_merging()

    def double_click(self, touch: Touch) -> None:
        """Go to the name of a partner, or to the words of an outline or a text."""
        key = self._scene.drawing.at(touch.point, touch.grab * touch.pixel)
        if touch.person is not None:
            self.rename_requested.emit()
        elif key is not None:
            self.edit_requested.emit(key)

    def cursor_at(self, touch: Touch) -> Qt.CursorShape:
        """Return the cursor for a place where nobody is: what can be clicked has a hand."""
        drawn = self._scene.drawing.at(touch.point, touch.grab * touch.pixel)
        clicks = drawn is not None or rim_at(self._scene, touch.point) is not None
        return Qt.CursorShape.PointingHandCursor if clicks else self.cursor

    def escape(self) -> bool:
        """Put everybody back, or end the box."""
        busy = self._is_busy
        if self._drag is not None:
            self._drag.cancel()
        if self._text is not None:
            self._scene.drawing.move(self._text[0], None)
        self.let_go()
        return busy

    def let_go(self) -> None:
        """End a drag or a box without a drop."""
        if self._drag is not None:
            self.hinted.emit("", None)
            self._drag.end()
        if self._boxing:
            self._scene.drawing.sketch.clear()
        self._drag = self._pressed = self._text = None
        self._boxing = False


def _box(one: QPointF, other: QPointF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(one, other).normalized())
    return path
