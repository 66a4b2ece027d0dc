"""How far the partners know each other, with the teacher left out."""

from app.analysis.graph import Graph, components


def ties(graph: Graph) -> int:
    """Return t, the number of ties between partners."""
    return graph.number_of_edges()


def pairs(graph: Graph) -> int:
    """Return M = n(n - 1)/2, the number of ties there could be."""
    return len(graph) * (len(graph) - 1) // 2


def density(graph: Graph) -> float | None:
    """Return t/M, the share of possible ties between partners that are there.

    0 (nobody knows another) to 1 (all know all); None with fewer than two partners.
    """
    possible = pairs(graph)
    return ties(graph) / possible if possible else None


def density_with_ego(graph: Graph) -> float | None:
    """Return (t + n)/(n(n + 1)/2), the density with the teacher and their ties counted in.

    2/(n + 1) (no ties) to 1; 1 with one partner, None without. It follows from the density and
    n and so says nothing of its own: it is there to compare with older literature.
    """
    n = len(graph)
    return 2 * (ties(graph) + n) / (n * (n + 1)) if n else None


def mean_degree(graph: Graph) -> float | None:
    """Return 2t/n, how many other partners a partner is tied to on average.

    0 to n - 1; None without partners.
    """
    return 2 * ties(graph) / len(graph) if len(graph) else None


def pairs_only_through_me(graph: Graph) -> int | None:
    """Return P = M - (sum over components of s(s - 1)/2): pairs that only the teacher joins.

    0 (all in one component) to M (no ties); None with fewer than two partners.
    """
    if len(graph) < 2:
        return None
    within = sum(len(part) * (len(part) - 1) // 2 for part in components(graph))
    return pairs(graph) - within
