"""The layout of the map in rings: a place for everybody and every label, nothing overlaps."""

import math
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from app.layout.free import free_layout, free_spot
from app.layout.names import writer_in
from app.layout.picture import Box, Frame, Person, Picture, Ring, Sector, Spot, words_of
from app.layout.rims import RIM, rim_sectors
from app.layout.rings import (
    crowding,
    natural_places,
    ring_edges,
    row_range,
    sector_bounds,
    sector_weights,
)
from app.layout.seating import Seating
from app.layout.seats import (
    ALWAYS_LABELLED,
    DISC_STEP,
    Cell,
    Seat,
    largest_disc,
    smallest_disc,
)

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

_MOST_CROWDED: Final = 0.63
"""The part of the circle that people and labels can cover before it is no use to try."""

_BEARABLE: Final = 0.06
"""The part of the people who may find no room for their label at first, before it is better that
all are smaller; `_BEARABLE_AT_LAST` likewise before the picture is larger."""
_BEARABLE_AT_LAST: Final = 0.2

_BEARABLE_TAILS: Final = 0.12
"""The part of those with a tail for whose end there may be no room at first: it is soon found."""

_GROWS_FIRST: Final = 1.15
"""How much larger the picture becomes before the sectors of somebody at work turn."""

_LIKE: Final = 34.0
"""The usual diameter: discs twice as large become smaller in steps twice as large."""

_MOST_TO_TURN_FOR: Final = 30
"""Up to this many people the names of the rings give way to somebody who is put on them."""

_STAYS: Final = 8.0
"""How much more somebody stays who has not been moved than somebody new stands as wished."""

_CALM: Final = 0.42
"""The part of the circle covered up to which people keep off each other's lines."""

_LOOSE: Final = 0.1
"""How much nearer or further a tail may end than contact says, as a part of all the way."""
_FROM_ME: Final = 12.0
"""Pixels from the middle to the nearest end of a tail."""

_MARGIN: Final = 8.0
_SMALLEST_FRAME: Final = 320.0


class _Circle(NamedTuple):
    """A picture still empty: its size, and the circle in it."""

    width: float
    height: float
    cx: float
    cy: float
    radius: float


def ring_layout(
    people: Sequence[Person],
    frame: Frame,
    ring_labels: Sequence[str],
    rim_labels: Sequence[str] = (),
    before: Picture | None = None,
) -> Picture:
    """Return the picture with everybody in their ring and sector.

    `before` is the picture somebody is at work in: its sectors stay where they are, its rings if
    it has any, and so does whoever has a spot in it, as long as all find room that way.

    `ring_labels` name the rings from the inside out, `rim_labels` the sectors clockwise, the
    first on top; without `rim_labels` there is one full circle. People without a `band` have no
    place. Up to 60 people nothing overlaps and everybody has a label, shortened to no fewer than
    12 characters; with more, labels are left out (`lines` is empty) before people overlap.

    The same input gives the same picture. Where people and labels fit in no other way the
    picture is larger than the frame.
    """
    rings = ring_labels or ("",)
    shown = [
        person._replace(
            band=min(max(person.band, 0), len(rings) - 1),
            sector=min(max(person.sector, 0), len(rim_labels) - 1) if rim_labels else 0,
        )
        for person in people
        if person.band is not None
    ]
    if before is not None and len(before.sectors) == len(rim_labels):
        kept = _kept(shown, frame, rings, rim_labels, before)
        if kept is not None:
            return kept
    bounds = (
        sector_bounds(sector_weights(shown, len(rings), len(rim_labels)))
        if rim_labels
        else [(-180.0, 180.0)]
    )
    picture = _anew(shown, frame, rings, rim_labels, bounds, math.inf)
    assert picture is not None
    return picture


