"""The library as a file: its lock, its connections, and what can be wrong with them."""

import errno
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import BinaryIO, Final, TypeVar
from urllib.parse import quote

from app import private
from app.models.problem import Problem, why

_T = TypeVar("_T")

APPLICATION_ID: Final = 0x4B52_4E47
"""*KRNG*: tells a library of Kring from any other SQLite file."""

COMPANIONS: Final = ("-wal", "-shm", "-journal")
"""Endings of the files SQLite keeps beside its own. One left behind by another file of the same
name would be played back into a new one, so they are moved and removed together."""

_SQLITE_CODES: Final = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "library_not_writable",
    sqlite3.SQLITE_PERM: "library_not_writable",
    sqlite3.SQLITE_AUTH: "library_not_writable",
    sqlite3.SQLITE_BUSY: "library_in_use",
    sqlite3.SQLITE_LOCKED: "library_in_use",
    sqlite3.SQLITE_PROTOCOL: "library_in_use",
    sqlite3.SQLITE_CONSTRAINT: "change_not_kept",
    sqlite3.SQLITE_CORRUPT: "library_damaged",
    sqlite3.SQLITE_NOTADB: "library_damaged",
    sqlite3.SQLITE_FORMAT: "library_damaged",
    sqlite3.SQLITE_TOOBIG: "library_damaged",
    # Our statements are fixed: one that makes no sense to the file found other tables in it.
    sqlite3.SQLITE_ERROR: "library_damaged",
    sqlite3.SQLITE_IOERR_SHORT_READ: "library_damaged",
    # A disk that does not give what it has: a stick that is loose, a share that hiccups.
    sqlite3.SQLITE_IOERR_READ: "library_not_read",
    sqlite3.SQLITE_IOERR_CORRUPTFS: "library_not_read",
    # The first write on a full disk is often the shared memory of the log.
    sqlite3.SQLITE_IOERR_SHMSIZE: "disk_full",
}

_MAY_PASS: Final = (
    "library_not_read",
    "library_not_opened",
    "library_damaged",
    "disk_error",
    "library_not_writable",
)
"""What may be over at the next try."""

_SYSTEM_CODES: Final = {
    errno.EMFILE: "library_not_opened",
    errno.ENFILE: "library_not_opened",
    errno.ENOMEM: "library_not_opened",
    errno.ENOBUFS: "library_not_opened",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EACCES: "library_not_writable",
    errno.EPERM: "library_not_writable",
    errno.EROFS: "library_not_writable",
    errno.ENOTDIR: "library_not_writable",
    errno.EEXIST: "library_not_writable",
    errno.ENAMETOOLONG: "library_bad_place",
    errno.ELOOP: "library_bad_place",
}

_HANDLES: Final = 6
"""Files SQLite may open at once: a library, its log and index, a journal, a folder; one more."""

_NO_LOCKS: Final = frozenset((errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP))
"""What a share says that cannot keep other programs out."""


def number_of(error: sqlite3.Error) -> int | None:
    """Return SQLite's own number; there is none where it is Python that could not read a text."""
    return getattr(error, "sqlite_errorcode", None)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise what SQLite and the system say about `path` as a `Problem`."""
    try:
        yield
    except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
        code = number_of(error)
        if code is None and not isinstance(error, sqlite3.OperationalError):
            raise
        if code is not None and code & 0xFF == sqlite3.SQLITE_CANTOPEN:
            raise _not_opened(path) from error
        known = "library_damaged" if code is None else explained_as(code)
        if code == sqlite3.SQLITE_IOERR_SHMSIZE and _has_room(path):
            known = "disk_error"
        if known == "library_damaged" and code is not None and not _can_be_read(path):
            known = "library_not_read"
        raise Problem(known, path=path) from error
    except UnicodeDecodeError as error:
        # SQLite quotes from the file when it complains.
        raise Problem("library_damaged", path=path) from error
    except (OSError, MemoryError) as error:
        number = why(error)
        raise Problem(_SYSTEM_CODES.get(number, "disk_error"), path=path, why=number) from error


def explained_as(code: int) -> str:
    """Return the code of the problem for a number of SQLite's."""
    return _SQLITE_CODES.get(code) or _SQLITE_CODES.get(code & 0xFF, "disk_error")


