"""Seats people and writes their labels so that nothing overlaps: the search behind the layout."""

import math
from collections import deque
from collections.abc import Sequence
from itertools import islice
from typing import Final

from app.layout.beams import Beam, Beams, beam
from app.layout.labels import Label, Liked, label_at, labels_around
from app.layout.names import Wording, Writer
from app.layout.obstacles import (
    Obstacle,
    cheapest,
    obstacles_around,
    obstacles_of,
    tail_way,
)
from app.layout.picture import Box, Spot
from app.layout.room import Room, Shape
from app.layout.seats import AROUND, DOT, Choice, Place, Seat, places_around

_ANYWHERE: Final = 4000.0
"""A reach in pixels that leaves out nothing."""
_STEP: Final = 6
"""Pixels between the places tried for a disc."""

_ON_A_LINE: Final = 1.2
"""How much a name on somebody else's line is disliked; `_NEAR_ANOTHER` by another disc."""
_NEAR_ANOTHER: Final = 2.0
_ONE_RAY: Final = 2.0
"""How much it is disliked to stand on one line with somebody else; `_CLOSE` close to others."""
_CLOSE: Final = 0.5
_FEW: Final = 30
"""Up to this many people, some step aside for the names of others at the end."""
_NO_END: Final = 6.0
"""How much it is disliked that the end of a tail lies under something."""


