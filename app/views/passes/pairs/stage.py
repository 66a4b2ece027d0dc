"""Where the two partners stand of whom is asked whether they know each other."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from app.models.network import Partner
from app.views.passes.answers import draw_line
from app.views.passes.card import BEHIND, draw_behind, draw_cards, draw_sheet
from app.views.passes.marks import described
from app.views.passes.stage import Stage
from app.views.widgets import theme
from app.views.widgets.wrapping import wrapped


class PairStage(Stage):
    """Two cards with a line between them: who stays at the left, who comes by at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, pulls=False)
        self._pair: tuple[Partner, Partner] | None = None
        self._behind = 0
        self._answer: str | None = None

    def show_pair(
        self,
        pair: tuple[Partner, Partner],
        behind: int,
        answer: str | None,
        note: str,
        spoken: str,
    ) -> None:
        """Show a pair with its answer, if there is one; `note` stands below the line."""
        self._pair, self._behind = pair, behind
        self._answer, self._note = answer, note
        self.setAccessibleName(spoken)
        self.update()

    def cards(self) -> tuple[QRectF, QRectF]:
        """Return the rectangles of the two cards."""
        up = theme.scaled(BEHIND)
        gap = min(theme.scaled(130), self.width() * 0.16)
        wide = min((self.width() - gap) / 2 - 4, theme.scaled(300))
        high = min(self.height() - up - theme.scaled(14), theme.scaled(176))
        first = QRectF((self.width() - gap) / 2 - wide, up, wide, high)
        return first, first.translated(wide + gap, 0)

    def ring_lies(self) -> QRect:
        """Return what the ring of the keyboard goes around: who comes by."""
        return self.cards()[1].toAlignedRect()

    def minimumSizeHint(self) -> QSize:
        """Return the least size: cards of one line."""
        return QSize(theme.scaled(240), theme.scaled(70))

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(theme.scaled(560), theme.scaled(200))

    def event(self, event: QEvent) -> bool:
        """Tell the whole name and kind of the card under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = ""
            for partner, card in zip(self._pair or (), self.cards(), strict=False):
                if card.contains(event.pos().toPointF()):
                    text = "\n".join(part for part in (partner.name, described(partner)) if part)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, the cards that follow, and the two cards."""
        if self._pair is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, second = self.cards()
        self._paint_line(painter, first, second)
        draw_behind(painter, second, self._behind)
        draw_sheet(painter, first)
        draw_sheet(painter, second)
        draw_cards(painter, list(zip(self._pair, (first, second), strict=True)))

    def _paint_line(self, painter: QPainter, first: QRectF, second: QRectF) -> None:
        worn, room = theme.current(), second.left() - first.right()
        start = QPointF(first.right() + theme.scaled(6), first.center().y())
        end = QPointF(second.left() - theme.scaled(6), first.center().y())
        middle, radius = (start + end) / 2, min(theme.scaled(16), room / 3)
        draw_line(painter, start, end, self._answer)
        if self._answer is None:
            mark = QRectF(0, 0, 2 * radius, 2 * radius)
            mark.moveCenter(middle)
            painter.setPen(QPen(worn.colour("ring"), 1))
            painter.setBrush(worn.colour("paper"))
            painter.drawEllipse(mark)
            painter.setFont(theme.font("heading"))
            painter.setPen(worn.colour("ink"))
            painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, "?")
        elif self._note:
            font = theme.font("label")
            painter.setFont(font)
            painter.setPen(worn.colour("ink"))
            lines = wrapped(self._note, int(room - 8), font)
            below = QRectF(first.right() + 4, middle.y() + theme.scaled(8), room - 8, 400)
            side = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(below, side, "\n".join(lines))
