"""What was said on the command line."""

import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from app import VERSION, launch

COMMANDS = ("convert", "export", "analyse", "measure", "group", "compare", "picture", "report")
"""Words that make `kring` a command without a window."""

USAGE = """\
kring [--library FILE] [FILE.kring ...]   draw and look at maps
kring --portable FOLDER [FILE.kring ...]  keep all in a folder, leave nothing here
kring --version                           say which Kring this is
kring convert --help                      make .kring files from those of other programs
kring export --help                       write maps for other programs
kring analyse --help                      print the measures of maps
kring measure --help                      compute the measures of many maps
kring group --help                        print what the maps of a group say together
kring compare --help                      lay two maps beside each other
kring picture --help                      draw a map as PNG, SVG or PDF
kring report --help                       write a report as PDF or Word
"""


class UsageError(Exception):
    """The command line cannot be understood."""


def parsed(given: Sequence[str]) -> tuple[Path | None, list[Path] | None]:
    """Return the library and the files that were named; None, None where only a word is asked."""
    library: Path | None = None
    files: list[Path] = []
    rest = iter(given)
    for word in rest:
        if word in ("-h", "--help", "--version"):
            return None, None
        if word == "--library":
            library = _named(next(rest, ""), word)
        elif word.startswith("--library="):
            library = _named(word.partition("=")[2], "--library")
        elif word == "--portable":
            _named(next(rest, ""), word)
        elif word.startswith("-"):
            raise UsageError(f"unknown option {word}")
        else:
            files.append(Path(word))
    return library, files


def answer_for(given: Sequence[str]) -> str:
    """Return the answer to who asks for the version, or for help."""
    if "--version" not in given:
        return USAGE
    return f"Kring {VERSION} (Python {sys.version.split()[0]}, {launch.way()})\n"


def portable(given: Sequence[str]) -> Path | None:
    """Return the folder that everything is to be kept in, if one was named."""
    named = dict(pairwise(given)).get("--portable")
    return None if named is None else Path(named).absolute()


def _named(said: str, option: str) -> Path:
    if not said or said.startswith("-"):
        what = "file" if option == "--library" else "folder"
        raise UsageError(f"{option} wants the name of a {what}")
    return Path(said)
