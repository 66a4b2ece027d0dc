"""Live mode: the map alone and larger, and everything as it was when it ends."""

import gc
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app import language
from app.document import Document
from app.settings import Settings
from app.views.frame.window import MainWindow
from app.views.map.layout_request import least_disc
from app.views.widgets import theme
from app.views.widgets.date_field import DateField
from app.words import current_language
from tests.each import each
from tests.pictures import example
from tests.sure import sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SCALE = 1.25
"""How much larger all is on a screen of 800 pixels high, as that of the tests."""
K, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Iterator[Settings]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.language, settings.theme = False, "en", "light"
    settings.lens = "importance"
    yield settings
    language.install("en")
    theme.wear("light", 100)


@pytest.fixture
def window(window_of_eight: MainWindow) -> MainWindow:
    window = window_of_eight
    window.activateWindow()
    QApplication.processEvents()
    return window


@pytest.fixture
def live(window: MainWindow, qtbot: QtBot) -> MainWindow:
    press(qtbot, window, K.Key_F11)
    return window


def press(
    qtbot: QtBot, window: MainWindow, key: Any, modifiers: Any = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)
    QApplication.processEvents()


def parts(window: MainWindow) -> dict[Any, Any]:
    screens = window.screens
    return {
        "bar": screens.bar,
        "status": screens.status,
        "right": screens.room.right,
        "map": screens.map,
        "add": screens.quick_add,
    }


def visible(window: MainWindow) -> set[Any]:
    return {name for name, part in parts(window).items() if part.isVisible()}


def test_f11_shows_the_map_and_nothing_else(live: MainWindow, settings: Settings) -> None:
    assert live.isFullScreen()
    assert visible(live) == {"map"}
    assert live.screens.map.width() == live.screens.width()
    assert theme.text_scale() == SCALE
    assert settings.text_size == 100
    assert live.screens.notice.isVisible()
    assert "F11" in live.screens.notice.text
    assert live.screens.actions_by_id["live"].isChecked()


def test_what_is_pressed_there_is_large_enough_for_a_finger(live: MainWindow) -> None:
    pressed = [one for one in live.findChildren(QAbstractButton) if one.isVisible()]
    assert len(pressed) > 8
    assert [one for one in pressed if min(one.width(), one.height()) < theme.FINGER] == []
    live.screens.show_screen("compare")  # a day can be typed there, or picked
    QApplication.processEvents()
    days = [one._button for one in live.findChildren(DateField) if one.isVisible()]
    assert days
    assert [one for one in days if min(one.width(), one.height()) < theme.FINGER] == []


@each("key", [K.Key_Escape, K.Key_F11])
def test_a_key_leads_back_to_what_was(
    window: MainWindow, document: Document, qtbot: QtBot, key: Any
) -> None:
    before = (visible(window), window.size(), window.windowState(), theme.text_scale())
    document.select([document.map.partners[2].id])
    press(qtbot, window, K.Key_F11)
    window.screens.map.view.setFocus()
    press(qtbot, window, key)
    if key == K.Key_Escape:  # the first is for the selection, the second leaves
        assert document.selection == ()
        assert window.isFullScreen()
        press(qtbot, window, key)
    assert (visible(window), window.size(), window.windowState(), theme.text_scale()) == before
    assert not window.isFullScreen()
    assert not window.screens.actions_by_id["live"].isChecked()


