"""What a name says of a partner: one person, several, or an organisation."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from app.models.word_forms import PARTS, Written, key_of

_BOTH: Final = re.compile(r"(?<=\w)\s*[&+/]\s*(?=[^\W\d])")
"""A mark between two people: *juf Els/juf Noor*."""
_OF_LETTERS: Final = re.compile(r"\w['’-](?:e?r|ster)(s?)$")
"""What is put behind an abbreviation for who works there: *ggz'er*, *ib-ster*, *clb'ers*."""
_AND: Final = frozenset({"en", "and"})
_WHERE: Final = frozenset({"in", "at", "op", "uit"})
"""Words that begin what is no part of who somebody is, beside *of* and *van*."""

_ONE: Final = "one"
_SEVERAL: Final = "several"
_WHOLE: Final = "whole"
"""A team: it is a group where its people are persons, and else what these usually are."""
_PLACE: Final = "place"
_CLASS: Final = "class"
"""Which class somebody has, or is in, gives way to who they are: *juf Anneke groep 6*."""
_TITLE: Final = "title"

_LEAST: Final = 4
"""Letters of a word that counts as the end of a longer one: *boom* is no uncle."""
_SHORT_ENDS: Final = ("juf", "oma", "opa", "lid")
"""The shorter ones that do so too."""


class _Said(NamedTuple):
    """What a word says, and where it stands among the words around it."""

    says: str
    at: int
    is_dutch: bool = True


class PersonOrGroup:
    """Knows the words in a name that say more than its kind does, in both languages.

    Dutch words count as the end of a longer one as well (*leesoma*, *bso-leidster*), and the plural
    of people comes by rule.
    """

    def __init__(self, written: Written) -> None:
        """Take the lists of words as they are written."""
        lists = {row["id"]: row for row in written["list"]}
        self._dutch: dict[str, str] = {}
        self._english: dict[str, str] = {}
        for says in (_ONE, _SEVERAL, _WHOLE, _PLACE):
            for known, language in ((self._dutch, "nl"), (self._english, "en")):
                for key in (_spaced(word) for word in lists[says][language]):
                    known[key] = says
                    if says == _ONE:
                        known |= dict.fromkeys(_plurals(key), _SEVERAL)
        self._titles, self._classes, self._whose = (
            frozenset(key_of(word) for tongue in ("nl", "en") for word in lists[name][tongue])
            for name in ("titles", "classes", "whose")
        )
        self._longest = max(map(len, self._dutch))

    def of(self, name: str, usual: str, is_somebody: Callable[[str], bool]) -> str:
        """Return `person`, `group` or `organisation`: `usual`, unless the name says otherwise.

        *Moeder van Sem* is one person, though parents are a group; *juf Fatima (bso)* is one,
        though a day care is an organisation; *team groep 5* are several, though a colleague is
        one. `is_somebody` tells whether a name stands before what somebody is.
        """
        clauses = self._clauses(name)
        says, at = next(
            ((said, at) for at, words in enumerate(clauses) if (said := self._read(words))), ("", 0)
        )
        if says in (_ONE, _SEVERAL):
            return "person" if says == _ONE else "group"
        if (at or says == _CLASS or usual == "organisation") and is_somebody(name):
            return "person"
        if says in (_WHOLE, _CLASS):
            return "group" if usual == "person" else usual
        return "organisation" if says == _PLACE and not at else usual

    def _clauses(self, name: str) -> list[list[str]]:
        """Return the words of a name, divided where another begins: *moeder* / *Sem*."""
        clauses: list[list[str]] = []
        for part in PARTS.split(_BOTH.sub(" en ", name)):
            clause: list[str] = []
            for word in part.split():
                titled = clause and key_of(clause[-1]) in self._titles  # *mevrouw van Dam*
                if not titled and (key_of(word) in self._whose or word in _WHERE):
                    clauses.append(clause)
                    clause = []
                elif key_of(word):
                    clause.append(word)
            clauses.append(clause)
        return [clause for clause in clauses if clause]

    def _read(self, words: Sequence[str]) -> str:
        """Return what the words of one clause say together, or nothing.

        In Dutch the first word says it (*team juf Els*), in English the last (*team leader*).
        """
        said = [one for at in range(len(words)) if (one := self._word(words, at))]
        two = self._joined(words, said)
        if two:
            return two
        for kinds in ((_ONE, _SEVERAL, _WHOLE, _PLACE), (_TITLE,), (_CLASS,)):
            found = [one for one in said if one.says in kinds]
            if found:
                says = found[0 if found[0].is_dutch else -1].says
                return _ONE if says == _TITLE else says
        return ""

    def _joined(self, words: Sequence[str], said: Sequence[_Said]) -> str:
        """Return what *and* makes of the people before and behind it, or nothing."""
        people = (_ONE, _SEVERAL, _TITLE)
        for at, word in enumerate(words):
            if word not in _AND or not any(one.says in people and one.at < at for one in said):
                continue
            behind = next((one.says for one in said if at < one.at), "")
            named = words[at + 1 :][:1] and words[at + 1].istitle()
            if words[at - 1].endswith("-") or behind in (_WHOLE, _PLACE):
                return _WHOLE  # *ouder en kind team*
            return _SEVERAL if behind in people or named else ""
        return ""

    def _word(self, words: Sequence[str], at: int) -> _Said | None:
        """Return what a word says in its place, or None."""
        word, key = words[at], key_of(words[at])
        behind = key_of(words[at + 1]) if at + 1 < len(words) else ""
        if key in self._classes and behind[:1].isdigit():
            return _Said(_CLASS, at)
        if behind and not self._titles.isdisjoint((key, key + behind)):
            return _Said(_TITLE, at)
        made = _OF_LETTERS.search(word)
        if made:
            return _Said(_SEVERAL if made[1] else _ONE, at)
        within_a_name = at > 0 and word[:1].isupper()
        two = f"{key} {behind}"
        english = self._english.get(two) or self._english.get(key)
        dutch = self._dutch.get(two) or self._dutch.get(key)
        if not dutch and not within_a_name:
            dutch = self._ending(key)
        says = dutch or english
        return _Said(says, at, is_dutch=not english) if says else None

    def _ending(self, key: str) -> str | None:
        """Return what the longest Dutch word says that `key` ends with."""
        for start in range(max(1, len(key) - self._longest), len(key) - _LEAST + 1):
            if says := self._dutch.get(key[start:]):
                return says
        return _ONE if key.endswith(_SHORT_ENDS) else None


def _spaced(words: str) -> str:
    """Return the key of a word, or those of two words with a space between."""
    return " ".join(map(key_of, words.split()))


def _plurals(key: str) -> Iterable[str]:
    """Return the plurals a word may have, in Dutch and English."""
    if key.endswith("y"):
        yield key[:-1] + "ies"
    endings = ("s", "n") if key.endswith("e") else ("s", "en", "es", key[-1] + "en")
    yield from (key + ending for ending in endings)
