"""A file is handed over once or not at all, and nothing in the folder can do harm."""

import json
import os
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.storage import handover
from app.storage.disk import lock
from app.storage.handover import Request, hand_over, is_listening, listen, stop, take


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "my maps" / "library.kringlib"


@pytest.fixture
def folder(library: Path) -> Iterator[Path]:
    library.parent.mkdir()
    library.touch()
    yield listen(library)
    stop(library)


@pytest.fixture
def first(library: Path, folder: Path) -> Iterator[list[Any]]:
    """A Kring that takes what is asked for; yields what it took."""
    taken, closed = [], threading.Event()

    def look() -> None:
        while not closed.wait(0.01):
            taken.extend(take(library))

    thread = threading.Thread(target=look)
    thread.start()
    yield taken
    closed.set()
    thread.join()


def ask(folder: Path, name: str = "a", **changes: object) -> Path:
    """Put a request in the folder as a Kring would, with some things changed."""
    asked = {"host": handover._computer(), "files": [str(Path("x.kring").absolute())], "token": ""}
    file = folder / f"{name}.request"
    file.write_text(json.dumps({**asked, **changes}), encoding="ascii")
    return file


# --- handing over


@pytest.mark.parametrize(
    "name", ["map.kring", "één kaart.kring", "two\nlines.kring", "'\"\\ $(x).kring", "\udce9.kring"]
)
def test_the_files_arrive_as_they_are_called(
    library: Path, first: list[Any], tmp_path: Path, name: str
) -> None:
    files = [tmp_path / name, tmp_path / "other.kring"]
    assert hand_over(library, files)
    assert first == [Request(tuple(files))]


