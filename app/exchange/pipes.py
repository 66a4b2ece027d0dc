"""Files that go from the window to a process of its own and back, through pipes.

So what is in a map is nowhere on the disk while a report is made, and nothing of it stays when
one of the two is killed.
"""

import io
import os
import sys
import threading
import zipfile
from collections.abc import Mapping
from typing import Final

_LENGTH: Final = 8
"""Bytes that say how long what follows is."""

COVER: Final = "cover"
"""The name of what is to stand on the cover: every account can read the words of a command."""


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return files, by their names, as one run of bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as pack:
        for name, content in files.items():
            pack.writestr(name, content)
    return made.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """Return the files that `packed` packed. Raises `ValueError` for anything else, even a half."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as pack:
            return {name: pack.read(name) for name in pack.namelist()}
    except (zipfile.BadZipFile, OSError, EOFError) as error:
        raise ValueError("not a whole pack") from error


def framed(files: Mapping[str, bytes]) -> bytes:
    """Return files as they are written to the stdin of the process."""
    content = packed(files)
    return len(content).to_bytes(_LENGTH, "big") + content


def take_in() -> dict[str, bytes]:
    """Return the files that stdin holds, and end with whoever sent them.

    As long as the sender lives it keeps its end open. Raises `ValueError` for half a pack.
    """
    length = int.from_bytes(_exactly(_LENGTH), "big")
    files = unpacked(_exactly(length))
    threading.Thread(target=_end_with_sender, daemon=True).start()
    return files


def hand_out(files: Mapping[str, bytes]) -> None:
    """Write files to stdout."""
    sys.stdout.buffer.write(packed(files))
    sys.stdout.buffer.flush()


def _exactly(length: int) -> bytes:
    """Read past Python's own buffer: nothing may hold that when the process ends."""
    parts: list[bytes] = []
    while length > 0:
        part = os.read(sys.stdin.fileno(), min(length, 1 << 20))
        if not part:
            raise ValueError("the sender is gone")
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def _end_with_sender() -> None:
    try:
        while os.read(sys.stdin.fileno(), 1):
            pass
    except (OSError, ValueError):
        return  # the process is ending by itself
    os._exit(1)
