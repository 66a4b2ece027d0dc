"""The pages of a group: how to begin, what one expects, what was said, and mine beside it."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.document import Document
from app.models.fewest_people import FEWEST_ON_SCREEN
from app.models.groups import Group
from app.views.group.cards import centred
from app.views.group.start_card import StartCard

if TYPE_CHECKING:
    from app.views.group.beside import BesidePage
    from app.views.group.guess_card import GuessCard
    from app.views.group.outcome import Outcome

W = TypeVar("W", bound=QWidget)

_AHEAD: Final = 100
"""Milliseconds of rest, once this is seen, until a page that may be asked for next gets made."""


class GroupPages(QStackedWidget):
    """Shows one of them; what is not seen yet is made when it is asked for, or a moment before."""

    reveal = Signal(object)
    """The guesses, by what was asked."""
    stays = Signal()
    """Somebody wanted to copy what is for the room alone."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.start = StartCard(self)
        self._begin = self._added(centred(self.start, self))
        self._to_make = ["guess", "outcome"]
        self._began: Any = None
        """How the outcome stands when it is made."""
        self._ahead = QTimer(self, interval=_AHEAD)
        self._ahead.timeout.connect(self._make_next)

    @cached_property
    def guess(self) -> "GuessCard":
        """Return the card on which a group guesses."""
        from app.views.group.guess_card import GuessCard

        made = GuessCard(self)
        made.reveal.connect(self.reveal)
        self._expect = self._added(centred(made, self))
        return made

    @cached_property
    def outcome(self) -> "Outcome":
        """Return the page of what a group said."""
        from app.views.group.outcome import Outcome

        made = Outcome(self)
        made.tables.stays.connect(self.stays)
        self._began = made.place
        return self._added(made)

    @cached_property
    def beside(self) -> "BesidePage":
        """Return the page of what a lecturer gave back; few ever see it."""
        from app.views.group.beside import BesidePage

        return self._added(BesidePage(self._document, self))

    def _added(self, page: W) -> W:
        self.addWidget(page)
        return page

    def showEvent(self, event: QShowEvent) -> None:
        """Make the pages that come next, one at a time, before somebody waits for them."""
        super().showEvent(event)
        self._ahead.start()

    def _make_next(self) -> None:
        if self._to_make:
            getattr(self, self._to_make.pop(0))
        else:
            self._ahead.stop()

    @property
    def place(self) -> Any:
        """Return what of the outcome and of the other page is shown, and what is half filled in."""
        outcome = self.outcome.place if self.has("outcome") else None
        with_group = self.has("beside") and self.beside.with_group
        guesses = self.guess.guesses if self.has("guess") else {}
        if outcome == self._began:
            outcome = None  # so it is a moment before it is made, too
        return (outcome, with_group), (self.start.name.text(), guesses)

    def go_on_at(self, place: Any) -> None:
        """Go on at the `place` of other such pages."""
        (outcome, with_group), (name, guesses) = place
        self.start.name.setText(name)
        self.fill_guesses(guesses)
        if outcome is not None:
            self.outcome.go_on_at(outcome)
        if with_group:
            self.beside.with_group = True

    def fill_guesses(self, guesses: Mapping[str, int]) -> None:
        """Fill in these guesses, and no others."""
        if guesses or self.has("guess"):
            self.guess.fill(guesses)

    def has(self, page: str) -> bool:
        """Tell whether one that is made late was made already."""
        return page in self.__dict__

    @property
    def first(self) -> QWidget | None:
        """Return what takes the keyboard first; while maps are collected that is not in here."""
        shown = self.currentWidget()
        if shown is self._begin:
            return self.start.name
        if self.has("guess") and shown is self._expect:
            return self.guess.first
        if self.has("beside") and shown is self.beside:
            return self.beside.button
        return self.outcome.first

    def show_start(self) -> None:
        """Show how to begin."""
        self._turn_to(self._begin)

    def _turn_to(self, page: QWidget) -> None:
        """Show a page; the keyboard goes along, from the page that had it, past nothing else."""
        had = QApplication.focusWidget()
        goes_along = page is not self.currentWidget() and had is not None and self.isAncestorOf(had)
        if goes_along:
            self.setFocus()  # says nothing: Qt would pass it by what comes next, aloud
        self.setCurrentWidget(page)
        if goes_along and self.first is not None:
            self.first.setFocus()

    def show_group(self, group: Group, waiting: str) -> None:
        """Show a group as far as it is; `waiting` says how far that is while nothing is shown."""
        if group.received is not None:
            self.beside.show_group(group)
            self._turn_to(self.beside)
        elif group.shown is None:
            people = len(group.begin)
            self.guess.ask(waiting, people, enough=people >= FEWEST_ON_SCREEN)
            self._turn_to(self._expect)
        else:
            self.outcome.show_group(group)
            self._turn_to(self.outcome)
