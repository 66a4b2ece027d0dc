"""Several files put in their places together: all of them, or none.

No file system renames two files at once. So each new file stands whole beside its place first, and
what it replaces has a second name there; only then are they renamed. Whoever is refused in between
puts back what was there. Whoever is killed in between leaves a note of the set, and the next start
goes on with it; where somebody changed one of the files meanwhile it takes the set back instead,
and touches nothing that is not as Kring left it.
"""

import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path

from app import private
from app.models.digest import sha256_of_file


@dataclass(frozen=True, slots=True)
class Move:
    """A file that takes its place; what stands where is told by its digest."""

    half: Path
    place: Path
    kept: Path
    """The second name of what stands in the place before."""
    before: str | None
    after: str | None

    @classmethod
    def prepared(cls, half: Path, place: Path, kept: Path) -> "Move":
        """Return a move whose old file has its second name. Raises `OSError`."""
        if os.path.lexists(place):
            _keep(place, kept)
        return cls(half, place, kept, _digest(place), _digest(half))

    def written(self) -> list[str | None]:
        """Return this as it stands in a note."""
        return [str(one) if isinstance(one, Path) else one for one in astuple(self)]

    @classmethod
    def read(cls, half: str, place: str, kept: str, before: str | None, after: str) -> "Move":
        """Return the moves that `written` wrote; anything else raises `TypeError` here or later."""
        return cls(Path(half), Path(place), Path(kept), before, after)


def put(moves: Sequence[Move], say_taken_back: Callable[[], None]) -> None:
    """Give every file its place. Raises `OSError`; everything is as it was then.

    `say_taken_back` is called before anything is put back, to note that it is.
    """
    try:
        for move in moves:
            if os.path.lexists(move.half):
                move.half.replace(move.place)
    except BaseException:  # Ctrl+C in a terminal too
        say_taken_back()
        take_back(moves)
        raise


def take_back(moves: Sequence[Move]) -> None:
    """Put back what was there before, where the new file stands as it was put there."""
    for move in moves:
        if os.path.lexists(move.half) or _digest(move.place) != move.after:
            continue
        with suppress(OSError):
            if move.before is None:
                move.place.unlink()
            else:
                move.kept.replace(move.place)


def can_go_on(moves: Sequence[Move]) -> bool:
    """Tell whether what is not in its place yet can take it: nobody changed anything meanwhile."""
    return all(
        _digest(move.half) == move.after and _digest(move.place) == move.before
        for move in moves
        if os.path.lexists(move.half)
    )


def _keep(place: Path, kept: Path) -> None:
    try:
        kept.hardlink_to(place)
    except OSError:  # a drive that knows no second names, or somebody else's file
        with place.open("rb") as there, private.create(kept) as copy:
            shutil.copyfileobj(there, copy)
            copy.flush()
            os.fsync(copy.fileno())
        with suppress(OSError):
            shutil.copymode(place, kept)


def _digest(path: Path) -> str | None:
    """Return the digest of a file's content; None where there is no file."""
    try:
        return sha256_of_file(path).hex()
    except FileNotFoundError:
        return None
    except OSError:
        return ""
