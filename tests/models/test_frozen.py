"""What records have in common: equal where they hold the same, and never changed."""

from dataclasses import FrozenInstanceError, field, replace

import pytest

from app.models.frozen import frozen


@frozen
class Thing:
    """With what most records have."""

    id: str
    words: tuple[str, ...] = ()
    more: list[str] = field(default_factory=list)


@frozen
class Other:
    """Holds the same, and is something else."""

    id: str
    words: tuple[str, ...] = ()
    more: list[str] = field(default_factory=list)


@frozen
class Single:
    """One field is fetched by itself."""

    id: str


def test_two_are_equal_where_all_they_hold_is() -> None:
    assert Thing(id="a", words=("x",)) == Thing(id="a", words=("x",))
    for values in ({"id": "b"}, {"words": ("x",)}, {"more": ["x"]}):
        assert replace(Thing(id="a"), **values) != Thing(id="a"), values
    others: list[object] = [Other(id="a"), "a"]
    assert Thing(id="a") not in others
    assert Single(id="a") == Single(id="a")
    assert Single(id="a") != Single(id="b")


def test_equal_ones_are_one_in_a_set() -> None:
    assert {Single(id="a"), Single(id="a"), Single(id="b")} == {Single(id="a"), Single(id="b")}
    assert len({Single(id="a"), Single(id="a"), Single(id="b")}) == 2


def test_none_is_changed_and_none_has_more() -> None:
    one = Thing(id="a")
    with pytest.raises(FrozenInstanceError):
        one.id = "b"  # type: ignore[misc]
    assert not hasattr(one, "__dict__")


def test_it_says_what_it_holds() -> None:
    assert repr(Single(id="a")) == "Single(id='a')"
    assert repr(Thing(id="a", words=("x",))) == "Thing(id='a', words=('x',), more=[])"
