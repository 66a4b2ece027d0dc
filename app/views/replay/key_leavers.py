"""The parts of replay that leave the keys of the screen to the screen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSlider

from app.views.compare.view import MomentView
from app.views.map.zoom_view import smallest
from app.views.widgets import theme

DOES: Final = {
    Qt.Key.Key_Space: "play_or_pause",
    Qt.Key.Key_PageUp: "step_back",
    Qt.Key.Key_PageDown: "step_on",
    Qt.Key.Key_Home: "to_beginning",
    Qt.Key.Key_End: "to_end",
}
"""What works wherever the keyboard is on this screen, but on a button."""


STEPS: Final = {Qt.Key.Key_Left: "step_back", Qt.Key.Key_Right: "step_on"}
"""What works on the buttons that play and step too: nobody means to go to the speeds from there."""


class _LeavesKeys:
    """Leaves the keys of the screen to the screen; mixed into what has keys of its own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take all other keys."""
        if event.key() in DOES:
            event.ignore()
        else:
            super().keyPressEvent(event)  # type: ignore[misc]


class StepButton(QPushButton):
    """A button that plays or steps."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take all keys but those that step."""
        if event.key() in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class StepSlider(_LeavesKeys, QSlider):
    """The slider."""


class WholeMap(_LeavesKeys, MomentView):
    """The map: all of it, or whoever comes would be out of sight; until somebody zooms.

    In large letters all of it can be too small to be read: then it pans to whom a step is about.
    """

    large = 0.65
    _is_zoomed = False

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Show it larger or smaller from now on."""
        self._is_zoomed = True
        super().zoom(factor, at)

    def follow_size(self) -> None:
        """Show all of it in the room there is now."""
        super().follow_size()
        if self._is_zoomed:
            return
        if not theme.is_large() or self._laid_for >= smallest():
            self.fit()
        else:
            self.begin()

    def show_people(self, keys: Sequence[str]) -> None:
        """Show the part with these people, where they are not seen."""
        spots = self.map_scene.picture.spots
        points = [QPointF(spots[key].x, spots[key].y) for key in keys if key in spots]
        if self.shows_all or not points:
            return
        edge = min(self.viewport().width(), self.viewport().height()) // 6
        inside = self.viewport().rect().adjusted(edge, edge, -edge, -edge)
        if not all(inside.contains(self.mapFromScene(point)) for point in points):
            self.centerOn(sum(points, QPointF()) / len(points))
