"""Saving from a window: the file is written in a thread, for a slow place would stop the window.

Whoever saves goes on when the file is there, or has its `Problem`, as if it had been written at
once. Where that takes long, a window says so, and one need not wait.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from app.background import Task
from app.exchange import files
from app.models.problem import Problem
from app.views.widgets.question import Question
from app.words import say

_SOON: Final = 300
"""Milliseconds in which a file is there mostly; until then nobody is told, or can do another."""


def write_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`, as `files.write_file` does, and with the problems of `save`."""
    save(path, partial(files.write_file, path, content))


def write_last(window: QDialog, path: Path, content: bytes) -> None:
    """Write what a window was there for, out of sight: it would say its name again as it closes.

    Where that fails it stands there as before.
    """
    window.hide()
    try:
        write_file(path, content)
    except Problem:
        window.open()
        raise


def save(path: Path, write: Callable[[], object]) -> None:
    """Let `write` put a file at `path`, in a thread.

    Raises its `Problem`, or `file_not_waited_for` where somebody waits no longer.
    """
    ended: list[Exception | None] = []
    task, soon = Task(), QEventLoop()
    patience = QTimer(soon, singleShot=True, interval=_SOON)
    patience.timeout.connect(soon.quit)
    task.done.connect(lambda _: ended.append(None))
    task.failed.connect(ended.append)
    task.done.connect(soon.quit)
    task.failed.connect(soon.quit)
    task.start(write)
    patience.start()
    soon.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if not ended:
        text = say("{file} is being saved. The place where you put it is slow.", file=path.name)
        waiting = Question(QApplication.activeWindow(), text)
        waiting.leave_by(say("Do not wait"))
        task.done.connect(waiting.accept)
        task.failed.connect(waiting.accept)
        waiting.ask()
    if not ended:
        raise Problem("file_not_waited_for", file=path)
    if ended[0] is not None:
        raise ended[0]
