"""What tests of the screen of insight share: a map of a lesson, and the screen around it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.document import Document
from app.settings import Settings
from app.views.insight.screen import Insight

LEFT = Qt.MouseButton.LeftButton
WIDE, NARROW = (600, 860), (430, 640)

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


def draw(document: Document, *people: tuple[Any, ...]) -> dict[Any, Any]:
    """Add people; return their ids by name."""
    keys = {name: document.add_partner(name) for name, *_ in people}
    fields = ("frequency", "importance", "wished_frequency")
    answers = {keys[name]: dict(zip(fields, given, strict=True)) for name, *given in people}
    document.place(answers)
    document.select([])
    return keys


@pytest.fixture
def lesson(document: Document) -> dict[Any, Any]:
    """Draw the map of the lesson; give the ids by name."""
    return draw(document, *LESSON)
