"""One map beside the figures of a group: the same kinds, mine and the mean of the group."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from app.analysis.batch.arrays import batch
from app.analysis.group.figures import figures
from app.models.coded_map import OWN_WORDS, coded
from app.models.network import Map
from app.models.vocabulary import vocabulary

_MEANS: Final = ("mean_frequency", "mean_importance")


class KindBeside(NamedTuple):
    """A kind on my map, in the group, or both; None is not there or not answered."""

    kind: str
    contact: float | None
    importance: float | None
    group_contact: float | None
    group_importance: float | None
    have: int | str | None
    """How many of the group have it, or the band it is in."""


def own(whole: Map) -> dict[str, Any]:
    """Return the figures of one map, as if it were a group of one."""
    return figures(batch([coded(whole, b"beside a group")]))


def beside(mine: Mapping[str, Any], group: Mapping[str, Any]) -> tuple[KindBeside, ...]:
    """Return the kinds of either, in the order of the vocabulary."""
    rows = []
    for id_ in vocabulary().kinds:
        me, we = mine["kinds"].get(id_), group["kinds"].get(id_)
        if me or we:
            a, b, c, d = ((part or {}).get(mean) for part in (me, we) for mean in _MEANS)
            rows.append(KindBeside(id_, a, b, c, d, (we or {}).get("have")))
    return tuple(rows)


def furthest(rows: tuple[KindBeside, ...], most: int) -> tuple[tuple[str, KindBeside], ...]:
    """Return the kinds whose value on my map is a step or more from the mean, furthest first.

    As (`importance` or `contact`, the row); a kind once.
    """
    found: dict[str, tuple[float, str, KindBeside]] = {}
    for row in rows:
        for of, a, b in (
            ("importance", row.importance, row.group_importance),
            ("contact", row.contact, row.group_contact),
        ):
            if a is not None and b is not None and abs(a - b) >= 1:
                found[row.kind] = max(found.get(row.kind, (0.0, of, row)), (abs(a - b), of, row))
    ordered = sorted(found.values(), key=lambda one: (-one[0], one[2].kind))
    return tuple((of, row) for _, of, row in ordered[:most] if row.kind != OWN_WORDS)
