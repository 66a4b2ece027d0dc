"""What lights up in all views of insight at once."""

from typing import Final

from PySide6.QtCore import QObject, Signal

from app.models.network import Partner

FILTERS: Final = ("setting", "focus", "forms")
"""The fields by which partners can be brought forward."""


class Highlight(QObject):
    """What lights up in all views at once: whom the pointer is on, and who is brought forward.

    Who is selected is known by the document, for the map follows it too.
    """

    lit_changed = Signal()
    filter_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lit = ""
        """The id of whom the pointer is on, or nothing."""
        self.chosen: dict[str, str] = {}
        """By field of `FILTERS`: the value that is brought forward."""

    def light(self, partner_id: str) -> None:
        """Light somebody up everywhere; "" lights nobody."""
        if partner_id != self.lit:
            self.lit = partner_id
            self.lit_changed.emit()

    def choose(self, field: str, value: str | None) -> None:
        """Bring forward who has this value in a field; None brings forward whoever."""
        chosen = {**self.chosen, field: value}
        kept = {key: answer for key, answer in chosen.items() if answer is not None}
        if kept != self.chosen:
            self.chosen = kept
            self.filter_changed.emit()

    def choose_everybody(self) -> None:
        """Bring nobody forward."""
        if self.chosen:
            self.chosen = {}
            self.filter_changed.emit()

    @property
    def is_filtered(self) -> bool:
        """Tell whether some are brought forward."""
        return bool(self.chosen)

    def is_dim(self, partner: Partner) -> bool:
        """Tell whether a partner steps back because others are brought forward."""
        for field, value in self.chosen.items():
            answer = getattr(partner, field)
            if value not in answer if isinstance(answer, tuple) else value != answer:
                return True
        return False
