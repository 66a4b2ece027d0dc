"""A map: its records as one value, and the rules between them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, TypeVar, cast

from app.models.network.plans import Activity, Evidence, Intention, Task
from app.models.network.record_checks import check
from app.models.network.records import (
    RECORD_TYPES,
    Changes,
    Ground,
    Hindsight,
    Network,
    Outline,
    Partner,
    Photo,
    Record,
    Tie,
    Verdict,
)
from app.models.problem import Problem

MOST_PARTNERS: Final = 500
"""More partners than anybody has; a map with more is refused as not a map of Kring."""

MOST: Final[Mapping[type[Record], int]] = {
    **dict.fromkeys(RECORD_TYPES, 10_000),
    Network: 1,
    Partner: MOST_PARTNERS,
    Tie: MOST_PARTNERS * (MOST_PARTNERS - 1) // 2,
    Photo: 1,
    Ground: 1,
}
"""How many records of each type a map holds: what is read is refused before it takes long."""

_R = TypeVar("_R", bound=Record)


class Map:
    """One drawing as a whole: its records by id. A value: a change gives another map."""

    def __init__(self, records: Mapping[str, Record]) -> None:
        self.records = records

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Map":
        """Return the map of these records, every rule checked.

        Raises `Problem`: as `after`, and `duplicate_id` where two records share an id.
        """
        changes: dict[str, Record | None] = {}
        for record in records:
            if record.id in changes:
                raise Problem("duplicate_id", id=record.id)
            changes[record.id] = record
        return cls({}).after(changes)

    def after(self, changes: Changes) -> "Map":
        """Return the map with `changes` made.

        Raises `Problem` and changes nothing where a record breaks a rule of its own (`check`)
        or one between records: a tie, an outline or whatever is about partners that names
        somebody who is not there (`unknown_partner`), a second tie between the same two
        (`duplicate_tie`), not exactly one network (`not_one_network`), more of a type than there
        were and than a map holds (`too_many_partners`, `too_many_records`).
        """
        records = dict(self.records)
        for key, record in changes.items():
            if record is None:
                records.pop(key, None)
                continue
            check(record, self.records.get(key))
            records[key] = record
        changed = Map(records)
        changed._check_between(changes, before=self)
        return changed

    def _check_between(self, changes: Changes, before: "Map") -> None:
        touched = {
            type(record)
            for key in changes
            for record in (changes[key], before.records.get(key))
            if record is not None
        }
        if (Network in touched or not before.records) and sum(
            isinstance(r, Network) for r in self.records.values()
        ) != 1:
            raise Problem("not_one_network")
        if (Ground in touched or Photo in touched) and not self._has_whole_ground():
            raise Problem("photo_not_whole")
        for kind in touched:
            if len(self.all_of(kind)) > max(MOST[kind], len(before.all_of(kind))):
                code = "too_many_partners" if kind is Partner else "too_many_records"
                raise Problem(code, most=MOST[kind])
        partners_gone = [
            key
            for key in changes
            if isinstance(before.records.get(key), Partner)
            and not isinstance(self.records.get(key), Partner)
        ]
        known = self.records
        for record in known.values() if partners_gone else changes.values():
            for named in _partners_named_by(record):
                if not isinstance(known.get(named), Partner):
                    raise Problem("unknown_partner", record=record, id=named)
        if Tie in touched and len({tie.ends for tie in self.asked_pairs}) != len(self.asked_pairs):
            raise Problem("duplicate_tie", record=self._second_tie())

    def _has_whole_ground(self) -> bool:
        """Tell whether at most one photo lies under the map, and there is none that does not."""
        lying = [ground.photo for ground in self.all_of(Ground)]
        return len(lying) <= 1 and lying == [photo.id for photo in self.all_of(Photo)]

    def _second_tie(self) -> Tie:
        seen: set[frozenset[str]] = set()
        for tie in self.asked_pairs:
            if tie.ends in seen:
                return tie
            seen.add(tie.ends)
        raise AssertionError("no tie is there twice")

    @cached_property
    def network(self) -> Network:
        """Return the record of the map itself."""
        return self.all_of(Network)[0]

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        """Return the partners, in the order in which they came."""
        return self.all_of(Partner)

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """Return the ties that are there, or may be: whoever does not know each other has none."""
        return tuple([tie for tie in self.asked_pairs if tie.state != "no"])

    @cached_property
    def asked_pairs(self) -> tuple[Tie, ...]:
        """Return every answer about two partners, *no* included."""
        return self.all_of(Tie)

    def all_of(self, kind: type[_R]) -> tuple[_R, ...]:
        """Return all records of one type, in the order in which they came."""
        return cast("tuple[_R, ...]", tuple(self._by_kind.get(kind, ())))

    @cached_property
    def _by_kind(self) -> Mapping[type, Sequence[Record]]:
        found: dict[type, list[Record]] = {}
        for record in self.records.values():
            found.setdefault(type(record), []).append(record)
        return found

    def partner(self, id: str) -> Partner | None:  # noqa: A002 (the field is called so)
        """Return the partner with this id, or None."""
        record = self.records.get(id)
        return record if isinstance(record, Partner) else None

    def tie_between(self, a: str, b: str) -> Tie | None:
        """Return the answer about two partners, whichever was named first, or None."""
        ends = frozenset((a, b))
        return next((tie for tie in self.asked_pairs if tie.ends == ends), None)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Map) and self.records == other.records

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Map({len(self.records)} records)"


def _partners_named_by(record: Record | None) -> tuple[str, ...]:
    """Return the ids of the partners that `record` cannot do without."""
    if isinstance(record, Tie):
        return (record.a, record.b)
    if isinstance(record, Outline):
        return record.members
    if isinstance(record, Evidence):
        return record.partners
    if isinstance(record, Task):
        named = (record.partner, record.responsible, *record.agreed_with)
        return tuple(key for key in named if key is not None)
    if isinstance(record, Intention | Verdict | Hindsight | Activity):
        return () if record.partner is None else (record.partner,)
    return ()
