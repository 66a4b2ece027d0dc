"""Kills a Kring at every system call with which one file takes the place of a library.

`python -m tests.storage.kill_replacing WHAT STRIDE ...`: each WHAT is one of `CASES`. Wants
`failing.so` preloaded (see failing.c). The library is of a Kring that was killed: what it did last
stands in the log alone. After each kill it is opened: what is found must be all of the old one or
all of the new one, sound, and every map must be there still under some name.
"""

import ctypes
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.models.problem import Problem
from app.storage.backups import backups_of, restore_backup
from app.storage.disk import APPLICATION_ID
from app.storage.library import Library
from app.storage.opening import start_empty
from tests.models.editing import full_map

DATA = Path(__file__).parent / "data"
OLD_NETWORK = (
    "INSERT INTO network (network_id, id, series, title, moment_label, ego_label, role, subject,"
    " lines_drawn, finished, example, importance_cut, frequency_cut)"
    " VALUES ('old', 'old', 's', 'Oud', '', '', '', '', 0, 0, 0, 4, 4)"
)


def ids(path: Path) -> frozenset[str]:
    with closing(Library.open(path, read_only=True)) as library:
        return frozenset(summary.id for summary in library.summaries())


def killed_library(path: Path) -> None:
    """Leave a library with a backup, whose second map stands in the log alone."""
    with closing(Library.open(path)) as library:
        library.add(full_map("kept"))
        library.back_up()
    child = os.fork()
    if child == 0:
        library = Library.open(path)
        library.add(full_map("logged"))
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


def old_library(path: Path) -> None:
    """Leave a library of the first version, which stands in the log alone."""
    path.parent.mkdir(parents=True)
    child = os.fork()
    if child == 0:
        raw = sqlite3.connect(path, isolation_level=None)
        raw.execute("PRAGMA journal_mode=WAL")
        raw.executescript((DATA / "version_1.sql").read_text("utf-8"))
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute("PRAGMA user_version=1")
        raw.execute("INSERT INTO map VALUES ('old', 0, '2026-11-01T10:00:00+00:00', NULL)")
        raw.execute(OLD_NETWORK)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


OLD, NEW = {"kept", "logged"}, {"kept"}
CASES: dict[str, tuple[Callable[[Path], None], Callable[[Path], object], tuple[set[str], ...]]] = {
    "restore": (
        killed_library,
        lambda path: restore_backup(backups_of(path)[0].file, path),
        ({*OLD}, {*NEW}),
    ),
    "start_empty": (killed_library, start_empty, ({*OLD}, set())),
    "upgrade": (old_library, lambda path: Library.open(path).close(), ({"old"},)),
    "open": (killed_library, lambda path: Library.open(path).close(), ({*OLD},)),
}


def names_somewhere(folder: Path) -> set[str]:
    """Return the maps that stand in any file, by whatever name."""
    found: set[str] = set()
    for file in folder.rglob("*.library"):
        try:
            found |= ids(file)
        except Problem:
            continue
    return found


def run(what: str, stride: int) -> str:
    make, act, outcomes = CASES[what]
    shim, folder = ctypes.CDLL(None), Path(tempfile.mkdtemp(prefix="kring-replacing-"))
    number = 1
    seen: dict[frozenset[str], int] = {}
    while True:
        path = folder / str(number) / "swept.library"
        make(path)
        everything = set().union(*outcomes)
        child = os.fork()
        if child == 0:
            shim.failing_arm(number, 0)
            act(path)
            shim.failing_arm(0, 0)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        try:
            with closing(Library.open(path)) as library:
                found = {summary.id for summary in library.summaries()}
                assert library.damaged_maps() == ()
        except Problem as problem:
            raise AssertionError(f"{what}, call {number}: {problem}") from problem
        assert found in outcomes, f"{what}, call {number}: {found}"
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)], number
            assert raw.execute("PRAGMA foreign_key_check").fetchall() == [], number
        assert names_somewhere(path.parent) >= everything, f"{what}, call {number}: lost"
        seen[frozenset(found)] = seen.get(frozenset(found), 0) + 1
        shutil.rmtree(path.parent)
        if not os.WIFSIGNALED(status):
            break
        number += stride
    shutil.rmtree(folder)
    ends = {", ".join(sorted(found)) or "none": times for found, times in seen.items()}
    return f"{what}: killed at {number - 1} calls by {stride}; {ends}; all there"


if __name__ == "__main__":
    shim = ctypes.CDLL(None)
    for name, value in (("CALLS", "write sync name"), ("PATH", "swept"), ("HOW", "kill")):
        os.environ[f"KRING_FAIL_{name}"] = value
        shim.setenv(f"KRING_FAIL_{name}".encode(), value.encode(), 1)
    for what, stride in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        print(run(what, int(stride)), flush=True)
