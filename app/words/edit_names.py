"""What an edit is called: behind *Undo*, in what is announced, and in the replay."""

from dataclasses import replace
from functools import cache

from app.models.edit import Edit
from app.models.network import Map, Partner, Record, Tie
from app.words import current_language, say, say_in
from app.words.catalog import joined
from app.words.field_names import field_label
from app.words.phrases import people_count


def edit_name(edit: Edit, whole: Map) -> str:
    """Return the name of an edit of a map, as shown after *Undo*: *Contact: Ouders Sam*."""
    what = _action_names(current_language()).get(edit.action)
    what = what or field_label(edit.action.removeprefix("set_").split(",")[0])
    partners = {
        one.id: one
        for key, after in edit.after.items()
        if isinstance(one := after or edit.before.get(key), Partner)
    }
    if len(partners) > 1:  # of whom some only keep the place they had on the screen
        partners = {
            key: one for key, one in partners.items() if not _is_kept(edit.before[key], one)
        }
    if not partners:
        return joined((what, *_linked(edit, whole)[:1]), between=": ")
    if len(partners) == 1:
        [only] = partners.values()
        return joined((what, only.name), between=": ")
    return joined((what, people_count(partners.values())), between=": ")


def _linked(edit: Edit, whole: Map) -> list[str]:
    """Return the names of each two people of whom it was said whether they know each other."""
    ties = (after or edit.before.get(key) for key, after in edit.after.items())
    pairs = [(whole.partner(tie.a), whole.partner(tie.b)) for tie in ties if isinstance(tie, Tie)]
    return [joined(one.name for one in pair if one is not None) for pair in pairs]


def _is_kept(before: Record | None, after: Partner) -> bool:
    """Tell whether nothing changed but that a place nobody had given is in the map now."""
    if not isinstance(before, Partner) or before.x is not None:
        return False
    return replace(before, x=after.x, y=after.y) == after


@cache
def _action_names(_language: str) -> dict[str, str]:
    return {
        "add_partner": say("Add"),
        "remove_partner": say("Remove"),
        "merge_partners": say("Merge"),
        "move": say("Move"),
        "place": say_in("Words", "Put on the map"),
        "to_tray": say("Take off the map"),
        "set_tie": say("Link"),
        "add_outline": say("Outline"),
        "set_outline": say("Outline"),
        "add_note": say("Text on the map"),
        "set_note": say("Text on the map"),
        "add_stroke": say("Pen"),
        "lay_photo": say("Photo under the map"),
        "move_photo": say("Move the photo"),
        "remove_photo": say("Remove the photo"),
        "erase": say("Erase"),
        "paste": say("Paste"),
        "depart": say("No longer a partner"),
        "come_back": say("A partner once more"),
        "stay": say("Still a partner"),
        "succeed": say("Successor"),
        "look_back": say("Looking back"),
        "judge": say("Your answer to a finding"),
        "intend": say("Plan"),
        "set_intention": say("Plan"),
        "drop_intention": say("Remove the plan"),
        "add_activity": say("Something done together"),
        "set_activity": say("Something done together"),
        "drop_activity": say("Remove what was done together"),
        "add_task": say("Task"),
        "set_task": say("Task"),
        "drop_task": say("Remove the task"),
        "add_evidence": say("Evidence"),
        "set_evidence": say("Evidence"),
        "drop_evidence": say("Remove the evidence"),
        "answer": say("Notes on a question"),
        "take_over": say("As in the file"),
    }
