"""Words on the screen that wrap: one way to make them."""

from PySide6.QtWidgets import QLabel, QWidget

from app.views.widgets import theme


def paragraph(parent: QWidget, text: str = "", role: str = "text", *, soft: bool = False) -> QLabel:
    """Return a text that takes as many lines as it needs, in the letters of a role."""
    label = QLabel(text, parent)
    label.setFont(theme.font(role))
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    if soft:
        label.setProperty("role", "soft")
    return label
