"""What a library holds, read without trusting it: its list of maps, a map, what is damaged."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    Connection,
    Engine,
    RowMapping,
    StaticPool,
    TextClause,
    create_engine,
    event,
    select,
    text,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.util import LRUCache

from app.models.history import History
from app.models.network import RECORD_TYPES, Map, Network, check, rules_of
from app.models.problem import Problem
from app.storage import record_rows
from app.storage.disk import explained
from app.storage.log_owner import reading
from app.storage.schema import maps, name_of
from app.storage.sealed_library import looked_into
from app.storage.upgrades import examine, upgrade


class Summary(NamedTuple):
    """A map as it stands in the list of maps."""

    id: str
    series: str
    changed: datetime
    """When it was last changed (UTC)."""
    made: int
    """Counts up with every map that comes into the library."""
    title: str = ""
    moment: date | None = None
    moment_label: str = ""
    ego_label: str = ""
    partners: int = 0
    """How many partners are on it, with those of `waiting`."""
    waiting: int = 0
    """With how many of them there is no contact yet."""
    example: bool = False
    finished: bool = False
    theirs: bool = False
    """Whether it was made to hand on."""
    deleted: datetime | None = None
    """When it was removed (UTC), as long as it can be brought back."""
    damaged: bool = False
    """Whether not even this much of it can be read; then only the id is sure."""


_COMPILED: Final = 500
"""How many statements stay compiled, as many as an engine keeps by itself."""
_SHOWN: Final = (
    "id",
    "title",
    "moment",
    "moment_label",
    "series",
    "ego_label",
    "example",
    "finished",
    "theirs",
)


@cache
def _any_library() -> Engine:
    """Return an engine that has met SQLite, of which all share the dialect and what is compiled."""
    engine = create_engine("sqlite://")
    engine.connect().close()
    engine.dispose()
    return engine.execution_options(compiled_cache=LRUCache(_COMPILED))


def engine_of(connection: sqlite3.Connection) -> Engine:
    """Return an engine whose one connection this is, and whose transactions may write at once.

    Made by itself, each would compile anew whatever is asked of a library: a fifth of a window.
    """
    of = _any_library()

    def creator() -> Any:
        return connection

    pool = StaticPool(creator, dialect=of.dialect)
    engine = Engine(pool, of.dialect, of.url, execution_options=of.get_execution_options())

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def unwrapped() -> Iterator[None]:
    """Raise what SQLite says as it says it, without what SQLAlchemy wraps around it."""
    try:
        yield
    except DBAPIError as error:
        raise error.orig or error from None


def snapshot(path: Path) -> sqlite3.Connection:
    """Return a copy of a library in memory, up to date also where the file is not."""
    with reading(path) as source:
        version = examine(source, path)
        memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            with looked_into(source, path) as inside:
                if inside is not source:
                    version = examine(inside, path)
                inside.backup(memory)
            upgrade(memory, path, version, lambda _: None)
        except BaseException:
            memory.close()
            raise
        return memory


class MapList:
    """The list of maps of a library: read again where something changed, and of that what did."""

    def __init__(self) -> None:
        self._known: dict[tuple[Any, ...], Summary] = {}
        self._listed: list[Summary] = []
        self._at: object = None

    def read(self, connection: Connection) -> list[Summary]:
        """Return every map, the removed ones too, the one that changed last first.

        One that cannot be read stands among them as damaged.
        """
        inside = connection.connection.dbapi_connection
        by_others = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        at = inside, getattr(inside, "total_changes", None), by_others
        if at != self._at:
            self._listed, self._at = self._read(connection), at
        return [*self._listed]

    def _read(self, connection: Connection) -> list[Summary]:
        try:
            rows = connection.execute(_list_of_maps()).mappings().all()
        except DBAPIError as error:
            if not _is_text(error):
                raise
            # One text that is none spoils the whole list: then ask for the maps one by one.
            return _one_by_one(connection)
        known, self._known = self._known, {}
        for row in rows:
            said = tuple(row.values())
            self._known[said] = known.get(said) or _summary(row)
        return [*self._known.values()]


def load(connection: Connection, network_id: str, path: Path) -> tuple[Map, History]:
    """Return a map and its history. Raises `Problem`: `map_not_found`, `map_damaged`."""
    of_map = {"network": network_id}
    with _read_as(network_id, path):
        found = connection.execute(_POSITION, of_map).one_or_none()
        if found is None:
            raise Problem("map_not_found", id=network_id)
        rows = record_rows.rows_of(connection, network_id)
        steps = connection.execute(_STEPS, of_map).mappings().all()
        whole = Map.of(
            record_rows.record_of(kind, row) for kind, some in rows.items() for row in some
        )
        if whole.network.id != network_id:
            raise ValueError(whole.network)
        return whole, record_rows.history_of(found.position, steps)


def damaged(connection: sqlite3.Connection, path: Path) -> tuple[str, ...]:
    """Return the ids of the maps and groups that cannot be read in a library of the newest version.

    Removed ones too: they can come back.
    """
    from app.storage import group_rows

    with (
        explained(path),
        unwrapped(),
        closing(engine_of(connection).connect()) as ours,
        ours.begin(),
    ):
        damaged = list(group_rows.groups_in(ours, removed=True)[1])
        for key in ours.execute(select(maps.c.id)).scalars().all():
            try:
                load(ours, key, path)
            except Problem as problem:
                if problem.code != "map_damaged":
                    raise
                damaged.append(str(key))
    return tuple(damaged)


def worth(connection: sqlite3.Connection) -> int:
    """Return the amount of work in a library of any version: in maps and groups not removed.

    It compares backups, and means nothing by itself.
    """
    names = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
    ]
    ours = {name_of(kind) for kind in RECORD_TYPES if kind is not Network} | {"edit"}
    handed = (
        "SELECT count(*) AS n FROM handed_in JOIN class_group ON class_group.id = group_id"
        " WHERE class_group.deleted IS NULL"
    )
    counted = [handed] * ("handed_in" in names) + [
        f"SELECT count(*) AS n FROM {name} JOIN map ON map.id = network_id"  # noqa: S608 (our names)
        " WHERE map.deleted IS NULL"
        for name in names
        if name in ours
    ]
    query = " UNION ALL ".join(counted)
    total: int = connection.execute(f"SELECT sum(n) FROM ({query})").fetchone()[0]  # noqa: S608
    return total


# Written out, for the first map waits for them: made of parts they take 5 ms to compile.
_POSITION: Final = text("SELECT position FROM map WHERE id = :network")
_STEPS: Final = text(
    'SELECT number, action, merge_key, "before", "after" FROM edit '
    "WHERE network_id = :network ORDER BY number"
)


def _list_of_maps(which: str = "") -> TextClause:
    return text(
        f"SELECT {', '.join(f'network.{field}' for field in rules_of(Network))}, "  # noqa: S608
        "map.id AS map_id, map.changed AS map_changed, map.deleted AS map_deleted, "
        "(SELECT count(*) FROM partner WHERE network_id = map.id) AS partners, "
        "(SELECT count(*) FROM partner WHERE network_id = map.id AND frequency = 0) AS waiting, "
        f"map.rowid AS map_made FROM map LEFT JOIN network ON map.id = network.id {which} "
        "ORDER BY map.changed DESC, map.rowid DESC"
    )


def _one_by_one(connection: Connection) -> list[Summary]:
    found = []
    query = _list_of_maps("WHERE map.rowid = :number")
    numbers = (
        connection.exec_driver_sql("SELECT rowid FROM map ORDER BY rowid DESC").scalars().all()
    )
    for number in numbers:
        try:
            found.append(_summary(connection.execute(query, {"number": number}).mappings().one()))
        except DBAPIError as error:
            if not _is_text(error):
                raise
            key = connection.exec_driver_sql(
                "SELECT CAST(id AS BLOB) FROM map WHERE rowid = ?", (number,)
            ).scalar_one()
            found.append(_unreadable(bytes(key).decode("utf-8", "replace"), number, None, None))
    return found


def _is_text(error: DBAPIError) -> bool:
    """Tell whether Python could not read a text, which has no number of SQLite's own."""
    return getattr(error.orig, "sqlite_errorcode", None) is None


