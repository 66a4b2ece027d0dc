"""What earlier versions left in the folder for temporary files: whole maps, with all names.

They made a report in a folder there, and a Kring that was killed meanwhile left it. Anybody may
keep something there under any name. So only a folder goes that is this person's alone, holds what
those versions wrote and nothing else, is older than a day, and that no process was started for.
"""

import os
import re
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_FOLDER: Final = re.compile(r"kring-[a-z0-9_]{8}")
_FILE: Final = re.compile(
    r"now\.kring|before\.kring|report\.pdf|report\.docx|\d{3}\.png|\.kring-[0-9a-f]{32}\.tmp"
)
_A_DAY: Final = 86_400


def clear_old_reports() -> None:
    """Delete the folders in which earlier versions left a report half made."""
    try:
        found = [one for one in Path(tempfile.gettempdir()).iterdir() if _is_left(one)]
    except OSError:
        return
    for folder in found:
        if not _is_in_use(folder):
            with suppress(OSError):
                for file in folder.iterdir():
                    file.unlink()
                folder.rmdir()


def _is_left(folder: Path) -> bool:
    """Tell whether a folder is one of those, and nothing else can be."""
    if not _FOLDER.fullmatch(folder.name):
        return False
    try:
        there = folder.lstat()
        if not (stat.S_ISDIR(there.st_mode) and _is_mine(there) and _is_old(there)):
            return False
        if sys.platform != "win32" and stat.S_IMODE(there.st_mode) != 0o700:
            return False
        files = {file.name: file.lstat() for file in folder.iterdir()}
    except OSError:
        return False
    return "now.kring" in files and all(
        _FILE.fullmatch(name) and stat.S_ISREG(file.st_mode) and _is_mine(file) and _is_old(file)
        for name, file in files.items()
    )


def _is_mine(there: os.stat_result) -> bool:
    return sys.platform == "win32" or there.st_uid == os.getuid()


def _is_old(there: os.stat_result) -> bool:
    return time.time() - there.st_mtime > _A_DAY


def _is_in_use(folder: Path) -> bool:
    """Tell whether a process was started for this folder, where the system says so."""
    return any(os.fsencode(folder) in words for words in _command_lines())


def _command_lines() -> Iterator[bytes]:
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            yield process.read_bytes()
