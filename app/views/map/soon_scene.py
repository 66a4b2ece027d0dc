"""A scene of which the next map can be laid out in a thread: the window goes on meanwhile."""

from PySide6.QtCore import QObject, QSize, Signal

from app.analysis.free_places import with_places
from app.analysis.study import study
from app.background import Task
from app.layout.picture import Frame
from app.models.network import Map
from app.views.map.layout_request import people_of, picture_of
from app.views.map.lens_and_layers import Look
from app.views.map.other_lenses import OtherLenses
from app.views.map.scene import MapScene


class SoonScene(MapScene):
    """Shows a map at once, or as soon as it is laid out; the last that was asked for wins."""

    came = Signal()
    """What was to be shown soon is there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._takes_time = False
        self._awaited: tuple[Map, Look] | None = None
        self._laying = Task(self)
        self._laying.done.connect(self._take)

    def be_worked_in(self) -> None:
        """Let sectors and people keep their place, and lay other lenses out at rest."""
        self.stands_still = True
        self.others = OtherLenses(self)

    def take_time(self) -> None:
        """Show nobody where the next map is shown, until it is laid out in a thread."""
        self._takes_time = True

    def show_soon(self, whole: Map, look: Look) -> None:
        """Show a map as soon as it is laid out; the one there is stays until then."""
        self._awaited = whole, look
        self._lay_ahead()

    def show_map(self, whole: Map | None, look: Look, *, glide: bool = False) -> None:
        """Show a map, or none, in a look: at once, unless it may take its time."""
        waits = self._takes_time or self._awaited is not None
        self._takes_time, self._awaited = False, None
        self.map, self.look = None if waits else whole, look
        self.lay_out(glide=glide)
        if waits and whole is not None:
            self.show_soon(whole, look)

    def set_size(self, size: QSize) -> None:
        """Lay the map out for a view of this size, and anew what is to come."""
        is_another = size != self._size
        super().set_size(size)
        if is_another and self._awaited is not None:
            self._lay_ahead()

    def arrive(self) -> None:
        """Show now what was to be shown soon."""
        if self._awaited is not None:
            awaited, self._awaited = self._awaited, None
            self.show_map(*awaited)
            self.came.emit()

    def _lay_ahead(self) -> None:
        if self._awaited is None or not self._size.isValid():
            return  # whoever looks will tell how large it is
        whole, look = self._awaited
        around = self.around(whole, look)
        self._laying.start(_laid, whole, look, around, self._frame(), self.stands_still)

    def _take(self, laid: tuple[Map, Look]) -> None:
        if self._awaited is not None:
            self._awaited = laid
            self.arrive()


def _laid(
    whole: Map, look: Look, around: tuple[str | None, ...], frame: Frame, pans: bool
) -> tuple[Map, Look]:
    """Return a map with a place for everybody, laid out in whatever thread, and its look."""
    whole = with_places(whole)
    placed, rows = look.lens.held(whole.partners), study(whole).rows
    picture_of(people_of(placed, look.lens, around, rows), frame, look.lens, around, pans=pans)
    return whole, look
