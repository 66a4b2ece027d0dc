"""The groups in a library: what was handed in, and nothing personal of it."""

import json
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select, update

from app.models.coded import CodedMap
from app.models.groups import STAGES, Group, read_map, written_map
from app.models.problem import Problem
from app.storage.schema import groups, handed_in

_DAMAGE: Final = (ValueError, KeyError, TypeError)


def groups_in(connection: Connection) -> list[Group]:
    """Return the groups that were not removed, the newest first; what is damaged is left out."""
    rows = connection.execute(
        select(groups).where(groups.c.deleted.is_(None)).order_by(groups.c.changed.desc())
    ).mappings()
    found = []
    for row in rows.all():
        try:
            found.append(_group(row, _maps(connection, row["id"])))
        except _DAMAGE:
            continue
    return found


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


def _maps(connection: Connection, group_id: str) -> dict[str, tuple[CodedMap, ...]]:
    query = select(handed_in).where(handed_in.c.group_id == group_id)
    rows = connection.execute(query.order_by(handed_in.c.number)).mappings().all()
    return {
        stage: tuple(read_map(row["coded"]) for row in rows if row["stage"] == stage)
        for stage in STAGES
    }


def _group(row: Any, maps: dict[str, tuple[CodedMap, ...]]) -> Group:
    about = json.loads(row["about"])
    bytes.fromhex(row["salt"])
    return Group(
        id=row["id"],
        name=str(about["name"]),
        salt=row["salt"],
        shown=about["shown"],
        guesses=tuple((str(key), int(number)) for key, number in about["guesses"]),
        invented=bool(about["invented"]),
        expected=about.get("expected"),
        received=about.get("received"),
        until=str(about.get("until") or ""),
        **maps,
    )
