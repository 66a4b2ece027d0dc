"""What is seen through the other lenses, laid out while nobody is at work."""

from typing import Final

from PySide6.QtCore import QObject, QTimer

from app.analysis.lens import LENSES
from app.background import Task
from app.views.map.layout_request import Asked
from app.views.map.scene import MapScene

_REST: Final = 700
"""Milliseconds of rest after which they are laid out; that takes longest of a change of lens."""


class OtherLenses(QObject):
    """Lays the map of a scene out in a thread, lens by lens, so that whoever changes finds it."""

    def __init__(self, scene: MapScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self._laid = dict[str, Asked]()
        """What each lens was laid out for last."""
        self.rest = QTimer(self, singleShot=True, interval=_REST)
        self.rest.timeout.connect(self._lay_next)
        self._laying = Task(self)
        self._laying.done.connect(self._go_on)
        scene.laid_out.connect(self.rest.start)

    def stop(self) -> None:
        """Let no thread work on: the window closes."""
        self.rest.stop()
        self._laying.stop()  # else the one that ends begins the next

    @property
    def waiting(self) -> list[Asked]:
        """Return what is not laid out yet of the map as it is, by lens."""
        scene = self._scene
        others = [lens for lens in LENSES.values() if scene.map is not None and lens != scene.lens]
        asked = [scene.asked_in(scene.look._replace(lens=lens)) for lens in others]
        return [one for one in asked if self._laid.get(one.lens.id) != one]

    def _lay_next(self) -> None:
        for asked in self.waiting[:1]:
            self._laid[asked.lens.id] = asked
            self._laying.start(self._scene.laying(asked))

    def _go_on(self, _laid: object) -> None:
        if not self.rest.isActive():  # else somebody went on working meanwhile
            self._lay_next()
