"""A finger on what scrolls: it scrolls, and presses, moves and opens nothing; a tap is a click.

Qt makes a mouse of a finger, so that what is under it would be dragged, or chosen. Here a finger
is nothing before it goes somewhere: along what can scroll it scrolls. Another way, or once it was
held, it is the mouse from where it came down; lifted before that, it has clicked there.
"""

from collections.abc import Iterator
from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QScrollEvent, QScrollPrepareEvent, QTouchEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QScrollBar,
    QScroller,
    QScrollerProperties,
    QWidget,
)
from shiboken6 import isValid

from app.settings import Settings
from app.views.widgets.touches import TOUCHES

_HOLD: Final = 400
"""Milliseconds that a finger stays before it has hold of what is under it."""
_FASTEST: Final = 0.5
"""Metres a second that it goes on after the finger, where things move at all."""
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
_WAITS, _SCROLLS, _IS_MOUSE, _ENDED = range(4)
"""What a finger does: nothing yet, one thing or the other, and nothing any more."""


class FingerScroll(QObject):
    """Follows one finger in the windows of the app."""

    def __init__(self, parent: QObject, settings: Settings) -> None:
        super().__init__(parent)
        self._settings = settings
        self._window: QWindow | None = None
        """Where a finger is down that we follow."""
        self._areas: list[QAbstractScrollArea] = []
        """What can scroll under it, the innermost first."""
        self._area: QAbstractScrollArea | None = None
        """What it scrolls, or scrolled last."""
        self._does = _ENDED
        self._start = QPointF()
        self._is_tap = False
        self._clicked = (QPointF(), -QApplication.doubleClickInterval())
        """Where and when was clicked last."""
        self._holding = QTimer(self, singleShot=True, interval=_HOLD)
        self._holding.timeout.connect(self._press)
        application = cast(QApplication, QApplication.instance())
        self._opened = QTimer(self, singleShot=True, interval=0)
        """What has just been given the keyboard may not be a window of the system yet."""
        self._opened.timeout.connect(self._watch)
        application.focusChanged.connect(self._watch)
        application.focusChanged.connect(self._opened.start)
        self._watch()

    def _watch(self) -> None:
        """See the touches of every window; once, however often it is asked."""
        for window in QApplication.topLevelWindows():
            window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """Take the touches on what scrolls; all others are left to Qt."""
        if event.type() not in TOUCHES:
            return False
        touch = cast(QTouchEvent, event)
        if touch.type() == QEvent.Type.TouchBegin:
            self._begin(cast(QWindow, window), touch)
        if self._window is not window:
            return False
        if len(touch.points()) > 1:
            self._does = _ENDED  # two fingers, or two hands, scroll nothing
        elif touch.type() == QEvent.Type.TouchUpdate:
            self._go(touch.points()[0].position(), int(touch.timestamp()))
        if touch.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._end(touch)
        touch.accept()
        return True

    def event(self, event: QEvent) -> bool:
        """Tell Qt how far there is to scroll, and scroll as far as it says."""
        is_ours = isinstance(event, QScrollPrepareEvent | QScrollEvent)
        if not is_ours or self._area is None or not isValid(self._area):
            return super().event(event)
        port = self._area.viewport()
        across, down = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
        x, y = _pixels(across, port.width()), _pixels(down, port.height())
        if isinstance(event, QScrollPrepareEvent):
            event.setViewportSize(QSizeF(port.size()))
            event.setContentPosRange(QRectF(0, 0, across.maximum() * x, down.maximum() * y))
            event.setContentPos(QPointF(across.value() * x, down.value() * y))
        else:
            at = cast(QScrollEvent, event).contentPos()
            across.setValue(round(at.x() / x))
            down.setValue(round(at.y() / y))
        event.accept()
        return True

    def _begin(self, window: QWindow, touch: QTouchEvent) -> None:
        top, at = QWidget.find(window.winId()), touch.points()[0].position()
        modal = QApplication.activeModalWidget()
        is_behind = modal is not None and not QApplication.activePopupWidget() and modal is not top
        self._areas = [] if top is None or is_behind else list(_scrolling_at(top, at))
        self._window = window if self._areas else None
        scroller = QScroller.scroller(self)
        was_moving = scroller.state() == QScroller.State.Scrolling
        scroller.stop()
        self._start, self._does = at, _WAITS
        self._is_tap = not was_moving  # whoever stops what moves clicks nothing
        if self._window is not None and self._is_tap:
            self._holding.start()

    def _go(self, at: QPointF, moment: int) -> None:
        gone = at - self._start
        if self._does == _WAITS and gone.manhattanLength() >= QApplication.startDragDistance():
            self._area = next((a for a in self._areas if isValid(a) and _goes(a, gone)), None)
            if self._area is None:
                self._press()
            else:
                self._scroll(gone, moment)
        if self._does == _SCROLLS:
            QScroller.scroller(self).handleInput(QScroller.Input.InputMove, at, moment)
        elif self._does == _IS_MOUSE:
            self._send(QEvent.Type.MouseMove, at, _NONE, _LEFT)

    def _scroll(self, gone: QPointF, moment: int) -> None:
        self._holding.stop()
        self._does = _SCROLLS
        scroller = QScroller.scroller(self)
        how, metric = scroller.scrollerProperties(), QScrollerProperties.ScrollMetric
        beyond = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
        how.setScrollMetric(metric.HorizontalOvershootPolicy, beyond)
        how.setScrollMetric(metric.VerticalOvershootPolicy, beyond)
        how.setScrollMetric(metric.DragStartDistance, 0.0)
        how.setScrollMetric(metric.MaximumVelocity, _FASTEST if self._settings.motion else 0.0)
        scroller.setScrollerProperties(how)
        # Qt leaves out the move with which it begins to scroll, however long it is.
        begin = self._start + gone / gone.manhattanLength()
        scroller.handleInput(QScroller.Input.InputPress, self._start, moment - 2)
        scroller.handleInput(QScroller.Input.InputMove, begin, moment - 1)

    def _press(self) -> None:
        """Be the mouse from here on."""
        self._holding.stop()
        self._does = _IS_MOUSE
        self._send(QEvent.Type.MouseButtonPress, self._start, _LEFT, _LEFT)

    def _end(self, touch: QTouchEvent) -> None:
        self._holding.stop()
        at, moment, did = touch.points()[0].position(), int(touch.timestamp()), self._does
        self._does = _ENDED
        if did == _SCROLLS:
            QScroller.scroller(self).handleInput(QScroller.Input.InputRelease, at, moment)
        elif did == _IS_MOUSE:
            self._send(QEvent.Type.MouseButtonRelease, at, _LEFT, _NONE)
        elif did == _WAITS and self._is_tap and touch.type() == QEvent.Type.TouchEnd:
            self._click(moment)
        self._window = None

    def _click(self, moment: int) -> None:
        (before, then), at = self._clicked, self._start
        near = (at - before).manhattanLength() < 2 * QApplication.startDragDistance()
        is_second = near and moment - then < QApplication.doubleClickInterval()
        self._clicked = (at, 0 if is_second else moment)
        kind = QEvent.Type.MouseButtonDblClick if is_second else QEvent.Type.MouseButtonPress
        self._send(kind, at, _LEFT, _LEFT)
        self._send(QEvent.Type.MouseButtonRelease, at, _LEFT, _NONE)

    def _send(
        self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, buttons: Qt.MouseButton
    ) -> None:
        window = self._window
        if window is not None and isValid(window):
            where = window.mapToGlobal(at)
            keys = QApplication.keyboardModifiers()
            mouse = QMouseEvent(kind, at, where, button, buttons, keys)
            QCoreApplication.sendEvent(window, mouse)


def _scrolling_at(top: QWidget, at: QPointF) -> Iterator[QAbstractScrollArea]:
    """Give what can scroll there, the innermost first; nothing above what `takes_touches`."""
    inside: QWidget | None = top.childAt(at.toPoint())
    while inside is not None and inside is not top:
        area = inside.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is inside:
            if getattr(area, "takes_touches", False):
                return
            if area.horizontalScrollBar().maximum() or area.verticalScrollBar().maximum():
                yield area
        inside = area


def _goes(area: QAbstractScrollArea, gone: QPointF) -> bool:
    """Tell whether there is anything to scroll along the way that a finger went."""
    is_down = abs(gone.y()) >= abs(gone.x())
    bar = area.verticalScrollBar() if is_down else area.horizontalScrollBar()
    return bar.maximum() > bar.minimum()


def _pixels(bar: QScrollBar, extent: int) -> float:
    """Return how many pixels a step of a bar is: lines and rows are steps where they scroll so."""
    return extent / bar.pageStep() if bar.pageStep() and extent else 1.0
