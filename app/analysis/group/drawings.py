"""Which drawings of a group may hang on the wall: a drawing is a map, and its maker allowed it.

Ten hang there or none, and five come at a time: one that is new among others known would be its
maker's.
"""

from collections.abc import Sequence
from typing import Final

from app.models.coded_map import CodedMap
from app.models.fewest_people import FEWEST_ON_WALL

AT_A_TIME: Final = 5


def on_wall(maps: Sequence[CodedMap]) -> tuple[CodedMap, ...]:
    """Return the maps whose drawings may hang there, the first that came."""
    allowed = tuple(one for one in maps if one.wall)
    several = allowed[: len(allowed) // AT_A_TIME * AT_A_TIME]
    return several if len(several) >= FEWEST_ON_WALL else ()
