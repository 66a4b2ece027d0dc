"""All figures of a map as one object, as `kring analyse` prints it."""

from collections.abc import Mapping
from typing import Any

from app.analysis.gaps import Gap
from app.analysis.measures import all_measures, value
from app.analysis.study import Study, study
from app.models.network import Map


def figures(whole: Map) -> dict[str, Any]:
    """Return every figure of a map by name; None is undefined. Ready to be written as JSON.

    Every measure is there by its id, but that `concordant` is a plain number here, 0 too.
    `components`, `isolates` and `largest_component` are numbers, `hinge_partners` the ids of
    those partners, `quadrants` the number of partners in each. `partners` has all of them in
    the order of the map; a wished partner has no quadrant, ridits, degree or betweenness.
    Unless the owner says that the lines are drawn, all that is counted from ties is undefined:
    what was not asked is no *nobody*.
    """
    known = study(whole)
    gap = known.gaps
    degree, freeman = _places(known)
    found = {measure.id: value(measure, known) for measure in all_measures().values()}
    hinges = list(known.structure.hinges) if known.lines_drawn else None
    return {
        "size": found.pop("size"),
        "lines_drawn": known.lines_drawn,
        **found,
        "hinge_partners": hinges,
        "concordant": gap.alignment.concordant,
        "quadrants": dict(gap.quadrants),
        "partners": [
            _partner(row, degree.get(row.partner.id), freeman.get(row.partner.id))
            for row in gap.rows
        ],
    }


def _places(known: Study) -> tuple[Mapping[str, int], Mapping[str, float]]:
    """Return the degree and the betweenness of each partner, the teacher left out."""
    if not known.lines_drawn:
        return {}, {}
    return known.structure.degree, known.structure.betweenness


def _partner(row: Gap, degree: int | None, freeman: float | None) -> dict[str, Any]:
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
