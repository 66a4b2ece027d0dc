"""Places in the free lens for who has none, and for who would be hidden behind another."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from app.layout.free_layout import AIR, bare_places, bare_spot, calm_spot, free_layout
from app.layout.picture import Box, Frame, Person, Picture, Spot
from app.layout.seats import smallest_disc

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
    too_wide, ways = math.inf, bare_places()
    for person, direction in newcomers:
        found = None
        if frame.measure(person.label) < too_wide:
            found = calm_spot(picture, person.label, frame, direction, near=person.near)
        if found is None:
            too_wide = min(too_wide, frame.measure(person.label))
            found = bare_spot(picture, frame, ways)
        places[person.id] = found
        spots[person.id] = _spot(person, *found, picture, frame)
    return places


def growth_apart(people: Sequence[Person], frame: Frame, most: float = _ROOMIER[-1]) -> float:
    """Return how much larger a picture lets those stand apart who would lie on each other in it.

    What was drawn in small letters is as wide in large ones then, and is panned. 1 where nobody
    is in the way of another, or where a picture up to `most` times as large would not help: who
    was put on somebody else steps aside, and the rest stays as it is.
    """
    picture = free_layout((), frame)
    side, keep = smallest_disc(frame) + AIR, (picture.ego + frame.disc) / 2
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

    tried = (1.0, *[growth for growth in _ROOMIER if growth <= most])
    least = on_another(tried[-1])
    return next(growth for growth in tried if on_another(growth) == least)


def moved_apart(
    people: Sequence[Person], frame: Frame, growth: float = 1.0
) -> dict[str, tuple[float, float]]:
    """Return new places, in radii and by id, for who stands on somebody else or on the middle.

    They step aside no further than it takes for all discs to be seen in a picture that is `growth`
    times as large as the frame; who came first stays.
    """
    picture = free_layout((), frame, growth)
    side, radius = smallest_disc(frame) + AIR, picture.radius
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
