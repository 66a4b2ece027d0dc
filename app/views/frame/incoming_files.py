"""Files that others ask Kring to open: the system, and a Kring that was started later."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.views.frame.window import MainWindow

_LOOK_AGAIN: Final = 200
"""Milliseconds until it is looked whether somebody is still busy."""

_REST: Final = 300
"""Milliseconds in which the map is painted first."""


class IncomingFiles(QObject):
    """Opens files as if they were dropped on the window, and brings that to the front.

    As long as a dialog is open or a mouse button is down, they wait. Nobody's child: it knows the
    window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._library: Path | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._waiting: list[Path] = []
        self._busy = QTimer(self)
        self._busy.setInterval(_LOOK_AGAIN)
        self._busy.timeout.connect(self._open_waiting)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._listen)

    def listen(self, library: Path) -> None:
        """Soon begin to take what a Kring that was started later asks for.

        Only for who holds the lock of the library.
        """
        self._library = library
        self._rest.start()

    def _listen(self) -> None:
        from app.storage import handover

        assert self._library is not None
        try:
            folder = handover.listen(self._library)
        except OSError:
            return  # then a second Kring asks what to do, as it does without files
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self._take)
        self._take()  # from between the two

    def stop(self) -> None:
        """Take nothing any more."""
        self._rest.stop()
        self._busy.stop()
        self._waiting.clear()
        if self._watcher is not None and self._library is not None:
            from app.storage import handover

            for folder in self._watcher.directories():
                self._watcher.removePath(folder)
            self._watcher = None
            handover.stop(self._library)

    def open(self, files: Sequence[Path], token: str = "") -> None:
        """Open files, now or when the person is free; `token` comes from the desktop."""
        self._waiting.extend(files)
        come_forward(self._window, token)
        self._open_waiting()

    def _take(self) -> None:
        if self._watcher is None or self._library is None:
            return
        from app.storage import handover

        for request in handover.take(self._library):
            self.open(request.files, request.token)

    def _open_waiting(self) -> None:
        if self._waiting and _is_busy():
            self._busy.start()
            return
        self._busy.stop()
        files, self._waiting = self._waiting, []
        if files:
            self._window.screens.file_opening.open_files(files)


def come_forward(window: MainWindow, token: str = "") -> None:
    """Bring the window to the front; where the desktop does not allow that, it asks for a look."""
    from PySide6.QtCore import Qt

    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    front = QApplication.activeModalWidget() or window
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt looks for it under Wayland
    front.raise_()
    front.activateWindow()
    os.environ.pop("XDG_ACTIVATION_TOKEN", None)
    QApplication.alert(window)


def _is_busy() -> bool:
    from PySide6.QtCore import Qt

    is_held = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
    return is_held or QApplication.activeModalWidget() is not None
