"""Notices: the keyboard stays where it was, and what is true no longer goes away."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.problem import Problem
from app.settings import Settings
from app.views.frame import screen_list
from app.views.frame.notice import Notice
from app.views.frame.window import MainWindow
from app.views.frame.window_notices import WindowNotices

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton


class Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.first, self.field, self.notice = QLineEdit(self), QLineEdit(self), Notice(self)
        column = QVBoxLayout(self)
        for part in (self.first, self.field, self.notice):
            column.addWidget(part)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.field.setFocus()
    page.notice.tell("Removed.", "Undo", stays=True)
    return page


@pytest.mark.parametrize("button", ["close_button", "button"])
def test_a_click_leaves_the_keyboard_where_it_was(page: Page, qtbot: QtBot, button: str) -> None:
    qtbot.mouseClick(getattr(page.notice, button), LEFT)
    assert page.notice.isHidden()
    assert page.field.hasFocus()


@pytest.mark.parametrize("button", ["close_button", "button"])
def test_closed_with_a_key_it_gives_the_keyboard_back(
    page: Page, qtbot: QtBot, button: str
) -> None:
    pressed = getattr(page.notice, button)
    pressed.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pressed, Qt.Key.Key_Space)
    assert page.notice.isHidden()
    assert page.field.hasFocus()


def test_only_what_it_says_can_be_withdrawn(page: Page) -> None:
    page.notice.withdraw("Something else.")
    assert page.notice.isVisible()
    page.notice.withdraw("Removed.")
    assert page.notice.isHidden()


def test_why_a_group_was_not_shown_goes_once_it_is(
    document: Document, tmp_path: Path, qtbot: QtBot
) -> None:
    window = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.show()
    window.show_document(document)
    screen, notice = window.screens.part(screen_list.group), window.screens.notice
    refused = Problem("group_differs", differing=1, least=5)
    screen.failed.emit(refused)
    assert not notice.isHidden()
    screen.settled.emit(Problem("group_too_few", least=5))
    assert not notice.isHidden()
    screen.settled.emit(refused)
    assert notice.isHidden()
    window.close()


def test_what_works_by_now_is_not_said_to_have_failed(
    page: Page, document: Document, tmp_path: Path
) -> None:
    notices = WindowNotices(document, Settings(tmp_path / "settings.ini"), page.notice, page)
    notices.problem(Problem("group_too_few", least=5))
    notices.settled(Problem("group_too_few", least=10))
    assert page.notice.isVisible()
    notices.settled(Problem("group_too_few", least=5))
    assert page.notice.isHidden()


@pytest.mark.parametrize("how", ["maps", "next", "reopened"])
def test_that_a_map_is_finished_is_not_said_of_another(
    document: Document, tmp_path: Path, qtbot: QtBot, how: str
) -> None:
    window = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.show()
    window.show_document(document)
    document.set_network(finished=True)
    assert document.add_partner("Bso") is None
    notice = window.screens.notice
    assert not notice.isHidden()
    if how == "maps":
        window.screens.show_screen("maps")
    elif how == "next":
        document.continue_map(document.map.network.id, "end", date(2027, 6, 18))
    else:
        document.set_network(finished=False)
    assert notice.isHidden()
    window.screens.notices.problem(Problem("library_read_only"))
    window.screens.show_screen("maps")
    assert not notice.isHidden()
    window.close()


@pytest.mark.parametrize("how", ["undone", "more", "other"])
def test_a_step_can_be_taken_back_no_longer_than_it_is_the_last(
    page: Page, document: Document, tmp_path: Path, how: str
) -> None:
    notices = WindowNotices(document, Settings(tmp_path / "settings.ini"), page.notice, page)
    document.add_partner("An")
    notices.tell_step("Added: An.")
    document.select([])
    assert page.notice.isVisible()
    if how == "undone":
        document.undo()
    elif how == "more":
        document.add_partner("Bo")
    else:
        document.new_map("Another")
    assert page.notice.isHidden(), "its button would do nothing"
