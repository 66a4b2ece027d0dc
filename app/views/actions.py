"""The actions of the window: one table of what can be done, with its keys."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

translate = QCoreApplication.translate


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
            translate("Actions", "Map"),
            (
                Command("maps", translate("Actions", "My maps"), ("Ctrl+M",)),
                Command("new_map", translate("Actions", "New map"), ("Ctrl+N",)),
                Command("open_file", translate("Actions", "Open a file …"), ("Ctrl+O",)),
                Command("example", translate("Actions", "Look at an example")),
                None,
                Command("share", translate("Actions", "Share …"), ("Ctrl+D",)),
                Command("export", translate("Actions", "Back-up as a file …"), ("Ctrl+Shift+S",)),
                Command("backups", translate("Actions", "Backups Kring made …")),
                Command(
                    "exchange",
                    translate("Actions", "Beside a map of somebody else …"),
                    ("Ctrl+Shift+E",),
                ),
                None,
                Command("picture", translate("Actions", "Picture of the map …"), ("Ctrl+Shift+P",)),
                Command("copy_picture", translate("Actions", "Copy picture"), ("Ctrl+Shift+C",)),
                Command("report", translate("Actions", "Report …"), ("Ctrl+Shift+R",)),
                Command("last_folder", translate("Actions", "Open the folder of the last file")),
            ),
        ),
        Group(
            translate("Actions", "Edit"),
            (
                Command("undo", translate("Actions", "Undo"), ("Ctrl+Z",)),
                Command("redo", translate("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
                None,
                Command("cut", translate("Actions", "Cut"), ("Ctrl+X",)),
                Command("copy", translate("Actions", "Copy"), ("Ctrl+C",)),
                Command(
                    "paste", translate("Actions", "Paste people or a list of names"), ("Ctrl+V",)
                ),
                None,
                Command("select_all", translate("Actions", "Select everybody"), ("Ctrl+A",)),
                Command(
                    "select_kind",
                    translate("Actions", "Select all of this kind"),
                    ("Ctrl+Shift+K",),
                ),
                Command(
                    "select_setting",
                    translate("Actions", "Select all of this setting"),
                    ("Ctrl+Shift+A",),
                ),
                None,
                Command("saved", translate("Actions", "Everything is kept already"), ("Ctrl+S",)),
                Command(
                    "message", translate("Actions", "The last message again"), ("Ctrl+Shift+M",)
                ),
            ),
        ),
        Group(
            translate("Actions", "Partners"),
            (
                Command("add", translate("Actions", "Add a partner"), ("Ctrl+L", "Insert")),
                Command("rate", translate("Actions", "Rate everybody"), ("Ctrl+R",)),
                Command(
                    "pairs",
                    translate("Actions", "Who knows whom, pair by pair"),
                    ("Ctrl+Shift+T",),
                ),
                Command("again", translate("Actions", "Still the same as last time?")),
                None,
                Command("rename", translate("Actions", "Rename …")),
                Command("star", translate("Actions", "One of my most important")),
                Command("tie", translate("Actions", "These know each other"), ("Ctrl+T",)),
                Command("give", translate("Actions", "Kind and setting …"), ("Ctrl+K",)),
                Command("unknown", translate("Actions", "Select everybody without a setting")),
                Command("merge", translate("Actions", "Merge into one"), ("Ctrl+Shift+M",)),
                Command("take_off", translate("Actions", "Back to “still to place”")),
                Command("remove", translate("Actions", "Remove for good")),
                None,
                Command(
                    "outline", translate("Actions", "Draw an outline around these"), ("Ctrl+G",)
                ),
                Command(
                    "write", translate("Actions", "Write a text on the map"), ("Ctrl+Shift+X",)
                ),
                Command("drawn", translate("Actions", "Outlines and texts …"), ("Ctrl+Shift+D",)),
            ),
        ),
        Group(
            translate("Actions", "View"),
            (
                Command("draw", translate("Actions", "Draw"), ("Ctrl+1",)),
                Command("table", translate("Actions", "Table"), ("Ctrl+2",)),
                Command("insight", translate("Actions", "Insight"), ("Ctrl+3",)),
                Command("compare", translate("Actions", "Compare"), ("Ctrl+4",)),
                Command("reflect", translate("Actions", "Reflect"), ("Ctrl+5",)),
                None,
                Command("lens_free", translate("Actions", "Lens: Free"), ("F5",)),
                Command("lens_importance", translate("Actions", "Lens: Importance"), ("F6",)),
                Command("lens_contact", translate("Actions", "Lens: Contact"), ("F7",)),
                Command("lens_gap", translate("Actions", "Lens: Gap"), ("F8",)),
                Command(
                    "sectors", translate("Actions", "Divide by setting"), ("F9",), checkable=True
                ),
                Command("make_room", translate("Actions", "Make room"), ("Shift+F9",)),
                Command("legend", translate("Actions", "Legend"), ("Ctrl+Shift+L",)),
                Command(
                    "live", translate("Actions", "Live: the map alone"), ("F11",), checkable=True
                ),
                None,
                Command("zoom_in", translate("Actions", "Larger"), ("Ctrl++", "Ctrl+=")),
                Command("zoom_out", translate("Actions", "Smaller"), ("Ctrl+-",)),
                Command("fit", translate("Actions", "Show the whole map"), ("Ctrl+0",)),
            ),
        ),
        Group(
            "Kring",
            (
                Command(
                    "file_type",
                    translate("Actions", "Open .kring files with Kring"),
                    checkable=True,
                ),
                Command("about", translate("Actions", "About Kring and its keys"), ("F1",)),
                Command("quit", translate("Actions", "Quit"), ("Ctrl+Q",)),
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
