"""Files of other programs come in through one window: asked, seen, all or none, one way back."""

import json
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.engine.base import Connection

from app.document import Document
from app.exchange.formats.draft import NOT_IN
from app.models.history import History
from app.models.network import Map
from app.models.problem import Problem
from app.settings import Settings
from app.storage import library, map_rows
from app.storage.content import Summary
from app.storage.library import Library
from app.views.frame.window import MainWindow
from app.views.incoming.import_dialog import ArrivingDialog
from app.views.library.page import MapsPage
from app.views.widgets import speech, theme
from app.views.widgets.dialogs import Choices
from tests.exchange.test_formats import EASY, EDGES, EGO, NODES, graphml
from tests.sure import sure


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    settings = Settings(tmp_path / "s.ini")
    settings.language = "en"
    settings.motion = False
    kept = Library.open(tmp_path / "l.kringlib")
    document = Document(kept)
    shown = MainWindow(settings)
    qtbot.addWidget(shown)
    shown.show()
    shown.show_document(document)
    yield shown
    document.close()
    kept.close()


@pytest.fixture
def session(tmp_path: Path) -> Path:
    folder = tmp_path / "session"
    folder.mkdir()
    parts = {"ego": EGO, "attributeList_Partner": NODES, "edgeList_w": EDGES}
    for part, text in parts.items():
        (folder / f"s_{part}.csv").write_text(text, "utf-8")
    return folder


def dialog(window: MainWindow, qtbot: QtBot, *paths: Path) -> ArrivingDialog:
    window.screens.file_opening.open_files(list(paths))
    (shown,) = window.findChildren(ArrivingDialog)
    qtbot.waitUntil(lambda: shown.add_button.isEnabled() or shown.left.count() > 0)
    return shown


def maps_of(window: MainWindow) -> list[str]:
    document = window.screens.document
    return [s.title for s in document.summaries() if s.deleted is None]


def test_a_folder_is_asked_about_seen_and_added(
    window: MainWindow, qtbot: QtBot, session: Path
) -> None:
    shown = dialog(window, qtbot, session)
    assert (shown.contact.currentText(), shown.importance.currentText()) == (
        "contact_frequency", "importance",
    )  # fmt: skip
    assert shown.maps.count() == 1
    before = [p.importance for p in shown.arrivals.maps[0].map.partners]
    shown.importance_turned.click()
    qtbot.waitUntil(lambda: [p.importance for p in shown.arrivals.maps[0].map.partners] != before)
    qtbot.waitUntil(lambda: set(shown.preview.map_scene.picture.spots) == {"e1", "e2"})
    shown.importance.setCurrentIndex(0)
    shown.importance.activated.emit(0)
    qtbot.waitUntil(lambda: shown.arrivals.maps[0].map.partners[0].importance is None)
    shown.importance.setCurrentIndex(shown.importance.findData("importance"))
    shown.importance.activated.emit(shown.importance.currentIndex())
    qtbot.waitUntil(lambda: shown.arrivals.maps[0].map.partners[0].importance == 4)
    with qtbot.waitSignal(shown.added):
        shown.add_all()
    document = window.screens.document
    qtbot.waitUntil(lambda: document.is_open)
    assert document.map.network.title == "case_1"
    assert [p.importance for p in document.map.partners] == [4, 2, None]


def test_what_was_chosen_is_remembered_for_files_of_the_same_shape(
    window: MainWindow, qtbot: QtBot, session: Path
) -> None:
    shown = dialog(window, qtbot, session)
    shown.importance_turned.click()
    shown.contact.setCurrentIndex(0)
    with qtbot.waitSignal(shown.added):
        shown.add_all()
    qtbot.waitUntil(lambda: not window.findChildren(ArrivingDialog))
    again = dialog(window, qtbot, session)
    assert again.importance_turned.isChecked()
    assert again.contact.currentIndex() == 0


def test_what_was_chosen_last_is_what_is_added(
    window: MainWindow, qtbot: QtBot, session: Path
) -> None:
    """Also where it is added before all maps were made once more, as of a thousand takes long."""
    shown = dialog(window, qtbot, session)
    shown.importance.setCurrentIndex(0)
    shown.importance.activated.emit(0)
    with qtbot.waitSignal(shown.added):
        shown.add_all()
    document = window.screens.document
    qtbot.waitUntil(lambda: document.is_open)
    assert [p.importance for p in document.map.partners] == [None, None, None]


