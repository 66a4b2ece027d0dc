"""How names are listed in a sentence."""

from collections.abc import Sequence
from typing import Final

from app.words.catalog import joined, say

_MOST: Final = 5
_NAMED: Final = 3
"""More people than this are counted, not named."""


def listed(names: Sequence[str]) -> str:
    """Return names as they stand in a sentence; of many, the first few."""
    shown = joined(f"“{name}”" for name in names[:_MOST])
    return shown if len(names) <= _MOST else f"{shown} …"


def first_few(names: Sequence[str], between: str = "") -> str:
    """Return up to three names, and how many others there are; `between` them a comma, or this."""
    shown = names if len(names) == _NAMED + 1 else names[:_NAMED]  # never "and 1 other"
    rest = len(names) - len(shown)
    if between:
        others = [say("and {n} others", n=rest)] if rest else []
        return joined((*shown, *others), between=between)
    if rest:
        return say("{names} and {n} others", n=rest, names=joined(shown))
    return together(shown)


def together(texts: Sequence[str]) -> str:
    """Return texts as people list them: *a, b and c*."""
    if len(texts) < 2:
        return joined(texts)
    return say("{first} and {last}", first=joined(texts[:-1]), last=texts[-1])
