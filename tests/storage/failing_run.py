"""Lets the n-th system call on the library fail, for every n, and looks at what is told and kept.

`python -m tests.storage.failing_run HOW-CALLS STRIDE ...`: HOW is `once`, or `always` where all
calls after the n-th fail too; CALLS are `read`, `write`, `sync` or `open`, and STRIDE tries every
so manieth of them. Wants `failing.so` preloaded (see failing.c). Each time a library with a history
is opened, edited, looked after, backed up and closed; then, with nothing failing, opened again.
What was told as kept must be there; what was told as not kept must not.
"""

import ctypes
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from unittest.mock import patch

from app.models.history import History
from app.models.problem import Problem
from app.storage.library import Library
from app.words.problems import SENTENCES
from tests.models.editing import Editing, full_map

STEPS = 6
UNTRUE = {
    "library_damaged",
    "map_damaged",
    "library_foreign",
    "library_gone",
    "library_newer",
    "library_not_writable",
}
"""What a sound file that may be written never is, however badly the disk gives or takes it."""


class Told(Counter[str]):
    """How often which problem was told, by what was being done."""

    def of(self, doing: str, problem: Problem) -> None:
        assert problem.code in SENTENCES, problem
        self[f"{doing}: {problem.code}"] += 1
        assert problem.code not in UNTRUE, f"{doing}: {problem} from {problem.__cause__!r}"


def session(path: Path, editing: Editing, told: Told) -> list[str]:
    """Work in a library; return what was told of each step: "kept", "not" or "unsure"."""
    try:
        library = Library.open(path)
    except Problem as problem:
        told.of("open", problem)
        return []
    outcome = []
    try:
        for number in range(STEPS):
            step = editing.next()
            try:
                library.store("network", step)
            except Problem as problem:
                told.of("step", problem)
                outcome.append("unsure" if problem.code == "disk_unsure" else "not")
                if outcome[-1] == "unsure":
                    break
            else:
                editing.follow(step)
                outcome.append("kept")
            if number == 2:
                attempt("look", library.look_after, told)
            if number == 4:
                attempt("back up", library.back_up, told)
    finally:
        attempt("close", library.close, told)
    return outcome


def attempt(doing: str, act: Callable[..., Any], told: Told) -> None:
    try:
        act()
    except Problem as problem:
        told.of(doing, problem)


def check(path: Path, editing: Editing, outcome: list[str]) -> None:
    with closing(Library.open(path)) as library:
        whole, history = library.load("network")
        assert library.damaged_maps() == ()
    if "unsure" in outcome:
        return
    assert whole == editing.whole, f"other records after {outcome}"
    assert history.edits == editing.history.edits, f"other steps after {outcome}"
    assert history.position == editing.history.position, f"other position after {outcome}"


def run(what: str, stride: int) -> None:
    how, calls = what.split("-")
    ctypes.CDLL(None).setenv(b"KRING_FAIL_CALLS", calls.encode(), 1)
    shim = ctypes.CDLL(None)
    folder = Path(tempfile.mkdtemp(prefix="kring-failing-"))
    origin = folder / "origin.library"
    begun = Editing(full_map(), History(), "failing")
    with closing(Library.open(origin)) as library:
        library.add(full_map())
        for _ in range(10):
            step = begun.next()
            library.store("network", step)
            begun.follow(step)
    told, number = Told(), 1
    outcomes: Counter[str] = Counter()
    while True:
        place = folder / str(number)
        place.mkdir()
        path = place / "swept.library"
        shutil.copy2(origin, path)
        with closing(Library.open(path, read_only=True)) as copy:
            editing = Editing(*copy.load("network"), f"failing {number}")
        shim.failing_arm(number, how == "always")
        try:
            outcome = session(path, editing, told)
        finally:
            seen = shim.failing_seen()
            shim.failing_arm(0, 0)
        check(path, editing, outcome)
        outcomes.update(outcome)
        shutil.rmtree(place)
        if seen < number:
            break
        number += stride
    shutil.rmtree(folder)
    for line, times in sorted(told.items()):
        print(f"{times:5} {line}")
    print(f"{what}: {number} calls tried by {stride}; steps: {dict(outcomes)}; all true")


if __name__ == "__main__":
    ctypes.CDLL(None).setenv(b"KRING_FAIL_PATH", b"swept.library", 1)
    for what, stride in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        with patch("time.sleep"):  # which call fails is counted, not timed
            run(what, int(stride))
