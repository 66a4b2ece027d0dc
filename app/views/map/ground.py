"""The ground of the map: rings and sectors with their labels, and how text is written on it."""

import math
from collections.abc import Iterator
from typing import Final
from unicodedata import bidirectional

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
    QPixmap,
)
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.layout.picture import Arc, Box, Picture, Sector
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


def _is_same_ground(one: Picture, other: Picture) -> bool:
    """Tell whether two pictures differ only in who stands where."""
    return one._replace(spots={}) == other._replace(spots={})


_MOST_KEPT: Final = 12_000_000
"""Pixels of the largest picture that is kept; a larger one is painted where it is seen."""


class Backdrop(QGraphicsItem):
    """Rings and sectors with the names along the rim. Says nothing in the free lens.

    Nearness is depth of colour: the nearer a band is to the middle, the more of the colour of the
    sector it has. Kept as a picture, as it is large and seldom changes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-10)
        self._kept: QPixmap | None = None
        """How it looks. Not Qt's: that keeps what is seen, and paints it anew while one pans."""
        self._kept_as: object = None
        self._picture: Picture | None = None
        self._settings: tuple[str | None, ...] = ()
        self._counts: tuple[int, ...] = ()
        self.band: int | None = None

    def show_picture(
        self, picture: Picture, settings: tuple[str | None, ...], counts: tuple[int, ...]
    ) -> None:
        """Show the rings and sectors of a picture.

        `settings` belong to its sectors, and `counts` say how many people stand in each.
        """
        known = self._picture
        same = known is not None and _is_same_ground(picture, known)
        if same and (settings, counts) == (self._settings, self._counts):
            return
        self.prepareGeometryChange()
        self._picture, self._settings, self.band = picture, settings, None
        self._counts, self._kept = counts, None
        self.update()

    def highlight(self, band: int | None) -> None:
        """Bring out the ring somebody would land in."""
        if band != self.band:
            self.band, self._kept = band, None
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
        scale = painter.deviceTransform().m11()
        width, height = math.ceil(picture.width * scale), math.ceil(picture.height * scale)
        if widget is None or width * height > _MOST_KEPT:
            self._draw(painter, picture)
            return
        asked = (scale, theme.current())
        if self._kept is None or self._kept_as != asked:
            self._kept, self._kept_as = QPixmap(width, height), asked
            self._kept.fill(Qt.GlobalColor.transparent)
            into = QPainter(self._kept)
            into.scale(scale, scale)
            self._draw(into, picture, by_outline=True)
            into.end()
        whole = QRectF(0, 0, width / scale, height / scale)
        painter.drawPixmap(whole, self._kept, QRectF(self._kept.rect()))

    def _draw(self, painter: QPainter, picture: Picture, *, by_outline: bool = False) -> None:
        """Paint the bands first, then what is between them, then names."""
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
        for sector, setting, count in zip(
            picture.sectors, self._settings, self._counts, strict=True
        ):
            if sector.arc is not None:
                name = sector.label, setting, count
                write_along(painter, middle, sector.arc, name, by_outline=by_outline)

    def _paint_bands(self, painter: QPainter, picture: Picture, colours: theme.Theme) -> None:
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
        for band in reversed(range(len(picture.rings))):
            outer = picture.rings[band].outer
            circle = QRectF(picture.cx - outer, picture.cy - outer, 2 * outer, 2 * outer)
            for token, start, turn in parts:
                painter.setBrush(band_colour(colours, token, band, len(picture.rings)))
                painter.drawPie(circle, start, turn)

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


def write_along(
    painter: QPainter,
    middle: QPointF,
    arc: Arc,
    name: tuple[str, str | None, int],
    *,
    by_outline: bool = False,
) -> None:
    """Write the name of a sector along the rim, and behind it how many people stand there.

    `name` is what it is called, its setting, and how many. By their outline letters stand evenly
    on a screen; as text each of them, turned, would be put on a whole pixel.
    """
    label, setting, count = name
    colours = theme.current()
    parts = [(label, _rim_font(bold=True), colours.setting(setting))]
    if count:
        parts.append((f" {count}", _rim_font(bold=False), colours.colour("soft_ink")))
    widths = [QFontMetricsF(font).horizontalAdvance(text) for text, font, _ in parts]
    along, below = -sum(widths) / 2, arc.below
    for (text, font, colour), width in zip(parts, widths, strict=True):
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(colour)
        base = (metrics.ascent() - metrics.descent()) / 2
        for start, piece in _pieces(painter, text):
            wide = metrics.horizontalAdvance(piece)
            turn = math.degrees(along + metrics.horizontalAdvance(text[:start]) + wide / 2)
            turn /= arc.radius
            painter.save()
            painter.translate(middle)
            painter.rotate(arc.angle - turn - 180.0 if below else arc.angle + turn)
            away = arc.radius if below else -arc.radius
            at = QPointF(-wide / 2, away + base)
            if by_outline:
                outline = QPainterPath()
                outline.addText(at, font, piece)
                painter.fillPath(outline, colour)
            else:
                painter.drawText(at, piece)
            painter.restore()
        along += width


def _pieces(painter: QPainter, text: str) -> Iterator[tuple[int, str]]:
    """Yield the pieces of a text that stay straight on an arc, with where each starts.

    A letter each; in a file a word, so that it can be found and read there.
    """
    if painter.paintEngine().type() not in _FILES:
        yield from ((i, letter) for i, letter in enumerate(text) if letter != " ")
        return
    start = 0
    for word in text.split(" "):
        if word:
            yield start, word
        start += len(word) + 1


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


def _rim_font(*, bold: bool) -> QFont:
    """Return the font along the rim: its letters turn, so they are not fitted to the pixels."""
    chosen = theme.font("label")
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if bold:
        chosen.setWeight(QFont.Weight.DemiBold)
    return chosen


def small_fonts() -> tuple[QFont, QFont]:
    """Return the fonts of ring labels and of rim labels; the layout measures the wider one."""
    return theme.font("label"), _rim_font(bold=True)


class RingLabels(QGraphicsItem):
    """What the rings mean, over the lines and with a halo so that it can be read there."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-4)
        self._picture: Picture | None = None

    def show_picture(self, picture: Picture) -> None:
        """Show the labels of a picture's rings."""
        if self._picture is not None and _is_same_ground(picture, self._picture):
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
        draw_text(painter, at, line)


def draw_text(painter: QPainter, at: QPointF, line: str) -> None:
    """Draw a line of text; in an SVG as its outlines where it is written from right to left.

    Programs that read an SVG place digits and brackets in such a text each in a way of their own.
    """
    svg = painter.paintEngine().type() == QPaintEngine.Type.SVG
    if svg and any(bidirectional(letter) in _FROM_RIGHT for letter in line):
        letters = QPainterPath()
        letters.addText(at, painter.font(), line)
        painter.fillPath(letters, painter.pen().color())
        return
    painter.drawText(at, line)


_FROM_RIGHT: Final = ("R", "AL")


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
