"""Words on the screen that wrap: one way to make them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.views.widgets import theme
from app.views.widgets.wrapping import AllLines


def nothing_yet(parent: QWidget, text: str = "") -> QLabel:
    """Return the label for where there is nothing yet, in the middle: alike on every screen."""
    label = paragraph(parent, text, "heading")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setContentsMargins(24, 24, 24, 24)
    return label


def paragraph(parent: QWidget, text: str = "", role: str = "text", *, soft: bool = False) -> QLabel:
    """Return a text that takes as many lines as it needs, in the letters of a role."""
    label = AllLines(text, parent)
    label.setFont(theme.font(role))
    label.setMinimumWidth(1)
    if soft:
        label.setProperty("role", "soft")
    return label
