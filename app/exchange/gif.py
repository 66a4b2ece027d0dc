"""An animation as GIF: pictures of one size and one palette, of which only what differs is kept."""

import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

_MOST_CODES: Final = 4096
_BITS: Final = 8
_FOR_EVER: Final = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"


class Frame(NamedTuple):
    """One picture: a byte a pixel, row by row; it stands for so many hundredths of a second."""

    pixels: bytes
    stands: int


def gif(
    size: tuple[int, int], palette: Sequence[tuple[int, int, int]], frames: Iterable[Frame]
) -> bytes:
    """Return an animation that begins again at its end; the palette has at most 256 colours."""
    width, height = size
    colours = b"".join(bytes(colour) for colour in palette).ljust(3 * 256, b"\x00")
    parts = [b"GIF89a", struct.pack("<HHBBB", width, height, 0xF7, 0, 0), colours, _FOR_EVER]
    before = b""
    for frame in frames:
        left, top, wide, high = _differing(before, frame.pixels, width, height)
        rows = range(top, top + high)
        inside = b"".join(frame.pixels[y * width + left : y * width + left + wide] for y in rows)
        parts.append(struct.pack("<BBBBHBB", 0x21, 0xF9, 4, 4, frame.stands, 0, 0))
        parts.append(struct.pack("<BHHHHB", 0x2C, left, top, wide, high, 0))
        parts.append(bytes([_BITS]))
        packed = b"".join(_packed(inside))
        parts += [
            bytes([len(block)]) + block
            for block in (packed[at : at + 255] for at in range(0, len(packed), 255))
        ]
        parts.append(b"\x00")
        before = frame.pixels
    return b"".join(parts) + b"\x3b"


def _differing(before: bytes, now: bytes, width: int, height: int) -> tuple[int, int, int, int]:
    """Return the rectangle in which two pictures differ; one pixel where they do not."""
    if not before:
        return 0, 0, width, height
    rows = [
        y
        for y in range(height)
        if before[y * width : (y + 1) * width] != now[y * width : (y + 1) * width]
    ]
    if not rows:
        return 0, 0, 1, 1
    lefts, rights = [], []
    for y in rows:
        one, other = before[y * width : (y + 1) * width], now[y * width : (y + 1) * width]
        differ = [x for x in range(width) if one[x] != other[x]]
        lefts.append(differ[0])
        rights.append(differ[-1])
    left, top = min(lefts), rows[0]
    return left, top, max(rights) - left + 1, rows[-1] - top + 1


def _packed(pixels: bytes) -> Iterator[bytes]:
    """Yield pixels in codes of LZW, as GIF has them: the lowest bits first."""
    clear, end = 1 << _BITS, (1 << _BITS) + 1
    known: dict[int, int] = {}
    following, bits = end + 1, _BITS + 1
    held, filled = clear, bits
    code = -1
    for pixel in pixels:
        key = code << _BITS | pixel
        if code < 0:
            code = pixel
            continue
        if key in known:
            code = known[key]
            continue
        held |= code << filled
        filled += bits
        if following < _MOST_CODES:
            known[key] = following
            if following == 1 << bits:
                bits += 1
            following += 1
        else:
            held |= clear << filled
            filled += bits
            known.clear()
            following, bits = end + 1, _BITS + 1
        code = pixel
        if filled >= 64:
            whole = filled // 8
            yield (held & ((1 << whole * 8) - 1)).to_bytes(whole, "little")
            held >>= whole * 8
            filled -= whole * 8
    if code >= 0:
        held |= code << filled
        filled += bits
        if following == 1 << bits and bits < 12:
            bits += 1
    held |= end << filled
    filled += bits
    yield held.to_bytes((filled + 7) // 8, "little")
