"""What stands in the way of somebody without room, and whose place is taken at least cost."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from app.layout.labels import labels_around
from app.layout.name_writer import Writer
from app.layout.room import ROW, Room, Shape
from app.layout.seats import DOT, Choice, Place, Seat, tail_way

_LABEL: Final = 1.0
"""The price of taking the place of a label, which is the least there is; `_DISC` of a disc."""
_DISC: Final = 1.5


class Obstacle(NamedTuple):
    """A disc or label of somebody, in pixels, with the price of taking its place."""

    left: int
    top: int
    right: int
    bottom: int
    price: float
    seat: Seat
    whole: bool
    """The disc, and so the person; otherwise only the label."""

    def overlaps(self, edges: tuple[int, int, int, int]) -> bool:
        """Tell whether it lies in a box of left, top, right and bottom."""
        left, top, right, bottom = edges
        return self.left < right and left < self.right and self.top < bottom and top < self.bottom


def obstacles_around(
    seat: Seat, places: Sequence[Place], others: Iterable[Seat], writer: Writer, *, movable: bool
) -> list[Obstacle]:
    """Return the discs (where people are `movable`) and labels of others near some places."""
    if not places:
        return []
    wide, high = _reach(seat, writer)
    across, down = [place[0] for place in places], [place[1] for place in places]
    left, right = min(across) - wide, max(across) + wide
    top, bottom = min(down) - high, max(down) + high
    found: list[Obstacle] = []
    for other in others:
        beyond = other.disc + 4.0 * writer.line_height
        far = not top - beyond < other.y < bottom + beyond and other.end is None
        if other is not seat and other.stands and not far:
            found += obstacles_of(other, movable=movable)
    return [
        obstacle
        for obstacle in found
        if obstacle[0] < right and left < obstacle[2] and obstacle[1] < bottom and top < obstacle[3]
    ]


def obstacles_of(other: Seat, *, movable: bool) -> Iterator[Obstacle]:
    """Yield the disc, the end of the tail (where people are `movable`) and the label of one."""
    if movable and other.stands:
        price = _DISC + other.firm + 2.0 * other.turned_out
        yield Obstacle(*other.square.edges(other.x, other.y), price, other, whole=True)
        if other.dot is not None:
            yield Obstacle(*DOT.edges(*other.dot), price, other, whole=True)
    if other.label is not None:
        edges = other.label.shape.edges(other.x, other.y)
        yield Obstacle(*edges, _LABEL + 1.5 * other.turned_out, other, whole=False)


def cheapest(
    seat: Seat,
    places: Sequence[Place],
    ends: Mapping[tuple[int, int], float | None],
    obstacles: Sequence[Obstacle],
    room: Room,
    writer: Writer,
    middle: tuple[float, float],
    *,
    movable: bool,
    short: bool,
) -> Choice | None:
    """Return the place for a person with the label at the least cost to others.

    None where every label meets something in `room`, which cannot be turned out.
    """
    least = writer.whole(seat.name)[0].dislike
    wide, high = _reach(seat, writer)
    least_price = math.inf
    best: Choice | None = None
    for x, y, distance in places:
        base = seat.firm * distance / seat.disc
        if base + least + _LABEL >= least_price:
            break
        near = [
            (left - x, top - y, right - x, bottom - y, price)
            for left, top, right, bottom, price, _, _ in obstacles
            if left < x + wide and x - wide < right and top < y + high and y - high < bottom
        ]
        stood_on = _price_of(seat.square, near, math.inf) if movable else 0.0
        base += stood_on
        bound = least_price - max(0.0, _LABEL - stood_on)
        for dislike, label in labels_around(
            writer,
            seat.name,
            seat.disc,
            x - middle[0],
            y - middle[1],
            short=short,
            tail=tail_way(x - middle[0], y - middle[1], ends[x, y]),
        ):
            total = base + dislike
            if total >= bound:
                break
            total += _price_of(label.shape, near, least_price - total)
            if total < least_price and room.is_free(x, y, label.shape):
                least_price = total
                bound = least_price - max(0.0, _LABEL - stood_on)
                best = (x, y, label, dislike)
    return best


def _price_of(shape: Shape, near: Sequence[tuple[int, int, int, int, float]], most: float) -> float:
    """Return the price of taking the place of all that a shape meets, counted up to `most`.

    `near` are left, top, right and bottom around the same anchor, with their prices.
    """
    own_left, own_right = shape.left, shape.right
    own_top, own_bottom = ROW * shape.top, ROW * shape.bottom
    total = 0.0
    for left, top, right, bottom, price in near:
        if left < own_right and own_left < right and top < own_bottom and own_top < bottom:
            total += price
            if total >= most:
                break
    return total


def _reach(seat: Seat, writer: Writer) -> tuple[float, float]:
    """Return the farthest the label of a person may reach sideways, and up or down."""
    widest = max(wording.w for wording in writer.whole(seat.name))
    # An ellipsis may be wider than the letters it stands for.
    return seat.disc + widest + 2.0 * writer.line_height, seat.disc + 4.0 * writer.line_height
