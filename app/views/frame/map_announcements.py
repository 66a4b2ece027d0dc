"""What is said to who listens when the map becomes another one: once, and briefly.

Placements are said by the map, and what a pass or a tool asks by itself; all else is said here.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.analysis.lens import LENSES
from app.document import Document
from app.models.network import Changes, Note, Outline, Tie
from app.settings import Settings
from app.views.map.spoken import tie_words, who_words
from app.views.widgets.speech import announce
from app.words import joined, say
from app.words.edit_names import edit_name


class MapAnnouncements(QObject):
    """Follows the document and the lens; what is said of undo takes the place of what it did."""

    def __init__(
        self,
        document: Document,
        settings: Settings,
        page: QWidget,
        sees_map: Callable[[], bool] = lambda: True,
    ) -> None:
        """Follow them; of the lens nothing is said where nobody `sees_map`."""
        super().__init__(page)
        self._sees_map, self._is_of_map = sees_map, False
        self._document = document
        self._settings = settings
        self._lens = settings.lens
        self._explained: set[str] = set()
        """The lenses of which it was said what they show."""
        self._is_quiet = False
        self._waiting, self._is_of_change = "", False
        """What is said next, and whether it is what a change did."""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._speak)
        document.changed.connect(self._follow)
        document.opened.connect(self._soon.stop)
        settings.map_view_changed.connect(self._follow_lens)

    def be_quiet(self, *, quiet: bool) -> None:
        """Leave what happens to those who ask for it: a pass, a tool in the hand."""
        self._is_quiet = quiet

    def tell(self, text: str) -> None:
        """Say something, in the place of what is waiting to be said."""
        self._waiting, self._is_of_change, self._is_of_map = text, False, False
        self._soon.start()

    def is_said(self, _text: str) -> None:
        """Leave out what is waiting: the map, or a tool on it, has just told it."""
        if self._is_of_change:
            self._soon.stop()
            self._waiting = ""

    def _speak(self) -> None:
        text, self._waiting = self._waiting, ""
        page = self.parent()
        if text and isinstance(page, QWidget) and (not self._is_of_map or self._sees_map()):
            announce(page, text)

    def _follow(self, before: Changes, after: Changes) -> None:
        text = "" if self._is_quiet else said_of(self._document, before, after)
        if text:
            self.tell(text)
            self._is_of_change = True

    def _follow_lens(self) -> None:
        if self._lens != self._settings.lens:
            self._lens = self._settings.lens
            lens = LENSES[self._lens]
            if _is_heard(lens.explanation()):
                return
            said = [say("Arrange: {lens}", lens=lens.name())]
            if self._sees_map() and lens.id not in self._explained:
                said.append(lens.explanation())
                self._explained.add(lens.id)
            self.tell(joined(said, between=". "))
            self._is_of_map = True


def _is_heard(text: str) -> bool:
    """Tell whether who has the keyboard says it: the button of a lens, where it is chosen."""
    focused = QApplication.focusWidget()
    return focused is not None and text in focused.toolTip()


def said_of(document: Document, before: Changes, after: Changes) -> str:
    """Return the sentence on changed people, links, outlines and texts; "" for none."""
    came = [record for key, record in after.items() if record and not before.get(key)]
    went = [record for key in after if not after[key] and (record := before.get(key))]
    people = (who_words(came, say("Added: {who}")), who_words(went, say("Removed: {who}")))
    if any(people):
        return joined((part for part in people if part), between=". ")
    ties = {key for key in after if isinstance(after[key] or before.get(key), Tie)}
    if len(ties) > 1:
        return say("{n} links changed", n=len(ties))
    for key in ties:
        return tie_words(document.map, before.get(key), after[key])
    drawn = [record for record in (*came, *went) if isinstance(record, Note | Outline)]
    if drawn and document.undoable is not None:
        return edit_name(document.undoable, document.map)
    return ""
