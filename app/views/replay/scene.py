"""A map on its way: on the ground of how it ended, so that nobody moves who was not moved."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize

from app.analysis.free_places import places_in, with_places
from app.analysis.stages import Stage
from app.layout.picture import Frame, Person, Picture, Spot
from app.layout.ring_layout import ring_layout
from app.models.network import Map
from app.models.vocabulary import vocabulary
from app.views.compare.scene import Ground, MomentScene
from app.views.map.lens_and_layers import Look
from app.words import current_language, phrases


class ReplayScene(MomentScene):
    """Shows one stage after another; whoever stands as in the end, stands where they end."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(Ground(), parent)
        self._end: Map | None = None
        self._has_none = False
        self._at: tuple[Stage, Look] | None = None
        self._ended: Picture | None = None
        self._ended_for: object = None
        self._ending: tuple[Person, ...] = ()
        self.laid: Picture | None = None
        """The picture of the end, where it was laid out in a thread."""
        self._passed: dict[object, Spot] = {}
        """Where people stand on their way, by who and in which ring, sector and direction."""

    def show_end(self, end: Map, *, has_none: bool) -> None:
        """Take a map as the end; `has_none` leaves room for who had no setting on the way."""
        self._end, self._has_none, self._at, self._ended_for = end, has_none, None, None

    def show_stage(self, stage: Stage, look: Look, *, glide: bool = False) -> None:
        """Show a stage in a look, with who it is about marked."""
        self._at = (stage, look)
        if self._end is None or not self._size.isValid():
            return
        glide = not self.lay_out_end(look) and glide
        whole = stage.whole
        if look.lens.field is None:
            whole = with_places(whole, places_in(self._end))
        self.show_selection(())
        self.show_map(whole, look, glide=glide)
        self.show_selection(stage.about)

    def lay_out_end(self, look: Look) -> bool:
        """Lay the end out in a look; tells whether it was not there yet."""
        wanted = (QSize(self._size), look)
        if self._end is None or self._ended_for == wanted:
            return False
        self._ended, self._asked = None, None
        self._passed.clear()
        self.show_map(self._end, look)
        self._ended, self._ended_for = self.picture, wanted
        return True

    def laying_of_end(self, look: Look) -> Callable[[], Picture]:
        """Return what lays the end out, in whatever thread: it measures with fonts of its own."""
        assert self._end is not None
        self.map, self.look = self._end, look
        return self.laying(self.asked_in(look))

    def set_size(self, size: QSize) -> None:
        """Lay out for a size: the end first, and on its ground what is shown."""
        super().set_size(size)
        if self._at is not None:
            self.show_stage(*self._at)

    def around(self, whole: Map | None, look: Look) -> tuple[str | None, ...]:
        """Return the settings of the sectors, the same at every stage."""
        if look.lens.field is None or not look.sectors:
            return ()
        known: tuple[str | None, ...] = tuple(vocabulary().settings)
        return (*known, None) if self._has_none else known

    def _picture_of(
        self, people: tuple[Person, ...], frame: Frame, around: tuple[str | None, ...]
    ) -> Picture:
        """Lay a stage out around where all end, also who is not there yet.

        Who stands elsewhere than they end gets one place for that, and has it at every stage.
        """
        ended = self._ended
        if ended is None:
            self._ending = people
            if self.laid is not None:
                return self.laid
        if ended is None or self.look.lens.field is None:
            return super()._picture_of(people, frame, around)
        here = {_place(person): person for person in people}
        known, away = dict[str, Spot](), list[Person]()
        for person in self._ending:
            spot = ended.spots[person.id]
            if _place(person) not in here:
                person = person._replace(id=f"{person.id}\n")
                away.append(person)
            known[person.id] = spot._replace(id=person.id)
        passed = {p.id: self._passed[key] for key, p in here.items() if key in self._passed}
        labels = phrases.setting_labels(current_language())
        laid = ring_layout(
            (*people, *away),
            frame,
            self.look.lens.rings(),
            [labels[setting] for setting in around],
            ended._replace(spots={**passed, **known}),
        )
        spots = {person.id: laid.spots[person.id] for person in people}
        self._passed.update((key, spots[p.id]) for key, p in here.items() if p.id not in known)
        return laid._replace(spots=spots)


def _place(person: Person) -> tuple[object, ...]:
    return person.id, person.band, person.sector, person.angle
