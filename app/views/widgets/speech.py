"""What is said to who listens with a screen reader."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something that is seen, and that the keyboard does not move to."""
    if not text:
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 6 ms, not at the start

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
