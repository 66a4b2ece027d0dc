"""How something looks that is large or slow to paint, kept for the pixels of a screen."""

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from app.views.widgets import theme

_MOST: Final = 12_000_000
"""Pixels of the largest picture that is kept; a larger one is painted where it is seen."""


class KeptPicture:
    """Paints a thing once, and from then on as it looked, until another size or theme is asked.

    Not Qt's: that keeps what is seen, and paints it anew while one pans.
    """

    def __init__(self) -> None:
        self._kept: QPixmap | None = None
        self._kept_as: object = None

    def drop(self) -> None:
        """Have it painted anew: it looks otherwise now."""
        self._kept = None

    def paint(self, painter: QPainter, room: QRectF, draw: Callable[[QPainter], None]) -> None:
        """Paint what `draw` draws within a room."""
        scale = painter.deviceTransform().m11()
        left, top = math.floor(room.left() * scale), math.floor(room.top() * scale)
        width = math.ceil(room.right() * scale) - left
        height = math.ceil(room.bottom() * scale) - top
        if width * height > _MOST:
            draw(painter)
            return
        asked = scale, theme.current()
        if self._kept is None or self._kept_as != asked:
            self._kept, self._kept_as = QPixmap(width, height), asked
            self._kept.fill(Qt.GlobalColor.transparent)
            into = QPainter(self._kept)
            into.setRenderHints(painter.renderHints())
            into.translate(-left, -top)
            into.scale(scale, scale)
            draw(into)
            into.end()
        whole = QRectF(left / scale, top / scale, width / scale, height / scale)
        painter.drawPixmap(whole, self._kept, QRectF(self._kept.rect()))
