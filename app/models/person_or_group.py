"""What a name says of a partner: one person, several, or an organisation."""

import re
from typing import Final

from app.models.word_forms import Written, key_of

_MARKS: Final = re.compile(r"[^\w'’-]+")


class PersonOrGroup:
    """Knows the words in a name that say more than its kind does, in both languages."""

    def __init__(self, written: Written) -> None:
        """Take the lists of words as they are written."""
        lists = {row["id"]: row for row in written["list"]}
        self._one, self._several, self._titles = (
            frozenset(key_of(word) for tongue in ("nl", "en") for word in lists[name][tongue])
            for name in ("one", "several", "titles")
        )

    def of(self, name: str, usual: str) -> str:
        """Return `person`, `group` or `organisation`: `usual`, unless the name says otherwise.

        *Moeder van Sem* is one person, though parents are a group; *juf Fatima (bso)* is one,
        though a day care is an organisation; *team groep 5* are several, though a colleague is
        one.
        """
        words = [key_of(word) for word in _MARKS.sub(" ", name).split()]
        said = {"".join(words[n : n + size]) for n in range(len(words)) for size in (1, 2, 3)}
        several = bool(said & self._several)
        if not several and said & self._one:
            return "person"
        if usual == "person":
            return "group" if several else "person"
        return "person" if said & self._titles else usual
