"""Walk over what is in a window, as the keyboard and a screen reader do, and say what is wrong.

Every function takes what is shown and returns its faults, one sentence each; an empty list is good.
"""

import re
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

LEAST = 24
"""Pixels of the smallest target, either way (WCAG 2.5.8)."""
ROLES_THAT_TELL_NOTHING = (QAccessible.Role.NoRole, QAccessible.Role.Client)
_LETTERS = re.compile(r"\w")


def stops(window: QWidget) -> list[QWidget]:
    """Return what Tab goes past, in its order."""
    found, at = [], window
    while True:
        at = at.nextInFocusChain()
        if at is window:
            return found
        takes = at.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        here = at.isVisible() and at.isEnabled() and at.window() is window
        if takes and here and at.focusProxy() is None:
            found.append(at)


def named(widget: QWidget) -> str:
    """Return the name a screen reader gives a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def role(widget: QWidget) -> QAccessible.Role:
    """Return the role a screen reader gives a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role() if interface is not None else QAccessible.Role.NoRole


def told(widget: QWidget) -> str:
    """Return a widget so that a fault can be found in the code."""
    above = widget.parentWidget()
    where = type(above).__name__ if above is not None else ""
    text = getattr(widget, "text", None)
    words = text() if callable(text) else ""
    return f"{where}/{type(widget).__name__} {words or named(widget)!r}"


def unsaid(window: QWidget) -> list[str]:
    """Tell what has the keyboard and no name, or a role that tells nothing."""
    faults = []
    for widget in stops(window):
        if not named(widget).strip() and not isinstance(widget, QScrollArea):
            faults.append(f"no name: {told(widget)}")
        asked = widget.accessibleName() if isinstance(widget, QComboBox) else ""
        if isinstance(widget, QComboBox) and (not asked or asked not in named(widget)):
            faults.append(f"is called after its answer alone: {told(widget)}")
        if role(widget) in ROLES_THAT_TELL_NOTHING:
            faults.append(f"no role: {told(widget)}")
    return faults


def otherwise_said(window: QWidget) -> list[str]:
    """Tell what is called otherwise than it reads: who speaks to the computer says what is seen."""
    faults = []
    for button in window.findChildren(QAbstractButton):
        words = _plain(button.text())
        if button.isVisible() and _LETTERS.search(words) and words not in _plain(named(button)):
            faults.append(f"reads {words!r}, is called {named(button)!r}: {told(button)}")
    return faults


def _plain(text: str) -> str:
    return " ".join(re.sub(r"&(?!&)|[…▾⁨⁩]", "", text).replace("&&", "&").lower().split())


