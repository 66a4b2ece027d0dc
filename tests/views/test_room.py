"""The room there is: the window fits its screen, the screens fit it, and notices cover nothing."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import language
from app.document import Document
from app.settings import Settings
from app.views.frame.actions import AT_HAND
from app.views.frame.command_list import commands
from app.views.frame.notice import Notice
from app.views.frame.screen_list import SCREENS as ROWS
from app.views.frame.window import SMALLEST, MainWindow
from app.views.widgets import save_dialog
from app.views.widgets.menu import Menu
from tests.each import each
from tests.examples import in_turn
from tests.pictures import example
from tests.sure import as_a, sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton
SCREENS = tuple(key for key, screen in ROWS.items() if not screen.needs_guest)
TONGUES = ("nl", "en")

_SHOWS = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
qt = QApplication(["kring", "-style", "fusion"])
from app.settings import Settings
from app.views.frame.window import MainWindow
window = MainWindow(Settings(Path(sys.argv[1])))
window.show()
qt.processEvents()
room = window.screen().availableSize()
print(json.dumps([window.width(), window.height(), room.width(), room.height()]))
"""


@pytest.mark.parametrize("scale", ["1", "1.25", "1.5", "2"])
def test_the_first_window_fits_a_laptop_at_every_scale(tmp_path: Path, scale: str) -> None:
    screen = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
    (tmp_path / "screens.json").write_text(json.dumps({"screens": [screen]}))
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}",
        "QT_SCALE_FACTOR": scale,
    }
    given = [sys.executable, "-c", _SHOWS, str(tmp_path / "settings.ini")]
    told = subprocess.run(given, env=surroundings, capture_output=True, text=True, check=True)
    width, height, most, tallest = json.loads(told.stdout)
    assert most == pytest.approx(1366 / float(scale), abs=1)
    assert width <= most
    assert height <= tallest - 32  # the desktop puts a bar with the buttons of the window above it
    assert width >= min(most - 8, 1280)


@pytest.fixture
def window(document: Document, settings: Settings, qtbot: QtBot) -> Iterator[MainWindow]:
    document.add_map(example(18))
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    window.show_document(document)
    window.resize(*SMALLEST)
    yield window
    language.install("en")


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def test_every_screen_fits_the_smallest_window_and_a_notice_lies_over_nothing(
    window: MainWindow, settings: Settings
) -> None:
    seen = 0
    for tongue, screen in sorted((tongue, screen) for screen, tongue in in_turn(SCREENS, TONGUES)):
        if settings.language != tongue:  # all is built anew
            settings.language = tongue
        window.screens.show_screen(screen)
        settle()
        seen += fits(window, screen)
        lies_over_nothing(window, screen)
    assert seen > 3 * len(SCREENS)


def fits(window: MainWindow, screen: str) -> int:
    """See that a screen fits the smallest window; return how many parts of it are seen."""
    assert (window.width(), window.height()) == SMALLEST
    least = sure(window.screens.layout()).minimumSize()
    assert least.width() <= SMALLEST[0], screen
    assert least.height() <= SMALLEST[1], screen
    parts = (window.screens.bar, window.screens.room.left, window.screens.room.right)
    loud = [
        button.text()
        for button in window.screens.findChildren(QPushButton)
        if button.isVisible() and button.property("role") == "primary"
    ]
    assert len(loud) <= 1, (screen, loud)
    seen = 0
    for part in (*parts, window.screens.room.centre.currentWidget(), window.screens.status):
        if sure(part).isVisible():
            at = QRect(sure(part).mapTo(window, QPoint()), sure(part).size())
            assert window.rect().contains(at), (screen, part)
            seen += 1
    return seen


# Notices.


