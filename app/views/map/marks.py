"""The marks of the picture, one function each: the map and the samples of its legend use them."""

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
)

from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.views.map.ground import dotted
from app.views.widgets import theme

LINE_WIDTHS: Final = (1.25, 1.25, 1.75, 2.5, 4.5, 6.0, 8.0)
"""Width in pixels of the line to the middle for contact frequency 0-6; the step is at weekly."""

MARGIN: Final = 8.0
"""Pixels around a disc for the outline, the ring of who is selected, the star and the triangle."""

OUTLINE: Final = 2.0
"""How many pixels the outline of who is notable reaches around a disc."""

DIFFERENCES: Final = {"important_less_often": "less_often", "often_less_important": "less_named"}
"""The colour token of a difference between contact and importance, by quadrant."""

TOKENS: Final = {
    "star": "ink",
    "wish": "ink",
    "intention": "ink",
    "hatch": "ink",
    "arrow": "soft_ink",
    "selected": "ink",
    "current": "focus",
}
"""The colour tokens of marks that have one colour."""

FADED: Final = 0.26
"""How much of a colour is left of who fades."""

TONE: Final = {"light": 0.74, "dark": 0.74}
"""How much of the colour of a setting its lines have, by theme."""

BEHIND: Final = 2.0
"""How many pixels the second disc of a group reaches beyond the square of a disc, at the right."""

_LETTERS: Final = 0.78
"""How much of the width of a disc its letters may take."""
_READABLE_LETTERS: Final = 12.0
"""The height in pixels below which initials only come where they are too wide for their disc."""
_LEAST_LETTERS: Final = 5
"""The least height of letters in pixels; in pictures they are drawn at twice that and more."""

_QUIET: Final = {"light": 0.5, "dark": 0.6}
"""How much of its colour a quiet tail has, by theme: on dark less does not show."""

_THIN: Final = 3.0
"""Width in pixels up to which the ends of a line are not seen to be round."""

_STROKES: Final = 3
_STROKE_STEP: Final = 5.0
"""Pixels between the cross-strokes of a line."""
_AWAY: Final = math.sqrt(0.5)


class Form(NamedTuple):
    """The shape of a partner: what they are, and whether inside the school."""

    inside: bool = False
    entity: str = "person"


def form_of(partner: Partner) -> Form:
    """Return the shape of a partner; without an answer that of a person."""
    return Form(vocabulary().is_inside(partner.setting), partner.entity or "person")


# People.


@lru_cache(maxsize=256)
def outline(form: Form, diameter: float, grown: float = 0.0) -> QPainterPath:
    """Return the line around a whole mark: a square inside the school, a circle outside."""
    return _plain(form.inside, diameter / 2 + grown, QPointF())


def _plain(inside: bool, half: float, at: QPointF) -> QPainterPath:
    path = QPainterPath()
    if inside:
        # A square of the same area as the disc would stick out: take one that fits in it.
        side = half * 0.9
        corner = min(6.0, half * 0.45)
        path.addRoundedRect(
            QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side), corner, corner
        )
    else:
        path.addEllipse(at, half, half)
    return path


class _Parts(NamedTuple):
    body: QPainterPath
    """Where the initials stand."""
    edge: QPainterPath
    """The middle of a line of 2 px along the inside of the body, for who is hollow."""
    rest: QPainterPath
    """What makes it a group (one more behind it) or an organisation (a base under it)."""
    middle: QPointF
    """Of the initials."""


@lru_cache(maxsize=256)
def _parts(form: Form, diameter: float) -> _Parts:
    half = diameter / 2
    body, edge = (_plain(form.inside, half - less, QPointF()) for less in (0, 1))
    rest, middle = QPainterPath(), QPointF()
    if form.entity == "group":
        # One of the same size behind, of which a sickle is seen; both a pixel less to each side.
        front = QPointF(-1.0, 0.0)
        body, edge = (_plain(form.inside, half - 1 - less, front) for less in (0, 1))
        rest = _plain(form.inside, half - 1, -front + QPointF(BEHIND, 0))
        rest = rest.subtracted(_plain(form.inside, half - 1 + max(half * 0.09, 1.3), front))
        middle = front
    elif form.entity == "organisation":
        # A short line inside, below the letters: what a person stands on.
        wide, thick = half * 0.42, max(half * 0.13, 1.8)
        rest.addRoundedRect(
            QRectF(-wide, half * 0.58 - thick / 2, 2 * wide, thick), thick / 2, thick / 2
        )
        body = body.subtracted(rest)
        middle = QPointF(0, -half * 0.1)
    return _Parts(body, edge, rest, middle)


