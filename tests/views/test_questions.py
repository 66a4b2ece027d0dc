"""Every window in front of the main one ends by the same rule, whoever opens it."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon, QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.models.problem import Problem
from app.views.library.unlock_window import Unlock
from app.views.widgets import question, theme
from app.views.widgets.dialogs import Dialog, add_answers
from app.views.widgets.keyboard_ring import KeyboardRing
from app.views.widgets.question import Question
from app.views.widgets.reading_order import stops
from app.views.widgets.segmented import add_choice
from tests.parsed import modules_with, nodes

APP = Path(__file__).parents[2] / "app"
OF_QT = {"QMessageBox", "QInputDialog", "QDialogButtonBox", "QErrorMessage", "QProgressDialog"}
"""Windows and buttons of Qt that stand in an order of their own."""


def names(code: str) -> Iterator[str]:
    for node in nodes(code):
        match node:
            case ast.Name(id=name) | ast.alias(name=name) | ast.Attribute(attr=name):
                yield name


def test_no_window_asks_in_the_way_of_qt() -> None:
    asking = modules_with(APP, *OF_QT)
    assert [path.name for path, code in asking if OF_QT.intersection(names(code))] == []


def test_every_window_ends_by_the_one_rule_and_no_other_says_what_enter_does() -> None:
    dialogs = {
        path.relative_to(APP).as_posix(): set(names(code))
        for path, code in modules_with(APP, "Dialog")
        for node in nodes(code)
        if isinstance(node, ast.ClassDef) and "Dialog" in map(ast.unparse, node.bases)
    }
    assert len(dialogs) >= 7
    assert [module for module, used in dialogs.items() if "add_answers" not in used] == []
    ruled = {
        path.relative_to(APP).as_posix()
        for path, code in modules_with(APP, "setDefault")
        if "setDefault" in names(code)
    }
    assert ruled == {"views/widgets/dialogs.py", "language.py"}  # that is of a QLocale


@pytest.fixture
def ended(qapp: QApplication, qtbot: QtBot) -> Callable[..., Any]:
    """A window with these answers, laid out."""

    def ended(*acts: str, destroys: bool = False) -> tuple[Any, ...]:
        window = Dialog()
        qtbot.addWidget(window)
        window.resize(480, 300)
        leave, apart = QPushButton("Leave"), QPushButton("Destroy") if destroys else None
        made = [QPushButton(word) for word in acts]
        add_answers(QVBoxLayout(window), leave, *made, destroys=apart)
        window.show()
        qapp.processEvents()
        return window, leave, made, apart

    return ended


def left(button: QWidget) -> int:
    return button.mapTo(button.window(), QPoint()).x()


@pytest.mark.parametrize("acts", [(), ("Do",), ("Do", "Also")])
def test_what_acts_is_last_filled_and_enter_and_what_destroys_is_apart(
    ended: Callable[..., Any], acts: tuple[Any, ...]
) -> None:
    window, leave, made, apart = ended(*acts, destroys=True)
    row = [apart, leave, *reversed(made)]
    assert row == sorted(row, key=left)
    assert left(leave) - left(apart) - apart.width() > 48
    assert [b for b in row if b.isDefault()] == [made[0] if made else leave]
    assert [b for b in row if b.property("role") == "primary"] == made[:1]
    assert {b.height() for b in row} == {leave.height()}
    assert stops(window) == row  # Tab goes as they stand


def test_many_ways_to_go_on_stand_under_each_other(ended: Callable[..., Any]) -> None:
    _window, leave, made, _ = ended("First", "Second", "Third")
    assert len({left(button) for button in made}) == 1
    assert len({button.width() for button in made}) == 1
    assert [b for b in (*made, leave) if b.isDefault()] == made[:1]
    assert leave.y() > made[-1].y()


def test_enter_on_a_choice_that_is_made_ends_the_window_as_anywhere_else(
    ended: Callable[..., Any], qtbot: QtBot
) -> None:
    window, _leave, made, _ = ended("Do")
    done: list[bool] = []
    made[0].clicked.connect(lambda: done.append(True))
    choices = add_choice(window.layout(), "Kind", ("One", "Other"), window)
    choices.button(1).setFocus()
    qtbot.keyClick(choices.button(1), Qt.Key.Key_Return)
    assert (choices.checkedId(), done) == (1, [])
    qtbot.keyClick(choices.button(1), Qt.Key.Key_Return)
    assert (choices.checkedId(), done) == (1, [True])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, qapp: QApplication) -> Callable[..., Any]:
    """A question that is shown, given a key, and looked at while it is."""

    def asked(ask: Callable[[], object], key: Qt.Key) -> object:
        def show(window: Question) -> None:
            window.show()
            qapp.processEvents()
            qtbot.keyClick(window.focusWidget() or window, key)

        monkeypatch.setattr(Question, "exec", show)
        return ask()

    return asked


def test_enter_does_what_acts_and_esc_leaves(
    asked: Callable[..., Any], qapp: QApplication, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def name() -> str | None:
        return question.ask_text(parent, "Rename", "What is it called?", "Rename", "Noor")

    def number() -> int | None:
        return question.ask_number(parent, "Waiting for", "How many?", "Save", 24)

    for ask, given in ((name, "Noor"), (number, 24)):
        assert asked(ask, Qt.Key.Key_Return) == given
        assert asked(ask, Qt.Key.Key_Escape) is None


def test_nothing_that_is_not_taken_back_is_done_by_enter(
    asked: Callable[..., Any], qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = Question(parent, "Delete it?", "This cannot be undone.")
    box.destroy_by("Delete")
    assert asked(box.ask, Qt.Key.Key_Return) is None


def test_the_keyboard_moves_while_a_window_of_the_platform_is_taken_down(
    qapp: QApplication, qtbot: QtBot
) -> None:
    gone = QWindow()
    delete(gone)

    class Leaving(QWidget):
        def windowHandle(self) -> Any:  # noqa: N802
            return gone

    widget = Leaving()
    qtbot.addWidget(widget)
    ring = KeyboardRing(widget)
    ring._follow(None, widget)
    ring._settle()


def pressed_together(window: QWidget) -> list[str]:
    """Return what on a window is lower than its words need."""
    labels = [one for one in window.findChildren(QLabel) if one.isVisible()]
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    return [
        *(one.text() for one in labels if one.height() < one.heightForWidth(one.width())),
        *(one.text() for one in buttons if one.height() < one.sizeHint().height()),
    ]


def test_a_question_in_large_letters_is_as_high_as_it_needs(
    large_text: Callable[[int], None], asked: Callable[..., Any], window: Any
) -> None:
    """Qt gives a window two thirds of the screen at most."""
    large_text(200)
    theme.dress(window)
    found: list[str] = []
    box = Question(window, "The file with your maps is damaged. " * 4, "It stays there. " * 4)
    for number in range(4):
        box.act(f"Do this {number}")
    box.finished.connect(lambda: found.extend(pressed_together(box)))
    asked(box.ask, Qt.Key.Key_Escape)
    screen = box.screen().geometry().height()
    assert screen * 2 / 3 < box.height() < screen
    assert found == []


def test_an_empty_password_is_told_with_room_in_large_letters(
    large_text: Callable[[int], None], window: Any, tmp_path: Path
) -> None:
    large_text(200)
    theme.dress(window)
    unlock = Unlock(tmp_path / "library", window)
    unlock.show()
    QApplication.processEvents()
    unlock.open_button.click()
    QApplication.processEvents()
    assert unlock.told.isVisible()
    assert pressed_together(unlock) == []


def test_what_did_not_work_has_room(window: Any, tmp_path: Path) -> None:
    unlock = Unlock(tmp_path / "library", window)
    unlock.show()
    unlock.told.tell("One moment …")
    QApplication.processEvents()
    unlock.task.failed.emit(Problem("password_wrong", path=tmp_path))
    QApplication.processEvents()
    said = unlock.told.label
    assert said.height() >= said.heightForWidth(said.width())


def test_what_asks_before_there_is_a_map_wears_the_icon_of_the_app(
    qtbot: QtBot, qapp: QApplication
) -> None:
    qapp.setWindowIcon(QIcon())
    box = Question(None, "May this be asked?")
    qtbot.addWidget(box)
    assert not box.windowIcon().pixmap(32, 32).isNull()
