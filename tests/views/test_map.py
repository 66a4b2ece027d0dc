"""The hands on the map: mouse, keyboard and what is dropped, on a map of eight people."""

import math
import warnings
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.edit import Step
from app.models.network import Map, Partner
from app.models.problem import Problem
from app.models.values import PartnerValues
from app.models.vocabulary import vocabulary
from app.settings import Settings
from app.storage.library import Library
from app.views.map.drag import PARTNER_MIME
from app.views.map.hint import Hint
from app.views.map.tools import Tool
from app.views.map.view import MapView
from app.views.map.zoom_view import MOST_ZOOM
from tests.pictures import example
from tests.sure import sure

# The offscreen plugin has no use for the least size of a window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
K = Qt.Key
ARROWS = (K.Key_Left, K.Key_Right, K.Key_Up, K.Key_Down)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.lens = "importance"
    return settings


def show(document: Document, settings: Settings, qtbot: QtBot, count: int) -> MapView:
    document.add_map(crowd(count))
    view = MapView(document, settings)
    qtbot.addWidget(view)
    view.resize(720, 640)
    view.show()
    qtbot.waitUntil(lambda: bool(view.map_scene.people))
    return view


def crowd(count: int) -> Map:
    """Return a map of people who have a free place too, around the middle in two circles."""
    whole = example(count)
    changes = {}
    for number, partner in enumerate(whole.partners):
        turn, away = number * 2 * math.pi / count, 0.55 + 0.3 * (number % 2)
        x, y = away * math.sin(turn), -away * math.cos(turn)
        changes[partner.id] = replace(partner, x=x, y=y)
    return whole.after(changes)


@pytest.fixture
def view(document: Document, settings: Settings, qtbot: QtBot) -> MapView:
    return show(document, settings, qtbot, 8)


@pytest.fixture
def free(view: MapView, settings: Settings) -> MapView:
    """Look through the free lens."""
    settings.lens = "free"
    return view


class Hand:
    """A hand on the mouse."""

    def __init__(self, view: MapView, qtbot: QtBot) -> None:
        self.view, self.port, self._qtbot = view, view.viewport(), qtbot

    def at(self, key: str) -> Any:
        """Return where somebody is in the view."""
        return self.view.mapFromScene(self.view.map_scene.people[key].pos())

    def click(self, at: Any, modifiers: Any = NONE) -> None:
        at = self.at(at) if isinstance(at, str) else at
        self._qtbot.mouseClick(self.port, LEFT, modifiers, at)

    def press(self, at: Any, modifiers: Any = NONE) -> None:
        self.start = self.at(at) if isinstance(at, str) else at
        self._qtbot.mousePress(self.port, LEFT, modifiers, self.start)

    def move(self, to: Any) -> None:
        for step in range(1, 5):
            self._qtbot.mouseMove(self.port, self.start + (to - self.start) * step / 4)

    def release(self, at: Any, modifiers: Any = NONE) -> None:
        self._qtbot.mouseRelease(self.port, LEFT, modifiers, at)

    def drag(self, start: Any, to: Any, modifiers: Any = NONE) -> None:
        self.press(start, modifiers)
        self.move(to)
        self.release(to, modifiers)

    def key(self, key: Any, modifiers: Any = NONE) -> None:
        self._qtbot.keyClick(self.view, key, modifiers)


@pytest.fixture
def hand(view: MapView, qtbot: QtBot) -> Hand:
    return Hand(view, qtbot)


def of(document: Document, key: str) -> Partner:
    return sure(document.map.partner(key))


def in_hand(view: MapView) -> Tool:
    return view.toolbox.inhand


def ring(view: MapView, band: int, angle: float = 0.0) -> Any:
    """Return a point in the view in the middle of a ring: 0 is the innermost."""
    picture = view.map_scene.picture
    around = picture.rings[band]
    away = around.outer - 4 if band == 0 else (around.inner + around.outer) / 2
    turn = math.radians(angle)
    turned = QPointF(picture.cx + away * math.sin(turn), picture.cy - away * math.cos(turn))
    return view.mapFromScene(turned)


def empty(view: MapView) -> Any:
    """Return a point in the view where nobody is."""
    port = view.viewport()
    points = (QPoint(x, y) for y in range(4, port.height(), 9) for x in range(4, port.width(), 9))
    return next(p for p in points if view.person_at(p) is None)


def where(view: MapView) -> dict[Any, tuple[Any, Any]]:
    people = view.map_scene.people
    return {key: (round(i.pos().x(), 3), round(i.pos().y(), 3)) for key, i in people.items()}


def goals(view: MapView) -> dict[Any, tuple[Any, Any]]:
    spots = view.map_scene.picture.spots
    return {key: (round(spot.x, 3), round(spot.y, 3)) for key, spot in spots.items()}


def marked(view: MapView) -> set[Any]:
    return {key for key, item in view.map_scene.people.items() if item.is_selected}


