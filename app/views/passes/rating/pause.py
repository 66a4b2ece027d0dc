"""What the rating pass says at the end of a round, and what it offers to do next."""

from dataclasses import dataclass

from app.passes.ratings import Ratings
from app.views.passes.rating.questions import Question
from app.words import filled, say, say_in


@dataclass(frozen=True, slots=True)
class Pause:
    """A sentence and the words on the buttons; where a word is empty there is no button."""

    sentence: str
    first: str
    other: str = ""
    again: str = ""


def pause(
    asked: Ratings, question: Question, following: Question | None, *, is_needed: bool
) -> Pause:
    """Return the text at the end of a round, with the next question first if it is needed."""
    if not asked.people:
        return Pause(
            say("There is no one on the map yet. Add the people you work with first."),
            say("To the map"),
        )
    open_ = asked.remaining
    if open_ == 0:
        sentence = question.done
    elif open_ == 1:
        sentence = say("1 not answered yet. You can leave it like that.")
    else:
        sentence = say("{n} not answered yet. You can leave them.")
        sentence = filled(sentence, n=open_)
    go_on = say("Next: {question}")
    go_on = filled(go_on, question=following.name) if following else ""
    done = say_in("RatingPass", "Done")
    first, other = (go_on, done) if is_needed else (done, go_on)
    return Pause(sentence, first, other, say("Go through them again") if open_ else "")
