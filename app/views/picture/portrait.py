"""A map as a picture to keep: PNG, SVG or PDF, painted by the scene the window shows."""

import math
from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QBuffer,
    QIODevice,
    QMarginsF,
    QMimeData,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtWidgets import QGraphicsItem

from app import VERSION
from app.analysis.free_places import placed, with_places
from app.layout.seats import ALWAYS_LABELLED
from app.models.network import Map
from app.models.problem import Problem
from app.models.text_form import in_xml
from app.views.map import marks
from app.views.map.ground import pieces_of, rect_of, small_fonts
from app.views.map.lens_and_layers import Look
from app.views.map.lettering import draw_text
from app.views.map.scene import MapScene
from app.views.picture.legend import PictureLegend
from app.views.picture.pdf import with_language
from app.views.picture.svg import finished
from app.views.widgets import theme
from app.views.widgets.png import png
from app.words import current_language, joined
from app.words.dates_and_numbers import shown_date

WIDTH: Final = 1400
HEIGHT: Final = 990
"""The proportions of A4 on its side."""

MOST_PIXELS: Final = 150_000_000
"""A larger PNG would fill the memory of a small computer."""

_TITLE: Final = "Title"
"""What PNG calls a title."""
_MARGIN: Final = 24
_GROWTHS: Final = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
_MOST_FOR_CUT: Final = 1.3
_CUT: Final = "…"
"""How a name ends that has no room: in a picture nobody can rest on it to read the rest."""
_LONG_SIDE: Final = 297.0
"""Of the page of a PDF, in millimetres: that of A4."""


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """How a picture is made, apart from what is on the map."""

    width: int = WIDTH
    """In pixels at 1x; where the people do not fit, the picture is larger."""
    height: int | None = HEIGHT
    """Likewise; None is as high as the map is wide, and the legend below it."""
    text_size: int = 125
    """Percent of the normal size; at 125 the names are 9 points high on A4."""
    dark: bool = False
    grey: bool = False
    """For paper without colours: they are told apart by how dark they are."""
    title: bool = True
    """One line at the top: the title, the moment, the lens."""
    legend: bool = True
    """What the marks mean: on the right, or below where the picture is not wide."""
    photo: bool = False
    """A photo under the map is in it: only where that was asked, for it may show anything."""


