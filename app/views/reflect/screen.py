"""The column beside the map on which to reflect, to decide, and to make ready for a talk."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.document import Document
from app.views.reflect.card_page import CardPage
from app.views.reflect.competence_page import CompetencePage
from app.views.reflect.intentions_page import IntentionsPage
from app.views.reflect.questions_page import QuestionsPage
from app.views.widgets.memory import remember_room
from app.views.widgets.segmented import Pages
from app.words import say

_Page = QuestionsPage | IntentionsPage | CardPage | CompetencePage

_AHEAD: Final = 100
"""Milliseconds of rest, once this is seen, until the next piece of what is not seen gets made."""


class Reflect(QWidget):
    """The questions, the intentions, the card of the selected partner, and the competences.

    The questions come first; the other pages once this is seen, or when they are asked for.
    """

    told = Signal(str)
    """A sentence for the person: what was written where."""
    failed = Signal(object)
    """The `Problem` why a file could not be written."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setProperty("role", "side")
        self._tabs = Pages(
            {
                "questions": say("Questions"),
                "intentions": say("Plans"),
                "card": say("Conversation"),
                "competence": say("Competence"),
            },
            self,
            wraps=True,
        )
        self.pages: dict[str, _Page] = {}
        """Those that are made already."""
        self._making = self._make_rest()
        self._ahead = QTimer(self, interval=_AHEAD)
        self._ahead.timeout.connect(self._make_next)
        self._tabs.chosen.connect(self.show_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setContentsMargins(16, 8, 16, 4)
        head.addWidget(self._tabs)
        head.addStretch(1)
        self._stack = QStackedWidget(self)
        column.addWidget(self._stack, 1)
        self.questions = QuestionsPage(document, self._stack)
        self._add("questions", self.questions)
        self._tabs.show_chosen("questions")

    def _make_rest(self) -> Iterator[None]:
        """Make the other pages, a piece at each step."""
        self._add("intentions", IntentionsPage(self._document, self._stack))
        yield
        card = CardPage(self._document, self._stack)
        yield from card.make_rest()
        self._add("card", card)
        yield
        self._add("competence", CompetencePage(self._document, self._stack))
        yield

    def _add(self, name: str, page: _Page) -> None:
        if isinstance(page, IntentionsPage | CardPage):
            page.told.connect(self.told)
            page.failed.connect(self.failed)
        self.pages[name] = page
        self._stack.addWidget(page)
        remember_room(page, f"reflect {name}")

    def _make_next(self) -> None:
        if next(self._making, self) is self:
            self._ahead.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the other pages, before somebody waits for them."""
        super().showEvent(event)
        self._ahead.start()

    def page(self, name: str) -> _Page:
        """Return a page: `questions`, `intentions`, `card` or `competence`."""
        while name not in self.pages:
            next(self._making)
        return self.pages[name]

    @property
    def intentions(self) -> IntentionsPage:
        """Return the page of what is intended."""
        page = self.page("intentions")
        assert isinstance(page, IntentionsPage)
        return page

    @property
    def card(self) -> CardPage:
        """Return the page of the selected partner."""
        page = self.page("card")
        assert isinstance(page, CardPage)
        return page

    @property
    def competence(self) -> CompetencePage:
        """Return the page of the competences."""
        page = self.page("competence")
        assert isinstance(page, CompetencePage)
        return page

    @property
    def shown(self) -> str:
        """Return the name of the page that is shown."""
        return next(key for key, page in self.pages.items() if page is self._stack.currentWidget())

    def show_page(self, name: str) -> None:
        """Show a page by its name."""
        page = self.page(name)
        self._stack.setCurrentWidget(page)
        self._tabs.show_chosen(name)
        if self._document.is_open:
            page.begin()
        if page.hasFocus():  # Qt gives it to a page in which nothing takes it
            self._tabs.button(name).setFocus()

    def show_intention(self, intention_id: str) -> None:
        """Show the intentions, with one of them in sight and ready to be answered."""
        self.show_page("intentions")
        self.intentions.show_intention(intention_id)

    def begin(self) -> None:
        """Go on where the person was."""
        self.show_page(self.shown)

    @property
    def place(self) -> tuple[str, str]:
        """Return the page, and the question asked there."""
        return self.shown, self.questions.asked

    def go_on_at(self, place: tuple[str, str]) -> None:
        """Go on at the `place` of another such column."""
        page, question = place
        self.questions.go_to(question)
        self.show_page(page)
