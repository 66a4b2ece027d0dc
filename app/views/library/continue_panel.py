"""Going on from a map as a new moment: what it is called, of when it is, and what comes along."""

from datetime import date
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.document import Document
from app.models.moments import RATINGS, day_of
from app.storage.content import Summary
from app.views.widgets import theme
from app.views.widgets.buttons import Tick, below_words
from app.views.widgets.date_field import DateField
from app.views.widgets.fields import soft_line
from app.views.widgets.flow import FlowLayout
from app.views.widgets.open_list import OpenListField
from app.words import say

_WIDE: Final = 520


class ContinuePanel(QFrame):
    """A few questions below a map in the library; nothing happens until the button is pressed."""

    made = Signal()
    """The new moment is there, and open."""
    closed = Signal()

    def __init__(
        self, document: Document, summary: Summary, parent: QWidget, *, closable: bool = True
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._from = summary.id
        # What stays when the panel closes is on disk; this is only what is being typed.
        self.values: dict[str, Any] = {
            # "begin" is what Dutch says, and English said before.
            "moment_label": say("end") if summary.moment_label in (say("start"), "begin") else "",
            "moment": day_of(date.today()),  # noqa: DTZ011
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 8)
        column.setSpacing(8)
        intro = soft_line(
            say(
                "This makes a new moment of this map. It copies all partners with their place, "
                "type, area, links and outlines, and any open plans."
            )
        )
        column.addWidget(intro)
        self._ask_which(column)
        self._ask_how(column)
        self._ask_finished(column, can_finish=not summary.finished)
        self._offer(column, closable=closable)

    def _ask_which(self, column: QVBoxLayout) -> None:
        moments = [(word, word) for word in (say("start"), say("end"))]
        hint = say("For example: {word}", word=say("end"))
        self.label = OpenListField("moment_label", [("", moments)], empty="", hint=hint)
        self.day = DateField("moment", say("Pick a date"))
        for field in (self.label, self.day):
            field.setMaximumWidth(theme.scaled(_WIDE // 2))
            field.show_values([self.values[field.name]], editable=True)
            field.given.connect(self._take)
            row = QHBoxLayout()
            column.addLayout(row)  # a column takes lines that wrap to be as wide as it is itself
            row.addWidget(field, 1000)
            row.addStretch(1)

    def _ask_how(self, column: QVBoxLayout) -> None:
        self._choice = QButtonGroup(self)
        self.anew = self._option(say("Rate everyone again"))
        self.keep = self._option(say("Start from the earlier ratings"))
        self.anew.setChecked(True)
        column.addSpacing(8)
        column.addWidget(self.anew)
        why = soft_line(
            say(
                "People who see an old answer tend to repeat it. Starting again gives a fresher "
                "view."
            )
        )
        below_words(why)
        column.addWidget(why)
        column.addWidget(self.keep)

    def _ask_finished(self, column: QVBoxLayout, *, can_finish: bool) -> None:
        self.finish = Tick(say("Mark the earlier moment as finished"), parent=self)
        self.finish.setVisible(can_finish)
        self.finish.asked.connect(self._tick)
        column.addSpacing(8)
        column.addWidget(self.finish)
        self._explained = soft_line(
            say("It then stays as it is. You can reopen it for changes in My maps.")
        )
        below_words(self._explained)
        column.addWidget(self._explained)
        self._explained.setVisible(can_finish)

    def _offer(self, column: QVBoxLayout, *, closable: bool) -> None:
        buttons = QWidget(self)
        flow = FlowLayout(buttons, theme.GRID)
        self.make = QPushButton(say("Make the new moment"), buttons)
        self.make.setProperty("role", "primary")
        self.make.clicked.connect(self._make)
        self.cancel = QPushButton(say("Not now"), buttons)
        self.cancel.setProperty("role", "quiet")
        self.cancel.clicked.connect(self.closed)
        self.cancel.setVisible(closable)
        flow.addWidget(self.make)
        flow.addWidget(self.cancel)
        column.addSpacing(8)
        column.addWidget(buttons)

    def _option(self, text: str) -> QRadioButton:
        option = QRadioButton(text, self)
        option.setProperty("role", "option")
        self._choice.addButton(option)
        return option

    def _take(self, name: str, value: Any) -> None:
        self.values[name] = value
        field = self.day if name == "moment" else self.label
        field.show_values([value], editable=True)

    def _tick(self, wanted: bool) -> None:
        self.finish.show_state(wanted)

    def _make(self) -> None:
        for field in (self.label, self.day):
            field.keep_draft()
        if self.day.draft():
            self.day.setFocus()
            return
        made = self._document.continue_map(
            self._from,
            self.values["moment_label"] or "",
            self.values["moment"],
            clear=RATINGS if self.anew.isChecked() else (),
            finish=self.finish.isChecked(),
        )
        if made is not None:
            self.made.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Enter in a field makes the moment, as it answers a dialog."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._make()
        else:
            super().keyPressEvent(event)
