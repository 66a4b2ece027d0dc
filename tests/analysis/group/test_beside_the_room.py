"""Whoever has what was told in the room and a file of the same people: an attack with both."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from app.analysis.group.beside_the_room import as_in_the_room
from app.analysis.group.minimum_cell import span
from app.analysis.group.result import Moments, result
from app.models.fewest_people import FEWEST_IN_FILE, FEWEST_ON_SCREEN
from tests.analysis.group.classes import later, people
from tests.examples import few

_WHOLES = ("have", "valid", "pairs", "respondents")


def closer(
    room: Mapping[str, Any], file: Mapping[str, Any], people: int, path: str = ""
) -> Iterator[tuple[Any, ...]]:
    """Yield what a file tells and the room does not, or not as closely."""
    whole = next((name for name in _WHOLES if name in file), "")
    ends = [one[whole] if isinstance(one.get(whole), int) else people for one in (room, file)]
    for name, told in file.items():
        said, at = room.get(name), f"{path}.{name}"
        if isinstance(told, dict) and isinstance(said, dict):
            yield from closer(said, told, ends[0], at)
        elif told is not None and said is None:
            yield at, said, told
        elif isinstance(said, str) and said[:1] in ("<", ">") and told is not None:
            if not isinstance(told, str):
                yield at, said, told
                continue
            of = (people, people) if name in _WHOLES else ends
            low, high = span(said, of[0], FEWEST_ON_SCREEN)
            around = span(told, of[1], FEWEST_IN_FILE)
            if low < around[0] or around[1] < min(high, of[1]):
                yield at, said, told


@pytest.mark.parametrize("seed", range(few(2)))
def test_a_file_tells_nothing_that_was_not_told_in_the_room(seed: int) -> None:
    for number, n in enumerate((10, 19, 20, 24, 25, 31, 44)):
        begin = tuple(people(seed * 70 + number, n))
        end = tuple(later(one, seed * 7000 + at) for at, one in enumerate(begin[number:]))
        moments = Moments(begin, end)
        room, file = result(moments, FEWEST_ON_SCREEN), result(moments, FEWEST_IN_FILE)
        assert list(closer(room, file, n)) == []


def test_a_band_of_the_room_is_not_cut_by_one_of_the_file() -> None:
    room: dict[str, Any] = {
        "respondents": 24,
        "part": {"have": 16, "known": ">11", "weekly": ">11", "starred": 7},
    }
    file = {
        "respondents": 24,
        "part": {"have": ">14", "known": ">14", "weekly": 13, "starred": "<10"},
    }
    assert [at for at, *_ in closer(room, file, 24)] == [".part.known", ".part.weekly"]
    kept = as_in_the_room(file, room, FEWEST_IN_FILE)
    assert kept["part"] == {"have": ">14", "known": "<20", "weekly": "<20", "starred": "<10"}
    assert list(closer(room, kept, 24)) == []
    # Where the band of the room lies over the edge of two there is nothing.
    room["part"]["known"] = ">6"
    assert as_in_the_room(file, room, FEWEST_IN_FILE)["part"]["known"] is None


def test_a_set_of_which_one_would_be_left_out_is_left_out() -> None:
    places = dict.fromkeys(("important_often", "important_less_often", "often_less_important"), 12)
    room = {"have": 38, "quadrants": {**dict.fromkeys(places, "<15"), "background": ">9"}}
    file = {"have": 38, "quadrants": {**places, "background": 12}}
    kept = as_in_the_room(file, room, FEWEST_IN_FILE)
    assert set(kept["quadrants"].values()) == {None}
