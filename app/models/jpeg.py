"""What a JPEG says of itself at its start: how large it is, told before anybody decodes it."""

import base64
import binascii
from typing import Final

MOST_LENGTH: Final = 600_000
"""Most characters of a picture that is kept with a map, as it is written in a file."""

MOST_SIDE: Final = 1_600
"""Most pixels along its longer side."""

_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of the segment that says how large a picture is."""
_WHERE_SAID: Final = (0xDA, 0xD9)
"""What follows is the picture itself, or its end: the size would have been said before."""


def size_of(content: bytes) -> tuple[int, int] | None:
    """Return the width and height that a JPEG says it has; None for what is no JPEG."""
    if content[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if marker in _FRAMES:
            height, width = (int.from_bytes(content[at + n : at + n + 2]) for n in (5, 7))
            return width, height
        if marker in _WHERE_SAID or length < 2:
            return None
        at += 2 + length
    return None


def is_kept(written: object) -> bool:
    """Tell whether this is a picture as one is kept: a JPEG of a known size, in base64."""
    if not isinstance(written, str) or len(written) > MOST_LENGTH:
        return False
    try:
        size = size_of(base64.b64decode(written, validate=True))
    except (binascii.Error, ValueError):
        return False
    return size is not None and all(0 < side <= MOST_SIDE for side in size)
