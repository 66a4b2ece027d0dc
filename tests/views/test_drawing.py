"""What is drawn on the map: the line around people, labels and texts in their place, ink."""

import math
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.network import Outline
from app.models.values import PartnerValues
from app.settings import Settings
from app.views.map.drawing import Drawing
from app.views.map.drawing_items import broken
from app.views.map.hull import ROOM, around, places_on
from app.views.map.ink import simplified, smooth, touches
from app.views.map.view import MapView
from app.views.widgets import theme
from tests.examples import few
from tests.sure import as_a, sure
from tests.views.test_map import Hand, K, show

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def lens(tmp_path: Path, qapp: QApplication) -> Settings:
    chosen = Settings(tmp_path / "settings.ini")
    chosen.motion, chosen.lens = False, "free"
    return chosen


@pytest.fixture
def view(document: Document, lens: Settings, qtbot: QtBot) -> MapView:
    return show(document, lens, qtbot, 8)


@pytest.fixture
def drawing(view: MapView) -> Drawing:
    return view.map_scene.drawing


# --- the line around people

numbers = st.floats(0, 600)
discs = st.lists(st.tuples(numbers, numbers, st.floats(10, 30)), min_size=1, max_size=8)
boxes = st.lists(st.tuples(numbers, numbers, st.floats(4, 200), st.floats(8, 40)), max_size=8)


@settings(max_examples=few(25), deadline=None)
@given(discs, boxes)
@example([(212.5, 4.0, 15.0)], [(0.0, 1.618034, 4.0, 11.315755186223344)])
def test_a_line_goes_around_everybody_and_never_bends_inwards(
    people: list[tuple[Any, Any, Any]], labels: list[tuple[Any, ...]]
) -> None:
    circles = [(QPointF(x, y), radius) for x, y, radius in people]
    rects = [QRectF(x, y, w, h) for x, y, w, h in labels]
    path = around(circles, rects)
    for middle, radius in circles:
        for turn in range(0, 360, 30):
            away = QPointF(math.cos(math.radians(turn)), math.sin(math.radians(turn)))
            assert path.contains(middle + away * (radius + ROOM - 1.5))
    assert all(path.contains(rect.center()) for rect in rects)
    points = [path.pointAtPercent(step / 50) for step in range(50)]
    inner = around([(QPointF(m), max(r - 1.5, 8.0)) for m, r in circles], rects)
    # Half way between two points of a convex line lies inside it (or on it).
    for one, other in zip(points, points[17:] + points[:17], strict=True):
        half = (one + other) / 2
        near = QPainterPath()
        near.addEllipse(half, 1.6, 1.6)
        assert path.contains(half) or path.intersects(near)
    assert path.boundingRect().adjusted(-1, -1, 1, 1).contains(inner.boundingRect())


def test_around_one_it_is_a_circle() -> None:
    rect = around([(QPointF(100, 50), 18.0)], []).boundingRect()
    assert rect.width() == pytest.approx(2 * (18 + ROOM), abs=0.5)
    assert rect.height() == pytest.approx(rect.width(), abs=0.5)
    assert rect.center().toTuple() == pytest.approx((100, 50), abs=0.5)


def test_the_first_place_for_a_label_is_the_middle_of_the_top() -> None:
    flat = around([(QPointF(100, 50), 18.0), (QPointF(300, 50), 18.0)], [])
    top = places_on(flat)[0]
    assert top.toTuple() == pytest.approx((200, 50 - 18 - ROOM), abs=1)


def test_the_line_follows_its_people(view: MapView, drawing: Drawing, document: Document) -> None:
    key = document.add_outline(["p1", "p2"], "Team")
    before = drawing.hulls.paths[sure(key)]
    hand_at = view.map_scene.people["p1"]
    view.map_scene.move({hand_at: hand_at.pos() + QPointF(30, 20)})
    after = drawing.hulls.paths[sure(key)]
    assert after != before
    assert after.contains(hand_at.pos())
    assert drawing.hulls.boundingRect().contains(after.boundingRect())
    assert drawing.words.boundingRect().contains(drawing.box(sure(key)))


def test_it_follows_a_drag_and_goes_back_with_escape(
    view: MapView, drawing: Drawing, document: Document, qtbot: QtBot
) -> None:
    hand = Hand(view, qtbot)
    key = document.add_outline(["p1", "p2"], "Team")
    before = drawing.hulls.paths[sure(key)]
    hand.press("p1")
    hand.move(hand.at("p1") + QPoint(40, 30))
    assert drawing.hulls.paths[sure(key)].contains(view.map_scene.people["p1"].pos())
    assert drawing.hulls.paths[sure(key)] != before
    hand.key(K.Key_Escape)
    assert drawing.hulls.paths[sure(key)] == before


