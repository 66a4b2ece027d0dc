"""How this Kring was started, and what starts it again: asked here and nowhere else.

Three ways: from an **environment** of Python (`uv run kring`, `pipx`, `python main.py`); by the
**launcher** of a setup or a package, which says so with `-X kring=LAUNCHER`; or **frozen** by a
tool that makes one program of it. Reports, the file type and the bug report ask.
"""

import os
import sys
from pathlib import Path
from typing import Final

from app import RESOURCES

PLACE: Final = RESOURCES.parent
"""The folder that holds `app`, `resources` and `main.py`, whichever way it was started."""

INCOMPLETE: Final = 3
"""The exit code of a command that misses a file of Kring's own."""


def launcher() -> Path | None:
    """Return the program that started this Kring, or None in an environment."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable)
    named = sys._xoptions.get("kring")  # noqa: SLF001 (the one way to -X, documented)
    return Path(named).absolute() if isinstance(named, str) and named else None


MAPS: Final = "maps"
"""A folder of this name beside the launcher holds everything: so Kring runs from a stick."""


def beside() -> Path | None:
    """Return the folder beside the launcher that everything is kept in, where there is one."""
    program = launcher()
    folder = None if program is None else program.parent / MAPS
    return folder if folder is not None and folder.is_dir() else None


def way() -> str:
    """Return in a word how Kring was started, for reports of a fault."""
    if getattr(sys, "frozen", False):
        return "frozen"
    return "environment" if launcher() is None else "launcher"


def again(*, windowed: bool = False) -> list[str]:
    """Return the words that start this Kring once more, wherever one is then.

    A `windowed` one shows no console in Windows.
    """
    program = launcher()
    if program is not None:
        return [str(program)]
    python = Path(sys.executable)
    quiet = python.with_name("pythonw.exe")
    if windowed and sys.platform == "win32" and quiet.exists():
        python = quiet
    # A script finds what stands beside it, never what stands where one happens to be.
    return [str(python), str(PLACE / "main.py")]


def missing_part(error: BaseException) -> str | None:
    """Return the file of Kring's own that an error misses; None where it is about anything else.

    A setup that an antivirus program or a broken copy took a file from is no fault of the person's
    disk or permissions, and must not be told as one.
    """
    if isinstance(error, ImportError):
        return error.name or "?"
    if isinstance(error, FileNotFoundError | NotADirectoryError) and error.filename is not None:
        file = Path(os.path.normpath(os.fsdecode(error.filename)))
        if file.is_absolute() and any(file.is_relative_to(folder) for folder in _ours()):
            return file.name
    return None if error.__cause__ is None else missing_part(error.__cause__)


def _ours() -> list[Path]:
    """Return the folders that hold nothing but Kring and what it is made of."""
    installed = (Path(entry) for entry in sys.path if entry and Path(entry).is_absolute())
    made_of = [one for one in installed if one.name in _PACKAGES or one.match("python3*")]
    return [PLACE / "app", RESOURCES, *made_of]


_PACKAGES: Final = ("site-packages", "dist-packages", "lib")
