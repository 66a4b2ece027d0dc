"""How mine and theirs are told apart everywhere: by word, by colour, and full or hollow."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.views.insight import mark
from app.views.widgets import theme
from app.words import say


def side_name(*, mine: bool) -> str:
    """Return the name of a side."""
    return say("mine") if mine else say("theirs")


def paint_side(painter: QPainter, at: QPointF, radius: float, *, mine: bool) -> None:
    """Paint the sign of a side: a full disc for mine, a ring for theirs that can lie around it."""
    if mine:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour("ink"))
        painter.drawEllipse(at, radius, radius)
    else:
        painter.setPen(QPen(theme.current().colour("theirs"), max(radius * 0.4, 2.0)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, radius * 1.35, radius * 1.35)


class SideSign(QWidget):
    """The sign of a side, beside a word."""

    def __init__(self, parent: QWidget, *, mine: bool) -> None:
        super().__init__(parent)
        self._mine = mine
        self.setFixedSize(theme.scaled(20), theme.scaled(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        paint_side(painter, middle, theme.scaled(5), mine=self._mine)


def setting_icon(setting: str | None, size: int) -> QIcon:
    """Return the mark of a setting: its colour, square in the school and round outside."""
    pixmap = QPixmap(QSize(size, size) * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QRectF(0, 0, size, size).center())
    diameter = min(size * 0.7, mark.WITH_INITIALS_FROM - 1)
    mark.paint(painter, Partner(id="x", name="x", setting=setting), diameter)
    painter.end()
    return QIcon(pixmap)


def setting_of(kind: str) -> str | None:
    """Return the setting a kind usually belongs to; own words have none."""
    known = vocabulary().kinds.get(kind)
    return known.setting if known else None
