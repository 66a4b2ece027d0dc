"""What the owner is going to do: a list of intentions, and how each went."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.document import Document
from app.exchange.calendar import calendar
from app.exchange.names_in_text import names_in
from app.models.network import Activity, Changes, Intention, Network, Partner
from app.models.problem import Problem
from app.models.vocabulary import folded
from app.views.reflect.entries import entries
from app.views.reflect.intention_card import IntentionCard
from app.views.widgets import drafts, theme
from app.views.widgets.fields import soft_line
from app.views.widgets.new_text import NewText
from app.views.widgets.one_stop import OneStop
from app.views.widgets.save_dialog import ask_where
from app.views.widgets.saving import write_file
from app.views.widgets.segmented import give_keyboard
from app.views.widgets.side_scroll import SideScroll
from app.words import filled, say
from app.words.listing import listed


class IntentionsPage(SideScroll):
    """The open intentions, the first to come first; below them those that are behind one."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.cards_by_id: dict[str, IntentionCard] = {}
        self._spare: list[IntentionCard] = []
        self._sought = ""
        self._lit: tuple[str, ...] = ()
        self._build(self.inside)
        document.changed.connect(self._follow)
        document.opened.connect(self._show_opened)
        document.refused.connect(self._show_opened)
        drafts.watch(self)

    def _build(self, inside: QWidget) -> None:
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(20, 8, 20, 16)
        self._column.setSpacing(12)
        self.field = NewText()
        self.field.setPlaceholderText(say("What will you do next?"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.finished.connect(self._keep)
        self.field.edited.connect(self._allow_keeping)
        self.keep_button = QPushButton(say("Save"), inside)
        self.keep_button.setMinimumHeight(theme.scaled(36))
        self.keep_button.clicked.connect(self._keep)
        row = QHBoxLayout()
        self._column.addLayout(row)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.hint = soft_line()
        self._column.addWidget(self.hint)
        self._behind = QLabel(say("Done or let go"), inside)
        self._behind.setFont(theme.font("strong"))
        self._behind.setContentsMargins(0, theme.GRID, 0, 0)
        self._column.addWidget(self._behind)
        self.calendar_button = QPushButton(say("Reminders for your calendar …"), inside)
        self.calendar_button.setProperty("role", "quiet")
        self.calendar_button.setMinimumHeight(theme.scaled(28))
        self.calendar_button.clicked.connect(self._choose_calendar)
        self._column.addWidget(self.calendar_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._named = soft_line()
        self._column.addWidget(self._named)
        self._column.addStretch(1)
        self._stop = OneStop((), inside)

    def draft(self) -> str:
        """Return the intention in the field, which is not in the list yet."""
        return self.field.text().strip() if self._document.is_editable else ""

    def keep_draft(self) -> None:
        """Put it in the list."""
        self._keep()

    def begin(self) -> None:
        """Show the intentions of the open map, with the cursor where a new one is written."""
        self._document.end_merging()
        self.show_map()
        give_keyboard(self.field)

    def show_intention(self, intention_id: str) -> None:
        """Bring the card of an intention in sight, with the cursor on how far it is."""
        self._sought = intention_id
        QTimer.singleShot(0, self, self._bring_in_sight)  # once the cards have their places

    def _bring_in_sight(self) -> None:
        card = self.cards_by_id.get(self._sought)
        if card is not None:
            card.focus_state()
            self.ensureWidgetVisible(card)

    @property
    def cards(self) -> tuple[IntentionCard, ...]:
        """Return the cards from top to bottom."""
        return tuple(self.cards_by_id[intention.id] for intention in self._in_order())

    def show_map(self) -> None:
        """Show the intentions as they are now."""
        found = self._in_order()
        for key in self.cards_by_id.keys() - {intention.id for intention in found}:
            card = self.cards_by_id.pop(key)
            card.hide()
            self._column.removeWidget(card)
            self._spare.append(card)  # a widget that is deleted can end the process
        for intention in found:
            card = self.cards_by_id.get(intention.id) or self._new_card(intention)
            card.show_intention(intention)
        ahead = [self.cards_by_id[i.id] for i in found if i.is_open]
        behind = [self.cards_by_id[i.id] for i in found if not i.is_open]
        for at, widget in enumerate((*ahead, self._behind, *behind), 2):
            if self._column.indexOf(widget) != at:
                self._column.removeWidget(widget)
                self._column.insertWidget(at, widget)
        self._stop.take_rows([card.stops for card in self.cards])
        self._behind.setVisible(any(not intention.is_open for intention in found))
        editable = self._document.is_editable
        self.field.setEnabled(editable)
        self.keep_button.setEnabled(editable and bool(self.field.text().strip()))
        self.calendar_button.setVisible(bool(entries(self._document.map)))
        self._show_named()
        self.hint.setVisible(not found or not editable)
        self.hint.setText(
            say(
                "One clear plan is enough: strengthen a contact, ease off on one, look for a "
                "new partner or try doing something together."
            )
            if editable
            else say("This map is finished. Reopen it to add plans.")
        )

    def _show_named(self) -> None:
        """Name the partners who will appear in a calendar, which others may be able to read."""
        dated = entries(self._document.map) if self._document.is_open else []
        texts = [text for entry in dated for text in (entry.title, entry.text)]
        network, partners = self._document.map.network, self._document.map.partners
        named = names_in(texts, [*(partner.name for partner in partners), network.subject])
        text = say("The reminders contain: {names}. Can others read your calendar?")
        self._named.setText(filled(text, names=listed(named)))
        self._named.setVisible(bool(named))

    def _in_order(self) -> list[Intention]:
        found = self._document.map.all_of(Intention) if self._document.is_open else ()
        return sorted(found, key=lambda i: (not i.is_open, i.due or date.max))

    def _new_card(self, intention: Intention) -> IntentionCard:
        if self._spare:
            card = self._spare.pop()
            card.show()
        else:
            card = IntentionCard(self._document, self.widget())
            card.lit.connect(self._note_lit)
            card.show()
        self.cards_by_id[intention.id] = card
        return card

    def _follow(self, before: Changes, after: Changes) -> None:
        concerned = (before[key] or record for key, record in after.items())
        if self.isVisible() and any(
            isinstance(record, Intention | Activity | Partner | Network) for record in concerned
        ):
            self.show_map()

    def _show_opened(self, _problem: object = None) -> None:
        if self.isVisible() and self._document.is_open:
            self.show_map()

    def _allow_keeping(self, text: str) -> None:
        self.keep_button.setEnabled(self._document.is_editable and bool(text.strip()))

    def _keep(self) -> None:
        """Keep a new intention, about who is named in it or else selected, and open it."""
        what = self.field.text()
        partner = named_in(what, self._document.map.partners)
        selected = self._document.selection
        if partner is None and len(selected) == 1 and selected != self._lit:
            partner = selected[0]
        made = self._document.intend(what, partner=partner)
        if made is not None:
            self.field.clear()
            if card := self.cards_by_id.get(made):  # a page that is out of sight has none yet
                card.unfold()

    def _note_lit(self) -> None:
        self._lit = self._document.selection

    # Reminders.

    def _choose_calendar(self) -> None:
        path = ask_where(
            self,
            say("Reminders for your calendar, with your plans and the names in them"),
            "",
            say("Calendar (*.ics)"),
        )
        if path is not None:
            self.write_calendar(path)

    def write_calendar(self, path: Path) -> None:
        """Write a reminder of all that is open and has a date."""
        try:
            write_file(path, calendar(entries(self._document.map), datetime.now(UTC)))
        except Problem as problem:
            self.failed.emit(problem)
            return
        text = say(
            "The reminders are in {file}. Open it with your calendar. They contain your plans, "
            "with the names of your partners: think about who else sees that calendar."
        )
        self.told.emit(filled(text, file=path.name))


def named_in(text: str, partners: Iterable[Partner]) -> str | None:
    """Return the id of the one partner whose name stands in a text, or None.

    Of names within each other the longest counts: “Noor's parents” is not about “Noor”.
    """
    said = _spaced(text)
    names = {partner.id: _spaced(partner.name) for partner in partners}
    found = {key: name for key, name in names.items() if len(name) > len(" a ") and name in said}
    longest = [
        key
        for key, name in found.items()
        if not any(name in other and name != other for other in found.values())
    ]
    return longest[0] if len(longest) == 1 else None


def _spaced(text: str) -> str:
    """Return the words of a text, each between spaces."""
    words = re.findall(r"\w+", folded(text))
    return f" {' '.join(words)} "
