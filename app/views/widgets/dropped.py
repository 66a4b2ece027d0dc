"""How what is dropped from outside is taken: as a copy, so that the other keeps what it has."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def take_a_copy(event: QDropEvent) -> None:
    """Take what is dragged or dropped, and never move it.

    A file manager proposes to move what lies on the same disk, and removes its file where a
    program says that it did.
    """
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
