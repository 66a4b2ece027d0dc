"""The one card of the passes: somebody's disc, name and kind, on a sheet with a shadow."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.models.network import Partner
from app.views.passes.marks import described, draw_disc
from app.views.widgets import theme
from app.views.widgets.wrapping import wrapped

CORNER: Final = 12
BEHIND: Final = 14
"""How far the cards behind the one that is on look out above it."""
_REACH: Final = 10
"""How far the shadow reaches, in pixels."""


def draw_sheet(painter: QPainter, area: QRectF, *, has_ring: bool = False, depth: int = 0) -> None:
    """Draw an empty card; `depth` tells how many cards lie on it."""
    worn = theme.current()
    corner = theme.scaled(CORNER)
    painter.setPen(Qt.PenStyle.NoPen)
    if depth == 0 and worn.name != "dark":
        shade = QColor(0, 0, 0)
        for step in range(_REACH, 0, -1):
            shade.setAlphaF(0.009)
            painter.setBrush(shade)
            grown = area.adjusted(-step, -step + 4, step, step + 4)
            painter.drawRoundedRect(grown, corner + step, corner + step)
    fill = QColor(worn.colour("panel"))
    if depth:
        fill.setAlphaF(0.75 if depth == 1 else 0.5)
    painter.setBrush(fill)
    painter.drawRoundedRect(area, corner, corner)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(worn.colour("hairline" if depth else "raised_edge"), 1))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
    if has_ring:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(worn.colour("focus"), 2))
        painter.drawRoundedRect(area.adjusted(-3, -3, 3, 3), corner + 3, corner + 3)


def draw_behind(painter: QPainter, card: QRectF, count: int) -> None:
    """Draw the cards that come after the one that is on, two at most."""
    for depth in range(min(count, 2), 0, -1):
        inset, up = theme.scaled(10) * depth, theme.scaled(BEHIND) * depth / 2
        draw_sheet(painter, card.adjusted(inset, -up, -inset, -up), depth=depth)


def draw_card(painter: QPainter, partner: Partner, card: QRectF, note: str = "") -> None:
    """Draw what stands on a card; `note` is its last line. In a low card side by side."""
    upright = card.height() >= theme.scaled(140)
    pad, gap = theme.scaled(16), theme.scaled(10)
    size = min(theme.scaled(68), card.height() - theme.scaled(16), card.width() / 4)
    disc = QRectF(0, 0, size, size)
    if upright:
        text = card.adjusted(pad, pad // 2 + size + gap, -pad, -pad // 2)
        side = Qt.AlignmentFlag.AlignHCenter
    else:
        text = card.adjusted(pad * 2 + size, 2, -pad, -2)
        side = Qt.AlignmentFlag.AlignLeft
    lines = _lines(partner, text, note)
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


def _lines(partner: Partner, text: QRectF, note: str) -> list[tuple[str, str, str, float]]:
    """Return the lines of a card that fit, with font, colour and height."""
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
    while len(lines) > 1 and sum(high for *_, high in lines) > text.height() + 1:
        lines.pop()
    small = QFontMetricsF(theme.font("label"))
    kind = list(wrapped(described(partner), wide, theme.font("label")))
    if len(kind) > 2:
        kind[1:] = [" ".join(kind[1:])]
    for token, line in (*(("soft_ink", line) for line in kind), ("ink", note)):
        if line and sum(high for *_, high in lines) + small.height() <= text.height() + 1:
            shown = small.elidedText(line, Qt.TextElideMode.ElideRight, wide)
            lines.append((shown, "label", token, small.height() * 1.2))
    return lines
