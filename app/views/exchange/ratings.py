"""The kinds that are on both maps, with how often and how important for me and for the other."""

from collections import Counter
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QWidget

from app.analysis.two_people import SharedKind, Side
from app.models.vocabulary import vocabulary
from app.views.exchange.guest import MapPair
from app.views.exchange.sides import paint_side, side_name
from app.views.widgets import theme
from app.views.widgets.columns import Column
from app.views.widgets.table import Table
from app.words import current_language, filled, joined, phrases, say

_SCALES: Final = ("importance", "frequency")
_SIDE: Final = 14
_LEAST: Final = 120
_Index = QModelIndex | QPersistentModelIndex


class Ratings(Table):
    """A row for each kind on both maps; the words are in the table, the marks painted over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        name, kind = say("Ratings of the types on both maps"), phrases.field_label("kind")
        columns = (Column("kind", kind, _kind, least=_LEAST, share=1), *map(_column, _SCALES))
        super().__init__(name, columns, parent, key=lambda both: both.kind, lines=2)
        self.setItemDelegate(_Pair(self))

    def show_pair(self, pair: MapPair) -> None:
        """Show two maps."""
        self.show_rows(pair.in_common.shared)


def _column(scale: str) -> Column:
    """Return the column of a scale, sorted by what I answered and then by the other."""

    def order(both: SharedKind) -> tuple[int, ...] | None:
        sides = [max(answers(side, scale), default=-1) for side in (both.mine, both.theirs)]
        return tuple(sides) if max(sides) >= 0 else None

    title = phrases.field_label(scale)
    text = partial(said, scale=scale)
    return Column(scale, title, text, order=order, least=_LEAST, share=1)


def said(both: SharedKind, scale: str, *, short: bool = False) -> str:
    """Return the two answers in words, or in as few letters as can be."""
    return joined(
        (
            joined((side_name(mine=mine), _said_by(side, scale, short=short)), between=": ")
            for mine, side in ((True, both.mine), (False, both.theirs))
        ),
        between=" · ",
    )


def _said_by(side: Side, scale: str, *, short: bool) -> str:
    """Return every answer of a side, the highest first, with how many gave it where several."""
    given = answers(side, scale)
    if not given:
        return phrases.not_filled_in()
    several = say("{answer} ({n} times)")
    found = []
    for code, count in given.items():
        step = vocabulary().scales[scale].step(code)
        word = step.short(current_language()) if short else step.label(current_language())
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
    counts = (len(both.mine.partners), len(both.theirs.partners))
    return label if counts == (1, 1) else f"{label} ({counts[0]} : {counts[1]})"


class _Pair(QStyledItemDelegate):
    """Paints two answers on their scale, with the words below."""

    def __init__(self, table: Ratings) -> None:
        super().__init__(table)

    def paint(self, painter: QPainter, option: Any, index: _Index) -> None:
        table = self.parent()
        if index.column() == 0 or not isinstance(table, Ratings):
            super().paint(painter, option, index)
            return
        scale: str = _SCALES[index.column() - 1]
        both: SharedKind = index.data(table.rows.ROW)
        colours = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colours.mix("ink", "panel", 0.1))
        self._paint_scale(painter, rect, scale, both)
        painter.setFont(theme.font("label"))
        painter.setPen(colours.colour("soft_ink"))
        metrics, room = QFontMetrics(theme.font("label")), int(rect.width()) - _SIDE
        fits = metrics.horizontalAdvance(index.data()) <= room
        text = index.data() if fits else said(both, scale, short=True)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        below = QRectF(rect.left() + 6, rect.center().y() + 2, rect.width() - 8, rect.height() / 2)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(below.adjusted(0, 0, 0, -4), align, text)
        painter.restore()

    def _paint_scale(self, painter: QPainter, rect: QRectF, scale: str, both: SharedKind) -> None:
        colours = theme.current()
        codes = [step.code for step in vocabulary().scales[scale].steps if step.code]
        left, right = rect.left() + _SIDE, rect.right() - _SIDE * 2
        line = rect.top() + rect.height() * 0.32
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
                paint_side(painter, at(code), 5.0, mine=is_mine)