@pytest.fixture
def refusing(document: Document, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Let the library have no room."""
    told: list[Any] = []
    document.refused.connect(told.append)

    def store(*_: Step | str) -> None:
        raise Problem("disk_full")

    monkeypatch.setattr(document.library, "store", store)
    return told


# --- selecting with the mouse


def test_a_click_selects_and_a_click_beside_lets_go(
    view: MapView, hand: Hand, document: Document
) -> None:
    hand.click("p1")
    assert list(document.selection) == ["p1"]
    assert marked(view) == {"p1"}
    assert view.map_scene.current == "p1"
    hand.click(empty(view))
    assert document.selection == ()
    assert marked(view) == set()


@pytest.mark.parametrize("modifier", [SHIFT, CONTROL])
def test_shift_or_control_adds_and_takes_away(
    view: MapView, hand: Hand, document: Document, modifier: Any
) -> None:
    hand.click("p1")
    hand.click("p2", modifier)
    assert list(document.selection) == ["p1", "p2"]
    hand.click("p1", modifier)
    assert document.selection == ("p2",)
    hand.click(empty(view), modifier)  # a near miss costs nothing
    assert document.selection == ("p2",)


def test_a_click_on_one_of_several_selects_that_one_alone(
    view: MapView, hand: Hand, document: Document
) -> None:
    document.select(["p1", "p2", "p3"])
    hand.click("p2")
    assert document.selection == ("p2",)


def test_a_click_on_a_label_is_a_click_on_the_person(
    view: MapView, hand: Hand, document: Document
) -> None:
    item = view.map_scene.people["p5"]
    hand.click(view.mapFromScene(item.mapToScene(item.label.center())))
    assert document.selection == ("p5",)


def box_around(view: MapView, *keys: str) -> tuple[Any, Any]:
    """Return two corners of a box around people, which starts on empty ground."""
    hand = [view.mapFromScene(view.map_scene.people[key].pos()) for key in keys]
    left, right = min(p.x() for p in hand), max(p.x() for p in hand)
    top, bottom = min(p.y() for p in hand), max(p.y() for p in hand)
    starts = (
        QPoint(x, y)
        for x in range(left - 1, 0, -3)
        for y in range(top - 1, 0, -3)
        if view.person_at(QPoint(x, y)) is None
    )
    return next(starts), QPoint(right + 1, bottom + 1)


def within(view: MapView, start: Any, end: Any) -> set[Any]:
    return {
        key
        for key, item in view.map_scene.people.items()
        if start.x() < view.mapFromScene(item.pos()).x() < end.x()
        and start.y() < view.mapFromScene(item.pos()).y() < end.y()
    }


def test_a_box_selects_who_lies_in_it(view: MapView, hand: Hand, document: Document) -> None:
    start, end = box_around(view, "p1", "p3")
    hand.drag(start, end)
    assert set(document.selection) == within(view, start, end) >= {"p1", "p3"}
    assert not view.map_scene.drawing.sketch.isVisible()


@pytest.mark.parametrize("modifier", [SHIFT, CONTROL])
def test_a_box_with_shift_or_control_adds(
    view: MapView, hand: Hand, document: Document, modifier: Any
) -> None:
    start, end = box_around(view, "p1")
    other = next(key for key in view.map_scene.people if key not in within(view, start, end))
    document.select([other])
    hand.drag(start, end, modifier)
    assert set(document.selection) == within(view, start, end) | {other}


def test_escape_ends_a_box_and_selects_nobody_new(
    view: MapView, hand: Hand, document: Document
) -> None:
    document.select(["p0"])
    start, end = box_around(view, "p1")
    hand.press(start)
    hand.move(end)
    assert view.map_scene.drawing.sketch.isVisible()
    hand.key(K.Key_Escape)
    hand.release(end)
    assert not view.map_scene.drawing.sketch.isVisible()
    assert document.selection == ("p0",)


def test_a_double_click_asks_for_the_name(view: MapView, hand: Hand, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.rename_requested):
        qtbot.mouseDClick(view.viewport(), LEFT, NONE, hand.at("p1"))


# --- dragging in the free lens


def test_a_drag_stores_the_place_once(free: MapView, hand: Hand, document: Document) -> None:
    edits, before = document.history.position, of(document, "p1")
    to = hand.at("p1") + QPoint(40, 30)
    hand.drag("p1", to)
    after = of(document, "p1")
    assert document.history.position == edits + 1
    assert (sure(after).x, sure(after).y) != (sure(before).x, sure(before).y)
    assert replace(sure(after), x=sure(before).x, y=sure(before).y) == before
    assert (hand.at("p1") - to).manhattanLength() <= 2
    assert where(free) == goals(free)
    document.undo()
    assert of(document, "p1") == before
    assert where(free) == goals(free)


def test_nothing_is_stored_while_the_hand_is_down(
    free: MapView, hand: Hand, document: Document
) -> None:
    edits = document.history.position
    hand.press("p1")
    hand.move(hand.at("p1") + QPoint(60, 10))
    assert document.history.position == edits
    hand.key(K.Key_Escape)


def test_a_trembling_hand_moves_nobody(free: MapView, hand: Hand, document: Document) -> None:
    edits = document.history.position
    near = hand.at("p1") + QPoint(QApplication.startDragDistance() - 2, 0)
    hand.drag("p1", near)
    assert document.history.position == edits
    assert document.selection == ("p1",)


def test_several_are_dragged_together_as_one_step(
    free: MapView, hand: Hand, document: Document
) -> None:
    document.select(["p1", "p2", "p3"])
    edits, before = document.history.position, where(free)
    hand.drag("p2", hand.at("p2") + QPoint(24, 16))
    assert document.history.position == edits + 1
    after = where(free)
    moved = {k: (after[k][0] - before[k][0], after[k][1] - before[k][1]) for k in before}
    for key in ("p1", "p2", "p3"):
        assert moved[key] == pytest.approx((24, 16), abs=3)
    assert moved["p0"] == pytest.approx((0, 0), abs=1)
    assert document.selection == ("p1", "p2", "p3")
    document.undo()
    assert where(free) == before


def test_a_group_keeps_its_shape_at_the_edge(free: MapView, hand: Hand, document: Document) -> None:
    document.place({"p1": {"x": 0.2, "y": 0.1}, "p2": {"x": 0.6, "y": 0.5}})
    document.select(["p1", "p2"])
    hand.press("p1")
    hand.move(QPoint(free.viewport().width() + 300, hand.at("p1").y()))
    people = free.map_scene.people
    apart = people["p2"].pos() - people["p1"].pos()
    radius = free.map_scene.picture.radius
    assert apart.toTuple() == pytest.approx((0.4 * radius, 0.4 * radius), abs=0.01)
    hand.key(K.Key_Escape)


def test_nobody_can_be_dropped_out_of_sight(free: MapView, hand: Hand, document: Document) -> None:
    hand.drag("p1", QPoint(free.viewport().width() + 500, -400))
    assert free.viewport().rect().contains(hand.at("p1"))
    assert sure(of(document, "p1").x) > 0 > sure(of(document, "p1").y)


def test_escape_puts_several_back(free: MapView, hand: Hand, document: Document) -> None:
    document.select(["p1", "p2"])
    before, edits = where(free), document.history.position
    hand.press("p1")
    to = hand.at("p1") + QPoint(50, 40)
    hand.move(to)
    assert where(free) != before
    hand.key(K.Key_Escape)
    assert where(free) == before
    hand.move(to + QPoint(9, 9))
    hand.release(to)
    assert (where(free), document.history.position) == (before, edits)
    assert document.selection == ("p1", "p2")


def test_another_button_does_not_drop_who_is_being_dragged(
    free: MapView, hand: Hand, document: Document, qtbot: QtBot
) -> None:
    edits = document.history.position
    hand.press("p1")
    to = hand.at("p1") + QPoint(50, 40)
    hand.move(to)
    qtbot.mousePress(hand.port, Qt.MouseButton.RightButton, NONE, to)
    qtbot.mouseRelease(hand.port, Qt.MouseButton.RightButton, NONE, to)
    assert document.history.position == edits
    hand.release(to)
    assert document.history.position == edits + 1


@pytest.mark.parametrize("lens", ["free", "importance"])
def test_what_cannot_be_stored_puts_everybody_back(
    view: MapView,
    settings: Settings,
    hand: Hand,
    document: Document,
    refusing: list[Any],
    lens: str,
) -> None:
    settings.lens = lens
    document.select(["p1", "p2"])
    before, records = where(view), document.map
    hand.drag("p1", ring(view, 2, 100) if lens == "importance" else hand.at("p1") + QPoint(40, 40))
    assert [problem.code for problem in refusing] == ["disk_full"]
    assert document.map == records
    assert where(view) == before
    assert view.map_scene.backdrop.band is None


def test_undo_during_a_drag_lets_go_of_it(free: MapView, hand: Hand, document: Document) -> None:
    document.place({"p1": {"x": 0.3, "y": 0.3}})
    hand.press("p1")
    to = hand.at("p1") + QPoint(60, -50)
    hand.move(to)
    document.undo()
    position = document.history.position
    hand.move(to + QPoint(8, 8))
    hand.release(to)
    assert document.history.position == position
    assert where(free) == goals(free)


@pytest.mark.parametrize("change", ["lens", "map", "remove"])
def test_a_map_that_changes_during_a_drag_lets_go_of_it(
    free: MapView, hand: Hand, document: Document, settings: Settings, change: str
) -> None:
    hand.press("p1")
    to = hand.at("p1") + QPoint(60, -50)
    hand.move(to)
    if change == "lens":
        settings.lens = "importance"
    elif change == "map":
        document.new_map("Another")
    else:
        document.remove_partners(["p1"])
    records = document.map
    hand.move(to + QPoint(8, 8))
    hand.release(to)
    assert document.map == records
    assert where(free) == goals(free)


# --- dragging in the rings


def test_a_drop_in_a_ring_sets_importance_setting_and_direction_as_one_step(
    view: MapView, hand: Hand, document: Document
) -> None:
    edits, before = document.history.position, of(document, "p0")
    hand.drag("p0", ring(view, 1, 0))
    after = of(document, "p0")
    assert document.history.position == edits + 1
    assert (sure(after).importance, sure(after).setting) == (4, "in_school")
    assert sure(after).angle == pytest.approx(0, abs=2) or sure(after).angle == pytest.approx(
        360, abs=2
    )
    assert where(view) == goals(view)
    document.undo()
    assert of(document, "p0") == before


def test_every_ring_is_an_importance(view: MapView, hand: Hand, document: Document) -> None:
    for band in range(5):
        hand.drag("p7", ring(view, band, 180))
        assert of(document, "p7").importance == 5 - band


def test_while_hovering_it_is_said_what_a_drop_means(
    view: MapView, hand: Hand, document: Document
) -> None:
    hand.press("p0")
    hand.move(ring(view, 0))
    assert view.hinted
    assert view.hinted == "very important · In school"
    assert view.map_scene.backdrop.band == 0
    assert view.viewport().rect().contains(sure(view.findChild(Hint)).geometry())
    hand.move(QPoint(2, 2))
    assert view.hinted == "outside the rings: moved back"
    hand.release(QPoint(2, 2))
    assert not view.hinted
    assert view.map_scene.backdrop.band is None


def test_a_drop_outside_the_rings_puts_back(view: MapView, hand: Hand, document: Document) -> None:
    edits, before = document.history.position, where(view)
    hand.drag("p0", QPoint(2, 2))
    assert document.history.position == edits
    assert where(view) == before


def test_a_drop_that_changes_nothing_puts_back(
    view: MapView, hand: Hand, document: Document
) -> None:
    document.place({"p0": {"angle": 0.0, "importance": 1, "setting": "in_school"}})
    picture = view.map_scene.picture
    item = view.map_scene.people["p0"]
    outermost = picture.rings[-1]
    item.setPos(picture.cx, picture.cy - outermost.inner - 6)  # straight above the middle
    records = document.map
    document.select(["p0"])
    hand.drag("p0", view.mapFromScene(QPointF(picture.cx, picture.cy - outermost.inner - 30)))
    assert document.map is records  # or this test shows nothing
    assert where(view) == goals(view)


def test_several_get_ring_and_sector_and_only_the_grabbed_one_the_direction(
    view: MapView, hand: Hand, document: Document
) -> None:
    document.select(["p0", "p1", "p6"])
    edits = document.history.position
    hand.drag("p6", ring(view, 3, 0))
    assert document.history.position == edits + 1
    chosen = [of(document, key) for key in ("p0", "p1", "p6")]
    assert {sure(p).importance for p in chosen} == {2}
    assert {sure(p).setting for p in chosen} == {"in_school"}
    assert [sure(p).angle is None for p in chosen] == [True, True, False]


def test_without_sectors_a_drop_leaves_the_setting(
    view: MapView, hand: Hand, document: Document, settings: Settings
) -> None:
    settings.sectors = False
    before = of(document, "p0").setting
    hand.drag("p0", ring(view, 3, 200))
    assert (of(document, "p0").importance, of(document, "p0").setting) == (2, before)


# --- what comes from the tray


def send(
    view: MapView,
    kind: type[Any],
    at: Any,
    ids: tuple[Any, ...] = ("p0",),
    mime_type: str = PARTNER_MIME,
) -> bool:
    mime = QMimeData()
    mime.setData(mime_type, "\n".join(ids).encode())
    action, held = Qt.DropAction.MoveAction, LEFT
    point = QPointF(at) if kind is QDropEvent else at
    with warnings.catch_warnings():
        # Since Qt 6.12 a drag takes a QPointF, which 6.11 does not know yet.
        warnings.simplefilter("ignore", DeprecationWarning)
        event: QDropEvent = kind(point, action, mime, held, NONE)
    event.ignore()
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def bring(view: MapView, at: Any, ids: tuple[Any, ...] = ("p0",)) -> bool:
    """Drag people from the tray over the map and drop them."""
    assert send(view, QDragEnterEvent, at, ids)
    assert send(view, QDragMoveEvent, at, ids)
    return send(view, QDropEvent, at, ids)


def test_from_the_tray_into_a_ring_is_one_step(view: MapView, document: Document) -> None:
    document.place({"p0": {"importance": None}, "p1": {"importance": None}})
    assert not {"p0", "p1"} & view.map_scene.people.keys()
    edits, at = document.history.position, ring(view, 2, 60)
    assert bring(view, at, ("p0", "p1"))
    assert document.history.position == edits + 1
    assert [of(document, key).importance for key in ("p0", "p1")] == [3, 3]
    assert [of(document, key).setting for key in ("p0", "p1")] == ["pupil_and_family"] * 2
    assert document.selection == ("p0", "p1")
    assert not view.hinted


def test_from_the_tray_to_a_free_place(free: MapView, hand: Hand, document: Document) -> None:
    document.place({"p0": {"x": None, "y": None}, "p1": {"x": None, "y": None}})
    at = QPoint(300, 200)
    edits = document.history.position
    assert bring(free, at, ("p0", "p1"))
    assert document.history.position == edits + 1
    assert (hand.at("p0") - at).manhattanLength() <= 3
    assert (hand.at("p1") - hand.at("p0")).y() > 30


def test_a_tray_full_dropped_near_the_foot_stays_in_sight(
    free: MapView, hand: Hand, document: Document
) -> None:
    ids = tuple(f"p{number}" for number in range(8))
    document.place({key: {"x": None, "y": None} for key in ids})
    assert bring(free, QPoint(300, free.viewport().height() - 40), ids)
    room = free.viewport().rect()
    assert [key for key in ids if not room.contains(hand.at(key))] == []


def test_from_the_tray_to_outside_the_rings_changes_nothing(
    view: MapView, document: Document
) -> None:
    document.place({"p0": {"importance": None}})
    edits = document.history.position
    send(view, QDragEnterEvent, QPoint(2, 2))
    assert view.hinted == "outside the rings: moved back"
    send(view, QDropEvent, QPoint(2, 2))
    assert document.history.position == edits
    assert of(document, "p0").importance is None


def test_leaving_the_map_forgets_where_they_would_land(view: MapView) -> None:
    send(view, QDragEnterEvent, ring(view, 1))
    assert view.hinted
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())
    assert not view.hinted
    assert view.map_scene.backdrop.band is None


def test_anything_else_is_not_taken(view: MapView) -> None:
    assert not send(view, QDragEnterEvent, ring(view, 1), mime_type="text/plain")


# --- keys


def test_a_digit_is_how_often(view: MapView, hand: Hand, document: Document) -> None:
    document.select(["p0", "p1"])
    for digit in range(7):
        hand.key(K(K.Key_0 + digit))
        assert [of(document, key).frequency for key in ("p0", "p1")] == [digit, digit]


def test_shift_and_a_digit_is_how_important(view: MapView, hand: Hand, document: Document) -> None:
    document.select(["p0", "p1"])
    for digit in range(1, 6):
        hand.key(K(K.Key_0 + digit), SHIFT)
        assert [of(document, key).importance for key in ("p0", "p1")] == [digit, digit]
        assert where(view) == goals(view)


def test_a_digit_for_nobody_does_nothing(view: MapView, hand: Hand, document: Document) -> None:
    records = document.map
    hand.key(K.Key_3)
    hand.key(K.Key_S)
    hand.key(K.Key_Delete)
    assert document.map is records


def test_s_gives_and_takes_the_star(view: MapView, hand: Hand, document: Document) -> None:
    document.select(["p1"])
    hand.key(K.Key_S)
    assert of(document, "p1").named_important
    hand.key(K.Key_S)
    assert not of(document, "p1").named_important


def tie(document: Document, one: str, other: str) -> str | None:
    found = document.map.tie_between(one, other)
    return found.state if found else None


def test_t_and_taps_tie(view: MapView, hand: Hand, document: Document) -> None:
    assert tie(document, "p0", "p7") is None
    hand.click("p0")
    hand.key(K.Key_T)
    assert view.hinted
    for state in ("yes", "unknown", None):
        hand.click("p7")
        assert tie(document, "p0", "p7") == state
    assert document.selection == ("p0",)
    assert view.hinted


def test_t_walk_and_enter_ties_without_a_mouse(
    view: MapView, hand: Hand, document: Document
) -> None:
    document.select(["p0"])
    view.map_scene.show_selection(document.selection, "p0")
    hand.key(K.Key_T)
    for arrow in ARROWS:
        if view.map_scene.current == "p0":
            hand.key(arrow)
    other = view.map_scene.current
    assert other != "p0"
    assert document.selection == ("p0",)  # walking with a line in hand selects nobody
    before = tie(document, "p0", sure(other))
    hand.key(K.Key_Return)
    assert tie(document, "p0", sure(other)) != before
    assert document.selection == ("p0",)


def test_escape_lets_the_line_go_and_then_the_tool(
    view: MapView, hand: Hand, document: Document
) -> None:
    records = document.map
    hand.click("p0")
    hand.key(K.Key_T)
    hand.key(K.Key_Escape)
    assert in_hand(view) is view.toolbox.tie
    hand.key(K.Key_Escape)
    assert in_hand(view) is view.toolbox.select
    assert not view.hinted
    assert document.selection == ("p0",)
    hand.click("p7")
    hand.click("p0")
    hand.key(K.Key_T)
    hand.click("p0")  # with oneself there is no tie
    hand.click(empty(view))
    hand.click("p0")
    assert document.map is records


def test_delete_goes_to_the_tray_and_then_away_and_both_come_back(
    view: MapView, hand: Hand, document: Document
) -> None:
    document.select(["p0", "p1"])
    before = document.map
    hand.key(K.Key_Delete)
    assert [of(document, key).importance for key in ("p0", "p1")] == [None, None]
    assert not {"p0", "p1"} & view.map_scene.people.keys()
    assert document.selection == ("p0", "p1")
    hand.key(K.Key_Delete)
    assert document.map.partner("p0") is document.map.partner("p1") is None
    document.undo()
    document.undo()
    assert document.map == before
    assert where(view) == goals(view)


def test_backspace_takes_the_place_away_in_the_free_lens(
    free: MapView, hand: Hand, document: Document
) -> None:
    document.select(["p0"])
    hand.key(K.Key_Backspace)
    assert (of(document, "p0").x, of(document, "p0").y) == (None, None)
    assert of(document, "p0").importance is not None


def test_delete_held_down_does_not_go_on_to_remove(
    view: MapView, hand: Hand, document: Document
) -> None:
    document.select(["p0"])
    hand.key(K.Key_Delete)
    again = QKeyEvent(QEvent.Type.KeyPress, K.Key_Delete, NONE, "", autorep=True)
    QApplication.sendEvent(view, again)
    assert of(document, "p0") is not None


def test_f2_asks_for_the_name(view: MapView, hand: Hand, document: Document, qtbot: QtBot) -> None:
    document.select(["p0"])
    with qtbot.waitSignal(view.rename_requested):
        hand.key(K.Key_F2)


def test_escape_lets_the_selection_go(view: MapView, hand: Hand, document: Document) -> None:
    document.select(["p0", "p1"])
    hand.key(K.Key_Escape)
    assert document.selection == ()


def reached(view: MapView, hand: Hand, document: Document) -> tuple[set[Any], set[Any]]:
    """Return everybody the arrows lead to, from anybody to anybody."""
    people = view.map_scene.people
    document.select([])
    hand.key(K.Key_Right)
    found, todo = {view.map_scene.current}, [view.map_scene.current]
    while todo:
        start = todo.pop()
        for arrow in ARROWS:
            document.select([sure(start)])
            view.map_scene.show_selection(document.selection, start)
            hand.key(arrow)
            here = view.map_scene.current
            assert document.selection == (here,)
            if here not in found:
                found.add(here)
                todo.append(here)
    return found, set(people)


@pytest.mark.parametrize("lens", ["free", "importance"])
@pytest.mark.parametrize("count", [2, 8, 18, 25])
def test_the_arrows_reach_everybody(
    document: Document, settings: Settings, qtbot: QtBot, count: int, lens: str
) -> None:
    view = show(document, settings, qtbot, count)
    settings.lens = lens
    found, everybody = reached(view, Hand(view, qtbot), document)
    assert found == everybody


@pytest.mark.parametrize("seed", range(3))
def test_the_arrows_reach_everybody_on_maps_drawn_by_chance(
    free: MapView, hand: Hand, document: Document, seed: int
) -> None:
    chance = Random(seed)
    places = {
        f"p{number}": PartnerValues(x=chance.uniform(-1, 1), y=chance.uniform(-0.9, 0.9))
        for number in range(8)
    }
    document.place(places)
    found, everybody = reached(free, hand, document)
    assert found == everybody


def test_shift_and_an_arrow_adds(view: MapView, hand: Hand, document: Document) -> None:
    document.select(["p0"])
    view.map_scene.show_selection(document.selection, "p0")
    for arrow in ARROWS:
        hand.key(arrow, SHIFT)
    assert len(document.selection) > 1
    assert "p0" in document.selection
    assert marked(view) == set(document.selection)


# --- zoom and pan


def wheel(view: MapView, at: Any, by: int, held: Any = CTRL) -> None:
    place = QPointF(view.viewport().mapToGlobal(at))
    phase = Qt.ScrollPhase.NoScrollPhase
    turned, none = QPoint(0, by), Qt.MouseButton.NoButton
    event = QWheelEvent(QPointF(at), place, QPoint(), turned, none, held, phase, False)  # noqa: FBT003
    QApplication.sendEvent(view.viewport(), event)


def test_a_map_that_is_larger_is_panned_by_wheel_keys_and_hand(
    view: MapView, hand: Hand, document: Document, qtbot: QtBot
) -> None:
    port, at = view.viewport(), QPoint(300, 300)
    wheel(view, at, 120, NONE)
    assert view.shows_all  # nothing lies beyond
    wheel(view, at, 960)
    seen = [view.mapToScene(at)]
    wheel(view, at, -120, NONE)
    seen.append(view.mapToScene(at))
    assert seen[1].y() > seen[0].y()
    assert view.zoomed > 1.5
    qtbot.keyClick(view, K.Key_Right, CTRL)
    seen.append(view.mapToScene(at))
    assert seen[2].x() > seen[1].x()
    assert list(document.selection) == []
    ground = next(
        p
        for p in (QPoint(x, y) for x in range(80, 500, 20) for y in range(80, 500, 20))
        if view.person_at(p) is None
    )
    document.select(["p1"])
    under = view.mapToScene(ground)
    qtbot.mousePress(port, LEFT, NONE, ground)
    qtbot.mouseMove(port, ground + QPoint(20, 10))
    qtbot.mouseMove(port, ground + QPoint(30, -20))
    qtbot.mouseRelease(port, LEFT, NONE, ground + QPoint(30, -20))
    assert (view.mapToScene(ground + QPoint(30, -20)) - under).manhattanLength() < 2
    assert document.selection == ("p1",)  # the map was moved, not who is on it


def test_the_wheel_zooms_around_the_pointer(view: MapView) -> None:
    at = QPoint(160, 420)
    wheel(view, at, 480)
    under = view.mapToScene(at)
    for by in (240, 120, -120, 360):
        wheel(view, at, by)
        now = view.mapToScene(at)
        assert (now - under).manhattanLength() < 3
    assert view.transform().m11() > 2


def test_zooming_by_button_keeps_the_middle(view: MapView) -> None:
    view.zoom_in()
    view.zoom_in()
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    middle = view.viewport().rect().center()
    before = view.mapToScene(middle)
    view.zoom_in()
    assert (view.mapToScene(middle) - before).manhattanLength() < 3


def test_zoom_has_an_end_on_both_sides_and_fit_shows_everything(view: MapView) -> None:
    for _ in range(30):
        view.zoom_in()
    assert view.transform().m11() == pytest.approx(MOST_ZOOM)
    for _ in range(40):
        view.zoom_out()
    assert view.transform().m11() == pytest.approx(1)
    wheel(view, QPoint(300, 300), 600)
    view.fit()
    assert view.transform().m11() == pytest.approx(1)
    assert view.mapFromScene(0, 0) == QPoint(0, 0)


def test_the_middle_button_pans(view: MapView, qtbot: QtBot) -> None:
    wheel(view, QPoint(300, 300), 960)
    port, under = view.viewport(), view.mapToScene(QPoint(300, 300))
    qtbot.mousePress(port, MIDDLE, NONE, QPoint(300, 300))
    qtbot.mouseMove(port, QPoint(320, 310))
    qtbot.mouseMove(port, QPoint(350, 280))
    qtbot.mouseRelease(port, MIDDLE, NONE, QPoint(350, 280))
    assert (view.mapToScene(QPoint(350, 280)) - under).manhattanLength() < 2
    qtbot.mouseMove(port, QPoint(200, 200))
    assert (view.mapToScene(QPoint(350, 280)) - under).manhattanLength() < 2


def test_dragging_works_while_zoomed_in(view: MapView, hand: Hand, document: Document) -> None:
    wheel(view, hand.at("p1"), 480)
    at = hand.at("p1")
    hand.click("p1")
    assert document.selection == ("p1",)
    picture = view.map_scene.picture
    middle = view.mapFromScene(QPointF(picture.cx, picture.cy))
    towards = at + (middle - at) * 0.5
    hand.drag("p1", towards)
    assert sure(document.history.undoable).action == "place"


def test_walking_while_zoomed_in_keeps_who_is_selected_in_sight(
    view: MapView, hand: Hand, document: Document
) -> None:
    wheel(view, QPoint(10, 10), 1200)
    for key in list(view.map_scene.people):
        document.select([key])
        view.map_scene.show_selection(document.selection, key)
        for arrow in ARROWS:
            hand.key(arrow)
            here = view.map_scene.current
            assert here == key or view.viewport().rect().contains(hand.at(sure(here)))
            key = sure(here)


# --- maps that cannot be changed


@pytest.mark.parametrize("lens", ["free", "importance"])
def test_a_finished_map_can_be_looked_at_but_not_moved(
    view: MapView, hand: Hand, document: Document, settings: Settings, lens: str
) -> None:
    settings.lens = lens
    document.set_network(finished=True)
    records, before = document.map, where(view)
    hand.drag("p1", hand.at("p1") + QPoint(60, 60))
    assert (document.map, where(view)) == (records, before)
    assert list(document.selection) == ["p1"]
    hand.click("p2", SHIFT)
    assert document.selection == ("p1", "p2")
    hand.key(K.Key_Delete)
    assert not send(view, QDragEnterEvent, ring(view, 1) if lens == "importance" else QPoint(9, 9))
    assert document.map is records


def test_a_library_to_read_only_can_be_looked_at(
    view: MapView, settings: Settings, tmp_path: Path, qtbot: QtBot, document: Document
) -> None:
    library = Library.open(tmp_path / "library.sqlite", read_only=True)
    reader = Document(library)
    assert reader.open(document.map.network.id)
    shown = MapView(reader, settings)
    qtbot.addWidget(shown)
    shown.resize(720, 640)
    shown.show()
    qtbot.waitUntil(lambda: bool(shown.map_scene.people))
    hand, records, before = Hand(shown, qtbot), reader.map, where(shown)
    hand.drag("p1", hand.at("p1") + QPoint(60, 60))
    hand.key(K.Key_5, SHIFT)
    assert reader.selection == ("p1",)
    assert (reader.map, where(shown)) == (records, before)
    reader.close()
    library.close()


def test_a_key_on_a_finished_map_is_answered_with_a_sentence(
    view: MapView, hand: Hand, document: Document
) -> None:
    document.set_network(finished=True)
    told: list[Any] = []
    document.refused.connect(told.append)
    document.select(["p1"])
    hand.key(K.Key_6 if of(document, "p1").frequency != 6 else K.Key_1)
    assert [problem.code for problem in told] == ["map_finished"]
    hand.key(K.Key_T)
    hand.click("p7")
    assert [problem.code for problem in told] == ["map_finished"] * 2


# --- the ground stays while somebody works on it


def bounds(view: MapView) -> list[tuple[Any, Any]]:
    return [(s.start, s.end) for s in view.map_scene.picture.sectors]


def rings(view: MapView) -> list[Any]:
    return [ring.outer for ring in view.map_scene.picture.rings]


def drop_in(view: MapView, hand: Hand, key: str, sector: int, band: int) -> None:
    """Drag somebody from where they are to the middle of a sector, in a ring."""
    start, end = bounds(view)[sector]
    hand.drag(key, ring(view, band, (start + end) / 2))


@pytest.mark.parametrize("lens", ["importance", "contact"])
def test_drops_between_sectors_turn_nothing_and_move_nobody_else(
    view: MapView, hand: Hand, settings: Settings, lens: str
) -> None:
    settings.lens = lens
    ground = bounds(view), rings(view)
    stood = {key: hand.at(key) for key in view.map_scene.people}
    ways = (("p0", 3, 2), ("p1", 3, 4), ("p2", 4, 1), ("p3", 4, 3), ("p4", 1, 3))
    for key, sector, band in ways:
        if key not in stood:
            continue
        # At the place where they stood before anybody was dragged.
        hand.press(stood[key])
        start, end = bounds(view)[sector]
        to = ring(view, band, (start + end) / 2)
        hand.move(to)
        hand.release(to)
        assert (
            sure(sure(view.map_scene.map).partner(key)).setting
            == list(vocabulary().settings)[sector]
        )
        stood[key] = hand.at(key)
        assert (bounds(view), rings(view)) == ground
        assert {other: hand.at(other) for other in view.map_scene.people} == stood


def test_a_key_that_rates_and_undo_turn_nothing_either(
    view: MapView, hand: Hand, document: Document
) -> None:
    ground, before = bounds(view), where(view)
    hand.click("p1")
    for digit in (2, 5, 1):
        hand.key(K(K.Key_0 + digit), SHIFT)
        here = where(view)
        assert bounds(view) == ground
        assert {k: v for k, v in here.items() if k != "p1"} == {
            k: v for k, v in before.items() if k != "p1"
        }
    while document.undoable:
        document.undo()
    assert bounds(view) == ground


@pytest.mark.parametrize("way", ["command", "lens", "out of sight"])
def test_room_is_made_on_purpose_or_when_the_lens_opens_again(
    view: MapView, hand: Hand, settings: Settings, way: str
) -> None:
    ground = bounds(view)
    for key in ("p0", "p1", "p2", "p3"):
        drop_in(view, hand, key, 3, 3)
    assert bounds(view) == ground
    if way == "command":
        view.make_room()
    elif way == "lens":
        settings.lens = "contact"
        settings.lens = "importance"
    else:
        view.hide()
        view.show()
    assert bounds(view) != ground


def test_the_sector_of_who_has_no_setting_stays_while_somebody_empties_it(
    document: Document, settings: Settings, qtbot: QtBot
) -> None:
    view = show(document, settings, qtbot, 8)
    document.set_partners(["p2"], setting=None)
    view.make_room()
    settings.lens = "contact"
    settings.lens = "importance"
    hand, ground = Hand(view, qtbot), bounds(view)
    assert len(ground) == len(vocabulary().settings) + 1
    drop_in(view, hand, "p2", 2, 2)
    assert sure(document.map.partner("p2")).setting is not None
    assert bounds(view) == ground


def test_another_map_has_a_ground_of_its_own(
    view: MapView, document: Document, settings: Settings, hand: Hand
) -> None:
    drop_in(view, hand, "p0", 3, 3)
    document.new_map("Another")
    document.add_map(crowd(12))
    after = bounds(view)
    view.make_room()
    assert bounds(view) == after
