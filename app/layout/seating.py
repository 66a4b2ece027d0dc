"""Seats people and writes their labels so that nothing overlaps: the search behind the layout."""

import math
from collections import deque
from collections.abc import Sequence
from itertools import islice
from typing import Final

from app.layout.labels import Label, Liked, label_at, labels_around
from app.layout.names import SHORTENED_DISLIKE, Wording, Writer
from app.layout.obstacles import Obstacle, cheapest, obstacles_around
from app.layout.picture import Box, Spot
from app.layout.room import Room, Shape
from app.layout.seats import AROUND, Choice, Place, Seat, places_around

_ANYWHERE: Final = 4000.0
"""A reach in pixels that leaves out nothing."""
_STEP: Final = 6
"""Pixels between the places tried for a disc."""


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
        self._known_places: dict[tuple[str, float, int], list[Place]] = {}

    def block(self, box: Box) -> None:
        """Keep people and labels away from a box."""
        for room in (self._fixed, self._solid, self._room):
            room.take(0, 0, Shape(box.x, box.y, box.w, box.h))

    def block_ego(self, diameter: float) -> None:
        """Keep people and labels away from the middle."""
        size = diameter + 2 * AROUND
        self.block(Box(self.cx - size / 2, self.cy - size / 2, size, size))

    def put(self, seat: Seat, x: int, y: int) -> None:
        """Put somebody new at a place, whatever is there."""
        self._seats.append(seat)
        self._stand(seat, x, y)

    def seat(self, seat: Seat) -> bool:
        """Put somebody new as near to their natural place as is free; tell whether it is."""
        for reach in (0.0, 1.0 * seat.disc, 3.0 * seat.disc, _ANYWHERE):
            for x, y, _ in self._places(seat, reach, _STEP):
                if self._room.is_free(x, y, seat.square):
                    self.put(seat, x, y)
                    return True
        self._seats.append(seat)
        return False

    def keep_label(self, seat: Seat, spot: Spot) -> None:
        """Let a name stand where it stood in an earlier picture, if it is the same name."""
        written = "".join(spot.lines).replace(" ", "")
        name = seat.name.replace(" ", "")
        same = written == name or (written.endswith("…") and name.startswith(written[:-1]))
        if spot.box is None or not same:
            return
        x, y = spot.box.x - seat.x, spot.box.y - seat.y
        wording = Wording(spot.lines, spot.box.w, spot.box.h, 0.0)
        self._place_label(seat, label_at(x, y, wording, spot.align), 0.0)

    def bring(self, seat: Seat) -> bool:
        """Put somebody new where there is room for the name too, among names that are written."""
        if seat not in self._seats:
            self._seats.append(seat)
        if seat.stands:
            return self._write(seat, short=False) or self._write(seat, short=True)
        places = self._places(seat, _ANYWHERE, _STEP)
        best = self._best_place(seat, places, short=False)
        best = best or self._best_place(seat, places, short=True)
        if best is None:
            return False
        x, y, label, dislike = best
        self._stand(seat, x, y)
        self._place_label(seat, label, dislike)
        return True

    def write(self, *, movable: bool, patience: int, bearable: float = math.inf) -> int:
        """Write the label of everybody; return for how many there is no room.

        `movable` people may step aside for it, and who has no place yet is seated too.
        `patience` is how often somebody may be turned out of their place; without any, the
        labels for which there is no room are left out. If more than `bearable` find no room at
        first, or half as many with a whole name, it is soon given up: there is too little room.
        """
        ways = {seat.id: self._count_ways(seat) if seat.stands else 0 for seat in self._seats}
        order = sorted(self._seats, key=lambda seat: ways[seat.id])
        waiting = [s for s in order if not s.stands or not self._write(s, short=False)]
        if len(waiting) > bearable:
            return len(waiting)
        waiting = self._settle(waiting, len(order) // 2, movable=movable, short=False)
        if len(waiting) > bearable / 2:
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
        for dislike, label in self._around(seat, x, y, short=short):
            if is_free(x, y, label.shape):
                self._place_label(seat, label, dislike)
                return True
        return False

    def _move(self, seat: Seat, *, short: bool) -> bool:
        """Move a person to where there is room for the label too."""
        x, y, stood = seat.x, seat.y, seat.stands
        if stood:
            self._lift(seat)
        near = self._places(seat, 3.0 * seat.disc, seat.disc // 3)
        best = self._best_place(seat, near, short=short)
        if best is None and short:
            best = self._best_place(seat, self._places(seat, _ANYWHERE, seat.disc), short=short)
        if best is None:
            if stood:
                self._stand(seat, x, y)
            return False
        x, y, label, dislike = best
        self._stand(seat, x, y)
        self._place_label(seat, label, dislike)
        return True

    def _best_place(self, seat: Seat, places: Sequence[Place], *, short: bool) -> Choice | None:
        """Return the best free place for a person with the label, and its dislike."""
        is_free = self._room.is_free
        least = self.writer.whole(seat.name)[0].dislike
        best_price = math.inf
        best: Choice | None = None
        for x, y, distance in places:
            moved = seat.firm * distance / seat.disc
            if moved + least >= best_price:
                break
            if not is_free(x, y, seat.square):
                continue
            for dislike, label in self._around(seat, x, y, short=short):
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
        places = [(x, y, 0.0)] if stood else []
        if movable:
            if stood:
                self._lift(seat)
            is_free, square = self._fixed.is_free, seat.square
            near = self._places(seat, 2.5 * seat.disc, seat.disc // 2)
            places += islice((p for p in near if is_free(p[0], p[1], square)), 16)
        obstacles = obstacles_around(seat, places, self._seats, self.writer, movable=movable)
        best = cheapest(
            seat,
            places,
            obstacles,
            self._fixed if movable else self._solid,
            self.writer,
            (self.cx, self.cy),
            movable=movable,
            short=short,
        )
        if best is None:
            if stood and movable:
                self._stand(seat, x, y)
            return None
        x, y, label, dislike = best
        turned_out = self._turn_out(obstacles, label.shape.edges(x, y))
        if movable:
            turned_out |= self._turn_out(obstacles, seat.square.edges(x, y))
            self._stand(seat, x, y)
        self._place_label(seat, label, dislike)
        return list(turned_out.values())

    def _turn_out(
        self, obstacles: Sequence[Obstacle], edges: tuple[int, int, int, int]
    ) -> dict[str, Seat]:
        """Take away the discs and labels that lie in a box; return whose they were."""
        turned_out: dict[str, Seat] = {}
        for obstacle in obstacles:
            other, whole = obstacle.seat, obstacle.whole
            if obstacle.overlaps(edges) and (other.stands if whole else other.label is not None):
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
                self._write(seat, short=seat.dislike > SHORTENED_DISLIKE)

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

    def _places(self, seat: Seat, reach: float, step: int) -> list[Place]:
        """Return the places around the natural one, kept as they are asked for again."""
        key = seat.id, reach, step
        places = self._known_places.get(key)
        if places is None:
            places = self._known_places[key] = places_around(seat, self.cx, self.cy, reach, step)
        return places

    def _around(self, seat: Seat, x: int, y: int, *, short: bool) -> Liked:
        across, down = x - self.cx, y - self.cy
        return labels_around(self.writer, seat.name, seat.disc, across, down, short=short)

    def _count_ways(self, seat: Seat) -> int:
        is_free = self._room.is_free
        return sum(
            is_free(seat.x, seat.y, label.shape)
            for _, label in self._around(seat, seat.x, seat.y, short=False)
        )
