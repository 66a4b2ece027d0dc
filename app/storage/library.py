"""The library: every map of one person in one SQLite file, each change written as it is made."""

import errno
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Final

from sqlalchemy import (
    Connection,
    Engine,
    RowMapping,
    StaticPool,
    bindparam,
    create_engine,
    delete,
    event,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.exc import DBAPIError

from app import private
from app.models.due import Due, on_newest
from app.models.edits import Step
from app.models.history import MOST_KEPT, History
from app.models.network import Intention, Map, Network, Partner, check, rules_of
from app.models.problem import Problem
from app.storage import backups, stored
from app.storage.disk import beside, connect, drop, explained, family, lock, reading
from app.storage.schema import TABLES, edits, maps
from app.storage.upgrades import examine, make, upgrade

_SETTINGS: Final = (
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=5000",
    # Partners are real people: what is deleted is overwritten.
    "secure_delete=ON",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A map as it stands in the list of maps."""

    id: str
    title: str
    moment: date | None
    moment_label: str
    series: str
    ego_label: str
    partners: int
    """How many partners are on it."""
    example: bool
    finished: bool
    changed: datetime
    """When it was last changed (UTC)."""
    deleted: datetime | None
    """When it was removed (UTC), as long as it can be brought back."""
    made: int
    """Counts up with every map that comes into the library."""


_SHOWN: Final = (
    "id",
    "title",
    "moment",
    "moment_label",
    "series",
    "ego_label",
    "example",
    "finished",
)


class Library:
    """The maps in one file.

    One thread at a time may use it, not always the same one; `back_up` may run beside another.
    Every method that changes something does so in one transaction: where it raises, the file is
    as it was. All raise `Problem` with `library_damaged`, `library_not_writable`, `disk_full`,
    `disk_error` or `library_in_use` for what the disk and the file can do to us; those that
    change something also `library_read_only`, and `change_not_kept` where the change does not
    fit the rest of the map.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, held: BinaryIO | None) -> None:
        self.path = path
        self.read_only = held is None
        self._lock = held
        self._file = connection
        self._engine = _engine(connection)
        self._connection = self._engine.connect()

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Library":
        """Open the library at `path`, which is made where there is none.

        Read-only it is shown as it was when it was opened, needs no lock and changes nothing.
        Raises `Problem`: `library_in_use` where another Kring has it open; `library_newer`,
        `library_foreign`, `library_damaged` or `library_not_a_file` for a file that is refused
        and left as it is; `library_missing` (read-only); and as the class says.
        """
        with explained(path):
            path = private.resolved(path)
            if not read_only and path.exists() and not path.is_file():
                raise Problem("library_not_a_file", path=path)
        if read_only:
            return cls(path, _snapshot(path), None)
        held = lock(path)
        try:
            return cls(path, _ready(path), held)
        except BaseException:
            held.close()
            raise

    def close(self) -> None:
        """Close the file and let another Kring have it."""
        with explained(self.path):
            self._connection.close()
            self._engine.dispose()
        if self._lock is not None:
            self._lock.close()

    def summaries(self) -> list[Summary]:
        """Return every map, the removed ones too, the one that changed last first."""
        network, partner = TABLES[Network], TABLES[Partner]
        count = select(func.count()).where(partner.c.network_id == maps.c.id).scalar_subquery()
        query = (
            select(
                network,
                maps.c.changed.label("map_changed"),
                maps.c.deleted.label("map_deleted"),
                count.label("partners"),
                literal_column("map.rowid").label("map_made"),
            )
            .join(maps, maps.c.id == network.c.id)
            .order_by(maps.c.changed.desc(), literal_column("map.rowid").desc())
        )
        with self._transaction() as connection:
            rows = connection.execute(query).mappings().all()
        with self._undamaged():
            return [_summary(row) for row in rows]

    def load(self, network_id: str) -> tuple[Map, History]:
        """Return a map and its history. Raises `Problem("map_not_found")` as well."""
        with self._transaction() as connection:
            query = select(maps.c.position).where(maps.c.id == network_id)
            found = connection.execute(query).one_or_none()
            if found is None:
                raise Problem("map_not_found", id=network_id)
            rows = stored.rows_of(connection, network_id)
            ours = select(edits).where(edits.c.network_id == network_id).order_by(edits.c.number)
            steps = connection.execute(ours).mappings().all()
        with self._undamaged():
            whole = Map.of(
                stored.record_of(kind, row) for kind, some in rows.items() for row in some
            )
            if whole.network.id != network_id:
                raise ValueError(whole.network)
            return whole, stored.history_of(found.position, steps)

    def due(self, today: date) -> list[Due]:
        """Return what is open after its day, the longest ago first, of the maps that count.

        Those are the newest moments of each series of one's own, without removed maps and
        examples.
        """
        with self._transaction() as connection:
            intentions, networks = stored.rows_of_due(connection, today)
        with self._undamaged():
            return on_newest(
                [(key, stored.record_of(Intention, row)) for key, row in intentions],
                [stored.record_of(Network, row) for row in networks],
            )

    def add(self, whole: Map, alongside: Mapping[str, Step] | None = None) -> None:
        """Put a new map in the library, with nothing to undo.

        `alongside` are steps of other maps, by their ids, that are written with it or not at
        all. Raises `Problem("map_exists")` where there is a map with its id, be it a removed
        one, and as `store`.
        """
        whole = Map.of(whole.records.values())
        network_id = whole.network.id
        with self._changing() as connection:
            if connection.execute(select(maps.c.id).where(maps.c.id == network_id)).first():
                raise Problem("map_exists", id=network_id)
            connection.execute(insert(maps), {"id": network_id, "position": 0, "changed": _now()})
            stored.write(connection, network_id, whole.records)
            for other, step in (alongside or {}).items():
                _write_step(connection, other, step)

    def store(self, network_id: str, step: Step) -> None:
        """Write one step of a map: its records, its edits and where its history stands.

        Raises `Problem`: `map_not_found`, and as `check` for a record that breaks its rules.
        """
        for record in step.changes.values():
            if record is not None:
                check(record)
        if network_id in step.changes and type(step.changes[network_id]) is not Network:
            raise Problem("change_not_kept", path=self.path)
        with self._changing() as connection:
            _write_step(connection, network_id, step)

    def remove(self, network_id: str) -> None:
        """Take a map out of sight until `restore` or `purge`; raises `Problem("map_not_found")`."""
        with self._changing() as connection:
            _mark(connection, network_id, deleted=func.coalesce(maps.c.deleted, _now()))

    def restore(self, network_id: str) -> None:
        """Bring a removed map back as it was; raises `Problem("map_not_found")`."""
        with self._changing() as connection:
            _mark(connection, network_id, deleted=None)

    def purge(self, older_than: timedelta) -> None:
        """Delete for good the maps that were removed longer ago than this."""
        until = _now(older_than)
        with self._changing() as connection:
            connection.execute(delete(maps).where(maps.c.deleted < until))

    def back_up(self) -> None:
        """Make or renew the backup of today; for a read-only library there is nothing to do."""
        if not self.read_only:
            backups.back_up(self.path)

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        if self.read_only:
            raise Problem("library_read_only", path=self.path)
        with self._transaction() as connection:
            yield connection

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with explained(self.path):
            try:
                with self._connection.begin():
                    yield self._connection
            except DBAPIError as error:
                raise error.orig or error from None
            finally:
                # A commit that is refused leaves the transaction open.
                if self._file.in_transaction:
                    self._file.rollback()

    @contextmanager
    def _undamaged(self) -> Iterator[None]:
        """Raise what rows that were not written by us can cause as a `Problem`."""
        try:
            yield
        except (Problem, *stored.UNREADABLE) as error:
            raise Problem("library_damaged", path=self.path) from error


def _ready(path: Path) -> sqlite3.Connection:
    """Return a connection to a library that is there, sound and up to date."""
    with explained(path):
        is_new = not path.exists()
    if is_new:
        if family(path):
            backups.move_aside(path)
        _make(path)
    with reading(path) as connection:
        version = examine(connection, path)
    with explained(path):
        # SQLite opens a file that may not be written all the same: better to know now.
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "not writable", path)
        backups.keep_private(path)
        connection = connect(path, "mode=rw")
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"PRAGMA user_version={version}")
            connection.execute("ROLLBACK")
            upgrade(connection, path, version, partial(backups.back_up_before_upgrade, path))
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}").fetchall()
        except BaseException:
            connection.close()
            raise
        return connection


