"""The ground people stand on: how far rings reach and sectors go, and a seat in them for one."""

import math
from collections.abc import Container, Sequence
from typing import Final, NamedTuple

from app.layout.picture import Frame, Person, Picture
from app.layout.rings import Place, natural_places, row_range
from app.layout.seats import Cell, Seat, largest_disc

_LOOSE: Final = 0.1
"""How much nearer or further a tail may end than contact says, as a part of all the way."""
_FROM_ME: Final = 12.0
"""Pixels from the middle to the nearest end of a tail."""
_STAYS: Final = 8.0
"""How much more somebody stays who has not been moved than somebody new stands as wished."""


class Ground(NamedTuple):
    """Rings by their outer radius, sectors by start and end in degrees, and how large discs are."""

    edges: Sequence[float]
    bounds: Sequence[tuple[float, float]]
    ego: float
    """Diameter of the middle."""
    disc: int
    """Diameter of everybody."""

    @classmethod
    def of(cls, picture: Picture, frame: Frame) -> "Ground":
        """Return the ground of a picture, which has rings."""
        bounds = [(sector.start, sector.end) for sector in picture.sectors] or [(-180.0, 180.0)]
        disc = int(max([spot.diameter for spot in picture.spots.values()], default=0))
        edges = [ring.outer for ring in picture.rings]
        return cls(edges, bounds, picture.ego, disc or largest_disc(frame))

    def seats(self, people: Sequence[Person], ids: Container[str] | None = None) -> list[Seat]:
        """Return a seat for everybody at their natural place, or where the drawer turned them to.

        The natural place of one depends on who else is in the sector: `ids` are those of whom a
        seat is asked, where it is not asked of all.
        """
        places = natural_places(people, self.edges, self.bounds, self.ego, self.disc, ids)
        asked = people if ids is None else [one for one in people if one.id in ids]
        return [self.seat(one, places[one.id]) for one in asked]

    def seat(self, person: Person, place: Place) -> Seat:
        """Return a seat for somebody who would best stand at a place."""
        inner, outer = row_range(self.edges, person.band or 0, self.ego, self.disc)
        start, end = self.bounds[person.sector]
        start, end = math.radians(start), math.radians(end)
        edge = min(3.0 / max(1.0, inner), (end - start) / 4)
        cell = Cell(inner, outer, start + edge, end - edge)
        near = max(self.edges[0] / 2, self.ego / 2 + _FROM_ME)
        far = sum(self.edges[-2:]) / len(self.edges[-2:])
        said = person.contact
        return Seat(
            person.id,
            person.label,
            self.disc,
            angle=min(max(place.angle, cell.start), cell.end),
            away=place.away,
            cell=cell,
            firm=place.chosen,
            contact=None if said is None else near + said * (far - near),
            said=said,
            loose=_LOOSE * (far - near),
        )

    def seat_at(self, person: Person, across: float, down: float) -> Seat:
        """Return a seat for somebody who stands at a place from the middle, and rather stays."""
        away, turn = math.hypot(across, down), 2 * math.pi
        start, end = self.bounds[person.sector]
        start, end = math.radians(start), math.radians(end)
        angle = math.atan2(across, -down)
        angle += turn * round(((start + end) / 2 - angle) / turn)
        seat = self.seat(person, Place(angle, away, chosen=True))
        seat.firm = _STAYS
        return seat
