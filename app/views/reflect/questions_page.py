"""One question at a time, with whom it is about lit up on the map and room to write."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.analysis import findings
from app.analysis.questions import Prompt, prompts
from app.analysis.study import Study, study
from app.document import Document
from app.models.network import Answer, Changes, Intention
from app.models.vocabulary import vocabulary
from app.views.widgets import theme
from app.views.widgets.buttons import Tick
from app.views.widgets.fields import soft_line
from app.views.widgets.heard_as import hear_as
from app.views.widgets.icons import shown_icon
from app.views.widgets.memory import remember
from app.views.widgets.notes import Notes, is_enter, large
from app.views.widgets.segmented import give_keyboard
from app.views.widgets.side_scroll import SideScroll
from app.views.widgets.speech import announce
from app.words import current_language, filled, joined, say
from app.words.field_names import field_label

_ASIDE: Final = (Answer, Intention)
"""What can change without another question fitting."""


class QuestionsPage(QWidget):
    """Answers are kept as they are typed; what is typed at one question is one step to undo.

    Keys: Page Down or Ctrl+Enter for the next question, Page Up for the one before.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.prompts: tuple[Prompt, ...] = ()
        self._current = ""
        self._seen: Study | None = None
        self.lit: tuple[str, ...] = ()
        """Whom the question selected on the map, without the person asking for it."""
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 16)
        column.setSpacing(12)
        top = QHBoxLayout()
        column.addLayout(top)
        self.counter = soft_line()
        top.addWidget(self.counter, 1)
        self.list_button = QPushButton(say("All questions"), self)
        self.list_button.setProperty("role", "quiet")
        hear_as(self.list_button, "fold")
        self.list_button.setMinimumHeight(theme.scaled(28))
        self.list_button.toggled.connect(self._show_list)
        remember(self.list_button, "all questions")
        top.addWidget(self.list_button)
        self._pages = QStackedWidget(self)
        column.addWidget(self._pages, 1)
        scroll = _Scroll(self._pages)
        scroll.setWidget(self._make_question())
        self._pages.addWidget(scroll)
        self.list = self._make_list()
        self._pages.addWidget(self.list)
        document.changed.connect(self._follow)
        document.opened.connect(self._begin_anew)

    def _make_question(self) -> QWidget:
        page = QWidget(self)
        page.setProperty("role", "side")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.fact = soft_line()
        self.fact.setFont(theme.font())
        self.question = QLabel(page)
        self.question.setWordWrap(True)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setFont(large())
        self.question.setMinimumWidth(1)
        self.notes = Notes(page)
        self.notes.setMinimumHeight(theme.scaled(96))
        self.notes.setMaximumHeight(theme.scaled(220))
        self.notes.written.connect(self._write)
        self.discuss = Tick(field_label("discuss"), parent=page)
        self.discuss.asked.connect(self._discuss)
        column.addWidget(self.question)
        column.addWidget(self.fact)
        column.addSpacing(12)
        column.addWidget(self.notes, 2)
        column.addWidget(self.discuss)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(8)
        self.back = QPushButton(say("Previous"), page)
        self.next = QPushButton(page)
        for button, turns in ((self.back, self.go_back), (self.next, self.go_on)):
            button.setMinimumSize(96, theme.scaled(36))
            button.clicked.connect(turns)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.next)
        column.addStretch(1)
        return page

    def _make_list(self) -> QListWidget:
        listed = QListWidget(self._pages)
        listed.setProperty("role", "offers")
        listed.setWordWrap(True)
        listed.setIconSize(QSize(theme.scaled(16), theme.scaled(16)))
        listed.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listed.setAccessibleName(say("All questions"))
        listed.itemActivated.connect(self._choose)
        listed.itemClicked.connect(self._choose)
        return listed

    @property
    def asked(self) -> str:
        """Return the id of the question that is asked; "" before there is one."""
        return self._current

    def go_to(self, question: str) -> None:
        """Let it begin at a question next time."""
        self._current = question

    def begin(self) -> None:
        """Begin at the question of last time, or else at the first that fits."""
        self._find_prompts()
        self._ask(self._current or self.prompts[0].question)
        self._show_list(self.list_button.isChecked())

    @property
    def current(self) -> Prompt:
        """Return the question that is asked."""
        return next(prompt for prompt in self.prompts if prompt.question == self._current)

    def go_on(self) -> None:
        """Ask the next question."""
        self._turn(1)

    def go_back(self) -> None:
        """Ask the question before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        if not self._is_kept():
            return
        ids = [prompt.question for prompt in self.prompts]
        number = ids.index(self._current) + by
        if 0 <= number < len(ids):
            self._ask(ids[number])
            self.notes.setFocus()  # what is typed now is an answer, not a press of the button
            spoken = " ".join(part for part in (self.question.text(), self.fact.text()) if part)
            announce(self, spoken)

    def _is_kept(self) -> bool:
        """Store what is typed and was refused; while that fails the question stays, with it."""
        if self.notes.draft():
            self.notes.keep_draft()
        return not self.notes.draft()

    def _ask(self, question: str) -> None:
        self._document.end_merging()  # what was typed belongs to the question before
        self._current = question
        self._document.select(self.current.people)
        self.lit = self._document.selection
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of whom the question lit up: elsewhere what is selected is what one changes."""
        super().hideEvent(event)
        if not event.spontaneous() and self.lit and self._document.selection == self.lit:
            self._document.select(())
        self.lit = ()

    # Showing.

    def _begin_anew(self) -> None:
        self._current = ""
        if self._document.is_open and self.isVisible():
            self.begin()

    def _follow(self, _before: Changes, after: Changes) -> None:
        if not self.isVisible() or not self._current:
            return
        if not all(isinstance(_before[key] or after[key], _ASIDE) for key in after):
            self._find_prompts()
        self._show()

    def _find_prompts(self) -> None:
        self.prompts = prompts(self._document.map)
        self._seen = study(self._document.map)

    def _show(self) -> None:
        number = self.prompts.index(self.current)
        answers = {answer.question: answer for answer in self._document.map.all_of(Answer)}
        asked = [prompt.question for prompt in self.prompts]
        answered = sum(bool(a.text.strip()) for key, a in answers.items() if key in asked)
        fitting = sum(prompt.fits for prompt in self.prompts)
        if number < fitting or not fitting:
            text = say("Question {n} of {total} · {answered} answered")
        else:
            text = say("More questions to ask yourself · {answered} answered")
        text = filled(text, n=number + 1, total=fitting or len(asked))
        self.counter.setText(filled(text, answered=answered))
        self.question.setText(vocabulary().questions[self._current].label(current_language()))
        self.fact.setText(self._why())
        self.fact.setVisible(bool(self.fact.text()))
        standing = answers.get(self._current)
        written = standing.text if standing else ""
        editable = self._document.is_editable
        self.notes.setReadOnly(not editable)
        self.notes.setPlaceholderText(
            "" if editable else say("This map is finished. Reopen it to add plans.")
        )
        self.notes.setAccessibleName(self.question.text())
        self.notes.show_text(written)
        self.discuss.show_state(standing is not None and standing.discuss)
        self.discuss.setEnabled(editable)
        self.back.setEnabled(number > 0)
        self.next.setEnabled(number < len(asked) - 1)
        if number == fitting - 1 and fitting < len(asked):
            self.next.setText(say("More questions"))
        else:
            self.next.setText(say("Next question") if written.strip() else say("Skip"))
        # What is written asks to go on; to pass a question over is never the loudest on a screen.
        role = "primary" if written.strip() else ""
        if self.next.property("role") != role:
            self.next.setProperty("role", role)
            self.next.style().polish(self.next)
        if self._pages.currentWidget() is self.list:
            self._fill_list(answers)

    def _why(self) -> str:
        """Show what on the map leads to the question, or else whom it is about."""
        prompt, seen = self.current, self._seen
        if seen is None or not prompt.fits:
            return ""
        found = [f for f in findings.told(seen) if f.code == prompt.because]
        whole = {f.people for f in found if set(prompt.people) <= set(f.people)}
        # What a quadrant says is no sentence without its heading.
        says = prompt.because not in vocabulary().quadrants
        if says and len(found) == 1 and (whole or not prompt.people):
            return found[0].sentence
        names = findings.names(prompt.people, seen)
        text = say("For example, think of {names}.")
        return filled(text, names=names) if names else ""

    def _show_list(self, shown: bool) -> None:
        if not self.prompts:
            return
        self._pages.setCurrentIndex(int(shown))
        self._show()
        give_keyboard(self.list if shown else self.notes)

    def _fill_list(self, answers: dict[str, Answer]) -> None:
        known = vocabulary().questions
        self.list.clear()
        was_fitting = True
        for prompt in self.prompts:
            if was_fitting and not prompt.fits:
                heading = QListWidgetItem(say("More questions to ask yourself"), self.list)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                heading.setFont(theme.font("label"))
            was_fitting = prompt.fits
            item = QListWidgetItem(known[prompt.question].label(current_language()), self.list)
            item.setData(Qt.ItemDataRole.UserRole, prompt.question)
            answer = answers.get(prompt.question)
            answered = answer is not None and bool(answer.text.strip())
            item.setIcon(shown_icon("tick", "ink") if answered else _no_icon())
            if answer is not None and answer.discuss:
                item.setText(joined((item.text(), field_label("discuss").lower()), between=" · "))
            said = say("answered") if answered else say("not answered")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()} ({said})")
            if prompt.question == self._current:
                self.list.setCurrentItem(item)

    def _choose(self, item: QListWidgetItem) -> None:
        question = item.data(Qt.ItemDataRole.UserRole)
        if question and self._is_kept():
            self._ask(question)
            self.list_button.setChecked(False)

    # Answering.

    def _write(self, text: str) -> None:
        self._document.answer(self._current, text)
        self._show()

    def _discuss(self, wanted: bool) -> None:
        self._document.discuss(self._current, wanted=wanted)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn to the next or the previous question."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_PageDown or (control and is_enter(event)):
            self.go_on()
        elif event.key() == Qt.Key.Key_PageUp:
            self.go_back()
        else:
            super().keyPressEvent(event)


class _Scroll(SideScroll):
    """Scrolls by wheel and bar; the keys are for turning to another question."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


def _no_icon() -> QIcon:
    """Return an empty icon, so that all questions align."""
    size = theme.scaled(16)
    empty = QPixmap(size, size)
    empty.fill(Qt.GlobalColor.transparent)
    return QIcon(empty)
