"""A layout that puts widgets side by side and goes on in the next row where they do not fit."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Fills rows from left to right.

    Hidden widgets take no room; where they are to keep it, the rows are as high as with them. What
    is asked again and again while a page is laid out stays known until Qt says that a widget is
    otherwise.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrower layout is higher."""
        return True

    def invalidate(self) -> None:
        """Forget what was known of the widgets: one of them is otherwise."""
        self._heights.clear()
        self._least = None
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        if width not in self._heights:
            rect = QRect(0, 0, width, 0)
            high = self._arrange(rect, self._items)
            if self._keeps_room():
                high = max(high, self._arrange(rect, self._seen()))
            self._heights[width] = high
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Put the items in their rows."""
        super().setGeometry(rect)
        self._arrange(rect, self._seen(), move=True)

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not _is_hidden(item)]

    def _keeps_room(self) -> bool:
        return any(_is_hidden(item) and not item.isEmpty() for item in self._items)

    def sizeHint(self) -> QSize:
        """Return the least size; the height follows from the width."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the height of the highest item: in a narrow place a wide one gets narrower."""
        if self._least is None:
            around = self.contentsMargins()
            highest = max((item.minimumSize().height() for item in self._items), default=0)
            high = around.top() + highest + around.bottom()
            self._least = QSize(around.left() + around.right(), high)
        return self._least

    def _arrange(self, rect: QRect, items: list[QLayoutItem], *, move: bool = False) -> int:
        around = self.contentsMargins()
        whole, rect = rect, rect.marginsRemoved(around)
        x, y, row_height = rect.x(), rect.y(), 0
        for item in items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            width = min(hint.width(), rect.width())
            if x > rect.x() and x + width > rect.x() + rect.width():
                x, y, row_height = rect.x(), y + row_height + self.spacing(), 0
            high = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, high)))
            x += width + self.spacing()
            row_height = max(row_height, high)
        return y + row_height + around.bottom() - whole.y()


def _is_hidden(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is not None and widget.isHidden()


def keep_room(widget: QWidget, *, keeps: bool = True) -> None:
    """Let a widget keep its room while it is hidden."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(keeps)
    widget.setSizePolicy(policy)
