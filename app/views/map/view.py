"""The view of the map: zoom and pan, mouse and keys, and what may be dropped on it."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from app.document import Document
from app.settings import Settings
from app.views.map.accessible import MapVoice
from app.views.map.drafting import Drafting
from app.views.map.drag import PARTNER_MIME, drop_on_map
from app.views.map.hint import Hint
from app.views.map.items import PartnerItem
from app.views.map.kit import Kit
from app.views.map.look import Look, look_in
from app.views.map.places import landing
from app.views.map.scene import MapScene
from app.views.map.spoken import rated
from app.views.map.tools import GRAB, Tool, Touch, may_draw
from app.views.map.walk import DIRECTIONS, next_person
from app.views.map.writing import Writing
from app.views.map.zoom import ZoomView
from app.views.widgets.keys import rate_by_key, rated_field
from app.views.widgets.shown import ToldWhenShown
from app.views.widgets.typed import Typed, is_quick_rating
from app.words import joined, say

_ADDING: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
"""Keys that add to the selection."""


class MapView(ToldWhenShown, ZoomView):
    """Shows the scene, at 100 % as large as the window allows, and hands gestures to the tools."""

    rename_requested = Signal()
    name_begun = Signal(str)
    """Letters that begin a name were typed where no field is."""
    menu_requested = Signal(object)
    """Where on the screen the menu of the selected people is to open."""
    hovered = Signal(str)
    """Who came under the pointer, or nothing."""
    rim_pressed = Signal(object)
    """Everybody of a setting, or of none (None), was selected by the label on the rim."""

    def __init__(
        self, document: Document, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setViewport(QWidget(self))  # Qt's own would be looked up among all kinds of widgets
        self.voice = MapVoice(document, self)
        self._document = document
        self._settings = settings
        self.map_scene = MapScene(self)
        self.map_scene.stands_still = True
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
        self._typed = Typed(document)
        self._held: Tool | None = None
        """What was in the hand before the letters that are being typed."""
        self._is_down = False
        self._panned: QPoint | None = None
        self._hovered = ""
        self._hint = Hint(self.viewport())
        self.kit = Kit(document, settings, self.map_scene, self)
        self.writing = Writing(document, self.map_scene, self)
        self.drafting = Drafting(document, settings, self.map_scene, self.kit, self.writing, self)
        self.drafting.said.connect(self._say)
        self.drafting.reached.connect(self._show_drawn)
        self.kit.changed.connect(self._tool_changed)
        self.kit.select.rename_requested.connect(self.rename_requested)
        self.kit.select.rim_pressed.connect(self.rim_pressed)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.timeout.connect(self._fit_size)
        self.map_scene.sceneRectChanged.connect(self.scale_to_fit)
        self.scaled.connect(self.writing.keep)
        document.opened.connect(self._show_other_map)
        document.changed.connect(self._follow)
        document.refused.connect(self._put_back)
        settings.map_view_changed.connect(self._follow)
        document.selection_changed.connect(self._selection_changed)
        self.voice.follow()
        for tool in self.kit.tools.values():
            tool.hinted.connect(self._hint.tell)
            tool.said.connect(self.voice.tell)
        self._show_other_map()

    # Size.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size, once it has settled."""
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

    def go_on_at(self, place: tuple[float, float, float]) -> None:
        """Go on where a view that was built before this one stood, in the room there is."""
        self._fit_size()
        super().go_on_at(place)

    def _fit_size(self) -> None:
        self._resized.stop()
        if self.isVisible():
            self.map_scene.set_size(self.viewport().size())
            self.scale_to_fit()

    def whole(self) -> QSizeF:
        """Return the size of the picture."""
        return QSizeF(self.map_scene.picture.width, self.map_scene.picture.height)

    # The mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand the press to the tool, or begin to pan."""
        self.writing.keep()
        self._typed.forget()
        self._tell_hover("")
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panned = event.position().toPoint()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._is_down = True
            self.kit.inhand.press(self._touch(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Hand the second press of two to the tool."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_down = True
            self.kit.inhand.double_click(self._touch(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or hand the move to the tool."""
        tool = self.kit.inhand
        if self._panned is not None:
            self._pan(event.position().toPoint())
        elif self._is_down:
            tool.move(self._touch(event, feels=tool.feels))
        else:
            touch = self._touch(event)
            tool.hover(touch)
            if tool is self.kit.select:
                super().mouseMoveEvent(event)
                self._tell_hover(touch.person or "")
                if touch.person is None:
                    self.viewport().setCursor(self.kit.select.cursor_at(touch))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand the release to the tool, or end to pan."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panned = None
        elif event.button() == Qt.MouseButton.LeftButton:
            self._is_down = False
            self.kit.inhand.release(self._touch(event))

    def leaveEvent(self, event: QEvent) -> None:
        """Nobody is under the pointer any more."""
        super().leaveEvent(event)
        self._tell_hover("")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of who or what is under the pointer, or has the keyboard."""
        if self.kit.inhand is not self.kit.select or self._is_down or not self._document.is_open:
            return
        drawing = self.map_scene.drawing
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            drawn = drawing.chosen
            item = self.map_scene.people.get(self.map_scene.current or "")
        else:
            item = self._person_at(event.pos())
            point = self.mapToScene(event.pos())
            drawn = drawing.at(point, GRAB * self.pixel) or drawing.outline_around(point)
            drawn = drawn if item is None else None
        if drawn is not None:
            drawing.choose(drawn)
            at = event.globalPos()
            if event.reason() == QContextMenuEvent.Reason.Keyboard:
                middle = self.mapFromScene(drawing.box(drawn).center())
                at = self.viewport().mapToGlobal(middle)
            self.drafting.open_menu(at, drawn)
        elif item is not None:
            if item.partner.id not in self._document.selection:
                self._document.select([item.partner.id])
            at = self.mapFromScene(item.sceneBoundingRect().center())
            self.menu_requested.emit(self.viewport().mapToGlobal(at))
        elif self.map_scene.lens.id == "free":
            self.drafting.open_menu(event.globalPos(), None)

    def _touch(self, event: QMouseEvent, *, feels: bool = True) -> Touch:
        where = event.position().toPoint()
        item = self._person_at(where) if feels else None
        return Touch(
            # Finer than whole pixels: lines of the pen stay smooth.
            point=self.point_at(event.position()),
            where=where,
            person=item.partner.id if item is not None else None,
            adding=bool(event.modifiers() & _ADDING),
            pixel=self.pixel,
        )

    def _person_at(self, point: QPoint) -> PartnerItem | None:
        return next((i for i in self.items(point) if isinstance(i, PartnerItem)), None)

    def _tell_hover(self, key: str) -> None:
        if key != self._hovered:
            self._hovered = key
            self.hovered.emit(key)

    def _takes_drops(self) -> bool:
        return self._document.is_editable and self.map_scene.lens.takes_drops

    def _pan(self, to: QPoint) -> None:
        assert self._panned is not None
        moved, self._panned = self._panned - to, to
        self.scroll_by(moved)

    # The keyboard.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, rate, rename, put back to the tray, take a tool; Esc takes back."""
        key, tool = event.key(), self.kit.inhand
        if self.takes_as_name(event, quick=self._is_quick(event)):
            return
        if key == Qt.Key.Key_Escape and tool.escape():
            return
        if tool.key(event) or self.drafting.key(event):
            return
        if key == Qt.Key.Key_Escape:
            # What nothing here has use for may end live mode.
            event.setAccepted(self._escape())
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
                self._hint.say_briefly(rated(self._document.selected, rated_field(event)))
        elif not self._take_by_letter(event):
            super().keyPressEvent(event)

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
            self._held = self.kit.inhand
        name = self._typed.read(event, quick=quick)
        if name:
            self.kit.take(self._held or self.kit.select)
            self.map_scene.drawing.choose(None)
            self._hint.tell("", None)
            self.name_begun.emit(name)
        return bool(name)

    def _is_quick(self, event: QKeyEvent) -> bool:
        """Tell whether a key does something on the map; a capital begins a name."""
        if is_quick_rating(self._document, event):
            return True
        steps_back = event.key() == Qt.Key.Key_D and bool(self.map_scene.drawing.keys)
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            return steps_back
        known = event.key() == Qt.Key.Key_D or self.kit.by_key(event.key()) is not None
        return known and not event.text().isupper()

    def _take_by_letter(self, event: QKeyEvent) -> bool:
        """Take the tool of a letter, or go to what is drawn; tell whether it was one of these."""
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_D and (shift or not event.modifiers()):
            self.drafting.step(back=shift)
            return True
        tool = self.kit.by_key(event.key()) if not event.modifiers() else None
        if tool is None:
            return False
        if event.isAutoRepeat():
            return True
        if why_not := self.kit.why_not(tool):
            if may_draw(self._document):
                self._say(joined((tool.name(), why_not), between=": "))
        elif tool is self.kit.inhand:
            self.kit.put_down()
        else:
            self.kit.take(tool)
        return True

    def _escape(self) -> bool:
        """Take back the latest thing; tell whether there was one."""
        if self.kit.inhand is not self.kit.select:
            self.kit.put_down()
            return True
        had_selection = bool(self._document.selection)
        self._document.select([])
        return had_selection

    @property
    def is_dragging(self) -> bool:
        """Tell whether people are being dragged."""
        return self._is_down and self.kit.select.is_dragging

    def give_up(self) -> None:
        """End the gesture that is going on, as if it had not begun."""
        self._is_down = False
        self.kit.inhand.escape()

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
            return
        if not self.kit.inhand.walks():
            self._document.select([*self._document.selection, key] if adding else [key])
        self.map_scene.show_selection(self._document.selection, key)
        self.ensureVisible(people[key], 40, 40)
        # A label can be wider than the view; the disc is always seen.
        at, half = people[key].pos(), people[key].diameter / 2
        self.ensureVisible(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half), 40, 40)
        self.voice.say_person(key)
        self.kit.inhand.walked()

    def _say(self, text: str) -> None:
        self._hint.say_briefly(text)
        self.voice.tell(text)

    def _show_drawn(self, key: str) -> None:
        self.ensureVisible(self.map_scene.drawing.box(key), 40, 40)

    # What comes from the tray.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take partners."""
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say where they would land."""
        if not event.mimeData().hasFormat(PARTNER_MIME) or not self._takes_drops():
            event.ignore()
            return
        at = event.position().toPoint()
        band, sector = landing(self.map_scene, self.mapToScene(at))
        self.map_scene.backdrop.highlight(band)
        self._hint.tell(self.map_scene.landing_words(band, sector) or "", at)
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget where they would land."""
        self.map_scene.backdrop.highlight(None)
        self._hint.tell("", None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Place them, as one step."""
        self._hint.tell("", None)
        self.map_scene.backdrop.highlight(None)
        ids = bytes(event.mimeData().data(PARTNER_MIME).data()).decode().split("\n")
        point = self.mapToScene(event.position().toPoint())
        drop_on_map(self._document, self.map_scene, ids, point)
        event.acceptProposedAction()
        self._document.select(ids)

    # What the document tells.

    def _show_other_map(self) -> None:
        self.writing.drop()
        self.kit.put_down()
        self.kit.inhand.let_go()
        self.map_scene.current = None
        self._show(glide=False)
        self.kit.check()
        self.fit()

    def _follow(self, _before: object = None, _after: object = None) -> None:
        if self.is_told():
            self._look_again()

    def catch_up(self) -> None:
        """Show the map as it is by now; nobody saw where they came from."""
        self._look_again(glide=False)

    def scene_now(self) -> MapScene:
        """Return the scene with the map as it is now, also where the view is hidden."""
        self.show_missed()
        return self.map_scene

    def place_for(self, setting: str | None) -> tuple[float, float] | None:
        """Return a free place for somebody new of a setting; None where the lens asks a rating."""
        return self.scene_now().place_for(setting)

    def _look_again(self, *, glide: bool = True) -> None:
        self.kit.inhand.let_go()
        self._show(glide=glide and self._settings.motion)
        self.kit.check()
        self.kit.inhand.refresh()

    def _tool_changed(self) -> None:
        self.viewport().setCursor(self.kit.inhand.cursor)
        self._tell_hover("")
        if self._look() != self.map_scene.look:
            self._show(glide=False)

    def _look(self) -> Look:
        whole = self._document.map if self._document.is_open else None
        look = look_in(self._settings, whole)
        # What a tool draws on is shown while it is in the hand.
        return look._replace(layers=look.layers | ({self.kit.inhand.layer} - {""}))

    def _show(self, *, glide: bool) -> None:
        whole = self._document.shown if self._document.is_open else None
        self.map_scene.show_map(whole, self._look(), glide=glide)
        self.map_scene.show_selection(self._document.selection)

    def _put_back(self, problem: object) -> None:
        self.map_scene.show_where_they_are()

    def _selection_changed(self) -> None:
        self.map_scene.drawing.choose(None)
        self.map_scene.show_selection(self._document.selection)
