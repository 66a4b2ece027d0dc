"""A disk that fails once or for good: what is told is true, and a hiccup is no damage."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

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


@pytest.mark.parametrize(
    ("calls", "every", "stride"),
    [
        ("read", 0, 80),
        ("read", 1, 180),
        ("write", 0, 40),
        ("write", 1, 40),
        ("sync", 0, 7),
        ("sync", 1, 13),
        ("open", 0, 9),
        ("open", 1, 17),
    ],
)
def test_whatever_fails_is_told_truly_and_what_is_told_as_kept_is_there(
    failing: Path, calls: str, every: int, stride: int
) -> None:
    """`KRING_SWEEP=1` for every call."""
    stride = 1 if os.environ.get("KRING_SWEEP") else stride
    words = [sys.executable, "-m", "tests.storage.failing_run", calls, str(every), str(stride)]
    run = subprocess.run(
        words, cwd=ROOT, env={**os.environ, "LD_PRELOAD": str(failing)},
        capture_output=True, text=True, timeout=1800, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert "all true" in run.stdout
    if not every:
        # Whoever tries again takes every step a disk refused once.
        assert "'not'" not in run.stdout
        assert "'unsure'" not in run.stdout


@pytest.mark.parametrize(
    ("what", "stride"), [("restore", 11), ("start_empty", 11), ("upgrade", 51), ("open", 5)]
)
def test_a_kill_while_a_file_takes_the_place_of_a_library_mixes_nothing(
    failing: Path, what: str, stride: int
) -> None:
    """`KRING_SWEEP=1` for every call."""
    stride = 1 if os.environ.get("KRING_SWEEP") else stride
    run = subprocess.run(
        [sys.executable, "-m", "tests.storage.kill_replacing", what, str(stride)],
        cwd=ROOT, env={**os.environ, "LD_PRELOAD": str(failing)},
        capture_output=True, text=True, timeout=1800, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert "all there" in run.stdout
