"""Copies of the library, made while it is used, before each upgrade, and put back."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from app import private
from app.models.history import History
from app.models.network import Map
from app.models.problem import Problem
from app.storage import companions, content, sealed_library
from app.storage.disk import (
    beside,
    connect,
    drop,
    explained,
    family,
    locked,
    patiently,
)
from app.storage.log_owner import reading
from app.storage.upgrades import examine, newest

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.models.groups import Group

DAYS_KEPT: Final = 10
"""Of how many days the first and the last backup are kept; those before an upgrade all stay."""

PEAKS_KEPT: Final = 5
"""How many older ones are kept that hold more than every later one."""


class Backup(NamedTuple):
    """A backup as its name tells it."""

    number: int
    """Counts up: what is newer is told by this and never by a date, for clocks jump."""
    day: str
    made: int
    version: str
    sound: bool
    """Whether every map and group could be read when it was made."""
    file: Path


def copy_library(path: Path, to: Path) -> None:
    """Write a consistent copy of a library to a new file, also while another Kring uses it.

    Raises `Problem`: `file_exists` where `to` is there already, `library_missing`,
    `library_damaged` and so on for `path`, `disk_full` and so on for `to`.
    """
    with explained(to):
        if family(to):
            raise Problem("file_exists", path=to)
    with _copied(path, to) as copy, explained(to):
        copy.replace(to)


def copy_aside(path: Path) -> Path:
    """Copy a library that is open, as it is, to a name nothing has yet, and return that."""
    with explained(path):
        new = companions.unused(path, "damaged")
    copy_library(path, new)
    return new


def back_up(path: Path, source: sqlite3.Connection | None = None) -> Backup:
    """Make a backup, drop those that are no longer needed, and return it.

    `source` is a connection to the library where its file may be gone. It is written under
    another name, and looked at before it gets its own; it never takes the place of another one.
    Raises `Problem` as `copy_library`.
    """
    made = _back_up_as(path, "", source)
    _drop_old(path)
    return made


def back_up_before_upgrade(path: Path, version: int) -> Path:
    """Make a backup of a library that is about to leave `version`, and return it."""
    return _back_up_as(path, f"-version-{version}").file


def backups_of(path: Path) -> list[Backup]:
    """Return the backups of a library, the newest first."""
    pattern = re.compile(
        rf"{re.escape(path.stem)}-(?:(\d{{6,}})-)?(\d{{4}}-\d\d-\d\d)(-version-\d+)?(-damaged)?"
        + re.escape(path.suffix)
    )
    folder = path.parent / companions.FOLDER
    with explained(folder):
        if not folder.is_dir():
            return []
        found = [
            Backup(
                int(match[1] or 0),
                match[2],
                file.stat().st_mtime_ns,
                match[3] or "",
                not match[4],
                file,
            )
            for file in folder.iterdir()
            if (match := pattern.fullmatch(file.name))
        ]
    return sorted(found, key=lambda b: (b.number, b.day, b.made), reverse=True)


def last_good_backup(path: Path) -> Path | None:
    """Return the newest backup of which every map and group can be read, or None.

    One with nobody in it comes after those with somebody. Where none is sound, it is the newest
    that can be read at all.
    """
    empty: Path | None = None
    partly: Path | None = None
    for backup in backups_of(path):
        try:
            with closing(patiently(partial(content.snapshot, backup.file))) as held:
                is_sound = not content.damaged(held, backup.file)
                holds = content.worth(held) > 0
        except Problem as problem:
            if problem.code == "library_locked" and backup.sound:
                return backup.file  # its name says so, and what is in it asks for the password
            continue
        if is_sound and holds:
            return backup.file
        empty = empty or (backup.file if is_sound else None)
        partly = partly or backup.file
    return empty or partly


def last_good_map(path: Path, network_id: str) -> tuple[Backup, Map, History]:
    """Return a map from the newest backup in which it can be read.

    Raises `Problem("map_in_no_backup")`.
    """
    for backup in backups_of(path):
        with suppress(Problem):
            return (backup, *map_in(backup.file, network_id))
    raise Problem("map_in_no_backup", id=network_id)


def map_in(file: Path, network_id: str) -> tuple[Map, History]:
    """Return a map of a backup. Raises `Problem` as `load` and `explained`."""
    with _reading(file) as ours:
        return content.load(ours, network_id, file)


def last_good_group(path: Path, group_id: str) -> "Group | None":
    """Return a group from the newest backup in which all of it can be read, if there is one."""
    from app.storage import group_rows

    for backup in backups_of(path):
        with suppress(Problem), _reading(backup.file) as ours:
            return group_rows.group_in(ours, group_id)
    return None


@contextmanager
def _reading(file: Path) -> Iterator["Connection"]:
    with (
        closing(patiently(partial(content.snapshot, file))) as held,
        explained(file),
        content.unwrapped(),
        closing(content.engine_of(held).connect()) as ours,
        ours.begin(),
    ):
        yield ours


def restore_backup(backup: Path, path: Path) -> None:
    """Put a backup in the place of a library; what is there now is kept aside, never lost.

    At every moment there is a whole library in its place: the old one or the backup.
    Raises `Problem`: `library_damaged` and so on for the backup, `library_in_use`,
    `library_not_writable`, `disk_full` and so on for `path`.
    """
    with locked(path) as held:
        companions.fold(path, held)
        companions.keep_aside(path)
        put_copy(backup, path)


def erase_map(path: Path, network_id: str) -> tuple[Path, ...]:
    """Delete a map for good from every copy of a library that Kring keeps, of whatever version.

    Those are the backups and what was set aside, not a copy that somebody works in. Returns the
    files that may still hold it, as they cannot be read.
    """
    return tuple(file for file in companions.copies_of(path) if not _is_erased(file, network_id))


def _is_erased(file: Path, network_id: str) -> bool:
    """Delete a map from one file, and tell whether nothing of it can be left there."""
    try:
        before = file.stat()
        for one in family(file):
            private.check_plain(one)
        if not _holds(file, network_id):
            return True
        with closing(connect(file, "mode=rw")) as held:
            held.execute("PRAGMA secure_delete=ON")
            if sealed_library.is_sealed(file):
                with closing(sealed_library.SealedLibrary(held, file)) as library:
                    _delete_map(library.inside, network_id)
                    library.keep()
            else:
                _delete_map(held, network_id)
            held.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            held.execute("PRAGMA journal_mode=DELETE")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))  # it tells when it was made
        return not _holds(file, network_id)
    except (OSError, sqlite3.Error, Problem):
        return False


def _holds(file: Path, network_id: str) -> bool:
    """Tell whether the id of a map stands anywhere in a file, or in what is sealed in it."""
    if sealed_library.is_sealed(file):
        with reading(file) as held:
            return network_id.encode() in sealed_library.content_in(held, file)
    return any(network_id.encode() in one.read_bytes() for one in family(file))


def _delete_map(held: sqlite3.Connection, network_id: str) -> None:
    held.execute("PRAGMA foreign_keys=ON")
    held.execute("DELETE FROM map WHERE id = ?", (network_id,))


def put_copy(source: Path, path: Path) -> None:
    """Put a copy of one library in the place of another, in one go; only with the lock held."""
    with _copied(source, path) as copy, explained(path):
        companions.drop_companions(path)
        copy.replace(path)
        private.flush_folder(path.parent)


def _back_up_as(path: Path, words: str, source: sqlite3.Connection | None = None) -> Backup:
    folder = path.parent / companions.FOLDER
    with _copied(path, folder / f"{path.stem}{path.suffix}", source) as copy:
        damaged = patiently(partial(_damaged_in, copy))
        words += "-damaged" if damaged else ""
        with explained(folder):
            number = 1 + max((backup.number for backup in backups_of(path)), default=0)
            day = companions.today()
            made = folder / f"{path.stem}-{number:06}-{day}{words}{path.suffix}"
            copy.replace(made)
            return Backup(number, day, made.stat().st_mtime_ns, words, not damaged, made)


def _damaged_in(copy: Path) -> tuple[str, ...]:
    """Return the maps and groups that cannot be read in a copy; of an older one nobody knows."""
    with (
        explained(copy),
        closing(connect(copy, "immutable=1")) as held,
        sealed_library.looked_into(held, copy) as inside,
    ):
        current = inside.execute("PRAGMA user_version").fetchone()[0] == newest()
        return content.damaged(inside, copy) if current else ()


@contextmanager
def _copied(path: Path, to: Path, source: sqlite3.Connection | None = None) -> Iterator[Path]:
    """Give a sound copy of `path` beside `to`, to be renamed; what is left is removed."""
    fresh = beside(to, ".new")
    drop(fresh)
    try:
        with explained(to):
            private.make_folder(to.parent)
        if source is not None:
            _copy(source, fresh, to)
        else:
            patiently(partial(_copy_file, path, fresh, to))
        yield fresh
    finally:
        drop(fresh)


def _copy_file(path: Path, fresh: Path, to: Path) -> None:
    with reading(path) as source:
        examine(source, path)
        _copy(source, fresh, to)


def _copy(source: sqlite3.Connection, fresh: Path, to: Path) -> None:
    drop(fresh)
    with explained(to), closing(connect(fresh, "mode=rwc")) as copy:
        source.backup(copy)
        # One file by itself, which can be read where nothing may be written.
        copy.execute("PRAGMA journal_mode=DELETE")
        examine(copy, to)


def _drop_old(path: Path) -> None:
    """Delete the backups that neither their day nor what they hold keeps."""
    made = [backup for backup in backups_of(path) if not backup.version]
    made = [backup for backup in made if not _is_locked(backup.file)]
    try:
        kept = _kept(made)
    except Problem:
        return  # what cannot be looked at now is not thrown away either
    for backup in set(made) - kept:
        with explained(backup.file):
            drop(backup.file)


def _is_locked(file: Path) -> bool:
    """Tell whether a backup has a password of another library; it stays."""
    try:
        with explained(file):
            sealed_library.check_unlocked(file)
    except Problem as problem:
        return problem.code == "library_locked"
    return False


def _kept(made: list[Backup]) -> set[Backup]:
    """Return the backups that stay, the newest first.

    The first and the last of the latest days, the last that is sound, and what holds more than
    every later one: so a library that was emptied pushes nothing out.
    """
    kept: set[Backup] = set()
    for day in list(dict.fromkeys(backup.day for backup in made))[:DAYS_KEPT]:
        of_day = [backup for backup in made if backup.day == day]
        kept |= {of_day[0], of_day[-1]}
    kept |= set([backup for backup in made if backup.sound][:1])
    peaks: list[Backup] = []
    most = -1
    for backup in made:
        holds = _worth(backup)
        if holds > most:
            most = holds
            peaks.append(backup)
    return kept | set(peaks[-PEAKS_KEPT:])


def _worth(backup: Backup) -> int:
    try:
        with (
            reading(backup.file) as held,
            explained(backup.file),
            sealed_library.looked_into(held, backup.file) as inside,
        ):
            return content.worth(inside)
    except Problem as problem:
        if problem.code != "library_damaged":
            raise
        return 0
