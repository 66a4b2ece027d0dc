"""The map on paper: one page of any size, laid out for a sheet that stands or lies."""

from typing import Final

from PySide6.QtCore import QSizeF

from app.models.network import Map
from app.views.map.lens_and_layers import Look
from app.views.paper.sheets import SheetRequest, Sheets, picture
from app.views.picture.portrait import PictureOptions, Portrait
from app.words import phrases

_SIDE: Final = 1240
"""The long side of the picture at 1x, which the page is filled with."""


class MapSheet(Sheets):
    """One map in one look."""

    turns = True

    def __init__(self, whole: Map, look: Look) -> None:
        super().__init__(phrases.map_title(whole.network))
        self._whole, self._look = whole, look

    def make(self, asked: SheetRequest) -> None:
        """Lay the map out for a page of a size of the series A."""
        short = round(_SIDE / 2**0.5)
        width, height = (short, _SIDE) if asked.upright else (_SIDE, short)
        options = PictureOptions(width=width, height=height, grey=asked.grey)
        portrait = Portrait(self._whole, self._look, options)
        self.made.emit([picture(portrait.image, QSizeF(portrait.size), grey=asked.grey)])
