"""What was done together with a partner: agreed before, talked over after."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.document import Document
from app.models.network import Activity, Changes, new_id, rules_of
from app.views.people.editors import editor
from app.views.reflect.unfolding_card import UnfoldingCard
from app.views.widgets import theme
from app.views.widgets.fields import Field
from app.views.widgets.one_stop import OneStop
from app.words import joined, say
from app.words.dates_and_numbers import shown_date
from app.words.field_names import field_label


class ActivityList(QWidget):
    """A card for everything done together with one partner, the newest first."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._partner = ""
        self.cards: list[UnfoldingCard] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        title = QLabel(say("What we did together"), self)
        title.setFont(theme.font("heading"))
        column.addWidget(title)
        self.add_button = QPushButton(say("Add something done together"), self)
        self.add_button.setMinimumHeight(theme.scaled(32))
        self.add_button.clicked.connect(self.add)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._stop = OneStop((), self)
        self._cards = QVBoxLayout()
        column.addLayout(self._cards)
        document.changed.connect(self._follow)

    def show_partner(self, partner_id: str) -> None:
        """Show what was done with a partner as it stands now."""
        self._partner = partner_id
        self.add_button.setEnabled(self._document.is_editable)
        done = [a for a in self._document.map.all_of(Activity) if a.partner == partner_id][::-1]
        if [card.record_id for card in self.cards] != [activity.id for activity in done]:
            for card in self.cards:
                card.hide()
                card.deleteLater()
            self.cards = [UnfoldingCard(self._document, one.id, _fields, self) for one in done]
            for card in self.cards:
                self._cards.addWidget(card)
            self._stop.take([card.heading for card in self.cards])
        for card, activity in zip(self.cards, done, strict=True):
            card.show_record(activity, called(activity))

    def _follow(self, _before: Changes, _after: Changes) -> None:
        if self._partner and self.isVisible():
            self.show_partner(self._partner)

    def add(self) -> None:
        """Add an activity of today's partner and unfold it."""
        made = self._document.keep(Activity(id=new_id(), partner=self._partner))
        if made is not None:
            self.show_partner(self._partner)
            self.cards[0].unfold()


def called(activity: Activity) -> str:
    """Return an activity in a line: when, and what in its first words."""
    first = (activity.what or activity.agreed or activity.talk).strip().split("\n")[0]
    parts = (shown_date(activity.day), first)
    return joined((part for part in parts if part), between=" · ") or say("Something done together")


def _fields() -> list[Field]:
    told = ((name, rule) for name, rule in rules_of(Activity).items() if rule.is_told)
    return [editor(name, rule, _asked(name)) for name, rule in told]


def _asked(name: str) -> str:
    return say("What we did") if name == "what" else field_label(name)
