"""Places in the free lens for who has none, and for who would be hidden behind another."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from app.layout.free import free_layout, free_spot
from app.layout.picture import Box, Frame, Person, Picture, Spot
from app.layout.seats import AROUND, smallest_disc

_AIR: Final = 2 * AROUND
"""Pixels kept free between two people."""
_GOLDEN: Final = (math.sqrt(5) - 1) / 2
"""Turns to the next place tried: it lies in the largest gap."""
_STEP: Final = 3.0
"""Pixels between the places tried for who steps aside."""


def free_places(
    people: Sequence[Person],
    newcomers: Sequence[tuple[Person, float | None]],
    frame: Frame,
) -> dict[str, tuple[float, float]]:
    """Return a place for every newcomer in the picture of the free lens, in radii, by id.

    `people` stand there already; each newcomer comes with a direction to stand in (degrees
    clockwise from the top; None is anywhere). Nobody who comes stands on somebody else; labels
    have room as long as there is any.
    """
    standing = free_layout(people, frame)
    spots = dict(standing.spots)
    picture = standing._replace(spots=spots)
    places: dict[str, tuple[float, float]] = {}
    too_wide, ways = math.inf, _bare_places()
    for person, direction in newcomers:
        found = None
        if frame.measure(person.label) < too_wide:
            x, y = free_spot(picture, person.label, frame, direction, near=person.near)
            found = _spot(person, x, y, picture, frame)
        if found is None or _is_taken(found, picture):
            too_wide = min(too_wide, frame.measure(person.label))
            tried = (_spot(person, x, y, picture, frame) for x, y in ways)
            found = next(spot for spot in tried if not _is_taken(spot, picture))
        spots[person.id] = found
        places[person.id] = (
            (found.x - picture.cx) / picture.radius,
            (found.y - picture.cy) / picture.radius,
        )
    return places


def moved_apart(people: Sequence[Person], frame: Frame) -> dict[str, tuple[float, float]]:
    """Return new places, in radii and by id, for who stands on somebody else or on the middle.

    They step aside no further than it takes for all discs to be seen; who came first stays.
    """
    picture = free_layout((), frame)
    side, radius = smallest_disc(frame) + _AIR, picture.radius
    keep = (picture.ego + max(side, frame.disc)) / 2
    taken: list[tuple[float, float]] = []
    moved: dict[str, tuple[float, float]] = {}

    def is_free(x: float, y: float) -> bool:
        return max(abs(x), abs(y)) >= keep and all(
            max(abs(x - other_x), abs(y - other_y)) >= side for other_x, other_y in taken
        )

    for person in people:
        if person.x is None or person.y is None:
            continue
        x, y = person.x * radius, person.y * radius
        steps, turn = 0, 0
        while not is_free(x, y):
            if turn == 0:
                steps += 1
            angle = 2 * math.pi * turn / (6 * steps)
            x = person.x * radius + _STEP * steps * math.sin(angle)
            y = person.y * radius - _STEP * steps * math.cos(angle)
            turn = (turn + 1) % (6 * steps)
        taken.append((x, y))
        if steps:
            moved[person.id] = x / radius, y / radius
    return moved


def _spot(person: Person, x: float, y: float, picture: Picture, frame: Frame) -> Spot:
    """Return somebody at a place in radii, with about the room their label will want below."""
    px, py = picture.cx + x * picture.radius, picture.cy + y * picture.radius
    w = min(frame.measure(person.label), 10.0 * frame.line_height)
    box = Box(px - w / 2, py + frame.disc / 2, w, frame.line_height)
    lines = (person.label,)
    return Spot(person.id, px, py, frame.disc, lines, box, "centre", name=person.label)


def _is_taken(spot: Spot, picture: Picture) -> bool:
    """Tell whether a disc would lie on another or on the middle."""
    ego, disc = picture.ego, spot.disc
    grown = Box(disc.x - _AIR, disc.y - _AIR, disc.w + 2 * _AIR, disc.h + 2 * _AIR)
    middle = Box(picture.cx - ego / 2, picture.cy - ego / 2, ego, ego)
    return grown.overlaps(middle) or any(
        grown.overlaps(other.disc) for other in picture.spots.values()
    )


def _bare_places() -> Iterator[tuple[float, float]]:
    """Yield ever more places in radii, from halfway the circle outwards, for who needs little."""
    away = 0.5
    while True:
        count = int(2 * math.pi * away / 0.05)
        for number in range(count):
            angle = 2 * math.pi * ((number * _GOLDEN) % 1.0)
            yield away * math.sin(angle), -away * math.cos(angle)
        away += 0.05
