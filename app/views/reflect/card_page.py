"""The card of one partner: to make ready for a talk, and to take along on paper."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.document import Document
from app.models.network import Partner, rules_of
from app.models.problem import Problem
from app.views.people.editors import editor
from app.views.people.form import RecordForm, asked_of
from app.views.reflect.activities import ActivityList
from app.views.reflect.card_on_paper import as_pdf, to_fill_in
from app.views.widgets import theme
from app.views.widgets.fields import hairline
from app.views.widgets.flow import FlowLayout
from app.views.widgets.save_dialog import ask_where
from app.views.widgets.saving import write_file
from app.views.widgets.texts import paragraph
from app.views.widgets.wrapping import AllLines
from app.words import filled, joined, say
from app.words.talk import PARTS, titles


class CardForm(RecordForm):
    """What there is to say of working together with the partner who is selected."""

    lies_as = "side"
    called = "card"

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.name = AllLines(parent=self)
        self.name.setFont(theme.font("heading"))
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.column.addWidget(self.name)
        self.questions: list[QLabel] = []

    def make_fields(self) -> Iterator[None]:
        """Make the fields, one at each step, and the list of what was done."""
        for names, (title, question) in zip(PARTS, titles(), strict=True):
            self.questions.append(self._begin(title, question))
            for name in names:
                self.add(editor(name, rules_of(Partner)[name]))
                yield
        self.done = ActivityList(self.document, self)
        self.column.addSpacing(theme.GRID)
        self.column.addWidget(self.done)
        self.column.addStretch(1)

    def _begin(self, title: str, question: str) -> QLabel:
        """Put what one of the five is called, and its question, in letters that two can read."""
        self.column.addWidget(hairline())
        for text, font in ((title, "strong"), (question, "heading")):
            line = QLabel(text, self)
            line.setWordWrap(True)
            line.setFont(theme.font(font))
            self.column.addWidget(line)
        return line

    def records(self) -> Sequence[Partner]:
        """Return the selected partner, where it is one."""
        selected = self.document.selected
        return selected if len(selected) == 1 else ()

    def store(self, name: str, value: Any) -> None:
        """Give the partner a value."""
        self.document.set_partners([partner.id for partner in self.records()], **{name: value})

    def redraw(self, changed: Collection[str] | None = None) -> None:
        """Show what the card of the partner says."""
        for partner in self.records():
            self.name.setText(partner.name)
            for line, (_, question) in zip(self.questions, titles(partner), strict=True):
                line.setText(question)
            asked, _ = asked_of([partner])
            for field in self.fields:
                field.setVisible(field.name in asked)
            self.done.show_partner(partner.id)
        super().redraw(changed)


class CardPage(QWidget):
    """The form of the card, and a button that puts it on paper."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        text = say("Select one partner on the map to prepare for a conversation with them.")
        self.hint = paragraph(self, text, "heading")
        self.hint.setContentsMargins(16, 8, 16, 0)
        column.addWidget(self.hint)
        self.form = CardForm(document, self)
        column.addWidget(self.form, 1)
        self.print_button = QPushButton(say("Make a page …"), self)
        self.print_button.setMinimumHeight(theme.scaled(36))
        self.print_button.clicked.connect(self._choose_file)
        foot = FlowLayout(spacing=theme.GRID)
        column.addLayout(foot)
        foot.setContentsMargins(16, 0, 16, 16)
        foot.addWidget(self.print_button)
        self.empty_button = QPushButton(say("Blank page for the other person …"), self)
        self.empty_button.setMinimumHeight(theme.scaled(36))
        self.empty_button.clicked.connect(self._choose_file_of_the_empty)
        foot.addWidget(self.empty_button)
        column.addStretch()
        document.selection_changed.connect(self._follow)
        document.opened.connect(self._follow)
        self._follow()

    def make_rest(self) -> Iterator[None]:
        """Make the fields of the card, one at each step."""
        return self.form.make_rest()

    def begin(self) -> None:
        """Show the card of the selected partner."""
        self._follow()

    def _follow(self) -> None:
        is_one = self._document.is_open and len(self._document.selected) == 1
        self.hint.setVisible(not is_one)
        self.print_button.setVisible(is_one)
        self.empty_button.setVisible(is_one)
        self.form.setVisible(is_one)

    def _choose_file(self) -> None:
        for partner in self.form.records():
            path = ask_where(self, say("Page to take with you"), partner.name, say("PDF (*.pdf)"))
            if path is not None:
                self.write_card(path)

    def _choose_file_of_the_empty(self) -> None:
        for partner in self.form.records():
            name = joined((partner.name, say("to fill in")), between=" – ")
            path = ask_where(
                self, say("Page for the other person to fill in"), name, say("PDF (*.pdf)")
            )
            if path is not None:
                self.write_empty(path)

    def write_empty(self, path: Path) -> None:
        """Write the page without answers, for the partner to fill in too."""
        for partner in self.form.records():
            try:
                write_file(path, as_pdf(to_fill_in(partner), self._document.map, to_tick=True))
            except Problem as problem:
                self.failed.emit(problem)
                return
            text = say("The page is in {file}. Nothing you wrote is on it: talk it over together.")
            self.told.emit(filled(text, file=path.name))

    def write_card(self, path: Path) -> None:
        """Write the card of the selected partner as a PDF of one page or more."""
        for partner in self.form.records():
            try:
                write_file(path, as_pdf(partner, self._document.map))
            except Problem as problem:
                self.failed.emit(problem)
                return
            text = say("The page is in {file}. It contains what you wrote about {name}.")
            self.told.emit(filled(text, file=path.name, name=partner.name))
