"""The tools of the map: ties in a chain, outlines, texts, pen and eraser, with hand and keys."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.edit import Step
from app.models.network import Note, Outline, Stroke
from app.models.problem import Problem
from app.settings import Settings
from app.views.map.drawing_menu import DrawnMenu
from app.views.map.toolbar import ToolBar
from app.views.map.toolbox import TOOLS
from app.views.map.view import MapView
from app.words.edit_names import edit_name
from tests.sure import as_a, sure
from tests.views.test_map import CONTROL, LEFT, NONE, SHIFT, Hand, K, empty, of, show, tie

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
def hand(view: MapView, qtbot: QtBot) -> Hand:
    return Hand(view, qtbot)


@pytest.fixture
def bar(view: MapView, window: QWidget) -> ToolBar:
    return ToolBar(view, window)


def drawn(document: Document, kind: type[Note] | type[Outline] | type[Stroke]) -> tuple[Any, ...]:
    return document.map.all_of(kind)


def said(view: MapView) -> list[Any]:
    heard: list[Any] = []
    view.voice.said.connect(heard.append)
    return heard


def around(view: MapView, *keys: str) -> list[Any]:
    """Return the corners of a box around people, in the view."""
    at = [view.mapFromScene(view.map_scene.people[key].pos()) for key in keys]
    left, right = min(p.x() for p in at) - 24, max(p.x() for p in at) + 24
    top, bottom = min(p.y() for p in at) - 24, max(p.y() for p in at) + 24
    return [QPoint(left, top), QPoint(right, top), QPoint(right, bottom), QPoint(left, bottom)]


def go(hand: Hand, points: list[Any]) -> None:
    """Draw along points with the button down."""
    hand.press(points[0])
    for point in points[1:]:
        hand.move(point)
        hand.start = point
    hand.release(points[-1])


def free_ground(view: MapView) -> Any:
    """Return a rectangle's worth of points where nobody is, nor anything drawn."""
    port, drawing = view.viewport(), view.map_scene.drawing
    picture = view.map_scene.picture

    def bare(x: int, y: int) -> bool:
        spots = [QPoint(x + dx, y + dy) for dx in range(0, 61, 12) for dy in range(0, 41, 10)]
        return all(
            view.person_at(p) is None and drawing.at(view.mapToScene(p), 8) is None for p in spots
        )

    for y in range(int(picture.cy * 0.1), port.height() - 60, 13):
        for x in range(20, port.width() - 90, 13):
            if bare(x, y):
                return QPoint(x, y)
    raise AssertionError("no free ground")


# --- which tool is in the hand


def test_a_letter_takes_a_tool_and_gives_it_back(view: MapView, hand: Hand) -> None:
    for letter, key in (
        ("T", "tie"), ("O", "outline"), ("X", "text"), ("P", "pen"), ("E", "eraser")
    ):  # fmt: skip
        hand.key(K(ord(letter)))
        assert view.toolbox.inhand.id == key
        if key != "tie":  # there T makes who has the keyboard the start
            hand.key(K(ord(letter)))
            assert view.toolbox.inhand.id == "select"
        hand.key(K(ord(letter)))
        hand.key(K.Key_V)
        assert view.toolbox.inhand.id == "select"


def test_escape_puts_a_tool_down(view: MapView, hand: Hand, document: Document) -> None:
    document.select(["p1"])
    for letter in "OXPE":
        hand.key(K(ord(letter)))
        hand.key(K.Key_Escape)
        assert view.toolbox.inhand is view.toolbox.select
    assert document.selection == ("p1",)


@pytest.mark.parametrize("tool", [tool.id for tool in TOOLS])
def test_a_tool_taken_with_the_mouse_has_its_keys_at_once(
    view: MapView, bar: ToolBar, qtbot: QtBot, tool: str
) -> None:
    view.setFocus()
    qtbot.mouseClick(bar.buttons[tool], LEFT)
    assert view.toolbox.inhand.id == tool
    assert view.hasFocus()


def test_the_bar_shows_which_tool_is_in_the_hand_and_takes_another(
    view: MapView, hand: Hand, bar: ToolBar
) -> None:
    hand.key(K.Key_P)
    checked = [key for key, button in bar.buttons.items() if button.isChecked()]
    assert checked == ["pen"]
    bar.buttons["tie"].click()
    assert view.toolbox.inhand is view.toolbox.tie
    assert all(button.accessibleName() for button in bar.buttons.values())
    assert [view.toolbox.tools[k].letter in b.toolTip() for k, b in bar.buttons.items()] == [
        True
    ] * len(TOOLS)


@pytest.mark.parametrize(
    ("lens", "usable"),
    [
        ("free", {"select", "move", "tie", "outline", "text", "pen", "eraser", "photo"}),
        ("importance", {"select", "move", "tie"}),
        ("contact", {"select", "move", "tie"}),
        ("gap", {"select"}),
    ],
)
def test_a_tool_that_cannot_be_used_says_why(
    view: MapView, hand: Hand, bar: ToolBar, settings: Settings, lens: str, usable: set[Any]
) -> None:
    hand.key(K.Key_P)
    settings.lens = lens
    assert {key for key, button in bar.buttons.items() if button.isEnabled()} == usable
    assert all("\n" in b.toolTip() for b in bar.buttons.values() if not b.isEnabled())
    assert view.toolbox.inhand.id == ("pen" if lens == "free" else "select")


