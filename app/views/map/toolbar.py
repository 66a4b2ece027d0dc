"""The bar of tools at the edge of the map."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from app.views.map.toolbox import Toolbox
from app.views.map.view import MapView
from app.views.widgets import theme
from app.views.widgets.heard_as import hear_as
from app.views.widgets.icons import shown_icon
from app.views.widgets.keys import with_key
from app.views.widgets.memory import KindOfState, RememberedState
from app.views.widgets.one_stop import OneStop
from app.words import joined, say

_DRAWN = QSize(40, 40)
"""The largest size icons are drawn in."""

_MOST = 44
"""Buttons grow with the text up to this many pixels."""


def _take(bar: "ToolBar", tool: str) -> None:
    toolbox = bar.toolbox
    if not toolbox.why_not(toolbox.tools[tool]):
        toolbox.take(toolbox.tools[tool], reveals=False)


_IN_HAND: Final = KindOfState(
    lambda bar: bar.toolbox.changed, lambda bar: bar.toolbox.inhand.id, _take
)


class ToolBar(QFrame):
    """One button a tool, in a column; what cannot be used now says why."""

    def __init__(self, view: MapView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Tools"))
        self._view = view
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 4, 12)
        column.setSpacing(4)
        size = max(min(theme.scaled(34), _MOST), theme.least())
        for number, tool in enumerate(view.toolbox.tools.values()):
            button = QPushButton(self)
            button.setProperty("role", "icon")
            hear_as(button, "one_of")
            button.setIconSize(QSize(size * 20 // 34, size * 20 // 34))
            button.setFixedSize(size, size)
            self._group.addButton(button, number)
            column.addWidget(button)
            self.buttons[tool.id] = button
        column.addStretch(1)
        self._stop = OneStop(list(self.buttons.values()), self, by_click=False)
        self._group.idClicked.connect(self._take)
        view.toolbox.changed.connect(self.show_tools)
        RememberedState(self, "tool", _IN_HAND, of_map=True)
        self.show_tools()

    @property
    def toolbox(self) -> Toolbox:
        """Return the tools of the map it stands beside."""
        return self._view.toolbox

    def show_tools(self) -> None:
        """Show which tool is in the hand, and which can be."""
        toolbox = self._view.toolbox
        for key, button in self.buttons.items():
            tool = toolbox.tools[key]
            why_not = toolbox.why_not(tool)
            tip = with_key(tool.name(), tool.letter)
            button.setToolTip(f"{tip}\n{why_not}" if why_not else tip)
            button.setAccessibleName(tool.name())
            button.setAccessibleDescription(why_not or self._counted(key))
            button.setEnabled(not why_not)
            button.setChecked(tool is toolbox.inhand)
            button.setIcon(self._icon(key, why_not=why_not))
        self._stop.leave_out([one for one in self.buttons.values() if not one.isEnabled()])

    def _counted(self, key: str) -> str:
        """Return which of the tools that can be used now one is, and its key."""
        toolbox = self._view.toolbox
        usable = [one.id for one in toolbox.tools.values() if not toolbox.why_not(one)]
        place = say("{n} of {of}", n=usable.index(key) + 1, of=len(usable))
        return joined((place, toolbox.tools[key].letter))

    def _icon(self, name: str, *, why_not: str) -> QIcon:
        """Return the icon of a tool: quiet where it cannot be used."""
        icon = shown_icon(name, "ring" if why_not else "ink")
        if why_not:  # Qt would make it quieter still
            icon = QIcon(icon)
            icon.addPixmap(icon.pixmap(_DRAWN), QIcon.Mode.Disabled)
        return icon

    def _take(self, number: int) -> None:
        toolbox = self._view.toolbox
        tools = list(toolbox.tools.values())
        toolbox.take(tools[number])
        # A click takes it to the map, where the keys of the tool are. From the keyboard the buttons
        # keep it: the next arrow key goes to the next tool.
        if not self._group.button(number).hasFocus():
            self._view.setFocus()
