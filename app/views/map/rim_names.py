"""The names of the sectors along the rim: each whole, where it can be read, or not at all."""

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.layout.names_of_sectors import names_in_sight
from app.layout.picture import Arc, Box, Picture, Sector, Spot
from app.views.map.ground import rect_of, rim_font
from app.views.map.kept_picture import KeptPicture
from app.views.map.lettering import FILES
from app.views.widgets import theme

Name = tuple[str, str | None, int]
"""What a sector is called, its setting, and how many people there count: there is contact."""


class RimNames(QGraphicsItem):
    """Where a part of the map is seen, a name stands in that part, within its sector."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-9)
        self._picture: Picture | None = None
        self.sectors: tuple[Sector, ...] = ()
        """The sectors, with their names where they stand now."""
        self.spots: Mapping[str, Spot] = {}
        """Where people stand, of whom a name that moves along keeps clear."""
        self._sight: tuple[Box, Box | None] | None = None
        """What of the map is seen, and what lies over that; None where all of it is."""
        self._names: tuple[Name, ...] = ()
        self._kept: tuple[KeptPicture, ...] = ()

    def show_picture(
        self, picture: Picture, settings: Sequence[str | None], counts: Sequence[int]
    ) -> None:
        """Show the names of a picture's sectors: of which setting, and how many count there."""
        labels = [sector.label for sector in picture.sectors]
        self.prepareGeometryChange()
        self._names = tuple(zip(labels, settings, counts, strict=True))
        self._picture, self.sectors = picture, self._in_sight(picture)
        self._kept = tuple(KeptPicture() for _ in labels)
        self.update()

    def show_in(self, seen: QRectF, over: QRectF) -> None:
        """Let names stand where they are seen whole, and not under what lies over the map."""
        self._stand((_box(seen), None if over.isEmpty() else _box(over)))

    def show_all(self) -> None:
        """Let every name stand where the picture has it."""
        self._stand(None)

    def _in_sight(self, picture: Picture) -> tuple[Sector, ...]:
        if self._sight is None:
            return picture.sectors
        return names_in_sight(picture._replace(spots=self.spots), *self._sight)

    def _stand(self, sight: tuple[Box, Box | None] | None) -> None:
        self._sight = sight
        sectors = self._in_sight(self._picture) if self._picture is not None else ()
        for before, now, kept in zip(self.sectors, sectors, self._kept, strict=True):
            if before.arc != now.arc:
                kept.drop()
        if sectors != self.sectors:
            self.sectors = sectors
            self.update()

    def boundingRect(self) -> QRectF:
        """Return the whole picture."""
        picture = self._picture
        return QRectF(0, 0, picture.width, picture.height) if picture else QRectF()

    def shape(self) -> QPainterPath:
        """Return nothing: names are not in the way of a click on the map."""
        return QPainterPath()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the names, as they were kept if that is for a screen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture = self._picture
        for sector, name, kept in zip(self.sectors, self._names, self._kept, strict=True):
            if picture is None or sector.arc is None:
                continue
            middle, arc = QPointF(picture.cx, picture.cy), sector.arc
            if widget is None:
                write_along(painter, middle, arc, name)
                continue
            draw = partial(write_along, middle=middle, arc=arc, name=name, by_outline=True)
            kept.paint(painter, _room(sector.boxes, arc.height), draw)


@lru_cache(maxsize=64)
def _room(boxes: tuple[Box, ...], beyond: float) -> QRectF:
    """Return the room around the boxes of a name, of which there are some twenty."""
    around = QRectF()
    for box in boxes:
        around |= rect_of(box)
    return around.adjusted(-beyond, -beyond, beyond, beyond)


def _box(rect: QRectF) -> Box:
    return Box(rect.x(), rect.y(), rect.width(), rect.height())


def write_along(
    painter: QPainter,
    middle: QPointF,
    arc: Arc,
    name: Name,
    *,
    by_outline: bool = False,
) -> None:
    """Write the name of a sector along the rim, and behind it how many people count there.

    By their outline letters stand evenly on a screen; as text each of them, turned, would be put
    on a whole pixel.
    """
    label, setting, count = name
    colours = theme.current()
    parts = [(label, rim_font(bold=True), colours.setting(setting))]
    if count:
        parts.append((f" {count}", rim_font(bold=False), colours.colour("soft_ink")))
    widths = [QFontMetricsF(font).horizontalAdvance(text) for text, font, _ in parts]
    along, below = -sum(widths) / 2, arc.below
    for (text, font, colour), width in zip(parts, widths, strict=True):
        painter.setFont(font)
        painter.setPen(colour)
        outline = QPainterPath()
        outline.setFillRule(Qt.FillRule.WindingFill)  # letters that meet leave no hole
        for piece in _pieces(text, font, painter.paintEngine().type() in FILES):
            turn = math.degrees(along + piece.middle) / arc.radius
            onto = QTransform.fromTranslate(middle.x(), middle.y())
            onto.rotate(arc.angle - turn - 180.0 if below else arc.angle + turn)
            onto.translate(0.0, arc.radius if below else -arc.radius)
            if by_outline:
                outline.addPath(onto.map(piece.outline))
            else:
                painter.save()
                painter.setTransform(onto, combine=True)
                painter.drawText(piece.at, piece.text)
                painter.restore()
        painter.fillPath(outline, colour)
        along += width


class _Piece(NamedTuple):
    text: str
    middle: float
    """Pixels from where the whole text begins."""
    at: QPointF
    """Where it is written for its middle to be at 0, 0."""
    outline: QPainterPath


@lru_cache(maxsize=64)
def _pieces(text: str, font: QFont, by_word: bool) -> tuple[_Piece, ...]:
    """Return the pieces of a text that stay straight on an arc.

    A letter each; in a file a word, so that it can be found and read there. Kept: on the way from
    one lens to another each letter comes again.
    """
    metrics = QFontMetricsF(font)
    base = (metrics.ascent() - metrics.descent()) / 2
    found = []
    for piece in re.finditer(r"[^ ]+" if by_word else "[^ ]", text):
        wide = metrics.horizontalAdvance(piece[0])
        at, outline = QPointF(-wide / 2, base), QPainterPath()
        outline.addText(at, font, piece[0])
        middle = metrics.horizontalAdvance(text[: piece.start()]) + wide / 2
        found.append(_Piece(piece[0], middle, at, outline))
    return tuple(found)
