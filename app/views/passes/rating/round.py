"""One question put to everybody on the map: who has which answer, and whose turn it is."""

from app.document import Document
from app.models.network import Changes, Partner
from app.views.passes.rating.questions import Question
from app.views.passes.rating.turns import Turns


class Round:
    """Reads answers from the document and gives them to it; keeps only the order of the cards."""

    def __init__(self, document: Document, question: Question) -> None:
        self.question = question
        self._document = document
        self._latest: list[str] = []
        has_answer = {partner.id: self.value(partner) is not None for partner in self.people}
        self.turns = Turns(
            [key for key, has in has_answer.items() if has],
            [key for key, has in has_answer.items() if not has],
        )

    @property
    def standing(self) -> tuple[Turns, list[str]]:
        """Return whose turn it is and who was answered last, to `go_on_at` in another round."""
        return self.turns, self._latest

    def go_on_at(self, standing: tuple[Turns, list[str]]) -> None:
        """Go on where another round of the same question stood."""
        self.turns, self._latest = standing

    @property
    def people(self) -> tuple[Partner, ...]:
        """Return everybody on the map; nobody where none is open."""
        return self._document.map.partners if self._document.is_open else ()

    @property
    def current(self) -> Partner | None:
        """Return whose turn it is, or None at the end."""
        return self.partner(self.turns.current or "")

    @property
    def following(self) -> list[Partner]:
        """Return who comes next, the nearest first."""
        found = (self.partner(key) for key in self.turns.following)
        return [partner for partner in found if partner is not None]

    @property
    def remaining(self) -> int:
        """Return how many have no answer."""
        return sum(self.value(partner) is None for partner in self.people)

    def partner(self, key: str) -> Partner | None:
        """Return the partner with an id, or None."""
        return self._document.map.partner(key) if self._document.is_open else None

    def value(self, partner: Partner) -> int | None:
        """Return the answer of a partner, or None."""
        found = getattr(partner, self.question.field)
        return None if found is None else int(found)

    def inside(self, value: int) -> list[Partner]:
        """Return who has an answer: in the order of the map, those of this round last."""
        places = {key: place for place, key in enumerate(self._latest)}
        found = (partner for partner in self.people if self.value(partner) == value)
        return sorted(found, key=lambda partner: places.get(partner.id, -1))

    def answer(self, partner: Partner, value: int | None) -> bool:
        """Store an answer (None takes it away); tell whether that was carried out."""
        key = partner.id
        stored = None if value is None else self.question.stored(value)
        if not self._document.set_partners([key], **{self.question.field: stored}):
            return False
        if value is None:
            self.turns.take_back(key)
        else:
            self.turns.answer(key)
            self._latest = [other for other in self._latest if other != key] + [key]
        return True

    def follow(self, before: Changes, after: Changes) -> None:
        """Follow an edit: who came or went, and whose answer was made, taken back or remade."""
        for key, record in after.items():
            was = before.get(key)
            if isinstance(was, Partner) and not isinstance(record, Partner):
                self.turns.forget(key)
            elif isinstance(record, Partner):
                self._follow_one(was if isinstance(was, Partner) else None, record)

    def _follow_one(self, was: Partner | None, partner: Partner) -> None:
        field, has = self.question.field, self.value(partner) is not None
        if was is None:
            self.turns.add(partner.id)
            if has:
                self.turns.answer(partner.id)
        elif getattr(was, field) != getattr(partner, field):
            if not has:
                self.turns.take_back(partner.id)
            elif getattr(was, field) is None:
                self.turns.answer(partner.id)
