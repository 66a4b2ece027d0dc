"""How names are listed in a sentence."""

from collections.abc import Sequence
from typing import Final

from app.words.catalog import joined

_MOST: Final = 5


def listed(names: Sequence[str]) -> str:
    """Return names as they stand in a sentence; of many, the first few."""
    shown = joined(f"“{name}”" for name in names[:_MOST])
    return shown if len(names) <= _MOST else f"{shown} …"
