"""A map to look at that is laid out in a thread: the window goes on meanwhile."""

from PySide6.QtWidgets import QWidget

from app.models.network import Map
from app.views.map.soon_scene import SoonScene
from app.views.map.still_map import StillMap, look_at


class SoonMap(StillMap):
    """Shows a map as soon as it is laid out; the last that was asked for wins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._scene = SoonScene()
        super().__init__(parent, self._scene)

    def show_map(self, whole: Map, lens: str) -> None:
        """Lay a map out through a lens, and show it then with all that is in it."""
        self._scene.show_soon(whole, look_at(whole, lens))
