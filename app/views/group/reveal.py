"""The result of a group, worked out off the GUI thread and never beside one it would tell on."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from app.models.groups import Group
from app.models.problem import Problem


class Revealed(NamedTuple):
    """A group with what may be shown; `refused` says why that is still the result before."""

    group: Group
    refused: Problem | None


def reveal(group: Group, write: Callable[[Group], None]) -> Revealed:
    """Write and return the result of a group, or the one before where a new one would tell."""
    from app.analysis.group.picture import discs, placed
    from app.analysis.group.result import Moments, result
    from app.exchange.shown_results import remembered
    from app.models.fewest import FEWEST_ON_SCREEN

    moments = Moments(group.begin, group.end or None)
    try:
        found: dict[str, Any] = result(moments, FEWEST_ON_SCREEN)
        if not group.invented:
            remembered(moments.contributions(), FEWEST_ON_SCREEN)
    except Problem as problem:
        return Revealed(group, problem)
    placed(discs(found))  # here, and not while the window paints
    shown = replace(group, shown=found, has_news=False)
    write(shown)
    return Revealed(shown, None)
