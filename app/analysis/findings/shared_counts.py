"""What several findings count in the same way."""

from collections.abc import Sequence
from typing import TypeVar

from app.analysis.findings.basis import Base
from app.analysis.study import Study

_T = TypeVar("_T")


def shared(values: Sequence[_T]) -> _T | None:
    """Return the one value all have, or None where they differ."""
    return values[0] if len(set(values)) == 1 else None


def rated(known: Study) -> Base:
    """Return the base: the partners with both answers."""
    return Base("rated", known.gaps.valid, known.gaps.size, len(known.wished))
