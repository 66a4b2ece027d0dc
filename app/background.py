"""Pure work off the GUI thread: the newest call wins, its result arrives on the GUI thread."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot


class Task(QObject):
    """Runs one function at a time in a thread of its own.

    `done` carries the result of the latest `start`, `failed` its exception; both arrive on the
    thread that made the task. Results of calls that a later `start` overtook are dropped.
    """

    done = Signal(object)
    failed = Signal(object)
    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call = 0
        self._threads: list[threading.Thread] = []
        self._finished.connect(self._arrive)

    def start(self, function: Callable[..., Any], *arguments: Any) -> None:
        """Call `function(*arguments)` in a thread."""
        self._call += 1
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(
            target=self._run, args=(self._call, function, arguments), daemon=True
        )
        self._threads.append(thread)
        thread.start()

    def wait(self) -> None:
        """Wait until every call has ended; their results still arrive through the event loop."""
        for thread in self._threads:
            thread.join()

    def _run(self, call: int, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        result, error = None, None
        try:
            result = function(*arguments)
        except Exception as raised:  # noqa: BLE001 (handed over to `failed`, whatever it is)
            error = raised
        try:
            self._finished.emit(call, result, error)
        except RuntimeError:
            return  # the task is gone, and nobody waits for the result any more

    @Slot(object, object, object)
    def _arrive(self, call: int, result: object, error: BaseException | None) -> None:
        if call != self._call:
            return
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)
