"""What is said of each step in which a map came about."""

from collections.abc import Sequence

from app.analysis.stages import Stage
from app.models.network import Partner, Record, Tie
from app.models.vocabulary import vocabulary
from app.views.map.spoken import tie_words, who_words
from app.words import current_language, joined, phrases, say
from app.words.edit_names import edit_name
from app.words.field_names import field_label

_PLACE = ("x", "y", "angle")


def told(stage: Stage) -> str:
    """Return a sentence or a few words on a step."""
    edit = stage.edit
    if edit is None:
        return beginning(stage)
    pairs = [(edit.before.get(key), after) for key, after in edit.after.items()]
    people = [pair for pair in pairs if isinstance(pair[1] or pair[0], Partner)]
    came = [after for before, after in people if before is None and after is not None]
    went = [before for before, after in people if after is None and before is not None]
    if came or went:
        said = (who_words(came, say("Added: {who}")), who_words(went, say("Removed: {who}")))
        return joined((part for part in said if part), between=". ")
    ties = [(before, after) for before, after in pairs if isinstance(after or before, Tie)]
    if len(ties) == 1 and not people:
        return tie_words(stage.whole, *ties[0])
    if len(people) == 1:
        return _changed(*people[0]) or edit_name(edit, stage.whole)
    return edit_name(edit, stage.whole)


def beginning(first: Stage) -> str:
    """Return the words on the stage the kept steps begin with."""
    if not first.whole.partners:
        return say("It starts with an empty map.")
    return say(
        "It starts with {people}: steps before that were not saved.",
        people=phrases.people_count(first.whole.partners),
    )


def why_still(stages: Sequence[Stage]) -> str:
    """Return why there is nothing to play; "" where there is."""
    if len(stages) > 1:
        return ""
    if not stages or not stages[0].whole.partners:
        return say("There is no one on the map yet, so there is nothing to show.")
    return say(
        "The steps of how this map came about were not saved: it came as it is, from a file or "
        "from an earlier moment. You can see here what you change from now on."
    )


def _changed(before: Record | None, after: Record | None) -> str:
    """Return the words on the change of one partner who was there and stayed."""
    assert isinstance(before, Partner)
    assert isinstance(after, Partner)
    tongue = current_language()
    said = []
    for field in ("frequency", "importance"):
        if getattr(before, field) != getattr(after, field):
            answer = phrases.scale_label(field, getattr(after, field))
            said.append(joined((field_label(field), answer), between=": "))
    if before.setting != after.setting:
        said.append(phrases.setting_label(after.setting))
    if before.kind != after.kind:
        said.append(vocabulary().kind_label(after.kind, tongue))
    if not said and any(getattr(before, name) != getattr(after, name) for name in _PLACE):
        said.append(say("moved") if after.x is not None or after.angle is not None else "")
    said = [part for part in said if part]
    return joined((after.name, joined(said)), between=": ") if said else ""
