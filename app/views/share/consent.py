"""What whoever hands in a map agrees to: read, ticked, and put in the file."""

import os
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.models.consent import Consent, code_of, sealed
from app.settings import Settings
from app.views.widgets import theme
from app.views.widgets.buttons import Choice, Tick
from app.views.widgets.fields import caption_font, soft_line
from app.words import filled, say

_PASSING: Final = os.urandom(32)
"""Makes the codes of maps where nothing is remembered: they stay for as long as Kring runs."""


class ConsentBox(QWidget):
    """One sentence of purpose and a tick; nothing is agreed to without it."""

    changed = Signal()
    """Something is agreed to, or no longer."""

    def __init__(self, parent: QWidget | None, settings: Settings | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._map = self._code = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(4))
        self.lesson = Choice(say("For the lesson"), parent=self)
        self.research = Choice(say("For research"), parent=self)
        self.lesson.setChecked(True)
        self.by = QLineEdit(self)
        self.by.setMaxLength(120)
        self.by.setPlaceholderText(say("Who is doing the research?"))
        self.by.setAccessibleName(say("Who is doing the research"))
        self.until = QDateEdit(QDate.currentDate().addYears(1), self)
        self.until.setCalendarPopup(True)
        self.until.setAccessibleName(say("It may be kept until"))
        self._sentence, self.withdraw = soft_line(), soft_line()
        self.agrees = Tick(say("I agree"), parent=self)
        self.wall = Tick(say("My drawing may be on the wall (without names)"), parent=self)
        caption = QLabel(say("What may it be used for?"), self)
        caption.setFont(caption_font())
        caption.setProperty("role", "soft")
        column.addWidget(caption)
        row = QHBoxLayout()
        column.addLayout(row)
        for choice in (self.lesson, self.research):
            row.addWidget(choice)
        column.addWidget(self.by)
        column.addWidget(self.until)
        card = QFrame(self)
        card.setProperty("role", "card")
        column.addWidget(card)
        agreed = QVBoxLayout(card)
        agreed.setContentsMargins(12, 12, 12, 12)
        agreed.setSpacing(theme.scaled(4))
        for widget in (self._sentence, self.agrees, self.wall, self.withdraw):
            agreed.addWidget(widget)
        self.lesson.toggled.connect(self._show)
        self.lesson.toggled.connect(self.changed)
        self.agrees.asked.connect(self._agree)
        self.wall.asked.connect(self._allow)
        self._agreed = self._allowed = False
        self._show()

    def show_map(self, map_id: str) -> None:
        """Ask about a map; of another one nothing is agreed to yet."""
        if map_id != self._map:
            secret = _PASSING if self._settings is None else self._settings.secret
            self._map, self._code = map_id, code_of(map_id, secret)
            self._agreed = self._allowed = False
            self._show()

    @property
    def place(self) -> Any:
        """Return the texts and ticks, to restore them."""
        research = self.research.isChecked(), self.by.text(), self.until.date().toPython()
        return research, self._agreed, self._allowed

    def go_on_at(self, place: Any) -> None:
        """Go on where a box that was built before this one stood."""
        (is_research, by, until), self._agreed, self._allowed = place
        self.by.setText(by)
        self.until.setDate(until)
        (self.research if is_research else self.lesson).setChecked(True)
        self._show()

    def given(self) -> Consent | None:
        """Return the consent; None without the tick."""
        if not self._agreed or self.isHidden():
            return None
        is_research = self.research.isChecked()
        day = self.until.date()
        return Consent(
            purpose="research" if is_research else "lesson",
            by=self.by.text().strip() if is_research else "",
            until=date(day.year(), day.month(), day.day()) if is_research else None,
            wall=self._allowed,
            withdrawal=sealed(self._code),
        )

    def _agree(self, wanted: bool) -> None:
        self._agreed = wanted
        self._show()
        self.changed.emit()

    def _allow(self, wanted: bool) -> None:
        self._allowed = wanted
        self._show()

    def _show(self) -> None:
        is_research = self.research.isChecked()
        self.by.setVisible(is_research)
        self.until.setVisible(is_research)
        self._sentence.setText(
            say(
                "My answers may be used for this research, together with those of others, until "
                "the date above. No one can be picked out."
            )
            if is_research
            else say(
                "My map is used in this lesson to see what we say together. No one can be "
                "picked out, and it is not marked."
            )
        )
        self.agrees.show_state(self._agreed)
        self.wall.setVisible(self._agreed)
        self.wall.show_state(self._allowed)
        self.withdraw.setVisible(self._agreed)
        code = say(
            "This is in the file too. To withdraw it, give your lecturer this code: {code}. "
            "Write it down."
        )
        self.withdraw.setText(filled(code, code=self._code.replace("-", "-\N{WORD JOINER}")))
