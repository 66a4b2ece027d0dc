"""Fingers and a pen on the map, as a touch screen and a tablet send them."""

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.network import Stroke
from app.settings import Settings
from app.views.map.ink import INK_WIDTH, pressed
from app.views.map.view import MapView
from tests.views.test_map import LEFT, NONE, Hand, show

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ERASER = QPointingDevice.PointerType.Eraser
PEN = QPointingDevice.PointerType.Pen


@pytest.fixture(scope="module")
def screen(qapp: QApplication) -> Any:
    return QTest.createTouchDevice()


@pytest.fixture
def view(document: Document, settings: Settings, qtbot: QtBot) -> MapView:
    settings.lens = "free"
    return show(document, settings, qtbot, 8)


class Fingers:
    """Fingers on the view: each call is one event, by number of the finger."""

    def __init__(self, view: MapView, screen: Any) -> None:
        self._port, self._screen = view.viewport(), screen

    def down(self, finger: int, at: Any, *, stays: tuple[Any, ...] = ()) -> None:
        self._send("press", finger, at, stays)

    def move(self, finger: int, at: Any, *, stays: tuple[Any, ...] = ()) -> None:
        self._send("move", finger, at, stays)

    def up(self, finger: int, at: Any, *, stays: tuple[Any, ...] = ()) -> None:
        self._send("release", finger, at, stays)

    def tap(self, at: Any) -> None:
        self.down(0, at)
        self.up(0, at)

    def two(self, do: str, one: Any, other: Any) -> None:
        events = QTest.touchEvent(self._port, self._screen, False)  # noqa: FBT003 (Qt's name)
        getattr(events, do)(0, one, self._port)
        getattr(events, do)(1, other, self._port)
        events.commit()

    def _send(self, do: str, finger: int, at: Any, stays: tuple[Any, ...]) -> None:
        events = QTest.touchEvent(self._port, self._screen, False)  # noqa: FBT003 (Qt's name)
        getattr(events, do)(finger, at, self._port)
        for other in stays:
            events.stationary(other)
        events.commit()


@pytest.fixture
def fingers(view: MapView, screen: Any) -> Fingers:
    return Fingers(view, screen)


def steps(document: Document) -> int:
    return document.history.position


def test_a_finger_selects_who_is_near_and_nobody_before_it_is_lifted(
    view: MapView, document: Document, fingers: Fingers, qtbot: QtBot
) -> None:
    at = Hand(view, qtbot).at("p2")
    beside = at + QPoint(19, 0)
    fingers.down(0, beside)
    assert list(document.selection) == []
    fingers.up(0, beside)
    assert document.selection == ("p2",)
    asked = []
    view.rename_requested.connect(lambda: asked.append(document.selection))
    fingers.tap(beside)
    assert asked == [("p2",)]


def test_two_fingers_zoom_and_pan_and_do_nothing_else(
    view: MapView, document: Document, fingers: Fingers, qtbot: QtBot
) -> None:
    before, at = steps(document), Hand(view, qtbot).at("p2")
    fingers.down(0, at)
    fingers.down(1, at + QPoint(60, 0), stays=(0,))
    fingers.two("move", at - QPoint(60, 0), at + QPoint(120, 0))
    assert view.zoomed == pytest.approx(3.0, rel=0.05)
    kept = view.mapToScene(at + QPoint(30, 0))
    fingers.two("move", at + QPoint(-60, 80), at + QPoint(120, 80))
    assert (view.mapFromScene(kept) - at - QPoint(30, 80)).manhattanLength() <= 3
    fingers.two("release", at + QPoint(-60, 80), at + QPoint(120, 80))
    assert steps(document) == before
    assert document.selection == ()
    qtbot.waitUntil(lambda: not view.is_held)


def test_a_second_hand_changes_nothing_of_what_the_first_drags(
    view: MapView, document: Document, fingers: Fingers, qtbot: QtBot
) -> None:
    before, hand = steps(document), Hand(view, qtbot)
    at, other = hand.at("p2"), document.map.partner("p5")
    fingers.down(0, at)
    fingers.move(0, at + QPoint(20, 10))
    fingers.down(1, hand.at("p5"), stays=(0,))
    fingers.two("move", at + QPoint(40, 20), hand.at("p5") + QPoint(50, 50))
    fingers.up(0, at + QPoint(40, 20), stays=(1,))
    fingers.move(1, hand.at("p5") + QPoint(90, 50))
    assert steps(document) == before + 1
    assert document.map.partner("p5") == other
    assert (hand.at("p2") - at - QPoint(40, 20)).manhattanLength() <= 4
    # A palm that stays does not keep the first hand from going on.
    fingers.down(2, hand.at("p1"), stays=(1,))
    fingers.up(2, hand.at("p1"), stays=(1,))
    assert document.selection == ("p1",)
    fingers.up(1, at)


