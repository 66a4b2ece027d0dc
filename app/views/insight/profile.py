"""Small charts of answers: the statements of one partner, and control against trust of all."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.analysis.gaps import is_dissatisfied
from app.analysis.study import Study
from app.models.network import MECHANISMS, Partner, rules_of
from app.views.insight import mark
from app.views.insight.highlight import Highlight
from app.views.insight.spread import cells, spread
from app.views.widgets import theme
from app.views.widgets.one_stop import ARROWS
from app.words import joined, say
from app.words.field_names import field_label

STEPS: Final = max(rules_of(Partner)[field].most or 0 for field in MECHANISMS)


MINE, THEIRS = "heard", "they_heard"
"""Two sides of one thing, which stand in one row."""


class Mechanisms(QWidget):
    """One row a statement: its steps, filled up to the answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._partner: Partner | None = None
        self._rows: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_partner(self, partner: Partner) -> None:
        """Show the answers about a partner."""
        self._partner = partner
        said = {field: answer for field in MECHANISMS if (answer := getattr(partner, field))}
        self._rows = [f for f in MECHANISMS if f in said and (f != THEIRS or MINE not in said)]
        texts = (
            joined((field_label(field), f"{answer}/{STEPS}"), between=": ")
            for field, answer in said.items()
        )
        self.setAccessibleName("; ".join(texts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that the rows need."""
        return QSize(theme.scaled(260), len(self._rows) * _line())

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(theme.scaled(160), len(self._rows) * _line())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a row for each statement that is answered.

        Whether the partner feels heard is an open ring in the row of whether the owner does.
        """
        if self._partner is None or not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, font = theme.current(), theme.font("label")
        painter.setFont(font)
        labels = [field_label(field) for field in self._rows]
        metrics = QFontMetricsF(font)
        widest = max(map(metrics.horizontalAdvance, labels)) + 14
        left = min(widest, self.width() * 0.55)
        side = min(_line() - 8, (self.width() - left) / STEPS - 4, theme.scaled(16))
        for row, (field, label) in enumerate(zip(self._rows, labels, strict=True)):
            answer, top = getattr(self._partner, field), row * _line()
            painter.setPen(colours.colour("soft_ink" if answer is None else "ink"))
            box = QRectF(0, top, left - 6, _line())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
            for step in range(1, STEPS + 1):
                filled = answer is not None and step <= answer
                painter.setPen(QPen(colours.colour("soft_ink" if filled else "hairline"), 1.2))
                painter.setBrush(colours.colour("soft_ink") if filled else Qt.BrushStyle.NoBrush)
                square = QRectF(
                    left + (step - 1) * (side + 4), top + (_line() - side) / 2, side, side
                )
                painter.drawRoundedRect(square, 3, 3)
                if field == MINE and step == self._partner.they_heard:
                    painter.setPen(QPen(colours.colour("focus"), 2))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawEllipse(square.adjusted(-2, -2, 2, 2))


def _line() -> int:
    return theme.scaled(24)


def _spoken(partner: Partner) -> str:
    """Return the place of somebody in the chart in words, and what is hatched there."""
    of = {"name": partner.name, "own": partner.own_control, "trust": partner.trust, "most": STEPS}
    if is_dissatisfied(partner):
        return say(
            "{name}: being in control {own} of {most}, trust {trust} of {most}, dissatisfied", **of
        )
    return say("{name}: being in control {own} of {most}, trust {trust} of {most}", **of)


class ControlAndTrust(QWidget):
    """Own control against trust: both can be high, so they are two axes and never one."""

    pressed = Signal(str)

    def __init__(self, highlight: Highlight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._highlight = highlight
        self._people: list[Partner] = []
        self._selected: tuple[str, ...] = ()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(theme.scaled(230))
        self.setMaximumHeight(theme.scaled(300))
        self.setAccessibleName(say("Being in control and trust"))
        highlight.lit_changed.connect(self.update)
        highlight.filter_changed.connect(self.update)

    def show_map(self, seen: Study, selected: tuple[str, ...]) -> None:
        """Show everybody of whom both are answered."""
        self._people = [
            p for p in seen.whole.partners if p.own_control is not None and p.trust is not None
        ]
        self._selected = selected
        self.setAccessibleDescription(joined(map(_spoken, self._people), between="; "))
        self.update()

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody has both answers."""
        return not self._people

    def places(self) -> list[tuple[Partner, QPointF, float]]:
        """Return everybody with the middle and the width of their mark."""
        area = self._area()
        wide, high = area.width() / STEPS, area.height() / STEPS
        found = []
        at = [(p.own_control or 0, p.trust or 0) for p in self._people]
        for (control, trust), numbers in cells(at).items():
            cell = spread(len(numbers), wide - 4, high - 4, theme.scaled(24))
            middle = QPointF(
                area.left() + (control - 0.5) * wide, area.bottom() - (trust - 0.5) * high
            )
            for number, (right, down) in zip(numbers, cell.places, strict=True):
                found.append((self._people[number], middle + QPointF(right, down), cell.diameter))
        return found

    def _area(self) -> QRectF:
        line = QFontMetricsF(theme.font("label")).height() + 4
        return QRectF(self.rect()).adjusted(line + 2, line, -2, -line - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint five by five faint cells, the words at the ends of the axes, and the people."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, area = theme.current(), self._area()
        painter.fillRect(area, colours.colour("paper"))
        painter.setPen(QPen(colours.mix("hairline", "paper", 0.7), 1))
        for step in range(STEPS + 1):
            x = area.left() + area.width() * step / STEPS
            y = area.top() + area.height() * step / STEPS
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setFont(theme.font("label"))
        painter.setPen(colours.colour("soft_ink"))
        below = QRectF(area.left(), area.bottom() + 2, area.width(), self.height() - area.bottom())
        top = Qt.AlignmentFlag.AlignTop
        painter.drawText(
            below, Qt.AlignmentFlag.AlignRight | top, field_label("own_control") + " →"
        )
        painter.save()
        painter.rotate(-90)
        beside = QRectF(-area.bottom(), 0, area.height(), area.left())
        painter.drawText(beside, Qt.AlignmentFlag.AlignRight | top, field_label("trust") + " →")
        painter.restore()
        for partner, place, diameter in self.places():
            chosen = partner.id in self._selected
            ring = "focus" if partner.id == self._highlight.lit else "ink" if chosen else ""
            dim = self._highlight.is_dim(partner) and not ring
            mark.paint(painter, partner, diameter, place, dim=dim, ring=ring)
            if is_dissatisfied(partner):
                self._hatch(painter, partner, diameter, place)

    def _hatch(self, painter: QPainter, partner: Partner, diameter: float, place: QPointF) -> None:
        """Hatch whoever the owner is dissatisfied with: the dilemma lies behind it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(theme.current().colour("ink"), Qt.BrushStyle.FDiagPattern))
        painter.drawPath(mark.outline(partner, diameter).translated(place))

    def _who_at(self, at: QPointF) -> str:
        for partner, place, diameter in self.places():
            way, reach = at - place, max(diameter / 2 + 2, 8)
            if abs(way.x()) <= reach and abs(way.y()) <= reach:
                return partner.id
        return ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up who is under the pointer."""
        who = self._who_at(event.position())
        self.setToolTip(next((_spoken(p) for p in self._people if p.id == who), ""))
        self._highlight.light(who)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask to select who is under the pointer."""
        who = self._who_at(event.position())
        if who:
            self.pressed.emit(who)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through everybody with the arrow keys."""
        step = ARROWS.get(Qt.Key(event.key()))
        ids = [partner.id for partner, _, _ in self.places()]
        if step is None or not ids:
            super().keyPressEvent(event)
            return
        here = ids.index(self._selected[-1]) if self._selected and self._selected[-1] in ids else -1
        self.pressed.emit(ids[max(here + step, 0) % len(ids)])

    def leaveEvent(self, event: object) -> None:
        """Light nobody up."""
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._highlight.light("")
