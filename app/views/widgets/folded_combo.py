"""A list that drops down, and that says what is chosen in full."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from app.views.widgets import theme
from app.views.widgets.fields import Combo
from app.views.widgets.wrapping import foldable

_FOLDED = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
_HIGHEST = 10_000


class FoldedCombo(Combo):
    """Stands on as many lines as what is chosen takes: a question of a survey is long."""

    def __init__(self) -> None:
        self._heights: dict[tuple[int, str], int] = {}
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.currentIndexChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return one line, which has room for what is chosen where it adjusts to its contents."""
        hint = super().sizeHint()
        if self.sizeAdjustPolicy() is self.SizeAdjustPolicy.AdjustToContents:
            room = self._room(QRect(QPoint(), hint)).width()
            words = self.fontMetrics().horizontalAdvance(self.currentText()) + 2
            hint.setWidth(hint.width() + max(0, words - room))
        return hint

    def hasHeightForWidth(self) -> bool:
        """Tell that it is higher where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high it is at a width, which a screen asks for hundreds of times."""
        asked = width, self.currentText()
        if asked not in self._heights:
            self._heights[asked] = self._high(*asked)
        return self._heights[asked]

    def changeEvent(self, event: QEvent) -> None:
        """Forget how high it was: its letters may be others."""
        super().changeEvent(event)
        self._heights.clear()

    def _high(self, width: int, text: str) -> int:
        one_line = super().sizeHint().height()
        room = self._room(QRect(0, 0, width, one_line)).width()
        words = foldable(text, room, self.fontMetrics())
        lines = self.fontMetrics().boundingRect(QRect(0, 0, room, _HIGHEST), _FOLDED, words)
        return max(one_line, one_line + lines.height() - self.fontMetrics().height())

    def _room(self, inside: QRect) -> QRect:
        """Return where the words stand in a box of this size."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.rect = inside
        return self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box as ever, and the words on their lines."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.setPen(theme.current().colour("ink" if self.isEnabled() else "soft_ink"))
        room = self._room(self.rect())
        text = foldable(self.currentText(), room.width(), self.fontMetrics())
        painter.drawText(room, _FOLDED, text)
