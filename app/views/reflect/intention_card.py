"""One intention on a card: what, with whom and by when; unfolded, all there is to say of it."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.analysis.composition import outside
from app.document import Document
from app.models.network import Intention, Partner
from app.models.vocabulary import Term, vocabulary
from app.views.widgets import theme
from app.views.widgets.answer_segments import Option, Segments
from app.views.widgets.date_field import DateField
from app.views.widgets.fields import Field, ListField, choice_field
from app.views.widgets.heard_as import hear_as
from app.views.widgets.memory import remember
from app.views.widgets.question import ask_text
from app.views.widgets.text_fields import TextField
from app.views.widgets.wrapping import AllLines, wrapped
from app.words import current_language, filled, joined, phrases, say
from app.words.dates_and_numbers import shown_date

_SOMEBODY_NEW = "new partner"
"""Stands in the list of partners where an id would: an id of a record has no space in it."""


class IntentionCard(QFrame):
    """Shows an intention and stores at once what the person says of it."""

    lit = Signal()
    """The card selected on the map with whom the intention is."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._intention: Intention | None = None
        self.fields: list[Field] = []
        self.setProperty("role", "card")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self.title = AllLines(parent=self)
        self.title.setMinimumWidth(1)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setFont(theme.font("strong"))
        self._lines = 0
        column.addWidget(self.title)
        self.about = AllLines(parent=self)
        self.about.setMinimumWidth(1)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setProperty("role", "soft")
        column.addWidget(self.about)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(8)
        self.state = Segments(say("How is it going?"), _states())
        self.state.chosen.connect(self._end)
        row.addWidget(self.state, 1)
        self.more = QPushButton(say("More"), self)
        self.more.setProperty("role", "quiet")
        hear_as(self.more, "fold")
        self.more.setMinimumHeight(theme.scaled(28))
        self.more.toggled.connect(self._fold)
        self.more.clicked.connect(self._light_opened)
        self._folds = remember(self.more, "")
        row.addWidget(self.more)
        self.stops = (*self.state.hand_over(), self.more)
        """What the arrow keys reach: all cards are one stop of Tab."""
        self.outcome = TextField("outcome")
        self._take(self.outcome)
        column.addWidget(self.outcome)
        self._body = QWidget(self)
        self._body.hide()
        column.addWidget(self._body)

    def show_intention(self, intention: Intention) -> None:
        """Show an intention as it is now."""
        self._intention = intention
        self._folds.call(f"intention {intention.id}")
        editable = self._document.is_editable
        self._show_title()
        self.about.setText(described(intention, self._partner(intention)))
        if not self.more.isChecked():
            self.about.setVisible(bool(self.about.text()))
        self.state.show_value(intention.state)
        self.state.setEnabled(editable)
        self.outcome.setVisible(not intention.is_open)
        for field in self.fields:
            if isinstance(field, _WhomField):
                field.show_people(self._document.map.partners)
            elif field.name == "step":
                field.setVisible(self._has_step())
            field.show_values([getattr(intention, field.name)], editable=editable)

    def _show_title(self) -> None:
        """Say what is intended; above the field in which it is typed, on as many lines as before.

        Else what is typed there would push its own field down.
        """
        title, words = self.title, self._intention.what if self._intention is not None else ""
        if self._is_held:
            lines, most = self._broken(), self._lines
            last = title.fontMetrics().elidedText(
                " ".join(lines[most - 1 :]), Qt.TextElideMode.ElideRight, title.width()
            )
            words = "\n".join([*lines[: most - 1], last])
        title.setMinimumHeight(self._is_held * self._lines * title.fontMetrics().lineSpacing())
        title.setText(words)

    @property
    def _is_held(self) -> bool:
        return self.more.isChecked() and self._lines > 0

    def _broken(self) -> list[str]:
        """Return what is intended in the lines that it takes."""
        said, title = self._intention.what if self._intention is not None else "", self.title
        parts = said.split("\n")
        return [line for part in parts for line in wrapped(part, title.width(), title.font())]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have as many lines for what is intended as it takes now."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lines = len(self._broken())
            self._show_title()

    def focus_state(self) -> None:
        """Put the cursor where is said how far it is, and light up with whom it is."""
        next((one for one in self.stops if one.isChecked()), self.more).setFocus()
        self._light()

    def unfold(self) -> None:
        """Show all fields, with the cursor in the first that is still to be filled."""
        self.more.setChecked(True)
        self._light()
        self.fields[2].setFocus()

    def _fold(self, opened: bool) -> None:
        if opened and len(self.fields) == 1:
            self._make_fields()
        self._lines = len(self._broken())
        self._body.setVisible(opened)
        if self._intention is not None:
            self.show_intention(self._intention)

    def _light_opened(self, opened: bool) -> None:
        if opened:
            self._light()

    def _light(self) -> None:
        if self._intention is not None and self._intention.partner:
            self._document.select([self._intention.partner])
            self.lit.emit()

    def _make_fields(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(theme.scaled(12))
        for field in (
            TextField("what", 1),
            _WhomField(),
            choice_field("direction", "direction"),
            choice_field("step", "ladder"),
            TextField("first_step", 1),
            DateField("due", say("Pick a date"), ahead=True),
            TextField("sign"),
        ):
            self._take(field)
            column.addWidget(field)
        self.remove = QPushButton(say("Remove"), self._body)
        self.remove.setProperty("role", "quiet")
        self.remove.setMinimumHeight(theme.scaled(28))
        self.remove.clicked.connect(self._drop)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def _has_step(self) -> bool:
        """Tell whether a step of the ladder can be tried: with a partner outside the school."""
        partner = self._partner(self._intention) if self._intention is not None else None
        return partner is not None and bool(outside([partner]))

    def _take(self, field: Field) -> None:
        field.given.connect(self._store)
        field.left.connect(self._document.end_merging)
        self.fields.append(field)

    def _partner(self, intention: Intention) -> Partner | None:
        return self._document.map.partner(intention.partner or "")

    # Storing.

    def _store(self, name: str, value: Any) -> None:
        if self._intention is None:
            return
        if (name, value) == ("partner", _SOMEBODY_NEW):
            self._ask_somebody_new(self._intention.id)
        else:
            self._document.set_intention(self._intention.id, **{name: value})
        self._show_what_holds()

    def _ask_somebody_new(self, intention_id: str) -> None:
        question = say("Who would you like to work with?")
        name = ask_text(self, say("Someone new"), question, say("Add"))
        if name is not None:
            self._document.intend_with(intention_id, name)

    def _end(self, state: str | None) -> None:
        if self._intention is not None:
            values = Intention.values_of(state or "")
            self._document.set_intention(self._intention.id, **values)
            self._show_what_holds()

    def _drop(self) -> None:
        if self._intention is not None:
            self._document.drop_intention(self._intention.id)

    def _show_what_holds(self) -> None:
        standing = self._document.map.records.get(self._intention.id if self._intention else "")
        if isinstance(standing, Intention):
            self.show_intention(standing)


class _WhomField(ListField):
    """Somebody of the map, or somebody who is still to come on it."""

    def __init__(self) -> None:
        super().__init__("partner", [])

    def show_people(self, partners: Iterable[Partner]) -> None:
        """Offer these people, by name."""
        new = say("Someone new …")
        people = sorted(partners, key=lambda partner: partner.name.casefold())
        terms = (
            *(Term(id=p.id, nl=p.name, en=p.name) for p in people),
            Term(id=_SOMEBODY_NEW, nl=new, en=new),
        )
        if terms != self._terms:
            self._terms = terms
            self._combo.clear()
            self._combo.addItems([term.label(current_language()) for term in terms])


def described(intention: Intention, partner: Partner | None) -> str:
    """Return in one line with whom, which way and by when, and how it went."""
    ways = vocabulary().choices["direction"]
    way = ways[intention.direction].label(current_language()) if intention.direction else ""
    by = say("by {date}")
    due = filled(by, date=shown_date(intention.due)) if intention.due else ""
    parts = (partner.name if partner else "", way, due)
    return joined((part for part in parts if part), between=" · ")


def _states() -> list[Option]:
    states = phrases.intention_states().items()
    return [Option(state, text, text, str(n)) for n, (state, text) in enumerate(states, start=1)]
