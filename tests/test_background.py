"""Tasks: off the GUI thread and back, the newest call wins."""

import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app import background, garbage
from app.background import Task
from tests.sure import sure

pytestmark = pytest.mark.usefixtures("leaves_nothing")


@pytest.fixture(autouse=True)
def _nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let garbage be looked for, whatever a test before this one has left unfinished."""
    monkeypatch.setattr(garbage, "_reasons", set())
    gc.enable()


@pytest.fixture
def task(qapp: QApplication) -> Iterator[Task]:
    task = Task()
    yield task
    task.wait()
    QCoreApplication.processEvents()


@pytest.fixture
def gate() -> Iterator[Event]:
    """What a call in a thread waits for; opened at the end, whatever happens."""
    gate = threading.Event()
    yield gate
    gate.set()


def test_the_function_runs_in_another_thread_and_its_result_arrives_in_this_one(
    task: Task, qtbot: QtBot
) -> None:
    arrived = []
    task.done.connect(lambda result: arrived.append((result, QThread.currentThread())))
    with qtbot.waitSignal(task.done):
        task.start(lambda a, b: (a + b, threading.current_thread()), 2, 3)
    [((total, worker), receiver)] = arrived
    assert total == 5
    assert worker is not threading.main_thread()
    assert receiver == sure(QCoreApplication.instance()).thread()


def test_any_value_comes_back_as_it_is(task: Task, qtbot: QtBot) -> None:
    value = {"ids": ("a", 2**40), "none": None}
    for wanted in (value, None, 0, ()):
        with qtbot.waitSignal(task.done) as signal:
            task.start(lambda wanted=wanted: wanted)
        assert signal.args[0] is wanted


def test_what_the_function_raises_arrives_as_failed(task: Task, qtbot: QtBot) -> None:
    error = ValueError("Ouders Sam")

    def fails() -> None:
        raise error

    done: list[Any] = []
    task.done.connect(done.append)
    with qtbot.waitSignal(task.failed) as signal:
        task.start(fails)
    assert signal.args == [error]
    assert done == []


def test_only_the_newest_call_is_heard_whichever_ends_first(
    task: Task, gate: Event, qtbot: QtBot
) -> None:
    heard: list[Any] = []
    task.done.connect(heard.append)
    task.failed.connect(heard.append)

    def slow(outcome: ValueError | str) -> str:
        gate.wait(10)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    task.start(slow, "overtaken")
    task.start(slow, ValueError("overtaken too"))
    with qtbot.waitSignal(task.done):
        task.start(lambda: "newest")
    gate.set()
    task.wait()
    QCoreApplication.processEvents()
    assert heard == ["newest"]


def test_a_result_that_waits_to_arrive_is_dropped_when_another_call_starts(
    task: Task, qtbot: QtBot
) -> None:
    heard: list[Any] = []
    task.done.connect(heard.append)
    task.start(lambda: "first")
    task.wait()
    with qtbot.waitSignal(task.done):
        task.start(lambda: "second")
    assert heard == ["second"]


def test_nothing_arrives_before_the_event_loop_runs(task: Task, qtbot: QtBot) -> None:
    heard: list[Any] = []
    task.done.connect(heard.append)
    task.start(lambda: "later")
    task.wait()
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["later"])


def test_waiting_ends_when_every_call_has_ended(task: Task, gate: Event) -> None:
    ended: list[int] = []

    def call(number: int) -> None:
        gate.wait(10)
        ended.append(number)

    task.start(call, 1)
    task.start(call, 2)
    assert ended == []
    gate.set()
    task.wait()
    assert sorted(ended) == [1, 2]


def test_of_a_task_that_is_stopped_nothing_arrives(task: Task, gate: Event) -> None:
    heard: list[Any] = []
    task.done.connect(heard.append)
    task.start(gate.wait, 10)
    gate.set()
    task.stop()
    QCoreApplication.processEvents()
    assert heard == []


@pytest.mark.parametrize(
    ("seconds", "patience", "is_done"),
    [(0.3, 60.0, True), (60.0, 0.1, False)],
    ids=["what is out is waited for", "not for ever"],
)
def test_the_end_of_the_process_waits_for_its_threads(
    tmp_path: Path, seconds: float, patience: float, is_done: bool
) -> None:
    """A thread that ended while Qt was going took the process with it."""
    done = tmp_path / "done"
    program = f"""
