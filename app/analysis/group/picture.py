"""Where the kinds of a group stand: by mean importance and mean contact, from what may be shown."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from app.analysis.group.minimum_cell import MOST_CONTACT, MOST_IMPORTANT, least
from app.analysis.group.pattern import standing_out
from app.models.coded_map import OWN_WORDS
from app.models.vocabulary import vocabulary


class Disc(NamedTuple):
    """A kind of partner, or in a small group a setting."""

    id: str
    setting: str
    importance: float
    contact: float
    reach: float
    """How many of the group have it, from 0 to 1."""
    way: str
    """How it stands out (`NotableKind.way`), or nothing."""


class Placed(NamedTuple):
    """A disc in the picture; lengths are in radii of the circle, x to the right and y down."""

    disc: Disc
    x: float
    y: float
    from_x: float
    from_y: float
    """Where it would stand by its contact."""
    size: float


class Sector(NamedTuple):
    """A setting in the picture, in degrees clockwise from the top."""

    setting: str
    start: float
    end: float


def discs(shown: Mapping[str, Any]) -> tuple[Disc, ...]:
    """Return what stands in the picture: kinds, or below twenty people the settings."""
    which = "kinds" if shown["kinds"] else "settings"
    ways = {one.kind: one.way for one in standing_out(dict(shown))}
    known, found = vocabulary().kinds, []
    for id_, row in shown[which].items():
        if id_ == OWN_WORDS or row["mean_importance"] is None or row["mean_frequency"] is None:
            continue
        setting = known[id_].setting if which == "kinds" else id_
        reach = min(1.0, least(row["have"]) / shown["respondents"])
        means = row["mean_importance"], row["mean_frequency"]
        found.append(Disc(id_, setting, *means, reach, ways.get(id_, "")))
    return tuple(found)


def sectors(those: Sequence[Disc]) -> tuple[Sector, ...]:
    """Return the settings around the circle, each as wide as what stands in it asks for."""
    weights = dict.fromkeys(vocabulary().settings, 1.2)
    for disc in those:
        weights[disc.setting] += 0.5 + 0.5 * disc.reach
    turn = 360 / sum(weights.values())
    found: list[Sector] = []
    at = -turn * weights[next(iter(weights))] / 2  # the first one in the middle of the top
    for id_, weight in weights.items():
        found.append(Sector(id_, at, at + weight * turn))
        at += weight * turn
    return tuple(found)


INNER, OUTER = 0.27, 0.94


def ring(share: float) -> float:
    """Return how far out something stands that has this share of the most there is (0 to 1)."""
    return OUTER - (OUTER - INNER) * share


@lru_cache(maxsize=8)
def placed(those: tuple[Disc, ...]) -> tuple[Placed, ...]:
    """Return the discs in the circle, in their sectors and as little on each other as can be.

    It is kept, as a picture is painted again and again.
    """
    found: list[Placed] = []
    for sector in sectors(those):
        inside = [disc for disc in those if disc.setting == sector.setting]
        inside.sort(key=lambda disc: (-disc.importance, disc.id))
        span = sector.end - sector.start
        angles = [sector.start + span * _turn(n, len(inside)) for n in range(len(inside))]
        for disc, angle in zip(inside, _eased(inside, angles, sector), strict=True):
            near = ring((disc.importance - 1) / (MOST_IMPORTANT - 1))
            far = ring((disc.contact - 1) / (MOST_CONTACT - 1))
            x, y = math.sin(math.radians(angle)), -math.cos(math.radians(angle))
            found.append(Placed(disc, x * near, y * near, x * far, y * far, size(disc)))
    return tuple(found)


def size(disc: Disc) -> float:
    """Return the diameter of a disc: its area grows with how many have it."""
    return 0.055 + 0.075 * math.sqrt(disc.reach)


def _turn(number: int, of: int) -> float:
    """Return where in a sector something begins: neighbours in rank far from each other."""
    step = (number * 0.618034 + 0.5) % 1.0
    return 0.5 if of == 1 else 0.12 + 0.76 * step


def _eased(inside: Sequence[Disc], angles: list[float], sector: Sector) -> list[float]:
    """Turn discs that lie on each other apart, within their sector."""
    radii = [ring((disc.importance - 1) / (MOST_IMPORTANT - 1)) for disc in inside]
    margin = min(9.0, (sector.end - sector.start) / 5)
    for _ in range(60):
        for one in range(len(inside)):
            for other in range(one):
                away = abs(radii[one] - radii[other])
                room = (size(inside[one]) + size(inside[other])) / 2 + 0.035
                middle = (radii[one] + radii[other]) / 2
                between = math.radians(abs(angles[one] - angles[other])) * middle
                if math.hypot(away, between) < room:
                    push = 1.2 if angles[one] >= angles[other] else -1.2
                    angles[one] += push
                    angles[other] -= push
        angles = [min(max(angle, sector.start + margin), sector.end - margin) for angle in angles]
    return angles
