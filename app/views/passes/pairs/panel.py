"""The pair-by-pair pass: of every two partners, whether they know each other."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.document import Document
from app.models.network import Changes
from app.views.passes.pairs import texts
from app.views.passes.pairs.answers import AnswerButton
from app.views.passes.pairs.census import NO, UNKNOWN, YES, Census
from app.views.passes.pairs.page import PairPage
from app.views.passes.pairs.stage import PairStage
from app.views.passes.pairs.texts import Offer
from app.views.passes.rating.asking import Asking, fitting_font
from app.views.passes.rating.parts import Choice
from app.views.widgets import theme
from app.views.widgets.keys import digit_of
from app.words import filled, joined, say, say_in

# Yes, ja; no, nee; weet ik niet.
_LETTERS: Final = {"y": YES, "j": YES, "n": NO, "w": UNKNOWN, "?": UNKNOWN}
_DIGITS: Final = {1: YES, 2: NO, 3: UNKNOWN}


class PairPass(Asking):
    """Asks of one pair at a time, person by person, and stores each answer at once.

    Keys: Y, J or 1 for yes, N or 2 for no, ?, W or 3 for don't know; Space or Right leaves a
    pair open, Backspace or Left goes back, Enter presses the first button of a page, Escape
    leaves.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._census = Census(document)
        self._has_begun = False
        self._offers: tuple[Offer, ...] = ()
        self._build()
        document.changed.connect(self._follow)
        document.opened.connect(self._start_anew)
        self._show()

    def _build(self) -> None:
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._leave = self._button(say_in("PairPass", "Done"), say("To the map (Esc)"))
        self.page = PairPage(self)
        self._asking = QWidget(self)
        self._question = QLabel(say("Do these two know each other?"), self._asking)
        self._question.setFont(theme.font("strong"))
        self._question.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._question.setWordWrap(True)
        self.stage = PairStage(self._asking)
        self.back = self._button(say("Previous"), say("The previous pair (Backspace)"))
        self.skip = self._button(say("Skip"), say("Skip this pair (Space)"))
        self.answers = [
            AnswerButton(YES, say("Y"), say("Yes"), say("yes"), self._asking),
            AnswerButton(NO, say("N"), say("No"), say("no"), self._asking),
            AnswerButton(UNKNOWN, "?", say("Don’t know"), say("don’t know"), self._asking),
        ]
        self._lay_top(self._leave)
        self._column.addWidget(self.page, 1)
        self._column.addWidget(self._asking, 1)
        self._inner = inner = QVBoxLayout(self._asking)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addStretch(1)
        inner.addWidget(self._question)
        inner.addWidget(self.stage, 20)
        inner.addStretch(1)
        self._lay_ways(inner, self.back, self.skip)
        three = QHBoxLayout()
        inner.addLayout(three, 22)
        for answer in self.answers:
            three.addWidget(answer, 1)
            answer.clicked.connect(self._press_answer)
        self.back.clicked.connect(self._go_back)
        self.skip.clicked.connect(self._skip)
        self.page.lines_ticked.connect(self._tick_lines)
        for button in self.page.buttons:
            button.clicked.connect(self._press_offer)
        stops = (self.stage, *self.answers, self.back, self.skip, self.page.tick)
        self._lay_stops(*stops, *self.page.buttons, self._leave)

    # What there is to see.

    @property
    def current(self) -> tuple[str, str] | None:
        """Return the ids of the pair that is asked about, or None where none is."""
        return self._census.current if self._is_asking else None

    @property
    def waiting(self) -> int:
        """Return how many pairs are still to come."""
        return self._census.waiting

    @property
    def _is_asking(self) -> bool:
        takes_answers = self._document.is_editable and bool(self._census.pairs)
        return takes_answers and self._has_begun and self._census.current is not None

    def start(self) -> None:
        """Say what comes, and take the keyboard."""
        self._has_begun = self._is_stale = False
        self._census.read()
        self._show()
        self._take_focus()

    def _standing(self) -> tuple[bool, Census]:
        return self._has_begun, self._census

    def _stand(self, standing: tuple[bool, Census], *, as_it_was: bool) -> None:
        self._has_begun, census = standing
        if as_it_was:
            self._census = census

    def _start_anew(self) -> None:
        self._has_begun = False
        self._census.read()
        self._show()

    def _take_focus(self) -> None:
        target = self.stage if self._is_asking else self.page.buttons[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Answering.

    def _answer(self, answer: str) -> None:
        """Store an answer and say it before the next pair."""
        pair = self.current
        if pair is None:
            return
        names = [self._census.partner(key).name for key in pair]
        self._is_answering = True
        is_stored = self._census.answer(answer)
        self._is_answering = False
        if is_stored:
            full = next(one.full for one in self.answers if one.answer == answer)
            self._say(joined((joined(names, between=" – "), full), between=": "))
        self._show()

    def _press_answer(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, AnswerButton):
            self._answer(pressed.answer)

    def _skip(self) -> None:
        self._census.skip()
        self._show()

    def _go_back(self) -> None:
        if self._has_begun:
            self._census.back()
            self._show()

    def _press_offer(self) -> None:
        pressed = self.sender()
        offer = self._offers[self.page.buttons.index(pressed)]  # type: ignore[arg-type]
        if offer is Offer.LEAVE:
            self.left.emit()
            return
        self._has_begun = True
        self._census.read(everything=offer is Offer.ALL)
        self._show()
        self._take_focus()

    def _tick_lines(self, wanted: bool) -> None:
        self._document.end_merging()
        self._document.set_network(lines_drawn=wanted)

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, skip, go back, press or leave."""
        key = event.key()
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if plain != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left):
            self._go_back()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            if not event.isAutoRepeat() and isinstance(focus, Choice):
                focus.click()
            elif not event.isAutoRepeat() and not self._is_asking:
                self.page.buttons[0].click()
        elif event.isAutoRepeat() or not self._is_asking:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Right):
            self._skip()
        elif answer := _answer_of(event):
            self._answer(answer)
        else:
            super().keyPressEvent(event)

    # Following the document.

    def _follow(self, before: Changes, after: Changes) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        self._census.follow(before, after)
        if not self._is_answering:  # the answer is told before the next pair
            self._show()

    def _catch_up(self) -> None:
        self.start()

    # Showing and telling.

    def _show(self) -> None:
        had_focus, was_asking = self._holds_focus(), not self._asking.isHidden()
        asks = self._is_asking
        self._asking.setVisible(asks)
        self.page.setHidden(asks)
        self._text.setVisible(asks)
        self._leave.setVisible(asks)
        self._progress.setVisible(asks)
        if asks:
            self._show_pair()
        else:
            self._show_page()
        count = len(self._census.pairs)
        self._progress.show_share((count - self._census.waiting) / count if count else 0)
        if had_focus and (asks != was_asking or not self._holds_focus()):
            self._take_focus()

    def _show_pair(self) -> None:
        census, pair = self._census, self._census.current
        assert pair is not None
        first, second = (census.partner(key) for key in pair)
        self._text.setToolTip(first.name)
        self._fit_text()
        now = census.answer_of(pair)
        note = ""
        for button in self.answers:
            people = census.answered(first.id, button.answer)
            is_now = button.answer == now
            if is_now:
                note = say("now: {answer}", answer=button.full)
            names = joined(person.name for person in people)
            spoken = say("{answer} ({key} or {digit})")
            spoken = filled(spoken, answer=button.text(), key=button.key)
            spoken = filled(spoken, digit=_digit_of(button.answer))
            spoken = joined((part for part in (spoken, names) if part), between=": ")
            button.show_people(people, spoken, is_now=is_now)
        number = say("{n} of {total} pairs", n=census.number)
        number = filled(number, total=len(census.pairs))
        self._counter.setText(number)
        question = say("Do {a} and {b} know each other?")
        question = filled(question, a=first.name, b=second.name)
        spoken = joined(part for part in (question, note, number) if part)
        self.stage.show_pair((first, second), census.following, now, note, spoken)
        self.back.setEnabled(census.can_go_back)
        self._say_once(spoken)

    def _show_page(self) -> None:
        document, census = self._document, self._census
        if not census.pairs:
            text, self._offers = texts.nobody()
        elif not document.is_editable:
            is_read_only = document.library.read_only
            text, self._offers = texts.closed(
                "library_read_only" if is_read_only else "map_finished"
            )
        elif census.current is not None:
            text, self._offers = texts.beginning(census)
        else:
            text, self._offers = texts.ending(census, is_through=self._has_begun)
        self.page.show_text(text, ticked=census.lines_drawn)
        self._say_once(text.spoken)

    # Looks.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way in a small window."""
        super().resizeEvent(event)
        self._inner.setSpacing(self._column.spacing())
        self._fit_text()

    def _fit_text(self) -> None:
        """Set the heading smaller, and at last cut it, where the name is long."""
        if not self._is_asking or self._census.current is None:
            return
        name = self._census.partner(self._census.current[0]).name
        text = say("Who knows {name}?", name=name)
        wide = max(self.width() - self._leave.sizeHint().width() - theme.scaled(64), 1)
        self._text.setFont(fitting_font(text, wide, 1))
        shown = self._text.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, wide)
        self._text.setText(shown)


def _digit_of(answer: str) -> str:
    return next(str(digit) for digit, meant in _DIGITS.items() if meant == answer)


def _answer_of(event: QKeyEvent) -> str | None:
    """Return the answer that a key gives, or None."""
    letter = _LETTERS.get(event.text().lower())
    if letter or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return letter
    digit = digit_of(event, shifted=False)
    return _DIGITS.get(digit) if digit is not None else None
