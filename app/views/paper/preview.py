"""The sheet as it will come out of the printer, as large as there is room for."""

from collections.abc import Callable
from typing import Final, TypeAlias

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.views.widgets import theme
from app.words import say

_AROUND: Final = 16
"""Room around the sheet at text size 100 %."""
_FINER: Final = 2
"""Painted so many times larger and made smaller again: small letters keep their shape."""
_NOTCH: Final = 120
"""What one click of a wheel counts for."""

Paint: TypeAlias = Callable[[QPainter, float], None]
"""Paints the sheet at so many dots an inch, from its upper left corner."""


class SheetSeen(QWidget):
    """Shows one sheet on the ground of the app, with a thin edge; the wheel asks for another."""

    heard_as = "picture"
    turned = Signal(int)
    """So many sheets on, or back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("The page as it will be printed"))
        self._inches = (1.0, 1.0)
        self._paint: Paint | None = None
        self._seen = QPixmap()
        self._rolled = 0
        # While the window is being made larger, the sheet that is there is stretched.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._make)

    def minimumSizeHint(self) -> QSize:
        """Do with a small sheet."""
        return QSize(theme.scaled(160), theme.scaled(160))

    def show_sheet(self, inches: tuple[float, float], paint: Paint | None) -> None:
        """Show a sheet of so many inches, or an empty one."""
        self._inches, self._paint = inches, paint
        self._make()

    @property
    def place(self) -> QRect:
        """Return the rectangle of the sheet."""
        around = theme.scaled(_AROUND)
        room = self.rect().adjusted(around, around, -around, -around)
        wide, high = self._inches
        width = max(min(room.width(), round(room.height() * wide / high)), 1)
        at = QRect(0, 0, width, max(round(width * high / wide), 1))
        at.moveCenter(room.center())
        return at

    def _make(self) -> None:
        size = self.place.size() * self.devicePixelRatioF()
        sheet = QImage(size * _FINER, QImage.Format.Format_RGB32)
        sheet.fill(Qt.GlobalColor.white)
        if self._paint is not None:
            painter = QPainter(sheet)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, sheet.width() / self._inches[0])
            painter.end()
        smooth = Qt.TransformationMode.SmoothTransformation
        ratio = Qt.AspectRatioMode.IgnoreAspectRatio
        self._seen = QPixmap.fromImage(sheet.scaled(size, ratio, smooth))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet on its ground."""
        painter, colours = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), colours.colour("tray"))
        painter.drawPixmap(self.place, self._seen)
        painter.setPen(QPen(colours.colour("hairline"), 1))
        painter.drawRect(self.place.adjusted(-1, -1, 0, 0))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint it anew for the room there is now."""
        super().resizeEvent(event)
        self._later.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go on or back by a sheet."""
        self._rolled += event.angleDelta().y()
        sheets = int(self._rolled / _NOTCH)
        if sheets:
            self._rolled -= sheets * _NOTCH
            self.turned.emit(-sheets)
        event.accept()
