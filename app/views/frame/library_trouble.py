"""The one question Kring asks before there is a map: what to do when the library does not open."""

import os
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QPushButton, QWidget

from app import errors
from app.models.problem import Problem
from app.views.widgets.question import Question
from app.words import say

Choice = tuple[Path, bool]
"""Which library to open, and whether read-only."""


_MAY_COME_BACK: Final = ("library_gone", "library_lost", "library_not_read")
"""What may be over when somebody puts the file back, or the stick in again."""

_LOST: Final = ("library_damaged", "library_foreign", *_MAY_COME_BACK)

_AT_START: Final = {"disk_full": "library_disk_full", "disk_error": "library_not_read"}
"""What is said of something that was not kept means something else where nothing was done yet."""

_NOTHING_TO_SEE: Final = ("library_absent", "library_newer", "library_not_a_file", "file_exists")
"""Where there is nothing to look at, or nothing this Kring can read."""


class LibraryTrouble:
    """Says what is the matter with the library and offers what can be done; nothing is lost."""

    def __init__(self, problem: Problem, path: Path, parent: QWidget) -> None:
        code = _AT_START.get(problem.code)
        self._problem = (
            problem if code is None else Problem(code, **problem.values | {"path": path})
        )
        self._path = path
        self._parent = parent
        self.is_moved = False
        """Another place was chosen, to be remembered."""

    def ask(self) -> Choice | None:
        """Return the library to go on with, or None to leave."""
        if self._problem.code == "library_in_use":
            return self._in_use()
        if self._problem.code in _LOST:
            return self._lost()
        return self._other()

    def _in_use(self) -> Choice | None:
        box = self._box()
        again = box.act(say("Try again"))
        look = box.act(say("Open read-only"))
        copy = box.act(say("Work in a copy"))
        pressed = box.ask()
        if pressed is look:
            return self._path, True
        if pressed is again:
            return self._path, False
        if pressed is copy:
            from app.storage.backups import copy_library

            other = _unused(self._path, "copy")
            return self._guarded(partial(copy_library, self._path, other), (other, False))
        return None

    def _lost(self) -> Choice | None:
        """Ask what to go on with where there is no library that can be used."""
        from app.storage.backups import last_good_backup, restore_backup
        from app.storage.opening import start_empty

        backup = last_good_backup(self._path)
        is_there = self._problem.code not in ("library_gone", "library_lost")
        aside = say("The old file is not deleted. It stays in the same folder under another name.")
        box = self._box(aside if is_there else "")
        restore: QPushButton | None = None
        if backup is not None:
            made = QDateTime.fromSecsSinceEpoch(round(backup.stat().st_mtime))
            when = QLocale().toString(made, "d MMMM")
            text = say("Use the backup from {date}", date=when)
            restore = box.act(text)
        again: QPushButton | None = None
        if self._problem.code in _MAY_COME_BACK:
            again = box.act(say("Try again"))
        place = self._place_button(box)
        look = self._look_button(box) if self._problem.code == "library_not_read" else None
        fresh = box.act(say("Start with no maps"))  # never what Enter does
        pressed = box.ask()
        if restore is not None and pressed is restore:
            assert backup is not None
            # It sets aside what is there, but only once the backup is sure to fit.
            return self._guarded(partial(restore_backup, backup, self._path), (self._path, False))
        if again is not None and pressed is again:
            return self._path, False
        if pressed is fresh:
            return self._guarded(partial(start_empty, self._path), (self._path, False))
        if pressed is place:
            return self._elsewhere()
        return (self._path, True) if look is not None and pressed is look else None

    def _other(self) -> Choice | None:
        """Ask what to do where the place does not let Kring work."""
        box = self._box()
        can_be_seen = self._problem.code not in _NOTHING_TO_SEE
        again = box.act(say("Try again"))
        look = self._look_button(box) if can_be_seen else None
        place = self._place_button(box)
        pressed = box.ask()
        if look is not None and pressed is look:
            return self._path, True
        if pressed is place:
            return self._elsewhere()
        return (self._path, False) if pressed is again else None

    def _look_button(self, box: Question) -> QPushButton:
        return box.act(say("Open read-only"))

    def _place_button(self, box: Question) -> QPushButton:
        return box.act(say("Choose another folder …"))

    def _elsewhere(self) -> Choice | None:
        """Ask for another folder; without an answer, ask again what to do."""
        from app.views.library.location import ask_folder

        chosen = ask_folder(self._parent, self._path.parent)
        if chosen is None:
            return self.ask()
        self.is_moved = True
        return chosen.with_name(self._path.name), False

    def _guarded(self, work: Callable[[], object], choice: Choice) -> Choice | None:
        try:
            work()
        except Problem as problem:
            again = LibraryTrouble(problem, self._path, self._parent)
            chosen = again.ask()
            self.is_moved = again.is_moved
            return chosen
        return choice

    def _box(self, more: str = "") -> Question:
        box = Question(self._parent, errors.sentence(self._problem), more)
        box.leave_by(say("Quit"))
        return box


def _unused(path: Path, word: str) -> Path:
    """Return a name beside `path` that nothing has yet."""
    named = (path.with_stem(f"{path.stem}-{word}-{number}") for number in count(1))
    return next(other for other in named if not os.path.lexists(other))
