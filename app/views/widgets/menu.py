"""A menu in which every entry has a letter of its own, whatever the language."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QCursor, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

_LONGEST: Final = 60
"""Letters of an entry: a name that was pasted would make the menu as wide as the screen."""


class Menu(QMenu):
    """Underlines a letter in each entry while it is open; pressing that letter chooses the entry.

    The letters are found when it opens, among the words that stand there then. Where there are
    more entries than letters, any other letter goes to the next entry that begins with it.
    """

    wanted = Signal()
    """The entries, for the first time: whoever made the menu can put them in now."""

    def __init__(self, parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(title, parent)
        # Not that of a button whose sign stands behind its words: see `opens_a_list`.
        self.setLayoutDirection(QApplication.layoutDirection())
        self._given: dict[QAction, tuple[str, str]] = {}
        self._is_wanted = False
        self.aboutToShow.connect(self.want)
        self.aboutToShow.connect(self._give_letters)
        self.aboutToShow.connect(self._fit)
        self.aboutToShow.connect(self._call)
        self.aboutToHide.connect(self._take_letters)
        self._closed = QTimer(self, singleShot=True, interval=0)
        self._closed.timeout.connect(self._put_out)
        self.aboutToHide.connect(self._closed.start)

    def want(self) -> None:
        """Have the entries in it, as it does by itself when it is opened."""
        if not self._is_wanted:
            self._is_wanted = True
            self.wanted.emit()

    def _put_out(self) -> None:
        """Let no button stay lit: Qt tells it nothing of where the pointer went meanwhile."""
        above = self.parentWidget()
        for button in above.window().findChildren(QAbstractButton) if above is not None else ():
            if button.underMouse() and not button.rect().contains(
                button.mapFromGlobal(QCursor.pos())
            ):
                QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
                button.update()

    def _fit(self) -> None:
        """Have less air on a screen that is too low for all entries; what is left over scrolls."""
        self.ensurePolished()
        if not self.property("lies") and self.sizeHint().height() > self.screen().size().height():
            self.setProperty("lies", "low")
            self.style().unpolish(self)
            self.style().polish(self)
            QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # it has measured before

    def _call(self) -> None:
        """Be called after what opens it, to who hears it: Qt would say the name of the app."""
        above = self.parentWidget()
        called = above.text() if isinstance(above, QAbstractButton) else ""
        called = self.title() or (above.accessibleName() if above is not None else "") or called
        self.setAccessibleName(called.replace("&", ""))

    def inside(self, title: str) -> "Menu":
        """Add a menu within this one."""
        menu = Menu(self, title)
        self.addMenu(menu)
        return menu

    def _give_letters(self) -> None:
        self._take_letters()
        entries = [one for one in self.actions() if not one.isSeparator()]  # seen or not: they stay
        texts = lettered([in_short(action.text()) for action in entries])
        for action, text in zip(entries, texts, strict=True):
            if text != action.text():
                self._given[action] = action.text(), text
                action.setText(text)

    def _take_letters(self) -> None:
        """Give back the words as they were: an entry may stand elsewhere as well."""
        for action, (before, lettered_) in self._given.items():
            if action.text() == lettered_:
                action.setText(before)
        self._given = {}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a letter; else go to the next entry that begins with it."""
        typed = event.text().strip()
        letter = typed.casefold() if typed.isprintable() else ""  # Escape has a text as well
        shown = [one for one in self.actions() if one.isVisible() and one.isEnabled()]
        if not letter or letter in {mnemonic(action.text()) for action in shown}:
            super().keyPressEvent(event)
            return
        found = [one for one in shown if one.text().replace("&", "").casefold().startswith(letter)]
        if found:
            at = found.index(self.activeAction()) + 1 if self.activeAction() in found else 0
            self.setActiveAction(found[at % len(found)])


def in_short(text: str) -> str:
    """Return the text of an entry without the end of words that are very long; its keys stay."""
    words, tab, keys = text.partition("\t")
    if len(words) <= _LONGEST:
        return text
    return f"{words[:_LONGEST].rstrip('& ')}…{tab}{keys}"


def mnemonic(text: str) -> str:
    """Return the letter that is underlined in the text of an entry, or nothing."""
    _, _, rest = text.replace("&&", "").partition("&")
    return rest[:1].casefold()


def lettered(texts: Sequence[str]) -> list[str]:
    """Return the texts with an `&` before a letter that no other of them has, as far as it goes.

    The first letter of an entry if it can be, else that of another word, else any; an entry gives
    way to another that has fewer letters to choose from.
    """
    choices = [list(_choices(text)) for text in texts]
    owner: dict[str, int] = {}
    place: dict[int, int] = {}

    def find(entry: int, tried: set[str]) -> bool:
        letters = {at: texts[entry][at].casefold() for at in choices[entry]}
        for at in sorted(letters, key=lambda at: letters[at] in owner):  # a free one first
            letter = letters[at]
            if letter in tried:
                continue
            tried.add(letter)
            if letter not in owner or find(owner[letter], tried):
                owner[letter], place[entry] = entry, at
                return True
        return False

    for entry in range(len(texts)):
        find(entry, set())
    return [
        f"{text[: place[entry]]}&{text[place[entry] :]}" if entry in place else text
        for entry, text in enumerate(texts)
    ]


def _choices(text: str) -> Iterator[int]:
    """Yield the positions of letters to underline, the best first; a tab parts words and keys."""
    words = text.partition("\t")[0]
    able = [at for at, sign in enumerate(words) if sign.isalnum() and sign.isascii()]
    begins = [at for at in able if at == 0 or not words[at - 1].isalnum()]
    yield from begins
    yield from (at for at in able if at not in begins)
