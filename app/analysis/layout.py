"""The layout of the map: a place for everybody and every label, so that nothing overlaps."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.analysis.picture import Box, Frame, Person, Picture, Ring, Sector, Spot
from app.analysis.rims import rim_labels as placed_rim_labels
from app.analysis.rings import natural_places, plain_edges, ring_edges, sector_bounds
from app.analysis.seats import AROUND, Cell, Seat, Seating
from app.analysis.wording import Writer

__all__ = [
    "Box",
    "Frame",
    "Person",
    "Picture",
    "Ring",
    "Sector",
    "Spot",
    "free_layout",
    "free_spot",
    "ring_layout",
]

ALWAYS_LABELLED: Final = 60
"""Up to this many people everybody has a label; with more, labels give way to people."""

_SMALLEST_DISC: Final = 20
_DISC_STEP: Final = 4
"""Discs keep whole even pixels on both sides of their middle."""

_GROWTH_PRICE: Final = 8.0
"""How many labels a free picture leaves out rather than become twice as large."""

_MOST_CROWDED: Final = 0.65
"""The part of the circle that people and labels can cover before it is no use to try."""

_MARGIN: Final = 8.0


@dataclass(frozen=True, slots=True)
class _Attempt:
    """How small people get and how much larger than the frame the picture is."""

    disc: int
    growth: float


def ring_layout(
    people: Sequence[Person],
    frame: Frame,
    ring_labels: Sequence[str],
    rim_labels: Sequence[str] = (),
) -> Picture:
    """Return the picture with everybody in their ring and sector.

    `ring_labels` name the rings from the inside out, `rim_labels` the sectors clockwise, the
    first on top; without `rim_labels` there is one full circle. People without a `band` have no
    place. Up to 60 people nothing overlaps and everybody has a label, shortened to no fewer than
    12 characters; with more, labels are left out (`lines` is empty) before people overlap.

    The same input gives the same picture. Where people and labels fit in no other way the
    picture is larger than the frame.
    """
    shown = [
        replace(
            person,
            band=min(max(person.band, 0), max(0, len(ring_labels) - 1)),
            sector=min(max(person.sector, 0), len(rim_labels) - 1) if rim_labels else 0,
        )
        for person in people
        if person.band is not None
    ]
    writer = Writer(frame.measure, frame.line_height, 8.0 * frame.line_height)
    rim_writer = Writer(frame.small_measure, frame.small_line_height, 1e9)
    for attempt in _attempts(frame):
        picture = _rings(shown, frame, ring_labels or ("",), rim_labels, attempt, writer, rim_writer)
        if picture is not None:
            return picture
    raise AssertionError("a picture can always grow until everybody fits")


def _attempts(frame: Frame) -> Iterator[_Attempt]:
    """Yield what to try: first smaller people, then a larger picture."""
    disc = _largest_disc(frame)
    while disc > _SMALLEST_DISC:
        yield _Attempt(disc, 1.0)
        disc -= _DISC_STEP
    growth = 1.0
    while True:
        yield _Attempt(_SMALLEST_DISC, growth)
        growth *= 1.06


def _largest_disc(frame: Frame) -> int:
    return max(_SMALLEST_DISC, _DISC_STEP * int(frame.disc / _DISC_STEP))


def _rings(
    people: Sequence[Person],
    frame: Frame,
    ring_labels: Sequence[str],
    rim_labels: Sequence[str],
    attempt: _Attempt,
    writer: Writer,
    rim_writer: Writer,
) -> Picture | None:
    width, height = frame.width * attempt.growth, frame.height * attempt.growth
    disc = attempt.disc
    cx, cy = float(2 * round(width / 4)), float(2 * round(height / 4))
    above = frame.small_line_height + 6.0 if rim_labels else 0.0
    radius = max(
        40.0, min(height / 2 - _MARGIN - above, width / 2 - max(_MARGIN, 0.04 * width))
    )
    bounds = (
        sector_bounds(_weights(people, len(ring_labels), len(rim_labels)))
        if rim_labels
        else [(-180.0, 180.0)]
    )
    crowding = sum(writer.area(p.label) + (disc + 8.0) ** 2 for p in people) / (math.pi * radius**2)
    if crowding > _MOST_CROWDED and len(people) <= ALWAYS_LABELLED:
        return None
    edges = ring_edges(
        people,
        len(ring_labels),
        bounds,
        radius,
        frame.ego,
        disc,
        crowding,
        frame.small_line_height,
    )
    if edges is None:
        return None
    rings = _ring_labels(ring_labels, edges, frame, cx, cy)
    on_rings = [ring.box for ring in rings if ring.box is not None]
    sectors = (
        placed_rim_labels(rim_labels, bounds, rim_writer, width, height, cx, cy, radius, on_rings)
        if rim_labels
        else ()
    )

    seating = Seating(width, height, cx, cy, writer)
    size = frame.ego + 2 * AROUND
    seating.block(Box(cx - size / 2, cy - size / 2, size, size))
    for thing in (*sectors, *rings):
        if thing.box is not None:
            seating.block(Box(thing.box.x - 2.0, thing.box.y, thing.box.w + 4.0, thing.box.h))
    seats = _seats(people, edges, bounds, frame.ego, disc)
    order = sorted(range(len(seats)), key=lambda i: (people[i].angle is None, people[i].band, i))
    if len(seats) > ALWAYS_LABELLED:
        if not all(seating.seat(seats[i]) for i in order):
            return None
        seating.write(movable=False, patience=0)
    else:
        for i in order:
            seating.seat(seats[i])
        if not seating.write(movable=True, patience=len(seats)):
            return None
    return Picture(
        width, height, cx, cy, radius, frame.ego, rings, sectors, seating.spots()
    )


def _weights(people: Sequence[Person], rings: int, sectors: int) -> list[float]:
    """Return how much room each sector asks: people near the middle need a wider angle."""
    weights = [0.0] * sectors
    edges = plain_edges(rings)
    inner = [0.0, *edges]
    for person in people:
        band = person.band or 0
        weights[person.sector] += 0.6 + min(1.4, 0.52 / (inner[band] + edges[band]))
    return weights


def _ring_labels(
    labels: Sequence[str], edges: Sequence[float], frame: Frame, cx: float, cy: float
) -> tuple[Ring, ...]:
    """Return the rings, each with its label just inside its edge, straight above the middle."""
    rings: list[Ring] = []
    for label, inner, outer in zip(labels, [0.0, *edges], edges, strict=False):
        box = None
        if label:
            w = frame.small_measure(label)
            box = Box(cx - w / 2, cy - outer + 1.0, w, frame.small_line_height)
        rings.append(Ring(inner, outer, label, box))
    return tuple(rings)


def _seats(
    people: Sequence[Person],
    edges: Sequence[float],
    bounds: Sequence[tuple[float, float]],
    ego: float,
    disc: int,
) -> list[Seat]:
    seats: list[Seat] = []
    places = natural_places(people, edges, bounds, ego, disc)
    for person, place in zip(people, places, strict=True):
        band = person.band or 0
        inner = (edges[band - 1] if band else ego / 2 + 2.0) + disc / 2 + 2.0
        outer = edges[band] - disc / 2 - 2.0
        if inner > outer:
            inner = outer = (inner + outer) / 2
        start, end = (math.radians(bound) for bound in bounds[person.sector])
        edge = min(3.0 / max(1.0, inner), (end - start) / 4)
        angle, away = place.angle, place.away
        if person.angle is not None:
            turn = (math.radians(person.angle) - start) % (2 * math.pi)
            if turn <= end - start:
                angle = min(max(start + turn, start + edge), end - edge)
                away = min(max((inner + outer) / 2, inner), outer)
        cell = Cell(inner, outer, start + edge, end - edge)
        firm = person.angle is not None
        seats.append(
            Seat(person.id, person.label, disc, angle=angle, away=away, cell=cell, firm=firm)
        )
    return seats


def free_layout(people: Sequence[Person], frame: Frame) -> Picture:
    """Return the picture with everybody exactly where the drawer put them.

    Without rings and sectors; a place is counted in radii of the picture from its middle. People
    without `x` and `y` have no place. Labels are written around the people, shortened where room
    is short, and left out where there is none.
    """
    shown = [
        (person, person.x, person.y)
        for person in people
        if person.x is not None and person.y is not None
    ]
    writer = Writer(frame.measure, frame.line_height, 8.0 * frame.line_height)
    best: tuple[float, Picture] | None = None
    largest = _largest_disc(frame)
    between = _DISC_STEP * ((largest + _SMALLEST_DISC) // (2 * _DISC_STEP))
    for disc, growth in (
        (largest, 1.0),
        (between, 1.0),
        (_SMALLEST_DISC, 1.0),
        (_SMALLEST_DISC, 1.12),
        (_SMALLEST_DISC, 1.25),
    ):
        picture = _free(shown, frame, _Attempt(disc, growth), writer)
        unlabelled = sum(not spot.lines for spot in picture.spots.values())
        price = unlabelled + _GROWTH_PRICE * (growth - 1.0)
        if best is None or price < best[0]:
            best = (price, picture)
        if not unlabelled or len(shown) > ALWAYS_LABELLED:
            break
    assert best is not None
    return best[1]


def _free(
    people: Sequence[tuple[Person, float, float]],
    frame: Frame,
    attempt: _Attempt,
    writer: Writer,
) -> Picture:
    width, height = frame.width * attempt.growth, frame.height * attempt.growth
    radius = max(40.0, min(width, height) / 2 - _MARGIN - frame.disc)
    # Half a label's room beside the outermost people.
    beside = frame.disc / 2 + 2.0 * frame.line_height + _MARGIN
    across = max([width / 2, *(abs(x) * radius + beside for _, x, _ in people)])
    down = max([height / 2, *(abs(y) * radius + beside for _, _, y in people)])
    cx, cy = 2.0 * math.ceil(across / 2), 2.0 * math.ceil(down / 2)
    places = [(cx + x * radius, cy + y * radius) for _, x, y in people]
    seating = Seating(2 * cx, 2 * cy, cx, cy, writer)
    size = frame.ego + 2 * AROUND
    seating.block(Box(cx - size / 2, cy - size / 2, size, size))
    discs = _free_discs(places, attempt.disc)
    for (person, _, _), (x, y), disc in zip(people, places, discs, strict=True):
        seating.put(Seat(person.id, person.label, disc), 2 * round(x / 2), 2 * round(y / 2))
    seating.write(movable=False, patience=2 * len(people))
    spots = seating.spots()
    for (person, _, _), (x, y) in zip(people, places, strict=True):
        spots[person.id] = replace(spots[person.id], x=x, y=y)
    return Picture(2 * cx, 2 * cy, cx, cy, radius, frame.ego, spots=spots)


def _free_discs(places: Sequence[tuple[float, float]], disc: int) -> list[int]:
    """Return the diameter of everybody: who stands close to another is smaller."""
    discs: list[int] = []
    for i, (x, y) in enumerate(places):
        nearest = min(
            (
                max(abs(x - other_x), abs(y - other_y))
                for j, (other_x, other_y) in enumerate(places)
                if j != i
            ),
            default=float(disc),
        )
        fitting = _DISC_STEP * int(min(nearest - 1.0, disc) / _DISC_STEP)
        discs.append(disc if nearest >= disc else max(_SMALLEST_DISC, fitting))
    return discs


def free_spot(
    picture: Picture, label: str, frame: Frame, direction: float | None = None
) -> tuple[float, float]:
    """Return a free place for a new person in a picture of the free lens, in radii.

    It lies near `direction` (degrees clockwise from the top; None is anywhere), at a calm
    distance from the middle, and overlaps nobody and no label.
    """
    taken = [Box(picture.cx - picture.ego / 2, picture.cy - picture.ego / 2, picture.ego, picture.ego)]
    for spot in picture.spots.values():
        taken.append(spot.disc)
        if spot.box is not None:
            taken.append(spot.box)
    directions = [picture.angle_at(spot.x, spot.y) for spot in picture.spots.values()]
    w = max(frame.disc, min(frame.measure(label), 10.0 * frame.line_height)) + 12.0
    h = frame.disc + frame.line_height + 12.0
    wished = 0.0 if direction is None else direction
    best: tuple[float, float, float] | None = None
    for away in (0.62, 0.78, 0.46, 0.92, 0.36):
        for turn in range(0, 181, 6):
            for sign in (1, -1) if 0 < turn < 180 else (1,):
                angle = math.radians(wished + sign * turn)
                price = abs(away - 0.62) * 2.0 + turn / (360.0 if direction is None else 60.0)
                if any(
                    abs((wished + sign * turn - other + 180.0) % 360.0 - 180.0) < 5.0
                    for other in directions
                ):
                    price += 0.3
                if best is not None and price >= best[0]:
                    continue
                x = picture.cx + away * picture.radius * math.sin(angle)
                y = picture.cy - away * picture.radius * math.cos(angle)
                box = Box(x - w / 2, y - frame.disc / 2 - 6.0, w, h)
                inside = (
                    box.x >= 0
                    and box.y >= 0
                    and box.x + w <= picture.width
                    and box.y + h <= picture.height
                )
                if inside and not any(box.overlaps(other) for other in taken):
                    best = (price, away * math.sin(angle), -away * math.cos(angle))
    if best is not None:
        return best[1], best[2]
    turn = math.radians(wished + 137.5 * len(picture.spots))
    return 0.7 * math.sin(turn), -0.7 * math.cos(turn)
