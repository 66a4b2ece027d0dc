"""The rules of one record: whether it keeps them, and how what comes in is written."""

from dataclasses import fields, replace
from typing import Any, Final

from app.models.network.records import RECORD_TYPES, Partner, Record, Stroke, Tie, rules_of
from app.models.problem import Problem
from app.models.rules import LONGEST_READ
from app.models.text_form import normalised

_DEFAULTS: Final[dict[type[Record], dict[str, Any]]] = {
    kind: {f.name: f.default for f in fields(kind)} for kind in RECORD_TYPES
}
"""What a field holds that nothing was said in; each keeps its own rule, so nobody looks again."""
_WRITTEN: Final = {
    kind: {name: rule.tidied for name, rule in rules_of(kind).items() if rule.tidied is not None}
    for kind in RECORD_TYPES
}


def check(record: Record, known: Record | None = None) -> None:
    """Raise a `Problem` where a field of `record` is outside its range.

    `bad_value` carries the record, the field and the value; `tie_to_itself` the record. What
    concerns several records at once is checked by `Map.after`. `known` is an earlier state of the
    same record that was checked: the values taken over from it are not looked at again.
    """
    defaults, is_known = _DEFAULTS[type(record)], type(known) is type(record)
    for name, rule in rules_of(type(record)).items():
        value = getattr(record, name)
        if value is defaults[name] or (is_known and value is getattr(known, name)):
            continue
        if not rule.is_kept_by(value):
            raise Problem("bad_value", record=record, field=name, value=value)
    if isinstance(record, Tie) and record.a == record.b:
        raise Problem("tie_to_itself", record=record)
    if isinstance(record, Stroke) and len(record.pressures) not in (0, len(record.points) // 2):
        raise Problem("bad_value", record=record, field="pressures", value=len(record.pressures))
    if isinstance(record, Partner) and (record.x is None) != (record.y is None):
        raise Problem("bad_value", record=record, field="y", value=record.y)


def as_kept(record: Record) -> Record:
    """Return a record written in the one way in which it is kept.

    Whatever comes in passes here: what is typed, pasted or read from a file.
    """
    changed: dict[str, Any] = {
        name: kept
        for name, tidied in _WRITTEN[type(record)].items()
        if (text := getattr(record, name))
        and len(text) <= LONGEST_READ
        and (kept := tidied(text)) != text
    }
    if isinstance(record, Partner) and record.taken_off and record.x is not None:
        changed["taken_off"] = None  # who is put somewhere waits no longer
    return replace(record, **changed) if changed else record


def as_read(record: Record) -> Record:
    """Return a record that comes from a file: `as_kept`, and its ids in their one way as well.

    What is in the library already keeps the ids it has: others name it by them.
    """
    changed: dict[str, Any] = {}
    for name, rule in rules_of(type(record)).items():
        found = getattr(record, name) if rule.is_id else None
        if not found or len(found) > LONGEST_READ:
            continue
        kept = normalised(found) if isinstance(found, str) else tuple(map(normalised, found))
        if kept != found:
            changed[name] = kept
    return as_kept(replace(record, **changed) if changed else record)
