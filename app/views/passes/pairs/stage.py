"""Where the two partners stand of whom is asked whether they know each other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from app.models.network import Partner
from app.views.passes.pairs.census import UNKNOWN, YES
from app.views.passes.rating.marks import described, draw_box, draw_disc
from app.views.widgets import theme
from app.views.widgets.wrapping import wrapped


class PairStage(QWidget):
    """Two cards with a line between them: who stays at the left, who comes by at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pair: tuple[Partner, Partner] | None = None
        self._behind = 0
        self._answer: str | None = None
        self._note = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaximumHeight(theme.scaled(196))

    def show_pair(
        self,
        pair: tuple[Partner, Partner],
        following: Sequence[Partner],
        answer: str | None,
        note: str,
        spoken: str,
    ) -> None:
        """Show a pair with its answer, if there is one; `note` stands below the line."""
        self._pair, self._behind = pair, len(following)
        self._answer, self._note = answer, note
        self.setAccessibleName(spoken)
        self.update()

    def cards(self) -> tuple[QRectF, QRectF]:
        """Return where the two cards lie."""
        up = theme.scaled(14)
        gap = min(theme.scaled(130), self.width() * 0.16)
        wide = min((self.width() - gap) / 2 - 2, theme.scaled(300))
        high = min(self.height() - up - 4, theme.scaled(176))
        left = (self.width() - gap) / 2 - wide
        top = max((self.height() - high - up) / 2, 1) + up
        first = QRectF(left, top, wide, high)
        return first, first.translated(wide + gap, 0)

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
        for depth in range(self._behind, 0, -1):
            inset, up = theme.scaled(10) * depth, theme.scaled(7) * depth
            behind = second.adjusted(inset, -up, -inset, -up)
            draw_box(painter, behind, "faint", "ring", corner=theme.RADIUS)
        draw_box(painter, first, "panel", "hairline", corner=theme.RADIUS)
        line, width = ("focus", 2) if self.hasFocus() else ("ring", 1)
        draw_box(painter, second, "panel", line, width=width, corner=theme.RADIUS)
        for partner, card in zip(self._pair, (first, second), strict=True):
            _paint_card(painter, partner, card)

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


def draw_line(painter: QPainter, start: QPointF, end: QPointF, answer: str | None) -> None:
    """Draw what an answer is on the map: a line, one with gaps, or none; dots while unanswered."""
    colour = "tie" if answer in (YES, UNKNOWN) else "hairline"
    pen = QPen(theme.current().colour(colour), theme.scaled(3) if answer == YES else 2)
    if answer == UNKNOWN:
        pen.setDashPattern([3, 4])
    elif answer is None:
        pen.setDashPattern([1, 3])
    else:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if answer in (YES, UNKNOWN, None):
        painter.setPen(pen)
        painter.drawLine(start, end)


def _paint_card(painter: QPainter, partner: Partner, card: QRectF) -> None:
    """Paint disc, name and kind: below each other, or side by side in a low card."""
    pad, upright = theme.scaled(12), card.height() >= theme.scaled(140)
    size = min(theme.scaled(68), card.height() - theme.scaled(16), card.width() / 4)
    gap = theme.scaled(10)
    if upright:
        text = card.adjusted(pad, size + gap, -pad, 0)
        side = Qt.AlignmentFlag.AlignHCenter
    else:
        text = card.adjusted(pad * 2 + size, 0, -pad, 0)
        side = Qt.AlignmentFlag.AlignLeft
    lines = _lines(partner, text.width(), text.height() - theme.scaled(8))
    high = sum(QFontMetricsF(font).height() for _, font, _ in lines)
    if upright:
        top = card.center().y() - (size + gap + high) / 2
        disc = QRectF(card.center().x() - size / 2, top, size, size)
        top += size + gap
    else:
        disc = QRectF(card.left() + pad, card.center().y() - size / 2, size, size)
        top = card.center().y() - high / 2
    draw_disc(painter, partner, disc)
    for line, font, token in lines:
        painter.setFont(font)
        painter.setPen(theme.current().colour(token))
        line_high = QFontMetricsF(font).height()
        place = QRectF(text.left(), top, text.width(), line_high)
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, line)
        top += line_high


def _lines(partner: Partner, width: float, height: float) -> list[tuple[str, QFont, str]]:
    """Return what stands on a card with font and colour: two lines of each, as far as they fit."""
    name = theme.font("heading")
    if len(wrapped(partner.name, int(width), name)) > 1:
        name = theme.font("strong")
    lines: list[tuple[str, QFont, str]] = []
    for text, font, token in (
        (partner.name, name, "ink"),
        (described(partner), theme.font("label"), "soft_ink"),
    ):
        metrics = QFontMetricsF(font)
        broken = wrapped(text, int(width), font) if text else ()
        if len(broken) > 2:
            rest = " ".join(broken[1:])
            broken = (broken[0], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
        for line in broken:
            height -= metrics.height()
            if height >= 0 or not lines:
                lines.append((line, font, token))
    return lines
