"""A batch of maps as arrays: a row a map, a row a partner, a row a tie."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from app.analysis.gaps import DIFFERING
from app.analysis.study import NOTABLE_CODES, Study
from app.exchange.three_columns import Survey
from app.models.coded_map import OVERALL, OWN_WORDS, CodedMap
from app.models.network import Map, Verdict
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
    lines_drawn: Truth
    importance_cut: Whole
    frequency_cut: Whole
    """Per map, as are the two before."""
    tie_a: Whole
    tie_b: Whole
    """The two partners of each tie that is sure, by their place among all partners of the batch."""
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
    dismissed: Whole
    """Per partner of which findings the owner said that they are not so: a bit a quadrant, in the
    order of `DIFFERING`."""

    @cached_property
    def counts(self) -> Truth:
        """Which partners count: all but those without contact yet; not answered counts."""
        counts: Truth = self.frequency != 0
        return counts

    def only(self, of_partners: Truth) -> "Batch":
        """Return the batch with these partners alone; every map stays, and no tie."""
        none = np.zeros(0, dtype=np.int64)
        kept = {name: getattr(self, name)[of_partners] for name in OF_PARTNERS}
        return replace(self, tie_a=none, tie_b=none, **kept)


_NAMES: Final = [f.name for f in fields(Batch)]
OF_PARTNERS: Final = tuple(_NAMES[_NAMES.index("owner") :])
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
            dismissed,
        )
        for number, one in enumerate(maps)
        for partner, dismissed in _judged(one)
    ]
    columns = np.array(rows, dtype=np.int64).reshape(len(rows), len(OF_PARTNERS)).T
    ties = np.array(list(_ties(maps)), dtype=np.int64).reshape(-1, 2).T
    about = [_network(one) for one in maps]
    return Batch(
        maps=len(maps),
        overall={name: _array(_code(getattr(one, name)) for one in about) for name in OVERALL},
        lines_drawn=_array(one.lines_drawn for one in about).astype(bool),
        importance_cut=_array(getattr(one, "importance_cut", _IMPORTANT) for one in about),
        frequency_cut=_array(getattr(one, "frequency_cut", _OFTEN) for one in about),
        tie_a=ties[0],
        tie_b=ties[1],
        **dict(zip(OF_PARTNERS, columns, strict=True)),
    )


def batch_of(survey: Survey) -> Batch:
    """Return the columns of a survey as arrays."""
    answers, maps = survey.partners, len(survey.egos)
    kind, own = _places(kinds()), len(kinds()) - 1
    setting, focus = _places(settings()), _places(focuses())
    of = {
        "kind": lambda id_: MISSING if id_ is None else kind.get(id_, own),
        "setting": lambda id_: MISSING if id_ is None else setting[id_],
        "focus": lambda id_: MISSING if id_ is None else focus[id_],
    }
    arrays = {
        "owner": survey.owner,
        "star": answers["named_important"].array(_code),
        "dismissed": np.zeros_like(survey.owner),
    }
    for name in OF_PARTNERS:
        if name not in arrays:
            arrays[name] = answers[name].array(of.get(name, _code))
    met = arrays["frequency"] != 0
    sure = met[survey.tie_a] & met[survey.tie_b]
    said, none = survey.about, np.full(maps, MISSING)
    return Batch(
        maps=maps,
        overall={name: said[name].array(_code) if name in said else none for name in OVERALL},
        lines_drawn=survey.about["lines_drawn"].array(int).astype(bool),
        importance_cut=np.full(maps, _IMPORTANT),
        frequency_cut=np.full(maps, _OFTEN),
        tie_a=survey.tie_a[sure],
        tie_b=survey.tie_b[sure],
        **arrays,
    )


_IMPORTANT, _OFTEN = (vocabulary().scales[scale].cut for scale in ("importance", "frequency"))
"""The cuts of a map whose owner left them as they are."""


def _judged(one: Map | CodedMap) -> Iterator[tuple[Any, int]]:
    """Yield each partner with what the owner dismissed of them."""
    if not isinstance(one, Map) or not one.all_of(Verdict):
        yield from ((partner, 0) for partner in one.partners)
        return
    known = Study(one)
    for partner in one.partners:
        said = [known.verdict(NOTABLE_CODES[place], partner.id) is False for place in DIFFERING]
        yield partner, sum(1 << at for at, dismissed in enumerate(said) if dismissed)


def _ties(maps: Sequence[Map | CodedMap]) -> Iterator[tuple[int, int]]:
    """Yield both partners of each sure tie between two that count, by their place in the batch."""
    first = 0
    for one in maps:
        if isinstance(one, Map):
            there = {p.id: first + n for n, p in enumerate(one.partners) if p.frequency != 0}
            for tie in one.ties:
                if tie.state == "yes" and tie.a in there and tie.b in there:
                    yield there[tie.a], there[tie.b]
        first += len(one.partners)


def _network(one: Map | CodedMap) -> Any:
    return one.network if isinstance(one, Map) else one


def _code(value: int | None) -> int:
    return MISSING if value is None else int(value)


def _array(values: Iterable[int]) -> Whole:
    return np.fromiter(values, dtype=np.int64)


def _places(ids: Sequence[str]) -> dict[str, int]:
    return {id_: place for place, id_ in enumerate(ids)}
