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
        self._laying.wait()

    @property
    def waiting(self) -> list[str]:
        """Return the lenses that are not laid out for the map as it is."""
        scene = self._scene
        others = [lens for lens in LENSES.values() if scene.map is not None and lens != scene.lens]
        looks = {lens.id: scene.look._replace(lens=lens) for lens in others}
        return [k for k, look in looks.items() if self._laid.get(k) != scene.asked_in(look)]

    def _lay_next(self) -> None:
        for lens in self.waiting[:1]:
            look = self._scene.look._replace(lens=LENSES[lens])
            self._laid[lens] = self._scene.asked_in(look)
            self._laying.start(self._scene.laying(look))

    def _go_on(self, _laid: object) -> None:
        if not self.rest.isActive():  # else somebody went on working meanwhile
            self._lay_next()
