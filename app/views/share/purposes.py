"""The words of sharing: what for, and the kinds of information that go along or stay."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.views.naming import listed


@dataclass(frozen=True, slots=True)
class Purpose:
    """A reason to share: a key of `PRESETS`, what it is called, and what it does in one line."""

    id: str
    title: str
    explained: str


def purposes() -> tuple[Purpose, ...]:
    """Return what a map can be shared for, in the language of the app."""
    translate = QCoreApplication.translate
    return (
        Purpose(
            "exchange",
            translate("Share", "Exchange with a fellow student"),
            translate("Share", "Kinds and ratings, to lay beside the map of somebody else."),
        ),
        Purpose(
            "hand_in",
            translate("Share", "Hand in to my lecturer"),
            translate("Share", "Also who knows whom, wishes and the date, for the whole group."),
        ),
        Purpose(
            "back_up",
            translate("Share", "Back-up for myself"),
            translate("Share", "This one map with everything in it, to go on with elsewhere."),
        ),
    )


def part_label(part: str) -> str:
    """Return what a kind of information is called, behind the box that switches it."""
    translate = QCoreApplication.translate
    return {
        "names": translate("Share", "Names, and kinds in my own words"),
        "ratings": translate("Share", "Contact, importance and star"),
        "focus": translate("Share", "What it is aimed at, what we do"),
        "wishes": translate("Share", "Wished contact, initiative"),
        "ties": translate("Share", "Who knows whom"),
        "moment": translate("Share", "Date and moment"),
        "overall": translate("Share", "What I say of it on the whole"),
        "satisfaction": translate("Share", "Satisfaction and energy"),
        "mechanisms": translate("Share", "Trust, control, being heard …"),
        "hurdles": translate("Share", "What makes it hard, what goes well"),
        "texts": translate("Share", "Goals, expertise and notes"),
        "about": translate("Share", "Title, my role, what it is about"),
        "places": translate("Share", "Where I put everybody"),
        "drawing": translate("Share", "Outlines, texts and pen"),
        "answers": translate("Share", "My answers to questions"),
        "intentions": translate("Share", "My intentions"),
    }[part]


def warned_of(named: Mapping[str, Sequence[str]]) -> str:
    """Return the warning that texts, by the part they belong to, hold names that are hidden."""
    translate = QCoreApplication.translate
    everybody = list(dict.fromkeys(name for names in named.values() for name in names))
    text = translate(
        "Share",
        "In what you typed yourself there still stands: {names}. Look at it under: {parts}. "
        "Leave that out, or change the text, if the other is not to know who it is about.",
    )
    parts = "; ".join(part_label(part) for part in named)
    return text.replace("{parts}", parts).replace("{names}", listed(everybody))
