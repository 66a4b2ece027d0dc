"""A tray of a few choices of which one is on, raised: pages of a screen, lenses, kinds of file."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.views.widgets import theme
from app.views.widgets.flow import FlowLayout
from app.views.widgets.heard_as import beside
from app.views.widgets.one_stop import ACROSS, ARROWS
from app.views.widgets.wrapping import width_of, wrapped
from app.words import joined, say


def _steps(*, wraps: bool) -> Mapping[Qt.Key, int]:
    """Return the keys that go on and back: where choices stand in rows, also up and down."""
    return ARROWS if wraps else ACROSS


def _height() -> int:
    return max(theme.scaled(28), theme.least())


class Segmented(QFrame):
    """One tab stop: the arrow keys go from one choice to the next."""

    chosen = Signal(str)

    ROLE: ClassVar = "tray"
    AROUND: ClassVar = 4
    """Pixels of the tray that are seen around what stands in it."""

    is_walked = False
    """What is being chosen was come to by an arrow key: the keyboard stays here."""

    def __init__(
        self,
        titles: Mapping[str, str],
        parent: QWidget | None = None,
        *,
        caption: str = "",
        tips: Mapping[str, str] | None = None,
        wraps: bool = False,
    ) -> None:
        """Offer `titles`; `caption` says what is chosen to who does not see what stands above.

        Where it `wraps`, what has no room beside the others goes below them.
        """
        super().__init__(parent)
        self.setProperty("role", self.ROLE)
        self.titles = dict(titles)
        self._ids = list(titles)
        self.group = QButtonGroup(self)
        self._wraps = wraps
        row = FlowLayout(self) if wraps else QHBoxLayout(self)
        row.setContentsMargins(self.AROUND, self.AROUND, self.AROUND, self.AROUND)
        row.setSpacing(self.between)
        for number, (name, title) in enumerate(titles.items()):
            button = self.part(title, wraps=wraps)
            button.setAccessibleName(joined((caption, title), between=": ") if caption else title)
            button.setToolTip(tips[name] if tips and name in tips else "")
            self.group.addButton(button, number)
            row.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.group.idClicked.connect(self._choose)
        self.group.idToggled.connect(self._stop_at_chosen)
        self._count()

    @property
    def between(self) -> int:
        """Return the pixels between one choice and the next."""
        return 0

    def part(self, title: str, *, wraps: bool) -> "Segment":
        """Return the button of one choice."""
        return Segment(title, self, wraps=wraps)

    def _count(self) -> None:
        """Tell who listens how many choices there are to be seen, and which of them each is."""
        offered = [button for button in self.group.buttons() if not button.isHidden()]
        for number, button in enumerate(offered, 1):
            tip = beside(button.text(), button.toolTip())
            parts = (say("{n} of {of}", n=number, of=len(offered)), tip)
            button.setAccessibleDescription(joined(part for part in parts if part))

    def sizeHint(self) -> QSize:
        """Return the room of all side by side."""
        if not self._wraps:
            return super().sizeHint()
        return QSize(self._width(is_tight=False), _height() + 2 * self.AROUND)

    def heightForWidth(self, width: int) -> int:
        """Return one row where the words have room in it, if need be with less air around them."""
        if self._width(is_tight=True) <= width:
            return self.sizeHint().height()
        return super().heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words less air before one of them has to stand alone in a row."""
        super().resizeEvent(event)
        is_tight = self._wraps and self._width(is_tight=False) > self.width()
        for one in self.group.buttons():
            if isinstance(one, Segment) and one.is_tight != is_tight:
                one.is_tight = is_tight
                one.updateGeometry()

    def _width(self, *, is_tight: bool) -> int:
        """Return the width of all side by side."""
        seen = (one for one in self.group.buttons() if not one.isHidden())
        words = [one.width_when(is_tight=is_tight) for one in seen if isinstance(one, Segment)]
        return sum(words) + self.between * (len(words) - 1) + 2 * self.AROUND

    def button(self, name: str) -> QRadioButton:
        """Return the button of a choice."""
        button = self.group.button(self._ids.index(name))
        assert isinstance(button, QRadioButton)
        return button

    def show_chosen(self, name: str) -> None:
        """Show which choice is on; "" is none of these."""
        self._count()
        self.group.setExclusive(False)
        for number, known in enumerate(self._ids):
            self.group.button(number).setChecked(known == name)
        self.group.setExclusive(name in self._ids)
        self._stop_at_chosen()

    def _stop_at_chosen(self) -> None:
        """Let Tab stop at the choice that is on, or at the first, whoever turned it on."""
        policy = Qt.FocusPolicy
        stop = self.group.checkedButton() or self.group.button(0)
        for one in self.group.buttons():
            one.setFocusPolicy(policy.StrongFocus if one is stop else policy.ClickFocus)

    def _choose(self, number: int) -> None:
        self.chosen.emit(self._ids[number])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next or the previous choice."""
        step = _steps(wraps=self._wraps).get(Qt.Key(event.key()))
        offered = [name for name in self._ids if not self.button(name).isHidden()]
        focused = [name for name in offered if self.button(name).hasFocus()]
        if step is None or not focused:
            super().keyPressEvent(event)
            return
        name = offered[(offered.index(focused[0]) + step) % len(offered)]
        self.show_chosen(name)
        self.button(name).setFocus()  # before the one that had it may be hidden
        self.is_walked = True
        self.group.idClicked.emit(self._ids.index(name))  # as a click: windows follow that too
        self.is_walked = False
        self.button(name).setFocus()


def give_keyboard(widget: QWidget) -> None:
    """Give the keyboard to a widget, unless an arrow key only goes past it along a tray."""
    at = QApplication.focusWidget()
    tray = at.parentWidget() if at is not None else None
    if not (isinstance(tray, Segmented) and tray.is_walked):
        widget.setFocus()


class Segment(QRadioButton):
    """One choice in a tray."""

    def __init__(self, text: str, parent: QWidget, *, wraps: bool = False) -> None:
        super().__init__(text, parent)
        self.is_tight = False
        """Its words have little air, so that all stand in one row."""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._wraps = wraps
        if wraps:  # of itself it would be no higher than one line
            policy = QSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell whether narrow means high."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words in a width."""
        metrics = QFontMetrics(theme.font("strong"))
        extra = len(self._lines(width)) - 1
        return self.sizeHint().height() + extra * metrics.lineSpacing()

    def _lines(self, width: int) -> tuple[str, ...]:
        if width >= self.sizeHint().width() or not self._wraps:
            return (self.text(),)
        return wrapped(self.text(), width - 8, theme.font("strong"))

    def sizeHint(self) -> QSize:
        """Return the room of the words."""
        return QSize(self.width_when(is_tight=self.is_tight), _height())

    def width_when(self, *, is_tight: bool) -> int:
        """Return the width with little air around its words, or as much as it likes."""
        is_tight = is_tight or theme.is_large()  # large letters need the room
        words = width_of(self.text(), "strong")  # choosing must not move the others
        return words + 2 * self.air(is_tight=is_tight)

    def air(self, *, is_tight: bool) -> int:
        """Return the pixels to either side of the words."""
        return 8 if is_tight else theme.scaled(14)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(theme.scaled(24), _height())

    def hitButton(self, position: QPoint) -> bool:
        """Take a press anywhere on it."""
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter, as by Space; the arrows are for the tray, as Qt would press another.

        In a dialog Enter on what is chosen does what it does everywhere else in there.
        """
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.isChecked() and isinstance(self.window(), QDialog):
                event.ignore()
            else:
                self.click()
        elif Qt.Key(event.key()) in _steps(wraps=self._wraps):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and what tells the one that is on."""
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = "ink" if self.isChecked() or self.underMouse() else "soft_ink"
        if self.isChecked():
            self.mark(painter)
        painter.setFont(theme.font("strong" if self.isChecked() else "button"))
        painter.setPen(worn.colour(token))
        room, metrics = self.width() - self.air(is_tight=True), painter.fontMetrics()
        right = Qt.TextElideMode.ElideRight
        lines = (metrics.elidedText(line, right, room) for line in self._lines(self.width()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "\n".join(lines))

    def mark(self, painter: QPainter) -> None:
        """Draw what raises the one that is on."""
        worn, corner = theme.current(), theme.CORNERS["cell"]
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -1.5)
        painter.setPen(worn.colour("raised_edge"))
        painter.setBrush(worn.mix("raised_edge", "tray", 0.6))
        painter.drawRoundedRect(area.translated(0, 1), corner, corner)
        painter.setBrush(worn.colour("raised"))
        painter.drawRoundedRect(area, corner, corner)


class Pages(Segmented):
    """The same for the pages of a screen: words in a row, a line below the one that is open."""

    ROLE, AROUND = "pages", 0

    @property
    def between(self) -> int:
        """Return less in large letters: a second row would take the room of what is read below."""
        return 10 if theme.is_large() else 16

    def part(self, title: str, *, wraps: bool) -> Segment:
        """Return the title of one page."""
        return _Page(title, self, wraps=wraps)


class _Page(Segment):
    """The title of one page."""

    def air(self, *, is_tight: bool) -> int:
        """Return little: the titles stand apart, and the first in line with what is below it."""
        return 4

    def mark(self, painter: QPainter) -> None:
        """Draw the line below the one that is open."""
        line = self.rect().adjusted(2, self.height() - 2, -2, 0)
        painter.fillRect(line, theme.current().colour("ink"))


def add_choice(
    column: QVBoxLayout, caption: str, choices: Sequence[str], parent: QWidget
) -> QButtonGroup:
    """Add a tray of choices to a dialog, at first the first; returns their group."""
    tray = Segmented({str(number): text for number, text in enumerate(choices)}, parent,
                     caption=caption, wraps=True)  # fmt: skip
    column.addWidget(tray)
    tray.show_chosen("0")
    return tray.group
