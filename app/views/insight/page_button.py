"""The button with all pages in one list: where it is low, their titles took the room of a page."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from app.views.widgets import theme
from app.views.widgets.buttons import opens_a_list
from app.views.widgets.menu import Menu
from app.views.widgets.segmented import Pages
from app.words import joined, say

_LEAST: Final = 28


class PageButton(QToolButton):
    """Says which page is shown; its menu has those of every row of titles."""

    chosen = Signal(str)

    def __init__(self, *rows: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, QAction] = {}
        self._rows = rows
        self.setProperty("role", "quiet")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        opens_a_list(self)
        self.setFont(theme.font("strong"))
        self.setMinimumHeight(theme.scaled(_LEAST))
        self.setMenu(Menu(self, say("Insight")))
        for row in rows:
            if self._entries:
                self.menu().addSeparator()
            for name, title in row.titles.items():
                action = self._entries[name] = self.menu().addAction(title)
                action.setCheckable(True)
                action.setData(name)
        self.menu().triggered.connect(self._choose)

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())

    def show_chosen(self, chosen: str) -> None:
        """Say which page is shown, and offer those that have a title now."""
        for row in self._rows:
            for name in row.titles:
                self._entries[name].setChecked(name == chosen)
                self._entries[name].setVisible(not row.button(name).isHidden())
        title = self._entries[chosen].text()
        self.setText(title)
        self.setAccessibleName(joined((say("Insight"), title), between=": "))
