"""What is being typed and is not kept yet: kept before anything it stands on goes away.

Whatever has an editor in it watches over that: see `Drafts`. Before the window closes, the
screens are built anew, another screen comes or another map opens, `keep` has all of them store.
"""

from time import perf_counter
from typing import Final, Protocol
from weakref import ref

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

SLOW: Final = 0.03
"""Seconds that storing may take at each letter; where it takes longer, letters share a step."""
_SHARE: Final = 10
"""How many times as long as storing takes, letters are gathered for the next time."""
_LONGEST: Final = 2.0
"""Seconds a letter waits at most."""


class Drafts(Protocol):
    """Something in which a person types."""

    def draft(self) -> str:
        """Return the typed text that is not stored yet, or ""."""

    def keep_draft(self) -> None:
        """Store it."""


_watched: "list[ref[Drafts]]" = []


def watch(editor: Drafts) -> None:
    """Count something among what `keep` looks at; it is a widget or the child of one."""
    # By weak reference: whoever is cleared away is not held here.
    _watched.append(ref(editor, _watched.remove))


def keep(page: QWidget, *, but: Drafts | None = None) -> list[str]:
    """Have everything on a page store what was typed in it; returns what could not be stored."""
    for editor in _on(page):
        if editor is not but and editor.draft():
            editor.keep_draft()
    return [text for editor in _on(page) if editor is not but and (text := editor.draft())]


def unkept(page: QWidget) -> list[str]:
    """Return the typed text of a page that is not stored yet."""
    return [text for editor in _on(page) if (text := editor.draft())]


def _on(page: QWidget) -> list[Drafts]:
    return [found for one in _watched if (found := one()) is not None and _is_on(found, page)]


def _is_on(editor: object, page: QWidget) -> bool:
    if not isinstance(editor, QObject) or not isValid(editor):
        return False
    widget: QObject | None = editor
    while widget is not None and not isinstance(widget, QWidget):
        widget = widget.parent()
    return isinstance(widget, QWidget) and (widget is page or page.isAncestorOf(widget))


class PendingLetters(QObject):
    """Knows whether letters wait to be stored, so that nobody says they are kept."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._paces: list[Pace] = []

    def __bool__(self) -> bool:
        return bool(self._paces)

    def note(self, pace: "Pace", *, waits: bool) -> None:
        """Hear of a pace that letters wait there, or no longer."""
        if (pace in self._paces) is not waits:
            (self._paces.append if waits else self._paces.remove)(pace)
            self.changed.emit()

    def settle(self) -> None:
        """Store what waits: something else is going to be done."""
        for pace in list(self._paces):
            pace.settle() if isValid(pace) else self._paces.remove(pace)


pending: Final = PendingLetters()
"""The letters of the whole application."""


class Pace(QTimer):
    """Stores each letter at once where that is quick, and several in one step where it is not.

    Its owner calls `type` at each letter and stores when it hears `due`.
    """

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._took = 0.0
        self.is_giving = False
        """Whether `due` is being heard: who shows the old value meanwhile was refused the new one,
        and what is typed stays where it is, to be tried again with the next letter."""
        self.setSingleShot(True)
        self.timeout.connect(self._store)

    def type(self) -> None:
        """Hear of a letter."""
        if self._took <= SLOW:
            self._store()
        elif not self.isActive():
            self.start(round(1000 * min(_SHARE * self._took, _LONGEST)))
            pending.note(self, waits=True)

    def settle(self) -> None:
        """Store now what waits."""
        if self.isActive():
            self.stop()
            self._store()

    def give(self) -> None:
        """Store now what stands there, whether it waits or not."""
        self.stop()
        self._store()

    def forget(self) -> None:
        """Let go of what waits: something else was given in its place."""
        self.stop()
        pending.note(self, waits=False)

    def _store(self) -> None:
        began = perf_counter()
        self.is_giving = True
        try:
            self.due.emit()
        finally:
            self.is_giving = False
        self._took = perf_counter() - began
        pending.note(self, waits=False)
