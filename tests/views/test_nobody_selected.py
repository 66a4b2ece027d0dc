"""Beside a map with nobody selected: the ways on, once somebody is on it."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.document import Document
from app.settings import Settings
from app.views.frame.window import MainWindow
from tests.pictures import example

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SCREENS = ("insight", "share", "reflect", "compare")


@pytest.mark.parametrize("at", range(len(SCREENS)))
def test_the_ways_on_stand_beside_a_map_with_somebody_on_it(
    document: Document, settings: Settings, qtbot: QtBot, at: int
) -> None:
    document.add_map(example(0))
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.show_document(document)
    QApplication.processEvents()
    side = window.screens.room.nobody
    assert side.isVisible()
    assert not side.next.isVisible()

    document.add_partner("Ann", setting="in_school")
    document.select([])
    assert side.next.isVisible()
    ways = side.next.findChildren(QPushButton)
    assert len(ways) == len(SCREENS)
    assert len([way for way in ways if way.focusPolicy().value & 1]) == 1  # one stop of Tab
    ways[at].click()
    assert window.screens.shown == SCREENS[at]
