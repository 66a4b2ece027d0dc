"""A Kring that is killed at any moment loses nothing that had returned."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_nothing_that_was_stored_is_lost_by_kills_at_random_moments() -> None:
    """`KRING_KILLS=200` for the long run."""
    kills = os.environ.get("KRING_KILLS", "15")
    run = subprocess.run(
        [sys.executable, "-m", "tests.storage.kill_run", kills],
        cwd=ROOT, capture_output=True, text=True, timeout=1800, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert "all there" in run.stdout


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_kill_while_a_backup_is_put_back_leaves_the_old_or_the_backup() -> None:
    """`KRING_RESTORE_KILLS=700` for the long run."""
    kills = os.environ.get("KRING_RESTORE_KILLS", "12")
    seed = os.environ.get("KRING_SEED", str(time.time_ns()))
    run = subprocess.run(
        [sys.executable, "-m", "tests.storage.kill_run", "restore", kills, seed],
        cwd=ROOT, capture_output=True, text=True, timeout=1800, check=False,
    )  # fmt: skip
    assert run.returncode == 0, f"seed {seed}\n{run.stdout}{run.stderr}"
    assert "all there" in run.stdout


@pytest.mark.soak
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("kind", ["sealed", "protect"])
def test_a_password_loses_nothing_by_kills_either(kind: str) -> None:
    """`KRING_PASSWORD_KILLS=1000` for the long run: while it is edited, and while one is set."""
    kills = os.environ.get("KRING_PASSWORD_KILLS", "100")
    seed = os.environ.get("KRING_SEED", str(time.time_ns()))
    run = subprocess.run(
        [sys.executable, "-m", "tests.storage.kill_run", kind, kills, seed],
        cwd=ROOT, capture_output=True, text=True, timeout=3600, check=False,
    )  # fmt: skip
    assert run.returncode == 0, f"seed {seed}\n{run.stdout}{run.stderr}"
    assert "all there" in run.stdout
