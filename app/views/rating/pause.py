"""What the rating pass says at the end of a round, and what it offers to do next."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.views.rating.questions import Question
from app.views.rating.round import Round


@dataclass(frozen=True, slots=True)
class Pause:
    """A sentence and the words on the buttons; where a word is empty there is no button."""

    sentence: str
    first: str
    other: str = ""
    again: str = ""


def pause(round_: Round, following: Question | None, *, is_needed: bool) -> Pause:
    """Return what to say at the end of a round, with the next question first if it is needed."""
    translate = QCoreApplication.translate
    if not round_.people:
        return Pause(
            translate(
                "RatingPass", "Nobody is on the map yet. Add the people you work with first."
            ),
            translate("RatingPass", "Back to the map"),
        )
    open_ = round_.remaining
    if open_ == 0:
        sentence = round_.question.done
    elif open_ == 1:
        sentence = translate("RatingPass", "One is still open, and may stay so.")
    else:
        sentence = translate("RatingPass", "{n} are still open, and may stay so.")
        sentence = sentence.replace("{n}", str(open_))
    go_on = translate("RatingPass", "Go on with {question}")
    go_on = go_on.replace("{question}", following.name) if following else ""
    done = translate("RatingPass", "Done")
    first, other = (go_on, done) if is_needed else (done, go_on)
    return Pause(sentence, first, other, translate("RatingPass", "Once more") if open_ else "")
