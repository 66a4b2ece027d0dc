"""Where the card lies that is on, with the next two behind it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.models.network import Partner
from app.views.passes.rating.marks import Pullable, described, draw_box, draw_disc
from app.views.passes.rating.parts import Choice
from app.views.widgets import theme
from app.views.widgets.wrapping import wrapped


class Stage(Pullable):
    """The present card; at the end of a round a sentence and what to do next."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards: tuple[Partner, ...] = ()
        self._note = ""
        self._is_pulled = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self._sentence.setFont(theme.font("heading"))
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.first = Choice("primary", self)
        self.others = [Choice("flat", self) for _ in range(2)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(self._sentence)
        column.addSpacing(theme.scaled(12))
        row = QHBoxLayout()
        column.addLayout(row)
        row.addStretch(1)
        for button in (self.first, *self.others):
            row.addWidget(button)
        row.addStretch(1)
        column.addStretch(1)

    def show_cards(self, cards: Sequence[Partner], note: str, spoken: str) -> None:
        """Show the first of these cards with the others behind it; `note` is its last line."""
        self._cards, self._note, self._is_pulled = tuple(cards[:3]), note, False
        for widget in (self._sentence, self.first, *self.others):
            widget.hide()
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()

    def show_pause(self, sentence: str, first: str, others: Sequence[str]) -> None:
        """Show a sentence, the one thing to do next, and what else there is (empty: not there)."""
        self._cards = ()
        self._sentence.setText(sentence)
        self._sentence.show()
        for button, text in zip((self.first, *self.others), (first, *others), strict=True):
            button.setText(text)
            button.setVisible(bool(text))
        self.setAccessibleName(sentence)
        self.unsetCursor()
        self.update()

    def lift(self, *, on: bool) -> None:
        """Leave the place of the first card empty while it is being pulled."""
        self._is_pulled = on
        self.update()

    def partner_at(self, position: QPoint) -> Partner | None:
        """Return whose card lies here."""
        return self._cards[0] if self._cards and self.card().contains(position) else None

    def card(self) -> QRect:
        """Return where the card lies."""
        behind = theme.scaled(7) * 2
        wide = min(self.width() - 8, theme.scaled(340))
        high = min(self.height() - behind - 4, theme.scaled(176))
        left = (self.width() - wide) // 2
        top = max((self.height() - high - behind) // 2 + behind, behind + 2)
        return QRect(left, top, wide, high)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: a card of one line."""
        return QSize(theme.scaled(200), theme.scaled(70))

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(theme.scaled(360), theme.scaled(200))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards, the last one first."""
        if not self._cards:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.card())
        for depth in range(len(self._cards) - 1, 0, -1):
            inset, up = theme.scaled(10) * depth, theme.scaled(7) * depth
            behind = card.adjusted(inset, -up, -inset, -up)
            draw_box(painter, behind, "faint", "ring", corner=theme.RADIUS)
        if self._is_pulled:  # what lies under the card comes into sight
            if len(self._cards) > 1:
                draw_box(painter, card, "panel", "hairline", corner=theme.RADIUS)
                self._paint_card(painter, self._cards[1], card, "")
            return
        has_focus = self.hasFocus()
        line = "focus" if has_focus else "ring"
        draw_box(painter, card, "panel", line, width=2 if has_focus else 1, corner=theme.RADIUS)
        self._paint_card(painter, self._cards[0], card, self._note)

    def _paint_card(self, painter: QPainter, partner: Partner, card: QRectF, note: str) -> None:
        upright = card.height() >= theme.scaled(150)
        pad, size, gap = theme.scaled(16), theme.scaled(68), theme.scaled(10)
        if not upright:
            size = round(min(size, card.height() - theme.scaled(16)))
        disc = QRectF(0, 0, size, size)
        if upright:
            text = card.adjusted(pad, pad // 2 + size + gap, -pad, -pad // 2)
            side = Qt.AlignmentFlag.AlignHCenter
        else:
            text = card.adjusted(pad * 2 + size, 2, -pad, -2)
            side = Qt.AlignmentFlag.AlignLeft
        lines = self._lines(partner, text, note)
        high = sum(height for *_, height in lines)
        if upright:
            above = (card.height() - size - gap - high) / 2
            disc.moveTo(card.center().x() - size / 2, card.top() + above)
            top = disc.bottom() + gap
        else:
            disc.moveTo(card.left() + pad, card.center().y() - size / 2)
            top = text.top() + max((text.height() - high) / 2, 0)
        draw_disc(painter, partner, disc)
        for line, role, token, height in lines:
            painter.setFont(theme.font(role))
            painter.setPen(theme.current().colour(token))
            place = QRectF(text.left(), top, text.width(), height)
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, line)
            top += height

    def _lines(
        self, partner: Partner, text: QRectF, note: str
    ) -> list[tuple[str, str, str, float]]:
        """Return what stands on a card with its font, colour and height, as far as it fits."""
        role = "heading"
        wide = int(text.width())
        name = wrapped(partner.name, wide, theme.font(role))
        if len(name) > 1:
            role = "strong"
            name = wrapped(partner.name, wide, theme.font(role))
        metrics = QFontMetricsF(theme.font(role))
        if len(name) > 2:
            rest = " ".join(name[1:])
            name = (name[0], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, wide))
        lines = [(line, role, "ink", metrics.height()) for line in name]
        small = QFontMetricsF(theme.font("label"))
        kind = list(wrapped(described(partner), wide, theme.font("label")))
        if len(kind) > 2:
            kind[1:] = [" ".join(kind[1:])]
        for token, line in (*(("soft_ink", line) for line in kind), ("ink", note)):
            if line and sum(high for *_, high in lines) + small.height() <= text.height() + 1:
                shown = small.elidedText(line, Qt.TextElideMode.ElideRight, wide)
                lines.append((shown, "label", token, small.height() * 1.2))
        return lines

    def event(self, event: QEvent) -> bool:
        """Tell the whole name and kind of the card."""
        if event.type() == QEvent.Type.ToolTip:
            first = self._cards[0] if self._cards else None
            text = "\n".join((first.name, described(first))) if first else ""
            self.setToolTip(text)
        return super().event(event)
