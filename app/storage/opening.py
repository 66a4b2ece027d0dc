"""Opening the file of a library: found, looked at, brought up to date, or made."""

import errno
import os
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from app.models.problem import Problem
from app.storage import backups, companions
from app.storage.disk import beside, connect, drop, explained, family, locked, patiently
from app.storage.log_owner import reading
from app.storage.sealed_library import SEALED, SealedLibrary
from app.storage.upgrades import examine, make, upgrade

_SETTINGS: Final = (
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=5000",
    # Partners are real people: what is deleted is overwritten.
    "secure_delete=ON",
    # The file changes when Kring folds its log into it, and so shows when others change it.
    "wal_autocheckpoint=0",
)


_WITHOUT_LOG: Final = ("locking_mode=EXCLUSIVE", "journal_mode=DELETE", "locking_mode=NORMAL")
"""For a share whose programs cannot share memory: a journal, as SQLite kept before it had logs."""

_NO_SHARED_MEMORY: Final = frozenset(
    (
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_IOERR_SHMOPEN,
        sqlite3.SQLITE_IOERR_SHMMAP,
        sqlite3.SQLITE_IOERR_SHMLOCK,
    )
)


def ready(path: Path) -> sqlite3.Connection:
    """Return a connection to a library that is there, sound and up to date; made where new.

    Only for who holds its lock. Raises `Problem`: `library_gone` where there are backups but no
    library, and as `Library.open`.
    """
    with explained(path):
        is_there = path.exists()
    if not is_there:
        if backups.backups_of(path):
            raise Problem("library_gone", path=path)
        if log := family(path):
            companions.move_aside(path, "damaged", log)
        _make(path)
    return patiently(partial(_connected, path))


def inside(outside: sqlite3.Connection, path: Path) -> SealedLibrary | None:
    """Return the library sealed in an open one, brought up to date; None where there is none.

    Raises `Problem` as `ready` does, and `library_locked`.
    """
    if outside.execute("PRAGMA user_version").fetchone()[0] != SEALED:
        return None
    sealed = SealedLibrary(outside, path)

    def keep_before(version: int) -> None:
        sealed.keep()  # the step before this one
        backups.back_up_before_upgrade(path, version)

    try:
        version = examine(sealed.inside, path)
        upgrade(sealed.inside, path, version, keep_before)
        with explained(path):
            sealed.keep()
            sealed.inside.execute("PRAGMA foreign_keys=ON")
    except BaseException:
        sealed.close()
        raise
    return sealed


def check_there(path: Path) -> None:
    """Raise a `Problem` where a library that was here before is not found.

    `library_absent` where its folder is gone too, as with a drive that is not connected;
    `library_lost` where there is no backup beside it either (with one, `ready` says so).
    """
    with explained(path):
        if path.exists():
            return
        if not path.parent.is_dir():
            raise Problem("library_absent", path=path, place=str(path))
        if not backups.backups_of(path):
            raise Problem("library_lost", path=path, place=str(path))


def start_empty(path: Path) -> None:
    """Put an empty library in this place; what is there now is kept aside.

    Raises `Problem`: `library_in_use`, `library_not_writable`, `disk_full`, `disk_error`.
    """
    with locked(path) as held:
        companions.fold(path, held)
        companions.keep_aside(path)
        with explained(path):
            companions.drop_companions(path)
        _make(path)


def _connected(path: Path) -> sqlite3.Connection:
    with reading(path) as connection:
        version = examine(connection, path)
    with explained(path):
        # SQLite opens a file that may not be written all the same: better to know now.
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "not writable", path)
        companions.keep_private(path)
        try:
            return _set_up(path, version)
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", None) not in _NO_SHARED_MEMORY:
                raise
        return _set_up(path, version, *_WITHOUT_LOG)


def _set_up(path: Path, version: int, *settings: str) -> sqlite3.Connection:
    """Return a connection with these settings first, and then those of every library."""
    connection = connect(path, "mode=rw")
    try:
        for setting in settings:
            connection.execute(f"PRAGMA {setting}").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA user_version={version}")
        connection.execute("ROLLBACK")
        upgrade(connection, path, version, partial(backups.back_up_before_upgrade, path))
        for setting in _SETTINGS:
            if not (settings and setting.startswith("journal_mode")):
                connection.execute(f"PRAGMA {setting}").fetchall()
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()  # now it has its log
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
