"""What is printed: its name, and its pages, made anew for each way in which they are asked for."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from app.views.widgets import theme

SHARP: Final = 300
"""Dots an inch that are painted at most; more is not seen, and takes long on A3."""

_MARGIN: Final = 22 / 210
"""Of a page, as a share of its width."""

_MILLIMETRES: Final = 210
"""The width of a page of A4, in which the rest is told."""
_FOOT_AT: Final = 280
"""Millimetres from the top to the foot of a page of a report, ..."""
_FOOT_LETTERS: Final = 3
"""... how high its letters are, ..."""
_FOOT: Final = QColor(89, 89, 89)
"""... and how dark."""

Page: TypeAlias = Callable[[QPainter, QRectF, int], None]
"""Paints one page into a rectangle of a device with so many dots an inch."""


class SheetRequest(NamedTuple):
    """How the pages are wanted."""

    upright: bool = True
    grey: bool = False
    dots: int = 90
    """Dots an inch: as many as a preview needs, or a printer."""


class Sheets(QObject):
    """Makes the pages of one thing; `made` brings them, at once or once they are there."""

    made = Signal(object)
    """A sequence of `Page`."""
    failed = Signal(object)
    """They could not be made, for this `Problem`."""
    turns = False
    """It fills the sheet, and is laid out for one that lies as well. Else its pages are of the
    shape of A4 with margins of their own, and two of them stand side by side on one that lies."""

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title

    def make(self, asked: SheetRequest) -> None:
        """Begin to make the pages."""
        raise NotImplementedError

    def stop(self) -> None:
        """Make them no longer: nobody waits for them."""


def picture(
    paint_at: Callable[[float], QImage],
    size: QSizeF,
    *,
    grey: bool = False,
    has_margins: bool = False,
) -> Page:
    """Return a page with a picture as large as fits in its middle.

    `paint_at` gives it at a scale, of which 1 has this `size`. With margins, as large as those of
    a report, it stands at the top of what is within them, as a text would.
    """

    def paint(painter: QPainter, room: QRectF, dots: int) -> None:
        if has_margins:
            side = room.width() * _MARGIN
            room = room.adjusted(side, side, -side, -side)
        at = _fitted(size, room)
        if has_margins:
            at.moveTop(room.top())
        image = paint_at(at.width() * min(1.0, SHARP / max(dots, 1)) / size.width())
        _draw(painter, at, image, grey=grey)

    return paint


def pictures(files: Sequence[bytes], *, grey: bool) -> list[Page]:
    """Return pages that are there as PNG files; one is only read when it is painted."""

    def page(content: bytes) -> Page:
        def paint(painter: QPainter, room: QRectF, _dots: int) -> None:
            image = QImage.fromData(content)
            _draw(painter, _fitted(QSizeF(image.size()), room), image, grey=grey)

        return paint

    return [page(content) for content in files]


def with_foot(page: Page, title: str, number: str) -> Page:
    """Return a page with a title and its number below it, as a page of a report has them."""

    def paint(painter: QPainter, room: QRectF, dots: int) -> None:
        page(painter, room, dots)
        unit = room.width() / _MILLIMETRES
        font = QFont(painter.font())
        font.setFamily(theme.FAMILY)
        font.setPixelSize(max(round(_FOOT_LETTERS * unit), 1))
        painter.setFont(font)
        painter.setPen(_FOOT)
        side = room.width() * _MARGIN
        foot = QRectF(room.left() + side, room.top() + _FOOT_AT * unit, 0, 2 * side)
        foot.setWidth(room.width() - 2 * side)
        letters, gap = QFontMetricsF(font, painter.device()), 8 * unit
        left = foot.width() - letters.horizontalAdvance(number) - gap
        shown = letters.elidedText(title, Qt.TextElideMode.ElideRight, left)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, number)

    return paint


def _fitted(size: QSizeF, room: QRectF) -> QRectF:
    fitted = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    at = QRectF(0, 0, fitted.width(), fitted.height())
    at.moveCenter(room.center())
    return at


def _draw(painter: QPainter, at: QRectF, image: QImage, *, grey: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if grey:
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    painter.drawImage(at, image)
