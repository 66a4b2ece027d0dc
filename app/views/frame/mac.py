"""What macOS tells an application, and no other system does."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class MacApplication(QApplication):
    """The application, told about files that are to be opened."""

    file_asked = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Tell which file is asked for."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(event.file())
            return True
        return super().event(event)
