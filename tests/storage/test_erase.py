"""Removed for good: no copy that Kring keeps holds a map any more, and all others stay."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.models.network import Map, Network, Partner
from app.models.problem import Problem
from app.storage import backups
from app.storage.library import Library

SECRET = "Noor van den Geheimzinnigen"


def one(key: str, name: str) -> Map:
    partners = [Partner(id=f"{n}", name=f"{name} {n}", notes=name * 300) for n in range(5)]
    return Map.of([Network(id=key, series=key, title=name), *partners])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.kringlib"
    with closing(Library.open(path)) as library:
        library.add(one("removed-map-0001", SECRET))
        library.add(one("other-map-00002", "Sam"))
        library.back_up()
        backups.back_up_before_upgrade(path, 1)
        backups.copy_library(path, path.with_stem("library-damaged-2026-01-01"))
        library.remove("removed-map-0001")
        library.back_up()
    return path


def holding(folder: Path, text: str = SECRET) -> list[str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return [file.name for file in files if text.encode() in file.read_bytes()]


def test_nothing_holds_a_map_that_is_removed_for_good(path: Path) -> None:
    assert len(holding(path.parent)) >= 5
    with closing(Library.open(path)) as library:
        assert library.erase("removed-map-0001") == ()
        assert holding(path.parent) == []
        assert [summary.title for summary in library.summaries()] == ["Sam"]
    assert len(holding(path.parent, "Sam")) >= 5
    for backup in backups.backups_of(path):
        assert backups.map_in(backup.file, "other-map-00002")[0].partners


def test_only_a_removed_map_goes(path: Path) -> None:
    with closing(Library.open(path)) as library:
        for key in ("other-map-00002", "nothing"):
            with pytest.raises(Problem, match="map_not_found"):
                library.erase(key)
    assert holding(path.parent)


def test_a_file_that_cannot_be_read_is_named_and_left(path: Path) -> None:
    broken = path.with_stem("library-damaged-2026-01-02")
    broken.write_bytes(b"not a library any more: removed-map-0001 " + SECRET.encode())
    unconcerned = path.with_stem("library-damaged-2026-01-03")
    unconcerned.write_bytes(b"nothing of that map")
    with closing(Library.open(path)) as library:
        assert library.erase("removed-map-0001") == (broken,)
    assert holding(path.parent) == [broken.name]


def test_the_copy_somebody_works_in_is_theirs(path: Path) -> None:
    copy = path.with_stem("library-copy-1")
    backups.copy_library(path, copy)
    with closing(Library.open(path)) as library:
        library.erase("removed-map-0001")
    with closing(sqlite3.connect(copy)) as held:
        assert held.execute("SELECT count(*) FROM map").fetchone() == (2,)
