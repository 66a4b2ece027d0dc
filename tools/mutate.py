"""Break each promise of `docs/decisions` once, and see whether a test notices.

    python -m tools.mutate [WORD ...]

Works on a copy in a temporary folder. Prints *held* or *NOT HELD* for each promise (those in
which a WORD stands, where words are given), and ends with the number that nothing holds.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
_COPIED = ("app", "tests", "resources", "docs", "tools", "benchmarks")


class Promise(NamedTuple):
    """What is promised, a change that breaks it, and the tests of which one has to fail then."""

    says: str
    file: str
    old: str
    new: str
    tests: list[str]


def promises() -> list[Promise]:
    """Read the list beside this file."""
    listed = tomllib.loads((Path(__file__).parent / "promises.toml").read_text(encoding="utf-8"))
    return [Promise(**one) for one in listed["promise"]]


def is_held(promise: Promise, place: Path) -> bool:
    """Break a promise in the copy at `place`, run its tests, mend it; tell whether one failed."""
    file = place / promise.file
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace(promise.old, promise.new), encoding="utf-8")
    try:
        return not _passes(promise.tests, place)
    finally:
        file.write_text(whole, encoding="utf-8")


def _passes(tests: list[str], place: Path) -> bool:
    # A file that is written twice in one second could be taken for its own compiled form.
    settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    left_out = ("-p", "no:cacheprovider", "--deselect", "tests/test_promises.py::test_the_list")
    command = [sys.executable, "-m", "pytest", "-x", *left_out, *tests]
    return subprocess.run(command, cwd=place, env=settings, capture_output=True).returncode == 0


def main(words: list[str]) -> int:
    """Try the promises in which one of `words` stands, or all; return how many nothing holds."""
    wanted = [p for p in promises() if not words or any(word in p.says for word in words)]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        ignored = shutil.ignore_patterns("__pycache__")
        for name in _COPIED:
            shutil.copytree(ROOT / name, place / name, ignore=ignored)
        for file in ROOT.glob("*.*"):
            if file.is_file():
                shutil.copy(file, place)
        for promise in wanted:
            held = is_held(promise, place)
            failed += not held
            sys.stdout.write(f"{'held' if held else 'NOT HELD'}: {promise.says}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(wanted)} tried, {failed} not held\n")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
