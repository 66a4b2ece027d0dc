"""What the teacher has and does as the one between the partners.

For a teacher tied to every partner, all ties counting as 1, the measures of Burt (1992) have
closed forms over the network among the partners. These are used: they take a fraction of the
time of the general definitions and agree with them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum, log

from app.analysis.cohesion import mean_degree, pairs
from app.analysis.graph import Graph, degrees
from app.models.network import Partner
from app.models.vocabulary import vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The pairs of partners without a tie, by the part the teacher has between the two."""

    coordinator: int = 0
    """Both in the school."""
    consultant: int = 0
    """Both outside the school, in the same setting."""
    gatekeeper: int = 0
    """One in the school, one outside."""
    liaison: int = 0
    """Both outside the school, in different settings."""
    left_out: int = 0
    """Pairs in which the setting of a partner is not known."""


def effective_size(graph: Graph) -> float | None:
    """Return n - 2t/n: about how many partners do not overlap (Burt 1992; Borgatti 1997).

    1 (all know all) to n (nobody knows another); None without partners.
    """
    overlap = mean_degree(graph)
    return None if overlap is None else len(graph) - overlap


def efficiency(graph: Graph) -> float | None:
    """Return the effective size as a share of n (Burt 1992): 1/n to 1, None without partners."""
    effective = effective_size(graph)
    return None if effective is None else effective / len(graph)


def local_constraint(graph: Graph) -> dict[str, float]:
    """Return per partner j how much room they take: ((1 + sum of 1/(1 + d_q))/n)^2 (Burt 1992).

    The sum runs over the partners q tied to j, d_q being how many partners q is tied to.
    1/n^2 (tied to nobody) to ((n + 1)/2n)^2 (all others hang on j).
    """
    n = len(graph)
    part = {partner: 1 / (1 + degree) for partner, degree in degrees(graph).items()}
    return {
        partner: ((1 + fsum(part[other] for other in others)) / n) ** 2
        for partner, others in graph.adjacency()
    }


def constraint(graph: Graph) -> float | None:
    """Return the sum of the local constraints: how little room the partners leave (Burt 1992).

    1/n where nobody knows another, (2n - 1)^2/n^3 where all do, 1 with one partner. It can be
    more than 1 (1.125 for two who know each other). None without partners.
    """
    return fsum(local_constraint(graph).values()) if len(graph) else None


def hierarchy(graph: Graph) -> float | None:
    """Return the hierarchy: the share of the constraint that comes from a few partners (Burt 1992).

    sum of r ln r / (n ln n), with r = local constraint / mean local constraint. 0 (all equal)
    to 1; None with fewer than two partners.
    """
    n = len(graph)
    if n < 2:
        return None
    local = local_constraint(graph).values()
    mean = fsum(local) / n
    uneven = fsum(c / mean * log(c / mean) for c in local) / (n * log(n))
    return max(0.0, uneven)  # rounding can leave a hair below 0 where all are equal


def ego_betweenness(graph: Graph) -> float:
    """Return the teacher's betweenness in their own network (Everett and Borgatti 2005).

    The sum of 1/(1 + number of partners tied to both) over the pairs of partners without a tie.
    0 (all know all, or fewer than two partners) to M (nobody knows another).
    """
    neighbours = _neighbours_as_bits(graph)
    return fsum(
        1 / (1 + (neighbours[a] & neighbours[b]).bit_count()) for a, b in _open_pairs(graph)
    )


def ego_betweenness_normalised(graph: Graph) -> float | None:
    """Return the teacher's betweenness as a share of M: 0 to 1, None below two partners."""
    possible = pairs(graph)
    return ego_betweenness(graph) / possible if possible else None


def roles(graph: Graph, partners: Sequence[Partner]) -> Roles:
    """Return in which roles the teacher stands between partners (Gould and Fernandez 1989).

    Every pair without a tie is counted once, by the settings of the two as seen from a teacher
    in the school. The roles and `left_out` together make M - t. `partners` are the counted ones.
    """
    settings = vocabulary().settings
    setting = {partner.id: partner.setting for partner in partners}
    count = dict.fromkeys(Roles.__slots__, 0)
    for a, b in _open_pairs(graph):
        one, other = setting[a], setting[b]
        if one is None or other is None:
            role = "left_out"
        elif settings[one].inside_school and settings[other].inside_school:
            role = "coordinator"
        elif settings[one].inside_school or settings[other].inside_school:
            role = "gatekeeper"
        else:
            role = "consultant" if one == other else "liaison"
        count[role] += 1
    return Roles(**count)


def _open_pairs(graph: Graph) -> Iterator[tuple[str, str]]:
    tied = dict(graph.adjacency())
    return (pair for pair in combinations(tied, 2) if pair[1] not in tied[pair[0]])


def _neighbours_as_bits(graph: Graph) -> dict[str, int]:
    """Return the neighbours of each partner as one number, to count common ones at once."""
    bit = {partner: 1 << order for order, partner in enumerate(graph)}
    return {partner: sum(bit[other] for other in others) for partner, others in graph.adjacency()}
