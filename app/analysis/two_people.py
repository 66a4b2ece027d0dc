"""Two maps of different people beside each other: by kind and setting, never by person."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.analysis.alignment import FEWEST_RATED, pairs_of, tau_b
from app.analysis.composition import counted
from app.analysis.distance import bray_curtis
from app.models.network import Map, Partner
from app.models.text_form import alike
from app.models.vocabulary import vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one of the two says of a kind: the highest answers, and everybody they stand for."""

    frequency: int | None
    importance: int | None
    partners: tuple[Partner, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedKind:
    """A kind of partner that both have."""

    kind: str
    """The id of a kind, or own words as the first of the two wrote them."""
    mine: Side
    theirs: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoPeople:
    """What two people have in common, and what each has alone."""

    shared: tuple[SharedKind, ...]
    """In the order of the vocabulary, own words last; likewise the other two."""
    only_mine: tuple[str, ...]
    only_theirs: tuple[str, ...]
    kinds_jaccard: float | None
    """Kinds in common over all kinds of either: 0 to 1, None where neither has any."""
    bray_curtis_settings: float | None
    importance_tau_b: float | None
    """Kendall's tau-b of the two importances over the shared kinds; None with fewer than five."""


def two_people(mine: Map, theirs: Map) -> TwoPeople:
    """Compare the maps of two people. Wished partners do not count."""
    one, other = _by_kind(counted(mine)), _by_kind(counted(theirs))
    shared = [
        SharedKind(kind=_written(one[key]), mine=_side(one[key]), theirs=_side(other[key]))
        for key in _in_order(one.keys() & other.keys())
    ]
    rated = [
        (both.mine.importance, both.theirs.importance)
        for both in shared
        if both.mine.importance is not None and both.theirs.importance is not None
    ]
    kinds = len(one.keys() | other.keys())
    return TwoPeople(
        shared=tuple(shared),
        only_mine=tuple(_written(one[key]) for key in _in_order(one.keys() - other.keys())),
        only_theirs=tuple(_written(other[key]) for key in _in_order(other.keys() - one.keys())),
        kinds_jaccard=len(shared) / kinds if kinds else None,
        bray_curtis_settings=bray_curtis(counted(mine), counted(theirs)),
        importance_tau_b=tau_b(pairs_of(rated)) if len(rated) >= FEWEST_RATED else None,
    )


def figures(mine: Map, theirs: Map) -> dict[str, Any]:
    """Return the comparison of the maps of two people as plain values, ready for JSON.

    `a` is the first map, `b` the second. Kinds are ids of the vocabulary or own words; nobody
    is named: of a kind there are the answers of everybody, in the order of the map. Undefined
    figures, and what is not answered, are None.
    """
    found = two_people(mine, theirs)
    return {
        "shared": [both.kind for both in found.shared],
        "only_a": list(found.only_mine),
        "only_b": list(found.only_theirs),
        "kinds_jaccard": found.kinds_jaccard,
        "bray_curtis_settings": found.bray_curtis_settings,
        "importance_tau_b": found.importance_tau_b,
        "shared_kinds": [
            {"kind": both.kind, "a": _plain(both.mine), "b": _plain(both.theirs)}
            for both in found.shared
        ],
    }


def _plain(side: Side) -> dict[str, Any]:
    """Return every answer: the highest alone would hide the parents who are seen once a year."""
    return {
        "frequency": [partner.frequency for partner in side.partners],
        "importance": [partner.importance for partner in side.partners],
        "partners": len(side.partners),
    }


def _by_kind(partners: Sequence[Partner]) -> dict[str, list[Partner]]:
    """Return the partners by kind; own words are the same kind however they are capitalised."""
    found: dict[str, list[Partner]] = defaultdict(list)
    for partner in partners:
        if partner.kind is not None:
            found[alike(partner.kind)].append(partner)
    return found


def _written(partners: Sequence[Partner]) -> str:
    return partners[0].kind or ""


def _in_order(kinds: set[str]) -> list[str]:
    order = {kind: number for number, kind in enumerate(vocabulary().kinds)}
    return sorted(kinds, key=lambda kind: (order.get(kind, len(order)), kind))


def _side(partners: Sequence[Partner]) -> Side:
    def highest(answers: Sequence[int | None]) -> int | None:
        return max((answer for answer in answers if answer is not None), default=None)

    return Side(
        frequency=highest([partner.frequency for partner in partners]),
        importance=highest([partner.importance for partner in partners]),
        partners=tuple(partners),
    )
