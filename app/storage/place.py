"""The place of an open library on disk: its lock, and whether its file is still the one there."""

import os
import sqlite3
import struct
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from app.models.problem import Problem
from app.storage import backups
from app.storage.disk import beside, explained, family, identity, lock, note_log, patiently

_INDEX: Final = struct.Struct("=IIIBBHI")
"""How the index of the log begins (sqlite.org/walformat.html): up to the number of its frames."""

_LOG_HEADER, _FRAME_HEADER = 32, 24


class Place:
    """Watches over the file of an open library, whose connection does not see it leave.

    SQLite goes on with a file that was deleted or replaced, and what it writes is gone with the
    connection. Programs that clean, synchronise or look for viruses do such things.
    """

    def __init__(self, path: Path, held: BinaryIO) -> None:
        self.path = path
        self._held = held
        self._index: BinaryIO | None = None
        with explained(path):
            self._device = path.parent.stat().st_dev
        self.settle()

    def close(self) -> None:
        """Let another Kring have the library."""
        self.forget_connection()
        self._held.close()

    @property
    def is_closed(self) -> bool:
        """Whether the lock was let go."""
        return self._held.closed

    def is_ours(self) -> bool:
        """Tell whether the file in this place is the one the connection writes to."""
        with explained(self.path):
            return identity(self.path) == self._file and self._is_locked()

    def settle(self) -> None:
        """Take the file that stands here now for the one the connection writes to."""
        with explained(self.path):
            self._file = identity(self.path)
            self._log = identity(beside(self.path, "-wal"))
            note_log(self._held, self.path)

    def put_back(self, source: sqlite3.Connection) -> Problem | None:
        """Put what the connection knows in this place again, and return what is to be told.

        Whatever stands here instead is kept under another name. What the connection knows is a
        backup first, so that nothing is lost at any moment. Raises `Problem`: `library_away`
        where the folder is gone with its drive, and as `back_up`.
        """
        if identity(self.path) is None and not self._has_folder():
            raise Problem("library_away", path=self.path)
        with suppress(sqlite3.Error):
            source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if not self._is_locked():
            self._lock_again()
        with explained(self.path):
            if identity(self.path) is not None and self._holds_the_same(source):
                return None
        made = backups.back_up(self.path, source)
        with explained(self.path):
            theirs = [file for file in family(self.path) if not self._is_our_log(file)]
        other = backups.move_aside(self.path, "other", theirs) if theirs else None
        backups.put_copy(made.file, self.path)
        if other is None:
            return Problem("library_removed", path=self.path)
        return Problem("library_replaced", path=self.path, other=other)

    def forget_refused(self) -> None:
        """Take out of the log what was written for a step that was refused.

        Where the disk does not confirm a step, it stands in the log nevertheless, and would be
        there after the next start. Raises `Problem("disk_unsure")` where that cannot be helped.
        """
        log, index = beside(self.path, "-wal"), beside(self.path, "-shm")
        try:
            if not log.exists() or log.stat().st_size == 0:
                return
            if self._index is None:
                # Never closed while SQLite is connected: that would let go of its locks.
                self._index = index.open("rb", buffering=0)
            self._index.seek(0)
            *_, size, frames = _INDEX.unpack(self._index.read(_INDEX.size))
            size = 65536 if size == 1 else size
            end = _LOG_HEADER + frames * (_FRAME_HEADER + size) if frames else 0
            if log.stat().st_size > end:
                os.truncate(log, end)
        except (OSError, struct.error) as error:
            raise Problem("disk_unsure", path=self.path) from error

    def forget_connection(self) -> None:
        """Close what was opened beside a connection that is closed now."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def _has_folder(self) -> bool:
        """Tell whether the folder is there, or was on the drive that its parents are on."""
        folder = self.path.parent
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        return folder.stat().st_dev == self._device

    def _is_locked(self) -> bool:
        held = os.fstat(self._held.fileno())
        return identity(beside(self.path, ".lock")) == (held.st_dev, held.st_ino)

    def _lock_again(self) -> None:
        held, self._held = self._held, lock(self.path)
        held.close()

    def _holds_the_same(self, source: sqlite3.Connection) -> bool:
        """Tell whether the file here is a copy of ours, or ours under another number."""
        if not self.path.is_file():
            return False
        try:
            mine = patiently(lambda: self._content_of(source))
        except Problem:
            return True  # its drive was away: what was kept is on it, and nowhere else
        return self.path.read_bytes() == mine

    def _content_of(self, source: sqlite3.Connection) -> bytes:
        with explained(self.path):
            return source.serialize()

    def _is_our_log(self, file: Path) -> bool:
        log = beside(self.path, "-wal")
        if file == log:
            return identity(file) == self._log
        return file == beside(self.path, "-shm") and (not log.exists() or self._is_our_log(log))
