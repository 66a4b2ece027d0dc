"""What a group expects, before it sees what is so."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from app.report.group_tables import QUESTIONS, question, questions
from app.views.group.cards import Card
from app.views.widgets import theme
from app.views.widgets.word_button import WordButton
from app.words import say

_MOST_GUESSED: Final = 60
"""Partners on a map."""


class GuessBox(QSpinBox):
    """A number that may be left out; what is typed takes the place of what stood there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(-1, _MOST_GUESSED)
        self.setSpecialValueText("–")
        self.setValue(-1)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFont(theme.font("reading"))
        self.lineEdit().installEventFilter(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose all of it however the keyboard comes."""
        super().focusInEvent(event)
        self._choose_all()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose all of it at a click as well: beside the dash no number can be typed."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._choose_all()
        return done

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do so beside the line too: a click on the edge leads into it."""
        super().mouseReleaseEvent(event)
        self._choose_all()

    def _choose_all(self) -> None:
        if not self.lineEdit().hasSelectedText():
            self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a guess is not changed on the way past."""
        event.ignore()


class GuessCard(Card):
    """Asks what the group expects, before it sees what is so."""

    reveal = Signal(object)
    """The guesses, by what was asked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("What do you expect?"), parent)
        self._count = self.add_text("")
        self._questions = self.add_text(say("Guess first, together. You can skip this."), soft=True)
        self._asked: tuple[str, ...] = ()
        self.boxes: dict[str, GuessBox] = {}
        self._labels: dict[str, QLabel] = {}
        for id_ in QUESTIONS:
            row = QHBoxLayout()
            self.column.addLayout(row)
            label, box = QLabel(self), GuessBox(self)
            label.setWordWrap(True)
            label.setFont(theme.font("reading"))
            row.addWidget(label, 1)
            row.addWidget(box)
            self.boxes[id_], self._labels[id_] = box, label
        self.button = WordButton(say("See what we said"), self)
        self.button.setProperty("role", "primary")
        self.button.setFont(theme.font("reading"))
        self.button.clicked.connect(self._reveal)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def ask(self, text: str, people: int, *, enough: bool) -> None:
        """Say how many there are, and ask of so many where that is enough."""
        self.heading.setText(say("What do you expect?") if enough else say("Collecting maps"))
        self._count.setText(text)
        self.call(text, self._questions.text() if enough else "")
        self._questions.setVisible(enough)
        self.button.setVisible(enough)
        self._asked = questions(people) if enough else ()
        for id_, box in self.boxes.items():
            box.setVisible(id_ in self._asked)
            self._labels[id_].setVisible(id_ in self._asked)
            words = question(id_, people)
            self._labels[id_].setText(words)
            box.setAccessibleName(words)
            box.setMaximum(_MOST_GUESSED if id_ == "contacts" else people)

    @property
    def first(self) -> QWidget | None:
        """Return what takes the keyboard first, where something is asked."""
        return self.boxes[self._asked[0]] if self._asked else None

    @property
    def guesses(self) -> Mapping[str, int]:
        """Return the guesses by now, by what is asked."""
        values = {id_: self.boxes[id_].value() for id_ in self._asked}
        return {id_: value for id_, value in values.items() if value >= 0}

    def fill(self, guesses: Mapping[str, int]) -> None:
        """Fill in these guesses, and no others."""
        for id_, box in self.boxes.items():
            box.setValue(guesses.get(id_, -1))

    def _reveal(self) -> None:
        self.reveal.emit(tuple(self.guesses.items()))
        self.fill({})