def too_small(window: QWidget) -> list[str]:
    """Tell which targets are smaller than a finger that trembles needs."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    return [
        f"{widget.width()}x{widget.height()}: {told(widget)}"
        for kind in kinds
        for widget in window.findChildren(kind)
        if widget.isVisible()
        and widget.isEnabled()
        and not isinstance(widget.parentWidget(), QComboBox)  # all of that is the target
        and (widget.width() < LEAST or widget.height() < LEAST)
    ]


def cut_short(window: QWidget) -> list[str]:
    """Tell which words have no room: of labels that do not wrap and of buttons Qt draws."""
    faults = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text() or _breaks(label):
            continue
        if label.wordWrap():
            need = QSize(0, label.heightForWidth(label.width()))
        else:
            need = label.sizeHint()
        if need.width() > label.width() + 1 or need.height() > label.height() + 1:
            faults.append(f"needs {need.toTuple()}, has {label.size().toTuple()}: {told(label)}")
    for button in window.findChildren(QAbstractButton):
        if not button.isVisible() or not button.text() or _breaks(button):
            continue
        if button.hasHeightForWidth():
            need = QSize(0, button.heightForWidth(button.width()))
        elif isinstance(button, QPushButton | QToolButton | QRadioButton | QCheckBox):
            need = button.sizeHint()
        else:
            continue
        if need.width() > button.width() + 1 or need.height() > button.height() + 1:
            faults.append(f"needs {need.toTuple()}, has {button.size().toTuple()}: {told(button)}")
    return faults


def _breaks(widget: QWidget) -> bool:
    """Tell whether a widget breaks or shortens its words itself; that has tests of its own."""
    return type(widget).__name__ in ("_Segment", "FewLines", "OneLine", "MapTitle")


def cut_off(window: QWidget) -> list[str]:
    """Tell what lies beyond the edge of its window, or of a panel that does not scroll that way."""
    faults = []
    for widget in stops(window):
        where = QRect(widget.mapTo(window, QPoint()), widget.size())
        above = widget.parentWidget()
        while above is not None and above is not window:
            area = above.parentWidget()
            if isinstance(area, QAbstractScrollArea):
                off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
                room = QRect(above.mapTo(window, QPoint()), above.size())
                if area.horizontalScrollBarPolicy() != off:
                    where.setLeft(max(where.left(), room.left()))
                    where.setRight(min(where.right(), room.right()))
                elif where.left() < room.left() - 1 or where.right() > room.right() + 1:
                    faults.append(f"{where.getRect()} beyond {room.getRect()}: {told(widget)}")
                    break
                where = where.intersected(room) if not room.intersects(where) else where
                where.setTop(max(where.top(), room.top()))
                where.setBottom(min(where.bottom(), room.bottom()))
            above = above.parentWidget()
        else:
            if not where.isEmpty() and not window.rect().contains(where):
                faults.append(f"{where.getRect()} beyond the window: {told(widget)}")
    return faults


def out_of_order(window: QWidget) -> list[str]:
    """Tell where Tab goes back: within one panel it goes on downwards, as one reads."""
    faults = []
    for one, other in pairwise(stops(window)):
        panel = _panel(one)
        if panel is None or panel is not _panel(other):
            continue
        first, then = (QRect(w.mapTo(panel, QPoint()), w.size()) for w in (one, other))
        beside = then.right() < first.left() or then.left() > first.right()
        if then.bottom() <= first.top() and not beside:
            faults.append(f"{told(one)} comes before {told(other)}, which stands above it")
    return faults


def _panel(widget: QWidget) -> QWidget | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above.parentWidget(), QAbstractScrollArea):
        above = above.parentWidget()
    return above


def unseen(window: QWidget, every: int = 1) -> list[str]:
    """Give the keyboard to every stop in turn, and tell where that is not to be seen."""
    faults, where_from = [], window.focusWidget()
    for number, widget in enumerate(stops(window)):
        if number % every:
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not widget.hasFocus():
            continue
        seen = seen_part(widget, window)
        if seen.isEmpty():
            faults.append(f"out of sight: {told(widget)}")
            continue
        around = seen.adjusted(-5, -5, 5, 5).intersected(window.rect())
        having = window.grab(around).toImage()
        window.setFocus()
        QApplication.processEvents()
        if differing(having, window.grab(around).toImage()) < 24:
            faults.append(f"looks the same with the keyboard: {told(widget)}")
    if where_from is not None:
        where_from.setFocus()
    return faults


def seen_part(widget: QWidget, window: QWidget) -> QRect:
    """Return the part of a widget that is not scrolled away."""
    seen = QRect(widget.mapTo(window, QPoint()), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        seen &= QRect(above.mapTo(window, QPoint()), above.size())
        above = above.parentWidget()
    return seen & window.rect()


def differing(one: QImage, other: QImage) -> int:
    """Return how many pixels of two pictures differ."""
    if one.size() != other.size():
        return one.width() * one.height()
    size = one.size()
    return sum(
        one.pixel(x, y) != other.pixel(x, y)
        for x in range(size.width())
        for y in range(size.height())
    )


CHECKS = (unsaid, otherwise_said, too_small, cut_short, cut_off, out_of_order)
"""What takes no time; `unseen` paints."""
