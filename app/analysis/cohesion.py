"""How far the partners know each other, with the teacher left out."""

from dataclasses import dataclass

from app.analysis.graph import Graph, components, hinges, isolates, network_among
from app.models.network import Map


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohesion:
    """The network among the partners. Partners stand in it by id."""

    size: int
    """Partners that count."""
    ties: int
    unknown_ties: int
    """Ties the owner does not know of; they are no ties."""
    pairs: int
    density: float | None
    density_highest: float | None
    """The density if every unknown tie were one; `density` is the lowest it can be."""
    density_with_ego: float | None
    mean_degree: float | None
    components: tuple[tuple[str, ...], ...]
    """Who reaches whom without the teacher, the largest group first."""
    isolates: tuple[str, ...]
    hinges: tuple[str, ...]
    pairs_only_through_me: int | None
    fragmentation: float | None

    @property
    def largest_component(self) -> int:
        """Return the number of partners in the largest component; 0 where there are none."""
        return len(self.components[0]) if self.components else 0


def cohesion(whole: Map) -> Cohesion:
    """Return how the partners of a map hang together without the teacher."""
    among = network_among(whole)
    at_most = network_among(whole, unknown_too=True)
    return Cohesion(
        size=len(among),
        ties=ties(among),
        unknown_ties=ties(at_most) - ties(among),
        pairs=pairs(among),
        density=density(among),
        density_highest=density(at_most),
        density_with_ego=density_with_ego(among),
        mean_degree=mean_degree(among),
        components=components(among),
        isolates=isolates(among),
        hinges=hinges(among),
        pairs_only_through_me=pairs_only_through_me(among),
        fragmentation=fragmentation(among),
    )


def ties(among: Graph) -> int:
    """Return t, the number of ties between partners."""
    return among.number_of_edges()


def pairs(among: Graph) -> int:
    """Return M = n(n - 1)/2, the number of ties there could be."""
    return len(among) * (len(among) - 1) // 2


def density(among: Graph) -> float | None:
    """Return t/M, the share of possible ties between partners that are there.

    0 (nobody knows another) to 1 (all know all); None with fewer than two partners.
    """
    possible = pairs(among)
    return ties(among) / possible if possible else None


def density_with_ego(among: Graph) -> float | None:
    """Return (t + n)/(n(n + 1)/2), the density with the teacher and their ties counted in.

    2/(n + 1) (no ties) to 1; 1 with one partner, None without. It follows from the density and
    n and so says nothing of its own: it is there to compare with older literature.
    """
    n = len(among)
    return 2 * (ties(among) + n) / (n * (n + 1)) if n else None


def mean_degree(among: Graph) -> float | None:
    """Return 2t/n, how many other partners a partner is tied to on average.

    0 to n - 1; None without partners.
    """
    return 2 * ties(among) / len(among) if len(among) else None


def pairs_only_through_me(among: Graph) -> int | None:
    """Return P = M - (sum over components of s(s - 1)/2): pairs that only the teacher joins.

    0 (all in one component) to M (no ties); None with fewer than two partners.
    """
    if len(among) < 2:
        return None
    within = sum(len(part) * (len(part) - 1) // 2 for part in components(among))
    return pairs(among) - within


def fragmentation(among: Graph) -> float | None:
    """Return P/M, the share of pairs that only the teacher joins (Borgatti 2006).

    0 to 1; None with fewer than two partners.
    """
    apart = pairs_only_through_me(among)
    return None if apart is None else apart / pairs(among)
