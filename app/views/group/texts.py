"""What is said of a group as it comes together: how many are in, and what became of files."""

from datetime import datetime
from pathlib import Path

from app.errors import sentence
from app.models.fewest_people import FEWEST_ON_SCREEN
from app.models.groups import Group
from app.models.invented_class import PEOPLE
from app.views.group.collector import CollectedFiles
from app.words import filled, say, say_n


def practise() -> str:
    """Return what is offered before a lesson."""
    return say("Practise with an invented class of {n}", n=PEOPLE)


def came(found: CollectedFiles) -> str:
    """Return the sentences on the files that were read."""
    taken, wrong = found.taken, found.not_read
    read = taken.added + taken.replaced + taken.paired
    if not found.is_watched:
        read += taken.same + taken.older
    parts = [say_n("1 map read.", "{n} maps read.", read)] if read or not wrong else []
    if n := taken.replaced:
        parts.append(
            say_n("1 took the place of an earlier one.", "{n} took the place of earlier ones.", n)
        )
    if n := taken.paired:
        parts.append(say_n("1 is a second moment.", "{n} are a second moment.", n))
    if (n := taken.older) and not found.is_watched:
        parts.append(
            say_n(
                "1 is older than the one already there and was left out.",
                "{n} are older than those already there and were left out.",
                n,
            )
        )
    if (n := taken.same) and not found.is_watched:
        parts.append(say_n("1 was there already.", "{n} were there already.", n))
    if n := taken.withdrawn:
        parts.append(
            say_n(
                "1 was removed earlier by its code and was left out.",
                "{n} were removed earlier by their code and were left out.",
                n,
            )
        )
    if wrong:
        parts.append(say_n("1 not read:", "{n} not read:", len(wrong)))
        parts.append(sentence(wrong[0]))
    if len(wrong) > 1:
        parts.append(say("To see why the others were not, choose ⋯ → See what was not read."))
    return " ".join(parts)


def waiting(group: Group, folder: Path | None) -> str:
    """Return the sentence on how many are in, while nothing is shown yet."""
    n = len(group.begin)
    if not n and folder is not None:
        text = say("Kring watches the folder {folder}: each map that arrives there is read.")
        return filled(text, folder=folder.name)
    if not n:
        return say("Drop the maps here: files, a folder or a zip. Or let Kring watch a folder.")
    if n < FEWEST_ON_SCREEN:
        text = say_n("1 map so far.", "{n} maps so far.", n)
        return f"{text} " + say(
            "Results can be shown once there are {least}.", least=FEWEST_ON_SCREEN
        )
    if group.expected and n <= group.expected:
        return say("{n} of {of} maps are in.", n=n, of=group.expected)
    return say("{n} maps are in.", n=n)


def state(group: Group, left_out: int, folder: Path | None) -> str:
    """Return how many are in, what was not read, and by which rule it is shown."""
    if group.received is not None:
        return say("given back by a lecturer · the mean of {n}", n=group.received["respondents"])
    parts = [say("{n} handed in", n=len(group.begin))]
    if group.expected and len(group.begin) <= group.expected:
        parts = [say("{n} of {of} handed in", n=len(group.begin), of=group.expected)]
    if group.end:
        parts.append(say("{n} at the end too", n=len(group.end)))
    if left_out:
        parts.append(say("{n} not read", n=left_out))
    if folder is not None:
        parts.append(say("watching {folder}", folder=folder.name))
    if group.shown is not None and len(group.begin) != group.shown["respondents"]:
        parts.append(say("shown: {n}", n=group.shown["respondents"]))
    parts.append(say("no numbers below {n}", n=FEWEST_ON_SCREEN))
    unticked = sum(not one.agreed for one in group.begin)
    if unticked:
        everyone = unticked == len(group.begin)  # a number could point at who did not
        parts.append(
            say("no one ticked consent") if everyone else say("not everyone ticked consent")
        )
    if group.until and group.until < datetime.now().astimezone().date().isoformat():
        parts.append(say("the agreed end date has passed: remove this group"))
    if group.invented:
        parts.append(say("invented, to practise with"))
    return " · ".join(parts)


def stays() -> str:
    """Return why the tables on the screen are not copied, and what can be done."""
    return say(
        "These numbers stay in the room. To use them elsewhere, save the tables under ⋯: their "
        "ranges are wider."
    )


def withdrawn(*, is_out: bool) -> str:
    """Return the sentence on a code by which a map was to be taken out."""
    if is_out:
        return say("The map has been removed.")
    return say("No map was handed in under this code. Check it letter by letter.")
