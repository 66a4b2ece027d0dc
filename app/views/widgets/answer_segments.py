"""Answers side by side, of which one or none is chosen."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from app.views.widgets import theme
from app.views.widgets.wrapping import fits, wrapped
from app.words import joined, say

_LINE: Final = 28
"""How long the line on a segment is that shows how wide it is on the map, in pixels."""
_LINE_ROOM: Final = 10
"""How much higher a segment is for it: the widest line, and air."""
_GAP: Final = 4
"""Pixels between two segments, beside or below each other."""


class Option(NamedTuple):
    """One answer to choose: what is stored, what stands on the segment, what it means in full."""

    value: Any
    text: str
    full: str
    key: str
    """The digit that chooses it."""
    line: float = 0.0
    """How wide the line is that stands for it on the map, in pixels; none where there is none."""


class Segments(QWidget):
    """Answers in a row of equal segments, of which one or none is chosen.

    One tab stop. Arrow keys and digits choose; Space or a press on the chosen one, Delete and
    Backspace take the answer away. Where the words do not fit, the row becomes two or more.
    """

    chosen = Signal(object)
    """The person chose this value, or None."""

    def __init__(
        self, label: str, options: Sequence[Option], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.options = tuple(options)
        self._value: Any = None
        self._stops_itself = True
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._segments = [_Segment(self, option, index) for index, option in enumerate(options)]
        for index, segment in enumerate(self._segments):
            said, read = options[index].full, options[index].text
            if read.casefold() not in said.casefold():  # who speaks to it says what is seen
                said = f"{read}, {said}"
            segment.setAccessibleName(joined((label, said), between=": "))
            place = say("{n} of {of}", n=index + 1, of=len(options))
            segment.setAccessibleDescription(place)
            self._group.addButton(segment, index)
        self._group.idClicked.connect(self._click)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._let_tab_stop_at(0)

    @property
    def value(self) -> Any:
        """Return the chosen value, or None."""
        return self._value

    def hand_over(self) -> tuple[QRadioButton, ...]:
        """Return the segments, for somebody else to say at which of them and others Tab stops."""
        self._stops_itself = False
        return tuple(self._segments)

    def show_value(self, value: Any) -> None:
        """Show `value` as chosen; None, or a value that is not offered, chooses nothing."""
        self._value = value
        for index, segment in enumerate(self._segments):
            is_chosen = self.options[index].value == value
            segment.setChecked(is_chosen)
            if is_chosen:
                self._let_tab_stop_at(index)
                if self._has_focus():
                    segment.setFocus()

    def take_key(self, event: QKeyEvent, index: int) -> bool:
        """Do what a key on segment `index` asks; tell whether it asked anything."""
        key, count = event.key(), len(self.options)
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain != Qt.KeyboardModifier.NoModifier:
            return False
        at = next((i for i, option in enumerate(self.options) if option.value == self._value), None)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._ask_for(count - 1 if at is None else max(at - 1, 0))
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._ask_for(0 if at is None else min(at + 1, count - 1))
        elif key == Qt.Key.Key_Home:
            self._ask_for(0)
        elif key == Qt.Key.Key_End:
            self._ask_for(count - 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._ask(None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._click(index)
        else:
            found = [i for i, option in enumerate(self.options) if option.key == event.text()]
            if not found:
                return False
            self._ask_for(found[0])
        return True

    def _click(self, index: int) -> None:
        self._let_tab_stop_at(index)
        value = self.options[index].value
        self._ask(None if value == self._value else value)

    def _ask_for(self, index: int) -> None:
        self._ask(self.options[index].value)

    def _ask(self, value: Any) -> None:
        if value != self._value or value is None:
            self.chosen.emit(value)
        self.show_value(self._value)  # what holds now, whether the wish was granted or not

    def _has_focus(self) -> bool:
        return True in [segment.hasFocus() for segment in self._segments]

    def _let_tab_stop_at(self, stop: int) -> None:
        if not self._stops_itself:
            return
        for index, segment in enumerate(self._segments):
            here = index == stop
            segment.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            )

    # How the segments lie.

    def hasHeightForWidth(self) -> bool:
        """Tell Qt that narrow means high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need in `width` pixels."""
        _, heights = self._plan(width)
        return sum(heights) + _GAP * (len(heights) - 1)

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        width = theme.scaled(260)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: one segment of an unbroken row of letters."""
        return QSize(theme.scaled(40), theme.scaled(24))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the segments anew."""
        super().resizeEvent(event)
        self._lay()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the text's size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._lay()

    def _plan(self, width: int) -> tuple[int, tuple[int, ...]]:
        """Return the number of columns, and the height of each row."""
        return _planned(self.options, width, theme.letters())

    def _lay(self) -> None:
        columns, heights = self._plan(self.width())
        top = 0
        for (start, end), height in zip(_rows(len(self.options), columns), heights, strict=True):
            for place, segment in enumerate(self._segments[start:end]):
                left = place * (self.width() + _GAP) // (end - start)
                right = (place + 1) * (self.width() + _GAP) // (end - start) - _GAP
                segment.is_centred = columns > 1
                segment.setGeometry(left, top, right - left, height)
            top += height + _GAP


@lru_cache(maxsize=1024)
def _planned(options: tuple[Option, ...], width: int, _letters: str) -> tuple[int, tuple[int, ...]]:
    """Plan answers in the letters that are worn; layouts ask for the same many times."""
    font, count = _segment_font(), len(options)
    texts = [option.text for option in options]
    line = QFontMetrics(font).height()
    wide = (-(-count // rows) for rows in range(1, count))
    columns = next(
        (
            tried
            for tried in wide
            if tried > 1
            and count % tried < 2  # no row with a hole in it
            and all(fits(text, width // tried - _room(), 2, font) for text in texts)
        ),
        1,
    )
    heights = []
    for start, end in _rows(count, columns):
        room = width // min(columns, end - start) - _room()
        lines = max(len(wrapped(text, room, font)) for text in texts[start:end])
        height = max(theme.scaled(30), lines * line + theme.scaled(10))
        has_line = any(option.line for option in options[start:end])
        heights.append(height + (_LINE_ROOM if has_line else 0))
    return columns, tuple(heights)


def _rows(count: int, columns: int) -> list[tuple[int, int]]:
    """Return the begin and end of each row; the odd one out stands above the others."""
    first = count % columns if count > columns else 0
    starts = [*([0] if first else []), *range(first, count, columns)]
    return list(pairwise([*starts, count]))


def _segment_font() -> QFont:
    font = theme.font("label")
    # The chosen one is heavier: choosing must not break a word.
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _room() -> int:
    return 2 * theme.scaled(4) + _GAP


class _Segment(QRadioButton):
    """One answer of `Segments`."""

    def __init__(self, row: Segments, option: Option, index: int) -> None:
        super().__init__(option.text, row)
        self._index = index
        self._line = option.line
        self.is_centred = True
        self.setToolTip(option.full)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by key."""
        row = self.parent()  # not kept: freeing a child that holds its parent can crash
        if not (isinstance(row, Segments) and row.take_key(event, self._index)):
            super().keyPressEvent(event)

    def hitButton(self, position: Any) -> bool:
        """Take a press anywhere on the segment, not only on a mark of it."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the segment: a sunk cell, tinted where it was chosen."""
        worn = theme.current()
        fill, ink = worn.colour("faint"), worn.colour("ink")
        if self.isChecked() and self.isEnabled():
            fill, ink = worn.colour("chosen"), worn.colour("on_chosen")
        elif self.isChecked():
            fill = worn.colour("tray")
        elif not self.isEnabled():
            ink = worn.colour("soft_ink")
        elif self.underMouse():
            fill = worn.colour("tray")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        corner = theme.CORNERS["cell"]
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        painter.setFont(_segment_font() if self.isChecked() else theme.font("label"))
        painter.setPen(ink)
        inside = self.rect().adjusted(_room() // 2, 0, -(_room() // 2), 0)
        lines = wrapped(self.text(), self.width() - _room(), _segment_font())
        align = Qt.AlignmentFlag.AlignHCenter if self.is_centred else Qt.AlignmentFlag.AlignLeft
        if self._line:
            self._draw_line(painter, ink)
            inside.adjust(0, 0, 0, -_LINE_ROOM)
        painter.drawText(inside, align | Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))

    def _draw_line(self, painter: QPainter, ink: QColor) -> None:
        """Draw the line of the map under the words: answering teaches how to read it."""
        middle = _LINE / 2 if not self.is_centred else self.width() / 2
        middle += 0 if self.is_centred else _room() / 2
        line = QRectF(middle - _LINE / 2, 0, _LINE, self._line)
        line.moveCenter(QPointF(middle, self.height() - _LINE_ROOM + 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink if self.isChecked() else theme.current().colour("tie"))
        painter.drawRoundedRect(line, self._line / 2, self._line / 2)
        painter.setPen(ink)
