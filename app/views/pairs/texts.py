"""What the pass says before the first pair and after the last."""

import math
from enum import Enum
from typing import Final

from PySide6.QtCore import QCoreApplication

from app import errors
from app.models.problem import Problem
from app.views.pairs.census import NO, UNKNOWN, YES, Census
from app.views.pairs.page import Text

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
    """Return what to say where there are no pairs."""
    translate = QCoreApplication.translate
    text = Text(
        translate("PairPass", "Who knows whom?"),
        (
            translate(
                "PairPass",
                "For this you need at least two partners you have contact with. "
                "Add the people you work with first.",
            ),
        ),
        buttons=(translate("PairPass", "Back to the map"),),
    )
    return text, (Offer.LEAVE,)


def closed(code: str) -> Said:
    """Return what to say where the map takes no answers; `code` is the problem."""
    translate = QCoreApplication.translate
    text = Text(
        translate("PairPass", "Who knows whom?"),
        (errors.sentence(Problem(code)),),
        buttons=(translate("PairPass", "Back to the map"),),
    )
    return text, (Offer.LEAVE,)


def beginning(census: Census) -> Said:
    """Return what to say before the first pair: how many there are and how long that takes."""
    translate = QCoreApplication.translate
    people, pairs, open_ = len(census.people), len(census.pairs), census.waiting
    if pairs == 1:
        lines = [translate("PairPass", "You are asked whether your two partners know each other.")]
    else:
        line = translate(
            "PairPass",
            "With {n} partners there are {pairs} pairs. One by one you say whether the two "
            "know each other.",
        )
        lines = [line.replace("{n}", str(people)).replace("{pairs}", str(pairs))]
    if open_ < pairs:
        line = translate("PairPass", "Known already: {n}. Still to ask: {open}.")
        lines.append(line.replace("{n}", str(pairs - open_)).replace("{open}", str(open_)))
    lines.append(_duration(open_))
    lines.append(
        translate(
            "PairPass",
            "What you answer becomes a line on the map. A “no” leaves no line, and is remembered "
            "as long as this map is open.",
        )
    )
    if census.left_out == 1:
        lines.append(
            translate("PairPass", "One partner you have no contact with yet does not take part.")
        )
    elif census.left_out:
        line = translate("PairPass", "{n} partners you have no contact with yet do not take part.")
        lines.append(line.replace("{n}", str(census.left_out)))
    aside = translate(
        "PairPass",
        "That is long. On the map it is often quicker: select somebody, press T and tap whom they "
        "know. Or select a group and choose “These know each other” (Ctrl+T). What you have "
        "drawn there is not asked here.",
    )
    buttons = [translate("PairPass", "Begin"), translate("PairPass", "Back to the map")]
    offers = [Offer.OPEN, Offer.LEAVE]
    if open_ < pairs:
        buttons.append(translate("PairPass", "Go through all of them again"))
        offers.append(Offer.ALL)
    heading = translate("PairPass", "Who knows whom?")
    text = Text(heading, tuple(lines), aside if open_ >= LONG else "", tuple(buttons))
    return text, tuple(offers)


def ending(census: Census, *, is_through: bool) -> Said:
    """Return what to say when no pair is left to ask; `is_through`: it was asked just now."""
    translate = QCoreApplication.translate
    open_ = census.count(None)
    if is_through:
        heading = translate("PairPass", "You have gone through all pairs.")
    else:
        heading = translate("PairPass", "Who knows whom?")
    lines = []
    if not is_through and census.lines_drawn:
        lines.append(translate("PairPass", "You have said that the lines are drawn."))
    elif not is_through:
        lines.append(translate("PairPass", "All pairs have an answer already."))
    line = translate(
        "PairPass", "Know each other: {yes}. Do not know each other: {no}. Don’t know: {unknown}."
    )
    for place, answer in (("{yes}", YES), ("{no}", NO), ("{unknown}", UNKNOWN)):
        line = line.replace(place, str(census.count(answer)))
    lines.append(line)
    if open_ == 1:
        lines.append(translate("PairPass", "One pair is still open, and may stay so."))
    elif open_:
        line = translate("PairPass", "{n} pairs are still open, and may stay so.")
        lines.append(line.replace("{n}", str(open_)))
    buttons, offers = [translate("PairPass", "Back to the map")], [Offer.LEAVE]
    if open_:
        buttons.append(translate("PairPass", "Ask the open ones again"))
        offers.append(Offer.OPEN)
    if not is_through:
        buttons.append(translate("PairPass", "Go through all of them again"))
        offers.append(Offer.ALL)
    return Text(heading, tuple(lines), "", tuple(buttons), has_tick=True), tuple(offers)


def _duration(pairs: int) -> str:
    translate = QCoreApplication.translate
    minutes = math.ceil(pairs * SECONDS / 60)
    stop = translate("PairPass", "You can stop at any time and go on later.")
    if minutes <= 1:
        takes = translate("PairPass", "That takes about a minute.")
    else:
        takes = translate("PairPass", "That takes about {n} minutes.").replace("{n}", str(minutes))
    return " ".join((takes, stop))
