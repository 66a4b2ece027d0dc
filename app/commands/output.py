"""What the commands print, and how they end."""

import contextlib
import io
import os
import sys
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from app.errors import sentence
from app.models.problem import Problem
from app.models.text_form import isolated
from app.words import say

# Exit codes.
DONE: Final = 0
PROBLEM: Final = 1
USAGE: Final = 2
INTERRUPTED: Final = 130


def cell(value: object, language: str) -> str:
    """Return a figure as it is read: two decimals half away from zero, undefined in words."""
    if value is None:
        return say("n/a")
    if value is True:
        return say("yes")
    if value is False:
        return say("no")
    if isinstance(value, float):
        rounded = Decimal(repr(value)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        text = str(rounded if rounded else abs(rounded))
        return text.replace(".", ",") if language == "nl" else text
    return isolated(str(value))


def heading(title: str, file: str) -> str:
    """Return the line above what is printed of a map."""
    return f"{isolated(title)}  ({isolated(file)})"


def tell(problem: Problem) -> None:
    """Print what is wrong on one line of stderr."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(" ".join(sentence(problem).split()), file=sys.stderr, flush=True)


def speak_utf8() -> None:
    """Print any character, also where the system speaks ASCII or a code page of its own."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def flush() -> None:
    """Let everything that was printed go out now."""
    if sys.stdout is not None:
        sys.stdout.flush()


def let_go_of_stdout() -> None:
    """Point stdout nowhere, or Python complains when it empties its buffer at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def speak(chosen: str | None) -> str:
    """Speak the chosen language, without what Qt has to say about the system's own."""
    from PySide6.QtCore import qInstallMessageHandler

    from app.language import install_for_commands

    handler = qInstallMessageHandler(lambda *_: None)
    try:
        return install_for_commands(chosen)
    finally:
        qInstallMessageHandler(handler)
