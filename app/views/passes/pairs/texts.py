"""What the pass says before the first pair and after the last."""

import math
from enum import Enum
from typing import Final

from app import errors
from app.models.problem import Problem
from app.passes.pairs import NO, UNKNOWN, YES, Pairs
from app.views.passes.page import Text
from app.views.widgets.keys import TIE
from app.words import filled, say

SECONDS: Final = 2
"""How long one pair takes, roughly."""

LONG: Final = 105
"""From so many pairs on (15 partners) the pass is long, and other ways are quicker."""


class Offer(Enum):
    """What a button of a page does."""

    OPEN = "open"
    """The pairs without an answer."""
    ALL = "all"
    """All pairs, whether they have an answer or not."""
    LEAVE = "leave"


Said = tuple[Text, tuple[Offer, ...]]
"""A page, and what its buttons do."""


def nobody() -> Said:
    """Return the text for a map without pairs."""
    text = Text(
        say("Who knows whom?"),
        (
            say(
                "You need at least 2 partners you are in contact with. Add the people you work "
                "with first.",
            ),
        ),
        buttons=(say("To the map"),),
    )
    return text, (Offer.LEAVE,)


def closed(code: str) -> Said:
    """Return the text for a map that takes no answers; `code` is the problem."""
    text = Text(
        say("Who knows whom?"),
        (errors.sentence(Problem(code)),),
        buttons=(say("To the map"),),
    )
    return text, (Offer.LEAVE,)


def beginning(asked: Pairs, open_: int) -> Said:
    """Return the text before the first pair: the number of pairs and the time they take."""
    people, pairs = len(asked.people), len(asked.order)
    if pairs == 1:
        lines = [say("You will be asked whether your two partners know each other.")]
    else:
        line = say(
            "With {n} partners there are {pairs} pairs. You say for each pair whether they know "
            "each other.",
        )
        lines = [filled(line, n=people, pairs=pairs)]
    if open_ < pairs:
        line = say("Already known: {n}. Still to ask: {open}.")
        lines.append(filled(line, n=pairs - open_, open=open_))
    lines.append(_duration(open_))
    lines.append(
        say(
            "What you answer becomes a link on the map. A “no” leaves no link, and is saved too.",
        )
    )
    if asked.left_out == 1:
        lines.append(say("1 partner you have no contact with yet is left out."))
    elif asked.left_out:
        line = say("{n} partners you have no contact with yet are left out.")
        lines.append(filled(line, n=asked.left_out))
    aside = say(
        "It is often quicker on the map: select someone, press T and select the people they "
        "know. Or select a group and choose “Link these people” ({key}). You will not be asked "
        "about links you have drawn.",
        key=TIE,
    )
    buttons = [say("Start"), say("To the map")]
    offers = [Offer.OPEN, Offer.LEAVE]
    if open_ < pairs:
        buttons.append(say("Go through all pairs again"))
        offers.append(Offer.ALL)
    heading = say("Who knows whom?")
    text = Text(heading, tuple(lines), aside if open_ >= LONG else "", tuple(buttons))
    return text, tuple(offers)


def ending(asked: Pairs, *, is_through: bool) -> Said:
    """Return the text when no pair is left; `is_through`: the last was asked just now."""
    open_ = asked.count(None)
    heading = say("You have gone through all pairs.") if is_through else say("Who knows whom?")
    lines = []
    if not is_through and asked.lines_drawn:
        lines.append(say("You have said that the links are drawn."))
    elif not is_through:
        lines.append(say("You have answered for every pair."))
    line = say("Know each other: {yes}. Do not know each other: {no}. Don't know: {unknown}.")
    for place, answer in (("{yes}", YES), ("{no}", NO), ("{unknown}", UNKNOWN)):
        line = line.replace(place, str(asked.count(answer)))
    lines.append(line)
    if open_ == 1:
        lines.append(say("1 pair not answered yet. You can leave it like that."))
    elif open_:
        line = say("{n} pairs not answered yet. You can leave them.")
        lines.append(filled(line, n=open_))
    buttons, offers = [say("To the map")], [Offer.LEAVE]
    if open_:
        buttons.append(say("Ask the skipped pairs again"))
        offers.append(Offer.OPEN)
    if not is_through:
        buttons.append(say("Go through all pairs again"))
        offers.append(Offer.ALL)
    return Text(heading, tuple(lines), "", tuple(buttons), has_tick=True), tuple(offers)


def _duration(pairs: int) -> str:
    minutes = math.ceil(pairs * SECONDS / 60)
    stop = say("You can stop at any time and continue later.")
    if minutes <= 1:
        takes = say("That takes about a minute.")
    else:
        takes = say("That takes about {n} minutes.", n=minutes)
    return " ".join((takes, stop))
