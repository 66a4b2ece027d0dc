"""Nobody but this person reads what Kring keeps, and what is not Kring's is left alone."""

import os
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from app import private
from app.models.problem import Problem
from app.storage import handover
from app.storage.backups import back_up_before_upgrade, copy_library, restore_backup
from app.storage.disk import COMPANIONS, beside
from app.storage.library import Library
from tests.models.editing import full_map

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes and pipes of Unix")


@pytest.fixture(autouse=True)
def open_to_all() -> Iterator[None]:
    """Have an account whose files everybody can read, as most are."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Fail where something hangs."""

    def too_long(*_: Any) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def readable_by_others(folder: Path) -> list[str]:
    return [
        f"{path.name} {stat.S_IMODE(path.lstat().st_mode):o}"
        for path in (folder, *folder.rglob("*"))
        if path.lstat().st_mode & 0o077
    ]


def use(path: Path) -> None:
    """Do all a library does on the disk, and look at every file while it is open."""
    library = Library.open(path)
    library.add(full_map())
    library.back_up()
    folder = handover.listen(path)
    handover.hand_over(path, [path], patience=0.1)
    private.create(folder / "x.tmp").close()
    back_up_before_upgrade(path, 1)
    copy_library(path, path.with_stem("library-copy-1"))
    assert beside(path, "-wal").exists()
    assert readable_by_others(path.parent) == []
    handover.stop(path)
    library.close()


def test_all_a_library_writes_is_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "Kring" / "library.kringlib"
    use(path)
    assert readable_by_others(tmp_path / "new") == []
    (backup,) = [file for file in (path.parent / "backups").iterdir() if "version" not in file.name]
    restore_backup(backup, path)
    assert readable_by_others(tmp_path / "new") == []


def test_what_an_earlier_version_left_open_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "Kring" / "library.kringlib"
    use(path)
    for file in (path.parent, *path.parent.rglob("*")):
        file.chmod(0o755 if file.is_dir() else 0o644)
    Library.open(path).close()
    assert readable_by_others(path.parent) == []


def test_folders_of_the_person_keep_their_modes(tmp_path: Path) -> None:
    path = tmp_path / "library.kringlib"
    (tmp_path / "letter.odt").touch()
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "photos.tar").touch()
    tmp_path.chmod(0o755)
    use_only_open(path)
    for other in (tmp_path, tmp_path / "backups", tmp_path / "letter.odt"):
        assert other.stat().st_mode & 0o044, other
    assert not path.stat().st_mode & 0o077


def use_only_open(path: Path) -> None:
    with within(10):
        Library.open(path).close()


def make_folder(path: Path) -> None:
    path.mkdir()
    (path / "a.tmp").touch()


ODD: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "folder": make_folder,
    "link": lambda path: path.symlink_to(path.parent.parent / "theirs"),
    "nowhere": lambda path: path.symlink_to(path.parent / "nothing there"),
    "device": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("ending", [".lock", ".new", *COMPANIONS])
@pytest.mark.parametrize("is_new", [True, False])
def test_something_odd_in_the_place_of_a_file_of_ours_is_named_and_left(
    tmp_path: Path, odd: str, ending: str, is_new: bool
) -> None:
    path = tmp_path / "Kring" / "library.kringlib"
    path.parent.mkdir()
    theirs = tmp_path / "theirs"
    theirs.write_bytes(b"theirs")
    if not is_new:
        use_only_open(path)
        beside(path, ending).unlink(missing_ok=True)
    place = beside(path, ending)
    ODD[odd](place)
    before = place.lstat()
    if ending == ".new" and not is_new:
        use_only_open(path)  # nothing is made anew
    elif ending in COMPANIONS and is_new:
        use_only_open(path)  # it is set aside with what it seems to belong to
        assert any(file.lstat().st_ino == before.st_ino for file in path.parent.iterdir())
        assert theirs.read_bytes() == b"theirs"
        return
    else:
        with pytest.raises(Problem) as caught:
            use_only_open(path)
        assert caught.value.code == "in_the_way"
        assert caught.value.values["path"] == place
    assert place.lstat().st_ino == before.st_ino
    assert theirs.read_bytes() == b"theirs"


def test_the_folder_of_another_kring_is_no_link_to_somebody_elses(tmp_path: Path) -> None:
    path = tmp_path / "library.kringlib"
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    for name in ("a.tmp", "b.request", "c.taken"):
        (theirs / name).touch()
    beside(path, ".open").symlink_to(theirs)
    Library.open(path).close()
    with pytest.raises(OSError, match=r"kringlib\.open"):
        handover.listen(path)
    assert not handover.is_listening(path)
    assert not handover.hand_over(path, [path], patience=0.1)
    assert handover.take(path) == []
    handover.stop(path)
    assert sorted(file.name for file in theirs.iterdir()) == ["a.tmp", "b.request", "c.taken"]


def ring(folder: Path) -> Path:
    (folder / "one").symlink_to(folder / "two")
    (folder / "two").symlink_to(folder / "one")
    return folder / "one" / "library.kringlib"


def closed(folder: Path) -> Path:
    (folder / "closed").mkdir(mode=0o000)
    return folder / "closed" / "library.kringlib"


def bytes_that_are_no_text(folder: Path) -> Path:
    return Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.kringlib"))


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (lambda folder: folder / f"{'a' * 250}.kringlib", "library_bad_place"),
        (lambda folder: folder / ("b" * 300) / "library.kringlib", "library_bad_place"),
        (ring, "library_bad_place"),
        (lambda folder: ring(folder).parent, "library_bad_place"),
        (lambda folder: Path("/dev/null"), "library_not_a_file"),
        (lambda folder: Path("/dev/null/library.kringlib"), "library_not_writable"),
        (lambda folder: folder, "library_not_a_file"),
    ],
)
@pytest.mark.parametrize("read_only", [True, False])
def test_a_place_where_no_library_can_be_is_said_in_a_sentence(
    tmp_path: Path, place: Callable[..., Any], code: str, read_only: bool
) -> None:
    with within(10), pytest.raises(Problem) as caught:
        Library.open(place(tmp_path), read_only=read_only)
    known = {code, "library_missing"} if read_only else {code}
    assert caught.value.code in known


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root enters anywhere")
def test_a_folder_one_may_not_enter_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        Library.open(closed(tmp_path))
    assert caught.value.code == "library_not_writable"


def test_a_refused_look_at_a_place_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `closed`, for who runs the tests as root."""
    folder = tmp_path / "closed"
    look = Path.stat

    def refuse(path: Path, **how: bool) -> Any:
        if folder in path.parents:
            raise PermissionError(13, "no", str(path))
        return look(path, **how)

    monkeypatch.setattr(Path, "stat", refuse)
    for read_only in (True, False):
        with pytest.raises(Problem) as caught:
            Library.open(folder / "library.kringlib", read_only=read_only)
        assert caught.value.code == "library_not_writable"


def test_a_name_that_is_no_text_is_a_name(tmp_path: Path) -> None:
    path = bytes_that_are_no_text(tmp_path)
    library = Library.open(path)
    library.add(full_map())
    library.back_up()
    library.close()
    with closing(Library.open(path)) as again:
        assert again.summaries()[0].partners
