"""People are moved without dragging: picked up, moved by arrows or a click, kept, taken back."""

import math
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.document import Document
from app.settings import Settings
from app.views.map.view import MapView
from tests.sure import sure
from tests.views.test_map import Hand, K, show

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the")


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Settings:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.lens = False, "free"
    return settings


@pytest.fixture
def view(document: Document, settings: Settings, qtbot: QtBot) -> MapView:
    view = show(document, settings, qtbot, 8)
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    return view


@pytest.fixture
def heard(view: MapView) -> list[Any]:
    heard: list[Any] = []
    view.voice.said.connect(heard.append)
    return heard


def test_arrows_move_who_is_selected_and_enter_keeps_it_as_one_step(
    view: MapView, document: Document, heard: list[Any], qtbot: QtBot
) -> None:
    document.select(["p0"])
    before, x, y = document.map, *place(document, "p0")
    qtbot.keyClick(view, K.Key_M)
    assert sure(document.map.partner("p0")).name in heard[-1]
    for _ in range(4):
        qtbot.keyClick(view, K.Key_Right)
    assert document.map is before
    qtbot.keyClick(view, K.Key_Return)
    now = place(document, "p0")
    assert now[0] > x + 0.1
    assert math.isclose(now[1], y, abs_tol=0.01)
    assert view.toolbox.inhand is view.toolbox.select
    document.undo()
    assert place(document, "p0") == (x, y)


def test_esc_takes_it_back_and_a_click_puts_down(
    view: MapView, document: Document, heard: list[Any], qtbot: QtBot
) -> None:
    document.select(["p0"])
    before = document.map
    qtbot.keyClick(view, K.Key_M)
    qtbot.keyClick(view, K.Key_Down)
    qtbot.keyClick(view, K.Key_Escape)
    assert document.map is before
    view.toolbox.take(view.toolbox.move)
    Hand(view, qtbot).click(view.mapFromScene(view.map_scene.people["p1"].pos()))
    assert document.map is not before


def test_rings_and_sectors_are_spoken_and_outside_them_nothing_changes(
    view: MapView, document: Document, settings: Settings, heard: list[Any], qtbot: QtBot
) -> None:
    settings.lens = "importance"
    document.set_partners(["p0"], importance=5)
    document.select(["p0"])
    qtbot.keyClick(view, K.Key_M)
    del heard[:]
    for _ in range(60):
        qtbot.keyClick(view, K.Key_Left)
    rings = [words for words in heard if "important" in words]
    assert len(rings) > 1  # from ring to ring, each said once
    assert len(heard) < 20
    before = document.map
    qtbot.keyClick(view, K.Key_Return)
    assert document.map is before  # outside the rings: back
    qtbot.keyClick(view, K.Key_M)
    while "very" in heard[-1]:
        qtbot.keyClick(view, K.Key_Left)
    qtbot.keyClick(view, K.Key_Return)
    assert sure(sure(document.map.partner("p0")).importance) < 5


def test_where_nobody_is_moved_the_tool_says_so(
    view: MapView, settings: Settings, document: Document
) -> None:
    settings.lens = "gap"
    assert view.toolbox.why_not(view.toolbox.move)


def place(document: Document, key: str) -> tuple[Any, Any]:
    partner = document.map.partner(key)
    return sure(partner).x, sure(partner).y
