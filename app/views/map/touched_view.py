"""A view that fingers and a pen can be used on: they press, move and release as the mouse does."""

from typing import Final, cast

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from app.views.map.fingers import Fingers
from app.views.widgets.touches import TOUCHES

_PEN: Final = frozenset(
    {QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease}
)
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class TouchedView(QGraphicsView):
    """Hands on what fingers and a pen do to whoever handles the mouse."""

    takes_touches = True
    """A finger on it does not scroll (`finger_scroll`)."""
    by_finger = False
    """What is handled comes from a finger, which is no fine point."""
    pressure: float | None = None
    """How hard the pen presses, 0 to 1; None for what is no pen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget(self))  # Qt's own would be looked up among all kinds of widgets
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._fingers = Fingers(self)
        self._fingers.tapped.connect(self._tap)
        self._fingers.pressed.connect(self._press)
        self._fingers.moved.connect(self._move)
        self._fingers.released.connect(self._release)
        self._fingers.given_up.connect(self.give_up)
        self._fingers.held.connect(self._ask_menu)
        self._fingers.pinched.connect(self.pinch)
        self._last: tuple[QPointF, int] | None = None
        """Where and when was pressed last."""

    def viewportEvent(self, event: QEvent) -> bool:
        """Take the events of fingers and pen; Qt makes no mouse of what is taken."""
        kind = event.type()
        if kind in TOUCHES:
            self.by_finger = True
            self._fingers.take(cast(QTouchEvent, event))
            self.by_finger = False
        elif kind in _PEN:
            self._take_pen(cast(QTabletEvent, event))
        else:
            return super().viewportEvent(event)
        event.accept()
        return True

    def pinch(self, factor: float, before: QPointF, after: QPointF) -> None:
        """Follow two fingers."""

    def give_up(self) -> None:
        """End the gesture that is going on, as if it had not begun."""

    def turn_pen(self, *, to_eraser: bool) -> bool:
        """Use the other end of the pen, or the tip again; tell whether there is a use for it."""
        return not to_eraser

    def _take_pen(self, event: QTabletEvent) -> None:
        self._fingers.give_way(int(event.timestamp()))
        at, is_press = event.position(), event.type() == QEvent.Type.TabletPress
        if event.button() == Qt.MouseButton.RightButton:
            if is_press:
                self._ask_menu(at)
            return
        erases = event.pointerType() == QPointingDevice.PointerType.Eraser
        if not self.turn_pen(to_eraser=erases):
            return
        self.pressure = event.pressure()
        if is_press:
            self._press(at, int(event.timestamp()))
        elif event.type() == QEvent.Type.TabletMove:
            self._send(QEvent.Type.MouseMove, at, _NONE, event.buttons())
        else:
            self._release(at)
            self.turn_pen(to_eraser=False)
        self.pressure = None

    def _tap(self, at: QPointF, moment: int) -> None:
        self._press(at, moment)
        self._release(at)

    def _press(self, at: QPointF, moment: int | None = None) -> None:
        kind, last = QEvent.Type.MouseButtonPress, self._last
        self._last = None if moment is None else (at, moment)
        if last is not None and moment is not None:
            near = (at - last[0]).manhattanLength() < 2 * QApplication.startDragDistance()
            if near and moment - last[1] < QApplication.doubleClickInterval():
                kind, self._last = QEvent.Type.MouseButtonDblClick, None
        self._send(kind, at, _LEFT, _LEFT)

    def _move(self, at: QPointF) -> None:
        self._send(QEvent.Type.MouseMove, at, _NONE, _LEFT)

    def _release(self, at: QPointF) -> None:
        self._send(QEvent.Type.MouseButtonRelease, at, _LEFT, _NONE)

    def _send(
        self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, buttons: Qt.MouseButton
    ) -> None:
        keys = QApplication.keyboardModifiers()
        where = self.viewport().mapToGlobal(at)
        event = QMouseEvent(kind, at, where, button, buttons, keys)
        super().viewportEvent(event)

    def _ask_menu(self, at: QPointF) -> None:
        self.by_finger, before = True, self.by_finger
        where = self.viewport().mapToGlobal(at).toPoint()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at.toPoint(), where)
        super().viewportEvent(event)
        self.by_finger = before
