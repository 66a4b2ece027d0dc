"""Many buttons as one stop of Tab: inside it the arrow keys go from one to the next."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

ACROSS: Final = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
"""The keys that go on where up and down mean something else."""
ARROWS: Final = {**ACROSS, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
"""The keys that go on, and back, where one thing follows another."""


_ROWS: Final = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up})


class OneStop(QObject):
    """Lets Tab stop at one of some widgets: where the keyboard was last among them.

    Where they stand in rows, as the buttons of cards do, up and down go to another row.
    """

    def __init__(
        self,
        widgets: Sequence[QWidget],
        parent: QWidget,
        steps: Mapping[Qt.Key, int] = MappingProxyType(ARROWS),
        *,
        by_click: bool = True,
    ) -> None:
        """Where they do not come `by_click`, a click leaves the keyboard where it is."""
        super().__init__(parent)
        self._steps = steps
        focus = Qt.FocusPolicy
        self._policies = (
            (focus.StrongFocus, focus.ClickFocus) if by_click else (focus.TabFocus, focus.NoFocus)
        )
        self._rows: tuple[tuple[QWidget, ...], ...] = ()
        self._widgets: tuple[QWidget, ...] = ()
        self._stop: QWidget | None = None
        self.take(widgets)

    def take(self, widgets: Sequence[QWidget]) -> None:
        """Be about these widgets from now on, as they stand; the stop stays if it is among them."""
        self.take_rows([widgets])

    def take_rows(self, rows: Sequence[Sequence[QWidget]]) -> None:
        """Be about the widgets of these rows from now on, the rows below each other."""
        self._rows = tuple(map(tuple, rows))
        widgets = tuple(widget for row in rows for widget in row)
        for widget in widgets:
            if widget not in self._widgets:
                widget.installEventFilter(self)
        self._widgets = widgets
        self._stop_near(self._stop if self._stop in widgets else next(iter(widgets), None))

    def leave_out(self, hidden: Collection[QWidget]) -> None:
        """Stop elsewhere where those that are going to be hidden have the stop."""
        if self._stop in hidden or self._stop is None:
            self._stop_near(self._stop, hidden)

    def _stop_near(self, stop: QWidget | None, hidden: Collection[QWidget] = ()) -> None:
        """Stop at a widget, or at the nearest that can be reached."""
        at = self._widgets.index(stop) if stop is not None else 0
        order = (*self._widgets[at:], *reversed(self._widgets[:at]))
        able = (one for one in order if one not in hidden and one.isEnabled() and not _is_away(one))
        self._stop_at(next(able, None))

    def _stop_at(self, stop: QWidget | None) -> None:
        self._stop = stop
        here, elsewhere = self._policies
        for widget in self._widgets:
            widget.setFocusPolicy(here if widget is stop else elsewhere)

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        """Go to the next or the previous one, and stop where the keyboard came."""
        kind = event.type()
        if kind not in _HEARD or not isinstance(widget, QWidget) or widget not in self._widgets:
            return False  # as nearly all that comes, or it is of other rows by now
        if kind == QEvent.Type.FocusIn:
            self._stop_at(widget)
        elif kind in _COMES_OR_GOES and (self._stop is None or widget is self._stop):
            self._stop_near(self._stop)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            to = self._next(widget, event)
            if to is not None:
                to.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _next(self, widget: QWidget, event: QKeyEvent) -> QWidget | None:
        """Return the widget a key leads to; None where the key means something else."""
        step = self._steps.get(Qt.Key(event.key()))
        rows = [[one for one in row if one.isVisible() and one.isEnabled()] for row in self._rows]
        rows = [row for row in rows if row]
        here = next((row for row in rows if widget in row), None)
        if not step or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or here is None:
            return None
        if len(rows) > 1 and event.key() in _ROWS:
            there = rows[(rows.index(here) + step) % len(rows)]
            return there[min(here.index(widget), len(there) - 1)]
        seen = [one for row in rows for one in row]
        return seen[(seen.index(widget) + step) % len(seen)]


_COMES_OR_GOES: Final = frozenset(
    {QEvent.Type.HideToParent, QEvent.Type.ShowToParent, QEvent.Type.EnabledChange}
)
_HEARD: Final = _COMES_OR_GOES | {QEvent.Type.FocusIn, QEvent.Type.KeyPress}


def _is_away(widget: QWidget) -> bool:
    """Tell whether a widget is hidden itself, rather than not shown yet."""
    explicit = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    return widget.isHidden() and widget.testAttribute(explicit)