def lies_over_nothing(window: MainWindow, screen: str) -> None:
    screens, notice = window.screens, window.screens.notice
    notice.tell("A sentence that goes on for a while. " * 5, "Undo", stays=True)
    settle()
    at = QRect(notice.mapTo(window, QPoint()), notice.size())
    assert window.rect().contains(at)
    for other in screens.findChildren(QWidget):
        if other.isVisible() and not notice.isAncestorOf(other) and other is not notice:
            beside = other.visibleRegion().boundingRect()  # a long page is cut by its scroll area
            beside.translate(other.mapTo(window, QPoint()))
            over_it = not other.isAncestorOf(notice) and beside.intersects(at)
            assert not over_it, (screen, other)
    for button in (notice.button, notice.close_button):
        place = button.mapTo(window, button.rect().center())
        notice.tell("Once more, for a while. " * 5, "Undo", stays=True)
        settle()
        notice.hide()
        settle()
        under = window.childAt(place)
        while under is not None and under is not screens.status:
            assert not isinstance(under, QPushButton), screen
            under = under.parentWidget()
        assert under is screens.status, screen


def test_a_short_notice_moves_nothing(window: MainWindow) -> None:
    settle()
    before = window.screens.room.centre.geometry()
    window.screens.notice.tell("Kept.", "Undo")
    settle()
    assert window.screens.room.centre.geometry() == before
    assert not window.screens.status.counts.isVisible()
    assert window.screens.bar.save_state.isVisible()
    window.screens.notice.hide()
    settle()
    assert window.screens.room.centre.geometry() == before
    assert window.screens.status.counts.isVisible()


@pytest.mark.parametrize("file", ["damaged", "foreign", "missing"])
def test_what_is_said_of_a_file_at_the_start_is_seen(
    kring: Callable[..., Any], tmp_path: Path, file: str
) -> None:
    path = tmp_path / "kaart.kring"
    if file != "missing":
        path.write_bytes(b"{" if file == "damaged" else b"a letter")
    app = kring(path)
    notice = app.window.screens.notice
    waits = [notice.isVisible]
    for _ in range(200):
        if all(ready() for ready in waits):
            break
        QApplication.processEvents()
        app.window.thread().msleep(10)
    assert notice.isVisible()
    assert "kaart.kring" in notice.text
    settle()
    words = notice.findChild(QLabel)
    at = QRect(words.mapTo(app.window, QPoint()), words.size())
    assert app.window.rect().contains(at)
    assert at.height() >= words.heightForWidth(words.width()) > 0


def test_the_last_message_can_be_had_again_with_its_button(
    window: MainWindow, document: Document
) -> None:
    does = []
    act = window.screens.actions_by_id["message"].trigger
    act()
    assert "no message" in window.screens.notice.text
    window.screens.notice.tell("Removed.", "Undo", lambda: does.append(1))
    window.screens.notice.hide()
    act()
    assert window.screens.notice.isVisible()
    assert window.screens.notice.text == "Removed."
    window.screens.notice.button.click()
    assert does == [1]


