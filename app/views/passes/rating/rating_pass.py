"""The rating pass: people come by one at a time, and a key, drag or click puts each in a bin."""

from typing import Any, Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.document import Document
from app.models.network import Changes, Partner
from app.passes.ratings import Ratings
from app.settings import Settings
from app.views.passes.marks import described
from app.views.passes.parts import Choice
from app.views.passes.pass_base import BACK_KEYS, PRESS_KEYS, SKIP_KEYS, Pass, PassState
from app.views.passes.rating.bin import Bin
from app.views.passes.rating.bin_row import Bins, value_of
from app.views.passes.rating.card_motion import CardMotion
from app.views.passes.rating.pause import pause
from app.views.passes.rating.questions import Question, questions
from app.views.passes.rating.round import Round
from app.views.passes.rating.stage import RoundStage
from app.views.widgets import theme
from app.views.widgets.icons import shown_icon
from app.views.widgets.keys import is_plain
from app.words import filled, joined, say, say_in

_PAUSE: Final = 2500
"""Milliseconds between the last answer to a question and the next question, where no key asks."""


class RatingPass(Pass):
    """Asks one question at a time about everybody and stores each answer at once.

    Keys: a digit (S for the star) answers, Space or Right comes back to somebody later,
    Backspace or Left goes back, Enter goes on at the end of a round, Escape leaves. In a bin that
    has the focus, Up and Down walk through who is in it, a digit gives them another answer and
    Delete takes it away.
    """

    completed = Signal()
    """Everybody has an answer to what every pass asks; somebody had none when one came."""

    def __init__(
        self, document: Document, parent: QWidget | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(document, parent)
        self._settings = settings
        self._round = Round(self.questions_asked(), self.ratings_of)
        self._first: str | None = None
        self._is_stale = True
        self._began_open = False
        self._onward = QTimer(self)
        self._onward.setSingleShot(True)
        self._onward.setInterval(_PAUSE)
        self._onward.timeout.connect(self._go_onward)
        self._build()
        document.changed.connect(self._follow)
        document.opened.connect(self._start_anew)
        self._ask(self._round.question)

    def _build(self) -> None:
        onward = say("Skip for now; you will be asked again at the end")
        self._make_ways(say_in("RatingPass", "Done"), back=say("The previous card"), onward=onward)
        self.stage = RoundStage(self)
        self._bins = Bins(self._round.question.answers, self)
        self._motion = CardMotion(self, self.stage, self._partner)
        self._motion.dropped.connect(self._put_dropped)
        self.spread_bin, self.moving_card = self._motion.spread_bin, self._motion.moving_card

        self._lay_top(self._leave)
        self._column.addWidget(self._asking, 1)
        self._lay_asking(self.stage, self.back, self.skip, self._bins)

        self.back.clicked.connect(self._go_back)
        self.skip.clicked.connect(self._skip)
        self.stage.first.clicked.connect(self._go_on)
        self.stage.others[0].clicked.connect(self._do_other)
        self.stage.others[1].clicked.connect(self._ask_again)

    # What there is to see.

    @property
    def question(self) -> str:
        """Return the field of a partner that is asked about."""
        return self._round.question.field

    @property
    def bins(self) -> list[Bin]:
        """Return the bins of the question."""
        return self._bins.bins

    @property
    def remaining(self) -> int:
        """Return the number of partners without an answer to the question."""
        return self.ratings_of(self._round.question).remaining  # also while nobody looks

    @property
    def current(self) -> str | None:
        """Return the id of the partner whose card is on, or None at the end of a round."""
        return self._round.position.current

    def questions_asked(self) -> tuple[Question, ...]:
        """Return the questions, in the order in which they are asked."""
        return questions()

    def ratings_of(self, question: Question) -> Ratings:
        """Return the partners a question is about, with their answers."""
        return Ratings(self._document.map if self._document.is_open else None, question.field)

    def store(self, partner: Partner, value: int | None) -> bool:
        """Store an answer (None takes it away); tell whether that was carried out."""
        stored: Any = None if value is None else self._round.question.stored(value)
        return self._document.set_partners([partner.id], **{self.question: stored})

    def start(self, question: str = "") -> None:
        """Begin with a question, or go on where one was, and take the keyboard.

        One goes on at the first question of every pass that somebody has no answer to. Raises
        KeyError for an unknown question.
        """
        self._is_led = not self.stage.hasFocus()
        if not question:
            self._began_open = self._round.is_waiting
        self._ask(self._round.named(question) if question else self._round.first_waiting)
        self._take_focus()
        self._is_led = False

    def tell_completed(self) -> None:
        """Tell, once somebody leaves, whether all was answered while they were here."""
        if self._began_open and not self._round.is_waiting:
            self._began_open = False
            self.completed.emit()

    def _state(self) -> PassState:
        key, stood = self._document.map.network.id, self._round
        return PassState(key, self.question, stood.position, stood.latest, self._began_open)

    def _stand_as(self, state: PassState) -> None:
        self._ask(self._round.named(state.asks))
        self._round.go_on_at(state.position, state.latest)
        self._began_open = state.began_open

    def _start_anew(self) -> None:
        self._began_open = False
        self._ask(self._round.questions[0])

    def _ask(self, question: Question) -> None:
        """Put a question to everybody who has no answer to it."""
        self._is_stale = False
        self._round.begin(question)
        self._first = self.current
        bins = Bins(question.answers, self)
        bins.hold(len(self.ratings_of(question).people))
        self._inner.replaceWidget(self._bins, bins)
        self._inner.setStretchFactor(bins, bins.share)
        self._bins.hide()
        self._bins.deleteLater()
        self._bins = bins
        for one in bins.bins:
            one.clicked.connect(self._press_bin)
            one.chip_reached.connect(self._reach_chip)
        self._motion.serve(bins)
        self._said = ""
        self._show()

    def _take_focus(self) -> None:
        target = self.stage if self.current is not None else self.stage.first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Answering.

    def _answer(self, partner: Partner, value: int | None) -> bool:
        """Store an answer (None takes it away) and say it; tell whether that was carried out."""
        was_open = self._round.ratings.value(partner) is None
        self._is_answering = True
        is_stored = self.store(partner, value)
        self._is_answering = False
        if is_stored:
            self._round.answered(partner.id, is_taken_back=value is None)
            self._tell_answer(partner, value)
        self._show()
        # A screen reader is not done with the pause that soon: there, Enter goes on. Whoever
        # changes an answer may want to change another, and is not taken along either.
        if is_stored and was_open and self.current is None and not QAccessible.isActive():
            self._onward.start()
        return is_stored

    def _partner(self, key: str | None) -> Partner | None:
        return self._document.map.partner(key) if key and self._document.is_open else None

    def _put(self, value: int) -> None:
        """Give the card that is on an answer, and let it glide into its bin."""
        partner = self._partner(self.current)
        if partner is None:
            return
        card = self.stage.card()
        start = QRect(self.stage.mapTo(self, card.topLeft()), card.size())
        if self._answer(partner, value):
            self._glide(partner, start, value)

    def _glide(self, partner: Partner, start: QRect, value: int) -> None:
        if self.isVisible() and (self._settings is None or self._settings.motion):
            self._motion.glide(partner, start, value)
        else:
            self.moving_card.stop()

    def _press_bin(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Bin):
            self.spread_bin.hide()
            self._put(pressed.answer.value)

    def _skip(self) -> None:
        self._round.position = self._round.position.later()
        self._show()

    def _go_back(self) -> None:
        self._round.position = self._round.position.back()
        self._show()
        if not self.back.hasFocus():
            self._take_focus()

    def _ask_again(self) -> None:
        self._round.position = self._round.position.again()
        self._show()
        self._take_focus()

    def _go_on(self) -> None:
        """Do what the first button at the end of a round says: ask the next question, or leave."""
        self._lead(asks=self._round.is_needed)

    def _do_other(self) -> None:
        """Do the other thing: be done early, or go on with a question that is free to choose."""
        self._lead(asks=not self._round.is_needed)

    def _lead(self, *, asks: bool) -> None:
        following = self._round.following
        if asks and following is not None:
            self.start(following.field)
        else:
            self.left.emit()

    def _go_onward(self) -> None:
        """Go on without a key, where everybody has an answer and the next question is needed."""
        is_done = self.current is None and not self.remaining
        if self.isVisible() and is_done and self._round.is_needed:
            self._go_on()

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, go back, skip, go on or leave."""
        key, on_card = event.key(), self._bins.focused is None
        if not is_plain(event):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            (self._motion.cancel if self._motion.is_on else self.left.emit)()
        elif key in BACK_KEYS:
            self._go_back()
        elif key in SKIP_KEYS and on_card:
            if not event.isAutoRepeat():
                self._skip()
        elif key in PRESS_KEYS and on_card and self.current is None:
            focus = self.focusWidget()
            if isinstance(focus, Choice):
                focus.click()
            else:
                self._go_on()
        elif key == Qt.Key.Key_Delete and not on_card:
            self._rate_chip(None)
        elif (
            not event.isAutoRepeat()
            and (value := value_of(event, self._round.question)) is not None
        ):
            if on_card or not self._rate_chip(value):
                self._put(value)
        else:
            super().keyPressEvent(event)

    def _rate_chip(self, value: int | None) -> bool:
        """Give the chip that the keyboard is at another answer; tell whether there was one."""
        focused = self._bins.focused
        chosen = focused.chosen if focused else None
        if chosen is None:
            return False
        self._answer(chosen, value)
        self.spread_bin.settle()
        return True

    def _put_dropped(self, key: str, value: int) -> None:
        """Give somebody the answer of the bin in which they were let go."""
        partner = self._partner(key)
        if partner is not None and self._answer(partner, value):
            self._glide(partner, self._motion.start, value)

    def _reach_chip(self, key: str) -> None:
        partner = self._partner(key)
        if partner is not None:
            self._say(partner.name)
        self.spread_bin.settle()

    # Following the document.

    def _follow(self, before: Changes, after: Changes) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        if self._is_answering:  # the answer is told before the next card
            self._round.catch_up()
            return
        elsewhere = self._round.follow(before, after)
        if elsewhere is not None:
            self._ask(elsewhere)
            self._round.go_to_whom(before, after)
        self._show()

    def _catch_up(self) -> None:
        self._is_stale = False
        self._round.catch_up()
        self._show()

    # Showing and telling.

    def _show(self) -> None:
        self._onward.stop()
        current = self._partner(self.current)
        self._show_bins(current)
        had_focus = self.stage.hasFocus() or self._has_pause_focus()
        if current is None:
            self._ask_in_words("")
            self._show_pause()
        else:
            is_led, self._is_led = self._is_led, self._is_led or self._has_pause_focus()
            self._show_card(current)
            self._is_led = is_led
        if had_focus:
            self._take_focus()
        count = len(self._round.ratings.people)
        for widget in (self.back, self.skip, self._counter, self._progress):
            widget.setVisible(count > 0)
        self.back.setEnabled(self._round.position.can_go_back)
        self.skip.setEnabled(current is not None)
        self._progress.show_share((count - self.remaining) / count if count else 0)

    def _show_card(self, current: Partner) -> None:
        question = self._round.question.about(current.name)
        self._ask_in_words(question)
        value = self._round.ratings.value(current)
        answer = self._round.question.answer(value)
        note = say("now: {answer}", answer=answer.full) if answer else ""
        self._name_onward(answered=answer is not None)
        number = self._counted(self._round.position.number)
        more = joined(part for part in (described(current), note, number) if part)
        spoken = joined((current.name, more))
        if current.id == self._first:
            spoken = f"{question} {more}"  # the question names who it is about
        following = (self._partner(key) for key in self._round.position.following[:2])
        self.stage.show_cards([current, *(p for p in following if p)], note, spoken)
        self._counter.setText(number)
        self._say_card(spoken)

    def _has_pause_focus(self) -> bool:
        return any(button.hasFocus() for button in (self.stage.first, *self.stage.others))

    def _show_bins(self, current: Partner | None) -> None:
        now = self._round.ratings.value(current) if current is not None else None
        self._bins.setVisible(bool(self._round.ratings.people))
        for one in self.bins:
            inside = self._round.inside(one.answer.value)
            spoken = say("{key}: {answer}, partners: {n}")
            spoken = filled(spoken, key=one.answer.key, answer=one.answer.full, n=len(inside))
            one.show_people(inside, spoken=spoken, is_now=one.answer.value == now)
            able = current is not None
            one.setCursor(Qt.CursorShape.PointingHandCursor if able else Qt.CursorShape.ArrowCursor)

    def _show_pause(self) -> None:
        shown = pause(self._round)
        self.stage.show_pause(shown.sentence, shown.first, (shown.other, shown.again))
        self._counter.setText(self._counted(self._round.position.count - self.remaining))
        self._say_once(shown.sentence)

    def _counted(self, number: int) -> str:
        return say("{n} of {total}", n=number, total=self._round.position.count)

    def _tell_answer(self, partner: Partner, value: int | None) -> None:
        answer = self._round.question.answer(value)
        full = answer.full if answer else say("open again")
        self._say(joined((partner.name, full), between=": "))

    # Looks.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way in a small window."""
        super().resizeEvent(event)
        crowded = self.height() < theme.scaled(360)
        self._leave.setText("" if crowded else say_in("RatingPass", "Done"))
        self._leave.setIcon(shown_icon("close") if crowded else QIcon())
        self.spread_bin.hide()
