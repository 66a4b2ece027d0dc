"""Setting, changing and removing the password of a library, and of all copies Kring keeps of it."""

import os
import sqlite3
import threading
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app import private
from app.models.problem import Problem
from app.storage import companions, keys, sealed_library
from app.storage.disk import beside, connect, drop, explained, family, lock
from app.storage.keys import CODE, PASSWORD, USUAL, Cost, Wrapped
from app.storage.log_owner import is_database, reading

if TYPE_CHECKING:
    from app.storage.library_place import Place

_BLOCK: Final = 1 << 20

Write = Callable[[Path, bytes], None]
"""Writes a file with this content of a library in it, through to the disk."""


class LibraryPassword:
    """The password of one library; a `Library` is one, and raises what it says there."""

    path: Path
    read_only: bool
    _busy: threading.RLock
    _copying: threading.Lock
    _place: "Place | None"
    _file: sqlite3.Connection | None
    _inside: sqlite3.Connection
    _sealed: sealed_library.SealedLibrary | None

    def back_up(self) -> object:
        """Back up what changed since the last backup."""
        raise NotImplementedError

    def _stay(self) -> None:
        raise NotImplementedError

    def _fold(self, how: str = "PASSIVE") -> None:
        raise NotImplementedError

    def _follow(self) -> None:
        raise NotImplementedError

    def _connect(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        raise NotImplementedError

    def _disconnect(self) -> None:
        raise NotImplementedError

    def is_protected(self) -> bool:
        """Tell whether the library has a password; what is only looked at says so in its file."""
        if self._file is not None and not self.read_only:
            return self._sealed is not None
        try:
            return sealed_library.is_sealed(self.path)
        except OSError:
            return self._sealed is not None  # its folder is away: as it was known last

    def protect(self, password: str, code: str, cost: Cost = USUAL) -> tuple[Path, ...]:
        """Set a password and a recovery code where there were none.

        Returns the copies that still can be read without, as they could not be sealed.
        """
        self.back_up()  # so that at no moment there is one file alone
        key = keys.new_key()
        ways = [
            keys.wrap(key, PASSWORD, password, cost),
            keys.wrap(key, CODE, code, cost),
        ]
        sealed_library.hold(key)
        return self._seal_all(key, ways)

    def change_secret(self, way: str, secret: str, cost: Cost = USUAL) -> tuple[Path, ...]:
        """Let another password (`PASSWORD`) or another recovery code (`CODE`) open the library.

        Returns the copies that the one of before still opens.
        """
        with self._busy:
            self._stay()  # so that it is ours, and no older one that was put in its place
            _, ways = sealed_library.envelope_of(self.path)
            key = sealed_library.key_of(self.path)
        kept = [wrapped for wrapped in ways if wrapped.way != way]
        return self._seal_all(key, [*kept, keys.wrap(key, way, secret, cost)])

    def unprotect(self) -> tuple[Path, ...]:
        """Take the password away, from the copies first; returns those that still have one.

        A Kring that is cut off in between seals again what was opened, at the next start; where
        the library itself is refused, that is done at once.
        """
        if self.read_only:
            raise Problem("library_read_only", path=self.path)
        with self._copying:
            try:
                left = _rewrite_copies(
                    self.path, write_plain, lambda file: not sealed_library.is_sealed(file)
                )
                self._replace_file(write_plain)
            except BaseException:
                with suppress(Problem):
                    self._seal_beside()
                raise
        return left

    def seal_copies(self) -> tuple[Path, ...]:
        """Seal what Kring keeps beside a sealed library and was not sealed yet.

        For a start: whoever set a password may have been cut off. Returns what could not be.
        """
        if self.read_only:
            return ()
        with self._copying:
            return self._seal_beside()

    def _seal_beside(self) -> tuple[Path, ...]:
        with self._busy:
            self._stay()
            if not self.is_protected():
                return ()
            _, ways = sealed_library.envelope_of(self.path)
            key = sealed_library.key_of(self.path)
        return _seal_copies(self.path, key, ways)

    def _seal_all(self, key: bytes, ways: Sequence[Wrapped]) -> tuple[Path, ...]:
        with self._copying:
            self._replace_file(
                lambda fresh, content: sealed_library.make(fresh, content, key, ways)
            )
            return _seal_copies(self.path, key, ways)

    def _replace_file(self, write: Write) -> None:
        """Put the library in the place of its file once more, as `write` writes it.

        At every moment the file of before stands there or the new one, whole. Where it is refused,
        all goes on with the one that stands there. Once the new one stands there it is not refused
        any more: a disk that fails after that is told of by what is done next.
        """
        if self._place is None:
            raise Problem("library_read_only", path=self.path)
        with self._busy:
            self._stay()
            self._fold("TRUNCATE")
            self._follow()
            fresh = beside(self.path, ".new")
            drop(fresh)
            try:
                with explained(self.path):
                    write(fresh, alone(self._inside.serialize()))
                    self._place.expect_closing()
                    self._disconnect()
                    companions.drop_companions(self.path)
                    take_place(fresh, self.path)
            finally:
                with suppress(Problem):
                    drop(fresh)
                with suppress(Problem):
                    self._stay()


def take_place(fresh: Path, path: Path) -> None:
    """Put a file in the place of another at once, and write over what stood there as it goes.

    How much that is worth is up to the drive: some write elsewhere and keep the old place for a
    while, and one that refuses it does not undo the rest. Raises `OSError` where the place is not
    taken.
    """
    old = None
    if os.name == "posix":
        with path.open("r+b") as before:
            fresh.replace(path)
            private.flush_folder(path.parent)
            with suppress(OSError):
                _write_over(before.fileno(), names=0)
        return
    with suppress(OSError):  # a stick knows no second names
        old = companions.unused(path, "before")
        os.link(path, old)
    fresh.replace(path)
    if old is not None and old.exists():
        with suppress(OSError):  # it has the name of a copy, and is sealed as one
            wipe(old)


def wipe(file: Path) -> None:
    """Write over a file and delete it. Raises `OSError`."""
    private.check_plain(file)
    with file.open("r+b") as there:
        _write_over(there.fileno(), names=1)
    file.unlink()


def _write_over(descriptor: int, names: int) -> None:
    """Write zeros over a file, unless it has more names than these: it is somebody's copy too."""
    there = os.fstat(descriptor)
    left = there.st_size if there.st_nlink <= names else 0
    os.lseek(descriptor, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(descriptor, bytes(min(left, _BLOCK)))
    os.fsync(descriptor)


def _seal_copies(path: Path, key: bytes, ways: Sequence[Wrapped]) -> tuple[Path, ...]:
    def write(fresh: Path, content: bytes) -> None:
        sealed_library.make(fresh, content, key, ways)

    def is_done(file: Path) -> bool:
        if not sealed_library.is_sealed(file):
            return False
        try:
            name, theirs = sealed_library.envelope_of(file)
            if name != keys.name_of(key):
                return True
            if companions.is_set_aside(path, file):
                _content_of(file)  # of what was written over, a part may not be sealed
        except Problem as problem:
            if problem.code != "library_damaged" or not companions.is_set_aside(path, file):
                raise
            return False
        return sorted(theirs) == sorted(ways)

    return _rewrite_copies(path, write, is_done)


def _rewrite_copies(path: Path, write: Write, is_done: Callable[[Path], bool]) -> tuple[Path, ...]:
    """Write every copy Kring keeps of a library anew; returns those that stayed as they were."""
    left = []
    with explained(path):
        leftovers = companions.leftovers_of(path)
        copies = companions.copies_of(path, worked_in=True)
    for file in leftovers:
        try:
            wipe(file)
        except (Problem, OSError):
            left.append(file)
    for file in copies:
        try:
            is_done_already = is_done(file) and len(family(file)) == 1
            if not is_done_already and companions.is_worked_in(path, file):
                with closing(lock(file)):  # unless somebody works in it now
                    _rewrite(file, write)
            elif not is_done_already:
                _rewrite(file, write, as_it_is=companions.is_set_aside(path, file))
                if not is_done(file):
                    left.append(file)
        except (Problem, OSError, sqlite3.Error):
            left.append(file)
    return tuple(left)


def _rewrite(file: Path, write: Write, *, as_it_is: bool = False) -> None:
    """Write a copy anew; `as_it_is` where it is damaged, though it begins as a sealed one."""
    before = file.stat()
    try:
        content = _content_of(file)
    except Problem as problem:
        if problem.code != "library_damaged" or not as_it_is:
            raise
        content = file.read_bytes()
    for companion in family(file)[1:]:
        if not companion.name.endswith("-shm"):
            # Of a damaged copy the log could not be folded in: it is kept as a file of its own.
            ending = companion.name.removeprefix(f"{file.name}-")
            _write_beside(companions.unused(file, ending), companion.read_bytes(), write)
        wipe(companion)
    fresh = beside(file, ".new")
    drop(fresh)
    try:
        write(fresh, content)
        take_place(fresh, file)
    finally:
        drop(fresh)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))  # it tells when it was made


def _write_beside(file: Path, content: bytes, write: Write) -> None:
    fresh = beside(file, ".new")
    drop(fresh)
    write(fresh, content)
    fresh.replace(file)


def _content_of(file: Path) -> bytes:
    """Return the content of a copy, whether it is a sound library or not, its log folded in."""
    for one in family(file):
        private.check_plain(one)
    # The log of what is no database any more would not be folded in, but be gone.
    if len(family(file)) > 1 and is_database(file):
        with suppress(sqlite3.Error), closing(connect(file, "mode=rw")) as held:
            held.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            held.execute("PRAGMA journal_mode=DELETE").fetchall()
    if sealed_library.is_sealed(file):
        with reading(file) as held:
            return sealed_library.content_in(held, file)
    return file.read_bytes()


def alone(content: bytes) -> bytes:
    """Return the content of a library as a file that says it has no log."""
    return content[:18] + b"\1\1" + content[20:]


def write_plain(fresh: Path, content: bytes) -> None:
    """Write a library as it is, through to the disk. Raises `OSError`."""
    with private.create(fresh) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
