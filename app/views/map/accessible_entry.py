"""An entry of the map for assistive technology: somebody, or something that is drawn."""

import weakref
from typing import Any

from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

Found = Any
"""An interface or None; Qt's own types leave the None out."""
Voice = Any
"""The voice of the map, which makes these: it cannot be named here, as it knows them."""


class Entry(QAccessibleWidget):
    """What all entries of the list have: a map above them, and nobody below.

    Made as if for the view, because only the interfaces of widgets can have actions in Python.
    """

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice.view, QAccessible.Role.ListItem)
        self._voice = weakref.ref(voice)

    def parentObject(self) -> Any:
        """Return the map."""
        voice = living(self._voice)
        return voice.view if voice is not None else None

    def window(self) -> Any:
        """Return the window of the map."""
        voice = living(self._voice)
        return voice.view.window().windowHandle() if voice is not None else None

    def parent(self) -> Found:
        """Return the map."""
        voice = living(self._voice)
        return QAccessible.queryAccessibleInterface(voice.view) if voice is not None else None

    def childCount(self) -> int:
        """Return 0."""
        return 0

    def child(self, index: int) -> Found:
        """Return nobody."""
        return None

    def childAt(self, x: int, y: int) -> Found:
        """Return nobody."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return -1."""
        return -1

    def focusChild(self) -> Found:
        """Return nobody."""
        return None

    def relations(self, match: Any = None) -> list[Any]:
        """Return none."""
        return []

    def foregroundColor(self) -> QColor:
        """Return none: the colours say nothing that the words do not."""
        return QColor()

    def backgroundColor(self) -> QColor:
        """Return none."""
        return QColor()

    def keyBindingsForAction(self, name: str) -> list[str]:
        """Return none: the keys are those of the map."""
        return []


def living(voice: "weakref.ref[Any]") -> Any:
    """Return the voice, unless it went with its view."""
    found = voice()
    return found if found is not None and isValid(found) and found.parent() is not None else None
