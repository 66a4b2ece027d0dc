"""The rating pass: people come by one at a time, and a key, drag or click puts each in a bin."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.document import Document
from app.models.network import Changes, Partner
from app.settings import Settings
from app.views import theme
from app.views.buttons import shown_icon
from app.views.keys import _digit as digit_of
from app.views.rating.bins import Bin, Bins
from app.views.rating.fan import Fan
from app.views.rating.marks import described
from app.views.rating.questions import NEEDED, STAR, Question, questions
from app.views.rating.stage import Choice, Slip, Stage
from app.views.rating.turns import Turns

_LINGER: Final = 180
"""Milliseconds the pointer rests on a full bin before its chips spread out."""


class RatingPass(QWidget):
    """Asks one question at a time about everybody and stores each answer at once.

    Keys: a digit (S for the star) answers, Space or Right comes back to somebody later,
    Backspace or Up goes back, Enter goes on at the end of a round, Escape leaves. In a bin that
    has the focus, Up and Down walk through who is in it, a digit gives them another answer and
    Delete takes it away.
    """

    left = Signal()
    """The person is done, or leaves; everything is stored."""

    def __init__(
        self, document: Document, parent: QWidget | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self._questions = questions()
        self._question = self._questions[0]
        self._turns = Turns((), ())
        self._latest: list[str] = []
        self._not_starred: set[str] = set()
        """No star is no answer on the map; here it is one, once it has been given."""
        self._is_stale = True
        self._pulled: str | None = None
        self._is_cancelled = False
        self._said = ""
        self._fan_timer = QTimer(self)
        self._fan_timer.setSingleShot(True)
        self._fan_timer.setInterval(_LINGER)
        self._fan_timer.timeout.connect(self._settle_fan)
        self._build()
        document.changed.connect(self._follow)
        document.opened.connect(self._start_anew)
        self._ask(self._question)

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._leave = Choice("flat", self)
        self._leave.setText(self.tr("Done"))
        self._leave.setToolTip(self.tr("Back to the map (Esc); everything is kept"))
        self._leave.clicked.connect(self.left)
        self._progress = _Progress(self)
        self.stage = Stage(self)
        self._back = Choice("flat", self)
        self._back.setText(self.tr("Back"))
        self._back.setToolTip(self.tr("The card before this one (Backspace)"))
        self._back.setIcon(shown_icon("left"))
        self._later = Choice("flat", self)
        self._later.setText(self.tr("Later"))
        self._later.setToolTip(self.tr("Leave open; the card comes again at the end (Space)"))
        self._later.setIcon(shown_icon("right"))
        self._later.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for button in (self._back, self._later):
            button.setIconSize(QSize(theme.scaled(16), theme.scaled(16)))
        self._counter = QLabel(self)
        self._counter.setProperty("role", "soft")
        self._counter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bins = Bins(self._question.answers, self)
        self._fan = Fan(self)
        self._slip = Slip(self)
        self._slip.landed.connect(self._let_land)

        self._column = column = QVBoxLayout(self)
        top = QHBoxLayout()
        column.addLayout(top)  # filled only now: see docs/decisions/0008-qt.md
        top.addWidget(self._text, 1)
        top.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._progress)
        column.addWidget(self.stage, 5)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self._counter)
        row.addWidget(self._later)
        row.addStretch(1)
        column.addWidget(self._bins, 6)

        self._back.clicked.connect(self._go_back)
        self._later.clicked.connect(self._skip)
        self.stage.first.clicked.connect(self._go_on)
        self.stage.others[0].clicked.connect(self._do_other)
        self.stage.others[1].clicked.connect(self._ask_again)
        for source in (self.stage, self._fan):
            source.pulled.connect(self._pull)
            source.dropped.connect(self._drop)
        self._fan.attention_changed.connect(self._fan_timer.start)

    # What there is to see.

    @property
    def question(self) -> str:
        """Return the field of a partner that is asked about."""
        return self._question.field

    @property
    def remaining(self) -> int:
        """Return how many partners have no answer to the question."""
        return sum(self._value(partner) is None for partner in self._partners())

    @property
    def current(self) -> str | None:
        """Return the id of the partner whose card is on, or None at the end of a round."""
        return self._turns.current

    def start(self, question: str = "frequency") -> None:
        """Begin with a question and take the keyboard; raises KeyError for an unknown question."""
        found = {one.field: one for one in self._questions}[question]
        self._ask(found)
        self._take_focus()

    def _partners(self) -> tuple[Partner, ...]:
        return self._document.map.partners if self._document.is_open else ()

    def _value(self, partner: Partner) -> int | None:
        """Return the answer of a partner to the question, or None."""
        if self._question.field != STAR:
            value = getattr(partner, self._question.field)
            return value if isinstance(value, int) else None
        if partner.named_important:
            return 1
        return 0 if partner.id in self._not_starred else None

    def _start_anew(self) -> None:
        self._not_starred.clear()
        self._ask(self._questions[0])

    def _ask(self, question: Question) -> None:
        """Put a question to everybody who has no answer to it."""
        self._slip.stop()
        self._fan.hide()
        self._pulled, self._is_cancelled, self._is_stale = None, False, False
        self._question, self._latest = question, []
        people = self._partners()
        self._turns = Turns(
            [p.id for p in people if self._value(p) is not None],
            [p.id for p in people if self._value(p) is None],
        )
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
            one.attention_changed.connect(self._notice)
            one.chip_reached.connect(self._reach_chip)
        bins.setVisible(bool(people))
        self._text.setText(question.text)
        self._fit_text()
        self._said = ""
        self._show()

    def _take_focus(self) -> None:
        target = self.stage if self.current is not None else self.stage.first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Answering.

    def _answer(self, key: str, value: int | None) -> bool:
        """Store an answer (None takes it away); tell whether that was carried out."""
        partner = self._document.map.partner(key)
        if partner is None:
            return False
        question = self._question
        stored = None if value is None else question.stored(value)
        if question.field == STAR:
            stored = bool(value)
            if stored == partner.named_important and not self._document.is_editable:
                stored = not stored  # nothing would change, and nobody be told why not
        was_not = key in self._not_starred
        if question.field == STAR and value == 0:
            self._not_starred.add(key)
        elif question.field == STAR:
            self._not_starred.discard(key)
        if not self._document.set_partners([key], **{question.field: stored}):
            (self._not_starred.add if was_not else self._not_starred.discard)(key)
            self._show()
            return False
        if value is None:
            if self._turns.current != key:
                self._turns.take_back(key)
        else:
            self._turns.answer(key)
            self._latest = [k for k in self._latest if k != key] + [key]
        self._tell_answer(partner, value)
        self._show()
        return True

    def _put(self, value: int, start: QRect | None = None) -> None:
        """Give the card that is on an answer, and let it glide into its bin."""
        key = self.current
        partner = self._document.map.partner(key) if key is not None else None
        if partner is None:
            return
        if start is None:
            card = self.stage.card()
            start = QRect(self.stage.mapTo(self, card.topLeft()), card.size())
        if self._answer(partner.id, value):
            self._glide(partner, start, value)

    def _glide(self, partner: Partner, start: QRect, value: int) -> None:
        if not self.isVisible() or (self._settings is not None and not self._settings.motion):
            self._slip.stop()
            return
        bin_ = next(one for one in self._bins.bins if one.answer.value == value)
        end = bin_.rect_of(partner.id)
        self._slip.glide(partner, start, QRect(bin_.mapTo(self, end.topLeft()), end.size()))
        bin_.land(partner.id)

    def _let_land(self) -> None:
        for one in self._bins.bins:
            if one.landing is not None:
                one.land(None)

    def _press_bin(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Bin):
            self._fan.hide()
            self._put(pressed.answer.value)

    def _skip(self) -> None:
        self._turns.skip()
        self._show()

    def _go_back(self) -> None:
        self._turns.back()
        self._show()
        if not self._back.hasFocus():
            self._take_focus()

    def _ask_again(self) -> None:
        self._turns.again()
        self._show()
        self._take_focus()

    def _next_question(self) -> Question | None:
        place = self._questions.index(self._question) + 1
        return self._questions[place] if place < len(self._questions) else None

    def _is_needed(self) -> bool:
        """Tell whether the next question belongs to every pass."""
        return self._questions.index(self._question) + 1 < NEEDED

    def _go_on(self) -> None:
        """Do the one thing that the end of a round proposes."""
        following = self._next_question()
        if self._partners() and self._is_needed() and following is not None:
            self.start(following.field)
        else:
            self.left.emit()

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
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Right) and on_card and self.current is not None:
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
        if self._question.field == STAR and event.key() == Qt.Key.Key_S:
            return 1
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not event.text().isdigit():
            return None
        digit = digit_of(event, shifted=False)
        answer = self._question.answer(digit) if digit is not None else None
        return answer.value if answer else None

    def _rate_chip(self, value: int | None) -> bool:
        """Give the chip that the keyboard is at another answer; tell whether there was one."""
        focused = self._bins.focused
        chosen = focused.chosen if focused else None
        if chosen is None:
            return False
        self._answer(chosen.id, value)
        self._settle_fan()
        return True

    # Pulling.

    def _pull(self, key: str, position: QPoint) -> None:
        partner = self._document.map.partner(key)
        if partner is None or self._is_cancelled:
            return
        if self._pulled is None:
            self._pulled = key
            self._fan.step_aside()
            self.stage.lift(on=key == self.current)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._slip.follow(partner, self.mapFromGlobal(position))
        target = self._bins.at(position)
        for one in self._bins.bins:
            one.mark_target(on=one is target)

    def _drop(self, key: str, position: QPoint) -> None:
        target = None if self._is_cancelled else self._bins.at(position)
        start = self._slip.geometry()
        self._cancel_pull()
        self._is_cancelled = False
        partner = self._document.map.partner(key)
        if target is None or partner is None:
            return
        if self._answer(key, target.answer.value):
            self._glide(partner, start, target.answer.value)

    def _cancel_pull(self) -> None:
        """Put the card back where it was, and hear nothing more until the mouse lets go."""
        self._pulled, self._is_cancelled = None, True
        self._slip.stop()
        self._fan.hide()
        self.stage.lift(on=False)
        self.unsetCursor()
        for one in self._bins.bins:
            one.mark_target(on=False)

    # The fan.

    def _notice(self) -> None:
        """Spread a full bin at once for the keyboard, and after a moment for the pointer."""
        if self._bins.focused is not None:
            self._settle_fan()
        else:
            self._fan_timer.start()

    def _settle_fan(self) -> None:
        if self._pulled is not None:
            return
        bins = self._bins.bins
        at = next((one for one in bins if one.underMouse()), None)
        if at is None and self._fan.isVisible() and self._fan.underMouse():
            return
        at = at or self._bins.focused
        if at is None or at.is_readable:
            self._fan.hide()
            return
        chosen = at.chosen.id if at.hasFocus() and at.chosen else None
        self._fan.spread(at.people, QRect(at.mapTo(self, QPoint()), at.size()), chosen)

    def _reach_chip(self, key: str) -> None:
        partner = self._document.map.partner(key)
        if partner is not None:
            self._say(partner.name)
        self._settle_fan()

    # Following the document.

    def _follow(self, before: Changes, after: Changes) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        for key, record in after.items():
            self._follow_one(before.get(key), record, key)
        self._show()

    def _follow_one(self, before: object, record: object, key: str) -> None:
        known = isinstance(before, Partner)
        if not isinstance(record, Partner):
            if known:
                self._turns.forget(key)
            return
        field = self._question.field
        if not known:
            self._turns.add(key)
            if self._value(record) is not None:
                self._turns.answer(key)
        elif getattr(before, field) != getattr(record, field):
            had = (
                bool(getattr(before, field))
                if field == STAR
                else getattr(before, field) is not None
            )
            if self._value(record) is None:
                self._turns.take_back(key)
            elif not had:
                self._turns.answer(key)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed out of sight."""
        super().showEvent(event)
        if self._is_stale:
            self._ask(self._question)

    # Showing and telling.

    def _show(self) -> None:
        people = {partner.id: partner for partner in self._partners()}
        turns, question = self._turns, self._question
        current = people.get(turns.current or "")
        self._show_bins(people, current)
        had_focus = self.stage.hasFocus() or self._has_pause_focus()
        if current is None:
            self._show_pause(bool(people))
        else:
            value = self._value(current)
            answer = question.answer(value) if value is not None else None
            note = self.tr("now: {answer}").replace("{answer}", answer.full) if answer else ""
            number = self._counted(turns.number)
            parts = (current.name, described(current), note, number)
            spoken = ", ".join(part for part in parts if part)
            behind = [people[key] for key in turns.following if key in people]
            self.stage.show_cards([current, *behind], note, spoken)
            self._counter.setText(number)
            if spoken != self._said:
                self._said = spoken
                self._say(spoken)
        if had_focus:
            self._take_focus()
        for widget in (self._back, self._later, self._counter, self._progress):
            widget.setVisible(bool(people))
        self._back.setEnabled(turns.can_go_back)
        self._later.setEnabled(current is not None)
        done = len(people) - self.remaining
        self._progress.show_share(done / len(people) if people else 0)

    def _has_pause_focus(self) -> bool:
        return any(button.hasFocus() for button in (self.stage.first, *self.stage.others))

    def _show_bins(self, people: Mapping[str, Partner], current: Partner | None) -> None:
        places = {key: place for place, key in enumerate(self._latest)}
        ordered = sorted(people.values(), key=lambda partner: places.get(partner.id, -1))
        now = self._value(current) if current is not None else None
        for one in self._bins.bins:
            inside = [p for p in ordered if self._value(p) == one.answer.value]
            spoken = self.tr("{key}: {answer}, {n} in it")
            spoken = spoken.replace("{key}", one.answer.key).replace("{n}", str(len(inside)))
            spoken = spoken.replace("{answer}", one.answer.full)
            one.show_people(inside, spoken=spoken, is_now=one.answer.value == now)
            able = current is not None
            one.setCursor(Qt.CursorShape.PointingHandCursor if able else Qt.CursorShape.ArrowCursor)

    def _show_pause(self, there_are_people: bool) -> None:
        open_, following = self.remaining, self._next_question()
        again = ""
        if not there_are_people:
            sentence = self.tr("Nobody is on the map yet. Add the people you work with first.")
            first, other = self.tr("Back to the map"), ""
        else:
            if open_ == 0:
                sentence = self.tr("Everybody has an answer.")
            elif open_ == 1:
                sentence = self.tr("One is still open, and may stay so.")
            else:
                sentence = self.tr("{n} are still open, and may stay so.")
                sentence = sentence.replace("{n}", str(open_))
            go_on = self.tr("Go on with {question}")
            go_on = go_on.replace("{question}", following.name) if following else ""
            done = self.tr("Done")
            first, other = (go_on, done) if self._is_needed() else (done, go_on)
            again = self.tr("Once more") if open_ else ""
        self.stage.show_pause(sentence, first, (other, again))
        total = self._turns.count
        self._counter.setText(self._counted(total - open_) if total else "")
        if sentence != self._said:
            self._said = sentence
            self._say(sentence)

    def _counted(self, number: int) -> str:
        text = self.tr("{n} of {total}").replace("{n}", str(number))
        return text.replace("{total}", str(self._turns.count))

    def _tell_answer(self, partner: Partner, value: int | None) -> None:
        answer = self._question.answer(value) if value is not None else None
        full = answer.full if answer else self.tr("open again")
        self._say(": ".join((partner.name, full)))

    def _say(self, text: str) -> None:
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # Looks.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way in a small window."""
        super().resizeEvent(event)
        roomy = self.width() >= theme.scaled(720) and self.height() >= theme.scaled(520)
        margin = theme.scaled(24) if roomy else theme.GRID
        self._column.setContentsMargins(margin, margin * 2 // 3, margin, margin)
        self._column.setSpacing(theme.scaled(12) if roomy else theme.GRID // 2)
        self._fit_text()
        self._fan.hide()

    def _fit_text(self) -> None:
        """Set the question smaller where it would take more than two lines."""
        wide = max(self.width() - self._leave.sizeHint().width() - theme.scaled(48), 1)
        for role in ("heading", "strong", "label"):
            font = theme.font(role)
            if QFontMetrics(font).horizontalAdvance(self._question.text) <= wide * 1.8:
                break
        self._text.setFont(font)


class _Progress(QFrame):
    """A thin line that grows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "hairline")
        self.setFixedHeight(3)
        self._share = 0.0
        self._done = QFrame(self)
        self._done.setStyleSheet("background: " + theme.current().tokens["tie"] + "; border: none;")

    def show_share(self, share: float) -> None:
        """Show which part is done, 0 to 1."""
        self._share = share
        self._done.setGeometry(0, 0, round(self.width() * share), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the part."""
        super().resizeEvent(event)
        self.show_share(self._share)
