"""The then-test: the earlier moment rated again with the eyes of now, in the manner of the pass."""

from dataclasses import replace
from typing import Any

from app.models.network import Partner
from app.passes.ratings import Ratings, SecondLook
from app.views.passes.rating.questions import Question, questions
from app.views.passes.rating.rating_pass import RatingPass
from app.words import filled, phrases, say


class LookBack(RatingPass):
    """Asks contact and importance of the open map once more; what it says itself is not shown."""

    def questions_asked(self) -> tuple[Question, ...]:
        """Return the two questions, as one asks them of a moment that is past."""
        texts = {
            "frequency": say("Looking back, how often were you in contact with {name}?"),
            "importance": say("Looking back, how important was the contact with {name}?"),
        }
        return tuple(replace(q, text=texts[q.field]) for q in questions() if q.field in texts)

    def ratings_of(self, question: Question) -> Ratings:
        """Return the partners of then, with what is said of them now."""
        return SecondLook(self._document.map if self._document.is_open else None, question.field)

    def store(self, partner: Partner, value: int | None) -> bool:
        """Store an answer apart from what the map says; tell whether that was carried out."""
        self._document.end_merging()
        answered: dict[str, Any] = {self.question: value}
        return self._document.look_back(partner.id, **answered)

    def start(self, question: str = "") -> None:
        """Begin, and say of which moment it is."""
        super().start(question)
        if self._document.is_open:
            text = say("Back to {moment}")
            network = self._document.map.network
            self.setAccessibleName(filled(text, moment=phrases.moment_name(network)))
