"""Where a file goes: what is proposed, its ending, and that nothing is replaced unasked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.groups import SUFFIX
from app.settings import Settings
from app.views.frame.exports import Exports
from app.views.frame.notice import Notice
from app.views.group import dialogs
from app.views.widgets import save_dialog
from app.views.widgets.save_dialog import PICTURES, ask_where, folder

KINDS = "Picture (*.png);;Drawing (*.svg)"


@pytest.fixture
def ask(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Ask where, with a dialog that answers with a path and the chosen kind of file."""
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(save_dialog, "_latest", {})

    def ask(answer: Path | str, kind: str = "", name: str = "Map", **more: Any) -> tuple[Any, ...]:
        proposed = []

        def dialog(parent: Any, title: str, path: str, kinds: str) -> tuple[Any, Any]:
            proposed.append((title, Path(path), kinds))
            return str(answer), kind

        monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(dialog))
        path = ask_where(parent, "Where?", name, KINDS, **more)
        return path, *proposed[0]

    return ask


def test_the_name_is_proposed_in_the_documents_with_the_first_ending(
    ask: Callable[..., Any], tmp_path: Path
) -> None:
    documents = folder()
    _, title, proposed, kinds = ask(tmp_path / "a.png", name="Group 5/6: Sam?")
    assert (title, kinds) == ("Where?", KINDS)
    assert proposed == documents / "Group 5_6_ Sam_.png"


def test_a_picture_goes_among_the_pictures(ask: Callable[..., Any], tmp_path: Path) -> None:
    pictures = folder(PICTURES)
    assert ask(tmp_path / "a.png", where=PICTURES)[2].parent == pictures


def test_the_next_one_is_proposed_where_the_last_one_went(
    ask: Callable[..., Any], tmp_path: Path
) -> None:
    assert ask(tmp_path / "a.png")[2].parent != tmp_path
    assert ask(tmp_path / "b.png")[2].parent == tmp_path
    assert ask(tmp_path / "c.png", where=PICTURES)[2].parent != tmp_path


def test_a_folder_that_is_not_there_is_not_proposed(
    ask: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = staticmethod(lambda where: str(tmp_path / "gone"))
    monkeypatch.setattr(QStandardPaths, "writableLocation", gone)
    assert folder() == Path.home()


def test_what_has_no_name_gets_one(ask: Callable[..., Any], tmp_path: Path) -> None:
    assert ask(tmp_path / "a.png", name=" ")[2].name == "kring.png"


def test_a_closed_dialog_is_no_answer(ask: Callable[..., Any]) -> None:
    assert ask("")[0] is None


@pytest.mark.parametrize(
    ("typed", "kind", "expected"),
    [
        ("map.png", "", "map.png"),
        ("map.svg", "Picture (*.png)", "map.svg"),
        ("map.PNG", "", "map.PNG"),
        ("map", "", "map.png"),
        ("map", "Drawing (*.svg)", "map.svg"),
        ("map 1.2", "Picture (*.png)", "map 1.2.png"),
    ],
)
def test_a_file_has_the_ending_of_its_kind(
    ask: Callable[..., Any], tmp_path: Path, typed: str, kind: str, expected: str
) -> None:
    assert ask(tmp_path / typed, kind)[0] == tmp_path / expected


def test_what_is_given_back_to_a_group_has_the_whole_of_its_ending(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent, proposed = QWidget(), list[str]()
    qtbot.addWidget(parent)
    monkeypatch.setattr(save_dialog, "_latest", {})

    def dialog(_parent: Any, _title: str, path: str, kinds: str) -> tuple[str, str]:
        proposed.append(path)
        return str(tmp_path / "ours"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(dialog))
    path = dialogs.where_to_give_back(parent, "Our class")
    assert Path(proposed[0]).name == f"Our class{SUFFIX}"
    assert path == tmp_path / f"ours{SUFFIX}"


def test_a_file_that_the_dialog_did_not_ask_about_stays(
    ask: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "map.png").touch()
    assert ask(tmp_path / "map")[0] == tmp_path / "map 2.png"
    assert ask(tmp_path / "map.png")[0] == tmp_path / "map.png"  # the dialog did ask


def test_a_folder_that_nothing_can_show_is_named(
    document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda url: False))
    parent = QWidget()
    qtbot.addWidget(parent)
    notice = Notice(parent)
    exports = Exports(document, Settings(tmp_path / "settings.ini"), notice, parent)
    exports.tell_shared(tmp_path / "map.kring")
    notice.button.click()
    assert str(tmp_path) in notice.text
