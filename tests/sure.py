"""What a test needs to be there before it can ask anything of it."""

from typing import TypeVar

Something = TypeVar("Something")


def sure(value: Something | None) -> Something:
    """Return what has to be there; a test in which it is missing fails here."""
    assert value is not None
    return value


def as_a(kind: type[Something], value: object) -> Something:
    """Return what has to be of a kind; a test in which it is of another fails here."""
    assert isinstance(value, kind)
    return value
