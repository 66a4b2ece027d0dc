"""The picture somebody is at work in: one who comes or changes is placed, and the others stay."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from app.layout.ground import Ground
from app.layout.name_writer import writer_in
from app.layout.names_of_rings import grounds_elsewhere
from app.layout.picture import Box, Frame, Person, Picture, Spot
from app.layout.seating import Seating
from app.layout.seats import ALWAYS_LABELLED, DOT, Seat

_MOST_TO_TURN_FOR: Final = 30
"""Up to this many people the names of the rings give way to somebody who is put on them."""


def kept(people: Sequence[Person], frame: Frame, before: Picture) -> Picture | None:
    """Return the picture before with these people in it; None where somebody finds no room."""
    for ground in _grounds(people, frame, before):
        came = [ring.box for ring in ground.rings if ring.box and ring not in before.rings]
        picture = _KeptPicture(people, frame, ground, came).picture()
        if picture is not None:
            return picture
    fewer = _without_neighbours(people, before)
    return _KeptPicture(people, frame, fewer, ()).picture() if fewer.spots else None


def _without_neighbours(people: Sequence[Person], before: Picture) -> Picture:
    """Return the ground without those in whose ring and sector somebody comes: they make room."""
    spots = before.spots
    cells = {(person.band, person.sector) for person in people if person.id not in spots}
    around = {person.id for person in people if (person.band, person.sector) in cells}
    return before._replace(spots={key: spots[key] for key in spots if key not in around})


def _grounds(people: Sequence[Person], frame: Frame, before: Picture) -> Iterator[Picture]:
    """Yield the ground of before, then with the names of the rings out of the way."""
    yield before
    if len(people) <= _MOST_TO_TURN_FOR:
        yield from grounds_elsewhere(people, frame, before, Ground.of(before, frame).bounds)


class _KeptPicture:
    """People on the ground of an earlier picture; who has a spot in it stays there."""

    def __init__(
        self, people: Sequence[Person], frame: Frame, before: Picture, came: Sequence[Box]
    ) -> None:
        """Begin with who stays as they were; words of the ground `came` where there were none."""
        self._people = people
        self._before = before
        self._ground = Ground.of(before, frame)
        self._seating = Seating(
            (before.width, before.height),
            (before.cx, before.cy),
            writer_in(frame.measure, frame.line_height),
            ego=frame.ego,
            words=before.words,
            rim=before.rings[-1].outer if before.rings else math.inf,
        )
        spots = before.spots
        self._still = {
            person.id: person
            for person in people
            if person.id in spots
            and spots[person.id].contact == person.contact
            and spots[person.id].box is not None
            and spots[person.id].name == person.label
            and not (came and _lies_on(spots[person.id], came))
        }
        """Who is as they were, until another needs their name to move."""

    def picture(self) -> Picture | None:
        """Return everybody, or None where somebody finds no room."""
        seating, spots = self._seating, self._before.spots
        seating.stand_still([spots[key] for key in self._still])
        comes = [person for person in self._people if person.id not in self._still]
        for person in comes:
            if person.id in spots:
                self._put(person, spots[person.id])
        new = self._new_seats({person.id for person in comes if person.id not in spots})
        for seat in new:
            if not seating.seat(seat):
                return None
            self._uncover(seat)
        many = len(self._people) > ALWAYS_LABELLED
        if not seating.write_free() and not self._write_all(new, many=many) and not many:
            return None
        stay = {key: spots[key] for key in self._still}
        return self._before._replace(spots={**stay, **seating.spots()})

    def _put(self, person: Person, spot: Spot) -> None:
        """Let somebody stand where they stood, with another tail or name."""
        seat = self._seat_of(person, spot)
        self._seating.put(seat, round(spot.x), round(spot.y))
        self._seating.keep_label(seat, spot)

    def _seat_of(self, person: Person, spot: Spot) -> Seat:
        return self._ground.seat_at(person, spot.x - self._before.cx, spot.y - self._before.cy)

    def _new_seats(self, ids: set[str]) -> list[Seat]:
        """Return seats for who has no spot yet, at their natural place among those of a sector."""
        sectors = {person.sector for person in self._people if person.id in ids}
        around = [person for person in self._people if person.sector in sectors]
        return self._ground.seats(around, ids) if ids else []

    def _adopt(self, key: str) -> Seat:
        spot = self._before.spots[key]
        seat = self._seat_of(self._still.pop(key), spot)
        self._seating.adopt(seat, spot)
        return seat

    def _uncover(self, seat: Seat) -> None:
        """Take away the names on which somebody came to stand, to write them elsewhere."""
        taken = [seat.square.edges(seat.x, seat.y)]
        if seat.dot is not None:
            taken.append(DOT.edges(*seat.dot))
        boxes = [Box(left, top, right - left, below - top) for left, top, right, below in taken]
        names = {key: self._before.spots[key].box for key in self._still}
        for key in dict.fromkeys(key for box in boxes for key in box.overlapped(names)):
            self._seating.give_way(self._adopt(key), seat)

    def _write_all(self, new: Sequence[Seat], *, many: bool) -> bool:
        """Write what is left: names of others give way first, then who is new, then everybody."""
        seating, patience = self._seating, len(self._people)
        for key in list(self._still):
            self._adopt(key)
        if many:
            return seating.write(movable=False, patience=0) == 0
        left = seating.write(movable=False, patience=patience)
        if left and seating.move_to_room(new):
            left = seating.write(movable=False, patience=patience)
        return not left or seating.write(movable=True, patience=patience) == 0


def _lies_on(spot: Spot, boxes: Sequence[Box]) -> bool:
    return spot.box is not None and spot.box.overlaps_any(boxes)
