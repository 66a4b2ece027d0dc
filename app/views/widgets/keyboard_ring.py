"""The keyboard, followed through the windows: a ring around what has it, in sight, and Enter.

The ring is drawn once for all controls, after a key and not a click, and lies outside the control,
so that nothing moves when it comes. Whoever clicks knows where they clicked; whoever types has to
see where they are: what they reach is scrolled into sight. Enter presses the button they are on,
Home and End go through what scrolls, and a press on a caption goes to its field.
"""

import sys
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from app.views.widgets import theme

_OUTSIDE: Final = 4
"""Pixels from the control to the outer edge of the ring: two of air, two of line."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MARGIN: Final = 24
"""Pixels between what is scrolled into sight and the edge."""
_WRITTEN_IN: Final = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_SHOW_THEMSELVES: Final = (*_WRITTEN_IN, QComboBox)
"""They have a frame that is another with the keyboard, and a cursor."""
_SHIFTS: Final = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_OF_MENU: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_LOOKS: Final = (Qt.Key.Key_F11,)
"""Change how much of the window is seen, and move nobody: a mouse stays a mouse after them."""


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
        self._by_key = self._goes_by_key = self._may_lead = False
        self._laid = QTimer(self, singleShot=True, interval=0)
        """What has just been given the keyboard may not have its place yet."""
        self._laid.timeout.connect(self._settle)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        self._follow(None, application.focusWidget())

    @property
    def ring(self) -> Ring | None:
        """Return the ring, where there is one on the screen."""
        return self._ring if self._ring is not None and isValid(self._ring) else None

    def _follow(self, before: QWidget | None, after: QWidget | None) -> None:
        self._at = after
        if self._may_lead:
            self._by_key = self._goes_by_key = True
        self._watch()
        self._place()
        self._laid.start()

    def _watch(self) -> None:
        """See the keys of the window with the keyboard; once, however often it is asked.

        The keyboard also moves while a window of the platform is being taken down: Qt still names
        it then. Where another comes in its place, that is the one to watch a moment later.
        """
        if self._at is not None and isValid(self._at):
            window = self._at.window()
            window.installEventFilter(self)  # it is asked to paint when anything in it moved
            handle = window.windowHandle()
            if handle is not None and isValid(handle):
                handle.installEventFilter(self)

    def _settle(self) -> None:
        self._watch()
        if self._at is not None and isValid(self._at) and self._by_key:
            bring_in_sight(self._at)
        self._place()

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """See keys and presses before anybody does, and follow whatever moves.

        A key that a field leaves to others comes by the widget of the window as well: it was seen.
        """
        kind = event.type()
        if kind == QEvent.Type.UpdateRequest and self._ring is not None:
            self._place()
        elif kind == QEvent.Type.ChildAdded and (ring := self.ring) is not None:
            ring.raise_()  # the window was dressed anew, in larger letters for all to see
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # What is in the menu is no key to anybody: it counts where it leads somewhere.
            is_of_menu = event.key() >= Qt.Key.Key_F1 or bool(event.modifiers() & _OF_MENU)
            self._may_lead = is_of_menu and event.key() not in (*_SHIFTS, *_LOOKS)
        if not window.isWindowType():
            return False
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() not in (*_SHIFTS, *_LOOKS):
                self._by_key = True
                if not self._goes_by_key and not _writes(self._at, event):
                    self._goes_by_key = True
                    self._place()
            return self._presses(event) or _jumps(self._at, event) or _is_no_letter(self._at, event)
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._by_key = self._goes_by_key = self._may_lead = False
            self._place()
            _lead_to_field(event)
        return False

    def _presses(self, event: QKeyEvent) -> bool:
        """Press the button that has the keyboard by Enter; tell whether there was one.

        Qt does so for some kinds of button, in dialogs only. There Enter on no button of its own
        answers the dialog: that stays.
        """
        at = self._at
        if event.key() not in _ENTER or not isinstance(at, QAbstractButton) or not isValid(at):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not at.isEnabled():
            return False
        if isinstance(at.window(), QDialog) and not isinstance(at, QPushButton):
            return False
        if event.isAutoRepeat():
            return True
        if isinstance(at, QToolButton) and at.menu() is not None:
            at.showMenu()
        else:
            at.click()
        return True

    def _drop(self) -> None:
        ring, self._ring = self.ring, None
        if ring is not None:
            ring.hide()
            ring.deleteLater()

    def _place(self) -> None:
        at, ring = self._at, self.ring
        if at is None or not self._goes_by_key or not isValid(at) or not _takes_a_ring(at):
            self._drop()
            return
        window = at.window()
        where = _seen(at, window)
        if ring is None or ring.parent() is not window:
            self._drop()
            ring = self._ring = Ring(window)
        if ring.geometry() != where:
            ring.setGeometry(where)
        if where.isEmpty() == ring.isVisible():
            ring.setVisible(not where.isEmpty())
            ring.raise_()


def _writes(at: QWidget | None, event: QKeyEvent) -> bool:
    """Tell whether a key writes where the keyboard is, or ends what was written."""
    return isinstance(at, _WRITTEN_IN) and (
        event.key() in (*_ENTER, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        or (event.text().isprintable() and bool(event.text()))
    )


def _jumps(at: QWidget | None, event: QKeyEvent) -> bool:
    """Go to the top or the bottom of what scrolls: Qt knows the arrows there, and pages."""
    key = event.key()
    if not isinstance(at, QScrollArea) or key not in (Qt.Key.Key_Home, Qt.Key.Key_End):
        return False
    bar = at.verticalScrollBar()
    bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
    return True


def _is_no_letter(at: QWidget | None, event: QKeyEvent) -> bool:
    """Tell whether a key with Alt would be written: to Qt it is a letter where it means nothing."""
    keypad = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    is_alt = event.modifiers() & ~keypad == Qt.KeyboardModifier.AltModifier
    on_mac = sys.platform == "darwin"  # there Alt is how signs are typed
    writes = bool(event.text()) and event.text().isprintable()
    return isinstance(at, _WRITTEN_IN) and is_alt and writes and not on_mac


def _lead_to_field(event: QMouseEvent) -> None:
    """Give the keyboard to the field whose caption is pressed."""
    at = QApplication.widgetAt(event.globalPosition().toPoint())
    field = at.buddy() if isinstance(at, QLabel) else None
    if field is not None:
        field.setFocus(Qt.FocusReason.MouseFocusReason)


def _takes_a_ring(widget: QWidget) -> bool:
    """Tell whether a widget leaves it to the ring to say that it has the keyboard.

    All do but those with a cursor of their own: fields, tables that are on a cell, and what says
    of itself that it `shows_keyboard`. A page that Qt gave it, as nothing in it takes it, has none.
    """
    if widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
        return False
    if isinstance(widget, QAbstractItemView):
        return not widget.currentIndex().isValid()
    return not isinstance(widget, _SHOW_THEMSELVES) and not getattr(widget, "shows_keyboard", False)


def bring_in_sight(widget: QWidget) -> None:
    """Scroll whatever a widget lies in until it is seen; what is in sight stays where it is."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        area = above.parentWidget()
        area = area.parentWidget() if area is not None else None
        if isinstance(area, QScrollArea) and area.widget() is above:
            across = area.horizontalScrollBar()
            before = across.value()
            room = area.viewport().height()
            margin = min(_MARGIN, room // 4)
            if widget.height() + 2 * margin <= room:  # to Qt a field is no more than its cursor
                middle = widget.mapTo(above, widget.rect().center())
                area.ensureVisible(middle.x(), middle.y(), 0, widget.height() // 2 + margin)
            area.ensureWidgetVisible(widget, 0, margin)
            if area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
                across.setValue(before)  # there is no way back from there
        above = above.parentWidget()


def _seen(widget: QWidget, window: QWidget) -> QRect:
    """Return the rectangle of the ring in the window; empty for what is scrolled out of sight."""
    if not widget.isVisible():
        return QRect()
    inside = getattr(widget, "ring_lies", widget.rect)()
    around = QRect(widget.mapTo(window, inside.topLeft()), inside.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            around &= QRect(above.mapTo(window, QPoint()), above.size())
        above = above.parentWidget()
    if around.isEmpty():
        return QRect()
    wide = around.adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE)
    return wide & window.rect()
