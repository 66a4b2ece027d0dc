"""The marks of the picture, one function each: the map and the samples of its legend use them."""

import math
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
)

from app.analysis.composition import has_say
from app.analysis.gaps import LESS_NAMED, LESS_OFTEN
from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.views.widgets import theme

MARGIN: Final = 8.0
"""Pixels around a disc for the outline, the ring of who is selected, the star and the triangle."""

OUTLINE: Final = 2.0
"""How many pixels the outline of who is notable reaches around a disc."""

DIFFERENCES: Final = {LESS_OFTEN: "less_often", LESS_NAMED: "less_named"}
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

FADED: Final = 0.12
"""How much of its colour the disc of who fades has inside; `FADED_EDGE` of its edge. So it steps
back and can still be seen by everybody: 3:1 for the edge, 4.5:1 for the letters (`test_faded`)."""
FADED_EDGE: Final = 0.9
_FADED_BADGE: Final = 0.66
"""How much of its colour a small mark of who fades has."""


BEHIND: Final = 2.0
"""How many pixels the second disc of a group reaches beyond the square of a disc, at the right."""

_LETTERS: Final = 0.86
"""How much of the width of a disc its letters may take."""
_READABLE_LETTERS: Final = 12.0
"""The height in pixels, at 100 %, below which initials only come where their disc has no room."""
_LEAST_LETTERS: Final = 5
"""The least height of letters in pixels; in pictures they are drawn at twice that and more."""
_SEEN_LETTERS: Final = 10 / 24
"""The height, as a part of a disc, from which letters become narrower rather than less high: 10
pixels in the smallest disc of a map, 9 where that is seen a little smaller. `_NARROWEST` is how
narrow, in percent."""
_NARROWEST: Final = 62


_AWAY: Final = math.sqrt(0.5)


class Form(NamedTuple):
    """The shape of a partner: what they are, and whether inside the school."""

    inside: bool = False
    entity: str = "person"
    has_say: bool = False
    """A ring within: a pupil who is asked, thinks along or decides along."""


def form_of(partner: Partner) -> Form:
    """Return the shape of a partner; without an answer that of a person."""
    inside = vocabulary().is_inside(partner.setting)
    return Form(inside, partner.entity or "person", has_say(partner))


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
    ring: QPainterPath
    """Along the inside of the body, for a pupil who has a say."""


@lru_cache(maxsize=256)
def _parts(form: Form, diameter: float) -> _Parts:
    half = diameter / 2
    within = max(half * 0.14, 2.5)
    body, edge, ring = (_plain(form.inside, half - less, QPointF()) for less in (0, 1, within))
    rest, middle = QPainterPath(), QPointF()
    if form.entity == "group":
        # One of the same size behind, of which a sickle is seen; both a pixel less to each side.
        front = QPointF(-1.0, 0.0)
        body, edge, ring = (_plain(form.inside, half - 1 - less, front) for less in (0, 1, within))
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
    return _Parts(body, edge, rest, middle, ring)


def name_font() -> QFont:
    """Return the font of a partner's name beside the disc; the layout measures it too."""
    return theme.font()


def initials_font(form: Form, diameter: float, letters: str = "") -> QFont:
    """Return the font of the initials in a disc; more than two are smaller, so that they fit."""
    chosen = theme.font("strong")
    share = 0.36 if form.entity != "organisation" else 0.34
    if len(letters) > 2:
        share *= 0.8
    least = min(theme.scaled(_READABLE_LETTERS), 0.46 * diameter)
    chosen.setPixelSize(max(round(diameter * share), round(least), 9))
    return chosen


def fitting(font: QFont, letters: str, diameter: float) -> QFont:
    """Return a font in which letters fit in a disc: smaller rather than none at all."""
    room, wide = _LETTERS * diameter, QFontMetricsF(font).horizontalAdvance(letters)
    if wide <= room:
        return font
    fitted, high = QFont(font), QFontInfo(font).pixelSize()
    least = max(min(math.ceil(_SEEN_LETTERS * diameter), high), _LEAST_LETTERS)
    fitted.setPixelSize(max(int(high * room / wide), least))
    wide = QFontMetricsF(fitted).horizontalAdvance(letters)
    if wide > room:
        fitted.setStretch(max(int(100 * room / wide), _NARROWEST))
        wide = QFontMetricsF(fitted).horizontalAdvance(letters)
        if wide > room:  # four wide ones: they stay within their disc
            fitted.setPixelSize(max(int(least * room / wide), _LEAST_LETTERS))
    return fitted


def initials_room(form: Form, diameter: float) -> QRectF:
    """Return the room for the initials, in the middle of the disc."""
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
    edge: QColor | None = None,
) -> None:
    """Paint a partner around 0, 0 in the font of the painter.

    Hollow and dashed means *no contact yet*. The letters are in `ink`, or as the disc. Who fades
    has an `edge` around a pale disc.
    `smaller` leaves as many pixels at the edge to the outline of who is notable.
    """
    paper = theme.current().colour("paper")
    diameter -= 2 * smaller
    parts = _parts(form, diameter)
    painter.fillPath(outline(form, diameter, 1.5), paper)  # nothing of what lies behind is seen
    if form.entity == "group":
        painter.strokePath(parts.rest, QPen(paper, 3))
        painter.fillPath(outline(form, diameter), paper)
        painter.fillPath(parts.rest, edge or fill)
    if (hollow or edge is not None) and form.entity == "organisation":
        painter.fillPath(parts.rest, edge or fill)
    if hollow:
        pen = QPen(edge or fill, 2)
        pen.setDashPattern([3, 2.5])
        painter.strokePath(parts.edge, pen)
    else:
        painter.fillPath(parts.body, fill)
        if edge is not None:
            painter.strokePath(parts.edge, QPen(edge, 1.75))
    if form.has_say:
        pale = hollow or edge is not None
        painter.strokePath(parts.ring, QPen((edge or fill) if pale else paper, 1.5))
    if letters:
        painter.setFont(fitting(painter.font(), letters, diameter))
        painter.setPen(fill if ink is None else ink)
        painter.drawText(initials_room(form, diameter), Qt.AlignmentFlag.AlignCenter, letters)


def chosen(
    painter: QPainter, form: Form, diameter: float, *, current: bool, difference: str | None = None
) -> None:
    """Paint the ring around who is selected, or whom the keyboard is on.

    Nobody has two rings: around who is notable as well, it is theirs, where and as wide as this.
    """
    pen = (
        QPen(theme.current().colour(TOKENS["selected"]))
        if not difference
        else notable_pen(difference)
    )
    if current:
        pen.setColor(theme.current().colour(TOKENS["current"]))
    pen.setWidthF(2.5)
    painter.strokePath(outline(form, diameter, 4.5), pen)


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


def ego(painter: QPainter, middle: QPointF, radius: float, ring: float = 2.0) -> None:
    """Paint the disc in the middle, with a ring as wide where it would sink into the ground."""
    colours = theme.current()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour("ego"))
    painter.drawEllipse(middle, radius, radius)
    if colours.colour("ego") != colours.colour("ego_ring"):
        painter.setPen(QPen(colours.colour("ego_ring"), ring))
        painter.drawEllipse(middle, radius - ring / 2, radius - ring / 2)


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
    painter.fillPath(path, colours.mix(token, "paper", _FADED_BADGE if faded else 1.0))


def _corner(diameter: float) -> float:
    """Return the offset, both ways, of a small mark at the corner of a disc."""
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
