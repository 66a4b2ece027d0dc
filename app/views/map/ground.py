"""The ground of the map: rings and sectors with their labels, and how text is written on it."""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.layout.picture import Box, Picture
from app.views.widgets import theme


def rect_of(box: Box) -> QRectF:
    """Return a box of the layout as Qt has it."""
    return QRectF(box.x, box.y, box.w, box.h)


def ground_words(picture: Picture) -> list[QRectF]:
    """Return where the names of the rings and of the sectors are written."""
    boxes = [part.box for parts in (picture.rings, picture.sectors) for part in parts]
    return [rect_of(box) for box in boxes if box is not None]


class Backdrop(QGraphicsItem):
    """Rings and sectors with their labels. Says nothing in the free lens."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-10)
        self._picture: Picture | None = None
        self._settings: tuple[str | None, ...] = ()
        self._band: int | None = None

    def show_picture(self, picture: Picture, settings: tuple[str | None, ...]) -> None:
        """Show the rings and sectors of a picture; `settings` belong to its sectors."""
        if picture is self._picture and settings == self._settings:
            return
        self.prepareGeometryChange()
        self._picture, self._settings, self._band = picture, settings, None
        self.update()

    def highlight(self, band: int | None) -> None:
        """Bring out the ring somebody would land in."""
        if band != self._band:
            self._band = band
            self.update()

    def boundingRect(self) -> QRectF:
        """Return the whole picture."""
        picture = self._picture
        return QRectF(0, 0, picture.width, picture.height) if picture else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint tints first, then rings, then labels."""
        picture = self._picture
        if picture is None or not picture.rings:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        middle = QPointF(picture.cx, picture.cy)
        self._paint_tints(painter, picture, colours)
        ring_pen = dotted(painter, colours.mix("ring", "paper", 0.85), [1.0, 2.0])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for band, ring in enumerate(picture.rings):
            bold = band == self._band
            painter.setPen(QPen(colours.colour("focus"), 2) if bold else ring_pen)
            painter.drawEllipse(middle, ring.outer, ring.outer)
            if bold and ring.inner > 0:
                painter.drawEllipse(middle, ring.inner, ring.inner)
        painter.setFont(_rim_font())
        for sector, setting in zip(picture.sectors, self._settings, strict=True):
            if sector.box is not None:
                # On a field of its own, so that it is not read with the name of somebody near.
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.mix(setting or "no_setting", "paper", 0.14))
                painter.drawRoundedRect(rect_of(sector.box).adjusted(-4, 0, 4, 0), 5, 5)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(colours.setting(setting))
                _draw_lines(painter, sector.lines, rect_of(sector.box), sector.align)

    def _paint_tints(self, painter: QPainter, picture: Picture, colours: theme.Theme) -> None:
        outer = picture.rings[-1].outer
        circle = QRectF(picture.cx - outer, picture.cy - outer, 2 * outer, 2 * outer)
        painter.setPen(Qt.PenStyle.NoPen)
        if not picture.sectors:
            painter.setBrush(colours.mix("ring", "paper", 0.05))
            painter.drawEllipse(circle)
            return
        for sector, setting in zip(picture.sectors, self._settings, strict=True):
            painter.setBrush(colours.mix(setting or "no_setting", "paper", 0.07))
            # Qt counts sixteenths of a degree, against the clock, from three o'clock.
            start = round((90 - sector.end) * 16)
            painter.drawPie(circle, start, round((sector.end - sector.start) * 16))


def dotted(painter: QPainter, colour: QColor, dots: list[float]) -> QPen:
    """Return the pen of a thin dotted line; `dots` are lengths and gaps in turn.

    On a screen it is a hairline, one pixel wide however sharp the screen is: Qt paints that
    thirty times as fast.
    """
    pen = QPen(colour, 1)
    pixels = painter.device().devicePixelRatioF()
    # In a picture to keep a hairline would be half as wide, or less, as everything else.
    kept = isinstance(painter.device(), QImage)
    hairline = painter.paintEngine().type() == QPaintEngine.Type.Raster and not kept
    pen.setCosmetic(hairline)
    pen.setDashPattern([dot * pixels if hairline else dot for dot in dots])
    return pen


def _rim_font() -> QFont:
    chosen = theme.font("label")
    chosen.setWeight(QFont.Weight.DemiBold)
    return chosen


def small_fonts() -> tuple[QFont, QFont]:
    """Return the fonts of ring labels and of rim labels; the layout measures the wider one."""
    return theme.font("label"), _rim_font()


def _draw_lines(painter: QPainter, lines: tuple[str, ...], rect: QRectF, align: str) -> None:
    flags = {
        "left": Qt.AlignmentFlag.AlignLeft,
        "right": Qt.AlignmentFlag.AlignRight,
        "centre": Qt.AlignmentFlag.AlignHCenter,
    }[align]
    height = rect.height() / max(1, len(lines))
    for index, line in enumerate(lines):
        row = QRectF(rect.x(), rect.y() + index * height, rect.width(), height)
        painter.drawText(
            row, flags | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, line
        )


class RingLabels(QGraphicsItem):
    """What the rings mean, over the lines and with a halo so that it can be read there."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-4)
        self._picture: Picture | None = None

    def show_picture(self, picture: Picture) -> None:
        """Show the labels of a picture's rings."""
        if picture is self._picture:
            return
        self.prepareGeometryChange()
        self._picture = picture
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the room all labels take."""
        rect = QRectF()
        for ring in self._picture.rings if self._picture else ():
            if ring.box is not None:
                rect = rect.united(rect_of(ring.box).adjusted(-3, -3, 3, 3))
        return rect

    def shape(self) -> QPainterPath:
        """Return nothing: labels are not in the way of a click."""
        return QPainterPath()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the labels."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        painter.setFont(theme.font("label"))
        for ring in self._picture.rings if self._picture else ():
            if ring.box is not None:
                box = rect_of(ring.box)
                write(painter, (ring.label,), box, "centre", colours.colour("soft_ink"))


def write(
    painter: QPainter, lines: tuple[str, ...], rect: QRectF, align: str, colour: QColor
) -> None:
    """Write lines with a halo of paper around the letters, so that they stay readable on lines.

    The halo is the text itself, eight times around: stroking its outline takes ten times longer.
    In a file of text and lines it is the outline, so that each text stands there once.
    """
    metrics = QFontMetricsF(painter.font())
    height = rect.height() / max(1, len(lines))
    paper = theme.current().colour("paper")
    for index, line in enumerate(lines):
        room = rect.width() - metrics.horizontalAdvance(line)
        at = QPointF(
            rect.x() + {"left": 0.0, "right": room, "centre": room / 2}[align],
            rect.y() + index * height + (height + metrics.ascent() - metrics.descent()) / 2,
        )
        _write_halo(painter, line, at, paper)
        painter.setPen(colour)
        painter.drawText(at, line)


def _write_halo(painter: QPainter, line: str, at: QPointF, paper: QColor) -> None:
    if painter.paintEngine().type() in _FILES:
        letters = QPainterPath()
        letters.addText(at, painter.font(), line)
        pen = QPen(paper, 4)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(letters, pen)
        return
    painter.setPen(paper)
    for around in _HALO:
        painter.drawText(at + around, line)


_FILES: Final = frozenset({QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf})
_HALO: Final = tuple(
    QPointF(2 * math.sin(math.radians(angle)), 2 * math.cos(math.radians(angle)))
    for angle in range(0, 360, 45)
)
