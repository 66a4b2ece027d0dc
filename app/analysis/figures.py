"""All figures of a map as one object, as `kring analyse` prints it."""

from app.analysis.brokerage import brokerage
from app.analysis.cohesion import cohesion
from app.analysis.composition import composition
from app.analysis.gaps import Gap, gaps
from app.analysis.graph import betweenness, degrees, network_among
from app.models.network import Map


def figures(whole: Map) -> dict[str, object]:
    """Return every figure of a map by name; None is undefined. Ready to be written as JSON.

    `components`, `isolates` and `largest_component` are numbers, `hinge_partners` the ids of
    those partners, `quadrants` the number of partners in each. `partners` has all of them in
    the order of the map; a wished partner has no quadrant, ridits, degree or betweenness.
    Unless the owner says that the lines are drawn, all that is counted from ties is undefined:
    what was not asked is no *nobody*.
    """
    who = composition(whole)
    gap = gaps(whole)
    degree, freeman = _places(whole)
    return {
        "size": who.size,
        "lines_drawn": whole.network.lines_drawn,
        **_between(whole),
        "external_share": who.external_share,
        "ei_heads": who.ei_heads,
        "ei_contact": who.ei_contact,
        "blau": who.blau,
        "iqv": who.iqv,
        "hhi": who.hhi,
        "top_share": who.top_share,
        "valid": gap.valid,
        "concordant": gap.alignment.concordant,
        "discordant": gap.alignment.discordant,
        "tau_b": gap.alignment.tau_b,
        "gamma": gap.alignment.gamma,
        "spearman": gap.alignment.spearman,
        "quadrants": dict(gap.quadrants),
        "partners": [
            _partner(row, degree.get(row.partner.id), freeman.get(row.partner.id))
            for row in gap.rows
        ],
    }


def _between(whole: Map) -> dict[str, object]:
    """Return what is counted from the ties; undefined, all of it, where they were not asked."""
    together = cohesion(whole)
    between = brokerage(whole)
    found: dict[str, object] = {
        "ties": together.ties,
        "density": together.density,
        "density_with_ego": together.density_with_ego,
        "mean_degree": together.mean_degree,
        "components": len(together.components),
        "isolates": len(together.isolates),
        "largest_component": together.largest_component,
        "pairs_only_through_me": together.pairs_only_through_me,
        "effective_size": between.effective_size,
        "efficiency": between.efficiency,
        "constraint": between.constraint,
        "hierarchy": between.hierarchy,
        "ego_betweenness": between.ego_betweenness,
        "ego_betweenness_normalised": between.ego_betweenness_normalised,
        "hinge_partners": list(together.hinges),
        "coordinator": between.roles.coordinator,
        "consultant": between.roles.consultant,
        "gatekeeper": between.roles.gatekeeper,
        "liaison": between.roles.liaison,
    }
    return found if whole.network.lines_drawn else dict.fromkeys(found)


def _places(whole: Map) -> tuple[dict[str, int], dict[str, float]]:
    """Return the degree and the betweenness of each partner, the teacher left out."""
    if not whole.network.lines_drawn:
        return {}, {}
    among = network_among(whole)
    return degrees(among), betweenness(among)


def _partner(row: Gap, degree: int | None, freeman: float | None) -> dict[str, object]:
    return {
        "id": row.partner.id,
        "name": row.partner.name,
        "kind": row.partner.kind,
        "frequency": row.partner.frequency,
        "importance": row.partner.importance,
        "ridit_importance": row.ridit_importance,
        "ridit_frequency": row.ridit_frequency,
        "gap": row.gap,
        "quadrant": row.quadrant,
        "notable": row.notable,
        "wish_steps": row.wish_steps,
        "important_and_dissatisfied": row.important_and_dissatisfied,
        "degree": degree,
        "betweenness": freeman,
    }
