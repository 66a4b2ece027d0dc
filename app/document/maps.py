"""The maps of the library: opened, made, kept, continued, removed and brought back."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Unpack

from app.document.groups import GroupIntentions
from app.document.writer import edit_of
from app.models.edit import Step
from app.models.history import History
from app.models.moments import RATINGS, continued, day_of, in_order
from app.models.network import Map, Network, new_id
from app.models.overdue import OverdueIntention
from app.models.problem import Problem
from app.models.rules import cleaned
from app.models.values import NetworkValues
from app.storage.backups import last_good_map, map_in
from app.storage.content import Summary

Came = tuple[tuple[str, ...], tuple[str, ...]]
"""Under which ids maps are in the library that came in together, and which of them are new."""


class MapIntentions(GroupIntentions):
    """Intentions about whole maps. Each is stored in one transaction."""

    def summaries(self) -> list[Summary]:
        """Return the maps of the library, the removed ones included; none where that fails."""
        try:
            return self._library.summaries()
        except Problem as problem:
            self._refuse(problem)
            return []

    def moments(self) -> list[Summary]:
        """Return the moments of the open map's series, from the first to the last."""
        if self._map is None:
            return []
        series = self._map.network.series
        found = [s for s in self.summaries() if s.deleted is None and s.series == series]
        made = sorted(found, key=lambda s: s.made)
        return in_order(made, lambda s: s.moment, date.today())  # noqa: DTZ011

    def due(self, today: date) -> list[OverdueIntention]:
        """Return the overdue intentions of my own maps; none where that fails."""
        try:
            return self._library.due(today)
        except Problem as problem:
            self._refuse(problem)
            return []

    def map_of(self, network_id: str, *, tells: bool = True) -> Map | None:
        """Return a map of the library to look at, the open one as it is now; None if it fails.

        With `tells` off nothing is said of that: nobody asked for the map by name.
        """
        if network_id == self._id and self._map is not None:
            return self._map
        try:
            return self._library.load(network_id)[0]
        except Problem as problem:
            if tells:
                self._refuse(problem)
            return None

    def open(self, network_id: str) -> bool:
        """Open a map of the library."""
        self._leave()
        try:
            loaded, history = self._library.load(network_id)
        except Problem as problem:
            return self._refuse(problem)
        self._show(loaded, history)
        return True

    def return_to(self, network_id: str, since: int) -> bool:
        """Open a map again after a visit to another one of its series.

        `since` is the position of the history of the visited map when the visit began. Until
        something is done here, undo takes back what was done there.
        """
        self._leave()
        key, visited = self._id, self._history
        if not self.open(network_id):
            return False
        done = visited.since(since)
        if key != network_id and done.undoable:
            self._visited = key, done
            self.history_changed.emit()
        return True

    def close(self) -> None:
        """Close the open map; every edit is stored already."""
        self._leave()
        self._show(None, History())

    def new_map(self, title: str) -> str | None:
        """Add an empty map of today and open it; returns its id."""
        network = Network(
            id=new_id(),
            series=new_id(),
            title=cleaned(title),
            moment=day_of(date.today()),  # noqa: DTZ011
        )
        return self.add_map(Map.of([network]))

    def add_map(self, whole: Map) -> str | None:
        """Add a map that came from elsewhere, as one edit of the library, and open it.

        A map with the same id that differs is kept beside it: the new one gets an id of its
        own. One that is the same is there already; where it was removed, it comes back. One that
        is damaged makes way for it. Returns the id under which it is open now.
        """
        self._leave()
        try:
            key = whole.network.id
            standing = {s.id: s.deleted is None for s in self._library.summaries()}
            if key in standing:
                if self.is_damaged(key):
                    return key if self._put_in_place(whole, History()) else None
                if self._library.load(key)[0] == whole:
                    is_there = standing[key] or self.restore_map(key)
                    return key if is_there and self.open(key) else None
                whole = _under_another_id(whole)
            self._library.add(whole)
        except Problem as problem:
            self._refuse(problem)
            return None
        self.library_changed.emit()
        return whole.network.id if self.open(whole.network.id) else None

    def take_all_in(self, several: Sequence[Map], told: Callable[[int], None]) -> Came:
        """Add maps that come in together, all or none, without opening one or telling so.

        Works in any thread. `told` is called with how many are added; where it raises, none is.
        One that is there already stays as it is; one that differs from what has its id comes
        beside it. Raises `Problem`.
        """
        standing = {one.id: one.deleted is None for one in self._library.summaries()}
        ids: list[str] = []
        new: dict[str, Map] = {}
        for whole in several:
            key = whole.network.id
            if key in new or key in standing:
                there = new.get(key) or (self._library.load(key)[0] if standing[key] else None)
                if there == whole:
                    ids.append(key)
                    continue
                whole = _under_another_id(whole)
            new[whole.network.id] = whole
            ids.append(whole.network.id)

        def given() -> Iterator[Map]:
            for number, whole in enumerate(new.values(), start=1):
                yield whole
                told(number)

        self._library.add_all(given())
        self._library.summaries()  # here, so that nobody waits who asks for them
        return tuple(dict.fromkeys(ids)), tuple(new)

    def take_out(self, ids: Collection[str]) -> None:
        """Remove maps that came in together, all or none."""
        try:
            self._library.remove(*ids)
        except Problem as problem:
            self._refuse(problem)
            return
        if self._id in ids:
            self.close()
        self._visited = None
        self.library_changed.emit()

    def tell_library(self) -> None:
        """Say that there are other maps now, once for all that came in."""
        self.library_changed.emit()

    def take_over(self, state: Map) -> bool:
        """Make the open map as another state of it is, as one step that can be undone."""
        keys = self.map.records.keys() | state.records.keys()
        return self._do("take_over", {key: state.records.get(key) for key in sorted(keys)})

    def mark_damaged(self, ids: Iterable[str]) -> None:
        """Remember which maps cannot be read, as somebody found who looked at them all."""
        if set(ids) != self._damaged:
            self._damaged = set(ids)
            self.library_changed.emit()

    def put_back(self, network_id: str) -> bool:
        """Let the last good state of a damaged map take its place again, and open it."""
        try:
            _, whole, history = last_good_map(self._library.path, network_id)
        except Problem as problem:
            return self._refuse(problem)
        return self._put_in_place(whole, history)

    def bring_back(self, backup: Path, network_id: str, title: str) -> str | None:
        """Take a map out of a backup, beside those there are; returns its id.

        A map that is not there comes back as it was; one that is there and is the same comes
        back where it was removed. One that differs is added under another title. Nothing that is
        there is changed.
        """
        try:
            whole, history = map_in(backup, network_id)
            standing = {s.id: s.deleted is None for s in self._library.summaries()}
            if network_id not in standing:
                self._library.add(whole, history=history)
            elif self.is_damaged(network_id):
                return network_id if self._put_in_place(whole, history) else None
            elif self._library.load(network_id)[0] == whole:
                if not standing[network_id]:
                    self._library.restore(network_id)
            else:
                whole = _under_another_id(whole)
                network = replace(whole.network, title=cleaned(title))
                whole = whole.after({network.id: network})
                self._library.add(whole)
        except Problem as problem:
            self._refuse(problem)
            return None
        self.library_changed.emit()
        return whole.network.id

    def is_damaged(self, network_id: str) -> bool:
        """Tell whether a map is there and cannot be read, while others can."""
        try:
            self._library.load(network_id)
        except Problem as problem:
            return problem.code == "map_damaged"
        return False

    def _put_in_place(self, whole: Map, history: History) -> bool:
        key = whole.network.id
        try:
            self._library.put_in_place(whole, history)
        except Problem as problem:
            return self._refuse(problem)
        self._damaged.discard(key)
        self.library_changed.emit()
        return self.open(key)

    def duplicate_map(self, network_id: str, title: str) -> str | None:
        """Add a copy of a map under another title; returns its id. Partners keep their ids.

        The copy is no example and not finished: somebody is going to work in it.
        """
        self._leave()
        try:
            whole = _under_another_id(self._library.load(network_id)[0])
            network = replace(whole.network, title=cleaned(title), example=False, finished=False)
            whole = whole.after({network.id: network})
            self._library.add(whole)
        except Problem as problem:
            self._refuse(problem)
            return None
        self.library_changed.emit()
        return whole.network.id

    def set_network(self, **values: Unpack[NetworkValues]) -> bool:
        """Change what is said about the map as a whole.

        A finished map takes one change only: to be reopened (`finished=False`).
        """
        action = "set_" + ",".join(values)
        network = self.map.network
        return self._do(
            action,
            {network.id: replace(network, **values)},
            merge_key=action,
            when_finished=values == {"finished": False},
        )

    def rename_map(self, network_id: str, title: str) -> bool:
        """Give a map another title, as an edit in that map's own history."""
        return self._set_map(network_id, title=cleaned(title))

    def finish_map(self, network_id: str, *, finished: bool = True) -> bool:
        """Finish a map, so that it stays as it is, or open it again for changes."""
        self._leave()
        return self._set_map(network_id, finished=finished)

    def _leave(self) -> None:
        """Let whoever is typing in the open map give what is there, before it is left or copied."""
        if self._map is not None:
            self.leaving.emit()

    def _set_map(self, network_id: str, **values: Unpack[NetworkValues]) -> bool:
        if network_id == self._id:
            return self.set_network(**values)
        try:
            step = self._step_elsewhere(network_id, values)
            if step is None:
                return True
            self._library.store(network_id, step)
        except Problem as problem:
            return self._refuse(problem)
        self.library_changed.emit()
        return True

    def _step_elsewhere(self, network_id: str, values: NetworkValues) -> Step | None:
        """Return the step that changes the record of a map that is not open; None for no change."""
        whole, history = self._library.load(network_id)
        self._visited = None
        network = whole.network
        edit = edit_of("set_" + ",".join(values), whole, {network_id: replace(network, **values)})
        if edit.is_empty:
            return None
        if network.finished and "finished" not in values:
            raise Problem("map_finished")
        whole.after(edit.after)
        return history.record(edit)

    def continue_map(
        self,
        network_id: str,
        label: str,
        moment: date | None,
        *,
        clear: Iterable[str] = RATINGS,
        finish: bool = False,
    ) -> str | None:
        """Add the next moment of a map's series, as one edit of the library, and open it.

        Everybody comes along, without the ratings named in `clear`; see `continued`. `finish`
        finishes the earlier moment with it. Returns the id of the new map.
        """
        self._leave()
        try:
            whole = self._library.load(network_id)[0]
            following = continued(whole, label=cleaned(label), moment=moment, clear=clear)
            step = self._step_elsewhere(network_id, {"finished": True}) if finish else None
            self._library.add(following, {network_id: step} if step else {})
        except Problem as problem:
            self._refuse(problem)
            return None
        self.library_changed.emit()
        return following.network.id if self.open(following.network.id) else None

    def remove_map(self, network_id: str) -> bool:
        """Remove a map; `restore_map` brings it back, also after a restart."""
        try:
            self._library.remove(network_id)
        except Problem as problem:
            return self._refuse(problem)
        self._visited = None
        if network_id == self._id:
            self.close()
        self.library_changed.emit()
        return True

    def erase_map(self, network_id: str) -> tuple[Path, ...] | None:
        """Delete a removed map for good, also from the backups: there is no way back.

        Returns the files that may still hold it, as they cannot be read; None where it failed.
        """
        try:
            left = self._library.erase(network_id)
        except Problem as problem:
            self._refuse(problem)
            return None
        self._visited = None
        self.library_changed.emit()
        return left

    def restore_map(self, network_id: str) -> bool:
        """Bring a removed map back."""
        try:
            self._library.restore(network_id)
        except Problem as problem:
            return self._refuse(problem)
        self.library_changed.emit()
        return True


def _under_another_id(whole: Map) -> Map:
    network = whole.network
    others = [record for record in whole.records.values() if record is not network]
    return Map.of([replace(network, id=new_id()), *others])
