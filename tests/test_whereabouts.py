"""Where the maps are: shown, moved, opened elsewhere; a place that is away is not an empty one."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app import application, errors, private
from app.application import Application
from app.models.problem import Problem
from app.settings import Settings
from app.storage import backups, disk, opening
from app.storage.library import Library
from app.views.library import location
from app.views.widgets.question import Question
from tests.models.editing import full_map

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints"),
    pytest.mark.qt_log_ignore("raise"),
    pytest.mark.usefixtures("leaves_nothing"),
]


@pytest.fixture
def full(path: Path) -> Path:
    """A library with a map in it, opened and closed before."""
    with closing(Library.open(path)) as library:
        library.add(full_map())
    return path


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """What the person presses in one box after the other, and the boxes as they were."""
    boxes: list[tuple[str, list[str]]] = []
    given: list[str] = []

    def answered(box: Question) -> int:
        boxes.append((box.text(), [button.text() for button in box.buttons()]))
        [button] = [b for b in box.buttons() if b.text() == given[0]]
        del given[0]
        button.click()
        return 0

    monkeypatch.setattr(Question, "exec", answered)
    yield type("Answers", (), {"give": lambda self, *words: given.extend(words), "boxes": boxes})()
    assert given == []


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder that is chosen in the dialog of the system."""
    chosen = tmp_path / "elsewhere"
    chosen.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(chosen))
    return chosen


def has_ended(app: Application) -> Any:
    return lambda: not app.window.isVisible()


def titles(path: Path) -> list[str]:
    with closing(Library.open(path, read_only=True)) as library:
        return sorted(summary.title for summary in library.summaries())


def test_the_list_of_maps_says_where_they_are_and_the_button_has_the_keyboard(
    kring: Callable[..., Any], full: Path
) -> None:
    app = kring()
    app.window.screens.actions_by_id["maps"].trigger()
    page = app.window.screens.maps
    assert page.foot.place.text() == f"Your maps are in the folder {full.parent.name}"
    assert str(full) in page.foot.place.toolTip().replace("\u200b", "")
    page.foot.move_button.setFocus()
    assert page.foot.move_button.hasFocus()


def test_maps_are_kept_elsewhere_and_stay_where_they_were_too(
    kring: Callable[..., Any], full: Path, answers: Any, folder: Path, qtbot: QtBot
) -> None:
    app = kring()
    before = titles(full)
    answers.give("Move them …")
    app.window.screens.actions_by_id["maps"].trigger()
    app.window.screens.maps.foot.move_button.click()
    assert not app.window.isVisible()
    following = app.following
    following.window.show()
    qtbot.waitUntil(lambda: following._background is not None)
    assert following.document.library.path == folder / "library.kringlib"
    assert str(full) in following.window.screens.notice.text
    assert following.settings.library == folder / "library.kringlib"
    following.window.close()
    following.window.deleteLater()
    assert titles(full) == titles(folder / "library.kringlib") == before