class Portrait:
    """One map in one look, laid out for a picture of its own. Needs a QApplication."""

    def __init__(
        self,
        whole: Map,
        look: Look,
        options: PictureOptions | None = None,
        said: Container[str] = (),
    ) -> None:
        self.options = options = options or PictureOptions()
        seen = look.layers | {"photo"} if options.photo else look.layers - {"photo"}
        self._whole, self._look = whole, (look := look._replace(layers=seen))
        with self._dressed():
            self._dpi = QImage(1, 1, QImage.Format.Format_RGB32).logicalDpiX()
            top = _MARGIN + self._heading_height()
            width = options.width - 2 * _MARGIN
            height = width if options.height is None else options.height - top - _MARGIN
            beside = width > 1.2 * height
            legend = PictureLegend(whole, look, None if beside else width, said)
            self.explained = legend.words if options.legend else ()
            """The words of its legend."""
            self._legend = legend if self.explained else None
            if self._legend is not None:
                width -= legend.width + _MARGIN if beside else 0
                height -= 0 if beside or options.height is None else legend.height + _MARGIN
            self.scene = MapScene()
            # A picture of the free lens has sides of whole fours, rounded up.
            self._show(whole, look, QSize(width // 4 * 4, height // 4 * 4))
            for item in self.scene.items():
                # A kept picture of an item would stand in the file as pixels.
                item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
            self._source = self.scene.sceneRect()
            if look.lens.field is None:
                # Ink may run out of the picture: it is not cut off. What items keep free around
                # them may.
                inked = self.scene.itemsBoundingRect().adjusted(4, 4, -4, -4)
                self._source = self._source.united(inked)
            self._map = QRectF(QPointF(_MARGIN, top), self._source.size())
            right, bottom = math.ceil(self._map.right()), math.ceil(self._map.bottom())
            self._legend_at = QPointF()
            if self._legend is not None and beside:
                self._legend_at = QPointF(right + _MARGIN, max(bottom - legend.height, top))
                right, bottom = right + _MARGIN + legend.width, max(bottom, top + legend.height)
            elif self._legend is not None:
                self._legend_at = QPointF(_MARGIN, bottom + _MARGIN)
                bottom += _MARGIN + legend.height
            least = QSize(options.width, options.height or 0)
            self.size = QSize(right + _MARGIN, bottom + _MARGIN).expandedTo(least)
            """In pixels at 1x."""
            self.people = tuple(p for p in whole.partners if p.id in self.scene.people)
            self.shown = len(self.people)
            """How many partners are in the picture; the others have no place in this lens."""

    def _show(self, whole: Map, look: Look, room: QSize) -> None:
        """Lay the map out, larger as long as a name is cut; in the free lens, or finds no room."""
        scene = self.scene
        seen = _seen(whole, look, room)
        for growth in _GROWTHS:
            scene.set_size(room * growth)
            scene.show_map(seen, look)
            lines = {key: spot.lines for key, spot in scene.picture.spots.items()}
            wants_all = look.lens.field is None and len(whole.partners) <= ALWAYS_LABELLED
            lacks = wants_all and not all(lines.values())
            cut = growth < _MOST_FOR_CUT and any(
                lines[p.id][-1].endswith(_CUT) and not p.name.endswith(_CUT)
                for p in whole.partners
                if lines.get(p.id)
            )
            if not lacks and not cut:
                return

    # Files.

    def image(self, scale: float = 1.0) -> QImage:
        """Return the picture in pixels. Raises `Problem` `picture_too_large`."""
        size = self.size * scale
        if size.width() * size.height() > MOST_PIXELS:
            raise Problem("picture_too_large")
        image = QImage(size, QImage.Format.Format_RGB32)
        if image.isNull():
            raise Problem("picture_too_large")
        painter = QPainter(image)
        painter.scale(size.width() / self.size.width(), size.height() / self.size.height())
        self._paint(painter)
        painter.end()
        return image

    def png(self, scale: float = 1.0) -> bytes:
        """Return the picture as a PNG file. Raises `Problem` `picture_too_large`."""
        image = self.image(scale)
        image.setDotsPerMeterX(round(self._dpi * scale / 0.0254))
        image.setDotsPerMeterY(round(self._dpi * scale / 0.0254))
        image.setText(_TITLE, self.title)
        return png(image)

    def svg(self) -> bytes:
        """Return the picture as an SVG file, in which text is text.

        Each text says how wide it is: whatever font stands in for ours, it stays in its place.
        """
        from PySide6.QtSvg import QSvgGenerator

        buffer = _buffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setResolution(self._dpi)
        generator.setSize(self.size)
        generator.setViewBox(QRect(QPoint(), self.size))
        generator.setTitle(in_xml(self.title))
        generator.setDescription(f"Kring {VERSION}")
        painter = QPainter(generator)
        self._paint(painter)
        painter.end()
        with self._dressed():
            letters = theme.font()
        written = bytes(buffer.data().data()).decode()
        return finished(written, letters, self._dpi, current_language()).encode()

    def pdf(self) -> bytes:
        """Return the picture as a PDF file: one page, lines and text, as large as A4 or nearly.

        The page has the proportions of the picture, and its long side is that of A4.
        """
        buffer = _buffer()
        writer = QPdfWriter(buffer)
        writer.setTitle(self.title)
        writer.setCreator(f"Kring {VERSION}")
        # Text is laid out at this resolution: at another it would be wider or narrower than its
        # place. The file is exact at any.
        writer.setResolution(self._dpi)
        long_side = max(self.size.width(), self.size.height())
        page = QSizeF(self.size) * (_LONG_SIDE / long_side)
        match = QPageSize.SizeMatchPolicy.ExactMatch
        writer.setPageSize(QPageSize(page, QPageSize.Unit.Millimeter, "", match))
        writer.setPageMargins(QMarginsF())
        painter = QPainter(writer)
        painter.scale(writer.width() / self.size.width(), writer.width() / self.size.width())
        self._paint(painter)
        painter.end()
        return with_language(bytes(buffer.data().data()), current_language())

    def mime_data(self, scale: float = 2.0) -> QMimeData:
        """Return the picture for the clipboard: as pixels, and as SVG for who can use it."""
        data = QMimeData()
        data.setImageData(self.image(scale))
        data.setData("image/svg+xml", self.svg())
        return data

    # What is where.

    def geometry(self) -> dict[str, Any]:
        """Return the place of every person and label, in pixels from the top left at 1x.

        A person is the square around the disc with its outline, a label the lines of text.
        """
        with self._dressed():
            return {
                "picture": {"w": _number(self.size.width()), "h": _number(self.size.height())},
                "items": [
                    {"kind": kind, **({} if key is None else {"id": key}), **_sides(rect)}
                    for kind, key, rect in self._things()
                ],
            }

    def _things(self) -> Iterator[tuple[str, str | None, QRectF]]:
        move = self._map.topLeft() - self._source.topLeft()
        picture = self.scene.picture
        text, small = marks.name_font(), small_fonts()[0]
        for key, item in self.scene.people.items():
            yield "person", key, item.painted.translated(move)
            spot = picture.spots[key]
            if spot.box is not None:
                rect = _written(spot.lines, rect_of(spot.box), spot.align, text)
                yield "label", key, rect.translated(move)
        for ring in picture.rings:
            if ring.box is not None:
                rect = _written((ring.label,), rect_of(ring.box), "centre", small)
                yield "ring_label", None, rect.translated(move)
        for sector in picture.sectors:
            for rect in pieces_of(sector):
                yield "rim_label", None, rect.translated(move)

    # Painting.

    @contextmanager
    def _dressed(self) -> Iterator[None]:
        worn = "dark" if self.options.dark else "grey" if self.options.grey else "print"
        with theme.on_paper(worn, self.options.text_size):
            yield

    @property
    def title(self) -> str:
        """Return the title of the picture: that of the map, or the lens."""
        return self._whole.network.title or self._look.lens.name()

    def _heading_height(self) -> int:
        if not self.options.title:
            return 0
        return math.ceil(QFontMetricsF(theme.font("heading")).height()) + 8

    def _paint(self, painter: QPainter) -> None:
        with self._dressed():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(theme.font())  # or that of the window would stand in the file
            painter.fillRect(QRect(QPoint(), self.size), theme.current().colour("paper"))
            if self.options.title:
                self._paint_heading(painter)
            scene = self.scene
            scene.render(painter, self._map, self._source)
            if self._legend is not None:
                self._legend.paint(painter, self._legend_at)

    @property
    def details(self) -> str:
        """Of which moment it is, and through which lens: what stands opposite the title."""
        network = self._whole.network
        parts = [shown_date(network.moment), network.moment_label]
        parts += [self._look.lens.name()] if network.title else []
        return joined(filter(None, parts), between=" · ")

    def _paint_heading(self, painter: QPainter) -> None:
        colours = theme.current()
        room = QRectF(_MARGIN, _MARGIN - 8, self.size.width() - 2 * _MARGIN, self._heading_height())
        small, large = theme.font(), theme.font("heading")
        right = QFontMetricsF(small).elidedText(
            self.details, Qt.TextElideMode.ElideRight, room.width() / 2
        )
        taken = QFontMetricsF(small).horizontalAdvance(right) + 24
        left = QFontMetricsF(large).elidedText(
            self.title, Qt.TextElideMode.ElideRight, room.width() - taken
        )
        line = QFontMetricsF(large)
        base = room.top() + (room.height() + line.ascent() - line.descent()) / 2
        painter.setFont(large)
        painter.setPen(colours.colour("ink"))
        draw_text(painter, QPointF(room.left(), base), left)
        painter.setFont(small)
        painter.setPen(colours.colour("soft_ink"))
        painter.drawText(QPointF(room.right() - taken + 24, base), right)


def _seen(whole: Map, look: Look, room: QSize) -> Map:
    """Return the map with everybody in sight in the free lens.

    Who was never put anywhere gets a place, and who stands on somebody else steps aside.
    """
    if look.lens.field is not None:
        return whole
    whole = with_places(whole)
    scene = MapScene()
    scene.set_size(room)
    scene.show_map(whole, look)
    return placed(whole, scene.apart())


def _written(lines: tuple[str, ...], rect: QRectF, align: str, font: QFont) -> QRectF:
    """Return the positions of lines within their room."""
    metrics = QFontMetricsF(font)
    width = max((metrics.horizontalAdvance(line) for line in lines), default=0.0)
    spare = rect.width() - width
    left = rect.x() + {"left": 0.0, "right": spare, "centre": spare / 2}[align]
    return QRectF(left, rect.y(), width, rect.height())


def _sides(rect: QRectF) -> dict[str, float]:
    return {
        "x": _number(rect.x()),
        "y": _number(rect.y()),
        "w": _number(rect.width()),
        "h": _number(rect.height()),
    }


def _number(value: float) -> float:
    return round(value, 3)


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
