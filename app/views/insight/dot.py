"""One partner in a plot: a mark that can be pointed at, pressed and selected."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from app.models.network import Partner
from app.views.insight import mark
from app.views.widgets import theme

_LEAST_TARGET = 12.0
"""Half of the pixels a mark takes a press in, at least, where nobody stands near."""


class Dot(QGraphicsObject):
    """A partner, as large on the screen whatever the scale of the plot."""

    pressed = Signal(str)
    """The partner's id."""
    added = Signal(str)
    """As `pressed`, with Control or Shift held."""
    pointed = Signal(str)
    """The partner's id, or nothing when the pointer left."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setAcceptHoverEvents(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.partner: Partner | None = None
        self._diameter = 20.0
        self._label = ""
        self._looks: tuple[bool, str, str] = (False, "", "")
        self._outlined = True

    def show_partner(self, partner: Partner, diameter: float, label: str = "") -> None:
        """Show a partner at a size, perhaps with the name behind it."""
        if (partner, diameter, label) == (self.partner, self._diameter, self._label):
            return
        self.prepareGeometryChange()
        self.partner, self._diameter, self._label = partner, diameter, label
        self.setToolTip(partner.name)
        self.update()

    def mark(self, *, dim: bool, ring: str, notable: str, outlined: bool = True) -> None:
        """Show whether the partner steps back, is selected or pointed at (`ring`), stands out.

        Who stands out has an outline, unless that is said by the others, who step back.
        """
        looks = (dim, ring, notable)
        if (looks, outlined) != (self._looks, self._outlined):
            self._looks, self._outlined = looks, outlined
            self.setZValue(12 if ring else 11 if notable and not dim else 10)
            self.update()

    @property
    def ring(self) -> str:
        """Return the colour token of the ring around the mark, or nothing."""
        return self._looks[1]

    @property
    def notable(self) -> str:
        """Return the colour token of what stands out, or nothing."""
        return self._looks[2]

    @property
    def is_dim(self) -> bool:
        """Tell whether the partner steps back."""
        return self._looks[0]

    @property
    def diameter(self) -> float:
        """Return the width of the mark in pixels."""
        return self._diameter

    def boundingRect(self) -> QRectF:
        """Return the mark with its rings, and the name."""
        half = self._diameter / 2 + 6
        return QRectF(-half, -half, 2 * half, 2 * half).united(self._label_rect())

    def shape(self) -> QPainterPath:
        """Return the shape to press: the mark, a little more where it is small."""
        path = QPainterPath()
        half = max(self._diameter / 2 + 1, min(_LEAST_TARGET, self._diameter / 2 + 4))
        path.addRect(QRectF(-half, -half, 2 * half, 2 * half))
        return path

    def _label_rect(self) -> QRectF:
        if not self._label:
            return QRectF()
        metrics = QFontMetricsF(theme.font("label"))
        left, height = self._diameter / 2 + 4, metrics.height()
        return QRectF(left, -height / 2, metrics.horizontalAdvance(self._label) + 2, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the mark and the name."""
        if self.partner is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dim, ring, notable = self._looks
        notable = notable if self._outlined else ""
        mark.paint(painter, self.partner, self._diameter, dim=dim, ring=ring, notable=notable)
        if self._label and not dim:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.current().colour("ink"))
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self._label_rect(), align, self._label)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Ask to be selected."""
        if event.button() != Qt.MouseButton.LeftButton or self.partner is None:
            event.ignore()
            return
        beside = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        asks = self.added if event.modifiers() & beside else self.pressed
        asks.emit(self.partner.id)
        event.accept()

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Tell that the pointer is here."""
        if self.partner is not None:
            self.pointed.emit(self.partner.id)

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Tell that the pointer left."""
        self.pointed.emit("")