def _not_opened(path: Path) -> Problem:
    """Return why a file cannot be opened, of which SQLite says no more than that.

    What has it open loses its locks when the file itself is opened and closed here, so the system
    is asked without.
    """
    try:
        _check_free_handles()
        path.parent.stat()
        for place in (path.parent, *family(path)):
            if not os.access(place, os.W_OK):
                is_fixed = os.statvfs(place).f_flag & os.ST_RDONLY if hasattr(os, "statvfs") else 0
                raise OSError(errno.EROFS if is_fixed else errno.EACCES, "not writable", place)
    except OSError as error:
        number = why(error)
        return Problem(_SYSTEM_CODES.get(number, "disk_error"), path=path, why=number)
    return Problem("library_not_read", path=path)  # it can be: what failed is over, or the drive


def _check_free_handles() -> None:
    """Raise `OSError` where no more files can be opened; SQLite wants several at once."""
    with ExitStack() as opened:
        for _ in range(_HANDLES):
            opened.callback(os.close, os.open(os.devnull, os.O_RDONLY))


def _can_be_read(path: Path) -> bool:
    """Tell whether the disk gives all of a file: SQLite may call a page it did not get damaged."""
    try:
        for file in family(path):
            is_memory = file.name.endswith("-shm")  # with SQLite's locks on it
            if file.is_file() and not is_memory:
                with file.open("rb") as there:
                    while there.read(1 << 20):
                        pass
    except OSError:
        return False
    return True


def _has_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free > 1 << 20
    except OSError:
        return False


def patiently(look: Callable[[], _T]) -> _T:
    """Return what `look` returns; where the disk does not give what it has, try it again.

    Damage is believed when it is seen twice: a failing disk may give another page than it has.
    """
    seen = 0
    for pause in (0.05, 0.2, None):
        try:
            return look()
        except Problem as problem:
            seen += problem.code == "library_damaged"
            if pause is None or seen == 2 or problem.code not in _MAY_PASS:
                raise
            if problem.code != "library_damaged":
                time.sleep(pause)
    raise AssertionError


def identity(path: Path) -> tuple[int, int] | None:
    """Return a mark of the file at a path that no other in its place has; None where there is none.

    Raises `OSError` where the place cannot be looked at.
    """
    try:
        there = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return there.st_dev, there.st_ino


def beside(path: Path, ending: str) -> Path:
    """Return the file beside `path` whose name is longer by `ending`."""
    return path.with_name(path.name + ending)


def family(path: Path) -> list[Path]:
    """Return `path` and its companions, as far as they are there."""
    files = (beside(path, ending) for ending in ("", *COMPANIONS))
    return [file for file in files if os.path.lexists(file)]


def drop(path: Path) -> None:
    """Delete `path` and its companions, as far as they are there."""
    with explained(path):
        for file in family(path):
            private.check_plain(file)
            file.unlink()


def lock(path: Path) -> BinaryIO:
    """Return the lock of a library, taken until it is closed or the process ends, however it does.

    It is a file beside the library, which says whose the log is. Not one that SQLite holds: that
    lets go of it as soon as anything else in this process reads the file, as a file dialog does
    that looks for icons.
    Raises `Problem`: `library_in_use`, `in_the_way`, `library_not_writable`, `disk_full`,
    `disk_error`.
    """
    with explained(path):
        private.make_folder(path.parent)
        held = private.open_kept(beside(path, ".lock"))
        try:
            if not private.take(held):
                raise Problem("library_in_use", path=path)
        except OSError as error:
            held.close()
            if error.errno in _NO_LOCKS:
                raise Problem("library_no_locks", path=path) from error
            raise
        except BaseException:
            held.close()
            raise
        return held


@contextmanager
def locked(path: Path) -> Iterator[BinaryIO]:
    """Give the lock of a library for a while; raises as `lock`."""
    with closing(lock(path)) as held:
        yield held


def connect(path: Path, mode: str, patience: float = 5.0) -> sqlite3.Connection:
    """Return a connection to `path` that begins no transactions by itself.

    `mode` is `mode=rw`, `mode=rwc` (for a file that is not there yet), `mode=ro` or
    `immutable=1`; `patience` is how many seconds it waits for somebody else's transaction.
    """
    if mode == "mode=rwc":
        private.create(path).close()  # SQLite gives its companions the mode of the file
    place = quote(os.fsencode(path.absolute().as_posix()))  # a name may be no text at all
    uri = f"file://{'' if place.startswith('/') else '/'}{place}?{mode}"
    connection = sqlite3.connect(
        uri, uri=True, timeout=patience, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA trusted_schema=OFF")
    return connection
