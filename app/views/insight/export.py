"""The plot and the list as pictures, and all values as a table, for use elsewhere."""

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QImage, QImageWriter, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsView, QWidget

from app.analysis.gaps import Gap
from app.exchange.cells import guarded
from app.exchange.files import write_file
from app.models.network import MECHANISMS
from app.views import theme, words
from app.views.insight.columns import columns
from app.views.insight.dumbbells import (
    mark_width,
    paint_contact,
    paint_importance,
    paint_row,
    track,
)
from app.views.insight.follows import row_height
from app.views.insight.seen import Seen

_SCALE: Final = 2
"""Pixels of a picture for each pixel of the screen."""
_LIST_WIDTH: Final = 720

_MORE: Final = (
    "energy",
    "initiative",
    *MECHANISMS,
    "focus",
    "forms",
    "hurdles",
    "positives",
    "task_role_agreed",
)


def save_picture(path: Path, size: QSize, paint: Callable[[QPainter], None]) -> None:
    """Write what `paint` paints, as SVG or else PNG, by the ending of `path`.

    Raises `Problem` `file_not_written`.
    """
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if path.suffix.lower() == ".svg":
        drawing = QSvgGenerator()
        drawing.setOutputDevice(buffer)
        drawing.setSize(size)
        drawing.setViewBox(QRect(QPoint(0, 0), size))
        drawing.setTitle("Kring")
        _painted(drawing, size, paint)
    else:
        image = QImage(size * _SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SCALE)
        _painted(image, size, paint)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    write_file(path, bytes(content.data()))


def _painted(device: QPaintDevice, size: QSize, paint: Callable[[QPainter], None]) -> None:
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRect(QPoint(0, 0), size), theme.current().colour("panel"))
    paint(painter)
    painter.end()


class PlotPicture:
    """The plot as it is on the screen."""

    def __init__(self, plot: QGraphicsView) -> None:
        self._plot = plot
        self.size = plot.viewport().size()

    def paint(self, painter: QPainter) -> None:
        """Paint the plot."""
        self._plot.render(painter, QRectF(QPointF(0, 0), self.size), self._plot.viewport().rect())


class ListPicture:
    """The list of differences, all of it, also what is scrolled away."""

    def __init__(self, rows: Sequence[Gap], seen: Seen) -> None:
        self._rows, self._seen = rows, seen
        self.size = QSize(theme.scaled(_LIST_WIDTH), row_height() * (len(rows) + 1) + 16)

    def paint(self, painter: QPainter) -> None:
        """Paint the legend, and a row a partner."""
        height, width = row_height(), self.size.width()
        paint_legend(painter, QRectF(0, 8, width, height))
        for at, row in enumerate(self._rows, 1):
            notable = self._seen.notable.get(row.partner.id, "")
            rect = QRectF(0, 8 + at * height, width, height)
            paint_row(painter, rect, row, notable=notable)


def paint_legend(painter: QPainter, rect: QRectF) -> None:
    """Paint what the square and the dot mean, above the axis."""
    colours = theme.current()
    colour = colours.colour("soft_ink")
    painter.setFont(theme.font("label"))
    start, _ = track(rect)
    middle = rect.center().y()
    metrics, beside = painter.fontMetrics(), mark_width() / 2 + 7
    paint_contact(painter, QPointF(start, middle), colour)
    painter.setPen(colour)
    contact = words.field_label("frequency")
    align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(QRectF(start + beside, rect.top(), 200, rect.height()), align, contact)
    second = start + beside + metrics.horizontalAdvance(contact) + theme.scaled(24)
    paint_importance(painter, QPointF(second, middle), colour)
    painter.setPen(colour)
    painter.drawText(
        QRectF(second + beside, rect.top(), 200, rect.height()),
        align,
        words.field_label("importance"),
    )


def values_table(seen: Seen, rows: Sequence[Gap]) -> bytes:
    """Return all values as CSV: codes and numbers with a point, the same in every language.

    In UTF-8 with a byte order mark, so that spreadsheets read the accents.
    """
    shown = columns(structure=seen.has_structure)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*(column.id for column in shown), "notable", *_MORE])
    for row in rows:
        values = [column.value(row, seen) for column in shown]
        more = [getattr(row.partner, field) for field in _MORE]
        writer.writerow(_cell(v) for v in (*values, int(row.partner.id in seen.notable), *more))
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        return f"{value:.4f}"
    if isinstance(value, tuple):
        return ";".join(value)
    return guarded(value) if isinstance(value, str) else str(value)


class Legend(QWidget):
    """The legend above the list on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(row_height())

    def paintEvent(self, event: object) -> None:
        """Paint the legend over the axis of the list."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_legend(painter, QRectF(self.rect()))