def test_another_library_is_opened_as_it_is(
    kring: Callable[..., Any],
    full: Path,
    answers: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = tmp_path / "other.kringlib"
    Library.open(other).close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    app = kring()
    answers.give("Open another file with maps …")
    app._ask_move()
    assert (app.following.library_path(), app.following.takes_along) == (other, None)
    assert titles(other) == []
    app.following.window.deleteLater()


def test_leaving_it_so_changes_nothing(kring: Callable[..., Any], full: Path, answers: Any) -> None:
    app = kring()
    answers.give("Leave it like this")
    app._ask_move()
    assert app.following is None
    assert app.window.isVisible()


def test_the_one_that_follows_runs_after_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = []

    class Stub:
        def __init__(self, name: str, following: Any = None) -> None:
            self.name, self.following = name, following

        def run(self) -> int:
            ran.append(self.name)
            return len(ran)

    monkeypatch.setattr(application, "Application", lambda *_: Stub("one", Stub("two")))
    assert application.main(["--library", "x.kringlib"]) == 2
    assert ran == ["one", "two"]


def test_the_place_that_was_chosen_is_where_kring_starts(settings: Settings, full: Path) -> None:
    settings.library = full
    app = Application(None, [], settings)
    assert app.library_path() == full
    app.window.deleteLater()
    other = Application(full.with_name("named.kringlib"), [], settings)
    assert other.library_path().name == "named.kringlib"
    other.window.deleteLater()


# --- a place that is away, or that does not let Kring work


def test_a_drive_that_is_away_is_not_an_empty_library(
    kring: Callable[..., Any], settings: Settings, answers: Any, tmp_path: Path
) -> None:
    drive = tmp_path / "drive" / "Kring" / "library.kringlib"
    settings.know_library(drive)
    answers.give("Quit")
    app = kring(library=drive, until=lambda: bool(answers.boxes))
    text, buttons = answers.boxes[0]
    assert "is not there" in text
    assert str(drive)[-20:] in text or "…" in text
    assert set(buttons) == {"Try again", "Choose another folder …", "Quit"}
    assert not (tmp_path / "drive").exists()
    assert app.document is None


def test_an_empty_mount_point_is_not_an_empty_library(
    kring: Callable[..., Any], settings: Settings, answers: Any, path: Path
) -> None:
    settings.know_library(path)
    answers.give("Quit")
    kring(until=lambda: bool(answers.boxes))
    assert "no longer where it was" in answers.boxes[0][0]
    assert "Start with no maps" in answers.boxes[0][1]
    assert not path.exists()


def test_a_library_that_was_opened_is_known(
    kring: Callable[..., Any], settings: Settings, path: Path
) -> None:
    kring()
    assert path in settings.known_libraries


def test_another_place_is_chosen_at_the_start_and_remembered(
    kring: Callable[..., Any],
    settings: Settings,
    answers: Any,
    folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    drive = tmp_path / "drive" / "library.kringlib"
    settings.know_library(drive)
    answers.give("Choose another folder …")
    app = kring(library=drive)
    assert app.document.library.path == folder / "library.kringlib"
    assert settings.library == folder / "library.kringlib"


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_share_without_locks_is_named_and_can_be_looked_at(
    kring: Callable[..., Any], full: Path, answers: Any, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def take(file: Any) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(private, "take", take)
    answers.give("Open read-only")
    app = kring()
    text, buttons = answers.boxes[0]
    assert "two programs" in text
    assert set(buttons) == {"Open read-only", "Try again", "Choose another folder …", "Quit"}
    assert app.document.library.read_only
    assert app.document.is_open


@pytest.mark.parametrize("code", ["library_not_writable", "disk_full", "library_no_locks"])
def test_what_cannot_be_written_can_be_looked_at(
    kring: Callable[..., Any], full: Path, answers: Any, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    real = Library.open

    def refuse(path: Path, *, read_only: bool = False) -> Library:
        if not read_only:
            raise Problem(code, path=path)
        return real(path, read_only=True)

    monkeypatch.setattr(Library, "open", refuse)
    answers.give("Open read-only")
    app = kring()
    text, buttons = answers.boxes[0]
    assert "not saved" not in text
    assert "Choose another folder …" in buttons
    assert app.document.library.read_only
    assert app.document.map.partners


def without_shared_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let SQLite work as on a share: this file system of it knows none."""
    real = sqlite3.connect
    monkeypatch.setattr(
        sqlite3,
        "connect",
        lambda name, uri=False, **how: real(
            f"{name}&vfs=unix-none" if uri else name, uri=uri, **how
        ),
    )


@pytest.mark.parametrize("is_there", [True, False])
def test_a_share_without_shared_memory_keeps_a_library(
    path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    if is_there:  # made on a drive that has it, with its log still there
        with closing(Library.open(path)) as library:
            library.add(full_map())
    without_shared_memory(monkeypatch)
    with closing(Library.open(path)) as library:
        if not is_there:
            library.add(full_map())
        key = library.summaries()[0].id
        library.remove(key)
        library.restore(key)
    assert len(titles(path)) == 1


def test_only_an_absent_library_is_said_to_be_absent(full: Path) -> None:
    opening.check_there(full)
    backups.back_up(full)
    full.unlink()
    opening.check_there(full)  # there are backups: `ready` offers them
    with pytest.raises(Problem, match="library_absent"):
        opening.check_there(full.parent / "no" / "x.kringlib")


def test_every_sentence_about_a_place_says_which(full: Path) -> None:
    for code in ("library_absent", "library_lost"):
        assert str(full)[-30:] in errors.sentence(Problem(code, path=full, place=str(full)[-60:]))


def test_a_path_can_be_broken_into_lines(qtbot: QtBot, full: Path) -> None:
    label = QLabel(location.breakable(full))
    qtbot.addWidget(label)
    label.setWordWrap(True)
    assert label.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance(str(full))
    assert disk.beside(full, "") == full


@pytest.fixture
def _no_guest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private, "_guest_in", None)


@pytest.mark.usefixtures("_no_guest")
def test_with_a_tick_all_goes_to_a_stick_and_nothing_is_left_here(
    kring: Callable[..., Any], full: Path, answers: Any, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    app = kring()
    app.document.add_partner("Only just added")
    answers.give("Choose a folder …", "Delete it from this computer")
    app.window.screens.actions_by_id["maps"].trigger()
    app.window.screens.maps.foot.guest.click()
    assert not app.window.isVisible()
    following = app.following
    following.window.show()
    qtbot.waitUntil(lambda: following._background is not None)
    names = {partner.name for partner in following.document.map.partners}
    assert "Only just added" in names
    assert following.document.library.path == folder / "library.kringlib"
    assert "Nothing is left of them" in following.window.screens.notice.text
    assert "All of these maps" in answers.boxes[1][0]
    following.window.screens.actions_by_id["maps"].trigger()
    assert following.window.screens.maps.foot.guest.isChecked()
    following.window.close()
    following.window.deleteLater()
    left = {file.relative_to(tmp_path).parts[0] for file in tmp_path.rglob("*") if file.is_file()}
    assert left == {"elsewhere"}


def test_what_is_on_this_computer_alone_is_counted_before_it_goes(
    full: Path, answers: Any, folder: Path, settings: Settings, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    stick = folder / "library.kringlib"
    Library.open(stick).close()
    answers.give("Keep it here too")
    said = location.ask_clear(parent, stick, full, settings)
    assert "1 map on this computer is not in the folder" in answers.boxes[0][0]
    assert "stays as it is" in said
    assert titles(full) == ["Mijn kaart"]
