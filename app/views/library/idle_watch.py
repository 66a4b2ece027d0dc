"""Notices that nobody has been there for a while, for maps with a password to be locked."""

import time
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from app.document import Document

MINUTES: Final = 15
"""Of rest, after which maps with a password are locked."""

_LOOK_EVERY: Final = 20_000


class IdleWatch(QObject):
    """Notices that nobody is there: nothing moves, nothing changes, nobody goes anywhere.

    It looks now and then; a filter in Python for all events would run at every one.
    """

    came = Signal()

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._done = 0
        self._seen: tuple[object, ...] = ()
        self._since = time.monotonic()
        for signal in (document.changed, document.selection_changed, document.opened):
            signal.connect(self._count)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look whether anything is other than at the last look."""
        focus = QApplication.focusWidget()
        here = QCursor.pos()
        seen = (here.x(), here.y(), id(focus), self._done)
        now = time.monotonic()
        if seen != self._seen:
            self._seen, self._since = seen, now
        elif now - self._since >= MINUTES * 60:
            self._since = now
            self.came.emit()

    def stop(self) -> None:
        """Look no longer."""
        self._timer.stop()

    def _count(self) -> None:
        self._done += 1