def test_the_screen_one_came_from_is_back(window: MainWindow, qtbot: QtBot) -> None:
    window.screens.show_screen("table")
    press(qtbot, window, K.Key_F11)
    assert window.screens.shown == "draw"
    press(qtbot, window, K.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.screens.shown == "draw"
    press(qtbot, window, K.Key_F11)
    assert window.screens.shown == "table"


def test_names_are_added_and_rated_there(
    live: MainWindow, document: Document, qtbot: QtBot
) -> None:
    for letter in "Museum":  # typed where no field is to be seen
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    assert visible(live) == {"map", "add"}
    assert live.screens.quick_add.field.text() == "Museum"
    press(qtbot, live, K.Key_Return)
    assert document.map.partners[-1].name == "Museum"
    press(qtbot, live, K.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert live.screens.shown == "rate"
    assert live.screens.rating.isVisible()
    assert "bar" not in visible(live)
    press(qtbot, live, K.Key_Escape)
    assert live.screens.shown == "draw"
    assert live.isFullScreen()
    press(qtbot, live, K.Key_Escape)  # out of the names, and not out of the whole
    assert visible(live) == {"map"}
    assert live.isFullScreen()


def test_a_name_is_asked_for_where_there_is_no_form(
    live: MainWindow, document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.views.widgets.question.ask_text", lambda *_: "Iemand anders")
    partner = document.map.partners[0]
    document.select([partner.id])
    live.screens.map.view.setFocus()
    press(qtbot, live, K.Key_F2)
    assert sure(document.map.partner(partner.id)).name == "Iemand anders"


def stand(window: MainWindow) -> dict[Any, tuple[Any, Any, Any]]:
    """Where everybody stands round the middle, and how large they are and their letters."""
    scene = window.screens.map.view.map_scene
    middle = scene.ego.pos()
    return {
        key: (item.pos() - middle, item.diameter, item.letters)
        for key, item in scene.people.items()
    }


@each("count", [8, 18])
def test_discs_and_letters_grow_as_the_text_does_and_nobody_changes_sides(
    window: MainWindow, document: Document, settings: Settings, qtbot: QtBot, count: int
) -> None:
    document.add_map(example(count))
    for number, partner in enumerate(document.map.partners):
        way, far = 2 * math.pi * number / count + 0.1, (0.4, 0.7, 0.9)[number % 3]
        document.place({partner.id: {"x": far * math.cos(way), "y": far * math.sin(way)}})

    def everywhere() -> dict[str, dict[Any, Any]]:
        found: dict[str, dict[Any, Any]] = {}
        for lens in ("free", "importance", "contact", "gap"):
            settings.lens = lens
            window.resize(1366, 768)  # the screen of the test is smaller than that
            QApplication.processEvents()
            assert settings.lens == lens
            found[lens] = stand(window)
        return found

    before = everywhere()
    press(qtbot, window, K.Key_F11)
    after = everywhere()
    assert theme.text_scale() == SCALE
    for lens, stood in before.items():
        assert after[lens].keys() == stood.keys()
        grows_and_stays(document, lens, stood, after[lens])
    press(qtbot, window, K.Key_F11)


def grows_and_stays(
    document: Document, lens: str, before: dict[Any, Any], after: dict[Any, Any]
) -> None:
    count = len(document.map.partners)
    for key, (was, size, letters) in before.items():
        now, larger, large_letters = after[key]
        if lens == "contact":
            # Seven rings leave less room, and no sector holds people on a side: names grow, and
            # all is seen at once; letters in the discs stay as large, the discs themselves may not.
            assert large_letters >= letters, key
            assert larger >= least_disc(), key
            continue
        # Letters in full grow by a quarter; discs of many, in rings whose names grow as well, by
        # as much of that as there is room for.
        least = SCALE if lens == "free" or count < 18 else 1.0
        assert least * size * 0.97 <= larger <= SCALE * size * 1.03, key
        assert large_letters >= letters if least < SCALE else large_letters > letters, key
        along = QPointF.dotProduct(was, now)
        across = was.x() * now.y() - was.y() * now.x()
        turned = abs(math.degrees(math.atan2(across, along)))
        assert turned < 45, (sure(document.map.partner(key)).name, turned)


def test_language_theme_and_text_size_may_change_meanwhile(
    live: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.language = "nl"
    settings.theme = "dark"
    settings.text_size = 125
    QApplication.processEvents()
    assert theme.text_scale() == pytest.approx(1.25 * SCALE, abs=0.01)
    assert theme.current().name == "dark"
    assert visible(live) == {"map"}
    press(qtbot, live, K.Key_F11)
    assert theme.text_scale() == 1.25
    assert theme.current().name == "dark"
    assert current_language() == "nl"


def test_closed_in_live_mode_it_remembers_the_window_as_it_was(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    before = window.saveGeometry()
    press(qtbot, window, K.Key_F11)
    assert window.saveGeometry() != before
    window.close()
    assert settings.geometry == before


@pytest.mark.soak
def test_forty_times_in_and_out_does_no_harm(
    window: MainWindow, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    for turn in range(40):
        window.toggle_live()
        if turn % 10 == 3:
            QApplication.processEvents()
        if turn % 25 == 7:
            settings.theme = "dark" if turn % 2 else "light"
            document.select([document.map.partners[turn % 8].id])
            gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.isFullScreen()
    assert theme.text_scale() == 1
    QApplication.processEvents()
    assert {"map", "add", "bar", "status"} <= visible(window)
    assert len(window.findChildren(type(window.screens))) == 1
