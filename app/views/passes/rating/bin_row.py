"""The bins of a question side by side, however much room there is."""

import math
import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.views.passes.marks import CHIP
from app.views.passes.pass_base import BINS, SHARE
from app.views.passes.rating.bin import Bin, head_font
from app.views.passes.rating.questions import STAR, Answer, Question
from app.views.widgets import theme
from app.views.widgets.keys import digit_of
from app.views.widgets.one_stop import OneStop
from app.views.widgets.wrapping import wrapped

_FEW: Final = 24
"""Partners whose names mostly have room in bins of the usual height."""
_FULL: Final = 72
"""The `SHARE` of the room that bins have with more."""


class Bins(QWidget):
    """All bins of a question, in one row, or in two where their words need the room."""

    def __init__(self, answers: Sequence[Answer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share = SHARE
        most = max(len(answers) - 1, 1)
        self.bins = [Bin(answer, i, i / most, self) for i, answer in enumerate(answers)]
        for one in self.bins:
            one.walked.connect(self._walk)
        OneStop(self.bins, self, {}, by_click=False)  # they walk by themselves

    def hold(self, people: int) -> None:
        """Be as high as so many people need: piles say less than names."""
        is_full = people > _FEW
        self.setMaximumHeight(theme.scaled(2 * BINS if is_full else BINS))
        self.share = _FULL if is_full else SHARE

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
        top = pad + head + pad + theme.scaled(8)
        if not fits or high < top + theme.scaled(CHIP + 6):
            self._lay_rows(gap)
            return
        for i, one in enumerate(self.bins):
            row, place = divmod(i, columns)
            in_row = min(columns, count - row * columns)
            wide = (self.width() - gap * (in_row - 1)) / in_row
            left, right = round(place * (wide + gap)), round(place * (wide + gap) + wide)
            one.setGeometry(left, round(row * (high + gap)), right - left, round(high))
            one.set_head(lines[i], top, is_beside=is_beside)

    def _lay_rows(self, gap: int) -> None:
        """Lay the bins as lines, in two columns: there is no room for chips below each other."""
        rows = math.ceil(len(self.bins) / 2)
        wide = (self.width() - gap) / 2
        high = (self.height() - gap * (rows - 1)) / rows
        for i, one in enumerate(self.bins):
            column, row = divmod(i, rows)
            left, top = round(column * (wide + gap)), round(row * (high + gap))
            bottom = round(row * (high + gap) + high)
            one.setGeometry(left, top, round(wide), bottom - top)
            one.be_row()

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


def value_of(event: QKeyEvent, question: Question) -> int | None:
    """Return the answer to a question that a key gives, or None."""
    if question.field == STAR and event.key() == Qt.Key.Key_S:
        return 1
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not event.text().isdigit():
        return None
    digit = digit_of(event, shifted=False)
    answer = question.answer(digit) if digit is not None else None
    return answer.value if answer else None
