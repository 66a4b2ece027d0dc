"""The legend of a picture: the rows of the map's own legend, as far as the picture shows them."""

import math
from collections.abc import Callable, Container, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter

from app.analysis.gaps import is_dissatisfied
from app.models.network import Map, Partner
from app.views.map.lens_and_layers import Look, sizes_in
from app.views.map.samples import SAMPLE, Row, fixed_rows, layer_rows
from app.views.widgets import theme

_BETWEEN: Final = 20
"""Pixels between two columns."""

_IS_THERE: Final[dict[str, Callable[[Partner], bool]]] = {
    "satisfaction": is_dissatisfied,
    "initiative": lambda partner: partner.initiative is not None,
    "wishes": lambda partner: partner.wished_frequency not in (None, partner.frequency),
}
"""By layer: whether a partner carries its mark. The other layers have rows of their own."""


_MORE: Final = 3
"""How many numbers of lines are tried so that no group is broken over two columns."""


class PictureLegend:
    """Rows of a sample and words, in as many columns as fit; made and painted in the same dress."""

    def __init__(
        self, whole: Map, look: Look, width: int | None, said: Container[str] = ()
    ) -> None:
        """Lay the rows out below each other, or in columns over a `width` in pixels.

        What was `said` by the legend of an earlier picture is not said again.
        """
        groups = [[row for row in rows if row.words not in said] for rows in _groups(whole, look)]
        self._rows = [row for rows in groups for row in rows]
        self.words = tuple(row.words for row in self._rows)
        self._sample = SAMPLE * theme.text_scale()
        letters = QFontMetricsF(theme.font("label"))
        widest = max((letters.horizontalAdvance(row.words) for row in self._rows), default=0.0)
        self._column = math.ceil(self._sample.width() + 8 + widest)
        self._columns, self._are_whole = 1, False
        if width is not None:
            self._columns = max(1, (width + _BETWEEN) // (self._column + _BETWEEN))
        self._lines = self._even(groups)
        self._places = tuple(self._placed(groups))
        self._line = math.ceil(max(self._sample.height() + 2, letters.height() + 4))
        self.width = self._column * self._columns + _BETWEEN * (self._columns - 1)
        """In pixels; `height` likewise."""
        self.height = self._line * self._lines

    def _even(self, groups: Sequence[Sequence[Row]]) -> int:
        """Return how many lines the columns have; a few more where that leaves groups whole."""
        least = math.ceil(len(self._rows) / self._columns)
        for lines in range(least, least + _MORE):
            columns, line = 1, 0
            for rows in groups:
                if line + len(rows) > lines:
                    columns, line = columns + 1, 0
                line += len(rows)
            if columns <= self._columns and max(map(len, groups), default=0) <= lines:
                self._are_whole = True
                return lines
        return least

    def _placed(self, groups: Sequence[Sequence[Row]]) -> Iterator[tuple[int, int]]:
        """Yield the column and line of each row.

        A group begins a column where that takes no more lines, or where it would be broken.
        """
        column, line, left = 0, 0, len(self._rows)
        for rows in groups:
            fits = left <= (self._columns - column - 1) * self._lines
            if line and (fits or (self._are_whole and line + len(rows) > self._lines)):
                column, line = column + 1, 0
            for _ in rows:
                if line == self._lines:
                    column, line = column + 1, 0
                yield column, line
                line, left = line + 1, left - 1

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint the rows from their top left corner on."""
        letters = theme.font("label")
        metrics = QFontMetricsF(letters)
        for (column, line), row in zip(self._places, self._rows, strict=True):
            left = at.x() + column * (self._column + _BETWEEN)
            middle = at.y() + (line + 0.5) * self._line
            painter.save()
            painter.translate(left + self._sample.width() / 2, middle)
            painter.scale(theme.text_scale(), theme.text_scale())
            row.paint(painter)
            painter.restore()
            painter.setFont(letters)
            painter.setPen(theme.current().colour("soft_ink"))
            base = middle + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left + self._sample.width() + 8, base), row.words)


def _groups(whole: Map, look: Look) -> Iterator[list[Row]]:
    """Yield the rows that belong together; those of the layers follow the last of them."""
    groups = [[row for row in rows if row.is_on(whole)] for rows in fixed_rows(look, whole)]
    yield from groups[:-1]
    yield [*(groups[-1] if groups else ()), *_of_layers(whole, look)]


def _of_layers(whole: Map, look: Look) -> Iterator[Row]:
    for row in layer_rows():
        is_there = _IS_THERE.get(row.layer)
        if is_there is not None and look.shows(row.layer) and any(map(is_there, whole.partners)):
            yield row
        if row.layer == "centrality" and sizes_in(look, whole):
            yield row
