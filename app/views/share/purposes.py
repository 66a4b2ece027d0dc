"""The words of sharing: what for, and the kinds of information that go along or stay."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.models.network import Network
from app.words import filled, phrases, say
from app.words.listing import listed


@dataclass(frozen=True, slots=True)
class Purpose:
    """A reason to share: a key of `PRESETS`, what it is called, and what it does in one line."""

    id: str
    title: str
    explained: str
    sentence: str
    """What the other will see, with a place for how many `{partners}` and whether `{names}`."""


def purposes() -> tuple[Purpose, ...]:
    """Return the purposes a map can be shared for, in the language of the app."""
    return (
        Purpose(
            "exchange",
            say("Exchange with another student"),
            say("Types and ratings, to compare with theirs."),
            say("The other student will see {partners}; {names}."),
        ),
        Purpose(
            "hand_in",
            say("Hand in to my lecturer"),
            say("Also who knows whom, what you would like and the date."),
            say("Your lecturer will see {partners}; {names}."),
        ),
        Purpose(
            "program",
            say("Continue in another program"),
            say("Files for R, Gephi, Excel and others."),
            say("The file will contain {partners}; {names}."),
        ),
        Purpose(
            "back_up",
            say("Backup for myself"),
            say("This one map, with everything in it."),
            say("Everything, as it is: {partners}."),
        ),
    )


def opening(purpose: Purpose, count: str, *, hides: bool, slips: bool) -> str:
    """Return the sentence of the screen: who sees how many, and whether names are among it.

    `slips` says that names which are hidden still stand in what was typed.
    """
    hidden = say("names are hidden")
    partly = say("names are hidden, but not in your own texts")
    names = (partly if slips else hidden) if hides else say("names are shown")
    return filled(purpose.sentence, partners=count, names=names)


def closing(*, agreed: bool, moments: bool) -> str:
    """Return the sentence on what else is in the file: a consent, or the other moments."""
    if agreed:
        return say("Besides this, only what you agreed to is in the file.")
    if moments:
        return say("The other moments are included in the same way, and nothing else.")
    return say("There is nothing else in the file.")


def part_label(part: str) -> str:
    """Return the label of a kind of information, beside its box."""
    return {
        "names": say("Names, and types in my own words"),
        "ratings": say("Contact, importance and star"),
        "focus": say("Who it is for, what we do"),
        "wishes": say("Contact I would like, who makes contact"),
        "ties": say("Who knows whom"),
        "moment": say("Date and moment"),
        "overall": say("My overall view"),
        "satisfaction": say("Satisfaction and energy"),
        "mechanisms": say("Trust, control, being heard …"),
        "hurdles": say("What makes it hard, what goes well"),
        "texts": say("Goals, expertise and notes"),
        "about": say("Title, my role, what it is about"),
        "places": say("Where I put everyone"),
        "drawing": say("Outlines, text and pen"),
        "photo": say("Photo of my drawing on paper"),
        "answers": say("My answers to questions"),
        "intentions": say("My plans"),
    }[part]


def about_a_back_up(network: Network, *, several: bool) -> str:
    """Return the sentence on a back-up of a map, which may be one of `several` moments."""
    text = say("This file contains all names and notes. Keep it where only you can open it.")
    if not several:
        return text
    only = say("This is {moment} only. Open another moment to back that up as well.")
    return f"{filled(only, moment=f'“{phrases.moment_name(network)}”')} {text}"


def warned_of(named: Mapping[str, Sequence[str]]) -> str:
    """Return the warning that texts, by the part they belong to, hold names that are hidden."""
    everybody = list(dict.fromkeys(name for names in named.values() for name in names))
    text = say(
        "What you typed yourself still contains: {names}. Look under: {parts}. Leave that out, "
        "or change the text, if the other person should not know who it is about.",
    )
    parts = "; ".join(part_label(part) for part in named)
    return filled(text, parts=parts, names=listed(everybody))
