"""A sealed library: an SQLite file of Kring that holds another one, in pieces nobody can read.

The file outside is an ordinary library to everything that copies, compares, folds or replaces
libraries. Its version is far above any other, so a Kring that knows no passwords says that it is
newer and leaves it alone. The library inside is never on disk: it is worked with in memory, and
each step is sealed and written outside before anybody is told that it is kept.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from app.models.problem import Problem
from app.storage import keys
from app.storage.disk import APPLICATION_ID, connect, explained
from app.storage.keys import Wrapped
from app.storage.log_owner import reading

SEALED: Final = 1_000_000
"""The version of the file outside; the one inside has its own."""

_HEADER: Final = 100
_MAGIC: Final = b"SQLite format 3\0"
_HAS_LOG: Final = slice(18, 20)
"""Where a file of SQLite says whether it has a log; in memory there is none."""

_PIECE: Final = 4096
_MANY: Final = 64
"""So many pieces are compared at once."""

_TABLES: Final = (
    "CREATE TABLE about (key_name BLOB NOT NULL)",
    "CREATE TABLE envelope (way TEXT NOT NULL PRIMARY KEY, salt BLOB NOT NULL,"
    " rounds INTEGER NOT NULL, memory INTEGER NOT NULL, wrapped BLOB NOT NULL)",
    "CREATE TABLE piece (number INTEGER NOT NULL PRIMARY KEY, sealed BLOB NOT NULL)",
)

_INSIDE: Final = ("foreign_keys=ON", "secure_delete=ON", "temp_store=MEMORY", "trusted_schema=OFF")

_keys: dict[bytes, bytes] = {}
"""The keys of what was unlocked, by their names: backups have the key of their library."""


def forget_keys() -> None:
    """Lock what was unlocked: from here on a password is needed again."""
    _keys.clear()


def hold(key: bytes) -> None:
    """Keep a key for as long as this process runs, or until `forget_keys`."""
    _keys[keys.name_of(key)] = key


def is_sealed(path: Path) -> bool:
    """Tell whether a file is a sealed library, by how it begins. Raises `OSError`."""
    with path.open("rb") as file:
        start = file.read(_HEADER)
    version, kind = (int.from_bytes(start[at : at + 4], "big") for at in (60, 68))
    return start[:16] == _MAGIC and (version, kind) == (SEALED, APPLICATION_ID)


def fits(connection: sqlite3.Connection) -> bool:
    """Tell whether a file has what a sealed library consists of."""
    found = {row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql <> ''")}
    return found == set(_TABLES)


def envelope_of(path: Path) -> tuple[bytes, list[Wrapped]]:
    """Return the name of the key of a sealed library, and the ways to it; changes nothing at all.

    What stands in a log is of no concern: this part of a file is only ever written with the whole
    of it. Raises `Problem` as `explained`.
    """
    try:
        with explained(path), closing(connect(path, "immutable=1")) as connection:
            return _envelope(connection, path)
    except Problem as problem:
        if problem.code != "library_damaged":
            raise
        # After a power cut the file may be in order with its log alone.
        with reading(path) as connection:
            return _envelope(connection, path)


def unlock(path: Path, secret: str) -> str:
    """Open a library for this process, by its password or its recovery code; returns which.

    Nothing on disk is changed. Raises `Problem`: `password_wrong`, `library_damaged`.
    """
    name, ways = envelope_of(path)
    code = keys.read_code(secret)
    for wrapped in ways:
        typed = secret if wrapped.way == keys.PASSWORD else code
        key = None if typed is None else _unwrapped(wrapped, typed, path)
        if key is not None:
            if keys.name_of(key) != name:
                raise Problem("library_damaged", path=path)
            hold(key)
            return wrapped.way
    raise Problem("password_wrong", path=path)


def check_unlocked(path: Path) -> None:
    """Raise `Problem("library_locked")` where a password is needed first; changes nothing."""
    if path.is_file() and is_sealed(path) and envelope_of(path)[0] not in _keys:
        raise Problem("library_locked", path=path)


def key_of(path: Path) -> bytes:
    """Return the key of a sealed library. Raises `Problem("library_locked")`."""
    return _key(envelope_of(path)[0], path)


def make(fresh: Path, content: bytes, key: bytes, ways: Iterable[Wrapped]) -> None:
    """Write a sealed library with this content in it, through to the disk.

    Raises `sqlite3.Error`.
    """
    with closing(connect(fresh, "mode=rwc")) as outside:
        outside.execute("PRAGMA synchronous=EXTRA")
        outside.execute("BEGIN IMMEDIATE")
        for table in _TABLES:
            outside.execute(table)
        outside.execute("INSERT INTO about VALUES (?)", (keys.name_of(key),))
        outside.executemany("INSERT INTO envelope VALUES (?, ?, ?, ?, ?)", ways)
        _write(outside, key, b"", content)
        outside.execute(f"PRAGMA application_id={APPLICATION_ID}")
        outside.execute(f"PRAGMA user_version={SEALED}")
        outside.execute("COMMIT")


def content_in(outside: sqlite3.Connection, path: Path) -> bytes:
    """Return what is sealed in a file. Raises `Problem`: `library_locked`, `library_damaged`."""
    with explained(path):
        key = _key(_envelope(outside, path)[0], path)
        try:
            pieces = outside.execute("SELECT number, sealed FROM piece ORDER BY number")
            opened = [(number, keys.unseal(key, number, piece)) for number, piece in pieces]
        except (ValueError, TypeError, OverflowError) as error:
            raise Problem("library_damaged", path=path) from error
    if [number for number, _ in opened] != list(range(len(opened))):
        raise Problem("library_damaged", path=path)
    return b"".join(piece for _, piece in opened)


class Sealed:
    """A library in memory, and the file outside that holds all of it."""

    def __init__(self, outside: sqlite3.Connection, path: Path) -> None:
        self._outside, self._path = outside, path
        self._key = _key(_envelope(outside, path)[0], path)
        self._kept = content_in(outside, path)
        self.inside = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        """A connection to the library in memory."""
        for setting in _INSIDE:
            self.inside.execute(f"PRAGMA {setting}").fetchall()
        self._load()

    def close(self) -> None:
        """Let go of what is in memory."""
        self.inside.close()

    def keep(self, check: Callable[[], None] = lambda: None) -> None:
        """Write outside what was changed inside, through to the disk.

        Where that is refused, or `check` raises before it is done, what is inside is as it was
        kept last. Raises `sqlite3.Error`.
        """
        content = self.inside.serialize()
        try:
            self._outside.execute("BEGIN IMMEDIATE")
            _write(self._outside, self._key, self._kept, content)
            check()
            self._outside.execute("COMMIT")
        except BaseException:
            # A commit that is refused leaves the transaction open.
            if self._outside.in_transaction:
                self._outside.rollback()
            self._load()
            raise
        self._kept = content

    def _load(self) -> None:
        content = self._kept
        if content[:16] == _MAGIC:
            content = content[: _HAS_LOG.start] + b"\1\1" + content[_HAS_LOG.stop :]
        # Put in the place of a database that is in use, an image would pull it from under the
        # statements that were prepared for it, and end the process.
        with explained(self._path), closing(sqlite3.connect(":memory:")) as image:
            image.deserialize(content)
            image.backup(self.inside)


@contextmanager
def looked_into(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to what is in a file: itself, or what is sealed in it.

    Raises `Problem` as `content_in`.
    """
    if connection.execute("PRAGMA user_version").fetchone()[0] != SEALED:
        yield connection
        return
    with closing(Sealed(connection, path)) as sealed:
        yield sealed.inside


