"""Anything anybody may do to a document, in any order: memory, disk and views always agree."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtWidgets import QApplication

from app.document import Document
from app.models.network import RECORD_TYPES, Changes, Map, Network, Partner, Tie, rules_of
from app.models.problem import Problem
from app.storage.library import Library
from tests import maps
from tests.examples import few

_whole_maps = maps.maps(max_partners=4, max_others=1)


PARTNER_FIELDS = maps.values(Partner, "id", "x", "y", "taken_off", "successor_of")
NETWORK_FIELDS = maps.values(Network, "id", "series", "finished", "example", "theirs")
STATES = maps.strategy(rules_of(Tie)["state"])
WRONG = (
    {"frequency": 7},
    {"importance": 0},
    {"trust": 2.5},
    {"setting": "nowhere"},
    {"forms": ("inform", "inform")},
    {"name": " "},
    {"notes": "\x00"},
    {"x": 1.0, "y": None},
    {"x": float("inf"), "y": 0.0},
    {"angle": -1},
)

whom = st.lists(st.integers(0, 20), min_size=1, max_size=3)
"""Some of the partners, by their number; it goes round."""


def values_of(strategies: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    one = st.sampled_from(sorted(strategies))
    return one.flatmap(lambda name: st.fixed_dictionaries({name: strategies[name]}))


class DocumentMachine(RuleBasedStateMachine):
    """A person at work. `past` holds each map's records at every position of its history."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="kring-machine-")
        self.past: dict[str, dict[int, Map]] = {}
        self._refused: list[Problem] = []
        self._open_library()

    def _open_library(self) -> None:
        self.library = Library.open(Path(self.folder.name) / "library.kringlib")
        self.document = Document(self.library)
        self.document.opened.connect(self._show)
        self.document.changed.connect(self._follow)
        self.document.refused.connect(self._refused.append)

    def teardown(self) -> None:
        self.library.close()
        self.folder.cleanup()

    # A view that knows only what the signals say.

    def _show(self) -> None:
        self.view = dict(self.document.map.records) if self.document.is_open else {}

    def _follow(self, before: Changes, after: Changes) -> None:
        for key, record in after.items():
            assert self.view.get(key) == before[key]
            if record is None:
                del self.view[key]
            else:
                self.view[key] = record

    # What the rules need.

    @property
    def key(self) -> str:
        return self.document.map.network.id

    @property
    def position(self) -> int:
        return self.document.history.position

    def ids(self, numbers: list[int]) -> list[str]:
        there = self.document.map.partners
        return [there[number % len(there)].id for number in numbers] if there else []

    def remember(self) -> None:
        self.past[self.key][self.position] = self.document.map

    def done(self, carried_out: object) -> None:
        """An intention that fits the rules: done in an open map, refused in a finished one."""
        if self.document.is_editable:
            assert carried_out
            assert self._refused == []
        else:
            # What changes nothing is no edit and needs no permission.
            assert [problem.code for problem in self._refused] in ([], ["map_finished"])
        self._refused.clear()
        self.remember()

    def has_partners(self) -> bool:
        return self.document.is_open and len(self.document.map.partners) > 0

    def is_open(self) -> bool:
        return self.document.is_open

    # Maps.

    @initialize()
    def begin(self) -> None:
        self.new_map("Mijn ecologie")

    @rule(title=maps.lines)
    def new_map(self, title: str) -> None:
        assert self.document.new_map(title) == self.key
        self.past[self.key] = {0: self.document.map}

    @rule(whole=_whole_maps)
    def import_map(self, whole: Map) -> None:
        self._import(whole)

    @precondition(is_open)
    @rule()
    def import_the_open_map_again(self) -> None:
        before, key = self.document.map, self.key
        self._import(before)
        assert self.key == key
        assert self.document.map == before

    def _import(self, whole: Map) -> None:
        added = self.document.add_map(whole)
        assert added == self.key
        assert set(self.document.map.partners) == set(whole.partners)
        self.past.setdefault(added, {self.position: self.document.map})

    @rule(number=st.integers(0, 20))
    def open_map(self, number: int) -> None:
        summaries = self.document.summaries()
        there = sorted(s.id for s in summaries if s.deleted is None)
        if there:
            assert self.document.open(there[number % len(there)])
            assert self.past[self.key][self.position] == self.document.map

    @precondition(is_open)
    @rule(title=maps.lines)
    def duplicate(self, title: str) -> None:
        copied = self.document.duplicate_map(self.key, title)
        assert copied
        copy, history = self.library.load(copied)
        assert copy.partners == self.document.map.partners
        assert copy.ties == self.document.map.ties
        assert history.edits == ()
        self.past[copied] = {0: copy}

    @precondition(is_open)
    @rule()
    def remove_and_restore_map(self) -> None:
        key, before = self.key, self.document.map
        assert self.document.remove_map(key)
        assert not self.document.is_open
        assert self.document.restore_map(key)
        assert self.document.open(key)
        assert self.document.map == before

    @precondition(is_open)
    @rule()
    def remove_map(self) -> None:
        assert self.document.remove_map(self.key)

    @rule()
    def restore_all(self) -> None:
        for summary in self.document.summaries():
            if summary.deleted:
                assert self.document.restore_map(summary.id)

    @precondition(is_open)
    @rule(title=maps.names)
    def rename_while_closed(self, title: str) -> None:
        key, finished = self.key, self.document.map.network.finished
        self.document.close()
        renamed = self.document.rename_map(key, title)
        codes = [problem.code for problem in self._refused]
        assert renamed or (finished and codes == ["map_finished"])
        self._refused.clear()
        self.document.open(key)
        self.remember()

    @rule()
    def reopen(self) -> None:
        key = self.key if self.document.is_open else None
        edits = self.document.history.edits
        undoable, redoable = self.document.history.undoable, self.document.history.redoable
        self.library.close()
        self._open_library()
        if key is not None:
            assert self.document.open(key)
            assert self.document.history.edits == edits
            assert self.document.history.undoable == undoable
            assert self.document.history.redoable == redoable

    # The open map.

    @precondition(is_open)
    @rule(name=maps.names, kind=st.none() | maps.kinds, at=st.none() | st.just((0.5, -0.5)))
    def add(self, name: str, kind: str | None, at: tuple[float, float] | None) -> None:
        before = len(self.document.map.partners)
        added = self.document.add_partner(name, kind=kind, at=at)
        if added is None and not self._refused:
            assert len(self.document.map.partners) == before  # nothing printable in that name
            return
        self.done(added)

    @precondition(has_partners)
    @rule(numbers=whom, values=values_of(PARTNER_FIELDS))
    def set_partners(self, numbers: list[int], values: dict[str, Any]) -> None:
        self.done(self.document.set_partners(self.ids(numbers), **values))

    @precondition(has_partners)
    @rule(numbers=whom, texts=st.lists(maps.texts, min_size=2, max_size=4))
    def type_in_a_field(self, numbers: list[int], texts: list[str]) -> None:
        before = self.position
        for text in texts:
            self.done(self.document.set_partners(self.ids(numbers[:1]), notes=text))
        assert self.position <= before + 1

    @precondition(has_partners)
    @rule(numbers=whom, x=maps.coordinates, y=maps.coordinates)
    def place(self, numbers: list[int], x: float, y: float) -> None:
        self.done(self.document.place({key: {"x": x, "y": y} for key in self.ids(numbers)}))

    @precondition(has_partners)
    @rule(numbers=whom)
    def remove(self, numbers: list[int]) -> None:
        self.done(self.document.remove_partners(self.ids(numbers)))

    @precondition(has_partners)
    @rule(
        numbers=st.tuples(st.integers(0, 20), st.integers(0, 20)),
        state=maps.strategy(rules_of(Tie)["state"]) | st.none(),
    )
    def tie(self, numbers: tuple[int, int], state: str | None) -> None:
        a, b = self.ids(list(numbers))
        standing = self.document.map.tie_between(a, b)
        done = self.document.set_tie(a, b, state)
        if standing is None and state is None:
            assert not done
        elif a == b:
            assert not done
            self._refused.clear()
        else:
            self.done(done)

    @precondition(has_partners)
    @rule(numbers=whom)
    def tie_all(self, numbers: list[int]) -> None:
        self.done(self.document.tie_all(list(dict.fromkeys(self.ids(numbers)))))

    @precondition(is_open)
    @rule(values=values_of(NETWORK_FIELDS))
    def set_network(self, values: dict[str, Any]) -> None:
        self.done(self.document.set_network(**values))

    @precondition(is_open)
    @rule(finished=st.booleans())
    def finish_or_reopen(self, finished: bool) -> None:
        assert self.document.set_network(finished=finished)
        self.remember()

    @precondition(is_open)
    @rule(numbers=whom)
    def select(self, numbers: list[int]) -> None:
        self.document.select(self.ids(numbers))

    @precondition(is_open)
    @rule()
    def leave_the_field(self) -> None:
        self.document.end_merging()

    # Back and forth.

    @precondition(is_open)
    @rule()
    def undo(self) -> None:
        before, possible = self.position, self.document.history.undoable is not None
        assert self.document.undo() == possible
        assert self.position == before - possible
        assert self.document.map == self.past[self.key][self.position]

    @precondition(is_open)
    @rule()
    def redo(self) -> None:
        before, possible = self.position, self.document.history.redoable is not None
        assert self.document.redo() == possible
        assert self.position == before + possible
        assert self.document.map == self.past[self.key][self.position]

    @precondition(is_open)
    @rule()
    def undo_everything_and_redo_it(self) -> None:
        end, before = self.position, self.document.map
        while self.document.undo():
            assert self.document.map == self.past[self.key][self.position]
        assert self.document.history.undoable is None
        assert self.position == min(self.past[self.key])
        while self.position < end:
            assert self.document.redo()
            assert self.document.map == self.past[self.key][self.position]
        assert self.document.map == before

    # What is refused.

    @precondition(has_partners)
    @rule(numbers=whom, values=st.sampled_from(WRONG))
    def set_something_wrong(self, numbers: list[int], values: dict[str, Any]) -> None:
        before, edits, position = self.document.map, self.document.history.edits, self.position
        assert not self.document.set_partners(self.ids(numbers), **values)
        assert len(self._refused) == 1
        self._refused.clear()
        assert self.document.map is before
        assert (self.document.history.edits, self.position) == (edits, position)

    @precondition(is_open)
    @rule(name=st.sampled_from(["undo", "redo", "add", "place"]))
    def do_it_on_a_full_disk(self, name: str) -> None:
        before, edits, position = self.document.map, self.document.history.edits, self.position
        selection = self.document.selection
        with patch.object(self.library, "store", _full):
            acts: dict[str, Callable[[], object]] = {
                "undo": self.document.undo,
                "redo": self.document.redo,
                "add": lambda: self.document.add_partner("Nieuw"),
                "place": lambda: (
                    bool(before.partners)
                    and self.document.place({before.partners[0].id: {"x": 3.75, "y": 3.5}})
                    and self.document.map is not before
                ),
            }
            done = acts[name]()
        assert not done
        self._refused.clear()
        assert self.document.map is before
        assert self.document.selection == selection
        assert (self.document.history.edits, self.position) == (edits, position)

    # What always holds.

    @invariant()
    def disk_equals_memory(self) -> None:
        if not self.document.is_open:
            return
        loaded, history = self.library.load(self.key)
        assert loaded == self.document.map
        for kind in RECORD_TYPES:
            assert loaded.all_of(kind) == self.document.map.all_of(kind)
        assert history.edits == self.document.history.edits
        assert history.position == self.position
        assert history.undoable == self.document.history.undoable
        assert history.redoable == self.document.history.redoable

    @invariant()
    def views_equal_memory(self) -> None:
        if self.document.is_open:
            assert self.view == self.document.map.records
        assert len(self.document.selected) == len(self.document.selection)

    @invariant()
    def nothing_was_refused_unnoticed(self) -> None:
        assert self._refused == []


def _full(*arguments: object) -> None:
    raise Problem("disk_full")


def test_memory_disk_and_views_agree_whatever_is_done(qapp: QApplication) -> None:
    run_state_machine_as_test(
        DocumentMachine,
        settings=settings(
            max_examples=few(8),
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
