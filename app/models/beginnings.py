"""The beginnings of words, for what is offered while somebody types."""

import re
from bisect import bisect_left
from operator import itemgetter
from typing import Final

from app.models.typed_names import SHORT
from app.models.word_forms import Entry, key_of

WORD: Final = re.compile(r"[^\s-]+")
_LENGTH: Final = itemgetter(1)


def starts(found: list[tuple[str, Entry]]) -> list[tuple[str, int, str]]:
    """Return the phrases and words that something typed may begin, sorted, with their kinds."""
    rows = set()
    for phrase, entry in found:
        words = [key_of(word) for word in WORD.findall(phrase)]
        for n in range(len(words)):
            key = "".join(words[n:])
            if n == 0 or len(key) >= SHORT:
                rows.add((key, len(key) + 40 * (n > 0), entry.kind))
    return sorted(rows)


def beginning(rows: list[tuple[str, int, str]], key: str) -> list[str]:
    """Return the kinds with a word that begins so, the one nearest to its end first."""
    if not key:
        return []
    start = bisect_left(rows, (key, 0, ""))
    end = bisect_left(rows, (key + "\U0010ffff", 0, ""), start)
    return [row[2] for row in sorted(rows[start:end], key=_LENGTH)]
