"""The line above a group: which one it is, how many are in, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.models.groups import Group
from app.views.group import texts
from app.views.widgets import theme
from app.views.widgets.menu import Menu
from app.views.widgets.texts import paragraph
from app.words import say


class GroupHead(QWidget):
    """Says and offers; the screen does it."""

    chosen = Signal(int)
    """The place of a group in the list."""
    wanted = Signal(str)
    """The name of what the screen is to do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = self._row = QHBoxLayout()
        column.addLayout(row)
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(say("Which group"))
        self.choice.setFont(theme.font("strong"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.activated.connect(self.chosen)
        self.line = paragraph(self, soft=True)
        row.addWidget(self.choice)
        if theme.is_large():  # between the buttons it would be a tall column
            row.addStretch(1)
            column.addWidget(self.line)
        else:
            row.addWidget(self.line, 1)
        self.again = self._button("reveal_again", say("Show again"))
        self.again.setProperty("role", "primary")
        self.add = self._button("choose_files", say("Add maps …"))
        self.watch = self._button("choose_folder", say("Watch a folder …"))
        row.addWidget(self._more())

    def _button(self, id_: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda: self.wanted.emit(id_))
        self._row.addWidget(button)
        return button

    def _more(self) -> QToolButton:
        more = QToolButton(self)
        more.setIcon(theme.icon("more"))
        more.setAccessibleName(say("More about this group"))
        more.setToolTip(say("More about this group"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = Menu(more)
        for id_, text in (
            ("ask_new", say("New group …")),
            ("practise", texts.practise()),
            ("ask_rename", say("Rename …")),
            ("ask_expected", say("Say how many to wait for …")),
            ("show_not_read", say("See what was not read …")),
            ("ask_save", say("Save a report, tables or the picture …")),
            ("ask_hand_back", say("Give the results back to everyone …")),
            ("ask_withdraw", say("Remove a map by its code …")),
            ("ask_open", say("Open results a lecturer gave back …")),
            ("remove", say("Remove this group")),
        ):
            action = menu.addAction(text)
            action.setData(id_)
            action.triggered.connect(lambda _=False, id_=id_: self.wanted.emit(id_))
        more.setMenu(menu)
        self.menu = menu
        return more

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show which groups there are."""
        self.choice.clear()
        self.choice.addItems([group.name for group in groups])

    def show_state(
        self, text: str, *, is_watching: bool, has_news: bool, is_own: bool, lacks: bool
    ) -> None:
        """Show what is so of the group; one that was given back takes no maps."""
        self.line.setText(text)
        self.watch.setText(say("Stop watching") if is_watching else say("Watch a folder …"))
        self.again.setVisible(has_news)
        self.add.setVisible(is_own)
        self.watch.setVisible(is_own)
        for action in self.menu.actions():
            if action.data() in ("ask_withdraw", "ask_expected", "ask_save", "ask_hand_back"):
                action.setVisible(is_own)
            elif action.data() == "show_not_read":
                action.setVisible(lacks)
