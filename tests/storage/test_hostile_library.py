"""Whatever file is offered as a library: a sentence or a correct map, and the file untouched."""

import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import timedelta
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from app import errors
from app.models.edit import Edit
from app.models.history import History
from app.models.network import MOST, Note
from app.models.problem import Problem
from app.storage.backups import copy_library
from app.storage.library import Library
from tests.models.editing import Editing, full_map
from tests.sure import sure

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A library with two maps, one of which has a history."""
    path = tmp_path_factory.mktemp("good") / "kring.library"
    with closing(Library.open(path)) as library:
        for name in ("network", "other"):
            library.add(full_map(name))
        editing = Editing(full_map(), History(), seed="hostile")
        for _ in range(25):
            step = editing.next()
            library.store("network", step)
            editing.follow(step)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kring.library"


def use(library: Library) -> None:
    """Do with a library what a person does: look, open, undo all the way, write, remove."""
    for summary in library.summaries():
        with suppress(Problem):
            whole, history = library.load(summary.id)
            while (step := history.undo()) is not None:
                whole = whole.after(step.changes)
                history.follow(step)
        with suppress(Problem):
            _, history = library.load(summary.id)
            note = Note(id="a new note", text="x")
            edit = Edit(action="add", before={note.id: None}, after={note.id: note})
            library.store(summary.id, history.record(edit))
            assert library.load(summary.id)[0].records[note.id] == note
        library.remove(summary.id)


def try_out(path: Path, content: bytes) -> str:
    """Offer `content` as a library; return the code of the problem, or nothing."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    path.write_bytes(content)
    try:
        library = Library.open(path)
    except Problem as problem:
        refused = problem
    else:
        with closing(library), suppress(Problem):
            use(library)
        return ""
    assert path.read_bytes() == content
    assert not path.with_name(path.name + "-wal").exists()
    assert not path.with_name(path.name + "-shm").exists()
    assert errors.sentence(refused)
    return refused.code


def test_a_library_cut_off_anywhere_is_refused(path: Path, good: bytes) -> None:
    lengths = [0, 1, 15, 16, 50, 99, 100, 101, 511, 512, *range(1024, len(good), 1531)]
    codes = {try_out(path, good[:length]) for length in lengths}
    assert codes == {"library_damaged"}


@pytest.mark.soak
def test_a_library_with_any_byte_changed_is_refused_or_read(path: Path, good: bytes) -> None:
    chance = random.Random(3)
    codes = []
    for _ in range(150):
        content = bytearray(good)
        for _ in range(chance.choice([1, 1, 4])):
            # The first pages hold the tables, where a change does most.
            place = chance.randrange(chance.choice([200, 5000, 12000, len(content)]))
            content[place] ^= 1 << chance.randrange(8)
        codes.append(try_out(path, bytes(content)))
    assert codes.count("library_damaged") > 15
    assert codes.count("") > 20


def test_a_library_with_a_piece_of_rubbish_is_refused_or_read(path: Path, good: bytes) -> None:
    chance = random.Random(4)
    for _ in range(40):
        content = bytearray(good)
        start = chance.randrange(len(content))
        length = chance.choice([10, 500, 4096])
        content[start : start + length] = chance.randbytes(length)
        try_out(path, bytes(content[: len(good)]))


def a_zip() -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", "text" * 500)
    return held.getvalue()


def another_database(tmp_path: Path, *statements: str) -> bytes:
    path = tmp_path / "another.db"
    with closing(sqlite3.connect(path)) as raw:
        for statement in ("CREATE TABLE map (id)", *statements):
            raw.execute(statement)
        raw.commit()
    return path.read_bytes()


@pytest.mark.parametrize("content", [b"", b"hello", b"text\n" * 9000, b"\0" * 8192, a_zip()])
def test_what_is_no_database_is_refused(path: Path, content: bytes) -> None:
    assert try_out(path, content) == "library_damaged"