def initials_font(form: Form, diameter: float, letters: str = "") -> QFont:
    """Return the font of the initials in a disc; more than two are smaller, so that they fit."""
    chosen = theme.font("strong")
    share = 0.36 if form.entity != "organisation" else 0.34
    if len(letters) > 2:
        share *= 0.8
    least = min(_READABLE_LETTERS, 0.46 * diameter)
    chosen.setPixelSize(max(round(diameter * share), round(least), 9))
    return chosen


def fitting(font: QFont, letters: str, diameter: float) -> QFont:
    """Return a font in which letters fit in a disc: smaller rather than none at all."""
    room, wide = _LETTERS * diameter, QFontMetricsF(font).horizontalAdvance(letters)
    if wide <= room:
        return font
    fitted = QFont(font)
    fitted.setPixelSize(max(int(QFontInfo(font).pixelSize() * room / wide), _LEAST_LETTERS))
    return fitted


def initials_room(form: Form, diameter: float) -> QRectF:
    """Return where the initials are written, in the middle of it."""
    half = diameter / 2
    return QRectF(-half, -half, diameter, diameter).translated(_parts(form, diameter).middle)


def disc(
    painter: QPainter,
    form: Form,
    diameter: float,
    fill: QColor,
    *,
    letters: str = "",
    ink: QColor | None = None,
    hollow: bool = False,
    smaller: float = 0.0,
) -> None:
    """Paint a partner around 0, 0 in the font of the painter.

    Hollow and dashed means *no contact yet*. The letters are in `ink`, or as the disc.
    `smaller` leaves as many pixels at the edge to the outline of who is notable.
    """
    paper = theme.current().colour("paper")
    diameter -= 2 * smaller
    parts = _parts(form, diameter)
    whole = outline(form, diameter)
    painter.strokePath(whole, QPen(paper, 3))
    if form.entity == "group":
        painter.strokePath(parts.rest, QPen(paper, 3))
        painter.fillPath(whole, paper)
        painter.fillPath(parts.rest, fill)
    elif hollow or form.entity != "person":
        painter.fillPath(whole, paper)  # nothing of what lies behind shows through
    if hollow and form.entity == "organisation":
        painter.fillPath(parts.rest, fill)
    if hollow:
        pen = QPen(fill, 2)
        pen.setDashPattern([3, 2.5])
        painter.strokePath(parts.edge, pen)
    else:
        painter.fillPath(parts.body, fill)
    if letters:
        painter.setFont(fitting(painter.font(), letters, diameter))
        painter.setPen(fill if ink is None else ink)
        painter.drawText(initials_room(form, diameter), Qt.AlignmentFlag.AlignCenter, letters)


def chosen(painter: QPainter, form: Form, diameter: float, *, current: bool) -> None:
    """Paint the ring around who is selected, or whom the keyboard is on."""
    colour = theme.current().colour(TOKENS["current" if current else "selected"])
    painter.strokePath(outline(form, diameter, 4.5), QPen(colour, 2.5))


def notable_pen(difference: str) -> QPen:
    """Return the pen around who is notable, by the colour token of the difference.

    Solid for *important, less often*, dashed for *often, less named*: colour is never alone.
    """
    pen = QPen(theme.current().colour(difference), 2)
    if difference == "less_named":
        pen.setDashPattern([2.5, 1.8])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def notable(painter: QPainter, form: Form, diameter: float, difference: str) -> None:
    """Paint the outline of who is notable."""
    around = outline(form, diameter, OUTLINE - 1)
    painter.strokePath(around, QPen(theme.current().colour("paper"), 5))
    painter.strokePath(around, notable_pen(difference))


def star(painter: QPainter, diameter: float, *, faded: bool = False) -> None:
    """Paint a star at the upper right of a disc: one of my most important."""
    _badge(painter, star_path(diameter), TOKENS["star"], faded)


