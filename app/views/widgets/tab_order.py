"""The way of Tab past parts that are made later, or elsewhere, than where they are read."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_past(stops: Sequence[QWidget]) -> None:
    """Let Tab go from one widget to the next."""
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def go_through(*parts: QWidget) -> None:
    """Let Tab go through one part after another, and within each as it went."""
    go_past([stop for part in parts for stop in _within(part)])


def _within(part: QWidget) -> list[QWidget]:
    """Return what can have the keyboard in a part, now or later, in the order of Tab."""
    found: list[QWidget] = []
    at: QWidget | None = part
    while at is not None:
        if at.focusPolicy() is not Qt.FocusPolicy.NoFocus and (at is part or part.isAncestorOf(at)):
            found.append(at)
        at = at.nextInFocusChain()
        if at is part:
            break
    return found
