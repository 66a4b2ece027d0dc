"""Whose turn it is in a round of one question, without anything of the screen."""

from collections.abc import Iterable


class Turns:
    """The order in which people come by: those without an answer, who may be skipped, and back.

    Somebody who is skipped comes again once all others have been; skipped a second time they
    stay aside. Holds ids only; what the answers are, the map knows.
    """

    def __init__(self, answered: Iterable[str], unanswered: Iterable[str]) -> None:
        self._past = list(answered)
        self._coming = list(unanswered)
        self._order = [*self._past, *self._coming]
        self._skipped_once: set[str] = set()
        self._aside: list[str] = []
        self._revisited: str | None = None

    @property
    def current(self) -> str | None:
        """Return whose turn it is, or None at the end of the round."""
        if self._revisited is not None:
            return self._revisited
        return self._coming[0] if self._coming else None

    @property
    def following(self) -> tuple[str, ...]:
        """Return who comes after the current one, the nearest first."""
        return tuple(key for key in self._coming if key != self.current)

    @property
    def aside(self) -> tuple[str, ...]:
        """Return who was skipped for good in this round."""
        return tuple(self._aside)

    @property
    def number(self) -> int:
        """Return the number of the current card, which it keeps through the round; 0 at its end."""
        return self._order.index(self.current) + 1 if self.current is not None else 0

    @property
    def count(self) -> int:
        """Return how many take part in the round."""
        return len(self._order)

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a card before the current one."""
        return self._place() > 0

    def _place(self) -> int:
        return len(self._past) if self._revisited is None else self._past.index(self._revisited)

    def answer(self, key: str) -> None:
        """Take note of an answer; where it was their turn, the next without one is on."""
        was_on = key == self.current
        self._waits_no_more(key)
        if key not in self._order:
            self._order.append(key)
        if was_on:
            self._revisited = None
            if key in self._past:
                self._past.remove(key)
        if key not in self._past:
            self._past.append(key)

    def take_back(self, key: str) -> None:
        """Take note that an answer is gone; theirs is the next turn."""
        self.forget(key, keeps_number=True)
        self._revisited = None
        self._coming.insert(0, key)
        if key not in self._order:
            self._order.append(key)

    def add(self, key: str) -> None:
        """Let somebody new come at the end."""
        self._order.append(key)
        self._coming.append(key)

    def forget(self, key: str, *, keeps_number: bool = False) -> None:
        """Leave somebody out who is not on the map any more."""
        self._waits_no_more(key)
        if self._revisited == key:
            self._revisited = None
        lists = [self._past] if keeps_number else [self._past, self._order]
        for keys in lists:
            if key in keys:
                keys.remove(key)

    def skip(self) -> None:
        """Go on without an answer."""
        if self._revisited is not None:
            place = self._place() + 1
            self._revisited = self._past[place] if place < len(self._past) else None
            return
        if not self._coming:
            return
        key = self._coming.pop(0)
        if self._coming and key not in self._skipped_once:
            self._coming.append(key)
        else:
            self._aside.append(key)
        self._skipped_once.add(key)
        if key in self._past:
            self._past.remove(key)
        self._past.append(key)

    def back(self) -> None:
        """Return to the card before the current one."""
        place = self._place() - 1
        if place >= 0:
            self._revisited = self._past[place]

    def again(self) -> None:
        """Let those who were set aside come by once more."""
        self._coming, self._aside, self._revisited = [*self._coming, *self._aside], [], None
        self._skipped_once.clear()

    def _waits_no_more(self, key: str) -> None:
        for keys in (self._coming, self._aside):
            if key in keys:
                keys.remove(key)
