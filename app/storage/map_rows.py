"""The rows of the maps in a library: a new one, a step of one, and when each was changed."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Table,
    Update,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from app.models.edit import Step
from app.models.history import MOST_KEPT, History
from app.models.network import Map
from app.models.problem import Problem
from app.storage import content, record_rows
from app.storage.schema import clock, edits, groups, maps

_A_DAY: Final = timedelta(days=1)


_AWAY: Final = timedelta(days=10)
"""How long Kring may have been away for all of it to count; a longer time counts as a day."""


_DROP_EDITS: Final = delete(edits).where(
    edits.c.network_id == bindparam("network"),
    or_(edits.c.number > bindparam("keep"), edits.c.number <= bindparam("oldest")),
)


_INSERT_EDIT: Final = insert(edits)


# Made once: it takes longer to put together than to carry out, and every edit waits for it.
_OF_MAP: Final = update(maps).where(maps.c.id == bindparam("network"))
_REMOVED: Final = _OF_MAP.values(deleted=func.coalesce(maps.c.deleted, bindparam("now")))


def insert_map(connection: Connection, whole: Map, history: History) -> None:
    """Put a new map in, with its history; one whose records do not fit together is refused."""
    whole = Map.of(whole.records.values())
    network_id = whole.network.id
    position = {"id": network_id, "position": history.position, "changed": _next(connection)}
    connection.execute(insert(maps), position)
    record_rows.write(connection, network_id, whole.records)
    rows = [record_rows.edit_row(network_id, *numbered) for numbered in history.numbered]
    if rows:
        connection.execute(_INSERT_EDIT, rows)


def write_step(connection: Connection, network_id: str, step: Step) -> None:
    """Write the records, the edit and the position of one step.

    Raises `Problem("map_not_found")`.
    """
    record_rows.remove(connection, network_id, step.changes)
    record_rows.write(connection, network_id, step.changes)
    if step.keep is not None:
        oldest = step.position - MOST_KEPT
        bounds = {"network": network_id, "keep": step.keep, "oldest": oldest}
        connection.execute(_DROP_EDITS, bounds)
    if step.edit is not None:
        connection.execute(_INSERT_EDIT, record_rows.edit_row(network_id, step.position, step.edit))
    mark(connection, network_id, position=step.position, changed=_next(connection))


def mark(connection: Connection, network_id: str, how: Update = _OF_MAP, **values: Any) -> None:
    """Set values of a map. Raises `Problem("map_not_found")`."""
    if connection.execute(how, {"network": network_id, **values}).rowcount != 1:
        raise Problem("map_not_found", id=network_id)


def remove_maps(connection: Connection, ids: Iterable[str]) -> None:
    """Mark maps as removed, each since it first was. Raises `Problem("map_not_found")`."""
    count_time(connection)
    for network_id in ids:
        mark(connection, network_id, _REMOVED, now=moment_now())


def count_time(connection: Connection) -> None:
    """Let no more time have gone by for the removed maps than Kring can have been away.

    A clock may say anything for one start: what counts is the time between two looks at it, and
    of one that makes no sense a day at most.
    """
    now = datetime.now(UTC)
    seen = _last_seen(connection) or now
    away = now - seen
    counted = away if timedelta(0) <= away <= _AWAY else min(max(away, timedelta(0)), _A_DAY)
    for key, deleted in removed_maps(connection):
        moved = min(deleted + (away - counted), now)
        if moved != deleted:
            mark(connection, key, deleted=moved.isoformat(timespec="microseconds"))
    for key, deleted in removed_groups(connection):
        since = min(deleted + (away - counted), now).isoformat(timespec="microseconds")
        connection.execute(update(groups).where(groups.c.id == key).values(deleted=since))
    connection.execute(delete(clock))
    connection.execute(insert(clock), {"seen": now.isoformat(timespec="microseconds")})


def removed_maps(connection: Connection) -> list[tuple[str, datetime]]:
    """Return the removed maps and since when, as far as that can be read."""
    return _removed(connection, maps)


def removed_groups(connection: Connection) -> list[tuple[str, datetime]]:
    """Return the same of groups."""
    return _removed(connection, groups)


def has_groups(connection: Connection) -> bool:
    """Tell whether there is a group that was not removed, without reading any."""
    query = "SELECT EXISTS (SELECT 1 FROM class_group WHERE deleted IS NULL)"
    return bool(connection.exec_driver_sql(query).scalar_one())


def _removed(connection: Connection, table: Table) -> list[tuple[str, datetime]]:
    query = select(table.c.id, table.c.deleted).where(table.c.deleted.is_not(None))
    rows = [(key, _moment(deleted)) for key, deleted in connection.execute(query)]
    return [(key, deleted) for key, deleted in rows if deleted is not None]


def _last_seen(connection: Connection) -> datetime | None:
    """Return when the clock was last looked at, as far as that is known."""
    written = [*connection.execute(select(clock.c.seen)).scalars()]
    if not written:  # never yet
        written = [*connection.execute(select(maps.c.changed)).scalars()]
        written += [*connection.execute(select(maps.c.deleted)).scalars()]
    seen = [moment for text in written if (moment := _moment(text)) is not None]
    return max(seen, default=None)


def _moment(written: Any) -> datetime | None:
    try:
        return content.moment(written)
    except record_rows.UNREADABLE:
        return None


def _next(connection: Connection) -> str:
    """Return the moment of a change, as it is written: later than that of every other one.

    The list of maps is sorted by it, and clocks jump.
    """
    now = moment_now()
    latest = connection.execute(_LATEST).scalar_one()
    if latest is None or latest < now or (there := _moment(latest)) is None:
        return now
    with suppress(OverflowError):
        there += timedelta(microseconds=1)
    return there.isoformat(timespec="microseconds")


_LATEST: Final = select(func.max(maps.c.changed)).where(maps.c.changed < "9")
"""What is no date of the next ten centuries is damage, and must not carry on."""


def moment_now(ago: timedelta = timedelta(0)) -> str:
    """Return this moment, or one some time ago, as it is written: such that it can be sorted."""
    return (datetime.now(UTC) - ago).isoformat(timespec="microseconds")
