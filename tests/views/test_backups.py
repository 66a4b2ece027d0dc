"""The backups Kring made can be reached at any time, and a map put back beside those there are."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.document import Document
from app.settings import Settings
from app.storage.library import Library
from app.views.frame.window import MainWindow
from app.views.library.backups import Backups
from app.views.library.cards import people_on
from tests.models.editing import full_map

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def window(document: Document, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    document.add_map(full_map("one"))
    document.add_map(full_map("two"))
    document.library.back_up()
    window.show_document(document)
    return window


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Callable[..., Any]:
    def opened() -> Backups:
        window.screens.actions_by_id["backups"].trigger()
        dialog = window.screens.findChildren(Backups)[-1]
        qtbot.waitUntil(lambda: dialog.maps.count() > 0)
        return dialog

    return opened


def rows(dialog: Backups) -> list[Any]:
    return [dialog.maps.item(row).text() for row in range(dialog.maps.count())]


def choose(dialog: Backups, network_id: str) -> None:
    for row in range(dialog.maps.count()):
        item = dialog.maps.item(row)
        item.setSelected(item.data(Qt.ItemDataRole.UserRole).id == network_id)


def notice(window: MainWindow) -> str:
    return window.screens.notice.text


def test_a_map_that_went_is_back_as_it_was_with_its_steps(
    window: MainWindow, document: Document, dialog: Callable[..., Any]
) -> None:
    document.open("one")
    document.add_partner("Noor")
    mine = document.map
    document.library.back_up()
    with document.library._changing() as connection:  # gone for good
        connection.exec_driver_sql("DELETE FROM map WHERE id = 'one'")
    document.close()
    shown = dialog()
    assert len(rows(shown)) == 3
    choose(shown, "one")
    shown.put_button.click()
    assert "is back" in notice(window)
    assert document.library.load("one")[0] == mine
    document.open("one")
    assert document.undo()
    assert document.map == full_map("one")


def test_a_backup_counts_as_the_list_of_maps_does(
    window: MainWindow, document: Document, dialog: Callable[..., Any]
) -> None:
    document.open("one")
    document.set_partners([document.map.partners[0].id], frequency=0)
    document.library.back_up()
    maps = dialog().maps
    items = [maps.item(row) for row in range(maps.count())]
    told = {item.data(Qt.ItemDataRole.UserRole): item.text() for item in items}
    assert any(summary.waiting for summary in told)
    assert all(people_on(summary) in text for summary, text in told.items())


def test_a_map_that_differs_comes_beside_it(
    window: MainWindow, document: Document, dialog: Callable[..., Any]
) -> None:
    document.open("one")
    document.add_partner("Noor")
    mine = document.map
    shown = dialog()
    choose(shown, "one")
    shown.put_button.click()
    assert document.library.load("one")[0] == mine
    titles = [summary.title for summary in document.summaries()]
    assert len(titles) == 4
    [beside] = [title for title in titles if title.startswith("Mijn kaart (")]
    assert "20" in beside


def test_what_is_the_same_is_not_there_twice(
    window: MainWindow, document: Document, dialog: Callable[..., Any]
) -> None:
    shown = dialog()
    choose(shown, "two")
    shown.put_button.click()
    assert "already" in notice(window)
    assert len(document.summaries()) == 3


def test_all_of_a_backup_comes_back_at_once_also_what_was_removed(
    window: MainWindow, document: Document, dialog: Callable[..., Any]
) -> None:
    for key in ("one", "two"):
        document.remove_map(key)
    shown = dialog()
    assert len(shown.maps.selectedItems()) == 3, "all are chosen at first"
    shown.put_button.click()
    assert "back in your maps, 2 in all" in notice(window)
    assert all(summary.deleted is None for summary in document.summaries())
    assert len(document.summaries()) == 3


def test_it_goes_with_the_keyboard_alone(
    window: MainWindow, document: Document, dialog: Callable[..., Any]
) -> None:
    document.remove_map("one")
    shown = dialog()
    shown.maps.setFocus()
    QTest.keyClick(shown.maps, Qt.Key.Key_Return)
    assert not shown.isVisible()
    assert "is back" in notice(window)


def test_a_backup_that_cannot_be_read_says_so(
    window: MainWindow, document: Document, dialog: Callable[..., Any], qtbot: QtBot
) -> None:
    shown = dialog()
    backup = shown.backups.item(0).data(Qt.ItemDataRole.UserRole)
    backup.file.write_bytes(b"rubbish" * 900)
    shown._read()
    qtbot.waitUntil(lambda: bool(shown.told.text()))
    assert not shown.put_button.isEnabled()
    shown.reject()


def test_where_there_are_none_it_says_so(
    document: Document, qtbot: QtBot, window: MainWindow
) -> None:
    for file in (document.library.path.parent / "backups").iterdir():
        file.unlink()
    window.screens.actions_by_id["backups"].trigger()
    [shown] = window.screens.findChildren(Backups)
    assert "no backups" in shown.about.text()
    assert "makes the first one" in shown.told.text()
    assert not shown.sides.isVisible()
    assert not shown.put_button.isVisible()
    shown.reject()


def test_a_library_to_read_only_is_not_changed(
    tmp_path: Path, document: Document, qtbot: QtBot, window: MainWindow
) -> None:
    document.library.back_up()
    with closing(Library.open(document.library.path, read_only=True)) as looking:
        document._library = looking
        shown = Backups(document, window)
        qtbot.waitUntil(lambda: shown.maps.count() > 0)
        assert not shown.put_button.isEnabled()
        shown.reject()
