"""What is drawn on the map, as items: lines around people, lines of the pen, and words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.views.map.ink import INK_WIDTH, Point, pressed, smooth
from app.views.map.lettering import write
from app.views.widgets import theme

LINE: Final = 1.5
"""Width in pixels of the line of an outline."""


class DrawnWords(NamedTuple):
    """Words on the map: the label of an outline, or a text."""

    id: str
    lines: tuple[str, ...]
    box: QRectF
    is_label: bool


class DrawnItem(QGraphicsItem):
    """Something drawn that is in nobody's way: whoever wants to grab it asks `Drawing`."""

    def __init__(self, z: float) -> None:
        super().__init__()
        self.setZValue(z)
        # Tells `paint` what is to be painted anew.
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._rect = QRectF()
        self.chosen: str | None = None

    def boundingRect(self) -> QRectF:
        """Return the room it takes."""
        return self._rect

    def shape(self) -> QPainterPath:
        """Return nothing."""
        return QPainterPath()

    def take_room(self, room: QRectF) -> None:
        """Take the room there is to draw in: what changes in it is painted, and no more."""
        if room != self._rect:
            kept = self.cacheMode()
            # Qt may go on showing a kept picture of another size: throw it away first.
            self.setCacheMode(QGraphicsItem.CacheMode.NoCache)
            self.prepareGeometryChange()
            self._rect = room
            self.setCacheMode(kept)
            self.update()

    def _repaint(self, rects: Iterable[QRectF]) -> None:
        for rect in rects:
            self.update(rect.adjusted(-4, -4, 4, 4))


class Hulls(DrawnItem):
    """The lines around people, below everybody."""

    def __init__(self) -> None:
        super().__init__(-8)
        self.paths: dict[str, QPainterPath] = {}

    def show_hulls(self, paths: dict[str, QPainterPath]) -> None:
        """Show these lines."""
        before, self.paths = self.paths, paths
        changed = [key for key in {*before, *paths} if before.get(key) != paths.get(key)]
        self.setVisible(bool(paths))
        both = [path for key in changed for path in (before.get(key), paths.get(key))]
        self._repaint(path.boundingRect() for path in both if path is not None)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint all fillings first, so that none hides the line of another."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        seen = {
            key: path
            for key, path in self.paths.items()
            if path.boundingRect().adjusted(-4, -4, 4, 4).intersects(option.exposedRect)
        }
        for path in seen.values():
            painter.fillPath(path, colours.mix("ring", "paper", 0.1))
        for key, path in seen.items():
            chosen = key == self.chosen
            pen = QPen(colours.colour("focus" if chosen else "ring"), 2.5 if chosen else LINE)
            painter.strokePath(path, pen)


class Ink(DrawnItem):
    """The lines of the pen, kept as one picture until one comes or goes."""

    def __init__(self) -> None:
        super().__init__(-3.5)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.strokes: dict[str, list[Point]] = {}
        self._path = QPainterPath()
        self._pressed: list[tuple[Point, Point, float]] = []

    def show_ink(
        self, strokes: dict[str, list[Point]], pressures: Mapping[str, Sequence[float]]
    ) -> None:
        """Show these lines of the pen; `pressures` are those of lines that tell them."""
        self.strokes = strokes
        self._path, self._pressed = QPainterPath(), []
        room = QRectF()
        for key, points in strokes.items():
            path = smooth(points)
            room = room.united(path.boundingRect().adjusted(-4, -4, 4, 4))
            if key in pressures:
                self._pressed += pressed(points, pressures[key])
            else:
                self._path.addPath(path)
        self.take_room(room)
        self.setVisible(bool(strokes))
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint with a round pen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = ink_pen()
        painter.strokePath(self._path, pen)
        for start, end, width in self._pressed:
            pen.setWidthF(width)
            painter.setPen(pen)
            painter.drawLine(QPointF(*start), QPointF(*end))


class Words(DrawnItem):
    """Labels of outlines and texts, with a halo so that they can be read on lines.

    Kept as a picture: a halo is the text many times over.
    """

    def __init__(self) -> None:
        super().__init__(-3)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.written: dict[str, DrawnWords] = {}

    def show_words(self, written: Iterable[DrawnWords]) -> None:
        """Show these words."""
        before, self.written = self.written, {one.id: one for one in written}
        now = self.written
        changed = [key for key in {*before, *now} if before.get(key) != now.get(key)]
        self.setVisible(bool(now))
        both = [one for key in changed for one in (before.get(key), now.get(key))]
        self._repaint(one.box for one in both if one is not None)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the words, and a frame around a text that is chosen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        label, text = label_font(), note_font()
        for one in self.written.values():
            if not one.box.adjusted(-4, -4, 4, 4).intersects(option.exposedRect):
                continue
            chosen = one.id == self.chosen
            if chosen and not one.is_label:
                painter.setPen(QPen(colours.colour("focus"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(one.box.adjusted(-2, -1, 2, 1), 4, 4)
            painter.setFont(label if one.is_label else text)
            colour = colours.colour("soft_ink" if one.is_label and not chosen else "ink")
            write(painter, one.lines, one.box, "centre" if one.is_label else "left", colour)


def note_font() -> QFont:
    """Return the font of a text on the map."""
    return theme.font()


def label_font() -> QFont:
    """Return the font of the label of an outline."""
    chosen = theme.font("label")
    chosen.setWeight(QFont.Weight.DemiBold)
    return chosen


def ink_pen() -> QPen:
    """Return the pen that lines are drawn with."""
    pen = QPen(theme.current().mix("ink", "paper", 0.8), INK_WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def broken(text: str, font: QFont, width: float) -> tuple[str, ...]:
    """Return a text as lines no wider than `width`; empty lines stay, also in the middle."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    lines: list[str] = []
    for paragraph in text.replace("\t", "    ").split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start = line.textStart()
            lines.append(paragraph[start : start + line.textLength()].rstrip())
        layout.endLayout()
    return tuple(lines)
