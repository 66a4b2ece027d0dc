"""Kills a Kring that is editing, again and again, and looks whether anything was lost.

`python -m tests.storage.kill_run restore 700 SEED` kills one that puts a backup back.
`python -m tests.storage.kill_run protect 300 SEED` one that sets, changes or removes a password.
`python -m tests.storage.kill_run sealed 1000 SEED` edits a library that has one.
`python -m tests.storage.kill_run 200` does so 200 times on one library. Each time a forked child
opens it and stores random steps, and says so after each; the parent kills it (SIGKILL) at a
random moment, makes the same steps in memory from the same seed, and compares. POSIX only.
"""

import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from app.models.history import History
from app.models.network import Map
from app.models.problem import Problem
from app.storage import keys, sealed_library
from app.storage.backups import backups_of, last_good_backup, restore_backup
from app.storage.library import Library
from tests.models.editing import Editing, full_map

CHEAP = keys.Cost(1, 8192)
MARK = "Found where it should not be"

CREATIONS = 5  # of each so many rounds, one kills a Kring that is making its library


def reopened(history: History) -> History:
    return History(history.edits, history.position, history._start)


def edit_until_killed(path: Path, seed: str, said: int) -> None:
    """The child: store steps for ever, and say each time that one is stored."""
    library = Library.open(path)
    if seed[-1] in "03":
        threading.Thread(target=library.back_up, daemon=True).start()
    if seed[-1] in "258":
        threading.Thread(target=look_after, args=(library,), daemon=True).start()
    editing = Editing(*library.load("network"), seed)
    while True:
        step = editing.next()
        library.store("network", step)
        os.write(said, b".")
        editing.follow(step)


def look_after(library: Library) -> None:
    while True:
        library.look_after()
        time.sleep(0.002)


def run_killed(act: Callable[..., Any], said: int, wait: Any) -> None:
    """Run `act` in a forked child and kill it when `wait` is over."""
    child = os.fork()
    if child == 0:
        try:
            act()
        except BaseException:  # noqa: BLE001 (said, and the process ends)
            os.write(2, traceback.format_exc().encode())
        finally:
            os.write(2, b"the child ended by itself\n")
            os._exit(1)
    os.close(said)
    wait()
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the child ended by itself"


def undone_all_the_way(whole: Map, history: History, past: dict[int, Map]) -> None:
    while (step := history.undo()) is not None:
        whole = whole.after(step.changes)
        history.follow(step)
        assert whole == past[history.position], f"undo to {history.position} differs"


def run(rounds: int, seed: str, *, is_sealed: bool = False) -> str:
    chance = random.Random(seed)
    folder = Path(tempfile.mkdtemp(prefix="kring-kill-"))
    path = folder / "kring.library"
    with closing(Library.open(path)) as library:
        library.add(full_map())
        if is_sealed:
            assert library.protect("secret", keys.new_code(), CHEAP) == ()
    expected = Editing(full_map(), History(), "nothing yet")
    returned = in_flight = creations = 0
    for number in range(rounds):
        if number % CREATIONS == CREATIONS - 1:
            creations += 1
            kill_while_making(folder / f"new-{number}.library", chance)
            continue
        edits = f"{seed} {number}"
        heard, said = os.pipe()
        done = b""

        def wait(heard: int = heard) -> None:
            # Half of them at any moment, opening included; half soon after a step.
            nonlocal done
            if chance.random() < 0.5:
                time.sleep(chance.uniform(0, 0.08))
                return
            for _ in range(chance.randint(1, 25)):
                done += os.read(heard, 1)
            time.sleep(chance.uniform(0, 0.0015))

        run_killed(lambda edits=edits, said=said: edit_until_killed(path, edits, said), said, wait)
        while more := os.read(heard, 4096):
            done += more
        os.close(heard)

        earlier = expected.past
        expected = Editing(expected.whole, reopened(expected.history), edits)
        expected.past = earlier
        for _ in done:
            expected.follow(expected.next())
        with closing(Library.open(path)) as library:
            whole, history = library.load("network")
        same = whole == expected.whole and history.edits == expected.history.edits
        if not (same and history.position == expected.history.position):
            # The step that was under way may have been kept, wholly.
            expected.follow(expected.next())
            in_flight += 1
            assert whole == expected.whole, f"round {number}: other records"
            assert history.edits == expected.history.edits, f"round {number}: other edits"
            assert history.position == expected.history.position, f"round {number}: other position"
        for kind in (type(record) for record in full_map().records.values()):
            assert whole.all_of(kind) == expected.whole.all_of(kind), f"round {number}: order"
        returned += len(done)
        undone_all_the_way(whole, history, expected.past)
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("PRAGMA quick_check").fetchall() == [("ok",)]
            assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    for backup in backups_of(path):
        assert backup.sound
        assert sealed_library.is_sealed(backup.file) is sealed_library.is_sealed(path) is is_sealed
        with closing(Library.open(backup.file, read_only=True)) as library:
            assert library.damaged_maps() == (), "a backup that is not whole has its own name"
    shutil.rmtree(folder)
    return (
        f"{rounds} kills, {creations} of them while a library was made; {returned} steps had "
        f"returned, {in_flight} more were kept; position {expected.history.position}; all there"
    )


