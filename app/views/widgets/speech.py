"""What is said to who listens with a screen reader."""

from PySide6.QtWidgets import QLabel, QWidget


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something that is seen, and that the keyboard does not move to."""
    if not text:
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 6 ms, not at the start

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def tell_on(label: QLabel, text: str) -> None:
    """Show on a label what came of something, and let a screen reader say it: other words once."""
    if text != label.text():
        label.setText(text)
        announce(label, text)
