"""What can be done with the password of the maps: set, changed, removed; or the maps locked."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.views.library.idle_watch import MINUTES
from app.views.library.password import RemovePassword, SetPassword, told
from app.views.widgets.question import Question
from app.words import say

if TYPE_CHECKING:
    from app.storage.library import Library

LOCK: Final = "lock"
"""The answer of who wants the maps locked now."""


def ask(library: "Library", parent: QWidget) -> str:
    """Ask what is to happen to the password, and do it; returns what is to be told, or `LOCK`."""
    if not library.is_protected():
        return told("set", SetPassword(library, parent).ask())
    text = say("Your maps have a password.")
    more = say("Kring locks them automatically if you are away for {n} minutes.", n=MINUTES)
    box = Question(parent, text, more)
    lock = box.act(say("Lock now"))
    change = box.act(say("Change the password …"))
    code = box.act(say("A new recovery code …"))
    remove = box.destroy_by(say("Remove the password …"))
    box.leave_by(say("Leave it like this"))
    pressed = box.ask()
    if pressed is lock:
        return LOCK
    if pressed is change:
        return told("changed", SetPassword(library, parent, code=False).ask())
    if pressed is code:
        return told("code", SetPassword(library, parent, password=False).ask())
    if pressed is remove:
        return told("removed", RemovePassword(library, parent).ask())
    return ""


def ask_anew(library: "Library", parent: QWidget) -> str:
    """Ask for another password after the recovery code was used; returns what is to be told."""
    return told("changed", SetPassword(library, parent, code=False, knows=False).ask())
