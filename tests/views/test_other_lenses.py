"""The other lenses are laid out at rest, and found laid out by whoever looks through them."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.analysis.lens import LENSES
from app.document import Document
from app.layout.picture import Picture
from app.settings import Settings
from app.views.map.scene import MapScene
from app.views.map.view import MapView
from tests.views.test_map import crowd

OTHERS = sorted(set(LENSES) - {"importance"})


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.lens = False, "importance"
    return settings


@pytest.fixture
def view(document: Document, settings: Settings, qtbot: QtBot) -> MapView:
    document.add_map(crowd(12))
    return seen(document, settings, qtbot)


def seen(document: Document, settings: Settings, qtbot: QtBot) -> MapView:
    view = MapView(document, settings)
    qtbot.addWidget(view)
    view.resize(720, 640)
    view.show()
    view.fit_size()
    return view


def rest(view: MapView, qtbot: QtBot) -> None:
    """Let nobody do anything until all is laid out."""
    scene = view.map_scene

    def is_ahead(lens: str) -> bool:
        asked = scene.asked_in(scene.look._replace(lens=LENSES[lens]))
        return lens in scene.laid_ahead and scene.laid_ahead[lens][0] == asked

    assert scene.others.rest.isActive()
    scene.others.rest.start(0)
    qtbot.waitUntil(lambda: all(map(is_ahead, OTHERS)))


def laid_at_once(view: MapView) -> Picture:
    """Return the picture of now as a scene has it where nothing was laid out ahead."""
    scene = MapScene()
    scene.stands_still = True
    scene.set_size(view.room())
    scene.show_map(view.map_scene.map, view.map_scene.look)
    return scene.picture


def test_who_looks_through_another_lens_finds_it_laid_out(
    view: MapView, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest(view, qtbot)
    expected = {}
    for lens in OTHERS:
        settings.lens = lens
        expected[lens] = laid_at_once(view)

    def picture(*_asked: object, **_how: object) -> Picture:
        raise AssertionError("laid out in the thread of the window")

    monkeypatch.setattr("app.views.map.scene.picture_of", picture)
    for lens in OTHERS:
        settings.lens = lens
        assert view.map_scene.picture == expected[lens]


def test_an_edit_is_seen_through_a_lens_that_was_laid_out_before_it(
    view: MapView, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    rest(view, qtbot)
    before = view.map_scene.laid_ahead["contact"][1]
    document.set_partners(["p1"], frequency=1)
    settings.lens = "contact"
    assert view.map_scene.picture == laid_at_once(view) != before


def test_who_stands_on_the_ground_stays_also_where_that_was_laid_out_once(
    document: Document, settings: Settings, qtbot: QtBot
) -> None:
    """What was laid out ahead is for whoever comes to a lens; on its ground it is not asked."""
    document.add_map(crowd(40))
    rested, other = seen(document, settings, qtbot), seen(document, settings, qtbot)
    rest(rested, qtbot)
    settings.lens = "contact"
    rated = [p.id for p in document.map.partners if p.frequency is not None]
    for key in rated[:6]:
        document.set_partners([key], frequency=5)
    for _ in range(6):
        document.undo()
        assert rested.map_scene.picture == other.map_scene.picture


def test_no_thread_works_on_for_a_window_that_closes(view: MapView, qtbot: QtBot) -> None:
    others = view.map_scene.others
    others.rest.start(0)
    qtbot.waitUntil(lambda: not others.rest.isActive())
    others.stop()
    assert [one.name for one in threading.enumerate() if "_Call" in type(one).__name__] == []
