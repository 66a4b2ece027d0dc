"""Many buttons as one stop of Tab: inside it the arrow keys go from one to the next."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

ACROSS: Final = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
"""The keys that go on where up and down mean something else."""
_STEPS: Final = {**ACROSS, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class OneStop(QObject):
    """Lets Tab stop at one of some widgets: where the keyboard was last among them."""

    def __init__(
        self,
        widgets: Sequence[QWidget],
        parent: QWidget,
        steps: Mapping[Qt.Key, int] = MappingProxyType(_STEPS),
    ) -> None:
        super().__init__(parent)
        self._steps = steps
        self._widgets: tuple[QWidget, ...] = ()
        self._stop: QWidget | None = None
        self.take(widgets)

    def take(self, widgets: Sequence[QWidget]) -> None:
        """Be about these widgets from now on, as they stand; the stop stays if it is among them."""
        for widget in widgets:
            if widget not in self._widgets:
                widget.installEventFilter(self)
        self._widgets = tuple(widgets)
        able = [widget for widget in widgets if widget.isEnabled()]
        self._stop_at(self._stop if self._stop in able else next(iter(able), None))

    def leave_out(self, hidden: Collection[QWidget]) -> None:
        """Stop elsewhere where those that are going to be hidden have the stop."""
        if self._stop in hidden or self._stop is None:
            at = self._widgets.index(self._stop) if self._stop is not None else 0
            order = (*self._widgets[at:], *reversed(self._widgets[:at]))
            self._stop_at(next((widget for widget in order if widget not in hidden), None))

    def _stop_at(self, stop: QWidget | None) -> None:
        self._stop = stop
        for widget in self._widgets:
            policy = Qt.FocusPolicy.StrongFocus if widget is stop else Qt.FocusPolicy.ClickFocus
            widget.setFocusPolicy(policy)

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        """Go to the next or the previous one, and stop where the keyboard came."""
        if event.type() == QEvent.Type.FocusIn and isinstance(widget, QWidget):
            self._stop_at(widget)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = self._steps.get(Qt.Key(event.key()))
            seen = [one for one in self._widgets if one.isVisible() and one.isEnabled()]
            if step and not event.modifiers() and widget in seen:
                to = seen[(seen.index(widget) + step) % len(seen)]
                to.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False
