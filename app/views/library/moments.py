"""The moments of a series as dots on a line, as far apart as they are in time."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.views.widgets import theme

_LEAST = 0.08
"""No two moments stand nearer to each other, as a part of the line."""


def places(moments: Sequence[date | None]) -> list[float]:
    """Return the place of each moment, from 0 to 1; evenly where one has no date."""
    days = [moment.toordinal() for moment in moments if moment is not None]
    if len(days) < len(moments) or days != sorted(days) or len(set(days)) < 2:
        days = list(range(len(moments)))
    whole = max(days[-1] - days[0], 1)
    steps = [max((later - sooner) / whole, _LEAST) for sooner, later in pairwise(days)]
    return [sum(steps[:number]) / (sum(steps) or 1.0) for number in range(len(moments))]


class MomentLine(QWidget):
    """Says in dots what stands beside it in words: the last one is full."""

    def __init__(self, moments: Sequence[date | None], parent: QWidget) -> None:
        super().__init__(parent)
        self.places = places(moments)
        self.setFixedSize(theme.scaled(280), theme.scaled(16))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, and the dots on it."""
        painter, worn, half = QPainter(self), theme.current(), theme.scaled(5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right, middle = half + 1, self.width() - half - 1, self.height() / 2
        painter.setPen(QPen(worn.colour("hairline"), 2))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        painter.setPen(QPen(worn.colour("soft_ink"), 2))
        for place in self.places:
            is_last = place == self.places[-1]
            painter.setBrush(worn.colour("soft_ink" if is_last else "panel"))
            painter.drawEllipse(QPointF(left + place * (right - left), middle), half, half)
