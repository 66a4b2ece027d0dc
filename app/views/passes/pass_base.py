"""What the passes have in common: one thing is asked at a time, in one place, by key or pointer."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.document import Document
from app.passes.position import Position
from app.views.passes.card import BEHIND
from app.views.passes.parts import Choice, Progress
from app.views.widgets import theme
from app.views.widgets.icons import shown_icon
from app.views.widgets.keys import with_key
from app.views.widgets.speech import announce
from app.views.widgets.wrapping import rejoined, wrapped
from app.words import say

ABOVE: Final = 28
"""Pixels between the question and the card."""
_HIGH: Final = 760
"""Pixels from which the answers stand a little off from the ways on."""
SHARE: Final = 44
"""Of the room that is left the answers have this, the card 40."""
BINS: Final = 220
"""Height of the answers where there is room."""
_LAPTOP: Final = 500
"""From this height on the question is what is read first, as in a window on a small laptop."""
LOW: Final = 275
"""From this height on there is room for what a card says beside a name."""
CARD: Final = 90
"""Height of a card with a name, and what it says of it on two lines."""
FOOT: Final = 40
"""Height of the row below the answers, which is kept free where a pass has nothing for it."""

BACK_KEYS: Final = (Qt.Key.Key_Backspace, Qt.Key.Key_Left)
SKIP_KEYS: Final = (Qt.Key.Key_Space, Qt.Key.Key_Right)
PRESS_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""What goes back, on without an answer, and presses what has the keyboard, in every pass."""


@dataclass(frozen=True)
class PassState:
    """Where a pass stands, for one that is built anew: which map, what is asked, and the card."""

    map: str
    asks: str
    """The field that is asked about, or whether the pass has begun; "" before it has."""
    position: Position[Any]
    latest: tuple[str, ...] = ()
    """Who was answered last, the last of them at the end."""
    began_open: bool = False
    """Somebody had no answer yet when one came to the pass."""


