"""Who was there at the moment before, what is known of each now, and whose turn it is."""

from typing import Final

from app.analysis.composition import counted, only_wished
from app.document import Document
from app.models.moments import departure_of
from app.models.network import Changes, Departure, Map, Network, Partner

KEPT: Final = "kept"
SUCCEEDED: Final = "succeeded"
WISHED: Final = "wished"


class RollCall:
    """Reads the moment before from the library and gives answers to the document.

    That somebody is still there is no edit. So it is kept here who was confirmed, as long as
    the same map stays open; everybody who was not asked is there just as well.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self.earlier: Map | None = None
        self.people: tuple[Partner, ...] = ()
        self._waiting: set[str] = set()
        self.current: Partner | None = None

    def read(self, *, anew: bool = False) -> None:
        """Find the moment before; who has no answer yet comes by, or with `anew` everybody."""
        self.earlier = self._moment_before()
        self.people = ()
        if self.earlier is not None:
            self.people = (*counted(self.earlier), *only_wished(self.earlier))
        self._waiting = {p.id for p in self.people if anew or self.answer_of(p) is None}
        self.current = self._next_after(-1)

    def forget(self) -> None:
        """Begin with another map."""
        self.people, self.earlier, self.current = (), None, None
        self._waiting.clear()

    # What there is to see.

    @property
    def number(self) -> int:
        """Return the number of whose turn it is, from 1; 0 at the end."""
        return self.people.index(self.current) + 1 if self.current is not None else 0

    @property
    def waiting(self) -> int:
        """Return how many are still to come."""
        return len(self._waiting)

    def called(self, partner: Partner) -> Partner:
        """Return somebody of the moment before as they are now, if they are still there."""
        return self._document.map.partner(partner.id) or partner

    def answer_of(self, partner: Partner) -> str | None:
        """Return `kept`, a reason, `succeeded`, or None where it is not said."""
        now = self._document.map
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

    def with_answer(self, answer: str) -> list[Partner]:
        """Return who has an answer, in the order of the moment before.

        Who took somebody's place is there.
        """
        found = [self.called(p) for p in self.people if self.answer_of(p) == answer]
        if answer == KEPT:
            gone = {p.id for p in self.people if self.answer_of(p) == SUCCEEDED}
            found += [p for p in self._document.map.partners if p.successor_of in gone]
        return found

    @property
    def here(self) -> int:
        """Return with how many of those with whom there was contact then there is still some."""
        now = (self._document.map.partner(p.id) for p in self.people if p.frequency != 0)
        return sum(p is not None and p.frequency != 0 for p in now)

    @property
    def wished(self) -> int:
        """Return how many on this map are wished for."""
        return len(only_wished(self._document.map))

    @property
    def newcomers(self) -> tuple[Partner, ...]:
        """Return who is on this map and was not on the one before."""
        known = {p.id for p in self.earlier.partners} if self.earlier is not None else set()
        return tuple(p for p in self._document.map.partners if p.id not in known)

    # Answering.

    def answer(self, answer: str) -> bool:
        """Store an answer for whose turn it is and go on; tell whether that was carried out."""
        partner = self.current
        if partner is None or self.earlier is None:
            return False
        self._document.end_merging()
        if answer == KEPT:
            if not self._document.stay(partner, self.earlier.ties):
                return False
        else:
            if not self._document.depart(partner.id, answer):
                return False
        self._go_on(partner)
        return True

    def rename(self, name: str) -> bool:
        """Give whose turn it is another name; they are still the same, and still here."""
        if self.current is None or self._document.map.partner(self.current.id) is None:
            return False
        self._document.end_merging()
        return self._document.rename(self.current.id, name)

    def succeed(self, name: str) -> bool:
        """Let somebody new take the place of whose turn it is."""
        partner = self.current
        if partner is None:
            return False
        self._document.end_merging()
        if self._document.succeed(self.called(partner), name) is None:
            return False
        self._go_on(partner)
        return True

    def skip(self) -> None:
        """Leave somebody as they are and go on."""
        if self.current is not None:
            self._go_on(self.current)

    def back(self) -> None:
        """Return to who came before."""
        place = self.number - 2 if self.current is not None else len(self.people) - 1
        if place >= 0:
            self.current = self.people[place]

    def follow(self, before: Changes, after: Changes) -> None:
        """Follow an edit that was not an answer: whom it is about, it is the turn of."""
        touched = {r for r in (*before.values(), *after.values()) if r is not None}
        if any(isinstance(record, Network) for record in touched):
            moment = self._moment_before()
            if (moment and moment.network.id) != (self.earlier and self.earlier.network.id):
                self.read()
                return
        keys = {r.partner for r in touched if isinstance(r, Departure)}
        keys |= {r.id for r in touched if isinstance(r, Partner)}
        about = [partner for partner in self.people if partner.id in keys]
        if len(about) == 1 and self.current != about[0]:
            self.current = about[0]
            if self.answer_of(about[0]) is None:
                self._waiting.add(about[0].id)

    def _go_on(self, partner: Partner) -> None:
        self._waiting.discard(partner.id)
        self.current = self._next_after(self.people.index(partner))

    def _next_after(self, place: int) -> Partner | None:
        order = (*self.people[place + 1 :], *self.people[: place + 1])
        return next((partner for partner in order if partner.id in self._waiting), None)

    def _moment_before(self) -> Map | None:
        """Return the moment before the open one in its series, or None."""
        order = [summary.id for summary in self._document.moments()]
        now = self._document.map.network.id if self._document.is_open else ""
        place = order.index(now) if now in order else 0
        return self._document.map_of(order[place - 1]) if place > 0 else None
