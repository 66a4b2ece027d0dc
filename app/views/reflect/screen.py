"""The column beside the map on which to reflect, to decide, and to make ready for a talk."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.document import Document
from app.views.reflect.card_page import CardPage
from app.views.reflect.competence_page import CompetencePage
from app.views.reflect.intentions_page import IntentionsPage
from app.views.reflect.questions_page import QuestionsPage
from app.views.widgets.segmented import Pages
from app.words import say


class Reflect(QWidget):
    """The questions, the intentions, the card of the selected partner, and the competences."""

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
        self.pages: dict[str, QuestionsPage | IntentionsPage | CardPage | CompetencePage] = {}
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

    def make_rest(self) -> Iterator[None]:
        """Make the other pages, one at each step."""
        self.intentions = IntentionsPage(self._document, self._stack)
        self._add("intentions", self.intentions)
        yield
        self.card = CardPage(self._document, self._stack)
        self._add("card", self.card)
        yield from self.card.make_rest()
        self.competence = CompetencePage(self._document, self._stack)
        self._add("competence", self.competence)
        for page in (self.intentions, self.card):
            page.told.connect(self.told)
            page.failed.connect(self.failed)

    def _add(
        self, name: str, page: QuestionsPage | IntentionsPage | CardPage | CompetencePage
    ) -> None:
        self.pages[name] = page
        self._stack.addWidget(page)

    @property
    def shown(self) -> str:
        """Return the name of the page that is shown."""
        return next(key for key, page in self.pages.items() if page is self._stack.currentWidget())

    def show_page(self, name: str) -> None:
        """Show a page: `questions`, `intentions`, `card` or `competence`."""
        self._stack.setCurrentWidget(self.pages[name])
        self._tabs.show_chosen(name)
        if self._document.is_open:
            self.pages[name].begin()
        if self.pages[name].hasFocus():  # Qt gives it to a page in which nothing takes it
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