class Pass(QWidget):
    """A pass: the way out and a line of progress, then question, card and answers below it.

    Question, card and answers have one place in all passes.
    """

    left = Signal()
    """The person is done, or leaves; everything is stored."""

    shows_keyboard = True
    """The keys answer the question, whatever it is: a ring around a whole screen says nothing."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._is_answering = self._is_stale = False
        self._said = ""
        self._is_coming = False
        self._is_led = False
        """The keyboard is being led to the card, which is heard as it comes there."""
        self._question_text = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.question_label = QLabel(self)
        self.question_label.setTextFormat(Qt.TextFormat.PlainText)
        self.question_label.setAlignment(
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        )
        self.question_label.setMinimumWidth(1)
        self._progress = Progress(self)
        self._counter = QLabel(self)
        self._counter.setProperty("role", "soft")
        self._counter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._gap, self._gap_below = QWidget(self), QWidget(self)
        self._foot = QWidget(self)
        self._asking = QWidget(self)
        self._column = QVBoxLayout(self)
        self._inner = QVBoxLayout(self._asking)
        self._inner.setContentsMargins(0, 0, 0, 0)

    # Building.

    def _button(self, text: str, explained: str, key: str) -> Choice:
        button = Choice("flat", self)
        button.setText(text)
        button.setToolTip(with_key(explained, key))
        return button

    def _make_ways(self, done: str, *, back: str, onward: str) -> None:
        """Make the buttons that leave, go back and go on without an answer."""
        self._leave = self._button(done, say("To the map"), "Esc")
        self._leave.setAccessibleName(done)  # a crowded pass shows a cross alone
        self.back = self._button(say("Previous"), back, "Backspace")
        self.skip = self._button(say("Skip"), onward, "Space")

    def _name_onward(self, *, answered: bool) -> None:
        """Call the way on what it is: who has an answer is not passed over."""
        self.skip.setText(say("Next") if answered else say("Skip"))

    def _lay_top(self, leave: Choice) -> None:
        """Lay the button that leaves, and the line of progress."""
        leave.clicked.connect(self.left)
        top = QHBoxLayout()
        self._column.addLayout(top)  # filled only now: see docs/decisions/0008-qt.md
        top.addStretch(1)
        top.addWidget(leave, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._progress)

    def _lay_asking(self, stage: QWidget, back: Choice, onward: Choice, answers: QWidget) -> None:
        """Lay question, card, the ways on and the answers, each in its one place."""
        column = self._inner
        self._cards = stage
        stage.setMaximumHeight(theme.scaled(204))
        answers.setMaximumHeight(theme.scaled(BINS))
        column.addStretch(1)
        column.addWidget(self.question_label)
        column.addWidget(self._gap)
        column.addWidget(stage, 40)
        self._lay_ways(column, back, onward)
        column.addWidget(self._gap_below)
        column.addWidget(answers, SHARE)
        column.addWidget(self._foot)
        column.addStretch(1)

    def _lay_ways(self, column: QVBoxLayout, back: Choice, onward: Choice) -> None:
        """Lay a row with the way back, the counter, and the way on without an answer."""
        back.setIcon(shown_icon("left"))
        onward.setIcon(shown_icon("right"))
        onward.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for button in (back, onward):
            button.setIconSize(QSize(theme.scaled(16), theme.scaled(16)))
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(theme.GRID)
        row.addStretch(1)
        for widget in (back, self._counter, onward):
            row.addWidget(widget)
        row.addStretch(1)

    # Coming and going.

    @property
    def place(self) -> PassState:
        """Return the position in the pass, to restore it in a pass that is built anew."""
        return self._state()

    def go_on_at(self, place: PassState) -> None:
        """Go on where another pass stood; what changed since is followed."""
        if place.map == self._document.map.network.id:
            self._stand_as(place)
            self._show()
            self._take_focus()

    def _state(self) -> PassState:
        raise NotImplementedError

    def _stand_as(self, state: PassState) -> None:
        """Stand where another pass stood."""
        raise NotImplementedError

    def _show(self) -> None:
        raise NotImplementedError

    def _take_focus(self) -> None:
        raise NotImplementedError

    def _catch_up(self) -> None:
        """Show what changed out of sight."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed out of sight."""
        super().showEvent(event)
        if self._is_stale:
            self._is_coming = True  # it begins next, and says so then
            self._catch_up()
            self._is_coming = False

    def hideEvent(self, event: QHideEvent) -> None:
        """Say everything again when it comes back."""
        super().hideEvent(event)
        self._said = ""

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    # Telling.

    def _say_once(self, text: str) -> None:
        """Announce what there is to see, unless it was announced last."""
        if text != self._said and self.isVisible() and not self._is_coming:
            self._said = text
            self._say(text)

    def _say_card(self, text: str) -> None:
        """Announce whose card is on; where the keyboard is led to it, its name says it."""
        if self._is_led and self.isVisible():
            self._said = text
        else:
            self._say_once(text)

    def _say(self, text: str) -> None:
        if self.isVisible():
            announce(self, text)

    # Looks.

    def _ask_in_words(self, question: str) -> None:
        """Show a question above the card."""
        self._question_text = question
        self._fit_question()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way in a small window."""
        super().resizeEvent(event)
        roomy = self.is_roomy
        margin = 24 if roomy else theme.GRID
        self._column.setContentsMargins(margin, margin * 2 // 3, margin, margin)
        for layout in (self._column, self._inner):
            layout.setSpacing(theme.GRID * 3 // 2 if roomy else theme.GRID // 2)
        has_lines = self.height() >= theme.scaled(LOW)
        self._cards.setMinimumHeight(theme.scaled(CARD) if has_lines else 0)
        self._foot.setVisible(roomy or self._foot.layout() is not None)
        self._foot.setFixedHeight(
            theme.scaled(FOOT) if roomy else max(self._foot.sizeHint().height(), 0)
        )
        self._fit_question()

    @property
    def is_roomy(self) -> bool:
        """Tell whether there is room for everything at its own size."""
        return self.width() >= 700 and self.height() >= theme.scaled(620)

    def _fit_question(self) -> None:
        """Set a question in two lines at most, in smaller letters where it is long."""
        wide = max(self.width() - theme.scaled(64), 1)
        most = 1 if self.height() < theme.scaled(360) else 2
        roles = ("question", "heading", "strong", "label") if self.is_roomy else ("strong", "label")
        if not self.is_roomy and self.height() >= theme.scaled(_LAPTOP):
            roles = ("heading", *roles)
        for role in roles:
            font = theme.font(role)
            lines = wrapped(self._question_text, wide, font)
            if len(lines) <= (1 if role == "heading" and not self.is_roomy else most):
                break
        metrics = QFontMetrics(font)
        if len(lines) > most + 1:  # one line too many is better read than cut
            rest = rejoined(lines[most - 1 :])
            cut = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, wide)
            lines = (*lines[: most - 1], cut)
        self.question_label.setFont(font)
        self.question_label.setText("\n".join(lines))
        self.question_label.setToolTip(self._question_text)
        # The same room whatever it says: the card does not move from question to question.
        least = (2 if self.is_roomy else 1) * QFontMetrics(theme.font(roles[0])).height()
        high = max(metrics.height() * len(lines), least)
        self.question_label.setFixedHeight(high)
        gap = (
            theme.scaled(ABOVE) - 2 * self._column.spacing() - theme.scaled(BEHIND)
            if self.is_roomy
            else 0
        )
        below = theme.GRID if self.height() >= theme.scaled(_HIGH) else 0
        for room, high in ((self._gap, gap), (self._gap_below, below)):
            room.setFixedHeight(max(high, 0))
            room.setVisible(high > 0)
