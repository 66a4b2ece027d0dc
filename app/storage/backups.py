"""Copies of the library: one a day, one before each upgrade, and one of them put back."""

import glob
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from typing import Final

from app import private
from app.models.problem import Problem
from app.storage.disk import COMPANIONS, beside, connect, drop, explained, family, locked, reading
from app.storage.upgrades import examine

DAYS_KEPT: Final = 10
"""How many days with a backup are kept; backups made before an upgrade all stay."""


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


def set_aside(path: Path) -> Path:
    """Rename a library that cannot be read, with what belongs to it, and return its new place.

    The new name is one that nothing has yet. Raises `Problem`: `library_missing`,
    `library_in_use`, `library_not_writable`, `disk_error`.
    """
    with locked(path):
        if not family(path):
            raise Problem("library_missing", path=path)
        return move_aside(path)


def move_aside(path: Path) -> Path:
    """Do as `set_aside` for a library whose lock is held."""
    with explained(path):
        for number in count(1):
            extra = "" if number == 1 else f"-{number}"
            new = path.with_stem(f"{path.stem}-damaged-{_today()}{extra}")
            if not family(new):
                break
        for file in family(path):
            file.rename(beside(new, file.name.removeprefix(path.name)))
        return new


def back_up(path: Path) -> Path:
    """Make or renew the backup of today, drop those of long ago, and return it.

    It is written under another name and looked at before it takes the place of an earlier one.
    Raises `Problem` as `copy_library`.
    """
    made = _back_up_as(path, f"{path.stem}-{_today()}{path.suffix}")
    with explained(made):
        daily = [file for _, version, file in _backups(path) if not version]
        for file in daily[DAYS_KEPT:]:
            file.unlink()
    return made


def back_up_before_upgrade(path: Path, version: int) -> Path:
    """Make a backup of a library that is about to leave `version`, and return it."""
    return _back_up_as(path, f"{path.stem}-{_today()}-version-{version}{path.suffix}")


def keep_private(path: Path) -> None:
    """Take a library and all that Kring keeps beside it from everybody but this person.

    Earlier versions left them as the account has it. A folder is only closed to others where all
    in it is Kring's: who keeps a library among their documents shares those as they like.
    """
    folder = path.parent / "backups"
    ours = [*path.parent.glob(f"{glob.escape(path.stem)}*"), *_files_in(folder)]
    for file in ours:
        if private.is_file(file) and path.suffix in file.name:
            private.tighten(file)
    for place in (folder, path.parent):
        if all(_is_ours(file, path) for file in _files_in(place)):
            private.tighten(place)


def _files_in(folder: Path) -> list[Path]:
    try:
        return [] if folder.is_symlink() else list(folder.iterdir())
    except OSError:
        return []


def _is_ours(file: Path, path: Path) -> bool:
    """Tell whether a file has a name that only Kring gives to what belongs to a library."""
    is_named_so = file.name.startswith(path.stem) and path.suffix in file.name
    return is_named_so or file.name in ("backups", "unfinished", "kring-report.txt")


def last_good_backup(path: Path) -> Path | None:
    """Return the newest backup of a library that can be read, or None."""
    for _, _, file in _backups(path):
        try:
            with reading(file) as connection:
                examine(connection, file)
        except Problem:
            continue
        return file
    return None


def restore_backup(backup: Path, path: Path) -> None:
    """Put a backup in the place of a library; what is there now is set aside, never lost.

    Raises `Problem`: `library_damaged` and so on for the backup, `library_in_use`,
    `library_not_writable`, `disk_full` and so on for `path`.
    """
    with locked(path), _copied(backup, path) as copy:
        if family(path):
            move_aside(path)
        with explained(path):
            copy.replace(path)


def _back_up_as(path: Path, name: str) -> Path:
    made = path.parent / "backups" / name
    with _copied(path, made) as copy, explained(made):
        # Somebody may have opened the backup of this morning.
        for ending in COMPANIONS:
            beside(made, ending).unlink(missing_ok=True)
        copy.replace(made)
    return made


@contextmanager
def _copied(path: Path, to: Path) -> Iterator[Path]:
    """Give a sound copy of `path` beside `to`, to be renamed; what is left is removed."""
    fresh = beside(to, ".new")
    with reading(path) as source:
        examine(source, path)
        drop(fresh)
        try:
            with explained(to):
                private.make_folder(to.parent)
            with explained(to), closing(connect(fresh, "mode=rwc")) as copy:
                source.backup(copy)
                # One file by itself, which can be read where nothing may be written.
                copy.execute("PRAGMA journal_mode=DELETE")
                examine(copy, to)
            yield fresh
        finally:
            drop(fresh)


def _backups(path: Path) -> list[tuple[str, str, Path]]:
    """Return day, version (or nothing) and file of every backup of `path`, the newest first."""
    pattern = re.compile(
        rf"{re.escape(path.stem)}-(\d{{4}}-\d\d-\d\d)(-version-\d+)?{re.escape(path.suffix)}"
    )
    folder = path.parent / "backups"
    if not folder.is_dir():
        return []
    with explained(folder):
        found = [
            ((match[1], file.stat().st_mtime_ns), match[2] or "", file)
            for file in folder.iterdir()
            if (match := pattern.fullmatch(file.name))
        ]
    return [(day, version, file) for (day, _), version, file in sorted(found, reverse=True)]


def _today() -> str:
    return date.today().isoformat()  # noqa: DTZ011 (a clock set oddly has no time zone Python takes)
