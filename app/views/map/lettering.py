"""Text on the map, with a halo of paper around its letters; kept for the pixels of a screen."""

import math
from functools import lru_cache, partial
from typing import Final, NamedTuple
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
)

from app.views.map.kept_picture import KeptPicture
from app.views.widgets import theme

FILES: Final = frozenset({QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf})
_HALO: Final = tuple(
    QPointF(2 * math.sin(math.radians(angle)), 2 * math.cos(math.radians(angle)))
    for angle in range(0, 360, 45)
)
_FROM_RIGHT: Final = ("R", "AL")


class _Line(NamedTuple):
    kept: KeptPicture
    halo: KeptPicture
    """The same for every colour of the letters, as it takes longest to paint."""
    advance: float
    """The width the text takes in a line, in pixels."""
    room: QRectF
    """All that is painted, from where the line begins, at its base."""


def write(
    painter: QPainter, lines: tuple[str, ...], rect: QRectF, align: str, colour: QColor
) -> None:
    """Write lines with a halo of paper around the letters, so that they stay readable on lines.

    A line stays as it was painted wherever it stands, on whole pixels: whoever looks through
    another lens sees the same names in other places.
    """
    font = painter.font()
    metrics = QFontMetricsF(font)
    height = rect.height() / max(1, len(lines))
    onto = painter.deviceTransform()
    back = onto.inverted()[0]
    for index, text in enumerate(lines):
        line = _line(text, font, colour.name())
        room = rect.width() - line.advance
        at = QPointF(
            rect.x() + {"left": 0.0, "right": room, "centre": room / 2}[align],
            rect.y() + index * height + (height + metrics.ascent() - metrics.descent()) / 2,
        )
        if painter.paintEngine().type() in FILES:
            _write_outlined(painter, at, text, colour)
            continue

        begin = back.map(onto.map(at).toPoint().toPointF())
        painter.translate(begin)
        line.kept.paint(painter, line.room, partial(_write_line, line, text, font, colour))
        painter.translate(-begin)


@lru_cache(maxsize=512)
def _line(text: str, font: QFont, _colour: str) -> _Line:
    metrics = QFontMetricsF(font)
    advance, seen = metrics.horizontalAdvance(text), metrics.boundingRect(text)
    return _Line(KeptPicture(), _halo(text, font), advance, seen.adjusted(-3, -3, 3, 3))


@lru_cache(maxsize=512)
def _halo(_text: str, _font: QFont) -> KeptPicture:
    return KeptPicture()


def _write_line(line: _Line, text: str, font: QFont, colour: QColor, painter: QPainter) -> None:
    """Write a line at 0, 0, with its halo."""
    line.halo.paint(painter, line.room, partial(_write_around, text, font))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QPointF(), text)


def _write_around(text: str, font: QFont, painter: QPainter) -> None:
    """Paint the halo of a line: the text itself, eight times around.

    Stroking its outline takes ten times longer.
    """
    painter.setFont(font)
    painter.setPen(theme.current().colour("paper"))
    for around in _HALO:
        painter.drawText(around, text)


def _write_outlined(painter: QPainter, at: QPointF, line: str, colour: QColor) -> None:
    """Write a line in a file of text and lines, where it is to stand once, on its outline."""
    letters = QPainterPath()
    letters.addText(at, painter.font(), line)
    pen = QPen(theme.current().colour("paper"), 4)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(letters, pen)
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