def test_the_database_of_another_program_is_refused(path: Path, tmp_path: Path) -> None:
    assert try_out(path, another_database(tmp_path)) == "library_foreign"


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_a_database_that_calls_itself_a_library_is_refused(
    path: Path, tmp_path: Path, journal: str
) -> None:
    content = another_database(
        tmp_path,
        f"PRAGMA journal_mode={journal}",
        f"PRAGMA application_id={0x4B524E47}",
        "PRAGMA user_version=1",
    )
    assert try_out(path, content) == "library_damaged"


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        (b"CREATE UNIQUE INDEX", b"CREATE UNIQUE \xc5NDEX"),
        (b"PRIMARY KEY (network_id, id)", b"PRIMARY KEY (netw\xc5rk_id, id)"),
        (b"CREATE TABLE note", b"CREATE TABLE n\xc5te"),
        (b"CREATE TABLE note", b"CREATE TABLE\0note"),
    ],
)
def test_tables_described_in_rubbish_are_refused(
    path: Path, good: bytes, there: bytes, instead: bytes
) -> None:
    assert there in good
    assert try_out(path, good.replace(there, instead)) == "library_damaged"


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("PRAGMA user_version=0", "library_damaged"),
        ("PRAGMA user_version=-5", "library_damaged"),
        ("PRAGMA user_version=99", "library_newer"),
        ("PRAGMA application_id=7", "library_foreign"),
        ("DROP TABLE note", "library_damaged"),
        ("DROP TABLE map", "library_damaged"),
        ("ALTER TABLE partner DROP COLUMN notes", "library_damaged"),
        ("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM tie; END", "library_damaged"),
        ("CREATE VIEW v AS SELECT * FROM map", "library_damaged"),
    ],
)
def test_a_library_with_other_tables_is_refused_as_it_is(
    path: Path, good: bytes, statement: str, code: str
) -> None:
    assert try_out(path, changed(path, good, statement)) == code


def changed(path: Path, content: bytes, *statements: str, values: tuple[Any, ...] = ()) -> bytes:
    """Return a library as somebody else's program leaves it."""
    made = path.with_name("made.library")
    made.write_bytes(content)
    with closing(sqlite3.connect(made)) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
        raw.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            raw.execute(statement, values)
        raw.commit()
    return made.read_bytes()


def edited(changes: object) -> tuple[str, tuple[str]]:
    written = changes if isinstance(changes, str) else json.dumps(changes)
    return "UPDATE edit SET after = ?", (written,)


DEEP = '{"n": {"type": "note", "text": ' + "[" * 100_000 + "]" * 100_000 + "}}"

