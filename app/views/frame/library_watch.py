"""Looks after the library while somebody works: its file, its backups, its damaged maps."""

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.background import Task
from app.document import Document
from app.models.history import REMOVED_KEPT
from app.models.problem import Problem

if TYPE_CHECKING:
    from app.storage.library import Library

_LOOK_EVERY: Final = 3_000
"""Milliseconds between two looks: what the file alone may lack."""

_BACK_UP_EVERY: Final = 120.0
"""Seconds between two backups of a library that is being changed."""


class LibraryWatch(QObject):
    """Goes on in a thread from the first rest until the window closes."""

    failed = Signal(object)
    """What went wrong in a backup or a look, once until it goes well again."""
    damage_found = Signal(tuple)
    """The ids of maps that cannot be read, of which nobody knew."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._is_at_work = False
        self._told = ""
        self._found: set[str] = set()
        self._backed_up = 0.0
        self.task = Task(self)
        self.task.done.connect(self._hear)
        self.task.failed.connect(self._fail)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Let go what was removed long ago, make the first backup, and look on from there."""
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look after the library now, unless that is being done."""
        if self._is_at_work or self._document.library.read_only:
            return
        self._is_at_work = True
        now = time.monotonic()  # no clock of the day, which may jump
        is_first = not self._backed_up
        backs_up = is_first or now - self._backed_up >= _BACK_UP_EVERY
        if backs_up:
            self._backed_up = now
        self.task.start(_look_after, self._document.library, backs_up, is_first)

    def stop(self) -> None:
        """Look no longer, and wait for what is being done."""
        self._timer.stop()
        self.task.wait()

    def _hear(self, damaged: tuple[str, ...] | None) -> None:
        self._is_at_work = False
        self._told = ""
        if not self._timer.isActive():
            return  # the window is closed
        self._document.tell_news()
        if damaged is None:
            return
        new = set(damaged) - self._found
        self._found = set(damaged)
        self._document.mark_damaged(damaged)
        if new:
            self.damage_found.emit(damaged)

    def _fail(self, error: BaseException) -> None:
        self._is_at_work = False
        if not self._timer.isActive():
            return
        self._document.tell_news()
        told = error.code if isinstance(error, Problem) else repr(error)
        if told != self._told:
            self._told = told
            self.failed.emit(error)


def _look_after(library: "Library", backs_up: bool, is_first: bool) -> tuple[str, ...] | None:
    """Return the maps that are damaged, where a backup was made and so looked at all of them."""
    if is_first:  # nobody waits for it, so not while the library is opened
        library.purge(REMOVED_KEPT)
    library.look_after()
    made = library.back_up() if backs_up else None
    if made is None:
        return None
    return () if made.sound else library.damaged_maps()
