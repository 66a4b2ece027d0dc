"""What is got ready while nobody is at work: imported, and where a click brings it also made."""

import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer

from app.background import Task
from app.views.frame.page import Page

_REST: Final = 100
"""Milliseconds of rest until what is not seen yet gets built, a piece at a time."""
_TURN: Final = 0.008
"""Seconds of the window's thread after which the next piece waits for another turn."""


class Ahead(NamedTuple):
    """A part of the window that is got ready."""

    build: Callable[[Any], Any]
    beside: bool = False
    made: bool = True
    """Not only imported: somebody who waits for it would see it come."""


class BuiltAhead(QObject):
    """Builds the parts of a page in their order: imported in a thread, and made in pieces."""

    def __init__(self, page: Page, parts: Sequence[Ahead]) -> None:
        super().__init__(page)
        self.left = [*parts]
        self.rest = QTimer(self, interval=_REST)
        """Runs while there is something left; started anew at whatever somebody does."""
        self.rest.timeout.connect(self._build)
        self._importing = Task(self)
        self._importing.done.connect(self._go_on)
        self._importing.failed.connect(self._go_on)  # whoever builds it will tell

    def stop(self) -> None:
        """Build nothing any more, and let no thread import on."""
        self.left.clear()
        self.rest.stop()
        self._importing.wait()

    def build_next(self) -> None:
        """Make the next piece."""
        page = self.parent()
        assert isinstance(page, Page)
        build, beside, made = self.left[0]
        if not (made and page.make_piece(build, beside=beside)):
            del self.left[:1]

    def _build(self) -> None:
        """Make as many pieces as fit in a turn."""
        began = time.thread_time()
        while self.left and time.thread_time() - began < _TURN:
            missing = _imported_by(self.left[0].build) - sys.modules.keys()
            if missing:
                self.rest.stop()
                self._importing.start(_import, missing)
                return
            self.build_next()
        if not self.left:
            self.rest.stop()

    def _go_on(self, _imported: object) -> None:
        if self.left:
            self._build()
            self.rest.start()


def _imported_by(build: Callable[[Any], Any]) -> set[str]:
    """Return the modules of ours that a function imports by itself: only those names have a dot."""
    return {name for name in build.__code__.co_names if name.startswith("app.")}


def _import(names: set[str]) -> None:
    for name in sorted(names):
        import_module(name)
