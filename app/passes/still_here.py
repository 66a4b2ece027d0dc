"""Who was there at the moment before, and what is said of each now."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from app.analysis.composition import counted, only_wished
from app.models.moments import departure_of
from app.models.network import Changes, Departure, Map, Partner
from app.passes.position import Position

KEPT: Final = "kept"
SUCCEEDED: Final = "succeeded"
WISHED: Final = "wished"


@dataclass(frozen=True)
class StillThere:
    """Everybody of the moment before, as asked of the map as it is now."""

    whole: Map | None
    earlier: Map | None

    @cached_property
    def people(self) -> tuple[Partner, ...]:
        """Return the partners of the moment before, as they were then; wished ones come last."""
        if self.earlier is None or self.whole is None:
            return ()
        return (*counted(self.earlier), *only_wished(self.earlier))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Return the ids of those who are asked about, in the order in which they come by."""
        return tuple(partner.id for partner in self.people)

    @cached_property
    def answered(self) -> frozenset[str]:
        """Return the ids of those of whom it is said."""
        return frozenset(p.id for p in self.people if self.answer_of(p) is not None)

    def begun(self) -> Position[str]:
        """Return the begin of a pass for those of whom it is not said."""
        return Position.begun(self.order, self.answered)

    def partner(self, key: str) -> Partner:
        """Return somebody as they were at the moment before."""
        return next(partner for partner in self.people if partner.id == key)

    def called(self, partner: Partner) -> Partner:
        """Return somebody of the moment before as they are now, if they are still there."""
        return self._now.partner(partner.id) or partner

    @property
    def _now(self) -> Map:
        assert self.whole is not None
        return self.whole

    def answer_of(self, partner: Partner) -> str | None:
        """Return `kept`, a reason, `succeeded`, or None where it is not said."""
        now = self._now
        gone = departure_of(now, partner.id)
        here = now.partner(partner.id)
        if here is not None:
            if gone is not None and gone.reason == WISHED and here.frequency == 0:
                return WISHED
            if partner.frequency == 0:  # then contact is what is asked about
                return KEPT if here.frequency != 0 else None
            return KEPT if here.still_there else None
        if any(other.successor_of == partner.id for other in now.partners):
            return SUCCEEDED
        return gone.reason if gone is not None else None

    def successor_of(self, partner: Partner) -> Partner | None:
        """Return the one who took somebody's place, or None."""
        return next((p for p in self._now.partners if p.successor_of == partner.id), None)

    def with_answer(self, answer: str) -> list[Partner]:
        """Return the ids of those with an answer, in the order of the moment before.

        Who took somebody's place is there.
        """
        found = [self.called(p) for p in self.people if self.answer_of(p) == answer]
        if answer == KEPT:
            gone = {p.id for p in self.people if self.answer_of(p) == SUCCEEDED}
            found += [p for p in self._now.partners if p.successor_of in gone]
        return found

    @property
    def here(self) -> int:
        """Count the partners there was contact with then and still is."""
        now = (self._now.partner(p.id) for p in self.people if p.frequency != 0)
        return sum(p is not None and p.frequency != 0 for p in now)

    @property
    def wished(self) -> int:
        """Count the partners of this map who are only wished for."""
        return len(only_wished(self._now))

    @property
    def newcomers(self) -> tuple[Partner, ...]:
        """Return the partners of this map who were not on the one before."""
        known = {p.id for p in self.earlier.partners} if self.earlier is not None else set()
        return tuple(p for p in self._now.partners if p.id not in known)

    def about(self, before: Changes, after: Changes) -> str | None:
        """Return the one of those asked about whom alone an edit touched, or None."""
        found = set(self._touched(before, after)).intersection(self.order)
        return found.pop() if len(found) == 1 else None

    def _touched(self, before: Changes, after: Changes) -> Iterator[str]:
        for record in (*before.values(), *after.values()):
            if isinstance(record, Departure):
                yield record.partner
            elif isinstance(record, Partner):
                yield record.id