def _anew(
    shown: Sequence[Person],
    frame: Frame,
    rings: Sequence[str],
    rim_labels: Sequence[str],
    bounds: Sequence[tuple[float, float]],
    largest: float,
) -> Picture | None:
    """Return the picture in these sectors; None where it would grow more than `largest`."""
    writer = writer_in(frame.measure, frame.line_height)
    most = _MOST_CROWDED if len(shown) <= ALWAYS_LABELLED else math.inf
    disc, smallest, growth = largest_disc(frame), smallest_disc(frame), 1.0
    while growth <= largest:
        circle = _circle(frame, growth, rim=bool(rim_labels))
        left = 1
        covered = crowding(shown, writer, disc, circle.radius)
        if covered <= most:
            seating = Seating(
                circle.width, circle.height, circle.cx, circle.cy, writer, calm=covered <= _CALM
            )
            picture, left = _seated(shown, frame, circle, disc, rings, rim_labels, bounds, seating)
            if picture is not None:
                return picture
        # First smaller people, then a larger picture: the more so the more did not fit.
        if disc > smallest:
            disc = max(smallest, disc - DISC_STEP * max(1, round(frame.disc / _LIKE)))
        else:
            growth *= max(min(1.06, 1.03 + 0.01 * left), math.sqrt(covered / most))
    return None


def _kept(
    shown: Sequence[Person],
    frame: Frame,
    rings: Sequence[str],
    rim_labels: Sequence[str],
    before: Picture,
) -> Picture | None:
    """Return the picture on the ground of the one before; None where there is no room on it.

    First everybody stays who can, then all are placed anew in the same sectors.
    """
    bounds = [(sector.start, sector.end) for sector in before.sectors] or [(-180.0, 180.0)]
    if len(before.rings) == len(rings):
        # The names of the rings may be in the way; then they stand in another direction.
        grounds = [before]
        if len(shown) <= _MOST_TO_TURN_FOR:
            grounds += _elsewhere(shown, frame, before, bounds)
        for ground in grounds:
            for way in ("as dropped", "nobody moves", "names first"):
                picture = _on_the_same_ground(shown, frame, ground, bounds, way)
                if picture is not None:
                    return picture
    grown = before.width / max(_SMALLEST_FRAME, frame.width) if before.rings else 1.0
    return _anew(shown, frame, rings, rim_labels, bounds, _GROWS_FIRST * max(grown, 1.0))


def _on_the_same_ground(
    people: Sequence[Person],
    frame: Frame,
    before: Picture,
    bounds: Sequence[tuple[float, float]],
    way: str,
) -> Picture | None:
    """Return the picture before with these people in it, or None where somebody finds no room.

    `as dropped` puts who comes as near to their place as is free, and then writes the names;
    `nobody moves` leaves all names too, and looks for a place where one more fits;
    with `names first` those who stand there step aside for names.
    """
    disc = int(max((spot.diameter for spot in before.spots.values()), default=0))
    disc = disc or largest_disc(frame)
    writer = writer_in(frame.measure, frame.line_height)
    seating = Seating(before.width, before.height, before.cx, before.cy, writer)
    edges = [ring.outer for ring in before.rings]
    seating.block_ego(frame.ego)
    for box in words_of(before.rings, before.sectors):
        seating.block(Box(box.x - 2.0, box.y, box.w + 4.0, box.h))
    coming = []
    for person, seat in zip(people, _seats(people, edges, bounds, frame.ego, disc), strict=True):
        spot = before.spots.get(person.id)
        if spot is None:
            coming.append(seat)
            continue
        seat.angle = math.radians(before.angle_at(spot.x, spot.y))
        seat.angle = _turned_near(seat.angle, seat.cell.start, seat.cell.end)
        seat.away = math.hypot(spot.x - before.cx, spot.y - before.cy)
        seat.firm = _STAYS
        seating.put(seat, round(spot.x), round(spot.y))
        if way == "nobody moves":
            seating.keep_label(seat, spot)
            if seat.label is None:
                coming.append(seat)
    many = len(people) > ALWAYS_LABELLED
    patience = 0 if many else len(people)
    if way == "nobody moves":
        left = sum(not seating.bring(seat) for seat in coming)
        fits = all(seat.stands for seat in coming)
    else:
        fits = all(seating.seat(seat) for seat in coming)
        left = seating.write(movable=way == "names first" and not many, patience=patience)
    if not fits or (left and not many):
        return None
    return before._replace(spots=seating.spots())


