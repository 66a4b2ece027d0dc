"""The map and the slider of replay, which leave the keys of the screen to the screen."""

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSlider

from app.views.compare.view import MomentView

DOES: Final = {
    Qt.Key.Key_Space: "play_or_pause",
    Qt.Key.Key_PageUp: "step_back",
    Qt.Key.Key_PageDown: "step_on",
    Qt.Key.Key_Home: "to_beginning",
    Qt.Key.Key_End: "to_end",
}
"""What works wherever the keyboard is on this screen, but on a button."""


class _LeavesKeys:
    """Leaves the keys of the screen to the screen; mixed into what has keys of its own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take all other keys."""
        if event.key() in DOES:
            event.ignore()
        else:
            super().keyPressEvent(event)  # type: ignore[misc]


class StepSlider(_LeavesKeys, QSlider):
    """The slider."""


class WholeMap(_LeavesKeys, MomentView):
    """The map: all of it, or whoever comes would be out of sight; until somebody zooms."""

    _is_zoomed = False

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Show it larger or smaller from now on."""
        self._is_zoomed = True
        super().zoom(factor, at)

    def follow_size(self) -> None:
        """Show all of it in the room there is now."""
        super().follow_size()
        if not self._is_zoomed:
            self.fit()