DAMAGED_ROWS = {
    "importance out of range": ("UPDATE partner SET importance = 6", ()),
    "a huge number": ("UPDATE partner SET importance = 9223372036854775807", ()),
    "text for a number": ("UPDATE partner SET importance = 'veel'", ()),
    "a real for a whole number": ("UPDATE partner SET importance = 2.5", ()),
    "bytes for a name": ("UPDATE partner SET name = x'00ff'", ()),
    "a number for a list": ("UPDATE partner SET forms = 7", ()),
    "no list": ("UPDATE partner SET forms = '{}'", ()),
    "no JSON": ("UPDATE partner SET forms = '['", ()),
    "an unknown form": ("UPDATE partner SET forms = '[\"x\"]'", ()),
    "a list of numbers": ("UPDATE partner SET forms = '[[1]]'", ()),
    "a deep list": ("UPDATE partner SET forms = ?", ("[" * 100_000 + "]" * 100_000,)),
    "infinity": ("UPDATE partner SET x = 9e999, y = 9e999", ()),
    "half a place": ("UPDATE partner SET x = 1, y = NULL", ()),
    "a switch that is 2": ("UPDATE partner SET named_important = 2", ()),
    "a switch that is text": ("UPDATE partner SET named_important = 'ja'", ()),
    "an endless name": ("UPDATE partner SET name = ? WHERE id = 'p2'", ("x" * 5_000_000,)),
    "an empty name": ("UPDATE partner SET name = ''", ()),
    "text that is not UTF-8": ("UPDATE partner SET name = CAST(x'fffe41' AS TEXT)", ()),
    "a name with a NUL": ("UPDATE partner SET name = 'a' || char(0) || 'b'", ()),
    "no date": ("UPDATE network SET moment = 'yesterday'", ()),
    "an impossible date": ("UPDATE network SET moment = '2026-02-30'", ()),
    "an unknown state": ("UPDATE tie SET state = 'perhaps'", ()),
    "a tie to nobody": ("UPDATE tie SET b = 'nobody' WHERE id = 't1'", ()),
    "a tie to a note": ("UPDATE tie SET b = 'n1' WHERE id = 't1'", ()),
    "a tie to itself": ("UPDATE tie SET b = a WHERE id = 't1'", ()),
    "an outline around nobody": ("UPDATE outline SET members = '[\"nobody\"]'", ()),
    "an intention with nobody": ("UPDATE intention SET partner = 'nobody'", ()),
    "an id twice": ("UPDATE note SET id = 'p1' WHERE id = 'n1'", ()),
    "more notes than a map holds": (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= ?) "
        "INSERT INTO note (network_id, id, text, x, y) "
        "SELECT 'network', 'm' || i, 'x', 0, 0 FROM n",
        (MOST[Note],),
    ),
    "no network": ("DELETE FROM network", ()),
    "a position beyond the edits": ("UPDATE map SET position = 10000", ()),
    "a negative position": ("UPDATE map SET position = -1", ()),
    "a position as text": ("UPDATE map SET position = 'x'", ()),
    "a missing edit": ("DELETE FROM edit WHERE number = 3", ()),
    "an edit with rubbish": edited("{"),
    "an edit with a list": edited([1, 2]),
    "an edit with a number": edited({"n": 5}),
    "an edit of an unknown type": edited({"n": {"type": "person"}}),
    "an edit without a type": edited({"n": {"text": "x"}}),
    "an edit with an unknown field": edited({"n": {"type": "note", "text": "x", "z": 1}}),
    "an edit without a needed field": edited({"n": {"type": "note"}}),
    "an edit with NaN": edited('{"n": {"type": "note", "text": "x", "x": NaN}}'),
    "an edit with a long number": edited('{"n": {"type": "note", "x": ' + "9" * 6000 + "}}"),
    "a deep edit": edited(DEEP),
    "an edit with bytes": ("UPDATE edit SET action = x'00'", ()),
}


def code_of_loading(library: Library, network_id: str) -> str | None:
    try:
        library.load(network_id)
    except Problem as problem:
        return problem.code
    return None


@pytest.mark.parametrize(("statement", "values"), DAMAGED_ROWS.values(), ids=DAMAGED_ROWS.keys())
def test_a_row_that_breaks_a_rule_is_told_and_not_shown(
    path: Path, good: bytes, statement: str, values: tuple[Any, ...]
) -> None:
    path.write_bytes(changed(path, good, statement, values=values))
    with closing(Library.open(path)) as library:
        # One of them has a history, the other all its records.
        codes = {code_of_loading(library, network_id) for network_id in ("network", "other")}
        assert codes - {None} == {"map_damaged"}
        assert library.damaged_maps()
        with suppress(Problem):
            use(library)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE map SET changed = 'just now'",
        "UPDATE map SET changed = '2026-01-01T10:00:00'",
        "UPDATE map SET deleted = 7",
        "UPDATE network SET title = x'05'",
        "UPDATE network SET finished = 'ja'",
    ],
)
def test_a_map_whose_own_row_cannot_be_read_stands_in_the_list(
    path: Path, good: bytes, statement: str
) -> None:
    path.write_bytes(changed(path, good, statement))
    with closing(Library.open(path)) as library:
        assert {summary.id for summary in library.summaries()} == {"network", "other"}
        assert all(summary.damaged for summary in library.summaries())
        library.purge(timedelta(0))
        assert len(library.summaries()) == 2, "what cannot be read is not purged"


def test_maps_in_the_list_are_read_beside_one_that_cannot_be(path: Path, good: bytes) -> None:
    for bad in ("x'05'", "CAST(x'fffe41' AS TEXT)", "'two' || char(10) || 'lines'"):
        statement = f"UPDATE network SET title = {bad} WHERE id = 'network'"
        path.write_bytes(changed(path, good, statement))
        with closing(Library.open(path)) as library:
            damaged = {summary.id: summary.damaged for summary in library.summaries()}
        assert damaged == {"network": True, "other": False}


