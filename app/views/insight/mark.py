"""How a partner is drawn in a chart: square in school, round outside, as on the map."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.analysis.study import Study
from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.views.map.marks import DIFFERENCES, FADED, FADED_EDGE, fitting
from app.views.widgets import theme
from app.words.initials import initials

WITH_INITIALS_FROM = 18.0
"""Pixels a mark must be wide for letters in it to be read."""


def outline(partner: Partner, diameter: float, grown: float = 0) -> QPainterPath:
    """Return the outline of a mark around 0, 0, made larger by `grown`."""
    half = diameter / 2 + grown
    path = QPainterPath()
    rect = QRectF(-half, -half, 2 * half, 2 * half)
    if vocabulary().is_inside(partner.setting):
        inset = half * 0.1
        corner = min(5.0, half / 2)
        path.addRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner)
    else:
        path.addEllipse(rect)
    return path


def difference(known: Study, key: str) -> str:
    """Return the colour token of the difference of who is notable, else nothing."""
    return DIFFERENCES.get(known.stands_out.get(key, ""), "")


def direction_pen(gap: float, width: float, colour: QColor) -> QPen:
    """Return the pen of a difference: solid one way, dashed the other, so colour is not alone."""
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if gap < 0:
        pen.setDashPattern([2.2, 1.4])
    return pen


def paint(
    painter: QPainter,
    partner: Partner,
    diameter: float,
    at: QPointF | None = None,
    *,
    dim: bool = False,
    ring: str = "",
    notable: str = "",
) -> None:
    """Paint a partner around `at`, or around 0, 0.

    `ring` is the colour token of a ring for who is selected or under the pointer, `notable` that
    of a difference; both may be empty.
    """
    colours = theme.current()
    token = partner.setting or "no_setting"
    fill = colours.mix(token, "panel", FADED) if dim else colours.setting(partner.setting)
    middle = at or QPointF()
    if ring:
        painter.strokePath(
            outline(partner, diameter, 3.5).translated(middle), QPen(colours.colour(ring), 2)
        )
    if notable and not dim:
        pen = QPen(colours.colour(notable), 1.8)
        if notable == "less_named":
            pen.setDashPattern([3, 2])
        painter.strokePath(outline(partner, diameter, 1.6).translated(middle), pen)
    painter.fillPath(outline(partner, diameter).translated(middle), fill)
    if dim:  # as on the map: who steps back keeps an edge
        pen = QPen(colours.mix(token, "panel", FADED_EDGE), 1.75)
        painter.strokePath(outline(partner, diameter, -0.9).translated(middle), pen)
    if diameter < WITH_INITIALS_FROM:
        return
    font = theme.font("strong")
    letters = initials(partner.name)
    font.setPixelSize(max(round(diameter * (0.4 if len(letters) <= 2 else 0.32)), 8))
    painter.setFont(fitting(font, letters, diameter))
    painter.setPen(colours.colour("soft_ink" if dim else "on_fill"))
    half = diameter / 2
    painter.drawText(
        QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half),
        Qt.AlignmentFlag.AlignCenter,
        letters,
    )
