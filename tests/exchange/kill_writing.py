"""Writes files over and over and is killed, many times; run by `test_files`.

`python -m tests.exchange.kill_writing FOLDER KILLS SEED [plain]`; the folder of Kring's own is in
the environment. With `plain` the drive is one that gives no file a second name. Files that are
written together must be of one generation after the next start. Prints how many half-written files
the kills left, how many sets were of two generations until then, and how often somebody changed a
file meanwhile. What should not be there after that ends it: a half-written file, a set of two
generations, somebody's change that is gone.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from app.exchange.files import write_files
from app.exchange.unfinished_files import clear

MOST = 12
"""Files in a set; the first sets have fewer, so that some files are new."""


def content(generation: int, number: int) -> bytes:
    is_map = number % 2 == 0
    start = b'{"format": "kring", "names": "%d"}' if is_map else b"%d"
    return start % generation + b" " * 6_000


def generation_of(file: Path) -> int:
    digits = bytes(sign for sign in file.read_bytes() if sign in b"0123456789")
    if not file.read_bytes().endswith(b" " * 6_000):
        sys.exit(f"half: {file}")
    return int(digits)


def write_for_ever(folder: Path, generation: int) -> None:
    while True:
        generation += 1
        many = min(generation, MOST)
        names = [f"{n}.kring" if n % 2 == 0 else f"{n}.csv" for n in range(many)]
        write_files([(folder / name, content(generation, n)) for n, name in enumerate(names)])


def generations(folder: Path) -> list[int]:
    return [generation_of(file) for file in folder.iterdir() if file.suffix in (".kring", ".csv")]


def no_second_names(*_: object) -> None:
    raise OSError(1, "Operation not permitted")


def with_a_breath(replace: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
    """Wait once a file has its place: most kills then fall between two files of a set."""

    def replaced(half: Path, place: Path) -> Path:
        placed = replace(half, place)
        time.sleep(0.001)
        return placed

    return replaced


def main(folder: Path, kills: int, seed: int, plain: bool) -> None:
    if plain:
        patch.object(Path, "hardlink_to", no_second_names).start()
    patch.object(Path, "replace", with_a_breath(Path.replace)).start()
    # A kill, unlike a power cut, loses nothing that was written; so more of them hit the rest.
    os.fsync = lambda fd: None
    chance = random.Random(seed)
    left = mixed = changed = 0
    for number in range(20 * kills):
        if number >= kills and left and mixed:
            break  # as many as asked for, and some of them hit
        child = os.fork()
        if child == 0:
            write_for_ever(folder, max(generations(folder), default=0))
        time.sleep(chance.uniform(0.001, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        left += sum(file.name.endswith(".tmp") for file in folder.iterdir())
        is_mixed = len(set(generations(folder))) > 1
        mixed += is_mixed
        mine = folder / f"{chance.randrange(1, MOST, 2)}.csv"
        if number % 3 == 0 and mine.exists():
            mine.write_bytes(b"9" * 9 + b" " * 6_000)  # somebody is at work in it meanwhile
            clear()
            changed += 1
            if generation_of(mine) != 999_999_999:
                sys.exit("somebody's change is gone")
            rest = set(generations(folder)) - {999_999_999}
            if len(rest) > 1:
                sys.exit(f"two generations beside a change: {rest}")
            mine.unlink()
        clear()
        odd = [file.name for file in folder.iterdir() if file.suffix not in (".kring", ".csv")]
        if odd:
            sys.exit(f"left: {odd}")
        if len(set(generations(folder))) > 1:
            sys.exit(f"two generations after kill {number}: {generations(folder)}")
    notes = list((Path(os.environ["XDG_DATA_HOME"]) / "Kring" / "unfinished").iterdir())
    if notes:
        sys.exit(f"notes: {notes}")
    print(left, mixed, changed)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), "plain" in sys.argv[4:])
