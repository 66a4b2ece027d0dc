"""What is seen through the other lenses, laid out while nobody is at work."""

from typing import Final

from PySide6.QtCore import QObject, QTimer

from app.analysis.lens import LENSES
from app.background import Task
from app.layout.picture import Picture
from app.views.map.layout_request import Asked, Fonts, laid_out
from app.views.map.scene import MapScene

_REST: Final = 700
"""Milliseconds of rest after which they are laid out; that takes longest of a change of lens."""


class OtherLenses(QObject):
    """Lays the map of a scene out in a thread, lens by lens, so that whoever changes finds it."""

    def __init__(self, scene: MapScene) -> None:
        super().__init__(scene)
        self._scene = scene
        self.rest = QTimer(self, singleShot=True, interval=_REST)
        self.rest.timeout.connect(self._lay_next)
        self._laying = Task(self)
        self._laying.done.connect(self._keep)
        scene.laid_out.connect(self.rest.start)

    def stop(self) -> None:
        """Let no thread work on: the window closes."""
        self.rest.stop()
        self._laying.wait()

    def _lay_next(self) -> None:
        """Lay out the first that is not there yet, if any."""
        scene = self._scene
        for lens in LENSES.values() if scene.map is not None else ():
            asked = scene.asked_in(scene.look._replace(lens=lens))
            if lens != scene.lens and scene.laid_ahead.get(lens.id, (None,))[0] != asked:
                self._laying.start(_laid, asked, Fonts.worn(), scene.stands_still)
                return

    def _keep(self, laid: tuple[Asked, Picture]) -> None:
        self._scene.laid_ahead[laid[0].lens.id] = laid
        if not self.rest.isActive():  # else somebody went on working meanwhile
            self._lay_next()


def _laid(asked: Asked, fonts: Fonts, pans: bool) -> tuple[Asked, Picture]:
    return asked, laid_out(asked, fonts, pans=pans)
