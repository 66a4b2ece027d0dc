"""Who is on a map and what is between them by name, as the tests of it read it."""

from functools import cached_property
from types import SimpleNamespace

from app.analysis import brokerage as between
from app.analysis import cohesion as together
from app.analysis.composition import Composition, counted
from app.analysis.graph import (
    betweenness,
    components,
    degrees,
    hinges,
    isolates,
    network_among,
)
from app.models.network import Map


def composition(whole: Map) -> SimpleNamespace:
    """Return every figure of who is on a map."""
    who = Composition(counted(whole))
    figures = (name for name, one in vars(Composition).items() if isinstance(one, _FIGURES))
    return SimpleNamespace(**{name: getattr(who, name) for name in figures if name[0] != "_"})


_FIGURES = (property, cached_property)


def cohesion(whole: Map) -> SimpleNamespace:
    """Return how the partners of a map hang together without the teacher."""
    among, at_most = network_among(whole), network_among(whole, unknown_too=True)
    names = ["ties", "pairs", "density", "density_with_ego", "mean_degree", "pairs_only_through_me"]
    parts = components(among)
    return SimpleNamespace(
        **{name: getattr(together, name)(among) for name in names},
        size=len(among),
        unknown_ties=together.ties(at_most) - together.ties(among),
        density_highest=together.density(at_most),
        components=parts,
        largest_component=len(parts[0]) if parts else 0,
        isolates=isolates(among),
        hinges=hinges(among),
    )


def brokerage(whole: Map) -> SimpleNamespace:
    """Return what the teacher is between the partners of a map."""
    among = network_among(whole)
    names = ["effective_size", "efficiency", "constraint", "hierarchy"]
    names += ["ego_betweenness", "ego_betweenness_normalised"]
    return SimpleNamespace(
        **{name: getattr(between, name)(among) for name in names},
        pairs=together.pairs(among),
        open_pairs=together.pairs(among) - together.ties(among),
        roles=between.roles(among, counted(whole)),
    )


def positions(whole: Map) -> tuple[SimpleNamespace, ...]:
    """Return where each counted partner stands, in the order of the map."""
    among = network_among(whole)
    label = {name: at for at, part in enumerate(components(among), 1) for name in part}
    degree, freeman, cut = degrees(among), betweenness(among), set(hinges(among))
    room = between.local_constraint(among)
    return tuple(
        SimpleNamespace(
            partner=partner,
            degree=degree[partner.id],
            betweenness=freeman[partner.id],
            component=label[partner.id],
            hinge=partner.id in cut,
            local_constraint=room[partner.id],
        )
        for partner in counted(whole)
    )
