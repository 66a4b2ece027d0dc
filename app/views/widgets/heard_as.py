"""The roles of widgets that are painted, for who hears them: see docs/decisions/0008-qt.md."""

import re
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QCheckBox,
    QComboBox,
    QMenu,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from app.words import joined

_STAY_DOWN: Final = (QAccessible.Role.RadioButton, QAccessible.Role.CheckBox)
_PRESSED: Final = (
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.RadioButton,
)
_B = TypeVar("_B", bound=QAbstractButton)


def beside(name: str, told: str) -> str:
    """Return what a description or tool tip tells beside the name: often the key alone, or ""."""
    if told in name:
        return ""
    if not name or name not in told:
        return told
    before, _, after = told.partition(name)
    key = re.fullmatch(r"\s*\(([^()]+)\)", after)
    if before and not after and before.rstrip().endswith(":"):
        return before.rstrip().removesuffix(":")
    if before or (after and key is None):
        return told
    return key[1] if key is not None else ""


class RoleAccessible(QAccessibleWidget):
    """A widget that is painted, with the role it has to who hears it; a button can be pressed."""

    def role(self) -> QAccessible.Role:
        """Return the role; a button may have got its menu after it was first heard."""
        button = self.object()
        if isinstance(button, QPushButton | QToolButton) and button.menu() is not None:
            return QAccessible.Role.ButtonMenu
        return super().role()

    def text(self, kind: QAccessible.Text) -> str:
        """Return the name, which is the words on a button that has no other; nothing twice."""
        told, button = super().text(kind), self.object()
        if told and kind == QAccessible.Text.Description:
            return beside(self.text(QAccessible.Text.Name), told)
        if told or kind != QAccessible.Text.Name or not isinstance(button, QAbstractButton):
            return told
        return button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _menus(self) -> list[QMenu]:
        """Return the menus it opens: Qt counts them among the windows, which nobody lists."""
        widget, only = self.object(), Qt.FindChildOption.FindDirectChildrenOnly
        return widget.findChildren(QMenu, options=only) if isinstance(widget, QWidget) else []

    def childCount(self) -> int:
        """Return the number of what is in it, its menus included."""
        return super().childCount() + len(self._menus())

    def child(self, index: int) -> Any:
        """Return what is in it, then its menus."""
        more = index - super().childCount()
        menus = self._menus() if more >= 0 else []
        if more < 0:
            return super().child(index)
        return QAccessible.queryAccessibleInterface(menus[more]) if more < len(menus) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the index of what is in it, or -1."""
        menus, asked = self._menus(), child.object()
        at = next((number for number, menu in enumerate(menus) if menu is asked), None)
        return super().indexOfChild(child) if at is None else super().childCount() + at

    def actionNames(self) -> list[str]:
        """Return the names of its actions."""
        actions = [QAccessibleActionInterface.setFocusAction()]
        if self.role() is QAccessible.Role.CheckBox:
            actions.insert(0, QAccessibleActionInterface.toggleAction())
        elif self.role() in _PRESSED:
            actions.insert(0, QAccessibleActionInterface.pressAction())
        return actions

    def state(self) -> QAccessible.State:
        """Return the state; of what folds also whether it is open, of a choice whether it is on."""
        state, button = super().state(), self.object()
        if self.role() is QAccessible.Role.ButtonMenu:
            state.hasPopup = True
        if isinstance(button, QAbstractButton):
            is_on = button.isChecked()
            if self.role() in _STAY_DOWN:
                state.checkable, state.checked = True, is_on
                partly = Qt.CheckState.PartiallyChecked
                if isinstance(button, QCheckBox) and button.checkState() == partly:
                    state.checked, state.checkStateMixed = False, True
            elif button.isCheckable():
                state.expandable, state.expanded, state.collapsed = True, is_on, not is_on
        return state

    def doAction(self, name: str) -> None:
        """Press it, or put the keyboard there."""
        widget = self.object()
        if not isinstance(widget, QWidget):
            return
        widget.setFocus()
        if name == QAccessibleActionInterface.setFocusAction():
            return
        # What opens a menu or a dialog returns when that closes: who pressed would wait for it.
        if self.role() is QAccessible.Role.ButtonMenu:
            QTimer.singleShot(0, widget, widget.showMenu)  # type: ignore[attr-defined]
        elif isinstance(widget, QAbstractButton):
            # Qt would only turn it over, and nobody would hear of that.
            QTimer.singleShot(0, widget, widget.click)
        elif name == QAccessibleActionInterface.pressAction():
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
    "fold": QAccessible.Role.Button,
    "one_of": QAccessible.Role.RadioButton,
    "group": QAccessible.Role.Grouping,
    "picture": QAccessible.Role.Graphic,
}


def role_of(widget: QWidget) -> str:
    """Return the role a widget is heard as: by its class, or by whoever made it (`hear_as`)."""
    asked = getattr(widget, "heard_as", "") or widget.property("heard_as")
    return asked if isinstance(asked, str) else ""


def heard_as(widget: QWidget) -> RoleAccessible | None:
    """Return the interface of a widget that says what it is heard as, or stays down by nature."""
    if asked := role_of(widget):
        return RoleAccessible(widget, _HEARD_AS[asked])
    if isinstance(widget, QPushButton | QToolButton):
        button = QAccessible.Role.Button
        return RoleAccessible(widget, button) if not widget.isCheckable() else None
    if isinstance(widget, QRadioButton):
        return RoleAccessible(widget, QAccessible.Role.RadioButton)
    if isinstance(widget, QCheckBox):
        return RoleAccessible(widget, QAccessible.Role.CheckBox)
    return None


def hear_as(button: _B, role: str) -> _B:
    """Let a button stay down, and be heard as what it is: `fold`, or `one_of` several.

    Qt calls all of them boxes to tick. Returns the button.
    """
    button.setCheckable(True)
    button.setProperty("heard_as", role)
    if QAccessible.isActive():  # Qt keeps what it was heard as before it was known
        known = QAccessible.queryAccessibleInterface(button)
        if known is not None and not isinstance(known, RoleAccessible):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))
    if role == "fold":
        _Folds(button)
    return button


class _Folds(QObject):
    """Tells who listens that something was opened or closed."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        button.toggled.connect(self._tell)

    def _tell(self) -> None:
        button = self.parent()
        if QAccessible.isActive() and button is not None:
            changed = QAccessible.State()
            changed.expanded = changed.collapsed = True
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(button, changed))
