"""What is open, and the one way in which it changes: stored first, then shown."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app import trail
from app.document.given_places import GivenPlaces
from app.models.edit import Edit, Step
from app.models.history import History
from app.models.network import Changes, Map, Network, Partner, Record, as_kept, rules_of
from app.models.problem import Problem
from app.storage.library import Library


class Writer(QObject):
    """Holds the open map, and makes, takes back and makes again what the intentions ask for."""

    opened = Signal()
    """Another map is open (or none)."""
    settling = Signal()
    """Something else is going to be done: letters that wait to be stored are given now."""
    leaving = Signal()
    """The open map is going to be left or copied: whoever is typing gives what is there now."""
    changed = Signal(object, object)
    """Records of the open map changed: `Changes` before and after."""
    selection_changed = Signal()
    history_changed = Signal()
    library_changed = Signal()
    """Maps came, went or were renamed."""
    refused = Signal(object)
    noticed = Signal(object)
    """A `Problem` that other programs made of the library's file, or that is over again."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._id = ""
        self._map: Map | None = None
        self._history = History()
        self._selection: tuple[str, ...] = ()
        self._visited: tuple[str, History] | None = None
        self._floor = 0
        self._damaged: set[str] = set()
        self._given = GivenPlaces()

    # What there is to see.

    @property
    def library(self) -> Library:
        """Return the library; for reading only."""
        return self._library

    @property
    def damaged(self) -> frozenset[str]:
        """Return the ids of the maps that are known to be damaged."""
        return frozenset(self._damaged)

    @property
    def is_open(self) -> bool:
        """Tell whether a map is open."""
        return self._map is not None

    @property
    def map(self) -> Map:
        """Return the open map; ask `is_open` first."""
        assert self._map is not None
        return self._map

    @property
    def shown(self) -> Map:
        """Return the open map as the free lens shows it, with a place for who never had one.

        Such a place is in no record until somebody is given one by hand.
        """
        return self._given.shown(self.map)

    @property
    def is_editable(self) -> bool:
        """Tell whether the open map takes edits: not while finished or in a read-only library."""
        return (
            self._map is not None and not self._library.read_only and not self._map.network.finished
        )

    @property
    def history(self) -> History:
        """Return the history of the open map; for reading only."""
        return self._history

    @property
    def undoable(self) -> Edit | None:
        """Return the edit that undo would take back."""
        visited = self._visited[1].undoable if self._visited else None
        mine = self._history.undoable if self._history.position > self._floor else None
        return visited or mine

    @property
    def redoable(self) -> Edit | None:
        """Return the edit that redo would make again."""
        visited = self._visited[1].redoable if self._visited else None
        return visited or self._history.redoable

    @property
    def selection(self) -> tuple[str, ...]:
        """Return the ids of the selected partners, in the order in which they were selected."""
        return self._selection

    @property
    def selected(self) -> tuple[Partner, ...]:
        """Return the selected partners."""
        known = self._map.records if self._map else {}
        return tuple([r for key in self._selection if isinstance(r := known.get(key), Partner)])

    # Taking back, and selecting.

    def undo(self) -> bool:
        """Take the last edit back; right after a visit that is one of the map visited."""
        trail.note("undo")
        self.settling.emit()
        step = self._visited[1].undo() if self._visited else None
        if step:
            return self._move_visited(step)
        return self.undoable is not None and self._move(self._history.undo())

    def hold(self) -> None:
        """Let undo go back no further than here, for as long as this map is on show."""
        self._floor = self._history.position
        self.history_changed.emit()

    def redo(self) -> bool:
        """Make the last undone edit again."""
        trail.note("redo")
        self.settling.emit()
        step = self._visited[1].redo() if self._visited else None
        return self._move_visited(step) if step else self._move(self._history.redo())

    def select(self, ids: Iterable[str]) -> None:
        """Select these partners and no others; what follows is a step of its own."""
        known = self._map
        keys = tuple(dict.fromkeys([key for key in ids if known and known.partner(key)]))
        if keys != self._selection:
            self.settling.emit()
            self._selection = keys
            self._history.seal()
            self.selection_changed.emit()

    def end_merging(self) -> None:
        """Let the next edit be a step of its own: the person has left the field."""
        self.settling.emit()
        self._history.seal()

    # How an intention becomes an edit.

    def _do(
        self,
        action: str,
        after: dict[str, Record | None],
        *,
        merge_key: str = "",
        when_finished: bool = False,
        stood: Mapping[str, Record] | None = None,
    ) -> bool:
        """Make an edit of what these records are after it.

        `stood` has those who stood where nobody had put them, one of whom is taken off: there
        they stand again when that is taken back.
        """
        was = self.map
        self.settling.emit()
        now = self.map
        after = self._given.kept_with(after, now)
        kept = {
            key: record and as_kept(_rebased(record, was, now)) for key, record in after.items()
        }
        edit = edit_of(action, now, kept, merge_key, stood)
        trail.note("edit", action)
        if edit.is_empty:
            return True
        if not self.is_editable and not (when_finished and not self._library.read_only):
            code = "library_read_only" if self._library.read_only else "map_finished"
            return self._refuse(Problem(code))
        return self._move(self._history.record(edit))

    def _move(self, step: Step | None) -> bool:
        """Store a step; only then make it in memory, in the history and on the screen."""
        if step is None:
            return False
        try:
            changed = self.map.after(step.changes)
            self._library.store(self._id, step)
        except Problem as problem:
            return self._refuse(problem)
        before: Changes = {key: self.map.records.get(key) for key in step.changes}
        self._map, self._visited = changed, None
        self._history.follow(step)
        self.tell_news()
        self.changed.emit(before, step.changes)
        self.history_changed.emit()
        if Network in map(type, step.changes.values()):
            self.library_changed.emit()
        self.select(self._selection)
        return True

    def _move_visited(self, step: Step) -> bool:
        """Make a step of the map that was visited, while the open one stays as it is."""
        assert self._visited is not None
        key, history = self._visited
        try:
            self._library.store(key, step)
        except Problem as problem:
            return self._refuse(problem)
        history.follow(step)
        self.history_changed.emit()
        self.library_changed.emit()
        return True

    def tell_news(self) -> None:
        """Tell what happened to the file of the library in the meantime."""
        for problem in self._library.take_news():
            self.noticed.emit(problem)

    def _refuse(self, problem: Problem) -> bool:
        trail.note("refused", problem.code)
        if problem.code == "map_damaged":
            self._damaged.add(str(problem.values["id"]))
        self.refused.emit(problem)
        return False

    def _show(self, loaded: Map | None, history: History) -> None:
        trail.note("opened" if loaded else "closed")
        self._id = loaded.network.id if loaded else ""
        self._map, self._history, self._selection = loaded, history, ()
        self._visited, self._floor, self._given = None, 0, GivenPlaces()
        self.opened.emit()
        self.selection_changed.emit()
        self.history_changed.emit()


def _rebased(record: Record, was: Map, now: Map) -> Record:
    """Return a record made from what `was`, with what was given in the meantime."""
    before, standing = was.records.get(record.id), now.records.get(record.id)
    if before is None or standing is None or before is standing:
        return record
    given = {
        name: getattr(standing, name)
        for name in rules_of(type(record))
        if getattr(record, name) == getattr(before, name)
    }
    return replace(record, **given)


def edit_of(
    action: str,
    whole: Map,
    after: dict[str, Record | None],
    merge_key: str = "",
    stood: Mapping[str, Record] | None = None,
) -> Edit:
    """Return the edit that gives these records of a map, without those that stay the same.

    Before it they are as in the map, or as they `stood` there.
    """
    known, shown = whole.records, stood or {}
    before = {key: shown.get(key, known.get(key)) for key in after}
    changed = {k: new for k, new in after.items() if known.get(k) != new or before[k] != new}
    was = {key: before[key] for key in changed}
    return Edit(action=action, before=was, after=changed, merge_key=merge_key)
