"""The kinds that are on both maps, with how often and how important for me and for the other."""

import math
from collections import Counter
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from app.analysis.two_people import SharedKind, Side
from app.models.vocabulary import vocabulary
from app.views.exchange.guest import MapPair
from app.views.exchange.sides import paint_side, side_name
from app.views.widgets import theme
from app.views.widgets.columns import Column
from app.views.widgets.table import Table
from app.views.widgets.table_cells import Cells
from app.views.widgets.wrapping import wrapped
from app.words import current_language, filled, joined, phrases, say
from app.words.field_names import field_label

_SCALES: Final = ("importance", "frequency")
_SIDE: Final = 14
_SCALE: Final = 28
_BELOW: Final = 8
_SIGN: Final = 18
"""Height of the scale, air below the words, and room for the sign of a side, at 100 %."""
_LEAST: Final = 120
_Index = QModelIndex | QPersistentModelIndex


class Ratings(Table):
    """A row for each kind on both maps; the words are in the table, the marks painted over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        name, kind = say("Ratings of the types on both maps"), field_label("kind")
        columns = (Column("kind", kind, _kind, least=_LEAST, share=1), *map(_column, _SCALES))
        super().__init__(name, columns, parent, key=lambda both: both.kind, wraps=True)
        self.setItemDelegate(_Pair(self))

    def show_pair(self, pair: MapPair) -> None:
        """Show two maps."""
        self.show_rows(pair.in_common.shared)


def _column(scale: str) -> Column:
    """Return the column of a scale, sorted by what I answered and then by the other."""

    def order(both: SharedKind) -> tuple[int, ...] | None:
        sides = [max(answers(side, scale), default=-1) for side in (both.mine, both.theirs)]
        return tuple(sides) if max(sides) >= 0 else None

    title = field_label(scale)
    text = partial(said, scale=scale)
    return Column(scale, title, text, order=order, least=_LEAST, share=1)


def said(both: SharedKind, scale: str) -> str:
    """Return the two answers in words."""
    return joined(
        (
            joined((side_name(mine=mine), _said_by(side, scale)), between=": ")
            for mine, side in ((True, both.mine), (False, both.theirs))
        ),
        between=" · ",
    )


def _said_by(side: Side, scale: str) -> str:
    """Return every answer of a side, the highest first, with how many gave it where several."""
    given = answers(side, scale)
    if not given:
        return phrases.not_filled_in()
    several = say("{answer} ({n} times)")
    found = []
    for code, count in given.items():
        word = vocabulary().scales[scale].step(code).label(current_language())
        found.append(word if count == 1 else filled(several, n=count, answer=word))
    return joined(found)


def answers(side: Side, scale: str) -> dict[int, int]:
    """Return the answers of a side on `importance` or `frequency`, and of how many they are."""
    given = Counter(getattr(partner, scale) for partner in side.partners)
    given.pop(None, None)
    return dict(sorted(given.items(), reverse=True))


def apart(both: SharedKind, scale: str) -> int | None:
    """Return the most steps between an answer of one and the nearest of the other; 0 is equal."""
    mine, theirs = answers(both.mine, scale), answers(both.theirs, scale)
    if not mine or not theirs:
        return None
    return max(
        min(abs(one - other) for other in others)
        for these, others in ((mine, theirs), (theirs, mine))
        for one in these
    )


def _kind(both: SharedKind) -> str:
    label = vocabulary().kind_label(both.kind, current_language())
    label = label[:1].upper() + label[1:]
    mine, theirs = len(both.mine.partners), len(both.theirs.partners)
    if mine == theirs == 1:
        return label
    return say("{kind}: {mine} mine, {theirs} theirs", kind=label, mine=mine, theirs=theirs)


class _Pair(Cells):
    """Paints two answers on their scale, and below it each in words behind the sign of its side."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room of the scale and of all words."""
        hint = super().sizeHint(option, index)
        if not index.column():
            return hint
        lines = sum(map(len, self.words(index).values()))
        high = theme.scaled(_SCALE + _BELOW) + lines * _metrics().lineSpacing()
        return QSize(hint.width(), math.ceil(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the scale and the words."""
        if not index.column():
            super().paint(painter, option, index)
            return
        scale, both = self._asked(index)
        colours, rect = theme.current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.mix("ink", "panel", 0.1))
        painter.setPen(colours.colour("hairline"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        self._paint_scale(painter, rect, scale, both)
        painter.setFont(theme.font("label"))
        line = _metrics().lineSpacing()
        top = rect.top() + theme.scaled(_SCALE)
        for mine, words in self.words(index).items():
            at = QPointF(rect.left() + theme.scaled(_SIGN) / 2, top + line / 2)
            paint_side(painter, at, theme.scaled(3.5), mine=mine)
            painter.setPen(colours.colour("soft_ink"))
            for text in words:
                room = QRectF(rect.left() + theme.scaled(_SIGN), top, rect.width(), line)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
                top += line
        painter.restore()

    def _asked(self, index: _Index) -> tuple[str, SharedKind]:
        table = self.parent()
        assert isinstance(table, Ratings)
        return _SCALES[index.column() - 1], index.data(table.rows.ROW)

    def words(self, index: _Index) -> dict[bool, tuple[str, ...]]:
        """Return what is said by me (True) and by the other, in lines that fit the column."""
        table, (scale, both) = self.parent(), self._asked(index)
        assert isinstance(table, Ratings)
        room = table.columnWidth(index.column()) - theme.scaled(_SIGN) - _SIDE
        return {
            mine: wrapped(_said_by(side, scale), room, theme.font("label"))
            for mine, side in ((True, both.mine), (False, both.theirs))
        }

    def _paint_scale(self, painter: QPainter, rect: QRectF, scale: str, both: SharedKind) -> None:
        colours = theme.current()
        codes = [step.code for step in vocabulary().scales[scale].steps if step.code]
        left, right = rect.left() + _SIDE, rect.right() - _SIDE * 2
        line = rect.top() + theme.scaled(_SCALE) * 0.55
        painter.setPen(QPen(colours.colour("hairline"), 1))
        painter.drawLine(QPointF(left, line), QPointF(right, line))

        def at(code: int) -> QPointF:
            return QPointF(left + (right - left) * (code - codes[0]) / (codes[-1] - codes[0]), line)

        for code in codes:
            painter.drawLine(at(code) - QPointF(0, 3), at(code) + QPointF(0, 3))
        mine, theirs = answers(both.mine, scale), answers(both.theirs, scale)
        if mine and theirs:
            painter.setPen(QPen(colours.colour("ring"), 2))
            painter.drawLine(at(min((*mine, *theirs))), at(max((*mine, *theirs))))
        for given, is_mine in ((mine, True), (theirs, False)):
            for code in given:
                paint_side(painter, at(code), theme.scaled(5), mine=is_mine)


def _metrics() -> QFontMetrics:
    return QFontMetrics(theme.font("label"))
