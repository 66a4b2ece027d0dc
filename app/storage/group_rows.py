"""The groups in a library: what was handed in, and nothing personal of it."""

import json
from dataclasses import fields, replace
from typing import Any, Final

from sqlalchemy import Connection, LargeBinary, cast, delete, insert, select, update

from app.models.coded_map import CodedMap
from app.models.digest import blake2s
from app.models.groups import STAGES, Group, new_group, read_map, written_map
from app.models.problem import Problem
from app.storage.schema import groups, handed_in

_DAMAGE: Final = (ValueError, KeyError, TypeError, AttributeError)


def groups_in(
    connection: Connection, *, removed: bool = False
) -> tuple[list[Group], tuple[str, ...]]:
    """Return the groups, the newest first, and the ids of damaged ones; `removed` ones if asked."""
    query = select(groups.c.id)
    if not removed:
        query = query.where(groups.c.deleted.is_(None))
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
    """Return the readable part of a damaged group, and the number of its maps that are not.

    `name` is for one whose own name is lost. Raises `Problem("group_not_found")`.
    """
    row = _row(connection, group_id)
    maps, lost = _maps(connection, group_id)
    try:
        group = _group(group_id, row)
    except _DAMAGE:
        group = replace(new_group(name), id=group_id)
    return replace(group, **maps), lost


def write_group(connection: Connection, group: Group, changed: str) -> None:
    """Put a group in, in the place of an earlier state of it; a removed one stays removed."""
    deleted = connection.scalar(select(groups.c.deleted).where(groups.c.id == group.id))
    connection.execute(delete(groups).where(groups.c.id == group.id))
    about = {
        "name": group.name,
        "shown": group.shown,
        "has_news": group.has_news,
        "withdrawn": group.withdrawn,
        "guesses": group.guesses,
        "invented": group.invented,
        "expected": group.expected,
        "received": group.received,
        "until": group.until,
    }
    row = {
        "id": group.id,
        "salt": group.salt,
        "about": _sealed(json.dumps(about), group.id, group.salt),
        "changed": changed,
        "deleted": deleted,
    }
    connection.execute(insert(groups), row)
    rows = [
        {
            "group_id": group.id,
            "stage": stage,
            "number": number,
            "coded": _sealed(written_map(one), group.id, stage),
        }
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
            maps[stage] += (read_map(_unsealed(str(coded, "utf-8"), group_id, stage)),)
        except _DAMAGE:
            lost += 1
    return maps, lost


def _group(group_id: str, row: Any) -> Group:
    salt = str(row[0], "utf-8")
    bytes.fromhex(salt)
    about = json.loads(_unsealed(str(row[1], "utf-8"), group_id, salt))
    if not about.keys() <= {f.name for f in fields(Group)}:
        raise ValueError(group_id)
    for field in ("shown", "received"):
        dict(about.get(field) or {})
    return Group(
        id=group_id,
        name=str(about["name"]),
        salt=salt,
        shown=about["shown"],
        has_news=bool(about.get("has_news")),
        withdrawn=tuple(map(str, about.get("withdrawn") or ())),
        guesses=tuple((str(key), int(number)) for key, number in about["guesses"]),
        invented=bool(about["invented"]),
        expected=about.get("expected"),
        received=about.get("received"),
        until=str(about.get("until") or ""),
    )


_SEAL: Final = ', "seal": "{}"}}'
"""How the text of a row ends: with a hash of the rest, so that no damage passes for an answer."""


def _sealed(text: str, *about: str) -> str:
    """Return the text of a JSON object with a seal of it, and of what it is about, as its end."""
    return text[:-1] + _SEAL.format(_hash(text, about))


def _unsealed(text: str, *about: str) -> str:
    """Return the text that was sealed. Raises ValueError where it is another one.

    Kring did not seal at first: what has no seal is taken as it is.
    """
    length = len(_SEAL.format(_hash("", ())))
    body, end = text[:-length] + "}", text[-length:]
    if '"seal"' not in text:
        return text
    if end != _SEAL.format(_hash(body, about)):
        raise ValueError(about)
    return body


def _hash(text: str, about: tuple[str, ...]) -> str:
    return blake2s("\n".join((*about, text)).encode(), size=8).hex()
