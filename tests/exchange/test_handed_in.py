"""What is handed in by many: whatever lies there is read, or named with the reason."""

import os
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import errors
from app.exchange import handed_in
from app.exchange.handed_in import HandedInMap, WatchedFolder, collected
from app.exchange.kring_file import to_json
from app.models.problem import Problem
from tests.models.editing import full_map


def told(*paths: Path) -> list[str]:
    """Return the codes of what was not read, each of which is a sentence."""
    found = collected(paths, b"salt")
    assert all(errors.sentence(problem) for problem in found.not_read)
    return [problem.code for problem in found.not_read]


def test_what_lies_in_a_folder_and_a_zip_is_read(tmp_path: Path) -> None:
    (tmp_path / "one.kring").write_bytes(to_json(full_map("one")))
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("sub/two.kring", to_json(full_map("two")))
    assert len(collected([tmp_path], b"salt").handed) == 2
    assert told(tmp_path) == []


def test_a_zip_or_a_folder_without_a_map_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"):
        pass
    with zipfile.ZipFile(tmp_path / "slides.zip", "w") as archive:
        archive.writestr("slides.pdf", b"%PDF")
    for name in ("empty", "empty.zip", "slides.zip"):
        assert told(tmp_path / name) == ["group_nothing_in"]


@pytest.mark.parametrize("way", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_with_a_map_that_is_packed_wrongly_is_named(tmp_path: Path, way: int) -> None:
    with zipfile.ZipFile(tmp_path / "in.zip", "w", way) as archive:
        archive.writestr("a.kring", to_json(full_map("one")))
    content = bytearray((tmp_path / "in.zip").read_bytes())
    content[60:160] = b"x" * 100
    (tmp_path / "in.zip").write_bytes(content)
    assert told(tmp_path / "in.zip") == ["file_damaged"]


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with a name")
@pytest.mark.parametrize("name", ["pipe.kring", "pipe.zip"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    assert told(tmp_path) == told(tmp_path / name) == ["file_unreadable"]


def test_a_folder_one_may_not_enter_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (tmp_path / "one.kring").write_bytes(to_json(full_map("one")))
    scan = os.scandir

    def refused(path: str) -> Iterator[os.DirEntry[str]]:
        if Path(path) == closed:
            raise PermissionError(13, "denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert len(collected([tmp_path], b"salt").handed) == 1
    assert told(tmp_path) == told(closed) == ["file_unreadable"]


def test_a_zip_that_holds_more_than_any_group_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(30):
            archive.writestr(f"{number}.kring", b" " * 10_000)
    assert set(told(tmp_path)) == {"file_empty"}
    monkeypatch.setattr(handed_in, "_LARGEST_ZIP", 200_000)
    assert told(tmp_path) == ["file_too_large"]


def test_of_a_folder_that_is_watched_only_what_changed_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    of_file = handed_in._of_file

    def noted(path: Path, salt: bytes) -> Iterator[HandedInMap | Problem]:
        opened.append(path.name)
        return of_file(path, salt)

    monkeypatch.setattr(handed_in, "_of_file", noted)
    deeper = tmp_path / "group" / "late.kring"
    deeper.parent.mkdir()
    (tmp_path / "one.kring").write_bytes(to_json(full_map("one")))
    deeper.write_bytes(to_json(full_map("late"))[:90])
    watched = WatchedFolder(tmp_path)

    def held() -> tuple[int, int]:
        found = collected([tmp_path], b"salt", watched)
        return len(found.handed), len(found.not_read)

    assert held() == (1, 0)  # what was written a moment ago may still be coming
    assert watched.has_news()
    deeper.write_bytes(to_json(full_map("late")))
    opened.clear()
    assert held() == (2, 0)
    assert opened == ["late.kring"]
    assert not watched.has_news()
    deeper.write_bytes(b"{")
    os.utime(deeper, (1, 1))  # it lies there for long
    assert held() == (1, 1) == held()
    assert not watched.has_news()
    deeper.unlink()
    assert watched.has_news()
    assert held() == (1, 0)
