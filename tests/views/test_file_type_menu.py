"""The item of the menu that lets `.kring` files open with Kring."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app import file_type
from app.document import Document
from app.models.problem import Problem
from app.settings import Settings
from app.views.frame.screens import Screens
from app.views.frame.window import MainWindow
from app.views.widgets.menu import Menu
from tests.sure import as_a

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Keep the desktop of who runs the tests out of it; yields whether it was told."""
    told = []
    monkeypatch.setattr(file_type, "tell_system", lambda: told.append(True))
    return told


@pytest.fixture
def screens(
    document: Document,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    told: list[Any],
) -> Iterator[Screens]:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    window = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.show()
    window.show_document(document)
    yield window.screens
    window.close()


@pytest.fixture
def item(screens: Screens) -> Callable[..., Any]:
    """The item as it stands in the menu that is opened now."""

    def item() -> QAction:
        action = screens.actions_by_id["file_type"]
        as_a(Menu, screens.bar.menu_button.menu()).want()
        [menu] = [menu for menu in screens.bar.findChildren(QMenu) if action in menu.actions()]
        menu.aboutToShow.emit()
        return action

    return item


def notice(screens: Screens) -> str:
    return screens.notice.text


def test_it_is_off_at_first_and_ticked_when_it_is_on(
    screens: Screens, item: Callable[..., Any], told: list[Any], qtbot: QtBot
) -> None:
    assert item().isVisible()
    assert not item().isChecked()
    item().trigger()
    assert file_type.is_on()
    assert item().isChecked()
    assert "Double-clicking" in notice(screens)
    qtbot.waitUntil(lambda: told == [True])
    item().trigger()
    assert not file_type.is_on()
    assert not item().isChecked()
    assert "no longer" in notice(screens)
    qtbot.waitUntil(lambda: told == [True, True])


def test_where_it_cannot_be_set_that_is_said_and_it_stays_off(
    screens: Screens, item: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, told: list[Any]
) -> None:
    def refused() -> None:
        raise Problem("file_type_not_set")

    monkeypatch.setattr(file_type, "turn_on", refused)
    item().trigger()
    assert "This computer" in notice(screens)
    assert not item().isChecked()
    assert told == []


def test_it_is_hidden_where_it_is_not_offered(
    item: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not item().isVisible()


def test_it_stands_with_what_is_set_for_the_whole_app(
    screens: Screens, item: Callable[..., Any]
) -> None:
    [menu] = [menu for menu in screens.bar.findChildren(QMenu) if item() in menu.actions()]
    below = menu.actions()[menu.actions().index(item()) + 1 :]
    names = [action.text() for action in below if not action.isSeparator()]
    assert names == [screens.actions_by_id[name].text() for name in ("lock", "about", "quit")]