def _turned_near(angle: float, low: float, high: float) -> float:
    """Return a direction as the number of turns that lies between two others, or near them."""
    whole = 2 * math.pi
    return angle + whole * round(((low + high) / 2 - angle) / whole)


def _circle(frame: Frame, growth: float, *, rim: bool) -> _Circle:
    width = max(_SMALLEST_FRAME, frame.width) * growth
    height = max(_SMALLEST_FRAME, frame.height) * growth
    around = frame.small_line_height + RIM if rim else 0.0
    radius = min(height, width) / 2 - _MARGIN - around
    # Whole even pixels: the search for room counts in them.
    return _Circle(width, height, 2.0 * round(width / 4), 2.0 * round(height / 4), radius)


def _seated(
    people: Sequence[Person],
    frame: Frame,
    circle: _Circle,
    disc: int,
    ring_labels: Sequence[str],
    rim_labels: Sequence[str],
    bounds: Sequence[tuple[float, float]],
    seating: Seating,
) -> tuple[Picture | None, int]:
    """Return the picture with people of this size in this circle.

    None if they do not fit, with about how many do not.
    """
    covered = crowding(people, seating.writer, disc, circle.radius)
    edges = ring_edges(
        people,
        len(ring_labels),
        bounds,
        circle.radius,
        frame.ego,
        disc,
        covered,
        frame.small_line_height,
    )
    if edges is None:
        return None, 2
    rings = _rings(ring_labels, edges, _spoke(people, bounds), frame, circle)
    sectors = rim_sectors(
        rim_labels,
        bounds if rim_labels else (),
        frame.small_measure,
        frame.small_line_height,
        (circle.cx, circle.cy, circle.radius),
    )
    seating.block_ego(frame.ego)
    for box in words_of(rings, sectors):
        seating.block(Box(box.x - 2.0, box.y, box.w + 4.0, box.h))
    seats = _seats(people, edges, bounds, frame.ego, disc)
    left = _take_seats(people, seats, seating, smallest=disc == smallest_disc(frame))
    if left:
        return None, left
    picture = Picture(
        circle.width,
        circle.height,
        circle.cx,
        circle.cy,
        circle.radius,
        frame.ego,
        rings,
        sectors,
        seating.spots(),
    )
    return picture, 0


def _take_seats(
    people: Sequence[Person], seats: Sequence[Seat], seating: Seating, *, smallest: bool
) -> int:
    """Seat everybody, who chose a direction first, and write the labels; return who is left."""
    order = sorted(
        range(len(seats)), key=lambda i: (people[i].angle is None, people[i].band or 0, i)
    )
    if len(seats) > ALWAYS_LABELLED:
        if not all(seating.seat(seats[i]) for i in order):
            return 3
        seating.write(movable=False, patience=0)
        return 0
    for i in order:
        seating.seat(seats[i])
    bearable = 2 + (_BEARABLE_AT_LAST if smallest else _BEARABLE) * len(seats)
    bearable += _BEARABLE_TAILS * sum(seat.contact is not None for seat in seats)
    return seating.write(movable=True, patience=len(seats), bearable=bearable)


def _spoke(people: Sequence[Person], bounds: Sequence[tuple[float, float]]) -> list[float]:
    """Return the directions in which the names of the rings may stand, the emptiest first.

    They stand on the border between two sectors, where nobody does; straight up is the last.
    """
    if len(bounds) < 2:
        return [180.0, 0.0]
    crowds = [0.0] * len(bounds)
    for person in people:
        start, end = bounds[person.sector]
        crowds[person.sector] += 1 / (end - start)
    borders = [
        (crowds[i] + crowds[(i + 1) % len(bounds)], bounds[i][1] % 360.0)
        for i in range(len(bounds))
    ]
    return [angle for _, angle in sorted(borders)] + [0.0]


