"""Places in the free lens for those who were never given one.

Nobody has one in a map that was converted from a table, nor who was typed through another lens.
The window, the pictures and the commands all ask here, and so show the same people in the same
places; nothing of it is kept until somebody is given a place by hand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from app.layout.free_places import free_places
from app.layout.picture import Frame, Person
from app.models.network import Map, Partner, Record
from app.models.rules import FREE_REACH
from app.models.vocabulary import vocabulary

Places = Mapping[str, tuple[float, float]]
"""Places by the id of the partner, in radii of the circle."""

_FRAME: Final = Frame(
    width=720.0,
    height=600.0,
    line_height=17.0,
    measure=lambda _: 110.0,
    small_line_height=15.0,
    small_measure=lambda _: 90.0,
    disc=34.0,
    ego=58.0,
)
"""A view of ordinary size, in which every name is as wide: another name or window moves nobody."""


def with_places(whole: Map, known: Places | None = None) -> Map:
    """Return a map with a place for everybody but who was taken off; who has one stays.

    Where a place is `known` for who has none, they stand there. The others stand in the direction
    of their setting, where there is room.
    """
    missing = [p for p in whole.partners if p.x is None and not p.taken_off]
    if not missing:
        return whole
    known = known or {}
    here = {p.id: known[p.id] for p in missing if p.id in known}
    standing = [p for p in whole.partners if p.x is not None or p.id in here]
    there = tuple([_stands(p, *here.get(p.id, (p.x, p.y))) for p in standing])
    newcomers = tuple(
        [
            (Person(id=p.id, label="", near=is_near(p.kind)), direction(p.setting))
            for p in missing
            if p.id not in here
        ]
    )
    return placed(whole, {**here, **_found(there, newcomers)})


@lru_cache(maxsize=8)
def _found(there: tuple[Person, ...], newcomers: tuple[tuple[Person, float | None], ...]) -> Places:
    """Return places for newcomers: those of a preview, made in a thread, are there at once."""
    return free_places(there, newcomers, _FRAME) if newcomers else {}


def placed(whole: Map, places: Places) -> Map:
    """Return a map with these people in these places, as far out as a map reaches."""
    after: dict[str, Record | None] = {}
    for partner in whole.partners:
        if partner.id in places:
            x, y = places[partner.id]
            after[partner.id] = replace(partner, x=_reach(x), y=_reach(y))
    return whole.after(after)


def places_in(whole: Map) -> dict[str, tuple[float, float]]:
    """Return the places of those who have one."""
    return {p.id: (p.x, p.y) for p in whole.partners if p.x is not None and p.y is not None}


def moments_with_places(moments: Sequence[Map]) -> tuple[Map, ...]:
    """Return moments with a place for everybody: that of another moment for who has one there."""
    known: dict[str, tuple[float, float]] = {}
    for whole in moments:
        known.update(places_in(whole))
    for whole in moments:
        known = {**places_in(with_places(whole, known)), **known}
    return tuple(with_places(whole, known) for whole in moments)


def direction(setting: str | None) -> float | None:
    """Return the direction of a setting in degrees, or None for none."""
    order = list(vocabulary().settings)
    return order.index(setting) * 60.0 if setting in order else None


def is_near(kind: str | None) -> bool:
    """Tell whether somebody of a kind stands close to the middle: the pupil it is all about."""
    return vocabulary().role_of(kind, None) == "pupil"


def _stands(partner: Partner, x: float | None, y: float | None) -> Person:
    return Person(id=partner.id, label="", x=x, y=y)


def _reach(value: float) -> float:
    return min(max(value, -FREE_REACH), FREE_REACH)