def test_names_are_made_absolute_where_they_were_typed(
    library: Path, first: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert hand_over(library, [Path("map.kring")])
    assert first[0].files == (tmp_path / "map.kring",)


def test_nothing_is_left_after_an_answer(library: Path, folder: Path, first: list[Any]) -> None:
    assert hand_over(library, [Path("map.kring")])
    assert list(folder.iterdir()) == []


def test_several_askers_are_all_heard(library: Path, first: list[Any]) -> None:
    heard = []
    names = [f"{number}.kring" for number in range(8)]
    askers = [
        threading.Thread(target=lambda name=name: heard.append(hand_over(library, [Path(name)])))
        for name in names
    ]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert heard == [True] * 8
    assert sorted(request.files[0].name for request in first) == names


def test_the_token_of_the_desktop_comes_along(library: Path, first: list[Any]) -> None:
    assert hand_over(library, [Path("map.kring")], "kwin-42")
    assert first[0].token == "kwin-42"


def test_a_library_is_the_same_by_another_name(
    library: Path, first: list[Any], tmp_path: Path
) -> None:
    link = tmp_path / "link.kringlib"
    library.touch()
    link.symlink_to(library)
    assert hand_over(link, [Path("map.kring")])


def test_another_library_hears_nothing(library: Path, first: list[Any], tmp_path: Path) -> None:
    other = tmp_path / "other.kringlib"
    assert not hand_over(other, [Path("map.kring")], patience=0.1)
    assert first == []
    assert list(tmp_path.iterdir()) == [library.parent]


# --- no answer


def test_what_is_not_taken_in_time_is_taken_back(library: Path, folder: Path) -> None:
    assert not hand_over(library, [Path("map.kring")], patience=0.1)
    assert list(folder.iterdir()) == []
    assert take(library) == []


def test_what_is_taken_at_the_last_moment_counts(
    library: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, later = [], 0

    def sleep(seconds: float) -> None:
        nonlocal later
        later += 1
        taken.extend(take(library))

    monkeypatch.setattr(time, "monotonic", lambda: later)
    monkeypatch.setattr(time, "sleep", sleep)
    assert hand_over(library, [Path("map.kring")], patience=0.5)
    assert len(taken) == 1


def test_a_kring_that_has_only_just_begun_to_listen_is_asked_again(library: Path) -> None:
    library.parent.mkdir()
    library.touch()
    heard = []
    asker = threading.Thread(target=lambda: heard.append(hand_over(library, [Path("map.kring")])))
    asker.start()
    while asker.is_alive():
        listen(library)  # which clears what is there
        time.sleep(0.03)
        if take(library):
            break
    asker.join()
    stop(library)
    assert heard == [True]


def test_no_folder_is_made_where_the_library_is_away(library: Path) -> None:
    library.parent.mkdir()
    with pytest.raises(FileNotFoundError):
        listen(library)
    assert not list(library.parent.iterdir())


def test_a_folder_in_which_nothing_can_be_written_is_no_answer(library: Path) -> None:
    library.parent.mkdir()
    library.touch()
    library.with_name(library.name + ".open").touch()
    with pytest.raises(OSError, match="exists"):
        listen(library)
    assert not is_listening(library)
    assert not hand_over(library, [Path("map.kring")], patience=0.1)


# --- who listens


def test_somebody_listens_where_there_is_a_folder_and_a_lock(library: Path, folder: Path) -> None:
    assert not is_listening(library)
    with closing(lock(library)):
        assert is_listening(library)
    assert not is_listening(library)


def test_nobody_listens_without_a_folder_or_a_disk(library: Path, tmp_path: Path) -> None:
    assert not is_listening(library)
    assert not library.parent.exists()
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert not is_listening(loop / "library.kringlib")


def test_what_a_crash_left_is_never_opened(library: Path, folder: Path) -> None:
    ask(folder)
    (folder / "b.taken").touch()
    (folder / "c.tmp").touch()
    assert listen(library) == folder
    assert list(folder.iterdir()) == []
    assert take(library) == []


def test_to_stop_leaves_nothing(library: Path, folder: Path) -> None:
    ask(folder)
    stop(library)
    assert not folder.exists()
    stop(library)


def test_what_is_not_ours_stays(library: Path, folder: Path) -> None:
    (folder / "letter.txt").touch()
    ask(folder)
    stop(library)
    assert [file.name for file in folder.iterdir()] == ["letter.txt"]
    (folder / "letter.txt").unlink()


# --- what makes no sense


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"files": [1]}',
        b"1" * 5_000,
    ],
)
def test_what_is_no_request_is_passed_over(library: Path, folder: Path, content: bytes) -> None:
    (folder / "a.request").write_bytes(content)
    assert take(library) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"files": None},
        {"files": "/x.kring"},
        {"files": {"/x.kring": 1}},
        {"files": [None]},
        {"files": [["/x.kring"]]},
        {"files": ["x.kring"]},
        {"files": ["../x.kring"]},
        {"files": [""]},
        {"files": ["/x\0.kring"]},
        {"host": "another computer"},
        {"host": None},
    ],
)
def test_a_request_that_makes_no_sense_is_passed_over(
    library: Path, folder: Path, changes: dict[Any, Any]
) -> None:
    ask(folder, **changes)
    assert take(library) == []


def test_a_good_request_beside_a_bad_one_is_taken(library: Path, folder: Path) -> None:
    ask(folder, "a", files=3)
    ask(folder, "b")
    assert len(take(library)) == 1


def test_a_file_named_twice_is_one(library: Path, folder: Path) -> None:
    ask(folder, files=["/x.kring", "/x.kring"])
    assert take(library)[0].files == (Path("/x.kring"),)


@pytest.mark.parametrize("token", ["x" * 600, "a\nb", "é", "a\0", None, {"a": 1}, 3])
def test_a_strange_token_does_not_reach_the_desktop(
    library: Path, folder: Path, token: dict[Any, Any] | int | str | None
) -> None:
    ask(folder, token=token)
    [request] = take(library)
    assert request.token.isprintable()
    assert request.token.isascii()
    assert len(request.token) < 500
    assert len(request.files) == 1


def test_a_request_that_is_too_large_is_not_read(library: Path, folder: Path) -> None:
    file = ask(folder)
    assert file.stat().st_size < handover.LARGEST
    file.write_text(file.read_text() + " " * handover.LARGEST)
    assert take(library) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes with a name")
def test_only_plain_files_are_read(library: Path, folder: Path) -> None:
    os.mkfifo(folder / "pipe.request")
    (folder / "folder.request").mkdir()
    (folder / "link.request").symlink_to("/dev/zero")
    assert take(library) == []
    (folder / "folder.request").rmdir()
