"""The network of a map as networkx sees it: who is tied, who reaches whom, where each one stands.

Everything that needs networkx is here, so that what networkx does at its edges (zeros, NaN and
errors on small graphs, weights read as lengths) is dealt with in one place. Every function but
the first two takes the network *among* the partners, without the teacher.
"""

from typing import TypeAlias

from app.analysis import graph_library
from app.analysis.composition import counted
from app.models.network import Map

Graph: TypeAlias = "graph_library.Graph[str]"


def network_among(whole: Map, *, unknown_too: bool = False) -> Graph:
    """Return the network among the counted partners, in the order of the map.

    A tie is one the owner is sure of; with `unknown_too` those they do not know of are ties as
    well, which gives the upper bound of everything that grows with ties.
    """
    graph: Graph = graph_library.Graph()
    graph.add_nodes_from(partner.id for partner in counted(whole))
    graph.add_edges_from(
        (tie.a, tie.b)
        for tie in whole.ties
        if (unknown_too or tie.state == "yes") and tie.a in graph and tie.b in graph
    )
    return graph


def components(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return the components without the teacher, the largest first.

    Components of one size, and the partners in each, stand in the order of the map. No partners
    give no components.
    """
    place = {partner: order for order, partner in enumerate(graph)}
    parts = [
        sorted(part, key=place.__getitem__) for part in graph_library.connected_components(graph)
    ]
    parts.sort(key=lambda part: (-len(part), place[part[0]]))
    return tuple(map(tuple, parts))


def isolates(graph: Graph) -> tuple[str, ...]:
    """Return the partners tied to no other partner: those known through the teacher alone."""
    return tuple(graph_library.isolates(graph))


def hinges(graph: Graph) -> tuple[str, ...]:
    """Return the cut vertices: without them, others who reach each other would fall apart.

    The teacher is left out first: tied to everybody, the teacher keeps every partner from being
    a cut vertex. In the order of the map; none where there are no ties.
    """
    cut = set(graph_library.articulation_points(graph))
    return tuple(partner for partner in graph if partner in cut)


def degrees(graph: Graph) -> dict[str, int]:
    """Return per partner the number of other partners they are tied to (0 to n - 1)."""
    return dict(graph.degree())


def betweenness(graph: Graph) -> dict[str, float]:
    """Return per partner on how many shortest paths between others they stand (Freeman 1977).

    The sum over pairs of others of the share of their shortest paths that runs through this
    partner; 0 to (n - 1)(n - 2)/2, not normalised and not weighted.
    """
    return dict(graph_library.betweenness_centrality(graph, normalized=False))
