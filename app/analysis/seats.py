"""Seats people and writes their labels so that nothing overlaps: the search behind the layout."""

import math
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from app.analysis.labels import Label, Labels
from app.analysis.picture import Box, Frame, Spot
from app.analysis.room import Room, Shape
from app.analysis.wording import Writer

ALWAYS_LABELLED: Final = 60
"""Up to this many people everybody has a label; with more, labels give way to people."""

SMALLEST_DISC: Final = 20
"""Diameter in pixels."""

DISC_STEP: Final = 4
"""Diameters are multiples of this, so that discs begin and end at whole even pixels."""

_AROUND: Final = 2.0
"""Pixels kept free around a disc."""

_ANYWHERE: Final = 4000.0
"""A reach in pixels that leaves out nothing."""
_FIRMNESS: Final = 4.0
"""How much more who was put at a direction by the drawer rather stays there."""
_STEP: Final = 6
"""Pixels between the places tried for a disc."""


def largest_disc(frame: Frame) -> int:
    """Return the diameter of people where there is room."""
    return max(SMALLEST_DISC, DISC_STEP * int(frame.disc / DISC_STEP))


@dataclass(frozen=True, slots=True)
class Cell:
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


_Obstacle = tuple[int, int, int, int, float, Seat, bool]
"""Left, top, right and bottom of a disc or label, the price of its place, and whose it is; True
for a disc."""


