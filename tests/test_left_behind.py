"""Killed at any moment, Kring leaves no map but in its library, backups and what was asked for."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from app.exchange.kring_file import write_kring
from app.storage.library import Library
from tests.models.editing import full_map
from tests.session import SECRET, turns_in
from tests.sure import sure

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="signals and modes")
ROOT = Path(__file__).parent.parent
KILLS = int(os.environ.get("KRING_KILLS", "1"))
SEED = int(os.environ.get("KRING_SEED", "7"))
PLATFORM = os.environ.get("KRING_PLATFORM", "offscreen")
"""`xcb` for a real window."""
PLACES = ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")


@contextmanager
def started(home: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Start Python with folders of its own; killed where a check fails."""
    own = {name: str(home / name.lower()) for name in PLACES}
    for folder in own.values():
        Path(folder).mkdir(exist_ok=True)
    with subprocess.Popen(
        [sys.executable, *words],
        env={**os.environ, **own, "QT_QPA_PLATFORM": PLATFORM},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        umask=0o022,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def odd_files(home: Path, library: Path, asked: Path) -> list[str]:
    """Files with a name from a map where none should be, and files others can read."""
    kept = (library.parent / "backups", asked)
    odd = []
    for file in home.rglob("*"):
        if not file.is_file():
            continue
        is_kept = file.name.startswith(library.name) or any(place in file.parents for place in kept)
        holds = SECRET.encode() in file.read_bytes()
        if holds and (not is_kept or file.name.startswith(".")):
            odd.append(f"contains a map: {file}")
        if (holds or is_kept or library.parent in file.parents) and file.stat().st_mode & 0o077:
            odd.append(f"others read it: {file}")
    return odd


def holds(process: int, library: Path) -> bool:
    """Tell whether a process has the library open."""
    for one in Path(f"/proc/{process}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed since it was listed
            if one.readlink() == library:
                return True
    return False


def lost(library: Path, told: str) -> str:
    """Say what was told as kept and is not there, or nothing."""
    turns = [int(line) for line in told.split("\n")[:-1] if line.isdigit()]
    with closing(Library.open(library, read_only=True)) as kept:
        found = [turn for s in kept.summaries() for turn in turns_in(kept.load(s.id)[0])]
    return "" if not turns or max(found, default=0) >= turns[-1] else f"{turns[-1]} not in {found}"


def test_no_map_is_left_where_nobody_asked_for_it(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    home = tmp_path / "home"
    home.mkdir()
    library, asked = home / "Kring" / "library.kringlib", home / "stick"
    for _ in range(KILLS):
        with started(home, "-m", "tests.session", str(library), str(asked)) as session:
            assert sure(session.stdout).readline() == "busy\n", sure(session.stderr).read()
            time.sleep(chance.uniform(0.0, 1.5))
            session.kill()
            told, _ = session.communicate()
        assert lost(library, told) == ""
        with started(home, "main.py", "--library", str(library)) as again:
            until = time.monotonic() + 60
            while time.monotonic() < until and not holds(again.pid, library):
                time.sleep(0.05)
            time.sleep(1)
            again.send_signal(signal.SIGINT)
            _, printed = again.communicate(timeout=30)
        assert SECRET not in printed
        assert odd_files(home, library, asked) == []
        pair = [asked / name for name in ("left.kring", "right.kring")]
        assert len({file.read_bytes() for file in pair if file.exists()}) <= 1


DRAWING = """
import sys
from app.application import main

for to in sys.argv[2:]:
    assert main(["picture", sys.argv[1], "-o", to, "--lens", "gap"]) == 0
"""


def test_a_computer_without_letters_has_those_that_come_along(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    whole, made = tmp_path / "map.kring", tmp_path / "map.png"
    write_kring(full_map(), whole)
    bare, with_all = tmp_path / "bare.svg", tmp_path / "all.svg"
    for drawn, more in (((bare, made), {"FONTCONFIG_FILE": str(fonts)}), ((with_all,), {})):
        done = subprocess.run(
            [sys.executable, "-c", DRAWING, str(whole), *map(str, drawn)],
            env={**os.environ, **more},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
    assert bare.read_text("utf-8") == with_all.read_text("utf-8")
