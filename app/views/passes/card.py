"""The one card of the passes: somebody's disc, name and kind, on a sheet with a shadow."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.models.network import Partner
from app.views.passes.marks import described, draw_disc, parts_of
from app.views.widgets import theme
from app.views.widgets.wrapping import wrapped

CORNER: Final = 12
BEHIND: Final = 14
"""How far the cards behind the one that is on look out above it."""
_GAP: Final = 10
"""Between the disc and the words below it."""
_REACH: Final = 10
"""How far the shadow reaches, in pixels."""


def draw_sheet(painter: QPainter, area: QRectF, *, depth: int = 0) -> None:
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


def draw_behind(painter: QPainter, card: QRectF, count: int) -> None:
    """Draw the cards that come after the one that is on, two at most."""
    for depth in range(min(count, 2), 0, -1):
        inset, up = theme.scaled(10) * depth, theme.scaled(BEHIND) * depth / 2
        draw_sheet(painter, card.adjusted(inset, -up, -inset, -up), depth=depth)


def draw_cards(painter: QPainter, cards: Sequence[tuple[Partner, QRectF]], note: str = "") -> None:
    """Draw what stands on cards of one size, as high on each; `note` is their last line."""
    written = [(partner, card, _lines(partner, _text_of(card), note)) for partner, card in cards]
    high = max(sum(line.height for line in lines) for _, _, lines in written)
    for partner, card, lines in written:
        _draw_card(painter, partner, card, lines, high)


class _Line(NamedTuple):
    """A line of a card: what it says, in which font and colour, and how high it is."""

    text: str
    role: str
    token: str
    height: float


def _is_upright(card: QRectF) -> bool:
    """Tell whether the disc stands above the words; in a low card it stands beside them."""
    return card.height() >= theme.scaled(140)


def _size_of(card: QRectF) -> float:
    return min(theme.scaled(68), card.height() - theme.scaled(16), card.width() / 4)


def _text_of(card: QRectF) -> QRectF:
    """Return the room of the words."""
    pad, size = theme.scaled(16), _size_of(card)
    if _is_upright(card):
        return card.adjusted(pad, pad // 2 + size + theme.scaled(_GAP), -pad, -pad // 2)
    return card.adjusted(pad * 2 + size, 2, -pad, -2)


def _draw_card(
    painter: QPainter, partner: Partner, card: QRectF, lines: Sequence[_Line], high: float
) -> None:
    """Draw a card as if its words were so `high`."""
    text, size, gap = _text_of(card), _size_of(card), theme.scaled(_GAP)
    disc = QRectF(0, 0, size, size)
    if _is_upright(card):
        above = (card.height() - size - gap - high) / 2
        disc.moveTo(card.center().x() - size / 2, card.top() + above)
        top, side = disc.bottom() + gap, Qt.AlignmentFlag.AlignHCenter
    else:
        disc.moveTo(card.left() + theme.scaled(16), card.center().y() - size / 2)
        top = text.top() + (text.height() - high) / 2
        side = Qt.AlignmentFlag.AlignLeft
    draw_disc(painter, partner, disc)
    for line in lines:
        painter.setFont(theme.font(line.role))
        painter.setPen(theme.current().colour(line.token))
        place = QRectF(text.left(), top, text.width(), line.height)
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, line.text)
        top += line.height


def _lines(partner: Partner, text: QRectF, note: str) -> list[_Line]:
    """Return the lines of a card that fit: under a smaller name, where that says more."""
    large, large_cuts = _lines_under("heading", partner, text, note)
    if not large_cuts:
        return large
    small, small_cuts = _lines_under("strong", partner, text, note)
    return small if small_cuts < large_cuts else large


def _lines_under(role: str, partner: Partner, text: QRectF, note: str) -> tuple[list[_Line], int]:
    """Return the lines of a card with the name in a font, and how many of them are cut."""
    wide = int(text.width())
    name = wrapped(partner.name, wide, theme.font(role))
    if len(name) > 1:
        role = "strong"
        name = wrapped(partner.name, wide, theme.font(role))
    metrics = QFontMetricsF(theme.font(role))
    if len(name) > 2:
        rest = " ".join(name[1:])
        name = (name[0], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, wide))
    lines = [_Line(line, role, "ink", metrics.height()) for line in name]
    while len(lines) > 1 and sum(line.height for line in lines) > text.height() + 1:
        lines.pop()
    small = QFontMetricsF(theme.font("label"))
    room = text.height() + 1 - sum(line.height for line in lines)
    left = max(int((room - small.height()) / (small.height() * 1.2)) + 1, 0)
    about, cuts = _about(partner, wide, left - bool(note)), 0
    for token, line in (*(("soft_ink", line) for line in about), ("ink", note)):
        if line and left > 0:
            shown = small.elidedText(line, Qt.TextElideMode.ElideRight, wide)
            lines.append(_Line(shown, "label", token, small.height() * 1.2))
            left, cuts = left - 1, cuts + (shown != line)
    return lines, cuts


def _about(partner: Partner, wide: int, most: int) -> list[str]:
    """Return kind and setting on one line, else each on its own, on more of them if it may."""
    letters = theme.font("label")
    whole, parts = described(partner), list(parts_of(partner))
    if most < 2 or len(wrapped(whole, wide, letters)) < 2:
        return [whole]
    broken = [line for part in parts for line in wrapped(part, wide, letters)]
    first = wrapped(parts[0], wide, letters)
    # Where it is one or the other, the kind is whole: the disc has the colour of the setting.
    fitting = broken if len(broken) <= most else first
    return list(fitting) if len(fitting) <= most else parts