def _make(path: Path) -> None:
    """Make an empty library, which is there as a whole or not at all."""
    fresh = beside(path, ".new")
    drop(fresh)
    try:
        with explained(path):
            with closing(connect(fresh, "mode=rwc")) as connection:
                make(connection)
            fresh.replace(path)
    finally:
        drop(fresh)


def _snapshot(path: Path) -> sqlite3.Connection:
    """Return a copy of a library in memory, up to date also where the file is not."""
    with reading(path) as source:
        version = examine(source, path)
        memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            source.backup(memory)
            upgrade(memory, path, version, lambda _: None)
        except BaseException:
            memory.close()
            raise
        return memory


def _engine(connection: sqlite3.Connection) -> Engine:
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


_DROP_EDITS: Final = delete(edits).where(
    edits.c.network_id == bindparam("network"),
    or_(edits.c.number > bindparam("keep"), edits.c.number <= bindparam("oldest")),
)
_INSERT_EDIT: Final = insert(edits)


def _write_step(connection: Connection, network_id: str, step: Step) -> None:
    stored.remove(connection, network_id, step.changes)
    stored.write(connection, network_id, step.changes)
    if step.keep is not None:
        oldest = step.position - MOST_KEPT
        bounds = {"network": network_id, "keep": step.keep, "oldest": oldest}
        connection.execute(_DROP_EDITS, bounds)
    if step.edit is not None:
        connection.execute(_INSERT_EDIT, stored.edit_row(network_id, step.position, step.edit))
    _mark(connection, network_id, position=step.position, changed=_now())


def _mark(connection: Connection, network_id: str, **values: Any) -> None:
    marked = connection.execute(update(maps).where(maps.c.id == network_id).values(**values))
    if marked.rowcount != 1:
        raise Problem("map_not_found", id=network_id)


def _summary(row: RowMapping) -> Summary:
    fields = {name: row[name] for name in rules_of(Network)}
    network = stored.record_of(Network, fields)
    check(network)
    deleted = row["map_deleted"]
    return Summary(
        changed=_moment(row["map_changed"]),
        deleted=None if deleted is None else _moment(deleted),
        partners=row["partners"],
        made=row["map_made"],
        **{name: getattr(network, name) for name in _SHOWN},
    )


def _now(ago: timedelta = timedelta(0)) -> str:
    """Return this moment, or one some time ago, as it is written: such that it can be sorted."""
    return (datetime.now(UTC) - ago).isoformat(timespec="microseconds")


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None:
        raise ValueError(written)
    return moment.astimezone(UTC)
