"""What was to be done by a day that has gone by: which of a whole library is asked about."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from app.models.moments import in_order
from app.models.network import Intention, Network


class OverdueIntention(NamedTuple):
    """An intention that is still open after its day, and the map on which it stands."""

    network: Network
    intention: Intention


def on_newest(
    intentions: Iterable[tuple[str, Intention]], networks: Iterable[Network], today: date
) -> list[OverdueIntention]:
    """Return those of `intentions` that stand on the newest moment of a series.

    An earlier moment keeps how things stood then. `intentions` come with the id of their map;
    `networks` are the maps that count, in the order in which they were made.
    """
    series: dict[str, list[Network]] = {}
    for network in networks:
        if network.theirs:
            continue  # what somebody else intends
        series.setdefault(network.series, []).append(network)
    newest = (in_order(moments, lambda n: n.moment, today)[-1] for moments in series.values())
    maps = {network.id: network for network in newest}
    return [OverdueIntention(maps[key], intention) for key, intention in intentions if key in maps]
