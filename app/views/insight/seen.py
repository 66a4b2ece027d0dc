"""What the views of insight look at: one map with its figures, and what lights up in all."""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.analysis.composition import Composition
from app.analysis.gaps import Gap, Gaps
from app.analysis.study import study
from app.models.network import Intention, Map, Partner
from app.views.map.marks import DIFFERENCES

if TYPE_CHECKING:
    from app.analysis.findings import Finding
    from app.analysis.measures import Reading
    from app.analysis.structure import Structure

FILTERS: Final = ("setting", "focus", "forms")
"""The fields by which partners can be brought forward."""


class Seen:
    """One map, and what is reckoned from it: each thing once, when it is first asked for."""

    def __init__(self, whole: Map) -> None:
        self.whole = whole
        self.known = study(whole)

    @property
    def gaps(self) -> Gaps:
        """Return where contact and importance differ."""
        return self.known.gaps

    @property
    def rows(self) -> Mapping[str, Gap]:
        """Return the gap of every partner by id."""
        return self.known.rows

    @cached_property
    def notable(self) -> Mapping[str, str]:
        """Return who is notable and not dismissed, with the colour token of the difference."""
        return {row.partner.id: DIFFERENCES[row.quadrant or ""] for row in self.known.notable}

    @property
    def composition(self) -> Composition:
        """Return who is on the map."""
        return self.known.composition

    @property
    def findings(self) -> "tuple[Finding, ...]":
        """Return what can be said of the map, the strongest first; of nobody the same twice."""
        from app.analysis.findings import told

        return told(self.known)

    @cached_property
    def readings(self) -> "tuple[Reading, ...]":
        """Return the measures of the map."""
        from app.analysis.measures import measures  # networkx: at first use

        return measures(self.whole)

    def intended(self, finding: "Finding", made: Collection[str] = ()) -> tuple[str, ...]:
        """Return what is still intended with whom a finding is about, or was `made` of it."""
        plans = (plan for plan in self.whole.all_of(Intention) if plan.is_open)
        about = (plan for plan in plans if plan.partner in finding.people or plan.id in made)
        return tuple(plan.what for plan in about)

    @property
    def has_structure(self) -> bool:
        """Tell whether the lines are drawn between enough partners to say something."""
        return self.known.has_structure

    @property
    def structure(self) -> "Structure":
        """Return who knows whom; ask `has_structure` first."""
        return self.known.structure


class Linked(QObject):
    """What lights up in all views at once: whom the pointer is on, and who is brought forward.

    Who is selected is known by the document, for the map follows it too.
    """

    lit_changed = Signal()
    filter_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lit = ""
        """The id of whom the pointer is on, or nothing."""
        self.chosen: dict[str, str] = {}
        """By field of `FILTERS`: the value that is brought forward."""

    def light(self, partner_id: str) -> None:
        """Light somebody up everywhere; "" lights nobody."""
        if partner_id != self.lit:
            self.lit = partner_id
            self.lit_changed.emit()

    def choose(self, field: str, value: str | None) -> None:
        """Bring forward who has this value in a field; None brings forward whoever."""
        chosen = {**self.chosen, field: value}
        kept = {key: answer for key, answer in chosen.items() if answer is not None}
        if kept != self.chosen:
            self.chosen = kept
            self.filter_changed.emit()

    def choose_everybody(self) -> None:
        """Bring nobody forward."""
        if self.chosen:
            self.chosen = {}
            self.filter_changed.emit()

    @property
    def is_filtered(self) -> bool:
        """Tell whether some are brought forward."""
        return bool(self.chosen)

    def is_dim(self, partner: Partner) -> bool:
        """Tell whether a partner steps back because others are brought forward."""
        for field, value in self.chosen.items():
            answer = getattr(partner, field)
            if value not in answer if isinstance(answer, tuple) else value != answer:
                return True
        return False
