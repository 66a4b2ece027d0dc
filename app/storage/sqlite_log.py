"""The log of an open library: what SQLite wrote into it, read beside its connection."""

import os
import struct
from pathlib import Path
from typing import BinaryIO, Final

from app.storage.disk import beside, identity

_INDEX: Final = struct.Struct("=IIIBBHI")
"""How the index of the log begins (sqlite.org/walformat.html): up to the number of its frames."""

_INDEX_HEADER, _LOG_HEADER, _FRAME_HEADER = 48, 32, 24

_SHARED: Final = slice(48, 136)
"""What its readers change in the index: beside its header and the places of the pages."""


class Log:
    """Reads the log and its index, of which only the committed part counts.

    Both are opened once and stay open: to close them while SQLite is connected would let go of
    its locks. All methods raise `OSError` and `struct.error` for what cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._log, self._shared = beside(path, "-wal"), beside(path, "-shm")
        self._files: dict[Path, BinaryIO] = {}
        self._seen: tuple[object, ...] | None = None

    def close(self) -> None:
        """Close both files, once SQLite is no longer connected."""
        for file in self._files.values():
            file.close()
        self._files = {}
        self._seen = None

    def end(self) -> int | None:
        """Return the number of committed bytes of the log; None where there is no log."""
        index = self._index()
        if not index:
            return None
        *_, size, frames = _INDEX.unpack(index[: _INDEX.size])
        size = 65536 if size == 1 else size
        return _LOG_HEADER + frames * (_FRAME_HEADER + size) if frames else 0

    def read(self, start: int, end: int) -> bytes:
        """Return the bytes of the log from `start` up to `end`, or as many as there are."""
        log = self._files.get(self._log) or self._open(self._log)
        if log is None:
            return b""
        log.seek(start)
        return log.read(end - start)

    def cut(self) -> None:
        """Take out of the log what stands behind its committed part."""
        end, log = self.end(), self._log
        if end is not None and log.exists() and log.stat().st_size > end:
            os.truncate(log, end)

    def note(self) -> None:
        """Remember where the log is and what its index says, for `is_as_noted`."""
        self._seen = None  # should it not be read now, nothing is known
        self._seen = self._look()

    def is_as_noted(self) -> bool:
        """Tell whether log and index are there and nobody else wrote to them since `note`."""
        return self._seen is None or self._seen == self._look()

    def _look(self) -> tuple[object, ...]:
        index = self._index(-1)
        there = identity(self._log), identity(self._shared)
        return *there, index[: _SHARED.start], index[_SHARED.stop :]

    def _index(self, length: int = _INDEX_HEADER) -> bytes:
        index = self._files.get(self._shared) or self._open(self._shared)
        if index is None:
            return b""
        index.seek(0)
        return index.read(length)

    def _open(self, path: Path) -> BinaryIO | None:
        try:
            self._files[path] = path.open("rb", buffering=0)
        except FileNotFoundError:
            return None
        return self._files[path]
