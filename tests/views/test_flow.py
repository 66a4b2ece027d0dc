"""Rows that go on below where they are full, and what stays known of them."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.views.widgets.flow import FlowLayout, keep_room
from tests.calls import calls_in


def brick(width: int, height: int) -> QWidget:
    one = QWidget()
    one.setFixedSize(width, height)
    return one


@pytest.fixture
def first() -> QWidget:
    return brick(50, 20)


@pytest.fixture
def wall(first: QWidget, qtbot: QtBot) -> FlowLayout:
    """Two rows of two, in a window that is shown."""
    window = QWidget()
    qtbot.addWidget(window)
    wall = FlowLayout(window, spacing=0)
    for one in (first, *(brick(50, 20) for _ in range(3))):
        wall.addWidget(one)
    window.resize(100, 200)
    window.show()
    return wall


def test_a_height_is_reckoned_once_while_nothing_is_otherwise(wall: FlowLayout) -> None:
    def ask() -> None:
        assert [wall.heightForWidth(width) for width in (100, 200, 50)] == [40, 20, 80]

    ask()
    assert calls_in(ask)["views/widgets/flow"] == 3


@pytest.mark.parametrize("kept", [False, True])
def test_what_grows_comes_goes_or_is_hidden_is_seen(
    wall: FlowLayout, first: QWidget, kept: bool
) -> None:
    def height() -> int:
        QApplication.processEvents()
        return wall.heightForWidth(100)

    assert (height(), wall.minimumSize().height()) == (40, 20)
    first.setFixedSize(100, 30)
    assert (height(), wall.minimumSize().height()) == (70, 30)
    keep_room(first, keeps=kept)
    first.hide()
    assert height() == (70 if kept else 40)
    wall.addWidget(brick(100, 40))
    assert height() == (110 if kept else 80)
    wall.takeAt(wall.count() - 1)
    assert height() == (70 if kept else 40)
    wall.setContentsMargins(0, 5, 0, 5)
    assert height() == (80 if kept else 50)
