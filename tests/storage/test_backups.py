"""Backups are whole, of each day, and can be put back; nothing is ever overwritten by them."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.models.problem import Problem
from app.storage import backups, companions, upgrades
from app.storage.backups import (
    back_up_before_upgrade,
    backups_of,
    copy_library,
    last_good_backup,
    restore_backup,
)
from app.storage.content import Summary
from app.storage.library import Library
from app.storage.opening import start_empty
from tests.models.editing import empty_map, full_map
from tests.sure import sure

DAYS_KEPT, PEAKS_KEPT = 3, 2
"""Fewer here than for people: what goes on over days goes on in less of them."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kring.library"


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    def set_day(day: int) -> None:
        monkeypatch.setattr(companions, "today", lambda: f"2026-11-{day:02}")

    monkeypatch.setattr(backups, "DAYS_KEPT", DAYS_KEPT)
    monkeypatch.setattr(backups, "PEAKS_KEPT", PEAKS_KEPT)
    set_day(1)
    return set_day


def ids(path: Path) -> set[str]:
    with closing(Library.open(path, read_only=True)) as library:
        return {summary.id for summary in library.summaries()}


def fill(path: Path, *names: str) -> None:
    with closing(Library.open(path)) as library:
        for name in names:
            library.add(full_map(name))


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def newest(path: Path) -> Path:
    return backups_of(path)[0].file


def test_a_backup_made_while_the_library_is_open_holds_the_last_change(
    path: Path, today: Callable[..., Any]
) -> None:
    with closing(Library.open(path)) as library:
        library.add(full_map("a"))
        library.back_up()
        assert newest(path).name == "kring-000001-2026-11-01.library"
        assert ids(newest(path)) == {"a"}


def test_what_did_not_change_is_not_backed_up_again(path: Path, today: Callable[..., Any]) -> None:
    with closing(Library.open(path)) as library:
        for _ in range(3):
            library.back_up()
        assert len(backups_of(path)) == 1
        library.add(full_map("a"))
        library.back_up()
    assert ids(newest(path)) == {"a"}


def test_of_a_day_the_first_and_the_last_are_kept_and_only_of_the_last_days(
    path: Path, today: Callable[..., Any]
) -> None:
    last = DAYS_KEPT + 3
    with closing(Library.open(path)) as library:
        for day in range(1, last + 1):
            today(day)
            for part in "abc":
                library.add(empty_map(f"{day} {part}"))
                library.back_up()
    made = backups_of(path)[::-1]
    assert [backup.day for backup in made] == [
        f"2026-11-{day:02}" for day in range(4, last + 1) for _ in range(2)
    ]
    assert len({backup.day for backup in made}) == DAYS_KEPT
    # The number of maps tells which of the day it is.
    assert [len(ids(backup.file)) for backup in made[-2:]] == [last * 3 - 2, last * 3]


@pytest.mark.parametrize("wrong", ["2099-01-01", "1999-12-31", "2027-02-01"])
def test_a_clock_that_jumps_neither_drops_a_backup_nor_makes_one_the_newest(
    path: Path, monkeypatch: pytest.MonkeyPatch, today: Callable[..., Any], wrong: str
) -> None:
    today(1)
    fill(path, "a")
    backups.back_up(path)
    monkeypatch.setattr(companions, "today", lambda: wrong)
    backups.back_up(path)
    today(1)
    fill(path, "b")
    made = backups.back_up(path)
    assert made.file.exists()
    assert len(backups_of(path)) == 3
    assert newest(path) == made.file == last_good_backup(path)
    for number in range(DAYS_KEPT + 2):
        fill(path, f"more {number}")
        made = backups.back_up(path)
        assert newest(path) == made.file
    assert ids(newest(path)) >= {"a", "b", f"more {DAYS_KEPT + 1}"}


