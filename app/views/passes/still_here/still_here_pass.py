"""The pass *Still the same?*: everybody of the moment before comes by once, quickly."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app import errors
from app.document import Document
from app.models.network import Changes, Map, Network, Partner
from app.models.problem import Problem
from app.models.rules import NAME_LENGTH
from app.passes.still_here import KEPT, StillThere
from app.views.passes.answers import AnswerButton
from app.views.passes.page import PairPage, Text
from app.views.passes.parts import Choice, NameLine
from app.views.passes.pass_base import BACK_KEYS, PRESS_KEYS, SKIP_KEYS, Pass, PassState
from app.views.passes.stage import Stage
from app.views.passes.still_here import texts
from app.views.passes.still_here.newcomers import Newcomers
from app.views.widgets import drafts, theme
from app.views.widgets.keys import digit_of, with_key
from app.words import joined, say, say_in

_RENAME: Final = "rename"
_SUCCEED: Final = "succeed"


class StillHerePass(Pass):
    """Asks of one partner at a time whether they are still there, and stores each answer at once.

    Keys: 1 or Enter still there, 2 finished, 3 out of sight, 4 still wished, 5 somebody new in
    their place, F2 another name; Space or Right leaves somebody as they are, Backspace or Left
    goes back, Escape leaves.
    """

    rate_requested = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self._asked = StillThere(None, None)
        self._position = self._asked.begun()
        self._is_stale, self._typing = True, ""
        self._build()
        document.changed.connect(self._follow)
        document.opened.connect(self._start_anew)
        drafts.watch(self)

    def _build(self) -> None:
        done = say_in("AgainPass", "Done")
        self._make_ways(done, back=say("The previous partner"), onward=say("Leave it as it is"))
        self._pages = QStackedWidget(self)
        self.page = PairPage(self._pages)
        self.page.buttons[0].clicked.connect(self.left)
        self.newcomers = Newcomers(self._document, self._pages)
        self.newcomers.done.connect(self.left)
        self.newcomers.back_requested.connect(self._go_back)
        self.newcomers.rate_requested.connect(self.rate_requested)
        for page in (self._asking, self.newcomers, self.page):
            self._pages.addWidget(page)
        self._lay_top(self._leave)
        self._column.addWidget(self._pages, 1)
        self._build_asking()

    def _build_asking(self) -> None:
        self.stage = Stage(self._asking, pulls=False)
        self.back.clicked.connect(self._go_back)
        self.skip.clicked.connect(self._skip)
        four = QWidget(self._asking)
        row = QHBoxLayout(four)
        row.setContentsMargins(0, 0, 0, 0)
        self.answers = [
            AnswerButton(answer, str(number), text, text, four)
            for number, (answer, text) in enumerate(texts.answers(), start=1)
        ]
        for button in self.answers:
            button.clicked.connect(self._press)
            row.addWidget(button, 1)
        self._lay_asking(self.stage, self.back, self.skip, four)
        self._build_foot()

    def _build_foot(self) -> None:
        """Lay the two answers that ask for a name, and the line to type it in."""
        self.rename = self._button(say("Another name …"), say("Same partner, new name"), "F2")
        self.succeed = self._button(
            say("Someone new in this role …"), say("Someone else in the same role"), "5"
        )
        self.rename.clicked.connect(self._type_name)
        self.succeed.clicked.connect(self._type_successor)
        self.field = NameLine(self._foot)
        self.field.setMaxLength(NAME_LENGTH)
        self.field.setMaximumWidth(theme.scaled(420))
        self.field.returnPressed.connect(self._take_name)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for widget, share in ((self.rename, 0), (self.succeed, 0), (self.field, 100)):
            row.addWidget(widget, share)
        row.addStretch(1)
        self._show_foot()

    def _show_foot(self) -> None:
        self.field.setVisible(bool(self._typing))
        for button in (self.rename, self.succeed):
            button.setVisible(not self._typing)

    # What there is to see.

    @property
    def current(self) -> str | None:
        """Return the id of whom it is asked of, or None."""
        return self._position.current if self._is_asking else None

    @property
    def _is_asking(self) -> bool:
        return self._document.is_editable and self._position.current is not None

    @property
    def _partner(self) -> Partner | None:
        """Return the partner being asked about, as of the moment before."""
        key = self._position.current
        return self._asked.partner(key) if key is not None else None

    def start(self) -> None:
        """Begin, or go on where it was left, and take the keyboard."""
        self._is_stale = False
        self._asked = StillThere(self._document.map, self._moment_before())
        self._position = self._asked.begun()
        self._is_led = not self.stage.hasFocus()
        self._show()
        self._take_focus()
        self._is_led = False

    def _moment_before(self) -> Map | None:
        """Return the moment before the open one in its series, or None."""
        order = [summary.id for summary in self._document.moments()]
        now = self._document.map.network.id if self._document.is_open else ""
        place = order.index(now) if now in order else 0
        return self._document.map_of(order[place - 1]) if place > 0 else None

    def _state(self) -> PassState:
        return PassState(self._document.map.network.id, "", self._position)

    def _stand_as(self, state: PassState) -> None:
        self._asked = StillThere(self._document.map, self._moment_before())
        self._position = state.position.follow(self._asked.order, self._asked.answered)

    def _start_anew(self) -> None:
        self._asked = StillThere(None, None)
        self._position = self._asked.begun()
        self._is_stale = True
        self._show()

    def _take_focus(self) -> None:
        shown = self._pages.currentWidget()
        if shown is self.page:
            self.page.take_keyboard()
            return
        (self.newcomers.field if shown is self.newcomers else self.stage).setFocus()

    # Answering.

    def _answer(self, answer: str) -> None:
        partner, earlier = self._partner, self._asked.earlier
        if partner is None or earlier is None:
            return
        self._document.end_merging()
        self._is_answering = True
        if answer == KEPT:
            stored = self._document.stay(partner, earlier.ties)
        else:
            stored = self._document.depart(partner.id, answer)
        self._is_answering = False
        if stored:
            self._position = self._position.answer(partner.id)
            full = next(one.full for one in self.answers if one.answer == answer)
            self._say(joined((partner.name, full), between=": "))
        self._show()

    def _press(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, AnswerButton) and not self._ends_typing():
            self._answer(pressed.answer)

    def _skip(self) -> None:
        if not self._ends_typing():
            self._position = self._position.skip()
            self._show()

    def _ends_typing(self) -> bool:
        """Keep a name that is being typed, of whom it is; tell whether that was the answer."""
        asked = self._position.current
        if self.draft():
            self._take_name()
        elif self._typing:
            self._stop_typing()
        return bool(self._typing) or self._position.current != asked

    def _go_back(self) -> None:
        self._ends_typing()
        if not self._typing:
            self._position = self._position.back()
        self._show()
        self._take_focus()

    def draft(self) -> str:
        """Return the name that is being typed for the partner who is asked about."""
        partner, typed = self._partner, self.field.text().strip()
        if not self._typing or partner is None:
            return ""
        same = self._typing == _RENAME and typed == self._asked.called(partner).name
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
        partner = self._partner
        if partner is None:
            return
        self._typing = what
        renames = what == _RENAME
        self.field.setText(self._asked.called(partner).name if renames else "")
        hint = say("Another name") if renames else say("Who is in this role now?")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self._show_foot()
        self.field.setFocus()
        self.field.selectAll()

    def _take_name(self) -> None:
        typed = self.field.text()
        if not typed.strip():
            self._stop_typing()
            return
        partner, renames = self._partner, self._typing == _RENAME
        if partner is None or (renames and self._document.map.partner(partner.id) is None):
            return
        self._document.end_merging()
        self._is_answering = True
        if renames:  # the same person: whether they are still there is asked yet
            stored = self._document.rename(partner.id, typed)
        else:
            stored = self._document.succeed(self._asked.called(partner), typed) is not None
        self._is_answering = False
        if stored:  # else it stays in the line until it can be kept
            if not renames:
                self._position = self._position.answer(partner.id)
            self._stop_typing()
        self._show()

    def _stop_typing(self) -> None:
        self._typing = ""
        self._show_foot()
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
        elif key in PRESS_KEYS:
            focus = self.focusWidget()
            if isinstance(focus, Choice):
                focus.click()
            else:
                self._answer(KEPT)
        elif key in BACK_KEYS:
            self._go_back()
        elif key in SKIP_KEYS:
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
        if event.key() in PRESS_KEYS and isinstance(focus, Choice):
            focus.click()
        elif event.key() in BACK_KEYS and self._position.count:
            if self._document.is_editable:
                self._go_back()
        else:
            super().keyPressEvent(event)

    # Following and showing.

    def _follow(self, before: Changes, after: Changes) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        dated = any(isinstance(one, Network) for one in (*before.values(), *after.values()))
        earlier = self._moment_before() if dated else self._asked.earlier
        asked = self._asked = StillThere(self._document.map, earlier)
        about = None if self._is_answering else asked.about(before, after)
        if about is not None:
            self._position = self._position.follow_undo(asked.order, asked.answered, about)
        else:
            self._position = self._position.follow(asked.order, asked.answered)
        if not self._is_answering:
            self._show()

    def _catch_up(self) -> None:
        self.start()

    def _show(self) -> None:
        if not self._document.is_open:
            return
        had_focus = self._holds_focus()
        page = self._page()
        changed = page is not self._pages.currentWidget()
        if had_focus and changed:
            self.setFocus()  # says nothing: Qt would pass it by what comes next, aloud
        self._pages.setCurrentWidget(page)
        self._show_foot()
        count = self._position.count
        waiting = len(self._position.coming)
        self._progress.show_share((count - waiting) / count if count else 0)
        if page is self._asking:
            self._show_partner()
        elif page is self.newcomers:
            self.newcomers.show_state(
                texts.stands(self._asked),
                self._asked.newcomers,
                can_go_back=self._position.can_go_back,
            )
            self._say_once(f"{texts.stands(self._asked)} {self.newcomers.heading.text()}")
        if had_focus and changed:
            self._take_focus()

    def _page(self) -> QWidget:
        if self._is_asking:
            return self._asking
        if not self._document.is_editable:
            code = "library_read_only" if self._document.library.read_only else "map_finished"
            self._show_text(errors.sentence(Problem(code)))
            return self.page
        if self._asked.earlier is None:
            self._show_text(
                say("This is the first moment of this map, so there is no one to check yet.")
            )
            return self.page
        return self.newcomers

    def _show_text(self, line: str) -> None:
        text = Text(say("Has anything changed?"), (line,), buttons=(say("To the map"),))
        self.page.show_text(text, ticked=False)

    def _show_partner(self) -> None:
        asked, partner = self._asked, self._partner
        assert partner is not None
        now, answer = asked.called(partner), asked.answer_of(partner)
        here = self._document.map.partner(partner.id) is not None
        note = texts.note(asked, partner)
        self._name_onward(answered=answer is not None)
        for button in self.answers:
            people = asked.with_answer(button.answer)
            meaning = texts.meaning(button.answer, partner)
            spoken = with_key(f"{button.text()}, {meaning}", button.key)
            spoken = joined(
                (part for part in (spoken, joined(p.name for p in people)) if part), between=": "
            )
            button.show_meaning(meaning)
            button.show_people(people, spoken, is_now=button.answer == answer)
        question = texts.question(partner, now.name)
        number = say("{n} of {total}", n=self._position.number, total=self._position.count)
        self._ask_in_words(question)
        self._counter.setText(number)
        spoken = joined(part for part in (now.name, question, note, number) if part)
        self.stage.show_cards([now], note, spoken)
        self.rename.setEnabled(here)
        self.back.setEnabled(self._position.can_go_back)
        self._say_card(spoken)
