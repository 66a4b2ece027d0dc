"""What is typed where no field is: quick keys, or the beginning of a name."""

import time
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.document import Document
from app.views.widgets.keys import rates

_TOGETHER: Final = 0.8
"""Two letters of tools within this many seconds are a word: nobody takes two tools so quickly."""

_REMEMBERED: Final = 2.5
"""So many seconds after a quick key, a letter that is none makes a word of both."""

_OPENS: Final = "'\"(‘“"
"""Signs that a name may begin with; the others mean nothing where no field is."""

_ONLY_HELD: Final = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
)
_NOT_TYPING: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class QuickTyping:
    """Tells words from quick keys, and takes back what the beginning of a word did as quick keys.

    Somebody new types a name and does not know that *s* gives a star and *p* takes the pen; who
    knows the keys presses one and goes on. So a key acts at once; where the next one shows that a
    word is being typed, everything is as it was before the first letter.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = ""
        self._at = 0.0
        self._is_word = False
        self._position = 0

    @property
    def has_begun(self) -> bool:
        """Tell whether quick keys were pressed that may still be the beginning of a word."""
        return bool(self._text)

    def forget(self) -> None:
        """Let what comes be something new: in between there was something else."""
        self._text, self._is_word = "", False

    def read(self, event: QKeyEvent, *, quick: bool) -> str:
        """Return the words that a key belongs to, from their first letter, or nothing.

        Where it is nothing the key may do what it does; `quick` says that it does something.
        """
        if event.key() in _ONLY_HELD:
            return ""
        text = "" if event.modifiers() & _NOT_TYPING else event.text()
        if not text.isprintable() or not text or event.isAutoRepeat():
            self.forget()
            return ""
        now = time.monotonic()
        since, self._at = now - self._at, now
        if since > _REMEMBERED:
            self.forget()
        if self._is_word:
            return text
        if self._begins_a_word(text, since, quick=quick):
            words = self._text + text
            self._take_back()
            self._text, self._is_word = "", True
            return words
        if quick and not self._text:
            self._document.end_merging()
            self._position = self._document.history.position
        self._text += text if quick else ""
        return ""

    def _begins_a_word(self, text: str, since: float, *, quick: bool) -> bool:
        if text == " ":
            return bool(self._text) and since <= _TOGETHER
        if not quick:
            return bool(self._text) or text.isalnum() or text in _OPENS
        last = self._text[-1:]
        two = last.isalpha() and text.isalpha() and last.casefold() != text.casefold()
        # S and V take nothing in hand: who knows the keys goes on with another one at once.
        goes_on = last.casefold() in "sv" or text == "v"
        return two and not goes_on and since <= _TOGETHER

    def _take_back(self) -> None:
        """Take back what the letters did to the map before they turned out to be a word."""
        history = self._document.history
        while self._text and history.position > self._position and self._document.undo():
            history = self._document.history


def is_letter(event: QKeyEvent) -> bool:
    """Tell whether a key types something that words are made of."""
    text = "" if event.modifiers() & _NOT_TYPING else event.text()
    return text.isprintable() and bool(text.strip())


def is_quick_rating(document: Document, event: QKeyEvent) -> bool:
    """Tell whether a key rates who is selected; a capital begins a name."""
    star = event.key() == Qt.Key.Key_S and not event.text().isupper()
    return bool(document.selection) and (star or rates(event))
