"""A result of a group: one or two moments of the same people, exactly or by the rule."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from app.analysis.batch.arrays import batch
from app.analysis.group.beside_the_room import as_in_the_room
from app.analysis.group.change import change, pairs
from app.analysis.group.clustered import clustered, published_clusters
from app.analysis.group.drawings import on_wall
from app.analysis.group.figures import Figures, figures
from app.analysis.group.minimum_cell import published, published_change
from app.analysis.group.paired import paired
from app.analysis.group.paired_rule import published_paired
from app.models.coded_map import CodedMap
from app.models.fewest_people import FEWEST_ON_SCREEN, fewest_for_means


@dataclass(frozen=True)
class Moments:
    """The maps of a group at the begin, and where there is one at the end."""

    begin: tuple[CodedMap, ...]
    end: tuple[CodedMap, ...] | None = None

    def contributions(self) -> list[list[bytes]]:
        """Return each person's contribution to each part of a result, without who they are."""
        parts = [[_contribution(one) for one in self.begin]]
        if self.end is not None:
            parts.append([_contribution(one) for one in self.end])
            both = pairs(self.begin, self.end)
            parts.append([_contribution(one) + _contribution(other) for one, other in both])
        return parts

    def drawings(self) -> list[bytes]:
        """Return what hangs on the wall, in the same way; nothing else is made of these."""
        return [b"wall " + _contribution(one) for one in on_wall(self.begin)]


def exact(moments: Moments) -> Figures:
    """Return the figures of a group as they are."""
    found = figures(batch(moments.begin))
    if moments.end is not None:
        both = pairs(moments.begin, moments.end)
        found["change"] = change(both)
        found["begin_to_end"] = paired(both)
        found["end"] = figures(batch(moments.end))
    return found


def result(moments: Moments, k: int) -> Figures:
    """Return the figures that may be shown, with k people in a cell at least.

    Raises `Problem` `group_too_few`. The end stands beside it where k handed in then as well.
    """
    every = exact(moments)
    shown = _by_rule(moments, every, k)
    if k <= FEWEST_ON_SCREEN:
        return shown
    return as_in_the_room(shown, _by_rule(moments, every, FEWEST_ON_SCREEN), k)


def _by_rule(moments: Moments, every: Figures, k: int) -> Figures:
    shown = published(every, k)
    if shown["respondents"] >= fewest_for_means(k):
        shown["clusters"] = published_clusters(clustered(moments.begin), k, shown["settings"])
    if moments.end is not None:
        both = every["change"]["pairs"]
        apart = min((n for n in _alone(moments, both) if n), default=0)
        shown["change"] = published_change(every["change"], k, apart=apart)
        shown["begin_to_end"] = (
            published_paired(every["begin_to_end"], both, k, apart=apart) if both >= k else None
        )
        shown["end"] = published(every["end"], k) if len(moments.end) >= k else None
    return shown


def _alone(moments: Moments, both: int) -> tuple[int, int]:
    """Count those who handed in at the begin only, and at the end only."""
    return len(moments.begin) - both, len(moments.end or ()) - both


_NO_ANSWERS: Final = ("agreed", "wall", "withdrawal")
"""What is kept of a map and is no answer."""


_LATER: Final = ("own_expertise",)
"""What was not asked at first: unanswered, it leaves what somebody brought as it was."""


def _contribution(one: CodedMap) -> bytes:
    """Return the answers of a map in one way of writing, whoever gave them and in what order."""
    kept: dict[str, Any] = {**asdict(one), "respondent": "", "mark": ""}
    for name in (*_NO_ANSWERS, *(name for name in _LATER if kept[name] is None)):
        del kept[name]
    kept["partners"] = _sorted([{**partner, "mark": ""} for partner in kept["partners"]])
    return json.dumps(kept, sort_keys=True).encode()


def _sorted(partners: Sequence[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(partner, sort_keys=True) for partner in partners)
