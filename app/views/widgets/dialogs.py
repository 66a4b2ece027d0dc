"""What keeps a window in front of the main one on the screen, however large the text."""

from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.views.widgets import theme
from app.views.widgets.icons import wear_icon
from app.views.widgets.reading_order import go_on

_AROUND: Final = QSize(24, 56)
"""Pixels of frame and title bar, which Qt does not count before a window stands there."""
_BESIDE: Final = 2
"""How many ways to go on stand beside each other."""
_SHARE: Final = 0.42
"""How much of the width of the screen choices take at most; the rest is for what is made."""


class Dialog(QDialog):
    """A window in front of the main one. All windows are of this kind: Tab goes as one reads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        wear_icon()

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Give the keyboard to the next that is read, or the one before."""
        return go_on(self, onward=onward)


def fit_on_screen(window: QWidget, wanted: QSize) -> None:
    """Give a window the size it wants, or what the screen of its parent has room for."""
    window.resize(wanted.boundedTo(_room(window)))


def fit_height(window: QWidget, width: int) -> None:
    """Give a window this width and the height its words need there, as far as the screen goes.

    By itself Qt takes two thirds of the screen at most, and presses large letters together.
    """
    layout = window.layout()
    assert layout is not None
    layout.activate()
    fit_on_screen(window, QSize(width, layout.totalHeightForWidth(width)))


class Scrolled(QScrollArea):
    """A column that is as high as what is in it, and scrolls where there is less room.

    What stands below it follows at once, however high the window is.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget(self)
        self.column = QVBoxLayout(self.inside)
        self.setWidget(self.inside)
        self.verticalScrollBar().rangeChanged.connect(self._keep_off_the_bar)
        self._keep_off_the_bar(0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when what is in it has another."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _keep_off_the_bar(self, _least: int, most: int) -> None:
        """Leave room beside a scroll bar; without one, end where what stands below ends."""
        self.column.setContentsMargins(0, 0, theme.GRID if most else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the height of all choices."""
        return QSize(self.width(), self.column.totalHeightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Do with a few of them."""
        return QSize(self.minimumWidth(), theme.scaled(120))


class Choices(Scrolled):
    """A column of choices, as wide as what stands below it, and as high as its window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._least = min(theme.scaled(312), round(_room(parent).width() * _SHARE))

    def sizeHint(self) -> QSize:
        """Ask for the usual width, or for what is in it and the bar beside that."""
        inside = self.inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(self._least, inside), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Do with the usual width."""
        return QSize(self._least, super().minimumSizeHint().height())


class TwoSides(NamedTuple):
    """Where things go in a window with choices on the left and what is made of them beside it."""

    choices: QVBoxLayout
    """The column of choices, which scrolls."""
    foot: QVBoxLayout
    """The column they stand in: for what always stays in sight below them."""
    made: QVBoxLayout
    """Inside the frame on the right."""


def two_sides(window: QWidget) -> TwoSides:
    """Divide a window that is still empty."""
    row = QHBoxLayout(window)
    row.setContentsMargins(24, 24, 24, 24)
    row.setSpacing(24)
    left = QVBoxLayout()
    row.addLayout(left)
    choices = Choices(window)
    left.addWidget(choices, 1)
    frame = QFrame(window)
    frame.setProperty("role", "tray")  # paper lies in it, whose edges are to be seen
    inside = QVBoxLayout(frame)
    around = theme.GRID  # what is inside has corners, and would hide those of the frame
    inside.setContentsMargins(around, around, around, around)
    row.addWidget(frame, 1)
    return TwoSides(choices.column, left, inside)


def add_answers(
    column: QVBoxLayout,
    leave: QPushButton,
    *acts: QPushButton,
    destroys: QPushButton | None = None,
) -> None:
    """Add the buttons that end a window, by the one rule all windows keep.

    At the right stands what does something, the first of `acts` at the end: Enter does that, and
    it alone has the colour of what acts. Before it stands what leaves all as it is, as Esc does;
    where nothing else is offered Enter does that too. What nothing takes back stands apart at the
    left, and is never what Enter does. More than two ways to go on stand under each other.
    """
    beside = list(acts[::-1])
    if len(acts) > _BESIDE:
        for button in acts:
            column.addWidget(button)
        beside = []
    row = QHBoxLayout()
    column.addLayout(row)
    row.setSpacing(8)
    if destroys is not None:
        row.addWidget(destroys)
    row.addStretch(1)
    for button in (leave, *beside):
        row.addWidget(button)
    in_order = [*([] if beside else acts), *([destroys] if destroys else []), leave, *beside]
    for button in in_order:
        button.setMinimumHeight(theme.scaled(32))
        button.setAutoDefault(False)
    if acts:
        acts[0].setProperty("role", "primary")
    (acts[0] if acts else leave).setDefault(True)


def _room(window: QWidget) -> QSize:
    parent = window.parentWidget()
    return (parent or window).screen().availableGeometry().size() - _AROUND
