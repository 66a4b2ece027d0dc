"""The ladder from informing to doing together: on which step partners outside the school stand."""

from collections.abc import Mapping
from typing import Final

from app.analysis.composition import counted, outside
from app.models.network import Intention, Map, Partner

STEPS: Final[Mapping[str, frozenset[str]]] = {
    "together": frozenset({"teach_together", "act_together"}),
    "apart": frozenset({"outside_class"}),
    "consult": frozenset({"consult_pupil", "consult_other", "consult_practice"}),
    "inform": frozenset({"inform", "source"}),
}
"""The steps from the highest down, and what is done on each."""


def step_of(partner: Partner) -> str | None:
    """Return the highest step on which something is done with a partner; None if not answered."""
    return next((step for step, forms in STEPS.items() if forms.intersection(partner.forms)), None)


def ladder(whole: Map) -> dict[str | None, list[Partner]]:
    """Return the partners outside the school by step, the highest first; None: not answered."""
    found: dict[str | None, list[Partner]] = {step: [] for step in (*STEPS, None)}
    for partner in outside(counted(whole)):
        found[step_of(partner)].append(partner)
    return found


def to_try(whole: Map) -> dict[str, Intention]:
    """Return the open intentions to try a step, by partner: the latest of each."""
    return {
        one.partner: one
        for one in whole.all_of(Intention)
        if one.partner is not None and one.step is not None and one.is_open
    }
