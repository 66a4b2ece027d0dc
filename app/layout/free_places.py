"""Places in the free lens for who has none, and for who would be hidden behind another."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from app.layout.free_layout import free_layout, free_spot
from app.layout.picture import Box, Frame, Person, Picture, Spot
from app.layout.room import AROUND
from app.layout.seats import smallest_disc

_AIR: Final = 2 * AROUND
"""Pixels kept free between two people."""
_GOLDEN: Final = (math.sqrt(5) - 1) / 2
"""Turns to the next place tried: it lies in the largest gap."""
_STEP: Final = 3.0
"""Pixels between the places tried for who steps aside, or `_STEPS` of a disc where that is more."""
_STEPS: Final = 1 / 8

_ROOMIER: Final = (1.25, 1.5, 1.8, 2.2, 2.7, 3.3, 4.0, 5.0, 6.0)
"""How much larger a picture is tried in which those who stood apart still do."""


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


def growth_apart(people: Sequence[Person], frame: Frame) -> float:
    """Return the growth of a picture in which people stand apart who would overlap.

    What was drawn in small letters is as wide in large ones then, and is panned. 1 where nobody
    is in the way of another, or where a larger picture would not help.
    """
    picture = free_layout((), frame)
    side, keep = smallest_disc(frame) + _AIR, (picture.ego + frame.disc) / 2
    at = [(p.x, p.y) for p in people if p.x is not None and p.y is not None]
    near: list[float] = []
    for number, (x, y) in enumerate(at):
        away = max(abs(x), abs(y)) * picture.radius / keep
        for other_x, other_y in at[:number]:
            apart = max(abs(x - other_x), abs(y - other_y)) * picture.radius / side
            away = min(away, apart)
        near.append(away)

    def on_another(growth: float) -> int:
        return sum([away * growth < 1.0 - 1e-6 for away in near])

    least = on_another(_ROOMIER[-1])
    return next(growth for growth in (1.0, *_ROOMIER) if on_another(growth) == least)


def moved_apart(
    people: Sequence[Person], frame: Frame, growth: float = 1.0
) -> dict[str, tuple[float, float]]:
    """Return new places, in radii and by id, for who stands on somebody else or on the middle.

    They step aside no further than it takes for all discs to be seen in a picture that is `growth`
    times as large as the frame; who came first stays.
    """
    picture = free_layout((), frame, growth)
    side, radius = smallest_disc(frame) + _AIR, picture.radius
    step = max(_STEP, _STEPS * side)
    keep = (picture.ego + max(side, frame.disc)) / 2
    taken: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    """By squares as large as a disc: only the nine around a place can hold who is in the way."""
    moved: dict[str, tuple[float, float]] = {}

    def is_free(x: float, y: float) -> bool:
        if max(abs(x), abs(y)) < keep:
            return False
        column, row = int(x // side), int(y // side)
        return not any(
            max(abs(x - other_x), abs(y - other_y)) < side
            for i in (column - 1, column, column + 1)
            for j in (row - 1, row, row + 1)
            for other_x, other_y in taken.get((i, j), ())
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
            x = person.x * radius + step * steps * math.sin(angle)
            y = person.y * radius - step * steps * math.cos(angle)
            turn = (turn + 1) % (6 * steps)
        taken[int(x // side), int(y // side)].append((x, y))
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
