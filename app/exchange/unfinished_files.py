"""A note of what is being written, so that a Kring that was killed leaves nothing half behind.

A file is written under another name first, beside the one whose place it takes: in somebody's
folder, or on their stick. Whoever is killed in between cannot clear it away. So what these files
are called is noted in Kring's own folder first, and the next start deletes what it finds noted.
Nothing else is deleted: what is not noted may be anybody's.

A note has a line for each thing that is done: the names; then how the files take their places,
where they are several that belong together (`file_moves`); then `null`, where they are taken back.
A line that is not whole was not done yet.
"""

import json
import os
import re
import stat
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, Final

from app import private
from app.exchange import file_moves
from app.exchange.file_moves import Move
from app.exchange.leftovers import clear_old_reports
from app.models.problem import Problem

FOLDER: Final = "unfinished"
_NAMED: Final = re.compile(r"\.kring-[0-9a-f]{32}\.tmp")
_MOST: Final = 10_000_000
"""Bytes of a note that are read: as many files as a course has, with long names."""


def half_named(path: Path) -> Path:
    """Return the name of a file beside `path` until it is whole."""
    return path.with_name(f".kring-{uuid.uuid4().hex}.tmp")


class Note:
    """The note of files that are being written; where none can be made it keeps nothing."""

    def __init__(self, held: BinaryIO | None = None) -> None:
        self._held = held

    def take_places(self, moves: Sequence[Move]) -> None:
        """Note that all files are whole now, and take these places."""
        self.add([move.written() for move in moves])

    def take_back(self) -> None:
        """Note that they are taken back."""
        self.add(None)

    def add(self, line: Any) -> None:
        """Write one more line, through to the disk."""
        if self._held is not None:
            with suppress(OSError):
                # Past the buffer, which would be written at closing where it cannot be now.
                os.write(self._held.fileno(), json.dumps(line).encode() + b"\n")
                os.fsync(self._held.fileno())


@contextmanager
def noted(files: Sequence[Path]) -> Iterator[Note]:
    """Note the names of half-written files as long as they may be there.

    Where nothing can be noted, they are written all the same.
    """
    note = _folder() / uuid.uuid4().hex
    folders = {file.parent for file in files if private.is_folder(file.parent)}
    try:
        private.make_folder(note.parent)
        held = private.create(note)
    except (OSError, RuntimeError):
        yield Note()
        return
    try:
        with suppress(OSError):
            private.take(held)
        made = Note(held)
        made.add([str(file.absolute()) for file in files])
        yield made
    finally:
        held.close()
        are_there = all(map(private.is_folder, folders))  # or it was a stick that is gone now
        if are_there and not any(map(os.path.lexists, files)):
            with suppress(OSError):
                note.unlink()


def clear() -> None:
    """Delete what a Kring that is gone left half written; what another one writes now stays."""
    clear_old_reports()
    try:
        notes = list(_folder().iterdir())
    except (OSError, RuntimeError):
        return
    for note in notes:
        with suppress(OSError, ValueError, RecursionError, Problem):
            _clear_noted(note)


def _clear_noted(note: Path) -> None:
    private.check_plain(note)
    with private.open_kept(note) as held:
        if not private.take(held):
            return  # somebody is busy with it
        lines = list(_lines(held.read(_MOST)))
        os.lseek(held.fileno(), 0, os.SEEK_END)
        if len(lines) > 1 and not _are_placed(lines, Note(held)):
            return
    if all(list(map(_is_gone, _noted_in(lines)))):
        note.unlink()


def _lines(content: bytes) -> Iterator[Any]:
    """Yield the lines of a note, up to where it was cut off."""
    for line in content.splitlines():
        try:
            yield json.loads(line)
        except (ValueError, RecursionError):
            return


def _noted_in(lines: Sequence[Any]) -> list[Path]:
    """Return the half-written files a note names, as far as they can be ours."""
    try:
        return [Path(name) for name in lines[0] if _NAMED.fullmatch(Path(name).name)]
    except (IndexError, TypeError, ValueError):
        return []  # killed before it was whole: then nothing was written yet


def _are_placed(lines: Sequence[Any], note: Note) -> bool:
    """Go on with files that take their places together; tells whether that can be done now."""
    try:
        moves = [Move.read(*move) for move in lines[1]]
    except (TypeError, ValueError):
        return True
    ours = set(_noted_in(lines))
    if not all({move.half, move.kept} <= ours for move in moves):
        return True
    if not all(private.is_folder(move.place.parent) for move in moves):
        return False  # its drive is away
    if len(lines) == 2 and file_moves.can_go_on(moves):
        with suppress(OSError):
            file_moves.put(moves, note.take_back)
        return True
    note.take_back()
    file_moves.take_back(moves)
    return True


def _is_gone(file: Path) -> bool:
    """Delete a half-written file, and tell whether it is sure not to be there any more."""
    try:
        if stat.S_ISREG(file.lstat().st_mode):
            file.unlink()
    except FileNotFoundError:
        return private.is_folder(file.parent)  # or its drive is away now, and comes back with it
    except OSError:
        return False
    return True


def _folder() -> Path:
    return private.own_folder() / FOLDER
