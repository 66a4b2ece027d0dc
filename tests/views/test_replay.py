"""A map comes about once more: every step that can be seen, nobody moved who was not, no change."""

import math
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QImageReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.analysis.stages import Stage, stages
from app.document import Document
from app.exchange.gif import Frame, gif
from app.models.history import History
from app.settings import Settings
from app.views.map.lens_and_layers import look_of
from app.views.replay.scene import ReplayScene
from app.views.replay.screen import Replay
from app.views.replay.step_words import told, why_still
from tests.pictures import example
from tests.sure import sure


@pytest.fixture
def drawn(document: Document) -> Document:
    """Three people: one rated anew and moved, one who went; one step taken back."""
    sam, noor, ib = (
        document.add_partner(name, kind="parents", at=(math.cos(n) / 2, math.sin(n) / 2))
        for n, name in enumerate(("Sam", "Noor", "Ib"))
    )
    document.set_partners([sure(sam)], importance=5)
    document.set_partners([sure(noor)], importance=2)
    document.set_partners([sure(sam)], satisfaction=4)
    document.set_partners([sure(noor)], importance=4)
    document.place({sure(sam): {"x": 0.7, "y": 0.1}})
    document.set_tie(sure(sam), sure(noor), "yes")
    document.remove_partners([sure(ib)])
    document.set_partners([sure(noor)], importance=1)
    document.undo()
    return document


@pytest.fixture
def replay(drawn: Document, settings: Settings, qtbot: QtBot) -> Replay:
    screen = Replay(drawn, settings)
    qtbot.addWidget(screen)
    screen.resize(900, 700)
    screen.show()
    screen.begin()
    return screen


def test_the_steps_are_those_that_can_be_seen_and_end_as_the_map_is(drawn: Document) -> None:
    found = stages(drawn.map, drawn.history)
    assert [told(stage) for stage in found] == [
        "It starts with an empty map.",
        "Added: Sam",
        "Added: Noor",
        "Added: Ib",
        "Sam: Importance: very important",
        "Noor: Importance: slightly important",
        "Noor: Importance: important",
        "Sam: moved",
        "Sam and Noor know each other",
        "Removed: Ib",
    ]
    assert found[-1].whole.records == drawn.map.records
    assert not found[0].whole.partners


def test_what_was_not_kept_is_said(drawn: Document) -> None:
    whole = example(3)
    (only,) = stages(whole, History())
    assert only == Stage(whole)
    assert "were not saved" in why_still([only])
    assert "There is no one on the map" in why_still(stages(example(0), History()))
    folded = History(drawn.history.edits[4:10], 10, 4)
    first = stages(drawn.map, folded)[0]
    assert told(first).startswith("It starts with 3 partners")


def test_it_is_played_and_stepped_by_keyboard_and_said_and_changes_nothing(
    replay: Replay, drawn: Document, said: list[Any]
) -> None:
    before, position = drawn.map, drawn.history.position
    replay.focus_first()
    QTest.keyClick(replay.slider, Qt.Key.Key_PageDown)
    assert said[-1] == "Added: Sam. Step 1 of 9"
    replay.lenses.button("importance").click()
    assert replay.words.text() == "Added: Sam. Not rated yet, so not shown here."
    QTest.keyClick(replay.slider, Qt.Key.Key_PageUp)
    assert said[-1] == "It starts with an empty map. Step 0 of 9"
    QTest.keyClick(replay.slider, Qt.Key.Key_PageDown)
    assert said[-1] == "Added: Sam. Not rated yet, so not shown here. Step 1 of 9"
    QTest.keyClick(replay.slider, Qt.Key.Key_PageDown)
    assert said[-1].startswith("Added: ")
    assert "Not rated yet" in replay.words.text()
    assert "Not rated yet" not in said[-1]  # that was said
    QTest.keyClick(replay.slider, Qt.Key.Key_PageUp)
    replay.lenses.button("free").click()
    QTest.keyClick(replay.slider, Qt.Key.Key_Right)
    QTest.keyClick(replay.play_button, Qt.Key.Key_PageUp)
    assert replay.at == 1
    for button in (replay.play_button, replay.next, replay.back):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Right)
        assert (replay.at, button.hasFocus()) == (2, True)
        QTest.keyClick(button, Qt.Key.Key_Left)
        assert replay.at == 1
    assert replay.speeds.button("usual").isChecked()
    QTest.keyClick(replay.view, Qt.Key.Key_Space)
    assert replay.is_playing
    sure(replay.findChild(QTimer)).timeout.emit()
    assert replay.at == 2
    QTest.keyClick(replay.view, Qt.Key.Key_PageDown)
    assert (replay.at, replay.is_playing) == (3, False)
    QTest.keyClick(replay.slider, Qt.Key.Key_End)
    assert replay.at == 9
    replay.play_or_pause()
    assert (replay.at, replay.is_playing) == (0, True)
    replay.hide()
    assert not replay.is_playing
    assert (drawn.map, drawn.history.position) == (before, position)