def test_the_folder_of_the_last_file_is_in_the_menu(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Path] = []

    def open_folder(path: Path) -> bool:
        opened.append(path)
        return True

    monkeypatch.setattr(save_dialog, "_latest", {})
    monkeypatch.setattr(save_dialog, "open_folder", open_folder)
    act = window.screens.actions_by_id["last_folder"].trigger
    act()
    assert opened == []
    assert "No file" in window.screens.notice.text
    for where, folder in (
        (save_dialog.DOCUMENTS, "a"),
        (save_dialog.PICTURES, "b"),
        (save_dialog.DOCUMENTS, "c"),
    ):
        chosen = (str(tmp_path / folder / "x.pdf"), "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, it=chosen: it)
        save_dialog.ask_where(window, "", "x", "PDF (*.pdf)", where)
        act()
        assert opened[-1] == tmp_path / folder


def test_a_notice_alone_shows_what_it_says_without_a_page(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    assert not Notice(page).tell_again()


# What is one step away.


def test_sharing_the_report_and_my_maps_are_one_step_away(window: MainWindow) -> None:
    menu = as_a(Menu, window.screens.bar.menu_button.menu())
    menu.want()
    top = menu.actions()[: len(AT_HAND)]
    assert top == [window.screens.actions_by_id[name] for name in AT_HAND]
    assert {"maps", "share", "report"} <= set(AT_HAND)
    window.resize(1280, 800)
    settle()
    for way in window.screens.bar.ways:
        assert way.isVisible()
        assert window.screens.bar.rect().contains(
            way.geometry().translated(sure(way.parentWidget()).pos())
        )
    window.screens.bar.ways[0].click()
    assert window.screens.shown == "share"
    window.resize(*SMALLEST)
    settle()
    assert not any(way.isVisible() for way in window.screens.bar.ways)


def test_no_command_is_lost_from_the_menu(window: MainWindow) -> None:
    def inside(menu: QMenu) -> Iterator[QAction]:
        for action in menu.actions():
            yield action
            if (below := action.menu()) is not None:
                yield from inside(as_a(QMenu, below))

    menu = as_a(Menu, window.screens.bar.menu_button.menu())
    menu.want()
    found = list(inside(menu))
    for command in commands():
        times = found.count(window.screens.actions_by_id[command.id])
        assert times == (command.id != "saved"), command.id


@each("percent", [100, 150])
def test_legend_and_zoom_are_there_however_little_room(window: MainWindow, percent: int) -> None:
    settings = window.screens.settings
    settings.text_size = percent
    for _ in range(3):
        QApplication.processEvents()
    panel = window.screens.map
    parts = [panel.legend_button, panel.zoom, panel.switch]
    for size in ((1366, 728), (1024, 640), (900, 520)):
        window.resize(*size)
        QApplication.processEvents()
        places = [QRect(part.mapTo(panel, QPoint()), part.size()) for part in parts]
        for place in places:
            assert place.width() > 0, size
            assert panel.rect().contains(place), size
            assert sum(place.intersects(other) for other in places) == 1, size
    settings.text_size = 100
    QApplication.processEvents()


@each("folded", [False, True])
def test_what_is_said_about_a_map_opens_at_its_top_from_any_screen(
    window: MainWindow, document: Document, folded: bool
) -> None:
    screens = window.screens
    screens.settings.fold("right", folded=folded)
    screens.show_screen("insight")
    document.select([document.map.partners[0].id])
    for _ in range(2):  # also where somebody scrolled down the last time
        screens.actions_by_id["about_map"].trigger()
        settle()
        form = screens.map_form
        assert (screens.shown, form.isVisible(), document.selection) == ("draw", True, ())
        bar = form.scroll_area.verticalScrollBar()
        assert bar.maximum() > 0
        assert bar.value() == 0
        assert form.fields[0].isAncestorOf(window.focusWidget())
        bar.setValue(bar.maximum())
        screens.show_screen("insight")


def test_an_empty_map_asks_for_a_name_only_where_one_can_be_typed(
    window: MainWindow, document: Document
) -> None:
    document.open(sure(document.new_map("leeg")))
    screens, said = window.screens, window.screens.map.words
    for screen in ("draw", "insight", "reflect"):
        screens.show_screen(screen)
        settle()
        assert said.isVisible()
        assert ("Type" in said.text()) is ROWS[screen].names
        assert ("left" in said.text()) is screens.quick_add.field.isVisible()
    screens.map.draw.click()
    settle()
    assert screens.shown == "draw"
    assert screens.quick_add.field.hasFocus()


def test_a_map_with_people_opens_with_the_keyboard_on_the_field_for_a_name(
    document: Document, tmp_path: Path, qtbot: QtBot
) -> None:
    document.add_map(example(8))
    for width in (SMALLEST[0], 1366):
        window = MainWindow(Settings(tmp_path / f"{width}.ini"))
        qtbot.addWidget(window)
        window.resize(width, 768)
        window.show()  # as at a start: the window is there before its map
        window.show_document(document)
        room, field = window.screens.room, window.screens.quick_add.field
        assert room.has_names is (width == 1366)  # a narrow one folds the names
        assert window.focusWidget() is (field if room.has_names else window.screens.map.view)