def test_a_letter_of_a_tool_for_another_lens_is_answered(
    view: MapView, hand: Hand, settings: Settings
) -> None:
    settings.lens = "importance"
    heard = said(view)
    hand.key(K.Key_P)
    assert view.toolbox.inhand is view.toolbox.select
    assert heard == ["Pen: Only in Free"]
    assert view.hinted


@pytest.mark.parametrize("letter", "TOXPE")
def test_a_finished_map_refuses_a_tool_at_once(
    view: MapView, hand: Hand, document: Document, bar: ToolBar, letter: str
) -> None:
    hand.key(K.Key_P)
    document.set_network(finished=True)
    assert view.toolbox.inhand is view.toolbox.select
    assert [key for key, button in bar.buttons.items() if button.isEnabled()] == ["select"]
    told: list[Any] = []
    document.refused.connect(told.append)
    hand.key(K(ord(letter)))
    assert [problem.code for problem in told] == ["map_finished"]
    assert view.toolbox.inhand is view.toolbox.select


def test_a_hidden_layer_is_shown_again_for_whoever_draws_on_it(
    view: MapView, hand: Hand, settings: Settings, document: Document
) -> None:
    document.add_note("Here", 0.1, 0.9)
    settings.show_layer("drawing", shown=False)
    assert view.map_scene.drawing.keys == ()
    hand.key(K.Key_P)
    assert len(view.map_scene.drawing.keys) == 1
    assert settings.layers["drawing"]


# --- ties


def test_the_start_stays(view: MapView, hand: Hand, document: Document) -> None:
    edits = document.history.position
    hand.click("p0")
    hand.key(K.Key_T)
    for other in ("p3", "p4", "p7"):
        hand.click(other)
        assert tie(document, "p0", other) == "yes"
    assert document.history.position == edits + 3


def test_without_a_start_the_first_tap_gives_one(
    view: MapView, hand: Hand, document: Document
) -> None:
    hand.key(K.Key_T)
    hand.click("p4")
    hand.click("p7")
    assert tie(document, "p4", "p7") == "yes"


@pytest.mark.parametrize("way", ["shift", "ground", "escape", "T"])
def test_another_start(view: MapView, hand: Hand, document: Document, way: str) -> None:
    hand.click("p0")
    hand.key(K.Key_T)
    if way == "shift":
        hand.click("p4", SHIFT)
    elif way == "T":
        view.map_scene.show_selection(document.selection, "p4")
        hand.key(K.Key_T)
    else:
        hand.click(empty(view)) if way == "ground" else hand.key(K.Key_Escape)
        hand.click("p4")
    hand.click("p7")
    assert tie(document, "p4", "p7") == "yes"
    assert tie(document, "p0", "p4") is tie(document, "p0", "p7") is None


def test_what_is_undone_is_not_said_any_longer(
    view: MapView, hand: Hand, document: Document
) -> None:
    """Of the line that was drawn nor of the one before it."""
    view.toolbox.take(view.toolbox.tie)
    for key in ("p0", "p4", "p7"):
        hand.click(key)
    assert "know each other" in view.hinted
    for _ in range(2):
        document.undo()
        assert "know each other" not in view.hinted
        assert sure(document.map.partner("p0")).name in view.hinted


def test_one_drag_ties_too(view: MapView, hand: Hand, document: Document) -> None:
    hand.key(K.Key_T)
    hand.drag("p4", hand.at("p7"))
    assert tie(document, "p4", "p7") == "yes"
    assert sure(document.map.partner("p4")).x == pytest.approx(of(document, "p4").x)


def untie(document: Document) -> None:
    for one in document.map.ties:
        document.set_tie(one.a, one.b, None)


def test_every_drag_ties_its_own_two_ends(view: MapView, hand: Hand, document: Document) -> None:
    untie(document)
    hand.key(K.Key_T)
    pairs = [("p4", "p7"), ("p1", "p2"), ("p5", "p0"), ("p7", "p1")]
    for one, other in pairs:
        hand.drag(one, hand.at(other))
    assert {frozenset((t.a, t.b)) for t in document.map.ties} == set(map(frozenset, pairs))
    assert all(t.state == "yes" for t in document.map.ties)
    # A drag leaves no start behind: who is tapped next is one, and two taps are a pair.
    assert view.toolbox.tie.start is None
    hand.click("p3")
    hand.click("p6")
    assert {frozenset((t.a, t.b)) for t in document.map.ties} == set(
        map(frozenset, [*pairs, ("p3", "p6")])
    )


