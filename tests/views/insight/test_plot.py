"""The plot: everybody has a place of their own, and the limits can be moved."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.network import Partner
from app.settings import Settings
from app.views.insight import mark
from app.views.insight.plot import Plot
from app.views.insight.screen import Insight
from app.views.insight.spread import spread
from tests.sure import as_a, sure
from tests.views.insight.conftest import LEFT, NARROW, WIDE, draw, plot_page

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def plot(insight: Insight, lesson: dict[str, str]) -> Plot:
    return plot_page(insight).plot


@given(st.integers(0, 80), st.floats(20, 200), st.floats(20, 200), st.integers(16, 60))
def test_nobody_hides_anybody_and_all_stay_in_their_cell(
    count: int, width: float, height: float, largest: int
) -> None:
    cell = spread(count, width, height, largest)
    assert len(cell.places) == count
    assert cell.diameter <= largest
    for at, (x, y) in enumerate(cell.places):
        assert abs(x) + cell.diameter / 2 <= width / 2 + 2
        assert abs(y) + cell.diameter / 2 <= height / 2 + 2
        for other_x, other_y in cell.places[:at]:
            assert math.hypot(x - other_x, y - other_y) >= cell.diameter - 1e-6


def test_the_same_people_stand_the_same_way_every_time() -> None:
    assert spread(7, 80, 60, 28) == spread(7, 80, 60, 28)


def test_people_stand_by_contact_and_importance(plot: Plot, lesson: dict[str, str]) -> None:
    sam, head = (sure(plot.dot(lesson[name])).pos() for name in ("Parents of Sam", "Head teacher"))
    assert (round(sam.x()), round(sam.y())) == (2, 5)
    assert (round(head.x()), round(head.y())) == (6, 2)
    assert plot.place_of(lesson["Parents of Sam"]).x() < plot.place_of(lesson["Head teacher"]).x()
    assert plot.place_of(lesson["Parents of Sam"]).y() < plot.place_of(lesson["Head teacher"]).y()


def test_who_is_not_rated_or_only_wished_has_no_place(
    insight: Insight, plot: Plot, document: Document
) -> None:
    keys = draw(document, ("Doctor", None, 4, None), ("Club", 0, 4, 2))
    insight.refresh()
    assert plot.dot(keys["Doctor"]) is None
    assert plot.dot(keys["Club"]) is None


def test_who_leaves_and_comes_leaves_no_ghost(
    insight: Insight, plot: Plot, lesson: dict[str, str], document: Document
) -> None:
    document.remove_partners([lesson["Museum"]])
    insight.refresh()
    assert plot.dot(lesson["Museum"]) is None
    assert sum(dot.isVisible() for dot in plot.scene().items() if hasattr(dot, "partner")) == 7
    document.undo()
    insight.refresh()
    assert sure(sure(plot.dot(lesson["Museum"])).partner).name == "Museum"


def test_a_crowd_is_counted_where_initials_have_no_room(
    insight: Insight, document: Document
) -> None:
    draw(document, *((f"Person {n}", 4, 4, None) for n in range(40)))
    insight.refresh()
    plot = plot_page(insight).plot
    assert [crowd[2] for crowd in plot.ground.counts] == [40]
    places = [plot.place_of(p.id) for p in document.map.partners]
    least = min((a - b).manhattanLength() for i, a in enumerate(places) for b in places[:i])
    assert least >= sure(plot.dot(document.map.partners[0].id)).diameter


# --- hands


def test_after_an_edit_only_the_cells_that_became_otherwise_are_painted(
    insight: Insight, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def show() -> None:
        for _ in range(4):
            QApplication.processEvents()

    insight.resize(*NARROW)
    insight.show_page("plot")
    cells = {"A": (2, 2), "B": (3, 3), "C": (4, 4), "D": (5, 5)}  # nobody stands out
    people = [(f"{name} {n}", *cell, None) for name, cell in cells.items() for n in range(20)]
    keys = draw(document, *people)
    show()
    painted: set[str] = set()
    paint = mark.paint

    def noted(painter: QPainter, partner: Partner, *rest: Any, **how: Any) -> None:
        painted.add(partner.name[0])
        paint(painter, partner, *rest, **how)

    monkeypatch.setattr(mark, "paint", noted)
    before = plot_page(insight).plot.ground.counts
    document.set_partners([keys["A 0"]], frequency=3, importance=3)
    show()
    assert plot_page(insight).plot.ground.counts != before
    assert painted == {"A", "B"}
    seen = QApplication.primaryScreen().grabWindow(insight.winId()).toImage()
    assert seen == insight.grab().toImage().convertToFormat(seen.format())


def test_everybody_is_placed_once_where_the_plot_comes(
    document: Document,
    lesson: dict[str, str],
    settings: Settings,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    placed: list[float] = []
    place = Plot._place_people

    def noted(plot: Plot, wide: float, *rest: float) -> None:
        placed.append(wide)
        place(plot, wide, *rest)

    monkeypatch.setattr(Plot, "_place_people", noted)
    screen = Insight(document, settings)
    qtbot.addWidget(screen)
    screen.resize(*WIDE)
    screen.show()
    qtbot.waitExposed(screen)
    for _ in range(4):
        QApplication.processEvents()
    plot = plot_page(screen).plot
    assert len(placed) == 1
    assert placed == [pytest.approx(plot.box.width() / 6)]


def at(plot: Plot, key: str) -> QPoint:
    return as_a(QPoint, plot.mapFromScene(sure(plot.dot(key)).scenePos()))


def test_a_press_selects_and_control_adds_and_takes_away(
    plot: Plot, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    museum, library = lesson["Museum"], lesson["Library"]
    view = plot.viewport()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(view, LEFT, pos=at(plot, museum))
    assert document.selection == (museum,)
    qtbot.mouseClick(view, LEFT, control, pos=at(plot, library))
    assert list(document.selection) == [museum, library]
    qtbot.mouseClick(view, LEFT, control, pos=at(plot, museum))
    assert document.selection == (library,)
    qtbot.mouseClick(view, LEFT, pos=at(plot, museum) + QPoint(0, 60))
    assert list(document.selection) == []


def test_arrow_keys_walk_to_the_nearest(
    plot: Plot, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    document.select([lesson["Museum"]])
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert document.selection == (lesson["Library"],)
    qtbot.keyClick(plot, Qt.Key.Key_Up)
    assert document.selection == (lesson["Parents of Sam"],)
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert list(document.selection) == []


def test_who_is_selected_takes_the_keys_of_the_map(
    plot: Plot, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    document.select([lesson["Museum"]])
    qtbot.keyClick(plot, Qt.Key.Key_5)
    assert sure(document.map.partner(lesson["Museum"])).frequency == 5


def test_a_limit_can_be_chosen_and_is_kept_with_the_map(
    insight: Insight, plot: Plot, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    box = plot_page(insight).cuts["frequency_cut"]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert document.map.network.frequency_cut == 3
    insight.refresh()
    assert plot.limits["frequency_cut"].value() == 2.5
    document.undo()
    insight.refresh()
    assert box.currentData() == 4
    assert plot.limits["frequency_cut"].value() == 3.5


def test_a_limit_can_be_dragged_and_lands_between_two_answers(
    insight: Insight, plot: Plot, document: Document, qtbot: QtBot
) -> None:
    line, view = plot.limits["importance_cut"], plot.viewport()
    start = plot.mapFromScene(line.mapToScene(line.mapFromParent(line.pos())))
    middle = plot.mapFromScene(plot.box.mapViewToScene(line.pos()))
    assert start.y() == middle.y()
    up = round(plot.box.height() / 6)
    along = QPoint(middle.x() + 160, middle.y())
    qtbot.mousePress(view, LEFT, pos=along)
    for step in range(1, 9):
        qtbot.mouseMove(view, along - QPoint(0, up * step // 8))
    qtbot.mouseRelease(view, LEFT, pos=along - QPoint(0, up))
    assert document.map.network.importance_cut == 5
    assert line.value() == 4.5


def test_a_finished_map_keeps_its_limits(insight: Insight, plot: Plot, document: Document) -> None:
    document.set_network(finished=True)
    insight.refresh()
    assert not any(box.isEnabled() for box in plot_page(insight).cuts.values())
    assert not any(line.movable for line in plot.limits.values())


def test_the_caption_says_who_is_selected(
    insight: Insight, plot: Plot, lesson: dict[str, str], document: Document
) -> None:
    document.select([lesson["Parents of Sam"]])
    assert plot_page(insight).caption.text() == (
        "Parents of Sam: very important, contact a few times a year. You would like: monthly."
    )
    document.set_partners([lesson["Parents of Sam"]], frequency=0, wished_frequency=None)
    insight.refresh()
    assert plot_page(insight).caption.text() == "Parents of Sam: very important, no contact yet."
    document.select([])
    assert plot_page(insight).caption.text().endswith("Not in the chart: 1 without contact yet.")
    document.select([lesson["Parents of Sam"]])
    document.set_partners([lesson["Parents of Sam"]], frequency=3, importance=None)
    insight.refresh()
    assert plot_page(insight).caption.text() == (
        "Parents of Sam: importance not answered, contact monthly."
    )
    document.set_partners([lesson["Parents of Sam"]], kind="pupil")
    insight.refresh()
    assert (
        plot_page(insight)
        .caption.text()
        .endswith("Your pupils are not in the chart: contact with them is your work.")
    )
    document.select([])
    assert plot_page(insight).caption.text().startswith("■ in school, ● outside.")
