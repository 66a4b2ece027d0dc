"""The lines of the map: to the middle, between partners, and the comets of the gap lens."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.views import theme
from app.views.map.items import PartnerItem

LINE_WIDTHS: Final = (1.0, 1.0, 1.6, 2.6, 4.4, 6.0, 8.0)
"""Width in pixels of the line to the middle for contact frequency 0-6; the step is at weekly."""

MOST_MOVING_TIES: Final = 100
"""With more ties than this, they are away while somebody moves: they would make it jerk."""


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

    def show_lines(self, rect: QRectF, middle: QPointF, to: Iterable[PartnerItem]) -> None:
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
        ties: list[tuple[PartnerItem, PartnerItem, bool]],
    ) -> None:
        """Show ties: (one, other, whether it is certain)."""
        # Qt may go on showing a kept picture of another size: throw it away first.
        self.setCacheMode(QGraphicsItem.CacheMode.NoCache)
        self.prepareGeometryChange()
        self._rect, self._middle, self._ties = rect, middle, ties
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
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
