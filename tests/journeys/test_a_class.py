"""A lecturer and a class: practise, collect, guess, see, take along; half a year later again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.document import Document
from app.exchange import shown_results
from app.exchange.kring_file import to_json
from app.exchange.share import HAND_IN, shared
from app.models.consent import Consent
from app.models.network import Map
from app.settings import Settings
from app.storage.library import Library
from app.views.group import collector, dialogs
from app.views.group.screen import GroupScreen
from tests.sure import sure
from tests.test_group_command import made

CLASS = 24


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[GroupScreen]:
    monkeypatch.setattr(shown_results, "place", lambda: tmp_path / "kept" / "results.json")
    monkeypatch.setattr(collector, "_SETTLES", 50)  # nobody waits for the files of a class
    library = Library.open(tmp_path / "library.sqlite")
    document = Document(library)
    screen = GroupScreen(document, None, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(screen)
    screen.resize(1280, 640)
    screen.show()
    yield screen
    screen.collector.wait()
    screen.wait()
    document.close()
    library.close()


def handed_in(number: int, moment: date, *, more: int = 0) -> bytes:
    """Return the file a student makes: shared for the lecturer, with the same hidden code."""
    whole = made(number, moment=moment, name=f"map{number}-{more}", partners=6 + more)
    rated = [replace(p, frequency=min(6, (p.frequency or 0) + more)) for p in whole.partners]
    certain = replace(whole.network, confidence=2 + more + number % 2)
    kept = Map.of([certain, *rated])
    selection = HAND_IN.with_lasting(on=True).switched("overall", on=True)
    return to_json(shared(kept, selection, "nl"), Consent(wall=number % 2 == 0))


def test_from_practising_to_half_a_year_later(
    screen: GroupScreen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The evening before: an invented class, in one click.
    screen.start.practise_button.click()
    with qtbot.waitSignal(screen.revealing.done):
        screen.pages.guess.button.click()
    assert screen.pages.outcome.isVisible()
    # The lesson: a group, how many there are, and the folder of the school.
    screen.make("M SEN 2026")
    monkeypatch.setattr(dialogs, "expected", lambda *_: CLASS)
    screen.ask_expected()
    folder = tmp_path / "school"
    folder.mkdir()
    for number in range(CLASS - 1):
        (folder / f"{number}.kring").write_bytes(handed_in(number, date(2026, 9, 1)))
    (folder / "half.kring.tmp").write_bytes(b"{")
    with qtbot.waitSignal(screen.collector.came):
        screen.watch(folder)
    assert "23 of 24 handed in" in screen.state
    with qtbot.waitSignal(screen.collector.came):
        (folder / "late.kring").write_bytes(handed_in(CLASS - 1, date(2026, 9, 1)))
    assert "24 of 24 handed in" in screen.state
    # First a guess, then what is so, and something to talk about.
    screen.pages.guess.boxes["weekly:leadership"].setValue(20)
    with qtbot.waitSignal(screen.revealing.done):
        screen.pages.guess.button.click()

    def seen() -> list[str]:
        cards = screen.pages.outcome.sentences.findChildren(QLabel)
        return [label.text() for label in cards if label.isVisible()]

    qtbot.waitUntil(lambda: bool(seen()))
    assert seen()[0].startswith("How many of the 24 speak to the headteacher every week?")
    assert sure(sure(screen.group).shown)["respondents"] == CLASS
    screen.pages.outcome.show_view("wall")
    assert (
        screen.pages.outcome.wall.told()
        == "10 drawings, without names; the arrow keys tell about each"
    )
    screen.pages.outcome.show_view("ecology")
    # Taken along, and given back.
    for name in ("class.xlsx", "class.png", "class.kring-group"):
        with qtbot.waitSignal(screen.told):
            screen.save(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 500
    # Half a year later the same people hand in again; one has left.
    later = tmp_path / "later"
    later.mkdir()
    for number in range(CLASS - 1):
        (later / f"{number}.kring").write_bytes(handed_in(number, date(2027, 3, 1), more=1))
    with qtbot.waitSignal(screen.collector.came):
        screen.add([later])
    assert len(sure(screen.group).end) == CLASS - 1
    assert len(sure(screen.group).begin) == CLASS
    assert screen.head.again.isVisible()  # as many as before, and yet there is news
    with qtbot.waitSignal(screen.revealing.done):
        screen.head.again.click()
    assert not screen.head.again.isVisible()
    found = sure(sure(screen.group).shown)["begin_to_end"]
    assert found["scales"]["confidence"]["up"] == ">18"
    assert found["scales"]["confidence"]["is_sure"] in (True, None)
    assert found["scales"]["confidence"]["median_begin"] is None  # who left could be subtracted
    tables = [table.id for table in screen.pages.outcome.tables._tables]
    assert {"change", "paired"} <= set(tables)
