"""What a tool says on the map: it covers no name, and nothing lies over it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.document import Document
from app.settings import Settings
from app.views.map.ground import rect_of
from app.views.map.map_panel import MapPanel
from tests.pictures import example

# The offscreen plugin has no use for the least size of a window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SIZES = ((960, 680), (1150, 800))
"""What windows of 1024x768 and 1440x900 leave for a map."""


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Settings:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    return settings


def covered(panel: MapPanel) -> list[QRect]:
    """Return what the words of a tool cover: people with their names, and words on the ground."""
    view, scene = panel.view, panel.view.map_scene
    boxes = [item.sceneBoundingRect() for item in scene.people.values()]
    boxes += [rect_of(box) for box in scene.picture.words]
    seen = [view.mapFromScene(box).boundingRect() for box in boxes]
    return [box for box in seen if view.hint.geometry().intersects(box)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lens", ["importance", "contact"])
def test_what_a_tool_says_covers_no_name(
    document: Document, settings: Settings, qtbot: QtBot, size: tuple[int, int], lens: str
) -> None:
    document.add_map(example(18))
    settings.lens = lens
    panel = MapPanel(document, settings)
    qtbot.addWidget(panel)
    panel.resize(*size)
    panel.show()
    qtbot.waitUntil(lambda: panel.view.map_scene.sceneRect().width() > 500)
    for tool in panel.view.toolbox.tools.values():
        panel.view.toolbox.take(tool)
        if panel.view.hinted:
            assert not covered(panel), tool.id
            assert panel.view.rect().contains(panel.view.hint.geometry()), tool.id

    panel.toggle_legend()
    if panel.view.hinted:
        hint = panel.view.hint.geometry().translated(panel.view.pos())
        assert not panel.legend.geometry().intersects(hint)


def test_words_of_an_edit_go_when_it_is_undone_and_those_of_a_tool_stay(
    document: Document, settings: Settings, qtbot: QtBot
) -> None:
    document.add_map(example(8))
    settings.lens = "importance"
    panel = MapPanel(document, settings)
    qtbot.addWidget(panel)
    panel.resize(*SIZES[0])
    panel.show()
    qtbot.waitUntil(lambda: bool(panel.view.map_scene.people))
    someone = document.map.partners[0]
    document.select([someone.id])
    qtbot.keyClick(panel.view, "1" if someone.importance != 1 else "2")
    assert someone.name in panel.view.hinted
    document.select([])
    assert someone.name in panel.view.hinted, "it is as true as before"
    document.undo()
    assert panel.view.hinted == ""
    panel.view.toolbox.take(next(t for t in panel.view.toolbox.tools.values() if t.id == "tie"))
    told = panel.view.hinted
    assert told
    document.set_partners([someone.id], name="Somebody")
    assert panel.view.hinted == told
