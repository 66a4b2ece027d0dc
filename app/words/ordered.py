"""Words with an order of their own: answers of a scale, numbers and ranges of numbers."""

from typing import Any


class _Ordered(str):
    """Words that say where they come among others like them."""

    order: Any


def ordered(text: str, order: Any) -> str:
    """Return words that are sorted by `order` in a table; None comes last."""
    found = _Ordered(text)
    found.order = order
    return found


def order_of(text: str) -> Any:
    """Return what words are sorted by: what they were given, or the words themselves."""
    return getattr(text, "order", text or None)
