"""Reads a picture from anywhere into one to keep: small, upright, and nothing but its pixels."""

import base64
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from app.models.jpeg import MOST_LENGTH, MOST_SIDE, QUALITIES, SIDES, frame_of
from app.models.problem import Problem

READABLE: Final = (".jpg", ".jpeg", ".png", ".bmp")
"""How the names of pictures end that can be read everywhere."""
SUFFIXES: Final = frozenset(
    {*READABLE, ".gif", ".webp", ".tif", ".tiff", ".heic", ".heif", ".avif"}
)
"""How the names of files end that are taken for a picture when they are dropped or pasted.

Of one that cannot be read a sentence says what to do.
"""
LARGEST_FILE: Final = 60_000_000
"""Most bytes of a picture that is read."""

_BEGINNINGS: Final = {b"\xff\xd8\xff": b"jpeg", b"\x89PNG\r\n\x1a\n": b"png", b"BM": b"bmp"}
"""What cameras, scanners and screens make, by how it begins.

Qt would try whatever it has on a file, an SVG with the files it names too: each kind of picture is
more code that strangers reach.
"""
_MOST_PIXELS: Final = 50_000_000
"""More would take a quarter of a gigabyte to unpack: what a small file may claim to be."""
_MOST_OF_A_JPEG: Final = 250_000_000
"""A plain JPEG is unpacked at the size it is kept in: phones that make 200 million pixels may."""
_MOST_SCANS: Final = 64
"""A JPEG that comes into focus has about ten; each costs the time of all its pixels."""


def kept_file(path: Path) -> str:
    """Return the picture in a file as it is kept: a JPEG in base64.

    Raises `Problem`: those of `read_file`, `photo_damaged`, `photo_too_many_pixels`.
    """
    from app.exchange.files import read_file

    return kept(read_file(path, LARGEST_FILE), path.name)


def kept(content: bytes, name: str) -> str:
    """Return a picture as it is kept; its size is looked at before it is unpacked."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    kind = next((k for begin, k in _BEGINNINGS.items() if content.startswith(begin)), None)
    if kind is None:
        raise Problem("photo_damaged", file=name)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size, frame = reader.size(), frame_of(content)
    if size.isEmpty() or _is_cut_off(content, kind) or (frame and frame.scans > _MOST_SCANS):
        raise Problem("photo_damaged", file=name)
    most = _MOST_OF_A_JPEG if frame is not None and frame.is_plain else _MOST_PIXELS
    if size.width() * size.height() > most:
        raise Problem("photo_too_many_pixels", width=size.width(), height=size.height())
    if max(size.toTuple()) > MOST_SIDE:
        reader.setScaledSize(_fitted(size, MOST_SIDE))
    image = reader.read()
    if image.isNull():
        raise Problem("photo_damaged", file=name)
    return kept_image(image, name)


def _is_cut_off(content: bytes, kind: bytes) -> bool:
    """Tell whether the end of a picture is missing, which Qt would make grey or black."""
    if kind == b"jpeg":
        frame = frame_of(content)
        return frame is not None and not frame.ends
    return kind == b"bmp" and int.from_bytes(content[2:6], "little") > len(content)


def kept_image(image: QImage, name: str = "") -> str:
    """Return pixels as they are kept: on white, and without what else the image says of itself."""
    if image.isNull():
        raise Problem("photo_damaged", file=name)
    for smaller, quality in _tries(image):
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(b"jpeg"))
        writer.setQuality(quality)
        if not writer.write(smaller):
            break
        written = base64.b64encode(buffer.data().data()).decode("ascii")
        if len(written) <= MOST_LENGTH:
            return written
    raise Problem("photo_damaged", file=name)


def _tries(image: QImage) -> Iterator[tuple[QImage, int]]:
    """Yield the pixels alone with how well to write them: each time it takes less room."""
    for side, quality in product(SIDES, QUALITIES):
        size = image.size()
        if max(size.toTuple()) > side:
            size = _fitted(size, side)
        bare = QImage(size, QImage.Format.Format_RGB32)
        bare.fill(Qt.GlobalColor.white)
        painter = QPainter(bare)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(bare.rect(), image)
        painter.end()
        yield bare, quality


def _fitted(size: QSize, side: int) -> QSize:
    """Return a size of these proportions with this longer side; no side of it is nothing."""
    scaled = size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
    return scaled.expandedTo(QSize(1, 1))


def shown(jpeg: str) -> QImage:
    """Return the pixels of a picture that is kept; a null image for one that is damaged."""
    image = QImage()
    image.loadFromData(QByteArray(base64.b64decode(jpeg)), "JPEG")
    return image
