"""Whether a map once was as another state of it is."""

from dataclasses import replace

from app.document.writer import edit_of
from app.models.history import History
from app.models.network import Map, Network, Partner, Record
from app.models.states import Difference, difference, is_earlier
from tests.sure import sure


def made(*steps: dict[str, Record | None]) -> tuple[list[Map], History]:
    """Return every state of a map to which these changes were made, and its history."""
    states, history = [Map.of([Network(id="m", series="s"), Partner(id="a", name="A")])], History()
    for step in steps:
        history.follow(history.record(edit_of("set", states[-1], step)))
        states.append(states[-1].after(step))
    return states, history


A = Partner(id="a", name="A")
STEPS: tuple[dict[str, Record | None], ...] = (
    {"b": Partner(id="b", name="B")},
    {"a": replace(A, importance=3)},
    {"a": replace(A, importance=4), "b": None},
    {"m": Network(id="m", series="s", title="T")},
)


def test_every_state_of_the_history_is_earlier_and_no_other() -> None:
    states, history = made(*STEPS)
    mine = states[-1]
    assert [is_earlier(state, mine, history) for state in states[:-1]] == [True] * 4
    assert not is_earlier(mine.after({"a": replace(A, importance=5)}), mine, history)
    assert not is_earlier(states[0].after({"c": replace(A, id="c")}), mine, history)


def test_what_was_undone_is_not_earlier() -> None:
    states, history = made(*STEPS)
    history.follow(sure(history.undo()))
    assert not is_earlier(states[-1], states[-2], history)
    assert is_earlier(states[0], states[-2], history)


def test_a_difference_counts_from_mine() -> None:
    states, _ = made(*STEPS)
    assert difference(states[-1], states[1]) == Difference(
        more=1, fewer=0, changed=1, ties=False, about=True, rest=False
    )
    assert difference(states[1], states[-1]).fewer == 1