@contextmanager
def _read_as(network_id: str, path: Path) -> Iterator[None]:
    """Raise what rows that were not written by us can cause as a `Problem` of this map."""
    try:
        yield
    except Problem as problem:
        if problem.code == "map_not_found":
            raise
        raise Problem("map_damaged", id=network_id, path=path) from problem
    except DBAPIError as error:
        if not _is_text(error):
            raise
        raise Problem("map_damaged", id=network_id, path=path) from error
    except record_rows.UNREADABLE as error:
        raise Problem("map_damaged", id=network_id, path=path) from error


def _summary(row: RowMapping) -> Summary:
    deleted = row["map_deleted"]
    try:
        network = record_rows.record_of(Network, {name: row[name] for name in rules_of(Network)})
        check(network)
        return Summary(
            changed=moment(row["map_changed"]),
            deleted=None if deleted is None else moment(deleted),
            partners=row["partners"],
            waiting=row["waiting"],
            made=row["map_made"],
            **{name: getattr(network, name) for name in _SHOWN},
        )
    except (Problem, *record_rows.UNREADABLE):
        return _unreadable(str(row["map_id"]), row["map_made"], row["title"], deleted)


def _unreadable(key: str, made: int, title: Any, deleted: Any) -> Summary:
    """Return a summary of a map whose own row breaks the rules."""
    long_ago = datetime.min.replace(tzinfo=UTC)
    try:
        removed = None if deleted is None else moment(deleted)
    except record_rows.UNREADABLE:
        removed = None
    return Summary(
        id=key,
        series=key,
        title=title if isinstance(title, str) and title.isprintable() and len(title) < 200 else "",
        changed=long_ago,
        deleted=removed,
        made=made,
        damaged=True,
    )


def moment(written: Any) -> datetime:
    """Return a moment as the library writes it; raises one of `UNREADABLE`."""
    read = datetime.fromisoformat(written)
    if read.tzinfo is None:
        raise ValueError(written)
    return read.astimezone(UTC)
