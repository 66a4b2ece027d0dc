"""How many random inputs a property is tried on, and which of all pairs."""

import os
from collections.abc import Sequence
from itertools import product
from typing import Any, Final

TIMES: Final = float(os.environ.get("KRING_EXAMPLES", "0.5"))
SWEEP: Final = bool(os.environ.get("KRING_SWEEP"))


def few(number: int) -> int:
    """Return half as many, at least two; with `KRING_EXAMPLES=20` twenty times as many."""
    return max(round(number * TIMES), 2)


def in_turn(some: Sequence[Any], others: Sequence[Any], times: int = 1) -> list[tuple[Any, Any]]:
    """Pair each of `some` with so many of `others`, in turn; with `KRING_SWEEP=1` with all."""
    if SWEEP:
        return list(product(some, others))
    apart = len(others) // times
    return [
        (one, others[(at + apart * more) % len(others)])
        for at, one in enumerate(some)
        for more in range(times)
    ]
