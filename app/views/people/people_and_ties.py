"""The screen *Table*: the partners as rows, or who of them know each other."""

from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.document import Document
from app.views.people.table import PeopleTable
from app.views.people.ties import TiesFace
from app.views.widgets.memory import remember_room
from app.views.widgets.segmented import Pages
from app.words import say

PEOPLE: Final = "people"
TIES: Final = "ties"


class PeopleAndTies(QWidget):
    """Two faces, of which one is shown; the list of ties is made when it is first asked for."""

    pairs_requested = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.tabs = Pages({PEOPLE: say("People"), TIES: say("Who knows whom")}, self)
        self.tabs.chosen.connect(self._go_to)
        self._faces = QStackedWidget(self)
        self.people = PeopleTable(document, self._faces)
        self._faces.addWidget(self.people)
        self._ties: TiesFace | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.tabs)
        column.addWidget(self._faces, 1)
        self.show_face(PEOPLE)

    @property
    def ties(self) -> TiesFace:
        """Return the list of who knows whom, made now if it was not yet."""
        if self._ties is None:
            self._ties = TiesFace(self._document, self._faces)
            self._ties.pairs_requested.connect(self.pairs_requested)
            self._faces.addWidget(self._ties)
            remember_room(self._ties, TIES)
        return self._ties

    @property
    def shown(self) -> str:
        """Return which face is shown."""
        return PEOPLE if self._faces.currentWidget() is self.people else TIES

    def show_face(self, face: str) -> None:
        """Show one of the two."""
        self.tabs.show_chosen(face)
        self._faces.setCurrentWidget(self.people if face == PEOPLE else self.ties)

    def _go_to(self, face: str) -> None:
        """Show a face somebody chose; who was selected alone is whose ties come first to mind."""
        chosen = self._document.selection
        self.show_face(face)
        if face == TIES:
            if len(chosen) == 1:
                self.ties.one.show_who(chosen[0])
            # Nobody stays selected where that is not seen: the menu would remove them.
            self._document.select(())

    def begin(self) -> None:
        """Take the keyboard."""
        if self.shown == PEOPLE:
            self.people.setFocus()
        else:
            self.ties.begin()

    @property
    def place(self) -> tuple[str, Any]:
        """Return the face, and who is half chosen on that of the ties."""
        return self.shown, self._ties.place if self._ties is not None else None

    def go_on_at(self, place: tuple[str, Any]) -> None:
        """Go on where one that was built before stood."""
        face, ties = place
        self.show_face(face)
        if ties is not None:
            self.ties.go_on_at(ties)
