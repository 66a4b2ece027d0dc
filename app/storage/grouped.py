"""The groups in a library: what was handed in, and nothing personal of it."""

import json
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, LargeBinary, cast, delete, insert, select, update

from app.models.coded import CodedMap
from app.models.groups import STAGES, Group, new_group, read_map, written_map
from app.models.problem import Problem
from app.storage.schema import groups, handed_in

_DAMAGE: Final = (ValueError, KeyError, TypeError, AttributeError)


def groups_in(connection: Connection) -> tuple[list[Group], tuple[str, ...]]:
    """Return the groups that were not removed, the newest first, and the ids of damaged ones."""
    query = select(groups.c.id).where(groups.c.deleted.is_(None))
    found, damaged = [], []
    for key in connection.execute(query.order_by(groups.c.changed.desc())).scalars().all():
        try:
            found.append(group_in(connection, key))
        except Problem:
            damaged.append(str(key))
    return found, tuple(damaged)


def group_in(connection: Connection, group_id: str) -> Group:
    """Return a group. Raises `Problem`: `group_not_found`, `group_damaged`."""
    row = _row(connection, group_id)
    maps, lost = _maps(connection, group_id)
    try:
        if not lost:
            return replace(_group(group_id, row), **maps)
    except _DAMAGE as error:
        raise Problem("group_damaged", id=group_id) from error
    raise Problem("group_damaged", id=group_id)


def salvaged(connection: Connection, group_id: str, name: str) -> tuple[Group, int]:
    """Return what can be read of a damaged group, and how many of its maps cannot.

    `name` is for one whose own name is lost. Raises `Problem("group_not_found")`.
    """
    row = _row(connection, group_id)
    maps, lost = _maps(connection, group_id)
    try:
        group = _group(group_id, row)
    except _DAMAGE:
        group = replace(new_group(name), id=group_id)
    return replace(group, **maps), lost


def has_groups(connection: Connection) -> bool:
    """Tell whether there is a group that was not removed, without reading any."""
    query = select(groups.c.id).where(groups.c.deleted.is_(None)).limit(1)
    return connection.execute(query).first() is not None


def write_group(connection: Connection, group: Group, changed: str) -> None:
    """Put a group in, in the place of an earlier state of it; a removed one stays removed."""
    deleted = connection.scalar(select(groups.c.deleted).where(groups.c.id == group.id))
    connection.execute(delete(groups).where(groups.c.id == group.id))
    about = {
        "name": group.name,
        "shown": group.shown,
        "guesses": group.guesses,
        "invented": group.invented,
        "expected": group.expected,
        "received": group.received,
        "until": group.until,
    }
    row = {
        "id": group.id,
        "salt": group.salt,
        "about": json.dumps(about),
        "changed": changed,
        "deleted": deleted,
    }
    connection.execute(insert(groups), row)
    rows = [
        {"group_id": group.id, "stage": stage, "number": number, "coded": written_map(one)}
        for stage in STAGES
        for number, one in enumerate(getattr(group, stage))
    ]
    if rows:
        connection.execute(insert(handed_in), rows)


def mark_group(connection: Connection, group_id: str, deleted: str | None) -> None:
    """Say since when a group is removed, or that it is not. Raises `Problem("group_not_found")`."""
    marked = connection.execute(
        update(groups).where(groups.c.id == group_id).values(deleted=deleted)
    )
    if marked.rowcount != 1:
        raise Problem("group_not_found")


def _row(connection: Connection, group_id: str) -> Any:
    columns = (cast(column, LargeBinary) for column in (groups.c.salt, groups.c.about))
    row = connection.execute(select(*columns).where(groups.c.id == group_id)).one_or_none()
    if row is None:
        raise Problem("group_not_found")
    return row


def _maps(connection: Connection, group_id: str) -> tuple[dict[str, Any], int]:
    """Return the maps by their stage, and how many there are that cannot be read."""
    # As bytes: SQLite hands out a text that is none with an error for all rows.
    query = select(handed_in.c.stage, cast(handed_in.c.coded, LargeBinary))
    query = query.where(handed_in.c.group_id == group_id).order_by(handed_in.c.number)
    maps: dict[str, tuple[CodedMap, ...]] = dict.fromkeys(STAGES, ())
    lost = 0
    for stage, coded in connection.execute(query).all():
        try:
            maps[stage] += (read_map(str(coded, "utf-8")),)
        except _DAMAGE:
            lost += 1
    return maps, lost


def _group(group_id: str, row: Any) -> Group:
    salt, about = str(row[0], "utf-8"), json.loads(str(row[1], "utf-8"))
    bytes.fromhex(salt)
    for field in ("shown", "received"):
        dict(about.get(field) or {})
    return Group(
        id=group_id,
        name=str(about["name"]),
        salt=salt,
        shown=about["shown"],
        guesses=tuple((str(key), int(number)) for key, number in about["guesses"]),
        invented=bool(about["invented"]),
        expected=about.get("expected"),
        received=about.get("received"),
        until=str(about.get("until") or ""),
    )
