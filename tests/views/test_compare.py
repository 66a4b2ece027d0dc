"""Two moments beside each other: pictures, sentences and tables with one selection."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.analysis.changes import figures, sentences
from app.analysis.changes.chapters import Change
from app.analysis.comparison import comparison
from app.document import Document
from app.models import moments
from app.models.network import Hindsight, Intention, Map, Network, Partner, Tie
from app.models.vocabulary import vocabulary
from app.settings import Settings
from app.views.compare.column import ChangeButton
from app.views.compare.screen import Compare
from app.views.frame.window import MainWindow
from app.views.passes.second_look import LookBack
from tests.calls import calls_in
from tests.pictures import example
from tests.sure import sure
from tests.walking import stops

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton


def begin_map(count: int = 18) -> Map:
    whole = example(count)
    network = replace(
        whole.network, series="moments", moment=date(2024, 9, 1), moment_label="begin"
    )
    return whole.after({network.id: network})


def end_map(begin: Map) -> Map:
    """The begin map later: two more contact, one renamed, one finished, one succeeded, one new."""
    whole = moments.continued(begin, label="eind", moment=date(2025, 6, 18), clear=())
    changes = {
        "p0": replace(sure(whole.partner("p0")), name="Ouders van Sam", frequency=4),
        "p1": replace(sure(whole.partner("p1")), frequency=3),
        "p2": replace(sure(whole.partner("p2")), importance=5),
        "new": Partner(id="new", name="Schaakclub", setting="community", frequency=3, importance=2),
    }
    whole = whole.after(changes)
    whole = whole.after(moments.departure(whole, "p12", "finished"))
    whole = whole.after(moments.departure(whole, "p15", None))
    return whole.after(moments.succession(whole, sure(whole.partner("p16")), "Nieuwe teamleider"))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    return settings


@pytest.fixture
def two(document: Document) -> tuple[Map, Map]:
    begin = begin_map()
    end = end_map(begin)
    document.library.add(begin)
    document.library.add(end)
    document.open(end.network.id)
    return begin, end


def shown(
    document: Document, settings: Settings, qtbot: QtBot, size: tuple[Any, Any] = (1440, 860)
) -> Compare:
    compare = Compare(document, settings)
    qtbot.addWidget(compare)
    compare.resize(*size)
    compare.show()
    qtbot.waitExposed(compare)
    for _ in range(3):
        QCoreApplication.processEvents()
    return compare


@pytest.fixture
def compare(two: tuple[Map, Map], document: Document, settings: Settings, qtbot: QtBot) -> Compare:
    settings.fold("right_compare", folded=False)  # also beside two maps
    compare = shown(document, settings, qtbot)
    assert compare.way == "one"  # what says most opens
    compare.show_as("side")
    return compare


def texts(parent: Any) -> list[Any]:
    return [label.text() for label in parent.findChildren(QLabel) if label.isVisible()]


def change(compare: Compare, name: str, group: int = 0) -> ChangeButton:
    found = [b for b in compare.column.buttons if b.change.name == name]
    return found[group]


def row(compare: Compare, heading: str) -> list[tuple[Any, Any]]:
    b = compare.compared
    found = sentences.groups(b.comparison, b.before, b.after)
    [group] = [g for g in found if g.id == heading]
    return [(c.name, c.detail) for c in group.changes]


# --- what is said


def test_how_high_a_change_is_stays_known_until_its_letters_are_others(
    window: QWidget, large_text: Callable[[int], None]
) -> None:
    button = ChangeButton(Change(("a",), "Museum of the town", "weekly → monthly"), [], window)
    heights = [button.heightForWidth(width) for width in (80, 240)]
    again = calls_in(lambda: button.heightForWidth(80))
    assert again.total() - again["views/widgets/theme"] == 1
    assert heights[0] > heights[1]
    large_text(200)
    assert button.heightForWidth(240) > 1.5 * heights[1]


def test_what_changed_is_said_in_sentences(compare: Compare) -> None:
    assert "Still here: 15 of 18. New: 2. No longer on the map: 3." in texts(compare.column)
    assert row(compare, "renamed") == [("Ouders Sam, now Ouders van Sam", "")]
    assert row(compare, "more_contact") == [
        ("Ouders van Sam", "a few times a year → weekly · as you wanted")
    ]
    assert [name for name, _ in row(compare, "less_contact")] == ["Directeur"]
    assert [name for name, _ in row(compare, "more_important")] == ["Ib'er"]
    assert dict(row(compare, "lost")) == {
        "Leerplichtambtenaar": "finished",
        "Bibliotheek": "",
        "Teamleider": "Nieuwe teamleider took over",
    }
    assert "takes over from Teamleider" in dict(row(compare, "new"))["Nieuwe teamleider"]
    assert dict(row(compare, "settings"))["Council, police and justice"] == "2 → 1"


def test_a_wish_for_contact_that_came_true_is_said(
    document: Document, settings: Settings, qtbot: QtBot
) -> None:
    begin = begin_map()
    begin = begin.after({"p3": replace(sure(begin.partner("p3")), frequency=0, wished_frequency=4)})
    end = moments.continued(begin, label="eind", moment=None, clear=())
    end = end.after({"p3": replace(sure(end.partner("p3")), frequency=5)})
    for whole in (begin, end):
        document.library.add(whole)
    document.open(end.network.id)
    compare = shown(document, settings, qtbot)
    listed = row(compare, "wishes")
    assert ("Duo-collega", "there was no contact yet, now there is") in listed
    assert [name for name, _ in row(compare, "first_contact")] == ["Duo-collega"]
    told = figures.figures(compare.compared.comparison, begin, end)["contact"]
    [count] = [f.change for f in told if f.label == "Contact changed as you wanted"]
    assert count == str(len(listed))


def test_what_is_not_filled_in_is_said_and_is_no_change(
    document: Document, settings: Settings, qtbot: QtBot
) -> None:
    begin = begin_map()
    end = moments.continued(begin, label="eind", moment=None)
    for whole in (begin, end):
        document.library.add(whole)
    document.open(end.network.id)
    compare = shown(document, settings, qtbot)
    said = " ".join(texts(compare.column))
    assert "not answered at both moments: 18 of those who are still on the map" in said
    assert compare.column.buttons == []


def test_why_somebody_is_gone_is_asked_and_kept_as_a_step(
    compare: Compare, document: Document
) -> None:
    why = compare.column.findChildren(QPushButton)
    asked = next(b for b in why if b.accessibleName() == "Bibliotheek: lost touch")
    asked.click()
    assert sure(moments.departure_of(document.map, "p15")).reason == "out_of_sight"
    assert dict(row(compare, "lost"))["Bibliotheek"] == "lost touch"
    document.undo()
    assert dict(row(compare, "lost"))["Bibliotheek"] == ""


def test_somebody_who_is_there_after_all_comes_back_by_one_press(
    compare: Compare, document: Document
) -> None:
    """As the first answer of the pass that asks who is still there."""
    why = compare.column.findChildren(QPushButton)
    back = next(b for b in why if b.accessibleName() == "Bibliotheek: still in contact")
    back.click()
    assert sure(document.map.partner("p15")).still_there
    assert "Bibliotheek" not in dict(row(compare, "lost"))
    document.undo()
    assert "Bibliotheek" in dict(row(compare, "lost"))


def answers_in(compare: Compare) -> dict[str, QPushButton]:
    """The buttons that answer what came of an intention, by what they are called."""
    found = compare.column.findChildren(QPushButton)
    answers = (b for b in found if b.isCheckable() and not isinstance(b, ChangeButton))
    return {b.accessibleName(): b for b in answers}


def test_what_came_of_an_intention_is_said_and_said_otherwise(
    document: Document, settings: Settings, qtbot: QtBot
) -> None:
    begin = begin_map(6)
    begin = begin.after({"i1": Intention(id="i1", what="Bellen")})
    end = moments.continued(begin, label="eind", moment=date(2025, 6, 18), clear=())
    for whole in (begin, end):
        document.library.add(whole)
    document.open(end.network.id)
    compare = shown(document, settings, qtbot)
    compare.activateWindow()
    qtbot.waitUntil(compare.isActiveWindow)
    for answer, state in (("done", "done"), ("not yet", "open"), ("let go", "let_go")):
        pressed = answers_in(compare)[f"Bellen: {answer}"]
        pressed.setFocus()
        pressed.click()
        assert [one.state for one in document.map.all_of(Intention)] == [state]
        shown_now = [b for b in answers_in(compare).values() if b.isChecked()]
        assert [b.accessibleName() for b in shown_now] == [f"Bellen: {answer}"]
        assert [b.hasFocus() for b in shown_now] == [True]
    # What nobody in particular is about is nobody who is selected.
    compare.compared.select(["p0"])
    assert all(b.change.people for b in compare.column.buttons if b.isChecked())
    document.finish_map(end.network.id, finished=True)
    compare.column.refresh()
    assert not answers_in(compare)


def test_sentences_stand_under_the_four_kinds_of_change(compare: Compare) -> None:
    b = compare.compared
    found = sentences.groups(b.comparison, b.before, b.after)
    order = list(dict.fromkeys(group.chapter for group in found))
    assert order == ["members", "contact", "whole"]  # no line changed
    said = texts(compare.column)
    heads = ["Who is on the map", "The contact itself", "The map as a whole"]
    assert [text for text in said if text in heads] == heads
    assert "Who knows whom" not in said


def test_a_partner_who_is_gone_is_no_loss_also_where_nobody_is_asked_why(
    compare: Compare, document: Document, two: tuple[Map, Map]
) -> None:
    no_loss = "Someone leaving the map is not always a loss."
    assert f"{no_loss} Do you know the reason?" in texts(compare.column)
    document.finish_map(two[1].network.id)
    QCoreApplication.processEvents()
    assert no_loss in texts(compare.column)
    assert any("towards the middle next time" in text for text in texts(compare.column))


@pytest.fixture
def otherwise(document: Document, settings: Settings, qtbot: QtBot) -> Compare:
    """Two moments with their lines drawn: later Sam's parents know the ib'er too."""
    begin, end = begin_map(), end_map(begin_map())
    [first] = [t for t in end.ties if t.ends == {"p1", "p2"}]
    end = end.after(
        {
            "made": Tie(id="made", a="p0", b="p2"),
            first.id: None,
            end.network.id: replace(end.network, lines_drawn=True),
        }
    )
    for whole in (begin, end):
        document.library.add(whole)
    document.open(end.network.id)
    return shown(document, settings, qtbot)


def test_who_stands_elsewhere_among_the_others_is_said(otherwise: Compare) -> None:
    said = dict(row(otherwise, "standing"))
    assert said["Ouders van Sam"] == (
        "knows more of the others: 1 of 17 → 2 of 16\nstands between more of the others than then"
    )
    assert said["Directeur"] == "knows fewer of the others: 2 of 17 → 1 of 16"
    assert "Museum" not in said  # only others moved
    button = change(otherwise, "Ouders van Sam", group=-1)
    assert "; stands between more" in button.accessibleName()
    assert "Who knows whom" in texts(otherwise.column)


def test_nothing_is_said_of_places_where_the_lines_are_not_drawn_at_both(
    otherwise: Compare, document: Document
) -> None:
    document.set_network(lines_drawn=False)
    found = sentences.groups(
        otherwise.compared.comparison, otherwise.compared.before, otherwise.compared.after
    )
    assert "standing" not in [group.id for group in found]
    otherwise.show_as("numbers")
    QCoreApplication.processEvents()
    assert any("the links are drawn" in text for text in texts(otherwise.numbers))
    otherwise.show_as("table")
    rows = otherwise.table.people.rows
    titles = [column.title for column in rows.columns]
    assert "Knows others" not in titles


def test_another_part_outside_the_school_is_said(compare: Compare) -> None:
    assert row(compare, "outside") == [
        ("Outside the school, without pupil and family", "9 of 15 → 8 of 14")
    ]
    assert "Outside the school" not in dict(row(compare, "settings"))  # it is no setting


# --- the pictures


def test_side_by_side_who_did_not_change_stands_in_the_same_place(compare: Compare) -> None:
    one, other = (view.moment_scene for view in compare.side.views)
    assert one.picture.rings == other.picture.rings
    assert one.picture.sectors == other.picture.sectors
    assert one.people["p3"].pos() == other.people["p3"].pos()
    assert one.people["p0"].pos() != other.people["p0"].pos()
    assert "p12" in one.people
    assert "p12" not in other.people
    assert "new" in other.people


def test_side_by_side_two_maps_have_all_the_width_until_they_are_as_wide_as_they_are_high(
    two: tuple[Map, Map], document: Document, settings: Settings, qtbot: QtBot
) -> None:
    compare = shown(document, settings, qtbot, (1440, 860))
    assert compare.column.isVisible()
    compare.show_as("side")
    assert not compare.column.isVisible()
    compare.resize(2300, 860)
    QCoreApplication.processEvents()
    assert compare.column.isVisible()
    compare.fold_side()
    compare.fold_side()
    compare.resize(1440, 860)
    QCoreApplication.processEvents()
    assert compare.column.isVisible(), "by choice it stays"


def test_side_by_side_the_views_are_as_large_as_each_other(
    two: tuple[Map, Map], document: Document, settings: Settings, qtbot: QtBot
) -> None:
    document.set_partners(["p5", "p6"], frequency=None)  # the later head has more to say
    document.set_network(moment_label="het einde van het schooljaar")
    compare = shown(document, settings, qtbot, (1024, 700))
    compare.show_as("side")
    for _ in range(3):
        QCoreApplication.processEvents()
    one, other = compare.side.views
    assert abs(one.width() - other.width()) <= 1
    assert one.height() == other.height()
    assert one.moment_scene.people["p3"].pos() == other.moment_scene.people["p3"].pos()


def test_selecting_somebody_selects_them_everywhere(
    compare: Compare, document: Document, qtbot: QtBot
) -> None:
    view = compare.side.views[0]
    at = view.mapFromScene(view.moment_scene.people["p0"].pos())
    qtbot.mouseClick(view.viewport(), LEFT, pos=at)
    assert compare.compared.selection == ("p0",)
    assert document.selection == ("p0",)
    assert all(v.moment_scene.people["p0"].is_selected for v in compare.side.views)
    assert change(compare, "Ouders van Sam").isChecked()
    assert not change(compare, "Directeur").isChecked()
    change(compare, "Directeur").click()
    assert document.selection == ("p1",)
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(3, 3))
    assert list(compare.compared.selection) == []


def test_who_is_gone_can_be_selected_too(compare: Compare, document: Document) -> None:
    change(compare, "Bibliotheek").click()
    assert compare.compared.selection == ("p15",)
    assert document.selection == ()
    assert compare.side.views[0].moment_scene.people["p15"].is_selected


def test_the_two_views_show_the_same_part(compare: Compare) -> None:
    one, other = compare.side.views
    one.zoom(2.0, QPoint(30, 40))
    assert other.zoomed == one.zoomed == 2.0
    assert other.horizontalScrollBar().value() == one.horizontalScrollBar().value()
    assert other.verticalScrollBar().value() == one.verticalScrollBar().value()


def test_letters_of_a_moment_do_not_shrink_in_a_small_room(compare: Compare) -> None:
    view = compare.side.views[0]
    view.resize(220, 220)
    view.fit_size()
    picture = view.moment_scene.picture
    assert picture.width > 220
    assert view.transform().m11() == 1.0
    view.zoom(0.01)  # all of it, however small, where that is asked for
    assert view.transform().m11() * picture.width <= 221


def test_the_arrow_keys_walk_over_a_moment(compare: Compare, qtbot: QtBot) -> None:
    view = compare.side.views[1]
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert len(compare.compared.selection) == 1
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert list(compare.compared.selection) == []


def test_as_one_map_who_is_gone_stays_as_an_empty_outline(compare: Compare) -> None:
    compare.show_as("one")
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()
    scene = compare.one.scene
    assert set(scene.gone) == {"p12", "p15", "p16"}
    assert {spot.id for _, _, spot in scene.trails.moved} == {"p0", "p1"}
    assert [spot.id for _, _, spot in scene.trails.new] == ["new"]  # the successor is not rated
    faded = {key for key, item in scene.people.items() if item.marks[3]}
    assert faded == scene.people.keys() - {"p0", "p1", "new"}, "what is the same steps back"
    assert not compare.one.slider.isVisible()


def test_who_is_gone_lies_below_whoever_stands_in_their_place(compare: Compare) -> None:
    compare.show_as("one")
    QCoreApplication.processEvents()
    scene = compare.one.scene
    stand = {item.zValue() for item in scene.people.values()}
    assert max(item.zValue() for item in scene.gone.values()) < min(stand)


def test_three_moments_have_a_slider(
    two: tuple[Map, Map], document: Document, settings: Settings, qtbot: QtBot
) -> None:
    begin, _ = two
    middle = moments.continued(begin, label="midden", moment=date(2025, 1, 1), clear=())
    document.library.add(middle.after({"p0": replace(sure(middle.partner("p0")), frequency=3)}))
    compare = shown(document, settings, qtbot)
    compare.show_as("one")
    QCoreApplication.processEvents()
    slider = compare.one.slider
    assert slider.isVisible()
    assert (slider.minimum(), slider.maximum(), slider.value()) == (1, 2, 2)
    slider.setValue(1)
    assert compare.compared.after.network.moment_label == "midden"
    assert row(compare, "more_contact")[0][1].startswith("a few times a year → monthly")
    assert slider.maximum() == 2


def test_the_moments_can_be_chosen_and_never_lie_beside_themselves(compare: Compare) -> None:
    compare.compared.choose(1, 1)
    assert (compare.compared.first, compare.compared.last) == (0, 1)
    compare.compared.choose(1, 0)
    assert (compare.compared.first, compare.compared.last) == (0, 1)


@pytest.mark.parametrize("count", [0, 1, 25])
def test_any_map_can_be_compared_through_any_lens(
    document: Document, settings: Settings, qtbot: QtBot, count: int
) -> None:
    begin = begin_map(count)
    end = moments.continued(begin, label="eind", moment=None, clear=())
    for whole in (begin, end):
        document.library.add(whole)
    document.open(end.network.id)
    compare = shown(document, settings, qtbot, (1024, 700))
    for lens in ("contact", "importance", "free"):
        compare.look_through(lens)
        for way in ("side", "one", "table", "numbers"):
            compare.show_as(way)
            QCoreApplication.processEvents()
        assert not compare.grab().isNull()


# --- the tables


def test_the_table_of_quadrants_selects_who_moved(compare: Compare) -> None:
    compare.show_as("numbers")
    cell = compare.numbers.grid.cells["important_less_often", "important_often"]
    assert cell.text() == "1"
    cell.click()
    assert compare.compared.selection == ("p0",)
    empty = compare.numbers.grid.cells["important_often", "important_less_often"]
    assert not empty.isEnabled()


def test_all_changes_are_one_stop_of_tab(compare: Compare) -> None:
    assert len(compare.column.buttons) > 5
    assert len([one for one in stops(compare) if one in compare.column.buttons]) == 1


def test_the_table_has_everybody_with_what_changed(compare: Compare) -> None:
    compare.show_as("table")
    rows = compare.table.people.rows
    said = {rows.index(r, 0).data(): rows.index(r, 1).data() for r in range(rows.rowCount())}
    assert said["Ouders van Sam (Ouders Sam)"] == "a few times a year\n→ weekly"
    assert said["Schaakclub"] == "–\n→ monthly"
    assert said["Bibliotheek"].endswith("→ –")
    assert "–: not on the map at that moment" in texts(compare.table)
    assert len(said) == 20
    at = [column.id for column in rows.columns].index("satisfaction")
    content = {rows.index(r, 0).data(): rows.index(r, at).data() for r in range(rows.rowCount())}
    assert content["Schaakclub"] == ""  # who came without an answer changed nothing
    compare.table.people.selectRow(0)
    assert compare.compared.selection == ("p0",)


def test_the_groups_of_everybody_go_in_the_order_of_the_groups(compare: Compare) -> None:
    compare.show_as("table")
    people = compare.table.people
    at = [column.id for column in people.rows.columns].index("quadrant")
    people.sortByColumn(at, Qt.SortOrder.AscendingOrder)
    names = [one.label("en") for one in vocabulary().quadrants.values()]
    shown = [
        people.rows.index(row, at).data().split("→ ")[-1] for row in range(people.rows.rowCount())
    ]
    places = [names.index(name) for name in shown if name in names]
    assert len(set(places)) > 1
    assert places == sorted(places)


def test_the_table_has_the_place_among_the_others_then_and_now(otherwise: Compare) -> None:
    otherwise.show_as("table")
    people = otherwise.table.people
    rows = people.rows
    titles = [column.title for column in rows.columns]
    assert titles == [
        "Partner", "Contact", "Importance", "Group", "Satisfaction", "Knows others",
        "Position in that", "Stands between others", "Position in that",
    ]  # fmt: skip
    assert "Others on the map: 17 then, 16 now." in rows.columns[5].meaning
    said = {
        rows.index(r, 0).data(): [rows.index(r, c).data() for c in range(5, 9)]
        for r in range(rows.rowCount())
    }
    assert said["Ouders van Sam (Ouders Sam)"] == ["1 → 2", "6½ → 3½", "0.0 → 2.0", "9½ → 3½"]
    assert said["Museum"] == ["0", "11½", "0.0", "10½"]
    assert said["Schaakclub"] == ["–"] * 4
    museum = [r for r in range(rows.rowCount()) if rows.index(r, 0).data() == "Museum"]
    assert (
        rows.index(museum[0], 8).data(Qt.ItemDataRole.ToolTipRole) == "9½ → 10½"
    )  # only others moved
    assert rows.index(museum[0], 8).data(Qt.ItemDataRole.FontRole) is None


@pytest.mark.parametrize("tongue", ["nl", "en"])
def test_what_matters_is_in_sight_whole_in_a_small_window(
    otherwise: Compare, dressed: Callable[..., Any], tongue: str
) -> None:
    dressed(tongue, 100)
    otherwise.resize(1024, 640)
    otherwise.show()
    otherwise.show_as("table")
    QCoreApplication.processEvents()
    table = otherwise.table.people
    ids = [column.id for column in table.rows.columns[:4]]
    assert ids == ["name", "frequency", "importance", "quadrant"]
    end = table.columnViewportPosition(3) + table.columnWidth(3)
    assert end <= table.viewport().width()


def test_the_figures_stand_under_the_four_headings(otherwise: Compare) -> None:
    otherwise.show_as("numbers")
    QCoreApplication.processEvents()
    said = texts(otherwise.numbers)
    heads = ["Who is on the map", "The contact itself", "Who knows whom", "The map as a whole"]
    assert [text for text in said if text in heads] == heads
    for label, values in (
        ("Partners", ["18", "17", "−1"]),
        ("Links between those still there", ["7", "7", "0"]),
        ("Council, police and justice", ["2", "1", "−1"]),
    ):
        at = said.index(label)
        assert said[at + 1 : at + 4] == values
    shown_figures = {
        row.label: row
        for rows in figures.figures(
            otherwise.compared.comparison, otherwise.compared.before, otherwise.compared.after
        ).values()
        for row in rows
    }
    assert shown_figures["Stability"].change == "15 of 20 (0.75)"
    assert shown_figures["Share that stayed"].change == "15 of 18 (0.83)"
    assert shown_figures["No area yet"].then == "0"
    assert "as a share of everyone on either map (Jaccard)." in " ".join(said)
    assert shown_figures["Links that stayed"].change == "0.75"
    assert shown_figures["Know more of the others"].change == "1"
    assert shown_figures["Spread over the areas"].change == "−0.02"
    assert shown_figures["Outside or inside, by partners"].change == "−0.04"


@pytest.fixture
def with_wish(document: Document, settings: Settings, qtbot: QtBot) -> Compare:
    """Two moments with somebody there is no contact with at either, and nothing rated later."""
    begin = begin_map()
    begin = begin.after({"p7": replace(sure(begin.partner("p7")), frequency=0)})
    end = moments.continued(begin, label="eind", moment=date(2025, 6, 18))
    for whole in (begin, end):
        document.library.add(whole)
    document.open(end.network.id)
    return shown(document, settings, qtbot)


def test_who_is_wished_at_both_moments_is_not_passed_over(with_wish: Compare) -> None:
    assert any(
        "without contact yet, so not counted: 1 then" in text for text in texts(with_wish.column)
    )
    with_wish.show_as("table")
    rows = with_wish.table.people.rows
    said = {rows.index(r, 0).data(): rows.index(r, 3).data() for r in range(rows.rowCount())}
    assert len(said) == 18
    assert said["Museum"] == "no contact yet"
    b = with_wish.compared
    [size, wished, *_] = figures.figures(b.comparison, b.before, b.after)["members"]
    assert (size.then, wished.then, wished.now) == ("17", "1", "1")


def test_what_was_not_asked_twice_is_no_zero(with_wish: Compare) -> None:
    b = with_wish.compared
    told = figures.figures(b.comparison, b.before, b.after)["contact"]
    assert {figure.change for figure in told} == {"not answered"}


def test_lines_that_were_never_drawn_are_no_zeros(
    document: Document, settings: Settings, qtbot: QtBot
) -> None:
    begin = begin_map(1)
    end = moments.continued(begin, label="eind", moment=None, clear=())
    [lines, *_] = figures.figures(comparison(begin, end), begin, end)["ties"]
    assert (lines.then, lines.now, lines.change) == ("not answered", "not answered", "–")


def test_the_same_answers_that_stand_out_once_are_explained() -> None:
    begin = begin_map()
    others = [p for p in begin.partners if p.id not in {"p0"}]
    loose = {p.id: replace(p, frequency=2, importance=5) for p in others}
    end = moments.continued(begin, label="eind", moment=None, clear=()).after(loose)
    said = sentences.same_answers(comparison(begin, end), begin, end)
    assert "Ouders Sam" in said
    assert "also depends on your other partners" in said
    assert sentences.same_answers(comparison(begin, begin), begin, begin) == ""


def test_figures_stand_in_two_columns_where_there_is_room_and_none_is_cut(
    otherwise: Compare,
) -> None:
    otherwise.show_as("numbers")
    numbers = otherwise.numbers
    for width, two in ((1440, True), (1024, False)):
        otherwise.resize(width, 768)
        QApplication.processEvents()
        places = {
            chapter: rows.mapTo(otherwise, QPoint()) for chapter, rows in numbers.rows.items()
        }
        assert (places["ties"].x() > places["contact"].x()) is two
        assert (places["ties"].y() > places["contact"].y()) is not two
        for chapter, rows in numbers.rows.items():
            assert rows.height() >= rows.heightForWidth(rows.width()), (width, chapter)


@pytest.mark.parametrize("way", ["table", "numbers"])
def test_also_without_pictures_the_moments_are_named_and_can_be_chosen(
    two: tuple[Map, Map], document: Document, settings: Settings, qtbot: QtBot, way: str
) -> None:
    begin, _ = two
    document.library.add(moments.continued(begin, label="midden", moment=date(2025, 1, 1)))
    compare = shown(document, settings, qtbot)
    compare.show_as(way)
    QCoreApplication.processEvents()
    heads = getattr(compare, way).heads.heads
    assert [head.combo.currentText() for head in heads] == [
        "begin · 1 September 2024", "eind · 18 June 2025",
    ]  # fmt: skip
    heads[1].combo.setCurrentIndex(1)
    heads[1].chosen.emit(1)
    assert compare.compared.after.network.moment_label == "midden"


def test_figures_follow_what_changes(otherwise: Compare, document: Document) -> None:
    otherwise.show_as("numbers")
    QCoreApplication.processEvents()
    document.add_partner("Museumdocent", setting="community")
    said = texts(otherwise.numbers)
    assert said[said.index("Partners") + 1 :][:3] == ["18", "18", "0"]


# --- one moment only


def test_one_moment_says_how_to_make_a_second(
    document: Document, settings: Settings, qtbot: QtBot
) -> None:
    document.add_partner("Ouders Sam")
    compare = shown(document, settings, qtbot)
    assert "Then and now" in texts(compare)
    assert not compare.column.isVisible()
    with qtbot.waitSignal(compare.continued):
        sure(compare.alone.panel).make.click()
    QCoreApplication.processEvents()
    assert compare.column.isVisible()


# --- in the window


def test_from_the_library_to_the_end_of_the_comparison(
    two: tuple[Map, Map], document: Document, settings: Settings, qtbot: QtBot
) -> None:
    begin, end = two
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.show_document(document)
    screens = window.screens
    QCoreApplication.processEvents()
    screens.show_screen("maps")
    QCoreApplication.processEvents()
    screens.maps.lines[0].compare_requested.emit(end.network.id)
    assert screens.shown == "compare"
    QCoreApplication.processEvents()
    assert screens.compare.way == "one"
    screens.compare.column.again_requested.emit()
    assert screens.shown == "look_back"
    assert document.map.network.id == begin.network.id
    screens.look_back.left.emit()
    assert screens.shown == "compare"
    assert document.map.network.id == end.network.id
    screens.maps.continued.emit()
    assert screens.shown == "again"
    screens.again.rate_requested.emit()
    assert screens.shown == "rate"
    screens.actions_by_id["compare"].trigger()
    assert screens.shown == "compare"
    window.close()


# --- with the eyes of now


def test_the_earlier_map_is_rated_again_apart_from_what_it_says(
    compare: Compare, document: Document, two: tuple[Map, Map], qtbot: QtBot
) -> None:
    begin, end = two
    document.finish_map(begin.network.id)
    with qtbot.waitSignal(compare.again_requested):
        compare.column.again_requested.emit()
    assert document.map.network.id == begin.network.id
    look_back = LookBack(document, None)
    qtbot.addWidget(look_back)
    look_back.start()
    assert "Looking back" in look_back.question_label.text()
    assert look_back.current == "p0"
    assert look_back.bins[2].people == ()  # what the map says itself is not shown
    look_back._put(5)
    assert look_back.current == "p1"
    assert sure(document.map.partner("p0")).frequency == 2
    assert [(h.partner, h.frequency) for h in document.map.all_of(Hindsight)] == [("p0", 5)]
    document.undo()
    assert look_back.remaining == 18
    document.redo()
    compare.return_to_later()
    assert document.map.network.id == end.network.id
    group = sentences.hindsight(compare.compared.comparison)
    [said] = sure(group).changes
    assert said.name == "Ouders van Sam"
    assert (
        said.detail
        == "contact: then a few times a year, looking back a few times a week, now weekly"
    )


def test_undo_after_looking_back_takes_back_what_was_said_there(
    compare: Compare, document: Document, two: tuple[Map, Map]
) -> None:
    begin, end = two
    document.set_partners(["p3"], importance=1)  # long before, on the later map
    compare.column.again_requested.emit()
    document.look_back("p0", frequency=5)
    compare.return_to_later()
    assert document.map.network.id == end.network.id
    assert sure(document.undoable).action == "look_back"
    assert document.undo()
    assert sure(document.map_of(begin.network.id)).all_of(Hindsight) == ()
    assert sentences.hindsight(compare.compared.comparison) is None
    assert sure(document.map.partner("p3")).importance == 1
    assert document.redo()
    assert len(sure(document.map_of(begin.network.id)).all_of(Hindsight)) == 1
    assert document.undo()
    assert document.undo()  # only now what came before
    assert sure(document.map.partner("p3")).importance == sure(end.partner("p3")).importance


def test_after_something_new_undo_is_about_that(
    compare: Compare, document: Document, two: tuple[Map, Map]
) -> None:
    begin, _ = two
    compare.column.again_requested.emit()
    document.look_back("p0", frequency=5)
    compare.return_to_later()
    document.add_partner("Bso")
    assert sure(document.undoable).action == "add_partner"
    assert document.undo()
    assert document.undoable is None
    assert len(sure(document.map_of(begin.network.id)).all_of(Hindsight)) == 1


def test_undo_while_looking_back_leaves_the_earlier_moment_as_it_was(
    compare: Compare, document: Document, two: tuple[Map, Map]
) -> None:
    begin, end = two
    document.open(begin.network.id)
    document.set_partners(["p3"], importance=1)
    before = document.map
    document.open(end.network.id)
    compare.column.again_requested.emit()
    assert document.map.network.id == begin.network.id
    document.look_back("p0", frequency=5)
    assert document.undo()
    assert not document.undo()
    assert document.undoable is None
    assert document.map == before


def test_looking_back_and_saying_nothing_leaves_undo_as_it_was(
    compare: Compare, document: Document
) -> None:
    document.set_partners(["p3"], importance=1)
    compare.column.again_requested.emit()
    compare.return_to_later()
    assert sure(document.undoable).action == "set_importance"


def test_what_is_said_of_the_whole_at_the_start_and_at_the_end_stands_side_by_side(
    qapp: QApplication,
) -> None:
    """Certainty, satisfaction, own expertise and the three words: begin and end of the course."""
    before = Map.of(
        [Network(id="n", series="s", confidence=2, own_expertise=2, three_words="druk, ver, veel")]
    )
    after = Map.of(
        [
            Network(
                id="m", series="s", confidence=4, own_expertise=2, satisfaction_overall=4,
                three_words="samen, vragen, tijd",
            )
        ]
    )  # fmt: skip
    (group,) = [
        one
        for one in sentences.groups(comparison(before, after), before, after)
        if one.id == "overall"
    ]
    assert [(change.name, change.detail) for change in group.changes] == [
        ("Satisfaction overall", "not answered → satisfied"),
        ("How confident I feel in working together", "not so sure → sure"),
        ("Three words for working together", "druk, ver, veel → samen, vragen, tijd"),
    ]
    nothing = Map.of([Network(id="n", series="s")])
    assert not [
        one
        for one in sentences.groups(comparison(nothing, nothing), nothing, nothing)
        if one.id == "overall"
    ]
