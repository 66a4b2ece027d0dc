"""What stands beside a library: kept private, set aside, its log folded in or parted from it."""

import errno
import glob
import re
import shutil
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import BinaryIO, Final

from app import private
from app.models.problem import Problem
from app.storage.disk import COMPANIONS, beside, connect, explained, family, patiently
from app.storage.log_owner import has_log_of_another, note

FOLDER: Final = "backups"


def keep_private(path: Path) -> None:
    """Take a library and all that Kring keeps beside it from everybody but this person.

    Earlier versions left them as the account has it. A folder is only closed to others where all
    in it is Kring's: who keeps a library among their documents shares those as they like.
    """
    folder = path.parent / FOLDER
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
    return is_named_so or file.name in (FOLDER, "unfinished", "kring-report.txt")


def keep_aside(path: Path, word: str = "damaged") -> Path | None:
    """Copy a library and what belongs to it to a name nothing has yet, and return that.

    A disk that does not give the file cannot have it copied; it is then renamed. Only for who
    holds the lock. Raises `Problem` as `explained`; returns None where there is nothing.
    """
    with explained(path):
        new = unused(path, word)
        there = family(path)
        for file in there:
            to = beside(new, file.name.removeprefix(path.name))
            try:
                private.check_plain(file)
                shutil.copy2(file, to)
                private.tighten(to)
            except OSError as error:
                to.unlink(missing_ok=True)
                if error.errno != errno.EIO:
                    raise
                file.rename(to)
        return new if there else None


def move_aside(path: Path, word: str, files: Sequence[Path]) -> Path:
    """Rename files that stand in the place of a library to a name nothing has, and return that."""
    with explained(path):
        new = unused(path, word)
        for file in files:
            file.rename(beside(new, file.name.removeprefix(path.name)))
        return new


def drop_companions(path: Path) -> None:
    """Delete what SQLite keeps beside a file that another one is about to replace.

    Before, and through to the disk: beside the new file it would be played into that. Raises
    `OSError`.
    """
    for file in family(path):
        if file != path:
            file.unlink()
    private.flush_folder(path.parent)


def part_from_log(path: Path, held: BinaryIO) -> Path | None:
    """Set aside a log that is not of the file in this place, and return under which name.

    A Kring that was cut off leaves its log behind. Where another program put another file in the
    place of the library since, or wrote over it, SQLite would write into that one what belongs to
    the old one. `held` is the lock.
    """
    parted = None
    if has_log_of_another(path):
        parted = move_aside(path, "damaged", [file for file in family(path) if file != path])
    with explained(path):
        note(held, path)  # whoever holds the lock is about to write to the file
    return parted


def fold(path: Path, held: BinaryIO) -> None:
    """Write what stands in the log or the journal of a library into its file.

    Nothing is missing then where that file is all that is left. Of a damaged one nothing is
    expected. `held` is the lock. Raises `Problem` as `explained`.
    """
    part_from_log(path, held)
    if path.is_file() and len(family(path)) > 1:
        patiently(partial(_fold, path))


def _fold(path: Path) -> None:
    try:
        with explained(path):
            for file in family(path):
                private.check_plain(file)
            with closing(connect(path, "mode=rw")) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except Problem as problem:
        if problem.code != "library_damaged":
            raise


def copies_of(path: Path, *, worked_in: bool = False) -> list[Path]:
    """Return the copies Kring keeps of a library: its backups and what was set aside.

    With those that somebody may work in, if asked.
    """
    named = _named_as_copy(path)
    return [
        file
        for file in _beside(path)
        if named.fullmatch(file.name)
        and private.is_file(file)
        and (worked_in or not is_worked_in(path, file))
    ]


def is_worked_in(path: Path, file: Path) -> bool:
    """Tell whether a copy is one that was made to work in, by its name."""
    match = _named_as_copy(path).fullmatch(file.name)
    return match is not None and not match["made"]


def is_set_aside(path: Path, file: Path) -> bool:
    """Tell whether a copy is one that was found in the place of a library, by its name."""
    match = _named_as_copy(path).fullmatch(file.name)
    return match is not None and bool(match["why"])


def leftovers_of(path: Path) -> list[Path]:
    """Return the half-written files that a Kring left beside a library when it was cut off."""
    named = re.compile(rf"(.+)\.new(?:{'|'.join(COMPANIONS)})?")
    ours = _named_as_copy(path)
    found = ((file, named.fullmatch(file.name)) for file in _beside(path))
    return [
        file
        for file, match in found
        if match and (match[1] == path.name or ours.fullmatch(match[1])) and private.is_file(file)
    ]


def _beside(path: Path) -> list[Path]:
    folders = (path.parent / FOLDER, path.parent)
    return [file for folder in folders if folder.is_dir() for file in sorted(folder.iterdir())]


def _named_as_copy(path: Path) -> re.Pattern[str]:
    """Match the names Kring gives to copies of a library, and no library of another name."""
    made = r"-(?:(?:(?P<why>damaged|other|before)|\d{6,})-)?\d{4}-\d\d-\d\d.*"
    stem, suffix = re.escape(path.stem), re.escape(path.suffix)
    return re.compile(rf"{stem}(?:(?:-copy-\d+)*(?P<made>{made})|(?:-copy-\d+)+){suffix}")


def unused(path: Path, word: str) -> Path:
    """Return a name beside a library that nothing has yet."""
    for number in count(1):
        extra = "" if number == 1 else f"-{number}"
        new = path.with_stem(f"{path.stem}-{word}-{today()}{extra}")
        if not family(new):
            return new
    raise AssertionError


def today() -> str:
    """Return the day as it stands in names of files."""
    return date.today().isoformat()  # noqa: DTZ011 (a clock set oddly has no time zone Python takes)
