"""My own map, and a group that a lecturer gave back beside it: mine first, the group second."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.analysis.group.beside import beside, own
from app.document import Document
from app.models.groups import Group
from app.report.group_beside import beside_sentences, beside_table
from app.views.group.canvas import PicturePane
from app.views.group.ecology import EcologyView
from app.views.group.highlight import Highlight
from app.views.group.outcome import Sentences
from app.views.group.table import GroupTables
from app.views.widgets import theme
from app.words import say


class MineView(EcologyView):
    """My kinds at their own importance; a dotted ring is where the group has them."""

    def told(self) -> str:
        """Return nothing: the sentences beside it say it."""
        return ""

    def about(self, id_: str) -> str:
        """Return the name of a kind, and both answers."""
        rows = beside(self.shown or {"kinds": {}}, self.later or {"kinds": {}})
        table = beside_table(rows, 0, with_group=self.later is not None)
        if id_ not in table.keys:
            return super().about(id_)
        row = table.rows[table.keys.index(id_)]
        pairs = zip(table.heads[1:5], row[1:5], strict=False)
        return f"{row[0]}. " + ". ".join(f"{head}: {text}" for head, text in pairs) + "."


class BesidePage(QWidget):
    """Shows what is asked of the open map alone; nothing of it is kept with the group."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._group: Group | None = None
        self.with_group = False
        """Whether the group lies beside it."""
        self.lit = Highlight(self)
        self.view = MineView(self.lit, self)
        self.view.setAccessibleName(say("My map by type of partner"))
        self.view.middle = say("Me")
        self.button = QPushButton(say("Show the group beside it"), self)
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self._lay)
        self._title = QLabel(self)
        self._title.setFont(theme.font("strong"))
        self._title.setWordWrap(True)
        left, right = QWidget(self), QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PicturePane(self.view, left), 1)
        beside_ = QVBoxLayout(right)
        beside_.setContentsMargins(8, 0, 0, 0)
        beside_.addWidget(self._title)
        beside_.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.said = Sentences(right)
        beside_.addWidget(self.said, 2)
        self.tables = GroupTables(self.lit, right)
        self.tables.choice.hide()
        beside_.addWidget(self.tables, 3)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([3000, 2300])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)
        document.changed.connect(self._follow)
        document.opened.connect(self._follow)

    def show_group(self, group: Group) -> None:
        """Show my map; the group once it is asked for."""
        if self._group is None or self._group.id != group.id:
            self.with_group = False
        self._group = group
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show my map as it is by now."""
        super().showEvent(event)
        self._show()

    def _follow(self, *_: object) -> None:
        if self.isVisible():
            self._show()

    def _lay(self) -> None:
        self.with_group = not self.with_group
        self._show()

    def _show(self) -> None:
        if self._group is None or self._group.received is None:
            return
        group: Any = self._group.received
        nothing = {"respondents": 1, "kinds": {}, "settings": {}}
        mine = own(self._document.map) if self._document.is_open else nothing
        rows = beside(mine, group)
        self.view.show_figures(mine, group if self.with_group else None)
        self.button.setText(
            say("My own map alone") if self.with_group else say("Show the group beside it")
        )
        people = group["respondents"]
        if not mine["kinds"]:
            text = say("Your map has no partners with a type yet. Give them one, and come back.")
        elif self.with_group:
            text = say("My map, and dotted the mean of {n} others", n=people)
        else:
            text = say("First my own map. What do I expect of the group?")
        self._title.setText(text)
        said = beside_sentences(rows) if self.with_group else ()
        self.said.show_texts([(line, "card") for line in said])
        table = beside_table(rows, people, with_group=self.with_group)
        self.tables.show_tables((table,), table.id)
