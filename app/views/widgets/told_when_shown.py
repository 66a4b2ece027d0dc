"""Whoever is hidden is not told of every change: they catch up when they are shown."""

from PySide6.QtGui import QShowEvent


class ToldWhenShown:
    """Mixed into a widget that shows something of the document; before the widget's own class.

    What hears a change asks `is_told`, and does nothing where that says no.
    """

    _has_missed = False
    """True from the beginning for whoever shows nothing until it is first shown."""

    def is_told(self) -> bool:
        """Tell whether a change is to be shown at once; where not, `catch_up` comes when shown."""
        if self.isVisible():  # type: ignore[attr-defined]
            return True
        self._has_missed = True
        return False

    def catch_up(self) -> None:
        """Show what changed out of sight, however often it did."""
        raise NotImplementedError

    def show_missed(self) -> None:
        """Catch up now, where something was missed: somebody asks what is shown here."""
        if self._has_missed:
            self._has_missed = False
            self.catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up, where something was missed."""
        super().showEvent(event)  # type: ignore[misc]
        self.show_missed()
