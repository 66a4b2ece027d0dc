"""What somebody agreed to who hands in a map: what for, until when, and whether it may be shown."""

from datetime import date
from typing import Final

from app.models.digest import blake2b, blake2s
from app.models.frozen import frozen

_SIGNS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Those that nobody takes for another one."""


@frozen
class Consent:
    """What stands in a file that was handed in; it is said of that file, and no part of the map."""

    purpose: str = "lesson"
    """*lesson* or *research*."""
    by: str = ""
    """Who does the research."""
    until: date | None = None
    """After this day it is to be removed."""
    wall: bool = False
    """The drawing may be shown beside those of others, without names."""
    withdrawal: str = ""
    """By which who handed it in can have it taken out: made of a code that stays with them."""


def code_of(map_id: str, secret: bytes) -> str:
    """Return the code to withdraw a map with, short enough to be written down.

    Made with the secret of a computer it is the same whenever the map is handed in from there,
    and whoever has the file cannot make it.
    """
    made = blake2b(map_id.encode(), key=secret[:64], size=12)
    signs = "".join(_SIGNS[byte % len(_SIGNS)] for byte in made)
    return "-".join(signs[at : at + 4] for at in (0, 4, 8))


def sealed(code: str) -> str:
    """Return the digest that stands in a file for a code; there is no way back."""
    plain = "".join(sign for sign in code.upper() if sign in _SIGNS)
    return blake2s(b"kring withdrawal:" + plain.encode(), size=16).hex()
