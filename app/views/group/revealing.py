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
    from app.analysis.group.minimum_cell import IN_THE_ROOM
    from app.analysis.group.result import Moments, result
    from app.exchange.results import remembered

    moments = Moments(group.begin, group.end or None)
    try:
        found: dict[str, Any] = result(moments, IN_THE_ROOM)
        if not group.invented:
            remembered(moments.contributions(), IN_THE_ROOM)
    except Problem as problem:
        return Revealed(group, problem)
    shown = replace(group, shown=found, has_news=False)
    write(shown)
    return Revealed(shown, None)
