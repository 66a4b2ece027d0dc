"""What a command needs of the system that draws."""

import os
import sys
from typing import Final


def get_ready_to_draw() -> str | None:
    """Make what fonts and painting need; return a sentence on what the system lacks, or None."""
    if sys.platform.startswith("linux"):
        # Not on the screen that may be there: the picture is the same everywhere, and a screen
        # that does not answer would end the program.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.system import what_qt_misses

    missing = what_qt_misses()
    if missing:
        return missing
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        handler = qInstallMessageHandler(lambda *_: None)
        try:
            _drawing.append(QApplication(["kring", "-style", "fusion"]))
        finally:
            qInstallMessageHandler(handler)
    return None


_drawing: Final[list[object]] = []
"""The application that draws: Qt keeps no reference to it."""
