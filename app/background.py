"""Pure work off the GUI thread: the newest call wins, its result arrives on the GUI thread."""

import atexit
import sys
import threading
import time
import weakref
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from app import garbage

_CLEARS_EVERY: Final = 10_000
"""Milliseconds between looks for garbage while a call is out: one may wait for a disk for hours."""
_PATIENCE: Final = 2.0
"""Seconds that the end of the process waits for calls that are out, without any window by then."""
_TURN: Final = 0.001
"""Seconds until a thread that works lets the window have its turn: 5 ms of itself.

A window takes many turns in one repaint. Where 160 maps are written as a PDF it waited 65 to 227 ms
for one, and waits 35 to 38.
"""


class _Call(threading.Thread):
    """A function that is called in a thread, with what comes of it."""

    def __init__(
        self, task: "Task", number: int, function: Callable[..., Any], arguments: tuple[Any, ...]
    ) -> None:
        super().__init__(daemon=True)
        self.task = weakref.ref(task)
        self.number = number
        self.result: object = None
        self.error: BaseException | None = None
        self._wanted = function, arguments
        self._bring = _courier().bring

    def run(self) -> None:
        """Call the function, and send off what it gives or raises."""
        function, arguments = self._wanted
        try:
            self.result = function(*arguments)
        except Exception as raised:  # noqa: BLE001 (handed over to `failed`, whatever it is)
            self.error = raised
        self._bring(self)


class _Courier(QObject):
    """Brings what ended in a thread to the GUI thread; goes with the process, unlike a task.

    A thread that emitted a signal of the task itself could do so while the window it belongs to is
    being deleted, and Qt ends the process then; so it does where this is deleted at the end.
    """

    ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        sys.setswitchinterval(_TURN)
        self._out: set[_Call] = set()
        self._leaves = threading.Lock()
        self._has_left = False
        self._clears = QTimer(self)
        self._clears.setInterval(_CLEARS_EVERY)
        self._clears.timeout.connect(garbage.clear)
        self.ended.connect(self._deliver)

    def send(self, call: _Call) -> None:
        """Start a call; while one is out, garbage is looked for here alone."""
        garbage.wait(call)
        if not self._out:
            self._clears.start()
        self._out.add(call)
        call.start()

    def bring(self, call: _Call) -> None:
        """Bring a call to the GUI thread, from its own; not any more once Qt is to go."""
        with self._leaves:
            if not self._has_left:
                self.ended.emit(call)

    def leave(self) -> None:
        """Wait for what is out, but not for a disk that does not answer, and bring nothing more."""
        until = time.monotonic() + _PATIENCE
        for call in self._out:
            call.join(max(0.0, until - time.monotonic()))
        with self._leaves:
            self._has_left = True

    @Slot(object)
    def _deliver(self, call: _Call) -> None:
        call.join()  # what it held may be of Qt, and goes in this thread therefore
        self._out.discard(call)
        if not self._out:
            self._clears.stop()
        garbage.look(call)
        task = call.task()
        if task is not None and isValid(task):
            task.arrive(call)


@cache
def _courier() -> _Courier:
    courier = _Courier()
    atexit.register(courier.leave)
    return courier


class Task(QObject):
    """Runs one function at a time in a thread of its own.

    `done` carries the result of the latest `start`, `failed` its exception; both arrive on the GUI
    thread, where tasks are made. Results of calls that a later `start` overtook are dropped, and
    so are those of a task that is gone.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._calls: list[_Call] = []

    def start(self, function: Callable[..., Any], *arguments: Any) -> None:
        """Call `function(*arguments)` in a thread."""
        self._number += 1
        self._calls = [call for call in self._calls if call.is_alive()]
        call = _Call(self, self._number, function, arguments)
        self._calls.append(call)
        _courier().send(call)

    def wait(self) -> None:
        """Wait until every call has ended; their results still arrive through the event loop."""
        for call in self._calls:
            call.join()

    def drop(self) -> None:
        """Let nothing arrive of what was started; it goes on where it is."""
        self._number += 1

    def stop(self) -> None:
        """Wait until every call has ended, of which nothing arrives."""
        self.drop()
        self.wait()

    def arrive(self, call: _Call) -> None:
        """Tell what a call ended with, unless a later one overtook it."""
        if call.number != self._number:
            return
        if call.error is None:
            self.done.emit(call.result)
        else:
            self.failed.emit(call.error)
