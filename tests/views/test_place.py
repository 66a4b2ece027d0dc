"""What is on the screen is a value: built anew from it, every screen is as it was."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import language
from app.document import Document
from app.exchange.share import HAND_IN, shared
from app.layout.picture import Picture
from app.models.network import Map
from app.settings import Settings
from app.views.exchange.guest import Guest
from app.views.frame.screen_list import SCREENS
from app.views.frame.window import MainWindow
from app.views.map.scene import MapScene
from app.views.people.quick_add import NameField
from app.views.widgets import drafts, theme
from app.views.widgets.notes import Notes
from app.views.widgets.typed_field import Line
from tests.each import each
from tests.examples import SWEEP, in_turn
from tests.pictures import example
from tests.sure import sure
from tests.views.dressing import BEGUN, OTHER, dress

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
WAYS = ("look", "F11")


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Iterator[Settings]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.language, settings.theme = False, "en", "light"
    language.install("en")
    yield settings
    language.install("en")
    theme.wear("light", 100)


@pytest.fixture
def window(document: Document, settings: Settings, qtbot: QtBot) -> MainWindow:
    document.add_map(example(8))
    document.set_network(moment=date(2026, 9, 1), moment_label="begin")
    document.continue_map(document.map.network.id, "end", date(2027, 6, 18))
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.show_document(document)
    window.activateWindow()
    return window


def sort(window: MainWindow) -> None:
    window.screens.table.people.sortByColumn(1, Qt.SortOrder.DescendingOrder)


def tick(window: MainWindow) -> None:
    window.screens.share.choose("hand_in")
    window.screens.share.ticks["names"].click()


def look_closer(window: MainWindow) -> None:
    window.screens.map.view.zoom(2)


def filtered(window: MainWindow) -> None:
    window.screens.insight.highlight.choose("setting", "in_school")
    window.screens.insight.show_page("list")


def talk(window: MainWindow) -> None:
    window.screens.exchange.maps.show_lens("contact")
    window.screens.exchange.show_page("talk")


def answer(window: MainWindow) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_2):
        QTest.keyClick(sure(QApplication.focusWidget()), key)


DONE = {
    "draw": look_closer,
    "table": sort,
    "insight": filtered,
    "compare": lambda window: window.screens.compare.show_as("numbers"),
    "reflect": lambda window: window.screens.reflect.show_page("card"),
    "rate": answer,
    "pairs": answer,
    "again": answer,
    "look_back": answer,
    "share": tick,
    "exchange": talk,
}
"""What a person did on a screen, so that it stands elsewhere than where it begins."""


def show(window: MainWindow, screen: str) -> None:
    screens = window.screens
    if SCREENS[screen].needs_guest:
        screens.look_at(Guest("ruil", shared(example(8), HAND_IN, "en")))
    screens.show_screen(screen)
    QApplication.processEvents()
    assert screens.shown == screen


def change(window: MainWindow, settings: Settings, way: str) -> None:
    """Dress the window twice; it ends as it began."""
    for look in (OTHER, BEGUN):
        if way == "F11":
            window.toggle_live()
            QApplication.processEvents()  # the window has its size before its parts have theirs
        else:
            dress(settings, look)
        QApplication.processEvents()


def seen(window: MainWindow) -> list[Any]:
    """Return the texts that stand on the screen, as far as they say what is shown."""
    screens = window.screens
    texts = []
    for widget in sure(screens.room.centre.currentWidget()).findChildren(QWidget):
        if widget.isVisible():
            text = getattr(widget, "text", None) or getattr(widget, "toPlainText", None)
            checked = getattr(widget, "isChecked", None)
            if text is not None:
                texts.append((type(widget).__name__, text(), checked() if checked else None))
    return texts


ROUNDS = [in_turn([*SCREENS], WAYS)]
if SWEEP:
    ROUNDS = [[(screen, way) for screen in SCREENS] for way in WAYS]


@pytest.mark.parametrize("round_", ROUNDS)
def test_every_screen_is_as_it_was(
    window: MainWindow, settings: Settings, round_: list[tuple[str, str]]
) -> None:
    """A page is built anew in one manner, whatever asked for it: each screen takes one way."""
    for screen, way in round_:
        is_as_it_was(window, settings, screen, way)


def is_as_it_was(window: MainWindow, settings: Settings, screen: str, way: str) -> None:
    show(window, screen)
    row, part, begun = SCREENS[screen], window.screens.part_of(screen), window.screens.place
    wanted = [row.begin, row.focus, *(("place", "go_on_at") if row.goes_on else ())]
    assert [name for name in wanted if name and not hasattr(part, name)] == [], screen
    if screen in DONE:
        DONE[screen](window)
        QApplication.processEvents()
        assert window.screens.place != begun, screen
    place, shown = window.screens.place, seen(window)
    of_place = [field.name for field in fields(place) if field.compare]
    assert [name for name in of_place if not is_value(getattr(place, name))] == [], screen
    change(window, settings, way)
    assert replace(window.screens.place, map=place.map) == place, (screen, way)
    # Parts of the map; it scrolls in whole pixels.
    assert window.screens.place.map == pytest.approx(place.map, abs=0.02), (screen, way)
    assert seen(window) == shown, (screen, way)
    if row.begin:  # however it is reached: a key that finds nothing there would raise
        press_keys(window)
    window.screens.map.view.fit()


def test_a_part_of_the_map_is_seen_again_however_often_it_is_dressed_out_of_sight(
    window: MainWindow, settings: Settings
) -> None:
    show(window, "draw")
    view = window.screens.map.view
    view.zoom(2.0, QPoint(40, 40))
    place = view.place
    assert place[1] < 0.45
    show(window, "maps")
    for _ in range(2):
        change(window, settings, "look")
    show(window, "draw")
    assert window.screens.map.view.place == pytest.approx(place, abs=0.02)
    show(window, "maps")
    change(window, settings, "look")
    window.screens.document.add_map(example(3))  # another map begins as every map
    show(window, "draw")
    assert window.screens.map.view.place == (1.0, 0.5, 0.5)


def press_keys(window: MainWindow) -> None:
    for key in (*"ab1", Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Return):
        QTest.keyClick(QApplication.focusWidget() or window, key)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Space):
        QTest.keyClick(QApplication.focusWidget() or window, key)
    QApplication.processEvents()


def is_value(part: Any) -> bool:
    """Tell whether something is the same when it is made again of the same."""
    if isinstance(part, str | int | float | bool | Path | date | Enum | None):
        return True
    if isinstance(part, tuple | frozenset):
        return all(map(is_value, part))
    if isinstance(part, Mapping):
        return all(map(is_value, part)) and all(map(is_value, part.values()))
    if isinstance(part, Map):
        return True  # its records are frozen
    return (
        is_dataclass(part)
        and vars(type(part))["__dataclass_params__"].frozen
        and all(is_value(getattr(part, field.name)) for field in fields(part))
    )


def test_a_group_is_as_it_was_also_without_a_map(
    window: MainWindow, document: Document, settings: Settings
) -> None:
    for name in ("First", "Second"):
        document.make_group(name)
    for summary in document.summaries():
        document.remove_map(summary.id)
    assert not document.is_open
    window.screens.show_screen("group")
    group = window.screens.part_of("group")
    other = next(one for one in document.groups() if one.id != group.group.id)
    group.show_group(other.id)
    change(window, settings, "look")
    assert window.screens.part_of("group").group.id == other.id


def test_a_half_typed_word_is_kept_or_stands_there_still(
    window: MainWindow, document: Document, settings: Settings
) -> None:
    tried, lost, ways, looks = [], [], cycle(WAYS), cycle((OTHER, BEGUN))
    for screen in SCREENS:
        show(window, screen)
        document.select([document.map.partners[0].id] if SCREENS[screen].names else [])
        QApplication.processEvents()
        for at, way in zip(range(len(editors(window))), ways, strict=False):
            standing = editors(window)
            if at >= len(standing):
                continue
            word = f"half{at}{way}"
            half_type(standing[at], word)
            name = standing[at].accessibleName() or type(standing[at]).__name__
            if way == "F11":  # in live mode there is less to type in
                change(window, settings, way)
            else:
                dress(settings, next(looks))
                QApplication.processEvents()
            drafts.pending.settle()
            there = [words(one) for one in editors(window)]
            stored = repr((document.map.records, document.summaries(), document.groups()))
            if word not in stored and not any(word in text for text in there):
                lost.append((screen, name, way))
            tried.append(screen)
    assert lost == []
    assert {"draw", "table", "reflect", "group"} <= set(tried)


def half_type(editor: Any, word: str) -> None:
    editor.setFocus()
    if isinstance(editor, QLineEdit):
        editor.setText("")
        editor.insert(word)
        editor.textEdited.emit(word)
    else:
        editor.setPlainText(word)


def editors(window: MainWindow) -> list[Any]:
    found = window.findChildren(QLineEdit) + window.findChildren(QPlainTextEdit)
    return [one for one in found if one.isVisible() and one.isEnabled() and not one.isReadOnly()]


def words(editor: Line | NameField | Notes) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


# How it is dressed.


def test_a_dialog_that_is_open_stays_and_the_window_is_dressed_after_it(
    window: MainWindow, settings: Settings
) -> None:
    window.screens.exports.picture()
    (dialog,) = window.screens.findChildren(QDialog)
    page = window.page
    dress(settings, OTHER)
    QApplication.processEvents()
    assert dialog.isVisible()
    assert window.page is page
    dialog.reject()
    QApplication.processEvents()
    assert window.page is not page
    assert window.screens.isVisible()
    for part in (window, window.page, window.screens.map):
        assert part.palette().window() == QApplication.palette().window()
        assert part.font().pointSizeF() == QApplication.font().pointSizeF()


@each("way", WAYS)
def test_all_that_is_seen_is_there_at_once(
    window: MainWindow, settings: Settings, way: str
) -> None:
    settings.lens = "importance"
    document = window.screens.document
    document.set_partners([p.id for p in document.map.partners], importance=3)
    for look in (OTHER, BEGUN):
        if way == "F11":
            window.toggle_live()
        else:
            dress(settings, look)
        screens = window.screens  # before any paint
        view = screens.map.view
        assert len(view.map_scene.picture.spots) == 8
        assert (view.map_scene.picture.width, view.map_scene.picture.height) >= (
            view.viewport().width(),
            view.viewport().height(),
        )
        if screens.room.right.isVisible():
            assert screens.room.sides.currentWidget() is screens.room.nobody


@each("way", WAYS)
def test_a_lens_in_which_nobody_stands_is_kept(
    window: MainWindow, settings: Settings, way: str
) -> None:
    document = window.screens.document
    document.set_partners([document.map.partners[0].id], importance=3)
    settings.lens = "contact"
    change(window, settings, way)
    assert settings.lens == "contact"


@each("screen, lens", [("draw", "importance"), ("insight", "gap")])
def test_the_map_is_laid_out_once(
    window: MainWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch, screen: str, lens: str
) -> None:
    settings.lens = "importance"
    document = window.screens.document
    document.set_partners([p.id for p in document.map.partners], importance=3)
    show(window, screen)
    laid = []
    picture_of = MapScene._picture_of

    def picture(scene: MapScene, *asked: Any) -> Picture:
        laid.append(scene.lens.id)
        return picture_of(scene, *asked)

    with monkeypatch.context() as patched:
        patched.setattr(MapScene, "_picture_of", picture)
        settings.theme = "light" if settings.theme == "dark" else "dark"
        for _ in range(3):
            QApplication.processEvents()
    assert laid == [lens]


def test_nothing_is_dressed_twice_or_before_it_goes_and_what_is_not_seen_is_not_built(
    window: MainWindow, settings: Settings, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It costs more than all that comes: see docs/decisions/0008-qt.md."""
    moved = []

    def add(stack: QStackedWidget, part: QWidget) -> int:
        if part.parentWidget() is not stack:
            moved.append(type(part).__name__)
        return QStackedWidget.addWidget(stack, part)

    monkeypatch.setattr(type(window.screens.room.centre), "addWidget", add)
    for screen in SCREENS:
        show(window, screen)
    assert moved == []
    window.screens.show_screen("draw")
    old, everywhere = window.page, qapp.styleSheet()
    worn = old.styleSheet()
    settings.theme = "dark"
    assert qapp.styleSheet() == everywhere
    assert old.styleSheet() == worn
    assert theme.read_theme("dark").tokens["panel"] in window.page.styleSheet()
    assert theme.read_theme("light").tokens["panel"] not in window.page.styleSheet()
    built = [row.id for row in SCREENS.values() if window.screens.has(row.build)]
    assert built == []


def test_what_lies_over_the_window_is_dressed_before_and_after_the_map_is_there(
    document: Document, settings: Settings, qtbot: QtBot, qapp: QApplication
) -> None:
    qapp.setStyleSheet("")
    theme.wear("light", 100)
    window = MainWindow(settings)
    qtbot.addWidget(window)
    for _ in range(2):
        box = QMessageBox(window.page)
        label = QLabel(parent=None)
        assert wears_sheet(box)
        assert not wears_sheet(label)
        label.setText("<b>no</b>")
        label.ensurePolished()
        assert label.textFormat() == Qt.TextFormat.PlainText
        window.show_document(document)


def wears_sheet(widget: Any) -> bool:
    while widget is not None:
        if "QPushButton" in widget.styleSheet():
            return True
        widget = widget.parentWidget()
    return False


def test_the_place_in_a_group_is_the_same_when_more_of_it_is_made_meanwhile(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(window, "group")
    pages = window.screens.part_of("group").pages
    place = window.screens.place
    assert not pages.has("outcome")
    qtbot.waitUntil(lambda: pages.has("outcome"))
    assert window.screens.place == place
