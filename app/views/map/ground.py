"""The ground of the map: rings and sectors, and how text is written on it."""

import math
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.layout.picture import Box, Picture, Sector
from app.views.map.kept_picture import KeptPicture
from app.views.map.lettering import write
from app.views.widgets import theme


def rect_of(box: Box) -> QRectF:
    """Return a box of the layout as Qt has it."""
    return QRectF(box.x, box.y, box.w, box.h)


def pieces_of(sector: Sector) -> list[QRectF]:
    """Return squares along the name of a sector that do not meet each other."""
    found = []
    for box in sector.boxes[::2]:
        side = 0.7 * sector.arc.height if sector.arc is not None else 0.0
        piece = QRectF(0, 0, side, side)
        piece.moveCenter(rect_of(box).center())
        found.append(piece)
    return found


class Backdrop(QGraphicsItem):
    """Rings and sectors. Says nothing in the free lens.

    Nearness is depth of colour: the nearer a band is to the middle, the more of the colour of the
    sector it has. Kept as a picture, as it is large and seldom changes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-10)
        self._kept = KeptPicture()
        self._picture: Picture | None = None
        self._settings: tuple[str | None, ...] = ()
        self.band: int | None = None

    def show_picture(self, picture: Picture, settings: tuple[str | None, ...]) -> None:
        """Show the rings and sectors of a picture; `settings` belong to its sectors."""
        self.prepareGeometryChange()
        self._picture, self._settings, self.band = picture, settings, None
        self._kept.drop()
        self.update()

    def highlight(self, band: int | None) -> None:
        """Bring out the ring somebody would land in."""
        if band != self.band:
            self.band = band
            self._kept.drop()
            self.update()

    def boundingRect(self) -> QRectF:
        """Return the whole picture."""
        picture = self._picture
        return QRectF(0, 0, picture.width, picture.height) if picture else QRectF()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint it as it was kept, if that is for a screen."""
        picture = self._picture
        if picture is None or not picture.rings:
            return
        if widget is None:
            self._draw(painter)
        else:
            self._kept.paint(painter, self.boundingRect(), self._draw)

    def _draw(self, painter: QPainter) -> None:
        """Paint the bands first, then what is between them."""
        picture = self._picture
        assert picture is not None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        middle = QPointF(picture.cx, picture.cy)
        self._paint_bands(painter, picture, colours)
        self._paint_gaps(painter, picture, colours)
        if self.band is not None:
            ring = picture.rings[self.band]
            painter.setPen(QPen(colours.colour("focus"), 2))
            painter.drawEllipse(middle, ring.outer, ring.outer)
            if ring.inner > 0:
                painter.drawEllipse(middle, ring.inner, ring.inner)

    def _paint_bands(self, painter: QPainter, picture: Picture, colours: theme.Theme) -> None:
        """Paint the bands, the widest first; the gaps hide all edges but that of the rim."""
        painter.setPen(Qt.PenStyle.NoPen)
        parts: list[tuple[str, int, int]] = [("ring", 0, 360 * 16)]
        if picture.sectors:
            # Qt counts sixteenths of a degree, against the clock, from three o'clock.
            parts = [
                (
                    setting or "no_setting",
                    round((90 - sector.end) * 16),
                    round((sector.end - sector.start) * 16),
                )
                for sector, setting in zip(picture.sectors, self._settings, strict=True)
            ]
        rim = len(picture.rings) - 1
        for band in range(rim, -1, -1):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, band == rim)
            outer = picture.rings[band].outer
            circle = QRectF(picture.cx - outer, picture.cy - outer, 2 * outer, 2 * outer)
            for token, start, turn in parts:
                painter.setBrush(band_colour(colours, token, band, rim + 1))
                painter.drawPie(circle, start, turn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_gaps(self, painter: QPainter, picture: Picture, colours: theme.Theme) -> None:
        """Leave paper between the bands and between the sectors, and a thin line around all."""
        middle = QPointF(picture.cx, picture.cy)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(colours.colour("paper"), 2), QPen(colours.colour("band_edge"), 1)):
            painter.setPen(pen)
            for ring in picture.rings[:-1]:
                painter.drawEllipse(middle, ring.outer, ring.outer)
        outer = picture.rings[-1].outer
        painter.setPen(QPen(colours.mix("ring", "paper", 0.45), 1))
        painter.drawEllipse(middle, outer, outer)
        pen = QPen(colours.colour("paper"), 5)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for sector in picture.sectors if len(picture.sectors) > 1 else ():
            angle = math.radians(sector.end)
            rim = QPointF(math.sin(angle), -math.cos(angle)) * (outer + 1)
            painter.drawLine(middle, middle + rim)


_DEEPEST: Final = {"light": 0.17, "dark": 0.17}
"""How much of its colour the innermost band has, by theme; `_PALEST` likewise the outermost."""
_PALEST: Final = {"light": 0.035, "dark": 0.04}


def band_colour(colours: theme.Theme, token: str, band: int, number: int) -> QColor:
    """Return the colour of one of `number` bands of a sector, 0 is the innermost."""
    deep, pale = _DEEPEST[colours.name], _PALEST[colours.name]
    part = band / (number - 1) if number > 1 else 1.0
    return colours.mix(token, "paper", deep + (pale - deep) * part)


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


def rim_font(*, bold: bool) -> QFont:
    """Return the font along the rim: its letters turn, so they are not fitted to the pixels."""
    chosen = theme.font("label")
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if bold:
        chosen.setWeight(QFont.Weight.DemiBold)
    return chosen


def small_fonts() -> tuple[QFont, QFont]:
    """Return the fonts of ring labels and of rim labels; the layout measures the wider one."""
    return theme.font("label"), rim_font(bold=True)


class RingLabels(QGraphicsItem):
    """What the rings mean, over the lines and with a halo so that it can be read there.

    Kept as pictures, one a ring: at each step of people on their way they lie above something.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-4)
        self._labels: list[tuple[str, QRectF, KeptPicture]] = []
        """Each with the room it takes."""
        self._bounds = QRectF()  # Qt asks for it many times a paint

    def show_picture(self, picture: Picture) -> None:
        """Show the labels of a picture's rings."""
        self.prepareGeometryChange()
        self._labels = [
            (ring.label, rect_of(ring.box), KeptPicture())
            for ring in picture.rings
            if ring.box is not None
        ]
        self._bounds = QRectF()
        for _, box, _ in self._labels:
            self._bounds |= box.adjusted(-3, -3, 3, 3)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the room all labels take."""
        return self._bounds

    def shape(self) -> QPainterPath:
        """Return nothing: labels are not in the way of a click."""
        return QPainterPath()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the labels, as they were kept if that is for a screen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for label, box, kept in self._labels:
            draw = partial(write_small, label=label, box=box)
            if widget is None:
                draw(painter)
            else:
                kept.paint(painter, box.adjusted(-3, -3, 3, 3), draw)


def write_small(painter: QPainter, label: str, box: QRectF) -> None:
    """Write a line of small letters within a box, in soft ink."""
    painter.setFont(theme.font("label"))
    write(painter, (label,), box, "centre", theme.current().colour("soft_ink"))
