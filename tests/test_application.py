"""The whole app, from the first paint to the last: started, used and closed as people do."""

import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, Self

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import application, errors, start
from app.application import Application, main
from app.command_line import COMMANDS, USAGE
from app.document import Document
from app.exchange.kring_file import write_kring
from app.models.edit import Step
from app.models.problem import Problem
from app.settings import Settings
from app.storage import backups
from app.storage.content import Summary
from app.storage.library import Library
from app.views.frame.window import MainWindow
from app.views.library.cards import MapCard
from app.views.people.quick_add import NameField
from app.views.widgets import theme
from app.views.widgets.question import Question
from app.words import current_language
from tests.exchange import test_formats as good
from tests.models.editing import empty_map, full_map
from tests.sure import as_a, sure

pytestmark = [
    # The offscreen plugin has no use for the least size of a window.
    pytest.mark.qt_log_ignore("propagateSizeHints"),
    pytest.mark.usefixtures("leaves_nothing"),
]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Any]]:
    """Press these buttons in the questions that come; yields what was asked."""
    asked: list[str] = []
    given: list[str] = []

    def press(box: Question) -> int:
        asked.append(box.text())
        pressed = given.pop(0)
        [button] = [b for b in box.buttons() if b.text().startswith(pressed)]
        button.click()
        return 0

    monkeypatch.setattr(Question, "exec", press)

    def answer(*texts: str) -> list[Any]:
        given.extend(texts)
        return asked

    yield answer
    assert given == []


def close(app: Application) -> None:
    app.window.close()


def notice(app: Application) -> str:
    shown = app.window.screens.notice
    return "" if shown.isHidden() else shown.text


def field(app: Application) -> NameField:
    return app.window.screens.quick_add.field


def said(app: Application) -> list[str]:
    return [summary.title for summary in sure(app.document).summaries()]


# --- the first start and the next


def test_the_first_start_gives_an_empty_map_and_the_cursor_in_the_field(
    kring: Callable[..., Any], path: Path
) -> None:
    app = kring()
    assert app.document.map.network.title == "My network"
    assert app.document.map.partners == ()
    assert app.document.is_editable
    assert app.window.screens.shown == "draw"
    assert app.window.isVisible()
    assert field(app).hasFocus()
    assert path.exists()


def test_the_first_map_is_titled_in_the_language_of_the_app(
    kring: Callable[..., Any], settings: Settings
) -> None:
    settings.language = "nl"
    assert kring().document.map.network.title == "Mijn netwerk"


def test_the_next_start_opens_the_same_map_where_it_was_left(
    kring: Callable[..., Any], qtbot: QtBot
) -> None:
    first = kring()
    qtbot.keyClicks(field(first), "Ouders Sam")
    qtbot.keyClick(field(first), Qt.Key.Key_Return)
    key, before = first.document.map.network.id, first.document.map
    assert [p.name for p in before.partners] == ["Ouders Sam"]
    close(first)

    second = kring()
    assert second.document.map.network.id == key
    assert second.document.map == before
    assert len(second.document.summaries()) == 1
    assert second.document.undo()
    assert second.document.map.partners == ()


def test_of_several_maps_the_one_that_was_open_last_comes_back(kring: Callable[..., Any]) -> None:
    first = kring()
    mine = first.document.map.network.id
    first.document.new_map("Tweede")
    first.document.open(mine)
    close(first)
    assert kring().document.map.network.id == mine


def test_where_the_last_map_is_gone_the_latest_comes(
    kring: Callable[..., Any], settings: Settings
) -> None:
    first = kring()
    first.document.new_map("Tweede")
    close(first)
    settings.last_map = "gone"
    assert kring().document.map.network.title == "Tweede"


def test_where_every_map_is_removed_there_is_a_new_one_and_they_can_be_brought_back(
    kring: Callable[..., Any],
) -> None:
    first = kring()
    key = first.document.map.network.id
    first.document.remove_map(key)
    assert first.window.screens.shown == "maps"
    close(first)
    second = kring()
    assert second.document.map.network.id != key
    assert second.document.restore_map(key)


