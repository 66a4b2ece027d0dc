"""Outlines and texts on the map as entries of its list, for assistive technology."""

import weakref
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from app.models.network import Note, Outline
from app.views.map.accessible_entry import Entry, Voice, living
from app.views.map.drawing_menu import heard_of


class DrawnThing(QObject):
    """Stands for an outline or a text: every interface has an object, with which it goes."""

    def __init__(self, key: str, voice: Voice) -> None:
        super().__init__(voice)
        self.key = key


class DrawnAccessible(Entry):
    """An outline with who is in it, or a text."""

    def __init__(self, thing: DrawnThing, voice: Voice) -> None:
        super().__init__(voice)
        self._thing, self._key = weakref.ref(thing), thing.key

    def object(self) -> Any:
        """Return the object that stands for it."""
        return self._thing()

    def isValid(self) -> bool:
        """Tell whether it is still on the map."""
        voice = living(self._voice)
        scene = voice.scene if voice is not None else None
        return scene is not None and self._key in scene.drawing.keys

    def text(self, kind: QAccessible.Text) -> str:
        """Return what it says, and who is in it, as the name."""
        voice = living(self._voice)
        if kind != QAccessible.Text.Name or voice is None or voice.scene is None:
            return ""
        whole = voice.scene.map
        record = whole.records.get(self._key) if whole is not None else None
        drawn = isinstance(record, Outline | Note) and whole is not None
        return heard_of(record, whole) if drawn else ""  # type: ignore[arg-type]

    def rect(self) -> QRect:
        """Return its words, or where they would stand, on the screen."""
        voice = living(self._voice)
        if voice is None or voice.scene is None:
            return QRect()
        view = voice.view
        box: QRect = view.mapFromScene(voice.scene.drawing.box(self._key)).boundingRect()
        corner: QPoint = view.viewport().mapToGlobal(QPoint(0, 0))
        return box.translated(corner)

    def state(self) -> QAccessible.State:
        """Return its state: whether keys speak to it, and whether it is seen."""
        state = QAccessible.State()
        voice = living(self._voice)
        if voice is None or voice.scene is None or not self.isValid():
            state.invalid = True
            return state
        view = voice.view
        state.focusable = state.selectable = True
        state.selected = voice.scene.drawing.chosen == self._key
        state.focused = state.selected and view.hasFocus()
        state.invisible = not view.isVisible()
        shown = view.viewport().rect().translated(view.viewport().mapToGlobal(QPoint(0, 0)))
        state.offscreen = not shown.intersects(self.rect())
        return state

    def actionNames(self) -> list[str]:
        """Return: to let keys speak to it."""
        return [
            QAccessibleActionInterface.pressAction(),
            QAccessibleActionInterface.setFocusAction(),
        ]

    def doAction(self, name: str) -> None:
        """Let keys speak to it."""
        voice = living(self._voice)
        if voice is not None and voice.scene is not None and name in self.actionNames():
            voice.view.setFocus()
            voice.scene.drawing.choose(self._key)
