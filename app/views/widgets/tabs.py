"""A row of tabs of which one is on: pages of a screen, or choices in a window."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.views.widgets import theme
from app.views.widgets.flow import FlowLayout
from app.words import joined


class Tabs(QWidget):
    """One tab stop: the arrow keys go from tab to tab."""

    chosen = Signal(str)

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids = list(titles)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for number, (name, title) in enumerate(titles.items()):
            button = QPushButton(title, self)
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.setMinimumHeight(theme.scaled(28))
            button.setProperty("tab", name)
            self._group.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idClicked.connect(self._choose)

    def button(self, name: str) -> QPushButton:
        """Return the button of a tab."""
        button = self._group.button(self._ids.index(name))
        assert isinstance(button, QPushButton)
        return button

    def show_chosen(self, name: str) -> None:
        """Show which tab is on; "" is none of these."""
        self._group.setExclusive(False)
        for number, known in enumerate(self._ids):
            button = self._group.button(number)
            button.setChecked(known == name)
            stops = known == name or (not name and number == 0)
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
            )
        self._group.setExclusive(bool(name))

    def _choose(self, number: int) -> None:
        self.chosen.emit(self._ids[number])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next or the previous tab."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        focused = [name for name in self._ids if self.button(name).hasFocus()]
        if step is None or not focused:
            super().keyPressEvent(event)
            return
        name = self._ids[(self._ids.index(focused[0]) + step) % len(self._ids)]
        self.chosen.emit(name)
        self.button(name).setFocus()


def add_choice(
    column: QVBoxLayout, caption: str, choices: Sequence[str], parent: QWidget
) -> QButtonGroup:
    """Add a row of buttons of which one is chosen, at first the first.

    `caption` says what is chosen to who does not see what stands above the row.
    """
    group = QButtonGroup(parent)
    row = FlowLayout()
    column.addLayout(row)  # filled only now: see docs/decisions/0008-qt.md
    for number, text in enumerate(choices):
        button = QPushButton(text, parent)
        button.setProperty("role", "tab")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleName(joined((caption, text), between=": "))
        group.addButton(button, number)
        row.addWidget(button)
    group.button(0).setChecked(True)
    return group
