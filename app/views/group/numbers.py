"""How many partners we have, with what was published as thin marks on the same axis."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.analysis.group.literature import Published, published_figures
from app.report.group_words import spread_names, spread_said
from app.views.group.canvas import Canvas, Dot
from app.views.widgets import theme
from app.words import current_language
from app.words.group import number

_LEAST_SPAN: Final = 20
_STEP: Final = 5
_ROOM: Final = 2
"""How much higher a row is than the line of one of its marks."""


class NumbersView(Canvas):
    """A bar is half of us, a dot our mean; three samples and three questions make no trend."""

    id = "numbers"

    def told(self) -> str:
        """Return the numbers in words."""
        return " ".join(self.about(id_) for id_ in spread_names()) if self.shown else ""

    def about(self, id_: str) -> str:
        """Return what is said of one of the rows."""
        return spread_said(id_, self.shown) if self.shown else ""

    def drawn(self, painter: QPainter, room: QRectF) -> Sequence[Dot]:
        """Draw a row a figure, the axis below, and the marks."""
        assert self.shown is not None
        shown: Any = self.shown
        published = [one for one in published_figures() if one.mark is not None]
        ends = [shown[id_][at] or 0 for id_ in spread_names() for at in ("q3", "mean")]
        ends += [one.high or one.mark or 0 for one in published]
        span = max(_LEAST_SPAN, *ends) * 1.08
        area = room.adjusted(theme.scaled(28), theme.scaled(16), -theme.scaled(28), 0)
        area.setHeight(area.height() - theme.scaled(48))
        self._draw_axis(painter, area, span)
        marks = {id_: [one for one in published if one.of == id_] for id_ in spread_names()}
        part = area.height() / sum(_ROOM + len(those) for those in marks.values())
        dots, top = [], area.top()
        for id_, those in marks.items():
            row = QRectF(area.left(), top, area.width(), part * (_ROOM + len(those)))
            dots.append(self._draw_row(painter, row, span, id_, those))
            top = row.bottom()
        return dots

    def _draw_axis(self, painter: QPainter, area: QRectF, span: float) -> None:
        colours = theme.current()
        painter.setFont(theme.font("label"))
        for step in range(0, int(span) + 1, _STEP):
            x = area.left() + area.width() * step / span
            painter.setPen(QPen(colours.colour("hairline"), 1))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setPen(colours.colour("soft_ink"))
            box = QRectF(x - 30, area.bottom() + 4, 60, theme.scaled(20))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(step))

    def _draw_row(
        self, painter: QPainter, row: QRectF, span: float, id_: str, marks: Sequence[Published]
    ) -> Dot:
        colours, found, lit = theme.current(), (self.shown or {})[id_], id_ == self.lit.id
        line = QFontMetricsF(theme.font("title")).height()
        part = row.height() / (_ROOM + len(marks))  # rows with marks are higher for those alone
        thick = max(8.0, part * 0.39)
        middle = row.top() + line + (part * 0.9 if part > 1.5 * line else thick)
        painter.setFont(theme.font("title"))
        painter.setPen(colours.colour("ink"))
        said = QFontMetricsF(painter.font()).horizontalAdvance(spread_names()[id_])
        name = QRectF(row.left(), row.top(), min(row.width(), said + 2), line)
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft, spread_names()[id_])
        scale = row.width() / span
        left, right = (row.left() + (found[at] or 0) * scale for at in ("q1", "q3"))
        painter.setPen(QPen(colours.colour("ink" if lit else "support_and_care"), 2 if lit else 1))
        painter.setBrush(colours.mix("support_and_care", "paper", 0.45))
        painter.drawRoundedRect(QRectF(left, middle - thick / 2, right - left, thick), 4, 4)
        mean = row.left() + (found["mean"] or 0) * scale
        painter.setPen(QPen(colours.colour("paper"), 1.5))
        painter.setBrush(colours.colour("support_and_care"))
        painter.drawEllipse(QPointF(mean, middle), thick * 0.5, thick * 0.5)
        self._draw_marks(painter, marks, row, scale, (middle, middle + thick))
        font, told = theme.font("title"), number(found["mean"], current_language())
        above = QRectF(0, 0, QFontMetricsF(font).horizontalAdvance(told) + 8, line)
        above.moveCenter(QPointF(mean, middle - thick / 2 - line / 2 - 2))
        if above.intersects(name.adjusted(0, 0, 0, -2)):  # the name of the row stands there
            above.moveCenter(QPointF(right + 4 + above.width() / 2, middle))
        painter.fillRect(above, colours.colour("paper"))  # a mark may stand at the same number
        painter.setFont(font)
        painter.setPen(colours.colour("support_and_care"))
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, told)
        return Dot(id_, mean, middle, thick)

    def _draw_marks(
        self,
        painter: QPainter,
        marks: Sequence[Published],
        row: QRectF,
        scale: float,
        heights: tuple[float, float],
    ) -> None:
        """Draw what was published: first all lines, so that none runs through a text."""
        colours, font = theme.current(), theme.font()
        middle, below = heights
        line = QFontMetricsF(font).height()
        first, step = (0.6, 1.3) if row.height() > 5 * line else (0.2, 1.0)
        places = [
            (one, row.left() + (one.mark or 0) * scale, below + line * (first + step * at))
            for at, one in enumerate(marks)
        ]
        for one, x, y in places:
            painter.setPen(QPen(colours.colour("soft_ink"), 1.5))
            painter.drawLine(QPointF(x, 2 * middle - below), QPointF(x, y))
            if one.low is not None and one.high is not None:
                ends = (row.left() + at * scale for at in (one.low, one.high))
                painter.setPen(QPen(colours.colour("soft_ink"), 1, Qt.PenStyle.DotLine))
                painter.drawLine(*(QPointF(end, y) for end in ends))
        painter.setFont(font)
        for one, x, y in places:
            text = f"{one.year}: {one.value}"
            box = QRectF(x + 6, y, QFontMetricsF(font).horizontalAdvance(text) + 4, line)
            if box.right() > row.right():
                box.moveRight(x - 6)
            painter.fillRect(box, colours.colour("paper"))
            painter.setPen(colours.colour("soft_ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
