"""How records and edits are written into the library, and read back without trusting it."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from typing import Any, Final, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    text,
    update,
)
from sqlalchemy.dialects.sqlite import Insert, insert

from app.models.edit import Edit
from app.models.history import History
from app.models.network import (
    MOST,
    RECORD_TYPES,
    Changes,
    Intention,
    Network,
    Record,
    Tie,
    check,
    rules_of,
)
from app.models.problem import Problem
from app.storage.schema import name_of, table_of

UNREADABLE: Final = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What reading a damaged row raises, besides the `Problem` of a rule that is broken."""

_KINDS: Final[dict[str, type[Record]]] = {name_of(kind): kind for kind in RECORD_TYPES}


def _listed(stored: Any) -> tuple[Any, ...]:
    if not isinstance(stored, list):
        raise TypeError(stored)
    return tuple(stored)


_R = TypeVar("_R", bound=Record)
_Readers = dict[str, Callable[[Any], Any]]

_FROM_JSON: Final[_Readers] = {"date": date.fromisoformat, "list": _listed}
_FROM_ROW: Final[_Readers] = {
    "date": date.fromisoformat,
    "list": lambda stored: _listed(json.loads(stored)),
    "boolean": {0: False, 1: True}.__getitem__,
}


def _readers(readers: _Readers) -> dict[type[Record], _Readers]:
    return {
        kind: {
            name: readers[rule.stored_as]
            for name, rule in rules_of(kind).items()
            if rule.stored_as in readers
        }
        for kind in RECORD_TYPES
    }


_ROW_READERS: Final = _readers(_FROM_ROW)
_JSON_READERS: Final = _readers(_FROM_JSON)
_DEFAULTS: Final[dict[type[Record], dict[str, Any]]] = {
    kind: {f.name: f.default for f in fields(kind) if f.default is not MISSING}
    for kind in RECORD_TYPES
}

# Written out, for the map waits for them: made from its parts each takes a millisecond to compile.
_SELECT: Final = {
    kind: text(
        f"SELECT {', '.join(rules_of(kind))} FROM {name_of(kind)} "  # noqa: S608 (our own names)
        # One more than a map holds, and it is refused: so many rows of a stranger's are not read.
        f"WHERE network_id = :network ORDER BY rowid LIMIT {MOST[kind] + 1}"
    )
    for kind in RECORD_TYPES
}
# Most maps have records of a few types: those alone are asked for.
_THERE: Final = text(
    " UNION ALL ".join(
        f"SELECT '{name}' WHERE EXISTS "  # noqa: S608 (the names are those of our records)
        f"(SELECT 1 FROM {name} WHERE network_id = :network)"
        for name in _KINDS
    )
)
# One statement for all tables: a step is stored while somebody waits for it.
_STANDING: Final = text(
    " UNION ALL ".join(
        f"SELECT '{name}', id FROM {name} "  # noqa: S608 (the names are those of our records)
        "WHERE network_id = :network AND id IN (SELECT value FROM json_each(:keys))"
        for name in _KINDS
    )
)

# Days are written so that their order is that of the letters; an example is nobody's own plans.
_DUE: Final = text(
    f"SELECT network_id, {', '.join(f'intention.{f}' for f in rules_of(Intention))} "  # noqa: S608
    "FROM intention JOIN map ON map.id = network_id "
    "WHERE map.deleted IS NULL AND NOT done AND NOT let_go AND due < :today "
    "ORDER BY due, map.rowid, intention.rowid"
)
_MOMENTS: Final = text(
    f"SELECT {', '.join(f'network.{f}' for f in rules_of(Network))} "  # noqa: S608
    "FROM network JOIN map ON map.id = network.id "
    "WHERE map.deleted IS NULL AND NOT example ORDER BY map.rowid"
)


def rows_of_due(
    connection: Connection, today: date
) -> tuple[list[tuple[str, dict[str, Any]]], Sequence[Any]]:
    """Return the rows of intentions open after their day, and, if any, of the maps that count.

    Each intention comes with the id of its map. Removed maps count as little as their
    intentions; the maps are in the order in which they were made.
    """
    rows = map(dict, connection.execute(_DUE, {"today": today.isoformat()}).mappings())
    due = [(row.pop("network_id"), row) for row in rows]
    return due, connection.execute(_MOMENTS).mappings().all() if due else ()


def due_among(
    intentions: Sequence[tuple[str, dict[str, Any]]], networks: Sequence[Any]
) -> tuple[list[tuple[str, Intention]], list[Network]]:
    """Return the intentions in such rows, as far as they can be read."""
    due = [(key, one) for key, row in intentions for one in readable(Intention, row)]
    return due, [one for row in networks for one in readable(Network, row)]


def rows_of(connection: Connection, network_id: str) -> dict[type[Record], Sequence[Any]]:
    """Return the rows of a map by type of record, in the order in which the records came."""
    of_map = {"network": network_id}
    there = {_KINDS[name] for name in connection.execute(_THERE, of_map).scalars()}
    return {
        kind: connection.execute(query, of_map).mappings().all() if kind in there else ()
        for kind, query in _SELECT.items()
    }