class Seating:
    """People and labels being placed around a middle, among what is there already.

    The middle has whole even coordinates, as everything the search places.
    Nobody ever overlaps: who finds no free place takes that of others, who then look again.
    """

    def __init__(
        self,
        width: float,
        height: float,
        cx: float,
        cy: float,
        writer: Writer,
        *,
        calm: bool = False,
    ) -> None:
        self.cx = cx
        self.cy = cy
        self.writer = writer
        self._calm = calm
        """There is so much room that nobody need stand on one line with somebody else."""
        self._beams = Beams(cx, cy)
        self._inside = 0.0
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
        self._inside = diameter / 2
        size = diameter + 2 * AROUND
        self.block(Box(self.cx - size / 2, self.cy - size / 2, size, size))

    def put(self, seat: Seat, x: int, y: int) -> None:
        """Put somebody new at a place, whatever is there."""
        self._seats.append(seat)
        self._stand(seat, x, y, self._end(seat, x, y, self._room))

    def seat(self, seat: Seat) -> bool:
        """Put somebody new as near to their natural place as is free; tell whether it is."""
        self._seats.append(seat)
        best_price = math.inf
        best: tuple[int, int, float | None] | None = None
        for reach in (0.0, 1.0 * seat.disc, 3.0 * seat.disc, _ANYWHERE):
            for x, y, distance in self._places(seat, reach, _STEP):
                price = seat.firm * distance / seat.disc
                if price >= best_price:
                    break
                if self._room.is_free(x, y, seat.square):
                    end = self._end(seat, x, y, self._room)
                    price += self._discomfort(seat, x, y, end)
                    if price < best_price:
                        best_price, best = price, (x, y, end)
            if best is not None and best_price <= seat.firm * reach / seat.disc + 0.01:
                break
        if best is not None:
            self._stand(seat, *best)
        return best is not None

    def _end(self, seat: Seat, x: int, y: int, room: Room) -> float | None:
        """Return how far out the tail of somebody at a place can end in what a room has free.

        None where no tail is seen, or where none of its ends is free: `lacks_end` tells which.
        """
        if seat.contact is None:
            return None
        for end in seat.ends(math.hypot(x - self.cx, y - self.cy)):
            if room.is_free(*self._dot(x, y, end), DOT):
                return end
        return None

    def _dot(self, x: int, y: int, end: float) -> tuple[int, int]:
        """Return where a tail ends, in the whole even pixels that the room counts in."""
        across, down = x - self.cx, y - self.cy
        part = end / (math.hypot(across, down) or 1.0)
        return 2 * round((self.cx + across * part) / 2), 2 * round((self.cy + down * part) / 2)

    def _lacks_end(self, seat: Seat, x: int, y: int, end: float | None) -> bool:
        """Tell whether there is a tail to be seen at a place, but no free place for its end."""
        if seat.contact is None or end is not None:
            return False
        return bool(seat.ends(math.hypot(x - self.cx, y - self.cy)))

    def _beam(self, seat: Seat, x: int, y: int, end: float | None) -> Beam:
        if seat.contact is not None and end is None:
            end = math.hypot(x - self.cx, y - self.cy)  # no tail: it ends where it begins
        return beam(x - self.cx, y - self.cy, seat.disc / 2, self._inside, end)

    def _discomfort(self, seat: Seat, x: int, y: int, end: float | None) -> float:
        """Return how much a place is disliked, wherever the name is written."""
        price = _NO_END if self._lacks_end(seat, x, y, end) else 0.0
        if self._calm:
            price += _ONE_RAY * min(2, self._beams.passing(self._beam(seat, x, y, end)))
            if not self._room.is_free(x, y, seat.aired):
                price += _CLOSE
        return price

    def keep_label(self, seat: Seat, spot: Spot) -> None:
        """Let a name stand where it stood in an earlier picture, if it is the same name."""
        written = "".join(spot.lines).replace(" ", "")
        name = seat.name.replace(" ", "")
        same = written == name or (written.endswith("…") and name.startswith(written[:-1]))
        if spot.box is None or not same:
            return
        x, y = spot.box.x - seat.x, spot.box.y - seat.y
        wording = Wording(spot.lines, spot.box.w, spot.box.h, 0.0)
        label = label_at(x, y, wording, spot.align)
        if self._room.is_free(seat.x, seat.y, label.shape):
            self._place_label(seat, label, 0.0)

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
        self._settle_at(seat, best)
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
        if movable:
            waiting += [s for s in order if s not in waiting and self._is_ill_at_ease(s)]
        if len(waiting) > bearable:
            return len(waiting)
        waiting = self._settle(waiting, len(order) // 2, movable=movable, short=False)
        if len(waiting) > bearable / 2:
            return len(waiting)
        waiting = self._settle(waiting, patience, movable=movable, short=True)
        if all(seat.stands for seat in waiting):
            self._improve(movable=movable and not waiting and len(order) <= _FEW)
        return len(waiting)

    def spots(self) -> dict[str, Spot]:
        """Return the places found."""
        spots: dict[str, Spot] = {}
        for seat in self._seats:
            label = seat.label
            lines = label.wording.lines if label else ()
            box = Box(seat.x + label.x, seat.y + label.y, label.w, label.h) if label else None
            align = label.align if label else "centre"
            tail = None
            if seat.contact is not None and (
                seat.end is not None or self._lacks_end(seat, seat.x, seat.y, None)
            ):
                across, down = seat.x - self.cx, seat.y - self.cy
                part = (seat.end or seat.contact) / (math.hypot(across, down) or 1.0)
                tail = (self.cx + across * part, self.cy + down * part)
            spots[seat.id] = Spot(seat.id, seat.x, seat.y, seat.disc, lines, box, align, tail)
        return spots

    def _settle(
        self, waiting: Sequence[Seat], patience: int, *, movable: bool, short: bool
    ) -> list[Seat]:
        """Find room for who has none: move them, or turn others out; return who is left."""
        left: list[Seat] = []
        queue = deque(waiting)
        while queue:
            seat = queue.popleft()
            if seat.stands and not self._is_ill_at_ease(seat) and self._write(seat, short=short):
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
        best = self._best_label(seat, seat.x, seat.y, seat.end, math.inf, short=short)
        if best is not None:
            self._place_label(seat, best[1], best[0])
        return best is not None

    def _best_label(
        self, seat: Seat, x: int, y: int, end: float | None, limit: float, *, short: bool
    ) -> tuple[float, Label] | None:
        """Return the label at a place that is disliked least, and less than a limit."""
        is_free, is_clear, runs_through = (
            self._room.is_free,
            self._solid.is_free,
            self._beams.runs_through,
        )
        best = None
        for dislike, label in self._around(seat, x, y, end, short=short):
            if dislike >= limit:
                break
            if is_free(x, y, label.shape):
                if not is_clear(x, y, label.clear):
                    dislike += _NEAR_ANOTHER
                if runs_through(x, y, label.shape):
                    dislike += _ON_A_LINE
                if dislike < limit:
                    limit, best = dislike, (dislike, label)
        return best

    def _move(self, seat: Seat, *, short: bool) -> bool:
        """Move a person to where there is room for the label too."""
        x, y, end, stood = seat.x, seat.y, seat.end, seat.stands
        if stood:
            self._erase(seat)
            self._lift(seat)
        near = self._places(seat, 3.0 * seat.disc, seat.disc // 3)
        best = self._best_place(seat, near, short=short)
        if best is None and short:
            best = self._best_place(seat, self._places(seat, _ANYWHERE, seat.disc), short=short)
        if best is None:
            if stood:
                self._stand(seat, x, y, end)
            return False
        self._settle_at(seat, best)
        return True

    def _settle_at(self, seat: Seat, choice: Choice) -> None:
        x, y, label, dislike = choice
        self._stand(seat, x, y, self._end(seat, x, y, self._room))
        self._place_label(seat, label, dislike)

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
            end = self._end(seat, x, y, self._room)
            if self._lacks_end(seat, x, y, end):
                continue
            moved += self._discomfort(seat, x, y, end)
            found = self._best_label(seat, x, y, end, best_price - moved, short=short)
            if found is not None:
                best_price = moved + found[0]
                best = (x, y, found[1], found[0])
        return best

    def _push(self, seat: Seat, *, movable: bool, short: bool) -> list[Seat] | None:
        """Take the place of others; return those turned out, or None where nothing helps."""
        x, y, own_end, stood = seat.x, seat.y, seat.end, seat.stands
        places = [(x, y, 0.0)] if stood else []
        if movable:
            if stood:
                self._erase(seat)
                self._lift(seat)
            is_free, square = self._fixed.is_free, seat.square
            near = self._places(seat, 2.5 * seat.disc, seat.disc // 2)
            places += islice((p for p in near if is_free(p[0], p[1], square)), 16)
        obstacles = obstacles_around(seat, places, self._seats, self.writer, movable=movable)
        ends = {(p[0], p[1]): self._end(seat, p[0], p[1], self._fixed) for p in places}
        places = [p for p in places if not self._lacks_end(seat, p[0], p[1], ends[p[0], p[1]])]
        best = cheapest(
            seat,
            places,
            ends,
            obstacles,
            self._fixed if movable else self._solid,
            self.writer,
            (self.cx, self.cy),
            movable=movable,
            short=short,
        )
        if best is None:
            if stood and movable:
                self._stand(seat, x, y, own_end)
            return None
        x, y, label, dislike = best
        turned_out = self._turn_out(obstacles, label.shape.edges(x, y))
        if movable:
            turned_out |= self._turn_out(obstacles, seat.square.edges(x, y))
            end = self._end(seat, x, y, self._room)
            wished = ends[x, y]
            if end is None and wished is not None:
                end = wished
                edges = DOT.edges(*self._dot(x, y, end))
                others = (other for other in self._seats if other is not seat)
                in_the_way = [o for other in others for o in obstacles_of(other, movable=True)]
                turned_out |= self._turn_out(in_the_way, edges)
            self._stand(seat, x, y, end)
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

    def _improve(self, *, movable: bool) -> None:
        """Write labels again that stand where they would rather not, now all are there.

        `movable` people step aside where the name would still stand by another, or on a line.
        """
        # Among many, most names stand by somebody or on a line, and there is no other way.
        bearable = 0.5 if len(self._seats) <= _FEW else 0.5 + _NEAR_ANOTHER
        for seat in self._seats:
            if seat.label is not None and seat.dislike > bearable:
                shortened = seat.label.wording.lines[-1].endswith("…")
                self._erase(seat)
                self._write(seat, short=shortened)
                if movable and self._is_unclear(seat) and not self._move(seat, short=shortened):
                    self._write(seat, short=shortened)

    def _is_unclear(self, seat: Seat) -> bool:
        """Tell whether a name stands by somebody else, or on another's line."""
        label = seat.label
        return label is not None and not (
            self._solid.is_free(seat.x, seat.y, label.clear)
            and not self._beams.runs_through(seat.x, seat.y, label.shape)
        )

    def _place_label(self, seat: Seat, label: Label, dislike: float) -> None:
        seat.label, seat.dislike = label, dislike
        self._room.take(seat.x, seat.y, label.shape)

    def _erase(self, seat: Seat) -> None:
        if seat.label is not None:
            self._room.release(seat.x, seat.y, seat.label.shape)
            seat.label = None

    def _stand(self, seat: Seat, x: int, y: int, end: float | None) -> None:
        seat.x, seat.y, seat.end, seat.stands = x, y, end, True
        seat.dot = None if end is None else self._dot(x, y, end)
        for room in (self._solid, self._room):
            room.take(x, y, seat.square)
            if seat.dot is not None:
                room.take(*seat.dot, DOT)
        self._beams.add(seat.id, self._beam(seat, x, y, end))

    def _lift(self, seat: Seat) -> None:
        seat.stands = False
        for room in (self._solid, self._room):
            room.release(seat.x, seat.y, seat.square)
            if seat.dot is not None:
                room.release(*seat.dot, DOT)
        self._beams.remove(seat.id)
        seat.end = seat.dot = None

    def _places(self, seat: Seat, reach: float, step: int) -> list[Place]:
        """Return the places around the natural one, kept as they are asked for again."""
        key = seat.id, reach, step
        places = self._known_places.get(key)
        if places is None:
            places = self._known_places[key] = places_around(seat, self.cx, self.cy, reach, step)
        return places

    def _is_ill_at_ease(self, seat: Seat) -> bool:
        """Tell whether the end of somebody's tail has no place."""
        return seat.stands and self._lacks_end(seat, seat.x, seat.y, seat.end)

    def _around(self, seat: Seat, x: int, y: int, end: float | None, *, short: bool) -> Liked:
        across, down = x - self.cx, y - self.cy
        return labels_around(
            self.writer,
            seat.name,
            seat.disc,
            across,
            down,
            short=short,
            tail=tail_way(across, down, end),
        )

    def _count_ways(self, seat: Seat) -> int:
        around = self._around(seat, seat.x, seat.y, seat.end, short=False)
        return self._room.count_free(seat.x, seat.y, [label.shape for _, label in around])
