"""The pairs of partners, who is asked of each whether they know each other."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from app.analysis.composition import counted
from app.models.network import Changes, Map, Partner, Tie
from app.passes.position import Position

YES: Final = "yes"
NO: Final = "no"
UNKNOWN: Final = "unknown"

Pair = tuple[str, str]
"""The ids of two partners; as a key of the pass always the lesser first."""


@dataclass(frozen=True)
class Pairs:
    """Who makes a pair with whom, and what is known of each.

    The pairs go person by person, people of one setting after each other; wished partners
    (frequency 0) take no part. Every answer is on the map, *no* too.
    """

    whole: Map | None

    @cached_property
    def people(self) -> tuple[Partner, ...]:
        """Return the people who take part, those of one setting after each other."""
        people = counted(self.whole) if self.whole else ()
        settings = list(dict.fromkeys(partner.setting for partner in people))
        return tuple(sorted(people, key=lambda partner: settings.index(partner.setting)))

    @cached_property
    def _lined_up(self) -> dict[Pair, Pair]:
        """Return each pair by its key: who stays for a while, and who comes by."""
        ids = [partner.id for partner in self.people]
        pairs = [(a, b) for place, a in enumerate(ids) for b in ids[place + 1 :]]
        return {_key(pair): pair for pair in pairs}

    def after(self, whole: Map | None) -> "Pairs":
        """Return the pairs of a later state of the map; who makes one with whom often stays."""
        following = Pairs(whole)
        ids = [partner.id for partner in self.people]
        if ids == [partner.id for partner in following.people]:
            following.__dict__["_lined_up"] = self._lined_up
        return following

    @property
    def order(self) -> Collection[Pair]:
        """Return the keys of all pairs, in the order in which they come by."""
        return self._lined_up.keys()

    @cached_property
    def answered(self) -> frozenset[Pair]:
        """Return the pairs that have an answer."""
        return frozenset(key for key in self.order if self.answer_of(key) is not None)

    @property
    def lines_drawn(self) -> bool:
        """Tell whether the owner says that all ties are there."""
        return self.whole is not None and self.whole.network.lines_drawn

    @property
    def left_out(self) -> int:
        """Count the partners who take no part: those there is no contact with yet."""
        return len(self.whole.partners) - len(self.people) if self.whole else 0

    @cached_property
    def _ties(self) -> dict[Pair, str]:
        ties = self.whole.asked_pairs if self.whole else ()
        return {_key((tie.a, tie.b)): tie.state for tie in ties}

    @property
    def unsaid(self) -> int:
        """Count the pairs of which nobody said anything, whether or not all lines are drawn."""
        return len(self._lined_up) - sum(key in self._lined_up for key in self._ties)

    def begun(self, *, everybody: bool = False) -> Position[Pair]:
        """Return the begin of a pass for the pairs without an answer, or for all of them."""
        return Position.begun(self.order, self.answered, everybody=everybody)

    def pair(self, key: Pair) -> tuple[Partner, Partner]:
        """Return the two of a pair: the one who stays for a while, and the one who comes by."""
        found = {partner.id: partner for partner in self.people}
        a, b = self._lined_up[key]
        return found[a], found[b]

    def answer_of(self, key: Pair) -> str | None:
        """Return `yes`, `no`, `unknown`, or None where there is no answer yet."""
        return self._ties.get(key) or (NO if self.lines_drawn else None)

    def with_answer(self, person: str, answer: str) -> list[Partner]:
        """Return the partners who make a pair with somebody that has this answer."""
        return [
            other
            for other in self.people
            if other.id != person and self.answer_of(_key((person, other.id))) == answer
        ]

    def behind(self, position: Position[Pair]) -> int:
        """Count those who still come by for the one who stays, two at most."""
        if position.current is None:
            return 0
        stays = self._lined_up[position.current][0]
        coming = (
            key
            for key in position.coming
            if key != position.current and self._lined_up[key][0] == stays
        )
        return len(tuple(islice(coming, 2)))

    def count(self, answer: str | None) -> int:
        """Count the pairs with this answer."""
        return sum(self.answer_of(key) == answer for key in self.order)

    def about(self, before: Changes, after: Changes) -> Pair | None:
        """Return the one pair whose answer an edit changed, or None."""
        ties = [r for r in (*before.values(), *after.values()) if isinstance(r, Tie)]
        found = {_key((tie.a, tie.b)) for tie in ties}
        people = any(isinstance(r, Partner) for r in (*before.values(), *after.values()))
        return found.pop() if len(found) == 1 and not people else None


def _key(pair: Pair) -> Pair:
    """Return the pair as it is called whoever is named first."""
    a, b = pair
    return (a, b) if a < b else (b, a)
