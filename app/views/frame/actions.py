"""The actions of the window: one table of what can be done, with its keys."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.words import say


class Command(NamedTuple):
    """One thing a person can do from the menu or with a key."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    checkable: bool = False


class Group(NamedTuple):
    """Commands that belong together: a part of the menu, and of the list of keys."""

    name: str
    commands: tuple[Command | None, ...]
    """None is a line between two of them."""


def groups() -> tuple[Group, ...]:
    """Return all commands in the order of the menu."""
    return (
        Group(
            say("Map"),
            (
                Command("maps", say("My maps"), ("Ctrl+M",)),
                Command("new_map", say("New map"), ("Ctrl+N",)),
                Command("open_file", say("Open a file …"), ("Ctrl+O",)),
                Command("example", say("Look at an example")),
                None,
                Command("share", say("Share …"), ("Ctrl+D",)),
                Command("export", say("Back-up as a file …"), ("Ctrl+Shift+S",)),
                Command("backups", say("Backups Kring made …")),
                Command(
                    "exchange",
                    say("Beside a map of somebody else …"),
                    ("Ctrl+Shift+E",),
                ),
                None,
                Command("picture", say("Picture of the map …"), ("Ctrl+Shift+P",)),
                Command("copy_picture", say("Copy picture"), ("Ctrl+Shift+C",)),
                Command("report", say("Report …"), ("Ctrl+Shift+R",)),
                Command("last_folder", say("Open the folder of the last file")),
            ),
        ),
        Group(
            say("Edit"),
            (
                Command("undo", say("Undo"), ("Ctrl+Z",)),
                Command("redo", say("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
                None,
                Command("cut", say("Cut"), ("Ctrl+X",)),
                Command("copy", say("Copy"), ("Ctrl+C",)),
                Command("paste", say("Paste people or a list of names"), ("Ctrl+V",)),
                None,
                Command("select_all", say("Select everybody"), ("Ctrl+A",)),
                Command(
                    "select_kind",
                    say("Select all of this kind"),
                    ("Ctrl+Shift+K",),
                ),
                Command(
                    "select_setting",
                    say("Select all of this setting"),
                    ("Ctrl+Shift+A",),
                ),
                None,
                Command("saved", say("Everything is kept already"), ("Ctrl+S",)),
                Command("message", say("The last message again"), ("Ctrl+Alt+M",)),
            ),
        ),
        Group(
            say("Partners"),
            (
                Command("add", say("Add a partner"), ("Ctrl+L", "Insert")),
                Command("rate", say("Rate everybody"), ("Ctrl+R",)),
                Command(
                    "pairs",
                    say("Who knows whom, pair by pair"),
                    ("Ctrl+Shift+T",),
                ),
                Command("again", say("Still the same as last time?")),
                None,
                Command("rename", say("Rename …")),
                Command("star", say("One of my most important")),
                Command("tie", say("These know each other"), ("Ctrl+T",)),
                Command("give", say("Kind and setting …"), ("Ctrl+K",)),
                Command("unknown", say("Select everybody without a setting")),
                Command("merge", say("Merge into one"), ("Ctrl+Shift+M",)),
                Command("take_off", say("Back to “still to place”")),
                Command("remove", say("Remove for good")),
                None,
                Command("outline", say("Draw an outline around these"), ("Ctrl+G",)),
                Command("write", say("Write a text on the map"), ("Ctrl+Shift+X",)),
                Command("drawn", say("Outlines and texts …"), ("Ctrl+Shift+D",)),
            ),
        ),
        Group(
            say("View"),
            (
                Command("draw", say("Draw"), ("Ctrl+1",)),
                Command("table", say("Table"), ("Ctrl+2",)),
                Command("insight", say("Insight"), ("Ctrl+3",)),
                Command("compare", say("Compare"), ("Ctrl+4",)),
                Command("reflect", say("Reflect"), ("Ctrl+5",)),
                None,
                Command("lens_free", say("Lens: Free"), ("F5",)),
                Command("lens_importance", say("Lens: Importance"), ("F6",)),
                Command("lens_contact", say("Lens: Contact"), ("F7",)),
                Command("lens_gap", say("Lens: Gap"), ("F8",)),
                Command("sectors", say("Divide by setting"), ("F9",), checkable=True),
                Command("make_room", say("Make room"), ("Shift+F9",)),
                Command("legend", say("Legend"), ("Ctrl+Shift+L",)),
                Command("live", say("Live: the map alone"), ("F11",), checkable=True),
                None,
                Command("zoom_in", say("Larger"), ("Ctrl++", "Ctrl+=")),
                Command("zoom_out", say("Smaller"), ("Ctrl+-",)),
                Command("fit", say("Show the whole map"), ("Ctrl+0",)),
            ),
        ),
        Group(
            "Kring",
            (
                Command(
                    "file_type",
                    say("Open .kring files with Kring"),
                    checkable=True,
                ),
                Command("about", say("About Kring and its keys"), ("F1",)),
                Command("quit", say("Quit"), ("Ctrl+Q",)),
            ),
        ),
    )


def commands() -> tuple[Command, ...]:
    """Return all commands, one after the other."""
    return tuple(command for group in groups() for command in group.commands if command)


def make_actions(owner: QWidget, does: dict[str, Callable[[], object]]) -> dict[str, QAction]:
    """Return an action for every command, which works anywhere in the window `owner`."""
    made: dict[str, QAction] = {}
    for command in commands():
        action = QAction(command.text, owner)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.checkable)
        action.triggered.connect(does[command.id])
        owner.addAction(action)
        made[command.id] = action
    return made


def fill_menu(menu: QMenu, actions: dict[str, QAction]) -> None:
    """Put all commands into a menu: a menu of its own for each group, the last one as it is.

    What leads to another map, or out of Kring, is one step away.
    """
    *named, last = groups()
    for name in AT_HAND:
        menu.addAction(actions[name])
    menu.addSeparator()
    for group in named:
        _fill(menu.addMenu(group.name), group, actions)
    menu.addSeparator()
    _fill(menu, last, actions)


def _fill(menu: QMenu, group: Group, actions: dict[str, QAction]) -> None:
    for command in group.commands:
        if command is None:
            menu.addSeparator()
        elif command.id != "saved" and command.id not in AT_HAND:
            menu.addAction(actions[command.id])


AT_HAND = ("maps", "share", "report", "picture")
"""What stands in the menu itself."""

PERSONAL = (
    "rename",
    "star",
    "tie",
    "merge",
    "outline",
    "select_kind",
    "select_setting",
    "copy",
    "cut",
    "take_off",
    "remove",
)
"""What can be done with the selected people; also the menu under the pointer."""

READING = ("select_kind", "select_setting", "copy")
"""What of it can be done on a finished map too."""

NOT_LIVE = (
    "maps",
    "new_map",
    "open_file",
    "exchange",
    "share",
    "export",
    "backups",
    "report",
    "example",
    "table",
    "insight",
    "compare",
    "reflect",
    "again",
)
"""What leads away from the map, and is not to be had in live mode."""
