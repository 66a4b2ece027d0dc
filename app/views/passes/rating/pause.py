"""What the rating pass says at the end of a round, and what it offers to do next."""

from dataclasses import dataclass

from app.views.passes.rating.questions import NEEDED
from app.views.passes.rating.round import Round
from app.words import filled, say


@dataclass(frozen=True, slots=True)
class Pause:
    """A sentence and the words on the buttons; where a word is empty there is no button."""

    sentence: str
    first: str
    other: str = ""
    again: str = ""


def pause(ended: Round) -> Pause:
    """Return the text at the end of a round, with the next question first if it is needed."""
    asked, following = ended.ratings, ended.following
    to_map = say("To the map")
    if not asked.people:
        return Pause(
            say("There is no one on the map yet. Add the people you work with first."), to_map
        )
    open_ = asked.remaining
    if open_ == 0:
        sentence = ended.question.done
    elif open_ == 1:
        sentence = say("1 not answered yet. You can leave it like that.")
    else:
        sentence = say("{n} not answered yet. You can leave them.")
        sentence = filled(sentence, n=open_)
    again = say("Go through them again") if open_ else ""
    if following is None:
        return Pause(sentence, to_map, again=again)
    asks = say("If you like, also: {question}")
    if following in ended.questions[:NEEDED]:
        asks = say("Next: {question}")
    go_on = filled(asks, question=following.name)
    first, other = (go_on, to_map) if ended.is_needed else (to_map, go_on)
    return Pause(sentence, first, other, again)
