"""The rule for a file beside the room: whoever has both knows no more than the room was told.

In a file a cell is banded by others (k is larger, and who is counted may be a band itself), so its
edges lie elsewhere: *more than 11* of 16 in the room beside *more than 14* of 24 in a file would
leave 15. So a cell that is a band in the room is one in the file that holds all of it, decided from
what the room was told alone, and what is not told in the room is in no file.
"""

from typing import Any, Final

from app.analysis.group.figures import FOCUS, QUADRANTS, Figures
from app.analysis.group.minimum_cell import span
from app.models.fewest_people import FEWEST_ON_SCREEN

_WHOLES: Final = ("have", "valid", "pairs", "respondents")
"""What the cells beside it are counts of."""

_SETS: Final = (QUADRANTS, FOCUS, ("low", "middle", "high"), ("up", "same", "down"))
"""Cells of which all are shown, or none: one would follow from the others."""


def as_in_the_room(shown: Figures, room: Figures, k: int, of: tuple[int, int] = (0, 0)) -> Figures:
    """Return figures for a file, with `k` people in a cell, that add nothing to those of the room.

    `of` is how many there are of whom these are counts, in the file and in the room.
    """
    whole = next((name for name in _WHOLES if name in shown), "")
    inner = _number(shown.get(whole), of[0]), _number(room.get(whole), of[1])
    kept: Figures = {}
    for name, value in shown.items():
        told = room.get(name)
        if isinstance(value, dict) and isinstance(told, dict):
            kept[name] = as_in_the_room(value, told, k, inner)
        elif told is None or value is None:
            kept[name] = None
        elif _is_band(told):
            counted = of if name in _WHOLES else inner
            kept[name] = _around(told, value, k, counted)
        else:
            kept[name] = told if isinstance(value, float) else value  # a mean may be rounder there
    for those in _SETS:
        if any(kept.get(name, "") is None for name in those):
            kept |= {name: None for name in those if name in kept}
    return kept


def _number(cell: Any, otherwise: int) -> int:
    return cell if isinstance(cell, int) else otherwise


def _is_band(cell: Any) -> bool:
    return isinstance(cell, str) and cell[:1] in ("<", ">")


def _around(told: str, value: Any, k: int, of: tuple[int, int]) -> str | None:
    """Return a band for a file that holds all of the one of the room; None where it would be two.

    It is the one that is there, if that does.
    """
    in_file, in_room = of
    low, high = span(told, in_room, FEWEST_ON_SCREEN)
    if _is_band(value):
        there = span(value, in_file, k)
        if there[0] <= low and high <= there[1]:
            return str(value)
    edge = (high // k + 1) * k
    return f"<{edge}" if edge - k <= low else None
