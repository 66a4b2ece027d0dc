"""Two states of one map: whether one came before the other, and what differs between them."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.models.history import History
from app.models.network import Map, Network, Partner, Record, Tie


@dataclass(frozen=True, slots=True)
class Difference:
    """What another state has that this one has not, and the other way round."""

    more: int
    """Partners of the other state alone."""
    fewer: int
    """Partners of this state alone."""
    changed: int
    """Partners of both, of whom something is different."""
    ties: bool
    about: bool
    """What is said of the map as a whole."""
    rest: bool
    """Texts, drawings, answers and intentions."""


def difference(mine: Map, other: Map) -> Difference:
    """Return the difference between another state of a map and this one."""
    keys = _differing(mine.records, other.records)
    pairs = [(mine.records.get(key), other.records.get(key)) for key in keys]
    partners = [pair for pair in pairs if any(isinstance(one, Partner) for one in pair)]
    others = [pair for pair in pairs if not any(isinstance(one, Partner) for one in pair)]
    kinds = {type(one) for pair in others for one in pair if one is not None}
    return Difference(
        more=sum(mine_ is None for mine_, _ in partners),
        fewer=sum(theirs is None for _, theirs in partners),
        changed=sum(None not in pair for pair in partners),
        ties=Tie in kinds,
        about=Network in kinds,
        rest=bool(kinds - {Tie, Network}),
    )


def is_earlier(other: Map, mine: Map, history: History) -> bool:
    """Tell whether this map once was as the other one is: its history goes through that state."""
    records = dict(mine.records)
    differing = _differing(records, other.records)
    for edit in reversed(history.done):
        edit.take_back(records)
        for key in edit.before:
            same = records.get(key) == other.records.get(key)
            (differing.discard if same else differing.add)(key)
        if not differing:
            return True
    return False


def _differing(mine: Mapping[str, Record], other: Mapping[str, Record]) -> set[str]:
    return {key for key in mine.keys() | other.keys() if mine.get(key) != other.get(key)}
