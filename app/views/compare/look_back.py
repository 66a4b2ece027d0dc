"""The then-test: the earlier moment rated again with the eyes of now, in the manner of the pass."""

from dataclasses import replace

from app.analysis.composition import counted
from app.models.network import Changes, Hindsight, Partner
from app.views.passes.rating.panel import RatingPass
from app.views.passes.rating.questions import Question, questions
from app.views.passes.rating.round import Round
from app.words import filled, phrases, say


class LookBack(RatingPass):
    """Asks contact and importance of the open map once more; what it says itself is not shown."""

    def questions_asked(self) -> tuple[Question, ...]:
        """Return the two questions, as one asks them of a moment that is past."""
        texts = {
            "frequency": say("Looking back, how often were you in contact?"),
            "importance": say("Looking back, how important was the contact?"),
        }
        return tuple(replace(q, text=texts[q.field]) for q in questions() if q.field in texts)

    def round_of(self, question: Question) -> Round:
        """Return a round that gives its answers to the records kept apart."""
        return _HindsightRound(self._document, question)

    def start(self, question: str = "frequency") -> None:
        """Begin, and say of which moment it is."""
        super().start(question)
        if self._document.is_open:
            text = say("Back to {moment}")
            network = self._document.map.network
            self.setAccessibleName(filled(text, moment=phrases.moment_name(network)))


class _HindsightRound(Round):
    """A question put again to everybody of an earlier moment with whom there was contact."""

    @property
    def people(self) -> tuple[Partner, ...]:
        """Return who was a partner then."""
        return counted(self._document.map) if self._document.is_open else ()

    def value(self, partner: Partner) -> int | None:
        """Return the answer seen from now, or None."""
        return next(
            (
                getattr(again, self.question.field)
                for again in self._document.map.all_of(Hindsight)
                if again.partner == partner.id
            ),
            None,
        )

    def answer(self, partner: Partner, value: int | None) -> bool:
        """Store an answer apart from what the map says; tell whether that was carried out."""
        self._document.end_merging()
        if not self._document.look_back(partner.id, **{self.question.field: value}):
            return False
        if value is None:
            self.turns.take_back(partner.id)
        else:
            self.turns.answer(partner.id)
            self._latest = [key for key in self._latest if key != partner.id] + [partner.id]
        return True

    def follow(self, before: Changes, after: Changes) -> None:
        """Follow an answer that was taken back or made again."""
        for key, record in after.items():
            was = before.get(key)
            about = record if record is not None else was
            if not isinstance(about, Hindsight):
                continue
            had, has = (getattr(r, self.question.field, None) is not None for r in (was, record))
            if had and not has:
                self.turns.take_back(about.partner)
            elif has and not had:
                self.turns.answer(about.partner)
