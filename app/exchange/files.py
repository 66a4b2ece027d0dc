"""Whole files, read and written so that nothing is ever half there."""

import errno
import os
import re
import stat
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path
from typing import Final

from app import private
from app.exchange.file_moves import Move, put
from app.exchange.unfinished_files import Note, half_named, noted
from app.models.problem import Problem, why
from app.models.text_form import in_form

LARGEST: Final = 20_000_000
"""Most bytes in a file that is read; the maps of a whole year's course are far smaller."""


RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"}
)
"""Names Windows keeps to itself, whatever follows the first dot."""

FORMAT: Final = "kring"
"""What a map says it is, as the first thing in its file."""

_START: Final = 200
"""Bytes in which a file says what it is."""
_MAP: Final = re.compile(rb'(\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"%s"' % FORMAT.encode())
_LIBRARY: Final = b"SQLite format 3\0"
_OF_KRING: Final = (b"KRNG", 68)
"""What a library says it is, with a password or without, and where in its file."""

MOST_BYTES: Final = 200
"""Of a name that is proposed: systems take 255, and an ending and a number come behind it."""


def read_file(path: Path, largest: int = LARGEST) -> bytes:
    """Return the contents of the file.

    Raises `Problem`: `file_missing`, `file_unreadable` (also for a folder or a device),
    `file_is_library`, `file_too_large`, `file_empty`.
    """
    try:
        if not path.exists():
            raise Problem("file_missing", file=path)
        if not path.is_file():
            raise Problem("file_unreadable", file=path)
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise Problem("file_unreadable", file=path, why=why(error)) from error
    if content.startswith(_LIBRARY) and content.startswith(*_OF_KRING):
        raise Problem("file_is_library", file=path)
    if len(content) > largest:
        raise Problem("file_too_large", file=path, most=largest // 1_000_000)
    if not content.strip():
        raise Problem("file_empty", file=path)
    return content


def decoded(content: bytes, path: Path) -> str:
    """Return the text of a UTF-8 file, without its byte order mark.

    Raises `Problem` `file_encoding` for anything else.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem("file_encoding", file=path) from error
    if "\0" in text:
        raise Problem("file_encoding", file=path)
    return text


def is_map(content: bytes) -> bool:
    """Tell whether this is the content of a map of Kring, whole or not."""
    return bool(_MAP.match(content[:_START]))


def safe_name(text: str) -> str:
    """Return a name for a file, without an ending, that every system takes; never an empty one.

    Letters keep their marks, in any script; a name Windows keeps to itself gets a dash behind it.
    """
    composed = in_form("NFC", text)
    name = "".join(c if _is_plain(c) else "_" for c in composed)
    name = name.encode()[:MOST_BYTES].decode(errors="ignore").strip() or "kring"
    return f"{name}-" if name.casefold() in RESERVED else name


def _is_plain(character: str) -> bool:
    is_mark = unicodedata.category(character)[0] == "M"
    return character.isalnum() or is_mark or character in " -_'’"


def unused(path: Path) -> Path:
    """Return this path, or where it is taken one with a number that is not."""
    others = (path.with_stem(f"{path.stem} {number}") for number in count(2))
    return next(other for other in chain([path], others) if not os.path.lexists(other))


def place_of(path: Path) -> Path:
    """Return the real path of a file, all links followed.

    Raises `Problem` `file_bad_name` for a name too long, and for links in a ring.
    """
    try:
        place = private.resolved(path)
        place.lstat()
    except FileNotFoundError:
        return place
    except (OSError, ValueError) as error:
        raise _not_written(path, error) from error
    return place


def write_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`; whatever was there stays whole until the new file is whole.

    Raises `Problem` as `write_files`.
    """
    write_files([(path, content)])


def check_outputs(outputs: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Raise `Problem` `file_is_read` where what will be written is what is read."""
    read = {place_of(path) for path in inputs}
    for path in outputs:
        if place_of(path) in read:
            raise Problem("file_is_read", file=path)


def write_files(contents: Iterable[tuple[Path, bytes]]) -> None:
    """Write several files: all are there as they should be afterwards, or all as they were.

    Each is written under a temporary name first; then they take their places together. A new file
    can be read by this person only; one that is written over keeps its mode, and where it is a
    link, what it leads to is written. Raises `Problem`: `file_not_written` and `file_bad_name`;
    `file_holds_map` where something else would take the place of a map or a library.
    """
    ready: list[tuple[Path, Path, Path, bytes]] = []
    for path, content in contents:
        place = place_of(path)
        _check_replaceable(path, place, content)
        ready.append((half_named(place), place, path, content))
    kept = [half_named(place) for _, place, *_ in ready]
    temporary = [*(half for half, *_ in ready), *kept]
    with noted(temporary) as note:
        try:
            for half, place, path, content in ready:
                with _explained(path):
                    _write_through(half, content)
                    _keep_mode(half, place)
            if len(ready) > 1:
                _place_together(ready, kept, note)
            else:
                for half, place, path, _ in ready:
                    with _explained(path):
                        half.replace(place)
            for folder in {place.parent for _, place, *_ in ready}:
                private.flush_folder(folder)
        finally:
            for one in temporary:
                _forget(one)


def _place_together(
    ready: Iterable[tuple[Path, Path, Path, bytes]], kept: Iterable[Path], note: Note
) -> None:
    """Give several whole files their places, all or none."""
    moves = []
    for (half, place, path, _), old in zip(ready, kept, strict=True):
        with _explained(path):
            moves.append(Move.prepared(half.absolute(), place.absolute(), old.absolute()))
    note.take_places(moves)
    named = {str(half.absolute()): path for half, _, path, _ in ready}
    try:
        put(moves, note.take_back)
    except OSError as error:
        raise _not_written(named.get(error.filename, path), error) from error


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Raise what the system says about writing `path` as a `Problem`."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise _not_written(path, error) from error


def _not_written(path: Path, error: Exception) -> Problem:
    known = isinstance(error, OSError) and error.errno in (errno.ENAMETOOLONG, errno.ELOOP)
    return Problem("file_bad_name" if known else "file_not_written", file=path, why=why(error))


def _check_replaceable(path: Path, place: Path, content: bytes) -> None:
    """Refuse to put a file in the place of what is no file, or of a map that would be gone."""
    try:
        if not os.path.lexists(place):
            return
        if not place.is_file():
            raise Problem("file_not_written", file=path, why=errno.EEXIST)
        with place.open("rb") as there:
            start = there.read(_START)
    except OSError:
        return  # what may not be read may be written; if not, that is told
    is_map = bool(_MAP.match(start)) and not _MAP.match(content[:_START])
    if is_map or start.startswith(_LIBRARY):
        raise Problem("file_holds_map", file=path)


def _write_through(path: Path, content: bytes) -> None:
    with private.create(path) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep_mode(half: Path, place: Path) -> None:
    """Give a file the mode and the group of the one whose place it takes."""
    if sys.platform == "win32":
        return
    try:
        there = place.stat()
    except FileNotFoundError:
        return
    mode = stat.S_IMODE(there.st_mode) & 0o777
    try:
        os.chown(half, -1, there.st_gid)
    except OSError:
        mode &= ~0o070  # another group than that one has no business with it
    with suppress(OSError):  # a drive that knows no modes
        half.chmod(mode)


def _forget(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except (OSError, ValueError):
        return  # the reason it could not be written is reported; this is only tidying
