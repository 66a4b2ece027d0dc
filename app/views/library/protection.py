"""What can be done with the password of the maps, and locking them when nobody is there."""

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from app.document import Document
from app.views.library.password import RemovePassword, SetPassword, told
from app.views.widgets.question import Question
from app.words import say

if TYPE_CHECKING:
    from app.storage.library import Library

LOCK: Final = "lock"
"""The answer of who wants the maps locked now."""

MINUTES: Final = 15
"""Of rest, after which maps with a password are locked."""

_LOOK_EVERY: Final = 20_000


def ask(library: "Library", parent: QWidget) -> str:
    """Ask what is to happen to the password, and do it; returns what is to be told, or `LOCK`."""
    if not library.is_protected():
        return told("set", SetPassword(library, parent).ask())
    text = say("Your maps have a password.")
    more = say("Kring locks them automatically if you are away for {n} minutes.", n=MINUTES)
    box = Question(parent, text, more)
    lock = box.act(say("Lock now"))
    change = box.act(say("Change the password …"))
    code = box.act(say("A new recovery code …"))
    remove = box.destroy_by(say("Remove the password …"))
    box.leave_by(say("Leave it like this"))
    pressed = box.ask()
    if pressed is lock:
        return LOCK
    if pressed is change:
        return told("changed", SetPassword(library, parent, code=False).ask())
    if pressed is code:
        return told("code", SetPassword(library, parent, password=False).ask())
    if pressed is remove:
        return told("removed", RemovePassword(library, parent).ask())
    return ""


def ask_anew(library: "Library", parent: QWidget) -> str:
    """Ask for another password after the recovery code was used; returns what is to be told."""
    return told("changed", SetPassword(library, parent, code=False, knows=False).ask())


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
