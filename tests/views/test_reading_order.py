"""Tab goes as one reads, in every window, whatever was made first."""

from itertools import permutations
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.widgets.dialogs import Dialog
from app.views.widgets.reading_order import in_rows, stops
from tests import walking

APP = Path(__file__).parents[2] / "app"


@pytest.fixture
def window(qtbot: QtBot) -> Dialog:
    window = Dialog()
    qtbot.addWidget(window)
    return window


def named(widgets: list[QWidget]) -> str:
    return "".join(one.objectName() for one in widgets)


def button(name: str, parent: QWidget) -> QWidget:
    made = QPushButton(name, parent)
    made.setObjectName(name)
    return made


@pytest.mark.parametrize(
    "places",  # in the order in which they are read
    [
        {"a": (0, 0, 40, 20), "b": (50, 0, 40, 20), "c": (0, 30, 40, 20), "d": (50, 30, 40, 20)},
        {"a": (0, 12, 40, 20), "b": (50, 0, 40, 20)},  # one row, not quite level
        {"a": (0, 0, 40, 20), "b": (0, 60, 40, 20), "c": (50, 0, 40, 90)},  # a column beside two
        {"a": (0, 0, 90, 90), "b": (10, 10, 40, 20)},  # one over another
    ],
)
def test_rows_are_read_from_above_and_from_the_left(
    qtbot: QtBot, places: dict[str, tuple[int, int, int, int]]
) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    for made in permutations(places.items()):
        parts = [(QRect(*at), [button(name, home)]) for name, at in made]
        assert named(in_rows(parts)) == "".join(places)


def test_choices_are_one_stop_from_where_the_keyboard_was_among_them(
    window: Dialog, qtbot: QtBot
) -> None:
    column = QVBoxLayout(window)
    column.addWidget(button("<", window))
    for name in "abc":
        choice = QRadioButton(name, window)
        choice.setObjectName(name)
        column.addWidget(choice)
    column.addWidget(button(">", window))
    window.show()
    qtbot.waitExposed(window)
    chosen = window.findChildren(QRadioButton)[1]
    window.activateWindow()
    chosen.setFocus()
    qtbot.waitUntil(chosen.hasFocus)
    chosen.click()
    assert named(stops(window)) == "<b>"
    assert len(walking.passed(window, Qt.Key.Key_Tab)) == 3


def test_what_is_made_later_or_moved_stands_in_its_place(window: Dialog, qtbot: QtBot) -> None:
    row = QHBoxLayout(window)
    left, right = QWidget(window), QWidget(window)
    rows = QVBoxLayout(left)
    beside = QVBoxLayout(right)
    row.addWidget(left)
    row.addWidget(right)
    beside.addWidget(button("c", right))
    rows.addWidget(button("b", left))
    window.show()
    qtbot.waitExposed(window)
    made = button("a", left)
    rows.insertWidget(0, made)
    made.show()
    beside.addWidget(button("d", right))
    qtbot.wait(1)
    assert named(walking.passed(window, Qt.Key.Key_Tab)) == "abcd"
    assert named(walking.passed(window, Qt.Key.Key_Backtab)) == "dcba"
    rows.removeWidget(made)
    rows.addWidget(made)
    qtbot.wait(1)
    assert named(walking.passed(window, Qt.Key.Key_Tab)) == "bacd"
    assert named(stops(right)) == "cd"


def test_what_goes_hands_the_keyboard_to_what_is_read_next(window: Dialog, qtbot: QtBot) -> None:
    column = QVBoxLayout(window)
    last, middle = button("c", window), button("b", window)
    for one in (button("a", window), middle, last):
        column.addWidget(one)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    middle.setFocus()
    middle.hide()
    assert window.focusWidget() is last
    last.setEnabled(False)
    assert named([window.focusWidget() or window]) == "a"
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        QTest.keyClick(window, key)  # there is nowhere to go
        assert named([window.focusWidget() or window]) == "a"


def test_no_window_and_no_part_of_one_has_an_order_of_its_own() -> None:
    code = {path: path.read_text("utf-8") for path in APP.rglob("*.py")}
    assert [path.name for path, text in code.items() if "setTabOrder" in text] == []
    assert [path.name for path, text in code.items() if "(QDialog)" in text] == ["dialogs.py"]
