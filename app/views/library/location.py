"""Where the maps of a person are kept: shown, and chosen anew."""

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtWidgets import QFileDialog, QWidget

from app.views.widgets.question import Question
from app.words import filled, joined, say, say_n

if TYPE_CHECKING:
    from app.settings import Settings

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
    other = box.act(say("Open another file with maps …"))
    folder = box.act(say("Open the folder"))
    box.leave_by(say("Leave it like this"))
    pressed = box.ask()
    if pressed is folder:
        from app.views.widgets.save_dialog import open_folder

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
    """Return the sentence for when the maps are kept elsewhere."""
    text = say("Your maps are now in {path}. The previous file is still there: {old}.")
    return filled(text, path=to, old=old)


def ask_folder(parent: QWidget, start: Path) -> Path | None:
    """Ask for a folder for a library, and return what the file in it is called."""
    title = say("A folder for your maps")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) / FILE_NAME if chosen else None


def _ask_library(parent: QWidget, start: Path) -> Path | None:
    title = say("Open a file with maps")
    kinds = say("Files with Kring maps (*.kringlib)")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(start), kinds)
    return Path(chosen) if chosen else None


def ask_guest(parent: QWidget) -> Path | None:
    """Say what it means to leave nothing here, and ask for the folder all goes to."""
    text = say("Kring will save everything in a folder you choose, such as one on a USB stick.")
    more = say(
        "Your maps, backups and preferences go there, and nothing more is saved on this "
        "computer. If there are maps in that folder already, Kring opens those. Next time, tick "
        "this again and choose the same folder.",
    )
    box = Question(parent, text, more)
    box.act(say("Choose a folder …"))
    if box.ask() is None:
        return None
    title = say("A folder for everything Kring saves")
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None


def ask_clear(parent: QWidget, path: Path, old: Path, settings: "Settings") -> str:
    """Ask what is to become of what is still on this computer; returns what is to be told."""
    from app import errors
    from app.models.problem import Problem
    from app.storage.leave_computer import clear, only_in

    said = filled(say("Your maps are now in {path}."), path=path)
    try:
        alone = only_in(old, path)
    except Problem:
        return said + " " + filled(say("{old} stays as it is."), old=old)
    text = say("Delete what Kring saved on this computer?")
    more = say("All of these maps are in the folder you chose as well.")
    if alone:
        more = say_n(
            "1 map on this computer is not in the folder you chose. It would be lost.",
            "{n} maps on this computer are not in the folder you chose. They would be lost.",
            alone,
        )
    box = Question(parent, text, more)
    box.destroy_by(say("Delete it from this computer"))
    box.leave_by(say("Keep it here too"))
    if box.ask() is None:
        return said + " " + filled(say("{old} stays as it is."), old=old)
    try:
        left = clear(old)
    except Problem as problem:
        return said + " " + errors.sentence(problem)
    settings.clear()
    if left:
        still = say("You worked in a copy, which is still there: {files}.")
        return said + " " + filled(still, files=joined(str(file) for file in left))
    return said + " " + say("Nothing is left of them on this computer.")
