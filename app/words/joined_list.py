"""What came of a list of people on a map, as sentences."""

from app.models.joined_list import Joining
from app.models.text_form import isolated
from app.words import filled, say, say_n
from app.words.catalog import joined
from app.words.phrases import people_count, some_of


def what_came(joining: Joining) -> str:
    """Say who came, who was there already, what was filled in, and where nothing changed."""
    said = [_who_came(joining)]
    if joining.filled:
        said.append(say("What was missing is added for {n}.", n=len(joining.filled)))
    if joining.repeated:
        text = say("More than once in the list, and so on the map as well: {who}.")
        said.append(filled(text, who=some_of(joining.repeated)))
    if joining.unclear:
        text = say("More than once there, so left as it is: {who}.")
        said.append(filled(text, who=some_of(joining.unclear)))
    return joined([one for one in said if one], between=" ")


def _who_came(joining: Joining) -> str:
    came, there = joining.came, len(joining.there)
    if not there:
        names = isolated(came[0].name) if len(came) == 1 else people_count(came)
        return say("Added: {who}.", who=names) if came else ""
    if not came:
        return say_n("{n} was there already.", "{n} were there already.", there)
    text = say_n(
        "{new} added, {n} was there already.", "{new} added, {n} were there already.", there
    )
    return filled(text, new=len(came))