def test_ten_starts_in_the_future_do_not_drop_what_is_made_now(
    path: Path, monkeypatch: pytest.MonkeyPatch, today: Callable[..., Any]
) -> None:
    fill(path, "a")
    for year in range(2090, 2102):
        monkeypatch.setattr(companions, "today", lambda year=year: f"{year}-01-01")
        backups.back_up(path)
    today(2)
    fill(path, "b")
    made = backups.back_up(path)
    assert ids(made.file) == {"a", "b"}
    assert last_good_backup(path) == made.file


def test_backups_of_days_without_a_number_are_the_oldest(
    path: Path, today: Callable[..., Any]
) -> None:
    fill(path, "a")
    made = backups.back_up(path).file
    old = made.with_name("kring-2099-01-01.library")
    made.rename(old)
    fill(path, "b")
    assert backups.back_up(path).number == 1
    assert [backup.file for backup in backups_of(path)][-1] == old


def test_a_library_that_was_emptied_pushes_out_nothing(
    path: Path, today: Callable[..., Any]
) -> None:
    fill(path, "a", "b")
    rich = backups.back_up(path).file
    start_empty(path)
    for day in range(2, 3 * DAYS_KEPT):
        today(day)
        backups.back_up(path)
        backups.back_up(path)
    assert ids(rich) == {"a", "b"}
    assert len(backups_of(path)) <= 2 * DAYS_KEPT + PEAKS_KEPT + 1
    assert last_good_backup(path) == rich, "one with nobody in it comes last"


def test_of_what_was_richer_only_some_are_kept(path: Path, today: Callable[..., Any]) -> None:
    names = [f"map {number}" for number in range(2 * (DAYS_KEPT + PEAKS_KEPT))]
    fill(path, *names)
    for number, name in enumerate(names):
        today(1 + number)
        backups.back_up(path)
        with closing(Library.open(path)) as library:
            library.remove(name)
    made = backups_of(path)
    assert len(made) == DAYS_KEPT + PEAKS_KEPT
    assert made[-1].number == 1


def test_backups_before_an_upgrade_and_of_other_libraries_are_not_dropped(
    path: Path, today: Callable[..., Any]
) -> None:
    fill(path, "a")
    other = path.with_name("other.library")
    fill(other, "b")
    back_up_before_upgrade(path, 1)
    backups.back_up(other)
    for day in range(2, DAYS_KEPT + 4):
        today(day)
        backups.back_up(path)
    names = names_in(path.parent / "backups")
    assert "kring-000001-2026-11-01-version-1.library" in names
    assert "other-000001-2026-11-01.library" in names


def test_a_damaged_library_makes_no_backup(path: Path, today: Callable[..., Any]) -> None:
    fill(path, "a")
    made = backups.back_up(path).file
    content = made.read_bytes()
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(Problem, match="library_damaged"):
        backups.back_up(path)
    assert made.read_bytes() == content
    assert names_in(made.parent) == [made.name]


def test_a_copy_that_turns_out_bad_takes_no_place(
    path: Path, today: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path, "a")
    made = backups.back_up(path).file
    content = made.read_bytes()
    fill(path, "b")
    real = upgrades.examine

    def fails_for_the_copy(connection: sqlite3.Connection, file: Path) -> int:
        if file != path:
            raise Problem("library_damaged", path=file)
        return real(connection, file)

    monkeypatch.setattr(backups, "examine", fails_for_the_copy)
    with pytest.raises(Problem, match="library_damaged"):
        backups.back_up(path)
    assert made.read_bytes() == content
    assert names_in(made.parent) == [made.name]


