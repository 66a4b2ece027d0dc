"""Around one pupil: who does what, in which role, who is answerable, agreed with whom."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.analysis.study import Study
from app.analysis.tasks import Row, in_order
from app.document import Document
from app.exchange.files import write_file
from app.models.network import Map, Task, new_id
from app.models.problem import Problem
from app.models.vocabulary import Term
from app.views.insight.pages import soft
from app.views.reflect.arrangement import as_pdf
from app.views.reflect.kept import KeptCard, PeopleField, by_name
from app.views.widgets import theme
from app.views.widgets.fields import Field, ListField
from app.views.widgets.saving import ask_where
from app.views.widgets.text_fields import LineField
from app.words import filled, joined, phrases, say

ME = "me"


class TasksPage(QScrollArea):
    """A card a task, pupil and parents first; what nobody does yet stands at the end."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.cards: list[TaskCard] = []
        self.setProperty("role", "side")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("role", "side")
        self.setWidget(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 4, 16, 12)
        self.heading = QLabel(page)
        self.heading.setWordWrap(True)
        self.heading.setFont(theme.font("heading"))
        column.addWidget(self.heading)
        self.open = soft(page, "")
        column.addWidget(self.open)
        self._cards = QVBoxLayout()
        column.addLayout(self._cards)
        row = QVBoxLayout()  # below each other: in a narrow column with large letters both fit
        column.addLayout(row)
        self.add_button = QPushButton(say("Add a task"), page)
        self.add_button.clicked.connect(self.add)
        self.print_button = QPushButton(say("Print the arrangement …"), page)
        self.print_button.clicked.connect(self._choose_file)
        for button in (self.add_button, self.print_button):
            button.setMinimumHeight(theme.scaled(32))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_map(self, seen: Study) -> None:
        """Show the tasks as they stand now."""
        whole = seen.whole
        rows = in_order(whole)
        subject = whole.network.subject
        about = filled(say("Around {name}: who does what"), name=subject) if subject else ""
        self.heading.setText(about or say("Around one pupil: who does what"))
        self.open.setText(_open(rows))
        self.add_button.setEnabled(self._document.is_editable)
        self.print_button.setVisible(bool(whole.all_of(Task)))
        keys = [row.task.id if row.task else row.who for row in rows]
        if keys != [card.key for card in self.cards]:
            unfolded = {card.record_id for card in self.cards if card.heading.isChecked()}
            for card in self.cards:
                card.hide()
                card.deleteLater()
            self.cards = [TaskCard(self._document, row, self.widget()) for row in rows]
            for card in self.cards:
                self._cards.addWidget(card)
                card.heading.setChecked(card.record_id in unfolded and bool(card.record_id))
        for card, row in zip(self.cards, rows, strict=True):
            card.show_row(row, whole)

    def add(self) -> None:
        """Add a task that nobody does yet, and unfold it."""
        made = self._document.keep(Task(id=new_id(), what=say("New task")))
        if made is not None:
            self.show_map(Study(self._document.map))
            next(card for card in self.cards if card.record_id == made).unfold()

    def _choose_file(self) -> None:
        path = ask_where(self, say("Arrangement"), say("Arrangement"), say("PDF (*.pdf)"))
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the arrangement as a PDF."""
        try:
            write_file(path, as_pdf(self._document.map))
        except Problem as problem:
            self.failed.emit(problem)
            return
        text = say("The arrangement is in {file}. It has the names of your partners in it.")
        self.told.emit(filled(text, file=path.name))


class TaskCard(KeptCard):
    """A task and who does it; or somebody who has none yet."""

    def __init__(self, document: Document, row: Row, parent: QWidget | None = None) -> None:
        def fields() -> list[Field]:
            people = document.map.partners
            return [
                LineField("what", say("Task")),
                WhoField("partner", "mine", say("Who"), document.map),
                LineField("role", say("Role")),
                WhoField("responsible", "answerable", say("Answerable"), document.map),
                PeopleField("agreed_with", lambda: by_name(people)),
            ]

        super().__init__(document, row.task.id if row.task else "", fields, parent)
        self.key = row.task.id if row.task else row.who
        self.summary = soft(self, "")
        self.layout().addWidget(self.summary)  # type: ignore[union-attr]
        self.heading.setEnabled(row.task is not None)

    def show_row(self, row: Row, whole: Map) -> None:
        """Show who does what."""
        who = row.called(whole)
        if row.task is None:
            self.heading.setText(joined((who, say("no task yet")), between=": "))
            self.summary.hide()
            return
        self.show_record(row.task, joined((who, row.task.what), between=": "))
        self.summary.setText(row.summary(whole))
        self.summary.setVisible(bool(self.summary.text()))


class WhoField(ListField):
    """One of the partners, oneself, or nobody yet."""

    def __init__(self, name: str, switch: str, caption: str, whole: Map) -> None:
        me = phrases.ego_label(whole.network)
        people = by_name(whole.partners)
        terms = [Term(id=key, nl=called, en=called) for key, called in [(ME, me), *people]]
        super().__init__(name, terms, caption)
        self.switch = switch

    def value_of(self, record: Any) -> str | None:
        """Return who it is in a record."""
        return ME if getattr(record, self.switch) else getattr(record, self.name)

    def _give(self, value: Any) -> None:
        who = None if value == ME else value
        self.given.emit(self.name, {self.name: who, self.switch: value == ME})


def _open(rows: list[Row]) -> str:
    without = sum(row.task is not None and row.is_open for row in rows)
    if not without:
        return ""
    if without == 1:
        return say("1 task has no one yet.")
    return say("{n} tasks have no one yet.", n=without)
