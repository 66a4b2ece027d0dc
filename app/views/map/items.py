"""Who stands on the map: the teacher in the middle, and the partners."""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QStyleOptionGraphicsItem,
    QWidget,
)

from app.analysis.picture import Spot
from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.views import theme, words
from app.views.map.ground import rect_of, write

_MARGIN: Final = 6.0
"""Room around a disc for the selection ring, the focus and the star."""


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
            rect_of(spot.box).translated(-spot.x, -spot.y) if spot.box is not None else QRectF()
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
        write(painter, self._lines, self._label, self._align, ink)

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
