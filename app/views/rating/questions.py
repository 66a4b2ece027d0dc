"""The questions of the rating pass with their answers, in the language of the app."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from app import language
from app.models.vocabulary import Scale, vocabulary

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
    name: str
    """What it is called where one can choose to go on with it."""
    done: str
    """What is said once everybody has an answer."""
    answers: tuple[Answer, ...]

    def answer(self, value: int) -> Answer | None:
        """Return the answer with a value, or None where there is no such answer."""
        return next((answer for answer in self.answers if answer.value == value), None)

    def stored(self, value: int) -> int | bool:
        """Return what a record holds for an answer."""
        return bool(value) if self.field == STAR else value


def questions() -> tuple[Question, ...]:
    """Return the questions in the order in which they are asked."""
    translate = QCoreApplication.translate
    scales, tongue = vocabulary().scales, language.current()
    frequency, importance, satisfaction = (
        scales[name] for name in ("frequency", "importance", "satisfaction")
    )
    star = (
        Answer(0, "0", translate("RatingPass", "no"), translate("RatingPass", "not among them")),
        Answer(
            1,
            "S",
            translate("RatingPass", "yes"),
            translate("RatingPass", "one of my most important"),
        ),
    )
    return (
        Question(
            "frequency",
            frequency.label(tongue),
            translate("RatingPass", "contact"),
            translate("RatingPass", "Contact is filled in for everybody."),
            _answers(frequency, tongue),
        ),
        Question(
            "importance",
            importance.label(tongue),
            translate("RatingPass", "importance"),
            translate("RatingPass", "Importance is filled in for everybody."),
            _answers(importance, tongue),
        ),
        Question(
            "wished_frequency",
            translate("RatingPass", "How often would you like contact?"),
            translate("RatingPass", "wished contact"),
            translate("RatingPass", "Wished contact is filled in for everybody."),
            _answers(frequency, tongue),
        ),
        Question(
            "satisfaction",
            satisfaction.label(tongue),
            translate("RatingPass", "satisfaction"),
            translate("RatingPass", "Satisfaction is filled in for everybody."),
            _answers(satisfaction, tongue),
        ),
        Question(
            STAR,
            translate("RatingPass", "Is this one of your most important partners?"),
            translate("RatingPass", "most important partners"),
            translate("RatingPass", "Everybody has had a turn."),
            star,
        ),
    )


def _answers(scale: Scale, tongue: str) -> tuple[Answer, ...]:
    return tuple(
        Answer(step.code, str(step.code), step.short(tongue), step.label(tongue))
        for step in scale.steps
    )
