"""The maps that were handed in: files, folders and zips, each read or left out with a reason.

Nothing is written where they lie. What is half there (a download, a sync that is going on, a
file of the system) is passed over in a folder or a zip; a file that is named is always read.
"""

import os
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import Final

from app.exchange.consent import consent_in
from app.exchange.files import LARGEST, read_file
from app.exchange.formats.source import NOT_UNPACKED
from app.exchange.kring_file import SUFFIX, from_json
from app.models.coded_map import CodedMap, coded
from app.models.problem import Problem, why

MOST_FILES: Final = 20_000
"""In one zip or folder: more is no group."""

_LARGEST_ZIP: Final = 2_000_000_000
"""Most bytes in all that is packed in one zip: a small one can hold any number of them."""

_Stamp = tuple[int, int]
"""When a file was last written, and how large it is."""

_STILL_COMING: Final = 5_000_000_000
"""Nanoseconds after the last of it was written in which a file may be half there."""

_UNFINISHED: Final = (".", "~", "_conflict")
_FOLDERS_OF_SYSTEMS: Final = frozenset({"__MACOSX", "$RECYCLE.BIN", "System Volume Information"})


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedInMap:
    """A map as it was handed in."""

    name: str
    """What the file is called, for whoever handed it in; it is not kept."""
    coded: CodedMap
    """All that is held of it: a thousand whole maps at once would weigh on a small computer."""
    moment: date | None = None
    until: date | None = None
    """After which day whoever handed it in wants it removed."""
    written: float
    """When the file was last written, as far as that is known."""

    @property
    def age(self) -> tuple[date, float]:
        """Return a key that is greater for a newer map."""
        return self.moment or date.min, self.written


@dataclass(frozen=True, slots=True)
class HandedInMaps:
    """What came of files: the maps, one a respondent and moment, and what was left out and why."""

    handed: tuple[HandedInMap, ...] = ()
    not_read: tuple[Problem, ...] = ()
    """Files that could not be read, one problem each."""
    older: tuple[Problem, ...] = ()
    """`group_twice` and `group_older`: files another one of the same person stands for."""


