"""A library with a password: nothing of it can be read, and nothing of it is lost."""

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import pytest

from app.models.history import History
from app.models.network import Map, Network, Partner
from app.models.problem import Problem
from app.storage import backups, companions, keys, password_change, sealed_library, upgrades
from app.storage.disk import beside, connect
from app.storage.keys import CODE, PASSWORD
from app.storage.leave_computer import clear, only_in
from app.storage.library import Library
from app.storage.library_place import Place
from tests.models.editing import Editing, full_map
from tests.storage.kill_run import CHEAP
from tests.sure import sure

CODE_OF_NOW = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789"


@pytest.fixture(autouse=True)
def _locked_again() -> Iterator[None]:
    yield
    sealed_library.forget_keys()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.kringlib"


@pytest.fixture
def protected(path: Path) -> Iterator[Library]:
    """A library with a map and a password, open."""
    with closing(Library.open(path)) as library:
        library.add(full_map())
        assert library.protect("secret", CODE_OF_NOW, CHEAP) == ()
        yield library


def files_of(folder: Path) -> dict[Path, Any]:
    return {file: file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def named_map(number: int) -> Map:
    key = f"id-of-{number}"
    name = f"Naam-van-iemand-{number}"
    return Map.of(
        [
            Network(id=key, series=key, title=f"Titel-van-iets-{number}"),
            Partner(id=f"p-{number}", name=name, notes=f"Notitie-over-{number}"),
        ]
    )


def problem_of(act: Callable[..., Any], *arguments: Path | str) -> str:
    with pytest.raises(Problem) as caught:
        act(*arguments)
    return caught.value.code


def test_no_file_kring_leaves_holds_a_name_of_a_hundred_maps(path: Path, tmp_path: Path) -> None:
    """Backups, what was set aside, copies and what was left half written: from before as well."""
    with closing(Library.open(path)) as library:
        library.add_all(named_map(number) for number in range(50))
        library.back_up()
        aside = backups.copy_aside(path)
        backups.copy_library(path, tmp_path / "library-copy-1.kringlib")
        damaged = aside.with_name(aside.name.replace("damaged", "other"))
        damaged.write_bytes(aside.read_bytes()[:9000] + b"Naam-van-iemand-3")
        (tmp_path / "library.kringlib.new").write_bytes(aside.read_bytes())
        assert b"Naam-van-iemand-3" in b"".join(files_of(tmp_path).values())
        library.protect("secret", CODE_OF_NOW, CHEAP)
        library.add_all(named_map(number) for number in range(50, 100))
        library.back_up()
        for state in ("open", "closed"):
            for file, content in files_of(tmp_path).items():
                for word in (b"-van-i", b"id-of-", b"Notitie", b"SQLite format 3\0\x02"):
                    found = word in content.replace(b"SQLite format 3\0", b"", 1)
                    assert not found, (state, file.name, word)
            library.close()
    assert damaged.exists()
    with closing(Library.open(path)) as library:
        assert len(library.summaries()) == 100
        assert library.load("id-of-99")[0] == named_map(99)
        assert library.unprotect() == ()
    assert damaged.read_bytes().endswith(b"Naam-van-iemand-3"), "a copy nobody could read is whole"
    assert len(backups.backups_of(path)) == 2


def test_a_thousand_wrong_passwords_change_no_byte(
    protected: Library, path: Path, tmp_path: Path
) -> None:
    protected.store("network", Editing(full_map(), History(), "one").next())
    protected.back_up()
    protected.close()
    sealed_library.forget_keys()
    before = {
        file: (file.stat().st_mtime_ns, content) for file, content in files_of(tmp_path).items()
    }
    for number in range(1000):
        assert problem_of(sealed_library.unlock, path, f"secret{number}") == "password_wrong"
    assert problem_of(sealed_library.unlock, path, CODE_OF_NOW[:-1] + "8") == "password_wrong"
    assert problem_of(Library.open, path) == "library_locked"
    with pytest.raises(Problem, match="library_locked"):
        Library.open(path, read_only=True)
    after = {
        file: (file.stat().st_mtime_ns, content) for file, content in files_of(tmp_path).items()
    }
    assert after == before
    assert sealed_library.unlock(path, "secret") == PASSWORD


def test_all_that_was_done_is_there_after_a_start_and_can_be_undone(
    protected: Library, path: Path
) -> None:
    editing = Editing(full_map(), History(), "some")
    for _ in range(40):
        step = editing.next()
        protected.store("network", step)
        editing.follow(step)
    protected.close()
    with closing(Library.open(path)) as library:
        whole, history = library.load("network")
        assert whole == editing.whole
        assert (history.edits, history.position) == (
            editing.history.edits,
            editing.history.position,
        )
        assert library.take_news() == []
    with closing(Library.open(path, read_only=True)) as library:
        assert library.load("network")[0] == editing.whole


def test_whatever_changes_inside_is_kept_and_little_of_it_is_written(
    protected: Library, path: Path
) -> None:
    protected.close()
    with closing(connect(path, "mode=rw")) as outside:
        sealed = sealed_library.SealedLibrary(outside, path)
        many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"

        def pieces() -> dict[Any, Any]:
            return dict(outside.execute("SELECT number, sealed FROM piece").fetchall())

        for change, most in (
            ("CREATE TABLE t (i INTEGER PRIMARY KEY, b BLOB)", 10),
            (f"{many} INSERT INTO t SELECT i, randomblob(3500) FROM n", 1000),
            ("UPDATE t SET b = randomblob(3500) WHERE i = 200", 4),
            ("UPDATE t SET b = randomblob(3500) WHERE i IN (1, 399)", 6),
            ("DELETE FROM t WHERE i > 3", 1000),
            ("VACUUM", 1000),  # shorter than before
            (f"{many} INSERT INTO t SELECT i + 9, randomblob(3500) FROM n", 1000),
        ):
            before = pieces()
            sealed.inside.execute(change)
            sealed.keep()
            after = pieces()
            assert sealed_library.content_in(outside, path) == sealed.inside.serialize(), change
            written = [number for number in after if after[number] != before.get(number)]
            assert 0 < len(written) <= most, change
        sealed.close()


def test_the_code_opens_all_when_the_password_is_forgotten(protected: Library, path: Path) -> None:
    protected.back_up()
    protected.close()
    sealed_library.forget_keys()
    assert sealed_library.unlock(path, " abcd efgh jkmn pqrs tvwx yzoi 2345 6789 ") == CODE
    with closing(Library.open(path)) as library:
        assert library.load("network")[0] == full_map()
        assert library.change_secret(PASSWORD, "another", CHEAP) == ()
        library.back_up()
    sealed_library.forget_keys()
    for file in (path, *(backup.file for backup in backups.backups_of(path))):
        assert problem_of(sealed_library.unlock, file, "secret") == "password_wrong"
        assert sealed_library.unlock(file, "another") == PASSWORD
        assert sealed_library.unlock(file, CODE_OF_NOW) == CODE


def test_another_code_takes_the_place_of_the_one_on_lost_paper(
    protected: Library, path: Path
) -> None:
    code = keys.new_code()
    protected.change_secret(CODE, code, CHEAP)
    sealed_library.forget_keys()
    assert problem_of(sealed_library.unlock, path, CODE_OF_NOW) == "password_wrong"
    assert sealed_library.unlock(path, code) == CODE
    assert protected.load("network")[0] == full_map()


def test_a_kring_that_knows_no_passwords_says_newer_and_touches_nothing(
    protected: Library, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    protected.close()
    before = files_of(tmp_path)
    monkeypatch.setattr(sealed_library, "SEALED", -1)
    assert problem_of(Library.open, path) == "library_newer"
    monkeypatch.undo()
    after = files_of(tmp_path)
    lock = path.with_name("library.kringlib.lock")
    assert before.keys() == after.keys()
    assert all(before[file] == after[file] for file in before if file != lock)
    with closing(Library.open(path)) as library:
        assert library.load("network")[0] == full_map()


def test_a_step_that_cannot_be_written_is_not_there(
    protected: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = protected.load("network")
    step = Editing(full_map(), History(), "one").next()

    def full(*_: Connection | bytes) -> None:
        raise sqlite3.OperationalError

    monkeypatch.setattr(sealed_library, "_write", full)
    with pytest.raises(Problem):
        protected.store("network", step)
    assert protected.load("network")[0] == before[0]
    monkeypatch.undo()
    protected.store("network", step)
    assert protected.load("network")[0] == full_map().after(step.changes)


def test_a_map_removed_for_good_is_in_no_backup_either(protected: Library, path: Path) -> None:
    protected.add(named_map(1))
    made = protected.back_up()
    assert b"id-of-1" in content_of(sure(made).file)
    protected.remove("id-of-1")
    assert protected.erase("id-of-1") == ()
    assert b"id-of-1" not in content_of(sure(made).file)
    assert b"id-of-1" not in content_of(path)


def content_of(file: Path) -> bytes:
    with closing(sqlite3.connect(file)) as held:
        return sealed_library.content_in(held, file)


def test_a_spoilt_page_is_damage_and_no_wrong_password_and_the_backup_helps(
    protected: Library, path: Path
) -> None:
    backup = backups.backups_of(path)[0]
    protected.close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE piece SET sealed = zeroblob(4136) WHERE number = 3")
        raw.commit()
    assert problem_of(Library.open, path) == "library_damaged"
    sealed_library.forget_keys()
    assert backups.last_good_backup(path) == backup.file
    backups.restore_backup(backup.file, path)
    sealed_library.unlock(path, "secret")
    with closing(Library.open(path)) as library:
        assert library.load("network")[0] == full_map()


def test_what_another_program_wrote_over_is_back_with_everything_in_it(
    protected: Library, path: Path
) -> None:
    protected.add(named_map(7))
    path.write_bytes(b"something else")
    assert protected.load("id-of-7")[0] == named_map(7)
    assert [problem.code for problem in protected.take_news()] == ["library_replaced"]
    assert sealed_library.is_sealed(path)


def test_a_library_of_an_earlier_version_is_brought_up_to_date_inside(path: Path) -> None:
    tables = (Path(__file__).parent / "data" / "version_6.sql").read_text("utf-8")
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.executescript(f"{tables}PRAGMA application_id={0x4B524E47}; PRAGMA user_version=6;")
        content = raw.serialize()
    key = keys.new_key()
    sealed_library.hold(key)
    sealed_library.make(path, content, key, [keys.wrap(key, PASSWORD, "secret", CHEAP)])
    with closing(Library.open(path)) as library:
        assert library.groups() == ([], ())
    assert backups.backups_of(path)[-1].version == "-version-6"
    with closing(Library.open(path)) as library:
        assert upgrades.examine(library._inside, path) == upgrades.newest()


def test_what_was_cut_off_while_a_password_was_set_is_done_at_the_next_start(
    protected: Library, path: Path
) -> None:
    made = backups.backups_of(path)[0].file
    with closing(sqlite3.connect(made)) as raw:
        plain = sealed_library.content_in(raw, made)
    made.write_bytes(plain)
    assert not sealed_library.is_sealed(made)
    assert protected.seal_copies() == ()
    assert sealed_library.unlock(made, "secret") == PASSWORD


def test_a_file_that_asks_for_too_much_memory_is_not_believed(
    protected: Library, path: Path
) -> None:
    protected.close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE envelope SET memory = 1 << 40")
        raw.commit()
    assert problem_of(sealed_library.unlock, path, "secret") == "library_damaged"


def test_a_computer_is_left_with_nothing_once_all_is_elsewhere(
    protected: Library, path: Path, tmp_path: Path
) -> None:
    protected.back_up()
    protected.close()
    stick = tmp_path / "stick" / "library.kringlib"
    backups.copy_library(path, stick)
    assert only_in(path, stick) == 0
    with closing(Library.open(path)) as library:
        library.add(named_map(3))
        library.store("network", Editing(full_map(), History(), "more").next())
    assert only_in(path, stick) == 2
    clear(path)
    assert list(files_of(tmp_path)) == [stick]


def test_a_library_that_is_only_looked_at_opens_no_backup(
    protected: Library, path: Path, tmp_path: Path
) -> None:
    protected.back_up()
    before = files_of(tmp_path)
    with closing(Library.open(path, read_only=True)) as looking:
        assert problem_of(looking.unprotect) == "library_read_only"
    assert files_of(tmp_path) == before


def test_copies_are_sealed_again_where_removing_the_password_is_refused(
    protected: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = protected.back_up() or backups.backups_of(path)[0]
    take = password_change.take_place

    def full(fresh: Any, to: Any) -> None:
        if to == path:
            raise OSError(errno.ENOSPC, "full")
        take(fresh, to)

    monkeypatch.setattr(password_change, "take_place", full)
    assert problem_of(protected.unprotect) == "disk_full"
    assert protected.is_protected()
    assert sealed_library.is_sealed(path)
    assert sealed_library.is_sealed(made.file)


@pytest.mark.parametrize("fails", ["writing over", "opening again"])
def test_a_password_that_stands_in_the_file_is_set_whatever_fails_after_that(
    path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    with closing(Library.open(path)) as library:
        library.add(full_map())
        made = library.back_up()

        def failing(*_: int, **__: int) -> None:
            raise OSError(errno.EIO, "gone")

        def unsettled(*_: Connection | Place) -> None:
            monkeypatch.undo()
            raise Problem("disk_error", path=path)

        if fails == "writing over":
            monkeypatch.setattr(password_change, "_write_over", failing)
        else:
            monkeypatch.setattr(Place, "settle", unsettled)
        assert library.protect("secret", CODE_OF_NOW, CHEAP) == ()
        assert library.is_protected()
        assert sealed_library.is_sealed(sure(made).file)
        step = Editing(full_map(), History(), "after").next()
        library.store("network", step)
    with closing(Library.open(path)) as library:
        assert library.load("network")[0] == full_map().after(step.changes)


def test_what_was_found_in_its_place_is_sealed_though_it_begins_as_a_sealed_one(
    protected: Library, path: Path
) -> None:
    """Another program wrote over the file while SQLite wrote to it: a part of it is plain."""
    mixed = path.with_stem("library-other-2026-01-02")
    mixed.write_bytes(path.read_bytes()[:4096] + b"Naam-van-iemand" * 3000)
    before = mixed.read_bytes()
    assert protected.seal_copies() == ()
    assert b"Naam-van-iemand" not in mixed.read_bytes()
    sealed_once = mixed.read_bytes()
    assert protected.seal_copies() == ()
    assert mixed.read_bytes() == sealed_once, "and not each time once more"
    assert protected.unprotect() == (mixed,), "what it looks like is no plain file"
    assert mixed.read_bytes() == before


def test_a_password_is_changed_though_another_program_put_an_older_library_there(
    path: Path,
) -> None:
    with closing(Library.open(path)) as library:
        library.add(full_map())
        library._fold("TRUNCATE")
        older = path.read_bytes()
        library.protect("secret", CODE_OF_NOW, CHEAP)
        path.write_bytes(older)
        assert library.change_secret(PASSWORD, "another", CHEAP) == ()
    assert sealed_library.unlock(path, "another") == PASSWORD
    assert sealed_library.unlock(path, CODE_OF_NOW) == CODE


def test_the_log_of_a_damaged_copy_takes_the_place_of_no_other(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(file: Path, how: str) -> Connection:
        if file.name.startswith("library-damaged"):
            raise sqlite3.OperationalError("disk I/O error")
        return connect(file, how)

    monkeypatch.setattr(password_change, "connect", failing)
    aside = path.with_stem("library-damaged-2026-12-01")
    earlier = (aside.with_stem(f"{aside.stem}-wal"), companions.unused(aside, "wal"))
    with closing(Library.open(path)) as library:
        library.add(full_map())
        for number, file in enumerate((*earlier, aside)):
            file.write_bytes(bytes([number + 1]) * 8192)
        aside.with_name(f"{aside.name}-wal").write_bytes(b"a log")
        library.protect("secret", CODE_OF_NOW, CHEAP)
        library.unprotect()
    kept = {file.read_bytes() for file in path.parent.glob("library-damaged-*")}
    assert kept == {b"\1" * 8192, b"\2" * 8192, b"\3" * 8192, b"a log"}


@pytest.mark.parametrize("spoilt", [b"", b"no library", b"\3" * 8192])
def test_the_log_of_a_copy_that_is_no_library_any_more_is_kept(path: Path, spoilt: bytes) -> None:
    aside = path.with_stem("library-damaged-2026-12-01")
    with closing(Library.open(path)) as library:
        library.add(full_map())
        wal = beside(path, "-wal").read_bytes()
        assert len(wal) > 32
        aside.write_bytes(spoilt)
        beside(aside, "-wal").write_bytes(wal)
        library.protect("secret", CODE_OF_NOW, CHEAP)
        library.unprotect()
    kept = [file.read_bytes() for file in path.parent.glob("library-damaged-*")]
    assert sorted(kept) == sorted([spoilt, wal])
