"""A partner is found by a few letters, on the map, in the table and in insight."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.search import found
from app.settings import Settings
from app.views.frame.screen_list import find_bar
from app.views.frame.window import MainWindow
from app.views.map.view import MapView
from tests.pictures import example
from tests.sure import as_a, sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PEOPLE = (("a", ("Zoë de Wit", "parents")), ("b", ("de Zwaan", "museum")), ("c", ("Noor", "zoë")))


def test_a_name_that_begins_so_comes_before_what_is_said_elsewhere() -> None:
    assert found("zoe", PEOPLE) == ["a", "c"]
    assert found("DE", PEOPLE) == ["b", "a"]
    assert found("wit zo", PEOPLE) == ["a"]
    assert found("  ", PEOPLE) == []


def test_who_is_found_is_selected_and_the_keyboard_goes_on(
    document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    document.add_map(example(18))
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.lens = False, "importance"
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    window.show_document(document)
    screens = window.screens
    for screen in ("draw", "table", "insight"):
        screens.show_screen(screen)
        screens.actions_by_id["find"].trigger()
        bar = screens.above(find_bar)
        assert screens.shown == screen
        assert bar.isVisibleTo(screens)
        bar.field.clear()
        qtbot.keyClicks(bar.field, "ouders")
        assert document.selection == ("p0",)
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
        assert document.selection == ("p8",)
        assert bar.counted.text() == "2 of 2"
        qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        assert document.selection == ("p0",)
        document.remove_partners(["p8"])  # somebody may go while they are looked for
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
        assert document.selection == ("p0",)
        document.undo()
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
        assert bar.isHidden()
        assert document.selection == ("p0",)


def test_who_is_out_of_sight_comes_in_sight(
    document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    document.add_map(example(18))
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.lens = False, "importance"
    view = MapView(document, settings)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    qtbot.waitUntil(lambda: bool(view.map_scene.people))
    for _ in range(6):
        view.zoom_in()
    shown = []
    for key, item in view.map_scene.people.items():
        view.bring_in_sight(key)
        shown.append(view.viewport().rect().contains(view.mapFromScene(item.pos())))
    assert shown
    assert all(shown)


@pytest.mark.parametrize("chosen", [(), ("p0", "p1")])
def test_f2_without_one_person_asks_who_and_makes_nobody(
    chosen: tuple[str, ...], document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    """What is typed after it is not the name of somebody new."""
    document.add_map(example(18))
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    window.show_document(document)
    screens, before = window.screens, document.map.partners
    document.select(chosen)
    screens.map.view.setFocus()
    qtbot.keyClick(screens.map.view, Qt.Key.Key_F2)
    bar = screens.above(find_bar)
    assert bar.isVisibleTo(screens)
    qtbot.keyClicks(sure(screens.focusWidget()), "Ouders")
    assert document.map.partners == before
    assert document.selection == ("p0",)
    qtbot.keyClick(bar.field, Qt.Key.Key_F2)
    name = as_a(QLineEdit, screens.focusWidget())
    assert name is not bar.field
    assert name.text() == document.map.partners[0].name
