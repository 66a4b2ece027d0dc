"""What the hand is drawing on the map and has not let go of yet."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.views.widgets import theme


class Sketch(QGraphicsItem):
    """One path, over what is drawn and under people: a box, a loop, a line to the pointer."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-2)
        self.hide()
        self.path = QPainterPath()
        self._pen = QPen()
        self._fill: QColor | None = None
        self._rect = QRectF()

    def boundingRect(self) -> QRectF:
        """Return the room it takes, or may come to take."""
        return self._rect

    def shape(self) -> QPainterPath:
        """Return nothing: it is in nobody's way."""
        return QPainterPath()

    def draw(self, path: QPainterPath, *, dashed: bool = False, filled: bool = False) -> None:
        """Show a path in the colour of what has the focus, instead of what was there."""
        colour = theme.current().colour("focus")
        pen = QPen(colour, 1.6)
        pen.setCosmetic(True)
        if dashed:
            pen.setDashPattern([4, 3])
        self._fill = QColor(colour.red(), colour.green(), colour.blue(), 24) if filled else None
        self._begin(path, pen, path.boundingRect().adjusted(-4, -4, 4, 4))

    def begin_line(self, point: QPointF, pen: QPen, room: QRectF) -> None:
        """Begin a line that will grow, anywhere in `room`."""
        path = QPainterPath(point)
        path.lineTo(point + QPointF(0.01, 0))
        self._fill = None
        self._begin(path, pen, room)

    def grow(self, point: QPointF) -> None:
        """Draw the line on; only the new piece of it is painted."""
        before = self.path.currentPosition()
        self.path.lineTo(point)
        wide = self._pen.widthF() + 2
        self.update(QRectF(before, point).normalized().adjusted(-wide, -wide, wide, wide))

    def clear(self) -> None:
        """Show nothing."""
        self.hide()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the path."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._fill is not None:
            painter.fillPath(self.path, self._fill)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.strokePath(self.path, self._pen)

    def _begin(self, path: QPainterPath, pen: QPen, room: QRectF) -> None:
        self.prepareGeometryChange()
        self.path, self._pen, self._rect = path, pen, room
        self.show()
        self.update()