def test_other_maps_can_be_read_beside_a_damaged_one(path: Path, good: bytes) -> None:
    statement = "UPDATE partner SET importance = 9 WHERE network_id = 'network'"
    path.write_bytes(changed(path, good, statement))
    with closing(Library.open(path)) as library:
        assert library.load("other")[0] == full_map("other")


@pytest.mark.parametrize("read_only", [False, True])
def test_a_folder_is_no_library(tmp_path: Path, read_only: bool) -> None:
    with pytest.raises(Problem, match="library_not_a_file"):
        Library.open(tmp_path, read_only=read_only)


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Problem, match="library_not_writable"):
        Library.open(tmp_path / "file" / "kring.library")


@pytest.mark.parametrize("content", [b"hello", b""])
def test_reading_and_copying_refuse_a_bad_file_too(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(Problem, match="library_damaged"):
        Library.open(path, read_only=True)
    with pytest.raises(Problem, match="library_damaged"):
        copy_library(path, path.with_name("copy.library"))
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_log_full_of_rubbish_does_no_harm(path: Path, good: bytes) -> None:
    path.write_bytes(good)
    path.with_name("kring.library-wal").write_bytes(random.Random(1).randbytes(20_000))
    with closing(Library.open(path)) as library:
        assert library.load("other")[0] == full_map("other")


# --- what the system refuses


AT_ONCE = """
import time
time.sleep = lambda _: None
"""
"""Tries again without a pause: what is tried here does not pass by itself."""


def in_a_process(code: str, *words: str) -> str:
    """Run code in a process of its own, and return what it said."""
    run = subprocess.run(
        [sys.executable, "-c", AT_ONCE + code, *words],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return run.stdout


AS_NOBODY = """
import os, sys
from pathlib import Path
from app.storage.library import Library
from app.models.problem import Problem
from app.models.vocabulary import vocabulary
vocabulary()
if os.geteuid() == 0:
    os.setgid(65534), os.setuid(65534)
for path, how in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
    try:
        library = Library.open(Path(path), read_only=how == "read")
        print(len(library.summaries()))
        library.close()
    except Problem as problem:
        print(problem.code)
"""


@pytest.fixture
def for_everybody() -> Iterator[Path]:
    """A folder that everybody can reach."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        for within in Path(folder).iterdir():
            within.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are something else there")
def test_what_one_may_not_write_is_told_and_can_be_read(for_everybody: Path, good: bytes) -> None:
    """Opened by somebody who has no rights but those everybody has."""
    ways = (
        (0o555, 0o444, "write", "library_not_writable"),
        (0o777, 0o444, "write", "library_not_writable"),
        (0o777, 0o000, "write", "library_not_writable"),
        (0o777, 0o000, "read", "library_not_writable"),
        (0o555, 0o444, "read", "2"),
        (0o777, 0o666, "write", "2"),
    )
    asked = []
    for number, (folder, file, how, _) in enumerate(ways):
        path = for_everybody / str(number) / "kring.library"
        path.parent.mkdir()
        path.write_bytes(good)
        path.chmod(file)
        path.parent.chmod(folder)
        asked.append((str(path), how))
    said = in_a_process(AS_NOBODY, *chain.from_iterable(asked))
    assert said.split() == [expected for *_, expected in ways]
    for (name, _), (*_, how, expected) in zip(asked, ways, strict=True):
        if expected != "2" or how == "read":
            path = Path(name)
            assert {p.name for p in path.parent.iterdir()} <= {path.name, f"{path.name}.lock"}
            path.chmod(0o600)
            assert path.read_bytes() == good


# --- a full disk


def test_a_full_disk_is_told_and_what_was_there_stays(path: Path, good: bytes) -> None:
    path.write_bytes(good)
    with closing(Library.open(path)) as library:
        whole, history = library.load("other")
        pages = sure(library._file).execute("PRAGMA page_count").fetchone()[0]
        sure(library._file).execute(f"PRAGMA max_page_count={pages}")
        problem = None
        while problem is None:
            note = Note(id=f"n {history.position}", text="x" * 3000)
            edit = Edit(action="a", before={note.id: None}, after={note.id: note})
            step = history.record(edit)
            try:
                library.store("other", step)
            except Problem as refused:
                problem = refused
                continue
            history.follow(step)
            whole = whole.after(step.changes)
        assert problem.code == "disk_full"
        loaded, reopened = library.load("other")
        assert loaded == whole
        assert reopened.edits == history.edits
        sure(library._file).execute(f"PRAGMA max_page_count={pages + 100}")
        library.store("other", step)
        assert library.load("other")[0] == whole.after(step.changes)


ON_A_SMALL_DISK = """
import resource, sys
from pathlib import Path
from app.storage.backups import back_up
from app.models.edit import Edit
from app.models.history import History
from app.storage.library import Library
from app.models.network import MOST, Note
from app.models.problem import Problem
for path in map(Path, sys.argv[1:]):
    library = Library.open(path)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(path.parent.name), resource.RLIM_INFINITY))
    whole, history = library.load("other")
    said = []
    for number in range(10_000):
        note = Note(id=f"n {number}", text="x" * 3000)
        step = history.record(Edit(action="a", before={note.id: None}, after={note.id: note}))
        try:
            library.store("other", step)
        except Problem as problem:
            said += [problem.code, number]
            break
        history.follow(step)
        whole = whole.after(step.changes)
    assert library.load("other")[0] == whole
    try:
        back_up(path)
    except Problem as problem:
        said.append(problem.code)
    print(*said)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of the system")
