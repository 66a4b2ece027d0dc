"""The clustered picture: the areas as discs, darker where people in them know each other."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.analysis.group.clustered import BETWEEN
from app.models.vocabulary import vocabulary
from app.report.group_words import called
from app.views.group.canvas import Canvas, Dot
from app.views.widgets import theme
from app.words import say
from app.words.group import number, percent

_WIDEST: Final = 14.0
"""Pixels of a line where everybody knows everybody."""


class ClustersView(Canvas):
    """Size is how many partners, darkness how many know each other, a line those in between."""

    id = "clusters"

    def told(self) -> str:
        """Return the areas in words."""
        if not self.shown or "clusters" not in self.shown:
            return ""
        return " ".join(self._line(id_) for id_ in vocabulary().settings)

    def _line(self, id_: str) -> str:
        assert self.shown is not None
        from app.words import current_language

        found = self.shown["clusters"]
        mean = number(found["sizes"][id_]["mean"], current_language())
        if found["sizes"][id_]["mean"] is None:
            return say("{area}: on few maps.", area=called(id_))
        within = found["ties"].get(BETWEEN.format(id_, id_))
        text = say("{area}: {n} partners on average.", area=called(id_), n=mean)
        if within is not None:
            text += " " + say("{share} of the pairs in it know each other.", share=percent(within))
        return text

    def drawn(self, painter: QPainter, room: QRectF) -> Sequence[Dot]:
        """Draw the lines, the discs and what each says."""
        assert self.shown is not None
        found = self.shown.get("clusters")
        if not found:
            return ()
        ids = tuple(vocabulary().settings)
        line = QFontMetricsF(theme.font("strong")).height()
        reach = min(room.width() * 0.36, (room.height() / 2 - line - 6) / 1.36)
        across = min(max(room.width() * 0.36, reach), 2 * reach)
        largest = max(map(_most, found["sizes"].values()), default=0) or 1
        dots = {
            id_: Dot(
                id_,
                room.center().x() + across * math.sin(math.tau * at / len(ids)),
                room.center().y() - reach * math.cos(math.tau * at / len(ids)),
                max(4.0, reach * 0.36 * math.sqrt((found["sizes"][id_]["mean"] or 0) / largest)),
            )
            for at, id_ in enumerate(ids)
        }
        colours = theme.current()
        for name, share in found["ties"].items():
            a, b = name.split("+")
            if a != b and share >= 0.01:
                painter.setPen(QPen(colours.mix("tie", "paper", 0.6), max(1.0, share * _WIDEST)))
                one, other = dots[a], dots[b]
                painter.drawLine(QPointF(one.x, one.y), QPointF(other.x, other.y))
        for id_, dot in dots.items():
            self._draw_area(painter, id_, dot, reach * 0.36, largest)
        for id_, dot in dots.items():
            whole = max(dot.radius, reach * 0.36 * math.sqrt(_most(found["sizes"][id_]) / largest))
            self._write_name(painter, id_, dot._replace(radius=whole), room)
        return list(dots.values())

    def _write_name(self, painter: QPainter, id_: str, dot: Dot, room: QRectF) -> None:
        """Write a name where the lines do not go: above the upper discs, below the lower ones."""
        colours, font = theme.current(), theme.font("strong")
        size = QFontMetricsF(font).boundingRect(called(id_)).size()
        box = QRectF(0, 0, size.width() + 8, size.height())
        away = dot.radius + 3 + box.height() / 2
        box.moveCenter(QPointF(dot.x, dot.y - away if dot.y < room.center().y() else dot.y + away))
        box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width())))
        painter.setFont(font)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("paper"))
        painter.drawRoundedRect(box, 4, 4)  # a line that crosses it goes behind
        painter.setPen(colours.setting(id_))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, called(id_))

    def _draw_area(
        self, painter: QPainter, id_: str, dot: Dot, whole: float, largest: float
    ) -> None:
        assert self.shown is not None
        colours, found = theme.current(), self.shown["clusters"]
        within = found["ties"].get(BETWEEN.format(id_, id_), 0.0)
        size, middle = found["sizes"][id_], QPointF(dot.x, dot.y)
        spread = _most(size)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.mix(id_, "paper", 0.5), 1.5, Qt.PenStyle.DotLine))
        outer = whole * math.sqrt(spread / largest)
        painter.drawEllipse(middle, outer, outer)
        lit = id_ == self.lit.id
        fill = colours.mix(id_, "paper", round(0.35 + 0.65 * within, 2))
        painter.setBrush(fill)
        painter.setPen(QPen(colours.colour("ink" if lit else id_), 3 if lit else 1.5))
        painter.drawEllipse(middle, dot.radius, dot.radius)
        font = theme.font("heading")
        least = min(theme.scaled(11), round(dot.radius * 0.9))
        font.setPixelSize(max(10, least, round(dot.radius * 0.5)))
        painter.setFont(font)
        painter.setPen(colours.written_on(fill))
        box = QRectF(dot.x - whole, dot.y - whole, 2 * whole, 2 * whole)
        from app.words import current_language

        text = number(size["mean"], current_language())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _most(size: Mapping[str, float | None]) -> float:
    """Return how far an area reaches with its spread, as far as that may be shown."""
    return max(0.0, (size["mean"] or 0.0) + (size["sd"] or 0.0))
