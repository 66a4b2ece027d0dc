"""Files of a group, read off the GUI thread: dropped, chosen, or found in a folder it watches."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from app.background import Task
from app.models.coded_map import CodedMap
from app.models.groups import Group, TakenMaps
from app.models.problem import Problem

_SETTLES: Final = 1_200
"""Milliseconds from a change in the folder until it is read: files come several at a time."""
_LOOKS_AGAIN: Final = 4_000
"""Milliseconds between two looks at a folder: systems tell of new names alone, not of a file that
goes on growing or lies a folder deeper."""


class CollectedFiles(NamedTuple):
    """What came of files."""

    group: Group
    taken: TakenMaps
    not_read: tuple[Problem, ...]
    is_watched: bool = False
    """They lie in a folder that is looked after, which is read again and again."""
    paths: tuple[Path, ...] = ()
    """What was read, or could not be."""

    def still_out(self, before: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return what is not read by now, of what was not before and of these."""
        read = set(self.paths)
        kept = [one for one in before if read.isdisjoint(_places(one))]
        return (*kept, *self.not_read)


def _places(problem: Problem) -> set[Path]:
    """Return the file that a problem is about, and all it lies in."""
    file = Path(str(problem.values.get("file", "")))
    return {file, *file.parents}


_Ages = dict[CodedMap, tuple[date, float]]


def read_into(
    group: Group,
    paths: Sequence[Path],
    write: Callable[[Group], None],
    ages: _Ages | None = None,
    watched: Any = None,
) -> CollectedFiles:
    """Return a group with what is in files, folders and zips; it is written where it changed.

    `ages` has of each map that was read before when it was made; it is not kept.
    """
    from app.exchange.handed_in import collected
    from app.models.groups import taken

    found = collected(paths, bytes.fromhex(group.salt), watched)
    handed = sorted(found.handed, key=lambda one: one.age)
    known: _Ages = {} if ages is None else ages
    known.update((one.coded, one.age) for one in handed)

    def is_older(one: CodedMap, other: CodedMap) -> bool:
        of_one, of_other = (known.get(map_, (date.min, 0.0)) for map_ in (one, other))
        return date.min not in (of_one[0], of_other[0]) and of_one < of_other

    ends = [one.until for one in handed if one.until is not None]
    made, counted = taken(group, [one.coded for one in handed], ends, is_older)
    if made != group:
        write(made)
    is_watched = watched is not None and tuple(paths) == (watched.folder,)
    return CollectedFiles(made, counted, found.not_read, is_watched, tuple(paths))


class Collector(QObject):
    """Reads what is given, one lot after the other, and looks after one folder."""

    came = Signal(object)
    """A `CollectedFiles`."""
    failed = Signal(object)

    def __init__(self, write: Callable[[Group], None], parent: QObject) -> None:
        super().__init__(parent)
        self._write = write
        self._task = Task(self)
        self._task.done.connect(self._arrive)
        self._task.failed.connect(self._fail)
        self._waiting: list[tuple[str, Path]] = []
        """The ids of groups, and what is to be read into each."""
        self._groups: dict[str, Group] = {}
        """Each group as it is now, by its id."""
        self.watched = ""
        """The id of the group whose folder is looked after, or was looked for."""
        self.is_busy = False
        self.folder: Path | None = None
        self._ages: _Ages = {}
        self._read: Any = None
        """The `WatchedFolder` folder."""
        self._looks = Task(self)
        self._looks.done.connect(self._settle)
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOKS_AGAIN)
        self._looking.timeout.connect(self._look)
        self._watcher: QFileSystemWatcher | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLES)
        self._settling.timeout.connect(self._read_folder)

    def read(self, group: Group, paths: Sequence[Path]) -> None:
        """Read files into a group; more that come meanwhile are read after these."""
        self.go_on_with(group)
        self._waiting += [(group.id, path) for path in paths]
        if not self.is_busy:
            self._start()

    def go_on_with(self, group: Group) -> None:
        """Read what comes next for this group into it as it is now."""
        self._groups[group.id] = group

    def watch(self, group: Group, folder: Path | None) -> None:
        """Read what is in a folder, and what comes there; None looks no longer."""
        self.go_on_with(group)
        self.watched, self.folder = group.id, folder
        self._settling.stop()
        self._looking.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if folder is not None:
            from app.exchange.handed_in import WatchedFolder

            self._read = WatchedFolder(folder)
            self._looking.start()
            self._watcher = QFileSystemWatcher([str(folder)], self)
            self._watcher.directoryChanged.connect(self._settle)
            self._read_folder()

    def wait(self) -> None:
        """Wait for what is being read; it arrives through the event loop."""
        self._task.wait()

    def _look(self) -> None:
        """Look whether a file was finished, or came into a folder in the folder."""
        if not self.is_busy and not self._settling.isActive():
            self._looks.start(self._read.has_news)

    def _settle(self, has_news: Any) -> None:
        """Read the folder a little later; also where files go on coming all that time."""
        if has_news and self.folder is not None and not self._settling.isActive():
            self._settling.start()

    def _read_folder(self) -> None:
        if self.folder is not None:
            self.read(self._groups[self.watched], [self.folder])

    def _start(self) -> None:
        group = self._waiting[0][0]
        paths = dict.fromkeys(path for id_, path in self._waiting if id_ == group)
        self._waiting = [one for one in self._waiting if one[0] != group]
        self.is_busy = True
        watched = self._read if group == self.watched and self.folder is not None else None
        self._task.start(
            read_into, self._groups[group], tuple(paths), self._write, self._ages, watched
        )

    def _arrive(self, came: CollectedFiles) -> None:
        self.is_busy = False
        self.go_on_with(came.group)
        self.came.emit(came)
        if self._waiting:
            self._start()

    def _fail(self, fault: Any) -> None:
        self.is_busy = False
        self.failed.emit(fault)
