"""After the day it is asked once, kindly, in whichever map: how did it go?"""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.network import Intention
from app.settings import Settings
from app.views.frame.window import MainWindow
from tests.pictures import example
from tests.sure import as_a, sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton
YESTERDAY = date.today() - timedelta(days=1)  # noqa: DTZ011


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    return settings


@pytest.fixture
def window(document: Document, settings: Settings, qtbot: QtBot) -> MainWindow:
    document.add_map(example(3))
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.show_document(document)
    qtbot.waitExposed(window)
    return window


def intend(document: Document, what: str, days_ago: int = 1, partner: str | None = None) -> str:
    due = date.today() - timedelta(days=days_ago)  # noqa: DTZ011
    return sure(document.intend(what, due=due, partner=partner))


def asked(window: MainWindow) -> str:
    """Return what is asked now, as on opening; nothing where nothing is."""
    window.screens.notices.ask_now()
    return window.screens.notice.text if window.screens.notice.isVisible() else ""


def press(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.screens.notice.button, LEFT)


def test_it_is_asked_a_moment_after_the_map_is_there(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    intend(document, "Call Sam's parents.")
    window.screens.notices.ask_how_it_went()
    notice = window.screens.notice
    assert notice.isHidden()
    qtbot.waitUntil(notice.isVisible)
    assert notice.text == ("In “Mijn ecologie” you planned: “Call Sam's parents”. How did it go?")


def test_nothing_is_asked_before_the_day_is_over(window: MainWindow, document: Document) -> None:
    document.intend("Call", due=date.today())  # noqa: DTZ011
    document.intend("Visit")
    assert asked(window) == ""


def test_another_map_than_the_open_one_is_named_and_opened(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    there = document.map.network.id
    for number in range(12):
        intend(document, f"Earlier {number}", 90)
    assert asked(window)
    window.screens.notice.hide()
    key = intend(document, "Call", partner="p0")
    here = document.new_map("Elsewhere")
    assert document.map.network.id == here
    assert "In “Mijn ecologie” you planned: “Call”." in asked(window)
    press(window, qtbot)
    assert document.map.network.id == there
    assert window.screens.shown == "reflect"
    page = window.screens.reflect.intentions
    card = page.cards_by_id[key]
    qtbot.waitUntil(lambda: any(s.hasFocus() for s in card.state.findChildren(QRadioButton)))
    top = card.mapTo(page.viewport(), card.rect().topLeft()).y()
    assert 0 <= top < page.viewport().height()
    assert document.selection == ("p0",)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_2)
    assert as_a(Intention, document.map.records[key]).done
    assert window.screens.notice.isHidden()


def test_it_is_asked_once_and_again_only_after_another_day(
    window: MainWindow, document: Document, settings: Settings
) -> None:
    key = intend(document, "Call")
    assert "Call" in asked(window)
    window.screens.notice.hide()
    assert asked(window) == ""
    intend(document, "Visit")
    assert "Visit" in asked(window), "what came due later is asked, alone"
    assert "2" not in window.screens.notice.text
    window.screens.notice.hide()
    document.set_intention(key, due=YESTERDAY - timedelta(days=3))
    assert "Call" in asked(window)
    window.screens.notice.hide()
    document.set_intention(key, done=True)
    assert asked(window) == ""
    assert len(settings.asked) == 2


def test_several_are_one_notice_that_goes_through_them(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    intend(document, "Third", 1)
    intend(document, "First", 9)
    document.new_map("Elsewhere")
    intend(document, "Second", 5)
    first = asked(window)
    assert first.startswith("3 plans are past their date. In “Mijn ecologie”")
    assert "First" in first
    press(window, qtbot)
    notice = window.screens.notice
    assert document.map.network.title == "Mijn ecologie"
    assert notice.text.startswith("Left: 2. In “Elsewhere” you planned: “Second”.")
    assert notice.button.text() == "Next"
    press(window, qtbot)
    assert document.map.network.title == "Elsewhere"
    assert "Left: 1." in notice.text
    press(window, qtbot)
    assert document.map.network.title == "Mijn ecologie"
    assert notice.isHidden()
    assert asked(window) == ""


def test_what_was_answered_or_removed_in_between_is_passed_over(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    there = document.map.network.id
    intend(document, "First", 9)
    second = intend(document, "Second", 8)
    document.new_map("Elsewhere")
    intend(document, "Third", 7)
    gone = document.map.network.id
    document.open(there)
    assert "First" in asked(window)
    document.set_intention(second, let_go=True)
    document.remove_map(gone)
    press(window, qtbot)
    assert document.map.network.id == there
    assert window.screens.notice.isHidden()


def test_what_else_there_is_to_say_comes_first(window: MainWindow, document: Document) -> None:
    intend(document, "Call")
    window.screens.notice.tell("The disk is full.", stays=True)
    assert asked(window) == "The disk is full."
    window.screens.notice.hide()
    assert "Call" in asked(window)


def test_a_long_intention_is_named_by_how_it_begins(window: MainWindow, document: Document) -> None:
    intend(document, "Call\n" + "and call " * 60)
    text = asked(window)
    assert "Call and call" in text
    assert "…”. How did it go?" in text
    assert len(text) < 250


def test_a_library_that_is_only_looked_at_asks_nothing(
    window: MainWindow, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    intend(document, "Call")
    monkeypatch.setattr(document.library, "read_only", True)
    assert asked(window) == ""
    monkeypatch.undo()
    assert "Call" in asked(window)


def test_in_a_finished_map_it_says_why_nothing_can_be_written(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    intend(document, "Call")
    document.finish_map(document.map.network.id)
    assert "Call" in asked(window)
    press(window, qtbot)
    page = window.screens.reflect.intentions
    assert page.hint.isVisible()
    assert "Reopen it to add" in page.hint.text()
