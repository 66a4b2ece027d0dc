"""The library: every map of one person in one SQLite file, each change written as it is made."""

import sqlite3
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection, delete, select

from app import private
from app.models.edit import Step
from app.models.history import History
from app.models.network import Map, Network, check
from app.models.overdue import OverdueIntention, on_newest
from app.models.problem import Problem
from app.storage import backups, companions, content, record_rows, sealed_library
from app.storage.backups import Backup
from app.storage.content import Summary
from app.storage.disk import connect, explained, lock, number_of, patiently
from app.storage.library_groups import LibraryGroups
from app.storage.library_place import Place
from app.storage.map_rows import (
    count_time,
    insert_map,
    mark,
    moment_now,
    remove_maps,
    removed_groups,
    removed_maps,
    write_step,
)
from app.storage.opening import inside, ready
from app.storage.password_change import LibraryPassword
from app.storage.schema import groups, maps


class Library(LibraryGroups, LibraryPassword):
    """The maps in one file.

    Any thread may use it; they wait for each other. Every method that changes something does so
    in one transaction: where it raises, the file is as it was. All raise `Problem` with
    `library_damaged`, `library_not_writable`, `library_not_read`, `disk_full`, `disk_error` or
    `library_in_use` for what the disk and the file can do to us; those that change something also
    `library_read_only`, `library_away` where the folder is gone, `disk_unsure`, and
    `change_not_kept` where the change does not fit the rest of the map.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, held: BinaryIO | None) -> None:
        self.path, self.read_only = path, held is None
        self.is_away = False
        """Whether the file is gone and could not be written anew."""
        self._busy, self._copying = threading.RLock(), threading.Lock()
        self._sealed: sealed_library.SealedLibrary | None = None
        self._news: deque[Problem] = deque()
        self._list = content.MapList()
        self._changes, self._backed_up, self._folded = 1, 0, 0
        self._place: Place | None = None
        self._connect(connection)
        try:
            self._place = None if held is None else Place(path, held, connection)
        except BaseException:  # what was raised may keep it open
            self._disconnect()
            raise

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Library":
        """Open the library at `path`, which is made where there is none.

        Read-only it is shown as it was when it was opened, needs no lock and changes nothing.
        Raises `Problem`: `library_in_use` where another Kring has it open; `library_newer`,
        `library_foreign`, `library_damaged` or `library_not_a_file` for a file that is refused
        and left as it is; `library_locked` where it has a password that was not given yet, before
        a byte is changed; `library_gone` where only its backups are there; `library_missing`
        (read-only); and as the class says.
        """
        with explained(path):
            path = private.resolved(path)
            if not read_only and path.exists() and not path.is_file():
                raise Problem("library_not_a_file", path=path)
        if read_only:
            with explained(path):
                sealed_library.check_unlocked(path)
            return cls(path, patiently(partial(content.snapshot, path)), None)
        held = lock(path)
        try:
            with explained(path):
                sealed_library.check_unlocked(path)
            is_another = companions.part_from_log(path, held) is not None
            library = cls(path, ready(path), held)
        except BaseException:
            held.close()
            raise
        if is_another:
            library._news.append(Problem("library_exchanged", path=path))
        return library

    def close(self) -> None:
        """Close the file and let another Kring have it; a file that went away is written anew."""
        with self._busy:
            if self._place is not None and self._place.is_closed:
                return
            try:
                with suppress(Problem):
                    self._stay()
                if self._place is not None:
                    with suppress(Problem):
                        self._place.expect_closing()
                self._disconnect()
            finally:
                if self._place is not None:
                    self._place.close()

    def take_news(self) -> list[Problem]:
        """Return the news of the file since this was asked last; waits for no work on it."""
        return [self._news.popleft() for _ in range(len(self._news))]

    def summaries(self) -> list[Summary]:
        """Return every map, the removed ones too, the one that changed last first."""
        return patiently(self._summaries)

    def _summaries(self) -> list[Summary]:
        with self._reading() as connection:
            return self._list.read(connection)

    def load(self, network_id: str) -> tuple[Map, History]:
        """Return a map and its history. Raises `Problem`: `map_not_found`, `map_damaged`."""
        return patiently(partial(self._load, network_id))

    def _load(self, network_id: str) -> tuple[Map, History]:
        with self._reading() as connection:
            return content.load(connection, network_id, self.path)

    def damaged_maps(self) -> tuple[str, ...]:
        """Return the ids of the maps that cannot be read; the others can."""
        damaged = []
        for summary in self.summaries():
            try:
                self.load(summary.id)
            except Problem as problem:
                if problem.code != "map_damaged":
                    raise
                damaged.append(summary.id)
        return tuple(damaged)

    def due(self, today: date) -> list[OverdueIntention]:
        """Return the intentions still open after their day, the longest ago first.

        Those are the newest moments of each series of one's own, without removed maps and
        examples. What cannot be read is passed over: its map is told to be damaged.
        """
        try:
            with self._reading() as connection:
                intentions, networks = record_rows.rows_of_due(connection, today)
        except Problem as problem:
            cause = problem.__cause__
            if isinstance(cause, sqlite3.Error) and number_of(cause) is None:
                return []
            raise
        return on_newest(*record_rows.due_among(intentions, networks), today)

    def add(
        self,
        whole: Map,
        alongside: Mapping[str, Step] | None = None,
        history: History | None = None,
    ) -> None:
        """Put a new map in the library, with nothing to undo but what `history` says.

        `alongside` are steps of other maps, by their ids, that are written with it or not at
        all. Raises `Problem("map_exists")` where there is a map with its id, be it a removed
        one, and as `store`.
        """
        with self._changing() as connection:
            if connection.execute(select(maps.c.id).where(maps.c.id == whole.network.id)).first():
                raise Problem("map_exists", id=whole.network.id)
            insert_map(connection, whole, history or History())
            for other, step in (alongside or {}).items():
                write_step(connection, other, step)

    def add_all(self, several: Iterable[Map]) -> None:
        """Put new maps in the library, all or none; also none where giving the next one raises."""
        with self._changing() as connection:
            for whole in several:
                insert_map(connection, whole, History())

    def put_in_place(self, whole: Map, history: History) -> Path:
        """Let a good state of a map take the place of one that is damaged.

        The library as it is now is kept beside it first; returns where.
        """
        with self._busy:
            self._stay()
            kept = backups.copy_aside(self.path)
        with self._changing() as connection:
            connection.execute(delete(maps).where(maps.c.id == whole.network.id))
            insert_map(connection, whole, history)
        return kept

    def store(self, network_id: str, step: Step) -> None:
        """Write one step of a map: its records, its edits and where its history stands.

        Raises `Problem`: `map_not_found`, and as `check` for a record that breaks its rules.
        """
        before = step.edit.before if step.edit is not None else {}
        for key, record in step.changes.items():
            if record is not None:
                check(record, before.get(key))
        if network_id in step.changes and type(step.changes[network_id]) is not Network:
            raise Problem("change_not_kept", path=self.path)
        patiently(partial(self._store, network_id, step))

    def _store(self, network_id: str, step: Step) -> None:
        with self._changing() as connection:
            write_step(connection, network_id, step)

    def remove(self, *ids: str) -> None:
        """Take maps out of sight until `restore` or `purge`; raises `Problem("map_not_found")`."""
        with self._changing() as connection:
            remove_maps(connection, ids)

    def restore(self, network_id: str) -> None:
        """Bring a removed map back as it was; raises `Problem("map_not_found")`."""
        with self._changing() as connection:
            mark(connection, network_id, deleted=None)

    def erase(self, network_id: str) -> tuple[Path, ...]:
        """Delete a removed map for good, from the library and from all that is kept of it.

        Returns the files that may still hold it, as they cannot be read. Raises
        `Problem("map_not_found")` for a map that was not removed first.
        """
        with self._changing() as connection:
            removed = maps.c.id == network_id, maps.c.deleted.is_not(None)
            if connection.execute(delete(maps).where(*removed)).rowcount != 1:
                raise Problem("map_not_found", id=network_id)
        with self._busy:
            if self._file is not None:  # its names stand in the log until that is folded in
                self._fold("TRUNCATE")
                self._follow()
        return backups.erase_map(self.path, network_id)

    def purge(self, older_than: timedelta) -> None:
        """Delete for good the maps that were removed longer ago than this.

        Only time that Kring has seen go by counts: a clock that jumps deletes nothing.
        """
        until = moment_now(older_than)
        with self._changing() as connection:
            count_time(connection)
            old = [key for key, deleted in removed_maps(connection) if deleted.isoformat() < until]
            connection.execute(delete(maps).where(maps.c.id.in_(old)))
            past = [key for key, gone in removed_groups(connection) if gone.isoformat() < until]
            connection.execute(delete(groups).where(groups.c.id.in_(past)))

    def back_up(self) -> Backup | None:
        """Back up what changed since the last backup; the first one of a session is always made.

        Returns it; for a read-only library there is nothing to do.
        """
        if self.read_only:
            return None
        with self._busy:
            self._stay()
            changes = self._changes
        if changes == self._backed_up:
            return None
        with self._copying:
            made = backups.back_up(self.path)
        self._backed_up = changes
        return made

    def look_after(self) -> None:
        """Notice what other programs did to the file, and bring it up to date by itself.

        Whoever copies the file alone has everything then, but for what is changed meanwhile.
        """
        if self.read_only:
            return
        with self._busy:
            self._stay()
            changes = self._changes
        if changes != self._folded:
            with self._copying:  # a file that is about to be replaced gets nothing any more
                self._fold()
            self._folded = changes

    def _fold(self, how: str = "PASSIVE") -> None:
        """Write the log into the file, through a connection of its own: nobody waits for it."""
        if self._place is None:
            return
        folding, image = self._place.begin_folding(), None
        try:
            with explained(self.path), closing(connect(self.path, "mode=rw")) as connection:
                image = patiently(partial(self._place.fold, connection, how))
        finally:
            with self._busy:
                self._place.end_folding(folding, image)

    def _stay(self) -> None:
        """Write the file anew where another program took it away or put another in its place."""
        if self._place is None:
            return
        try:
            if self._file is not None and self._place.is_ours():
                self.is_away = False
                return
            if self._file is not None:
                news = self._place.put_back()
                self._disconnect()
                if news is not None:
                    self._news.append(news)
            self._place.expect_closing()  # the log to come may get the number of the one before
            self._place.settle(self._connect(ready(self.path)))
        except Problem:
            self.is_away = True
            if not self._place.is_settled:  # what nobody watches over is not written to
                self._disconnect()
            raise
        self.is_away = False

    def _connect(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        try:
            self._sealed = inside(connection, self.path)
        except BaseException:
            connection.close()
            raise
        self._file: sqlite3.Connection | None = connection
        self._inside = connection if self._sealed is None else self._sealed.inside
        self._engine = content.engine_of(self._inside)
        self._connection = self._engine.connect()
        return connection

    def _disconnect(self) -> None:
        if self._file is None:
            return
        file, self._file = self._file, None
        with explained(self.path):
            self._connection.close()
            self._engine.dispose()
            file.close()
        if self._place is not None:
            self._place.forget_connection()

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        if self.read_only:
            raise Problem("library_read_only", path=self.path)
        with self._busy:
            self._stay()
            try:
                with self._transaction() as connection:
                    yield connection
                    self._check_place()
                if self._sealed is not None:
                    with explained(self.path):
                        self._sealed.keep(self._check_place)
            except Problem as problem:
                if self._place is not None and isinstance(problem.__cause__, sqlite3.Error):
                    self._place.forget_refused()
                raise
            finally:
                self._follow()
            self._changes += 1
            if self._place is not None and self._place.wants_folding():
                with suppress(Problem):  # the step is kept, in the log
                    self._fold()

    def _check_place(self) -> None:
        if self._place is not None and not self._place.is_file_ours():
            raise Problem("library_not_read", path=self.path)  # it was another's

    def _follow(self) -> None:
        if self._place is not None and self._file is not None:
            self._place.follow(self._file)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._busy, suppress(Problem):
            self._stay()
        with self._transaction() as connection:
            yield connection

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._busy, explained(self.path), content.unwrapped():
            if self._file is None:
                raise Problem("library_away", path=self.path)
            try:
                with self._connection.begin():
                    yield self._connection
            finally:
                # A commit that is refused leaves the transaction open.
                if self._inside.in_transaction:
                    self._inside.rollback()
