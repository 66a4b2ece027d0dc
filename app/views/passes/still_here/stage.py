"""The card of whom it is asked whether they are still a partner."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.models.network import Partner
from app.views.passes.rating.marks import described, draw_box, draw_disc
from app.views.widgets import theme


class CallStage(QWidget):
    """One card: disc, name, kind and what is said of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._partner: Partner | None = None
        self._note = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaximumHeight(theme.scaled(190))

    def show_partner(self, partner: Partner, note: str, spoken: str) -> None:
        """Show somebody; `note` stands below the kind."""
        self._partner, self._note = partner, note
        self.setAccessibleName(spoken)
        self.setToolTip("\n".join(part for part in (partner.name, described(partner)) if part))
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(theme.scaled(200), theme.scaled(96))

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(theme.scaled(420), theme.scaled(180))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card in the middle."""
        if self._partner is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(self.width() - 4.0, theme.scaled(420))
        card = QRectF((self.width() - wide) / 2, 2, wide, self.height() - 4.0)
        line, width = ("focus", 2) if self.hasFocus() else ("ring", 1)
        draw_box(painter, card, "panel", line, width=width, corner=theme.RADIUS)
        size = min(theme.scaled(64), card.height() * 0.44)
        texts = [
            (self._partner.name, theme.font("heading"), "ink"),
            (described(self._partner), theme.font("label"), "soft_ink"),
            (self._note, theme.font("label"), "ink"),
        ]
        lines = [(text, font, token) for text, font, token in texts if text]
        heights = [QFontMetricsF(font).height() for _, font, _ in lines]
        top = card.top() + max((card.height() - size - 8 - sum(heights)) / 2, 6)
        draw_disc(painter, self._partner, QRectF(card.center().x() - size / 2, top, size, size))
        top += size + 8
        room = card.width() - theme.scaled(24)
        for (text, font, token), high in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.setPen(theme.current().colour(token))
            cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            place = QRectF(card.left(), top, card.width(), high)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, cut)
            top += high