def test_who_waits_in_the_tray_does_not_count(
    view: MapView, drawing: Drawing, document: Document
) -> None:
    key = document.add_outline(["p1", "p2"], "Team")
    document.place({"p2": {"x": None, "y": None}})
    alone = drawing.hulls.paths[sure(key)]
    assert alone.contains(view.map_scene.people["p1"].pos())
    document.place({"p1": {"x": None, "y": None}})
    assert key not in drawing.hulls.paths
    assert list(drawing.keys) == []
    assert drawing.at(alone.boundingRect().center(), 20) is None
    document.undo()
    assert drawing.keys == (key,)


def test_a_member_who_is_removed_leaves_the_others(
    view: MapView, drawing: Drawing, document: Document
) -> None:
    key = document.add_outline(["p1", "p2"])
    document.remove_partners(["p2"])
    assert not drawing.hulls.paths[sure(key)].isEmpty()
    document.remove_partners(["p1"])
    assert list(drawing.keys) == []
    document.undo()
    document.undo()
    assert as_a(Outline, document.map.records[sure(key)]).members == ("p1", "p2")
    assert drawing.keys == (key,)


# --- words in their place


@pytest.mark.parametrize("seed", range(4))
def test_labels_and_texts_stay_inside_the_picture(
    view: MapView, drawing: Drawing, document: Document, seed: int
) -> None:
    chance = Random(seed)
    for number in range(8):
        place = PartnerValues(x=chance.choice((-4, 4, 0)), y=chance.choice((-4, 4, 0)))
        document.place({f"p{number}": place})
        document.add_outline([f"p{number}"], "Samenwerkingsverband " * 5)
    for x, y in ((-4, -4), (4, 4), (4, -4), (-4, 4)):
        document.add_note("Een heel lange zin over het samenwerkingsverband. " * 6, x, y)
    picture = view.map_scene.picture
    whole = QRectF(0, 0, picture.width, picture.height)
    assert len(drawing.keys) == 12
    assert [key for key in drawing.keys if not whole.contains(drawing.box(key))] == []
    lines = drawing.hulls.paths.values()
    assert [path for path in lines if not whole.contains(path.boundingRect())] == []


def test_a_label_covers_nobody_while_there_is_room(
    view: MapView, drawing: Drawing, document: Document
) -> None:
    for number in range(7):
        document.add_outline([f"p{number}", f"p{number + 1}"], f"Team {number}")
    taken = drawing.taken()
    labels = [drawing.box(key) for key in drawing.keys]
    for number, label in enumerate(labels):
        assert not any(label.intersects(other) for other in taken)
        assert not any(label.intersects(other) for other in labels[:number])


def test_a_long_label_is_shortened(drawing: Drawing, document: Document) -> None:
    key = document.add_outline(["p1"], "Jeugdhulp en maatschappelijk werk in en om de school")
    (line,) = drawing.words.written[sure(key)].lines
    assert line.endswith("…")
    assert drawing.box(sure(key)).width() <= 202


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one", ("one",)),
        ("one\n\ntwo\n", ("one", "", "two", "")),
        ("a\tb", ("a    b",)),
    ],
)
def test_a_text_keeps_its_lines(text: str, lines: tuple[Any, ...]) -> None:
    assert broken(text, theme.font(), 300) == lines


def test_a_long_text_is_broken_at_words_and_nothing_is_lost() -> None:
    text = "Na de herfstvakantie bellen met de orthopedagoog over de afspraken " * 3
    lines = broken(text, theme.font(), 160)
    assert len(lines) > 3
    assert " ".join(lines).split() == text.split()
    assert "".join(broken("Samenwerkingsverband" * 9, theme.font(), 160)) == (
        "Samenwerkingsverband" * 9
    )


def test_a_text_stays_with_the_map_when_the_window_changes(
    view: MapView, drawing: Drawing, document: Document, qtbot: QtBot
) -> None:
    key = document.add_note("Here", 0.5, -0.5)
    view.resize(500, 480)
    qtbot.waitUntil(lambda: view.map_scene.picture.width < 600)
    picture = view.map_scene.picture
    place = (picture.cx + 0.5 * picture.radius, picture.cy - 0.5 * picture.radius)
    assert drawing.box(sure(key)).topLeft().toTuple() == pytest.approx(place)


# --- ink


walks = st.lists(
    st.tuples(st.floats(-12, 12), st.floats(-12, 12)), min_size=1, max_size=120
).map(lambda steps: [(sum(s[0] for s in steps[:i]), sum(s[1] for s in steps[:i]))
                     for i in range(1, len(steps) + 1)])  # fmt: skip


@settings(max_examples=few(25), deadline=None)
@given(walks, st.floats(0.2, 4))
def test_a_simplified_line_is_near_what_was_drawn(
    line: list[tuple[Any, Any]], tolerance: float
) -> None:
    kept = simplified(line, tolerance, 2000)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert set(kept) <= set(line)
    assert all(touches(kept, point, point, tolerance + 1e-6) for point in line)