def test_many_come_in_together_and_go_together(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for n in range(30):
            archive.writestr(f"map {n}.graphml", graphml("ik a b", "ika ikb ab"))
        archive.writestr("broken.graphml", "<graphml>")
    shown = dialog(window, qtbot, tmp_path / "all.zip")
    assert shown.maps.count() == 30
    assert "broken.graphml" in shown.left.item(0).text()
    with qtbot.waitSignal(shown.added):
        shown.add_all()
    assert len(maps_of(window)) == 30


def test_undo_takes_all_of_them_back(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    for n in range(5):
        (tmp_path / f"m{n}.graphml").write_text(graphml("ik a b", "ika ikb ab"), "utf-8")
    shown = dialog(window, qtbot, *sorted(tmp_path.glob("*.graphml")))
    told = []
    window.screens.file_opening.told.connect(lambda *what: told.append(what))
    with qtbot.waitSignal(shown.added):
        shown.add_all()
    assert len(maps_of(window)) == 5
    qtbot.waitUntil(lambda: bool(told))
    text, button, back = told[-1]
    assert (text, button) == ("5 maps were added.", "Undo")
    back()
    assert maps_of(window) == []


def test_nothing_is_half_added_where_one_is_refused(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(5):
        (tmp_path / f"m{n}.graphml").write_text(graphml("ik a b", "ika ikb ab"), "utf-8")
    shown = dialog(window, qtbot, *sorted(tmp_path.glob("*.graphml")))
    document = window.screens.document
    real, calls = map_rows.insert_map, []

    def third_fails(connection: Connection, whole: Map, history: History) -> None:
        calls.append(whole)
        if len(calls) == 3:
            raise Problem("library_not_read", path="x")
        real(connection, whole, history)

    monkeypatch.setattr(library, "insert_map", third_fails)
    with qtbot.waitSignal(shown.failed):
        shown.add_all()
    assert len(document.summaries()) == 0, "not even a removed one"


def test_who_thinks_better_of_it_meanwhile_has_none_of_them(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(5):
        (tmp_path / f"m{n}.graphml").write_text(graphml("ik a b", "ika ikb ab"), "utf-8")
    shown = dialog(window, qtbot, *sorted(tmp_path.glob("*.graphml")))
    real, halfway, goes_on = map_rows.insert_map, threading.Event(), threading.Event()

    def waits(connection: Connection, whole: Map, history: History) -> None:
        real(connection, whole, history)
        halfway.set()
        goes_on.wait(20)

    monkeypatch.setattr(library, "insert_map", waits)
    shown.add_all()
    qtbot.waitUntil(halfway.is_set)  # the window goes on while a map is written
    shown.reject()
    with qtbot.waitSignal(shown.rejected):
        goes_on.set()
    assert maps_of(window) == []


def test_who_is_in_the_centre_is_asked(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "g.graphml").write_text(graphml("z a b c", "za zb bc"), "utf-8")
    shown = dialog(window, qtbot, tmp_path / "g.graphml")
    assert shown.maps.count() == 0
    assert "Who is in the centre" in shown.left.item(0).text()
    shown.ego.setCurrentIndex(shown.ego.findData("z"))
    shown.ego.activated.emit(shown.ego.currentIndex())
    qtbot.waitUntil(lambda: shown.maps.count() == 1)
    assert {p.name for p in shown.arrivals.maps[0].map.partners} == {"a", "b", "c"}


def test_the_library_is_read_once_for_all_that_come_in(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(8):
        (tmp_path / f"m{n}.graphml").write_text(graphml("ik a b", "ika ikb ab"), "utf-8")
    shown = dialog(window, qtbot, *sorted(tmp_path.glob("*.graphml")))
    kept = window.screens.document.library
    real = type(kept).summaries
    calls: list[str] = []

    def summaries(self: Library) -> list[Summary]:
        calls.append("read")
        return real(self)

    monkeypatch.setattr(type(kept), "summaries", summaries)
    window.screens.document.library_changed.connect(lambda: calls.append("told"))
    with qtbot.waitSignal(shown.added):
        shown.add_all()
    qtbot.waitUntil(lambda: "told" in calls)
    assert calls.count("told") == 1
    before = calls[: calls.index("told")]
    assert len(before) <= 2, "not once a map"


def test_what_is_seen_is_whole_and_whoever_has_no_place_stands_somewhere(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    names = tmp_path / "names.txt"
    names.write_text("Anna\n", "utf-8")
    other = tmp_path / "library-000010-2027-06-01.kringlib"
    other.write_bytes((tmp_path / "l.kringlib").read_bytes())
    shown = dialog(window, qtbot, names, other)
    qtbot.waitUntil(lambda: sure(shown.preview.map_scene.map).partners[0].x is not None)
    for rows in (shown.maps, shown.left):
        assert rows.horizontalScrollBar().maximum() == 0
        for item in map(rows.item, range(rows.count())):
            room = QRect(0, 0, rows.viewport().width() - 12, 10_000)
            needed = rows.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            assert rows.visualItemRect(item).height() >= needed.height()


def test_a_long_name_without_spaces_and_large_letters_are_read_whole(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: theme.wear("light", 100))
    theme.wear("dark", 200)
    long = tmp_path / f"{'lange_naam_' * 12}.csv"
    long.write_text("Collega;Omschrijving;Score\nAn;directeur;4\nBo;ouder;3\n")
    shown = dialog(window, qtbot, long)
    column = shown.name.parentWidget()
    assert (
        sure(column).minimumSizeHint().width() <= sure(shown.findChild(Choices)).viewport().width()
    )
    row = shown.maps.model().index(0, 0)
    lines = shown.maps.visualRect(row).height() / shown.maps.fontMetrics().lineSpacing()
    wide = shown.maps.fontMetrics().horizontalAdvance(row.data())
    assert lines >= wide // shown.maps.viewport().width()


def has_its_height(box: QWidget) -> bool:
    return box.height() == box.heightForWidth(box.width())


def test_the_boxes_say_what_is_chosen_in_full(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: theme.wear("light", 100))
    theme.wear("dark", 200)
    often, much = "How often are you in touch with them in a usual week?", "Importance (1-5)"
    (tmp_path / "l.csv").write_text(f"Name;{often};{much}\nAn;4;5\nBo;3;2\n")
    (tmp_path / "g.graphml").write_text(graphml("ik a b", "ika ikb ab"), "utf-8")
    shown = dialog(window, qtbot, tmp_path / "l.csv", tmp_path / "g.graphml")
    for box, chosen in ((shown.contact, often), (shown.ego, NOT_IN)):
        box.setCurrentIndex(box.findData(chosen))
        one_line = box.sizeHint().height()
        qtbot.waitUntil(partial(has_its_height, box))
        lines = box.fontMetrics().horizontalAdvance(box.currentText()) / box.width()
        assert box.height() >= one_line + int(lines) * box.fontMetrics().height()
    assert shown.contact.height() > one_line, "or nothing was tried"
    assert shown.focusWidget() is shown.contact, "the first question, for who types"


def test_the_map_is_seen_where_most_have_their_place(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "easy.json").write_text(json.dumps(EASY), "utf-8")
    shown = dialog(window, qtbot, tmp_path / "easy.json")
    assert [one.frequency for one in shown.arrivals.maps[0].map.partners].count(None) > 0
    assert shown.preview.map_scene.lens.id == "free"


def test_a_line_that_just_fits_is_not_cut(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("Anna\n", "utf-8")
    shown = dialog(window, qtbot, names)
    item, metrics = sure(shown.maps.item(0)), shown.maps.fontMetrics()
    for letters in range(1, 60):
        item.setText(f"{'n' * letters} · 9 partners, en 1 nog zonder contact")
        high = shown.maps.visualItemRect(item).height()
        room = shown.maps.viewport().width() - theme.scaled(28)  # the room around the words
        if metrics.horizontalAdvance(item.text()) > room:
            assert high >= 2 * metrics.lineSpacing(), letters


def test_the_list_of_all_maps_is_not_made_again_to_be_left_at_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(8):
        (tmp_path / f"m{n}.graphml").write_text(graphml("ik a b", "ika ikb ab"), "utf-8")
    window.screens.document.new_map("Mine")
    window.screens.show_screen("maps")
    shown = dialog(window, qtbot, *sorted(tmp_path.glob("*.graphml")))
    made: list[str] = []
    monkeypatch.setattr(MapsPage, "_fill", lambda _: made.append("all"))
    with qtbot.waitSignal(shown.added):
        shown.add_all()
    qtbot.wait(20)
    assert window.screens.document.map.network.title == "m0"
    assert made == []


def listed(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "klas.csv"
    path.write_text("\n".join(("naam;rol;contact;belang", *rows)), "utf-8")
    return path


def test_a_list_goes_to_the_open_map_where_that_is_chosen(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = window.screens.document
    document.new_map("Mine")
    document.add_partner("An de Vries")
    before = document.map
    path = listed(tmp_path, "an  de vries;ib'er;;5", "Bo;leerling;3;4", "Cas;;;")
    shown = dialog(window, qtbot, path)
    assert shown.where.isVisible()
    assert [shown.where.itemText(n) for n in (0, 1)] == ["A new map", "My map “Mine”"]
    assert shown.where.currentIndex() == 0
    heard = list[str]()
    monkeypatch.setattr(speech, "announce", lambda _, text: heard.append(text))
    shown.where.setFocus()
    qtbot.keyClick(shown.where, Qt.Key.Key_Down)
    said = "2 added, 1 was there already. What was missing is added for 1."
    told = f"{said} Answered: Type 2, Area 2, Contact 1, Importance 2."
    qtbot.waitUntil(lambda: shown.told.text() == told)
    assert heard == [told]
    qtbot.waitUntil(lambda: len(shown.preview.map_scene.picture.spots) == 2)
    shown.add_button.click()
    assert maps_of(window) == ["Mine"]
    an, bo, cas = document.map.partners
    assert (an.id, an.name) == (before.partners[0].id, "An de Vries")
    assert (an.kind, an.importance) == ("internal_support_coordinator", 5)
    assert (bo.kind, bo.frequency, bo.importance) == ("pupil", 3, 4)
    assert cas.name == "Cas"
    assert window.screens.notice.text.startswith(said)
    document.undo()
    assert document.map == before


def test_an_empty_map_takes_a_list_and_a_finished_one_is_not_offered(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    document = window.screens.document
    document.new_map("Mine")
    path = listed(tmp_path, "An;ib'er;3;5", "Bo;leerling;3;4")
    shown = dialog(window, qtbot, path)
    assert shown.where.currentIndex() == 1
    shown.add_button.click()
    assert len(document.map.partners) == 2
    document.set_network(finished=True)
    qtbot.waitUntil(lambda: not window.findChildren(ArrivingDialog))
    again = dialog(window, qtbot, path)
    assert not again.where.isVisible()
    again.add_button.click()
    qtbot.waitUntil(lambda: len(maps_of(window)) == 2)


def test_a_list_of_another_series_never_brings_somebody_elses_id(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    document = window.screens.document
    document.new_map("Mine")
    for names in (("An;;;", "Bo;;;"), ("Cas;;;", "Dirk;;;")):
        shown = dialog(window, qtbot, listed(tmp_path, *names))
        shown.where.setCurrentIndex(1)
        shown.add_button.click()
        qtbot.waitUntil(lambda: not window.findChildren(ArrivingDialog))
    assert [p.name for p in document.map.partners] == ["An", "Bo", "Cas", "Dirk"]


def test_what_another_column_changes_is_heard(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,x,y\nAn,3,5\nBo,2,\nCas,,\n", "utf-8")
    shown = dialog(window, qtbot, path)
    heard = list[str]()
    monkeypatch.setattr(speech, "announce", lambda _, text: heard.append(text))
    for column, filled in (("x", 2), ("y", 1)):
        shown.contact.setCurrentIndex(shown.contact.findData(column))
        shown.contact.activated.emit(shown.contact.currentIndex())
        qtbot.waitUntil(partial(_is_told, heard, f"Contact {filled}"))


def _is_told(heard: list[str], text: str) -> bool:
    return any(text in told for told in heard)
