"""Along a framework of competences: of every line, where on the map it shows, and how far."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.document import Document
from app.models.competences import framework
from app.models.network import Activity, Answer, Changes, Evidence, Intention, new_id
from app.models.problem import Problem
from app.models.vocabulary import Term, vocabulary
from app.views.reflect.activities import called
from app.views.reflect.unfolding_card import PeopleField, Unfolding, by_name
from app.views.widgets import theme
from app.views.widgets.fields import Field, choice_field, soft_line
from app.views.widgets.one_stop import OneStop
from app.views.widgets.side_scroll import SideScroll
from app.views.widgets.text_fields import TextField
from app.words import current_language, joined, say


class CompetencePage(SideScroll):
    """Every line of the framework folds open on its evidence; nothing is scored."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.lines: dict[str, LineRow] = {}
        page = self.inside
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 8, 20, 16)
        column.setSpacing(theme.GRID)
        title = QLabel(page)
        title.setWordWrap(True)
        title.setFont(theme.font("heading"))
        column.addWidget(title)
        self.note = soft_line()
        try:
            frame = framework()
        except Problem:
            title.setText(say("The framework could not be read"))
            self.note.setText(
                say(
                    "Kring cannot read the file competences.toml next to your maps. Correct it, "
                    "or move it away to go back to Kring's own framework."
                )
            )
            column.addWidget(self.note)
        else:
            title.setText(frame.label(current_language()))
            for line in frame.lines.values():
                row = self.lines[line.id] = LineRow(document, line, page)
                column.addWidget(row)
            OneStop([row.heading for row in self.lines.values()], page)
            self.note.setText(frame.note.label(current_language()))
            column.addWidget(self.note)
        column.addStretch(1)
        document.changed.connect(self._follow)
        document.opened.connect(self.begin)

    def begin(self) -> None:
        """Show what the map holds of every line."""
        if self._document.is_open:
            kept = {one.line: one for one in self._document.map.all_of(Evidence)}
            for key, row in self.lines.items():
                row.show_evidence(kept.get(key))

    def _follow(self, _before: Changes, _after: Changes) -> None:
        if self.isVisible():
            self.begin()


class LineRow(Unfolding):
    """A line of the framework, and what is shown of it."""

    def __init__(self, document: Document, line: Term, parent: QWidget | None = None) -> None:
        super().__init__(document, f"competence {line.id}", parent)
        self._line = line
        self._evidence: Evidence | None = None

    def show_evidence(self, evidence: Evidence | None) -> None:
        """Show what is kept of this line; None where nothing is."""
        self._evidence = evidence
        shown = evidence or Evidence(id="-", line=self._line.id)
        tongue = current_language()
        stage = vocabulary().choices["stage"][shown.stage].label(tongue) if shown.stage else ""
        parts = (self._line.label(tongue), stage)
        self.heading.setText(joined((part for part in parts if part), between=" · "))
        for field in self.fields:
            field.show_values([getattr(shown, field.name)], editable=self._document.is_editable)

    def _made(self) -> Iterable[Field]:
        return (
            PeopleField("partners", lambda: by_name(self._document.map.partners)),
            PeopleField("sources", lambda: sources(self._document)),
            TextField("text", 2, "", say("How can you tell?")),
            choice_field("stage", "stage"),
        )

    def _fill(self, column: QVBoxLayout) -> None:
        super()._fill(column)
        self.show_evidence(self._evidence)

    def _store(self, name: str, value: Any) -> None:
        if self._evidence is None:
            values = {name: value}
            made = Evidence(id=new_id(), line=self._line.id, **values)
            if self._document.keep(made) is not None:
                self.show_evidence(made)
            return
        self._document.change(self._evidence.id, **{name: value})
        standing = self._document.map.records.get(self._evidence.id)
        self.show_evidence(standing if isinstance(standing, Evidence) else None)


def sources(document: Document) -> list[tuple[str, str]]:
    """Return the answers, intentions and activities of the open map, by id, each in a line."""
    tongue, known = current_language(), vocabulary().questions
    found: list[tuple[str, str]] = []
    for record in document.map.records.values():
        if isinstance(record, Answer) and record.text.strip():
            asked = known.get(record.question)
            found.append((record.id, asked.label(tongue) if asked else record.question))
        elif isinstance(record, Intention):
            found.append((record.id, record.what))
        elif isinstance(record, Activity):
            partner = document.map.partner(record.partner)
            named = (partner.name if partner else "", called(record))
            found.append((record.id, joined((n for n in named if n), between=" · ")))
    return [(key, text if len(text) <= 70 else text[:69] + "…") for key, text in found]
