"""The rating pass: people come by one at a time, and a key, drag or click puts each in a bin."""

from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.document import Document
from app.models.network import Changes, Partner
from app.settings import Settings
from app.views.passes.rating.asking import Asking, fitting_font
from app.views.passes.rating.bin import Bin
from app.views.passes.rating.bins import Bins
from app.views.passes.rating.fan import Fan
from app.views.passes.rating.marks import described
from app.views.passes.rating.parts import Choice, Slip
from app.views.passes.rating.pause import pause
from app.views.passes.rating.questions import NEEDED, STAR, Question, questions
from app.views.passes.rating.round import Round
from app.views.passes.rating.stage import Stage
from app.views.widgets import theme
from app.views.widgets.icons import shown_icon
from app.views.widgets.keys import digit_of
from app.words import filled, joined, say, say_in

_PAUSE: Final = 1500
"""Milliseconds between the last answer to a question and the next question, where no key asks."""


class RatingPass(Asking):
    """Asks one question at a time about everybody and stores each answer at once.

    Keys: a digit (S for the star) answers, Space or Right comes back to somebody later,
    Backspace or Up goes back, Enter goes on at the end of a round, Escape leaves. In a bin that
    has the focus, Up and Down walk through who is in it, a digit gives them another answer and
    Delete takes it away.
    """

    def __init__(
        self, document: Document, parent: QWidget | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(document, parent)
        self._settings = settings
        self._questions = self.questions_asked()
        self._round = self.round_of(self._questions[0])
        self._is_stale = True
        self._pulled: str | None = None
        self._is_cancelled = False
        self._onward = QTimer(self)
        self._onward.setSingleShot(True)
        self._onward.setInterval(_PAUSE)
        self._onward.timeout.connect(self._go_onward)
        self._build()
        document.changed.connect(self._follow)
        document.opened.connect(self._start_anew)
        self._ask(self._questions[0])

    def _build(self) -> None:
        self._text.setWordWrap(True)
        explained = say("To the map (Esc); everything is saved")
        self._leave = self._button(say_in("RatingPass", "Done"), explained)
        self._leave.setAccessibleName(say_in("RatingPass", "Done"))
        self.stage = Stage(self)
        self.back = self._button(say("Previous"), say("The previous card (Backspace)"))
        explained = say("Skip for now; you will be asked again at the end (Space)")
        self.later = self._button(say("Skip"), explained)
        self._bins = Bins(self._round.question.answers, self)
        self.fan = Fan(self)
        self.slip = Slip(self)
        self.slip.landed.connect(self._let_land)

        self._lay_top(self._leave)
        self._column.addWidget(self.stage, 5)
        self._lay_ways(self._column, self.back, self.later)
        self._column.addWidget(self._bins, 6)

        self.back.clicked.connect(self._go_back)
        self.later.clicked.connect(self._skip)
        self.stage.first.clicked.connect(self._go_on)
        self.stage.others[0].clicked.connect(self._do_other)
        self.stage.others[1].clicked.connect(self._ask_again)
        for source in (self.stage, self.fan):
            source.pulled.connect(self._pull)
            source.dropped.connect(self._drop)

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
        """Return how many partners have no answer to the question."""
        return self._round.remaining

    @property
    def current(self) -> str | None:
        """Return the id of the partner whose card is on, or None at the end of a round."""
        return self._round.turns.current

    def questions_asked(self) -> tuple[Question, ...]:
        """Return the questions, in the order in which they are asked."""
        return questions()

    def round_of(self, question: Question) -> Round:
        """Return a round of a question: where its answers are read and kept."""
        return Round(self._document, question)

    def start(self, question: str = "frequency") -> None:
        """Begin with a question and take the keyboard; raises KeyError for an unknown question."""
        found = {one.field: one for one in self._questions}[question]
        self._ask(found)
        self._take_focus()

    def _standing(self) -> tuple[str, Any]:
        return self.question, self._round.standing

    def _stand(self, standing: tuple[str, Any], *, as_it_was: bool) -> None:
        asked, turns = standing
        self._ask(next(one for one in self._questions if one.field == asked))
        if as_it_was:
            self._round.go_on_at(turns)

    def _start_anew(self) -> None:
        self._ask(self._questions[0])

    def _ask(self, question: Question) -> None:
        """Put a question to everybody who has no answer to it."""
        self.slip.stop()
        self.fan.fold()
        self._pulled, self._is_cancelled, self._is_stale = None, False, False
        self._round = self.round_of(question)
        bins = Bins(question.answers, self)
        self._column.replaceWidget(self._bins, bins)
        self._column.setStretchFactor(bins, 6)
        self._bins.hide()
        self._bins.deleteLater()
        self._bins = bins
        for one in bins.bins:
            one.clicked.connect(self._press_bin)
            one.pulled.connect(self._pull)
            one.dropped.connect(self._drop)
            one.attention_changed.connect(self.fan.notice)
            one.chip_reached.connect(self._reach_chip)
        self.fan.serve(bins.bins)
        stops = (self.stage, self.stage.first, *self.stage.others, self.back, self.later)
        self._lay_stops(*stops, *bins.bins, self._leave)
        self._text.setText(question.text)
        self._fit_text()
        self._said = ""
        self._show()

    def _take_focus(self) -> None:
        target = self.stage if self.current is not None else self.stage.first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Answering.

    def _answer(self, partner: Partner, value: int | None) -> bool:
        """Store an answer (None takes it away) and say it; tell whether that was carried out."""
        self._is_answering = True
        is_stored = self._round.answer(partner, value)
        self._is_answering = False
        if is_stored:
            self._tell_answer(partner, value)
        self._show()
        # A screen reader is not done with the pause that soon: there, Enter goes on.
        if is_stored and self.current is None and not QAccessible.isActive():
            self._onward.start()
        return is_stored

    def _put(self, value: int) -> None:
        """Give the card that is on an answer, and let it glide into its bin."""
        partner = self._round.current
        if partner is None:
            return
        card = self.stage.card()
        start = QRect(self.stage.mapTo(self, card.topLeft()), card.size())
        if self._answer(partner, value):
            self._glide(partner, start, value)

    def _glide(self, partner: Partner, start: QRect, value: int) -> None:
        if not self.isVisible() or (self._settings is not None and not self._settings.motion):
            self.slip.stop()
            return
        bin_ = next(one for one in self.bins if one.answer.value == value)
        end = bin_.rect_of(partner.id)
        self.slip.glide(partner, start, QRect(bin_.mapTo(self, end.topLeft()), end.size()))
        bin_.land(partner.id)

    def _let_land(self) -> None:
        for one in self.bins:
            if one.landing is not None:
                one.land(None)

    def _press_bin(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Bin):
            self.fan.hide()
            self._put(pressed.answer.value)

    def _skip(self) -> None:
        self._round.turns.skip()
        self._show()

    def _go_back(self) -> None:
        self._round.turns.back()
        self._show()
        if not self.back.hasFocus():
            self._take_focus()

    def _ask_again(self) -> None:
        self._round.turns.again()
        self._show()
        self._take_focus()

    def _next_question(self) -> Question | None:
        place = self._questions.index(self._round.question) + 1
        return self._questions[place] if place < len(self._questions) else None

    def _is_needed(self) -> bool:
        """Tell whether the next question belongs to every pass."""
        return self._questions.index(self._round.question) + 1 < NEEDED

    def _go_on(self) -> None:
        """Do the one thing that the end of a round proposes."""
        following = self._next_question()
        if self._round.people and self._is_needed() and following is not None:
            self.start(following.field)
        else:
            self.left.emit()

    def _go_onward(self) -> None:
        """Go on without a key, where everybody has an answer and the next question is needed."""
        if self.isVisible() and self.current is None and not self.remaining and self._is_needed():
            self._go_on()

    def _do_other(self) -> None:
        """Do the other thing: be done early, or go on with a question that is free to choose."""
        following = self._next_question()
        if self._is_needed() or following is None:
            self.left.emit()
        else:
            self.start(following.field)

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, go back, skip, go on or leave."""
        key, on_card = event.key(), self._bins.focused is None
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if plain != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            if self._pulled is not None:
                self._cancel_pull()
            else:
                self.left.emit()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Up):
            self._go_back()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Right) and on_card:
            if not event.isAutoRepeat():
                self._skip()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and on_card and self.current is None:
            focus = self.focusWidget()
            if isinstance(focus, Choice):
                focus.click()
            else:
                self._go_on()
        elif key == Qt.Key.Key_Delete and not on_card:
            self._rate_chip(None)
        elif not event.isAutoRepeat() and (value := self._value_of(event)) is not None:
            if on_card or not self._rate_chip(value):
                self._put(value)
        else:
            super().keyPressEvent(event)

    def _value_of(self, event: QKeyEvent) -> int | None:
        """Return the answer that a key gives, or None."""
        if self._round.question.field == STAR and event.key() == Qt.Key.Key_S:
            return 1
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not event.text().isdigit():
            return None
        digit = digit_of(event, shifted=False)
        answer = self._round.question.answer(digit) if digit is not None else None
        return answer.value if answer else None

    def _rate_chip(self, value: int | None) -> bool:
        """Give the chip that the keyboard is at another answer; tell whether there was one."""
        focused = self._bins.focused
        chosen = focused.chosen if focused else None
        if chosen is None:
            return False
        self._answer(chosen, value)
        self.fan.settle()
        return True

    # Pulling.

    def _pull(self, key: str, position: QPoint) -> None:
        partner = self._round.partner(key)
        if partner is None or self._is_cancelled:
            return
        if self._pulled is None:
            self._pulled = key
            self.fan.step_aside()
            self.stage.lift(on=key == self.current)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.slip.follow(partner, self.mapFromGlobal(position))
        target = self._bins.at(position)
        for one in self.bins:
            one.mark_target(on=one is target)

    def _drop(self, key: str, position: QPoint) -> None:
        target = None if self._is_cancelled else self._bins.at(position)
        start = self.slip.geometry()
        self._cancel_pull()
        self._is_cancelled = False
        partner = self._round.partner(key)
        if target is None or partner is None:
            return
        if self._answer(partner, target.answer.value):
            self._glide(partner, start, target.answer.value)

    def _cancel_pull(self) -> None:
        """Put the card back where it was, and hear nothing more until the mouse lets go."""
        self._pulled, self._is_cancelled = None, True
        self.slip.stop()
        self.fan.fold()
        self.stage.lift(on=False)
        self.unsetCursor()
        for one in self.bins:
            one.mark_target(on=False)

    def _reach_chip(self, key: str) -> None:
        partner = self._round.partner(key)
        if partner is not None:
            self._say(partner.name)
        self.fan.settle()

    # Following the document.

    def _follow(self, before: Changes, after: Changes) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        self._round.follow(before, after)
        if not self._is_answering:  # the answer is told before the next card
            self._show()

    def _catch_up(self) -> None:
        self._ask(self._round.question)

    # Showing and telling.

    def _show(self) -> None:
        self._onward.stop()
        round_, current = self._round, self._round.current
        self._show_bins(current)
        had_focus = self.stage.hasFocus() or self._has_pause_focus()
        if current is None:
            self._show_pause()
        else:
            value = round_.value(current)
            answer = round_.question.answer(value) if value is not None else None
            note = say("now: {answer}", answer=answer.full) if answer else ""
            number = self._counted(round_.turns.number)
            parts = (current.name, described(current), note, number)
            spoken = joined(part for part in parts if part)
            self.stage.show_cards([current, *round_.following], note, spoken)
            self._counter.setText(number)
            self._say_once(spoken)
        if had_focus:
            self._take_focus()
        count = len(round_.people)
        for widget in (self.back, self.later, self._counter, self._progress):
            widget.setVisible(count > 0)
        self.back.setEnabled(round_.turns.can_go_back)
        self.later.setEnabled(current is not None)
        self._progress.show_share((count - self.remaining) / count if count else 0)

    def _has_pause_focus(self) -> bool:
        return any(button.hasFocus() for button in (self.stage.first, *self.stage.others))

    def _show_bins(self, current: Partner | None) -> None:
        now = self._round.value(current) if current is not None else None
        self._bins.setVisible(bool(self._round.people))
        for one in self.bins:
            inside = self._round.inside(one.answer.value)
            spoken = say("{key}: {answer}, partners: {n}")
            spoken = filled(spoken, key=one.answer.key, n=len(inside))
            spoken = filled(spoken, answer=one.answer.full)
            one.show_people(inside, spoken=spoken, is_now=one.answer.value == now)
            able = current is not None
            one.setCursor(Qt.CursorShape.PointingHandCursor if able else Qt.CursorShape.ArrowCursor)

    def _show_pause(self) -> None:
        shown = pause(self._round, self._next_question(), is_needed=self._is_needed())
        self.stage.show_pause(shown.sentence, shown.first, (shown.other, shown.again))
        count = self._round.turns.count
        self._counter.setText(self._counted(count - self.remaining))
        self._say_once(shown.sentence)

    def _counted(self, number: int) -> str:
        text = say("{n} of {total}", n=number)
        return filled(text, total=self._round.turns.count)

    def _tell_answer(self, partner: Partner, value: int | None) -> None:
        answer = self._round.question.answer(value) if value is not None else None
        full = answer.full if answer else say("open again")
        self._say(joined((partner.name, full), between=": "))

    # Looks.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way in a small window."""
        super().resizeEvent(event)
        crowded = self.height() < theme.scaled(360)
        self._leave.setText("" if crowded else say_in("RatingPass", "Done"))
        self._leave.setIcon(shown_icon("close") if crowded else QIcon())
        self._fit_text()
        self.fan.hide()

    def _fit_text(self) -> None:
        """Set the question smaller where it would take more than two lines."""
        wide = max(self.width() - self._leave.sizeHint().width() - theme.scaled(48), 1)
        self._text.setFont(fitting_font(self._round.question.text, wide, 2))