class Seating:
    """People and labels being placed around a middle, among what is there already.

    The middle has whole even coordinates, as everything the search places.
    Nobody ever overlaps: who finds no free place takes that of others, who then look again.
    """

    def __init__(self, width: float, height: float, cx: float, cy: float, writer: Writer) -> None:
        self.cx = cx
        self.cy = cy
        self.writer = writer
        self._fixed = Room(width, height, 4.0)
        """Only what was blocked."""
        self._solid = Room(width, height, 4.0)
        """What was blocked, and discs."""
        self._room = Room(width, height, 4.0)
        """Everything, the labels of people too."""
        self._seats: list[Seat] = []
        self._labels = Labels(writer, cx, cy)

    def block(self, box: Box) -> None:
        """Keep people and labels away from a box."""
        for room in (self._fixed, self._solid, self._room):
            room.take(0, 0, Shape(box.x, box.y, box.w, box.h))

    def block_ego(self, diameter: float) -> None:
        """Keep people and labels away from the middle."""
        size = diameter + 2 * _AROUND
        self.block(Box(self.cx - size / 2, self.cy - size / 2, size, size))

    def put(self, seat: Seat, x: int, y: int) -> None:
        """Put somebody new at a place, whatever is there."""
        self._seats.append(seat)
        self._stand(seat, x, y)

    def seat(self, seat: Seat) -> bool:
        """Put somebody new as near to their natural place as is free; tell whether it is."""
        for x, y, _ in self._places(seat, _ANYWHERE, _STEP):
            if self._room.is_free(x, y, seat.square):
                self.put(seat, x, y)
                return True
        self._seats.append(seat)
        return False

    def write(self, *, movable: bool, patience: int) -> int:
        """Write the label of everybody; return for how many there is no room.

        `movable` people may step aside for it, and who has no place yet is seated too.
        `patience` is how often somebody may be turned out of their place; without any, the
        labels for which there is no room are left out.
        """
        ways = {seat.id: self._count_ways(seat) if seat.stands else 0 for seat in self._seats}
        order = sorted(self._seats, key=lambda seat: ways[seat.id])
        waiting = [s for s in order if not s.stands or not self._write(s, short=False)]
        waiting = self._settle(waiting, len(order) // 2, movable=movable, short=False)
        if movable and len(waiting) > 2 + len(order) // 3:
            return len(waiting)
        waiting = self._settle(waiting, patience, movable=movable, short=True)
        if all(seat.stands for seat in waiting):
            self._improve()
        return len(waiting)

    def spots(self) -> dict[str, Spot]:
        """Return the places found."""
        spots: dict[str, Spot] = {}
        for seat in self._seats:
            label = seat.label
            lines = label.wording.lines if label else ()
            box = Box(seat.x + label.x, seat.y + label.y, label.w, label.h) if label else None
            align = label.align if label else "centre"
            spots[seat.id] = Spot(seat.id, seat.x, seat.y, seat.disc, lines, box, align)
        return spots

    def _settle(
        self, waiting: Sequence[Seat], patience: int, *, movable: bool, short: bool
    ) -> list[Seat]:
        """Find room for who has none: move them, or turn others out; return who is left."""
        left: list[Seat] = []
        queue = deque(waiting)
        while queue:
            seat = queue.popleft()
            if seat.stands and self._write(seat, short=short):
                continue
            if movable and self._move(seat, short=short):
                continue
            turned_out = self._push(seat, movable=movable, short=short) if patience > 0 else None
            if turned_out is None:
                left.append(seat)
            else:
                patience -= 1 + len(turned_out)
                queue.extend(turned_out)
        return left

    def _write(self, seat: Seat, *, short: bool) -> bool:
        """Write a label at the best free place around a person."""
        x, y = seat.x, seat.y
        is_free = self._room.is_free
        for dislike, label in self._labels.around(seat.name, seat.disc, x, y, short=short):
            if is_free(x, y, label.shape):
                self._place_label(seat, label, dislike)
                return True
        return False

    def _move(self, seat: Seat, *, short: bool) -> bool:
        """Move a person to where there is room for the label too."""
        x, y, stood = seat.x, seat.y, seat.stands
        if stood:
            self._lift(seat)
        best = self._best_place(seat, 3.0 * seat.disc, seat.disc // 3, short=short)
        if best is None and short:
            best = self._best_place(seat, _ANYWHERE, seat.disc, short=short)
        if best is None:
            if stood:
                self._stand(seat, x, y)
            return False
        x, y, label, dislike = best
        self._stand(seat, x, y)
        self._place_label(seat, label, dislike)
        return True

    def _best_place(
        self, seat: Seat, reach: float, step: int, *, short: bool
    ) -> tuple[int, int, Label, float] | None:
        """Return the best free place for a person with the label, and its dislike."""
        is_free = self._room.is_free
        best_price = math.inf
        best: tuple[int, int, Label, float] | None = None
        for x, y, distance in self._places(seat, reach, step):
            moved = seat.firm * distance / seat.disc
            if moved >= best_price:
                break
            if not is_free(x, y, seat.square):
                continue
            for dislike, label in self._labels.around(seat.name, seat.disc, x, y, short=short):
                if moved + dislike >= best_price:
                    break
                if is_free(x, y, label.shape):
                    best_price = moved + dislike
                    best = (x, y, label, dislike)
                    break
        return best

    def _push(self, seat: Seat, *, movable: bool, short: bool) -> list[Seat] | None:
        """Take the place of others; return those turned out, or None where nothing helps."""
        x, y, stood = seat.x, seat.y, seat.stands
        if stood and movable:
            self._lift(seat)
        places = list(self._stands(seat, x, y, stood=stood, movable=movable))
        obstacles = self._obstacles(seat, places, movable=movable)
        room = self._fixed if movable else self._solid
        best_price = math.inf
        best: tuple[int, int, Label, float] | None = None
        for px, py, distance in places:
            base = seat.firm * distance / seat.disc
            if base >= best_price:
                break
            square = seat.square.edges(px, py)
            if movable:
                base += sum(
                    price
                    for left, top, right, bottom, price, _, _ in obstacles
                    if left < square[2]
                    and square[0] < right
                    and top < square[3]
                    and square[1] < bottom
                )
            for dislike, label in self._labels.around(seat.name, seat.disc, px, py, short=short):
                total = base + dislike
                if total >= best_price:
                    break
                if not room.is_free(px, py, label.shape):
                    continue
                box_left, box_top, box_right, box_bottom = label.shape.edges(px, py)
                for left, top, right, bottom, price, _, _ in obstacles:
                    if (
                        left < box_right
                        and box_left < right
                        and top < box_bottom
                        and box_top < bottom
                    ):
                        total += price
                        if total >= best_price:
                            break
                else:
                    best_price = total
                    best = (px, py, label, dislike)
        if best is None:
            if stood and movable:
                self._stand(seat, x, y)
            return None
        px, py, label, dislike = best
        turned_out = self._turn_out(obstacles, label.shape.edges(px, py))
        if movable:
            square = seat.square.edges(px, py)
            turned_out |= self._turn_out(obstacles, square)
            self._stand(seat, px, py)
        self._place_label(seat, label, dislike)
        return list(turned_out.values())

    def _stands(
        self, seat: Seat, x: int, y: int, *, stood: bool, movable: bool
    ) -> Iterator[tuple[int, int, float]]:
        """Yield where a person may go when others make place."""
        if stood:
            yield x, y, 0.0
        if movable:
            places = self._places(seat, 2.5 * seat.disc, seat.disc // 2)
            is_free, square = self._fixed.is_free, seat.square
            yield from islice((p for p in places if is_free(p[0], p[1], square)), 16)

    def _obstacles(
        self, seat: Seat, places: Sequence[tuple[int, int, float]], *, movable: bool
    ) -> list[_Obstacle]:
        """Return the discs and labels of others near, with the price of taking their place."""
        reach = seat.disc + 4.0 * self.writer.line_height
        low = min((y for _, y, _ in places), default=0) - reach
        high = max((y for _, y, _ in places), default=0) + reach
        obstacles: list[_Obstacle] = []
        for other in self._seats:
            if other is seat or not other.stands:
                continue
            if movable:
                price = 1.5 + other.firm + 2.0 * other.turned_out
                obstacles.append((*other.square.edges(other.x, other.y), price, other, True))
            if other.label is not None:
                price = 1.0 + 1.5 * other.turned_out
                edges = other.label.shape.edges(other.x, other.y)
                obstacles.append((*edges, price, other, False))
        return [obstacle for obstacle in obstacles if obstacle[3] > low and obstacle[1] < high]

    def _turn_out(
        self, obstacles: Sequence[_Obstacle], edges: tuple[int, int, int, int]
    ) -> dict[str, Seat]:
        """Take away the discs and labels that lie in a box; return whose they were."""
        left_edge, top_edge, right_edge, bottom_edge = edges
        turned_out: dict[str, Seat] = {}
        for left, top, right, bottom, _, other, whole in obstacles:
            if (
                left < right_edge
                and left_edge < right
                and top < bottom_edge
                and top_edge < bottom
                and (other.stands if whole else other.label is not None)
            ):
                turned_out[other.id] = other
                other.turned_out += 1
                self._erase(other)
                if whole:
                    self._lift(other)
        return turned_out

    def _improve(self) -> None:
        """Write labels again that stand where they would rather not, now all are there."""
        for seat in self._seats:
            if seat.label is not None and seat.dislike > 0.5:
                self._erase(seat)
                self._write(seat, short=True)

    def _place_label(self, seat: Seat, label: Label, dislike: float) -> None:
        seat.label, seat.dislike = label, dislike
        self._room.take(seat.x, seat.y, label.shape)

    def _erase(self, seat: Seat) -> None:
        if seat.label is not None:
            self._room.release(seat.x, seat.y, seat.label.shape)
            seat.label = None

    def _stand(self, seat: Seat, x: int, y: int) -> None:
        seat.x, seat.y, seat.stands = x, y, True
        self._solid.take(x, y, seat.square)
        self._room.take(x, y, seat.square)

    def _lift(self, seat: Seat) -> None:
        seat.stands = False
        self._solid.release(seat.x, seat.y, seat.square)
        self._room.release(seat.x, seat.y, seat.square)

    def _places(self, seat: Seat, reach: float, step: int) -> Iterator[tuple[int, int, float]]:
        """Yield places for a disc in its cell and their distance from the natural one."""
        cell = seat.cell
        across = min(reach, (cell.end - cell.start) * max(cell.outer, 1.0))
        along = min(reach, cell.outer - cell.inner)
        for i, j, length in _offsets(int(across // step), int(along // step)):
            away = seat.away + j * step
            if not cell.inner - 0.01 <= away <= cell.outer + 0.01:
                continue
            angle = seat.angle + i * step / max(away, 1.0)
            if not cell.start <= angle <= cell.end:
                continue
            # Whole even pixels: the room counts in them.
            x = 2 * round((self.cx + away * math.sin(angle)) / 2)
            y = 2 * round((self.cy - away * math.cos(angle)) / 2)
            yield x, y, length * step

    def _count_ways(self, seat: Seat) -> int:
        is_free = self._room.is_free
        return sum(
            is_free(seat.x, seat.y, label.shape)
            for _, label in self._labels.around(seat.name, seat.disc, seat.x, seat.y, short=False)
        )


@lru_cache(maxsize=64)
def _square(disc: int) -> Shape:
    size = disc + 2 * _AROUND
    return Shape(-size / 2, -size / 2, size, size)


@lru_cache(maxsize=64)
def _offsets(across: int, along: int) -> tuple[tuple[int, int, float], ...]:
    """Return steps sideways and outwards with their length, the shortest first."""
    offsets = [
        (i, j, math.hypot(i, 1.3 * j))
        for i in range(-across, across + 1)
        for j in range(-along, along + 1)
    ]
    return tuple(sorted(offsets, key=lambda offset: (offset[2], offset[1], -offset[0])))
