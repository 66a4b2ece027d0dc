"""What takes files, folders and zips that are dropped on it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.models.problem import Problem
from app.views.widgets.dropped import take_a_copy


class DropTarget(QWidget):
    """Hands on the paths of what is dropped."""

    failed = Signal(object)
    """A `Problem`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def add(self, paths: Sequence[Path]) -> None:
        """Read what was dropped."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders and zips."""
        if event.mimeData().hasUrls():
            take_a_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what is on this computer."""
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if paths:
            self.add(paths)
        else:
            self.failed.emit(Problem("nothing_dropped"))
        take_a_copy(event)
