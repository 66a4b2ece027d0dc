"""Who is to be seated in the picture: where each would stand, and the places around there."""

import math
from functools import lru_cache
from typing import Final, NamedTuple

from app.layout.labels import Label
from app.layout.picture import Frame
from app.layout.room import AROUND, Shape

ALWAYS_LABELLED: Final = 60
"""Up to this many people everybody has a label; with more, labels give way to people."""

DISC_STEP: Final = 4
"""Diameters are multiples of this, so that discs begin and end at whole even pixels."""

TAIL_DOT: Final = 5.0
"""Radius of the dot in which a tail ends."""
_DOT_ROOM: Final = TAIL_DOT + 2.0
DOT: Final = Shape(-_DOT_ROOM, -_DOT_ROOM, 2 * _DOT_ROOM, 2 * _DOT_ROOM)
"""Around the end of a tail, with a little air."""

_FIRMNESS: Final = 4.0
"""How much more who was put at a direction by the drawer rather stays there."""


def largest_disc(frame: Frame) -> int:
    """Return the diameter of people where there is room."""
    return max(smallest_disc(frame), DISC_STEP * int(frame.disc / DISC_STEP))


def smallest_disc(frame: Frame) -> int:
    """Return the diameter of people where there is little room."""
    return DISC_STEP * math.ceil(frame.least / DISC_STEP)


class Cell(NamedTuple):
    """The part of the picture where somebody may stand, in distance and direction."""

    inner: float
    outer: float
    start: float
    """Radians clockwise from the top; `end` likewise."""
    end: float


NOWHERE: Final = Cell(0.0, 0.0, 0.0, 0.0)


class Seat:
    """One person on the way to a place."""

    __slots__ = (
        "aired",
        "angle",
        "away",
        "cell",
        "contact",
        "disc",
        "dislike",
        "dot",
        "end",
        "firm",
        "id",
        "label",
        "loose",
        "name",
        "said",
        "square",
        "stands",
        "turned_out",
        "x",
        "y",
    )

    def __init__(
        self,
        person_id: str,
        name: str,
        disc: int,
        *,
        angle: float = 0.0,
        away: float = 0.0,
        cell: Cell = NOWHERE,
        firm: bool = False,
        contact: float | None = None,
        said: float | None = None,
        loose: float = 0.0,
    ) -> None:
        self.id = person_id
        self.name = name
        self.disc = disc
        """Diameter."""
        self.square = _square(disc)
        """Around the disc, with a little air; `aired` likewise, with enough for names."""
        self.aired = _square(disc + 8)
        self.angle = angle
        """The natural direction, radians clockwise from the top."""
        self.away = away
        """The natural distance from the middle."""
        self.cell = cell
        self.firm = _FIRMNESS if firm else 1.0
        """How much more than others this one rather stays at the natural place."""
        self.contact = contact
        """How far from the middle contact would put this one, in pixels; None has no tail."""
        self.said = said
        """The same as it was said, from 0 to 1."""
        self.loose = loose
        """How many pixels nearer or further the tail may end, and still say the same."""
        self.end: float | None = None
        """How far from the middle the tail ends now; None where there is none to be seen."""
        self.dot: tuple[int, int] | None = None
        """Where that is, in whole even pixels."""
        self.x = 0
        """The middle of the disc in whole even pixels; `y` likewise."""
        self.y = 0
        self.stands = False
        self.label: Label | None = None
        self.dislike = 0.0
        """How much the place of the label is disliked."""
        self.turned_out = 0
        """How often this one had to make place for another."""

    def ends(self, away: float) -> tuple[float, ...]:
        """Return the distances at which a tail may end; none where the tail is hidden."""
        if self.contact is None:
            return ()
        least = 0.66 * self.disc + TAIL_DOT + 4.0  # also clear of the corner of a square
        if abs(self.contact - away) < least:
            return ()
        ends = [self.contact + part * self.loose for part in (0.0, 0.5, -0.5, 1.0, -1.0)]
        return tuple([end for end in ends if abs(end - away) >= least])


def tail_way(across: float, down: float, end: float | None) -> int:
    """Return 1 where somebody's tail runs outwards from a place, -1 inwards, 0 for none."""
    if end is None:
        return 0
    return 1 if end > math.hypot(across, down) else -1


Place = tuple[int, int, float]
"""Middle of a disc, and its distance from the natural place."""

Choice = tuple[int, int, Label, float]
"""Middle of a disc, and a label there with its dislike."""


def places_around(seat: Seat, cx: float, cy: float, reach: float, step: int) -> list[Place]:
    """Return the places for a disc in its cell, every `step` pixels, the nearest first.

    `reach` is how far they may be from the natural place, `cx` and `cy` the middle of the
    circle, all in pixels.
    """
    cell = seat.cell
    most = int(reach // step)
    places: list[Place] = []
    for j in range(-most, most + 1):
        away = seat.away + j * step
        if not cell.inner - 0.01 <= away <= cell.outer + 0.01:
            continue
        turn = step / max(away, 1.0)
        first = max(-most, math.ceil((cell.start - seat.angle) / turn))
        last = min(most, math.floor((cell.end - seat.angle) / turn))
        for i in range(last, first - 1, -1):
            angle = seat.angle + i * turn
            # Whole even pixels: the room counts in them.
            x = 2 * round((cx + away * math.sin(angle)) / 2)
            y = 2 * round((cy - away * math.cos(angle)) / 2)
            places.append((x, y, step * math.hypot(i, 1.3 * j)))
    places.sort(key=_distance)
    return places


@lru_cache(maxsize=64)
def _square(disc: int) -> Shape:
    size = disc + 2 * AROUND
    return Shape(-size / 2, -size / 2, size, size)


def _distance(place: Place) -> float:
    return place[2]
