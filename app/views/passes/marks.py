"""How a partner looks in the rating pass: the disc, the small chip, the card; and how one pulls."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QWidget

from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.views.map.marks import fitting
from app.views.widgets import theme
from app.words import joined, phrases
from app.words.initials import initials

CHIP: Final = 24
"""Height of a chip in pixels at normal text."""


class Pullable(QWidget):
    """A place that partners can be pulled from with the mouse, or that can be clicked."""

    pulled = Signal(str, QPoint)
    """A partner moves with the pointer, which is here on the screen."""
    dropped = Signal(str, QPoint)
    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: str | None = None
        self._pressed_at: QPoint | None = None
        self._pulls = False

    def partner_at(self, position: QPoint) -> Partner | None:
        """Return the partner that a press here would pick up."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of somebody."""
        if event.button() == Qt.MouseButton.LeftButton:
            partner = self.partner_at(event.position().toPoint())
            self._held = partner.id if partner else None
            self._pressed_at, self._pulls = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull, once the pointer is clearly on its way."""
        if self._pressed_at is None or self._held is None:
            return
        away = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if self._pulls or away >= QApplication.startDragDistance():
            self._pulls = True
            self.pulled.emit(self._held, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go, or count as a click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        held, pulls = self._held, self._pulls
        self._pressed_at, self._held, self._pulls = None, None, False
        if pulls and held is not None:
            self.dropped.emit(held, event.globalPosition().toPoint())
        elif self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


def parts_of(partner: Partner) -> tuple[str, ...]:
    """Return the kind and the setting of a partner, those that are known."""
    setting = phrases.setting_label(partner.setting) if partner.setting else ""
    parts = (phrases.kind_beside(partner), setting)
    return tuple(part for part in parts if part)


def described(partner: Partner) -> str:
    """Return the kind and the setting of a partner on one line."""
    return joined(parts_of(partner), between=" · ")


def shape(partner: Partner, area: QRectF) -> QPainterPath:
    """Return the outline of a partner's mark: square inside the school, round outside."""
    path = QPainterPath()
    if vocabulary().is_inside(partner.setting):
        inset = area.width() * 0.05
        corner = area.width() * 0.18
        path.addRoundedRect(area.adjusted(inset, inset, -inset, -inset), corner, corner)
    else:
        path.addEllipse(area)
    return path


def draw_disc(painter: QPainter, partner: Partner, area: QRectF) -> None:
    """Draw the disc with initials."""
    worn = theme.current()
    painter.fillPath(shape(partner, area), worn.setting(partner.setting))
    font = theme.font("strong")
    letters = initials(partner.name)
    font.setPixelSize(max(round(area.height() * (0.36 if len(letters) <= 2 else 0.29)), 8))
    painter.setFont(fitting(font, letters, min(area.width(), area.height())))
    painter.setPen(worn.colour("on_fill"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letters)


def draw_box(
    painter: QPainter, area: QRectF, fill: str, line: str, *, width: float = 1, corner: float = 6
) -> None:
    """Draw a rounded box in two tokens of the theme."""
    worn, inset = theme.current(), width / 2
    painter.setPen(QPen(worn.colour(line), width))
    painter.setBrush(worn.colour(fill))
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), corner, corner)


def draw_answer(painter: QPainter, answer: QWidget, *, taken: bool, now: bool) -> None:
    """Draw the box of an answer: whether it takes somebody now, and is what they have now."""
    area, corner = QRectF(answer.rect()), theme.RADIUS
    if taken or answer.hasFocus():
        draw_box(painter, area, "panel" if taken else "faint", "focus", width=2, corner=corner)
    elif now:
        draw_box(painter, area, "faint", "ink", width=1.5, corner=corner)
    else:
        line = "ring" if answer.underMouse() else "faint"
        draw_box(painter, area, "faint", line, corner=corner)


def name_width(partner: Partner) -> float:
    """Return the width of a chip that shows the whole name."""
    return QFontMetricsF(theme.font("label")).horizontalAdvance(partner.name) + theme.scaled(32)


def draw_mark(
    painter: QPainter, partner: Partner, area: QRectF, *, is_chosen: bool = False
) -> None:
    """Draw shape and colour alone."""
    if area.width() < 2:
        return
    worn = theme.current()
    path = shape(partner, area)
    painter.strokePath(path, QPen(worn.colour("focus" if is_chosen else "panel"), 4))
    painter.fillPath(path, worn.setting(partner.setting))


def draw_chip(
    painter: QPainter, partner: Partner, area: QRectF, seen: float, *, is_chosen: bool = False
) -> None:
    """Draw a chip of which the uppermost `seen` pixels are not covered by the next one."""
    draw_box(
        painter, area, "panel", "focus" if is_chosen else "hairline", width=2 if is_chosen else 1
    )
    metrics = QFontMetricsF(theme.font("label"))
    if seen < metrics.ascent():
        return
    line = QRectF(area.left(), area.top(), area.width(), min(seen, area.height()))
    size = theme.scaled(10)
    mark = QRectF(0, 0, size, size)
    mark.moveCenter(QPointF(line.left() + theme.scaled(7) + size / 2, line.center().y()))
    draw_mark(painter, partner, mark)
    text = line.adjusted(theme.scaled(23), 0, -theme.scaled(5), 0)
    painter.setFont(theme.font("label"))
    painter.setPen(theme.current().colour("ink"))
    # Both ends are seen: of *Ouders van Sam* and *Ouders van Noor* the last word says who it is.
    name = metrics.elidedText(partner.name, Qt.TextElideMode.ElideMiddle, text.width())
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)


def draw_slip(painter: QPainter, partner: Partner, area: QRectF) -> None:
    """Draw a card while it moves: disc and name, whatever its size."""
    draw_box(painter, area, "panel", "focus", width=2, corner=8)
    size = min(area.height() - theme.scaled(8), theme.scaled(40))
    disc = QRectF(0, 0, size, size)
    disc.moveCenter(QPointF(area.left() + theme.scaled(6) + size / 2, area.center().y()))
    draw_disc(painter, partner, disc)
    text = area.adjusted(size + theme.scaled(12), 0, -theme.scaled(8), 0)
    painter.setFont(theme.font("strong"))
    painter.setPen(theme.current().colour("ink"))
    metrics = QFontMetricsF(painter.font())
    name = metrics.elidedText(partner.name, Qt.TextElideMode.ElideRight, text.width())
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)


def slip_size() -> QRect:
    """Return the size of a card while it is pulled."""
    return QRect(0, 0, theme.scaled(200), theme.scaled(48))
