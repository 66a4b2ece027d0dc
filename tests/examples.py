"""How many random inputs a property is tried on."""

import os
from typing import Final

TIMES: Final = int(os.environ.get("KRING_EXAMPLES", "1"))


def few(number: int) -> int:
    """Return so many for every day, and with `KRING_EXAMPLES=20` twenty times as many."""
    return number * TIMES
