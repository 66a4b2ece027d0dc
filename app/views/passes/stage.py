"""Where the card lies that is on, with the next two behind it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.models.network import Partner
from app.views.passes.card import BEHIND, draw_behind, draw_cards, draw_sheet
from app.views.passes.marks import Pullable, described
from app.views.widgets import theme


class Stage(Pullable):
    """The card that is on, with those that come after it behind it."""

    heard_as = "group"

    def __init__(self, parent: QWidget, *, pulls: bool = True) -> None:
        super().__init__(parent)
        self._pulls_cards = pulls
        self._cards: tuple[Partner, ...] = ()
        self._note = ""
        self._is_pulled = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_cards(self, cards: Sequence[Partner], note: str, spoken: str) -> None:
        """Show the first of these cards with the others behind it; `note` is its last line."""
        self._cards, self._note, self._is_pulled = tuple(cards[:3]), note, False
        self.setAccessibleName(spoken)
        if self._pulls_cards:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()

    def is_on(self, key: str) -> bool:
        """Tell whether a partner's card is the one that is on."""
        return bool(self._cards) and self._cards[0].id == key

    def lift(self, *, on: bool) -> None:
        """Leave the place of the first card empty while it is being pulled."""
        self._is_pulled = on
        self.update()

    def partner_at(self, position: QPoint) -> Partner | None:
        """Return the partner whose card lies here."""
        is_on = self._pulls_cards and bool(self._cards) and self.card().contains(position)
        return self._cards[0] if is_on else None

    def card(self) -> QRect:
        """Return the rectangle of the card."""
        behind = theme.scaled(BEHIND)
        wide = min(self.width() - 8, theme.scaled(340))
        high = min(self.height() - behind - theme.scaled(14), theme.scaled(176))
        return QRect((self.width() - wide) // 2, behind, wide, high)

    def ring_lies(self) -> QRect:
        """Return what the ring of the keyboard goes around: around all of its row says nothing."""
        return self.card()

    def minimumSizeHint(self) -> QSize:
        """Return the least size: a card of one line."""
        return QSize(theme.scaled(200), theme.scaled(56))

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
        draw_behind(painter, card, len(self._cards) - 1)
        if self._is_pulled:  # what lies under the card comes into sight
            if len(self._cards) > 1:
                draw_sheet(painter, card)
                draw_cards(painter, [(self._cards[1], card)])
            return
        draw_sheet(painter, card)
        draw_cards(painter, [(self._cards[0], card)], self._note)

    def event(self, event: QEvent) -> bool:
        """Tell the whole name and kind of the card."""
        if event.type() == QEvent.Type.ToolTip:
            first = self._cards[0] if self._cards else None
            text = "\n".join((first.name, described(first))) if first else ""
            self.setToolTip(text)
        return super().event(event)
