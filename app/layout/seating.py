"""Seats people and writes their labels so that nothing overlaps: the search behind the layout."""

import math
from collections import deque
from collections.abc import Sequence
from itertools import islice
from typing import Final

from app.layout.labels import Label, Liked, labels_around
from app.layout.obstacles import Obstacle, cheapest, obstacles_around, obstacles_of
from app.layout.placed import Placed
from app.layout.seats import DOT, Choice, Place, Seat, places_around, tail_way

_ANYWHERE: Final = 4000.0
"""A reach in pixels that leaves out nothing."""
_STEP: Final = 6
"""Pixels between the places tried for a disc."""

_ON_A_LINE: Final = 1.2
"""How much a name on somebody else's line is disliked; `_NEAR_ANOTHER` by another disc."""
_NEAR_ANOTHER: Final = 2.0
_NEARER: Final = 3.0
"""How much more it is disliked that a name is nearer to another disc than to its own."""
_NEAR_NAME: Final = 0.7
"""How much it is disliked that a name touches another; `_ACROSS_RIM` that it leaves the circle."""
_ACROSS_RIM: Final = 0.7
_LONGEST: Final = 200.0
"""Pixels from the line around all within which a name may reach over it."""
_ONE_RAY: Final = 2.0
"""How much it is disliked to stand on one line with somebody else; `_CLOSE` close to others."""
_CLOSE: Final = 0.5
_FEW: Final = 30
"""Up to this many people, some step aside for the names of others at the end."""
_NO_END: Final = 6.0
"""How much it is disliked that the end of a tail lies under something."""


class Seating(Placed):
    """People being placed: who finds no free place takes that of others, who then look again."""

    def seat(self, seat: Seat) -> bool:
        """Put somebody new as near to their natural place as no disc is; tell whether they are.

        Names are not in the way: those they stand on now are to be written again.
        """
        self._seats.append(seat)
        is_free = self._solid.is_free
        best_price = math.inf
        best: tuple[int, int, float | None] | None = None
        for reach in (0.0, 1.0 * seat.disc, 3.0 * seat.disc, _ANYWHERE):
            for x, y, distance in self._places(seat, reach, _STEP):
                price = seat.firm * distance / seat.disc
                if price >= best_price:
                    break
                if is_free(x, y, seat.square):
                    end = self._end(seat, x, y, self._solid)
                    price += self._discomfort(seat, x, y, end)
                    if price < best_price:
                        best_price, best = price, (x, y, end)
            if best is not None and best_price <= seat.firm * reach / seat.disc + 0.01:
                break
        if best is not None:
            self._stand(seat, *best)
        return best is not None

    def write_free(self) -> bool:
        """Write whole names where there is room for them now; tell whether all could be."""
        return all(seat.label is not None or self._write(seat, short=False) for seat in self._seats)

    def move_to_room(self, seats: Sequence[Seat]) -> bool:
        """Move those of some who have no name to where there is room for it.

        Tell whether anybody was moved, and nobody is left.
        """
        nameless = [seat for seat in seats if seat.label is None]
        return bool(nameless) and all(
            self._move(seat, short=False) or self._move(seat, short=True) for seat in nameless
        )

    def _discomfort(self, seat: Seat, x: int, y: int, end: float | None) -> float:
        """Return the price of a place, wherever the name is written."""
        price = _NO_END if self._lacks_end(seat, x, y, end) else 0.0
        if self._calm:
            price += _ONE_RAY * min(2, self._beams.passing(self._beam(seat, x, y, end)))
            if not self._room.is_free(x, y, seat.aired):
                price += _CLOSE
        return price

    def write(self, *, movable: bool, patience: int, bearable: float = math.inf) -> int:
        """Write the label of everybody; return for how many there is no room.

        `movable` people may step aside for it, and who has no place yet is seated too.
        `patience` is how often somebody may be turned out of their place; without any, the
        labels for which there is no room are left out. If more than `bearable` find no room at
        first, or half as many with a whole name, it is soon given up: there is too little room.
        """
        nameless = [seat for seat in self._seats if seat.label is None]
        ways = {seat.id: self._count_ways(seat) if seat.stands else 0 for seat in nameless}
        order = sorted(nameless, key=lambda seat: ways[seat.id])
        waiting = [s for s in order if not s.stands or not self._write(s, short=False)]
        if movable:
            waiting += [s for s in order if s not in waiting and self._is_ill_at_ease(s)]
        if len(waiting) > bearable:
            return len(waiting)
        waiting = self._settle(waiting, len(self._seats) // 2, movable=movable, short=False)
        if len(waiting) > bearable / 2:
            return len(waiting)
        waiting = self._settle(waiting, patience, movable=movable, short=True)
        if all(seat.stands for seat in waiting):
            self._improve(movable=movable and not waiting)
        return len(waiting)

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
        if self._unnoted:
            self._note_lines()
        is_free, is_clear, runs_through = (
            self._room.is_free,
            self._solid.is_free,
            self._beams.runs_through,
        )
        best, right, down = None, x - self.cx, y - self.cy
        by_rim = math.hypot(right, down) > self._rim - _LONGEST
        to_be = None if seat.stands or end is None else DOT.edges(*self._dot(x, y, end))
        for dislike, label in self._around(seat, x, y, end, short=short):
            if dislike >= limit:
                break
            if is_free(x, y, label.shape) and not (to_be and _meet(to_be, label.shape.edges(x, y))):
                is_near = not is_clear(x, y, label.clear)
                if is_near:
                    dislike += _NEAR_ANOTHER
                    if not is_clear(x, y, label.own):
                        dislike += _NEARER
                if by_rim:
                    across = max(abs(right + label.x), abs(right + label.x + label.w))
                    up = max(abs(down + label.y), abs(down + label.y + label.h))
                    if math.hypot(across, up) > self._rim:
                        dislike += _ACROSS_RIM
                if runs_through(x, y, label.shape):
                    dislike += _ON_A_LINE
                if not is_near and dislike < limit and not is_free(x, y, label.clear):
                    dislike += _NEAR_NAME
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
        Among many there is often no other way: they do where it would be read as another's.
        """
        is_quiet = len(self._seats) <= _FEW
        bearable = 0.5 if is_quiet else 0.5 + _NEAR_ANOTHER
        is_wrong = self._is_unclear if is_quiet else self._is_nearer_another
        for seat in self._seats:
            if seat.label is None:
                continue
            if seat.dislike > bearable or self._is_nearer_another(seat):
                shortened = seat.label.wording.lines[-1].endswith("…")
                self._erase(seat)
                self._write(seat, short=shortened)
                if movable and is_wrong(seat) and not self._move(seat, short=shortened):
                    self._write(seat, short=shortened)

    def _places(self, seat: Seat, reach: float, step: int) -> list[Place]:
        """Return the places around the natural one, kept as they are asked for again."""
        key = seat.id, reach, step
        places = self._known_places.get(key)
        if places is None:
            places = self._known_places[key] = places_around(seat, self.cx, self.cy, reach, step)
        return places

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


def _meet(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    """Tell whether two boxes of left, top, right and bottom overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
