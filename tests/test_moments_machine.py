"""Whatever happens between two moments: everybody stays who they are, the comparison is right."""

import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any

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

from app.analysis.comparison import comparison, figures
from app.analysis.gaps import quadrant
from app.document import Document
from app.models.moments import RATINGS, departure_of
from app.models.network import Hindsight, Map, Partner
from app.storage.library import Library
from tests import maps
from tests.examples import few
from tests.sure import sure

_numbers = st.integers(0, 30)
_answers = st.fixed_dictionaries(
    {},
    optional={
        "frequency": st.none() | st.integers(0, 6),
        "importance": st.none() | maps.five,
        "wished_frequency": st.none() | st.integers(0, 6),
        "setting": st.sampled_from(("in_school", "community", None)),
        "name": maps.names,
    },
).filter(bool)


class MomentsMachine(RuleBasedStateMachine):
    """A begin map and what its owner does to the next moment.

    The model is small: who of the begin map is on the later one, and with which answers. It
    follows the document's own steps back and forth by the position in the history.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="kring-moments-")
        self.library = Library.open(Path(self.folder.name) / "library.kringlib")
        self.document = Document(self.library)
        self.refused: list[object] = []
        self.document.refused.connect(self.refused.append)

    def teardown(self) -> None:
        self.library.close()
        self.folder.cleanup()

    @initialize(people=st.lists(_answers, min_size=1, max_size=6), keep=st.booleans())
    def begin(self, people: list[dict[str, Any]], keep: bool) -> None:
        assert self.document.new_map("Mijn ecologie")
        for number, answers in enumerate(people):
            key = self.document.add_partner(f"Iemand {number}")
            assert self.document.set_partners([sure(key)], **answers)
        keys = [p.id for p in self.document.map.partners]
        for one, other in pairwise(keys):
            assert self.document.set_tie(one, other, "yes")
        key = self.document.map.network.id
        clear = () if keep else RATINGS
        assert self.document.continue_map(key, "eind", None, clear=clear, finish=True)
        self.begin_map: Map = self.library.load(key)[0]
        self.model = {p.id: p for p in self.document.map.partners}
        self.past = {0: dict(self.model)}

    def remember(self, done: object) -> None:
        assert done
        assert self.refused == []
        self.past[self.document.history.position] = dict(self.model)

    def someone(self, number: int) -> str:
        return list(self.model)[number % len(self.model)]

    def _anybody(self) -> bool:
        return bool(self.model)

    def _change(self, key: str, **values: Any) -> None:
        self.document.end_merging()
        done = self.document.set_partners([key], **values)
        now = self.document.map.partner(key)
        assert now is not None
        self.model[key] = now
        assert all(getattr(now, name) == value for name, value in values.items())
        self.remember(done)

    @precondition(_anybody)
    @rule(number=_numbers, answers=_answers)
    def rate_move_or_rename(self, number: int, answers: dict[str, Any]) -> None:
        self._change(self.someone(number), **answers)

    @rule(name=maps.names, answers=_answers)
    def add(self, name: str, answers: dict[str, Any]) -> None:
        key = self.document.add_partner(name)
        if key is None:
            return  # nothing printable in that name
        self.model[key] = sure(self.document.map.partner(key))
        self.remember(key)
        self._change(key, **answers)

    @precondition(_anybody)
    @rule(number=_numbers)
    def remove(self, number: int) -> None:
        key = self.someone(number)
        del self.model[key]
        self.remember(self.document.remove_partners([key]))

    @precondition(_anybody)
    @rule(number=_numbers, reason=st.sampled_from(("finished", "out_of_sight", "wished")))
    def depart(self, number: int, reason: str) -> None:
        key = self.someone(number)
        done = self.document.depart(key, reason)
        if reason == "wished":
            self.model[key] = sure(self.document.map.partner(key))
            assert self.model[key].frequency == 0
        else:
            del self.model[key]
        assert sure(departure_of(self.document.map, key)).reason == reason
        self.remember(done)

    @rule(number=_numbers)
    def stay(self, number: int) -> None:
        there = self.begin_map.partners
        partner = there[number % len(there)]
        done = self.document.stay(partner, self.begin_map.ties)
        now = self.document.map.partner(partner.id)
        assert now is not None
        assert now.still_there
        assert departure_of(self.document.map, partner.id) is None
        self.model[partner.id] = now
        # Who succeeded them is in nobody's place any more.
        for other in self.document.map.partners:
            assert other.successor_of != partner.id
            self.model[other.id] = other
        self.remember(done)

    @precondition(_anybody)
    @rule(number=_numbers)
    def succeed(self, number: int) -> None:
        gone = self.document.map.partner(self.someone(number))
        key = self.document.succeed(sure(gone), "De opvolger")
        del self.model[sure(gone).id]
        self.model[sure(key)] = sure(self.document.map.partner(sure(key)))
        assert self.model[sure(key)].successor_of == sure(gone).id
        self.remember(key)

    @rule(steps=st.integers(1, 6))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.document.undo()
        self.model = dict(self.past[self.document.history.position])

    @rule(steps=st.integers(1, 6))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            self.document.redo()
        self.model = dict(self.past[self.document.history.position])

    @rule(number=_numbers, importance=maps.five)
    def look_back_at_the_begin(self, number: int, importance: int) -> None:
        """The begin map is finished, and takes a second look all the same."""
        later = self.document.map.network.id
        assert self.document.open(self.begin_map.network.id)
        assert not self.document.is_editable
        key = self.begin_map.partners[number % len(self.begin_map.partners)].id
        assert self.document.look_back(key, importance=importance)
        assert self.document.map.partners == self.begin_map.partners
        assert [h.importance for h in self.document.map.all_of(Hindsight) if h.partner == key] == [
            importance
        ]
        self.begin_map = self.document.map
        assert self.document.open(later)

    @invariant()
    def everybody_is_who_they_were_said_to_be(self) -> None:
        if not self.document.is_open:
            return
        assert {p.id: p for p in self.document.map.partners} == self.model
        loaded, _ = self.library.load(self.document.map.network.id)
        assert loaded == self.document.map
        begin, _ = self.library.load(self.begin_map.network.id)
        assert begin == self.begin_map
        assert begin.network.finished

    @invariant()
    def the_comparison_is_right(self) -> None:
        if not self.document.is_open:
            return
        before = {p.id: p for p in self.begin_map.partners if p.frequency != 0}
        after = {key: p for key, p in self.model.items() if p.frequency != 0}
        found = comparison(self.begin_map, self.document.map)
        kept = before.keys() & after.keys()
        assert {shift.after.id for shift in found.kept} == kept
        assert {p.id for p in found.new} == after.keys() - before.keys()
        assert {p.id for p in found.lost} == before.keys() - after.keys()
        for shift in found.kept:
            one, other = before[shift.after.id], after[shift.after.id]
            assert (shift.before, shift.after) == (one, other)
            assert shift.frequency == _steps(one.frequency, other.frequency)
            assert shift.importance == _steps(one.importance, other.importance)
        assert set(found.reasons) <= {p.id for p in found.lost}
        assert set(found.successors) <= {p.id for p in found.lost}
        self._check_figures(before, after, set(kept))

    def _check_figures(
        self, before: dict[str, Partner], after: dict[str, Partner], kept: set[str]
    ) -> None:
        found = figures(self.begin_map, self.document.map)
        either = len(before.keys() | after.keys())
        assert found["jaccard"] == (len(kept) / either if either else None)
        assert found["turnover"] == ((either - len(kept)) / either if either else None)
        assert found["net_change"] == len(after) - len(before)
        moved = 0
        for key in kept:
            one, other = before[key], after[key]
            answers = (one.frequency, one.importance, other.frequency, other.importance)
            if None not in answers:
                moved += quadrant(one, self.begin_map.network) != quadrant(
                    other, self.document.map.network
                )
        assert found["quadrant_changes"] == moved


def _steps(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else after - before


def test_identity_and_comparison_hold_whatever_is_done_between_two_moments(
    qapp: QApplication,
) -> None:
    run_state_machine_as_test(
        MomentsMachine,
        settings=settings(
            max_examples=few(8),
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
