"""The roles of widgets that are painted, for who hears them: see docs/decisions/0008-qt.md."""

from typing import Any

from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class RoleAccessible(QAccessibleWidget):
    """A widget that is painted, with the role it has to who hears it; a button can be pressed."""

    def actionNames(self) -> list[str]:
        """Return what can be done with it."""
        actions = [QAccessibleActionInterface.setFocusAction()]
        if self.role() is QAccessible.Role.Button:
            actions.insert(0, QAccessibleActionInterface.pressAction())
        return actions

    def doAction(self, name: str) -> None:
        """Press it, or put the keyboard there."""
        widget = self.object()
        if not isinstance(widget, QWidget):
            return
        widget.setFocus()
        if name == QAccessibleActionInterface.pressAction():
            widget.clicked.emit()  # type: ignore[attr-defined]  # what is a button has it


_HEARD_AS = {
    "button": QAccessible.Role.Button,
    "group": QAccessible.Role.Grouping,
    "picture": QAccessible.Role.Graphic,
}


def heard_as(widget: Any) -> RoleAccessible:
    """Return the interface of a widget whose class says what it is `heard_as`."""
    return RoleAccessible(widget, _HEARD_AS[widget.heard_as])
