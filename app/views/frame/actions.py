"""The commands as actions of the window, and the menu they stand in."""

from typing import cast

from PySide6.QtGui import QAction, QKeySequence

from app.views.frame.command_list import Command, Group, commands, groups
from app.views.frame.page import Page
from app.views.widgets.menu import Menu


class CommandAction(QAction):
    """A command in a window."""

    def __init__(self, command: Command, page: Page) -> None:
        super().__init__(command.text, page)
        self.command = command
        self.setShortcuts([QKeySequence(key) for key in command.keys])
        self.setCheckable(command.checkable)
        # Of a QObject's own, and the window only when it is needed: docs/decisions/0008-qt.md.
        self.triggered.connect(self._do)

    def _do(self) -> None:
        from app import trail  # after the first paint: it brings logging

        trail.note("command", self.command.id)
        self.command.does(cast(Page, self.parent()))


def make_actions(page: Page) -> dict[str, QAction]:
    """Return an action for every command, which works anywhere in the window."""
    made: dict[str, QAction] = {command.id: CommandAction(command, page) for command in commands()}
    page.addActions(list(made.values()))
    return made


def fill_menu(menu: Menu, actions: dict[str, QAction]) -> None:
    """Put all commands into a menu: a menu of its own for each group, the last one as it is.

    What leads to another map, or out of Kring, is one step away.
    """
    *named, last = groups()
    for name in AT_HAND:
        menu.addAction(actions[name])
    menu.addSeparator()
    for group in named:
        _fill(menu.inside(group.name), group, actions)
    menu.addSeparator()
    _fill(menu, last, actions)


def _fill(menu: Menu, group: Group, actions: dict[str, QAction]) -> None:
    for number, section in enumerate(group.sections):
        if number:
            menu.addSeparator()
        for command in section:
            if command.id != "saved" and command.id not in AT_HAND:
                menu.addAction(actions[command.id])


AT_HAND = ("maps", "share", "report", "picture")
"""What stands in the menu itself."""