def kill_while_making(path: Path, chance: random.Random) -> None:
    heard, said = os.pipe()

    def make() -> None:
        Library.open(path)
        time.sleep(60)

    run_killed(make, said, lambda: time.sleep(chance.uniform(0, 0.15)))
    os.close(heard)
    with closing(Library.open(path)) as library:
        assert library.summaries() == []


def protect(rounds: int, seed: str) -> str:
    """Kill a Kring that sets a password, changes it, or takes it away."""
    chance = random.Random(seed)
    folder = Path(tempfile.mkdtemp(prefix="kring-protect-"))
    path = folder / "kring.library"
    text = MARK.encode()
    with closing(Library.open(path)) as library:
        library.add(with_mark(full_map()))
        library.back_up()
    became = {"plain": 0, "sealed": 0}
    for number in range(rounds):
        shutil.copy2(path, folder / f"kring-copy-{number + 1}.library")
        is_sealed = sealed_library.is_sealed(path)
        act = chance.choice(["change", "unprotect"]) if is_sealed else "protect"
        heard, said = os.pipe()
        key = keys.new_key()
        sealed_library.hold(key)  # the parent is to know the key that the child makes
        keys.new_key = partial(bytes, key)

        def work(act: str = act) -> None:
            with closing(Library.open(path)) as library:
                if act == "protect":
                    library.protect("secret", keys.new_code(), CHEAP)
                elif act == "change":
                    library.change_secret(keys.PASSWORD, "other", CHEAP)
                else:
                    library.unprotect()
            time.sleep(60)

        run_killed(work, said, lambda: time.sleep(chance.uniform(0.01, 0.9)))
        os.close(heard)
        with closing(Library.open(path)) as library:
            assert library.seal_copies() == ()
            assert library.load("network")[0] == with_mark(full_map()), f"round {number}"
            news = [problem.code for problem in library.take_news()]
            assert news == [], f"round {number}: {act} {is_sealed} {news}"
            library.back_up()
        is_sealed = sealed_library.is_sealed(path)
        became["sealed" if is_sealed else "plain"] += 1
        for file in folder.rglob("*"):
            if is_sealed and file.is_file():
                assert text not in file.read_bytes(), f"round {number}: {file}"
        for copy in folder.glob("kring-copy-*"):
            copy.unlink()
    shutil.rmtree(folder)
    return f"{rounds} kills while a password was set, changed or removed: {became}; all there"


def with_mark(whole: Map) -> Map:
    """Give the map a name that is found wherever it stands."""
    network = replace(whole.network, title=MARK)
    return whole.after({network.id: network})


def restore(rounds: int, seed: str) -> str:
    """Kill a Kring that puts a backup back, over a sound, a damaged and no library."""
    chance = random.Random(seed)
    folder = Path(tempfile.mkdtemp(prefix="kring-restore-"))
    asked = put_back = as_before = 0
    for number in range(rounds):
        path = folder / str(number) / "kring.library"
        with closing(Library.open(path)) as library:
            library.add(full_map("kept"))
            library.back_up()
            backup = backups_of(path)[0].file
            library.add(full_map("later"))
        state = ("sound", "damaged", "gone")[number % 3]
        if state == "damaged":
            path.write_bytes(path.read_bytes()[:9000])
        if state == "gone":
            path.unlink()
        before = None if state == "gone" else path.read_bytes()
        heard, said = os.pipe()

        def act(path: Path = path, backup: Path = backup) -> None:
            restore_backup(backup, path)
            time.sleep(60)

        run_killed(act, said, lambda: time.sleep(chance.uniform(0, 0.03)))
        os.close(heard)
        stands = path.read_bytes() if path.exists() else None
        if stands == before:
            as_before += 1
        try:
            with closing(Library.open(path)) as library:
                found = {summary.id for summary in library.summaries()}
        except Problem as problem:
            # It asks: and what it then offers is the backup.
            asked += 1
            if problem.code != {"damaged": "library_damaged", "gone": "library_gone"}[state]:
                raise
            assert last_good_backup(path) == backup
        else:
            assert found in ({"kept"}, {"kept", "later"}), f"round {number}: {state}, {found}"
            put_back += found == {"kept"}
        if state != "gone" and stands != before:
            kept = [file.read_bytes() for file in path.parent.glob("*-damaged-*.library")]
            assert before in kept, f"round {number}: what was there is lost"
        shutil.rmtree(path.parent)
    shutil.rmtree(folder)
    return (
        f"{rounds} kills while a backup was put back: {put_back} found it there, {as_before} all "
        f"as before, {asked} asked; none empty; all there"
    )


if __name__ == "__main__":
    kinds: dict[str, Callable[[int, str], str]]
    kinds = {"restore": restore, "protect": protect, "sealed": partial(run, is_sealed=True)}
    if sys.argv[1] in kinds:
        print(kinds[sys.argv[1]](int(sys.argv[2]), sys.argv[3]), flush=True)
        sys.exit()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    chosen = sys.argv[2] if len(sys.argv) > 2 else str(time.time_ns())
    print(f"seed {chosen}", flush=True)
    print(run(count, chosen), flush=True)
