"""One question put to everybody on a map, and the same put again with the eyes of now."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from app.analysis.composition import counted
from app.models.network import Changes, Hindsight, Map, Partner
from app.passes.position import Position


@dataclass(frozen=True)
class Ratings:
    """Who is asked about one field of a partner, and what was answered."""

    whole: Map | None
    field: str

    @property
    def people(self) -> tuple[Partner, ...]:
        """Return the partners that are asked about: all on the map, none where no map is open."""
        return self.whole.partners if self.whole else ()

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Return the ids of those who take part: first with an answer, then those to come."""
        known = [p.id for p in self.people if p.id in self.answered]
        return (*known, *(p.id for p in self.people if p.id not in self.answered))

    @cached_property
    def answered(self) -> frozenset[str]:
        """Return the ids of the partners with an answer."""
        return frozenset(p.id for p in self.people if self.value(p) is not None)

    @property
    def remaining(self) -> int:
        """Count the partners without an answer."""
        return len(self.people) - len(self.answered)

    def value(self, partner: Partner) -> int | None:
        """Return the answer about somebody, or None."""
        found = getattr(partner, self.field)
        return None if found is None else int(found)

    def begun(self) -> Position[str]:
        """Return the begin of a round."""
        return Position.begun(self.order, self.answered)

    def about(self, before: Changes, after: Changes) -> str | None:
        """Return the one partner whose answer an edit changed and nothing else; otherwise None."""
        found = set(self._changed(before, after))
        return found.pop() if len(found) == 1 else None

    def _changed(self, before: Changes, after: Changes) -> Iterator[str]:
        for key, record in after.items():
            was = before.get(key)
            are_there = isinstance(was, Partner) and isinstance(record, Partner)
            if are_there and getattr(was, self.field) != getattr(record, self.field):
                yield key


@dataclass(frozen=True)
class SecondLook(Ratings):
    """A question put again to everybody of an earlier moment with whom there was contact."""

    @property
    def people(self) -> tuple[Partner, ...]:
        """Return the partners of that earlier moment."""
        return counted(self.whole) if self.whole else ()

    @cached_property
    def _said(self) -> dict[str, Hindsight]:
        return (
            {again.partner: again for again in self.whole.all_of(Hindsight)} if self.whole else {}
        )

    def value(self, partner: Partner) -> int | None:
        """Return the answer seen from now, or None."""
        again = self._said.get(partner.id)
        return None if again is None else getattr(again, self.field)

    def _changed(self, before: Changes, after: Changes) -> Iterator[str]:
        for key, record in after.items():
            was = before.get(key)
            had, has = (getattr(r, self.field, None) for r in (was, record))
            for about in (was, record):
                if isinstance(about, Hindsight) and had != has:
                    yield about.partner
