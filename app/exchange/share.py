"""What leaves the computer: a map reduced to the kinds of information its owner selected."""

import os
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any, Final, TypeVar

from app.exchange.pseudonyms import pseudonyms
from app.models.digest import blake2s
from app.models.network import (
    Activity,
    Answer,
    Evidence,
    Ground,
    Intention,
    Map,
    Network,
    Note,
    Outline,
    Partner,
    Photo,
    Record,
    Stroke,
    Task,
    Tie,
    Verdict,
    rules_of,
    shared_id,
)
from app.models.rules import ALWAYS
from app.models.vocabulary import vocabulary

PARTS: Final = (
    "names",
    "ratings",
    "focus",
    "wishes",
    "ties",
    "moment",
    "overall",
    "satisfaction",
    "mechanisms",
    "hurdles",
    "texts",
    "about",
    "places",
    "drawing",
    "photo",
    "answers",
    "intentions",
)
"""The kinds of information that can be switched, in the order in which they are offered.

Which part a field of a partner or of the map goes along in stands beside the field. What stands
in none of them stays: a field that is new to Kring leaves only in a back-up.
"""

_PART_OF_RECORD: Final[Mapping[type[Record], str]] = {
    Tie: "ties",
    Outline: "drawing",
    Note: "drawing",
    Stroke: "drawing",
    Photo: "photo",
    Ground: "photo",
    Answer: "answers",
    Verdict: "answers",
    Intention: "intentions",
    Activity: "texts",
    Task: "texts",
    Evidence: "answers",
}
"""The part in which a record goes along with all its fields."""

_T = TypeVar("_T", Network, Partner)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What goes along in a file, and whether it is still the owner's own map in it."""

    parts: frozenset[str] = frozenset()
    """Keys of `PARTS`."""
    lasting: bool = False
    """The made-up ids are the same in every file of a series, so that begin and end match."""
    whole: bool = False
    """All there is, with its own ids: a copy to go on with. `parts` has no meaning then."""

    def has(self, part: str) -> bool:
        """Tell whether a kind of information goes along."""
        return self.whole or part == ALWAYS or part in self.parts

    def switched(self, part: str, *, on: bool) -> "Selection":
        """Return the selection with a kind of information going along, or staying."""
        return replace(self, parts=self.parts | {part} if on else self.parts - {part})

    def with_lasting(self, *, on: bool) -> "Selection":
        """Return the selection with ids that are the same every time, or not."""
        return replace(self, lasting=on)


EXCHANGE: Final = Selection(parts=frozenset({"ratings", "focus"}))
"""For a fellow student: enough to compare two maps by kind and setting, and no more."""

HAND_IN: Final = Selection(parts=frozenset({"ratings", "focus", "wishes", "ties", "moment"}))
"""For a lecturer: the map as a whole and when it was made; how it feels stays home."""

BACK_UP: Final = Selection(whole=True)
"""For the owner: everything."""

PROGRAM: Final = Selection(parts=HAND_IN.parts | {"places"}, lasting=True)
"""For another program: what can be reckoned with. Moments match, and nobody is named unasked."""

PRESETS: Final[Mapping[str, Selection]] = {
    "exchange": EXCHANGE,
    "hand_in": HAND_IN,
    "program": PROGRAM,
    "back_up": BACK_UP,
}


def part_of(kind: type[Record], field: str) -> str:
    """Return the part a field of a record belongs to; "" for what never goes along."""
    return _PART_OF_RECORD.get(kind) or rules_of(kind)[field].part


def parts_in(whole: Map) -> frozenset[str]:
    """Return the kinds of information that a map has anything of."""
    found = {part for kind, part in _PART_OF_RECORD.items() if whole.all_of(kind)}
    for record in (whole.network, *whole.partners):
        kind: Any = type(record)
        found |= {
            part_of(kind, field.name)
            for field in fields(kind)
            if field.default is not MISSING and getattr(record, field.name) != field.default
        }
    if whole.partners:
        found.add("names")
    return frozenset(found.intersection(PARTS))


def shared(whole: Map, selection: Selection, language: str) -> Map:
    """Return the map as it leaves the computer.

    Names become kind or setting and number (*Ouders 1*) in `language`, and own words for a kind
    go, unless names are selected. Every id becomes another, by which nothing leads back to the
    library; two files of one map have no id in common unless the selection is `lasting`. What is
    about a partner stays about that partner.
    """
    if selection.whole:
        return whole
    renamed = _ids(_lasting_key(whole) if selection.lasting else os.urandom(32))
    names = pseudonyms(whole.partners, language)
    if selection.has("names"):
        names = {partner.id: partner.name for partner in whole.partners}
    network = whole.network
    records: list[Record] = [
        _reduced(
            network,
            selection,
            id=renamed(network.id),
            series=renamed("series:" + network.series),
            theirs=True,
        )
    ]
    for partner in whole.partners:
        reduced = _reduced(partner, selection, id=renamed(partner.id), name=names[partner.id])
        known = partner.kind in vocabulary().kinds
        records.append(reduced if known or selection.has("names") else replace(reduced, kind=None))
    for record in whole.records.values():
        part = _PART_OF_RECORD.get(type(record))
        if part is not None and selection.has(part):
            records.append(_with_ids(record, renamed))
    return Map.of(records)


def _lasting_key(whole: Map) -> bytes:
    """Return a key that only who has the map itself can know: its series never leaves."""
    return blake2s(b"kring shared ids:" + whole.network.series.encode())


def _ids(key: bytes) -> Callable[[str], str]:
    """Return a function that turns an id into another, always the same one, by a secret key."""

    def renamed(id_: str) -> str:
        return shared_id(blake2s(id_.encode(), key=key, size=16).hex())

    return renamed


def _reduced(record: _T, selection: Selection, **given: Any) -> _T:
    """Return a network or partner with the fields that go along, the others as if never filled."""
    kind = type(record)
    values = dict(given)
    for field in fields(kind):
        if field.name in given or field.default is MISSING:
            continue
        if selection.has(part_of(kind, field.name)):
            values[field.name] = getattr(record, field.name)
    return kind(**values)


def _with_ids(record: Record, renamed: Callable[[str], str]) -> Record:
    """Return a record about partners under its other id, about the same partners."""
    key = renamed(record.id)
    match record:
        case Tie(a=a, b=b):
            return Tie(id=key, a=renamed(a), b=renamed(b), state=record.state)
        case Outline(members=members):
            return replace(record, id=key, members=tuple(map(renamed, members)))
        case Ground(photo=photo):
            return replace(record, id=key, photo=renamed(photo))
        case Activity(partner=named):
            return replace(record, id=key, partner=renamed(named))
        case Verdict(partner=partner) | Intention(partner=partner):
            return replace(record, id=key, partner=partner and renamed(partner))
        case Task(partner=partner, responsible=responsible, agreed_with=agreed):
            return replace(
                record,
                id=key,
                partner=partner and renamed(partner),
                responsible=responsible and renamed(responsible),
                agreed_with=tuple(map(renamed, agreed)),
            )
        case Evidence(partners=people, sources=sources):
            return replace(
                record,
                id=key,
                partners=tuple(map(renamed, people)),
                sources=tuple(map(renamed, sources)),
            )
        case _:
            return replace(record, id=key)
