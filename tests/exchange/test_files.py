"""One writer for all files: modes, links, maps that are not replaced, and nothing left half."""

import fcntl
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.exchange import unfinished_files
from app.exchange.csv_table import read_table
from app.exchange.files import check_outputs, unused, write_file, write_files
from app.exchange.kring_file import read_kring, write_kring
from app.models.problem import Problem
from app.storage.library import Library
from tests.models.editing import full_map
from tests.sure import as_a

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of Unix")


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Kring's own folder, in an account whose files everybody can read."""
    before = os.umask(0o022)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    yield tmp_path / "data" / "Kring" / "unfinished"
    os.umask(before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def code_of(act: Callable[..., Any]) -> str:
    with pytest.raises(Problem) as caught:
        act()
    return caught.value.code


def test_a_new_file_can_be_read_by_this_person_only(folder: Path, own: Path) -> None:
    write_kring(full_map(), folder / "map.kring")
    assert mode(folder / "map.kring") == 0o600
    assert list(own.iterdir()) == []
    assert mode(own) == mode(own.parent) == 0o700


@pytest.mark.parametrize("before", [0o600, 0o640, 0o644, 0o664, 0o444])
def test_a_file_that_is_written_over_keeps_its_mode(folder: Path, before: int) -> None:
    path = folder / "map.kring"
    path.write_text("old", encoding="utf-8")
    path.chmod(before)
    write_kring(full_map(), path)
    assert mode(path) == before


def test_a_link_is_followed_and_stays(folder: Path, tmp_path: Path) -> None:
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
def test_what_is_no_file_is_refused_in_a_sentence_and_left(
    folder: Path, place: Callable[..., Any], code: str
) -> None:
    path = place(folder)
    before = sorted(folder.iterdir())
    assert code_of(lambda: write_file(path, b"new")) == code
    assert sorted(folder.iterdir()) == before
    assert Path("/dev/null").is_char_device()


def test_a_name_too_long_to_try_is_a_sentence(folder: Path) -> None:
    assert unused(folder / ("n" * 300)) == folder / ("n" * 300)
    assert unused(folder / "free.png") == folder / "free.png"
    (folder / "free.png").symlink_to(folder / "nowhere")
    assert unused(folder / "free.png") == folder / "free 2.png"


def test_nothing_else_takes_the_place_of_a_map_or_a_library(folder: Path) -> None:
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


def test_what_is_read_is_not_written(folder: Path) -> None:
    (folder / "egos.csv").touch()
    (folder / "link").symlink_to(folder / "egos.csv")
    assert (
        code_of(lambda: check_outputs([folder / "link"], [folder / "egos.csv"])) == "file_is_read"
    )
    check_outputs([folder / "other"], [folder / "egos.csv"])


# --- killed in between


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
@pytest.mark.parametrize("drive", ["with second names", "plain"])
def test_whoever_is_killed_while_writing_leaves_nothing_after_the_next_start(
    folder: Path, drive: str
) -> None:
    kills = os.environ.get("KRING_KILLS", "20")
    run = [sys.executable, "-m", "tests.exchange.kill_writing", str(folder), kills, "1", drive]
    done = subprocess.run(run, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    left, mixed, _ = map(int, done.stdout.split())
    assert left > 0  # or nothing was tried
    assert mixed > 0


def half(folder: Path, own: Path, name: str = f".kring-{'a' * 32}.tmp") -> tuple[Path, Path]:
    """A file that a killed Kring left, and the note of it."""
    left = folder / name
    left.write_bytes(b"half")
    own.mkdir(parents=True, exist_ok=True)
    note = own / "note"
    note.write_text(json.dumps([str(left)]), encoding="utf-8")
    return left, note


def test_a_half_written_file_goes_with_the_next_start(folder: Path, own: Path) -> None:
    left, note = half(folder, own)
    unfinished_files.clear()
    assert not left.exists()
    assert not note.exists()


def test_only_what_is_noted_and_named_so_goes(folder: Path, own: Path) -> None:
    other = folder / f".kring-{'b' * 32}.tmp"
    other.touch()
    for name in ("letter.odt", ".kring-x.tmp", f"kring-{'a' * 32}.tmp"):
        left, note = half(folder, own, name)
        unfinished_files.clear()
        assert left.exists()
        assert not note.exists()
    assert other.exists()
    (folder / "real").touch()
    left, note = half(folder, own)
    left.unlink()
    left.symlink_to(folder / "real")
    unfinished_files.clear()
    assert left.is_symlink()


def test_what_another_kring_is_writing_stays(folder: Path, own: Path) -> None:
    left, note = half(folder, own)
    with note.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        unfinished_files.clear()
    assert left.exists()
    assert note.exists()


def test_a_note_of_a_drive_that_is_away_waits_for_it(folder: Path, own: Path) -> None:
    left, note = half(folder, own)
    away = folder.rename(folder.with_name("away"))
    unfinished_files.clear()
    assert note.exists()
    away.rename(folder)
    unfinished_files.clear()
    assert not left.exists()
    assert not note.exists()


@pytest.mark.parametrize(
    "content", [b"", b"[", b"{}", b"7", b'["\\ud800"]', b"\xff", b"[[[" * 9999]
)
def test_a_note_that_makes_no_sense_goes(folder: Path, own: Path, content: bytes) -> None:
    own.mkdir(parents=True)
    (own / "note").write_bytes(content)
    unfinished_files.clear()
    assert list(own.iterdir()) == []


def test_without_a_place_for_notes_files_are_written_all_the_same(folder: Path, own: Path) -> None:
    own.parent.mkdir(parents=True)
    own.touch()
    write_files([(folder / "a.png", b"new")])
    assert (folder / "a.png").read_bytes() == b"new"
    unfinished_files.clear()


# --- several that belong together

NEW = {"a.csv": b"new a", "b.csv": b"new b", "c.csv": b"new c"}
OLD = {"a.csv": b"old a", "c.csv": b"old c"}  # b is a file that was not there


def stands(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.fixture
def together(folder: Path) -> Path:
    for name, content in OLD.items():
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o640)
    return folder


def write_together(folder: Path) -> None:
    write_files([(folder / name, content) for name, content in NEW.items()])


def stop_at(number: int, how: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the renaming of the `number`-th file, from 0, do something else first."""
    seen, rename = [], Path.replace

    def counted(self: Path, target: Path) -> Path:
        seen.append(target)
        if len(seen) == number + 1:
            how(self)
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", counted)


def killed_at(number: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child = os.fork()
    if child == 0:
        stop_at(number, lambda _: os.kill(os.getpid(), 9), monkeypatch)
        write_together(folder)
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == 9


def refuse() -> None:
    raise PermissionError(13, "another program has it open")


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("error", [PermissionError, KeyboardInterrupt])
def test_files_of_which_one_is_refused_its_place_are_all_as_they_were(
    together: Path,
    own: Path,
    number: int,
    links: bool,
    error: type[Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stop(half: Path) -> None:
        raise error(13, "another program has it open", str(half))

    if not links:
        monkeypatch.setattr(Path, "hardlink_to", lambda *_: refuse())
    stop_at(number, stop, monkeypatch)
    with pytest.raises((Problem, KeyboardInterrupt)) as caught:
        write_together(together)
    if error is PermissionError:
        assert as_a(Path, as_a(Problem, caught.value).values["file"]).name == [*NEW][number]
    assert stands(together) == OLD
    assert {mode(together / name) for name in OLD} == {0o640}
    assert list(own.iterdir()) == []


@pytest.mark.parametrize("number", range(3))
def test_files_written_together_are_of_one_generation_after_a_kill(
    together: Path, own: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_at(number, together, monkeypatch)
    unfinished_files.clear()
    assert stands(together) == NEW
    assert mode(together / "a.csv") == 0o640
    assert list(own.iterdir()) == []


def test_a_kill_before_all_are_whole_leaves_what_was_there(
    together: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = os.fork()
    if child == 0:
        note = unfinished_files.Note
        monkeypatch.setattr(note, "take_places", lambda *_: os.kill(os.getpid(), 9))
        write_together(together)
    os.waitpid(child, 0)
    unfinished_files.clear()
    assert stands(together) == OLD
    assert list(own.iterdir()) == []


@pytest.mark.parametrize("number", [1, 2])
def test_what_somebody_changed_meanwhile_stays_and_the_rest_is_taken_back(
    together: Path, own: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_at(number, together, monkeypatch)
    (together / "c.csv").write_bytes(b"mine")
    unfinished_files.clear()
    assert stands(together) == {**OLD, "c.csv": b"mine"}
    assert list(own.iterdir()) == []


@pytest.mark.parametrize("number", [1, 2])
def test_a_new_file_that_somebody_worked_in_already_stays_theirs(
    together: Path, own: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_at(number, together, monkeypatch)
    (together / "a.csv").write_bytes(b"mine, after the new one")
    (together / "c.csv").unlink()
    unfinished_files.clear()
    assert stands(together) == {"a.csv": b"mine, after the new one"}


def test_a_kill_while_files_are_taken_back_ends_as_it_began(
    together: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_at(2, together, monkeypatch)
    child = os.fork()
    if child == 0:
        (together / "c.csv").write_bytes(b"mine")
        stop_at(0, lambda _: os.kill(os.getpid(), 9), monkeypatch)  # the first that is put back
        unfinished_files.clear()
    os.waitpid(child, 0)
    (together / "c.csv").write_bytes(OLD["c.csv"])  # and now it looks as if it could go on
    unfinished_files.clear()
    assert stands(together) == OLD
    assert list(own.iterdir()) == []


def test_files_on_a_drive_that_is_away_go_on_when_it_is_back(
    together: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_at(1, together, monkeypatch)
    away = together.rename(together.with_name("away"))
    unfinished_files.clear()
    assert len(list(own.iterdir())) == 1
    away.rename(together)
    unfinished_files.clear()
    assert stands(together) == NEW
    assert list(own.iterdir()) == []


def test_a_stick_pulled_out_while_files_take_their_places_is_seen_to_when_it_is_back(
    together: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pull(_: Path) -> None:
        together.rename(together.with_name("away"))

    stop_at(1, pull, monkeypatch)
    with pytest.raises(Problem, match="file_not_written"):
        write_together(together)
    monkeypatch.undo()
    monkeypatch.setenv("XDG_DATA_HOME", str(own.parent.parent))
    together.with_name("away").rename(together)
    unfinished_files.clear()
    assert stands(together) == OLD
    assert list(own.iterdir()) == []


def test_a_note_moves_nothing_it_does_not_name(together: Path, own: Path) -> None:
    left, note = half(together, own)
    other = together / "letter.odt"
    other.write_bytes(b"mine")
    move = [str(other), str(together / "a.csv"), str(left), None, None]
    for lines in ([[str(left)], [move]], [[str(left)], [["x"]]], [[str(left)], 7], [7, [move]]):
        note.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
        unfinished_files.clear()
        assert other.read_bytes() == b"mine"
        assert (together / "a.csv").read_bytes() == OLD["a.csv"]


# --- tables without anything in them


@pytest.mark.parametrize(
    "content", [",\n", ";;;", '""', '"",""\n,\n', "\n\n \n", "\t\t\n", ",,,\n" * 9, "\u00a0,\u2003"]
)
def test_a_table_of_separators_alone_is_empty(folder: Path, content: str) -> None:
    path = folder / "e.csv"
    path.write_text(content, encoding="utf-8")
    assert code_of(lambda: read_table(path, ("ego_id",))) == "file_empty"


def test_a_whole_library_is_not_taken_for_a_text_with_odd_letters(folder: Path) -> None:
    """Neither one with a password: the version in between is not looked at."""
    path = folder / "library.kringlib"
    Library.open(path).close()
    assert code_of(lambda: read_kring(path)) == "file_is_library"
    assert code_of(lambda: read_table(path, ("ego_id",))) == "file_is_library"
