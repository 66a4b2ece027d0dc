"""Folders that earlier versions left in the place for temporary files go; look-alikes stay."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.exchange.kring_file import write_kring
from app.exchange.leftovers import clear_old_reports
from tests.models.editing import full_map
from tests.sure import sure

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes and owners of Unix")
OLD = time.time() - 3 * 86_400


@pytest.fixture
def left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a version before the pipe left when it was killed in the middle of a report."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "tmp" / "kring-a1b2_3c4"
    folder.mkdir(parents=True)
    folder.chmod(0o700)
    write_kring(full_map(), folder / "now.kring")
    for name in ("before.kring", "report.pdf", "001.png", f".kring-{'a' * 32}.tmp"):
        (folder / name).write_bytes(b"x")
    return folder


def age(folder: Path, when: float = OLD) -> None:
    for one in (*folder.iterdir(), folder):
        os.utime(one, (when, when), follow_symlinks=False)


def test_what_an_earlier_version_left_goes(left: Path) -> None:
    age(left)
    clear_old_reports()
    assert not left.exists()


def other_file(folder: Path) -> Path:
    (folder / "letter.odt").touch()
    return folder


def other_folder(folder: Path) -> Path:
    (folder / "001.png").unlink()
    (folder / "001.png").mkdir()
    return folder


def a_link_in_it(folder: Path) -> Path:
    (folder / "001.png").unlink()
    (folder / "001.png").symlink_to(folder / "report.pdf")
    return folder


def no_map(folder: Path) -> Path:
    (folder / "now.kring").unlink()
    return folder


def another_name(folder: Path) -> Path:
    return folder.rename(folder.with_name("kring-my-own-maps"))


def open_to_all(folder: Path) -> Path:
    folder.chmod(0o755)
    return folder


def somebody_elses(folder: Path) -> Path:
    if os.getuid() != 0:
        pytest.skip("only root gives files away")
    os.chown(folder / "now.kring", 65534, -1)
    return folder


def somebody_elses_folder(folder: Path) -> Path:
    if os.getuid() != 0:
        pytest.skip("only root gives folders away")
    os.chown(folder, 65534, -1)
    return folder


def a_link(folder: Path) -> Path:
    real = folder.rename(folder.parent.parent / "real")
    folder.symlink_to(real)
    return real


@pytest.mark.parametrize(
    "change",
    [
        other_file,
        other_folder,
        a_link_in_it,
        no_map,
        another_name,
        open_to_all,
        somebody_elses,
        somebody_elses_folder,
        a_link,
    ],
)
def test_what_only_looks_like_it_stays(left: Path, change: Callable[..., Any]) -> None:
    folder = change(left)
    before = sorted(file.name for file in folder.iterdir())
    age(folder)
    clear_old_reports()
    assert sorted(file.name for file in folder.iterdir()) == before


@pytest.mark.parametrize("seconds", [-3600, 9e8])
@pytest.mark.parametrize("what", ["all", "one file"])
def test_what_is_of_today_or_of_a_clock_that_jumps_stays(
    left: Path, seconds: float, what: str
) -> None:
    when = time.time() + seconds
    age(left)
    if what == "all":
        age(left, when)
    else:
        os.utime(left / "report.pdf", (when, when))
    clear_old_reports()
    assert (left / "now.kring").exists()


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="the system does not say so")
def test_what_a_process_was_started_for_stays(left: Path) -> None:
    age(left)
    wait = "import sys; print(flush=True); sys.stdin.read()"
    words = [sys.executable, "-c", wait, str(left / "now.kring")]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe) as busy:
        sure(busy.stdout).readline()  # before, the system may not yet say what it was started for
        clear_old_reports()
        assert left.exists()
        sure(busy.stdin).close()
    clear_old_reports()
    assert not left.exists()


def test_a_command_clears_it_too(left: Path) -> None:
    age(left)
    env = {**os.environ, "TMPDIR": str(left.parent), "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "main.py", "analyse", str(left.parent / "not there.kring")]
    subprocess.run(words, env=env, cwd=Path(__file__).parents[2], check=False, timeout=60)
    assert not left.exists()
