"""How the records of a map and the words of the vocabulary are declared: by their fields.

Python compiles six functions for each such class, a millisecond while the first map is waited for.
Three of them need not be: what they do is said here once for all.
"""

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen(kind: type[_T]) -> type[_T]:
    """Return a class as a `dataclass` whose fields are given by name and never change.

    Two of it are equal where all their fields are.
    """
    made: Any = dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)(kind)
    held = attrgetter(*[one.name for one in fields(made)])

    def equals(self: Any, other: Any) -> Any:
        return held(self) == held(other) if type(other) is made else NotImplemented

    def hashed(self: Any) -> int:
        return hash(held(self))

    made.__eq__, made.__hash__, made.__repr__ = equals, hashed, _written
    return made  # type: ignore[no-any-return]


def _written(self: Any) -> str:
    held = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self))
    return f"{type(self).__qualname__}({held})"
