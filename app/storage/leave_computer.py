"""Leaving a computer: what was kept there, compared with what was taken along, and deleted."""

from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Final

from app import private
from app.models.problem import Problem
from app.storage import companions, content
from app.storage.disk import beside, explained, family, locked, patiently
from app.storage.password_change import wipe

_OWN: Final = ("group-results.json", "kring-report.txt")
"""What else lies beside the maps."""


def only_in(old: Path, new: Path) -> int:
    """Count the maps with somebody on them in `old` that are not in `new` as they are in `old`.

    Raises `Problem` as `content.snapshot`, and `library_locked`.
    """
    with explained(old):
        if not old.exists() or (new.exists() and old.samefile(new)):
            raise Problem("library_missing", path=old)
    here, there = _maps_in(old), _maps_in(new)
    return sum(1 for key, state in here.items() if there.get(key) != state)


def clear(path: Path) -> tuple[Path, ...]:
    """Delete a library and all that Kring keeps with it, written over as far as that goes.

    Returns the copies somebody may work in, which stay.

    Raises `Problem`: `library_in_use`, and as `explained`.
    """
    with locked(path), explained(path):
        for file in (
            *companions.leftovers_of(path),
            *companions.copies_of(path),
            *family(path),
            *(path.with_name(name) for name in _OWN),
        ):
            if private.is_file(file):
                wipe(file)
    with explained(path):
        beside(path, ".lock").unlink(missing_ok=True)
    for folder in (path.parent / companions.FOLDER, path.parent / "unfinished", path.parent):
        with suppress(OSError):
            folder.rmdir()  # where something else is in it, it stays
    return tuple(companions.copies_of(path, worked_in=True))


def _maps_in(path: Path) -> dict[str, tuple[str, int]]:
    with closing(patiently(partial(content.snapshot, path))) as held, explained(path):
        return {key: (changed, position) for key, changed, position in held.execute(_MAPS)}


_MAPS: Final = (
    "SELECT map.id, changed, position FROM map WHERE deleted IS NULL"
    " AND EXISTS (SELECT 1 FROM partner WHERE network_id = map.id)"
)
