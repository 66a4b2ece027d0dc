"""Files of maps, read one after the other in a thread: a slow place must not stop the window."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.background import Task
from app.models.network import Map
from app.models.problem import Problem

PATIENCE: Final = 1500
"""Milliseconds after which it is said that a file is waited for."""


class Reader(QObject):
    """Reads files in the order in which they were asked for."""

    arrived = Signal(object, object)
    """The `Path` of a file, and its `Map`."""
    failed = Signal(object)
    slow = Signal(object)
    """The `Path` of a file that takes long to come."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Path] = []
        self._task = Task(self)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._break)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._say_slow)

    @property
    def waiting(self) -> tuple[Path, ...]:
        """Return the files that were not read yet; the first is being read."""
        return tuple(self._waiting)

    def read(self, path: Path) -> None:
        """Read a file after those that wait already."""
        self._waiting.append(path)
        if len(self._waiting) == 1:
            self._begin()

    def leave(self, path: Path) -> None:
        """Wait for a file no longer, and go on with the next; its thread may hang on."""
        if path in self._waiting[:1]:
            self._go_on()

    def stop(self) -> None:
        """Wait for no file any more."""
        self._patience.stop()
        self._waiting.clear()

    def _begin(self) -> None:
        self._patience.start()
        self._task.start(_read, self._waiting[0])

    def _go_on(self) -> None:
        self._patience.stop()
        self._waiting.pop(0)
        if self._waiting:
            self._begin()

    def _take(self, read: tuple[Path, Map | Problem]) -> None:
        path, found = read
        if path not in self._waiting[:1]:
            return  # nobody waited for it any more
        self._go_on()
        if isinstance(found, Problem):
            self.failed.emit(found)
        else:
            self.arrived.emit(path, found)

    def _break(self, error: BaseException) -> None:
        self._go_on()
        raise error

    def _say_slow(self) -> None:
        self.slow.emit(self._waiting[0])


def _read(path: Path) -> tuple[Path, Map | Problem]:
    from app.exchange.kring_file import read_kring

    try:
        return path, read_kring(path)
    except Problem as problem:
        return path, problem
