"""One question of a rating put to everybody: what is known, where one stands, what comes next."""

from collections.abc import Callable, Sequence

from app.models.network import Changes, Partner
from app.passes.position import Position
from app.passes.ratings import Ratings
from app.views.passes.rating.questions import NEEDED, Question


class Round:
    """Where a rating stands, without anything of the screen; answers are stored elsewhere."""

    def __init__(
        self, questions: Sequence[Question], ratings_of: Callable[[Question], Ratings]
    ) -> None:
        self.questions = tuple(questions)
        self._ratings_of = ratings_of
        self.begin(self.questions[0])

    def begin(self, question: Question) -> None:
        """Put a question to everybody who has no answer to it."""
        self.question, self.ratings = question, self._ratings_of(question)
        self.position: Position[str] = self.ratings.begun()
        self.latest: tuple[str, ...] = ()
        """Who was answered last in this round, the last of them at the end."""

    def named(self, field: str) -> Question:
        """Return the question about a field; raises KeyError where there is none."""
        return {one.field: one for one in self.questions}[field]

    @property
    def first_waiting(self) -> Question:
        """Return the first question of every pass that somebody has no answer to, or the first."""
        return next(iter(self._waiting), self.questions[0])

    @property
    def is_waiting(self) -> bool:
        """Tell whether somebody has no answer yet to a question of every pass."""
        return bool(self._waiting)

    @property
    def _waiting(self) -> list[Question]:
        return [q for q in self.questions[:NEEDED] if self._ratings_of(q).remaining]

    @property
    def following(self) -> Question | None:
        """Return the question after this one, if there is one."""
        place = self.questions.index(self.question) + 1
        return self.questions[place] if place < len(self.questions) else None

    @property
    def is_needed(self) -> bool:
        """Tell whether the question after this one belongs to every pass, and is open still."""
        return self.following in self._waiting

    def inside(self, value: int) -> list[Partner]:
        """Return the partners with an answer: in the order of the map, those of this round last."""
        places = {key: place for place, key in enumerate(self.latest)}
        found = (p for p in self.ratings.people if self.ratings.value(p) == value)
        return sorted(found, key=lambda partner: places.get(partner.id, -1))

    def answered(self, key: str, *, is_taken_back: bool) -> None:
        """Take note of an answer that was stored, or taken away."""
        self.ratings = self._ratings_of(self.question)
        if is_taken_back:
            self.position = self.position.take_back(key)
        else:
            self.position = self.position.answer(key)
            self.latest = (*(other for other in self.latest if other != key), key)

    def go_on_at(self, position: Position[str], latest: tuple[str, ...]) -> None:
        """Go on where another round of the same question stood."""
        self.position, self.latest = position, latest
        self.catch_up()

    def catch_up(self) -> None:
        """Follow whatever changed on the map."""
        self.ratings = self._ratings_of(self.question)
        self.position = self.position.follow(self.ratings.order, self.ratings.answered)

    def follow(self, before: Changes, after: Changes) -> Question | None:
        """Follow an edit that was no answer of this round, undo and redo to whom they are about.

        Returns another question where the edit is about that; its round has not begun.
        """
        self.ratings = asked = self._ratings_of(self.question)
        about = asked.about(before, after)
        if about is not None:
            self.position = self.position.follow_undo(asked.order, asked.answered, about)
            return None
        self.catch_up()
        others = (q for q in self.questions if q is not self.question)
        return next((q for q in others if self._ratings_of(q).about(before, after)), None)

    def go_to_whom(self, before: Changes, after: Changes) -> None:
        """Let the card be on of whomever an edit of this question is about."""
        about = self.ratings.about(before, after)
        if about is not None:
            self.position = self.position.go_to(about)
