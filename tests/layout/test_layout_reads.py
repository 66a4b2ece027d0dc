"""A map can be read: names by their own disc, tails that end in sight, nobody behind another."""

import math
from collections.abc import Sequence
from random import Random
from typing import Any

import pytest

from app.layout.picture import Box, Person, Picture, Spot
from app.layout.ring_layout import free_layout, free_spot, ring_layout
from tests.layout.test_layout import NAMES, a_map, faults, frame
from tests.sure import sure

RINGS = ("heel", "belangrijk", "tamelijk", "een beetje", "niet")
RIMS = ("In de school", "Leerling en gezin", "Ondersteuning", "Gemeente", "Buurt", "Netwerk")
SEEDS = range(12)
SIZES = ((528, 680), (872, 782))


def some(count: int, seed: int) -> list[Person]:
    """Return people of whom most have a contact that differs from their importance."""
    chance = Random(100 * seed + count)
    return [
        Person(
            f"p{number}",
            f"{chance.choice(NAMES)} {chance.choice(('', '2', 'Sam'))}".strip(),
            chance.randrange(5),
            chance.randrange(6),
            contact=chance.randrange(6) / 5,
        )
        for number in range(count)
    ]


def ends_covered(picture: Picture) -> list[str]:
    """Return whose tail ends under a disc, a name or a word of the ground."""
    found = []
    for spot in picture.spots.values():
        if spot.tail is None:
            continue
        dot = Box(spot.tail[0] - 4.5, spot.tail[1] - 4.5, 9, 9)
        over = [other.disc for other in picture.spots.values()]
        over += [other.box for other in picture.spots.values() if other.box is not None]
        over += picture.words
        if any(dot.overlaps(box) for box in over):
            found.append(spot.id)
    return found


def runs_under(spot: Spot, box: Box | None) -> bool:
    """Tell whether somebody's tail runs under a name."""
    if spot.tail is None or box is None:
        return False
    (x, y), (across, down) = (spot.x, spot.y), (spot.tail[0] - spot.x, spot.tail[1] - spot.y)
    steps = [(x + across * part / 100, y + down * part / 100) for part in range(101)]
    return any(box.overlaps(Box(left - 1, top - 1, 2, 2)) for left, top in steps)


def on_own_tail(picture: Picture) -> list[str]:
    """Return whose name lies on their own tail."""
    return [spot.id for spot in picture.spots.values() if runs_under(spot, spot.box)]


def on_a_tail(picture: Picture) -> list[str]:
    """Return whose name lies on any tail."""
    spots = picture.spots.values()
    return [one.id for one in spots if any(runs_under(spot, one.box) for spot in spots)]


def behind_another(picture: Picture) -> list[str]:
    """Return who stands on the line from somebody else to the middle."""
    found = []
    for one in picture.spots.values():
        for other in picture.spots.values():
            ox, oy = other.x - picture.cx, other.y - picture.cy
            x, y = one.x - picture.cx, one.y - picture.cy
            far = math.hypot(ox, oy) or 1.0
            along, beside = (x * ox + y * oy) / far, abs(x * oy - y * ox) / far
            if one is not other and 0 < along < far and beside < one.diameter / 2:
                found.append(f"{one.id} before {other.id}")
    return found


def away_from(box: Box, spot: Spot) -> float:
    x = min(max(spot.x, box.x), box.x + box.w)
    y = min(max(spot.y, box.y), box.y + box.h)
    return math.hypot(spot.x - x, spot.y - y) - spot.diameter / 2


def by_another(picture: Picture) -> list[str]:
    """Return whose name stands nearer to another disc than to their own."""
    return [
        spot.id
        for spot in picture.spots.values()
        if spot.box is not None
        and any(
            away_from(spot.box, other) < away_from(spot.box, spot)
            for other in picture.spots.values()
            if other is not spot
        )
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("count", [1, 18, 60])
def test_every_tail_ends_in_sight_and_carries_no_name_of_its_own(
    count: int, seed: int, size: tuple[Any, Any]
) -> None:
    people = some(count, seed)
    picture = ring_layout(people, frame(*size), RINGS, RIMS)
    assert faults(picture) == []
    assert ends_covered(picture) == []
    assert on_own_tail(picture) == []


def test_a_name_goes_round_its_disc_where_that_keeps_it_off_a_tail() -> None:
    found = [on_a_tail(ring_layout(some(18, seed), frame(540, 640), RINGS, RIMS)) for seed in SEEDS]
    assert sum(map(len, found)) < 30, "of 216 names; 36 where they stay as they were written"


def test_a_tail_points_from_the_disc_to_or_from_the_middle_and_says_how_far_contact_is() -> None:
    people = some(18, 1)
    picture = ring_layout(people, frame(*SIZES[1]), RINGS, RIMS)
    seen = 0
    for person in people:
        spot = picture.spots[person.id]
        if spot.tail is None:
            continue
        seen += 1
        (x, y), (tx, ty) = (
            (spot.x - picture.cx, spot.y - picture.cy),
            (spot.tail[0] - picture.cx, spot.tail[1] - picture.cy),
        )
        assert abs(x * ty - y * tx) < 1.0 + 0.02 * math.hypot(x, y) * math.hypot(tx, ty)
        near = max(picture.rings[0].outer / 2, picture.ego / 2 + 12)
        far = (picture.rings[-1].inner + picture.rings[-1].outer) / 2
        said = (math.hypot(tx, ty) - near) / (far - near)
        assert abs(said - sure(person.contact)) <= 0.11  # less than half of one step
    assert seen > 9


def test_who_has_no_answer_about_contact_has_no_tail() -> None:
    picture = ring_layout(a_map(12), frame(), RINGS, RIMS)
    assert all(spot.tail is None for spot in picture.spots.values())


@pytest.mark.parametrize("seed", range(6))
def test_where_there_is_room_nobody_stands_behind_another_in_the_rings(seed: int) -> None:
    people = [person._replace(contact=None) for person in some(18, seed)]
    picture = ring_layout(people, frame(*SIZES[1]), RINGS, RIMS)
    assert behind_another(picture) == []


@pytest.mark.parametrize("size", SIZES)
def test_names_stand_by_their_own_disc(size: tuple[Any, Any]) -> None:
    names, wrong = 0, 0
    for seed in range(6):
        for tails in (True, False):
            people = some(18, seed)
            people = people if tails else [person._replace(contact=None) for person in people]
            picture = ring_layout(people, frame(*size), RINGS, RIMS)
            names += len(picture.spots)
            wrong += len(by_another(picture))
    assert wrong <= 0.04 * names


def freely(count: int, seed: int, size: tuple[int, int]) -> Picture:
    """Return the picture of people who came one by one in the free lens."""
    room = frame(*size)
    standing: list[Person] = []
    for person in some(count, seed):
        picture = free_layout(standing, room)
        x, y = free_spot(picture, person.label, room, 60.0 * person.sector)
        standing.append(Person(person.id, person.label, x=x, y=y))
    return free_layout(standing, room)


def reach(spots: Sequence[Spot]) -> tuple[float, float]:
    xs, ys = [spot.x for spot in spots], [spot.y for spot in spots]
    return max(xs) - min(xs), max(ys) - min(ys)


@pytest.mark.parametrize("seed", range(4))
def test_who_comes_in_the_free_lens_stands_behind_nobody_and_the_room_is_used(seed: int) -> None:
    picture = freely(18, seed, SIZES[1])
    assert behind_another(picture) == []
    assert by_another(picture) == []
    wide, high = reach(tuple(picture.spots.values()))
    assert wide > 0.6 * picture.width
    assert high > 0.6 * picture.height
