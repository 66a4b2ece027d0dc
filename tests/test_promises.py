"""Promises of docs/decisions that a change could break in silence; see tools/mutate.py."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.analysis.gaps import Gap, gaps
from app.document import Document
from app.models.edit import Edit
from app.models.history import History
from app.models.moments import cleared, continued
from app.models.network import (
    Hindsight,
    Intention,
    Map,
    Network,
    Outline,
    Partner,
    Verdict,
)
from app.models.overdue import on_newest
from app.models.problem import Problem
from app.storage import disk, opening
from app.storage.library import Library
from tests.pictures import example
from tests.sure import sure
from tools.mutate import ROOT, promises

JUNE = date(2027, 6, 18)
ASKED_ANEW: dict[str, Any] = {
    "frequency": 3,
    "importance": 4,
    "named_important": True,
    "wished_frequency": 5,
    "satisfaction": 2,
    "energy": "gives",
    "own_control": 1,
    "trust": 4,
    "equality": 2,
    "shared_language": 3,
    "heard": 4,
    "shared_goal": 5,
}
"""Decision 9, written out a second time: what a new moment asks of each partner anew."""


def test_the_list_of_promises_fits_the_code() -> None:
    for promise in promises():
        whole = (ROOT / promise.file).read_text(encoding="utf-8")
        assert whole.count(promise.old) == 1, promise.says
        assert promise.new != promise.old
        for tests in promise.tests:
            assert (ROOT / tests).exists(), tests


# The library.


@pytest.fixture
def careless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let SQLite itself promise nothing: some are built with safe defaults, others are not."""
    connects = disk.connect

    def connect(*given: Any) -> Connection:
        connection = connects(*given)
        for setting in (
            "secure_delete=OFF",
            "synchronous=OFF",
            "foreign_keys=OFF",
            "wal_autocheckpoint=9",
        ):
            connection.execute(f"PRAGMA {setting}").fetchall()
        return connection

    monkeypatch.setattr(opening, "connect", connect)


@pytest.mark.usefixtures("careless")
def test_the_library_is_opened_as_promised(path: Path) -> None:
    expected = {"synchronous": 2, "secure_delete": 1, "foreign_keys": 1, "journal_mode": "wal"}
    expected["wal_autocheckpoint"] = 0
    for _ in range(2):  # made, and opened again
        with closing(Library.open(path)) as library:
            asks = sure(library._file).execute
            found = {name: asks(f"PRAGMA {name}").fetchone()[0] for name in expected}
        assert found == expected


@pytest.mark.usefixtures("careless")
def test_a_name_that_was_removed_stands_nowhere_in_the_file(path: Path, qapp: QApplication) -> None:
    with closing(Library.open(path)) as library:
        document = Document(library)
        document.add_map(example(8))
        people = [Partner(id=f"p{n}", name=f"Zwanenburg {n}") for n in range(300)]
        library.add(Map.of([Network(id="gone", series="gone", title="Zwanenburg"), *people]))
        library.remove("gone")
        library.purge(timedelta(days=-1))
        document.deleteLater()
    kept = [file.read_bytes() for file in path.parent.glob(path.name + "*") if file.is_file()]
    assert not any(b"Zwanenburg" in whole for whole in kept)


def test_five_hundred_edits_can_be_undone() -> None:
    history = History()
    for number in range(600):
        before, after = (Partner(id="p", name=f"n{n}") for n in (number, number + 1))
        edit = Edit(action="rename", before={"p": before}, after={"p": after}, merge_key="")
        history.follow(history.record(edit))
    undone = 0
    while (step := history.undo()) is not None:
        history.follow(step)
        undone += 1
    assert undone == 500


