"""The screen of a group: collected, guessed, revealed, and nobody can be picked out of it."""

import os
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from app import language
from app.document import Document
from app.exchange import handed_in, shown_results
from app.exchange.kring_file import to_json
from app.models.coded_map import marker
from app.models.groups import Group
from app.models.network import Map
from app.models.problem import Problem
from app.report.group_tables import outcomes
from app.views.group import collector, plane
from app.views.group import screen as group_screen
from app.views.group.canvas import Canvas, Dot, nothing_yet
from app.views.group.group_files import why_nothing_drawn
from app.views.group.screen import GroupScreen
from app.views.map import accessible
from app.views.widgets.dialogs import Dialog
from app.views.widgets.heard_as import heard_as
from tests import walking
from tests.sure import sure
from tests.test_group_command import files, made


@pytest.fixture
def screen(
    document: Document, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[GroupScreen]:
    monkeypatch.setattr(shown_results, "place", lambda: tmp_path / "kept" / "results.json")
    monkeypatch.setattr(collector, "_SETTLES", 50)
    screen = GroupScreen(document)
    qtbot.addWidget(screen)
    screen.resize(1200, 640)
    screen.show()
    yield screen
    screen.collector.wait()
    screen.wait()
    language.install("en")


def revealed(screen: GroupScreen, qtbot: QtBot, guesses: tuple[tuple[Any, Any], ...] = ()) -> None:
    with qtbot.waitSignal(screen.revealing.done):
        screen.reveal(guesses)


def drop(screen: GroupScreen, qtbot: QtBot, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    with qtbot.waitSignal(screen.collector.came):
        screen.dropEvent(event)


def test_a_drop_that_is_no_file_is_told(screen: GroupScreen, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://kring.invalid/map.kring")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(screen.failed) as told:
        screen.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    assert told.args[0].code == "nothing_dropped"


def rows(screen: GroupScreen) -> list[list[Any]]:
    screen.pages.outcome.show_part("tables")
    table = screen.pages.outcome.tables.table
    return [
        [table.rows.index(row, column).data() for column in range(table.rows.columnCount())]
        for row in range(table.rows.rowCount())
    ]


def test_thirty_files_and_one_that_is_damaged(
    screen: GroupScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = files(tmp_path / "class", range(30))
    (folder / "bram.kring").write_bytes(b"{")
    said: list[Any] = []
    screen.told.connect(said.append)
    drop(screen, qtbot, folder)
    assert said[0].startswith("30 maps read. 1 not read:")
    assert "bram.kring" in said[0]
    listed = {action.data(): action for action in screen.head.menu.actions()}["show_not_read"]
    assert listed.isVisible()
    assert len(sure(screen.group).begin) == 30
    assert screen.pages.currentIndex() == 1
    revealed(screen, qtbot, (("contacts", 9),))
    assert screen.pages.currentIndex() == 2
    assert rows(screen)[0][0] == "headteacher / senior leadership team"
    # Dropping them again adds nobody, and says so.
    drop(screen, qtbot, folder)
    assert "30 were there already" in said[-1]


def test_what_was_not_read_stays_so_until_it_is(
    screen: GroupScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    folder, watched = files(tmp_path / "class", range(3)), files(tmp_path / "watched", range(3, 5))
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a/mine.kring", "{")
        archive.writestr("b/mine.kring", "{")
    (folder / "bram.kring").write_bytes(b"{")
    drop(screen, qtbot, folder, tmp_path / "two.zip")
    assert "3 not read" in screen.state
    with qtbot.waitSignal(screen.collector.came):
        screen.watch(watched)
    assert "5 handed in · 3 not read" in screen.state
    with qtbot.waitSignal(screen.collector.came):  # the folder again, with what came there
        files(watched, range(5, 6))
        screen.collector._read_folder()
    assert "6 handed in · 3 not read" in screen.state
    here = sure(screen.group).id
    screen.make("another")
    assert "not read" not in screen.state
    screen.show_group(here)
    assert "3 not read" in screen.state
    (folder / "bram.kring").unlink()
    drop(screen, qtbot, folder)  # what came by itself may arrive in between
    qtbot.waitUntil(lambda: "2 not read" in screen.state)


def test_pages_that_come_next_are_made_one_at_a_time_while_nobody_waits(
    screen: GroupScreen, qtbot: QtBot
) -> None:
    pages = screen.pages
    made = ("guess", "outcome", "beside")
    assert [pages.has(page) for page in made] == [False, False, False]
    qtbot.waitUntil(lambda: pages.has("guess"))
    assert not pages.has("outcome")
    qtbot.waitUntil(lambda: pages.has("outcome"))
    assert not pages.has("beside")
    assert pages.currentIndex() == 0  # none of them comes forward by itself


def test_with_four_nothing_is_shown_and_with_twelve_the_areas(
    screen: GroupScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(screen, qtbot, files(tmp_path / "four", range(4)))
    assert not screen.pages.guess.button.isVisible()
    drop(screen, qtbot, files(tmp_path / "twelve", range(12)))
    assert screen.pages.guess.button.isVisible()
    revealed(screen, qtbot)
    assert [row[0] for row in rows(screen)][:2] == ["In school", "Pupil and family"]
    assert not sure(sure(screen.group).shown)["kinds"]


def test_more_than_were_waited_for_are_no_part_of_them(
    screen: GroupScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(screen, qtbot, files(tmp_path / "class", range(6)))
    for expected, said in ((7, "6 of 7"), (6, "6 of 6"), (5, "6 ")):
        screen._document.keep_group(replace(sure(screen.group), expected=expected))
        assert screen.state.startswith(f"{said} handed in".replace("  ", " "))


def test_two_types_at_one_spot_of_the_chart_are_both_seen() -> None:
    dots = [Dot("a", 50, 50, 10), Dot("b", 90, 50, 8), Dot("c", 50.2, 50, 6)]
    a, b, c = plane._side_by_side(dots)
    assert (a.x, b, c.x) == (45, dots[1], 50.2 + 3)


def test_one_more_is_not_shown_until_there_are_five(
    screen: GroupScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(screen, qtbot, files(tmp_path / "class", range(24)))
    revealed(screen, qtbot)
    before = sure(screen.group).shown
    problems: list[Problem] = []
    settled: list[object] = []
    screen.failed.connect(problems.append)
    screen.settled.connect(settled.append)
    drop(screen, qtbot, files(tmp_path / "more", range(24, 25)))
    revealed(screen, qtbot)
    assert [problem.code for problem in problems] == ["group_differs"]
    assert sure(screen.group).shown == before
    assert "shown: 24" in screen.state
    assert not settled
    drop(screen, qtbot, files(tmp_path / "yet more", range(25, 29)))
    revealed(screen, qtbot)
    assert sure(sure(screen.group).shown)["respondents"] == 29
    assert settled == problems


def test_why_a_group_was_not_shown_is_not_said_of_another(
    screen: GroupScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(screen, qtbot, files(tmp_path / "class", range(24)))
    revealed(screen, qtbot)
    first = sure(screen.group).id
    drop(screen, qtbot, files(tmp_path / "more", range(24, 25)))
    revealed(screen, qtbot)
    settled: list[Any] = []
    screen.settled.connect(settled.append)
    screen.show_group(first)
    assert not settled
    (tmp_path / "bram.kring").write_bytes(b"{")
    drop(screen, qtbot, tmp_path / "bram.kring")
    assert "1 not read" in screen.state
    screen.practise()
    assert [problem.code for problem in settled] == ["group_differs"]
    assert "not read" not in screen.state


def test_a_folder_that_is_watched_is_read_as_files_come(
    screen: GroupScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = files(tmp_path / "synced", range(3))
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with qtbot.waitSignal(screen.collector.came):
        screen.watch(folder)
    assert len(sure(screen.group).begin) == 3
    with qtbot.waitSignal(screen.collector.came):
        (folder / ".half.kring").write_bytes(b"{")
        (folder / "new.kring").write_bytes(to_json(made(77)))
    assert len(sure(screen.group).begin) == 4
    (folder / ".half.kring").unlink()
    (folder / "new.kring").unlink()
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_guess_is_typed_after_one_click(screen: GroupScreen, qtbot: QtBot) -> None:
    screen.practise()
    box = screen.pages.guess.boxes["contacts"]
    for typed in ("14", "9"):
        qtbot.mouseClick(box.lineEdit(), Qt.MouseButton.LeftButton)
        qtbot.keyClicks(box, typed)
        assert screen.pages.guess.guesses == {"contacts": int(typed)}


def test_a_guess_is_typed_after_a_click_on_the_edge(screen: GroupScreen, qtbot: QtBot) -> None:
    screen.practise()
    box = screen.pages.guess.boxes["contacts"]
    edge = QPoint(20, box.height() - 3)
    assert box.childAt(edge) is None
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=edge)
    assert box.lineEdit().hasSelectedText()
    qtbot.keyClicks(box, "14")
    assert screen.pages.guess.guesses == {"contacts": 14}


def test_another_group_begins_at_its_network_and_a_first_end_at_who_moved(
    screen: GroupScreen, document: Document, qtbot: QtBot
) -> None:
    screen.practise()
    whole = screen.group
    document.keep_group(sure(replace(sure(whole), begin=sure(whole).begin[:12], end=())))
    revealed(screen, qtbot)
    assert screen.pages.outcome.tables.shown == "settings"
    screen.pages.outcome.show_view("wall")
    screen.practise()
    document.keep_group(sure(replace(sure(screen.group), end=())))
    revealed(screen, qtbot)
    assert screen.pages.outcome.place[:3] == ("ecology", "said", "kinds")
    screen.pages.outcome.show_view("plane")
    document.keep_group(sure(replace(sure(screen.group), end=sure(whole).end)))
    revealed(screen, qtbot)
    assert screen.pages.outcome.place[:3] == ("plane", "tables", "paired")


def test_a_group_begins_at_a_picture_that_shows_something(
    screen: GroupScreen, document: Document, qtbot: QtBot
) -> None:
    screen.practise()
    whole = sure(screen.group)
    for n, view in ((9, "numbers"), (10, "ecology")):
        screen.practise()
        document.keep_group(replace(sure(screen.group), begin=whole.begin[:n], end=()))
        revealed(screen, qtbot)
        assert screen.pages.outcome.shown_view == view
        assert screen.pages.outcome.view.has_something(QRectF(0, 0, 600, 400))


def test_real_maps_never_join_the_invented_ones(
    screen: GroupScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.practise()
    drop(screen, qtbot, files(tmp_path / "class", range(5)))
    assert not sure(screen.group).invented
    assert len(sure(screen.group).begin) == 5
    screen.practise()
    with qtbot.waitSignal(screen.collector.came):
        screen.watch(tmp_path / "class")
    assert not sure(screen.group).invented
    assert len(sure(screen.group).begin) == 5


def test_what_is_said_in_the_room_is_not_for_the_clipboard(
    screen: GroupScreen, qtbot: QtBot
) -> None:
    screen.practise()
    revealed(screen, qtbot)
    said: list[str] = []
    clipboard = QGuiApplication.clipboard()
    screen.told.connect(said.append)
    clipboard.setText("before")
    screen.pages.outcome.show_part("tables")
    table = screen.pages.outcome.tables.table
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "before"
    assert "stay in the room" in said[-1]


def test_how_few_did_not_tick_is_told_to_nobody(
    screen: GroupScreen, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(screen, qtbot, files(tmp_path / "class", range(6)))
    assert "no one ticked consent" in screen.state
    begin = tuple(replace(one, agreed=at > 0) for at, one in enumerate(sure(screen.group).begin))
    document.keep_group(sure(replace(sure(screen.group), begin=begin)))
    assert "not everyone ticked consent" in screen.state
    assert "1 " not in screen.state


def test_with_large_letters_picture_and_words_take_turns(screen: GroupScreen, qtbot: QtBot) -> None:
    screen.practise()
    revealed(screen, qtbot)
    outcome = screen.pages.outcome
    assert outcome.view.isVisible()
    assert outcome.sentences.isVisible()
    screen.resize(700, 640)
    assert outcome.view.isVisible()
    assert not outcome.sentences.isVisible()
    outcome.every.chosen.emit("tables")
    assert outcome.tables.isVisible()
    assert not outcome.view.isVisible()
    assert outcome.first is outcome.every
    outcome.every.chosen.emit("plane")
    assert outcome.view.isVisible()
    assert not outcome.tables.isVisible()


def test_each_guess_that_is_asked_has_its_answer(
    screen: GroupScreen, document: Document, qtbot: QtBot
) -> None:
    screen.practise()
    whole = screen.group
    for people in (5, 12, 24):
        screen.practise()
        document.keep_group(
            sure(replace(sure(screen.group), begin=sure(whole).begin[:people], end=()))
        )
        for box in screen.pages.guess.boxes.values():
            box.setValue(3)
        guesses = tuple(screen.pages.guess.guesses.items())
        assert guesses
        revealed(screen, qtbot, guesses)
        said = outcomes(sure(sure(screen.group).shown), guesses)
        assert len(said) == len(guesses)
        assert not any("too few" in text for text in said)
    assert "too few of us" in outcomes(sure(sure(screen.group).shown), [("weekly:nobody", 3)])[0]


def test_the_end_may_come_before_the_begin(
    screen: GroupScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    begin, end = (whole_of(made(1), date(2026, month, 1), f"{month}") for month in (3, 9))
    satisfied = replace(begin.network, satisfaction_overall=1)
    newest = Map.of([satisfied, *begin.partners, *begin.ties])
    for number, one in enumerate((end, newest, begin)):
        (tmp_path / f"{number}.kring").write_bytes(to_json(one))
        os.utime(tmp_path / f"{number}.kring", (9 - number, 9 - number))
        drop(screen, qtbot, tmp_path / f"{number}.kring")
    # What came last is an older copy of the begin: it stays out.
    assert [one.satisfaction_overall for one in sure(screen.group).begin] == [1]
    assert [one.mark for one in sure(screen.group).end] == [
        marker(bytes.fromhex(sure(screen.group).salt))("map:9")
    ]


def whole_of(one: Map, moment: date, id_: str) -> Map:
    network = replace(one.network, moment=moment, id=id_)
    return Map.of([network, *one.partners, *one.ties])


def test_the_invented_class_is_one_click_and_says_what_it_is(
    screen: GroupScreen, qtbot: QtBot
) -> None:
    screen.start.practise_button.click()
    assert sure(screen.group).invented
    assert "invented" in screen.state
    revealed(screen, qtbot, (("weekly:leadership", 12),))
    assert "You guessed 12" in sure(screen.pages.outcome.sentences.findChild(QLabel)).text()
    assert screen.pages.outcome.tables.choice.findData("change") >= 0


@pytest.mark.parametrize("picture", ["ecology", "plane"])
def test_the_arrow_keys_go_to_each_dot_and_none_moves(
    screen: GroupScreen, qtbot: QtBot, picture: str
) -> None:
    screen.practise()
    revealed(screen, qtbot)
    outcome = screen.pages.outcome
    outcome.show_view(picture)
    view = outcome.view
    view.repaint()
    stand = {dot.id: (dot.x, dot.y) for dot in view._dots}
    assert len(stand) > 3
    view.setFocus()
    lit = []
    for _ in stand:
        qtbot.keyClick(view, Qt.Key.Key_Right)
        view.repaint()
        lit.append(outcome.lit.id)
        assert {dot.id: (dot.x, dot.y) for dot in view._dots} == stand
        at = QPointF(*stand[outcome.lit.id])
        assert view.at(at) == outcome.lit.id, "what is lit lies above what is on it"
    assert set(lit) == stand.keys()


def test_pictures_and_tables_bring_the_same_forward_also_by_keyboard(
    screen: GroupScreen, qtbot: QtBot
) -> None:
    screen.practise()
    revealed(screen, qtbot)
    view = screen.pages.outcome.view
    view.repaint()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    first = screen.pages.outcome.lit.id
    assert first in sure(sure(screen.group).shown)["kinds"]
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert screen.pages.outcome.lit.id != first
    screen.pages.outcome.show_part("tables")
    table = screen.pages.outcome.tables.table
    assert table.chosen_keys() == [screen.pages.outcome.lit.id]
    table.setFocus()
    table.selectRow(0)
    assert screen.pages.outcome.lit.id == table.rows.keys[0]


def test_everything_that_is_shown_or_read_aloud_keeps_to_the_rule(
    screen: GroupScreen, qtbot: QtBot
) -> None:
    from app.models.fewest_people import FEWEST_ON_SCREEN
    from app.report.group_tables import described

    screen.practise()
    revealed(screen, qtbot)
    shown = sure(screen.group).shown
    said = [described(id_, sure(shown)) for id_ in sure(shown)["kinds"]]
    assert "of the pairs in it know each other" in screen.pages.outcome.views["clusters"].told()
    said += [view.accessibleDescription() for view in screen.pages.outcome.views.values()]
    said += [cell for row in rows(screen) for cell in row]
    few = [f"{n} of " for n in range(1, FEWEST_ON_SCREEN)]
    assert said
    for text in said:
        assert not any(f" {number}" in f" {text}" for number in few), text


def test_a_removed_group_comes_back(screen: GroupScreen, document: Document, qtbot: QtBot) -> None:
    screen.make("Groep 7")
    gone = []
    screen.removed.connect(lambda *about: gone.append(about))
    screen.remove()
    assert screen.pages.currentIndex() == 0
    assert document.groups() == []
    document.restore_group(gone[0][0])
    assert [group.name for group in document.groups()] == ["Groep 7"]


def test_reports_and_tables_are_written_by_the_stricter_rule(
    screen: GroupScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(screen, qtbot, files(tmp_path / "class", range(30)))
    for ending, start in ((".csv", b"\xef\xbb\xbftable"), (".pdf", b"%PDF"), (".docx", b"PK")):
        path = tmp_path / f"group{ending}"
        with qtbot.waitSignal(screen.told):
            screen.save(path)
        assert path.read_bytes().startswith(start)
    assert "fewer than 5" not in (tmp_path / "group.csv").read_text("utf-8-sig")


def test_the_window_does_not_wait_while_files_are_read(
    screen: GroupScreen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = files(tmp_path / "many", range(6))
    screen.make("g")
    here = threading.Event()
    real = handed_in.collected
    monkeypatch.setattr(handed_in, "collected", lambda *of: here.wait(20) and real(*of))
    with qtbot.waitSignal(screen.collector.came):
        screen.add([folder])
        assert screen.collector.is_busy  # and nobody waited
        here.set()
    assert len(sure(screen.group).begin) == 6


def stored(document: Document, name: str) -> Group:
    [group] = [group for group in document.library.groups()[0] if group.name == name]
    return group


@pytest.mark.parametrize("first", ["shown", "read"])
def test_maps_that_come_while_the_result_is_worked_out_stay(
    screen: GroupScreen, document: Document, qtbot: QtBot, tmp_path: Path, first: str
) -> None:
    drop(screen, qtbot, files(tmp_path / "class", range(12)))
    read = [screen.collector.came, screen.revealing.done][:: 1 if first == "read" else -1]
    with qtbot.waitSignals(read, order="none"):
        screen.add([files(tmp_path / "more", range(12, 24))])
        screen.reveal()
        (screen.collector if first == "read" else screen).wait()
    for group in (screen.group, stored(document, sure(screen.group).name)):
        assert len(sure(group).begin) == 24
        assert sure(group).shown is not None


def test_what_is_done_while_maps_are_read_stays_done(
    screen: GroupScreen, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.make("First")
    with qtbot.waitSignal(screen.collector.came):
        screen.add([files(tmp_path / "class", range(6))])
        document.rename_group(sure(screen.group), "Renamed")
        screen.collector.wait()
    assert len(stored(document, "Renamed").begin) == 6


def test_maps_go_into_the_group_they_were_dropped_on(
    screen: GroupScreen, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.make("First")
    screen.add([files(tmp_path / "first", range(6))])
    screen.make("Second")
    with qtbot.waitSignals([screen.collector.came] * 2):
        screen.add([files(tmp_path / "second", range(6, 9))])
    assert len(stored(document, "First").begin) == 6
    assert len(stored(document, "Second").begin) == 3


def test_a_group_that_is_removed_while_maps_are_read_stays_removed(
    screen: GroupScreen, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.make("First")
    with qtbot.waitSignal(screen.collector.came):
        screen.add([files(tmp_path / "class", range(6))])
        screen.remove()
    assert document.groups() == []
    assert document.library.groups()[0] == []


def test_the_tab_is_in_the_bar_once_there_is_a_group(
    qtbot: QtBot, document: Document, tmp_path: Path
) -> None:
    from app.settings import Settings
    from app.views.frame.window import MainWindow

    window = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.show()
    window.show_document(document)
    tab = window.screens.bar.tabs.button("group")
    assert tab.isHidden()
    window.screens.actions_by_id["group"].trigger()
    assert not tab.isHidden()
    window.screens.show_screen("draw")
    assert tab.isHidden()
    document.make_group("Groep 7")
    window.screens.show_screen("table")
    assert not tab.isHidden()


def test_a_group_goes_out_as_a_workbook_and_as_the_picture_that_is_shown(
    screen: GroupScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    import io

    from openpyxl import load_workbook

    from app.exchange.cells import guarded

    screen.practise()
    revealed(screen, qtbot)
    screen.pages.outcome.show_view("plane")
    content = {}
    for ending in (".xlsx", ".png", ".svg"):
        with qtbot.waitSignal(screen.told):
            screen.save(tmp_path / f"group{ending}")
        content[ending] = (tmp_path / f"group{ending}").read_bytes()
    assert content[".png"].startswith(b"\x89PNG")
    assert b"<svg" in content[".svg"]
    assert b"Seen often, seldom a star" in content[".svg"]  # the chart, and text is text
    book = load_workbook(io.BytesIO(content[".xlsx"]))
    cells = [
        cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell
    ]
    assert "Start and end, person by person" in book.sheetnames
    assert "fewer than 10" in cells
    assert "fewer than 5" not in cells  # what leaves the building has larger ranges
    assert all(guarded(cell) == cell for cell in cells if isinstance(cell, str))


def test_a_picture_of_few_goes_to_no_file(
    screen: GroupScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(screen, qtbot, files(tmp_path / "class", range(12)))
    revealed(screen, qtbot)
    with qtbot.waitSignal(screen.failed) as failed:
        screen.save(tmp_path / "group.png")
    assert failed.args[0].code == "group_too_few_outside"
    assert not (tmp_path / "group.png").exists()


@pytest.mark.parametrize(
    ("people", "code", "on_screen"),
    [
        (9, "group_too_few_outside", "fewer than 10"),
        (19, "group_too_few_outside", "the same answers"),
        (20, "group_picture_empty", "the same answers"),
    ],
)
def test_an_empty_picture_says_the_number_only_where_that_is_why(
    people: int, code: str, on_screen: str
) -> None:
    assert why_nothing_drawn(people).code == code
    assert on_screen in nothing_yet(people)


@pytest.mark.parametrize("tongue", ["nl", "en"])
def test_a_group_that_is_shown_can_be_walked_and_heard(
    screen: GroupScreen, qtbot: QtBot, tongue: str
) -> None:
    accessible.install()
    language.install(tongue)
    window = Dialog()  # in a window of the app Tab goes as one reads
    window.resize(screen.size())
    QVBoxLayout(window).addWidget(screen)
    window.show()
    screen.practise()
    revealed(screen, qtbot)
    faults = []
    for view in screen.pages.outcome.views:
        screen.pages.outcome.show_view(view)
        QApplication.processEvents()
        faults += [fault for check in walking.CHECKS for fault in check(window)]
        for canvas in window.findChildren(Canvas):
            known = heard_as(canvas)
            if canvas.isVisible() and (known is None or known.role() != QAccessible.Role.Graphic):
                faults.append(f"a picture that is not heard as one: {walking.told(canvas)}")
    screen.setParent(None)
    assert dict.fromkeys(faults) == {}


def test_what_comes_of_a_guess_is_heard_once_and_the_keyboard_goes_there_past_nothing(
    screen: GroupScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, past = list[str](), list[Any]()
    monkeypatch.setattr(group_screen, "announce", lambda _widget, text: said.append(text))
    screen.activateWindow()
    screen.start.practise_button.setFocus()
    bound = sure(QApplication.instance()).focusChanged.connect(  # type: ignore[attr-defined]
        lambda _old, now: past.append(now)
    )
    try:
        screen.practise()
        guess = screen.pages.guess
        first = next(iter(guess.boxes.values()))
        assert first.hasFocus()
        assert guess.accessibleName() == "What do you expect?"
        assert "24" in guess.accessibleDescription()
        qtbot.keyClicks(first, "12")
        assert first.value() == 12
        guess.button.setFocus()
        with qtbot.waitSignal(screen.revealing.done):
            guess.button.click()
        picture = screen.pages.outcome.view
        assert picture.hasFocus()
        assert set(past) == {screen.pages, first, guess.button, picture}
    finally:
        sure(QApplication.instance()).disconnect(bound)
    outcome = outcomes(sure(screen.group).shown or {}, sure(screen.group).guesses)
    assert said == [" ".join(outcome)]
    assert outcome[0] not in picture.accessibleDescription()
    words = screen.pages.outcome.sentences.accessibleDescription()
    assert picture.accessibleDescription() not in ("", words)
