"""The plot and the list as pictures, and all values as a table, for use elsewhere."""

import csv
import io
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QLocale,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QFontMetrics,
    QFontMetricsF,
    QImage,
    QPaintDevice,
    QPainter,
    QResizeEvent,
)
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsView, QWidget

from app.analysis.columns import Column, columns
from app.analysis.gaps import Gap
from app.analysis.study import Study
from app.exchange.cells import guarded
from app.models.network import Partner, rules_of
from app.models.vocabulary import vocabulary
from app.views.insight import mark
from app.views.insight.dumbbells import (
    SIDE,
    mark_width,
    paint_contact,
    paint_importance,
    paint_row,
    track,
)
from app.views.insight.mark import paint as paint_mark
from app.views.widgets import theme
from app.views.widgets.png import png
from app.views.widgets.saving import write_file
from app.views.widgets.table_cells import row_height
from app.words import current_language, fields, say
from app.words.field_names import field_label

_SCALE: Final = 2
"""Pixels of a picture for each pixel of the screen."""
_LIST_WIDTH: Final = 720
_KEY_WIDTH: Final = 240
_IN_LEGEND: Final = ("frequency", "importance")


def save_picture(path: Path, size: QSize, paint: Callable[[QPainter], None]) -> None:
    """Write what `paint` paints, as SVG or else PNG, by the ending of `path`.

    Raises `Problem` `file_not_written`.
    """
    write_file(path, picture(path.suffix.lower(), size, paint))


def picture(ending: str, size: QSize, paint: Callable[[QPainter], None]) -> bytes:
    """Return the painting of `paint` as a file with this ending: SVG, or else PNG."""
    if ending != ".svg":
        return png(image(size, paint))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    dots = QImage(1, 1, QImage.Format.Format_RGB32).logicalDpiX()
    drawing.setResolution(dots)  # letters are as large as they were measured
    drawing.setSize(size)
    drawing.setViewBox(QRect(QPoint(0, 0), size))
    drawing.setTitle("Kring")
    _painted(drawing, size, paint)
    buffer.close()
    return bytes(content.data())


def image(size: QSize, paint: Callable[[QPainter], None], scale: int = _SCALE) -> QImage:
    """Return the painting of `paint` as pixels, so many for each of the screen."""
    made = QImage(size * scale, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(scale)
    _painted(made, size, paint)
    return made


def _painted(device: QPaintDevice, size: QSize, paint: Callable[[QPainter], None]) -> None:
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRect(QPoint(0, 0), size), theme.current().colour("panel"))
    paint(painter)
    painter.end()


