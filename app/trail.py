"""What led to a fault of ours: the last things done, as codes from the code, never a word of a map.

    trail.note("edit", edit.action)

The last of them stand in the report of a fault, with how long before it they were. What is no code
(a name, a text, a path) does not come in, whoever passes it.
"""

import logging
import re
import time
from collections import deque
from typing import Final

MOST: Final = 40
_CODE: Final = re.compile(r"[a-z]+(?:[_,.:-][a-z]+)*")
_LONGEST: Final = 60
NO_CODE: Final = "?"
"""What stands for what should have been a code and was none."""


class _LastOnes(logging.Handler):
    """Keeps the last things that were noted, and hands none of them on."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: deque[tuple[float, str]] = deque(maxlen=MOST)

    def emit(self, record: logging.LogRecord) -> None:
        self.kept.append((record.created, record.getMessage()))


_ones: Final = _LastOnes()
_log: Final = logging.getLogger("kring")
_log.setLevel(logging.INFO)
_log.propagate = False  # a desktop keeps what its programs print
_log.addHandler(_ones)


def note(what: str, code: str = "") -> None:
    """Note that something was done: what kind of thing, and its code."""
    words = [word if is_code(word) else NO_CODE for word in (what, code) if word]
    _log.info("%s", " ".join(words))


def is_code(word: str) -> bool:
    """Tell whether a word has the form of the codes in which actions and problems are named."""
    return len(word) <= _LONGEST and _CODE.fullmatch(word) is not None


def told() -> str:
    """Return the last notes, a line each, with how many seconds ago each was made."""
    now = time.time()
    return "".join(f"{now - then:9.1f} s before: {line}\n" for then, line in [*_ones.kept])


def forget() -> None:
    """Forget what was noted."""
    _ones.kept.clear()
