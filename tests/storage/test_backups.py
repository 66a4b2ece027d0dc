"""Backups are whole, of each day, and can be put back; nothing is ever overwritten by them."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.models.problem import Problem
from app.storage import backups
from app.storage.backups import (
    DAYS_KEPT,
    back_up_before_upgrade,
    copy_library,
    last_good_backup,
    restore_backup,
    set_aside,
)
from app.storage.library import Library
from tests.models.editing import empty_map, full_map


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kring.library"


@pytest.fixture
def today(monkeypatch):
    def set_day(day: int) -> None:
        monkeypatch.setattr(backups, "_today", lambda: f"2026-11-{day:02}")

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


def test_a_backup_made_while_the_library_is_open_holds_the_last_change(path: Path, today):
    with closing(Library.open(path)) as library:
        library.add(full_map("a"))
        library.back_up()
        assert ids(path.parent / "backups" / "kring-2026-11-01.library") == {"a"}


def test_there_is_one_backup_a_day_and_the_last_days_are_kept(path: Path, today):
    with closing(Library.open(path)) as library:
        for day in range(1, 15):
            today(day)
            library.add(empty_map(f"day {day}"))
            library.back_up()
            library.back_up()
    kept = names_in(path.parent / "backups")
    assert kept == [f"kring-2026-11-{day:02}.library" for day in range(5, 15)]
    assert len(kept) == DAYS_KEPT
    assert len(ids(path.parent / "backups" / kept[0])) == 5


def test_backups_before_an_upgrade_and_of_other_libraries_are_not_dropped(path: Path, today):
    fill(path, "a")
    other = path.with_name("other.library")
    fill(other, "b")
    back_up_before_upgrade(path, 1)
    backups.back_up(other)
    for day in range(2, 15):
        today(day)
        backups.back_up(path)
    names = names_in(path.parent / "backups")
    assert "kring-2026-11-01-version-1.library" in names
    assert "other-2026-11-01.library" in names


def test_a_damaged_library_does_not_replace_the_backup_of_today(path: Path, today):
    fill(path, "a")
    made = backups.back_up(path)
    content = made.read_bytes()
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(Problem, match="library_damaged"):
        backups.back_up(path)
    assert made.read_bytes() == content
    assert names_in(made.parent) == [made.name]


def test_a_copy_that_turns_out_bad_takes_no_place(path: Path, today, monkeypatch):
    fill(path, "a")
    made = backups.back_up(path)
    content = made.read_bytes()
    fill(path, "b")
    real = backups.examine

    def fails_for_the_copy(connection: sqlite3.Connection, file: Path) -> int:
        if file == made:
            raise Problem("library_damaged", path=file)
        return real(connection, file)

    monkeypatch.setattr(backups, "examine", fails_for_the_copy)
    with pytest.raises(Problem, match="library_damaged"):
        backups.back_up(path)
    assert made.read_bytes() == content
    assert names_in(made.parent) == [made.name]


def test_the_last_good_backup_is_the_newest_that_can_be_read(path: Path, today):
    assert last_good_backup(path) is None
    for day in (1, 2, 3):
        today(day)
        fill(path, f"day {day}")
        backups.back_up(path)
    folder = path.parent / "backups"
    assert last_good_backup(path) == folder / "kring-2026-11-03.library"
    (folder / "kring-2026-11-03.library").write_bytes(b"\0" * 9000)
    assert last_good_backup(path) == folder / "kring-2026-11-02.library"
    assert names_in(folder) == [f"kring-2026-11-0{day}.library" for day in (1, 2, 3)]


def test_a_damaged_library_is_set_aside_and_the_backup_goes_on(path: Path, today):
    fill(path, "a")
    backups.back_up(path)
    damaged = b"not a library any more"
    path.write_bytes(damaged)
    aside = set_aside(path)
    assert aside.read_bytes() == damaged
    assert not path.exists()
    restore_backup(last_good_backup(path), path)
    fill(path, "b")
    assert ids(path) == {"a", "b"}
    assert ids(path.parent / "backups" / "kring-2026-11-01.library") == {"a"}


def test_setting_aside_takes_the_log_along_and_never_overwrites(path: Path, today):
    for content in (b"first", b"second", b"third"):
        path.write_bytes(content)
        path.with_name("kring.library-wal").write_bytes(content + b" log")
        aside = set_aside(path)
        assert aside.read_bytes() == content
        assert aside.with_name(f"{aside.name}-wal").read_bytes() == content + b" log"
    assert [name for name in names_in(path.parent) if name.endswith(".library")] == [
        "kring-damaged-2026-11-01-2.library",
        "kring-damaged-2026-11-01-3.library",
        "kring-damaged-2026-11-01.library",
    ]


def test_the_log_of_a_lost_library_is_not_played_into_a_new_one(path: Path, today):
    """Whoever deletes the file and leaves the log must not get half of the old maps back."""
    with closing(Library.open(path)) as library:
        library.add(full_map("old"))
        log = path.with_name("kring.library-wal").read_bytes()
    path.unlink()
    path.with_name("kring.library-wal").write_bytes(log)
    fill(path, "new")
    assert ids(path) == {"new"}
    assert path.with_name("kring-damaged-2026-11-01.library-wal").read_bytes() == log


def test_putting_a_backup_back_sets_aside_what_is_there(path: Path, today):
    fill(path, "a")
    made = backups.back_up(path)
    fill(path, "b")
    restore_backup(made, path)
    assert ids(path) == {"a"}
    assert ids(path.with_name("kring-damaged-2026-11-01.library")) == {"a", "b"}


def test_a_bad_backup_is_not_put_back(path: Path, today):
    fill(path, "a")
    bad = path.with_name("bad.library")
    bad.write_bytes(b"no")
    with pytest.raises(Problem, match="library_damaged"):
        restore_backup(bad, path)
    assert ids(path) == {"a"}


def test_a_library_in_use_is_neither_set_aside_nor_replaced(path: Path, today):
    fill(path, "a")
    made = backups.back_up(path)
    with closing(Library.open(path)):
        for act in (lambda: set_aside(path), lambda: restore_backup(made, path)):
            with pytest.raises(Problem, match="library_in_use"):
                act()
    set_aside(path)
    with pytest.raises(Problem, match="library_missing"):
        set_aside(path)


def test_a_library_in_use_can_be_copied_with_its_last_change(path: Path, tmp_path: Path):
    copy = tmp_path / "elsewhere" / "copy.library"
    with closing(Library.open(path)) as library:
        library.add(full_map("a"))
        copy_library(path, copy)
        library.add(full_map("b"))
    with closing(Library.open(copy)) as library:
        assert library.load("a")[0] == full_map("a")
        assert len(library.summaries()) == 1


def test_a_copy_replaces_nothing(path: Path, tmp_path: Path):
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


def test_a_backup_that_was_opened_and_left_open_is_renewed_whole(path: Path, today):
    """Its log must not be played into the backup that takes its place."""
    fill(path, "a")
    made = backups.back_up(path)
    with closing(sqlite3.connect(made)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("UPDATE network SET title = 'from the log'")
        raw.commit()
        log = made.with_name(f"{made.name}-wal").read_bytes()
    made.with_name(f"{made.name}-wal").write_bytes(log)
    fill(path, "b")
    backups.back_up(path)
    assert ids(made) == {"a", "b"}
    assert os.listdir(made.parent) == [made.name]  # noqa: PTH208 (names are enough)
