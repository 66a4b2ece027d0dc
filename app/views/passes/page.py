"""A calm page of the pass: what comes, or what has been done, and what to do next."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.views.passes.parts import Choice, middle_column
from app.views.widgets import theme
from app.views.widgets.buttons import Tick, below_words
from app.views.widgets.flow import FlowLayout
from app.views.widgets.wrapping import AllLines
from app.words import say, say_in


@dataclass(frozen=True, slots=True)
class Text:
    """What stands on a page; where something is empty there is nothing."""

    heading: str
    lines: tuple[str, ...] = ()
    aside: str = ""
    """Good to know before going on; in a box of its own."""
    buttons: tuple[str, ...] = ()
    """The first is the one thing to do next."""
    has_tick: bool = False

    @property
    def spoken(self) -> str:
        """Return the whole as one says it."""
        return " ".join(part for part in (self.heading, *self.lines, self.aside) if part)


class PairPage(QScrollArea):
    """Heading, a few lines, a tick and buttons in the middle; scrolls where there is no room."""

    lines_ticked = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inside = QWidget(self)
        inside.setAutoFillBackground(False)
        middle, column = middle_column(inside)
        column.setContentsMargins(4, 4, 4, 4)
        self._heading = _label(middle, "question")
        column.addWidget(self._heading)
        column.addSpacing(theme.scaled(4))
        self._lines = [_label(middle, "reading") for _ in range(5)]
        for line in self._lines:
            column.addWidget(line)
        self._build_box(middle, column)
        self._build_tick(middle, column)
        column.addSpacing(theme.scaled(8))
        row_of_buttons = QWidget(middle)
        flow = FlowLayout(row_of_buttons, theme.GRID)
        self.buttons = [Choice("flat" if i else "primary", row_of_buttons) for i in range(3)]
        for button in self.buttons:
            flow.addWidget(button)
        column.addWidget(row_of_buttons)
        column.addStretch(3)
        self.setWidget(inside)
        self.tick.asked.connect(self.lines_ticked)

    def _build_box(self, middle: QWidget, column: QVBoxLayout) -> None:
        """Lay what is good to know, in a box of its own."""
        self._box = QFrame(middle)
        self._box.setProperty("role", "card")
        in_box = QVBoxLayout(self._box)
        in_box.setContentsMargins(*[theme.scaled(14)] * 4)
        self._aside = _label(self._box, "reading")
        in_box.addWidget(self._aside)
        column.addSpacing(theme.scaled(4))
        column.addWidget(self._box)

    def _build_tick(self, middle: QWidget, column: QVBoxLayout) -> None:
        """Lay the tick that says that all lines are drawn."""
        self._last = QWidget(middle)
        in_last = QVBoxLayout(self._last)
        in_last.setContentsMargins(0, theme.scaled(4), 0, 0)
        in_last.setSpacing(0)
        caption = say_in("PairPage", "I have drawn the links between my partners")
        self.tick = Tick(caption, parent=self._last)
        meaning = _label(self._last, "label")
        meaning.setText(say("Two partners without a link then do not know each other."))
        meaning.setProperty("role", "soft")
        below_words(meaning)
        self.tick.setAccessibleDescription(meaning.text())
        in_last.addWidget(self.tick)
        in_last.addWidget(meaning)
        column.addWidget(self._last)

    def show_text(self, text: Text, *, ticked: bool) -> None:
        """Show a page; `ticked` says that all lines are drawn."""
        self._heading.setText(text.heading)
        lines = (*text.lines, *[""] * len(self._lines))
        for label, line in zip(self._lines, lines, strict=False):
            label.setText(line)
            label.setVisible(bool(line))
        self._aside.setText(text.aside)
        self._box.setVisible(bool(text.aside))
        self.tick.show_state(ticked)
        self._last.setVisible(text.has_tick)
        buttons = (*text.buttons, *[""] * len(self.buttons))
        for button, words in zip(self.buttons, buttons, strict=False):
            button.setText(words)
            button.setVisible(bool(words))
        self.setAccessibleName(text.spoken)

    def take_keyboard(self) -> None:
        """Give the keyboard to the one thing to do next, or to all of it where that scrolls."""
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._begin_at_top)  # once it has its size

    def _begin_at_top(self) -> None:
        """Begin where one reads: the button below would be brought in sight, and hide that."""
        bar = self.verticalScrollBar()
        if self.buttons[0].hasFocus() and bar.maximum() > 0:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            bar.setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do the next thing by Enter; the arrows and Page keys scroll."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            self.buttons[0].click()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the rest scrolls."""
        return QSize(theme.scaled(120), theme.scaled(60))


def _label(parent: QWidget, role: str) -> QLabel:
    label = AllLines(parent=parent)
    label.setFont(theme.font(role))
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
