"""What tests of the screen of insight share: a map of a lesson, and the screen around it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.values import PartnerValues
from app.settings import Settings
from app.views.insight.figures import FiguresPage
from app.views.insight.findings import FindingsPage
from app.views.insight.pages import ListPage, PlotPage, TablePage
from app.views.insight.people_page import PeoplePage
from app.views.insight.screen import Insight
from tests.sure import as_a, sure

LEFT = Qt.MouseButton.LeftButton
WIDE, NARROW = (600, 860), (430, 640)
SMALL = 429
"""Pixels that a window of 1024 leaves beside its map."""

# Name, contact 0-6, importance 1-5, wished contact.
LESSON = (
    ("Parents of Sam", 2, 5, 3),
    ("Head teacher", 6, 2, None),
    ("Job-share colleague", 6, 5, None),
    ("Speech therapist", 5, 4, 5),
    ("Museum", 1, 1, None),
    ("Library", 2, 2, None),
    ("Parents of Noor", 1, 5, 1),
    ("Caretaker", 6, 1, 5),
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    return settings


@pytest.fixture
def insight(document: Document, settings: Settings, qtbot: QtBot) -> Insight:
    screen = Insight(document, settings)
    qtbot.addWidget(screen)
    screen.resize(*WIDE)
    screen.show()
    qtbot.waitExposed(screen)
    return screen


def plot_page(insight: Insight) -> PlotPage:
    return as_a(PlotPage, insight.page("plot"))


def list_page(insight: Insight) -> ListPage:
    return as_a(ListPage, insight.page("list"))


def table_page(insight: Insight) -> TablePage:
    return as_a(TablePage, insight.page("table"))


def findings_page(insight: Insight) -> FindingsPage:
    return as_a(FindingsPage, insight.page("findings"))


def figures_page(insight: Insight) -> FiguresPage:
    return as_a(FiguresPage, insight.page("figures"))


def people_page(insight: Insight) -> PeoplePage:
    return as_a(PeoplePage, insight.page("people"))


def draw(
    document: Document, *people: tuple[str, int | None, int | None, int | None]
) -> dict[str, str]:
    """Add people; return their ids by name."""
    keys = {name: sure(document.add_partner(name)) for name, *_ in people}
    answers = {
        keys[name]: PartnerValues(frequency=contact, importance=importance, wished_frequency=wished)
        for name, contact, importance, wished in people
    }
    document.place(answers)
    document.select([])
    return keys


@pytest.fixture
def lesson(document: Document) -> dict[str, str]:
    """Draw the map of the lesson; give the ids by name."""
    return draw(document, *LESSON)
