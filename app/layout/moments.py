"""One layout for several moments of a map: who does not change stands in the same place on all.

The moments share rings and sectors. Somebody who changes ring keeps their direction, so that
going from one moment to another is going in or out.
"""

import math
from collections.abc import Sequence
from typing import Final

from app.layout.picture import Frame, Person, Picture, Spot
from app.layout.ring_layout import free_layout, ring_layout

_ELLIPSIS: Final = "…"

Moments = Sequence[Sequence[Person]]
"""The people of each moment; the same id is the same person."""


def moments_in_rings(
    moments: Moments, frame: Frame, ring_labels: Sequence[str], rim_labels: Sequence[str] = ()
) -> tuple[Picture, ...]:
    """Return a picture for each moment, all on the same ground; arguments as for `ring_layout`.

    Wherever anybody stands at any of the moments is kept free of all others at all moments.
    """
    placed = [[person for person in people if person.band is not None] for people in moments]
    latest = {person.id: person for people in placed for person in people}
    once = ring_layout(tuple(latest.values()), frame, ring_labels, rim_labels)
    turned = {
        key: once.angle_at(spot.x, spot.y) if latest[key].angle is None else latest[key].angle
        for key, spot in once.spots.items()
    }

    def stands(person: Person) -> Person:
        same_sector = person.sector == latest[person.id].sector
        return person._replace(angle=turned[person.id] if same_sector else person.angle)

    stations = _stations([[stands(person) for person in people] for people in placed])
    return _apart(placed, ring_layout(stations, frame, ring_labels, rim_labels), frame)


def moments_freely(moments: Moments, frame: Frame) -> tuple[Picture, ...]:
    """Return a picture for each moment with everybody where the drawer put them then."""
    placed = [[person for person in people if person.x is not None] for people in moments]
    return _apart(placed, free_layout(_stations(placed), frame), frame)


def _key(person: Person) -> str:
    """Return an id for the place of somebody: the same for as long as they stay there."""
    place = (person.band, person.sector) if person.x is None else (person.x, person.y)
    return f"{person.id}\n{place}"


def _stations(moments: Moments) -> tuple[Person, ...]:
    """Return everybody once for each place they stand in at some moment, the longest name first."""
    stations: dict[str, Person] = {}
    for person in (person for people in moments for person in people):
        key = _key(person)
        label = max(person.label, stations[key].label if key in stations else "", key=len)
        stations[key] = person._replace(id=key, label=label)
    return tuple(stations.values())


def _apart(moments: Moments, whole: Picture, frame: Frame) -> tuple[Picture, ...]:
    return tuple(
        whole._replace(
            spots={
                person.id: _named(person, whole.spots[_key(person)], frame) for person in people
            },
        )
        for people in moments
    )


def _named(person: Person, spot: Spot, frame: Frame) -> Spot:
    """Return the spot with the name somebody had at that moment, cut to the room there is."""
    spot = spot._replace(id=person.id)
    box = spot.box
    as_written = "".join(spot.lines).replace(" ", "")
    if box is None or not spot.lines or as_written == person.label.replace(" ", ""):
        return spot
    if as_written.endswith(_ELLIPSIS) and person.label.replace(" ", "").startswith(
        as_written.removesuffix(_ELLIPSIS)
    ):
        return spot
    lines = [""]
    for word in person.label.split():
        longer = f"{lines[-1]} {word}".strip()
        if frame.measure(longer) <= box.w + 1 or not lines[-1]:
            lines[-1] = longer
        elif len(lines) < len(spot.lines):
            lines.append(word)
        else:
            lines[-1] = longer
    return spot._replace(lines=tuple(_cut(line, math.ceil(box.w), frame) for line in lines))


def _cut(line: str, width: float, frame: Frame) -> str:
    if frame.measure(line) <= width:
        return line
    while line and frame.measure(line + _ELLIPSIS) > width:
        line = line[:-1].rstrip()
    return line + _ELLIPSIS
