"""Files of a group, read off the GUI thread: dropped, chosen, or found in a folder it watches."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from app.models.groups import Group, Taken
from app.models.problem import Problem
from app.tasks import Task

_SETTLES: Final = 1_200
"""Milliseconds in which nothing changes in the folder before it is read: files come in pieces."""


class Came(NamedTuple):
    """What came of files."""

    group: Group
    taken: Taken
    not_read: tuple[Problem, ...]


def read_into(group: Group, paths: Sequence[Path], write: Callable[[Group], None]) -> Came:
    """Return a group with what is in files, folders and zips; it is written where it changed."""
    from app.exchange.handed_in import collected
    from app.models.groups import taken

    found = collected(paths, bytes.fromhex(group.salt))
    handed = sorted(found.handed, key=lambda one: one.age)
    ends = [one.until for one in handed if one.until is not None]
    made, counted = taken(group, [one.coded for one in handed], ends)
    if made != group:
        write(made)
    return Came(made, counted, found.not_read)


class Collecting(QObject):
    """Reads what is given, one lot after the other, and looks after one folder."""

    came = Signal(object)
    """A `Came`."""
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
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if folder is not None:
            self._watcher = QFileSystemWatcher([str(folder)], self)
            self._watcher.directoryChanged.connect(self._settling.start)
            self._read_folder()

    def wait(self) -> None:
        """Wait for what is being read; it arrives through the event loop."""
        self._task.wait()

    def _read_folder(self) -> None:
        if self.folder is not None:
            self.read(self._groups[self.watched], [self.folder])

    def _start(self) -> None:
        group = self._waiting[0][0]
        paths = dict.fromkeys(path for id_, path in self._waiting if id_ == group)
        self._waiting = [one for one in self._waiting if one[0] != group]
        self.is_busy = True
        self._task.start(read_into, self._groups[group], tuple(paths), self._write)

    def _arrive(self, came: Came) -> None:
        self.is_busy = False
        self.go_on_with(came.group)
        self.came.emit(came)
        if self._waiting:
            self._start()

    def _fail(self, fault: Any) -> None:
        self.is_busy = False
        self.failed.emit(fault)
