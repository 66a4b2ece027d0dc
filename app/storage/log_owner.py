"""Which log belongs to which file: noted in the lock of a library, for a Kring that is cut off.

SQLite plays a log that was left behind into whatever file stands beside it. Where another program
put another file there, or wrote over it, that would mix the two.
"""

import json
import os
import sqlite3
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO, Final

from app import private
from app.models.problem import Problem
from app.storage.disk import beside, connect, explained, family, identity

_MAGIC: Final = b"SQLite format 3\0"
_BY_ITSELF: Final = b"\1\1"
_HEADER: Final = 20
"""How a file of SQLite begins; 16 and 17 say how long its pages are, 18 and 19 whether it has a log
(sqlite.org/fileformat)."""

_LOG: Final = struct.Struct(">4I8s8x")
_FRAME: Final = struct.Struct(">II8s8x")
"""The header of a log, and of each page in it (sqlite.org/fileformat, 4.1)."""

_SUM: Final = 4
_SECTOR: Final = 512
"""A disk writes no less than this at once."""

_LONGEST_NOTE: Final = 1 << 24


def note(held: BinaryIO, path: Path, sums: bytes = b"") -> None:
    """Note in the lock which log belongs to which file, and the `sums_of` that.

    On a full disk nothing is noted: an old note would be wrong. Without sums this waits for the
    disk, so that after a power cut none are found that are no longer true. Raises `OSError`.
    """
    noted = json.dumps([identity(path), identity(beside(path, "-wal")), sums.hex()]).encode()
    # Past the buffer: what it still held would be written at closing, and refused there.
    os.ftruncate(held.fileno(), 0)
    os.lseek(held.fileno(), 0, os.SEEK_SET)
    with suppress(OSError):
        os.write(held.fileno(), noted)
        if not sums:
            os.fsync(held.fileno())


def sums_of(file: BinaryIO) -> bytes:
    """Return a checksum of each page of a library. Raises `OSError`."""
    return b"".join(_sum(page) for page in _pages_of(file))


def has_log_of_another(path: Path) -> bool:
    """Tell whether the file was replaced or written over since its log was noted.

    Files that were copied together are both others than what was noted, and belong together. But
    a file that has a log says so; a backup, also one that is copied over the file, does not.
    """
    log = beside(path, "-wal")
    try:
        if log.is_file() and path.is_file():
            with path.open("rb") as content:
                start = content.read(_HEADER)
            if start[:16] == _MAGIC and start[18:] == _BY_ITSELF:
                return True
        noted = private.read(beside(path, ".lock"), _LONGEST_NOTE)
        file_then, log_then, *sums = json.loads(noted)
        there, log_there = identity(path), identity(log)
        if log_there is None or list(log_there) != log_then:
            return False
        if there != tuple(file_then or ()):
            return True
        if not any(sums):
            return False
        with path.open("rb") as content, log.open("rb") as beside_it:
            if fits(content, [beside_it], bytes.fromhex(sums[0])):
                return False
        # A Kring that has it open says so before it writes to it.
        return private.read(beside(path, ".lock"), _LONGEST_NOTE) == noted
    except (OSError, ValueError, TypeError, Problem):
        return False


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection that cannot change `path`, also while another Kring writes to it.

    Raises `Problem`: `library_missing`, `library_not_a_file`, and as `explained`.
    """
    with explained(path):
        if not path.exists():
            raise Problem("library_missing", path=path)
        if not path.is_file():
            raise Problem("library_not_a_file", path=path)
        for file in family(path)[1:]:
            private.check_plain(file)  # SQLite would wait for ever for a pipe
        # Without a log nobody has it open. Then reading leaves no companions behind, and works
        # where nothing may be written.
        has_log = beside(path, "-wal").exists() and not has_log_of_another(path)
        mode = "mode=ro" if has_log else "immutable=1"
        with closing(connect(path, mode)) as connection:
            yield connection


def fits(file: BinaryIO, logs: Iterable[BinaryIO], sums: bytes) -> bool:
    """Tell whether every page is as it was noted, or begins as one of the logs brings it.

    Begins: a disk may have taken a part of it only. Raises `OSError`.
    """
    starts = {start for log in logs for start in _starts_in(log)}
    noted = (sums[at : at + _SUM] for at in range(0, len(sums), _SUM))
    return all(
        page is not None and (_sum(page) == sum_then or (number, page[:_SECTOR]) in starts)
        for number, (page, sum_then) in enumerate(zip_longest(_pages_of(file), noted), start=1)
    )


def is_database(path: Path) -> bool:
    """Tell whether a file begins as one of SQLite, sealed or not. Raises `OSError`."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def _sum(page: bytes) -> bytes:
    return zlib.crc32(page).to_bytes(_SUM)


def _pages_of(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    header = file.read(_HEADER)
    size = int.from_bytes(header[16:18]) if header[:16] == _MAGIC else 0
    size = 65536 if size == 1 else max(size, _SECTOR)
    file.seek(0)
    while page := file.read(size):
        yield page


def _starts_in(log: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the first bytes of each page in a log."""
    start = log.read(_LOG.size)
    if len(start) < _LOG.size:
        return
    _, _, size, _, salt = _LOG.unpack(start)
    while len(frame := log.read(_FRAME.size)) == _FRAME.size:
        page, _, its_salt = _FRAME.unpack(frame)
        if its_salt != salt:
            return  # from here on it is what an earlier log left
        yield page, log.read(size)[:_SECTOR]
