"""The question about a library that does not open: each answer does what it says."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.models.problem import Problem
from app.storage import backups
from app.storage.library import Library
from app.views.frame.library_trouble import LibraryTrouble
from app.views.widgets.question import Question
from tests.models.editing import full_map

pytestmark = pytest.mark.usefixtures("leaves_nothing")

READ_ONLY, COPY, AGAIN = "Open read-only", "Work in a copy", "Try again"
PLACE = "Choose another folder …"
FRESH, QUIT, BACKUP = "Start with no maps", "Quit", "Use the backup from"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.kringlib"
    with closing(Library.open(path)) as library:
        library.add(full_map())
    return path


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """What the person answers, one after the other; and every box they saw, as it was."""
    boxes: list[dict[str, Any]] = []
    given: list[str | None] = []

    def answered(box: Question) -> int:
        boxes.append(
            {
                "text": box.text(),
                "formats": {label.textFormat() for label in box.findChildren(QLabel)},
                "buttons": {button.text() for button in box.buttons()},
            }
        )
        pressed = given.pop(0)
        if pressed is None:
            box.reject()
            return 0
        [button] = [b for b in box.buttons() if b.text().startswith(pressed)]
        button.click()
        return 0

    monkeypatch.setattr(Question, "exec", answered)
    given_and_boxes = type("Answers", (), {"give": given.extend, "boxes": boxes, "left": given})
    yield given_and_boxes
    assert given == []


@pytest.fixture
def ask(qapp: QApplication, qtbot: QtBot, path: Path, answers: Any) -> Callable[..., Any]:
    parent = QWidget()
    qtbot.addWidget(parent)

    def ask(code: str, *given: str | None) -> tuple[Path, Any] | None:
        answers.give(given)
        return LibraryTrouble(Problem(code, path=path), path, parent).ask()

    return ask


def damage(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"nonsense" * 500)


def titles(path: Path) -> list[Any]:
    with closing(Library.open(path)) as library:
        return [summary.title for summary in library.summaries()]


# --- in use


def test_a_library_in_use_can_be_looked_at(
    ask: Callable[..., Any], path: Path, answers: Any
) -> None:
    assert ask("library_in_use", READ_ONLY) == (path, True)
    [box] = answers.boxes
    assert box["buttons"] == {READ_ONLY, COPY, AGAIN, QUIT}
    assert "library.kringlib" in box["text"]


def test_a_library_in_use_can_be_tried_again(ask: Callable[..., Any], path: Path) -> None:
    assert ask("library_in_use", AGAIN) == (path, False)


def test_a_copy_is_made_while_the_other_has_it_open(ask: Callable[..., Any], path: Path) -> None:
    with closing(Library.open(path)):
        other, read_only = ask("library_in_use", COPY)
    assert not read_only
    assert other != path
    assert other.parent == path.parent
    assert titles(other) == titles(path) == ["Mijn kaart"]


def test_a_second_copy_does_not_touch_the_first(ask: Callable[..., Any], path: Path) -> None:
    first, _ = ask("library_in_use", COPY)
    before = first.read_bytes()
    second, _ = ask("library_in_use", COPY)
    assert second != first
    assert first.read_bytes() == before


@pytest.mark.parametrize(
    "code",
    ["library_in_use", "library_damaged", "library_newer", "library_gone", "library_not_read"],
)
def test_leaving_is_always_possible_and_changes_nothing(
    ask: Callable[..., Any], path: Path, code: str
) -> None:
    before = sorted(path.parent.rglob("*")), path.read_bytes()
    assert ask(code, QUIT) is None
    assert ask(code, None) is None
    assert (sorted(path.parent.rglob("*")), path.read_bytes()) == before


def test_a_copy_that_cannot_be_made_leads_to_the_next_question(
    ask: Callable[..., Any], path: Path, answers: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: Path, to: Path) -> None:
        raise Problem("disk_full")

    monkeypatch.setattr(backups, "copy_library", full)
    assert ask("library_in_use", COPY, AGAIN) == (path, False)
    assert "full" in answers.boxes[1]["text"]


# --- damaged


@pytest.mark.parametrize("code", ["library_damaged", "library_foreign"])
def test_a_damaged_library_is_set_aside_for_an_empty_one(
    ask: Callable[..., Any], path: Path, answers: Any, code: str
) -> None:
    damage(path)
    before = path.read_bytes()
    assert ask(code, FRESH) == (path, False)
    [box] = answers.boxes
    assert box["buttons"] == {FRESH, PLACE, QUIT}, "there is no backup to offer"
    assert "not deleted" in box["text"]
    assert before in [file.read_bytes() for file in path.parent.iterdir() if file.is_file()]
    assert titles(path) == []


def test_the_last_good_backup_can_take_its_place(
    ask: Callable[..., Any], path: Path, answers: Any
) -> None:
    backup = backups.back_up(path).file
    day = time.mktime((2025, 3, 9, 12, 0, 0, 0, 0, -1))
    os.utime(backup, (day, day))
    damage(path)
    before = path.read_bytes()
    assert ask("library_damaged", BACKUP) == (path, False)
    assert "Use the backup from 9 March" in answers.boxes[0]["buttons"]
    assert titles(path) == ["Mijn kaart"]
    assert backup.exists()
    aside = [file for file in path.parent.iterdir() if "damaged" in file.name]
    assert [file.read_bytes() for file in aside] == [before]


def test_a_library_that_is_gone_altogether_can_be_brought_back_as_well(
    ask: Callable[..., Any], path: Path
) -> None:
    backups.back_up(path)
    path.unlink()
    assert ask("library_gone", BACKUP) == (path, False)
    assert titles(path) == ["Mijn kaart"]


def test_a_library_that_is_gone_can_be_put_back_by_hand_or_started_anew(
    ask: Callable[..., Any], path: Path, answers: Any
) -> None:
    backups.back_up(path)
    path.unlink()
    assert ask("library_gone", AGAIN) == (path, False)
    assert "not deleted" not in answers.boxes[0]["text"], "there is no old file to speak of"
    assert not path.exists()
    assert ask("library_gone", FRESH) == (path, False)
    assert titles(path) == []


def test_a_library_that_could_not_be_read_may_be_read_at_the_next_try(
    ask: Callable[..., Any], path: Path
) -> None:
    before = path.read_bytes()
    assert ask("library_not_read", AGAIN) == (path, False)
    assert path.read_bytes() == before


def test_a_damaged_backup_is_not_offered(ask: Callable[..., Any], path: Path, answers: Any) -> None:
    damage(backups.back_up(path).file)
    damage(path)
    ask("library_damaged", QUIT)
    assert answers.boxes[0]["buttons"] == {FRESH, PLACE, QUIT}


def test_a_backup_that_cannot_be_put_back_leaves_the_damaged_library_in_its_place(
    ask: Callable[..., Any], path: Path, answers: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.back_up(path)
    damage(path)
    before = path.read_bytes()

    def full(*arguments: Path | str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "connect", full)
    monkeypatch.setattr(backups, "last_good_backup", lambda path: next(_backups(path)))
    assert ask("library_damaged", BACKUP, QUIT) is None
    assert "full" in answers.boxes[1]["text"]
    assert path.read_bytes() == before


def _backups(path: Path) -> Iterator[Path]:
    return (path.parent / "backups").iterdir()


def test_a_library_that_another_kring_opened_meanwhile_is_not_set_aside(
    ask: Callable[..., Any], path: Path, answers: Any
) -> None:
    with closing(Library.open(path)):
        assert ask("library_damaged", FRESH, QUIT) is None
    assert answers.boxes[1]["buttons"] == {READ_ONLY, COPY, AGAIN, QUIT}
    assert titles(path) == ["Mijn kaart"]


# --- the rest


@pytest.mark.parametrize("code", ["library_newer", "library_not_writable", "disk_full"])
def test_for_the_rest_there_is_trying_again_looking_and_another_place(
    ask: Callable[..., Any], path: Path, answers: Any, code: str
) -> None:
    assert ask(code, AGAIN) == (path, False)
    looks = {READ_ONLY} - ({READ_ONLY} if code == "library_newer" else set())
    assert answers.boxes[0]["buttons"] == {AGAIN, PLACE, QUIT} | looks


def test_the_name_of_a_file_is_text_and_never_markup(ask: Callable[..., Any], answers: Any) -> None:
    ask("library_newer", QUIT)
    assert answers.boxes[0]["formats"] == {Qt.TextFormat.PlainText}


def test_a_file_that_is_not_a_library_is_not_changed_by_asking(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, answers: Any
) -> None:
    path = tmp_path / "other.kringlib"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    before = path.read_bytes()
    with pytest.raises(Problem) as caught:
        Library.open(path)
    parent = QWidget()
    qtbot.addWidget(parent)
    answers.give([QUIT])
    assert LibraryTrouble(caught.value, path, parent).ask() is None
    assert path.read_bytes() == before
