"""What is brought forward of a group, in its pictures and tables at once."""

from PySide6.QtCore import QObject, Signal


class Highlight(QObject):
    """One kind or setting at most."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.id = ""

    def light(self, id_: str) -> None:
        """Bring something forward; "" nothing."""
        if id_ != self.id:
            self.id = id_
            self.changed.emit(id_)
