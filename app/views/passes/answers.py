"""Answers as large buttons, each with who has it so far."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.models.network import Partner
from app.passes.pairs import UNKNOWN, YES
from app.views.passes.marks import CHIP, draw_answer, draw_box, draw_chip, name_width
from app.views.passes.parts import Choice
from app.views.widgets import theme
from app.views.widgets.wrapping import fits, wrapped

_KEY: Final = 22
"""Pixels of the key beside the words of an answer."""
_LINES: Final = 2
"""Of so many lines an answer is, at most, in strong letters."""


class AnswerButton(Choice):
    """One answer: its key, its words, the line it draws, and below that who has it."""

    def __init__(self, answer: str, key: str, text: str, full: str, parent: QWidget) -> None:
        """`key` is the letter on it, `text` the word beside that, `full` how it is said."""
        super().__init__("answer", parent)
        self.answer = answer
        self.full = full
        self.key = key
        self._people: tuple[Partner, ...] = ()
        self._is_now = False
        self._meaning = ""
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    @property
    def people(self) -> tuple[Partner, ...]:
        """Return the partners with this answer about the one who stays, the latest first."""
        return self._people

    def show_people(self, people: Sequence[Partner], spoken: str, *, is_now: bool) -> None:
        """Show the partners with this answer; `is_now` marks it as that of the present pair."""
        self._people, self._is_now = tuple(reversed(people)), is_now
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the words alone."""
        return QSize(theme.scaled(80), theme.scaled(40))

    def sizeHint(self) -> QSize:
        """Return a usual size: the words and some people."""
        return QSize(theme.scaled(200), theme.scaled(160))

    def chip_rects(self) -> list[QRectF]:
        """Return the rectangles of the chips that fit, side by side where their names allow it."""
        gap, high = theme.scaled(4), float(theme.scaled(CHIP))
        pad = theme.scaled(6)
        area = QRectF(self.rect()).adjusted(pad, self._head() + pad, -pad, -pad)
        rects: list[QRectF] = []
        x, y = area.left(), area.top()
        for partner in self._people:
            wide = min(name_width(partner), area.width())
            if x > area.left() and x + wide > area.right():
                x, y = area.left(), y + high + gap
            if y + high > area.bottom() + 1:
                break
            rects.append(QRectF(x, y, wide, high))
            x += wide + gap
        return rects

    def show_meaning(self, meaning: str) -> None:
        """Show in a few words below the answer what it says."""
        self._meaning = meaning
        self.update()

    def _head(self) -> int:
        return min(self._named() + self.meant()[1] + theme.scaled(8), self.height())

    def _words(self) -> tuple[QFont, tuple[str, ...]]:
        """Return the answer in lines, in smaller letters where it is too long for two."""
        number = QFontMetricsF(theme.font("label")).horizontalAdvance(self._number)
        wide = round(self.width() - 2 * theme.scaled(8) - theme.scaled(_KEY + 8) - number - 4)
        for role in ("strong", "label"):
            font = theme.font(role)
            if fits(self.text(), max(wide, 1), _LINES, font):
                break
        return font, wrapped(self.text(), max(wide, 1), font)

    def _named(self) -> int:
        """Return where the words of the answer end."""
        font, lines = self._words()
        return theme.scaled(40) + round(QFontMetricsF(font).lineSpacing() * (len(lines) - 1))

    @property
    def _number(self) -> str:
        return str(len(self._people)) if self._people else ""

    def meant(self) -> tuple[str, int]:
        """Return the meaning in lines, and how high: half of it would say something else."""
        font = theme.font("label")
        wide = self.width() - 2 * theme.scaled(8)
        lines = wrapped(self._meaning, max(wide, 1), font) if self._meaning else ()
        high = round(QFontMetricsF(font).height() * len(lines))
        return ("\n".join(lines), high) if high <= self.height() - self._named() else ("", 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the words, and the chips as far as they fit."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_answer(painter, self, taken=self.isDown(), now=self._is_now)
        self._paint_head(painter)
        for partner, rect in zip(self._people, self.chip_rects(), strict=False):
            draw_chip(painter, partner, rect, rect.height())

    def _paint_head(self, painter: QPainter) -> None:
        worn, pad, size = theme.current(), theme.scaled(8), theme.scaled(_KEY)
        key = QRectF(pad, min(pad + 1, (self.height() - size) / 2), size, size)
        draw_box(painter, key, "accent" if self._is_now else "panel", "ring", corner=4)
        font = theme.font("label")
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(worn.colour("on_accent" if self._is_now else "soft_ink"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self.key)
        painter.setFont(theme.font("label"))
        painter.setPen(worn.colour("soft_ink"))
        right = self.width() - pad - QFontMetricsF(painter.font()).horizontalAdvance(self._number)
        place = QRectF(right, key.top(), self.width() - pad - right, size)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._number)
        font, lines = self._words()
        painter.setFont(font)
        painter.setPen(worn.colour("ink"))
        left, high = key.right() + theme.scaled(8), QFontMetricsF(font).lineSpacing()
        for number, line in enumerate(lines):
            words = QRectF(left, key.top() + number * high, right - left, size)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, line)
        meaning, high = self.meant()
        if meaning:
            painter.setFont(theme.font("label"))
            painter.setPen(worn.colour("soft_ink"))
            below = QRectF(pad, self._named() - theme.scaled(4), self.width() - 2 * pad, high)
            painter.drawText(below, Qt.AlignmentFlag.AlignTop, meaning)
        if self.height() > self._head():
            y = self._head() - theme.scaled(4)
            draw_line(painter, QPointF(pad, y), QPointF(self.width() - pad, y), self.answer)


def draw_line(painter: QPainter, start: QPointF, end: QPointF, answer: str | None) -> None:
    """Draw what an answer is on the map: a line, one with gaps, or none; dots while unanswered."""
    colour = "tie" if answer in (YES, UNKNOWN) else "hairline"
    pen = QPen(theme.current().colour(colour), theme.scaled(3) if answer == YES else 2)
    if answer == UNKNOWN:
        pen.setDashPattern([3, 4])
    elif answer is None:
        pen.setDashPattern([1, 3])
    else:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if answer in (YES, UNKNOWN, None):
        painter.setPen(pen)
        painter.drawLine(start, end)
