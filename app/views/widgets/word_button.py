"""A button that breaks its words where it is narrower than they are: large letters hide nothing."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.views.widgets.wrapping import wrapped

_ICON: Final = 4
"""Pixels that Qt leaves between an icon and words."""


class WordButton(QPushButton):
    """Says its words on one line where that fits, and else on more; then it is higher."""

    def __init__(self, text: str, parent: QWidget, icon: QIcon | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._hint: QSize | None = None
        """As measured, until something changes: layouts ask ten times for each time it does."""
        if icon is not None:
            self.setIcon(icon)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def text(self) -> str:
        """Return the words, as they were given."""
        return self._words

    def setText(self, text: str) -> None:
        """Say something else."""
        if text == self._words:
            return
        self._words = text
        self._hint = None
        super().setText(text)
        self._break()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Tell that narrow means high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need in a width."""
        hint = self.sizeHint()
        if width >= hint.width():
            return hint.height()  # asked twenty times for each time that something changes
        return hint.height() + (len(self._lines(width)) - 1) * self.fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        """Return the room of the words on one line, however they are broken now.

        Were it another while they are broken, a page that scrolls would go on for ever between
        the two: Qt ends in a stack that is full.
        """
        if self._hint is None:
            self._hint = self._measured()
        return QSize(self._hint)

    def setIcon(self, icon: QIcon | QPixmap) -> None:
        """Show an icon beside the words."""
        self._hint = None
        super().setIcon(icon)

    def setIconSize(self, size: QSize) -> None:
        """Show the icon in another size."""
        self._hint = None
        super().setIconSize(size)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in other letters, or dressed otherwise."""
        self._hint = None
        super().changeEvent(event)

    def _measured(self) -> QSize:
        if super().text() == self._words:  # not broken: Qt's own measure, without these enums
            return super().sizeHint()
        from PySide6.QtWidgets import QStyle, QStyleOptionButton

        self.ensurePolished()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self._words
        size = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self._words)
        if not option.icon.isNull():
            size = QSize(option.iconSize.width() + _ICON + size.width(), size.height())
            size = size.expandedTo(option.iconSize)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, size, self)

    def minimumSizeHint(self) -> QSize:
        """Return the room of the widest word."""
        wide, hint = self.fontMetrics().horizontalAdvance, self.sizeHint()
        widest = max(map(wide, self._words.split()), default=0)
        return QSize(min(hint.width() - wide(self._words) + widest, hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self._break()

    def showEvent(self, event: QShowEvent) -> None:
        """Break the words where the width came before it was seen."""
        super().showEvent(event)
        self._break()

    def _lines(self, width: int) -> tuple[str, ...]:
        hint = self.sizeHint()
        if width >= hint.width():
            return (self._words,)
        around = hint.width() - self.fontMetrics().horizontalAdvance(self._words)
        return wrapped(self._words, max(width - around, 1), self.font())

    def _break(self) -> None:
        broken = "\n".join(self._lines(self.width())) if self.isVisible() else self._words
        if broken != super().text():
            super().setText(broken)
