"""One bin of a question, with the chips of who is in it."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.models.network import Partner
from app.views.passes.marks import (
    CHIP,
    Pullable,
    draw_answer,
    draw_box,
    draw_chip,
    draw_mark,
    name_width,
)
from app.views.passes.rating.questions import Answer
from app.views.widgets import theme


class Bin(Pullable):
    """One answer with the people who have it. Tab stops here; Up and Down walk through them.

    Chips lie free below each other; many lie over each other like a pile of cards.
    """

    heard_as = "button"
    shows_keyboard = True
    attention_changed = Signal()
    """The pointer or the focus came or went."""
    walked = Signal(int)
    """To the bin on the right (1) or on the left (-1)."""
    chip_reached = Signal(str)

    def __init__(self, answer: Answer, order: int, share: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.answer = answer
        self.order = order
        self._share = share  # 0 for the first bin to 1 for the last: the thickness of its line
        self._people: tuple[Partner, ...] = ()
        self._at = 0
        self._is_target = self._is_now = self._is_beside = self._is_row = False
        self._lines: tuple[str, ...] = (answer.short,)
        self._top = 0
        self.landing: str | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(answer.full)

    # Who is in it.

    @property
    def people(self) -> tuple[Partner, ...]:
        """Return the partners in the bin, the latest last."""
        return self._people

    @property
    def chosen(self) -> Partner | None:
        """Return the partner the keyboard is at."""
        return self._people[self._at] if self._people else None

    def show_people(self, people: Sequence[Partner], *, spoken: str, is_now: bool) -> None:
        """Show the partners in the bin; `is_now` marks it as the present answer of the card."""
        self._people = tuple(people)
        self._at = min(self._at, max(len(people) - 1, 0))
        self._is_now = is_now
        self.setAccessibleName(spoken)
        self.update()

    def mark_target(self, *, on: bool) -> None:
        """Show that a card let go here would land in this bin."""
        if on != self._is_target:
            self._is_target = on
            self.update()

    def land(self, key: str | None) -> None:
        """Keep the place of somebody empty while their card is still on its way."""
        self.landing = key
        self.update()

    # How it lies.

    def set_head(self, lines: tuple[str, ...], height: int, *, is_beside: bool) -> None:
        """Set how the label is broken, and where the chips begin."""
        self._lines, self._top, self._is_beside = lines, height, is_beside
        self._is_row = False
        self.update()

    def be_row(self) -> None:
        """Be one line: the label, and marks in place of chips."""
        self._lines, self._is_beside, self._is_row = (self.answer.short,), True, True
        self.update()

    def chip_rects(self) -> tuple[list[QRectF], list[float]]:
        """Return the rectangles of the chips, and the visible height of each (0: hidden)."""
        count = len(self._people)
        if self._is_row:
            return self._mark_rects(), [0.0] * count
        pad, gap = theme.scaled(6), theme.scaled(4)
        area = QRectF(self.rect()).adjusted(pad, self._top, -pad, -pad)
        high = min(float(theme.scaled(CHIP)), max(area.height(), 4))
        most = max(1, int(area.width() // theme.scaled(200)))
        fitting = max(1, int((area.height() + gap) // (high + gap)))
        columns = min(most, max(1, math.ceil(count / fitting)))
        rows = max(math.ceil(count / columns), fitting if columns > 1 else 1)
        steps, read = _steps(rows, high + gap, high, area.height())
        wide = (area.width() - gap * (columns - 1)) / columns
        rects, seen = [], []
        for column in range(columns):
            top, last = area.top(), min(rows, count - column * rows) - 1
            for row in range(last + 1):
                rects.append(QRectF(area.left() + (wide + gap) * column, top, wide, high))
                is_read = row == last or row < read
                seen.append((high if row == last else min(steps[row], high)) if is_read else 0.0)
                top += steps[row]
        return rects, seen

    def _mark_rects(self) -> list[QRectF]:
        """Return the rectangles of the marks that replace chips in a bin of one line."""
        size, count = theme.scaled(10), len(self._people)
        left = theme.scaled(8 + 20 + 6 + 10) + QFontMetricsF(head_font()).horizontalAdvance(
            self.answer.short
        )
        number = QFontMetricsF(theme.font("label")).horizontalAdvance(str(count))
        room = max(self.width() - left - number - theme.scaled(8 + 6), 0.0)
        step = min(size + theme.scaled(4), max(room - size, 0.0) / max(count - 1, 1))
        size = size if room >= size else 0  # without room there are no marks: the number says it
        top = (self.height() - size) / 2
        return [QRectF(left + step * i, top, size, size) for i in range(count)]

    def rect_of(self, key: str) -> QRect:
        """Return the rectangle of a partner's chip, or of the bin itself."""
        for partner, rect in zip(self._people, self.chip_rects()[0], strict=True):
            if partner.id == key:
                return rect.toRect()
        return self.rect()

    @property
    def is_readable(self) -> bool:
        """Tell whether all names can be read in full."""
        return all(
            seen > 0 and name_width(partner) <= rect.width()
            for partner, rect, seen in zip(self._people, *self.chip_rects(), strict=True)
        )

    def partner_at(self, position: QPoint) -> Partner | None:
        """Return the partner whose chip lies here, the uppermost first."""
        rects, _ = self.chip_rects()
        for partner, rect in reversed(list(zip(self._people, rects, strict=True))):
            if rect.contains(position.toPointF()):
                return partner
        return None

    # Hands.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk; what rates is the matter of the whole pass."""
        key = event.key()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain != Qt.KeyboardModifier.NoModifier:
            event.ignore()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.walked.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            event.ignore()

    def _walk(self, way: int) -> None:
        if self._people:
            self._at = min(max(self._at + way, 0), len(self._people) - 1)
            self.chip_reached.emit(self._people[self._at].id)
            self.update()

    def event(self, event: QEvent) -> bool:
        """Tell names that do not fit."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            partner = self.partner_at(event.pos())
            QToolTip.showText(event.globalPos(), partner.name if partner else self.toolTip(), self)
            return True
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the bin can be pressed."""
        super().enterEvent(event)
        self.update()
        self.attention_changed.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Be as before."""
        super().leaveEvent(event)
        self.update()
        self.attention_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.attention_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus is gone."""
        super().focusOutEvent(event)
        self.attention_changed.emit()

    # Looks.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bin, its head and its chips."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_answer(painter, self, taken=self._is_target, now=self._is_now)
        self._paint_head(painter)
        self._paint_chips(painter)

    def _paint_chips(self, painter: QPainter) -> None:
        chosen = self.chosen if self.hasFocus() else None
        on_top: QRectF | None = None
        hidden: dict[float, list[QRectF]] = {}
        ends: dict[float, float] = {}
        for partner, rect, seen in zip(self._people, *self.chip_rects(), strict=True):
            if partner is chosen:
                on_top = rect
            if partner.id == self.landing:
                continue
            if self._is_row:
                draw_mark(painter, partner, rect)
            else:
                draw_chip(painter, partner, rect, seen)
                if not seen:
                    hidden.setdefault(rect.left(), []).append(rect)
                ends[rect.left()] = rect.top()
        for left, rects in hidden.items():
            if ends[left] - rects[0].top() >= _least_step() - 1:  # else the number above tells
                self._paint_number(painter, rects)
        if chosen is not None and on_top is not None and self._is_row:
            draw_mark(painter, chosen, on_top, is_chosen=True)
        elif chosen is not None and on_top is not None:
            draw_chip(painter, chosen, on_top, on_top.height(), is_chosen=True)

    def _paint_number(self, painter: QPainter, rects: list[QRectF]) -> None:
        """Write how many lie behind each other, where only their upper edge is seen."""
        first = rects[0]
        painter.setFont(theme.font("label"))
        painter.setPen(theme.current().colour("soft_ink"))
        strip = QRectF(first.left() + theme.scaled(23), first.top(), first.width(), _least_step())
        painter.drawText(
            strip, Qt.AlignmentFlag.AlignVCenter, "+\N{NO-BREAK SPACE}" + str(len(rects))
        )

    def _paint_head(self, painter: QPainter) -> None:
        worn, pad = theme.current(), theme.scaled(8)
        size = min(theme.scaled(20), self.height() - 8)
        line, height = QFontMetrics(head_font()).height(), self._top - theme.scaled(10)
        first = round((self.height() - size) / 2) if self._is_row else pad
        key = QRectF(pad, first, size, size)
        draw_box(painter, key, "accent" if self._is_now else "panel", "ring", corner=4)
        painter.setFont(head_font())
        painter.setPen(worn.colour("on_accent" if self._is_now else "soft_ink"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self.answer.key)
        if self._people:
            painter.setFont(theme.font("label"))
            painter.setPen(worn.colour("soft_ink"))
            count = QRectF(pad, first, self.width() - 2 * pad, size)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(count, side, str(len(self._people)))
        painter.setFont(head_font())
        painter.setPen(worn.colour("ink"))
        left = pad + size + theme.scaled(6) if self._is_beside else pad
        top = first + (size - line) / 2 if self._is_beside else first + size + theme.scaled(4)
        for number, text in enumerate(self._lines):
            place = QRectF(left, top + number * line, self.width() - left - pad, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        if self._is_row:
            return
        pen = QPen(worn.colour("tie"), theme.scaled(1 + 4 * self._share))
        if self._share == 0:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(pad, height, self.width() - pad, height)


def _steps(rows: int, free: float, high: float, room: float) -> tuple[list[float], int]:
    """Return the distance between chips, and the number of names that can be read.

    All lie within `room`. Where not all names can be read, the first ones and the last one can;
    the others lie behind each other in between.
    """
    step = min(free, (room - high) / max(rows - 1, 1))
    least = _least_step()
    if step >= least or rows < 2:
        return [step] * rows, rows
    read = max(int((room - high - least) / least), 0)
    between = min(least, max(room - high - read * least, 0.0))
    return [least] * read + [0.0] * (rows - read - 2) + [between, 0.0], read


def _least_step() -> float:
    """Return the height of a chip that has to be visible for its name to be read."""
    return QFontMetricsF(theme.font("label")).height() + 4


def head_font() -> QFont:
    """Return the font of the labels of bins."""
    font = theme.font("label")
    font.setWeight(QFont.Weight.DemiBold)
    return font
