"""The words about a group: what a cell says, first in words and then as a number."""

from typing import Any, Final

from app.words import say, say_n
from app.words.ordered import ordered

NOTHING: Final = "–"
"""What a cell says of which nothing may be shown."""


def cell(value: int | str | None, of: int | str | None) -> str:
    """Return a cell of a table of a group: a number, a band or nothing, in words."""
    return ordered(_cell(value, of), _place(value))


def _place(value: int | str | None) -> float | None:
    """Return where a cell comes among others: a band at its edge."""
    if isinstance(value, str):
        edge = int(value[1:])
        return edge - 0.5 if value.startswith("<") else edge + 0.5
    return value


def _cell(value: int | str | None, of: int | str | None) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, str):
        edge = int(value[1:])
        if value.startswith("<"):
            return say("fewer than {n}", n=edge)
        return say("nearly all: more than {n}", n=edge)
    if value == 0:
        return say("no one")
    if isinstance(of, int):
        if value == of:
            return say_n("the only one", "all {n}", of)
        return say("{n} of {of}", n=value, of=of)
    return str(value)


def amount(value: int | str | None, of: int) -> str:
    """Return an amount of a group in words alone: *nearly all*, *fewer than 5 of 30*."""
    if isinstance(value, str):
        edge = int(value[1:])
        if value.startswith("<"):
            return say("fewer than {n} of {of}", n=edge, of=of)
        return say("nearly all")
    if value == of:
        return say("all {n}", n=of)
    return say("{n} of {of}", n=value, of=of) if value else say("no one")


def number(value: Any, language: str) -> str:
    """Return a mean or a share as it is read, rounded by the rule already."""
    if value is None:
        return ordered(NOTHING, None)
    text = f"{value + 0.0:g}".replace("-", "−")  # at a minus no line is broken; none before nought
    return ordered(text.replace(".", ",") if language == "nl" else text, value)


def percent(value: float | None) -> str:
    """Return a share in whole percents."""
    return ordered(NOTHING if value is None else f"{round(value * 100)}%", value)


def steps(first: int, last: int) -> str:
    """Return which answers of a scale are meant: *1–2*, *3*."""
    return str(first) if first == last else f"{first}–{last}"
