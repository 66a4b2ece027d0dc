"""Short words of the other language that say a kind: *kdv*, *RT-er*, *bso De Boom*."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from app.models.typed_names import Token
from app.models.word_forms import SURE, Entry, key_of

_LETTERS: Final = range(3, 5)
"""Letters of a short word: *IB* is a diploma in English, and longer ones count anywhere."""
_IN_ENGLISH: Final = frozenset(("duo", "ergo", "gok", "gym", "hbo", "hrm", "logo", "poli", "sot"))
"""Short Dutch words that are English ones as well, and say something else there."""


def kind_of_short(
    typed: str, known: Collection[Collection[str]], dutch: Mapping[str, Entry]
) -> str | None:
    """Return the kind of a short Dutch word in an English text that begins with it, or None.

    Only a name may stand behind it, and it must not be a word that is `known` in English. English
    short words are Dutch ones too often (*tas*), so there is no such thing the other way round.
    """
    first, *others = typed.split() or [""]
    key = key_of(first)
    if key in _IN_ENGLISH or any(key in words for words in known):
        return None
    entry = dutch.get(key)
    if entry is None or entry.sureness != SURE or len(key) not in _LETTERS:
        return None
    named = first.istitle() or not all(map(str.istitle, others))
    return None if named else entry.kind


def kinds_of_short(
    parts: Sequence[Sequence[Token]], own: Collection[str], other: Mapping[str, Entry]
) -> list[str]:
    """Return what words may be in the other language alone: *mum* in a Dutch text."""
    kinds = []
    for part in parts:
        for token in part:
            if len(token.key) >= _LETTERS.start and not token.role and token.key not in own:
                entry = other.get(token.key)
                if entry is not None and entry.sureness == SURE:
                    kinds.append(entry.kind)
    return kinds
