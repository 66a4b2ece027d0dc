"""The ring around what has the keyboard: drawn once for all controls, after a key and not a click.

It lies outside the control, so that nothing moves when it comes. Whoever clicks knows where they
clicked; whoever types has to see where they are.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from app.views.widgets import theme

_OUTSIDE: Final = 4
"""Pixels from the control to the outer edge of the ring: two of air, two of line."""
_SHIFTS: Final = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class Ring(QWidget):
    """The line itself, over everything in its window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().colour("focus"), 2))
        corner = theme.RADIUS + 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)


class KeyboardRing(QObject):
    """Follows the keyboard through the windows of the app, and knows how it came there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._at: QWidget | None = None
        self._ring: Ring | None = None
        self._by_key = True
        self._laid = QTimer(self, singleShot=True, interval=0)
        """What has just been given the keyboard may not have its place yet."""
        self._laid.timeout.connect(self._place)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    @property
    def ring(self) -> Ring | None:
        """Return the ring, where there is one on the screen."""
        return self._ring if self._ring is not None and isValid(self._ring) else None

    def _follow(self, before: QWidget | None, after: QWidget | None) -> None:
        self._at = after
        if after is not None:
            handle = after.window().windowHandle()
            if handle is not None:
                handle.installEventFilter(self)  # once, however often it is asked
        self._place()
        self._laid.start()

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """See keys and presses before anybody does, and follow whatever moves."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() not in _SHIFTS and not self._by_key:
                self._by_key = True
                self._place()
        elif kind == QEvent.Type.MouseButtonPress:
            self._by_key = False
            self._place()
        elif kind == QEvent.Type.UpdateRequest:
            self._place()
        return False

    def _drop(self) -> None:
        ring, self._ring = self.ring, None
        if ring is not None:
            ring.window().removeEventFilter(self)
            ring.hide()
            ring.deleteLater()

    def _place(self) -> None:
        at, ring = self._at, self.ring
        if at is None or not self._by_key or not isValid(at) or not _takes_a_ring(at):
            self._drop()
            return
        window = at.window()
        where = _seen(at, window)
        if ring is None or ring.parent() is not window:
            self._drop()
            ring = self._ring = Ring(window)
            window.installEventFilter(self)  # it is asked to paint when anything in it moved
        if ring.geometry() != where:
            ring.setGeometry(where)
        if where.isEmpty() == ring.isVisible():
            ring.setVisible(not where.isEmpty())
            ring.raise_()


def _takes_a_ring(widget: QWidget) -> bool:
    """Tell whether a widget leaves it to the ring to say that it has the keyboard."""
    return isinstance(widget, QAbstractButton) or bool(widget.property("ring"))


def _seen(widget: QWidget, window: QWidget) -> QRect:
    """Return where the ring lies in the window; what is scrolled out of sight has none."""
    if not widget.isVisible():
        return QRect()
    around = QRect(widget.mapTo(window, QPoint()), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            around &= QRect(above.mapTo(window, QPoint()), above.size())
        above = above.parentWidget()
    if around.isEmpty():
        return QRect()
    wide = around.adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE)
    return wide & window.rect()
