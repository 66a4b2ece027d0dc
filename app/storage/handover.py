"""Files that a Kring started later hands to the one that has the library open, through a folder.

The folder lies beside the library, and is there as long as a Kring looks into it. A request is a
small file in it. Who takes it renames it, which tells the asker; who waits in vain takes it back.
Renaming and deleting cannot both succeed, so a file is opened once or not at all.
"""

import json
import os
import stat
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from os.path import lexists
from pathlib import Path
from typing import Final

from app import private
from app.models.problem import Problem
from app.storage.disk import beside, lock

PATIENCE: Final = 2.0
"""Seconds the other Kring has to answer."""

LARGEST: Final = 1_000_000
"""Most bytes of a request that is read; more names than fit in it cannot be typed either."""

_ASKED: Final = ".request"
_TAKEN: Final = ".taken"
_HALF: Final = ".tmp"


@dataclass(frozen=True, slots=True)
class Request:
    """What a Kring that was started later asks for."""

    files: tuple[Path, ...]
    """The files to open, absolute; whether they are there is not known."""
    token: str = ""
    """What the desktop gave along for coming to the front, or nothing."""


def listen(library: Path) -> Path:
    """Make the folder for requests and return it; what was left there by a crash goes.

    Only for who holds the lock of the library. Raises `OSError` where there can be no folder, and
    where the library is away: what is left of a drive that was pulled out is not to be written in.
    """
    private.resolved(library).stat()
    folder = _folder(library)
    folder.mkdir(mode=private.FOLDER, exist_ok=True)
    if not _is_ours(folder):
        raise NotADirectoryError(folder)
    private.tighten(folder)
    _clear(folder)
    return folder


def stop(library: Path) -> None:
    """Remove the folder; requests in it were not taken, and who asked will notice."""
    folder = _folder(library)
    try:
        if _is_ours(folder):
            _clear(folder)
            folder.rmdir()
    except OSError:
        return  # something in it is not ours


def is_listening(library: Path) -> bool:
    """Tell whether a Kring that has the library open looks into the folder."""
    try:
        if not _is_ours(_folder(library)):
            return False
        lock(private.resolved(library)).close()
    except Problem as problem:
        return problem.code == "library_in_use"
    except OSError:
        return False
    return False  # left by a crash


def hand_over(
    library: Path, files: Sequence[Path], token: str = "", patience: float = PATIENCE
) -> bool:
    """Ask the Kring that has the library open to open these files; tells whether it will.

    Waits for its answer, and for the folder where that is not there yet.
    """
    request = _folder(library) / f"{uuid.uuid4().hex}{_ASKED}"
    taken = request.with_suffix(_TAKEN)
    names = [str(file.absolute()) for file in files]
    content = json.dumps({"host": _computer(), "files": names, "token": token})
    until = time.monotonic() + patience
    try:
        while time.monotonic() < until:
            # Gone without being taken: whoever looks into the folder has only just begun.
            if not lexists(request) and not lexists(taken):
                _write(request, content)
            if lexists(taken):
                return True
            time.sleep(0.02)
        return not _done(request.unlink) and lexists(taken)
    finally:
        _done(taken.unlink)


def take(library: Path) -> list[Request]:
    """Return the new requests, each once; those that make no sense are passed over."""
    found: list[Request] = []
    if not _is_ours(_folder(library)):
        return found
    for file in _folder(library).glob(f"*{_ASKED}"):
        request = _read(file)
        if request is None:
            continue
        if _done(partial(file.rename, file.with_suffix(_TAKEN))):
            found.append(request)
    return found


def _folder(library: Path) -> Path:
    return beside(private.resolved(library), ".open")


def _is_ours(folder: Path) -> bool:
    """Tell whether this is a folder Kring made; a link may lead to anybody's files."""
    return private.is_folder(folder, through_links=False)


def _write(request: Path, content: str) -> None:
    if not _is_ours(request.parent):
        return
    half = request.with_suffix(_HALF)
    try:
        with private.create(half) as file:
            file.write(content.encode("ascii"))
        half.rename(request)
    except OSError:
        _done(half.unlink)  # no folder, or no room: what counts is whether it was taken


def _read(file: Path) -> Request | None:
    """Return the request in a file; None for what no Kring on this computer wrote."""
    try:
        there = file.lstat()
        if not stat.S_ISREG(there.st_mode) or there.st_size > LARGEST:
            return None
        content = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    # On a shared drive somebody elsewhere may ask: their files are not on this computer.
    if not isinstance(content, dict) or content.get("host") != _computer():
        return None
    names, token = content.get("files"), str(content.get("token", ""))
    if not isinstance(names, list) or not all(map(_is_path, names)):
        return None
    is_token = len(token) < 500 and token.isascii() and token.isprintable()
    return Request(tuple(map(Path, dict.fromkeys(names))), token if is_token else "")


def _is_path(name: object) -> bool:
    return isinstance(name, str) and "\0" not in name and Path(name).is_absolute()


def _computer() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


def _clear(folder: Path) -> None:
    for file in list(folder.iterdir()):
        if file.suffix in (_ASKED, _TAKEN, _HALF):
            _done(file.unlink)


def _done(change: Callable[[], object]) -> bool:
    """Rename or delete a file; tells whether it worked, and so whether it was there."""
    for _ in range(10):
        try:
            change()
        except PermissionError:
            time.sleep(0.01)  # on Windows, as long as somebody looks into it: a virus scanner
        except OSError:
            return False
        else:
            return True
    return False