def test_a_line_with_too_many_points_keeps_as_many_as_are_allowed() -> None:
    chance = Random(1)
    scribble = [(chance.uniform(0, 500), chance.uniform(0, 500)) for _ in range(900)]
    kept = simplified(scribble, 0.5, 200)
    assert 2 <= len(kept) <= 200
    assert (kept[0], kept[-1]) == (scribble[0], scribble[-1])


@pytest.mark.parametrize("count", [1, 2, 3, 40])
def test_a_smooth_line_begins_and_ends_where_the_pen_did(count: int) -> None:
    line = [(10.0 * n, 30 * math.sin(n)) for n in range(count)]
    path = smooth(line)
    assert path.pointAtPercent(0).toTuple() == pytest.approx(line[0])
    assert path.currentPosition().toTuple() == pytest.approx(line[-1], abs=0.02)
    assert not path.isEmpty()


@pytest.mark.parametrize(
    ("start", "end", "meets"),
    [
        ((50, -40), (50, 40), True),  # straight across, between two points
        ((50, 8), (50, 8), True),
        ((50, 12), (50, 12), False),
        ((-30, 0), (-12, 0), False),
        ((112, 0), (104, 3), True),
    ],
)
def test_the_eraser_touches_a_line_within_its_reach(
    start: tuple[Any, Any], end: tuple[Any, Any], meets: bool
) -> None:
    assert touches([(0.0, 0.0), (100.0, 0.0)], start, end, 10) is meets


def inked(view: MapView, rect: Any) -> int:
    """Return how many pixels of a part of the view are not paper."""
    image = view.viewport().grab(rect).toImage()
    paper = theme.current().colour("paper").rgb()
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixel(x, y) != paper for x, y in pixels)


def test_ink_is_painted_rubbed_out_and_gone_in_other_lenses(
    view: MapView, drawing: Drawing, document: Document, lens: Settings
) -> None:
    picture = view.map_scene.picture
    radius = picture.radius
    corner = view.mapFromScene(QPointF(picture.cx - 0.95 * radius, picture.cy + 0.9 * radius))
    part = QRectF(corner.x() - 5, corner.y() - 5, 60, 12).toRect()
    assert inked(view, part) == 0
    key = document.add_stroke([-0.95, 0.9, -0.95 + 50 / radius, 0.9])
    there = inked(view, part)
    assert there > 80
    drawing.hide([sure(key)])
    assert inked(view, part) == 0
    drawing.hide(())
    assert inked(view, part) == there
    lens.lens = "gap"
    lens.lens = "free"
    lens.show_layer("drawing", shown=False)
    assert inked(view, part) == 0


def test_the_pen_paints_only_where_it_goes(
    view: MapView, drawing: Drawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.views.map.drawing_items import ink_pen

    room = view.map_scene.sceneRect()
    drawing.sketch.begin_line(QPointF(50, 50), ink_pen(), room)
    told = []
    monkeypatch.setattr(type(drawing.sketch), "update", lambda self, *rect: told.extend(rect))
    drawing.sketch.grow(QPointF(70, 60))
    (rect,) = told
    assert rect.contains(QRectF(50, 50, 20, 10))
    assert rect.width() < 40
    assert drawing.sketch.boundingRect() == room


# --- in nobody's way


@pytest.mark.parametrize("what", ["stroke", "note", "outline"])
def test_people_under_something_drawn_can_be_clicked(
    view: MapView, document: Document, qtbot: QtBot, what: str
) -> None:
    hand, partner = Hand(view, qtbot), sure(document.map.partner("p3"))
    x, y = sure(partner.x), sure(partner.y)
    if what == "stroke":
        document.add_stroke([x - 0.2, y, x + 0.2, y])
    elif what == "note":
        document.add_note("A text over somebody", x - 0.05, y - 0.05)
    else:
        document.add_outline(["p3", "p4"], "Team")
    hand.click("p3")
    assert document.selection == ("p3",)


@pytest.mark.parametrize("other", ["importance", "contact", "gap"])
def test_only_the_free_lens_shows_what_is_drawn(
    drawing: Drawing, document: Document, lens: Settings, other: str
) -> None:
    document.add_outline(["p1", "p2"], "Team")
    document.add_note("Here", 0.1, 0.1)
    document.add_stroke([0.0, 0.0, 0.5, 0.5])
    assert (len(drawing.keys), len(drawing.ink.strokes)) == (2, 1)
    lens.lens = other
    assert (drawing.keys, drawing.ink.strokes, drawing.hulls.paths) == ((), {}, {})
    lens.lens = "free"
    assert (len(drawing.keys), len(drawing.ink.strokes)) == (2, 1)


def test_another_map_takes_its_drawing_along(drawing: Drawing, document: Document) -> None:
    document.add_note("Here", 0.1, 0.1)
    first = document.map.network.id
    document.new_map("Another")
    assert drawing.keys == ()
    document.open(first)
    assert len(drawing.keys) == 1
