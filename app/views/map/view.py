"""The view of the map: what it shows of the document, and the keys."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from app.document import Document
from app.settings import Settings
from app.views.map.accessible import MapVoice
from app.views.map.arrow_keys import DIRECTIONS, next_person
from app.views.map.drawing_commands import DrawingCommands
from app.views.map.ground import rect_of
from app.views.map.hint import Hint
from app.views.map.inline_editor import DrawnTextEditor
from app.views.map.lens_and_layers import Look, look_in
from app.views.map.mouse_view import MouseView
from app.views.map.overview import Overview
from app.views.map.soon_scene import SoonScene
from app.views.map.spoken import rated
from app.views.map.standpoint import stand_at, standpoint
from app.views.map.toolbox import Toolbox
from app.views.map.tools import Tool, may_draw
from app.views.widgets.keys import rate_by_key, rated_field
from app.views.widgets.quick_typing import QuickTyping, is_quick_rating
from app.views.widgets.told_when_shown import ToldWhenShown
from app.words import joined, say

_AROUND: Final = 40
"""Pixels around what is brought in sight."""


class MapView(ToldWhenShown, MouseView):
    """Shows the scene of the document, and hands keys and gestures to the tools."""

    rename_requested = Signal()
    name_begun = Signal(str)
    """Letters that begin a name were typed where no field is."""
    rim_pressed = Signal(object)
    """Everybody of a setting, or of none (None), was selected by the label on the rim."""

    def __init__(
        self, document: Document, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.voice = MapVoice(document, self)
        self._document, self._settings = document, settings
        self.map_scene = SoonScene(self)
        self.map_scene.be_worked_in()
        self.setScene(self.map_scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(280, 280)
        self.setAccessibleName(say("Map of my partners"))
        self.setAccessibleDescription(
            say("Use the arrow keys to move between people. The table shows the same people.")
        )
        self._typed = QuickTyping(document)
        self._held: Tool | None = None
        """What was in the hand before the letters that are being typed."""
        self.hint = Hint(self, self.map_scene)
        self._overview = Overview(self, self.map_scene)
        self.toolbox = Toolbox(document, settings, self.map_scene, self)
        self.text_editor = DrawnTextEditor(document, self.map_scene, self)
        self.drawing_commands = DrawingCommands(
            document, settings, self.map_scene, self.toolbox, self.text_editor, self
        )
        self._lent_before = 0
        self._was_first = True
        """What was seen before the view got another size is where a map begins."""
        self._sized = QSize()
        self._stood: QPointF | None = None
        """What was in the middle before the view got another size."""
        self._resized = QTimer(self, singleShot=True)
        self._resized.timeout.connect(self.fit_size)
        self._listen()
        self._show_other_map()

    def _listen(self) -> None:
        self.drawing_commands.said.connect(self._say)
        self.drawing_commands.reached.connect(self._show_drawn)
        self.toolbox.changed.connect(self._tool_changed)
        self.toolbox.select.rename_requested.connect(self.rename_requested)
        self.toolbox.select.rim_pressed.connect(self.rim_pressed)
        self.toolbox.move.moved.connect(self._show_moved)
        self.map_scene.sceneRectChanged.connect(self.follow_size)
        self.map_scene.laid_out.connect(self.show_names)
        self.map_scene.came.connect(self.begin)
        self.scaled.connect(self.text_editor.keep)
        self._document.opened.connect(self._show_other_map)
        self._document.changed.connect(self._follow)
        self._document.refused.connect(self._put_back)
        self._settings.map_view_changed.connect(self._follow)
        self._document.selection_changed.connect(self._selection_changed)
        self.voice.follow()
        self.voice.pressed.connect(self.toolbox.press)
        for tool in self.toolbox.tools.values():
            tool.hinted.connect(self.hint.tell)
            tool.said.connect(self.voice.tell)

    @property
    def hinted(self) -> str:
        """Return what the line of words on the map says, while it is seen."""
        return self.hint.text() if self.hint.isVisible() else ""

    # Size.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size, once it has settled."""
        if self._stood is None and self._sized.isValid():  # Qt forgets it while out of sight
            self._stood = standpoint(self, self.map_scene.picture, self._sized)
        self._sized = event.size()
        self._was_first = self._was_first and self.is_first
        super().resizeEvent(event)
        self._resized.start(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Make room for who came while the map was out of sight."""
        super().showEvent(event)
        if not event.spontaneous():
            self._resized.start(0)
            self.map_scene.make_room()

    def make_room(self) -> None:
        """Give every sector the width it needs: on purpose only, as everybody moves."""
        self.map_scene.make_room(glide=self._settings.motion)

    @property
    def place(self) -> tuple[float, float, float]:
        """Return the zoom and the middle of what is seen, once a new size has settled."""
        if self._resized.isActive():
            self.fit_size()
        return super().place

    def go_on_at(self, place: tuple[float, float, float]) -> None:
        """Go on where a view that was built before this one stood, in the room there is."""
        self.fit_size()
        super().go_on_at(place)

    def fit_size(self) -> None:
        """Lay out for the size of now, at once."""
        self._resized.stop()
        if self.isVisible():
            lends, self._lent_before = self.lent - self._lent_before, self.lent
            # What stands beside it for a while takes its room at the right: nothing moves.
            stands = standpoint(self, self.map_scene.picture)
            stood = stands if lends or self._stood is None else self._stood
            self._stood = None
            begins, self._was_first = self._was_first and not self.lent, True
            self.map_scene.set_size(self.room())
            self.follow_size()
            if self.goes_on_at is not None:
                super().go_on_at(self.goes_on_at)
            elif begins:
                self.show_middle()
            else:
                stand_at(self, self.map_scene.picture, stood)
            if lends > 0 and self.map_scene.current in self.map_scene.people:
                self._bring_in_sight(self.map_scene.current)

    def follow_size(self) -> None:
        """Show the picture in the room there is now, with the overview where that is a part."""
        super().follow_size()
        self._overview.follow()
        self.show_names()

    def covered(self) -> QRect | None:
        """Return where the overview is."""
        return self._overview.covers()

    def lend(self, width: int) -> None:
        """Stay as laid out while something beside the map has this much of its width."""
        if width != self.lent:
            self.lent = width
            self._resized.start(0)

    # The keyboard.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, rate, rename, put back to the tray, take a tool; Esc takes back."""
        key, tool = event.key(), self.toolbox.inhand
        if self.takes_as_name(event, quick=self._is_quick(event)):
            return
        if key == Qt.Key.Key_Escape and tool.escape():
            return
        if tool.key(event) or self.drawing_commands.key(event):
            return
        if key == Qt.Key.Key_Escape:
            # What nothing here has use for may end live mode.
            event.setAccepted(self._escape())
        elif key in DIRECTIONS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pan(DIRECTIONS[Qt.Key(key)])
        elif key in DIRECTIONS:
            adding = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._walk(DIRECTIONS[Qt.Key(key)], adding=adding)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if not event.isAutoRepeat():  # a key held too long may not go on to remove
                self.take_off()
        elif key == Qt.Key.Key_F2:
            self.rename_requested.emit()
        elif rate_by_key(self._document, event):
            if self._document.is_editable:
                self.hint.say_briefly(rated(self._document.selected, rated_field(event)), "map")
        elif not self._take_by_letter(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say who the keyboard is at, unless a hand brought it."""
        super().focusInEvent(event)
        self.voice.take_keyboard(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let what was typed here be: the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self._typed.forget()

    def takes_as_name(self, event: QKeyEvent, *, quick: bool) -> bool:
        """Take a key that belongs to a name; tell whether it was one. Quick keys stay keys.

        What the first letters did as quick keys is taken back.
        """
        if self._is_down or not self._document.is_editable:
            return False
        if not self._typed.has_begun:
            self._held = self.toolbox.inhand
        name = self._typed.read(event, quick=quick)
        if name:
            self.toolbox.take(self._held or self.toolbox.select)
            self.map_scene.drawing.choose(None)
            self.hint.tell("", None)
            self.name_begun.emit(name)
        return bool(name)

    def _is_quick(self, event: QKeyEvent) -> bool:
        """Tell whether a key does something on the map; a capital begins a name."""
        if is_quick_rating(self._document, event):
            return True
        steps_back = event.key() == Qt.Key.Key_D and bool(self.map_scene.drawing.keys)
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            return steps_back
        known = event.key() == Qt.Key.Key_D or self.toolbox.by_key(event.key()) is not None
        return known and not event.text().isupper()

    def _take_by_letter(self, event: QKeyEvent) -> bool:
        """Take the tool of a letter, or go to what is drawn; tell whether it was one of these."""
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_D and (shift or not event.modifiers()):
            self.drawing_commands.step(back=shift)
            return True
        tool = self.toolbox.by_key(event.key()) if not event.modifiers() else None
        if tool is None or event.isAutoRepeat():
            return tool is not None
        if why_not := self.toolbox.why_not(tool):
            if may_draw(self._document):
                self._say(joined((tool.name(), why_not), between=": "))
        elif tool is self.toolbox.inhand:
            self.toolbox.put_down()
        else:
            self.toolbox.take(tool)
        return True

    def _escape(self) -> bool:
        """Take back the latest thing; tell whether there was one."""
        if self.toolbox.inhand is not self.toolbox.select:
            self.toolbox.put_down()
            return True
        had_selection = bool(self._document.selection)
        self._document.select([])
        return had_selection

    @property
    def is_dragging(self) -> bool:
        """Tell whether people are being dragged."""
        return self._is_down and self.toolbox.select.is_dragging

    def give_up(self) -> None:
        """End the gesture that is going on, as if it had not begun."""
        self._is_down = False
        self._panned = self._on_ground = None
        self.toolbox.inhand.escape()

    def take_off(self) -> None:
        """Put the selected people back in the tray; whoever waits there already is gone."""
        if not self._document.is_editable:
            return
        on_map = [key for key in self._document.selection if key in self.map_scene.people]
        if not on_map:
            self._document.remove_partners(self._document.selection)
        else:
            emptied = self.map_scene.lens.emptied()
            self._document.place(dict.fromkeys(on_map, emptied), "to_tray")

    def _walk(self, way: tuple[float, float], *, adding: bool) -> None:
        people, picture = self.map_scene.people, self.map_scene.picture
        middle = QPointF(picture.cx, picture.cy)
        key = next_person(people, self.map_scene.current, middle, way)
        if key is None:
            self.voice.tell(say("No one further this way."))
            return
        if not self.toolbox.inhand.walks():
            self._document.select([*self._document.selection, key] if adding else [key])
        self.map_scene.show_selection(self._document.selection, key)
        self._bring_in_sight(key)
        self.voice.say_person(key)
        self.toolbox.inhand.walked()

    def _bring_in_sight(self, key: str) -> None:
        """Pan as little as shows somebody: where they go, with the name if that fits."""
        spot = self.map_scene.picture.spots[key]
        self._pan_to(*(rect_of(box) for box in (spot.box, spot.disc) if box is not None))

    def _pan_to(self, *boxes: QRectF) -> None:
        """Pan to boxes of the picture in turn, the last of which is seen for sure."""
        for box in boxes if not self.shows_all else ():
            self.ensureVisible(box, _AROUND, _AROUND)
            self._overview.make_way(box)

    def _show_moved(self, point: QPointF) -> None:
        self._pan_to(QRectF(point, QSizeF(1, 1)))

    def _say(self, text: str) -> None:
        self.hint.say_briefly(text)
        self.voice.tell(text)

    def _show_drawn(self, key: str) -> None:
        self._pan_to(self.map_scene.drawing.box(key))

    # What the document tells.

    def _show_other_map(self) -> None:
        self.text_editor.drop()
        self.toolbox.put_down()
        self.toolbox.inhand.let_go()
        self.map_scene.current = None
        self._show(glide=False)
        self.toolbox.check()
        self.begin()

    def _follow(self, _before: object = None, _after: object = None) -> None:
        if self.is_told():
            self._look_again()

    def catch_up(self) -> None:
        """Show the map as it is by now; nobody saw where they came from."""
        self._look_again(glide=False)

    def scene_now(self) -> SoonScene:
        """Return the scene with the map as it is now, also where the view is hidden."""
        self.show_missed()
        self.map_scene.arrive()
        return self.map_scene

    def place_for(self, kind: str | None, setting: str | None) -> tuple[float, float] | None:
        """Return a free place for somebody new; None where the lens asks a rating."""
        return self.scene_now().place_for(kind, setting)

    def _look_again(self, *, glide: bool = True) -> None:
        self.toolbox.inhand.let_go()
        self._show(glide=glide and self._settings.motion)
        self.toolbox.check()
        self.toolbox.inhand.refresh()

    def _tool_changed(self) -> None:
        self.viewport().setCursor(self.toolbox.inhand.cursor)
        self._tell_hover("")
        if self._look() != self.map_scene.look:
            self._show(glide=False)

    def _look(self) -> Look:
        look = look_in(self._settings, self._document.map if self._document.is_open else None)
        # What a tool draws on is shown while it is in the hand.
        return look._replace(layers=look.layers | ({self.toolbox.inhand.layer} - {""}))

    def _show(self, *, glide: bool) -> None:
        whole = self._document.shown if self._document.is_open else None
        stood, before = standpoint(self, self.map_scene.picture), self.map_scene.picture
        look = self._look()
        begins = look.lens != self.map_scene.look.lens and self.is_first
        self.map_scene.show_map(whole, look, glide=glide)
        if begins:
            self.show_middle()
        elif self.map_scene.picture[:5] != before[:5]:  # else nothing has moved
            stand_at(self, self.map_scene.picture, stood)
        self.map_scene.show_selection(self._document.selection)
        self._overview.update()

    def _put_back(self, problem: object) -> None:
        self.map_scene.show_where_they_are()

    def _selection_changed(self) -> None:
        self.map_scene.drawing.choose(None)
        self.map_scene.show_selection(self._document.selection)
        current = self.map_scene.current
        if current in self.map_scene.people and not self._is_down:
            self._bring_in_sight(current)
