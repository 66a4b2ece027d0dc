"""Saving from a window: a slow place stops nothing, and what goes wrong is told all the same."""

import re
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import sentence
from app.exchange import files
from app.models.problem import Problem
from app.views.widgets import saving
from app.views.widgets.question import Question
from tests.sure import as_a

VIEWS = Path(__file__).parents[2] / "app" / "views"


def test_a_file_is_there_afterwards_and_was_written_in_a_thread(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrote: list[threading.Thread] = []
    write = files.write_file

    def seen(path: Path, content: bytes) -> None:
        wrote.append(threading.current_thread())
        write(path, content)

    monkeypatch.setattr(files, "write_file", seen)
    saving.write_file(tmp_path / "a.csv", b"a")
    assert (tmp_path / "a.csv").read_bytes() == b"a"
    assert wrote[0] is not threading.main_thread()


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    with pytest.raises(Problem) as caught:
        saving.write_file(tmp_path / "nowhere" / "a.csv", b"a")
    assert caught.value.code == "file_not_written"


def at_slow_place(until: threading.Event) -> Callable[[], object]:
    return lambda: until.wait(20)


def test_at_a_slow_place_the_window_goes_on_and_says_what_it_waits_for(
    tmp_path: Path, qtbot: QtBot
) -> None:
    there, steps, said = threading.Event(), [time.monotonic()], []

    def step() -> None:
        steps.append(time.monotonic())
        window = QApplication.activeModalWidget()
        if window is not None and len(steps) > 60:
            said.append(as_a(Question, window).text())
            there.set()

    beat = QTimer(interval=10)
    beat.timeout.connect(step)
    beat.start()
    saving.save(tmp_path / "a.csv", at_slow_place(there))
    beat.stop()
    assert len(steps) > 60
    assert "a.csv" in said[0]
    assert QApplication.activeModalWidget() is None


def test_whoever_waits_no_longer_is_told_that_it_is_not_sure(tmp_path: Path, qtbot: QtBot) -> None:
    there = threading.Event()

    def leave() -> None:
        window = QApplication.activeModalWidget()
        if window is not None:
            as_a(Question, window).reject()

    beat = QTimer(interval=10)
    beat.timeout.connect(leave)
    beat.start()
    with pytest.raises(Problem) as caught:
        saving.save(tmp_path / "a.csv", at_slow_place(there))
    there.set()
    assert caught.value.code == "file_not_waited_for"
    assert "a.csv" in sentence(caught.value)


def test_no_view_writes_a_file_while_its_window_waits() -> None:
    """All save by `widgets.saving`; what makes many files is a task of its own."""
    asking = {
        file.relative_to(VIEWS).as_posix()
        for file in VIEWS.rglob("*.py")
        if re.search(r"files\.write_files?\b|write_kring", file.read_text("utf-8"))
    }
    own_tasks = {"group/group_files.py", "replay/animation_files.py"}
    assert asking == own_tasks | {"widgets/saving.py"}
