"""Fingers on a picture: one is the mouse, two pinch and pan, one that stays asks for the menu."""

from typing import Final

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QEventPoint, QTouchEvent
from PySide6.QtWidgets import QApplication

REACH: Final = 20.0
"""How near to something a finger means it, in pixels: what can be touched is 40 pixels wide."""
_HOLD: Final = 600
"""Milliseconds that a finger stays before it asks for the menu."""
_PALM: Final = 700
"""Milliseconds after the pen in which what touches is the hand that holds it."""


class Fingers(QObject):
    """Makes of touches what a picture understands. A child of the view.

    Nothing is pressed before a finger moves on, or is lifted: two that come down one after the
    other change nothing. Whoever comes while one finger drags, or while the pen is in use, is
    somebody else or a palm, and counts for nothing until lifted.
    """

    tapped = Signal(QPointF, int)
    """Where, and at which moment in milliseconds."""
    pressed = Signal(QPointF)
    moved = Signal(QPointF)
    released = Signal(QPointF)
    given_up = Signal()
    """What was pressed is to be as if it had not been."""
    pinched = Signal(float, QPointF, QPointF)
    """How many times larger, and from where to where the middle went."""
    held = Signal(QPointF)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._down: dict[int, QPointF] = {}
        """The fingers that count, one or two, by where they are."""
        self._start = QPointF()
        self._drags = False
        self._pen: int | None = None
        self._holding = QTimer(self, singleShot=True, interval=_HOLD)
        self._holding.timeout.connect(self._hold)

    def take(self, event: QTouchEvent) -> None:
        """Follow the fingers of an event."""
        if event.type() == QEvent.Type.TouchCancel:
            self._give_up()
            return
        two = tuple(self._down.values())
        for point in event.points():
            if point.state() == QEventPoint.State.Pressed:
                self._press(point, int(event.timestamp()))
            elif point.id() in self._down and point.state() != QEventPoint.State.Stationary:
                self._down[point.id()] = point.position()
        if len(two) == 2 == len(self._down):
            self._pinch(*two, *self._down.values())
        elif self._down:
            self._slide()
        for point in event.points():
            if point.state() == QEventPoint.State.Released and point.id() in self._down:
                self._lift(point, int(event.timestamp()))

    def give_way(self, moment: int) -> None:
        """Let go of everything: the pen is in use, and what touches is the hand that holds it."""
        self._pen = moment
        self._give_up()

    def _press(self, point: QEventPoint, moment: int) -> None:
        is_palm = self._pen is not None and moment - self._pen < _PALM
        if is_palm or self._drags or len(self._down) == 2:
            return
        self._down[point.id()] = point.position()
        if len(self._down) == 1:
            self._start = point.position()
            self._holding.start()
        else:
            self._holding.stop()

    def _slide(self) -> None:
        if len(self._down) != 1:
            return  # the second has only just come
        [at] = self._down.values()
        far = (at - self._start).manhattanLength() >= QApplication.startDragDistance()
        if not self._drags and far:
            self._drags = True
            self._holding.stop()
            self.pressed.emit(self._start)
        if self._drags:
            self.moved.emit(at)

    def _pinch(self, a: QPointF, b: QPointF, now_a: QPointF, now_b: QPointF) -> None:
        span, now = QLineF(a, b).length(), QLineF(now_a, now_b).length()
        factor = now / span if span > 1 and now > 1 else 1.0
        self.pinched.emit(factor, (a + b) / 2, (now_a + now_b) / 2)

    def _lift(self, point: QEventPoint, moment: int) -> None:
        alone, drags = len(self._down) == 1, self._drags
        self._forget()
        if drags:
            self.released.emit(point.position())
        elif alone:
            self.tapped.emit(point.position(), moment)

    def _hold(self) -> None:
        at = self._start
        self._forget()
        self.held.emit(at)

    def _give_up(self) -> None:
        drags = self._drags
        self._forget()
        if drags:
            self.given_up.emit()

    def _forget(self) -> None:
        """Let no finger count that is down now."""
        self._holding.stop()
        self._down.clear()
        self._drags = False
