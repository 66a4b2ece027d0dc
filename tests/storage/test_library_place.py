"""The file of an open library is taken away or replaced by other programs: nothing is lost."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import pytest

from app import errors
from app.models.history import History
from app.models.network import Map, Network, Note
from app.models.problem import Problem
from app.storage import backups
from app.storage.backups import backups_of, restore_backup
from app.storage.library import Library
from tests.examples import in_turn
from tests.models.editing import Editing, full_map
from tests.sure import as_a


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Kring" / "kring.library"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with closing(Library.open(path)) as opened:
        opened.add(full_map())
        opened.back_up()
        yield opened


def ids(path: Path) -> set[str]:
    with closing(Library.open(path, read_only=True)) as other:
        return {summary.id for summary in other.summaries()}


def codes(library: Library) -> list[str]:
    news = library.take_news()
    assert all(errors.sentence(problem) for problem in news)
    return [problem.code for problem in news]


def test_news_of_the_file_wait_for_no_work_on_it(library: Library) -> None:
    """The window asks for them while a thread adds a thousand maps."""
    begun, end = threading.Event(), threading.Event()

    def work() -> None:
        with library._busy:
            begun.set()
            end.wait(5)

    thread = threading.Thread(target=work)
    thread.start()
    begun.wait()
    assert library.take_news() == []
    assert thread.is_alive()
    end.set()
    thread.join()


def another(tmp_path: Path, name: str = "theirs") -> Path:
    file = tmp_path / "another" / "kring.library"
    with closing(Library.open(file)) as other:
        other.add(full_map(name))
    return file


# --- taken away


def remove_file(path: Path) -> None:
    path.unlink()


def remove_family(path: Path) -> None:
    for file in path.parent.glob("kring.library*"):
        file.unlink()


def remove_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def rename_file(path: Path) -> None:
    path.rename(path.with_name("moved by hand"))


REMOVALS = [remove_file, remove_family, remove_folder, rename_file]


@pytest.mark.parametrize(
    ("remove", "notices"), in_turn(REMOVALS, ["a step", "looking", "a backup", "closing"], 2)
)
def test_a_library_that_is_taken_away_is_written_anew(
    library: Library, path: Path, remove: Callable[..., Any], notices: str
) -> None:
    editing = Editing(full_map(), History(), seed="removed")
    for _ in range(20):
        step = editing.next()
        library.store("network", step)
        editing.follow(step)
    remove(path)
    if notices == "a step":
        step = editing.next()
        library.store("network", step)
        editing.follow(step)
    elif notices == "looking":
        library.look_after()
    elif notices == "a backup":
        library.back_up()
    library.close()
    assert codes(library) == ["library_removed"]
    with closing(Library.open(path)) as again:
        whole, history = again.load("network")
        assert whole == editing.whole
        assert history.edits == editing.history.edits
        assert codes(again) == []


def test_every_step_after_the_removal_is_kept_too(library: Library, path: Path) -> None:
    editing = Editing(full_map(), History(), seed="often")
    for number in range(30):
        if number % 7 == 3:
            remove_family(path)
        step = editing.next()
        library.store("network", step)
        editing.follow(step)
        assert ids(path) == {"network"}
    assert set(codes(library)) == {"library_removed"}
    library.close()
    with closing(Library.open(path)) as again:
        assert again.load("network")[0] == editing.whole


def test_another_kring_still_finds_it_in_use_when_its_lock_was_taken_away(
    library: Library, path: Path
) -> None:
    path.with_name("kring.library.lock").unlink()
    library.look_after()
    with pytest.raises(Problem, match="library_in_use"):
        Library.open(path)


# --- replaced


@pytest.mark.parametrize("with_log", [False, True])
@pytest.mark.parametrize("notices", ["a step", "looking", "closing"])
def test_of_two_files_in_one_place_both_stay(
    library: Library, path: Path, tmp_path: Path, notices: str, with_log: bool
) -> None:
    theirs = another(tmp_path)
    content = theirs.read_bytes()
    if with_log:  # as a sync client brings it: the file and what lay beside it
        path.with_name("kring.library-wal").unlink(missing_ok=True)
        path.with_name("kring.library-wal").write_bytes(b"")
    theirs.replace(path)
    if notices == "a step":
        library.add(full_map("mine"))
    elif notices == "looking":
        library.look_after()
    library.close()
    [news] = library.take_news()
    assert news.code == "library_replaced"
    other = as_a(Path, news.values["other"])
    assert other.name in errors.sentence(news)
    assert "other" in other.name
    assert other.read_bytes() == content
    assert ids(other) == {"theirs"}
    assert ids(path) == {"network"} | ({"mine"} if notices == "a step" else set())
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("content", [b"", b"rubbish" * 900])
def test_a_file_that_is_no_library_is_kept_as_well(
    library: Library, path: Path, content: bytes
) -> None:
    path.unlink()
    path.write_bytes(content)
    library.add(full_map("mine"))
    [news] = library.take_news()
    assert as_a(Path, news.values["other"]).read_bytes() == content
    assert ids(path) == {"network", "mine"}


def test_the_same_file_under_another_number_is_nothing_to_tell(
    library: Library, path: Path
) -> None:
    """What a sync client does that fetches what it has just sent."""
    library.look_after()
    copy = path.with_name("copy")
    shutil.copy2(path, copy)
    copy.replace(path)
    library.add(full_map("mine"))
    assert codes(library) == []
    library.close()
    assert ids(path) == {"network", "mine"}
    assert not [file for file in path.parent.iterdir() if "other" in file.name]


def test_an_older_copy_of_it_is_another_file(library: Library, path: Path) -> None:
    library.look_after()
    copy = path.with_name("copy")
    shutil.copy2(path, copy)
    library.add(full_map("mine"))
    library.look_after()
    copy.replace(path)
    library.add(full_map("more"))
    [news] = library.take_news()
    assert ids(as_a(Path, news.values["other"])) == {"network"}
    library.close()
    assert ids(path) == {"network", "mine", "more"}


# --- gone with its drive


def test_a_drive_that_is_gone_takes_no_step_and_comes_back_with_the_next(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = path.parent.with_name("away")
    path.parent.rename(away)
    monkeypatch.setattr(library._place, "_device", -1)  # what lies under it is another drive
    for _ in range(2):
        with pytest.raises(Problem, match="library_away"):
            library.add(full_map("lost"))
        assert library.is_away
        with pytest.raises(Problem, match="library_away"):
            library.look_after()
    assert not path.parent.exists(), "nothing is written to the drive below"
    away.rename(path.parent)
    library.look_after()
    assert not library.is_away
    library.add(full_map("found"))
    library.close()
    assert ids(path) == {"network", "found"}


def test_a_share_that_is_back_under_other_handles_takes_the_next_step(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was opened on it before answers nothing any more; what is there now is the same."""
    assert library._place is not None
    away, held, look = path.parent.with_name("away"), library._place._held, os.fstat

    def answer(file: int) -> os.stat_result:
        if not held.closed and file == held.fileno():
            raise OSError(errno.ENOTCONN, os.strerror(errno.ENOTCONN))
        return look(file)

    path.parent.rename(away)
    shutil.copytree(away, path.parent)
    monkeypatch.setattr(os, "fstat", answer)
    library.add(full_map("after"))
    assert held.closed
    assert codes(library) == []
    library.close()
    assert ids(path) == {"network", "after"}


