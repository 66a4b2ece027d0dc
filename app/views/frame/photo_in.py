"""Where a photo of a drawing on paper comes from: a file, what is dropped, the clipboard."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from app.document import Document
from app.models.problem import Problem
from app.views.map.photo_read import SUFFIXES, kept_file, kept_image
from app.views.map.tools import may_draw
from app.views.map.view import MapView
from app.words import say

_WIDTH: Final = 2.4
"""How wide a photo lies at first, in radii of the drawn circle: a little wider than the circle."""


class PhotoIn(QObject):
    """Lays a photo under the open map, and puts the tool in the hand that moves it."""

    told = Signal(str)
    lain = Signal()
    """A photo lies under the map, which is to be seen."""
    failed = Signal(object)

    def __init__(self, document: Document, view: MapView, page: QWidget) -> None:
        super().__init__(page)
        self._document = document
        self._view = view
        view.toolbox.photo.asked.connect(self.choose)

    def choose(self) -> None:
        """Ask for a photo or scan."""
        if not self._document.is_open or not may_draw(self._document):
            return
        from app.views.widgets.saving import folder

        page = self.parent()
        assert isinstance(page, QWidget)
        kinds = say("Photos and scans ({endings})", endings=" ".join(f"*{s}" for s in SUFFIXES))
        title = say("Photo or scan of a drawing")
        name, _ = QFileDialog.getOpenFileName(page, title, str(folder()), kinds)
        if name:
            self.lay(Path(name))
        elif self._document.ground is None:
            self._view.toolbox.put_down()

    def lay(self, photo: Path | QImage) -> bool:
        """Lay the photo of a file under the map, or pixels as the clipboard has them."""
        if not self._document.is_open or not may_draw(self._document):
            return False
        try:
            if isinstance(photo, Path):
                jpeg = kept_file(photo)
            else:
                jpeg = kept_image(photo, say("The picture"))
        except Problem as problem:
            self.failed.emit(problem)
            return False
        if self._document.lay_photo(jpeg, _WIDTH) is None:
            return False
        self.lain.emit()
        self._view.drafting.hold_photo()
        self.told.emit(
            say("The photo lies under the map, faded. Now drag it until it fits, and draw over it.")
        )
        return True
