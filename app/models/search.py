"""Finding by a few letters, whatever the capitals and accents; and in which order texts stand."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from app.models.text_form import in_form

T = TypeVar("T")


@lru_cache(8192)  # the texts of a thousand maps, asked for at each letter that is typed
def plain(text: str) -> str:
    """Return a text without capitals and accents."""
    apart = in_form("NFKD", text.casefold())
    if apart.isascii():
        return apart
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def natural(text: str) -> list[str | tuple[int, str]]:
    """Return by what texts are put in order as people do: *Student 2* before *Student 10*."""
    parts = re.split(r"(\d+)", plain(text))
    return [
        (len(bare := part.lstrip("0")), bare) if n % 2 else part for n, part in enumerate(parts)
    ]


def found(typed: str, among: Iterable[tuple[T, Sequence[str]]]) -> list[T]:
    """Return those of whom every typed word is said in one of their texts, the likeliest first.

    `among` has each with its texts, the name first: one whose name begins so comes before one
    in whose name it stands, and that before one of whom it is said elsewhere.
    """
    words = plain(typed).split()
    if not words:
        return []
    ranked: list[tuple[int, int, T]] = []
    for number, (one, texts) in enumerate(among):
        name, *others = map(plain, texts)
        if name.startswith(" ".join(words)):
            rank = 0
        elif all(f" {word}" in f" {name}" for word in words):
            rank = 1
        elif all(word in name for word in words):
            rank = 2
        elif all(
            word in name or any(f" {word}" in f" {text}" for text in others) for word in words
        ):
            rank = 3
        else:
            continue
        ranked.append((rank, number, one))
    return [one for _, _, one in sorted(ranked, key=lambda r: r[:2])]
