"""A line for something new leaves undo to the map once what was typed is there."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views.widgets.new_line import NewLine


def takes_undo(line: NewLine) -> bool:
    """Ask the line, as the window does, whether it keeps Ctrl+Z to itself."""
    asked = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )
    asked.ignore()
    QApplication.sendEvent(line, asked)
    return asked.isAccepted()


def test_undo_is_the_lines_own_only_while_something_is_typed(qtbot: QtBot) -> None:
    line = NewLine()
    qtbot.addWidget(line)
    line.show()
    assert not takes_undo(line)
    qtbot.keyClicks(line, "Sportclub")
    assert takes_undo(line)
    line.clear()
    assert not takes_undo(line)
