"""Tab goes as one reads: where things stand when the key is pressed says what comes next.

To Qt what is made later comes last. Here nothing has to be told when something is made, moved or
folded: of what stands in one widget rows are read from above, and each from the left. So what is a
column beside others is a widget of its own (0021-look.md).
"""

from collections.abc import Sequence
from math import inf

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

_Part = tuple[QRect, list[QWidget]]
"""Where a part of a widget stands, and where Tab stops in it."""


def go_on(window: QWidget, *, onward: bool) -> bool:
    """Give the keyboard to the next stop in a window, or the one before; tell whether it went."""
    at = window.focusWidget()
    order = stops(window, at)
    step = 1 if onward else -1
    to = order.index(at) + step if at in order else min(step, 0)
    if not order or order[to % len(order)] is at:
        return False
    reason = Qt.FocusReason
    order[to % len(order)].setFocus(reason.TabFocusReason if onward else reason.BacktabFocusReason)
    return True


def stops(whole: QWidget, at: QWidget | None = None) -> list[QWidget]:
    """Return where Tab stops in a window or a part of one, as it is read; `at` is among them.

    The keyboard is also to go on from what can no longer have it: from what goes out of sight.
    """
    parts: list[_Part] = []
    for child in whole.children():  # `findChildren` would hold the screens that were before
        if not isinstance(child, QWidget) or child.isWindow():
            continue
        if child.isVisible() or child is at or (at is not None and child.isAncestorOf(at)):
            found = stops(child, at)
            if child is at or _stops_at(child):
                found.insert(0, child)
            if found:
                parts.append((child.geometry(), found))
    return in_rows(parts)


def _stops_at(widget: QWidget) -> bool:
    # A bit of it: of choices of which one had the keyboard Qt takes that bit from the others.
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isEnabled() and widget.focusProxy() is None


def in_rows(parts: Sequence[_Part]) -> list[QWidget]:
    """Return what stands on one plane, row by row; of what overlaps, what begins higher first."""
    if len(parts) < 2:
        return parts[0][1] if parts else []  # of nearly all there is no more
    for low, high in ((QRect.top, QRect.bottom), (QRect.left, QRect.right)):
        groups: list[list[_Part]] = []
        end = -inf
        for part in sorted(parts, key=lambda part: low(part[0])):
            if low(part[0]) > end:
                groups.append([])
            groups[-1].append(part)
            end = max(end, high(part[0]))
        if len(groups) > 1:
            return [one for group in groups for one in in_rows(group)]
    ordered = sorted(parts, key=lambda part: (part[0].top(), part[0].left()))
    return [one for _where, found in ordered for one in found]