class WatchedFolder:
    """A folder that is read again and again, and what its files held: only what changed is read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._held: dict[Path, tuple[_Stamp, list[HandedInMap | Problem]]] = {}

    def has_news(self) -> bool:
        """Tell whether a file is not what it was when the folder was read, is new or is gone."""
        held = dict(self._held)  # it may be read meanwhile
        now = {path: _stamp(path) for path in _in_folder(self.folder)[0]}
        return now != {path: stamp for path, (stamp, _) in held.items()}

    def read(self, paths: Sequence[Path], salt: bytes) -> Iterator[HandedInMap | Problem]:
        """Yield the maps in these files of the folder, and forget all other files.

        A file that cannot be read and was written just now may still be coming: it is left for
        the next time.
        """
        before, self._held = self._held, {}
        for path in paths:
            stamp, held = _stamp(path), before.get(path)
            if held is None or held[0] != stamp:
                held = stamp, list(read([path], salt))
                is_fresh = abs(time.time_ns() - stamp[0]) < _STILL_COMING
                if is_fresh and any(isinstance(one, Problem) for one in held[1]):
                    continue
            self._held[path] = held
            yield from held[1]


def _stamp(path: Path) -> _Stamp:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def collected(
    paths: Iterable[Path], salt: bytes, watched: WatchedFolder | None = None
) -> HandedInMaps:
    """Return the maps in files, folders and zips; of one person at one moment the newest.

    `salt` is that of the group they are for (`coded`).
    """
    found: list[HandedInMap] = []
    wrong: list[Problem] = []
    for one in read(paths, salt, watched):
        if isinstance(one, Problem):
            wrong.append(one)
        else:
            found.append(one)
    newest, older = newest_each(found, lambda one: (_series(one), one.coded.mark))
    return HandedInMaps(tuple(newest), tuple(wrong), tuple(older))


def one_each(collection: HandedInMaps) -> HandedInMaps:
    """Return the newest map of each person, whatever the moment."""
    newest, older = newest_each(collection.handed, _series)
    return replace(collection, handed=tuple(newest), older=(*collection.older, *older))


def newest_each(
    handed: Iterable[HandedInMap], key: Callable[[HandedInMap], object]
) -> tuple[list[HandedInMap], list[Problem]]:
    """Return the newest of those with one key, in their order, and what is said of the others."""
    kept: dict[object, HandedInMap] = {}
    left: list[Problem] = []
    for one in handed:
        there = kept.get(key(one))
        if there is None:
            kept[key(one)] = one
        elif one.coded == there.coded:
            left.append(Problem("group_twice", file=one.name, other=there.name))
        else:
            newer, older = (one, there) if one.age >= there.age else (there, one)
            kept[key(one)] = newer
            left.append(Problem("group_older", file=older.name, other=newer.name))
    return list(kept.values()), left


def _series(one: HandedInMap) -> str:
    return one.coded.respondent


def read(
    paths: Iterable[Path], salt: bytes, watched: WatchedFolder | None = None
) -> Iterator[HandedInMap | Problem]:
    """Yield each map in files, folders and zips, or why it could not be read."""
    for path in paths:
        try:
            is_folder = path.is_dir()
            yield from _of_folder(path, salt, watched) if is_folder else _of_file(path, salt)
        except Problem as problem:
            yield problem
        except (OSError, ValueError) as error:
            yield Problem("file_unreadable", file=path, why=why(error))


def _of_folder(
    folder: Path, salt: bytes, watched: WatchedFolder | None
) -> Iterator[HandedInMap | Problem]:
    files, closed = _in_folder(folder)
    for error in closed:
        yield Problem("file_unreadable", file=Path(error.filename or folder), why=why(error))
    if watched is not None and watched.folder == folder:
        yield from watched.read(files, salt)
    elif files or closed:
        yield from read(files, salt)
    else:
        raise Problem("group_nothing_in", file=folder, ending=SUFFIX)


def _in_folder(folder: Path) -> tuple[list[Path], list[OSError]]:
    """Return the files to read, and what could not be looked into. Raises `group_too_many`."""
    files: list[Path] = []
    closed: list[OSError] = []
    for at, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if _is_looked_into(name))
        files += [Path(at, name) for name in names if is_handed_in(name)]
        if len(files) > MOST_FILES:
            raise Problem("group_too_many", file=folder, most=MOST_FILES)
    return sorted(files), closed


def is_handed_in(name: str) -> bool:
    """Tell whether a file in a folder is one to read: a map or a zip, and whole."""
    stem = name.casefold()
    return stem.endswith((SUFFIX, ".zip")) and not stem.startswith(_UNFINISHED)


def _is_looked_into(folder: str) -> bool:
    return folder in (".", "..") or not (folder.startswith(".") or folder in _FOLDERS_OF_SYSTEMS)


def _of_file(path: Path, salt: bytes) -> Iterator[HandedInMap | Problem]:
    if path.suffix.casefold() == ".zip":
        yield from _of_zip(path, salt)
        return
    content = read_file(path)
    yield _handed(path, content, path.stat().st_mtime, salt)


def _handed(name: Path, content: bytes, written: float, salt: bytes) -> HandedInMap:
    whole, consent = from_json(content, name), consent_in(content)
    return HandedInMap(
        name=name.name,
        coded=coded(whole, salt, consent),
        moment=whole.network.moment,
        until=None if consent is None else consent.until,
        written=written,
    )


def _of_zip(path: Path, salt: bytes) -> Iterator[HandedInMap | Problem]:
    if not path.exists():
        raise Problem("file_missing", file=path)
    if not path.is_file():  # a pipe would be waited for
        raise Problem("file_unreadable", file=path)
    try:
        with zipfile.ZipFile(path) as archive:
            inside = [one for one in archive.infolist() if _is_map(one)]
            if not inside:
                raise Problem("group_nothing_in", file=path, ending=SUFFIX)
            if len(inside) > MOST_FILES:
                raise Problem("group_too_many", file=path, most=MOST_FILES)
            if sum(one.file_size for one in inside) > _LARGEST_ZIP:
                raise Problem("file_too_large", file=path, most=_LARGEST_ZIP // 1_000_000)
            for one in inside:
                yield _of_entry(archive, one, path, salt)
    except NOT_UNPACKED as error:
        raise Problem("file_damaged", file=path) from error


def _is_map(entry: zipfile.ZipInfo) -> bool:
    *folders, name = PurePosixPath(entry.filename).parts or ("",)
    whole = is_handed_in(name) and not name.casefold().endswith(".zip")
    return whole and not entry.is_dir() and all(map(_is_looked_into, folders))


def _of_entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path, salt: bytes
) -> HandedInMap | Problem:
    name = path / PurePosixPath(entry.filename).name
    try:
        if entry.file_size > LARGEST:
            return Problem("file_too_large", file=name, most=LARGEST // 1_000_000)
        with archive.open(entry) as file:  # an entry may say less than it holds
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            return Problem("file_too_large", file=name, most=LARGEST // 1_000_000)
        if not content.strip():
            return Problem("file_empty", file=name)
        return _handed(name, content, _written(entry), salt)
    except Problem as problem:
        return problem
    except NOT_UNPACKED:
        return Problem("file_damaged", file=name)


def _written(entry: zipfile.ZipInfo) -> float:
    """Return when an entry was written; 0 where it says no such moment."""
    try:
        return datetime(*entry.date_time, tzinfo=UTC).timestamp()
    except (ValueError, OverflowError):
        return 0.0