import time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from app import background
background._PATIENCE = {patience}
app = QCoreApplication([])
task = background.Task()
def works():
    time.sleep({seconds})
    Path({str(done)!r}).touch()
task.start(works)
QTimer.singleShot(0, app.quit)
app.exec()
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=30)
    assert done.exists() == is_done


def test_a_task_can_go_while_its_function_still_runs(qapp: QApplication, gate: Event) -> None:
    before = threading.active_count()
    task = Task()
    task.start(gate.wait, 10)
    [thread] = task._calls
    delete(task)
    gate.set()
    thread.join(10)
    assert not thread.is_alive()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    assert threading.active_count() == before


def test_ended_calls_are_forgotten(task: Task, qtbot: QtBot) -> None:
    for _ in range(20):
        with qtbot.waitSignal(task.done):
            task.start(int)
        task.wait()
    gc.collect()
    assert len(task._calls) == 1


def test_a_thread_knows_its_task_only_while_the_task_is_there(
    qapp: QApplication, gate: Event
) -> None:
    """A thread that ended while the window of its task was being deleted took Kring along."""
    task = Task()
    task.start(gate.wait, 10)
    [call], there = task._calls, weakref.ref(task)
    del task
    assert there() is None
    gate.set()
    call.join()
    QCoreApplication.processEvents()


def test_nothing_is_cleared_away_in_a_thread_but_soon_after_it(task: Task, qtbot: QtBot) -> None:
    """A window goes in its own thread only, and any garbage may hold one."""
    where = []

    def looked(phase: str, _info: dict[Any, Any]) -> None:
        where.append(threading.current_thread())

    def littering() -> int:
        for _ in range(5000):
            knot: list[Any] = []
            knot.append(knot)
        return len(where)

    gc.callbacks.append(looked)
    try:
        with qtbot.waitSignal(task.done) as signal:
            task.start(littering)
        littering()
    finally:
        gc.callbacks.remove(looked)
    assert signal.args == [0]
    assert set(where) == {threading.main_thread()}


def test_garbage_goes_too_while_a_call_waits_for_hours(
    task: Task, gate: Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "_CLEARS_EVERY", 1)
    monkeypatch.setattr(background, "_courier", cache(background._Courier))

    class Knot:
        own: "Knot"

    task.start(gate.wait, 10)
    knot = Knot()
    knot.own, there = knot, weakref.ref(knot)
    del knot
    qtbot.waitUntil(lambda: there() is None)
    assert not gc.isenabled()
    with qtbot.waitSignal(task.done):
        gate.set()
    assert gc.isenabled()


def test_what_a_call_held_goes_in_the_thread_of_the_windows(task: Task, qtbot: QtBot) -> None:
    where = []

    class Held:
        def __del__(self) -> None:
            where.append(threading.current_thread())

    with qtbot.waitSignal(task.done):
        task.start(lambda held: None, Held())
    task.start(int)
    task.wait()
    assert where == [threading.main_thread()]


def test_what_a_call_makes_in_masses_is_not_looked_through(
    task: Task, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look among a thousand maps took the window a tenth of a second."""
    monkeypatch.setattr(garbage, "_MANY", 5_000)
    gc.collect()
    frozen = gc.get_freeze_count()
    with qtbot.waitSignal(task.done) as few:
        task.start(lambda: [[n] for n in range(500)])
    assert gc.get_freeze_count() <= frozen + 500
    with qtbot.waitSignal(task.done) as many:
        task.start(lambda: [[n] for n in range(20_000)])
    # They stay so: to look among modules again would take as long as some tests.
    assert gc.get_freeze_count() > frozen + 20_000
    assert len(many.args[0]) > len(few.args[0])


def test_a_thread_that_works_lets_the_window_have_its_turn_soon(task: Task, qtbot: QtBot) -> None:
    with qtbot.waitSignal(task.done) as blocker:
        task.start(sys.getswitchinterval)
    (turn,) = sure(blocker.args)
    assert turn == pytest.approx(0.001)
