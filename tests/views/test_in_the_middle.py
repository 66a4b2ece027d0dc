"""Full screen, another theme, text size or language in the middle of a pass loses nothing."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app import language
from app.document import Document
from app.settings import Settings
from app.views.frame import carried
from app.views.frame.window import MainWindow
from app.views.widgets import theme
from tests import walking
from tests.views.dressing import OTHER, dress

K = Qt.Key
WAYS = ("look", "F11")


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Iterator[Settings]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.language, settings.theme = False, "en", "light"
    yield settings
    language.install("en")
    theme.wear("light", 100)


@pytest.fixture
def window(document: Document, settings: Settings, qtbot: QtBot) -> MainWindow:
    for number in range(6):
        document.add_partner(f"P{number}")
    document.select([])
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.show_document(document)
    window.activateWindow()
    QApplication.processEvents()
    return window


@pytest.fixture
def press(qtbot: QtBot) -> Callable[..., Any]:
    def press(*keys: Any) -> None:
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget(), key)
            QApplication.processEvents()

    return press


@pytest.fixture
def change(window: MainWindow, settings: Settings) -> Callable[..., Any]:
    def change(way: str) -> None:
        if way == "F11":
            window.toggle_live()
        else:
            dress(settings, OTHER if way == "look" else {"theme": "dark"})
        QApplication.processEvents()

    return change


def test_pairs_that_got_a_no_do_not_come_again(
    window: MainWindow, press: Callable[..., Any], change: Callable[..., Any]
) -> None:
    window.screens.show_screen("pairs")
    press(K.Key_Return, K.Key_N, K.Key_N, K.Key_N, K.Key_N, K.Key_Y)
    for way, waiting in zip(WAYS, (10, 9), strict=True):
        assert window.screens.pairs.waiting == waiting
        change(way)
        assert window.screens.shown == "pairs", way
        assert window.screens.pairs.waiting == waiting, way
        press(K.Key_N)
        assert window.screens.pairs.waiting == waiting - 1, way


def test_a_rating_stays_at_its_question_and_its_card(
    window: MainWindow, document: Document, press: Callable[..., Any], change: Callable[..., Any]
) -> None:
    window.screens.show_screen("rate")
    window.screens.rating.start("importance")
    press(K.Key_4, K.Key_3, K.Key_Space)
    for way, back in zip(WAYS, (3, 2), strict=True):
        rating = window.screens.rating
        before = rating.question, rating.current, rating.remaining
        assert before[:2] == ("importance", document.map.partners[back].id)
        assert way != WAYS[0] or rating.remaining == 4
        change(way)
        rebuilt = window.screens.rating
        assert rebuilt is not rating, way
        assert (rebuilt.question, rebuilt.current, rebuilt.remaining) == before, way
        press(K.Key_Backspace)
        assert rebuilt.current == document.map.partners[back - 1].id, way


def test_who_got_no_star_does_not_come_again(
    window: MainWindow, document: Document, press: Callable[..., Any], change: Callable[..., Any]
) -> None:
    window.screens.show_screen("rate")
    window.screens.rating.start("named_important")
    press(K.Key_1, K.Key_0, K.Key_0)
    assert window.screens.rating.remaining == 3
    for way in WAYS:
        change(way)
        assert window.screens.rating.question == "named_important", way
        assert window.screens.rating.remaining == 3, way
        assert window.screens.rating.current == document.map.partners[3].id, way


def test_who_is_still_there_is_not_asked_again(
    window: MainWindow, document: Document, press: Callable[..., Any], change: Callable[..., Any]
) -> None:
    keys = [partner.id for partner in document.map.partners]
    document.set_partners(keys, frequency=4, importance=3)
    document.set_network(moment=date(2026, 9, 1), moment_label="begin")
    document.continue_map(document.map.network.id, "later", date(2027, 6, 18))
    window.screens.show_screen("again")
    press(K.Key_1, K.Key_1, K.Key_1)
    for way in WAYS:
        assert window.screens.again.current == keys[3], way
        change(way)
        if way == "F11":  # the class sees the map alone; the pass goes on afterwards
            assert window.screens.shown == "draw"
            change(way)
        assert window.screens.shown == "again", way
        assert window.screens.again.current == keys[3], way
    press(K.Key_1, K.Key_1, K.Key_1)
    assert window.screens.again.current is None


def test_what_is_added_in_between_is_asked_too_and_the_answers_stay(
    window: MainWindow, document: Document, press: Callable[..., Any]
) -> None:
    keys = [partner.id for partner in document.map.partners]
    document.set_partners(keys, frequency=4, importance=3)
    document.set_network(moment=date(2026, 9, 1), moment_label="begin")
    document.continue_map(document.map.network.id, "later", date(2027, 6, 18))
    window.screens.show_screen("again")
    press(K.Key_1, K.Key_1, K.Key_1)
    window.toggle_live()
    document.add_partner("Someone new")
    window.toggle_live()
    assert window.screens.again.current == keys[3]
    press(K.Key_1, K.Key_1, K.Key_1)
    assert window.screens.again.current is None


def test_a_filter_stays_also_where_it_is_not_seen(
    window: MainWindow, document: Document, settings: Settings
) -> None:
    document.set_partners([document.map.partners[0].id], setting="in_school")
    window.screens.show_screen("insight")
    window.screens.insight.highlight.choose("setting", "in_school")
    window.screens.insight.show_page("list")
    window.screens.show_screen("table")
    for theme_ in ("dark", "light"):  # once more before it is seen
        settings.theme = theme_
        _ = window.screens.insight  # at rest it is made, but not shown
    window.screens.show_screen("insight")
    assert window.screens.insight.highlight.chosen == {"setting": "in_school"}
    assert "list" in window.screens.insight.shown_pages


def test_a_filter_is_not_of_the_next_map(
    window: MainWindow, document: Document, settings: Settings
) -> None:
    window.screens.show_screen("insight")
    window.screens.insight.highlight.choose("setting", "in_school")
    window.screens.show_screen("table")
    settings.theme = "dark"
    QApplication.processEvents()
    document.new_map("Another")
    window.screens.show_screen("insight")
    assert window.screens.insight.highlight.chosen == {}


def test_the_keyboard_stays_where_it_was(
    window: MainWindow,
    document: Document,
    settings: Settings,
    change: Callable[..., Any],
    qtbot: QtBot,
) -> None:
    def stays(widget: QWidget, *ways: str) -> None:
        widget.setFocus()
        where = carried.carry(window.screens).way
        for way in ways:
            change(way)
        qtbot.waitUntil(lambda: carried.carry(window.screens).way == where)

    window.screens.go_to("insight")
    document.select([document.map.partners[0].id])
    stays(walking.stops(window)[-1], "theme")
    window.screens.go_to("draw")
    stays(window.screens.form.findChildren(QLineEdit)[0], "language")
    stays(window.screens.form.findChildren(QLineEdit)[0], "F11", "F11")
    assert not window.screens.notice.isVisible()  # what is said of full screen goes with it


def test_what_is_said_stays_with_its_way_back(
    window: MainWindow, document: Document, change: Callable[..., Any]
) -> None:
    gone = document.map.partners[0]
    notices = window.screens.notices
    document.set_partners([gone.id], frequency=3)
    notices.tell_step("Added: somebody.")
    change("theme")
    notice = window.screens.notice
    assert (notice.text, notice.isVisible()) == ("Added: somebody.", True)
    notice.button.click()
    assert document.map.partners[0].frequency is None
