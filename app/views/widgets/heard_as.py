"""The roles of widgets that are painted, for who hears them: see docs/decisions/0008-qt.md."""

from typing import Any

from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox, QWidget

from app.words import joined


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


class ComboAccessible(RoleAccessible):
    """A list of choices, called after its question: Qt would call it after its answer alone."""

    def __init__(self, combo: QComboBox) -> None:
        super().__init__(combo, QAccessible.Role.ComboBox)

    def text(self, kind: QAccessible.Text) -> str:
        """Return the question with the answer as the name; an answer that is typed has its own."""
        combo = self.object()
        if not isinstance(combo, QComboBox) or kind != QAccessible.Text.Name:
            return super().text(kind)
        asked, answer = combo.accessibleName(), combo.currentText()
        return joined((asked, answer), between=": ") if answer and answer not in asked else asked

    def actionNames(self) -> list[str]:
        """Return: to open the list, and to put the keyboard there."""
        actions = QAccessibleActionInterface
        return [actions.showMenuAction(), actions.pressAction(), actions.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Open the list, or put the keyboard there."""
        combo = self.object()
        if not isinstance(combo, QComboBox):
            return
        combo.setFocus()
        if name != QAccessibleActionInterface.setFocusAction():
            combo.showPopup()


_HEARD_AS = {
    "button": QAccessible.Role.Button,
    "group": QAccessible.Role.Grouping,
    "picture": QAccessible.Role.Graphic,
}


def heard_as(widget: Any) -> RoleAccessible:
    """Return the interface of a widget whose class says what it is `heard_as`."""
    return RoleAccessible(widget, _HEARD_AS[widget.heard_as])
