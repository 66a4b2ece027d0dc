"""A map to look at: laid out for the room there is, and nothing can be done to it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.models.network import Map
from app.views.map.arrow_keys import DIRECTIONS
from app.views.map.lens_and_layers import Look, look_of
from app.views.map.panned_view import PannedView
from app.views.map.scene import MapScene
from app.words import say


def look_at(whole: Map, lens: str) -> Look:
    """Return the look in which all that is in a map can be judged."""
    return look_of(whole, lens, {"photo": True}, sectors=True)


class StillMap(PannedView):
    """Shows a map through a lens; what is too much to be read at once is panned.

    Only then Tab stops here, for whose hands are on the keys.
    """

    def __init__(self, parent: QWidget | None = None, scene: MapScene | None = None) -> None:
        super().__init__(scene or MapScene(), parent)
        self.map_scene.setParent(self)
        self.setInteractive(False)
        self.setAcceptDrops(False)
        self.setMinimumSize(240, 240)
        self._be_stop()

    def show_map(self, whole: Map, lens: str) -> None:
        """Show a map through a lens, with all that is in it: it is to be judged here."""
        self.map_scene.show_map(whole, look_at(whole, lens))

    def follow_size(self) -> None:
        """Show the picture in the room there is now."""
        super().follow_size()
        self._be_stop()

    def _be_stop(self) -> None:
        pans, policy = not self.is_all_there, Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if pans else policy.NoFocus)
        self.setAccessibleDescription(say("The arrow keys show another part.") if pans else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pan with the arrow keys."""
        way = DIRECTIONS.get(Qt.Key(event.key()))
        if way is not None:
            self.pan(way)
        else:
            super().keyPressEvent(event)
