"""The bar at the top of the window, the same in the shell and in the screens."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.views import theme


def make_bar(parent: QWidget) -> tuple[QFrame, QHBoxLayout]:
    """Return the bar at the top with the name of the app."""
    bar = QFrame(parent)
    bar.setProperty("role", "bar")
    row = QHBoxLayout(bar)
    row.setContentsMargins(16, 8, 12, 8)
    row.setSpacing(8)
    name = QLabel("Kring", bar)
    name.setFont(theme.font("heading"))
    row.addWidget(name)
    bar.setFixedHeight(theme.bar_height())
    return bar, row
