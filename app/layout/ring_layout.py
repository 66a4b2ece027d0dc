"""The layout of the map in rings: a place for everybody and every label, nothing overlaps."""

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from app.layout.clear_names import clear_names
from app.layout.free_layout import free_layout, free_spot
from app.layout.ground import Ground
from app.layout.incremental import kept
from app.layout.name_writer import writer_in
from app.layout.names_apart import names_apart
from app.layout.names_of_rings import Circle, named_rings, spokes
from app.layout.names_of_sectors import RIM, rim_sectors
from app.layout.picture import Box, Frame, Person, Picture, Ring, Sector, Spot, words_of
from app.layout.rings import crowding, ring_edges, sector_bounds, sector_weights
from app.layout.seating import Seating
from app.layout.seats import ALWAYS_LABELLED, DISC_STEP, Seat, largest_disc, smallest_disc

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

_SEEN_WHOLE: Final = 1.8
"""Up to how much larger than its frame a picture may be seen whole: a little less growth counts."""
_TIGHTENED: Final = 2
"""How often a growth between the last two is tried."""

_LIKE: Final = 34.0
"""The usual diameter: discs twice as large become smaller in steps twice as large."""

_CALM: Final = 0.42
"""The part of the circle covered up to which people keep off each other's lines."""

_MARGIN: Final = 8.0
_SMALLEST_FRAME: Final = 320.0


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
    wanted = _Wanted(shown, frame, rings, rim_labels)
    if before is not None and len(before.sectors) == len(rim_labels):
        picture = _on_ground_of(before, wanted)
        if picture is not None:
            return picture
    bounds = [(-180.0, 180.0)]
    if rim_labels:
        bounds = sector_bounds(sector_weights(shown, len(rings), len(rim_labels)))
    picture = _anew(wanted, bounds, math.inf)
    assert picture is not None
    return picture


class _Wanted(NamedTuple):
    """What a picture is asked for."""

    people: Sequence[Person]
    frame: Frame
    rings: Sequence[str]
    rims: Sequence[str]


def _on_ground_of(before: Picture, wanted: _Wanted) -> Picture | None:
    """Return the picture on the ground of the one before; None where there is no room on it.

    First everybody stays who can, then all are placed anew in the same sectors.
    """
    grown = 1.0
    if len(before.rings) == len(wanted.rings):
        picture = kept(wanted.people, wanted.frame, before)
        if picture is not None:
            return picture
        grown = max(1.0, before.width / max(_SMALLEST_FRAME, wanted.frame.width))
    bounds = [(sector.start, sector.end) for sector in before.sectors] or [(-180.0, 180.0)]
    return _anew(wanted, bounds, _GROWS_FIRST * grown)


def _anew(wanted: _Wanted, bounds: Sequence[tuple[float, float]], largest: float) -> Picture | None:
    """Return the picture in these sectors; None where it would grow more than `largest`."""
    people, frame = wanted.people, wanted.frame
    writer = writer_in(frame.measure, frame.line_height)
    most = _MOST_CROWDED if len(people) <= ALWAYS_LABELLED else math.inf
    disc, smallest, growth, before = largest_disc(frame), smallest_disc(frame), 1.0, 1.0
    while growth <= largest:
        circle = _circle(frame, growth, rim=bool(wanted.rims))
        left, covered = 1, crowding(people, writer, disc, circle.radius)
        if covered <= most:
            found = _seated(wanted, bounds, circle, disc, covered)
            if isinstance(found, Picture):
                tighter = _tighter(found, wanted, bounds, disc, before, growth)
                return names_apart(clear_names(tighter, writer))
            left = found
        # First smaller people, then a larger picture: the more so the more did not fit.
        if disc > smallest:
            disc = max(smallest, disc - DISC_STEP * max(1, round(frame.disc / _LIKE)))
        else:
            before = growth
            growth *= max(min(1.06, 1.03 + 0.01 * left), math.sqrt(covered / most))
    return None


def _tighter(
    found: Picture,
    wanted: _Wanted,
    bounds: Sequence[tuple[float, float]],
    disc: int,
    least: float,
    most: float,
) -> Picture:
    """Return the picture as large as it was found, or less: what is smaller is seen larger.

    It was not found `least` times as large as the frame, and `most` times it was.
    """
    people, frame = wanted.people, wanted.frame
    writer = writer_in(frame.measure, frame.line_height)
    for _ in range(_TIGHTENED if least < most <= _SEEN_WHOLE else 0):
        growth = (least + most) / 2
        circle = _circle(frame, growth, rim=bool(wanted.rims))
        covered = crowding(people, writer, disc, circle.radius)
        smaller = _seated(wanted, bounds, circle, disc, covered)
        if isinstance(smaller, Picture):
            found, most = smaller, growth
        else:
            least = growth
    return found


def _circle(frame: Frame, growth: float, *, rim: bool) -> Circle:
    width = max(_SMALLEST_FRAME, frame.width) * growth
    height = max(_SMALLEST_FRAME, frame.height) * growth
    around = frame.small_line_height + RIM if rim else 0.0
    radius = min(height, width) / 2 - _MARGIN - around
    # Whole even pixels: the search for room counts in them.
    return Circle(width, height, 2.0 * round(width / 4), 2.0 * round(height / 4), radius)


def _seated(
    wanted: _Wanted,
    bounds: Sequence[tuple[float, float]],
    circle: Circle,
    disc: int,
    covered: float,
) -> Picture | int:
    """Return the picture with people of this size in this circle, or about how many do not fit.

    `covered` is the part of the circle that people and labels take.
    """
    people, frame, rings, rims = wanted
    edges = ring_edges(
        people,
        len(rings),
        bounds,
        circle.radius,
        frame.ego,
        disc,
        covered,
        frame.small_line_height,
    )
    if edges is None:
        return 2
    named = named_rings(rings, edges, spokes(people, bounds), frame, circle)
    sectors = rim_sectors(
        rims,
        bounds if rims else (),
        frame.small_measure,
        frame.small_line_height,
        (circle.cx, circle.cy, circle.radius),
    )
    seating = Seating(
        (circle.width, circle.height),
        (circle.cx, circle.cy),
        writer_in(frame.measure, frame.line_height),
        ego=frame.ego,
        words=words_of(named, sectors),
        calm=covered <= _CALM,
        rim=circle.radius,
    )
    seats = Ground(edges, bounds, frame.ego, disc).seats(people)
    left = _take_seats(people, seats, seating, smallest=disc == smallest_disc(frame))
    return left or Picture(*circle, frame.ego, named, sectors, seating.spots())


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
