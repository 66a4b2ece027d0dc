"""The pages of a report as they will be, one below the other."""

from collections import deque
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.views.widgets import theme
from app.words import say

_WIDEST: Final = 420
"""Pixels of a page at text size 100 %."""
_AROUND: Final = 48


class Preview(QScrollArea):
    """Shows pages as wide as there is room for; those of before stay until there are others."""

    heard_as = "picture"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say("What the report looks like"))
        self._width = theme.scaled(_WIDEST)
        inside = QWidget(self)
        self.setWidget(inside)
        for under in (inside, self.viewport()):
            under.setAutoFillBackground(False)  # the frame around it shows between the pages
        column = self._column = QVBoxLayout(inside)
        column.setSpacing(theme.scaled(12))
        column.addStretch(1)
        self.pages: list[QLabel] = []
        self._pages: tuple[bytes, ...] = ()
        self._waiting: deque[bytes] = deque()
        self._next = 0
        # One page at a time: to read a picture takes a moment, and all of them many.
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._show_one)

    def sizeHint(self) -> QSize:
        """Ask for room for a whole page."""
        width = theme.scaled(_WIDEST)
        return QSize(width + theme.scaled(_AROUND), round(width * 1.5))

    def minimumSizeHint(self) -> QSize:
        """Do with a small page."""
        return QSize(theme.scaled(160), theme.scaled(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the pages as wide as there is room for now."""
        super().resizeEvent(event)
        room = self.viewport().width() - 24
        width = max(80, min(theme.scaled(_WIDEST), room))
        if width != self._width:
            self._width = width
            self.show_pages(self._pages)

    @property
    def is_busy(self) -> bool:
        """Tell whether pages are still to be shown."""
        return bool(self._waiting)

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show these pages (PNG)."""
        self._pages = tuple(pages)
        self._waiting = deque(pages)
        self._next = 0
        for label in self.pages[len(pages) :]:
            label.hide()
            label.deleteLater()
        del self.pages[len(pages) :]
        self._timer.start()

    def _show_one(self) -> None:
        if not self._waiting:
            self._timer.stop()
            return
        if self._next == len(self.pages):
            label = QLabel(self.widget())
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.insertWidget(self._next, label)
            label.show()
            self.pages.append(label)
        label = self.pages[self._next]
        self._next += 1
        label.setPixmap(self._pixmap(self._waiting.popleft()))
        name = say("Page {n}", n=self._next)
        label.setAccessibleName(name)

    def _pixmap(self, page: bytes) -> QPixmap:
        pixmap = QPixmap()
        pixmap.loadFromData(page, "PNG")
        ratio = self.devicePixelRatioF()
        size = QSize(round(self._width * ratio), round(self._width * ratio * 1.5))
        smooth = Qt.TransformationMode.SmoothTransformation
        pixmap = pixmap.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
