"""What a group shows before there is something to show: how to begin, and what one expects."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.report.group import QUESTIONS, question, questions
from app.views.widgets import drafts, theme
from app.views.widgets.word_button import WordButton
from app.words import say

_WIDE: Final = 560
_MOST_GUESSED: Final = 60
"""Partners on a map."""


class Card(QFrame):
    """A card in the middle of the screen."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setMaximumWidth(theme.scaled(_WIDE))
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(32, 24, 32, 24)
        self.column.setSpacing(16)
        self.heading = QLabel(title, self)
        self.heading.setFont(theme.font("question"))
        self.heading.setWordWrap(True)
        self.column.addWidget(self.heading)

    def add_text(self, text: str, *, soft: bool = False) -> QLabel:
        """Add a paragraph."""
        label = QLabel(text, self)
        label.setWordWrap(True)
        if soft:
            label.setProperty("role", "soft")
        else:
            label.setFont(theme.font("reading"))
        self.column.addWidget(label)
        return label


class StartCard(Card):
    """Makes a group, or an invented class to practise with."""

    made = Signal(str)
    practise = Signal()
    open_wanted = Signal()
    """What a lecturer gave back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("What do our maps say together?"), parent)
        self.add_text(
            say(
                "Collect the maps of a class or a team, and see on one screen who you speak to "
                "every week and who matters. No one can be picked out: Kring keeps answers only, "
                "without names or texts, and shows no small numbers."
            )
        )
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(say("What is the group called?"))
        self.name.setAccessibleName(say("New group"))
        self.name.setMaxLength(60)
        self.name.returnPressed.connect(self._make)
        make = WordButton(say("New group"), self)
        make.setProperty("role", "primary")
        make.clicked.connect(self._make)
        row = QHBoxLayout()
        self.column.addLayout(row)
        row.addWidget(self.name, 1)
        row.addWidget(make)
        self.practise_button = WordButton(say("Practise with an invented class of 24"), self)
        self.practise_button.clicked.connect(self.practise)
        self.column.addWidget(self.practise_button, 0, Qt.AlignmentFlag.AlignLeft)
        given_back = WordButton(say("Open what a lecturer gave back …"), self)
        given_back.clicked.connect(self.open_wanted)
        self.column.addWidget(given_back, 0, Qt.AlignmentFlag.AlignLeft)
        drafts.watch(self)

    def draft(self) -> str:
        """Return the name that is typed for a group that is not made yet."""
        return self.name.text().strip()

    def keep_draft(self) -> None:
        """Make the group."""
        self._make()

    def _make(self) -> None:
        self.made.emit(self.name.text().strip() or say("Our group"))
        self.name.clear()


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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose all of it at a click as well: beside the dash no number can be typed."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseButtonRelease and not self.lineEdit().hasSelectedText():
            self.selectAll()
        return done

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


def centred(card: QWidget, parent: QWidget) -> QWidget:
    """Return a page with a card in its middle; it scrolls where that is higher."""
    scroll = QScrollArea(parent)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page = QWidget(scroll)
    scroll.setWidget(page)
    around = QVBoxLayout(page)
    around.addStretch(1)
    row = QHBoxLayout()
    around.addLayout(row)
    row.addStretch(1)
    row.addWidget(card, 100)
    row.addStretch(1)
    around.addStretch(2)
    return scroll
