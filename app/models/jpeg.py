"""How a photo is kept (size and quality of the JPEG), and what a JPEG says of its own size."""

import base64
import binascii
import re
from typing import Final, NamedTuple

MOST_LENGTH: Final = 600_000
"""Most characters of a picture that is kept with a map, as it is written in a file."""

MOST_SIDE: Final = 1_600
"""Most pixels along its longer side."""

SIDES: Final = (MOST_SIDE, 1_200, 800)
QUALITIES: Final = (75, 55, 35)
"""Longer sides in pixels, and qualities in percent at each: tried until one is short enough."""

_BASELINE: Final = 0xC0
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of the segment that says how large a picture is."""
_BESIDE: Final = frozenset({0xC4, 0xCC, 0xDB, 0xDD, 0xFE, *range(0xE0, 0xF0)})
"""Markers of the segments that may stand before it: tables, and what is said of the picture."""
_SCAN, _END = 0xDA, 0xD9
_MARKER: Final = re.compile(rb"\xff[^\x00\x01\xff\xd0-\xd7]")
"""Where a segment begins, among the pixels too: there \xff stands before a zero or a number."""
_MOST_SEGMENTS: Final = 2_000
_PLAIN_SCANS: Final = 4


class Frame(NamedTuple):
    """What a JPEG says it holds."""

    width: int
    height: int
    is_baseline: bool
    scans: int
    """How often it goes over the pixels, each time at the price of all: a small file holds
    thousands."""
    ends: bool
    """It says where its pixels end: one that was cut off on its way does not."""

    @property
    def is_plain(self) -> bool:
        """Tell whether it is unpacked line by line; any other is held whole meanwhile."""
        return self.is_baseline and self.scans <= _PLAIN_SCANS


def frame_of(content: bytes) -> Frame | None:
    """Return the frame a JPEG says it holds; None for anything else, and for unusual ones."""
    if content[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if marker in _FRAMES:
            height, width = (int.from_bytes(content[at + n : at + n + 2]) for n in (5, 7))
            return Frame(width, height, marker == _BASELINE, *_scans(content, at))
        if marker not in _BESIDE or length < 2:
            return None
        at += 2 + length
    return None


def _scans(content: bytes, at: int) -> tuple[int, bool]:
    """Count the scans after this, and tell whether they end.

    A camera may have put a film behind the end of the picture.
    """
    found = 0
    for _ in range(_MOST_SEGMENTS):
        segment = _MARKER.search(content, at)
        if segment is None or content[segment.start() + 1] == _END:
            return found, segment is not None
        found += content[segment.start() + 1] == _SCAN
        at = segment.end() + int.from_bytes(content[segment.end() : segment.end() + 2])
    return _MOST_SEGMENTS, False


def is_kept(written: object) -> bool:
    """Tell whether this is a picture as one is kept: a plain JPEG of a known size, in base64."""
    if not isinstance(written, str) or len(written) > MOST_LENGTH:
        return False
    try:
        frame = frame_of(base64.b64decode(written, validate=True))
    except (binascii.Error, ValueError):
        return False
    return (
        frame is not None
        and frame.is_plain
        and all(0 < side <= MOST_SIDE for side in (frame.width, frame.height))
    )
