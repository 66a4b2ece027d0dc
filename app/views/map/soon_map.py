"""A map to look at that is laid out in a thread: the window goes on meanwhile."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from app.analysis.free_places import with_places
from app.analysis.study import study
from app.background import Task
from app.layout.picture import Frame, Person, Picture
from app.models.network import Map
from app.views.map import marks
from app.views.map.ground import small_fonts
from app.views.map.layout_request import Measure, frame_of, people_of, picture_of
from app.views.map.look import Look
from app.views.map.scene import MapScene
from app.views.map.still_map import StillMap, look_at


class _Laid(NamedTuple):
    """A map with a place for everybody, and the picture for what was asked."""

    map: Map
    look: Look
    asked: object
    picture: Picture


class _SoonScene(MapScene):
    """Takes the picture that is there, where it is the one that is asked for."""

    laid: _Laid | None = None

    def _picture_of(
        self, people: tuple[Person, ...], frame: Frame, around: tuple[str | None, ...]
    ) -> Picture:
        if self.laid is not None and self.laid.asked == (people, self._size, around):
            return self.laid.picture
        return super()._picture_of(people, frame, around)


class SoonMap(StillMap):
    """Shows a map as soon as it is laid out; the last that was asked for wins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._scene = _SoonScene()
        super().__init__(parent, self._scene)
        self._laying = Task(self)
        self._laying.done.connect(self._take)

    def show_map(self, whole: Map, lens: str) -> None:
        """Lay a map out through a lens, and show it then with all that is in it."""
        scene, look = self._scene, look_at(whole, lens)
        scene.map, scene.look = whole, look
        size = self.viewport().size()
        fonts = marks.name_font(), small_fonts()
        self._laying.start(_laid, whole, look, scene.settings_around, size, *fonts)

    def _take(self, laid: _Laid) -> None:
        self._scene.laid = laid
        self._scene.show_map(laid.map, laid.look)


def _laid(
    whole: Map,
    look: Look,
    around: tuple[str | None, ...],
    size: QSize,
    font: QFont,
    small: Sequence[QFont],
) -> _Laid:
    """Return a map that is laid out, in whatever thread: it measures with fonts of its own."""
    whole = with_places(whole)
    rows = study(whole).rows
    people = people_of(look.lens.held(whole.partners), look.lens, around, rows)
    frame = frame_of(size, Measure(font), Measure(*small))
    return _Laid(whole, look, (people, size, around), picture_of(people, frame, look.lens, around))
