"""A batch of maps as arrays: a row a map, a row a partner, a row a tie."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from app.models.coded import OVERALL, OWN_WORDS, CodedMap
from app.models.network import Map
from app.models.vocabulary import vocabulary

Whole: TypeAlias = npt.NDArray[np.int64]
Truth: TypeAlias = npt.NDArray[np.bool_]

MISSING: Final = -1
"""*Not answered*, in every array."""


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Maps in their order. Partners stand map by map, in the order of each."""

    maps: int
    overall: dict[str, Whole]
    """By the field of the map: `importance_overall`, `satisfaction_overall`, `confidence`."""
    owner: Whole
    """Per partner the number of the map."""
    kind: Whole
    """Per partner the place in `kinds()`."""
    setting: Whole
    """Per partner the place in `settings()`."""
    frequency: Whole
    importance: Whole
    wished_frequency: Whole
    star: Whole
    focus: Whole
    """Per partner the place in `focuses()`."""
    forms: Whole
    """Per partner how many."""

    @cached_property
    def counts(self) -> Truth:
        """Which partners count: all but those without contact yet; not answered counts."""
        counts: Truth = self.frequency != 0
        return counts

    def only(self, of_partners: Truth) -> "Batch":
        """Return the batch with these partners alone; every map stays."""
        kept = {name: getattr(self, name)[of_partners] for name in OF_PARTNERS}
        return Batch(maps=self.maps, overall=self.overall, **kept)


OF_PARTNERS: Final = tuple(f.name for f in fields(Batch))[2:]
"""What there is of each partner, in the order in which it is declared."""


def kinds() -> tuple[str, ...]:
    """Return the ids of the kinds by their number in a batch; own words are the last."""
    return (*vocabulary().kinds, OWN_WORDS)


def settings() -> tuple[str, ...]:
    """Return the ids of the settings by their number in a batch."""
    return tuple(vocabulary().settings)


def focuses() -> tuple[str, ...]:
    """Return the ids of the answers to *aimed at* by their number in a batch."""
    return tuple(vocabulary().choices["focus"])


def batch(maps: Sequence[Map | CodedMap]) -> Batch:
    """Return maps, or what a group keeps of them, as arrays."""
    kind, setting, focus = (_places(ids) for ids in (kinds(), settings(), focuses()))
    own = kind[OWN_WORDS]
    overall = {name: _array(_answer(_network(one), name) for one in maps) for name in OVERALL}
    rows = [
        (
            number,
            MISSING if partner.kind is None else kind.get(partner.kind, own),
            MISSING if partner.setting is None else setting[partner.setting],
            _code(partner.frequency),
            _code(partner.importance),
            _code(partner.wished_frequency),
            _code(partner.named_important),
            MISSING if partner.focus is None else focus[partner.focus],
            len(partner.forms),
        )
        for number, one in enumerate(maps)
        for partner in one.partners
    ]
    columns = np.array(rows, dtype=np.int64).reshape(len(rows), len(OF_PARTNERS)).T
    return Batch(maps=len(maps), overall=overall, **dict(zip(OF_PARTNERS, columns, strict=True)))


def _network(one: Map | CodedMap) -> Any:
    return one.network if isinstance(one, Map) else one


def _answer(record: Any, name: str) -> int:
    return _code(getattr(record, name))


def _code(value: int | None) -> int:
    return MISSING if value is None else int(value)


def _array(values: Iterable[int]) -> Whole:
    return np.fromiter(values, dtype=np.int64)


def _places(ids: Sequence[str]) -> dict[str, int]:
    return {id_: place for place, id_ in enumerate(ids)}
