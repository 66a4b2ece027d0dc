"""The marks of lines, one function each: the map and the samples of its legend use them."""

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.layout.seats import TAIL_DOT
from app.views.map.ground import dotted
from app.views.map.marks import TOKENS
from app.views.widgets import theme
from app.views.widgets.line_widths import LINE_WIDTHS

_QUIET: Final = 0.85
"""How much of its ink a quiet tail has: 3:1 on every band (`test_faded`), as it is a thread."""

_STRONG: Final = 0.85
"""How much of its colour the tail of who is notable has where it begins."""

_THIN: Final = 3.0
"""Width in pixels up to which the ends of a line are not seen to be round."""

_STROKES: Final = 3
_STROKE_STEP: Final = 5.0
"""Pixels between the cross-strokes of a line."""


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
    if frequency is None:
        colour = colours.mix(tone, "paper", 0.5 if tone == "tie" else 0.37)
    else:
        colour = _calm(colours, tone)
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


@lru_cache(maxsize=64)
def _calm(worn: theme.Theme, tone: str) -> QColor:
    """Return the colour of lines: that of a setting, no louder in one than in another."""
    return worn.as_strong_as("tie", tone)


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
    """Return the length of an arrow head on a line of this width, in pixels."""
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
    colour = theme.current().mix("soft_ink", "paper", 0.85)
    return dotted(painter, colour, [2.0, 2.0] if certain else [2.0, 8.0])


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

    A `quiet` one is a thread: as easy to see, and no weight. `grown` is how much of its way it
    has come.
    """
    colours = theme.current()
    dot = colours.mix("soft_ink", "paper", _QUIET) if quiet else colours.colour(token)
    tip = person + (contact - person) * grown
    away = tip - person
    length = math.hypot(away.x(), away.y())
    if length > radius and quiet:
        painter.setPen(QPen(dot, 1.0))
        painter.drawLine(person, tip)
    elif length > radius:
        along = away / length
        across = QPointF(-along.y(), along.x())
        head, end = across * radius * 0.5, across * 0.8
        near = person + along * radius * 0.5
        # It tapers over what is seen of it, so that a short one is seen to come from somewhere.
        far = person + along * max(0.45 * length, radius + 0.35 * (length - radius))
        path = QPainterPath(near + head)
        path.quadTo(far + head * 0.28, tip + end)
        path.lineTo(tip - end)
        path.quadTo(far - head * 0.28, near - head)
        path.closeSubpath()
        from PySide6.QtGui import QLinearGradient  # its enums take a while to make

        fade = QLinearGradient(person, tip)
        fade.setColorAt(0.0, colours.mix(token, "paper", _STRONG))
        fade.setColorAt(1.0, colours.mix(token, "paper", _STRONG * 0.42))
        painter.fillPath(path, fade)
    size, wide = (2.75, 1.25) if quiet else (TAIL_DOT, 2.0)
    painter.setPen(QPen(dot, wide))
    painter.setBrush(colours.colour("paper"))
    painter.drawEllipse(tip, size - wide / 2, size - wide / 2)
