"""The ground of the plot: four fields with paper between them, of which two have a colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.analysis.gaps import LESS_NAMED, LESS_OFTEN
from app.models.vocabulary import vocabulary
from app.views.map.marks import DIFFERENCES
from app.views.widgets import theme
from app.views.widgets.wrapping import wrapped
from app.words import current_language

_BETWEEN = 4.0
"""Pixels of paper between two fields."""
_ROUND = 8.0
_NAME = 8.0
"""Pixels between a name and the edges of its field."""
NAME_SHARE = 0.42
"""The share of the plot's width a name may take, also where its quadrant is narrower."""


class Ground(QGraphicsItem):
    """Lies in pixels behind the plot; a quadrant that has no room on the scales has no name."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-20)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self._rect = QRectF()
        self._cross = (0.0, 0.0)
        self._cell = (1.0, 1.0)
        self._strip = 0.0
        self.counts: tuple[tuple[float, float, int], ...] = ()

    def lay(
        self,
        rect: QRectF,
        cross: tuple[float, float],
        cell: tuple[float, float],
        strip: float,
        counts: tuple[tuple[float, float, int], ...],
    ) -> None:
        """Lay the ground in pixels from its own top left.

        `cross` is where the two cuts meet, `strip` the height of the names above and below the
        cells, `counts` the right top corner and number of people of each crowded cell.
        """
        new = (rect, cross, cell, strip)
        if new != (self._rect, self._cross, self._cell, self._strip):
            self.prepareGeometryChange()
            self._rect, self._cross, self._cell, self._strip = new
            self.update()
        for right_edge, top, _ in {*counts} ^ {*self.counts}:  # all the rest lies as it lay
            self.update(_room_of_count(right_edge, top))
        self.counts = counts

    def boundingRect(self) -> QRectF:
        """Return the whole plot."""
        return self._rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the four fields; the two that ask something have a colour and a name."""
        colours = theme.current()
        rect, (x, y) = self._rect, self._cross
        left, right = x - rect.left(), rect.right() - x
        above, below = y - rect.top(), rect.bottom() - y
        areas = {
            LESS_OFTEN: QRectF(rect.left(), rect.top(), left, above),
            "important_often": QRectF(x, rect.top(), right, above),
            "background": QRectF(rect.left(), y, left, below),
            LESS_NAMED: QRectF(x, y, right, below),
        }
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for quadrant, area in areas.items():
            if area.width() < 2 * _BETWEEN or area.height() < 2 * _BETWEEN:
                continue
            token = DIFFERENCES.get(quadrant)
            painter.setBrush(colours.colour(f"{token}_field" if token else "faint"))
            field = area.intersected(rect.adjusted(-_BETWEEN, -_BETWEEN, _BETWEEN, _BETWEEN))
            inset = _BETWEEN / 2
            painter.drawRoundedRect(field.adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND)
        painter.setFont(theme.font("label"))
        for quadrant in DIFFERENCES:
            self._write_name(painter, colours, quadrant, areas[quadrant])
        painter.setPen(colours.colour("soft_ink"))
        for right_edge, top, count in self.counts:
            room = _room_of_count(right_edge, top)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, str(count))

    def _write_name(
        self, painter: QPainter, colours: theme.Theme, quadrant: str, area: QRectF
    ) -> None:
        if area.width() < self._cell[0] * 0.5 or area.height() < self._strip + self._cell[1] * 0.5:
            return
        is_left_above = quadrant == LESS_OFTEN
        # A narrow quadrant may write into its neighbour's half, never further.
        inset = _BETWEEN / 2 + _NAME
        width = max(area.width(), self._rect.width() * NAME_SHARE) - 2 * inset
        box = QRectF(0, 0, width, self._strip - inset)
        if is_left_above:
            box.moveTopLeft(area.topLeft() + QPointF(inset, inset))
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        else:
            box.moveBottomRight(area.bottomRight() - QPointF(inset, inset))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.setPen(colours.colour(DIFFERENCES[quadrant]))
        name = vocabulary().quadrants[quadrant].label(current_language())
        painter.drawText(box, side | Qt.TextFlag.TextWordWrap, name)


def _room_of_count(right_edge: float, top: float) -> QRectF:
    return QRectF(right_edge - 40, top, 38, QFontMetricsF(theme.font("label")).height())


def strip_height(width: float) -> float:
    """Return the height for the names in a plot of a width, whichever way the cuts lie."""
    font = theme.font("label")
    room = int(width * NAME_SHARE - 24)
    lines = max(
        len(wrapped(vocabulary().quadrants[quadrant].label(current_language()), room, font))
        for quadrant in DIFFERENCES
    )
    return lines * QFontMetricsF(font).height() + _BETWEEN / 2 + _NAME
