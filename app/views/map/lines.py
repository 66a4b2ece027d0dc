"""The lines of the map: to the middle, between partners, and the comets of the gap lens."""

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.analysis.gaps import Gap, is_dissatisfied
from app.layout.picture import Spot
from app.views.map import line_marks as marks
from app.views.map.people_items import PartnerItem
from app.views.widgets.line_widths import LINE_WIDTHS

MOST_MOVING_TIES: Final = 100
"""With more ties than this, they are away while somebody moves: they would make it jerk."""

_AROUND_ME: Final = 5.0
"""Pixels of air between the middle and a line; `_AROUND_THEM` likewise at the partner's end."""
_AROUND_THEM: Final = 4.0

_LINE_ROOM: Final = 16.0
"""Pixels around a line that its width, cross-strokes and arrows may take."""


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
    """All lines from the middle to a partner with what they carry, in one item."""

    def __init__(self) -> None:
        super().__init__(-5)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # `exposedRect`
        self._middle = QPointF()
        self._ego = 0.0
        self._to: list[_Line] = []

    def show_lines(
        self,
        rect: QRectF,
        middle: QPointF,
        ego: float,
        to: Iterable[PartnerItem],
        shows: Callable[[str], bool] = bool,
    ) -> None:
        """Show the line to each of these partners; `ego` is the diameter of the middle.

        `shows` tells of the layers `contact`, `satisfaction` and `initiative` whether they are
        seen. Without the first, whatever a line carries stands on a hairline.
        """
        contact, chafing, initiative = map(shows, ("contact", "satisfaction", "initiative"))
        lines = [
            _Line(
                item,
                item.diameter,
                item.partner.setting or "no_setting",
                item.partner.frequency if contact else None,
                chafing and item.partner.satisfaction is not None and is_dissatisfied(item.partner),
                (item.partner.initiative or "") if initiative else "",
            )
            for item in to
        ]
        if not contact:
            lines = [line for line in lines if line.chafes or line.initiative]
        if (rect, middle, ego) != (self._rect, self._middle, self._ego):
            self.prepareGeometryChange()
            self.update()
        for line in {*self._to} ^ {*lines}:
            self.update(_room_of(QLineF(self._middle, line.to.pos())))
        self._rect, self._middle, self._ego, self._to = rect, middle, ego, lines

    def follow(self, moved: Iterable[tuple[PartnerItem, QPointF]]) -> None:
        """Go along with people who move, each with where they stood before.

        Only that part of the picture is painted anew, so that a drag stays light on a full map.
        """
        for item, before in moved:
            for end in (before, item.pos()):
                self.update(_room_of(QLineF(self._middle, end)))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the lines that are seen, and over them the cross-strokes and the arrows."""
        exposed = option.exposedRect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines: list[marks.ContactLine] = []
        strokes: list[tuple[QLineF, float]] = []
        arrows: list[tuple[QLineF, float, str]] = []
        for line in self._to:
            width = LINE_WIDTHS[line.frequency or 0]
            whole = QLineF(self._middle, line.to.pos())
            seen = _between_discs(whole, self._ego / 2, line.disc / 2, width)
            if seen is None or not _room_of(seen).intersects(exposed):
                continue
            if line.chafes:
                strokes.append((seen, width))
            if line.initiative:
                arrows.append((seen, width, line.initiative))
                seen = marks.shaft(seen, width, line.initiative)
            lines.append(marks.ContactLine(line.frequency, seen, line.token))
        marks.contact_lines(painter, lines)
        marks.hatches(painter, strokes)
        marks.arrows(painter, arrows)


class _Line(NamedTuple):
    """One line from the middle, and what it carries."""

    to: PartnerItem
    disc: float
    """The diameter of the partner."""
    token: str
    """The colour of the setting."""
    frequency: int | None
    chafes: bool
    """The owner is not satisfied with the co-operation."""
    initiative: str


def _between_discs(line: QLineF, start: float, end: float, width: float) -> QLineF | None:
    """Return the visible part of a line between two discs of these radii, or None.

    There is air around the discs, the more so around the middle; the round ends are half as long
    as the line is wide.
    """
    length = line.length()
    start, end = start + _AROUND_ME + width / 2, end + _AROUND_THEM + width / 2
    if length <= start + end:
        # Between who stand close together only what there is room for.
        return None
    return QLineF(line.pointAt(start / length), line.pointAt(1 - end / length))


def _room_of(line: QLineF) -> QRectF:
    """Return the room that a line takes, with all that it carries."""
    around = QRectF(line.p1(), line.p2()).normalized()
    return around.adjusted(-_LINE_ROOM, -_LINE_ROOM, _LINE_ROOM, _LINE_ROOM)


class Ties(_Whole):
    """The ties between partners: quiet, and kept as a picture until one of them moves."""

    def __init__(self) -> None:
        super().__init__(-6)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._middle = QPointF()
        self.ties: list[tuple[PartnerItem, PartnerItem, bool]] = []

    def show_ties(
        self,
        rect: QRectF,
        middle: QPointF,
        ties: list[tuple[PartnerItem, PartnerItem, bool]],
    ) -> None:
        """Show ties: (one, other, whether it is certain)."""
        if not (ties or self.ties):
            return  # as before: nothing is to be painted anew
        # Qt may go on showing a kept picture of another size: throw it away first.
        self.setCacheMode(QGraphicsItem.CacheMode.NoCache)
        self.prepareGeometryChange()
        self._rect, self._middle, self.ties = rect, middle, ties
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setVisible(True)
        self.update()

    def follow(self) -> None:
        """Go along with people who move, where there are few enough ties to paint at every step."""
        if not self.ties:
            return
        self.setVisible(len(self.ties) <= MOST_MOVING_TIES)
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint dots for a tie, and dots with gaps for *don't know*."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pens = {certain: marks.tie_pen(painter, certain=certain) for certain in (True, False)}
        # One at a time: a path of many takes Qt a hundred times as long on a sharp screen.
        for one, other, certain in self.ties:
            painter.strokePath(_bow(one.pos(), other.pos(), self._middle), pens[certain])


def _bow(start: QPointF, end: QPointF, middle: QPointF) -> QPainterPath:
    """Return a line from start to end that bends away from the middle."""
    path = QPainterPath(start)
    centre = (start + end) / 2
    outward = centre - middle
    length = math.hypot(outward.x(), outward.y()) or 1.0
    path.quadTo(centre + outward / length * 24, end)
    return path


class Comet(NamedTuple):
    """From where importance puts a partner to where their contact would put them."""

    person: QPointF
    contact: QPointF
    radius: float
    """Of the disc the tail begins at."""
    token: str
    """The colour of the difference."""
    notable: bool


def comets_of(
    rows: Iterable[Gap],
    spots: Mapping[str, Spot],
    people: Mapping[str, PartnerItem],
    differing: Mapping[str, str],
) -> list[Comet]:
    """Return the tails of these people; `differing` is the colour of who stands out, by id."""
    comets = []
    for row in rows:
        key = row.partner.id
        tail = spots[key].tail if key in people else None
        if tail is not None:
            comets.append(
                Comet(
                    person=QPointF(spots[key].x, spots[key].y),
                    contact=QPointF(*tail),
                    radius=people[key].diameter / 2,
                    token=differing.get(key, "ring"),
                    notable=key in differing,
                )
            )
    return comets


class Comets(_Whole):
    """The tails of the gap lens: notable ones stand out, the others are threads."""

    def __init__(self) -> None:
        super().__init__(-4.5)
        self.comets: list[Comet] = []
        self._grown = 1.0

    def grow(self, part: float) -> None:
        """Let the tails come out of their discs, by how much of their way."""
        if part != self._grown:
            self._grown = part
            self.update()

    def show_comets(self, rect: QRectF, comets: list[Comet]) -> None:
        """Show these tails, the notable ones on top."""
        ordered = [comet for comet in comets if not comet.notable]
        ordered += [comet for comet in comets if comet.notable]
        if (rect, ordered) != (self._rect, self.comets):
            self.prepareGeometryChange()
            self._rect, self.comets = rect, ordered
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint each tail, which ends in a ring where contact is."""
        if not self._grown:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one in self.comets:
            marks.comet(
                painter,
                one.person,
                one.contact,
                one.radius,
                one.token,
                quiet=not one.notable,
                grown=self._grown,
            )
