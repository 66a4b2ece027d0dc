"""The place of an open library on disk: its lock, and whether its file is still the one there."""

import os
import sqlite3
import struct
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from app.models.problem import Problem
from app.storage import backups, companions
from app.storage.disk import beside, explained, family, identity, lock
from app.storage.log_owner import fits, note, sums_of
from app.storage.memory import Image, Memory
from app.storage.sqlite_log import Log

_LONGEST_LOG: Final = 4 << 20
"""Bytes in a log that is folded into its file at once, for it is in memory too."""


class Place:
    """Watches over the file of an open library, whose connection does not see it change.

    SQLite goes on with a file that was deleted or replaced, and what it writes is gone with the
    connection; of one that was written over it mixes the two. Programs that clean, synchronise or
    look for viruses do such things. The file itself changes only when its log is folded into it,
    and only Kring does that: any other change is somebody else's.
    """

    def __init__(self, path: Path, held: BinaryIO, source: sqlite3.Connection) -> None:
        self.path = path
        self._held = held
        self._log = Log(path)
        self._file: BinaryIO | None = None
        self._is_behind: sqlite3.Connection | None = None
        self.is_settled = False
        """Whether all is known of the file that the connection writes to."""
        with explained(path):
            self._device = path.parent.stat().st_dev
        try:
            self.settle(source)
        except BaseException:  # what was raised may keep it open
            self.forget_connection()
            raise

    def close(self) -> None:
        """Let another Kring have the library."""
        self.forget_connection()
        self._held.close()

    @property
    def is_closed(self) -> bool:
        """Whether the lock was let go."""
        return self._held.closed

    def is_ours(self) -> bool:
        """Tell whether what stands in this place is what the connection wrote, and all of it."""
        with explained(self.path):
            if self._is_behind is not None:
                self._follow(self._is_behind)
            return self._is_locked() and self._is_log_ours() and self._is_file_ours()

    def is_file_ours(self) -> bool:
        """Tell the same of the file alone, while something is being written to its log."""
        with explained(self.path):
            return self._is_file_ours()

    def settle(self, source: sqlite3.Connection) -> None:
        """Take the file that stands here now for the one the connection writes to."""
        self.is_settled = False
        with explained(self.path):
            self._file_identity = identity(self.path)
            self._log_identity = identity(beside(self.path, "-wal"))
            # Never closed while SQLite is connected: that would let go of its locks.
            self._file = self.path.open("rb", buffering=0)
            self._memory = Memory(Image(source))
            self._folding: object | None = None
            self._known_stamp, self._sums = self._stamp(), self._sums_now()
            note(self._held, self.path, self._sums)
            self._follow(source)
        self.is_settled = True

    def follow(self, source: sqlite3.Connection) -> None:
        """Remember what the connection wrote; to be called after everything it writes.

        What cannot be read back now, though it is written, is tried again before the next step.
        """
        self._is_behind = source
        with suppress(OSError, struct.error, sqlite3.Error):
            self._follow(source)

    def _follow(self, source: sqlite3.Connection) -> None:
        self._log.note()
        end = self._log.end()
        if end is not None:
            self._memory.follow(self._log, end)
        else:  # on a share without shared memory each step goes into the file itself
            self._memory.take(Image(source))
            self._note(self._sums_now())
        self._is_behind = None

    def wants_folding(self) -> bool:
        """Tell whether the log is so long that it should be folded into its file."""
        return self._folding is None and self._memory.length > _LONGEST_LOG

    def begin_folding(self) -> object:
        """Expect the file to change until `end_folding`, to which the result is handed."""
        self._folding = object()
        return self._folding

    def fold(self, connection: sqlite3.Connection, how: str) -> Image:
        """Write the log into the file, and return what the library holds then.

        From any thread, between `begin_folding` and `end_folding`. `how` is a mode of SQLite's
        `wal_checkpoint`.
        """
        with explained(self.path):
            # First, through to the disk: after a power cut the sums of before would be wrong.
            note(self._held, self.path)
            connection.execute(f"PRAGMA wal_checkpoint({how})").fetchall()
            return Image(connection)

    def end_folding(self, folding: object, image: Image | None) -> None:
        """Know the file as it is now, if all that was written to it is of the log.

        Without an image nothing was folded for sure.
        """
        if folding is not self._folding:
            return  # meanwhile the file was put back, and all is known of that one
        self._folding = None
        with explained(self.path):
            assert self._file is not None
            if fits(self._file, self._memory.logs(), self._sums):
                if image is not None:
                    self._memory.take(image)
                self._note(self._sums_now())

    def put_back(self) -> Problem | None:
        """Put what is remembered in this place again, and return what is to be told.

        Whatever stands here instead is kept under another name. What is remembered is a backup
        first, so that nothing is lost at any moment. Raises `Problem`: `library_away` where the
        folder is gone with its drive, and as `back_up`.
        """
        with explained(self.path):
            there = identity(self.path)
            if there is None and not self._has_folder():
                raise Problem("library_away", path=self.path)
            if not self._is_locked():
                self._lock_again()
        with self._memory.written(beside(self.path, ".new")) as source:
            with explained(self.path):
                if there is not None and self._holds_the_same(source):
                    return None
                is_known = there is not None and self._holds_what_was_ours()
            made = backups.back_up(self.path, source)
        with explained(self.path):
            theirs = [file for file in family(self.path) if not self._is_our_log(file)]
        other = self._set_aside(theirs) if theirs and not is_known else None
        backups.put_copy(made.file, self.path)
        if is_known:
            return None
        if other is None:
            return Problem("library_removed", path=self.path)
        return Problem("library_replaced", path=self.path, other=other)

    def expect_closing(self) -> None:
        """Let the connection write what is left of its log into the file when it is closed."""
        with explained(self.path):
            note(self._held, self.path)

    def forget_refused(self) -> None:
        """Take out of the log what was written for a step that was refused.

        Where the disk does not confirm a step, it stands in the log nevertheless, and would be
        there after the next start. Raises `Problem("disk_unsure")` where that cannot be helped.
        """
        try:
            self._log.cut()
        except (OSError, struct.error) as error:
            raise Problem("disk_unsure", path=self.path) from error

    def forget_connection(self) -> None:
        """Close what was opened beside a connection that is closed now."""
        self._log.close()
        if self._file is not None:
            self._file.close()
            self._file = None

    def _is_same_file(self) -> bool:
        return identity(self.path) == self._file_identity

    def _is_log_ours(self) -> bool:
        # SQLite checks no page it reads from its log: one that was written over would spoil others.
        return self._log.is_as_noted() and self._memory.is_of(self._log)

    def _is_file_ours(self) -> bool:
        if not self._is_same_file():
            return False
        if self._folding is not None or self._stamp() == self._known_stamp:
            return True
        if self._sums_now() != self._sums:
            return False
        self._known_stamp = self._stamp()  # somebody touched it, or wrote what was there
        return True

    def _note(self, sums: bytes) -> None:
        self._known_stamp, self._sums = self._stamp(), sums
        note(self._held, self.path, sums)

    def _stamp(self) -> tuple[int, int, int]:
        there = self.path.stat()
        return there.st_size, there.st_mtime_ns, there.st_ctime_ns

    def _sums_now(self) -> bytes:
        assert self._file is not None
        return sums_of(self._file)

    def _has_folder(self) -> bool:
        """Tell whether the folder is there, or was on the drive that its parents are on."""
        folder = self.path.parent
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        return folder.stat().st_dev == self._device

    def _is_locked(self) -> bool:
        try:
            held = os.fstat(self._held.fileno())
        except OSError:
            return False  # a share or drive that was away: of what is there now we hold nothing
        return identity(beside(self.path, ".lock")) == (held.st_dev, held.st_ino)

    def _lock_again(self) -> None:
        held, self._held = self._held, lock(self.path)
        held.close()

    def _holds_the_same(self, source: sqlite3.Connection) -> bool:
        """Tell whether the file here is by itself a copy of all that is ours."""
        if self._is_same_file() or not self.path.is_file():
            return False
        return self.path.read_bytes() == source.serialize()

    def _holds_what_was_ours(self) -> bool:
        """Tell whether the file and the log here are ours, as on a drive that was away."""
        if self._is_same_file() or not self.path.is_file():
            return False
        with self.path.open("rb") as there:
            if sums_of(there) != self._sums:
                return False
        return self._memory.is_log(beside(self.path, "-wal"))

    def _set_aside(self, theirs: list[Path]) -> Path | None:
        """Keep files that are not ours under another name, and return the first of those.

        A file that the connection still writes to is copied: it writes what it has left to write
        when it is closed.
        """
        if self._is_same_file():
            return companions.keep_aside(self.path, "other")
        return companions.move_aside(self.path, "other", theirs)

    def _is_our_log(self, file: Path) -> bool:
        log = beside(self.path, "-wal")
        if file == log:
            return identity(file) == self._log_identity
        return file == beside(self.path, "-shm") and (not log.exists() or self._is_our_log(log))
