"""What keys and menus do with what is drawn: the same as the tools, without a mouse."""

from typing import Final, cast

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.document import Document
from app.models.network import Note, Outline, Stroke
from app.settings import Settings
from app.views.map.arrow_keys import DIRECTIONS
from app.views.map.drawing_menu import DrawnMenu, heard_of
from app.views.map.inline_editor import DrawnTextEditor
from app.views.map.picture_points import free_place
from app.views.map.scene import MapScene
from app.views.map.toolbox import Toolbox
from app.views.map.tools import may_draw
from app.words import joined, say

STEP: Final = 8.0
"""How far an arrow key moves a text, in pixels; with Shift one pixel."""


class DrawingCommands(QObject):
    """Carries out what is asked about outlines, texts and ink. A child of the view."""

    said = Signal(str)
    """Words to show for a moment, and for a screen reader."""
    reached = Signal(str)
    """The keyboard is on this outline or text."""

    def __init__(
        self,
        document: Document,
        settings: Settings,
        scene: MapScene,
        toolbox: Toolbox,
        text_editor: DrawnTextEditor,
        view: QWidget,
    ) -> None:
        super().__init__(view)
        self._document = document
        self._settings = settings
        self._scene = scene
        self._toolbox = toolbox
        self._text_editor = text_editor
        toolbox.select.edit_requested.connect(text_editor.edit)
        toolbox.text.edit_requested.connect(self._change)
        toolbox.text.asked.connect(self._write_at)
        toolbox.outline.drawn.connect(text_editor.edit)
        text_editor.finished.connect(self._written)

    # From the menu of the window.

    def write_text(self) -> None:
        """Write a text near the middle; the arrow keys move it afterwards."""
        if self._may_begin():
            self._text_editor.write(None)

    def _write_at(self, point: QPointF | None) -> None:
        self._text_editor.write(point)
        self._say_how_it_ends()

    def _change(self, key: str) -> None:
        self._text_editor.edit(key)
        self._say_how_it_ends()

    def _say_how_it_ends(self) -> None:
        """Say on the map how writing with the tool ends, no longer where it may begin."""
        editor = self._text_editor.editor
        if editor is not None:
            self._toolbox.text.hinted.emit(editor.toolTip(), None)

    def outline_selected(self) -> None:
        """Draw an outline around the selected people."""
        if not self._may_begin():
            return
        here = [key for key in self._document.selection if key in self._scene.people]
        if here:
            key = self._document.add_outline(here)
            if key is not None:
                self._text_editor.edit(key)
        else:
            self.said.emit(say("First select the people who belong together."))

    def _may_begin(self) -> bool:
        """Go to the lens in which people draw, if the map may be drawn on."""
        may = self._document.is_open and may_draw(self._document)
        if may:
            self._go_there()
        return may

    def _go_there(self) -> None:
        self._toolbox.put_down()
        if self._settings.lens != "free":
            self._settings.lens = "free"
        self._toolbox.reveal()

    def list_drawn(self) -> None:
        """Open the list of everything that is drawn."""
        view = self._view()
        self.open_menu(view.mapToGlobal(view.rect().center()), None)

    def open_menu(self, at: QPoint, key: str | None) -> None:
        """Open the menu of an outline or a text, or of everything that is drawn."""
        if not self._document.is_open:
            return
        menu = DrawnMenu(self._document, self._view())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.chosen.connect(self.do)
        if key is None:
            menu.list_all()
        else:
            menu.offer(key)
        menu.popup(at)

    def _view(self) -> QWidget:
        # Asked for every time: see docs/decisions/0008-qt.md.
        return cast(QWidget, self.parent())

    def do(self, what: str, key: str) -> None:
        """Do what was chosen in a menu of drawn things."""
        if what == "write":
            self.write_text()
        elif what == "outline":
            self.outline_selected()
        elif what == "edit":
            if self._may_begin():
                self._text_editor.edit(key)
        elif what == "remove":
            self._document.erase([key])
        elif what == "rub_out":
            self._document.erase(stroke.id for stroke in self._document.map.all_of(Stroke))
        elif what == "find":
            self._find(key)
        elif what == "photo":
            self.hold_photo()
        elif what == "remove_photo":
            self._document.remove_photo()

    def _find(self, key: str) -> None:
        self._go_there()
        record = self._document.map.records.get(key)
        if isinstance(record, Outline):
            self._document.select(record.members)
        self._reach(key)

    def hold_photo(self) -> None:
        """Take the photo under the map in hand."""
        if self._document.is_open and may_draw(self._document):
            self._go_there()
            self._toolbox.take(self._toolbox.photo)

    # From the keyboard.

    def step(self, *, back: bool) -> None:
        """Go to the next outline or text, or to the one before."""
        drawing = self._scene.drawing
        keys = drawing.keys
        if not keys:
            self.said.emit(say("There are no outlines or text here."))
            return
        at = keys.index(drawing.chosen) if drawing.chosen in keys else (0 if back else -1)
        self._reach(keys[(at + (-1 if back else 1)) % len(keys)])

    def _reach(self, key: str) -> None:
        drawing = self._scene.drawing
        drawing.choose(key)
        record = self._document.map.records.get(key)
        if drawing.chosen == key and isinstance(record, Outline | Note):
            name = heard_of(record, self._document.map)
            if isinstance(record, Note):
                keys = say(
                    "Use the arrow keys to move the text, Enter to change it and Delete to "
                    "remove it."
                )
            else:
                keys = say("Press Enter to change the label, or Delete to remove the outline.")
            self.said.emit(joined((name, keys), between=". "))
            self.reached.emit(key)

    def key(self, event: QKeyEvent) -> bool:
        """Take a key for the outline or text that has the keyboard; tell whether it was one."""
        drawing, key = self._scene.drawing, event.key()
        if drawing.chosen is None:
            return False
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if not event.isAutoRepeat():
                self._document.erase([drawing.chosen])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._text_editor.edit(drawing.chosen)
        elif key == Qt.Key.Key_Escape:
            drawing.choose(None)
            self._document.end_merging()
        else:
            return key in DIRECTIONS and self._nudge(event)
        return True

    def _nudge(self, event: QKeyEvent) -> bool:
        drawing = self._scene.drawing
        note = self._document.map.records.get(drawing.chosen or "")
        if not isinstance(note, Note):
            return False
        far = 1.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        dx, dy = DIRECTIONS[Qt.Key(event.key())]
        point = drawing.box(note.id).topLeft() + QPointF(dx, dy) * far
        drawing.move(note.id, point)  # it stays inside the picture
        self._document.set_note(note.id, **free_place(self._scene, drawing.box(note.id).topLeft()))
        drawing.move(note.id, None)
        self.reached.emit(note.id)
        return True

    def _written(self, key: str) -> None:
        toolbox = self._toolbox
        if toolbox.inhand not in (toolbox.text, toolbox.select):
            return  # another tool was taken, which ended the writing: it is gone on with
        toolbox.put_down()
        whole = self._document.map if self._document.is_open else None
        if whole is not None and isinstance(whole.records.get(key), Note):
            self._scene.drawing.choose(key)
