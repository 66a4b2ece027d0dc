"""Writes maps over and over and is killed, many times; run by `test_files`.

`python -m tests.exchange.kill_writing FOLDER KILLS SEED`; the folder of Kring's own is in the
environment. Prints how many half-written files the kills left, and what is there after a clearing
that should not be: nothing.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from app.exchange.files import write_files
from app.exchange.unfinished import clear


def write_for_ever(folder: Path) -> None:
    number = 0
    while True:
        number += 1
        content = b'{"format": "kring", "names": "%d"}' % number + b" " * 300_000
        write_files([(folder / f"{n}.kring", content) for n in range(1 + number % 3)])


def main(folder: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    left = 0
    for _ in range(kills):
        child = os.fork()
        if child == 0:
            write_for_ever(folder)
        time.sleep(chance.uniform(0.001, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        left += sum(file.name.endswith(".tmp") for file in folder.iterdir())
        clear()
        odd = [file.name for file in folder.iterdir() if file.suffix != ".kring"]
        if odd:
            sys.exit(f"left: {odd}")
        for file in folder.iterdir():
            if not file.read_bytes().endswith(b"}" + b" " * 300_000):
                sys.exit(f"half: {file}")
    notes = list((Path(os.environ["XDG_DATA_HOME"]) / "Kring" / "unfinished").iterdir())
    if notes:
        sys.exit(f"notes: {notes}")
    print(left)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
