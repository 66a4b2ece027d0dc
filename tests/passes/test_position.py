"""The one engine of all passes, tried with any sequence of moves and edits from outside."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.passes.position import Position
from tests.examples import few
from tests.sure import sure

KEYS = tuple("abcdefgh")
keys = st.sampled_from(KEYS)


class PassMachine(RuleBasedStateMachine):
    """A pass beside a map: who takes part, and who has an answer."""

    def __init__(self) -> None:
        super().__init__()
        self.order: list[str] = []
        self.known: set[str] = set()
        self.position: Position[str] = Position()
        self.everybody = False

    @initialize(order=st.lists(keys, unique=True), known=st.sets(keys), everybody=st.booleans())
    def begin(self, order: list[str], known: set[str], everybody: bool) -> None:
        self.order, self.known, self.everybody = order, known & set(order), everybody
        self.position = Position.begun(order, self.known, everybody=everybody)

    # The person.

    @precondition(lambda self: self.position.current is not None)
    @rule()
    def answer(self) -> None:
        key, before = sure(self.position.current), self.position
        self.known.add(key)
        self.position = before.answer(key)
        if before.revisited is None:
            assert self.position.current != key
        assert key not in self.position.coming
        assert self.position.back().current == key

    @rule(key=keys)
    def answer_somebody_in_a_bin(self, key: str) -> None:
        if key in self.order:
            current = self.position.current
            self.known.add(key)
            self.position = self.position.answer(key)
            assert current == key or self.position.current == current

    @rule(key=keys)
    def take_an_answer_back(self, key: str) -> None:
        if key in self.known:
            self.known.discard(key)
            self.position = self.position.take_back(key)
            assert self.position.current == key

    @rule()
    def skip(self) -> None:
        before = self.position
        self.position = before.skip()
        if before.current is not None and before.revisited is None:
            assert before.current not in self.position.coming
            assert self.position.back().current == before.current

    @rule()
    def later(self) -> None:
        before = self.position
        self.position = before.later()
        if before.current is not None and before.revisited is None:
            assert self.position.back().current == before.current

    @rule()
    def again(self) -> None:
        self.position = self.position.again()
        assert not self.position.left_open

    @rule(steps=st.integers(1, 5))
    def back_and_forward_is_where_one_was(self, steps: int) -> None:
        there = self.position
        for _ in range(steps):
            if not there.can_go_back:
                break
            there = there.back()
            assert there.current is not None
        moved = there
        while moved.revisited is not None and moved.revisited != self.position.revisited:
            moved = moved.skip()
        assert moved == self.position

    @rule()
    def go_back(self) -> None:
        self.position = self.position.back()

    # An edit from outside.

    @rule(order=st.lists(keys, unique=True), known=st.sets(keys))
    def follow(self, order: list[Any], known: set[Any]) -> None:
        before = self.position
        self.order, self.known = order, known & set(order)
        self.position = before.follow(order, self.known)
        current = before.current
        got_it = current in self.known - before.answered
        if current in order and not got_it:
            assert self.position.current == current
        assert [key for key in self.position.order if key in before.order] == [
            key for key in before.order if key in order
        ]
        assert self.position.follow(order, self.known) == self.position

    @rule(key=keys)
    def undo_and_redo_an_answer(self, key: str) -> None:
        """Back to whom it is about, and on again as after the answer itself."""
        if key not in self.known:
            return
        undone = self.position.follow_undo(self.order, self.known - {key}, key)
        assert undone.current == key
        redone = undone.follow_undo(self.order, self.known, key)
        assert key not in redone.coming
        assert redone.current != key

    # What always holds.

    @invariant()
    def nobody_is_forgotten_and_nobody_is_asked_twice(self) -> None:
        position = self.position
        assert sorted(position.order) == sorted(self.order)
        assert position.answered == self.known
        unanswered = set(self.order) - self.known
        assert unanswered == {*position.coming, *position.left_open} - self.known
        assert len(set(position.coming)) == len(position.coming)
        assert len(set(position.past)) == len(position.past)
        assert {*position.coming, *position.past} <= set(self.order)
        if not self.everybody:
            assert not self.known.intersection(position.coming)

    @invariant()
    def who_goes_on_comes_to_the_end_and_meets_each_at_most_twice(self) -> None:
        for move, most in (("skip", 1), ("later", 2)):
            position, met = self.position, []
            while position.revisited is not None:
                position = position.skip()
            while position.current is not None:
                met.append(position.current)
                position = getattr(position, move)()
            assert all(met.count(key) <= most for key in met)
            assert set(met) == set(self.position.coming)

    @invariant()
    def the_number_is_that_of_the_card(self) -> None:
        position = self.position
        if position.current is None:
            assert position.number == 0
        else:
            assert position.order[position.number - 1] == position.current


TestPassMachine = PassMachine.TestCase
TestPassMachine.settings = settings(max_examples=few(50), stateful_step_count=25, deadline=None)


def test_everybody_comes_twice_at_most_and_who_is_alone_once() -> None:
    position, came = Position.begun("abc", ()), []
    while position.current is not None:
        came.append(position.current)
        position = position.later()
    assert came == ["a", "b", "c", "a", "b", "c"]
    assert position.left_open == ("a", "b", "c")
    alone = Position.begun("a", ()).later()
    assert (alone.current, alone.left_open) == (None, ("a",))
    assert alone.again().current == "a"


def test_cards_keep_their_numbers() -> None:
    position = Position.begun("abcd", "a")
    assert (position.current, position.number, position.count) == ("b", 2, 4)
    position = position.later().answer("c").answer("d")
    assert (position.current, position.number) == ("b", 2)
    assert position.back().current == "d"
    position = position.take_back("c")
    assert (position.current, position.number, position.following) == ("c", 3, ("b",))


def test_who_comes_and_goes_leaves_the_card_in_hand() -> None:
    position = Position.begun("abc", "").answer("a")
    position = position.follow("xbc", "")
    assert (position.current, position.coming) == ("b", ("b", "c", "x"))
    assert position.follow("xc", "").current == "c"


def test_several_answers_undone_at_once_come_again_behind_the_card_in_hand() -> None:
    position = Position.begun("abcd", "ab")
    assert position.current == "c"
    position = position.follow("abcd", "")
    assert position.current == "c"
    assert set(position.coming) == set("abcd")


def test_going_through_all_again_asks_also_who_has_an_answer() -> None:
    position = Position.begun("ab", "ab", everybody=True)
    assert position.current == "a"
    assert position.answer("a").current == "b"
    assert position.skip().skip().current is None


def test_undo_that_takes_somebody_off_the_map_does_not_bring_them_back() -> None:
    position = Position.begun("ab", "a").follow_undo("b", "", "a")
    assert (position.order, position.current) == (("b",), "b")
