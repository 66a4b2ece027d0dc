"""Ctrl+C, a logout and `kill` close Kring in order, and nothing is printed."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from signal import Signals

import pytest

from app.storage.library import Library

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("number", "code", "rest"),
    [
        (signal.SIGINT, 130, 0.0),
        (signal.SIGINT, 130, 1.0),
        (signal.SIGTERM, 0, 0.0),
        (signal.SIGHUP, 0, 1.0),
    ],
)
def test_a_signal_closes_the_window(
    tmp_path: Path, number: Signals, code: int, rest: float
) -> None:
    path = tmp_path / "library.kringlib"
    own = {name: str(tmp_path) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME")}
    running = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "--library", str(path)],
        env={**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
        # Under nohup it would be ignored, as Kring leaves it then.
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),
    )
    try:
        until = time.monotonic() + 60
        while not path.exists() and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(rest)
        running.send_signal(number)
        _, printed = running.communicate(timeout=30)
    finally:
        running.kill()
        running.wait()
    assert running.returncode == code
    assert "Traceback" not in printed
    assert "Error" not in printed
    assert "KeyboardInterrupt" not in printed
    with closing(Library.open(path)):
        pass  # nobody has it any more