def test_what_cannot_be_written_anew_is_told_and_kept_at_the_next_try(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove_family(path)

    def full(*arguments: Connection | Path) -> None:
        raise Problem("disk_full", path=path)

    with monkeypatch.context() as patched:
        patched.setattr(backups, "back_up", full)
        with pytest.raises(Problem, match="disk_full"):
            library.add(full_map("mine"))
        assert library.is_away
    library.add(full_map("mine"))
    assert not library.is_away
    assert ids(path) == {"network", "mine"}


# --- written over in its place


def over_it(path: Path, theirs: Path) -> None:
    shutil.copyfile(theirs, path)


def over_it_with_its_times(path: Path, theirs: Path) -> None:
    shutil.copy2(theirs, path)


def over_its_middle(path: Path, theirs: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(theirs.read_bytes()[-12288:])


def emptied(path: Path, theirs: Path) -> None:
    path.write_bytes(b"")


def with_rubbish(path: Path, theirs: Path) -> None:
    path.write_bytes(b"rubbish" * 900)


def longer(path: Path, theirs: Path) -> None:
    with path.open("ab") as file:
        file.write(b"rubbish" * 900)


def over_all_three(path: Path, theirs: Path) -> None:
    """What a folder brings that was copied while another Kring was at work there."""
    with closing(Library.open(theirs)) as other:
        other.add(full_map("more of theirs"))
        for ending in ("", "-wal", "-shm"):
            shutil.copyfile(f"{theirs}{ending}", f"{path}{ending}")


def without_its_log(path: Path, theirs: Path) -> None:
    Path(f"{path}-wal").unlink()


def with_an_empty_log(path: Path, theirs: Path) -> None:
    os.truncate(f"{path}-wal", 0)


def with_rubbish_in_its_log(path: Path, theirs: Path) -> None:
    with Path(f"{path}-wal").open("r+b") as file:
        file.write(b"rubbish" * 9)


def within_its_log(path: Path, theirs: Path) -> None:
    """In its first page: SQLite checks no page that it reads from there."""
    with Path(f"{path}-wal").open("r+b") as file:
        file.seek(1000)
        file.write(b"rubbish" * 99)


def within_its_index(path: Path, theirs: Path) -> None:
    """Where the index says which page stands where in the log."""
    with Path(f"{path}-shm").open("r+b") as file:
        file.seek(136)
        file.write(b"\1\0\0\0" * 9)


OVERWRITTEN = [
    over_it,
    over_it_with_its_times,
    over_its_middle,
    emptied,
    with_rubbish,
    longer,
    over_all_three,
    without_its_log,
    with_an_empty_log,
    with_rubbish_in_its_log,
    within_its_log,
    within_its_index,
]


@pytest.mark.parametrize(
    ("spoil", "notices", "is_folded"),
    [
        *((*pair, False) for pair in in_turn(OVERWRITTEN, ["a step", "a backup", "closing"])),
        *((*pair, True) for pair in in_turn(OVERWRITTEN, ["looking", "reading"])),
    ],
)
def test_a_library_that_is_written_over_is_noticed_and_nothing_is_lost(
    library: Library,
    path: Path,
    tmp_path: Path,
    spoil: Callable[..., Any],
    notices: str,
    is_folded: bool,
) -> None:
    theirs = another(tmp_path)
    editing = Editing(full_map(), History(), seed="over")
    for number in range(20):
        if number in (7, 13) or (is_folded and number == 19):
            library.look_after()
        step = editing.next()
        library.store("network", step)
        editing.follow(step)
    if is_folded:
        library.look_after()
    spoil(path, theirs)
    content = path.read_bytes()
    if notices == "a step":
        step = editing.next()
        library.store("network", step)
        editing.follow(step)
    elif notices == "looking":
        library.look_after()
    elif notices == "a backup":
        library.back_up()
    elif notices == "reading":
        assert library.load("network")[0] == editing.whole
    library.close()
    [news] = library.take_news()
    assert news.code == "library_replaced"
    other = as_a(Path, news.values["other"])
    assert other.name in errors.sentence(news)
    assert other.read_bytes() == content
    with closing(Library.open(path)) as again:
        whole, history = again.load("network")
        assert whole == editing.whole
        assert history.edits == editing.history.edits
        assert [summary.id for summary in again.summaries()] == ["network"]
        assert codes(again) == []
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def touched(path: Path) -> None:
    os.utime(path)


def written_again(path: Path) -> None:
    path.write_bytes(path.read_bytes())


def made_private(path: Path) -> None:
    path.chmod(0o600)


@pytest.mark.parametrize("touch", [touched, written_again, made_private])
def test_a_file_that_holds_what_it_held_is_nothing_to_tell(
    library: Library, path: Path, touch: Callable[..., Any]
) -> None:
    for number in range(6):
        touch(path)
        library.add(full_map(f"map {number}"))
        if number % 2:
            library.look_after()
    library.close()
    assert codes(library) == []
    assert len(ids(path)) == 7


def test_steps_while_the_log_is_folded_raise_no_alarm(library: Library, path: Path) -> None:
    """The file changes then, and it is Kring that changes it."""
    goes_on = threading.Event()

    def look() -> None:
        while not goes_on.is_set():
            library.look_after()

    looking = threading.Thread(target=look)
    looking.start()
    for number in range(60):
        library.add(full_map(f"map {number}"))
    goes_on.set()
    looking.join()
    assert codes(library) == []
    over_it(path, path.parent / "backups" / backups_of(path)[0].file.name)
    library.add(full_map("last"))
    library.close()
    assert codes(library) == ["library_replaced"]
    assert len(ids(path)) == 62


def test_a_long_log_is_folded_without_being_asked(library: Library, path: Path) -> None:
    for number in range(25):
        network = Network(id=f"large {number}", series="s")
        notes = [Note(id=f"n {number} {one}", text="x" * 3000) for one in range(120)]
        library.add(Map.of([network, *notes]))
        assert path.with_name("kring.library-wal").stat().st_size < 6 << 20
    library.close()
    assert len(ids(path)) == 26


def test_a_step_larger_than_what_sqlite_holds_back_is_no_change_of_somebody_else(
    library: Library, path: Path
) -> None:
    """It is written to the log before it is committed, over what was folded before."""
    for number in range(3):
        library.look_after()
        many = [Note(id=f"n {number} {one}", text="x" * 3000) for one in range(1500)]
        library.add(Map.of([Network(id=f"large {number}", series="s"), *many]))
    library.close()
    assert codes(library) == []
    assert len(ids(path)) == 4


# --- the file by itself


def test_the_file_alone_holds_everything_once_it_was_looked_after(
    library: Library, path: Path, tmp_path: Path
) -> None:
    for number in range(30):
        library.add(full_map(f"map {number}"))
    library.look_after()
    copy = tmp_path / "alone.library"
    shutil.copy2(path, copy)
    assert len(ids(copy)) == 31
    library.add(full_map("later"))
    library.look_after()
    shutil.copy2(path, copy)
    assert "later" in ids(copy)


def test_a_backup_is_made_from_what_the_connection_knows(library: Library, path: Path) -> None:
    library.add(full_map("mine"))
    remove_folder(path)
    library.back_up()
    assert ids(backups_of(path)[0].file) == {"network", "mine"}


# --- replaced after Kring was cut off


@pytest.fixture(scope="module")
def all_cut_off(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """As many as there are tests of it, by one Kring: starting it is what takes long."""
    work = (
        "import os, sys; from pathlib import Path; from app.storage.library import Library;"
        "from tests.models.editing import full_map;"
        "opened = [Library.open(Path(path)) for path in sys.argv[1:]];"
        "[library.add(full_map('mine')) for library in opened]; os._exit(9)"
    )
    folder = tmp_path_factory.mktemp("cut off")
    paths = [folder / str(number) / "Kring" / "kring.library" for number in range(9)]
    words = [sys.executable, "-c", work, *map(str, paths)]
    assert subprocess.run(words, check=False).returncode == 9
    return iter(paths)


@pytest.fixture
def cut_off(all_cut_off: Iterator[Path]) -> Path:
    """A library with a map that stands in its log alone, as a Kring that was killed leaves it."""
    path = next(all_cut_off)
    assert path.with_name("kring.library-wal").stat().st_size > 0
    return path


@pytest.mark.parametrize("first", ["open", "read", "restore"])
def test_the_log_of_a_killed_kring_is_not_played_into_another_file(
    cut_off: Path, tmp_path: Path, first: str
) -> None:
    shutil.copyfile(another(tmp_path), tmp_path / "new")
    (tmp_path / "new").replace(cut_off)
    content = cut_off.read_bytes()
    if first == "restore":
        restore_backup(another(tmp_path / "two", "backed up"), cut_off)
        assert ids(cut_off) == {"backed up"}
        assert content in [file.read_bytes() for file in cut_off.parent.glob("kring-*.library")]
        return
    if first == "read":
        assert ids(cut_off) == {"theirs"}
        assert cut_off.read_bytes() == content
    with closing(Library.open(cut_off)) as opened:
        assert codes(opened) == ["library_exchanged"]
        assert {summary.id for summary in opened.summaries()} == {"theirs"}
        opened.add(full_map("more"))
    assert ids(cut_off) == {"theirs", "more"}
    assert list(cut_off.parent.glob("*damaged*-wal"))
    with closing(sqlite3.connect(cut_off)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("way", ["over it", "all anew"])
def test_the_log_of_a_killed_kring_is_not_played_into_a_backup_copied_by_hand(
    cut_off: Path, tmp_path: Path, way: str
) -> None:
    copied = tmp_path / "copied"
    backup = another(tmp_path, "backed up")
    if way == "all anew":  # and the note of whose the log is stays behind
        shutil.copytree(cut_off.parent, copied, ignore=shutil.ignore_patterns("*.lock"))
    place = copied / cut_off.name if way == "all anew" else cut_off
    with sqlite3.connect(backup) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
    raw.close()
    place.write_bytes(backup.read_bytes())  # the same file to the system
    assert ids(place) == {"backed up"}
    with closing(Library.open(place)) as opened:
        assert {summary.id for summary in opened.summaries()} == {"backed up"}
        assert opened.damaged_maps() == ()


@pytest.mark.parametrize("copied", [shutil.copyfile, shutil.copy2])
def test_the_log_of_a_killed_kring_is_not_played_into_what_was_written_over_its_file(
    cut_off: Path, tmp_path: Path, copied: Callable[..., Any]
) -> None:
    copied(another(tmp_path), cut_off)
    content = cut_off.read_bytes()
    assert ids(cut_off) == {"theirs"}
    assert cut_off.read_bytes() == content
    with closing(Library.open(cut_off)) as opened:
        assert codes(opened) == ["library_exchanged"]
        assert {summary.id for summary in opened.summaries()} == {"theirs"}
    assert list(cut_off.parent.glob("*damaged*-wal"))


@pytest.mark.parametrize("moved", [False, True])
def test_the_log_of_a_killed_kring_is_played_into_its_own_file(
    cut_off: Path, tmp_path: Path, moved: bool
) -> None:
    if moved:  # copied as a whole, to a stick
        shutil.copytree(cut_off.parent, tmp_path / "stick")
    place = tmp_path / "stick" / cut_off.name if moved else cut_off
    with closing(Library.open(place)) as opened:
        assert codes(opened) == []
        assert {summary.id for summary in opened.summaries()} == {"mine"}