def test_a_press_ties_nobody_until_it_is_let_go_there(
    view: MapView, hand: Hand, document: Document
) -> None:
    untie(document)
    hand.click("p0")
    hand.key(K.Key_T)
    hand.press("p4")
    assert document.map.ties == ()
    hand.move(empty(view))
    hand.release(empty(view))
    assert document.map.ties == ()
    hand.press("p4")
    hand.key(K.Key_Escape)
    hand.release(hand.at("p4"))
    assert document.map.ties == ()
    assert view.toolbox.inhand is view.toolbox.tie
    hand.press("p4")
    document.rename("p5", "Somebody else")  # the map becomes another one under the hand
    hand.release(hand.at("p4"))
    assert document.map.ties == ()
    hand.click("p4")
    assert tie(document, "p0", "p4") == "yes"


def test_a_drag_shows_which_two_it_will_tie(view: MapView, hand: Hand, document: Document) -> None:
    hand.click("p0")
    hand.key(K.Key_T)
    hand.press("p4")
    hand.move(hand.at("p7"))
    path = view.map_scene.drawing.sketch.path.boundingRect()
    people = view.map_scene.people
    both = QRectF(people["p4"].pos(), people["p7"].pos()).normalized()
    assert path.adjusted(12, 12, -12, -12).intersected(both.adjusted(-20, -20, 20, 20)) == (
        path.adjusted(12, 12, -12, -12)
    )
    hand.release(hand.at("p7"))
    assert tie(document, "p4", "p7") == "yes"
    assert tie(document, "p0", "p4") is tie(document, "p0", "p7") is None


def test_two_quick_taps_are_two(
    view: MapView, hand: Hand, document: Document, qtbot: QtBot
) -> None:
    hand.click("p0")
    hand.key(K.Key_T)
    hand.click("p7")
    # What Qt sends of a second click is another press, and its release.
    qtbot.mouseDClick(view.viewport(), LEFT, NONE, hand.at("p7"))
    qtbot.mouseRelease(view.viewport(), LEFT, NONE, hand.at("p7"))
    assert tie(document, "p0", "p7") == "unknown"


def test_the_line_follows_the_pointer(view: MapView, hand: Hand, qtbot: QtBot) -> None:
    sketch = view.map_scene.drawing.sketch
    hand.click("p0")
    hand.key(K.Key_T)
    ring = sketch.boundingRect()
    assert ring.contains(view.map_scene.people["p0"].pos())
    to = empty(view)
    qtbot.mouseMove(view.viewport(), to)
    assert sketch.boundingRect().contains(view.mapToScene(to))
    assert sketch.boundingRect().contains(view.map_scene.people["p0"].pos())
    hand.key(K.Key_V)
    assert not sketch.isVisible()


def test_keys_go_on_from_the_same_start(view: MapView, hand: Hand, document: Document) -> None:
    document.select(["p0"])
    hand.key(K.Key_T)
    reached: set[Any] = set()
    for arrow in (K.Key_Left, K.Key_Right, K.Key_Up, K.Key_Down):
        hand.key(arrow)
        current = view.map_scene.current
        if current not in {"p0", *reached}:
            reached.add(current)
            before = tie(document, "p0", sure(current))
            hand.key(K.Key_Space)
            assert tie(document, "p0", sure(current)) != before
    assert len(reached) > 1


def test_ties_can_be_seen_while_they_are_drawn(
    document: Document, settings: Settings, qtbot: QtBot
) -> None:
    view = show(document, settings, qtbot, 18)
    assert not view.map_scene.look.shows("ties")
    view.toolbox.take(view.toolbox.tie)
    assert view.map_scene.look.shows("ties")
    view.toolbox.put_down()
    assert not view.map_scene.look.shows("ties")


def test_what_was_drawn_stays_to_be_seen(
    document: Document, settings: Settings, qtbot: QtBot
) -> None:
    view = show(document, settings, qtbot, 18)
    document.select(["p0"])
    view.toolbox.take(view.toolbox.tie)
    view.map_scene.show_selection(document.selection, "p9")
    qtbot.keyClick(view, K.Key_Space)
    assert tie(document, "p0", "p9") == "yes"
    view.toolbox.put_down()
    assert view.map_scene.look.shows("ties")


def test_a_start_who_goes_is_no_start(view: MapView, hand: Hand, document: Document) -> None:
    hand.click("p0")
    hand.key(K.Key_T)
    document.remove_partners(["p0"])
    assert view.toolbox.tie.start is None
    hand.click("p4")
    hand.click("p7")
    assert tie(document, "p4", "p7") == "yes"


