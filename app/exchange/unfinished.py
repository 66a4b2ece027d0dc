"""A note of what is being written, so that a Kring that was killed leaves nothing half behind.

A file is written under another name first, beside the one whose place it takes: in somebody's
folder, or on their stick. Whoever is killed in between cannot clear it away. So what these files
are called is noted in Kring's own folder first, and the next start deletes what it finds noted.
Nothing else is deleted: what is not noted may be anybody's.
"""

import json
import os
import re
import stat
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from app import private
from app.models.problem import Problem

FOLDER: Final = "unfinished"
_NAMED: Final = re.compile(r"\.kring-[0-9a-f]{32}\.tmp")
_MOST: Final = 10_000_000
"""Bytes of a note that are read: as many files as a course has, with long names."""


def half_named(path: Path) -> Path:
    """Return what a file is called beside `path` until it is whole."""
    return path.with_name(f".kring-{uuid.uuid4().hex}.tmp")


@contextmanager
def noted(files: Sequence[Path]) -> Iterator[None]:
    """Note the names of half-written files as long as they may be there.

    Where nothing can be noted, they are written all the same.
    """
    note = _folder() / uuid.uuid4().hex
    try:
        private.make_folder(note.parent)
        held = private.create(note)
    except (OSError, RuntimeError):
        yield
        return
    try:
        with suppress(OSError):
            private.take(held)
            held.write(json.dumps([str(file.absolute()) for file in files]).encode())
            held.flush()
        yield
    finally:
        held.close()
        if not any(map(os.path.lexists, files)):
            with suppress(OSError):
                note.unlink()


def clear() -> None:
    """Delete what a Kring that is gone left half written; what another one writes now stays."""
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
        content = held.read(_MOST)
    try:
        names = json.loads(content or b"[]")
        files = [Path(name) for name in names if _NAMED.fullmatch(Path(name).name)]
    except (ValueError, TypeError, RecursionError):
        files = []  # killed before it was whole: then nothing was written yet
    if all(list(map(_is_gone, files))):
        note.unlink()


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
    from platformdirs import user_data_path

    return user_data_path("Kring", appauthor=False) / FOLDER