def wish(painter: QPainter, diameter: float, *, more: bool, faded: bool = False) -> None:
    """Paint a triangle at the upper left of a disc: up for more contact, down for less."""
    _badge(painter, wish_path(diameter, more=more), TOKENS["wish"], faded)


def intention(painter: QPainter, diameter: float, *, faded: bool = False) -> None:
    """Paint a small flag at the lower right of a disc: something is intended with them."""
    _badge(painter, intention_path(diameter), TOKENS["intention"], faded)


def _badge(painter: QPainter, path: QPainterPath, token: str, faded: bool) -> None:
    colours = theme.current()
    painter.strokePath(path, QPen(colours.colour("paper"), 3))
    painter.fillPath(path, colours.mix(token, "paper", FADED if faded else 1.0))


def _corner(diameter: float) -> float:
    """Return how far from the middle, both ways, a small mark at a corner of a disc stands."""
    return max(diameter * 0.36, diameter / 2 * _AWAY + 1.9)


@lru_cache(maxsize=64)
def star_path(diameter: float) -> QPainterPath:
    """Return the star of a disc around 0, 0."""
    away, radius = _corner(diameter), min(max(diameter * 0.22, 5.5), 10.0)
    path = QPainterPath()
    for point in range(10):
        reach = radius if point % 2 == 0 else radius * 0.45
        angle = math.radians(point * 36)
        corner = QPointF(away + reach * math.sin(angle), -away - reach * math.cos(angle))
        path.lineTo(corner) if point else path.moveTo(corner)
    path.closeSubpath()
    return path


@lru_cache(maxsize=64)
def wish_path(diameter: float, *, more: bool) -> QPainterPath:
    """Return the triangle of a disc around 0, 0."""
    away, half = _corner(diameter), min(max(diameter * 0.16, 4.5), 8.0)
    up = -half if more else half
    path = QPainterPath(QPointF(-away, -away + up))
    path.lineTo(-away + half * 1.1, -away - up * 0.75)
    path.lineTo(-away - half * 1.1, -away - up * 0.75)
    path.closeSubpath()
    return path


@lru_cache(maxsize=64)
def intention_path(diameter: float) -> QPainterPath:
    """Return the flag of a disc around 0, 0: a pole with a pennant."""
    away, half = _corner(diameter), min(max(diameter * 0.18, 5.5), 9.0)
    left, top = away - half * 0.6, away - half
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRect(QRectF(left, top, 1.6, 2 * half))
    pennant = QPainterPath(QPointF(left, top))
    pennant.lineTo(left + half * 1.5, top + half * 0.6)
    pennant.lineTo(left, top + half * 1.2)
    pennant.closeSubpath()
    path.addPath(pennant)
    return path


# Lines.


class ContactLine(NamedTuple):
    """A line to the middle as it is seen: how often, from where to where, in whose colour."""

    frequency: int | None
    line: QLineF
    tone: str = "tie"


def contact_pen(frequency: int | None, tone: str = "tie") -> QPen:
    """Return the pen of the line to the middle; dashes mean no contact yet, and only that.

    `tone` is the colour token of the setting.
    """
    colours = theme.current()
    share = 1.0 if tone == "tie" else TONE[colours.name]
    colour = colours.mix(tone, "paper", share * (0.5 if frequency is None else 1.0))
    pen = QPen(colour, LINE_WIDTHS[frequency or 0])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if frequency == 0:
        pen.setDashPattern([5, 5])
    return pen


def contact_lines(painter: QPainter, lines: Iterable[ContactLine]) -> None:
    """Paint the lines to the middle, wide ones over thin ones."""
    grouped: dict[tuple[int, str], list[QLineF]] = {}
    for frequency, line, tone in lines:
        grouped.setdefault((-1 if frequency is None else frequency, tone), []).append(line)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for code, tone in sorted(grouped):
        pen = contact_pen(None if code < 0 else code, tone)
        painter.setPen(pen)
        painter.drawLines(grouped[code, tone])
        if pen.widthF() > _THIN:
            # Qt takes four times as long for lines with round ends as for these and their ends.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pen.color())
            half = pen.widthF() / 2
            for line in grouped[code, tone]:
                painter.drawEllipse(line.p1(), half, half)
                painter.drawEllipse(line.p2(), half, half)
    painter.restore()