def test_a_removed_map_waits_thirty_days(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.views.frame.library_watch import _look_after

    asked = []
    monkeypatch.setattr(Library, "purge", lambda _, older_than: asked.append(older_than))
    with closing(Library.open(path)) as library:
        _look_after(library, backs_up=True, is_first=True)
    assert asked == [timedelta(days=30)]


def test_backups_of_ten_days_are_kept() -> None:
    from app.storage.backups import DAYS_KEPT

    assert DAYS_KEPT == 10


# Moments.


@pytest.mark.parametrize("name", ASKED_ANEW)
def test_a_new_moment_asks_each_rating_of_a_partner_anew(name: str) -> None:
    rated = replace(Partner(id="p", name="Ib'er", frequency=3), **{name: ASKED_ANEW[name]})
    assert getattr(rated, name) == ASKED_ANEW[name]
    whole = Map.of([Network(id="m", series="s"), rated])
    (partner,) = continued(whole, label="end", moment=None).partners
    assert getattr(partner, name) == getattr(Partner(id="p", name="x"), name)


def test_a_new_moment_asks_the_three_about_the_whole_anew() -> None:
    asked: dict[str, Any] = {"importance_overall": 3, "satisfaction_overall": 2, "confidence": 1}
    again = cleared(Network(id="m", series="s", **asked))
    assert {name: getattr(again, name) for name in asked} == dict.fromkeys(asked)


def test_who_is_wished_stays_wished() -> None:
    assert cleared(Partner(id="p", name="Museum", frequency=0)).frequency == 0


# What names somebody names somebody who is there.


@pytest.mark.parametrize(
    "record",
    [
        Hindsight(id="r", partner="nobody", importance=4),
        Verdict(id="r", finding="isolates", partner="nobody", agrees=True),
        Intention(id="r", what="Bellen", partner="nobody"),
        Outline(id="r", label="Team", members=("nobody",)),
    ],
)
def test_a_record_is_about_somebody_who_is_there(record: Any) -> None:
    with pytest.raises(Problem):
        Map.of([*example(3).records.values(), record])
    with pytest.raises(Problem):
        example(3).after({record.id: record})


# The rest.


def test_four_rated_partners_have_no_rank() -> None:
    def rows(number: int) -> tuple[Gap, ...]:
        people = [
            Partner(id=f"p{n}", name=f"P{n}", frequency=1 + n, importance=1 + n)
            for n in range(number)
        ]
        return gaps(Map.of([Network(id="m", series="s"), *people])).rows

    assert {row.ridit_importance for row in rows(4)} == {None}
    assert None not in {row.ridit_importance for row in rows(5)}


@pytest.fixture
def document(path: Path, qapp: QApplication) -> Iterator[Document]:
    with closing(Library.open(path)) as library:
        document = Document(library)
        document.new_map("Mine")
        yield document
        document.deleteLater()


def test_a_copy_of_a_finished_example_can_be_worked_in(document: Document) -> None:
    network = Network(id="e", series="e", title="Example", example=True, finished=True)
    document.add_map(Map.of([network]))
    assert document.open(sure(document.duplicate_map("e", "Copy")))
    copy = document.map.network
    assert (copy.example, copy.finished) == (False, False)


def test_a_pasted_partner_is_the_same_person_in_another_map(document: Document) -> None:
    pasted = [Partner(id="known", name="Ib'er")]
    assert document.paste_partners(pasted)
    assert [p.id for p in document.map.partners] == ["known"]
    assert document.paste_partners(pasted)
    assert len({p.id for p in document.map.partners}) == 2


def test_a_request_of_another_kring_is_small(path: Path) -> None:
    from app.storage import handover

    assert handover.LARGEST == 1_000_000


@pytest.mark.parametrize(("is_line", "keeps"), [(True, False), (False, True)])
def test_escape_keeps_a_text_and_takes_a_label_back(
    qtbot: QtBot, is_line: bool, keeps: bool
) -> None:
    from PySide6.QtWidgets import QWidget

    from app.views.map.inline_editor import InlineEditor

    page = QWidget()
    qtbot.addWidget(page)
    editor = InlineEditor("Team", page, width=200.0, is_line=is_line)
    heard: list[Any] = []
    editor.finished.connect(heard.append)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert heard == [keeps]


def test_what_somebody_else_intends_is_not_asked_about() -> None:
    networks = [Network(id=id_, series=id_, theirs=id_ == "b") for id_ in "ab"]
    intended = [(n.id, Intention(id=f"i{n.id}", what="Bellen", due=JUNE)) for n in networks]
    assert [due.intention.id for due in on_newest(intended, networks, date(2030, 1, 1))] == ["ia"]
