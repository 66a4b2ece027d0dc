"""Small parts of the rating pass: its buttons, the line of progress, the card on its way."""

from typing import Final

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QPoint,
    QPropertyAnimation,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.models.network import Partner
from app.views.passes.marks import draw_slip, slip_size
from app.views.widgets import theme
from app.views.widgets.new_line import add_tick

GLIDE: Final = 180
"""Milliseconds a card takes to its bin."""


class Choice(QPushButton):
    """A button that leaves all keys but Space to the pass, so that they mean the same anywhere."""

    def __init__(self, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Space."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


def middle_column(page: QWidget) -> tuple[QWidget, QVBoxLayout]:
    """Return what stands in the middle of a page, as wide as a text is read, and its column."""
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    middle = QWidget(page)
    middle.setMaximumWidth(theme.scaled(560))
    row.addWidget(middle, 1000)
    row.addStretch(1)
    column = QVBoxLayout(middle)
    column.setSpacing(theme.scaled(12))
    column.addStretch(2)
    return middle, column


class NameLine(QLineEdit):
    """A line that keeps Enter to itself: the pass would take it for the next answer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        add_tick(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, and let Enter end here."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class Progress(QFrame):
    """A thin line that grows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "hairline")
        self.setFixedHeight(3)
        self._share = 0.0
        self._done = QFrame(self)
        self._done.setStyleSheet(
            "background: " + theme.current().tokens["accent"] + "; border: none;"
        )

    def show_share(self, share: float) -> None:
        """Show which part is done, 0 to 1."""
        self._share = share
        self._done.setGeometry(0, 0, round(self.width() * share), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the part."""
        super().resizeEvent(event)
        self.show_share(self._share)


class MovingCard(QWidget):
    """A card on its way: under the pointer, or gliding into its bin."""

    landed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._partner: Partner | None = None
        self._glide = QPropertyAnimation(self, b"geometry", self)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.setDuration(GLIDE)
        self._glide.finished.connect(self._land)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def is_gliding(self) -> bool:
        """Tell whether a card is on its way to a bin."""
        return self._glide.state() == QAbstractAnimation.State.Running

    def follow(self, partner: Partner, position: QPoint) -> None:
        """Be under the pointer, at a place of the parent."""
        self.stop()
        self._partner = partner
        rect = slip_size()
        rect.moveCenter(position)
        self.setGeometry(rect)
        self.show()
        self.raise_()
        self.update()

    def glide(self, partner: Partner, start: QRect, end: QRect) -> None:
        """Glide from one place of the parent to another; whatever is on its way is there."""
        self.stop()
        self._partner = partner
        self.setGeometry(start)
        self.show()
        self.raise_()
        self._glide.setStartValue(start)
        self._glide.setEndValue(end)
        self._glide.start()

    def stop(self) -> None:
        """Be away; a card on its way is in its bin at once."""
        was_gliding = self.is_gliding
        self._glide.stop()
        self.hide()
        if was_gliding:
            self.landed.emit()

    def _land(self) -> None:
        self.hide()
        self.landed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, whatever its size is now."""
        if self._partner is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_slip(painter, self._partner, QRectF(self.rect()))
