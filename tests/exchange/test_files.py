"""One writer for all files: modes, links, maps that are not replaced, and nothing left half."""

import fcntl
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.exchange import unfinished
from app.exchange.csv_table import read_table
from app.exchange.files import check_outputs, unused, write_file, write_files
from app.exchange.kring_file import write_kring
from app.models.problem import Problem
from app.storage.library import Library
from tests.models.editing import full_map

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of Unix")


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch):
    """Kring's own folder, in an account whose files everybody can read."""
    before = os.umask(0o022)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    yield tmp_path / "data" / "Kring" / "unfinished"
    os.umask(before)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def code_of(act) -> str:
    with pytest.raises(Problem) as caught:
        act()
    return caught.value.code


def test_a_new_file_can_be_read_by_this_person_only(folder, own):
    write_kring(full_map(), folder / "map.kring")
    assert mode(folder / "map.kring") == 0o600
    assert list(own.iterdir()) == []
    assert mode(own) == mode(own.parent) == 0o700


@pytest.mark.parametrize("before", [0o600, 0o640, 0o644, 0o664, 0o444])
def test_a_file_that_is_written_over_keeps_its_mode(folder, before):
    path = folder / "map.kring"
    path.write_text("old", encoding="utf-8")
    path.chmod(before)
    write_kring(full_map(), path)
    assert mode(path) == before


def test_a_link_is_followed_and_stays(folder, tmp_path):
    real = tmp_path / "elsewhere" / "real.png"
    real.parent.mkdir()
    real.write_bytes(b"old")
    (folder / "linked.png").symlink_to(real)
    write_file(folder / "linked.png", b"new")
    assert (folder / "linked.png").is_symlink()
    assert real.read_bytes() == b"new"
    (folder / "new.png").symlink_to(real.with_name("not yet.png"))
    write_file(folder / "new.png", b"new")
    assert real.with_name("not yet.png").read_bytes() == b"new"


def ring(folder: Path) -> Path:
    (folder / "one.png").symlink_to(folder / "two.png")
    (folder / "two.png").symlink_to(folder / "one.png")
    return folder / "one.png"


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.png")
    return folder / "pipe.png"


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (pipe, "file_not_written"),
        (ring, "file_bad_name"),
        (lambda folder: folder, "file_not_written"),
        (lambda folder: folder / f"{'n' * 300}.png", "file_bad_name"),
        (lambda folder: folder / ("n" * 300) / "a.png", "file_bad_name"),
        (lambda folder: folder / "not there" / "a.png", "file_not_written"),
        (lambda folder: Path("/dev/null"), "file_not_written"),
        (lambda folder: Path("/dev/null/a.png"), "file_not_written"),
        (lambda folder: folder / "nul\0.png", "file_not_written"),
    ],
)
def test_what_is_no_file_is_refused_in_a_sentence_and_left(folder, place, code):
    path = place(folder)
    before = sorted(folder.iterdir())
    assert code_of(lambda: write_file(path, b"new")) == code
    assert sorted(folder.iterdir()) == before
    assert Path("/dev/null").is_char_device()


def test_a_name_too_long_to_try_is_a_sentence(folder):
    assert unused(folder / ("n" * 300)) == folder / ("n" * 300)
    assert unused(folder / "free.png") == folder / "free.png"
    (folder / "free.png").symlink_to(folder / "nowhere")
    assert unused(folder / "free.png") == folder / "free 2.png"


def test_nothing_else_takes_the_place_of_a_map_or_a_library(folder):
    path = folder / "map.kring"
    write_kring(full_map(), path)
    (folder / "picture.png").symlink_to(path)
    library = folder / "library.kringlib"
    Library.open(library).close()
    for target in (path, folder / "picture.png", library):
        before = target.read_bytes()
        assert code_of(lambda target=target: write_file(target, b"\x89PNG")) == "file_holds_map"
        assert target.read_bytes() == before
    assert code_of(lambda: write_kring(full_map(), library)) == "file_holds_map"
    write_kring(full_map("other"), path)  # a map in the place of a map was asked for


def test_what_is_read_is_not_written(folder):
    (folder / "egos.csv").touch()
    (folder / "link").symlink_to(folder / "egos.csv")
    assert (
        code_of(lambda: check_outputs([folder / "link"], [folder / "egos.csv"])) == "file_is_read"
    )
    check_outputs([folder / "other"], [folder / "egos.csv"])


# --- killed in between


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_whoever_is_killed_while_writing_leaves_nothing_after_the_next_start(folder):
    kills = os.environ.get("KRING_KILLS", "60")
    run = [sys.executable, "-m", "tests.exchange.kill_writing", str(folder), kills, "1"]
    done = subprocess.run(run, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0  # or nothing was tried


def half(folder: Path, own: Path, name: str = f".kring-{'a' * 32}.tmp") -> tuple[Path, Path]:
    """A file that a killed Kring left, and the note of it."""
    left = folder / name
    left.write_bytes(b"half")
    own.mkdir(parents=True, exist_ok=True)
    note = own / "note"
    note.write_text(json.dumps([str(left)]), encoding="utf-8")
    return left, note


def test_a_half_written_file_goes_with_the_next_start(folder, own):
    left, note = half(folder, own)
    unfinished.clear()
    assert not left.exists()
    assert not note.exists()


def test_only_what_is_noted_and_named_so_goes(folder, own):
    other = folder / f".kring-{'b' * 32}.tmp"
    other.touch()
    for name in ("letter.odt", ".kring-x.tmp", f"kring-{'a' * 32}.tmp"):
        left, note = half(folder, own, name)
        unfinished.clear()
        assert left.exists()
        assert not note.exists()
    assert other.exists()
    (folder / "real").touch()
    left, note = half(folder, own)
    left.unlink()
    left.symlink_to(folder / "real")
    unfinished.clear()
    assert left.is_symlink()


def test_what_another_kring_is_writing_stays(folder, own):
    left, note = half(folder, own)
    with note.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        unfinished.clear()
    assert left.exists()
    assert note.exists()


def test_a_note_of_a_drive_that_is_away_waits_for_it(folder, own):
    left, note = half(folder, own)
    away = folder.rename(folder.with_name("away"))
    unfinished.clear()
    assert note.exists()
    away.rename(folder)
    unfinished.clear()
    assert not left.exists()
    assert not note.exists()


@pytest.mark.parametrize(
    "content", [b"", b"[", b"{}", b"7", b'["\\ud800"]', b"\xff", b"[[[" * 9999]
)
def test_a_note_that_makes_no_sense_goes(folder, own, content):
    own.mkdir(parents=True)
    (own / "note").write_bytes(content)
    unfinished.clear()
    assert list(own.iterdir()) == []


def test_without_a_place_for_notes_files_are_written_all_the_same(folder, own):
    own.parent.mkdir(parents=True)
    own.touch()
    write_files([(folder / "a.png", b"new")])
    assert (folder / "a.png").read_bytes() == b"new"
    unfinished.clear()


# --- tables without anything in them


@pytest.mark.parametrize(
    "content", [",\n", ";;;", '""', '"",""\n,\n', "\n\n \n", "\t\t\n", ",,,\n" * 9, "\u00a0,\u2003"]
)
def test_a_table_of_separators_alone_is_empty(folder, content):
    path = folder / "e.csv"
    path.write_text(content, encoding="utf-8")
    assert code_of(lambda: read_table(path, ("ego_id",))) == "file_empty"
