"""Which pairs of partners there are, what is known of each, and whose turn it is."""

from typing import Final

from app.analysis.composition import counted
from app.document import Document
from app.models.network import Changes, Partner, Tie

YES: Final = "yes"
NO: Final = "no"
UNKNOWN: Final = "unknown"

Pair = tuple[str, str]
"""The ids of two partners: who stays for a while, and who comes by."""


class Census:
    """Reads ties from the document and gives answers to it; keeps only whose turn it is.

    The pairs go person by person, people of one setting after each other; wished partners
    (frequency 0) take no part. Every answer is on the map, *no* too.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self.read()

    def read(self, *, everything: bool = False) -> None:
        """Let the pairs without an answer come by from the first, or every pair."""
        self._read_ties()
        self._line_up()
        self._waiting = {
            _key(pair) for pair in self.pairs if everything or self.answer_of(pair) is None
        }
        self.current = self._next_after(-1)

    # What there is to see.

    @property
    def lines_drawn(self) -> bool:
        """Tell whether the owner says that all ties are there."""
        return self._document.is_open and self._document.map.network.lines_drawn

    @property
    def left_out(self) -> int:
        """Return how many partners take no part: those there is no contact with yet."""
        return len(self._document.map.partners) - len(self.people) if self._document.is_open else 0

    @property
    def waiting(self) -> int:
        """Return how many pairs are still to come."""
        return len(self._waiting)

    @property
    def number(self) -> int:
        """Return the number of the current pair, which never changes in a pass; 0 at the end."""
        return self._places[_key(self.current)] + 1 if self.current is not None else 0

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a pair before the current one."""
        return bool(self.pairs) and self.number != 1

    @property
    def following(self) -> tuple[Partner, ...]:
        """Return who comes next for the one who stays, two at most."""
        if self.current is None:
            return ()
        coming = self.pairs[self.number :]
        found = [b for a, b in coming if a == self.current[0] and _key((a, b)) in self._waiting]
        return tuple(map(self.partner, found[:2]))

    def partner(self, key: str) -> Partner:
        """Return somebody who takes part."""
        return self._people[key]

    def answer_of(self, pair: Pair) -> str | None:
        """Return `yes`, `no`, `unknown`, or None where there is no answer yet."""
        key = _key(pair)
        if key in self._ties:
            return self._ties[key]
        return NO if self.lines_drawn else None

    def answered(self, person: str, answer: str) -> list[Partner]:
        """Return with whom somebody makes a pair that has this answer."""
        return [
            other
            for other in self.people
            if other.id != person and self.answer_of((person, other.id)) == answer
        ]

    def count(self, answer: str | None) -> int:
        """Return how many pairs have this answer."""
        return sum(self.answer_of(pair) == answer for pair in self.pairs)

    # Answering.

    def answer(self, answer: str) -> bool:
        """Store an answer for the current pair and go on; tell whether that was carried out."""
        pair = self.current
        if pair is None:
            return False
        self._document.end_merging()  # each answer is a step of its own
        if not self._document.set_tie(*pair, answer):
            return False
        self._waiting.discard(_key(pair))
        if self.current == pair:
            self._go_on()
        return True

    def skip(self) -> None:
        """Leave the pair as it is; one that has been before leads to the one after it."""
        if self.current is None:
            return
        key = _key(self.current)
        if key in self._waiting:
            self._waiting.discard(key)
            self._go_on()
        else:
            self.current = self.pairs[self.number] if self.number < len(self.pairs) else None
            self.current = self.current or self._next_after(-1)

    def back(self) -> None:
        """Return to the pair before this one, whether it has an answer or not."""
        if self.can_go_back:
            self.current = self.pairs[self.number - 2 if self.current else -1]

    def _go_on(self) -> None:
        assert self.current is not None
        self.current = self._next_after(self._places[_key(self.current)])

    def _next_after(self, place: int) -> Pair | None:
        """Return the next pair that waits, from the first again after the last."""
        if not self._waiting:
            return None
        order = (*self.pairs[place + 1 :], *self.pairs[: place + 1])
        return next(pair for pair in order if _key(pair) in self._waiting)

    # Following the document.

    def follow(self, before: Changes, after: Changes) -> None:
        """Follow an edit: who came or went, and which ties were made, changed or taken away."""
        if any(isinstance(r, Partner) for r in (*before.values(), *after.values())):
            self._follow_people()
        was = [r for r in before.values() if isinstance(r, Tie)]
        now = [r for r in after.values() if isinstance(r, Tie)]
        if was or now:
            self._follow_ties(was, now)
        if self.current is None:
            self.current = self._next_after(-1)

    def _follow_people(self) -> None:
        known, place = set(self._places), self.number - 1
        current = _key(self.current) if self.current else None
        self._read_ties()
        self._line_up()
        self._waiting &= self._places.keys()
        for pair in self.pairs:
            if _key(pair) not in known and self.answer_of(pair) is None:
                self._waiting.add(_key(pair))
        if current in self._places:
            self.current = self.pairs[self._places[current]]
        else:
            self.current = self._next_after(min(place, len(self.pairs)) - 1)

    def _follow_ties(self, was: list[Tie], now: list[Tie]) -> None:
        self._read_ties()
        for tie in (*was, *now):
            key = _key((tie.a, tie.b))
            if key in self._places and self.answer_of(key) is None:
                self._waiting.add(key)
        if len(was) == 1:  # somebody takes back or changes one answer: that is the pair to look at
            place = self._places.get(_key((was[0].a, was[0].b)))
            if place is not None:
                self.current = self.pairs[place]
            return
        made = {_key((tie.a, tie.b)) for tie in now} & self._waiting
        self._waiting -= made
        if self.current is not None and _key(self.current) in made:
            self._go_on()

    def _read_ties(self) -> None:
        ties = self._document.map.asked_pairs if self._document.is_open else ()
        self._ties = {_key((tie.a, tie.b)): tie.state for tie in ties}

    def _line_up(self) -> None:
        people = counted(self._document.map) if self._document.is_open else ()
        settings = list(dict.fromkeys(partner.setting for partner in people))
        self.people = sorted(people, key=lambda partner: settings.index(partner.setting))
        self._people = {partner.id: partner for partner in self.people}
        ids = list(self._people)
        self.pairs = [(a, b) for place, a in enumerate(ids) for b in ids[place + 1 :]]
        self._places = {_key(pair): place for place, pair in enumerate(self.pairs)}


def _key(pair: Pair) -> Pair:
    """Return the pair as it is called whoever is named first."""
    a, b = pair
    return (a, b) if a < b else (b, a)
