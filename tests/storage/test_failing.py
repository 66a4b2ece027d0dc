"""A disk that fails once or for good: what is told is true, and a hiccup is no damage."""

import os
import subprocess
import sys
from itertools import chain
from pathlib import Path
from shutil import which

import pytest

from tests.examples import SWEEP
from tests.sure import sure

ROOT = Path(__file__).parents[2]
COMPILER = which("cc")

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or COMPILER is None,
    reason="needs a compiler and a linker that preloads",
)


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("failing") / "failing.so"
    source = Path(__file__).with_name("failing.c")
    subprocess.run([sure(COMPILER), "-shared", "-fPIC", "-o", made, source, "-ldl"], check=True)
    return made


def swept(module: str, failing: Path, strides: dict[str, int]) -> str:
    """Run sweeps in one process, with calls that fail: of every so manieth call, or of each.

    All of them in one, as starting it takes half of the time; `KRING_SWEEP=1` for every call.
    """
    ways = ((what, "1" if SWEEP else str(stride)) for what, stride in strides.items())
    run = subprocess.run(
        [sys.executable, "-m", f"tests.storage.{module}", *chain.from_iterable(ways)],
        cwd=ROOT, env={**os.environ, "LD_PRELOAD": str(failing)},
        capture_output=True, text=True, timeout=7200, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def test_what_fails_is_told_truly_and_what_is_told_as_kept_is_there(failing: Path) -> None:
    once = {"once-read": 257, "once-write": 139, "once-sync": 23, "once-open": 29}
    for_good = {"always-read": 617, "always-write": 139, "always-sync": 37, "always-open": 59}
    told = swept("failing_run", failing, once | for_good)
    assert told.count("all true") == 8
    # Whoever tries again takes every step a disk refused once.
    found = [line for line in told.splitlines() if line.startswith("once")]
    assert len(found) == 4
    assert [line for line in found if "'not'" in line or "'unsure'" in line] == []


def test_a_kill_while_a_file_takes_the_place_of_a_library_mixes_nothing(failing: Path) -> None:
    strides = {"restore": 37, "open": 17, "start_empty": 37, "upgrade": 251}
    assert swept("kill_replacing", failing, strides).count("all there") == 4