def _write(outside: sqlite3.Connection, key: bytes, old: bytes, new: bytes) -> None:
    """Write the pieces that are others than before."""
    changed = [(number, keys.seal(key, number, piece)) for number, piece in _changed(old, new)]
    outside.executemany("INSERT OR REPLACE INTO piece VALUES (?, ?)", changed)
    outside.execute("DELETE FROM piece WHERE number >= ?", (-(-len(new) // _PIECE),))


def _changed(old: bytes, new: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the pieces that are others than before, with their numbers.

    Many are compared at once: an edit changes a few of thousands.
    """
    for start in range(0, len(new), _MANY * _PIECE):
        many = slice(start, start + _MANY * _PIECE)
        if new[many] == old[many]:
            continue
        for at in range(start, min(many.stop, len(new)), _PIECE):
            piece = new[at : at + _PIECE]
            if piece != old[at : at + _PIECE]:
                yield at // _PIECE, piece


def _envelope(connection: sqlite3.Connection, path: Path) -> tuple[bytes, list[Wrapped]]:
    with explained(path):
        names = connection.execute("SELECT key_name FROM about").fetchall()
        rows = connection.execute("SELECT * FROM envelope ORDER BY way DESC").fetchall()
    kinds = (str, bytes, int, int, bytes)
    sound = all(tuple(map(type, row)) == kinds for row in rows)
    if len(names) != 1 or not isinstance(names[0][0], bytes) or not rows or not sound:
        raise Problem("library_damaged", path=path)
    return names[0][0], [Wrapped(*row) for row in rows]


def _unwrapped(wrapped: Wrapped, secret: str, path: Path) -> bytes | None:
    try:
        return keys.unwrap(wrapped, secret)
    except ValueError as error:
        raise Problem("library_damaged", path=path) from error


def _key(name: bytes, path: Path) -> bytes:
    if name not in _keys:
        raise Problem("library_locked", path=path)
    return _keys[name]
