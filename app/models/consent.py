"""What somebody agreed to who hands in a map: what for, until when, and whether it may be shown."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date
from typing import Final

PURPOSES: Final = ("lesson", "research")

_SIGNS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Those that nobody takes for another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What stands in a file that was handed in; it is said of that file, and no part of the map."""

    purpose: str = "lesson"
    """One of `PURPOSES`."""
    by: str = ""
    """Who does the research."""
    until: date | None = None
    """After this day it is to be removed."""
    wall: bool = False
    """The drawing may be shown beside those of others, without names."""
    withdrawal: str = ""
    """By which who handed it in can have it taken out: made of a code that stays with them."""


def new_code() -> str:
    """Return a code to withdraw with, short enough to be written down."""
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(4)) for _ in range(3))


def sealed(code: str) -> str:
    """Return what stands in a file for a code; there is no way back to it."""
    plain = "".join(sign for sign in code.upper() if sign in _SIGNS)
    return hashlib.blake2s(b"kring withdrawal:" + plain.encode(), digest_size=16).hexdigest()
