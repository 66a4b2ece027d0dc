"""The chips of a full bin, spread out above it so that every name can be read."""

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.models.network import Partner
from app.views.passes.marks import CHIP, Pullable, draw_box, draw_chip, name_width
from app.views.passes.rating.bin import Bin
from app.views.widgets import theme

_LINGER: Final = 180
"""Milliseconds the pointer rests on a full bin before its chips spread out."""


class SpreadBin(Pullable):
    """Lies over the card while the pointer or the keyboard is at a full bin."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._people: tuple[Partner, ...] = ()
        self._rows, self._chip = 1, CHIP
        self._chosen: str | None = None
        self._is_away = False
        self._bins: tuple[Bin, ...] = ()
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(_LINGER)
        self._linger.timeout.connect(self.settle)
        self.hide()

    def serve(self, bins: Sequence[Bin]) -> None:
        """Spread out these bins from now on."""
        self._bins = tuple(bins)

    def notice(self) -> None:
        """Spread a full bin at once for the keyboard, and after a moment for the pointer."""
        if any(one.hasFocus() for one in self._bins):
            self.settle()
        else:
            self._linger.start()

    def settle(self) -> None:
        """Spread the bin out that the pointer or the keyboard is at, if it needs that."""
        if self._is_away or (self.isVisible() and self.underMouse()):
            return
        full = [one for one in self._bins if not one.is_readable]
        # A pointer that rests somewhere else must not keep the keyboard from it.
        at = next((one for one in full if one.underMouse()), None)
        at = at or next((one for one in full if one.hasFocus()), None)
        if at is None:
            self.hide()
            return
        chosen = at.chosen.id if at.hasFocus() and at.chosen else None
        parent = self.parentWidget()
        assert parent is not None
        self._spread(at.people, QRect(at.mapTo(parent, QPoint()), at.size()), chosen)

    def fold(self) -> None:
        """Be away: nobody is being pulled out any more."""
        self._is_away = False
        self.hide()

    def _spread(self, people: Sequence[Partner], above: QRect, chosen: str | None) -> None:
        """Spread these people above a bin, `above` in coordinates of the parent."""
        parent = self.parentWidget()
        assert parent is not None
        self._people, self._chosen = tuple(people), chosen
        gap, pad, margin = theme.scaled(4), theme.scaled(8), theme.GRID
        widest = min(max(map(name_width, people)) + 2, theme.scaled(280))
        most = parent.width() - 2 * margin - 2 * pad
        tight = QFontMetrics(theme.font("label")).height() + gap
        for self._chip in (theme.scaled(CHIP), tight):  # lower where names would not fit
            row = self._chip + gap
            fitting = max(1, (above.top() - 2 * margin - 2 * pad + gap) // row)
            columns = math.ceil(len(people) / fitting)
            if widest * columns + gap * (columns - 1) <= most:
                break
        self._rows = math.ceil(len(people) / columns)
        wide = min(round(widest * columns + gap * (columns - 1)), most) + 2 * pad
        wide = max(wide, min(above.width(), most))
        high = self._rows * row - gap + 2 * pad
        left = max(margin, min(above.center().x() - wide // 2, parent.width() - margin - wide))
        self.setGeometry(left, above.top() - high, wide, high)
        self.show()
        self.raise_()
        self.update()

    def step_aside(self) -> None:
        """Be out of sight but go on holding the mouse: somebody is being pulled out."""
        self._is_away = True
        self.update()

    def rect_of(self, index: int) -> QRectF:
        """Return the rectangle of a chip."""
        gap, pad = theme.scaled(4), theme.scaled(8)
        columns = math.ceil(len(self._people) / self._rows)
        wide = (self.width() - 2 * pad - gap * (columns - 1)) / columns
        column, row = divmod(index, self._rows)
        top = pad + row * (self._chip + gap)
        return QRectF(pad + column * (wide + gap), top, wide, self._chip)

    def partner_at(self, position: QPoint) -> Partner | None:
        """Return the partner whose chip lies here."""
        return next(
            (
                p
                for i, p in enumerate(self._people)
                if self.rect_of(i).contains(position.toPointF())
            ),
            None,
        )

    def event(self, event: QEvent) -> bool:
        """Tell names that do not fit."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            partner = self.partner_at(event.pos())
            QToolTip.showText(event.globalPos(), partner.name if partner else "", self)
            return True
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay."""
        super().enterEvent(event)
        self._linger.start()

    def leaveEvent(self, event: QEvent) -> None:
        """Perhaps go."""
        super().leaveEvent(event)
        self._linger.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chips side by side."""
        if self._is_away:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(painter, QRectF(self.rect()), "faint", "ring", corner=theme.RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        for index, partner in enumerate(self._people):
            rect = self.rect_of(index)
            draw_chip(painter, partner, rect, rect.height(), is_chosen=partner.id == self._chosen)
