"""How many calls of ours something takes: on a busy machine as on a quiet one the same."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import app

_OURS = str(Path(app.__file__).parent)
_WITHIN = frozenset(("<listcomp>", "<dictcomp>", "<setcomp>"))
"""What is a call by itself only up to Python 3.11: later it is part of the function around it."""


def calls_in(work: Callable[[], object]) -> Counter[str]:
    """Return how often `work` calls functions of the app, by module: `views/map/view`."""
    found: Counter[str] = Counter()

    def note(frame: FrameType, event: str, _: object) -> None:
        file = frame.f_code.co_filename
        if event == "call" and file.startswith(_OURS) and frame.f_code.co_name not in _WITHIN:
            found[file[len(_OURS) + 1 : -len(".py")]] += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return found
