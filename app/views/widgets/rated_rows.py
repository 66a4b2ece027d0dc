"""Rows that are partners: chosen as on the map, and rated by its keys."""

from typing import Any

from PySide6.QtGui import QKeyEvent

from app.document import Document
from app.views.widgets.chosen_rows import ChosenRows
from app.views.widgets.keys import rate_by_key
from app.views.widgets.quick_typing import QuickTyping, is_quick_rating


class RatedRows(ChosenRows):
    """Mixed into a list or a table whose rows are told apart by the ids of partners."""

    _document: Document
    _typed: QuickTyping

    def rate_in(self: Any, document: Document) -> None:
        """Begin to follow who is selected; call once when made."""
        self._document, self._typed = document, QuickTyping(document)
        self.choose_by(lambda: document.selection, document.select)

    def keyPressEvent(self: Any, event: QKeyEvent) -> None:
        """Find a name, act, or rate who is selected; else move as lists do."""
        if words := self._typed.read(event, quick=is_quick_rating(self._document, event)):
            self.keyboardSearch(words)
        elif not self.acts_on(event) and not rate_by_key(self._document, event):
            super().keyPressEvent(event)

    def acts_on(self, _event: QKeyEvent) -> bool:
        """Do what a key means here and nowhere else, and tell whether it was one."""
        return False