def test_a_tie_that_cannot_be_stored_is_not_told(
    view: MapView, hand: Hand, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def store(*_: Step | str) -> None:
        raise Problem("disk_full")

    monkeypatch.setattr(document.library, "store", store)
    hand.click("p0")
    hand.key(K.Key_T)
    heard = said(view)
    hand.click("p7")
    assert heard == []
    assert tie(document, "p0", "p7") is None


# --- the pointer, and the labels on the rim


def test_who_is_under_the_pointer_is_told_once(view: MapView, hand: Hand, qtbot: QtBot) -> None:
    told: list[Any] = []
    view.hovered.connect(told.append)
    for _ in range(2):
        for shift in (0, 1):
            qtbot.mouseMove(view.viewport(), hand.at("p1") + QPoint(shift, 0))
    qtbot.mouseMove(view.viewport(), empty(view))
    assert told == ["p1", ""]
    qtbot.mouseMove(view.viewport(), hand.at("p2"))
    hand.click("p2")
    assert told == ["p1", "", "p2", ""]


def test_leaving_the_map_is_told(view: MapView, hand: Hand, qtbot: QtBot) -> None:
    told: list[Any] = []
    view.hovered.connect(told.append)
    qtbot.mouseMove(view.viewport(), hand.at("p1"))
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert told == ["p1", ""]


def test_a_label_on_the_rim_selects_everybody_of_that_setting(
    view: MapView, hand: Hand, document: Document, settings: Settings
) -> None:
    settings.lens = "importance"
    scene = view.map_scene
    told: list[str] = []
    view.rim_pressed.connect(told.append)
    for sector, setting in zip(scene.picture.sectors, scene.settings_around, strict=True):
        of_setting = {p.id for p in document.map.partners if p.setting == setting}
        if not sector.boxes or not of_setting:
            continue
        box = sector.boxes[len(sector.boxes) // 2]
        at = view.mapFromScene(QPointF(box.x + box.w / 2, box.y + box.h / 2))
        document.select([])
        hand.click(at)
        assert set(document.selection) == of_setting
        other = next(key for key in scene.people if key not in of_setting)
        document.select([other])
        hand.click(at, SHIFT)
        assert set(document.selection) == of_setting | {other}
    assert len(set(told)) > 1


# --- outlines


def test_a_loop_by_hand_is_an_outline_around_who_lies_inside(
    view: MapView, hand: Hand, document: Document
) -> None:
    corners = around(view, "p1", "p2")
    inside = {
        key
        for key in view.map_scene.people
        if corners[0].x() < hand.at(key).x() < corners[2].x()
        and corners[0].y() < hand.at(key).y() < corners[2].y()
    }
    edits = document.history.position
    hand.key(K.Key_O)
    go(hand, [*corners, corners[0]])
    (outline,) = drawn(document, Outline)
    assert set(outline.members) == inside >= {"p1", "p2"}
    assert document.history.position == edits + 1
    assert view.toolbox.inhand is view.toolbox.select
    assert not view.map_scene.drawing.sketch.isVisible()
    assert view.text_editor.is_open


def test_a_loop_around_nobody_is_nothing(view: MapView, hand: Hand, document: Document) -> None:
    records, at = document.map, free_ground(view)
    hand.key(K.Key_O)
    go(hand, [at, at + QPoint(30, 0), at + QPoint(30, 20), at + QPoint(0, 20)])
    assert document.map is records
    assert view.toolbox.inhand is view.toolbox.outline
    assert "no one" in view.hinted


def test_escape_takes_a_loop_back(view: MapView, hand: Hand, document: Document) -> None:
    records, corners = document.map, around(view, "p1", "p2")
    hand.key(K.Key_O)
    hand.press(corners[0])
    for corner in corners[1:]:
        hand.move(corner)
    hand.key(K.Key_Escape)
    hand.release(corners[3])
    assert document.map is records
    assert view.toolbox.inhand is view.toolbox.outline


@pytest.mark.parametrize("keys", [(K.Key_O, K.Key_Return), None])
def test_an_outline_around_who_is_selected(
    view: MapView, hand: Hand, document: Document, settings: Settings, keys: tuple[Any, Any] | None
) -> None:
    document.select(["p1", "p2"])
    if keys is None:
        settings.lens = "importance"
        view.drawing_commands.outline_selected()
    else:
        for key in keys:
            hand.key(key)
    assert [o.members for o in drawn(document, Outline)] == [("p1", "p2")]
    assert settings.lens == "free"


def test_enter_draws_around_the_one_who_is_selected(
    view: MapView, hand: Hand, document: Document
) -> None:
    document.select(["p1"])
    hand.key(K.Key_O)
    assert view.toolbox.inhand is view.toolbox.outline
    hand.key(K.Key_Return)
    assert [o.members for o in drawn(document, Outline)] == [("p1",)]


def type_label(view: MapView, qtbot: QtBot, text: str, end: Any) -> None:
    qtbot.keyClicks(view.text_editor.editor, text)
    qtbot.keyClick(view.text_editor.editor, end)


@pytest.mark.parametrize(("end", "label"), [(K.Key_Return, "Team 5"), (K.Key_Escape, "")])
def test_the_label_of_an_outline_is_asked_at_once(
    view: MapView, hand: Hand, document: Document, qtbot: QtBot, end: Any, label: str
) -> None:
    document.select(["p1", "p2"])
    hand.key(K.Key_O)
    assert drawn(document, Outline) == ()  # it may be the beginning of a name
    hand.key(K.Key_Return)
    type_label(view, qtbot, "Team 5", end)
    assert [o.label for o in drawn(document, Outline)] == [label]
    assert not view.text_editor.is_open
    QCoreApplication.processEvents()
    assert QApplication.focusWidget() is view


@pytest.fixture
def team(view: MapView, document: Document) -> str:
    return sure(document.add_outline(["p1", "p2"], "Team 5"))


def at_label(view: MapView, key: str) -> Any:
    return view.mapFromScene(view.map_scene.drawing.box(key).center())


def test_a_click_on_a_label_selects_its_people(
    view: MapView, hand: Hand, document: Document, team: str
) -> None:
    hand.click(at_label(view, team))
    assert document.selection == ("p1", "p2")
    assert view.map_scene.drawing.chosen == team
    document.select(["p5"])
    assert view.map_scene.drawing.chosen is None
    hand.click(at_label(view, team), SHIFT)
    assert document.selection == ("p5", "p1", "p2")


def test_a_click_on_the_line_and_one_inside_too(
    view: MapView, hand: Hand, document: Document, team: str
) -> None:
    path = view.map_scene.drawing.hulls.paths[team]
    on_line = [path.pointAtPercent(step / 40) for step in range(40)]
    spot = next(p for p in map(view.mapFromScene, on_line) if view.person_at(p) is None)
    hand.click(spot)
    assert document.selection == ("p1", "p2")
    box = path.boundingRect()
    inner = (
        QPoint(x, y)
        for x in range(int(box.left()), int(box.right()), 4)
        for y in range(int(box.top()), int(box.bottom()), 4)
    )
    drawing = view.map_scene.drawing
    inside = next(
        p
        for p in inner
        if path.contains(view.mapToScene(p))
        and view.person_at(p) is None
        and drawing.at(view.mapToScene(p), 6) is None
    )
    document.select([])
    hand.click(inside)
    assert list(document.selection) == ["p1", "p2"]
    assert drawing.chosen == team
    # A box can still be drawn from there.
    hand.drag(inside, inside + QPoint(15, 15))
    assert list(document.selection) == []


def test_nobody_stands_in_an_outline_who_was_not_in_the_loop(
    view: MapView, document: Document
) -> None:
    people = list(view.map_scene.people)
    for members in (people[::2], people[1::3], people[:5], [people[0], people[4]], people[:-1]):
        key = document.add_outline(members, "Team")
        other = next(other for other in people if other not in members)
        one, two = (document.map.partner(member) for member in members[:2])
        document.place(
            {
                other: {
                    "x": (sure(sure(one).x) + sure(sure(two).x)) / 2,
                    "y": (sure(sure(one).y) + sure(sure(two).y)) / 2,
                }
            }
        )
        path = view.map_scene.drawing.hulls.paths[sure(key)]
        for person, item in view.map_scene.people.items():
            assert path.contains(item.pos()) == (person in members)
        document.undo()
        document.undo()


def test_every_tool_says_how_to_stop(view: MapView) -> None:
    heard = said(view)
    for tool in view.toolbox.tools.values():
        if tool is not view.toolbox.select:
            view.toolbox.take(tool)
            assert "Esc" in heard[-1]
            assert view.hinted
    view.text_editor.write(None)
    assert "Esc" in sure(view.text_editor.editor).placeholderText()


def test_a_text_stands_where_the_button_went_down(view: MapView, hand: Hand) -> None:
    at = free_ground(view)
    hand.key(K.Key_X)
    hand.drag(at, at + QPoint(40, 30))
    assert (view.mapFromScene(view.text_editor.point) - at).manhattanLength() <= 2


def test_a_double_click_on_a_label_changes_it(
    view: MapView, hand: Hand, document: Document, team: str, qtbot: QtBot
) -> None:
    qtbot.mouseDClick(view.viewport(), LEFT, NONE, at_label(view, team))
    assert sure(view.text_editor.editor).toPlainText() == "Team 5"
    type_label(view, qtbot, "Ours", K.Key_Return)
    assert [o.label for o in drawn(document, Outline)] == ["Ours"]


def test_delete_on_an_outline_takes_the_outline_and_nobody(
    view: MapView, hand: Hand, document: Document, team: str
) -> None:
    hand.click(at_label(view, team))
    hand.key(K.Key_Delete)
    assert drawn(document, Outline) == ()
    assert of(document, "p1").x is not None
    document.undo()
    assert len(drawn(document, Outline)) == 1


# --- texts


def write(view: MapView, qtbot: QtBot, text: str) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            qtbot.keyClick(view.text_editor.editor, K.Key_Return)
        qtbot.keyClicks(view.text_editor.editor, line)


def test_a_tap_with_the_text_tool_writes_there(
    view: MapView, hand: Hand, document: Document, qtbot: QtBot
) -> None:
    at = free_ground(view)
    hand.key(K.Key_X)
    hand.click(at)
    write(view, qtbot, "Two\nlines")
    edits = document.history.position
    qtbot.keyClick(view.text_editor.editor, K.Key_Return, CONTROL)
    (note,) = drawn(document, Note)
    assert note.text == "Two\nlines"
    assert document.history.position == edits + 1
    corner = view.mapFromScene(view.map_scene.drawing.box(note.id).topLeft())
    assert (corner - at).manhattanLength() <= 2
    assert view.toolbox.inhand is view.toolbox.select


def test_a_click_elsewhere_keeps_a_text(
    view: MapView, hand: Hand, document: Document, qtbot: QtBot
) -> None:
    hand.key(K.Key_X)
    hand.click(free_ground(view))
    write(view, qtbot, "Kept")
    hand.click("p1")
    assert [note.text for note in drawn(document, Note)] == ["Kept"]
    assert document.selection == ("p1",)


def test_another_tool_that_is_taken_while_a_text_is_written_is_in_the_hand(
    view: MapView, bar: ToolBar, hand: Hand, document: Document, qtbot: QtBot
) -> None:
    hand.key(K.Key_X)
    hand.click(free_ground(view))
    write(view, qtbot, "Kept")
    qtbot.mouseClick(bar.buttons["pen"], LEFT)
    assert [note.text for note in drawn(document, Note)] == ["Kept"]
    assert view.toolbox.inhand.id == "pen"
    at = free_ground(view)
    hand.drag(at, at + QPoint(30, 20))
    assert len(drawn(document, Stroke)) == 1


def test_what_is_said_while_a_text_is_written_is_how_that_ends(
    view: MapView, hand: Hand, document: Document, qtbot: QtBot
) -> None:
    hand.key(K.Key_X)
    begins = view.hinted
    hand.click(free_ground(view))
    write(view, qtbot, "Kept")
    editor = sure(view.text_editor.editor)
    assert view.hinted == editor.toolTip() != begins
    assert "cancel" not in editor.toolTip(), "Esc keeps it"
    qtbot.keyClick(editor, K.Key_Escape)
    assert not view.hinted
    [note] = drawn(document, Note)
    hand.key(K.Key_X)
    hand.click(view.mapFromScene(view.map_scene.drawing.box(note.id).center()))
    editor = sure(view.text_editor.editor)
    assert editor.toPlainText() == "Kept"
    assert view.hinted == editor.toolTip()


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_written_leaves_nothing(
    view: MapView, hand: Hand, document: Document, qtbot: QtBot, text: str
) -> None:
    records = document.map
    hand.key(K.Key_X)
    hand.click(free_ground(view))
    write(view, qtbot, text)
    hand.click(empty(view))
    assert document.map is records
    assert not view.text_editor.is_open


def test_escape_keeps_a_text(view: MapView, hand: Hand, document: Document, qtbot: QtBot) -> None:
    hand.key(K.Key_X)
    hand.click(free_ground(view))
    write(view, qtbot, "Kept")
    qtbot.keyClick(view.text_editor.editor, K.Key_Escape)
    assert [note.text for note in drawn(document, Note)] == ["Kept"]
    assert not view.text_editor.is_open


def note_of(document: Document, key: str) -> Note:
    return as_a(Note, document.map.records[key])


@pytest.fixture
def note(view: MapView, document: Document) -> str:
    at = view.mapToScene(free_ground(view))
    picture = view.map_scene.picture
    x, y = (at.x() - picture.cx) / picture.radius, (at.y() - picture.cy) / picture.radius
    return sure(document.add_note("Call", x, y))


def test_a_text_is_dragged_as_one_step(
    view: MapView, hand: Hand, document: Document, note: str
) -> None:
    before, edits = document.map.records[note], document.history.position
    start = at_label(view, note)
    to = start + QPoint(30, 25)
    hand.press(start)
    hand.move(to)
    assert document.history.position == edits
    assert (at_label(view, note) - to).manhattanLength() <= 2
    hand.release(to)
    assert document.history.position == edits + 1
    assert (at_label(view, note) - to).manhattanLength() <= 2
    document.undo()
    assert document.map.records[note] == before
    assert (at_label(view, note) - start).manhattanLength() <= 2


def test_escape_puts_a_text_back(view: MapView, hand: Hand, document: Document, note: str) -> None:
    records, start = document.map, at_label(view, note)
    hand.press(start)
    hand.move(start + QPoint(40, 20))
    hand.key(K.Key_Escape)
    hand.release(start + QPoint(40, 20))
    assert document.map is records
    assert (at_label(view, note) - start).manhattanLength() <= 2


def test_arrow_keys_move_a_text_as_one_step(
    view: MapView, hand: Hand, document: Document, note: str
) -> None:
    hand.click(at_label(view, note))
    edits, before = document.history.position, note_of(document, note)
    radius = view.map_scene.picture.radius
    for key in (K.Key_Right, K.Key_Right, K.Key_Down):
        hand.key(key)
    hand.key(K.Key_Left, SHIFT)
    after = note_of(document, note)
    moved = ((after.x - before.x) * radius, (after.y - before.y) * radius)
    assert moved == pytest.approx((15, 8))
    assert document.history.position == edits + 1
    hand.key(K.Key_Escape)
    assert view.map_scene.drawing.chosen is None


def test_a_text_that_is_changed_and_one_that_is_emptied(
    view: MapView, hand: Hand, document: Document, note: str, qtbot: QtBot
) -> None:
    qtbot.mouseDClick(view.viewport(), LEFT, NONE, at_label(view, note))
    write(view, qtbot, " them")
    qtbot.keyClick(view.text_editor.editor, K.Key_Return, CONTROL)
    assert note_of(document, note).text == "Call them"
    hand.key(K.Key_Return)  # it still has the keyboard
    sure(view.text_editor.editor).selectAll()
    qtbot.keyClick(view.text_editor.editor, K.Key_Delete)
    qtbot.keyClick(view.text_editor.editor, K.Key_Return, CONTROL)
    assert drawn(document, Note) == ()


def test_a_text_without_a_mouse_stands_in_nobodys_way(
    view: MapView, hand: Hand, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    settings.lens = "contact"
    view.drawing_commands.write_text()
    assert settings.lens == "free"
    write(view, qtbot, "By key")
    qtbot.keyClick(view.text_editor.editor, K.Key_Return, CONTROL)
    (note,) = drawn(document, Note)
    drawing = view.map_scene.drawing
    assert drawing.chosen == note.id
    assert not any(drawing.box(note.id).intersects(box) for box in drawing.taken())
    hand.key(K.Key_Delete)
    assert drawn(document, Note) == ()


def test_a_map_that_changes_under_the_editor_keeps_or_leaves_it(
    view: MapView, hand: Hand, document: Document, qtbot: QtBot
) -> None:
    hand.key(K.Key_X)
    hand.click(free_ground(view))
    write(view, qtbot, "Half")
    document.new_map("Another")
    assert not view.text_editor.is_open
    assert drawn(document, Note) == ()


# --- pen and eraser


def test_a_line_of_the_pen_is_one_step_and_stays_where_it_was_drawn(
    view: MapView, hand: Hand, document: Document
) -> None:
    at = free_ground(view)
    way = [at, at + QPoint(40, 0), at + QPoint(40, 30)]
    edits = document.history.position
    hand.key(K.Key_P)
    go(hand, way)
    (stroke,) = drawn(document, Stroke)
    assert document.history.position == edits + 1
    assert 3 <= len(stroke.points) // 2 <= 5  # a straight line needs no points between
    picture = view.map_scene.picture
    ends = [stroke.points[:2], stroke.points[-2:]]
    for (x, y), point in zip(ends, (way[0], way[-1]), strict=True):
        place = QPointF(picture.cx + x * picture.radius, picture.cy + y * picture.radius)
        assert (place - view.mapToScene(point)).manhattanLength() < 2
    assert view.toolbox.inhand.id == "pen"
    document.undo()
    assert drawn(document, Stroke) == ()


def test_the_pen_draws_over_people_and_moves_nobody(
    view: MapView, hand: Hand, document: Document
) -> None:
    hand.key(K.Key_P)
    before = of(document, "p1")
    hand.drag("p1", hand.at("p1") + QPoint(50, 40))
    assert of(document, "p1") == before
    assert len(drawn(document, Stroke)) == 1


@pytest.mark.parametrize("change", ["escape", "lens", "undo"])
def test_a_line_that_is_broken_off_is_not_kept(
    view: MapView, hand: Hand, document: Document, settings: Settings, change: str
) -> None:
    document.set_partners(["p0"], importance=1)
    at = free_ground(view)
    hand.key(K.Key_P)
    hand.press(at)
    hand.move(at + QPoint(50, 30))
    if change == "escape":
        hand.key(K.Key_Escape)
    elif change == "lens":
        settings.lens = "importance"
    else:
        document.undo()
    hand.release(at + QPoint(50, 30))
    assert drawn(document, Stroke) == ()
    assert not view.map_scene.drawing.sketch.isVisible()


def in_radii(view: MapView, *points: Any) -> list[Any]:
    picture = view.map_scene.picture
    found = []
    for point in (view.mapToScene(point) for point in points):
        found += [(point.x() - picture.cx) / picture.radius]
        found += [(point.y() - picture.cy) / picture.radius]
    return found


@pytest.fixture
def lines(view: MapView, document: Document) -> tuple[Any, list[Any]]:
    """Draw three lines below each other; return the place and their ids."""
    at = free_ground(view)
    ids = [
        document.add_stroke(in_radii(view, at + QPoint(0, 40 * row), at + QPoint(60, 40 * row)))
        for row in range(3)
    ]
    return at, ids


def test_a_sweep_of_the_eraser_is_one_step(
    view: MapView, hand: Hand, document: Document, lines: tuple[Any, list[Any]]
) -> None:
    at, ids = lines
    edits = document.history.position
    hand.key(K.Key_E)
    hand.press(at + QPoint(30, -15))
    hand.move(at + QPoint(30, 60))
    assert view.map_scene.drawing.ink.strokes.keys() == {ids[2]}
    assert len(drawn(document, Stroke)) == 3
    hand.release(at + QPoint(30, 60))
    assert [stroke.id for stroke in drawn(document, Stroke)] == [ids[2]]
    assert document.history.position == edits + 1
    document.undo()
    assert view.map_scene.drawing.ink.strokes.keys() == set(ids)


def test_escape_brings_a_sweep_back(
    view: MapView, hand: Hand, document: Document, lines: tuple[Any, list[Any]]
) -> None:
    at, ids = lines
    records = document.map
    hand.key(K.Key_E)
    hand.press(at + QPoint(30, -15))
    hand.move(at + QPoint(30, 60))
    hand.key(K.Key_Escape)
    hand.release(at + QPoint(30, 60))
    assert document.map is records
    assert view.map_scene.drawing.ink.strokes.keys() == set(ids)


def test_what_cannot_be_stored_comes_back(
    view: MapView,
    hand: Hand,
    document: Document,
    lines: tuple[Any, list[Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def store(*_: Step | str) -> None:
        raise Problem("disk_full")

    monkeypatch.setattr(document.library, "store", store)
    at, ids = lines
    hand.key(K.Key_E)
    hand.drag(at + QPoint(30, -15), at + QPoint(30, 60))
    assert view.map_scene.drawing.ink.strokes.keys() == set(ids)


def test_the_eraser_leaves_people_and_texts(
    view: MapView, hand: Hand, document: Document, note: str
) -> None:
    records = document.map
    hand.key(K.Key_E)
    hand.click(at_label(view, note))
    hand.click("p1")
    assert document.map is records


# --- reaching what is drawn without a mouse


def test_d_walks_through_what_is_drawn_and_says_it(
    view: MapView, hand: Hand, document: Document, team: str, note: str
) -> None:
    heard = said(view)
    hand.key(K.Key_D)
    assert view.map_scene.drawing.chosen == team
    hand.key(K.Key_D)
    assert view.map_scene.drawing.chosen == note
    hand.key(K.Key_D)
    hand.key(K.Key_D, SHIFT)
    assert view.map_scene.drawing.chosen == note
    assert heard[0].startswith("Outline: Team 5, with Directeur, ")
    assert heard[1].startswith("Text: Call. ")
    hand.key(K.Key_F2)
    assert sure(view.text_editor.editor).toPlainText() == "Call"


def test_d_where_nothing_is_drawn_says_so(view: MapView, hand: Hand) -> None:
    heard = said(view)
    hand.key(K.Key_D)
    assert heard == ["There are no outlines or text here."]


def entries(menu: QMenu) -> dict[str, Any]:
    """Return what a menu offers, with what it stands for."""
    found: dict[str, Any] = {}
    for action in menu.actions():
        if (below := action.menu()) is not None:
            found[action.text()] = entries(as_a(QMenu, below))
        elif action.text():
            found[action.text()] = action
    return found


def test_the_menu_lists_everything_and_does_it(
    view: MapView,
    document: Document,
    team: str,
    note: str,
    lines: tuple[Any, list[Any]],
    qtbot: QtBot,
) -> None:
    document.select(["p5"])
    menu = DrawnMenu(document, view)
    menu.chosen.connect(view.drawing_commands.do)
    menu.list_all()
    offered = entries(menu)
    assert list(offered) == [
        "Add text",
        "Draw an outline around the people selected",
        "Outline: Team 5, 2 partners",
        "Text: Call",
        "Put a photo of a drawing under the map",
        "Erase all pen lines (3)",
    ]
    offered["Outline: Team 5, 2 partners"]["Select everyone in it"].trigger()
    assert document.selection == ("p1", "p2")
    offered["Text: Call"]["Remove the text"].trigger()
    assert drawn(document, Note) == ()
    offered["Erase all pen lines (3)"].trigger()
    assert drawn(document, Stroke) == ()
    offered["Outline: Team 5, 2 partners"]["Change the label …"].trigger()
    assert sure(view.text_editor.editor).toPlainText() == "Team 5"


def test_on_a_finished_map_the_menu_changes_nothing(
    view: MapView, document: Document, team: str, note: str
) -> None:
    document.set_network(finished=True)
    menu = DrawnMenu(document, view)
    menu.list_all()
    offered = entries(menu)
    assert list(offered["Outline: Team 5, 2 partners"]) == ["Select everyone in it"]
    assert not offered["Text: Call"].isEnabled()
    assert len(offered) == 2


def test_undo_names_what_was_drawn(
    view: MapView, document: Document, team: str, note: str, lines: tuple[Any, list[Any]]
) -> None:
    names = []
    for _ in range(3):
        document.erase([document.map.all_of(Stroke)[0].id])
    while edit := document.history.undoable:
        names.append(edit_name(edit, document.map))
        document.undo()
    assert names[:8] == ["Erase"] * 3 + ["Pen"] * 3 + ["Text on the map", "Outline"]


def test_a_window_that_closes_keeps_what_is_being_written(
    view: MapView, hand: Hand, document: Document, qtbot: QtBot
) -> None:
    hand.key(K.Key_X)
    hand.click(free_ground(view))
    write(view, qtbot, "Half")
    view.close()
    assert [note.text for note in drawn(document, Note)] == ["Half"]
