"""What the screen of a group asks in a window of its own: names, numbers, files and folders."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from app.errors import sentence
from app.models.groups import SUFFIX
from app.models.problem import Problem
from app.views.widgets import theme
from app.views.widgets.question import Question, ask_number, ask_text
from app.views.widgets.save_dialog import ask_where
from app.words import say, say_n


def name(parent: QWidget, title: str, now: str = "") -> str | None:
    """Ask what a group is called; None where that is left."""
    return ask_text(parent, title, say("What is the group called?"), title, now)


def code(parent: QWidget) -> str | None:
    """Ask for the code of somebody who wants their map back; None where that is left."""
    question = say("Which code did they get when they made the file?")
    title = say("Remove a map")
    return ask_text(parent, title, question, title)


def expected(parent: QWidget, now: int) -> int | None:
    """Ask how many are to hand in; 0 is not known, None where that is left."""
    title, question = say("Waiting for"), say("How many people will hand in a map?")
    return ask_number(parent, title, question, say("Save"), now)


def maps(parent: QWidget) -> list[Path]:
    """Ask for files that were handed in."""
    title = say("Choose the maps that were handed in")
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, "", "Kring (*.kring *.zip)")
    return [Path(one) for one in chosen]


def not_read(parent: QWidget, wrong: Sequence[Problem]) -> None:
    """Say of each file why it was not read, in a list that scrolls and can be copied."""
    text = say_n("1 file was not read", "{n} files were not read", len(wrong))
    box = Question(parent, text, title=say("What was not read"))
    each = QPlainTextEdit("\n\n".join(map(sentence, wrong)))
    each.setReadOnly(True)
    each.setTabChangesFocus(True)
    box.lay(each)
    each.setMinimumSize(theme.scaled(480), theme.scaled(260))
    box.leave_by(say("Close"))
    box.ask()


def folder(parent: QWidget) -> Path | None:
    """Ask for the folder in which maps are handed in."""
    title = say("Choose the folder where maps are handed in")
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None


def given_back(parent: QWidget) -> Path | None:
    """Ask for the file that a lecturer gave back."""
    chosen, _ = QFileDialog.getOpenFileName(
        parent, say("Open results that were given back"), "", _kind()
    )
    return Path(chosen) if chosen else None


def where_to_give_back(parent: QWidget, group: str) -> Path | None:
    """Ask where the file is to go that everyone can lay beside their own map."""
    return ask_where(parent, say("Give the results back"), group, _kind())


def _kind() -> str:
    return say("Group to show beside a map") + f" (*{SUFFIX})"
