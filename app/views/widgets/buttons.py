"""Buttons that wrap their words: a box to tick, a choice, and a heading that folds a group."""

from functools import lru_cache
from typing import Any, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.views.widgets import theme
from app.views.widgets.heard_as import hear_as
from app.views.widgets.icons import shown_icon
from app.views.widgets.wrapping import width_of, wrapped

_GROWS: Final = 1000
"""Milliseconds in which what was unfolded gets its size."""


def opens_a_list(button: QAbstractButton) -> None:
    """Show that pressing opens something below: the same sign everywhere, behind the words."""
    button.setIcon(shown_icon("down", "soft_ink"))
    button.setIconSize(QSize(theme.scaled(12), theme.scaled(12)))
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    if isinstance(button, QToolButton):
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


class _Wraps:
    """A button with a mark in front of words that wrap; mixed into a kind of Qt button."""

    role = "text"

    def hasHeightForWidth(self) -> bool:
        """Tell Qt that narrow means high."""
        return True

    def heightForWidth(self: Any, width: int) -> int:
        """Return the height that the words need in `width` pixels."""
        return _height(self.text(), width - _mark_room(), self.role, theme.letters())

    def sizeHint(self: Any) -> QSize:
        """Return a usual size."""
        width = min(width_of(self.text(), self.role) + _mark_room(), theme.scaled(260))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(theme.scaled(60), theme.scaled(24))

    def wraps(self: Any) -> None:
        """Let layouts ask for the height; call once when made."""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def draw(self: Any, painter: QPainter) -> QRect:
        """Draw the words; returns where the mark goes."""
        font = theme.font(self.role)
        metrics = QFontMetrics(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        painter.setPen(theme.current().colour("ink" if self.isEnabled() else "soft_ink"))
        inside = self.rect().adjusted(_mark_room(), 0, 0, 0)
        lines = wrapped(self.text(), self.width() - _mark_room(), font)
        painter.drawText(
            inside,
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            "\n".join(lines),
        )
        top = (self.height() - len(lines) * metrics.height()) // 2
        size = theme.scaled(18)
        return QRect(0, top + (metrics.height() - size) // 2, size, size)

    def hitButton(self: Any, position: Any) -> bool:
        """Take a press on the words too."""
        return bool(self.rect().contains(position))


@lru_cache(maxsize=4096)
def _height(text: str, width: int, role: str, _letters: str) -> int:
    """Return the height of a text in the letters that are worn; layouts ask again and again."""
    font = theme.font(role)
    lines = len(wrapped(text, width, font))
    return max(theme.scaled(28), lines * QFontMetrics(font).height() + theme.scaled(8))


def below_words(explained: QLabel) -> None:
    """Put what explains a box or an option below its words, and not below its mark."""
    explained.setContentsMargins(_mark_room(), 0, 0, 0)


def _mark_room() -> int:
    return theme.scaled(18 + theme.GRID)


class Box(_Wraps, QCheckBox):
    """A box to tick, with words that wrap."""

    has_star = False

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.wraps()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, or the star."""
        worn = theme.current()
        painter = QPainter(self)
        box = self.draw(painter)
        state = self.checkState()
        is_on = state == Qt.CheckState.Checked
        if self.has_star and state != Qt.CheckState.PartiallyChecked:
            token = "ink" if is_on else "soft_ink"
            shown_icon("star-on" if is_on else "star", token).paint(painter, box)
            return
        marked = is_on and self.isEnabled()
        painter.setPen(QPen(worn.colour("focus" if marked else "ring"), 1))
        painter.setBrush(
            worn.colour("focus" if marked else "faint" if self.underMouse() else "panel")
        )
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if is_on:
            shown_icon("tick", "panel" if marked else "soft_ink").paint(painter, box)
        elif state == Qt.CheckState.PartiallyChecked:
            shown_icon("minus", "soft_ink").paint(painter, box)


class Tick(Box):
    """A box to tick, with words that wrap. A third state, *mixed*, is shown but never chosen."""

    asked = Signal(bool)
    """The person wants it ticked, or not."""

    def __init__(self, text: str, *, star: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.has_star = star
        self.clicked.connect(self._click)
        self._state = Qt.CheckState.Unchecked

    def show_state(self, ticked: bool | None) -> None:
        """Show ticked, not ticked, or None for mixed."""
        self._state = (
            Qt.CheckState.PartiallyChecked
            if ticked is None
            else Qt.CheckState.Checked
            if ticked
            else Qt.CheckState.Unchecked
        )
        self.setTristate(ticked is None)
        self.setCheckState(self._state)

    def _click(self) -> None:
        self._ask(wanted=self._state is not Qt.CheckState.Checked)

    def _ask(self, *, wanted: bool) -> None:
        self.asked.emit(wanted)
        self.show_state(
            None
            if self._state is Qt.CheckState.PartiallyChecked
            else self._state is Qt.CheckState.Checked
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Untick with Delete or Backspace, as the other answers are emptied."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self._state is not Qt.CheckState.Unchecked:
                self._ask(wanted=False)
        else:
            super().keyPressEvent(event)


class Heading(_Wraps, QPushButton):
    """The heading of a group that folds: pressed down while the group is open."""

    role = "strong"

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setAutoDefault(True)  # Return opens it too, not only Space
        self.wraps()
        hear_as(self, "fold")
        self.clicked.connect(self._opened)
        self._growing: QTimer | None = None
        """Runs while what was unfolded gets its size: soon, and in steps where its words wrap."""

    def _opened(self, opened: bool) -> None:
        area = self._area()
        if not opened or area is None:
            return
        if self._growing is None:
            self._growing = QTimer(self, singleShot=True, interval=_GROWS)
            area.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._growing.start()
        QTimer.singleShot(0, self, self._make_room)

    def _make_room(self) -> None:
        """Scroll on where what was opened is out of sight: half of the view is for that."""
        area = self._area()
        if area is None or self._growing is None or not self._growing.isActive():
            return
        view, bar = area.viewport(), area.verticalScrollBar()
        below = self.mapTo(view, self.rect().bottomLeft()).y()
        bar.setValue(bar.value() + max(below - view.height() // 2, 0))

    def _area(self) -> QScrollArea | None:
        """Return what scrolls around it."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        return area

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words behind an arrow that shows whether the group is open."""
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.current().colour("faint"))
        mark = self.draw(painter)
        shown_icon("down" if self.isChecked() else "right", "soft_ink").paint(painter, mark)


class Choice(_Wraps, QRadioButton):
    """One of a few ways to go, with a line of what it means; the one that is chosen is tinted."""

    role = "button"

    def __init__(self, title: str, explained: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._explained = explained
        self.setAccessibleDescription(explained)
        self.wraps()

    def heightForWidth(self, width: int) -> int:
        """Return the height that the title and the line below it need in `width` pixels."""
        title, line = self._lines(width)
        return max(title + line + theme.scaled(16), theme.scaled(32))

    def _lines(self, width: int) -> tuple[int, int]:
        """Return the heights of the title and of the line below it."""
        texts = ((self.text(), self.role), (self._explained, "label"))
        room = width - _choice_room() - theme.scaled(8)
        title, line = (
            len(wrapped(text, room, theme.font(role))) * QFontMetrics(theme.font(role)).height()
            if text
            else 0
            for text, role in texts
        )
        return title, line

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark, the title and the line, on a tint where it is chosen."""
        worn, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        is_on = self.isChecked()
        if is_on or self.underMouse():
            painter.setBrush(worn.colour("chosen" if is_on else "faint"))
            painter.drawRoundedRect(self.rect(), theme.RADIUS, theme.RADIUS)
        title, line = self._lines(self.width())
        top = (self.height() - title - line) // 2
        first = QFontMetrics(theme.font(self.role)).height()
        size = theme.scaled(18)
        mark = QRectF(theme.scaled(8), top + (first - size) / 2, size, size)
        painter.setPen(QPen(worn.colour("focus" if is_on else "ring"), 1))
        painter.setBrush(worn.colour("focus" if is_on else "panel"))
        painter.drawEllipse(mark.adjusted(0.5, 0.5, -0.5, -0.5))
        if is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.colour("panel"))
            painter.drawEllipse(mark.center(), size / 4.5, size / 4.5)
        width = self.width() - _choice_room() - theme.scaled(8)
        for text, role, ink, height, down in (
            (self.text(), self.role, "ink", title, 0),
            (self._explained, "label", "soft_ink", line, title),
        ):
            font = theme.font(role)
            painter.setFont(font)
            painter.setPen(worn.colour("on_chosen" if is_on else ink))
            where = QRect(_choice_room(), top + down, width, height)
            painter.drawText(
                where, Qt.AlignmentFlag.AlignLeft, "\n".join(wrapped(text, width, font))
            )


def _choice_room() -> int:
    return theme.scaled(8 + 18 + 8)