def spoil(path: Path, network_id: str, statement: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(statement, (network_id,))
        raw.commit()


SPOILED = {
    "a value": "UPDATE partner SET importance = 9 WHERE network_id = ?",
    "the map itself": "UPDATE network SET importance_cut = 99 WHERE network_id = ?",
    "its history": "UPDATE map SET position = -1 WHERE id = ?",
    "a text": "UPDATE partner SET name = CAST(x'fffe41' AS TEXT) WHERE network_id = ?",
    "its own text": "UPDATE network SET title = CAST(x'fffe41' AS TEXT) WHERE network_id = ?",
    "no map": "DELETE FROM network WHERE network_id = ?",
}


@pytest.mark.parametrize("statement", SPOILED.values(), ids=SPOILED.keys())
def test_a_damaged_map_never_makes_the_last_good_backup(
    path: Path, today: Callable[..., Any], statement: str
) -> None:
    fill(path, "good", "bad")
    sound = backups.back_up(path).file
    spoil(path, "bad", statement)
    for day in range(2, DAYS_KEPT + 4):
        today(day)
        fill(path, f"day {day}")
        made = backups.back_up(path)
        assert not made.sound
    assert last_good_backup(path) == sound
    assert f"day {day}" in {summary.id for summary in summaries(newest(path))}
    found, whole, _ = backups.last_good_map(path, "bad")
    assert (found.file, whole) == (sound, full_map("bad"))
    assert backups.last_good_map(path, f"day {day}")[0].file == newest(path)
    with pytest.raises(Problem, match="map_in_no_backup"):
        backups.last_good_map(path, "nobody")


def summaries(path: Path) -> list[Summary]:
    with closing(Library.open(path, read_only=True)) as library:
        return library.summaries()


def test_the_last_good_backup_is_the_newest_that_can_be_read(
    path: Path, today: Callable[..., Any]
) -> None:
    assert last_good_backup(path) is None
    made = []
    for day in (1, 2, 3):
        today(day)
        fill(path, f"day {day}")
        made.append(backups.back_up(path).file)
    assert last_good_backup(path) == made[2]
    made[2].write_bytes(b"\0" * 9000)
    assert last_good_backup(path) == made[1]
    assert names_in(made[0].parent) == [file.name for file in made]


def test_an_empty_library_takes_the_place_of_a_damaged_one_which_stays(
    path: Path, today: Callable[..., Any]
) -> None:
    fill(path, "a")
    backups.back_up(path)
    damaged = b"not a library any more"
    path.write_bytes(damaged)
    start_empty(path)
    assert path.with_name("kring-damaged-2026-11-01.library").read_bytes() == damaged
    assert ids(path) == set()
    restore_backup(sure(last_good_backup(path)), path)
    fill(path, "b")
    assert ids(path) == {"a", "b"}


def test_keeping_aside_takes_the_log_along_and_never_overwrites(
    path: Path, today: Callable[..., Any]
) -> None:
    for content in (b"first", b"second", b"third"):
        path.write_bytes(content)
        path.with_name("kring.library-wal").write_bytes(content + b" log")
        kept = companions.keep_aside(path)
        assert sure(kept).read_bytes() == content
        assert sure(kept).with_name(f"{sure(kept).name}-wal").read_bytes() == content + b" log"
    assert [name for name in names_in(path.parent) if "damaged" in name and "wal" not in name] == [
        "kring-damaged-2026-11-01-2.library",
        "kring-damaged-2026-11-01-3.library",
        "kring-damaged-2026-11-01.library",
    ]


def test_the_log_of_a_lost_library_is_not_played_into_a_new_one(
    path: Path, today: Callable[..., Any]
) -> None:
    """Whoever deletes the file and leaves the log must not get half of the old maps back."""
    with closing(Library.open(path)) as library:
        library.add(full_map("old"))
        log = path.with_name("kring.library-wal").read_bytes()
    path.unlink()
    path.with_name("kring.library-wal").write_bytes(log)
    fill(path, "new")
    assert ids(path) == {"new"}
    assert path.with_name("kring-damaged-2026-11-01.library-wal").read_bytes() == log


def test_putting_a_backup_back_keeps_aside_what_is_there(
    path: Path, today: Callable[..., Any]
) -> None:
    fill(path, "a")
    made = backups.back_up(path).file
    fill(path, "b")
    restore_backup(made, path)
    assert ids(path) == {"a"}
    assert ids(path.with_name("kring-damaged-2026-11-01.library")) == {"a", "b"}


def test_what_stands_in_the_log_of_a_killed_kring_is_kept_aside_as_well(
    path: Path, today: Callable[..., Any]
) -> None:
    fill(path, "a")
    made = backups.back_up(path).file
    with closing(Library.open(path)) as library:
        library.add(full_map("b"))
        files = {file.name: file.read_bytes() for file in path.parent.glob("kring.library*")}
    for name, content in files.items():
        path.with_name(name).write_bytes(content)
    assert len(files["kring.library-wal"]) > 0
    restore_backup(made, path)
    assert ids(path) == {"a"}
    assert ids(path.with_name("kring-damaged-2026-11-01.library")) == {"a", "b"}


def test_a_bad_backup_is_not_put_back(path: Path, today: Callable[..., Any]) -> None:
    fill(path, "a")
    bad = path.with_name("bad.library")
    bad.write_bytes(b"no")
    with pytest.raises(Problem, match="library_damaged"):
        restore_backup(bad, path)
    assert ids(path) == {"a"}


def test_a_library_in_use_is_neither_emptied_nor_replaced(
    path: Path, today: Callable[..., Any]
) -> None:
    fill(path, "a")
    made = backups.back_up(path).file
    with closing(Library.open(path)):
        acts: list[Callable[[], object]]
        acts = [lambda: start_empty(path), lambda: restore_backup(made, path)]
        for act in acts:
            with pytest.raises(Problem, match="library_in_use"):
                act()
    assert ids(path) == {"a"}


# --- no library, but backups


@pytest.mark.parametrize("left", ["nothing", "the log"])
def test_a_library_that_is_gone_is_not_a_new_one(
    path: Path, today: Callable[..., Any], left: str
) -> None:
    fill(path, "a")
    made = backups.back_up(path).file
    path.unlink()
    if left == "the log":
        path.with_name("kring.library-wal").write_bytes(b"log")
    before = sorted(file.name for file in path.parent.rglob("*"))
    with pytest.raises(Problem, match="library_gone"):
        Library.open(path)
    after = sorted(file.name for file in path.parent.rglob("*"))
    assert [name for name in after if not name.endswith(".lock")] == [
        name for name in before if not name.endswith(".lock")
    ]
    restore_backup(made, path)
    assert ids(path) == {"a"}


def test_whoever_wants_an_empty_library_beside_backups_gets_it(
    path: Path, today: Callable[..., Any]
) -> None:
    fill(path, "a")
    backups.back_up(path)
    path.unlink()
    start_empty(path)
    fill(path, "b")
    assert ids(path) == {"b"}


def test_a_library_in_use_can_be_copied_with_its_last_change(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "copy.library"
    with closing(Library.open(path)) as library:
        library.add(full_map("a"))
        copy_library(path, copy)
        library.add(full_map("b"))
    with closing(Library.open(copy)) as library:
        assert library.load("a")[0] == full_map("a")
        assert len(library.summaries()) == 1


def test_a_copy_replaces_nothing(path: Path, tmp_path: Path) -> None:
    fill(path, "a")
    there = tmp_path / "there.library"
    there.write_text("mine")
    with pytest.raises(Problem, match="file_exists"):
        copy_library(path, there)
    assert there.read_text() == "mine"
    gone = tmp_path / "gone.library"
    with pytest.raises(Problem, match="library_missing"):
        copy_library(gone, tmp_path / "new.library")
    assert not (tmp_path / "new.library").exists()


def test_a_backup_that_was_opened_and_left_open_goes_with_its_log(
    path: Path, today: Callable[..., Any]
) -> None:
    fill(path, "a")
    made = backups.back_up(path).file
    with closing(sqlite3.connect(made)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("UPDATE network SET title = 'from the log'")
        raw.commit()
        log = made.with_name(f"{made.name}-wal").read_bytes()
    made.with_name(f"{made.name}-wal").write_bytes(log)
    for name in "bcd":
        fill(path, name)
        last = backups.back_up(path).file
    assert ids(last) == {"a", "b", "c", "d"}
    for day in range(2, 2 + DAYS_KEPT):
        today(day)
        backups.back_up(path)
    # Dropped with its log: nothing of it is left.
    assert not [file for file in made.parent.iterdir() if file.name.startswith(made.name)]
