"""The commands as actions of the window, and the menu they stand in."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from app.views.frame.command_list import Command, Group, commands, groups
from app.views.frame.page import Page


class Menu(QMenu):
    """A menu in which a letter goes to the next entry that begins with it, and Enter chooses.

    Letters under a line would have to be found for every language, and stay apart in each.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to an entry by its first letter; a menu that opened beside its entry waits for Right.

        Until then letters mean the entries of the menu it belongs to.
        """
        if self.activeAction() is None and isinstance(above := self.parent(), Menu):
            if event.key() == Qt.Key.Key_Right:
                self.setActiveAction(self.actions()[0])
                return
            if event.text().strip():
                above.keyPressEvent(event)
                return
        letter = event.text().casefold()
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        found = [
            action
            for action in self.actions()
            if letter.strip()
            and not held
            and action.isVisible()
            and action.isEnabled()
            and action.text().casefold().startswith(letter)
        ]
        if not found:
            super().keyPressEvent(event)
            return
        at = found.index(self.activeAction()) + 1 if self.activeAction() in found else 0
        self.setActiveAction(found[at % len(found)])


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


def fill_menu(menu: QMenu, actions: dict[str, QAction]) -> None:
    """Put all commands into a menu: a menu of its own for each group, the last one as it is.

    What leads to another map, or out of Kring, is one step away.
    """
    *named, last = groups()
    for name in AT_HAND:
        menu.addAction(actions[name])
    menu.addSeparator()
    for group in named:
        inside = Menu(group.name, menu)
        menu.addMenu(inside)
        _fill(inside, group, actions)
    menu.addSeparator()
    _fill(menu, last, actions)


def _fill(menu: QMenu, group: Group, actions: dict[str, QAction]) -> None:
    for number, section in enumerate(group.sections):
        if number:
            menu.addSeparator()
        for command in section:
            if command.id != "saved" and command.id not in AT_HAND:
                menu.addAction(actions[command.id])


AT_HAND = ("maps", "share", "report", "picture")
"""What stands in the menu itself."""
