"""Kring's own files and folders: nobody but this person reads them, from the first byte.

What is made here is 0600 or 0700 whatever the account's umask says; in Windows the folder of a
person is private by itself. What stands where such a file should be and is no plain file (a pipe,
a link, a folder) is not Kring's: it is neither read nor changed, and named instead.
"""

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final

from app.models.problem import Problem

FILE: Final = 0o600
FOLDER: Final = 0o700

# What a system does not have counts as nothing.
_SAFELY: Final = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # or a pipe that nobody writes to would be waited for
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; the ones that are there already stay as they are."""
    missing: list[Path] = []
    for one in (folder, *folder.parents):
        if one.exists():
            break
        missing.append(one)
    for one in reversed(missing):
        one.mkdir(mode=FOLDER, exist_ok=True)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "no folder", str(folder))


def create(path: Path) -> BinaryIO:
    """Make a file that is not there yet, and open it to write. Raises `OSError`."""
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _SAFELY, FILE), "w+b")


def open_kept(path: Path) -> BinaryIO:
    """Open a file to hold on to (a lock), made where there is none.

    Raises `OSError`, and `Problem("in_the_way")`.
    """
    check_plain(path)
    file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | _SAFELY, FILE), "r+b")
    tighten(path)
    return file


def read(path: Path, most: int) -> bytes:
    """Return the content of a file of Kring's own, at most so many bytes.

    Raises `OSError`, and `Problem("in_the_way")`; it never waits.
    """
    check_plain(path)
    with os.fdopen(os.open(path, os.O_RDONLY | _SAFELY), "rb") as file:
        return file.read(most)


def flush_folder(folder: Path) -> None:
    """Let what was named, renamed or removed in a folder survive a power cut, where it can."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # Windows opens no folders
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)


def check_plain(path: Path) -> None:
    """Raise `Problem("in_the_way")` where something other than a plain file stands."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise Problem("in_the_way", path=path)


def is_file(path: Path) -> bool:
    """Tell whether there is a file; what may not be looked at counts as not there."""
    return _is(stat.S_ISREG, path.stat)


def is_folder(path: Path, *, through_links: bool = True) -> bool:
    """Tell whether there is a folder; what may not be looked at counts as not there."""
    return _is(stat.S_ISDIR, path.stat if through_links else path.lstat)


def _is(kind: Callable[[int], bool], look: Callable[[], os.stat_result]) -> bool:
    try:
        return kind(look().st_mode)
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return False


def home() -> Path:
    """Return the folder of the person, or the root for an account that has none."""
    try:
        return Path.home()
    except RuntimeError:
        return Path("/")


_guest_in: Path | None = None


def keep_all_in(folder: Path | None) -> None:
    """Keep everything of Kring's own in this folder from now on, and nothing on this computer.

    For a computer that is somebody else's too: maps, backups, settings and notes lie on a stick.
    """
    global _guest_in
    _guest_in = folder


def guest_folder() -> Path | None:
    """Return the folder everything is kept in while nothing stays on this computer, or None."""
    return _guest_in


def own_folder() -> Path:
    """Return the folder of Kring's own things: maps, backups, notes, results that were shown."""
    if _guest_in is not None:
        return _guest_in
    from platformdirs import user_data_path  # after the first paint

    return user_data_path("Kring", appauthor=False)


def config_folder() -> Path:
    """Return the folder for settings on Linux, after the specification of freedesktop.org."""
    named = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return named if named.is_absolute() else home() / ".config"


def tighten(path: Path) -> None:
    """Take a file or folder that is there from everybody but this person, where it is theirs."""
    if sys.platform == "win32":
        return
    try:
        there = path.lstat()
        others = stat.S_IMODE(there.st_mode) & 0o077
        if others and not stat.S_ISLNK(there.st_mode) and there.st_uid == os.getuid():
            path.chmod(stat.S_IMODE(there.st_mode) & ~0o077)
    except OSError:
        return  # not there, or on a drive that knows no owners


def resolved(path: Path) -> Path:
    """Return a path with all links followed. Raises `OSError`, also for links in a ring."""
    try:
        found = path.resolve()
    except RuntimeError as error:  # Python before 3.13
        raise OSError(errno.ELOOP, "links in a ring", str(path)) from error
    if any(one.is_symlink() for one in (found, *found.parents)):  # what 3.13 and later leave
        raise OSError(errno.ELOOP, "links in a ring", str(path))
    return found


def take(file: BinaryIO) -> bool:
    """Take an open file for this process alone, and tell whether that worked.

    The system lets go of it when the file is closed, and when the process dies.
    """
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
    else:
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
