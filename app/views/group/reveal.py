"""The result of a group, worked out off the GUI thread and never beside one it would tell on."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from app.models.groups import Group
from app.models.problem import Problem

if TYPE_CHECKING:
    from app.analysis.group.result import Moments


class RevealedGroup(NamedTuple):
    """A group with what may be shown; `refused` says why that is still the result before."""

    group: Group
    refused: Problem | None


def reveal(group: Group, write: Callable[[Group], None]) -> RevealedGroup:
    """Write and return the result of a group, or the one before where a new one would tell."""
    from app.analysis.group.picture import discs, placed
    from app.analysis.group.result import Moments, result
    from app.exchange.shown_results import remembered
    from app.models.fewest_people import FEWEST_ON_SCREEN

    moments = Moments(group.begin, group.end or None)
    try:
        found: dict[str, Any] = result(moments, FEWEST_ON_SCREEN)
        if not group.invented:
            remembered(moments.contributions(), FEWEST_ON_SCREEN)
    except Problem as problem:
        return RevealedGroup(group, problem)
    found["wall"] = group.invented or _may_hang(moments)
    placed(discs(found))  # here, and not while the window paints
    shown = replace(group, shown=found, has_news=False)
    write(shown)
    return RevealedGroup(shown, None)


def _may_hang(moments: "Moments") -> bool:
    """Tell whether the drawings may be seen: not where a few of them are others than before."""
    from app.analysis.group.drawings import AT_A_TIME
    from app.exchange.shown_results import remembered

    try:
        remembered([moments.drawings()], AT_A_TIME)
    except Problem as problem:
        if problem.code != "group_differs":
            raise
        return False
    return True
