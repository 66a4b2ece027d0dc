"""A map to look at is read where it stands: what is too much for its frame is panned."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views.map.scene import MapScene
from app.views.map.still_map import StillMap
from app.views.map.zoom_view import smallest
from tests.pictures import example


@pytest.mark.parametrize(("text_size", "count"), [(100, 60), (150, 60), (200, 18)])
def test_letters_are_read_however_many_people_there_are(
    qtbot: QtBot, large_text: Callable[[int], None], text_size: int, count: int
) -> None:
    large_text(text_size)
    view = StillMap(None, MapScene())
    qtbot.addWidget(view)
    view.resize(360, 320)
    view.show()
    view.show_map(example(count), "importance")
    qtbot.waitUntil(lambda: view.whole().width() > view.width())
    QApplication.processEvents()
    assert view.transform().m11() >= smallest()
    assert view.focusPolicy() == Qt.FocusPolicy.StrongFocus
    before = view.mapToScene(0, 0)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.mapToScene(0, 0).x() < before.x()
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.shows_all
