"""Words that were meant where others stand: one slip from them, or sounding the same."""

from collections.abc import Iterable
from functools import cached_property
from typing import Final

from app.models.word_forms import bases, key_of, sound_of

LEAST: Final = 6
"""So many letters a word has to have for one beside it to be taken for a slip."""

_LEAST_NAMED: Final = 6
"""So many letters a name has to have for a letter more or less to be a slip: *Sem* is not *Sam*."""

_LONGEST_WORD: Final = 60
_TWO_SLIPS: Final = 11


class SpellingCheck:
    """Knows the long words among those it is given."""

    def __init__(self, words: Iterable[str]) -> None:
        self._long = _by_letter(words)

    def meant(self, key: str) -> list[str]:
        """Return the words that were meant: one slip away, or two from eleven letters."""
        if len(key) > _LONGEST_WORD:
            return []
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        limit = 1 if len(key) < _TWO_SLIPS else 2
        sound = sound_of(key)
        for meant, words, most in (
            *((word, self._long, limit) for word in (key, *bases(key))),
            (sound, self._sounds, 1),
        ):
            alike = words.get(meant[0], {})
            near = extract(
                meant, alike.keys(), scorer=OSA.distance, score_cutoff=most, limit=8
            )  # of a dict itself, the values would be compared
            best = [alike[word] for word, far, _ in near if far == near[0][1]]
            if best:
                heard = self._sounds.get(sound[:1], {}).get(sound)  # *weikcoach* is no *werkcoach*
                return [*best, heard] if heard else best
        return []

    @cached_property
    def _sounds(self) -> dict[str, dict[str, str]]:
        """Return long words by how they sound, for *psygoloog* and *kwaliteidszorg*."""
        sounds: dict[str, dict[str, str]] = {}
        for words in self._long.values():
            for word in words:
                if len(word) > LEAST:
                    heard = sound_of(word)
                    sounds.setdefault(heard[0], {})[heard] = word
        return sounds


def is_same_but_for_slips(one: str, other: str) -> bool:
    """Tell whether two names are one, but for capitals, accents, marks and a slip in a word.

    *Annneke* is *Anneke*; *Sem* is not *Sam*, nor *Hanneke* *Janneke*.
    """
    words = [[key_of(word) or word for word in name.split()] for name in (one, other)]
    if "".join(words[0]) == "".join(words[1]):
        return True
    return len(words[0]) == len(words[1]) and all(map(_is_a_slip, *words))


def _is_a_slip(one: str, other: str) -> bool:
    if one == other:
        return True
    if one[0] != other[0] or any(map(str.isdigit, one + other)):
        return False
    if min(len(one), len(other)) < _LEAST_NAMED:
        return sound_of(one) == sound_of(other)
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=1) <= 1


def _by_letter(words: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return words by their first letter: nobody slips there, and there are fewer to look at."""
    found: dict[str, dict[str, str]] = {}
    for word in words:
        found.setdefault(word[0], {})[word] = word
    return found
