"""Dressing a window again, in all at once: what one look would lose is lost in all together too."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker

from app.settings import Settings

BEGUN: Final = {"theme": "light", "text_size": 100, "language": "en"}
OTHER: Final = {"theme": "dark", "text_size": 125, "language": "nl"}
"""Another look in every way, so that each screen meets each way and is built anew only once."""


def dress(settings: Settings, look: Mapping[str, Any]) -> None:
    """Choose a theme, a text size and a language; the window is built anew after the last."""
    with QSignalBlocker(settings):
        for name, value in look.items():
            setattr(settings, name, value)
    settings.appearance_changed.emit()
