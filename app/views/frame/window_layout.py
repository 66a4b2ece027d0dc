"""Where things stand in the window: the bar, the sides, the screen between them, and the foot."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.document import Document
from app.views.frame.nobody_selected import NobodySelected
from app.views.frame.notice import Notice
from app.views.frame.screen_row import Screen
from app.views.frame.status import StatusLine
from app.views.widgets import theme
from app.views.widgets.reading_order import stops
from app.views.widgets.side import Side

_NARROW: Final = 1200
"""A window less wide, at ordinary text, gives its sides less, and folds them by itself."""
_CROWDED: Final = 960
"""A window less wide than this shows one side at a time by itself: names, or who is selected."""
_WIDE: Final = 1400
"""A window wider than this shares what is more with its sides: `_SHARE` of it to each."""
_SHARE: Final = 0.12
_MAP: Final = 400
"""Pixels that a map keeps with its tools, whatever stands beside it."""


class _Shown(QStackedWidget):
    """Wants no more room than the page that is shown: a wide one must not cut the others."""

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()


class SidePanels(NamedTuple):
    """What is asked for beside the screen."""

    names: bool = False
    """Names are being added."""
    side: bool = False
    """There is something to say at the right."""


class WindowFrames:
    """The frames of a page: first empty, so that what stands in them is made where it stays."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self.centre = _Shown(page)
        self.left, self.right = Side(page, "left"), Side(page, "right")
        self.sides = _Shown(self.right)

    def fill(
        self,
        document: Document,
        bar: QWidget,
        names: QWidget,
        notice: Notice,
        actions: Mapping[str, QAction],
    ) -> None:
        """Lay out the page; what is beside its middle and above it is there."""
        page = self._page
        self.status = StatusLine(document, page)
        for frame in (self.centre, self.left, self.right):
            frame.raise_()  # they are heard after the bar and the status
        self.left.hold(names, actions["fold_left"])
        self.right.hold(self.sides, actions["fold_right"])
        self.right.lie(floating=True)  # as beside the map, which is shown first
        self.nobody = NobodySelected(document, actions, self.sides)
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
        foot.setContentsMargins(16, 0, 16, 4)
        foot.setSpacing(0)
        foot.addWidget(notice, 1)
        foot.addWidget(self.status)
        self._parts: tuple[QWidget, ...] = (self.left, self.centre, self.right, notice, bar)
        """As one reads, but the bar: nobody begins there."""
        self._last: dict[QWidget, QWidget] = {}
        """What had the keyboard in each part, to come back to."""
        self.status.give_way_to(notice)

    def put_above(self, bar: QWidget) -> None:
        """Put a bar that comes and goes between the bar of the window and what is below it."""
        self._layout.insertWidget(1, bar)
        self._parts = (bar, *self._parts)

    def settle(self) -> None:
        """Give everything its size now, rather than when there is nothing else to do."""
        self._layout.activate()

    def go_to_part(self, step: int) -> None:
        """Give the keyboard to the next part (1), or the one before (-1), where it was there."""
        parts = [part for part in self._parts if part.isVisible() and stops(part)]
        at = self.centre.window().focusWidget()
        here = next((part for part in parts if at is not None and part.isAncestorOf(at)), None)
        if here is not None and at is not None:
            self._last[here] = at
        if not parts:
            return
        to = parts[(parts.index(here) + step) % len(parts) if here is not None else 0]
        order, last = stops(to), self._last.get(to)
        (last if last in order else order[0]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def let_go_of_keyboard(self) -> None:
        """Take the keyboard from what may go: Qt would pass it by whatever comes next, aloud."""
        at = self.centre.window().focusWidget()
        if at is not None and any(part.isAncestorOf(at) for part in self._parts[:-1]):
            self._page.setFocus()  # has no name: nothing is said

    def keep_keyboard(self) -> None:
        """Give the keyboard to what is shown where nothing has it."""
        shown = self.centre.currentWidget()
        if shown is not None and self._page.hasFocus():
            for stop in stops(shown)[:1]:
                stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(
        self,
        row: Screen,
        width: int,
        wants: SidePanels,
        folds: Mapping[str, bool],
        *,
        is_live: bool,
    ) -> int:
        """Give each side its width; return how much of it the map lends for as long as it is there.

        In live mode there is no left side but for names. A wide window keeps the room of the right
        side while nobody is selected: the map stays where it is. A narrow one folds its sides by
        itself, unless they are asked for or `folds` says otherwise; the map lends the room then.
        """
        narrow = self.is_narrow(width)
        more = round(_SHARE * max(0, width - theme.scaled(_WIDE)))
        self.left.setVisible(row.names and (wants.names or not is_live))
        least = theme.side_width(width) + min(more, theme.scaled(96))
        if is_live:  # the right side leaves room for large letters
            least = max(least, min(theme.scaled(232), round(width * 0.34)))
        folded = folds.get("left", narrow and not is_live) and not wants.names
        self.left.fold(folded=folded, width=least)
        if row.beside:
            wanted, share = theme.scaled(430 if narrow else 590) + 3 * more, 0.5 if narrow else 0.43
        else:
            wanted, share = theme.scaled(272 if narrow else 304) + min(more, theme.scaled(96)), 0.34
        # With large text the sides want more than there is: the map keeps its share.
        left = self.left.width() if row.names else 0
        wanted = min(wanted, round(width * share), width - left - _MAP)
        wanted = max(wanted, 272)
        has_side = row.names and not (row.wide and (narrow or not wants.side))
        self.right.setVisible(not is_live and (row.beside or has_side))
        by_itself = narrow and not row.beside
        gives_way = wants.names and self.is_crowded(width)
        by_itself_now = by_itself and (gives_way or not wants.side)
        folded = folds.get(fold_key(row, "right"), False) or by_itself_now
        self.right.fold(folded=folded, width=wanted)
        self.right.lie(floating=not row.beside)
        return wanted if by_itself and has_side and not (folded or is_live) else 0

    @property
    def has_names(self) -> bool:
        """Tell whether the field for a name can be seen."""
        return not self.left.is_folded and not self.left.isHidden()

    def keeps_names(self, width: int) -> bool:
        """Tell whether names stay when somebody is selected: where there is room, or one types."""
        at = self.left.window().focusWidget()
        return not self.is_crowded(width) or (at is not None and self.left.isAncestorOf(at))

    @staticmethod
    def is_narrow(width: int) -> bool:
        """Tell whether sides fold by themselves in a window of a width."""
        return width < theme.scaled(_NARROW)

    @staticmethod
    def is_crowded(width: int) -> bool:
        """Tell whether a map would have no room between two sides in a window of a width."""
        return width < theme.scaled(_CROWDED)


def fold_key(row: Screen, side: str) -> str:
    """Return under which name it is kept whether a side is folded: what is beside has its own."""
    return f"{side}_{row.id}" if row.beside else side
