"""Where things stand in the window: the bar, the sides, the screen between them, and the foot."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.views.frame.nobody import Nobody
from app.views.frame.notice import Notice
from app.views.frame.screen import Screen
from app.views.frame.status import StatusLine
from app.views.widgets import theme

_NARROW: Final = 1200
"""A window less wide gives its sides less."""


class _Shown(QStackedWidget):
    """Wants no more room than the page that is shown: a wide one must not cut the others."""

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()


class Room:
    """The frames of a page, which it fills."""

    def __init__(
        self, page: QWidget, bar: QWidget, names: QWidget, notice: Notice, status: StatusLine
    ) -> None:
        self.centre, self.sides = _Shown(page), _Shown(page)
        self.left, self.right = _side(page, "left", names), _side(page, "right", self.sides)
        self.nobody = Nobody(self.sides)
        self.sides.addWidget(self.nobody)
        layout = self._layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        middle = QHBoxLayout()
        layout.addLayout(middle, 1)  # filled only now: see docs/decisions/0008-qt.md
        middle.setSpacing(0)
        middle.addWidget(self.left)
        middle.addWidget(self.centre, 1)
        middle.addWidget(self.right)
        foot = QHBoxLayout()
        layout.addLayout(foot)
        foot.setSpacing(0)
        foot.addWidget(notice, 1)
        foot.addWidget(status)
        self._parts: tuple[QWidget, ...] = (self.left, self.centre, self.right, notice, bar)
        """As one reads, but the bar: nobody begins there."""
        self._last: dict[QWidget, QWidget] = {}
        """What had the keyboard in each part, to come back to."""
        status.give_way_to(notice)

    def put_above(self, bar: QWidget) -> None:
        """Put a bar that comes and goes between the bar of the window and what is below it."""
        self._layout.insertWidget(1, bar)
        self._parts = (bar, *self._parts)

    def settle(self) -> None:
        """Give everything its size now, rather than when there is nothing else to do."""
        self._layout.activate()

    def go_to_part(self, step: int) -> None:
        """Give the keyboard to the next part (1), or the one before (-1), where it was there."""
        parts = [part for part in self._parts if part.isVisible() and _stops(part)]
        at = self.centre.window().focusWidget()
        here = next((part for part in parts if at is not None and part.isAncestorOf(at)), None)
        if here is not None and at is not None:
            self._last[here] = at
        if not parts:
            return
        to = parts[(parts.index(here) + step) % len(parts) if here is not None else 0]
        stops, last = _stops(to), self._last.get(to)
        (last if last in stops else stops[0]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def give(self, row: Screen, width: int, *, is_live: bool, side: bool, names: bool) -> None:
        """Give each side its width, and leave out the right where it would say nothing.

        `names` says that names are being added: in live mode there is no left side but for that.
        `side` says that beside names there is something at the right, or will be: the map stays
        where it is when somebody is selected.
        """
        narrow = width < _NARROW
        self.left.setVisible(row.names and (names or not is_live))
        least = theme.side_width(width)
        if is_live:  # the right side leaves room for large letters
            least = max(least, min(theme.scaled(232), round(width * 0.34)))
        self.left.setFixedWidth(least)
        if row.beside:
            wanted, share = theme.scaled(430 if narrow else 590), 0.43
        else:
            wanted, share = theme.scaled(272 if narrow else 304), 0.34
        # With large text the sides want more than there is: the map keeps its share.
        self.right.setFixedWidth(max(min(wanted, round(width * share)), 272))
        has_form = row.names and side and not (row.wide and narrow)
        self.right.setVisible(not is_live and (row.beside or has_form))
        _lie(self.right, floating=not row.beside)


def _lie(side: QFrame, *, floating: bool) -> None:
    """Let what stands at a side lie on the paper as a card, or fill the side."""
    role = "bar" if floating else "right"
    if side.property("role") != role:
        side.setProperty("role", role)
        side.style().polish(side)
        layout = side.layout()
        assert layout is not None
        around = (0, 4, 16, 8) if floating else (0, 0, 0, 0)
        layout.setContentsMargins(*around)


def _stops(part: QWidget) -> list[QWidget]:
    """Return what Tab goes past in a part, in its order."""
    found: list[QWidget] = []
    at = part.nextInFocusChain()
    while at is not None and at is not part:
        tabs = at.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if tabs and part.isAncestorOf(at) and at.isVisible() and at.isEnabled():
            found.append(at)
        at = at.nextInFocusChain()
    return found


def _side(page: QWidget, role: str, holds: QWidget) -> QFrame:
    side = QFrame(page)
    side.setProperty("role", role)
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(holds)
    return side
