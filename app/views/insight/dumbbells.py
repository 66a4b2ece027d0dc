"""The list of differences: per partner a square for contact and a dot for importance."""

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.analysis.gaps import Gap
from app.analysis.study import Study
from app.document import Document
from app.views.insight import mark
from app.views.insight.highlight import Highlight
from app.views.insight.partner_view import PartnerView
from app.views.insight.rows import Sentences, shown
from app.views.widgets import theme
from app.views.widgets.columns import Look, Rows
from app.views.widgets.table_cells import row_height
from app.words import joined, phrases, say

SIDE: Final = 12
"""Pixels left free at both sides of a row."""
_BESIDE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class Dumbbells(PartnerView, QListView):
    """All partners, who is more important than seen on top."""

    def __init__(
        self, document: Document, highlight: Highlight, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("List of differences"))
        self.setProperty("role", "dumbbells")
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Dumbbell(highlight, self))
        self._seen: Study | None = None
        self.show_in(Sentences(self))
        self.follow(document, highlight)

    def show_map(self, seen: Study) -> None:
        """Show a map as it is now."""
        self._seen = seen
        name, *rest = self.rows.columns
        marked = replace(name, look=lambda row: Look(ink=self.notable(row)))
        self.show_rows(shown(seen, self._highlight), (marked, *rest))

    def notable(self, row: Gap) -> str:
        """Return the colour token of the difference of who is notable, else nothing."""
        return mark.difference(self._seen, row.partner.id) if self._seen else ""


def track(rect: QRectF) -> tuple[float, float]:
    """Return the begin and the end of the axis in a row."""
    left = rect.left() + SIDE + name_width(rect.width()) + theme.scaled(14)
    return left, rect.right() - SIDE - mark_width()


def mark_width() -> float:
    """Return the width of the square and the dot, in pixels."""
    return theme.scaled(10.0)


def name_width(width: float) -> float:
    """Return the most width of names in a row of a width."""
    return min(theme.scaled(220), width * (0.4 if theme.text_scale() < 1.5 else 0.5))


class _Dumbbell(QStyledItemDelegate):
    """Paints one partner."""

    def __init__(self, highlight: Highlight, parent: QWidget) -> None:
        super().__init__(parent)
        self._highlight = highlight

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a row."""
        return QSize(theme.scaled(240), row_height())

    def paint(self, painter: QPainter, option: Any, index: _Index) -> None:
        """Paint the name and both places on the axis."""
        row, listed = index.data(Rows.ROW), self.parent()
        if not isinstance(row, Gap) or not isinstance(listed, Dumbbells):
            return
        colours = theme.current()
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        lit = row.partner.id == self._highlight.lit
        if selected or lit:
            ground = colours.mix("ink", "panel", 0.1) if selected else colours.colour("faint")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(rect.adjusted(3, 1, -3, -1), 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(4, 2, -4, -2), 5, 5)
        paint_row(painter, rect, row, notable=listed.notable(row))
        painter.restore()


def paint_row(painter: QPainter, rect: QRectF, row: Gap, *, notable: str) -> None:
    """Paint a partner in a row: on the screen and in an exported picture.

    `notable` is the colour token of a notable difference, or nothing.
    """
    _paint_name(painter, rect, row, notable=notable)
    colours = theme.current()
    start, end = track(rect)
    middle = rect.center().y()
    if row.gap is None or row.ridit_frequency is None or row.ridit_importance is None:
        painter.setFont(theme.font("label"))
        painter.setPen(colours.colour("soft_ink"))
        area = QRectF(start - 8, rect.top(), end - start + 16, rect.height())
        said = painter.fontMetrics().elidedText(
            _answers(row), Qt.TextElideMode.ElideRight, int(area.width())
        )
        painter.drawText(area, _BESIDE, said)
        return
    painter.setPen(QPen(colours.mix("hairline", "panel", 0.8), 1))
    painter.drawLine(QPointF(start, middle), QPointF(end, middle))
    contact = QPointF(start + (end - start) * row.ridit_frequency, middle)
    importance = QPointF(start + (end - start) * row.ridit_importance, middle)
    colour = colours.mix(notable or "soft_ink", "panel", 1.0 if notable else 0.55)
    painter.setPen(mark.direction_pen(row.gap, 3.0 if notable else 2.0, colour))
    painter.drawLine(contact, importance)
    paint_contact(painter, contact, colour)
    paint_importance(painter, importance, colour)


def _paint_name(painter: QPainter, rect: QRectF, row: Gap, *, notable: str) -> None:
    diameter = theme.scaled(12.0)
    beside = rect.left() + SIDE
    middle = QPointF(beside + diameter / 2, rect.center().y())
    mark.paint(painter, row.partner, diameter, middle, dim=False)
    painter.setFont(theme.font("strong" if notable else "text"))
    painter.setPen(theme.current().colour("soft_ink" if row.gap is None else "ink"))
    room = name_width(rect.width()) - diameter - 7
    name = painter.fontMetrics().elidedText(
        row.partner.name, Qt.TextElideMode.ElideMiddle, int(room)
    )
    painter.drawText(QRectF(beside + diameter + 7, rect.top(), room, rect.height()), _BESIDE, name)


def paint_contact(painter: QPainter, at: QPointF, colour: Any) -> None:
    """Paint the square that stands for contact: hollow, as the ring of the comet on the map."""
    half = mark_width() / 2 - 0.5
    painter.setPen(QPen(colour, 2))
    painter.setBrush(theme.current().colour("panel"))
    painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half))


def paint_importance(painter: QPainter, at: QPointF, colour: Any) -> None:
    """Paint the dot that stands for importance."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    half = mark_width() / 2 + 0.5
    painter.drawEllipse(at, half, half)


def _answers(row: Gap) -> str:
    """Return the answers on a partner without a place on the axis."""
    partner = row.partner
    known = [
        phrases.scale_label(scale, code)
        for scale, code in (("importance", partner.importance), ("frequency", partner.frequency))
        if code is not None
    ]
    return joined(known, between=" · ") or phrases.not_filled_in()
