"""Several moments of a map on one ground: nobody jumps who did not change."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.layout.moments import moments_freely, moments_in_rings
from app.layout.picture import Frame, Person, Picture
from tests.sure import sure

FRAME = Frame(
    width=700,
    height=640,
    line_height=17,
    measure=lambda text: 7.0 * len(text),
    small_measure=lambda text: 6.0 * len(text),
    small_line_height=15,
)
RINGS = ("a", "b", "c", "d", "e")
RIM = ("een", "twee", "drie")


def person(id_: str, band: int | None, sector: int = 0, label: str = "") -> Person:
    return Person(id=id_, label=label or f"Iemand {id_}", band=band, sector=sector)


def further(somebody: Person, rings: int) -> Person:
    """Return somebody so many rings further out, after the last in the first."""
    return somebody._replace(band=(sure(somebody.band) + rings) % 5)


def pictures(*moments: list[Person]) -> tuple[Picture, ...]:
    return moments_in_rings(moments, FRAME, RINGS, RIM)


def test_who_does_not_change_stands_still_and_the_ground_is_the_same() -> None:
    first = [person("a", 0), person("b", 2, 1), person("c", 4, 2)]
    second = [person("a", 0), person("b", 4, 1), person("d", 1, 2)]
    one, other = pictures(first, second)
    assert (one.rings, one.sectors, one.width) == (other.rings, other.sectors, other.width)
    assert one.spots["a"] == other.spots["a"]
    assert set(one.spots) == {"a", "b", "c"}
    assert set(other.spots) == {"a", "b", "d"}


def test_who_changes_ring_keeps_about_the_direction() -> None:
    people = [person(str(n), n % 5, n % 3) for n in range(18)]
    later = [further(p, 2) if p.id in ("3", "7") else p for p in people]
    one, other = pictures(people, later)
    for key in ("3", "7"):
        before, after = (p.angle_at(p.spots[key].x, p.spots[key].y) for p in (one, other))
        assert abs((before - after + 180) % 360 - 180) < 25
        assert one.band_at(one.spots[key].x, one.spots[key].y) == people[int(key)].band
        assert other.band_at(other.spots[key].x, other.spots[key].y) == later[int(key)].band


def test_nobody_stands_where_somebody_else_stands_at_any_moment() -> None:
    people = [person(str(n), n % 5, n % 3) for n in range(25)]
    later = [further(p, 1) for p in people[3:]]
    spots = [spot for picture in pictures(people, later) for spot in picture.spots.values()]
    for place, one in enumerate(spots):
        for other in spots[place + 1 :]:
            assert one.id == other.id or not one.disc.overlaps(other.disc)


def test_a_renamed_person_has_the_name_of_each_moment() -> None:
    one, other = pictures(
        [person("a", 1, label="Ouders")], [person("a", 1, label="Ouders van Sam")]
    )
    assert " ".join(one.spots["a"].lines) == "Ouders"
    assert " ".join(other.spots["a"].lines) == "Ouders van Sam"
    assert (one.spots["a"].x, one.spots["a"].y) == (other.spots["a"].x, other.spots["a"].y)


@pytest.mark.parametrize("moments", [([], []), ([person("a", None)], []), ([], [person("a", 3)])])
def test_moments_with_nobody_in_a_ring_are_pictures_too(moments: tuple[Any, ...]) -> None:
    one, other = pictures(*moments)
    assert len(one.spots) + len(other.spots) == sum(p.band is not None for m in moments for p in m)


def test_in_the_free_lens_everybody_is_where_they_were_put() -> None:
    at = [Person(id="a", label="A", x=0.5, y=0.0), Person(id="b", label="B", x=-0.5, y=0.2)]
    then = [at[0], at[1]._replace(x=-0.2, y=0.6), Person(id="c", label="C")]
    one, other = moments_freely([at, then], FRAME)
    assert one.spots["a"] == other.spots["a"]
    assert one.spots["b"].x < other.spots["b"].x
    assert "c" not in other.spots


bands = st.none() | st.integers(0, 4)
someone = st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(bands, st.integers(0, 2)))


@settings(max_examples=25, deadline=None)
@given(st.lists(someone, min_size=1, max_size=3))
def test_everybody_with_a_ring_is_in_it_at_every_moment(moments: list[Any]) -> None:
    people = [[person(key, *place) for key, place in one.items()] for one in moments]
    for expected, picture in zip(people, pictures(*people), strict=True):
        assert set(picture.spots) == {p.id for p in expected if p.band is not None}
        for one in expected:
            if one.band is not None:
                spot = picture.spots[one.id]
                assert picture.band_at(spot.x, spot.y) == one.band
                assert picture.sector_at(spot.x, spot.y) == one.sector
