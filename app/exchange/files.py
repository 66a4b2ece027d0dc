"""Whole files, read and written so that nothing is ever half there."""

import os
import unicodedata
import uuid
from collections.abc import Iterable
from itertools import chain, count
from pathlib import Path
from typing import Final

from app.models.problem import Problem

LARGEST: Final = 20_000_000
"""Most bytes in a file that is read; the maps of a whole year's course are far smaller."""


RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"}
)
"""Names Windows keeps to itself, whatever follows the first dot."""

MOST_BYTES: Final = 200
"""Of a name that is proposed: systems take 255, and an ending and a number come behind it."""


def read_file(path: Path, largest: int = LARGEST) -> bytes:
    """Return what is in the file.

    Raises `Problem`: `file_missing`, `file_unreadable` (also for a folder or a device),
    `file_too_large`, `file_empty`.
    """
    try:
        if not path.exists():
            raise Problem("file_missing", file=path)
        if not path.is_file():
            raise Problem("file_unreadable", file=path)
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise Problem("file_unreadable", file=path) from error
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


def safe_name(text: str) -> str:
    """Return a name for a file, without an ending, that every system takes; never an empty one.

    Letters keep their marks, in any script; a name Windows keeps to itself gets a dash behind it.
    """
    composed = unicodedata.normalize("NFC", text)
    name = "".join(c if _is_plain(c) else "_" for c in composed)
    name = name.encode()[:MOST_BYTES].decode(errors="ignore").strip() or "kring"
    return f"{name}-" if name.casefold() in RESERVED else name


def _is_plain(character: str) -> bool:
    is_mark = unicodedata.category(character)[0] == "M"
    return character.isalnum() or is_mark or character in " -_"


def unused(path: Path) -> Path:
    """Return this path, or where it is taken one with a number that is not."""
    others = (path.with_stem(f"{path.stem} {number}") for number in count(2))
    return next(other for other in chain([path], others) if not other.exists())


def write_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`; whatever was there stays whole until the new file is whole.

    Raises `Problem` `file_not_written`.
    """
    write_files([(path, content)])


def write_files(contents: Iterable[tuple[Path, bytes]]) -> None:
    """Write several files: all under temporary names first, then each put in its place.

    Raises `Problem` `file_not_written`, having left what was there before, except where the
    system refuses to put one of several complete files in its place.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for path, content in contents:
            temporary = path.with_name(f".kring-{uuid.uuid4().hex}.tmp")
            ready.append((temporary, path))
            try:
                _write_through(temporary, content)
            except (OSError, ValueError) as error:
                raise Problem("file_not_written", file=path) from error
        for temporary, path in ready:
            try:
                temporary.replace(path)
            except OSError as error:
                raise Problem("file_not_written", file=path) from error
    finally:
        for temporary, _ in ready:
            _forget(temporary)
    for folder in {path.parent for _, path in ready}:
        _write_folder_through(folder)


def _write_through(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _forget(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except (OSError, ValueError):
        return  # the reason it could not be written is reported; this is only tidying


def _write_folder_through(folder: Path) -> None:
    """Make the new names survive a power cut, where the system can open a folder."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)
