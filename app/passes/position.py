"""The one engine of all passes: who comes by, skip, later, back, and what happens outside.

A `Position` is a value. Each move returns another one, so it can be kept, compared and handed to a
screen that is built anew. It holds keys only (of a partner, of a pair); what was answered, the map
knows.
"""

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Position(Generic[K]):
    """Where one stands in a pass.

    Nobody is asked twice and nobody is forgotten: whoever takes part has an answer, is still to
    come, or was left open.
    """

    order: tuple[K, ...] = ()
    """Everybody who takes part. The place in it is the number on the card, which nobody loses."""
    answered: frozenset[K] = frozenset()
    coming: tuple[K, ...] = ()
    """Who is still to come by, the nearest first."""
    past: tuple[K, ...] = ()
    """The way back: whose card was on, and before them who had an answer from the start."""
    put_off: frozenset[K] = frozenset()
    """Who was put off once: a second time they are left open."""
    revisited: K | None = None
    """Whose card is on because one went back to it."""

    @classmethod
    def begun(
        cls, order: Iterable[K], answered: Collection[K], *, everybody: bool = False
    ) -> "Position[K]":
        """Return the begin of a pass for who has no answer, or for `everybody`."""
        keys = tuple(order)
        known = frozenset(answered).intersection(keys)
        return cls(
            order=keys,
            answered=known,
            coming=keys if everybody else tuple(key for key in keys if key not in known),
            past=() if everybody else tuple(key for key in keys if key in known),
        )

    # What there is to see.

    @property
    def current(self) -> K | None:
        """Return the key of the card that is on, or None at the end."""
        if self.revisited is not None:
            return self.revisited
        return self.coming[0] if self.coming else None

    @property
    def following(self) -> tuple[K, ...]:
        """Return the keys of the cards after the one that is on, the nearest first."""
        return tuple(key for key in self.coming if key != self.current)

    @property
    def left_open(self) -> tuple[K, ...]:
        """Return the keys without an answer that do not come by again by themselves."""
        done = self.answered.union(self.coming)
        return tuple(key for key in self.order if key not in done)

    @property
    def number(self) -> int:
        """Return the number of the card that is on, from 1; 0 at the end."""
        return self.order.index(self.current) + 1 if self.current is not None else 0

    @property
    def count(self) -> int:
        """Count the cards that take part."""
        return len(self.order)

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a card before the one that is on."""
        return self._place > 0

    @property
    def _place(self) -> int:
        return len(self.past) if self.revisited is None else self.past.index(self.revisited)

    # What the person does.

    def answer(self, key: K) -> "Position[K]":
        """Return the position once somebody has an answer; a card that was on has had its turn."""
        was_on = key == self.current
        past = self.past
        if was_on or key not in past:
            past = (*_without(past, key), key)
        return replace(
            self,
            order=self.order if key in self.order else (*self.order, key),
            answered=self.answered | {key},
            coming=_without(self.coming, key),
            past=past,
            put_off=self.put_off - {key},
            revisited=None if was_on else self.revisited,
        )

    def take_back(self, key: K) -> "Position[K]":
        """Return the position once an answer is gone: its card is on."""
        return replace(
            self,
            order=self.order if key in self.order else (*self.order, key),
            answered=self.answered - {key},
            coming=(key, *_without(self.coming, key)),
            past=_without(self.past, key),
            revisited=None,
        )

    def skip(self) -> "Position[K]":
        """Return the position after leaving a card as it is, or going forward after going back."""
        if self.revisited is not None:
            place = self._place + 1
            return replace(self, revisited=self.past[place] if place < len(self.past) else None)
        if not self.coming:
            return self
        key, *rest = self.coming
        return replace(self, coming=tuple(rest), past=(*_without(self.past, key), key))

    def later(self) -> "Position[K]":
        """Return the position after putting a card off, once, until all others have been."""
        key, after = self.current, self.skip()
        if key is None or self.revisited is not None:
            return after
        if after.coming and key not in self.put_off:
            after = replace(after, coming=(*after.coming, key))
        return replace(after, put_off=self.put_off | {key})

    def back(self) -> "Position[K]":
        """Return the position after going back to the card before."""
        return replace(self, revisited=self.past[self._place - 1]) if self.can_go_back else self

    def go_to(self, key: K) -> "Position[K]":
        """Return the position at a card that was on before, or is to come."""
        if key in self.past:
            return replace(self, revisited=key)
        if key in self.coming:
            return replace(self, coming=(key, *_without(self.coming, key)), revisited=None)
        return self

    def again(self) -> "Position[K]":
        """Return the position in which those left open come by once more."""
        coming = (*self.coming, *self.left_open)
        return replace(self, coming=coming, put_off=frozenset(), revisited=None)

    # What happens outside the pass.

    def follow(self, order: Iterable[K], answered: Collection[K]) -> "Position[K]":
        """Return the position after an edit from outside, which never moves the card in hand.

        It goes away only with whoever it is about, or once they have got what is asked. Who is
        new comes last. Who got an answer need not come any more, and who lost one comes again.
        """
        wanted, now = tuple(order), frozenset(answered)
        position = self if wanted == self.order else self._with(wanted, now)
        for key in _in_order(position.order, (now - position.answered).intersection(wanted)):
            position = position.answer(key)
        for key in _in_order(position.order, position.answered - now):
            position = _lost(position, key)
        return position

    def _with(self, wanted: tuple[K, ...], now: frozenset[K]) -> "Position[K]":
        """Return the position with the people who are there now, new ones at the end."""
        there, known = frozenset(wanted), frozenset(self.order)
        new = tuple(key for key in wanted if key not in known)
        return replace(
            self,
            order=(*_among(self.order, there), *new),
            answered=(self.answered & there) | now.intersection(new),
            coming=(*_among(self.coming, there), *(key for key in new if key not in now)),
            past=(*_among(self.past, there), *(key for key in new if key in now)),
            put_off=self.put_off & there,
            revisited=self.revisited if self.revisited in there else None,
        )

    def follow_undo(self, order: Iterable[K], answered: Collection[K], about: K) -> "Position[K]":
        """Return the position after an undo or redo that is about somebody: at their card.

        An answer that is made again leads on, as it did the first time.
        """
        had = about in self.answered
        position = self.follow(order, answered)
        if about not in position.order:
            return position
        if had and about not in position.answered:
            return position.take_back(about)
        was_made = about in position.answered and not had
        return position if was_made else position.go_to(about)


def _lost(position: Position[K], key: K) -> Position[K]:
    """Return the position once somebody has no answer any more; the card in hand stays."""
    answered, coming = position.answered - {key}, position.coming
    if key in coming:
        return replace(position, answered=answered)
    if key == position.revisited:
        return replace(position, answered=answered, coming=(key, *coming))
    at = 1 if coming and position.revisited is None else 0
    coming = (*coming[:at], key, *coming[at:])
    past = _without(position.past, key)
    return replace(position, answered=answered, coming=coming, past=past)


def _without(keys: tuple[K, ...], gone: K) -> tuple[K, ...]:
    return tuple(key for key in keys if key != gone)


def _among(keys: tuple[K, ...], there: frozenset[K]) -> tuple[K, ...]:
    return tuple(key for key in keys if key in there)


def _in_order(order: tuple[K, ...], keys: frozenset[K]) -> tuple[K, ...]:
    return _among(order, keys) if len(keys) > 1 else tuple(keys)
