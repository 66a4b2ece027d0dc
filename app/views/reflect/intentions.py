"""What the owner is going to do: a list of intentions, and how each went."""

from datetime import date, datetime, timezone
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.document import Document
from app.exchange.calendar import calendar
from app.exchange.files import write_file
from app.models.network import Changes, Intention, Network, Partner
from app.models.problem import Problem
from app.models.rules import NAME_LENGTH
from app.views import theme, words
from app.views.fields import soft_line
from app.views.reflect.entries import entries
from app.views.reflect.intention import IntentionCard


class IntentionsPage(QScrollArea):
    """The open intentions, the first to come first; below them those that are behind one."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._cards: dict[str, IntentionCard] = {}
        self._spare: list[IntentionCard] = []
        self.setProperty("role", "side")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self)
        inside.setProperty("role", "side")
        self.setWidget(inside)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(20, 8, 20, 16)
        self._column.setSpacing(10)
        self.field = QLineEdit(inside)
        self.field.setMaxLength(NAME_LENGTH)
        self.field.setPlaceholderText(self.tr("What are you going to do?"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setMinimumHeight(theme.scaled(36))
        self.field.returnPressed.connect(self._keep)
        self.field.textChanged.connect(self._allow_keeping)
        self.keep_button = QPushButton(self.tr("Keep"), inside)
        self.keep_button.setProperty("role", "primary")
        self.keep_button.setMinimumHeight(theme.scaled(36))
        self.keep_button.clicked.connect(self._keep)
        row = QHBoxLayout()
        self._column.addLayout(row)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.keep_button)
        self.hint = soft_line()
        self._column.addWidget(self.hint)
        self._behind = QLabel(self.tr("Behind you"), inside)
        self._behind.setFont(theme.font("strong"))
        self._behind.setContentsMargins(0, theme.GRID, 0, 0)
        self._column.addWidget(self._behind)
        self.calendar_button = QPushButton(self.tr("Reminders for your calendar …"), inside)
        self.calendar_button.setProperty("role", "quiet")
        self.calendar_button.setMinimumHeight(theme.scaled(28))
        self.calendar_button.clicked.connect(self._choose_calendar)
        self._column.addWidget(self.calendar_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        document.changed.connect(self._follow)
        document.opened.connect(self._show_opened)
        document.refused.connect(self._show_opened)

    def begin(self) -> None:
        """Show the intentions of the open map, with the cursor where a new one is written."""
        self._document.end_merging()
        self.show_map()
        self.field.setFocus()

    @property
    def cards(self) -> tuple[IntentionCard, ...]:
        """Return the cards from top to bottom."""
        return tuple(self._cards[intention.id] for intention in self._in_order())

    def show_map(self) -> None:
        """Show the intentions as they are now."""
        found = self._in_order()
        for key in self._cards.keys() - {intention.id for intention in found}:
            card = self._cards.pop(key)
            card.hide()
            self._spare.append(card)  # a widget that is deleted can end the process
        for number, intention in enumerate(found):
            card = self._cards.get(intention.id) or self._new_card(intention)
            card.show_intention(intention)
            place = 2 + number + (0 if intention.is_open else 1)
            if self._column.indexOf(card) != place:
                self._column.removeWidget(card)
                self._column.insertWidget(place, card)
            if not number or found[number - 1].is_open != intention.is_open:
                self._place_behind(found)
        self._place_behind(found)
        self._behind.setVisible(any(not intention.is_open for intention in found))
        editable = self._document.is_editable
        self.field.setEnabled(editable)
        self.keep_button.setEnabled(editable and bool(self.field.text().strip()))
        self.calendar_button.setVisible(any(i.is_open and i.due for i in found))
        self.hint.setVisible(not found)
        self.hint.setText(
            self.tr(
                "One clear intention is enough: strengthen a contact, let one be looser, look for "
                "a new partner, or do something together once."
            )
            if editable
            else self.tr("This map is closed for changes, so there is no writing.")
        )

    def _place_behind(self, found: list[Intention]) -> None:
        place = 2 + sum(intention.is_open for intention in found)
        if self._column.indexOf(self._behind) != place:
            self._column.removeWidget(self._behind)
            self._column.insertWidget(min(place, self._column.count()), self._behind)

    def _in_order(self) -> list[Intention]:
        found = self._document.map.all_of(Intention) if self._document.is_open else ()
        return sorted(found, key=lambda i: (not i.is_open, i.due or date.max))

    def _new_card(self, intention: Intention) -> IntentionCard:
        if self._spare:
            card = self._spare.pop()
            card.fold()
            card.show()
        else:
            card = IntentionCard(self._document, self.widget())
            card.show()
        self._cards[intention.id] = card
        return card

    def _follow(self, before: Changes, after: Changes) -> None:
        concerned = (before[key] or record for key, record in after.items())
        if self.isVisible() and any(
            isinstance(record, Intention | Partner | Network) for record in concerned
        ):
            self.show_map()

    def _show_opened(self, _problem: object = None) -> None:
        if self.isVisible() and self._document.is_open:
            self.show_map()

    def _allow_keeping(self, text: str) -> None:
        self.keep_button.setEnabled(self._document.is_editable and bool(text.strip()))

    def _keep(self) -> None:
        """Keep a new intention, about who is selected, and open it to say more."""
        selected = self._document.selection
        partner = selected[0] if len(selected) == 1 else None
        made = self._document.intend(self.field.text(), partner=partner)
        if made is not None:
            self.field.clear()
            self._cards[made].unfold()

    # Reminders.

    def _choose_calendar(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Reminders for your calendar"),
            str(Path(folder) / "kring.ics"),
            self.tr("Calendar (*.ics)"),
        )
        if name:
            self.write_calendar(Path(name))

    def write_calendar(self, path: Path) -> None:
        """Write a reminder of every open intention with a date."""
        try:
            write_file(path, calendar(entries(self._document.map), datetime.now(timezone.utc)))
        except Problem as problem:
            self.failed.emit(problem)
            return
        text = self.tr("The reminders are in {file}. Open it with your calendar.")
        self.told.emit(text.replace("{file}", path.name))


def question_of(intention: Intention) -> str:
    """Return how it is asked after the day: *You intended: … How did it go?*"""
    text = words.translate("Intentions", "You intended: {what}. How did it go?")
    return text.replace("{what}", intention.what.strip().rstrip("."))
