"""The pair-by-pair pass: of every two partners, whether they know each other."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.document import Document
from app.models.network import Changes, Map
from app.models.text_form import isolated
from app.passes.pairs import NO, UNKNOWN, YES, Pairs
from app.views.passes.answers import AnswerButton
from app.views.passes.page import PairPage
from app.views.passes.pairs import texts
from app.views.passes.pairs.stage import PairStage
from app.views.passes.pairs.texts import Offer
from app.views.passes.parts import Choice
from app.views.passes.pass_base import BACK_KEYS, PRESS_KEYS, SKIP_KEYS, Pass, PassState
from app.views.widgets.keys import digit_of, is_plain
from app.words import filled, joined, phrases, say, say_in, say_n

# Yes, ja; no, nee; weet ik niet.
_LETTERS: Final = {"y": YES, "j": YES, "n": NO, "w": UNKNOWN, "?": UNKNOWN}
_NAMED: Final = 3
"""So many names are heard with an answer; of more it is heard how many there are."""
_DIGITS: Final = {1: YES, 2: NO, 3: UNKNOWN}


class PairPass(Pass):
    """Asks of one pair at a time, person by person, and stores each answer at once.

    Keys: Y, J or 1 for yes, N or 2 for no, ?, W or 3 for don't know; Space or Right leaves a
    pair open, Backspace or Left goes back, Enter presses the first button of a page, Escape
    leaves.
    """

    drew = Signal()
    """Two turned out to know each other: there is a line more on the map."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._pairs = Pairs(self._map)
        self._position = self._pairs.begun()
        self._has_begun = False
        self._offers: tuple[Offer, ...] = ()
        self._build()
        document.changed.connect(self._follow)
        document.opened.connect(self._start_anew)
        self._show()

    def _build(self) -> None:
        done = say_in("PairPass", "Done")
        self._make_ways(done, back=say("The previous pair"), onward=say("Skip this pair"))
        self.page = PairPage(self)
        self.stage = PairStage(self._asking)
        three = QWidget(self._asking)
        self.answers = [
            AnswerButton(YES, say("Y"), say("Yes"), say("yes"), three),
            AnswerButton(NO, say("N"), say("No"), say("no"), three),
            AnswerButton(UNKNOWN, "?", say("Don't know"), say("don't know"), three),
        ]
        self._lay_top(self._leave)
        self._column.addWidget(self.page, 1)
        self._column.addWidget(self._asking, 1)
        row = QHBoxLayout(three)
        row.setContentsMargins(0, 0, 0, 0)
        for answer in self.answers:
            row.addWidget(answer, 1)
            answer.clicked.connect(self._press_answer)
        self._lay_asking(self.stage, self.back, self.skip, three)
        self.back.clicked.connect(self._go_back)
        self.skip.clicked.connect(self._skip)
        self.page.lines_ticked.connect(self._tick_lines)
        for button in self.page.buttons:
            button.clicked.connect(self._press_offer)

    # What there is to see.

    @property
    def current(self) -> tuple[str, str] | None:
        """Return the ids of the pair that is asked about, or None where none is."""
        if not self._is_asking or self._position.current is None:
            return None
        stays, comes_by = self._pairs.pair(self._position.current)
        return stays.id, comes_by.id

    @property
    def waiting(self) -> int:
        """Return the number of pairs still to ask."""
        return len(self._position.coming)

    @property
    def _is_asking(self) -> bool:
        takes_answers = self._document.is_editable and bool(self._pairs.order)
        return takes_answers and self._has_begun and self._position.current is not None

    @property
    def _map(self) -> Map | None:
        return self._document.map if self._document.is_open else None

    def start(self) -> None:
        """Announce the pass, and take the keyboard."""
        self._begin_anew(asks=False)
        self._take_focus()

    def _begin_anew(self, *, asks: bool, everybody: bool = False) -> None:
        self._has_begun, self._is_stale = asks, False
        self._pairs = Pairs(self._map)
        self._position = self._pairs.begun(everybody=everybody)
        self._show()

    def _state(self) -> PassState:
        key = self._document.map.network.id
        return PassState(key, "pairs" if self._has_begun else "", self._position)

    def _stand_as(self, state: PassState) -> None:
        self._has_begun = bool(state.asks)
        self._pairs = Pairs(self._map)
        self._position = state.position.follow(self._pairs.order, self._pairs.answered)

    def _start_anew(self) -> None:
        self._begin_anew(asks=False)

    def _take_focus(self) -> None:
        if self._is_asking:
            self.stage.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.page.take_keyboard()

    # Answering.

    def _answer(self, answer: str) -> None:
        """Store an answer and say it before the next pair."""
        key, pair = self._position.current, self.current
        if key is None or pair is None:
            return
        names = [partner.name for partner in self._pairs.pair(key)]
        self._document.end_merging()  # each answer is a step of its own
        self._is_answering = True
        is_stored = self._document.set_tie(*pair, answer)
        self._is_answering = False
        if is_stored:
            self._position = self._position.answer(key)
            full = next(one.full for one in self.answers if one.answer == answer)
            self._say(joined((joined(names, between=" – "), full), between=": "))
            if answer == YES:
                self.drew.emit()
        self._show()

    def _press_answer(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, AnswerButton):
            self._answer(pressed.answer)

    def _skip(self) -> None:
        self._position = self._position.skip()
        self._show()

    def _go_back(self) -> None:
        if self._has_begun:
            self._position = self._position.back()
            self._show()

    def _press_offer(self) -> None:
        pressed = self.sender()
        offer = self._offers[self.page.buttons.index(pressed)]  # type: ignore[arg-type]
        if offer is Offer.LEAVE:
            self.left.emit()
            return
        self._begin_anew(asks=True, everybody=offer is Offer.ALL)
        self._take_focus()

    def _tick_lines(self, wanted: bool) -> None:
        self._document.end_merging()
        self._document.set_network(lines_drawn=wanted)

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, skip, go back, press or leave."""
        key = event.key()
        if not is_plain(event):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in BACK_KEYS:
            self._go_back()
        elif key in PRESS_KEYS:
            focus = self.focusWidget()
            if not event.isAutoRepeat() and isinstance(focus, Choice):
                focus.click()
            elif not event.isAutoRepeat() and not self._is_asking:
                self.page.buttons[0].click()
        elif event.isAutoRepeat() or not self._is_asking:
            super().keyPressEvent(event)
        elif key in SKIP_KEYS:
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
        asked = self._pairs = self._pairs.after(self._map)
        about = None if self._is_answering else asked.about(before, after)
        if about is not None:
            self._position = self._position.follow_undo(asked.order, asked.answered, about)
        else:
            self._position = self._position.follow(asked.order, asked.answered)
        if not self._is_answering:  # the answer is told before the next pair
            self._show()

    def _catch_up(self) -> None:
        self.start()

    # Showing and telling.

    def _show(self) -> None:
        had_focus, was_asking = self._holds_focus(), not self._asking.isHidden()
        asks = self._is_asking
        if had_focus and asks != was_asking:
            self.setFocus()  # says nothing: Qt would pass it by what comes next, aloud
        self._asking.setVisible(asks)
        self.page.setHidden(asks)
        self._leave.setVisible(asks)
        self._progress.setVisible(asks)
        if asks:
            self._is_led = had_focus and not was_asking
            self._show_pair()
            self._is_led = False
        else:
            self._show_page()
        count = len(self._pairs.order)
        self._progress.show_share((count - self.waiting) / count if count else 0)
        if had_focus and (asks != was_asking or not self._holds_focus()):
            self._take_focus()

    def _show_pair(self) -> None:
        asked, key = self._pairs, self._position.current
        assert key is not None
        first, second = asked.pair(key)
        now = asked.answer_of(key)
        note = ""
        for button in self.answers:
            people = asked.with_answer(first.id, button.answer)
            is_now = button.answer == now
            if is_now:
                note = say("now: {answer}", answer=button.full)
            names = who = joined(person.name for person in people)
            if len(people) > _NAMED:
                who = phrases.counted_people(len(people), 0)
            spoken = say("{answer} ({key} or {digit})")
            spoken = filled(spoken, answer=button.text(), key=button.key)
            spoken = filled(spoken, digit=_digit_of(button.answer))
            spoken, tip = (
                joined((part for part in (spoken, more) if part), between=": ")
                for more in (who, names)
            )
            button.show_people(people, spoken, is_now=is_now)
            button.setToolTip(tip)
        count = self._position.count
        number = say_n("{at} of {n} pair", "{at} of {n} pairs", count, at=self._position.number)
        self._counter.setText(number)
        names_of = {"a": isolated(first.name), "b": isolated(second.name)}
        question = say("Do {a} and {b} know each other?", **names_of)
        self._ask_in_words(question)
        spoken = joined(part for part in (question, note, number) if part)
        behind = asked.behind(self._position)
        self.stage.show_pair((first, second), behind, now, note, spoken)
        self.back.setEnabled(self._position.can_go_back)
        self._say_card(spoken)

    def _show_page(self) -> None:
        document, asked = self._document, self._pairs
        if not asked.order:
            text, self._offers = texts.nobody()
        elif not document.is_editable:
            is_read_only = document.library.read_only
            text, self._offers = texts.closed(
                "library_read_only" if is_read_only else "map_finished"
            )
        elif self._position.current is not None:
            text, self._offers = texts.beginning(asked, self.waiting)
        else:
            text, self._offers = texts.ending(asked, is_through=self._has_begun)
        self.page.show_text(text, ticked=asked.lines_drawn)
        self._say_once(text.spoken)


def _digit_of(answer: str) -> str:
    return next(str(digit) for digit, meant in _DIGITS.items() if meant == answer)


def _answer_of(event: QKeyEvent) -> str | None:
    """Return the answer that a key gives, or None."""
    letter = _LETTERS.get(event.text().lower())
    if letter or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return letter
    digit = digit_of(event, shifted=False)
    return _DIGITS.get(digit) if digit is not None else None