def test_letters_typed_before_the_library_is_open_arrive_in_the_field(
    kring: Callable[..., Any], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    opening = start.open_library

    def slow(*arguments: Any) -> Library | None:
        gate.wait(20)
        return opening(*arguments)

    monkeypatch.setattr(start, "open_library", slow)
    app = kring(until=lambda: True)
    try:
        qtbot.waitUntil(lambda: app._opening is not None)
        qtbot.keyClicks(app.window._shell, "Ouders S")
        assert app.document is None
    finally:
        gate.set()
    qtbot.waitUntil(lambda: app._background is not None)
    qtbot.keyClicks(field(app), "am")
    assert field(app).text() == "Ouders Sam"
    qtbot.keyClick(field(app), Qt.Key.Key_Return)
    assert [p.name for p in as_a(Document, app.document).map.partners] == ["Ouders Sam"]


def test_today_is_backed_up_after_the_start(kring: Callable[..., Any], path: Path) -> None:
    app = kring()
    app._library_watch.task.wait()
    backup = backups.last_good_backup(path)
    assert backup is not None
    with closing(Library.open(backup, read_only=True)) as kept:
        assert len(kept.summaries()) == 1


def test_a_backup_that_cannot_be_made_is_told_and_work_goes_on(
    kring: Callable[..., Any], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, source: Any = None) -> None:
        raise Problem("disk_full")

    monkeypatch.setattr(backups, "back_up", full)
    app = kring()
    qtbot.waitUntil(lambda: "full" in notice(app))
    assert app.document.add_partner("Sam")


# --- files


def until_read(app: Application) -> None:
    """Wait for the thread that reads files."""
    until = time.monotonic() + 20
    while app.window.screens.file_opening.unread and time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    assert not app.window.screens.file_opening.unread


def keep(app: Application) -> None:
    """Answer the bar about a map of somebody else: add it to my maps."""
    until_read(app)
    app.window.screens.file_opening.bar.keep.click()


def test_a_file_of_an_unknown_series_stays_out_until_it_is_added(
    kring: Callable[..., Any], tmp_path: Path
) -> None:
    file = tmp_path / "kaart.kring"
    write_kring(full_map("from-file"), file)
    app = kring(file)
    assert app.document.map.network.title == "My network"
    assert [s.id for s in app.document.summaries()] == [app.document.map.network.id]
    keep(app)
    assert app.document.map == full_map("from-file")
    assert app.window.screens.shown == "draw"
    close(app)
    again = kring()
    assert again.document.map == full_map("from-file")


def test_the_same_file_twice_is_one_map(kring: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "kaart.kring"
    write_kring(full_map("from-file"), file)
    first = kring(file)
    keep(first)
    close(first)
    app = kring(file)
    assert said(app).count("Mijn kaart") == 1
    assert app.document.map.network.id == "from-file"


def test_a_file_does_not_overwrite_what_was_made_of_its_map(
    kring: Callable[..., Any], tmp_path: Path
) -> None:
    file = tmp_path / "kaart.kring"
    write_kring(full_map("from-file"), file)
    first = kring(file)
    keep(first)
    first.document.add_partner("Nieuw")
    mine = first.document.map
    close(first)
    second = kring(file)
    until_read(second)
    assert second.document.map == mine
    assert second.document.library.load("from-file")[0] == mine


def test_several_files_are_asked_about_one_after_the_other(
    kring: Callable[..., Any], tmp_path: Path
) -> None:
    for name in ("one", "two"):
        whole = empty_map(name, title=name)
        network = replace(whole.network, series=name)
        write_kring(whole.after({network.id: network}), tmp_path / f"{name}.kring")
    app = kring(tmp_path / "one.kring", tmp_path / "two.kring")
    keep(app)
    assert app.document.map.network.title == "one"
    keep(app)
    assert app.document.map.network.title == "two"
    assert not app.window.screens.file_opening.bar.isVisible()
    assert {"one", "two"} <= set(said(app))


def test_files_of_one_session_that_kring_starts_with_come_together(
    kring: Callable[..., Any], tmp_path: Path
) -> None:
    from app.views.incoming.import_dialog import ArrivingDialog

    session = {"s_ego.csv": good.EGO, "s_attributeList_P.csv": good.NODES}
    for name, content in session.items():
        (tmp_path / name).write_text(content, "utf-8")
    app = kring(*(tmp_path / name for name in session))
    [asks] = app.window.findChildren(ArrivingDialog)
    asks.reject()


def test_a_file_that_is_no_map_is_told_and_the_own_map_is_there(
    kring: Callable[..., Any], tmp_path: Path
) -> None:
    app = kring(tmp_path / "nowhere.kring")
    assert "nowhere.kring" in notice(app)
    for number, content in enumerate((b"", b"{}", b"\xff\xfe", b"PK\x03\x04")):
        file = tmp_path / f"kaart {number}.kring"
        file.write_bytes(content)
        app._incoming.open([file])
        until_read(app)
        assert file.name in notice(app)
    assert app.document.map.network.title == "My network"


# --- a second Kring


@pytest.fixture
def first(path: Path) -> Iterator[Library]:
    """Another Kring, which has the library open."""
    library = Library.open(path)
    library.add(full_map("theirs"))
    yield library
    library.close()


def test_a_second_kring_can_look(
    kring: Callable[..., Any], first: Library, answer: Callable[..., Any]
) -> None:
    asked = answer("Open read-only")
    app = kring()
    assert len(asked) == 1
    assert "another Kring window" in asked[0]
    assert app.document.map == full_map("theirs")
    assert not app.document.is_editable
    assert app.document.add_partner("Nieuw") is None
    assert "read-only" in notice(app)
    assert first.load("theirs")[0] == full_map("theirs")


def test_a_second_kring_can_work_in_a_copy(
    kring: Callable[..., Any], first: Library, path: Path, answer: Callable[..., Any]
) -> None:
    answer("Work in a copy")
    app = kring()
    assert app.document.library.path != path
    assert app.document.map == full_map("theirs")
    assert app.document.add_partner("Nieuw")
    assert first.load("theirs")[0] == full_map("theirs")


def test_a_second_kring_can_try_again(
    kring: Callable[..., Any],
    first: Library,
    path: Path,
    answer: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pressing = Question.exec

    def pressed(box: Question) -> int:
        first.close()
        return pressing(box)

    answer("Try again")
    monkeypatch.setattr(Question, "exec", pressed)
    app = kring()
    assert app.document.library.path == path
    assert app.document.is_editable
    assert app.document.map == full_map("theirs")


def test_a_second_kring_that_tries_again_too_early_is_asked_again(
    kring: Callable[..., Any], first: Library, answer: Callable[..., Any]
) -> None:
    asked = answer("Try again", "Try again", "Open read-only")
    app = kring()
    assert len(asked) == 3
    assert app.document.is_open


def test_a_second_kring_can_leave(
    kring: Callable[..., Any], first: Library, answer: Callable[..., Any], qtbot: QtBot
) -> None:
    answer("Quit")
    app = kring(until=lambda: True)
    qtbot.waitUntil(lambda: not app.window.isVisible())
    assert app.document is None
    first.store("theirs", _step())


def _step() -> Step:
    from app.models.edit import Edit
    from app.models.history import History
    from app.models.network import Partner

    new = {"p9": Partner(id="p9", name="Nieuw")}
    return History().record(Edit(action="add_partner", before={"p9": None}, after=new))


# --- a damaged library


def damage(path: Path) -> bytes:
    path.write_bytes(b"SQLite format 3\x00" + b"nonsense" * 600)
    return path.read_bytes()


def test_a_damaged_library_is_set_aside_and_the_backup_put_back(
    kring: Callable[..., Any], path: Path, answer: Callable[..., Any]
) -> None:
    with closing(Library.open(path)) as library:
        library.add(full_map())
        library.back_up()
    damaged = damage(path)
    asked = answer("Use the backup from")
    app = kring()
    assert "damaged" in asked[0]
    assert app.document.map == full_map()
    assert app.document.is_editable
    assert damaged in [file.read_bytes() for file in path.parent.iterdir() if file.is_file()]


def test_a_damaged_library_without_a_backup_makes_way_for_an_empty_one(
    kring: Callable[..., Any], path: Path, answer: Callable[..., Any]
) -> None:
    damaged = damage(path)
    answer("Start with no maps")
    app = kring()
    assert said(app) == ["My network"]
    assert damaged in [file.read_bytes() for file in path.parent.iterdir() if file.is_file()]


def test_a_start_that_failed_halfway_can_be_tried_again(
    kring: Callable[..., Any],
    answer: Callable[..., Any],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    summaries, full = Library.summaries, [Problem("disk_error")]

    def listed(library: Library) -> list[Summary]:
        if full:
            raise full.pop()
        return summaries(library)

    monkeypatch.setattr(Library, "summaries", listed)
    asked = answer("Try again")
    app = kring(until=lambda: bool(asked))
    qtbot.waitUntil(lambda: app._background is not None)
    assert len(asked) == 1
    assert app.document.is_editable


# --- damaged maps among good ones


def spoil(path: Path, *ids: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        for key in ids:
            raw.execute("UPDATE partner SET importance = 9 WHERE network_id = ?", (key,))
        raw.commit()


@pytest.fixture
def several(path: Path, settings: Settings) -> Path:
    """Three maps with a backup; the first was open last."""
    with closing(Library.open(path)) as library:
        for name in ("one", "two", "three"):
            library.add(full_map(name))
        library.back_up()
    settings.last_map = "one"
    return path


def test_a_damaged_map_is_told_at_the_start_and_its_last_good_state_put_back(
    kring: Callable[..., Any], several: Path, qtbot: QtBot
) -> None:
    spoil(several, "one")
    app = kring()
    qtbot.waitUntil(lambda: "damaged" in notice(app))
    assert app.document.map.network.id in ("two", "three")
    assert app.document.add_partner("The rest works")
    app.window.screens.notice.button.click()
    assert app.document.map == full_map("one")
    assert app.document.damaged == frozenset()
    assert len(said(app)) == 3
    close(app)
    aside = [file for file in several.parent.iterdir() if "damaged" in file.name]
    with closing(Library.open(aside[0], read_only=True)) as kept:
        assert kept.damaged_maps() == ("one",), "what was damaged is kept beside it"
    again = kring()
    assert again.document.map.network.id == "one"


def test_several_damaged_maps_lead_to_the_list_of_maps(
    kring: Callable[..., Any], several: Path, qtbot: QtBot
) -> None:
    spoil(several, "one", "two")
    app = kring()
    qtbot.waitUntil(lambda: "2 of your maps" in notice(app))
    app.window.screens.notice.button.click()
    assert app.window.screens.shown == "maps"
    cards = {card.network_id: card for card in app.window.screens.maps.findChildren(MapCard)}
    for key in ("one", "two"):
        assert "damaged" in cards[key].accessibleName()
        cards[key]._put_back()
        assert app.document.map == full_map(key)


def test_where_every_map_is_damaged_no_empty_one_takes_their_place(
    kring: Callable[..., Any], several: Path, qtbot: QtBot
) -> None:
    spoil(several, "one", "two", "three")
    app = kring()
    assert app.window.screens.shown == "maps"
    assert len(said(app)) == 3
    qtbot.waitUntil(lambda: "3 of your maps" in notice(app))


def test_a_back_up_file_of_a_damaged_map_takes_its_place(
    kring: Callable[..., Any], several: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    spoil(several, "one")
    write_kring(full_map("one"), tmp_path / "one.kring")
    app = kring(tmp_path / "one.kring")
    qtbot.waitUntil(lambda: app.document.map == full_map("one"))
    assert len(said(app)) == 3
    assert app.document.library.damaged_maps() == ()


# --- the file of the library, and other programs


def test_a_library_that_is_gone_is_asked_about_and_its_backup_taken(
    kring: Callable[..., Any], several: Path, answer: Callable[..., Any]
) -> None:
    several.unlink()
    asked = answer("Use the backup from")
    app = kring()
    assert "no longer where it was" in asked[0]
    assert app.document.map == full_map("one")


def test_a_library_removed_while_kring_runs_is_written_anew_and_told(
    kring: Callable[..., Any], path: Path, qtbot: QtBot
) -> None:
    app = kring()
    app._library_watch.task.wait()
    app.document.add_partner("Sam")
    path.unlink()
    app.document.add_partner("Noor")
    assert "removed" in notice(app)
    key, mine = app.document.map.network.id, app.document.map
    close(app)
    with closing(Library.open(path)) as library:
        assert library.load(key)[0] == mine


def test_it_is_noticed_while_nothing_is_done(
    kring: Callable[..., Any], path: Path, qtbot: QtBot
) -> None:
    app = kring()
    app._library_watch.task.wait()
    qtbot.wait(20)
    path.unlink()
    app._library_watch.look()
    qtbot.waitUntil(lambda: "removed" in notice(app))
    assert path.exists()


def test_what_shows_at_closing_only_is_said_then(
    kring: Callable[..., Any],
    path: Path,
    answer: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = kring()
    app._library_watch.task.wait()
    told = []
    monkeypatch.setattr(Question, "exec", lambda box: told.append(box.text()))
    path.unlink()
    close(app)
    assert "removed" in told[0]
    with closing(Library.open(path)) as library:
        assert len(library.summaries()) == 1


def test_kept_is_not_said_where_nothing_can_be_kept(
    kring: Callable[..., Any], path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = kring()
    app._library_watch.task.wait()
    qtbot.wait(20)
    kept = app.window.screens.bar.save_state
    assert "✓" in kept.words
    away = path.with_name("away")
    path.rename(away)
    library = app.document.library
    monkeypatch.setattr(library._place, "_has_folder", lambda: False)
    assert app.document.add_partner("Sam") is None
    assert "✓" not in kept.words
    assert "not saved" in notice(app)
    away.rename(path)
    assert app.document.add_partner("Sam")
    assert "✓" in kept.words


def test_the_work_of_a_session_is_in_a_backup_after_it_and_during_it(
    kring: Callable[..., Any], path: Path, qtbot: QtBot
) -> None:
    app = kring()
    app._library_watch.task.wait()
    qtbot.wait(20)
    app.document.add_partner("Sam")
    app._library_watch._backed_up = -1000.0  # some minutes later
    app._library_watch.look()
    app._library_watch.task.wait()
    assert names_in_backup(path) == ["Sam"]
    app.document.add_partner("Noor")
    close(app)
    assert names_in_backup(path) == ["Sam", "Noor"]
    assert len(backups.backups_of(path)) == 2, "of a day the first and the last"


def names_in_backup(path: Path) -> list[str]:
    with closing(Library.open(backups.backups_of(path)[0].file, read_only=True)) as kept:
        [summary] = kept.summaries()
        return [partner.name for partner in kept.load(summary.id)[0].partners]


def test_a_clock_that_jumps_purges_nothing(
    kring: Callable[..., Any], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = kring()
    key = first.document.map.network.id
    first.document.new_map("Tweede")
    first.document.remove_map(key)
    close(first)
    for year in (2099, 1999):

        class Wrong(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None, year: int = year) -> Self:
                return cls(year, 12, 31, tzinfo=tz)

        monkeypatch.setattr("app.storage.map_rows.datetime", Wrong)
        app = kring()
        assert key in {summary.id for summary in app.document.summaries()}
        close(app)
    monkeypatch.setattr("app.storage.map_rows.datetime", datetime)
    app = kring()
    assert app.document.restore_map(key)


# --- a bug of ours


class Fall:
    """A slot that goes wrong, over somebody with a name."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.fallen = False

    def __call__(self, *arguments: dict[Any, Any]) -> None:
        self.fallen = True
        raise KeyError(self.name)


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the hook of the test run back afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


def test_a_bug_in_a_slot_is_written_down_without_names_and_kring_goes_on(
    kring: Callable[..., Any],
    path: Path,
    qtbot: QtBot,
    hook: Any,
    capsys: pytest.CaptureFixture[str],
) -> None:
    app = kring()
    app.document.add_partner("Ouders Sam")
    errors.install_hook(app._report)
    fall = Fall("Ouders Sam")
    app.document.changed.connect(fall)
    app.document.add_partner("Noor")
    assert fall.fallen
    report = path.parent / "kring-report.txt"
    assert report.name in notice(app)
    text = report.read_text(encoding="utf-8")
    assert "KeyError" in text
    assert "Sam" not in text
    assert "Noor" not in text
    app.document.changed.disconnect(fall)
    assert app.document.add_partner("Ib'er")
    with closing(Library.open(path, read_only=True)) as kept:
        names = [p.name for p in kept.load(app.document.map.network.id)[0].partners]
    assert names == ["Ouders Sam", "Noor", "Ib'er"]


def test_run_stays_until_the_window_closes(
    path: Path, settings: Settings, qapp: QApplication, hook: Any
) -> None:
    app = Application(path, [], settings)
    seen = []

    def look() -> None:
        if app._background is None:
            QTimer.singleShot(20, look)
            return
        seen.append(sure(app.document).map.network.title)
        app.window.close()

    app.window.first_painted.connect(look)
    assert app.run() == 0
    assert seen == ["My network"]
    app.window.deleteLater()
    with closing(Library.open(path)) as library:
        assert len(library.summaries()) == 1


# --- closing


def test_closing_gives_the_library_free_and_remembers_the_window(
    kring: Callable[..., Any], path: Path, settings: Settings
) -> None:
    app = kring()
    app.window.resize(795, 563)
    close(app)
    with closing(Library.open(path)) as library:
        assert len(library.summaries()) == 1
    assert not settings.geometry.isEmpty()
    again = MainWindow(settings)
    assert (again.width(), again.height()) == (795, 563)
    again.deleteLater()


def test_a_window_closed_while_the_library_opens_gives_it_free(
    kring: Callable[..., Any],
    path: Path,
    settings: Settings,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate = threading.Event()
    opening = start.open_library

    def slow(*arguments: Any) -> Library | None:
        gate.wait(20)
        return opening(*arguments)

    monkeypatch.setattr(start, "open_library", slow)
    app = kring(until=lambda: True)
    qtbot.waitUntil(lambda: app._opening is not None)
    threading.Timer(0.05, gate.set).start()
    close(app)
    qtbot.wait(100)
    assert app.document is None
    with closing(Library.open(path)) as library:
        assert library.summaries() == []


def test_another_look_can_be_chosen_while_it_runs(
    kring: Callable[..., Any], settings: Settings
) -> None:
    app = kring()
    app.document.add_partner("Sam")
    for name, value in (("theme", "dark"), ("text_size", 150), ("language", "nl")):
        setattr(settings, name, value)
        QCoreApplication.processEvents()
        assert app.window.screens.shown == "draw"
    assert theme.current().name == "dark"
    assert current_language() == "nl"
    assert app.document.add_partner("Noor")


# --- the command line


@pytest.fixture
def no_window(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Catch what would be started; the window itself stays away."""
    started = []

    class Instead:
        following = None

        def __init__(self, library: Path | None, files: list[Path]) -> None:
            started.append((library, files))

        def run(self) -> int:
            return 7

    monkeypatch.setattr(application, "Application", Instead)
    return started


@pytest.mark.parametrize(
    ("words", "library", "files"),
    [
        ([], None, []),
        (["a.kring"], None, [Path("a.kring")]),
        (["--library", "l", "a.kring", "b.kring"], Path("l"), [Path("a.kring"), Path("b.kring")]),
        (["a.kring", "--library=l"], Path("l"), [Path("a.kring")]),
    ],
)
def test_the_words_say_which_library_and_which_files(
    no_window: list[Any], words: list[Any], library: Path | None, files: list[Path]
) -> None:
    assert main(words) == 7
    assert no_window == [(library, files)]


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["a.kring", "--help"]])
def test_help_is_printed(
    no_window: list[Any], capsys: pytest.CaptureFixture[str], words: list[Any]
) -> None:
    assert main(words) == 0
    assert capsys.readouterr().out == USAGE
    assert no_window == []


@pytest.mark.parametrize(
    "words",
    [
        ["--libary", "x"],
        ["-x"],
        ["--library"],
        ["--library="],
        ["--library", "--help"],
    ],
)
def test_what_is_not_understood_is_said_in_one_line_with_the_usage(
    no_window: list[Any], capsys: pytest.CaptureFixture[str], words: list[Any]
) -> None:
    assert main(words) == 2
    told = capsys.readouterr().err
    assert told.startswith("kring: ")
    assert told.endswith(USAGE)
    assert no_window == []


def test_what_the_system_misses_is_said_instead_of_a_window(
    no_window: list[Any], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.system.what_qt_misses", lambda: "Install libX.")
    assert main([]) == 1
    assert capsys.readouterr().err == "Install libX.\n"
    assert no_window == []


@pytest.mark.parametrize("word", COMMANDS)
def test_a_command_starts_no_window(
    no_window: list[Any], monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setattr("app.commands.run.run", lambda given, _: len(given))
    assert main([word, "x"]) == 2
    assert no_window == []


def test_the_library_is_in_the_folder_for_data_unless_another_is_named(
    tmp_path: Path, qapp: QApplication, settings: Settings
) -> None:
    app = Application(None, [], settings)
    assert app.library_path().name == "library.kringlib"
    assert "kring-tests-" in str(app.library_path())
    app.window.deleteLater()
