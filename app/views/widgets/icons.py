"""The icons of the app as they are shown in the theme worn now."""

from functools import lru_cache

from PySide6.QtGui import QGuiApplication, QIcon

from app import RESOURCES
from app.views.widgets import theme


def wear_icon() -> None:
    """Give all windows of the app its own icon; no map waits for it, but what asks first does."""
    if QGuiApplication.windowIcon().isNull():
        QGuiApplication.setWindowIcon(QIcon(str(RESOURCES / "icons" / "kring.svg")))


def shown_icon(name: str, token: str = "ink") -> QIcon:
    """Return an icon of the app in a colour of the theme worn now."""
    return _drawn(theme.current(), name, token)


@lru_cache(maxsize=32)
def _drawn(worn: theme.Theme, name: str, token: str) -> QIcon:
    """Return an icon drawn once a theme: a form shows the same few in many places."""
    assert worn is theme.current()
    return theme.icon(name, token)
