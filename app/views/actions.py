"""The actions of the window: one table of what can be done, with its keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

_tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do from the menu or with a key."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    checkable: bool = False


def commands() -> tuple[Command | None, ...]:
    """Return all commands in the order of the menu; None is a line between two groups."""
    return (
        Command("maps", _tr("Actions", "My maps"), ("Ctrl+M",)),
        Command("new_map", _tr("Actions", "New map"), ("Ctrl+N",)),
        Command("open_file", _tr("Actions", "Open a file …"), ("Ctrl+O",)),
        Command("export", _tr("Actions", "Keep a copy as a file …"), ("Ctrl+E",)),
        Command("example", _tr("Actions", "Look at an example")),
        None,
        Command("undo", _tr("Actions", "Undo"), ("Ctrl+Z",)),
        Command("redo", _tr("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        Command("select_all", _tr("Actions", "Select everybody"), ("Ctrl+A",)),
        Command("tie", _tr("Actions", "These know each other"), ("Ctrl+T",)),
        Command("add", _tr("Actions", "Add a partner"), ("Ctrl+K", "Insert")),
        None,
        Command("draw", _tr("Actions", "Draw"), ("Ctrl+1",)),
        Command("table", _tr("Actions", "Table"), ("Ctrl+2",)),
        Command("insight", _tr("Actions", "Insight"), ("Ctrl+3",)),
        Command("lens_free", _tr("Actions", "Lens: Free"), ("F5",)),
        Command("lens_importance", _tr("Actions", "Lens: Importance"), ("F6",)),
        Command("sectors", _tr("Actions", "Divide by setting"), ("F9",), checkable=True),
        Command("zoom_in", _tr("Actions", "Larger"), ("Ctrl++", "Ctrl+=")),
        Command("zoom_out", _tr("Actions", "Smaller"), ("Ctrl+-",)),
        Command("fit", _tr("Actions", "Show the whole map"), ("Ctrl+0",)),
        None,
        Command("saved", _tr("Actions", "Everything is kept already"), ("Ctrl+S",)),
        Command("about", _tr("Actions", "About Kring and its keys"), ("F1",)),
        Command("quit", _tr("Actions", "Quit"), ("Ctrl+Q",)),
    )


def make_actions(owner: QWidget, does: dict[str, Callable[[], object]]) -> dict[str, QAction]:
    """Return an action for every command, which works anywhere in the window `owner`."""
    made: dict[str, QAction] = {}
    for command in commands():
        if command is None:
            continue
        action = QAction(command.text, owner)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.checkable)
        action.triggered.connect(does[command.id])
        owner.addAction(action)
        made[command.id] = action
    return made


def fill_menu(menu: QMenu, actions: dict[str, QAction]) -> None:
    """Put all commands into a menu."""
    for command in commands():
        if command is None:
            menu.addSeparator()
        elif command.id != "saved":
            menu.addAction(actions[command.id])
