"""The questions of the rating pass with their answers, in the language of the app."""

from dataclasses import dataclass
from typing import Final

from app.models.text_form import isolated
from app.models.vocabulary import Scale, vocabulary
from app.words import current_language, filled, say

NEEDED: Final = 2
"""How many questions, from the first, belong to every pass; the rest is as the owner likes."""

STAR: Final = "named_important"


@dataclass(frozen=True, slots=True)
class Answer:
    """One bin: what it stands for and what is written on it."""

    value: int
    key: str
    short: str
    full: str


@dataclass(frozen=True, slots=True)
class Question:
    """One round of the pass, about one field of a partner."""

    field: str
    text: str
    """With *{name}* where whoever it is about is named."""
    name: str
    """What it is called where one can choose to go on with it."""
    done: str
    """What is said once everybody has an answer."""
    answers: tuple[Answer, ...]

    def answer(self, value: int | None) -> Answer | None:
        """Return the answer with a value, or None where there is no such answer."""
        return next((answer for answer in self.answers if answer.value == value), None)

    def about(self, name: str) -> str:
        """Return the question as it is asked about somebody."""
        return filled(self.text, name=isolated(name))

    def stored(self, value: int) -> int | bool:
        """Return the stored value of an answer."""
        return bool(value) if self.field == STAR else value


def questions() -> tuple[Question, ...]:
    """Return the questions in the order in which they are asked."""
    scales, tongue = vocabulary().scales, current_language()
    frequency, importance, satisfaction = (
        scales[name] for name in ("frequency", "importance", "satisfaction")
    )
    return (
        Question(
            "frequency",
            say("How often do you have contact with {name}?"),
            say("contact"),
            say("You have rated contact for everyone."),
            _answers(frequency, tongue),
        ),
        Question(
            "importance",
            say("How important is the contact with {name} for your pupils' chances to develop?"),
            say("importance"),
            say("You have rated importance for everyone."),
            _answers(importance, tongue),
        ),
        Question(
            "wished_frequency",
            say("How often would you like to be in contact with {name}?"),
            say("contact I would like"),
            say("You have said what contact you would like with everyone."),
            _answers(vocabulary().wished, tongue),
        ),
        Question(
            "satisfaction",
            say("How satisfied are you with working together with {name}?"),
            say("satisfaction"),
            say("You have rated satisfaction for everyone."),
            _answers(satisfaction, tongue),
        ),
        Question(
            STAR,
            say("Is {name} one of your most important partners?"),
            say("most important partners"),
            say("You have rated everyone."),
            _star_answers(),
        ),
    )


def _star_answers() -> tuple[Answer, ...]:
    no = Answer(0, "0", say("no"), say("not one of them"))
    return no, Answer(1, "S", say("yes"), say("one of my most important"))


def _answers(scale: Scale, tongue: str) -> tuple[Answer, ...]:
    return tuple(
        Answer(step.code, str(step.code), step.short(tongue), step.label(tongue))
        for step in scale.steps
    )
