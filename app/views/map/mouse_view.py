"""The view of the map as far as the mouse goes: what it hands to the tools, and how it pans."""

from typing import Final

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.document import Document
from app.views.map.drag import PARTNER_MIME, drop_on_map
from app.views.map.drawing_commands import DrawingCommands
from app.views.map.fingers import REACH
from app.views.map.hint import Hint
from app.views.map.inline_editor import DrawnTextEditor
from app.views.map.people_items import PartnerItem
from app.views.map.picture_points import landing, landing_words
from app.views.map.soon_scene import SoonScene
from app.views.map.toolbox import Toolbox
from app.views.map.tools import GRAB, Tool, Touch
from app.views.map.zoom_view import ZoomView
from app.views.widgets.quick_typing import QuickTyping

_ADDING: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
"""Keys that add to the selection."""

_EDGE: Final = 28
"""How near to the edge of the view the hand comes for a map that is larger to move along."""
_ALONG: Final = 30
"""Milliseconds from one step of that to the next."""


class MouseView(ZoomView):
    """Hands gestures to the tool in the hand, pans, and takes who is dropped."""

    menu_requested = Signal(object)
    """Where on the screen the menu of the selected people is to open."""
    let_go_of = Signal(bool)
    """Not at once (False): the hand has let go of the map, and no second press of two came."""
    hovered = Signal(str)
    """Who came under the pointer, or nothing."""

    toolbox: Toolbox
    map_scene: SoonScene
    text_editor: DrawnTextEditor
    drawing_commands: DrawingCommands
    _document: Document
    _typed: QuickTyping
    hint: Hint

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_down = False
        self._panned: QPoint | None = None
        self._letting_go = QTimer(self)
        self._letting_go.setSingleShot(True)
        self._letting_go.setInterval(QApplication.doubleClickInterval())
        self._letting_go.timeout.connect(self._let_go)
        self._on_ground: Touch | None = None
        """Where the hand took hold of the ground of a map that is larger than its frame."""
        self._hovered = ""
        self._at_tip: Tool | None = None
        """What was in the hand before the pen was turned to its eraser."""
        self._hand = QPointF()
        """Where the hand was last, with something in it."""
        self._along = QTimer(self)
        self._along.setInterval(_ALONG)
        self._along.timeout.connect(self._go_along)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand the press to the tool, or begin to pan."""
        self.text_editor.keep()
        self._typed.forget()
        self._tell_hover("")
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panned = event.position().toPoint()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._is_down = True
            self._letting_go.start()
            touch = self._touch(event)
            self._on_ground = touch if self._may_pan(touch) else None
            self.toolbox.inhand.press(touch)

    @property
    def is_held(self) -> bool:
        """Tell whether the hand holds the map, or has just pressed it: then it may not slide."""
        return self._is_down or self._letting_go.isActive()

    def _let_go(self) -> None:
        if self._is_down:
            self._letting_go.start()
        else:
            self.let_go_of.emit(False)  # noqa: FBT003 (Qt takes no name here)

    def _may_pan(self, touch: Touch) -> bool:
        """Tell whether a drag from here takes along the map rather than draws a box."""
        if self.shows_all or touch.adding or touch.person is not None:
            return False
        drawn = self.map_scene.drawing.at(touch.point, touch.grab * touch.pixel)
        return drawn is None and self.toolbox.inhand is self.toolbox.select

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Hand the second press of two to the tool."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_down = True
            self.toolbox.inhand.double_click(self._touch(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or hand the move to the tool."""
        tool = self.toolbox.inhand
        if self._panned is not None:
            self._pan(event.position().toPoint())
        elif self._on_ground is not None:
            if self._touch(event, feels=False).is_far_from(self._on_ground):
                tool.let_go()
                self._panned = self._on_ground.where
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self._pan(event.position().toPoint())
        elif self._is_down:
            self._hand = event.position()
            tool.move(self._touch(event, feels=tool.feels))
            if not self.shows_all and not self._beyond().isNull():
                self._along.start()
        else:
            touch = self._touch(event)
            tool.hover(touch)
            if tool is self.toolbox.select:
                super().mouseMoveEvent(event)
                self._tell_hover(touch.person or "")
                if touch.person is None:
                    shape = self.toolbox.select.cursor_at(touch)
                    grabs = shape == self.toolbox.select.cursor and self._may_pan(touch)
                    self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if grabs else shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand the release to the tool, or end to pan."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panned = None
        elif event.button() == Qt.MouseButton.LeftButton:
            self._is_down = False
            self._along.stop()
            held, self._on_ground = self._on_ground, None
            if held is not None and self._panned is not None:
                self._panned = None
                self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
            else:
                self.toolbox.inhand.release(self._touch(event))

    def _beyond(self) -> QPoint:
        """Return the distance of the pointer past the edge at which a larger map scrolls."""
        room = self.viewport().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        at = self._hand.toPoint()
        inside = QPoint(
            min(max(at.x(), room.left()), room.right()), min(max(at.y(), room.top()), room.bottom())
        )
        return at - inside

    def _go_along(self) -> None:
        """Show more of the map at the edge where the hand is, which takes along what it holds."""
        if not self._is_down or self._beyond().isNull():
            self._along.stop()
            return
        self.scroll_by(self._beyond())
        tool, where = self.toolbox.inhand, self._hand.toPoint()
        tool.move(Touch(point=self.point_at(self._hand), where=where, pixel=self.pixel))

    def leaveEvent(self, event: QEvent) -> None:
        """Nobody is under the pointer any more."""
        super().leaveEvent(event)
        self._tell_hover("")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of who or what is under the pointer, or has the keyboard."""
        if (
            self.toolbox.inhand is not self.toolbox.select
            or self._is_down
            or not self._document.is_open
        ):
            return
        drawing = self.map_scene.drawing
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            drawn = drawing.chosen
            item = self.map_scene.people.get(self.map_scene.current or "")
        else:
            item = self.person_at(event.pos())
            point = self.mapToScene(event.pos())
            drawn = drawing.at(point, self._grab * self.pixel) or drawing.outline_around(point)
            drawn = drawn if item is None else None
        if drawn is not None:
            drawing.choose(drawn)
            at = event.globalPos()
            if event.reason() == QContextMenuEvent.Reason.Keyboard:
                middle = self.mapFromScene(drawing.box(drawn).center())
                at = self.viewport().mapToGlobal(middle)
            self.drawing_commands.open_menu(at, drawn)
        elif item is not None:
            if item.partner.id not in self._document.selection:
                self._document.select([item.partner.id])
            self.menu_requested.emit(self._middle_of(item))
        elif self.map_scene.lens.id == "free":
            self.drawing_commands.open_menu(event.globalPos(), None)

    def menu_place(self) -> QPoint:
        """Return the place on the screen of a menu that was asked for by a key."""
        item = self.map_scene.people.get(self.map_scene.current or "")
        if item is not None and item.isVisible():
            return self._middle_of(item)
        return self.viewport().mapToGlobal(self.viewport().rect().center())

    def _middle_of(self, item: PartnerItem) -> QPoint:
        at = self.mapFromScene(item.sceneBoundingRect().center())
        return self.viewport().mapToGlobal(at)

    def _touch(self, event: QMouseEvent, *, feels: bool = True) -> Touch:
        where = event.position().toPoint()
        item = self.person_at(where) if feels else None
        return Touch(
            # Finer than whole pixels: lines of the pen stay smooth.
            point=self.point_at(event.position()),
            where=where,
            person=item.partner.id if item is not None else None,
            adding=bool(event.modifiers() & _ADDING),
            pixel=self.pixel,
            grab=self._grab,
            pressure=self.pressure,
        )

    @property
    def _grab(self) -> float:
        return REACH if self.by_finger else GRAB

    def person_at(self, point: QPoint) -> PartnerItem | None:
        """Return the person at a point of the window, for a finger also one near it."""
        at = next((i for i in self.items(point) if isinstance(i, PartnerItem)), None)
        if at is not None or not self.by_finger:
            return at
        near = {
            QLineF(self.mapFromScene(item.pos()), point).length(): item
            for item in self.map_scene.people.values()
        }
        return near[min(near)] if near and min(near) <= REACH else None

    def turn_pen(self, *, to_eraser: bool) -> bool:
        """Take the eraser for as long as the other end of the pen is used, where it can be."""
        eraser, before = self.toolbox.tools["eraser"], self._at_tip
        if not to_eraser:
            self._at_tip = None
            if before is not None and self.toolbox.inhand is eraser:
                self.toolbox.take(before)
        elif self.toolbox.why_not(eraser):
            return False
        elif self.toolbox.inhand is not eraser:
            self._at_tip = self.toolbox.inhand
            self.toolbox.take(eraser)
        return True

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
        self.hint.tell(landing_words(self.map_scene, band, sector) or "", at)
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget where they would land."""
        self.map_scene.backdrop.highlight(None)
        self.hint.tell("", None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Place them, as one step."""
        self.hint.tell("", None)
        self.map_scene.backdrop.highlight(None)
        ids = bytes(event.mimeData().data(PARTNER_MIME).data()).decode().split("\n")
        point = self.mapToScene(event.position().toPoint())
        drop_on_map(self._document, self.map_scene, ids, point)
        event.acceptProposedAction()
        self._document.select(ids)
