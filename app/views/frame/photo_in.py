"""Where a photo of a drawing on paper comes from: a file, what is dropped, the clipboard."""

import base64
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.background import Task
from app.document import Document
from app.models.jpeg import frame_of
from app.models.problem import Problem
from app.models.rules import LEAST_WIDTH
from app.views.incoming.reader import PATIENCE
from app.views.map.tools import may_draw
from app.views.map.view import MapView
from app.words import say

_ROOM: Final = (2.2, 1.9)
"""How wide and high it may lie at first, in radii of the drawn circle: its corners are seen."""


class PhotoIn(QObject):
    """Lays a photo under the open map, and puts the tool in the hand that moves it."""

    lain = Signal()
    """A photo lies under the map, which is to be seen."""
    failed = Signal(object)
    settled = Signal(object)
    """A `Problem` that was told of is none any longer: another photo lies there."""

    def __init__(self, document: Document, view: MapView, page: QWidget) -> None:
        super().__init__(page)
        self._document = document
        self._view = view
        view.toolbox.photo.asked.connect(self.choose)
        self._refused: Problem | None = None
        self._for = ""
        """The map under which the photo is to lie that is being read."""
        self.reading = Task(self)
        self.reading.done.connect(self._lay)
        self.reading.failed.connect(self._break)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._say_slow)

    def choose(self) -> None:
        """Ask for a photo or scan."""
        if not self._document.is_open or not may_draw(self._document):
            return
        from PySide6.QtWidgets import QFileDialog  # its enums take a while to make

        from app.photo_file import READABLE
        from app.views.widgets.save_dialog import folder

        page = self.parent()
        assert isinstance(page, QWidget)
        endings = [f"*{case}" for ending in READABLE for case in (ending, ending.upper())]
        kinds = say("Photos and scans ({endings})", endings=" ".join(endings))
        title = say("Photo or scan of a drawing")
        name, _ = QFileDialog.getOpenFileName(page, title, str(folder()), kinds)
        if name:
            self.lay(Path(name))
        elif self._document.ground is None:
            self._view.toolbox.put_down()

    def lay(self, photo: Path | QImage) -> None:
        """Lay the photo of a file under the map, or pixels as the clipboard has them."""
        if self._document.is_open and may_draw(self._document):
            self._for = self._document.map.network.id
            self._patience.start()
            self.reading.start(_kept, photo)

    def _lay(self, jpeg: str | Problem) -> None:
        """Lay it there, unless another map was opened meanwhile."""
        self._patience.stop()
        document = self._document
        if isinstance(jpeg, Problem):
            self._refused = jpeg
            self.failed.emit(jpeg)
        elif document.is_open and document.map.network.id == self._for and may_draw(document):
            frame = frame_of(base64.b64decode(jpeg))
            assert frame is not None
            width = min(_ROOM[0], _ROOM[1] * frame.width / frame.height)
            if document.lay_photo(jpeg, max(width, LEAST_WIDTH)) is not None:
                if self._refused is not None:
                    self.settled.emit(self._refused)
                    self._refused = None
                self.lain.emit()
                self._view.setFocus()
                self._view.toolbox.put_down()
                self._view.drawing_commands.hold_photo()

    def _break(self, error: BaseException) -> None:
        self._patience.stop()
        raise error

    def _say_slow(self) -> None:
        self._view.drawing_commands.said.emit(
            say("Reading the photo. You can carry on in the meantime.")
        )


def _kept(photo: Path | QImage) -> str | Problem:
    """Return a photo as it is kept; runs in a thread, as a place may be slow and a photo large."""
    from app.photo_file import kept_file, kept_image

    try:
        if isinstance(photo, Path):
            return kept_file(photo)
        return kept_image(photo, say("The picture"))
    except Problem as problem:
        return problem