class PlotPicture:
    """The plot for somebody who has only the picture: with a title, axis titles and all names.

    They stand beside it, or `below` it, where it is as wide as the page.
    """

    def __init__(
        self, plot: QGraphicsView, people: Sequence[Partner], title: str, *, below: bool = False
    ) -> None:
        self._plot, self._people, self._title = plot, people, title
        inside, line = plot.viewport().size(), self._line()
        self._top, self._left = 2 * line, line + 8
        width, foot = self._left + inside.width(), self._top + inside.height() + line + 16
        if below:
            room = width - self._left
            self._columns = max(1, int(room // (self._widest() + line + 12)))
            self._key = QRectF(self._left, foot, room / self._columns, line)
            foot += self._rows() * line + 8
        else:
            self._columns = 1
            key_width = theme.scaled(_KEY_WIDTH) if people else 0
            self._key = QRectF(width + 8, self._top, key_width - 24, line)
            width, foot = width + key_width, max(foot, self._top + (len(people) + 1) * line + 16)
        self.size = QSize(width, foot)

    def _widest(self) -> float:
        letters = QFontMetricsF(theme.font("label"))
        return max((letters.horizontalAdvance(one.name) for one in self._people), default=0.0)

    def _rows(self) -> int:
        return math.ceil(len(self._people) / self._columns)

    def paint(self, painter: QPainter) -> None:
        """Paint the plot, what its axes are, and who is who beside it."""
        inside, line = self._plot.viewport().rect(), self._line()
        place = QRectF(QPointF(self._left, self._top), inside.size())
        painter.setPen(theme.current().colour("ink"))
        painter.setFont(theme.font("strong"))
        across = QRectF(16, 0, self.size.width() - 32, self._top)
        painter.drawText(across, Qt.AlignmentFlag.AlignVCenter, self._title)
        self._plot.render(painter, place, inside)
        painter.setPen(theme.current().colour("soft_ink"))
        painter.setFont(theme.font("label"))
        below = QRectF(place.left(), place.bottom() + 4, place.width() - 16, line)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(below, right, f"{field_label('frequency')} →")
        painter.save()
        painter.translate(16, place.bottom())
        painter.rotate(-90)
        upwards = QRectF(0, 0, place.height() - 16, line)
        painter.drawText(upwards, right, f"{field_label('importance')} →")
        painter.restore()
        self._paint_key(painter)

    def _paint_key(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(theme.font("label"))
        for number, partner in enumerate(self._people):
            column, line = divmod(number, self._rows())
            row = self._key.translated(column * self._key.width(), line * self._key.height())
            mark = QPointF(row.left() + row.height() / 2, row.center().y())
            paint_mark(painter, partner, row.height() - 4, mark)
            painter.setFont(theme.font("label"))
            painter.setPen(theme.current().colour("ink"))
            words = row.adjusted(row.height() + 6, 0, 0, 0)
            name = metrics.elidedText(partner.name, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)

    @staticmethod
    def _line() -> int:
        return theme.scaled(24)


class ListPicture:
    """The list of differences, all of it, also what is scrolled away."""

    def __init__(self, rows: Sequence[Gap], seen: Study, title: str) -> None:
        self._rows, self._seen, self._title = rows, seen, title
        self.size = QSize(theme.scaled(_LIST_WIDTH), row_height() * (len(rows) + 2) + 16)

    def paint(self, painter: QPainter) -> None:
        """Paint the title, the legend, and a row a partner."""
        height, width = row_height(), self.size.width()
        painter.setPen(theme.current().colour("ink"))
        painter.setFont(theme.font("strong"))
        across = QRectF(SIDE, 0, width - 2 * SIDE, height)
        painter.drawText(across, Qt.AlignmentFlag.AlignVCenter, self._title)
        paint_legend(painter, QRectF(0, 8 + height, width, height))
        for at, row in enumerate(self._rows, 2):
            notable = mark.difference(self._seen, row.partner.id)
            rect = QRectF(0, 8 + at * height, width, height)
            paint_row(painter, rect, row, notable=notable)


def legend_height(width: int) -> int:
    """Return the height of the legend: two rows where its words would reach into the axis."""
    metrics = QFontMetrics(theme.font("label"))
    words = sum(metrics.horizontalAdvance(field_label(field)) for field in _IN_LEGEND)
    words += len(_IN_LEGEND) * int(mark_width() + 7 + theme.scaled(14))
    start, _end = track(QRectF(0, 0, width, 0))
    return row_height() * (1 if SIDE + words <= start else 2)


def paint_legend(painter: QPainter, rect: QRectF) -> None:
    """Paint what the square and the dot mean, and above the axis what its ends are."""
    colours = theme.current()
    colour = colours.colour("soft_ink")
    painter.setFont(theme.font("label"))
    ends = QRectF(rect.left(), rect.bottom() - row_height(), rect.width(), row_height())
    rect = QRectF(rect.left(), rect.top(), rect.width(), row_height())
    metrics, middle = painter.fontMetrics(), rect.center().y()
    upright = Qt.AlignmentFlag.AlignVCenter
    x = rect.left() + SIDE + mark_width() / 2
    for paint, field in zip((paint_contact, paint_importance), _IN_LEGEND, strict=True):
        paint(painter, QPointF(x, middle), colour)
        painter.setPen(colour)
        word = field_label(field)
        x += mark_width() / 2 + 7
        painter.drawText(QRectF(x, rect.top(), 200, rect.height()), upright, word)
        x += metrics.horizontalAdvance(word) + theme.scaled(14)
    start, end = track(rect)
    axis = QRectF(start - mark_width() / 2, ends.top(), end - start + mark_width(), row_height())
    low, high = (
        say("low in your own order"),
        say("high"),
    )
    if metrics.horizontalAdvance(f"{low}   {high}") > axis.width():
        low = say("low")
    painter.drawText(axis, upright | Qt.AlignmentFlag.AlignLeft, low)
    painter.drawText(axis, upright | Qt.AlignmentFlag.AlignRight, high)


def values_table(seen: Study, rows: Sequence[Gap]) -> bytes:
    """Return all values as CSV in the words of the screen, as a spreadsheet here opens it.

    Where numbers have a comma, semicolons stand between the values. In UTF-8 with a byte order
    mark, so that spreadsheets read the accents. `kring analyse --json` has codes, for programs.
    """
    shown = columns(structure=seen.has_structure)
    text = io.StringIO()
    delimiter = ";" if QLocale().decimalPoint() == "," else ","
    writer = csv.writer(text, lineterminator="\r\n", delimiter=delimiter)
    stands_out = say("Stands out")
    here = {column.id for column in shown}
    more = {
        name: rule
        for name, rule in rules_of(Partner).items()
        if rule.is_measured and name not in here
    }
    titles = [column.title for column in shown]
    writer.writerow([*titles, stands_out, *map(field_label, more)])
    for row in rows:
        values = [_said(column, column.value(row, seen)) for column in shown]
        said = [
            guarded(fields.said(rule, getattr(row.partner, name))) for name, rule in more.items()
        ]
        writer.writerow(
            [*values, _agreed("yes") if row.partner.id in seen.stands_out else "", *said]
        )
    return text.getvalue().encode("utf-8-sig")


def _said(column: Column, value: Any) -> str:
    """Return a value of the table for a spreadsheet: numbers to reckon with, the rest in words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _agreed("yes" if value else "no")
    if column.rule is not None:
        return guarded(fields.said(column.rule, value))
    if column.numeric:
        return f"{value:.4f}".replace(".", QLocale().decimalPoint())
    return guarded(column.text(value))


def _agreed(answer: str) -> str:
    return vocabulary().choices["agreed"][answer].label(current_language())


class Legend(QWidget):
    """The legend above the list on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(row_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have a second row where the words need it."""
        super().resizeEvent(event)
        self.setFixedHeight(legend_height(self.width()))

    def paintEvent(self, event: object) -> None:
        """Paint the legend over the axis of the list."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_legend(painter, QRectF(self.rect()))
