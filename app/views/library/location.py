"""Where the maps of a person are kept: shown, and chosen anew."""

from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtWidgets import QFileDialog, QWidget

from app.views.widgets.question import Question
from app.words import filled, say

FILE_NAME: Final = "library.kringlib"


class Move(NamedTuple):
    """The library to go on with, and whether the maps of this one go there first."""

    to: Path
    takes_along: bool


def ask_move(parent: QWidget, path: Path) -> Move | None:
    """Say where the maps are, and ask for another place; None where it stays as it is."""
    text = say("Your maps are in the file {path}.")
    more = say(
        "You can move your maps to another drive or folder. The file that is here now stays "
        "as it is, and Kring starts again with the other one.",
    )
    box = Question(parent, filled(text, path=breakable(path)), more)
    elsewhere = box.act(say("Move them …"))
    other = box.act(say("Open another file of maps …"))
    folder = box.act(say("Open the folder"))
    box.leave_by(say("Leave it like this"))
    pressed = box.ask()
    if pressed is folder:
        from app.views.widgets.saving import open_folder

        open_folder(path.parent)
    chosen: Path | None = None
    if pressed is elsewhere:
        chosen = ask_folder(parent, path.parent)
    elif pressed is other:
        chosen = _ask_library(parent, path.parent)
    return Move(chosen, pressed is elsewhere) if chosen not in (None, path) and chosen else None


def breakable(path: Path) -> str:
    """Return a path that can be broken into lines behind each folder."""
    return str(path).replace("/", "/\u200b").replace("\\", "\\\u200b")


def moved(to: Path, old: Path) -> str:
    """Return what is said once the maps are kept elsewhere."""
    text = say("Your maps are now in {path}. The previous file is still there: {old}.")
    return filled(text, path=to, old=old)


def ask_folder(parent: QWidget, start: Path) -> Path | None:
    """Ask for a folder for a library, and return what the file in it is called."""
    title = say("A folder for your maps")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) / FILE_NAME if chosen else None


def _ask_library(parent: QWidget, start: Path) -> Path | None:
    title = say("Open a file of maps")
    kinds = say("Files of Kring maps (*.kringlib)")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(start), kinds)
    return Path(chosen) if chosen else None