def _rings(
    labels: Sequence[str],
    edges: Sequence[float],
    spokes: Sequence[float],
    frame: Frame,
    circle: _Circle,
) -> tuple[Ring, ...]:
    """Return the rings with their names in one direction, each in its own band."""
    bands = list(zip([0.0, *edges], edges, strict=False))
    rings: list[Ring] = []
    for spoke in spokes:
        across, down = math.sin(math.radians(spoke)), -math.cos(math.radians(spoke))
        rings, further = [], math.inf
        for label, (inner, outer) in reversed(list(zip(labels, bands, strict=False))):
            box = None
            if label:
                w, h = frame.small_measure(label), frame.small_line_height
                # In the middle of the band; the first has somebody in its middle. Straight up,
                # just inside the edge, or below the one above: there they fit whatever happens.
                away = (inner + outer) / 2 if inner and spoke else outer - h / 2 - 1.0
                away = min(away, _reach(w, h, across, down, circle.radius - 1.0))
                away = away if spoke else min(away, further - h)
                further = away
                x, y = circle.cx + away * across, circle.cy + away * down
                box = Box(x - w / 2, y - h / 2, w, h)
            rings.insert(0, Ring(inner, outer, label, box))
        if _are_apart([ring.box for ring in rings if ring.box is not None], frame.ego, circle):
            break
    return tuple(rings)


def _elsewhere(
    people: Sequence[Person],
    frame: Frame,
    before: Picture,
    bounds: Sequence[tuple[float, float]],
) -> Iterator[Picture]:
    """Yield the same ground with the names of the rings where nobody stands or comes now.

    At last without the name of the ring in which somebody comes, until all are placed anew.
    """
    circle = _Circle(before.width, before.height, before.cx, before.cy, before.radius)
    edges = [ring.outer for ring in before.rings]
    labels = [ring.label for ring in before.rings]
    coming = {person.sector for person in people if person.id not in before.spots}
    taken = {bound % 360.0 for sector in coming for bound in bounds[sector]}
    for spoke in _spoke(people, bounds):
        rings = _rings(labels, edges, [spoke], frame, circle)
        boxes = words_of(rings, ())
        stood_on = any(s.disc.overlaps(box) for s in before.spots.values() for box in boxes)
        if spoke not in taken and not stood_on and _are_apart(boxes, before.ego, circle):
            yield before._replace(rings=rings)
            break
    bands = {person.band for person in people if person.id not in before.spots}
    rings = tuple(
        ring._replace(box=None) if band in bands else ring for band, ring in enumerate(before.rings)
    )
    yield before._replace(rings=rings)


def _reach(w: float, h: float, across: float, down: float, radius: float) -> float:
    """Return how far from the middle a box can be in a direction with its corners in a circle."""
    half_w, half_h = w / 2, h / 2
    # The corner furthest out: (away * a + w/2)² + (away * d + h/2)² = radius².
    b = abs(across) * half_w + abs(down) * half_h
    c = half_w**2 + half_h**2 - radius**2
    return math.sqrt(max(b * b - c, 0.0)) - b


def _are_apart(boxes: Sequence[Box], ego: float, circle: _Circle) -> bool:
    """Tell whether the names of rings stand free of each other and of the middle."""
    middle = Box(circle.cx - ego / 2, circle.cy - ego / 2, ego, ego)
    return not any(one.overlaps(other) for one, other in combinations([middle, *boxes], 2))


def _seats(
    people: Sequence[Person],
    edges: Sequence[float],
    bounds: Sequence[tuple[float, float]],
    ego: float,
    disc: int,
) -> list[Seat]:
    """Return a seat for everybody at their natural place, or where the drawer turned them to."""
    seats: list[Seat] = []
    places = natural_places(people, edges, bounds, ego, disc)
    near = max(edges[0] / 2, ego / 2 + _FROM_ME)
    far = (edges[-1] + edges[-2]) / 2 if len(edges) > 1 else edges[-1]
    for person, place in zip(people, places, strict=True):
        inner, outer = row_range(edges, person.band or 0, ego, disc)
        start, end = (math.radians(bound) for bound in bounds[person.sector])
        edge = min(3.0 / max(1.0, inner), (end - start) / 4)
        cell = Cell(inner, outer, start + edge, end - edge)
        seats.append(
            Seat(
                person.id,
                person.label,
                disc,
                angle=min(max(place.angle, cell.start), cell.end),
                away=place.away,
                cell=cell,
                firm=place.chosen,
                contact=None if person.contact is None else near + person.contact * (far - near),
                loose=_LOOSE * (far - near),
            )
        )
    return seats