def test_a_disk_that_takes_no_more_is_told_and_keeps_what_it_has(
    tmp_path: Path, good: bytes
) -> None:
    paths = [tmp_path / room / "kring.library" for room in ("40000", "200000")]
    for path in paths:
        path.parent.mkdir()
        path.write_bytes(good)
    told = in_a_process(ON_A_SMALL_DISK, *map(str, paths))
    for path, said in zip(paths, told.splitlines(), strict=True):
        code, kept, *backup = said.split()
        assert code in ("disk_error", "disk_full")
        assert backup in (["disk_error"], ["disk_full"], [])
        with closing(Library.open(path)) as library:
            notes = library.load("other")[0].all_of(Note)
        assert len(notes) == 1 + int(kept)
        if (path.parent / "backups").exists():
            for file in (path.parent / "backups").iterdir():
                Library.open(file, read_only=True).close()


# --- too many open files

WITH_FEW_FILES = """
import errno, os, resource, sys
from pathlib import Path
from app import errors, language
from app.models.edit import Edit
from app.models.history import History
from app.models.network import MOST, Note
from app.models.problem import Problem
from app.storage.disk import explained
from app.storage.library import Library

language.install("en")

def attempt(act):
    try:
        return act()
    except Problem as problem:
        said = errors.sentence(problem)
        assert "Too many files are open" in said, (said, problem.__cause__)
        told.append(said)

for path in map(Path, sys.argv[1:]):
    to_open = path.parent.name == "open"
    told = []
    for free in range(15):
        library = None if to_open else Library.open(path)
        taken = [os.open(os.devnull, os.O_RDONLY)]
        resource.setrlimit(resource.RLIMIT_NOFILE, (taken[0] + free, 4096))
        try:
            while True:
                taken.append(os.open(os.devnull, os.O_RDONLY))
        except OSError:
            for one in taken[len(taken) - free :]:
                os.close(one)
        if to_open:
            library = attempt(lambda: Library.open(path))
        else:
            _, history = attempt(lambda: library.load("other")) or (None, History())
            note = Note(id=f"n {free}", text="x")
            step = history.record(Edit(action="a", before={note.id: None}, after={note.id: note}))
            attempt(lambda: library.store("other", step))
            attempt(library.look_after)
            attempt(library.back_up)
        resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096))
        for one in taken[: len(taken) - free]:
            os.close(one)
        if library is not None:
            library.close()
    print(len(told))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of the system")
def test_too_many_open_files_are_called_that(tmp_path: Path, good: bytes) -> None:
    paths = [tmp_path / doing / "kring.library" for doing in ("open", "work")]
    for path in paths:
        path.parent.mkdir()
        path.write_bytes(good)
    told = in_a_process(WITH_FEW_FILES, *map(str, paths))
    assert min(map(int, told.split())) >= 3, told
    for path in paths:
        with closing(Library.open(path)) as library:
            assert library.damaged_maps() == ()
