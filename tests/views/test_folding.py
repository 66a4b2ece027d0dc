"""The sides of the window fold: by key, by button, and by themselves where it is narrow."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.document import Document
from app.settings import Settings
from app.views.frame.screen_list import form as partner_form
from app.views.frame.window import MainWindow
from app.views.map.view import MapView
from app.views.widgets import theme
from app.views.widgets.buttons import Heading
from tests.pictures import example

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def window(document: Document, settings: Settings, qtbot: QtBot) -> MainWindow:
    document.add_map(example(18))
    settings.lens = "importance"
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1024, 768)
    window.show()
    window.show_document(document)
    window.activateWindow()
    settle()
    return window


def test_what_is_unfolded_is_seen(window: MainWindow, document: Document, qtbot: QtBot) -> None:
    """Also of the last part of the form, which opens below the edge of what is seen."""
    document.select([document.map.partners[0].id])
    settle()
    form = window.screens.part(partner_form)
    *_, last = (group for group in form.groups.values() if group.heading.isVisible())
    bar, view = form.scroll_area.verticalScrollBar(), form.scroll_area.viewport()
    bar.setValue(bar.maximum())
    last.heading.click()

    def is_seen() -> bool:
        below = last.heading.mapTo(view, last.heading.rect().bottomLeft()).y()
        return below <= view.height() // 2 or bar.value() > bar.maximum() - 24

    qtbot.waitUntil(is_seen)
    assert bar.maximum() > 0


def seen(view: MapView) -> dict[Any, Any]:
    return {key: view.mapFromScene(item.pos()) for key, item in view.map_scene.people.items()}


def test_a_narrow_window_gives_the_map_the_room(
    window: MainWindow, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    screens, room, view = window.screens, window.screens.room, window.screens.map.view
    assert (room.left.is_folded, room.right.is_folded) == (True, True)
    assert view.width() > 0.85 * window.width()
    assert view.shows_all
    assert view.hasFocus()

    # The form comes over the map for as long as somebody is selected: nobody moves.
    before = seen(view)
    document.select([min(before, key=lambda key: before[key].x())])
    settle()
    assert not room.right.is_folded
    assert seen(view) == before
    far = max(before, key=lambda key: before[key].x())
    document.select([far])
    settle()
    assert view.viewport().rect().contains(seen(view)[far])
    document.select([])
    settle()
    assert (room.right.is_folded, seen(view)) == (True, before)

    # A letter begins a name, and the names are there until somebody leaves them.
    qtbot.keyClick(view, Qt.Key.Key_W)
    settle()
    assert not room.left.is_folded
    assert screens.quick_add.field.text() == "w"
    qtbot.keyClick(screens.quick_add.field, Qt.Key.Key_Escape)
    qtbot.keyClick(screens.quick_add.field, Qt.Key.Key_Escape)
    settle()
    assert room.left.is_folded
    assert view.hasFocus()

    # By choice it stays, in the next window too; also where there is room for it.
    qtbot.mouseClick(room.left.button, Qt.MouseButton.LeftButton)
    assert not room.left.is_folded
    assert settings.folds == {"left": False}
    window.resize(1400, 800)
    settle()
    assert (room.left.is_folded, room.right.is_folded) == (False, False)
    for key, side in (("fold_left", room.left), ("fold_right", room.right)):
        screens.actions_by_id[key].trigger()
        settle()
        assert side.is_folded
        assert side.width() <= 32
    document.select(["p0"])
    settle()
    assert room.right.is_folded
    screens.actions_by_id["rename"].trigger()  # leads to the form
    settle()
    assert not room.right.is_folded


def test_a_side_that_somebody_showed_is_there_at_the_next_start_too(
    window: MainWindow, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.mouseClick(window.screens.room.left.button, Qt.MouseButton.LeftButton)
    assert not window.screens.room.left.is_folded
    window.close()
    later = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(later)
    later.resize(1024, 768)
    later.show()
    later.show_document(document)
    settle()
    assert not later.screens.room.left.is_folded
    assert later.screens.room.right.is_folded  # nobody is selected: there is nothing in it


def test_large_letters_make_a_window_narrow_and_a_wide_one_gives_more_to_its_sides(
    window: MainWindow, settings: Settings
) -> None:
    widths = []
    for size in (1400, 2560):
        window.resize(size, 900)
        settle()
        room = window.screens.room
        assert (room.left.is_folded, room.right.is_folded) == (False, False)
        widths.append((room.left.width(), room.right.width()))
    assert all(wide > usual for usual, wide in zip(*widths, strict=True))
    window.resize(1400, 800)
    settings.text_size = 150
    settle()
    try:
        room = window.screens.room
        assert (room.left.is_folded, room.right.is_folded) == (True, True)
    finally:
        theme.wear("light", 100)


def test_an_empty_map_begins_with_names_in_a_narrow_window_too(
    window: MainWindow, document: Document
) -> None:
    document.add_map(example(0))
    settle()
    assert not window.screens.room.left.is_folded
    document.add_partner("Sam")
    settle()
    assert not window.screens.room.left.is_folded  # as long as names are added


def test_a_heading_that_is_gone_at_once_scrolls_nothing(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    inside = QWidget()
    area.setWidget(inside)
    heading = Heading("More", inside)
    area.show()
    heading.click()
    heading.deleteLater()
    QCoreApplication.sendPostedEvents(heading, QEvent.Type.DeferredDelete)
    inside.setMinimumHeight(3000)
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() > 0
    assert area.verticalScrollBar().value() == 0
