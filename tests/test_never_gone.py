"""Where one file takes the place of another, at no moment there is none: a kill loses nothing.

Kills at random moments rarely hit the one between a deletion and a renaming; so here every call
that takes a name away is watched instead, and what should be there is looked for after it.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest

from app.exchange.files import write_file, write_files
from app.models.problem import Problem
from app.storage import keys, password_change, sealed_library
from app.storage.backups import backups_of, restore_backup
from app.storage.library import Library
from app.storage.opening import start_empty
from tests.models.editing import full_map
from tests.storage.kill_run import CHEAP

Patch = pytest.MonkeyPatch
TAKES_NAMES: Final = ("unlink", "remove", "rename", "replace")


@contextmanager
def never_gone(*files: Path) -> Iterator[None]:
    """See that these files are there after every call that takes a name away."""
    taken: list[str] = []
    gone: list[str] = []

    def watched(name: str, take: Callable[..., None]) -> Callable[..., None]:
        def act(path: Any, *others: Any, **ways: Any) -> None:
            take(path, *others, **ways)
            taken.append(name)
            gone.extend(f"{file}, after {name} {path}" for file in files if not file.exists())

        return act

    with pytest.MonkeyPatch.context() as patch:
        for name in TAKES_NAMES:
            patch.setattr(os, name, watched(name, getattr(os, name)))
        yield
    assert "replace" in taken
    assert gone == []


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: Patch) -> list[Path]:
    """Two files that stand in a folder, and are written over."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    files = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for file in files:
        file.write_bytes(b"old")
    return files


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with a map and a backup."""
    with closing(Library.open(tmp_path / "library.kringlib")) as library:
        library.add(full_map())
        library.back_up()
        yield library
    sealed_library.forget_keys()


def test_of_files_that_are_written_over(pair: list[Path]) -> None:
    with never_gone(*pair):
        write_file(pair[0], b"new")
        write_files([(file, b"newer") for file in pair])
    assert [file.read_bytes() for file in pair] == [b"newer", b"newer"]


def test_of_files_that_are_put_back(pair: list[Path], monkeypatch: Patch) -> None:
    replace = Path.replace

    def refused(half: Path, place: Path) -> Path:
        if place == pair[1]:
            raise PermissionError(13, "another program has it open", str(half))
        return replace(half, place)

    monkeypatch.setattr(Path, "replace", refused)
    with never_gone(*pair), pytest.raises(Problem):
        write_files([(file, b"new") for file in pair])
    assert [file.read_bytes() for file in pair] == [b"old", b"old"]


def test_of_a_library_whose_place_a_backup_takes_or_an_empty_one(library: Library) -> None:
    library.close()
    with never_gone(library.path):
        restore_backup(backups_of(library.path)[0].file, library.path)
        start_empty(library.path)


@pytest.mark.parametrize("system", sorted({os.name, "nt"}))
def test_of_a_library_and_its_backup_while_a_password_comes_and_goes(
    library: Library, system: str, monkeypatch: Patch
) -> None:
    if system != os.name:
        theirs = {**vars(os), "name": system}
        monkeypatch.setattr(password_change, "os", SimpleNamespace(**theirs))
    with never_gone(library.path, backups_of(library.path)[0].file):
        assert library.protect("secret", keys.new_code(), CHEAP) == ()
        assert library.change_secret(keys.PASSWORD, "another", CHEAP) == ()
        assert library.unprotect() == ()
    assert library.load("network")[0] == full_map()
