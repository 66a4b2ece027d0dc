"""What to talk about: one question at a time, large enough for two, with room for my notes."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.analysis.gaps import LESS_OFTEN, gaps
from app.document import Document
from app.models.network import Answer, Map
from app.models.vocabulary import Question, vocabulary
from app.views.exchange.guest import MapPair
from app.views.exchange.ratings import apart, said
from app.views.widgets import theme
from app.views.widgets.fields import soft_line
from app.views.widgets.notes import Notes, large
from app.views.widgets.speech import announce
from app.views.widgets.wrapping import AllLines
from app.words import current_language, filled, joined, say, say_in

_MOST_NAMED: Final = 6


def questions() -> tuple[Question, ...]:
    """Return the questions for two people who exchange, in order."""
    return tuple(q for q in vocabulary().questions.values() if q.theme == "exchange")


class Talk(QWidget):
    """A question, what these two maps have to say to it, and a place to write.

    Notes are kept with my map as they are typed; what is typed at one question is one step to
    undo. Keys: Page Down and Page Up for the next and the previous question.
    """

    done = Signal()
    """The last question has been talked about."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._questions = questions()
        self._number = 0
        self._pair: MapPair | None = None
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        middle = QWidget(self)
        middle.setMaximumWidth(theme.scaled(860))
        outer.addStretch(1)
        outer.addWidget(middle, 1000)
        outer.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, theme.GRID, 0, 0)
        column.setSpacing(16)
        column.addStretch(1)
        self._counter = soft_line()
        column.addWidget(self._counter)
        self.question = QLabel(self)
        self.question.setWordWrap(True)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setFont(large())
        column.addWidget(self.question)
        self.fact = AllLines(parent=self)
        self.fact.setTextFormat(Qt.TextFormat.PlainText)
        self.fact.setProperty("role", "soft")
        self.fact.setFont(theme.font("reading"))
        column.addWidget(self.fact)
        column.addSpacing(theme.GRID)
        self._caption = soft_line()
        column.addWidget(self._caption)
        self.notes = Notes(self)
        self.notes.setFont(theme.font("reading"))
        self.notes.written.connect(self._write)
        self.notes.setMinimumHeight(theme.scaled(96))
        self.notes.setMaximumHeight(theme.scaled(220))
        column.addWidget(self.notes, 3)
        self._build_ways(column)
        column.addStretch(2)
        document.changed.connect(self._follow)

    def _build_ways(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(8)
        self.back = QPushButton(say("Previous"), self)
        self.next = QPushButton(self)
        self.next.setProperty("role", "primary")
        for button, turns in ((self.back, self.go_back), (self.next, self._press_next)):
            button.setMinimumSize(96, theme.scaled(36))
            button.clicked.connect(turns)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.next)

    def begin(self) -> None:
        """Begin at the first question."""
        self._document.end_merging()
        self._number = 0

    def show_pair(self, pair: MapPair) -> None:
        """Show what two maps give to talk about."""
        self._pair = pair
        self._show()

    @property
    def current(self) -> Question:
        """Return the question that is asked."""
        return self._questions[self._number]

    def go_on(self) -> None:
        """Ask the next question."""
        self._turn(1)

    def go_back(self) -> None:
        """Ask the previous question."""
        self._turn(-1)

    def _press_next(self) -> None:
        if self._is_last:
            self.done.emit()
        else:
            self.go_on()

    @property
    def _is_last(self) -> bool:
        return self._number == len(self._questions) - 1

    def _turn(self, by: int) -> None:
        number = min(max(self._number + by, 0), len(self._questions) - 1)
        if number == self._number:
            return
        self._document.end_merging()
        self._number = number
        self._show()
        self.notes.setFocus()  # what is typed now is about this question
        spoken = " ".join(part for part in (self.question.text(), self.fact.text()) if part)
        announce(self, spoken)

    def _show(self) -> None:
        if self._pair is None:
            return
        number = say("Question {n} of {total}", n=self._number + 1)
        self._counter.setText(filled(number, total=len(self._questions)))
        self.question.setText(self.current.label(current_language()))
        self.fact.setText(_FACTS[self.current.id](self._pair) if self.current.id in _FACTS else "")
        self.back.setEnabled(self._number > 0)
        self.next.setText(say_in("Talk", "Done") if self._is_last else say("Next question"))
        editable = self._document.is_editable
        self._caption.setText(
            say("My notes; they stay with my map.")
            if editable
            else say("My map is finished. Reopen it to add notes.")
        )
        self.notes.setReadOnly(not editable)
        self.notes.setAccessibleName(f"{self._caption.text()} {self.question.text()}")
        self._show_notes()

    def _show_notes(self) -> None:
        if not self._document.is_open:
            return
        answers = self._document.map.all_of(Answer)
        written = next((a.text for a in answers if a.question == self.current.id), "")
        self.notes.show_text(written)

    def _write(self, text: str) -> None:
        if not self._document.answer(self.current.id, text):
            self._show_notes()

    def _follow(self, before: object, after: object) -> None:
        if self.isVisible():
            self._show_notes()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn to the next or the previous question."""
        if event.key() == Qt.Key.Key_PageDown:
            self.go_on()
        elif event.key() == Qt.Key.Key_PageUp:
            self.go_back()
        else:
            super().keyPressEvent(event)


# What two maps say to a question.


def _kinds(kinds: tuple[str, ...]) -> str:
    labels = [vocabulary().kind_label(kind, current_language()) for kind in kinds[:_MOST_NAMED]]
    more = len(kinds) - len(labels)
    return joined(labels) + (f" (+{more})" if more else "")


def _only_theirs(pair: MapPair) -> str:
    kinds = _kinds(pair.in_common.only_theirs)
    if not kinds:
        return say("Every type on their map is on mine as well.")
    text = say("Only on their map: {kinds}")
    return filled(text, kinds=kinds)


def _only_mine(pair: MapPair) -> str:
    kinds = _kinds(pair.in_common.only_mine)
    if not kinds:
        return say("Every type on my map is on theirs as well.")
    text = say("Only on my map: {kinds}")
    return filled(text, kinds=kinds)


def _differs_most(pair: MapPair, scale: str, least: int) -> str:
    """Return the kind on which the two answers are furthest apart, with both in words.

    Where they are less than `least` steps apart, it says so.
    """
    given = [
        (both, far) for both in pair.in_common.shared if (far := apart(both, scale)) is not None
    ]
    if not given:
        return say("There is no type of partner for which you both answered this.")
    most, furthest = max(given, key=lambda pair: pair[1])
    if not furthest:
        return say("You do not differ here: your answers are the same for each type.")
    text = joined((_kinds((most.kind,)), said(most, scale)), between=": ")
    if furthest < least:
        text = say("Your answers are similar here. The biggest difference: {most}", most=text)
    return text


def _importance_differs(pair: MapPair) -> str:
    return _differs_most(pair, "importance", 1)


def _contact_differs(pair: MapPair) -> str:
    return _differs_most(pair, "frequency", 2)


def _rare_for_both(pair: MapPair) -> str:
    """Return the kinds that are important but less often seen on both maps."""
    mine, theirs = (_kinds_in(whole) for whole in (pair.mine, pair.theirs))
    shared = [both.kind for both in pair.in_common.shared]
    kinds = _kinds(tuple(kind for kind in shared if kind in mine and kind in theirs))
    if not kinds:
        return say("There is no type of partner for which both maps say this.")
    text = say("On both maps: {kinds}")
    return filled(text, kinds=kinds)


def _kinds_in(whole: Map) -> set[str | None]:
    rows = gaps(whole).rows
    return {row.partner.kind for row in rows if row.quadrant == LESS_OFTEN}


_FACTS: Final[dict[str, Callable[[MapPair], str]]] = {
    "R24": _only_theirs,
    "R28": _only_mine,
    "R29": _importance_differs,
    "R30": _contact_differs,
    "R31": _rare_for_both,
}
"""By question: what these two maps say to it."""
