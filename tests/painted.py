"""Paints at once what Qt itself paints some milliseconds after it was asked."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication


def paint() -> None:
    """Let all that is due be laid out and painted now, in every window that is seen."""
    QApplication.processEvents()
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
    QApplication.processEvents()
