"""Where each partner stands among the others."""

from dataclasses import dataclass

from app.analysis.brokerage import local_constraint
from app.analysis.composition import counted
from app.analysis.graph import (
    betweenness,
    components,
    degrees,
    eigenvector,
    harmonic,
    hinges,
    network_among,
)
from app.models.network import Map, Partner


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One partner among the others, the teacher left out unless said otherwise."""

    partner: Partner
    degree: int
    """How many other partners they know."""
    betweenness: float
    """How far they join others without the teacher; not normalised."""
    harmonic: float
    component: int
    """The number of their component: 1 is the largest."""
    hinge: bool
    """Without them, others who reach each other would fall apart."""
    local_constraint: float
    """How much of the teacher's room they take; with the teacher."""
    eigenvector: float | None
    """0 to 1, 1 for the highest; with the teacher. None with fewer than four partners."""


def positions(whole: Map) -> tuple[Position, ...]:
    """Return where each counted partner stands, in the order of the map."""
    among = network_among(whole)
    degree = degrees(among)
    between = betweenness(among)
    near = harmonic(among)
    label = {name: at for at, part in enumerate(components(among), 1) for name in part}
    hinge = set(hinges(among))
    room = local_constraint(among)
    central = eigenvector(among) or {}
    return tuple(
        Position(
            partner=partner,
            degree=degree[partner.id],
            betweenness=between[partner.id],
            harmonic=near[partner.id],
            component=label[partner.id],
            hinge=partner.id in hinge,
            local_constraint=room[partner.id],
            eigenvector=central.get(partner.id),
        )
        for partner in counted(whole)
    )