def test_a_finger_that_stays_asks_for_the_menu_once(
    view: MapView, document: Document, fingers: Fingers, qtbot: QtBot
) -> None:
    at = Hand(view, qtbot).at("p2")
    asked: list[object] = []
    view.menu_requested.connect(asked.append)
    fingers.down(0, at)
    view._fingers._holding.timeout.emit()
    fingers.move(0, at + QPoint(60, 0))
    fingers.up(0, at + QPoint(60, 0))
    assert len(asked) == 1
    assert document.selection == ("p2",)
    qtbot.waitUntil(lambda: not view.is_held)


def test_what_the_system_takes_away_was_not_begun(
    view: MapView, document: Document, fingers: Fingers, qtbot: QtBot
) -> None:
    before, at = steps(document), Hand(view, qtbot).at("p2")
    fingers.down(0, at)
    fingers.move(0, at + QPoint(60, 40))
    view._fingers._give_up()
    assert steps(document) == before
    assert (Hand(view, qtbot).at("p2") - at).manhattanLength() <= 1


class Pen:
    """A pen on the view, with either end of it."""

    def __init__(self, view: MapView) -> None:
        self._port, self._moment = view.viewport(), 1_000

    def draw(self, points: list[Any], *, end: Any = PEN, hard: tuple[Any, ...] = (0.5,)) -> None:
        kinds = (QEvent.Type.TabletMove,) * (len(points) - 1)
        kinds = (QEvent.Type.TabletPress, *kinds, QEvent.Type.TabletRelease)
        places = [*points, points[-1]]
        for number, (kind, at) in enumerate(zip(kinds, places, strict=True)):
            self._send(kind, at, end, hard[min(number, len(hard) - 1)])

    def _send(self, kind: Any, at: Any, end: Any, hard: float) -> None:
        self._moment += 10
        up = kind == QEvent.Type.TabletRelease
        button = LEFT if kind != QEvent.Type.TabletMove else Qt.MouseButton.NoButton
        device = QPointingDevice(
            "pen",
            1,
            QInputDevice.DeviceType.Stylus,
            end,
            QInputDevice.Capability.Pressure,
            1,
            1,
        )
        event = QTabletEvent(
            kind,
            device,
            QPointF(at),
            QPointF(self._port.mapToGlobal(at)),
            0.0 if up else hard,
            0,
            0,
            0,
            0,
            0,
            NONE,
            button,
            Qt.MouseButton.NoButton if up else LEFT,
        )
        event.setTimestamp(self._moment)
        QApplication.sendEvent(self._port, event)


def test_a_pen_is_pressed_and_its_other_end_erases(
    view: MapView, settings: Settings, document: Document
) -> None:
    pen, toolbox = Pen(view), view.toolbox
    toolbox.take(toolbox.tools["pen"])
    line = [QPoint(100, 100), QPoint(130, 140), QPoint(180, 100), QPoint(240, 160)]
    pen.draw(line, hard=(0.2, 0.4, 0.8, 1.0))
    [stroke] = document.map.all_of(Stroke)
    assert len(stroke.pressures) == len(stroke.points) // 2
    assert stroke.pressures[0] == 0.2
    assert stroke.pressures[-1] == 1.0
    before = steps(document)
    pen.draw([QPoint(130, 90), QPoint(130, 200)], end=ERASER)
    assert document.map.all_of(Stroke) == ()
    assert steps(document) == before + 1
    assert toolbox.inhand is toolbox.tools["pen"]
    pen.draw(line)
    assert document.map.all_of(Stroke)[0].pressures == ()
    toolbox.put_down()
    settings.lens = "importance"
    pen.draw([QPoint(130, 90), QPoint(130, 200)], end=ERASER)
    assert len(document.map.all_of(Stroke)) == 1
    assert toolbox.inhand is toolbox.select


def test_what_touches_beside_the_pen_is_the_hand_that_holds_it(
    view: MapView, document: Document, fingers: Fingers, qtbot: QtBot
) -> None:
    at = Hand(view, qtbot).at("p2")
    fingers.down(0, at)
    view._fingers.give_way(view._fingers._pen or 10**12)
    fingers.up(0, at)
    fingers.tap(at)
    assert list(document.selection) == []
    view._fingers._pen = None
    fingers.tap(at)
    assert document.selection == ("p2",)


def test_a_line_is_as_wide_as_the_pen_was_pressed() -> None:
    points = [(0.0, 0.0), (40.0, 0.0), (80.0, 0.0)]
    pieces = list(pressed(points, (0.0, 0.5, 1.0)))
    widths = [width for _, _, width in pieces]
    assert widths == sorted(widths)
    assert widths[0] < 0.5 * INK_WIDTH < 1.5 * INK_WIDTH < widths[-1]
    assert pieces[0][0] == points[0]
    assert pieces[-1][1] == pytest.approx(points[-1])
    assert all(a[1] == b[0] for a, b in pairwise(pieces))
