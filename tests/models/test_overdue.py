"""What is open after its day, in all maps of a library: which of it is asked about."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.moments import continued
from app.models.network import Intention, Map, Network
from app.storage.library import Library

TODAY = date(2026, 11, 22)
GONE = date(2026, 11, 21)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with closing(Library.open(tmp_path / "kring.library")) as opened:
        yield opened


def a_map(key: str, *intentions: Intention, **values: Any) -> Map:
    return Map.of([Network(id=key, **{"series": key, **values}), *intentions])


def call(key: str = "i", **values: Any) -> Intention:
    return Intention(id=key, **{"what": "Call", "due": GONE, **values})


def asked(library: Library, today: date = TODAY) -> list[tuple[str, str]]:
    return [(due.network.id, due.intention.id) for due in library.due(today)]


def test_it_looks_in_every_map_the_longest_ago_first(library: Library) -> None:
    library.add(a_map("a", call("late"), title="First"))
    library.add(a_map("b", call("later", due=date(2025, 1, 1)), title="Second"))
    first, second = library.due(TODAY)
    assert (first.network.title, first.intention.id) == ("Second", "later")
    assert (second.network.title, second.intention) == ("First", call("late"))


@pytest.mark.parametrize("ended", [{"due": TODAY}, {"due": None}, {"done": True}, {"let_go": True}])
def test_what_is_behind_somebody_or_still_to_come_is_not_asked(
    library: Library, ended: dict[Any, Any]
) -> None:
    library.add(a_map("a", call(**ended)))
    assert asked(library) == []


def test_a_map_that_is_removed_is_asked_about_only_when_it_is_back(library: Library) -> None:
    library.add(a_map("a", call()))
    library.remove("a")
    assert asked(library) == []
    library.restore("a")
    assert asked(library) == [("a", "i")]


def test_of_a_series_only_the_newest_moment_is_asked_about(library: Library) -> None:
    early = a_map("a", call("carried"), call("behind"), moment=date(2026, 9, 1), series="s")
    library.add(early)
    late = continued(early, label="eind", moment=date(2026, 10, 1))
    late = late.after({"behind": call("behind", done=True)})
    library.add(late)
    assert asked(library) == [(late.network.id, "carried")]
    # A moment of before that comes into the library later is not the newest.
    library.add(a_map("old", call("older"), moment=date(2024, 1, 1), series="s"))
    assert asked(library) == [(late.network.id, "carried")]
    library.remove(late.network.id)
    assert asked(library) == [("a", "carried"), ("a", "behind")]


def test_the_plans_of_an_example_are_nobodys_own(library: Library) -> None:
    example = a_map("a", call(), example=True)
    library.add(example)
    assert asked(library) == []
    own = continued(example, label="mine", moment=None)
    library.add(own)
    assert asked(library) == [(own.network.id, "i")]


def test_a_finished_map_is_asked_about_too(library: Library) -> None:
    library.add(a_map("a", call(), finished=True))
    assert asked(library) == [("a", "i")]


@settings(max_examples=40, deadline=None)
@given(st.dates(), st.dates())
def test_the_file_compares_days_as_people_do(
    tmp_path_factory: pytest.TempPathFactory, day: date, today: date
) -> None:
    with closing(Library.open(tmp_path_factory.mktemp("due") / "kring.library")) as library:
        library.add(a_map("a", call(due=day)))
        assert bool(asked(library, today)) == (day < today)


@pytest.mark.parametrize("written", ["'0000-not a day'", "CAST(x'30fffe' AS TEXT)"])
def test_a_row_that_cannot_be_read_is_passed_over_for_its_map_is_told(
    library: Library, written: str
) -> None:
    library.add(a_map("a", call()))
    assert len(library.due(TODAY)) == 1
    with library._changing() as raw:
        raw.exec_driver_sql(f"UPDATE intention SET due = {written}")
    assert library.due(TODAY) == []
    assert library.damaged_maps() == ("a",)
