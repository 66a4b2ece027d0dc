"""The form of the map itself, for when no partner is selected."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from app.document import Document
from app.models.network import Network, rules_of
from app.views.people.editors import editor
from app.views.people.form import RecordForm
from app.views.widgets import theme
from app.views.widgets.fields import Field
from app.words import fields, say


class MapForm(RecordForm):
    """What is said about the map as a whole."""

    called = "map form"
    left = Signal()
    """It is to go."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setAccessibleName(say("About this map"))
        self._asked: dict[str, Field] = {}
        self._add_head()

    def make_fields(self) -> Iterator[None]:
        """Make the fields, one at each step."""
        for name, rule in rules_of(Network).items():
            if rule.form:
                self._asked[name] = self.add(editor(name, rule, fields.question(name)))
                yield
        self.column.addStretch(1)

    def _add_head(self) -> None:
        head = QHBoxLayout()
        self.column.addLayout(head)
        heading = QLabel(say("About this map"))
        heading.setFont(theme.font("heading"))
        heading.setWordWrap(True)
        head.addWidget(heading, 1)
        close = QToolButton()
        close.setProperty("role", "icon")
        close.setIcon(theme.icon("close"))
        close.setIconSize(QSize(theme.scaled(16), theme.scaled(16)))
        close.setFixedSize(theme.scaled(32), theme.scaled(32))
        close.setToolTip(say("Close"))
        close.setAccessibleName(say("Close"))
        close.clicked.connect(self.left)
        head.addWidget(close)

    def records(self) -> Sequence[Network]:
        """Return the record of the open map, if one is open."""
        return (self.document.map.network,) if self.document.is_open else ()

    def store(self, name: str, value: Any) -> None:
        """Change the record of the map."""
        self.document.set_network(**{name: value})

    def is_editable(self, name: str) -> bool:
        """Tell whether a field takes changes now; a finished map can still be reopened."""
        if name == "finished":
            return not self.document.library.read_only
        return super().is_editable(name)

    def redraw(self, changed: Collection[str] | None = None) -> None:
        """Show what is said of the map."""
        super().redraw(changed)
        for network in self.records():
            self._asked["subject"].setVisible(network.about == "support" or network.subject != "")
