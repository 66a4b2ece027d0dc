"""What the rating pass says at the end of a round, and what it offers to do next."""

from dataclasses import dataclass

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
    if ended.is_needed and following is not None:
        go_on = say("Next: {question}")
        return Pause(sentence, filled(go_on, question=following.name), to_map, again)
    go_on = say("If you like, also: {question}")
    go_on = filled(go_on, question=following.name) if following else ""
    return Pause(sentence, to_map, go_on, again)
