"""What stands on the map: rings and sectors, lines, the middle, the partners."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QStyleOptionGraphicsItem,
    QWidget,
)

from app.analysis.picture import Box, Picture, Spot
from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.views import theme, words

LINE_WIDTHS: Final = (1.0, 1.0, 1.6, 2.6, 4.4, 6.0, 8.0)
"""Width in pixels of the line to the middle for contact frequency 0-6; the step is at weekly."""

MOST_MOVING_TIES: Final = 100
"""With more ties than this, they are away while somebody moves: they would make it jerk."""

_MARGIN: Final = 6.0
"""Room around a disc for the selection ring, the focus and the star."""


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.w, box.h)


class Backdrop(QGraphicsItem):
    """Rings and sectors with their labels. Says nothing in the free lens."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-10)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
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
        ring_pen = QPen(colours.mix("ring", "paper", 0.55), 1, Qt.PenStyle.DotLine)
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
                painter.setPen(colours.setting(setting))
                _draw_lines(painter, sector.lines, _rect(sector.box), sector.align)

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
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
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
                rect = rect.united(_rect(ring.box).adjusted(-3, -3, 3, 3))
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
                box = _rect(ring.box)
                _write(painter, (ring.label,), box, "centre", colours.colour("soft_ink"))


def _write(
    painter: QPainter, lines: tuple[str, ...], rect: QRectF, align: str, colour: QColor
) -> None:
    """Write lines with a halo of paper around the letters, so that they stay readable on lines.

    The halo is the text itself, eight times around: stroking its outline takes ten times longer.
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
        painter.setPen(paper)
        for around in _HALO:
            painter.drawText(at + around, line)
        painter.setPen(colour)
        painter.drawText(at, line)


_HALO: Final = tuple(
    QPointF(2 * math.sin(math.radians(angle)), 2 * math.cos(math.radians(angle)))
    for angle in range(0, 360, 45)
)


class _Whole(QGraphicsItem):
    """Something that is drawn all over the picture and is not in the way of a click."""

    def __init__(self, z: float) -> None:
        super().__init__()
        self.setZValue(z)
        self._rect = QRectF()

    def boundingRect(self) -> QRectF:
        """Return the whole picture."""
        return self._rect

    def shape(self) -> QPainterPath:
        """Return nothing."""
        return QPainterPath()


class Lines(_Whole):
    """All lines from the middle to a partner, in one item."""

    def __init__(self) -> None:
        super().__init__(-5)
        self._middle = QPointF()
        self._to: tuple[tuple[PartnerItem, int | None], ...] = ()

    def show_lines(self, rect: QRectF, middle: QPointF, to: Iterable["PartnerItem"]) -> None:
        """Show the line to each of these partners."""
        lines = tuple((item, item.partner.frequency) for item in to)
        if (rect, middle, lines) != (self._rect, self._middle, self._to):
            self.prepareGeometryChange()
            self._rect, self._middle, self._to = rect, middle, lines
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint wide lines over thin ones; dashes mean no contact yet, and only that."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        solid = colours.mix("tie", "paper", 0.75)
        unanswered = colours.mix("tie", "paper", 0.45)
        for item, frequency in sorted(self._to, key=lambda line: line[1] or 0):
            pen = QPen(solid if frequency is not None else unanswered, LINE_WIDTHS[frequency or 0])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if frequency == 0:
                pen.setDashPattern([5, 5])
            painter.setPen(pen)
            painter.drawLine(self._middle, item.pos())


class Ties(_Whole):
    """The ties between partners: quiet, and kept as a picture until one of them moves."""

    def __init__(self) -> None:
        super().__init__(-6)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._middle = QPointF()
        self._ties: list[tuple[PartnerItem, PartnerItem, bool]] = []

    def show_ties(
        self,
        rect: QRectF,
        middle: QPointF,
        ties: list[tuple["PartnerItem", "PartnerItem", bool]],
    ) -> None:
        """Show ties: (one, other, whether it is certain)."""
        self.prepareGeometryChange()
        self._rect, self._middle, self._ties = rect, middle, ties
        self.setVisible(True)
        self.update()

    def follow(self) -> None:
        """Go along with people who move, where there are few enough ties to paint at every step."""
        self.setVisible(len(self._ties) <= MOST_MOVING_TIES)
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint dots for a tie, and dots with gaps for *don't know*."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        certain, unknown = QPainterPath(), QPainterPath()
        for one, other, is_certain in self._ties:
            bow = _bow(one.pos(), other.pos(), self._middle)
            (certain if is_certain else unknown).addPath(bow)
        colour = theme.current().mix("soft_ink", "paper", 0.6)
        for path, dashes in ((certain, [1, 2]), (unknown, [2, 8])):
            pen = QPen(colour, 1)
            pen.setDashPattern(dashes)
            painter.setPen(pen)
            painter.drawPath(path)


def _bow(start: QPointF, end: QPointF, middle: QPointF) -> QPainterPath:
    """Return a line from start to end that bends away from the middle."""
    path = QPainterPath(start)
    centre = (start + end) / 2
    outward = centre - middle
    length = math.hypot(outward.x(), outward.y()) or 1.0
    path.quadTo(centre + outward / length * 24, end)
    return path


@dataclass(frozen=True, slots=True)
class Comet:
    """From where importance puts a partner to where their contact would put them."""

    person: QPointF
    contact: QPointF
    radius: float
    """Of the disc the tail begins at."""
    token: str
    """The colour of the difference."""
    notable: bool


class Comets(_Whole):
    """The tails of the gap lens: notable ones stand out, the others are only just there."""

    def __init__(self) -> None:
        super().__init__(-4.5)
        self._comets: tuple[Comet, ...] = ()

    def show_comets(self, rect: QRectF, comets: tuple[Comet, ...]) -> None:
        """Show these tails, the notable ones on top."""
        if (rect, comets) != (self._rect, self._comets):
            self.prepareGeometryChange()
            self._rect = rect
            self._comets = tuple(sorted(comets, key=lambda comet: comet.notable))
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint each tail as a wedge that ends in a ring where contact is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        for comet in self._comets:
            colour = colours.mix(comet.token, "paper", 0.85 if comet.notable else 0.3)
            away = comet.contact - comet.person
            length = math.hypot(away.x(), away.y())
            if length > comet.radius:
                across = QPointF(-away.y(), away.x()) / length * comet.radius * 0.55
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawPolygon([comet.person + across, comet.person - across, comet.contact])
            painter.setPen(QPen(colour, 2))
            painter.setBrush(colours.colour("paper"))
            painter.drawEllipse(comet.contact, 4.5, 4.5)


class EgoItem(QGraphicsItem):
    """The teacher, in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(5)
        self._label = ""
        self._diameter = 0.0

    def show_ego(self, label: str, diameter: float) -> None:
        """Show the middle with its label."""
        if (label, diameter) == (self._label, self._diameter):
            return
        self.prepareGeometryChange()
        self._label, self._diameter = label, diameter
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the disc."""
        half = self._diameter / 2 + 1
        return QRectF(-half, -half, 2 * half, 2 * half)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint a full disc; a long label gets smaller letters."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        half = self._diameter / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("ego"))
        painter.drawEllipse(QPointF(0, 0), half, half)
        chosen = theme.font("strong")
        room = self._diameter - 12
        width = QFontMetricsF(chosen).horizontalAdvance(self._label)
        if width > room:
            chosen.setPointSizeF(max(chosen.pointSizeF() * room / width, 7.0))
        label = QFontMetricsF(chosen).elidedText(self._label, Qt.TextElideMode.ElideRight, room)
        painter.setFont(chosen)
        painter.setPen(colours.colour("on_ego"))
        painter.drawText(
            QRectF(-half, -half, 2 * half, 2 * half), Qt.AlignmentFlag.AlignCenter, label
        )


class PartnerItem(QGraphicsObject):
    """A partner with their label. Square inside the school, round outside."""

    def __init__(self, partner: Partner) -> None:
        super().__init__()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptHoverEvents(True)
        self.partner = partner
        self._spot: Spot | None = None
        self._diameter = 36.0
        self._lines: tuple[str, ...] = ()
        self._label = QRectF()
        self._align = "centre"
        self._selected = False
        self._is_current = False
        self._notable: str | None = None
        self._faded = False
        self._marks: tuple[object, ...] = (False, False, None, False)

    def show_partner(self, partner: Partner, spot: Spot) -> None:
        """Show the record and how its label is written; the place is set by the scene."""
        if (partner, spot) == (self.partner, self._spot):
            return
        self.prepareGeometryChange()
        self.partner, self._spot = partner, spot
        self._diameter = spot.diameter
        self._lines, self._align = spot.lines, spot.align
        self._label = (
            _rect(spot.box).translated(-spot.x, -spot.y) if spot.box is not None else QRectF()
        )
        self.setToolTip(partner.name)
        self.update()

    def mark(self, *, selected: bool, current: bool, notable: str | None, faded: bool) -> None:
        """Show whether the partner is selected, has the keyboard on them, stands out or fades.

        `notable` is the colour token of the difference that makes them stand out.
        """
        marks = (selected, current, notable, faded)
        if marks != self._marks:
            self._marks = marks
            self._selected, self._is_current, self._notable, self._faded = marks
            self.setZValue(10 if selected else 1 if notable else 0)
            self.update()

    @property
    def diameter(self) -> float:
        """Return the width of the disc in pixels."""
        return self._diameter

    def boundingRect(self) -> QRectF:
        """Return the disc with its marks, and the label."""
        half = self._diameter / 2 + _MARGIN
        disc = QRectF(-half, -half, 2 * half, 2 * half)
        if self._label.isNull():
            return disc
        return disc.united(self._label.adjusted(-3, -3, 3, 3))

    def shape(self) -> QPainterPath:
        """Return what can be clicked: the disc, at least 24 px, and the label."""
        path = QPainterPath()
        half = max(self._diameter / 2, 12.0)
        path.addEllipse(QPointF(0, 0), half, half)
        if not self._label.isNull():
            path.addRect(self._label)
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the label with a halo, then the disc with its marks."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        self._paint_label(painter, colours)
        self._paint_disc(painter, colours)
        if self.partner.named_important:
            self._paint_star(painter, colours)

    def _paint_label(self, painter: QPainter, colours: theme.Theme) -> None:
        painter.setFont(theme.font())
        ink = colours.colour("soft_ink" if self._faded else "ink")
        _write(painter, self._lines, self._label, self._align, ink)

    def _outline(self, grown: float) -> QPainterPath:
        half = self._diameter / 2 + grown
        path = QPainterPath()
        rect = QRectF(-half, -half, 2 * half, 2 * half)
        if _is_inside(self.partner):
            # A square of the same area as the disc would stick out: take one that fits in it.
            inset = half * 0.1
            path.addRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 6, 6)
        else:
            path.addEllipse(rect)
        return path

    def _paint_disc(self, painter: QPainter, colours: theme.Theme) -> None:
        fill = colours.mix(
            self.partner.setting or "no_setting", "paper", 0.45 if self._faded else 1
        )
        wished = self.partner.frequency == 0
        if self._selected or self._is_current:
            pen = QPen(colours.colour("focus" if self._is_current else "ink"), 2.5)
            painter.strokePath(self._outline(4), pen)
        painter.strokePath(self._outline(0), QPen(colours.colour("paper"), 3))
        if self._notable:
            # Dashed as well as another colour: colour never speaks alone.
            pen = QPen(colours.colour(self._notable), 2)
            if self._notable == "less_named":
                pen.setDashPattern([3, 2])
            painter.strokePath(self._outline(3), pen)
        if wished:
            painter.fillPath(self._outline(0), colours.colour("paper"))
            pen = QPen(fill, 2)
            pen.setDashPattern([3, 2.5])
            painter.strokePath(self._outline(-1), pen)
        else:
            painter.fillPath(self._outline(0), fill)
        chosen = theme.font("strong")
        chosen.setPixelSize(max(round(self._diameter * 0.36), 9))
        painter.setFont(chosen)
        painter.setPen(fill if wished else colours.colour("on_fill"))
        half = self._diameter / 2
        painter.drawText(
            QRectF(-half, -half, 2 * half, 2 * half),
            Qt.AlignmentFlag.AlignCenter,
            words.initials(self.partner.name),
        )

    def _paint_star(self, painter: QPainter, colours: theme.Theme) -> None:
        centre = QPointF(self._diameter * 0.36, -self._diameter * 0.36)
        star = _star(centre, max(self._diameter * 0.22, 6.0))
        painter.strokePath(star, QPen(colours.colour("paper"), 3))
        painter.fillPath(star, colours.colour("ink"))


def _is_inside(partner: Partner) -> bool:
    setting = vocabulary().settings.get(partner.setting or "")
    return setting is not None and setting.inside_school


def _star(centre: QPointF, radius: float) -> QPainterPath:
    path = QPainterPath()
    for point in range(10):
        away = radius if point % 2 == 0 else radius * 0.45
        angle = math.radians(point * 36)
        corner = centre + QPointF(away * math.sin(angle), -away * math.cos(angle))
        path.lineTo(corner) if point else path.moveTo(corner)
    path.closeSubpath()
    return path
