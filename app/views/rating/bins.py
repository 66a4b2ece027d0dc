"""The bins of a question, side by side, with the chips of who is in them."""

import math
import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
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
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.models.network import Partner
from app.views import theme
from app.views.buttons import wrapped
from app.views.rating.marks import CHIP, Pullable, draw_box, draw_chip, name_width
from app.views.rating.questions import Answer


class Bin(Pullable):
    """One answer with the people who have it. Tab stops here; Up and Down walk through them.

    Chips lie free below each other; many lie over each other like a pile of cards.
    """

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
        self._is_target = self._is_now = self._is_beside = False
        self._lines: tuple[str, ...] = (answer.short,)
        self._top = 0
        self.landing: str | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(answer.full)

    # Who is in it.

    @property
    def people(self) -> tuple[Partner, ...]:
        """Return who is in the bin, the latest last."""
        return self._people

    @property
    def chosen(self) -> Partner | None:
        """Return the partner the keyboard is at."""
        return self._people[self._at] if self._people else None

    def show_people(self, people: Sequence[Partner], *, spoken: str, is_now: bool) -> None:
        """Show who is in the bin; `is_now` marks it as the present answer of the card."""
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
        self.update()

    def chip_rects(self) -> tuple[list[QRectF], list[float]]:
        """Return where the chips lie, and how much of each is seen, in pixels.

        In a pile, as many as can be read lie uppermost, of the others only the edges are seen.
        """
        pad, gap = theme.scaled(6), theme.scaled(4)
        area = QRectF(self.rect()).adjusted(pad, self._top, -pad, -pad)
        high = min(float(theme.scaled(CHIP)), max(area.height(), 4))
        count, most = len(self._people), max(1, int(area.width() // theme.scaled(200)))
        fitting = max(1, int((area.height() + gap) // (high + gap)))
        columns = min(most, max(1, math.ceil(count / fitting)))
        rows = max(math.ceil(count / columns), fitting if columns > 1 else 1)
        steps = _steps(rows, high + gap, high, area.height())
        wide = (area.width() - gap * (columns - 1)) / columns
        rects, seen = [], []
        for column in range(columns):
            top = area.top()
            for row in range(min(rows, count - column * rows)):
                rects.append(QRectF(area.left() + (wide + gap) * column, top, wide, high))
                is_last = column * rows + row == count - 1 or row == rows - 1
                seen.append(high if is_last else min(steps[row], high))
                top += steps[row]
        return rects, seen

    def rect_of(self, key: str) -> QRect:
        """Return where the chip of a partner lies, or the bin itself."""
        for partner, rect in zip(self._people, self.chip_rects()[0], strict=True):
            if partner.id == key:
                return rect.toRect()
        return self.rect()

    @property
    def is_readable(self) -> bool:
        """Tell whether all names can be read in full."""
        rects, seen = self.chip_rects()
        least = QFontMetrics(theme.font("label")).ascent()
        return all(height >= least for height in seen) and all(
            name_width(p) <= r.width() for p, r in zip(self._people, rects, strict=True)
        )

    def partner_at(self, position: QPoint) -> Partner | None:
        """Return whose chip lies here, the uppermost first."""
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
        area = QRectF(self.rect())
        if self._is_target or self.hasFocus():
            fill = "panel" if self._is_target else "faint"
            draw_box(painter, area, fill, "focus", width=2, corner=theme.RADIUS)
        elif self._is_now:
            draw_box(painter, area, "faint", "ink", width=1.5, corner=theme.RADIUS)
        else:
            line = "ring" if self.underMouse() else "faint"
            draw_box(painter, area, "faint", line, corner=theme.RADIUS)
        self._paint_head(painter)
        chosen = self.chosen if self.hasFocus() else None
        on_top: QRectF | None = None
        for partner, rect, seen in zip(self._people, *self.chip_rects(), strict=True):
            if partner is chosen:
                on_top = rect
            if partner.id != self.landing:
                draw_chip(painter, partner, rect, seen)
        if chosen is not None and on_top is not None:
            draw_chip(painter, chosen, on_top, on_top.height(), is_chosen=True)

    def _paint_head(self, painter: QPainter) -> None:
        worn, pad, size = theme.current(), theme.scaled(8), theme.scaled(20)
        line, height = QFontMetrics(head_font()).height(), self._top - theme.scaled(10)
        key = QRectF(pad, pad, size, size)
        draw_box(painter, key, "accent" if self._is_now else "panel", "ring", corner=4)
        painter.setFont(head_font())
        painter.setPen(worn.colour("on_accent" if self._is_now else "soft_ink"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self.answer.key)
        if self._people:
            painter.setFont(theme.font("label"))
            painter.setPen(worn.colour("soft_ink"))
            count = QRectF(pad, pad, self.width() - 2 * pad, size)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(count, side, str(len(self._people)))
        painter.setFont(head_font())
        painter.setPen(worn.colour("ink"))
        left = pad + size + theme.scaled(6) if self._is_beside else pad
        top = pad + (size - line) / 2 if self._is_beside else pad + size + theme.scaled(4)
        for number, text in enumerate(self._lines):
            place = QRectF(left, top + number * line, self.width() - left - pad, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        pen = QPen(worn.colour("tie"), theme.scaled(1 + 4 * self._share))
        if self._share == 0:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(pad, height, self.width() - pad, height)


def _steps(rows: int, free: float, high: float, room: float) -> list[float]:
    """Return how far below each chip the next one begins, so that all lie within `room`.

    Where not all names can be read, the first ones and the last one can; the others lie behind
    each other in between.
    """
    if rows < 2:
        return [free] * rows
    step = min(free, (room - high) / (rows - 1))
    least = _least_step()
    if step >= least:
        return [step] * rows
    readable = max(int((room - high - least) / least), 0)
    return [least if row <= readable else 0.0 for row in range(rows - 2)] + [
        min(least, max(room - high - readable * least, 0.0)),
        0.0,
    ]


def _least_step() -> float:
    """Return how much of a chip has to be seen for its name to be read."""
    return QFontMetricsF(theme.font("label")).height() + 4


def head_font() -> QFont:
    """Return the font of the labels of bins."""
    font = theme.font("label")
    font.setWeight(QFont.Weight.DemiBold)
    return font


class Bins(QWidget):
    """All bins of a question, in one row, or in two where their words need the room."""

    def __init__(self, answers: Sequence[Answer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        most = max(len(answers) - 1, 1)
        self.bins = [Bin(answer, i, i / most, self) for i, answer in enumerate(answers)]
        for one in self.bins:
            one.walked.connect(self._walk)

    def at(self, position: QPoint) -> Bin | None:
        """Return the bin at a place of the screen."""
        inside = self.mapFromGlobal(position)
        return next((one for one in self.bins if one.geometry().contains(inside)), None)

    @property
    def focused(self) -> Bin | None:
        """Return the bin that has the keyboard."""
        return next((one for one in self.bins if one.hasFocus()), None)

    def _walk(self, way: int) -> None:
        here = self.focused
        place = here.order + way if here else 0
        if 0 <= place < len(self.bins):
            self.bins[place].setFocus(Qt.FocusReason.TabFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the heads and one chip."""
        return QSize(theme.scaled(200), theme.scaled(80))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the bins."""
        super().resizeEvent(event)
        gap = theme.GRID if self.width() > 700 else theme.GRID // 2
        count = len(self.bins)
        for rows in (1, 2):
            columns = math.ceil(count / rows)
            wide = (self.width() - gap * (columns - 1)) / columns
            lines, is_beside, fits = self._heads(wide)
            if fits:
                break
        line, pad = QFontMetrics(head_font()).height(), theme.scaled(8)
        most = max(len(one) for one in lines)
        head = theme.scaled(20) + (0 if is_beside else theme.scaled(4) + most * line)
        high = (self.height() - gap * (rows - 1)) / rows
        for i, one in enumerate(self.bins):
            row, place = divmod(i, columns)
            in_row = min(columns, count - row * columns)
            wide = (self.width() - gap * (in_row - 1)) / in_row
            left, right = round(place * (wide + gap)), round(place * (wide + gap) + wide)
            one.setGeometry(left, round(row * (high + gap)), right - left, round(high))
            one.set_head(lines[i], pad + head + pad + theme.scaled(8), is_beside=is_beside)

    def _heads(self, wide: float) -> tuple[list[tuple[str, ...]], bool, bool]:
        """Return the lines of each head, whether they stand beside the key, and if that fits."""
        metrics, font = QFontMetrics(head_font()), head_font()
        texts = [one.answer.short for one in self.bins]
        beside = wide - theme.scaled(20 + 6 + 8 + 8 + 20)
        if all(metrics.horizontalAdvance(text) <= beside for text in texts):
            return [(text,) for text in texts], True, True
        room = int(wide - theme.scaled(16))
        lines = [wrapped(text, room, font) for text in texts]
        widest = max(
            metrics.horizontalAdvance(word.strip())
            for text in texts
            for word in re.split(r"(?<=[ /-])", text)
        )
        return lines, False, widest <= room and max(map(len, lines)) <= 2
