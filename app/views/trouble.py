"""The one question Kring asks before there is a map: what to do when the library does not open."""

import os
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from app import errors
from app.models.problem import Problem

translate = QCoreApplication.translate
Choice = tuple[Path, bool]
"""Which library to open, and whether read-only."""


_MAY_COME_BACK: Final = ("library_gone", "library_not_read")
"""What may be over when somebody puts the file back, or the stick in again."""

_LOST: Final = ("library_damaged", "library_foreign", *_MAY_COME_BACK)


class Trouble:
    """Says what is the matter with the library and offers what can be done; nothing is lost."""

    def __init__(self, problem: Problem, path: Path, parent: QWidget) -> None:
        self._problem = problem
        self._path = path
        self._parent = parent

    def ask(self) -> Choice | None:
        """Return the library to go on with, or None to leave."""
        if self._problem.code == "library_in_use":
            return self._in_use()
        if self._problem.code in _LOST:
            return self._lost()
        return self._other()

    def _in_use(self) -> Choice | None:
        box = self._box()
        look = self._button(box, translate("Trouble", "Open read-only"))
        copy = self._button(box, translate("Trouble", "Work in a copy"))
        again = self._button(box, translate("Trouble", "Try again"))
        pressed = self._pressed(box)
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
        box = self._box()
        restore: QPushButton | None = None
        if backup is not None:
            made = QDateTime.fromSecsSinceEpoch(round(backup.stat().st_mtime))
            when = QLocale().toString(made, "d MMMM")
            text = translate("Trouble", "Take the backup of {date}").replace("{date}", when)
            restore = self._button(box, text)
        again: QPushButton | None = None
        if self._problem.code in _MAY_COME_BACK:
            again = self._button(box, translate("Trouble", "Try again"))
        fresh = self._button(box, translate("Trouble", "Start an empty library"))
        if self._problem.code != "library_gone":
            aside = translate(
                "Trouble", "The old file is not thrown away: it stays beside it under another name."
            )
            box.setInformativeText(aside)
        pressed = self._pressed(box)
        if restore is not None and pressed is restore:
            assert backup is not None
            # It sets aside what is there, but only once the backup is sure to fit.
            return self._guarded(partial(restore_backup, backup, self._path), (self._path, False))
        if again is not None and pressed is again:
            return self._path, False
        if pressed is fresh:
            return self._guarded(partial(start_empty, self._path), (self._path, False))
        return None

    def _other(self) -> Choice | None:
        box = self._box()
        again = self._button(box, translate("Trouble", "Try again"))
        return (self._path, False) if self._pressed(box) is again else None

    def _guarded(self, work: Callable[[], object], choice: Choice) -> Choice | None:
        try:
            work()
        except Problem as problem:
            return Trouble(problem, self._path, self._parent).ask()
        return choice

    def _box(self) -> QMessageBox:
        box = QMessageBox(self._parent)
        box.setWindowTitle("Kring")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(errors.sentence(self._problem))
        return box

    def _button(self, box: QMessageBox, text: str) -> QPushButton:
        return box.addButton(text, QMessageBox.ButtonRole.ActionRole)

    def _pressed(self, box: QMessageBox) -> object:
        box.addButton(translate("Trouble", "Quit"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        box.deleteLater()
        return box.clickedButton()


def _unused(path: Path, word: str) -> Path:
    """Return a name beside `path` that nothing has yet."""
    named = (path.with_stem(f"{path.stem}-{word}-{number}") for number in count(1))
    return next(other for other in named if not os.path.lexists(other))
