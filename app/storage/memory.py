"""What an open library holds, in memory: enough to write it anew when its file is spoilt."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from app import private
from app.storage.disk import beside, connect, drop, explained
from app.storage.sqlite_log import Log

_START: Final = 32
"""The header of a log: it differs from that of every log before it."""


class Image:
    """The whole content of a library at some moment."""

    def __init__(self, source: sqlite3.Connection) -> None:
        self._packed = zlib.compress(source.serialize(), 1)

    def content(self) -> bytes:
        """Return it as the bytes of a file without a log."""
        return zlib.decompress(self._packed)


class Memory:
    """The whole content at some moment, and the logs that were written since.

    A log holds pages as they became; played one after the other into an earlier content, or once
    more into a later one, they give the last of them.
    """

    def __init__(self, image: Image) -> None:
        self._image = image
        self._logs: list[bytearray] = []

    def take(self, image: Image) -> None:
        """Remember the content as a whole; of the logs only the last one can hold more."""
        self._image = image
        del self._logs[:-1]

    def follow(self, log: Log, end: int) -> None:
        """Remember what was committed to the log, up to its `end` of now. Raises `OSError`."""
        if end and (not self._logs or self._logs[-1][:_START] != log.read(0, _START)):
            self._logs.append(bytearray())
        if self._logs:
            there = self._logs[-1]
            del there[end:]
            there += log.read(len(there), end)

    def logs(self) -> list[BinaryIO]:
        """Return the logs, to be read."""
        return [BytesIO(log) for log in self._logs]

    @property
    def length(self) -> int:
        """How many bytes the last log has."""
        return len(self._logs[-1]) if self._logs else 0

    def is_of(self, log: Log) -> bool:
        """Tell whether what is committed to the log is what was remembered. Raises `OSError`."""
        end = log.end() or 0
        return not end or (bool(self._logs) and log.read(0, end) == self._logs[-1])

    def is_log(self, file: Path) -> bool:
        """Tell whether a file holds the log as it is now. Raises `OSError`."""
        log = self._logs[-1] if self._logs else b""
        return file.is_file() and file.read_bytes()[: len(log)] == log

    @contextmanager
    def written(self, fresh: Path) -> Iterator[sqlite3.Connection]:
        """Give a connection to what is remembered, in a file of the name `fresh` meanwhile.

        Raises `Problem` as `explained`.
        """
        with explained(fresh):
            private.make_folder(fresh.parent)
        drop(fresh)
        try:
            with explained(fresh):
                with private.create(fresh) as file:
                    file.write(self._image.content())
                for log in self._logs:
                    with private.create(beside(fresh, "-wal")) as file:
                        file.write(log)
                    with closing(connect(fresh, "mode=rw")) as connection:
                        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                with closing(connect(fresh, "mode=rw")) as connection:
                    yield connection
        finally:
            drop(fresh)
