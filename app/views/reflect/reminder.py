"""Asks once how it went with what was intended by a day that has gone by, in whichever map."""

from datetime import date
from typing import Final

from PySide6.QtCore import QObject, Signal

from app.document import Document
from app.models.overdue import OverdueIntention
from app.settings import Settings
from app.words import filled, phrases, say

_LONGEST: Final = 140
"""Most characters of an intention in a sentence at the foot of the window."""


class Reminder(QObject):
    """Says what to ask and goes through it, one intention at a time; shows nothing itself.

    Whoever does not answer is not asked again: only after another day they set themselves.
    """

    asked = Signal(str, str)
    """A sentence to show, and what the button says that leads on."""
    led = Signal(str)
    """The map with this intention is open: show it there."""

    def __init__(self, document: Document, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self._waiting: list[str] = []

    def ask(self) -> None:
        """Ask after what came due since it was last asked, where answering is possible at all."""
        if self._document.library.read_only:
            return
        due = {_key(one): one for one in self._due()}
        new = [one for key, one in due.items() if key not in self._settings.asked]
        if new:
            self._settings.asked = frozenset(due)  # what is not due any more is forgotten
            self._waiting = [one.intention.id for one in new]
            text = self._question(new[0])
            if len(new) > 1:
                more = say("{n} plans are past their date.")
                text = f"{filled(more, n=len(new))} {text}"
            self.asked.emit(text, say("Look back"))

    def lead(self) -> None:
        """Open the map of the next intention, and say what comes after it."""
        due = {one.intention.id: one for one in self._due()}
        # A window that was built anew begins with all of them again.
        waiting = [due[key] for key in self._waiting or due if key in due]
        self._waiting = [one.intention.id for one in waiting[1:]]
        if not waiting:
            return
        network, intention = waiting[0].network, waiting[0].intention
        is_open = self._document.is_open and self._document.map.network.id == network.id
        if not is_open and not self._document.open(network.id):
            return
        self.led.emit(intention.id)
        if self._waiting:
            left = say("Left: {n}.", n=len(self._waiting))
            self.asked.emit(f"{left} {self._question(waiting[1])}", say("Next"))

    def _due(self) -> list[OverdueIntention]:
        return self._document.due(date.today())  # noqa: DTZ011

    def _question(self, due: OverdueIntention) -> str:
        what = " ".join(due.intention.what.split()).rstrip(".")
        if len(what) > _LONGEST:
            what = what[: _LONGEST - 1].rstrip() + "…"
        text = say("In “{map}” you planned: “{what}”. How did it go?")
        return filled(text, map=phrases.map_title(due.network), what=what)


def _key(due: OverdueIntention) -> str:
    """Return the key under which asking is remembered: one intention, one day."""
    return f"{due.intention.id}={due.intention.due}"