def write(connection: Connection, network_id: str, changes: Changes) -> None:
    """Insert or update the records among `changes`."""
    rows: dict[type[Record], list[dict[str, Any]]] = {kind: [] for kind in RECORD_TYPES}
    for record in changes.values():
        if record is not None:
            rows[type(record)].append(row_of(network_id, record))
    if len(rows[Tie]) > 1:
        connection.execute(
            _park(), [{"network": network_id, "key": row["id"]} for row in rows[Tie]]
        )
    for kind, some in rows.items():
        if some:
            connection.execute(_put(table_of(kind)), some)


def _is_it(table: Table) -> ColumnElement[bool]:
    return and_(table.c.network_id == bindparam("network"), table.c.id == bindparam("key"))


@cache
def _park() -> Update:
    """Return the statement that takes a tie away from its ends.

    Ties may take each other's place, so before several are written none may stand in the way.
    """
    ties = table_of(Tie)
    return update(ties).where(_is_it(ties)).values(a=ties.c.id, b=ties.c.id)


@cache
def _remove(table: Table) -> Delete:
    """Return the statement that deletes a record of one type."""
    return delete(table).where(_is_it(table))


@cache
def _put(table: Table) -> Insert:
    """Return the statement that inserts or updates records of one type.

    A row that is there keeps its place, and with it the order of the records.
    """
    put = insert(table)
    return put.on_conflict_do_update(
        index_elements=list(table.primary_key),
        set_={column.name: put.excluded[column.name] for column in list(table.c)[2:]},
    )


def remove(connection: Connection, network_id: str, changes: Changes) -> None:
    """Delete what `changes` take away, and what stood under the id of another type of record."""
    keys = {"network": network_id, "keys": _json(list(changes))}
    for name, key in connection.execute(_STANDING, keys).all():
        kind = _KINDS[name]
        if type(changes[key]) is not kind:
            connection.execute(_remove(table_of(kind)), {"network": network_id, "key": key})


def _record(kind: type[_R], values: dict[str, Any], readers: _Readers) -> _R:
    for name, read in readers.items():
        if values.get(name) is not None:
            values[name] = read(values[name])
    return kind(**values)


def row_of(network_id: str, record: Record) -> dict[str, Any]:
    """Return the row of a record."""
    row: dict[str, Any] = {"network_id": network_id}
    for name, rule in rules_of(type(record)).items():
        value = getattr(record, name)
        if rule.stored_as == "list":
            value = _json(value) if value else "[]"
        elif rule.stored_as == "date" and value is not None:
            value = value.isoformat()
        row[name] = value
    return row


def record_of(kind: type[_R], row: Mapping[str, Any]) -> _R:
    """Return the record of a row, its rules not yet checked.

    Raises one of `UNREADABLE` where a value cannot be read at all.
    """
    readers: Mapping[type, _Readers] = _ROW_READERS
    return _record(kind, dict(row), readers[kind])


def readable(kind: type[_R], row: Mapping[str, Any]) -> Iterator[_R]:
    """Give the record of a row, where it keeps its rules."""
    try:
        record = record_of(kind, row)
        check(record)
    except (Problem, *UNREADABLE):
        return
    yield record


def edit_row(network_id: str, number: int, edit: Edit) -> dict[str, Any]:
    """Return the row of an edit that brings the history of its map to position `number`."""
    return {
        "network_id": network_id,
        "number": number,
        "action": edit.action,
        "merge_key": edit.merge_key,
        "before": _written(edit.before),
        "after": _written(edit.after),
    }


def history_of(position: Any, rows: Sequence[Any]) -> History:
    """Return the history of a map from the rows of its edits, every record checked.

    Raises `Problem` (see `check`) or one of `UNREADABLE` where a row is damaged or missing.
    """
    start = rows[0]["number"] - 1 if rows else position
    for expected, row in enumerate(rows, start + 1):
        if row["number"] != expected:
            raise ValueError(row["number"])
    if type(position) is not int or not 0 <= start <= position <= start + len(rows):
        raise ValueError(position)
    return History([_edit(row) for row in rows], position, start)


def _edit(row: Mapping[str, Any]) -> Edit:
    if not isinstance(row["action"], str) or not isinstance(row["merge_key"], str):
        raise TypeError(row)
    return Edit(
        action=row["action"],
        merge_key=row["merge_key"],
        before=_read(row["before"]),
        after=_read(row["after"]),
    )


def _written(changes: Changes) -> str:
    """Return records by id as JSON: without what is at its default, for most fields are."""
    return _json({key: record and _values(record) for key, record in changes.items()})


def _values(record: Record) -> dict[str, Any]:
    kind = type(record)
    defaults = _DEFAULTS[kind]
    values: dict[str, Any] = {"type": kind.__name__.lower()}
    for name in rules_of(kind):
        value = getattr(record, name)
        if name != "id" and (name not in defaults or value != defaults[name]):
            values[name] = value.isoformat() if isinstance(value, date) else value
    return values


def _read(written: str) -> Changes:
    changes: dict[str, Record | None] = {}
    for key, values in json.loads(written).items():
        if values is None:
            changes[key] = None
            continue
        kind = _KINDS[values.pop("type")]
        record = _record(kind, {**values, "id": key}, _JSON_READERS[kind])
        check(record)
        changes[key] = record
    return changes


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
