"""The pass *Still the same?*: everybody of the moment before comes by once, quickly."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import errors
from app.analysis.composition import counted
from app.document import Document
from app.models.moments import reasons
from app.models.network import Changes, Partner
from app.models.problem import Problem
from app.models.rules import NAME_LENGTH
from app.views.passes.pairs.answers import AnswerButton
from app.views.passes.pairs.page import PairPage, Text
from app.views.passes.rating.asking import Asking
from app.views.passes.rating.parts import Choice
from app.views.passes.still_here.newcomers import Newcomers
from app.views.passes.still_here.roll import KEPT, SUCCEEDED, RollCall
from app.views.passes.still_here.stage import CallStage
from app.views.widgets import drafts, theme
from app.views.widgets.keys import digit_of
from app.words import current_language, filled, joined, phrases, say, say_in

_RENAME: Final = "rename"
_SUCCEED: Final = "succeed"


class AgainPass(Asking):
    """Asks of one partner at a time whether they are still there, and stores each answer at once.

    Keys: 1 or Enter still there, 2 finished, 3 out of sight, 4 still wished, 5 somebody new in
    their place, F2 another name; Space or Right leaves somebody as they are, Backspace or Left
    goes back, Escape leaves.
    """

    rate_requested = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._roll = RollCall(document)
        self._is_stale, self._typing = True, ""
        self._build()
        document.changed.connect(self._follow)
        document.opened.connect(self._start_anew)
        drafts.watch(self)

    def _build(self) -> None:
        self._text.setText(say("Has anything changed?"))
        self._text.setFont(theme.font("heading"))
        self._leave = self._button(say_in("AgainPass", "Done"), say("To the map (Esc)"))
        self.page = PairPage(self)
        self.page.buttons[0].clicked.connect(self.left)
        self.newcomers = Newcomers(self._document, self)
        self.newcomers.done.connect(self.left)
        self.newcomers.rate_requested.connect(self.rate_requested)
        self._asking = QWidget(self)
        self._pages = QStackedWidget(self)
        for page in (self._asking, self.newcomers, self.page):
            self._pages.addWidget(page)
        self._lay_top(self._leave)
        self._column.addWidget(self._pages, 1)
        self._build_asking()

    def _build_asking(self) -> None:
        inner = QVBoxLayout(self._asking)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.GRID)
        self._question = QLabel(self._asking)
        self._question.setFont(theme.font("strong"))
        self._question.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._question.setWordWrap(True)
        self.stage = CallStage(self._asking)
        inner.addStretch(1)
        inner.addWidget(self._question)
        inner.addWidget(self.stage, 20)
        self.rename = self._button(say("Another name …"), say("Same partner, new name (F2)"))
        self.succeed = self._button(
            say("Someone new in this role …"), say("Someone else in the same role (5)")
        )
        self.rename.clicked.connect(self._type_name)
        self.succeed.clicked.connect(self._type_successor)
        offers = QHBoxLayout()
        inner.addLayout(offers)
        offers.addStretch(1)
        offers.addWidget(self.rename)
        offers.addWidget(self.succeed)
        offers.addStretch(1)
        self.field = _NameLine(self._asking)
        self.field.setMaxLength(NAME_LENGTH)
        self.field.setMaximumWidth(theme.scaled(420))
        self.field.returnPressed.connect(self._take_name)
        self.field.hide()
        typing = QHBoxLayout()
        inner.addLayout(typing)
        typing.addStretch(1)
        typing.addWidget(self.field, 100)
        typing.addStretch(1)
        inner.addStretch(1)
        self.back = self._button(say("Previous"), say("The previous partner (Backspace)"))
        self.skip = self._button(say("Skip"), say("Leave it as it is (Space)"))
        self.back.clicked.connect(self._go_back)
        self.skip.clicked.connect(self._skip)
        self._lay_ways(inner, self.back, self.skip)
        tongue = current_language()
        choices = [(KEPT, say_in("AgainPass", "Still here"))]
        choices += [(reason.id, phrases.raised(reason.label(tongue))) for reason in reasons()]
        self.answers: list[AnswerButton] = []
        self._meanings: list[QLabel] = []
        four = QGridLayout()
        inner.addLayout(four, 16)
        four.setRowStretch(0, 1)
        for number, (answer, text) in enumerate(choices, start=1):
            button = AnswerButton(answer, str(number), text, text, self._asking)
            button.clicked.connect(self._press)
            four.addWidget(button, 0, number - 1)
            four.setColumnStretch(number - 1, 1)
            self.answers.append(button)
            meaning = QLabel(self._asking)
            meaning.setProperty("role", "soft")
            meaning.setFont(theme.font("label"))
            meaning.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            meaning.setWordWrap(True)
            four.addWidget(meaning, 1, number - 1)
            self._meanings.append(meaning)
        stops = (self.stage, *self.answers, self.rename, self.succeed, self.back, self.skip)
        self._lay_stops(*stops, self._leave)

    # What there is to see.

    @property
    def current(self) -> str | None:
        """Return the id of whom it is asked of, or None."""
        return self._roll.current.id if self._is_asking and self._roll.current else None

    @property
    def _is_asking(self) -> bool:
        return self._document.is_editable and self._roll.current is not None

    def start(self) -> None:
        """Begin, or go on where it was left, and take the keyboard."""
        self._is_stale = False
        self._roll.read()
        self._show()
        self._take_focus()

    def _standing(self) -> RollCall:
        return self._roll

    def _stand(self, standing: RollCall, *, as_it_was: bool) -> None:
        self._roll = standing
        if not as_it_was:
            self._roll.read()

    def _start_anew(self) -> None:
        self._roll.forget()
        self._is_stale = True
        self._show()

    def _take_focus(self) -> None:
        shown = self._pages.currentWidget()
        targets: dict[QWidget, QWidget] = {
            self._asking: self.stage,
            self.newcomers: self.newcomers.field,
            self.page: self.page.buttons[0],
        }
        if shown is not None:
            targets[shown].setFocus(Qt.FocusReason.OtherFocusReason)

    # Answering.

    def _answer(self, answer: str) -> None:
        partner = self._roll.current
        if partner is None:
            return
        self._is_answering = True
        stored = self._roll.answer(answer)
        self._is_answering = False
        if stored:
            full = next(one.full for one in self.answers if one.answer == answer)
            self._say(joined((partner.name, full), between=": "))
        self._show()

    def _press(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, AnswerButton):
            self._answer(pressed.answer)

    def _skip(self) -> None:
        self._roll.skip()
        self._show()

    def _go_back(self) -> None:
        self._roll.back()
        self._show()
        self._take_focus()

    def draft(self) -> str:
        """Return the name that is being typed for the partner who is asked about."""
        partner, typed = self._roll.current, self.field.text().strip()
        if not self._typing or partner is None:
            return ""
        same = self._typing == _RENAME and typed == self._roll.called(partner).name
        return "" if same else typed

    def keep_draft(self) -> None:
        """Give the partner that name, or a successor."""
        self._take_name()

    def _type_name(self) -> None:
        if self.rename.isEnabled():
            self._ask_name(_RENAME)

    def _type_successor(self) -> None:
        self._ask_name(_SUCCEED)

    def _ask_name(self, what: str) -> None:
        partner = self._roll.current
        if partner is None:
            return
        self._typing = what
        renames = what == _RENAME
        self.field.setText(self._roll.called(partner).name if renames else "")
        hint = say("Another name") if renames else say("Who is in this role now?")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    def _take_name(self) -> None:
        typed = self.field.text()
        if not typed.strip():
            self._stop_typing()
            return
        self._is_answering = True
        gives = self._roll.rename if self._typing == _RENAME else self._roll.succeed
        stored = gives(typed)
        self._is_answering = False
        if stored:  # else it stays in the line until it can be kept
            self._stop_typing()
        self._show()

    def _stop_typing(self) -> None:
        self._typing = ""
        self.field.hide()
        self._take_focus()

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer, skip, go back, rename or leave."""
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            if self._typing:
                self._stop_typing()
            else:
                self.left.emit()
        elif not plain or self._typing or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif self._pages.currentWidget() is not self._asking:
            self._key_on_page(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            if isinstance(focus, Choice):
                focus.click()
            else:
                self._answer(KEPT)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left):
            self._go_back()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Right):
            self._skip()
        elif key == Qt.Key.Key_F2:
            self._type_name()
        elif (digit := digit_of(event, shifted=False)) is not None and 1 <= digit <= 5:
            if digit == 5:
                self._type_successor()
            else:
                self._answer(self.answers[digit - 1].answer)
        else:
            super().keyPressEvent(event)

    def _key_on_page(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, Choice):
            focus.click()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Left) and self._roll.people:
            if self._document.is_editable:
                self._go_back()
        else:
            super().keyPressEvent(event)

    # Following and showing.

    def _follow(self, before: Changes, after: Changes) -> None:
        if not self.isVisible():
            self._is_stale = True
        elif not self._is_answering:
            self._roll.follow(before, after)
            self._show()

    def _catch_up(self) -> None:
        self.start()

    def _show(self) -> None:
        if not self._document.is_open:
            return
        had_focus = self._holds_focus()
        page = self._page()
        changed = page is not self._pages.currentWidget()
        self._pages.setCurrentWidget(page)
        self.field.setVisible(bool(self._typing) and page is self._asking)
        roll = self._roll
        count = len(roll.people)
        self._progress.show_share((count - roll.waiting) / count if count else 0)
        if page is self._asking:
            self._show_partner()
        elif page is self.newcomers:
            self.newcomers.show_state(self._stands(), roll.newcomers)
            self._say_once(f"{self._stands()} {self.newcomers.heading.text()}")
        if had_focus and changed:
            self._take_focus()

    def _page(self) -> QWidget:
        if self._is_asking:
            return self._asking
        if not self._document.is_editable:
            code = "library_read_only" if self._document.library.read_only else "map_finished"
            self._show_text(errors.sentence(Problem(code)))
            return self.page
        if self._roll.earlier is None:
            self._show_text(
                say("This is the first moment of this map, so there is no one to check yet.")
            )
            return self.page
        return self.newcomers

    def _show_text(self, line: str) -> None:
        text = Text(say("Has anything changed?"), (line,), buttons=(say("To the map"),))
        self.page.show_text(text, ticked=False)

    def _show_partner(self) -> None:
        roll, partner = self._roll, self._roll.current
        assert partner is not None
        now, answer = roll.called(partner), roll.answer_of(partner)
        here = self._document.map.partner(partner.id) is not None
        was_wished = partner.frequency == 0
        note = say_in("AgainPass", "no contact yet") if was_wished and answer is None else ""
        if answer == SUCCEEDED:
            others = self._document.map.partners
            name = next(p.name for p in others if p.successor_of == partner.id)
            note = say("now: {name} in this role", name=name)
        elif now.name != partner.name:
            note = say("was: {name}", name=partner.name)
        elif not here and answer is None:
            note = say("no longer on this map")
        for button, label in zip(self.answers, self._meanings, strict=True):
            people, meaning = roll.with_answer(button.answer), self._meaning(button.answer, partner)
            label.setText(meaning)
            spoken = f"{button.text()}, {meaning} ({button.key})"
            spoken = joined(
                (part for part in (spoken, joined(p.name for p in people)) if part), between=": "
            )
            button.show_people(people, spoken, is_now=button.answer == answer)
        question = say("Is this partner still on your map?")
        if was_wished:
            question = say("There was no contact yet. How is it now?")
        number = say("{n} of {total}", n=roll.number)
        number = filled(number, total=len(roll.people))
        self._question.setText(question)
        self._counter.setText(number)
        spoken = joined(part for part in (now.name, question, note, number) if part)
        self.stage.show_partner(now, note, spoken)
        self.rename.setEnabled(here)
        self.back.setEnabled(roll.number > 1)
        self._say_once(spoken)

    def _meaning(self, answer: str, partner: Partner) -> str:
        """Return what an answer says of somebody, in a few words."""
        going_on = say("the contact goes on")
        if partner.frequency == 0:
            going_on = say("there is contact now")
        return {
            KEPT: going_on,
            "finished": say("what you did together is finished"),
            "out_of_sight": say("we lost touch"),
            "wished": say("no contact now, but you would like it"),
        }.get(answer, "")

    def _stands(self) -> str:
        roll = self._roll
        text = say("Still here: {here} of the {all} from {moment}.")
        assert roll.earlier is not None
        text = filled(text, all=len(counted(roll.earlier)))
        text = filled(text, here=roll.here)
        text = filled(text, moment=phrases.moment_name(roll.earlier.network))
        if roll.wished:
            more = say("No contact yet: {n}.", n=roll.wished)
            text = f"{text} {more}"
        return text


class _NameLine(QLineEdit):
    """A line that keeps Enter to itself: the pass would take it for the next answer."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, and let Enter end here."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
