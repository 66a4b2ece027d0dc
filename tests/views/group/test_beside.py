"""A group that a lecturer gave back, beside one's own map; and what the screen remembers."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.document import Document
from app.exchange import shown_results
from app.exchange.group_file import read_group
from app.models.groups import SUFFIX
from app.models.problem import Problem
from app.settings import Settings
from app.views.group.screen import GroupScreen
from app.views.widgets.table import Table
from tests.test_group_command import files


@pytest.fixture
def make(
    document: Document,
    settings: Settings,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[..., Any]]:
    monkeypatch.setattr(shown_results, "place", lambda: tmp_path / "kept" / "results.json")
    made = []

    def one() -> GroupScreen:
        screen = GroupScreen(document, None, settings)
        qtbot.addWidget(screen)
        screen.resize(1200, 640)
        screen.show()
        made.append(screen)
        return screen

    yield one
    for screen in made:
        screen.collector.wait()
        screen.wait()


def given_back(screen: GroupScreen, qtbot: QtBot, tmp_path: Path) -> Path:
    screen.practise()
    path = tmp_path / f"class{SUFFIX}"
    with qtbot.waitSignal(screen.told):
        screen.save(path)
    return path


def texts(table: Table) -> list[list[Any]]:
    return [
        [table.rows.index(row, column).data() for column in range(table.rows.columnCount())]
        for row in range(table.rows.rowCount())
    ]


def test_my_map_first_and_the_group_beside_it_when_i_ask(
    make: Callable[..., Any], document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = make()
    path = given_back(screen, qtbot, tmp_path)
    document.add_partner("Kim")
    [kim] = document.map.partners
    document.set_partners([kim.id], kind="parents", setting="pupil_and_family")
    document.set_partners([kim.id], importance=2, frequency=6)
    with qtbot.waitSignal(document.groups_changed):
        screen.add([path])
    assert screen.group.received is not None
    assert not screen.group.begin
    page = screen.pages.beside
    assert screen.pages.currentWidget() is page
    [mine] = texts(page.tables.table)
    assert mine == ["parents / carers", "2", "6"]
    page.button.click()
    rows = {row[0]: row[1:] for row in texts(page.tables.table)}
    assert rows["parents / carers"][0] == "2"
    assert float(rows["parents / carers"][1]) > 4  # the group
    assert len(rows) > 10
    [said] = [label.text() for label in page.said.findChildren(QLabel)][:1]
    assert said.startswith("Parents / carers: contact 6 for me")
    # What changes on my map is seen here at once, and nothing of it is kept with the group.
    document.set_partners([kim.id], importance=5)
    assert texts(page.tables.table)[-1] != mine
    assert "Kim" not in repr(screen.group)
    assert [group.received for group in document.library.groups()[0] if group.received]


def test_the_file_holds_ranges_of_ten_and_what_is_none_is_refused(
    make: Callable[..., Any], qtbot: QtBot, tmp_path: Path
) -> None:
    path = given_back(make(), qtbot, tmp_path)
    kept = json.loads(path.read_text("utf-8"))
    counts = [one["have"] for one in kept["kinds"].values()]
    assert all(10 <= n <= 14 or n == 24 for n in counts if isinstance(n, int))
    assert set(kept) == {
        *("format", "version", "written_by", "name", "respondents", "partners", "kinds"),
    }
    for change, code in (
        ({"format": "kring"}, "file_foreign"),
        ({"version": 2}, "file_newer"),
        ({"respondents": 19}, "file_bad_value"),
        ({"kinds": {"parents": {"have": 0}}}, "file_bad_value"),
        ({"kinds": {"parents": {"have": 9, "mean_frequency": 7.0}}}, "file_bad_value"),
        ({"names": ["Kim"]}, "file_bad_value"),
    ):
        path.write_text(json.dumps({**kept, **change}), "utf-8")
        with pytest.raises(Problem, match=code):
            read_group(path)
    path.write_text(json.dumps({**kept, "kinds": {"<b>": {"have": 12}}}), "utf-8")
    assert read_group(path)[1]["kinds"] == {}


def test_a_watched_folder_is_watched_after_a_restart_or_missed(
    make: Callable[..., Any], settings: Settings, document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = files(tmp_path / "synced", range(3))
    first = make()
    with qtbot.waitSignal(first.collector.came):
        first.watch(folder)
    again = make()
    with qtbot.waitSignal(again.collector.came):
        again.refresh()
    assert again.collector.folder == folder
    folder.rename(tmp_path / "elsewhere")
    said: list[Any] = []
    last = GroupScreen(document, None, settings)
    qtbot.addWidget(last)
    last.told.connect(said.append)
    last.refresh()
    assert last.collector.folder is None
    assert said[0].startswith("The folder synced is not there now")


def test_how_many_are_waited_for(
    make: Callable[..., Any], document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.views.group import dialogs

    screen = make()
    screen.make("Group 7")
    monkeypatch.setattr(dialogs, "expected", lambda *_: 24)
    screen.ask_expected()
    assert "0 of 24 handed in" in screen.state
    assert document.library.groups()[0][0].expected == 24


def test_many_maps_dropped_anywhere_can_become_a_group(
    document: Document, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.views.incoming.file_opening import FileOpening

    monkeypatch.setattr(shown_results, "place", lambda: tmp_path / "kept" / "results.json")
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    opening = FileOpening(document, Settings(tmp_path / "s.ini"), parent)
    wanted: list[Any] = []
    opening.group_requested.connect(wanted.append)
    paths = sorted(files(tmp_path / "class", range(6)).iterdir())
    opening.open_files(paths)
    dialog = next(child for child in parent.children() if hasattr(child, "group_button"))
    dialog.group_button.click()
    assert wanted == [tuple(paths)]
    opening.open_files([tmp_path / f"x{SUFFIX}"])
    assert wanted[1] == [tmp_path / f"x{SUFFIX}"]
