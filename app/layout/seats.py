"""Who is to be seated in the picture: where each would stand, and the places around there."""

import math
from functools import lru_cache
from typing import Final, NamedTuple

from app.layout.labels import Label
from app.layout.picture import Frame
from app.layout.room import Shape

ALWAYS_LABELLED: Final = 60
"""Up to this many people everybody has a label; with more, labels give way to people."""

SMALLEST_DISC: Final = 20
"""Diameter in pixels."""

DISC_STEP: Final = 4
"""Diameters are multiples of this, so that discs begin and end at whole even pixels."""

AROUND: Final = 2.0
"""Pixels kept free around a disc."""

_FIRMNESS: Final = 4.0
"""How much more who was put at a direction by the drawer rather stays there."""


def largest_disc(frame: Frame) -> int:
    """Return the diameter of people where there is room."""
    return max(SMALLEST_DISC, DISC_STEP * int(frame.disc / DISC_STEP))


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
        "angle",
        "away",
        "cell",
        "disc",
        "dislike",
        "firm",
        "id",
        "label",
        "name",
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
    ) -> None:
        self.id = person_id
        self.name = name
        self.disc = disc
        """Diameter."""
        self.square = _square(disc)
        """Around the disc, with a little air."""
        self.angle = angle
        """The natural direction, radians clockwise from the top."""
        self.away = away
        """The natural distance from the middle."""
        self.cell = cell
        self.firm = _FIRMNESS if firm else 1.0
        """How much more than others this one rather stays at the natural place."""
        self.x = 0
        """The middle of the disc in whole even pixels; `y` likewise."""
        self.y = 0
        self.stands = False
        self.label: Label | None = None
        self.dislike = 0.0
        """How much the place of the label is disliked."""
        self.turned_out = 0
        """How often this one had to make place for another."""


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
