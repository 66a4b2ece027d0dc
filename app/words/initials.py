"""The letters that stand in a partner's disc."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations
from typing import Final

from app.exchange.pseudonyms import what_people_are_called
from app.words import current_language

_OF_LETTERS: Final = re.compile(r"(?<=[A-Z])-(?=(?:er|ster)s?\b)")
"""The dash in a word of letters: *RT-er*."""
_NUMBERED: Final = re.compile(r"(.*[^\W\d].*)\s(\d{1,2})")


def initials(name: str) -> str:
    """Return the one or two letters that stand in a partner's disc, and the number of one of many.

    *Directie 1* is *Di1* and *Duo- of parallelcollega 1* is *DP1*: by the number alone kinds that
    begin alike could not be told apart. Two words that stand for names never have the same letters.
    """
    return _initials(name, current_language())


@lru_cache(maxsize=512)
def _initials(name: str, language: str) -> str:
    if numbered := _NUMBERED.fullmatch(name):
        called = _letters_of_called(language).get(numbered[1]) or _of_numbered(numbered[1])
        if called:
            return called + numbered[2]
    words = _words_in(re.sub(r"\([^)]*\)?", " ", _named_first(name)))
    if len(words) < 2:  # *Ouders (Sam)*: what stands in brackets tells them apart
        words = _words_in(name)
    if not words:
        return name[:1]
    if len(words) == 1:
        first = _letter(words[0])
        rest = words[0][words[0].index(first) + 1 :].lstrip("'’")
        return (first + (rest[:1] if _is_short_form(words[0]) else "")).upper()
    return _ends(words)


@cache
def _letters_of_called(language: str) -> Mapping[str, str]:
    """Return two letters for each word that stands for a name: the usual ones where they are free.

    *Parents 1* is *Pa1* and *Partner 1* is *Pn1*.
    """
    found: dict[str, str] = {}
    for called in what_people_are_called(language):
        letters = [c for c in called if c.isalnum()]
        others = (one.upper() + other.lower() for one, other in combinations(letters, 2))
        taken = {pair.casefold() for pair in found.values()}
        found[called] = next(
            pair for pair in (_of_numbered(called), *others) if pair.casefold() not in taken
        )
    return found


def _of_numbered(called: str) -> str:
    """Return the usual letters of a word before a number; none where there are no words."""
    words = _words_in(re.sub(r"\([^)]*\)?", " ", called))
    if len(words) == 1:
        return words[0][:2].capitalize()
    return _ends(words) if words else ""


def _named_first(name: str) -> str:
    """Return the part before a comma: *mevrouw De Vries, intern begeleider*."""
    before = name.partition(",")[0]
    return before if _words_in(before) else name


def _is_short_form(word: str) -> bool:
    """Tell whether a word begins with the letters it is short for: *GGD*, *IB'er*."""
    return word.isupper() or (word[:2].isalpha() and word[:2].isupper())


def _ends(words: Sequence[str]) -> str:
    return (_letter(words[0]) + _letter(words[-1])).upper()


def _letter(word: str) -> str:
    return next(c for c in word if c.isalnum())


def _words_in(name: str) -> list[str]:
    words = _OF_LETTERS.sub("", name).replace("-", " ").split()
    return [word for word in words if any(c.isalnum() for c in word)]
