"""How to begin: a group by its name, an invented class, or what a lecturer gave back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.views.group import texts
from app.views.group.cards import Card
from app.views.widgets import drafts
from app.views.widgets.new_line import NewLine
from app.views.widgets.word_button import WordButton
from app.words import say


class StartCard(Card):
    """Makes a group, or an invented class to practise with."""

    made = Signal(str)
    practise = Signal()
    open_wanted = Signal()
    """What a lecturer gave back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("What do our maps say together?"), parent)
        about = self.add_text(
            say(
                "Collect the maps of a class or a team, and see on one screen who you speak to "
                "every week and who you find important. No one can be picked out: Kring saves "
                "answers only, without names or texts, and shows no small numbers."
            )
        )
        self.call(about.text())
        self.name = NewLine(self)
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
        self.practise_button = WordButton(texts.practise(), self)
        self.practise_button.clicked.connect(self.practise)
        self.column.addWidget(self.practise_button, 0, Qt.AlignmentFlag.AlignLeft)
        given_back = WordButton(say("Open results a lecturer gave back …"), self)
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
