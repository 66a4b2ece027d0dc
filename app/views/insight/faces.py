"""Whom a finding is about, as their marks on the map: a few, and how many more."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.models.network import Partner
from app.views.insight import mark
from app.views.widgets import theme

_MOST = 3


class Faces(QWidget):
    """At most three marks, each just over the next; who cannot see hears the sentence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._people: tuple[Partner, ...] = ()
        self._fit()

    def show_people(self, people: Sequence[Partner]) -> None:
        """Show the partners it is about now."""
        if (shown := tuple(people)) != self._people:
            self._people = shown
            self.update()

    def _fit(self) -> None:
        side = _side()
        self.setFixedSize(side + 2 * _step(side), side + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the marks, the first over the next."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = _side()
        shown = self._people[: _MOST if len(self._people) <= _MOST else _MOST - 1]
        paper = theme.current().colour("panel")
        middles = [QPointF(side / 2 + at * _step(side), side / 2 + 2) for at in range(_MOST)]
        for partner, middle in reversed([*zip(shown, middles, strict=False)]):
            painter.fillPath(mark.outline(partner, side, 2).translated(middle), paper)
            mark.paint(painter, partner, side, middle)
        if more := len(self._people) - len(shown):
            painter.setFont(theme.font("label"))
            painter.setPen(theme.current().colour("soft_ink"))
            left = _side() + _step(side) + 4
            room = QRectF(left, 2, self.width() - left, side)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, f"+{more}")


def _side() -> int:
    return min(theme.scaled(24), 40)


def _step(side: int) -> int:
    return side * 5 // 6
