"""The layout of the free lens: people stand where the drawer put them, labels find room."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from app.layout.beams import beam
from app.layout.name_writer import Writer, writer_in
from app.layout.picture import Box, Frame, Person, Picture
from app.layout.rings import crowding
from app.layout.room import AROUND
from app.layout.seating import Seating
from app.layout.seats import (
    ALWAYS_LABELLED,
    DISC_STEP,
    Seat,
    largest_disc,
    smallest_disc,
)

AIR: Final = 2 * AROUND
"""Pixels kept free between two people."""
_GOLDEN: Final = (math.sqrt(5) - 1) / 2
"""Turns to the next place tried: it lies in the largest gap."""
_GROWTH_PRICE: Final = 8.0
"""How many labels a picture leaves out rather than become twice as large."""

_MARGIN: Final = 8.0
_SMALLEST_FRAME: Final = 320.0

_MOST_CROWDED: Final = 0.9
"""The part of the circle that people and labels may cover for a picture to be tried larger."""
_GROWTHS: Final = (1.12, 1.25, 1.5, 1.8)
"""How much larger than that the picture becomes, one after the other, for names."""

_DISTANCES: Final = (0.36, 0.46, 0.62, 0.74, 0.86, 0.96, 1.1, 1.3)
_CALM: Final = (0.62, 0.86, 0.46, 0.74)
"""Distances from the middle, in radii, at which people stand by preference, in turn as they come:
the room is used, and names of neighbours are not on one height."""
_MOST_STRETCHED: Final = 1.3
_ONE_RAY: Final = 0.8
"""How much it is disliked to stand on one line with somebody else."""


def free_layout(people: Sequence[Person], frame: Frame, least: float = 1.0) -> Picture:
    """Return the picture with everybody exactly where the drawer put them.

    Without rings and sectors; a place is counted in radii of the picture from its middle. People
    without `x` and `y` have no place. Where some stand close together all are smaller. Labels are
    written around the people, shortened where room is short, and left out (`lines` is empty)
    where there is none. People outside the frame make the picture larger; it is `least` times as
    large as the frame.
    """
    shown = [
        (person, person.x, person.y)
        for person in people
        if person.x is not None and person.y is not None
    ]
    writer = writer_in(frame.measure, frame.line_height)
    largest, smallest = largest_disc(frame), smallest_disc(frame)
    bearable = max(0, len(shown) - ALWAYS_LABELLED)
    room = min(max(_SMALLEST_FRAME, frame.width), max(_SMALLEST_FRAME, frame.height)) / 2
    full = crowding([person for person, _, _ in shown], writer, smallest, room)
    first = max(least, math.sqrt(full / _MOST_CROWDED))
    best: tuple[float, Picture] | None = None
    for disc, growth in (
        (largest, least),
        (smallest, least),
        *((smallest, first * g) for g in _GROWTHS),
    ):
        picture = _placed(shown, frame, disc, growth, writer)
        unlabelled = sum(not spot.lines for spot in picture.spots.values())
        price = unlabelled + _GROWTH_PRICE * (growth - 1.0)
        if best is None or price < best[0]:
            best = (price, picture)
        if unlabelled <= bearable:
            break
    assert best is not None
    return best[1]


def free_spot(
    picture: Picture,
    label: str,
    frame: Frame,
    direction: float | None = None,
    *,
    near: bool = False,
) -> tuple[float, float]:
    """Return a free place for a new person in a picture of the free lens, in radii.

    It lies near `direction` (degrees clockwise from the top; None is anywhere); where names have
    no room there it is anywhere, but never on somebody else.
    """
    found = calm_spot(picture, label, frame, direction, near=near)
    return found if found is not None else bare_spot(picture, frame, bare_places())


def calm_spot(
    picture: Picture,
    label: str,
    frame: Frame,
    direction: float | None = None,
    *,
    near: bool = False,
) -> tuple[float, float] | None:
    """Return a free place, with room for the name; None where there is none.

    It lies near `direction`, at a calm distance from the middle, the least there is for who is to
    stand `near`. It is not in line with somebody else while there is such a place.
    """
    ego = picture.ego
    taken = _taken(picture)
    w = max(frame.disc, min(frame.measure(label), 10.0 * frame.line_height)) + 12.0
    h = frame.disc + frame.line_height + 12.0
    wished = 0.0 if direction is None else direction
    patience = 360.0 if direction is None else 60.0
    calm = _DISTANCES[0] if near else _CALM[len(picture.spots) % len(_CALM)]
    outward = 6.0 if near else 2.0  # whoever is to stand near would rather turn than go out
    wide = _stretched(picture.width, picture.height)
    high = _stretched(picture.height, picture.width)
    lines = [
        beam(spot.x - picture.cx, spot.y - picture.cy, spot.diameter / 2, ego / 2, None)
        for spot in picture.spots.values()
    ]
    best: tuple[float, float, float] | None = None
    for away in sorted(_DISTANCES, key=lambda away: abs(away - calm)):
        for turn in (0, *(sign * turn for turn in range(6, 180, 6) for sign in (1, -1)), 180):
            price = outward * abs(away - calm) + abs(turn) / patience
            if best is not None and price >= best[0]:
                break
            angle = math.radians(wished + turn)
            across, down = wide * away * math.sin(angle), -high * away * math.cos(angle)
            x, y = picture.cx + across * picture.radius, picture.cy + down * picture.radius
            box = Box(x - w / 2, y - frame.disc / 2 - 6.0, w, h)
            if not (0 <= box.x <= picture.width - w and 0 <= box.y <= picture.height - h):
                continue
            if box.overlaps_any(taken):
                continue
            own = beam(x - picture.cx, y - picture.cy, frame.disc / 2, ego / 2, None)
            price += _ONE_RAY * any(map(own.passes, lines))
            if best is None or price < best[0]:
                best = (price, across, down)
    return best[1:] if best is not None else None


def bare_spot(
    picture: Picture, frame: Frame, ways: Iterator[tuple[float, float]]
) -> tuple[float, float]:
    """Return the next of `ways`, in radii, where a disc lies on nobody and not on the middle."""
    ego, side = picture.ego, frame.disc + 2 * AIR
    middle = Box(picture.cx - ego / 2, picture.cy - ego / 2, ego, ego)
    taken = [middle, *(spot.disc for spot in picture.spots.values())]

    def is_free(x: float, y: float) -> bool:
        across, down = picture.cx + x * picture.radius, picture.cy + y * picture.radius
        disc = Box(across - side / 2, down - side / 2, side, side)
        return not disc.overlaps_any(taken)

    return next((x, y) for x, y in ways if is_free(x, y))


def bare_places() -> Iterator[tuple[float, float]]:
    """Yield ever more places in radii, from halfway the circle outwards, for who needs little."""
    away = 0.5
    while True:
        count = int(2 * math.pi * away / 0.05)
        for number in range(count):
            angle = 2 * math.pi * ((number * _GOLDEN) % 1.0)
            yield away * math.sin(angle), -away * math.cos(angle)
        away += 0.05


def _taken(picture: Picture) -> list[Box]:
    """Return the boxes taken in a picture: by the middle, everybody and their labels."""
    ego = picture.ego
    taken = [Box(picture.cx - ego / 2, picture.cy - ego / 2, ego, ego)]
    for spot in picture.spots.values():
        taken.append(spot.disc)
        if spot.box is not None:
            taken.append(spot.box)
    return taken


def _stretched(side: float, other: float) -> float:
    """Return how many times wider newcomers spread along one side of the picture than the other."""
    return min(max(side / other, 1.0), _MOST_STRETCHED)


def _placed(
    people: Sequence[tuple[Person, float, float]],
    frame: Frame,
    disc: int,
    growth: float,
    writer: Writer,
) -> Picture:
    width = max(_SMALLEST_FRAME, frame.width) * growth
    height = max(_SMALLEST_FRAME, frame.height) * growth
    radius = min(width, height) / 2 - _MARGIN - frame.disc
    # Room for the disc and some lines of the label of who stands outermost.
    beside = frame.disc / 2 + 2.0 * frame.line_height + _MARGIN
    across = max([width / 2, *(abs(x) * radius + beside for _, x, _ in people)])
    down = max([height / 2, *(abs(y) * radius + beside for _, _, y in people)])
    cx, cy = 2.0 * math.ceil(across / 2), 2.0 * math.ceil(down / 2)
    places = [(cx + x * radius, cy + y * radius) for _, x, y in people]
    seating = Seating((2 * cx, 2 * cy), (cx, cy), writer, ego=frame.ego)
    disc = _fitting(places, disc, smallest_disc(frame))
    for (person, _, _), (x, y) in zip(people, places, strict=True):
        # The search counts in whole even pixels: a disc a step larger covers the true one.
        seat = Seat(person.id, person.label, disc + DISC_STEP)
        seating.put(seat, 2 * round(x / 2), 2 * round(y / 2))
    seating.write(movable=False, patience=len(people))
    spots = seating.spots()
    for (person, _, _), (x, y) in zip(people, places, strict=True):
        spots[person.id] = spots[person.id]._replace(x=x, y=y, diameter=disc)
    return Picture(2 * cx, 2 * cy, cx, cy, radius, frame.ego, spots=spots)


def _fitting(places: Sequence[tuple[float, float]], largest: int, smallest: int) -> int:
    """Return the diameter of all, at which nobody overlaps: size means nothing here."""
    nearest = float(largest) + 2 * AROUND
    row = sorted(places)
    for i, (x, y) in enumerate(row):
        for other_x, other_y in row[i + 1 :]:
            if other_x - x >= nearest:
                break
            nearest = min(nearest, max(other_x - x, abs(other_y - y)))
    return max(smallest, DISC_STEP * int((nearest - 2 * AROUND) / DISC_STEP))