def hatches(painter: QPainter, lines: Iterable[tuple[QLineF, float]]) -> None:
    """Paint short strokes across lines of these widths, as an ecomap does where it chafes."""
    path = QPainterPath()
    for line, width in lines:
        length = line.length()
        count = min(_STROKES, int(length / _STROKE_STEP))
        if count < 1:
            continue
        along = QPointF(line.dx(), line.dy()) / length
        # A little aslant, so that a stroke is not taken for the edge of something.
        reach = width / 2 + 4.5
        stroke = (QPointF(-along.y(), along.x()) + along * 0.35) * reach
        first = line.p1() + along * (length * 0.6 - (count - 1) / 2 * _STROKE_STEP)
        for number in range(count):
            at = first + along * (number * _STROKE_STEP)
            path.moveTo(at - stroke)
            path.lineTo(at + stroke)
    painter.strokePath(path, QPen(theme.current().colour(TOKENS["hatch"]), 1.5))


def head_length(line: QLineF, width: float) -> float:
    """Return how long the head of an arrow on a line of this width is, in pixels."""
    return min(8 + width * 0.6, line.length() * 0.45)


def shaft(line: QLineF, width: float, initiative: str) -> QLineF:
    """Return the line without the ends that the heads of its arrow stand on."""
    share = head_length(line, width) * 0.8 / (line.length() or 1.0)
    start = 0.0 if initiative == "ego" else share
    end = 1.0 if initiative == "alter" else 1.0 - share
    return QLineF(line.pointAt(start), line.pointAt(end))


def arrows(painter: QPainter, lines: Iterable[tuple[QLineF, float, str]]) -> None:
    """Paint heads on lines from the middle of these widths: from who takes the initiative.

    `ego` has the head at the partner's end, `alter` at mine, `both` at either.
    """
    path = QPainterPath()
    for line, width, initiative in lines:
        size = head_length(line, width)
        if size < 2:
            continue
        along = QPointF(line.dx(), line.dy()) / line.length()
        across = QPointF(-along.y(), along.x()) * min(3.2 + width * 0.5, size * 0.7)
        for tip, way in ((line.p2(), -1), (line.p1(), 1)):
            if initiative == ("alter" if way < 0 else "ego"):
                continue
            base = tip + along * (way * size)
            path.moveTo(tip)
            path.lineTo(base + across)
            path.lineTo(base - across)
            path.closeSubpath()
    colours = theme.current()
    painter.strokePath(path, QPen(colours.colour("paper"), 2))
    painter.fillPath(path, colours.colour(TOKENS["arrow"]))


def tie_pen(painter: QPainter, *, certain: bool) -> QPen:
    """Return the pen of a tie between partners: dots, and dots with gaps for *don't know*."""
    colour = theme.current().mix("soft_ink", "paper", 0.72)
    return dotted(painter, colour, [1.0, 2.0] if certain else [2.0, 8.0])


def comet(
    painter: QPainter,
    person: QPointF,
    contact: QPointF,
    radius: float,
    token: str,
    *,
    quiet: bool = False,
    grown: float = 1.0,
) -> None:
    """Paint a tail that tapers and fades from a disc to an open dot where contact would put them.

    A `quiet` one is only just there. `grown` is how much of its way it has come.
    """
    colours = theme.current()
    strong = _QUIET[colours.name] if quiet else 0.85
    tip = person + (contact - person) * grown
    away = tip - person
    length = math.hypot(away.x(), away.y())
    if length > radius:
        along = away / length
        across = QPointF(-along.y(), along.x())
        head, end = across * radius * 0.7, across * 0.8
        near, far = person + along * radius * 0.5, person + away * 0.45
        path = QPainterPath(near + head)
        path.quadTo(far + head * 0.28, tip + end)
        path.lineTo(tip - end)
        path.quadTo(far - head * 0.28, near - head)
        path.closeSubpath()
        fade = QLinearGradient(person, tip)
        fade.setColorAt(0.0, colours.mix(token, "paper", strong))
        fade.setColorAt(1.0, colours.mix(token, "paper", strong * 0.42))
        painter.fillPath(path, fade)
    size, wide = (3.5, 1.75) if quiet else (5.0, 2.25)
    painter.setPen(QPen(colours.mix(token, "paper", strong if quiet else 1.0), wide))
    painter.setBrush(colours.colour("paper"))
    painter.drawEllipse(tip, size - wide / 2, size - wide / 2)
