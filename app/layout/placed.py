"""What stands where while people are seated: discs, names and tails, and the room they take."""

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from app.layout.beams import Beam, Beams, beam
from app.layout.labels import Label, label_at
from app.layout.name_writer import Wording, Writer
from app.layout.picture import Box, Spot
from app.layout.room import AROUND, Room
from app.layout.seats import DOT, Place, Seat, tail_way

_MARGIN: Final = 4.0
"""Pixels that stay free along the edges of the picture."""


class Placed:
    """People and labels around a middle of whole even coordinates, as everything that is placed.

    Nobody ever overlaps, and nobody stands on the middle or on a word of the ground.
    """

    def __init__(
        self,
        size: tuple[float, float],
        middle: tuple[float, float],
        writer: Writer,
        *,
        ego: float,
        words: Iterable[Box] = (),
        calm: bool = False,
        rim: float = math.inf,
    ) -> None:
        self.cx, self.cy = middle
        self.writer = writer
        self._calm = calm
        """There is so much room that nobody need stand on one line with somebody else."""
        self._rim = rim
        """The radius of the outermost ring."""
        self._beams = Beams(self.cx, self.cy)
        self._inside = ego / 2
        half = self._inside + AROUND
        blocked = [Box(x - 2.0, y, w + 4.0, h) for x, y, w, h in words]
        self._fixed = Room(*size, _MARGIN)
        """Only the middle and the words of the ground."""
        self._fixed.take_boxes([Box(self.cx - half, self.cy - half, 2 * half, 2 * half), *blocked])
        self._solid = self._fixed.copy()
        """These, and discs."""
        self._room = self._fixed.copy()
        """Everything, the labels of people too."""
        self._unnoted: list[Spot] = []
        """Who stands still, until their lines are asked for."""
        self._seats: list[Seat] = []
        self._known_places: dict[tuple[str, float, int], list[Place]] = {}

    def stand_still(self, spots: Iterable[Spot]) -> None:
        """Take the room of people who stay as they were; `adopt` gives them another place."""
        solid, names = [], []
        for spot in spots:
            half = spot.diameter / 2 + AROUND
            solid.append(Box(spot.x - half, spot.y - half, 2 * half, 2 * half))
            if spot.tail is not None:
                end_x, end_y = spot.tail  # as `_even`, for each of many
                left, top, right, bottom = DOT.edges(2 * round(end_x / 2), 2 * round(end_y / 2))
                solid.append(Box(left, top, right - left, bottom - top))
            if spot.box is not None:
                x, y, w, h = spot.box
                names.append(Box(x - 3.0, y, w + 6.0, h))
            self._unnoted.append(spot)
        self._solid.take_boxes(solid)
        self._room.take_all(self._solid)
        self._room.take_boxes(names)

    def adopt(self, seat: Seat, spot: Spot) -> None:
        """Make somebody who stands still one of those who may be given another place."""
        if self._unnoted:
            self._note_lines()
        self._seats.append(seat)
        seat.x, seat.y, seat.stands = round(spot.x), round(spot.y), True
        if spot.tail is not None:
            seat.end = math.hypot(spot.tail[0] - self.cx, spot.tail[1] - self.cy)
            seat.dot = self._even(*spot.tail)
        if spot.box is not None:
            seat.label = self._label_of(seat, spot, spot.box)

    def _note_lines(self) -> None:
        """Note the lines of who stands still, for names and people to keep off."""
        middle = self.cx, self.cy, self._inside
        self._beams.add({spot.id: _beam_of(spot, *middle) for spot in self._unnoted})
        self._unnoted = []

    def keep_label(self, seat: Seat, spot: Spot) -> None:
        """Let a name stand where it stood, if it is the same name and the tail runs as it did."""
        tail = spot.tail and math.hypot(spot.tail[0] - self.cx, spot.tail[1] - self.cy)
        across, down = seat.x - self.cx, seat.y - self.cy
        turned = seat.end is not None and tail_way(across, down, seat.end) != tail_way(
            across, down, tail
        )
        if spot.box is None or turned or spot.name != seat.name:
            return
        label = self._label_of(seat, spot, spot.box)
        if self._room.is_free(seat.x, seat.y, label.shape):
            self._place_label(seat, label, 0.0)

    def _label_of(self, seat: Seat, spot: Spot, box: Box) -> Label:
        wording = Wording(spot.lines, box.w, box.h, 0.0)
        return label_at(box.x - seat.x, box.y - seat.y, wording, spot.align)

    def _even(self, x: float, y: float) -> tuple[int, int]:
        return 2 * round(x / 2), 2 * round(y / 2)

    def put(self, seat: Seat, x: int, y: int) -> None:
        """Put somebody new at a place, whatever is there."""
        self._seats.append(seat)
        self._stand(seat, x, y, self._end(seat, x, y, self._room))

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
            spots[seat.id] = Spot(
                seat.id, seat.x, seat.y, seat.disc, lines, box, align, tail, seat.said, seat.name
            )
        return spots

    def _end(self, seat: Seat, x: int, y: int, room: Room) -> float | None:
        """Return the distance at which the tail of somebody at a place finds a free end.

        None where no tail is seen, or where none of its ends is free: `lacks_end` tells which.
        """
        if seat.contact is None:
            return None
        for end in seat.ends(math.hypot(x - self.cx, y - self.cy)):
            if room.is_free(*self._dot(x, y, end), DOT):
                return end
        return None

    def _dot(self, x: int, y: int, end: float) -> tuple[int, int]:
        """Return the end of a tail, in the whole even pixels that the room counts in."""
        across, down = x - self.cx, y - self.cy
        part = end / (math.hypot(across, down) or 1.0)
        return self._even(self.cx + across * part, self.cy + down * part)

    def _lacks_end(self, seat: Seat, x: int, y: int, end: float | None) -> bool:
        """Tell whether there is a tail to be seen at a place, but no free place for its end."""
        if seat.contact is None or end is not None:
            return False
        return bool(seat.ends(math.hypot(x - self.cx, y - self.cy)))

    def _is_ill_at_ease(self, seat: Seat) -> bool:
        """Tell whether the end of somebody's tail has no place."""
        return seat.stands and self._lacks_end(seat, seat.x, seat.y, seat.end)

    def _is_unclear(self, seat: Seat) -> bool:
        """Tell whether a name stands by somebody else, or on another's line."""
        label = seat.label
        return label is not None and not (
            self._solid.is_free(seat.x, seat.y, label.clear)
            and not self._beams.runs_through(seat.x, seat.y, label.shape)
        )

    def _is_nearer_another(self, seat: Seat) -> bool:
        """Tell whether a name may be read as that of another: it is nearer to their disc."""
        label = seat.label
        return label is not None and not self._solid.is_free(seat.x, seat.y, label.own)

    def _beam(self, seat: Seat, x: int, y: int, end: float | None) -> Beam:
        if seat.contact is not None and end is None:
            end = math.hypot(x - self.cx, y - self.cy)  # no tail: it ends where it begins
        return beam(x - self.cx, y - self.cy, seat.disc / 2, self._inside, end)

    def _stand(self, seat: Seat, x: int, y: int, end: float | None) -> None:
        seat.x, seat.y, seat.end, seat.stands = x, y, end, True
        seat.dot = None if end is None else self._dot(x, y, end)
        for room in (self._solid, self._room):
            room.take(x, y, seat.square)
            if seat.dot is not None:
                room.take(*seat.dot, DOT)
        self._beams.add({seat.id: self._beam(seat, x, y, end)})

    def _lift(self, seat: Seat) -> None:
        seat.stands = False
        for room in (self._solid, self._room):
            room.release(seat.x, seat.y, seat.square)
            if seat.dot is not None:
                room.release(*seat.dot, DOT)
        self._beams.remove(seat.id)
        seat.end = seat.dot = None

    def give_way(self, seat: Seat, to: Seat) -> None:
        """Take away somebody's name, on which another has come to stand."""
        self._erase(seat)
        self._room.take(to.x, to.y, to.square)
        if to.dot is not None:
            self._room.take(*to.dot, DOT)

    def _place_label(self, seat: Seat, label: Label, dislike: float) -> None:
        seat.label, seat.dislike = label, dislike
        self._room.take(seat.x, seat.y, label.shape)

    def _erase(self, seat: Seat) -> None:
        if seat.label is not None:
            self._room.release(seat.x, seat.y, seat.label.shape)
            seat.label = None


@lru_cache(maxsize=1024)
def _beam_of(spot: Spot, cx: float, cy: float, inside: float) -> Beam:
    """Return the line of somebody who stands; kept, as most people stay where they are."""
    across, down = spot.x - cx, spot.y - cy
    end = None if spot.contact is None else math.hypot(across, down)
    if spot.tail is not None:
        end = math.hypot(spot.tail[0] - cx, spot.tail[1] - cy)
    return beam(across, down, spot.diameter / 2, inside, end)