def test_where_no_steps_were_kept_who_listens_hears_so(document: Document, replay: Replay) -> None:
    assert "Below it says" in replay.view.accessibleDescription()
    document.add_map(example(3))
    replay.begin()
    assert replay.view.accessibleDescription() == replay.words.text()
    assert "were not saved" in replay.words.text()


@pytest.mark.parametrize("motion", [True, False])
def test_people_glide_where_motion_is_on(replay: Replay, settings: Settings, motion: bool) -> None:
    settings.motion = motion
    replay.show_stage(6)
    replay.show_stage(7)
    assert replay.scene.is_gliding is motion


def test_nobody_moves_who_was_not_moved(drawn: Document, qapp: QApplication) -> None:
    found = stages(drawn.map, drawn.history)
    scene = ReplayScene()
    scene.show_end(drawn.shown, has_none=False)
    scene.set_size(QSize(700, 600))
    for lens in ("importance", "free"):
        look = look_of(drawn.map, lens, {}, sectors=True)
        places: dict[Any, Any] = {}
        for stage in (*found, *reversed(found)):
            scene.show_stage(stage, look)
            for key, item in scene.people.items():
                stands = scene._stood[key] if lens == "importance" else (
                    sure(stage.whole.partner(key)).x, sure(stage.whole.partner(key)).y)  # fmt: skip
                at = item.pos().toTuple()
                assert places.setdefault((key, stands), at) == at
        assert len(places) > 2


def test_what_is_laid_out_in_a_thread_is_what_is_seen(drawn: Document, qapp: QApplication) -> None:
    look = look_of(drawn.map, "importance", {}, sectors=True)
    scenes = [ReplayScene(), ReplayScene()]
    for scene in scenes:
        scene.show_end(drawn.shown, has_none=True)
        scene.set_size(QSize(700, 600))
    found: list[Any] = []
    thread = Thread(target=lambda of: found.append(of()), args=(scenes[0].laying_of_end(look),))
    thread.start()
    thread.join()
    scenes[1].lay_out_end(look)
    assert found == [scenes[1].picture]


def test_an_animation_has_every_step(replay: Replay, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(replay.told):
        replay.film(tmp_path / "made.gif")
    reader = QImageReader(str(tmp_path / "made.gif"))
    assert reader.imageCount() == len(replay.stages)
    with qtbot.waitSignal(replay.told):
        replay.film(tmp_path / "steps")
    assert len(list((tmp_path / "steps").glob("*.png"))) == len(replay.stages)


def test_a_fault_in_laying_out_an_animation_is_not_lost(
    replay: Replay, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReplayScene, "laying_of_end", lambda _scene, _look: lambda: 1 / 0)
    with qtbot.captureExceptions() as faults:
        replay.film(tmp_path / "made.gif")
        qtbot.waitUntil(lambda: bool(faults))
    assert faults[0][0] is ZeroDivisionError
    assert not (tmp_path / "made.gif").exists()


def test_where_nothing_can_be_written_the_screen_says_the_step_again(
    replay: Replay, tmp_path: Path, qtbot: QtBot
) -> None:
    replay.step_on()
    said = replay.words.text()
    (tmp_path / "there").mkdir()
    with qtbot.waitSignal(replay.failed):
        replay.film(tmp_path / "there")
    assert replay.words.text() == said


def test_whoever_comes_is_in_sight_until_somebody_zooms(
    document: Document, settings: Settings, qtbot: QtBot
) -> None:
    for number in range(50):
        document.add_partner(f"Partner {number}", setting="in_school")
    screen = Replay(document, settings)
    qtbot.addWidget(screen)
    screen.resize(700, 420)
    screen.show()
    screen.begin()
    screen.to_end()
    view = screen.view
    qtbot.waitUntil(lambda: view.shows_all)
    for item in screen.scene.people.values():
        assert view.viewport().rect().contains(view.mapFromScene(item.sceneBoundingRect().center()))
    view.zoom_in()
    screen.resize(720, 440)
    qtbot.wait(20)
    assert not view.shows_all


def test_an_animation_is_read_as_it_was_written(qapp: QApplication) -> None:
    palette = [(n, 255 - n, n * 7 % 256) for n in range(256)]
    width, height = 97, 61
    first = bytes(n * n * 31 % 251 for n in range(width * height))  # more codes than a table has
    second = bytearray(first)
    second[20 * width + 10 : 20 * width + 30] = b"\x05" * 20
    frames = [first, bytes(second), bytes(second)]
    made = gif((width, height), palette, [Frame(one, 50) for one in frames])
    buffer = QBuffer()
    buffer.setData(QByteArray(made))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"gif"))
    for one in frames:
        image = reader.read()
        pixels = [image.pixelColor(n % width, n // width) for n in range(width * height)]
        seen = [(pixel.red(), pixel.green(), pixel.blue()) for pixel in pixels]
        assert seen == [palette[pixel] for pixel in one]
