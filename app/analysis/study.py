"""Everything counted from one map, each thing once and only when it is asked for."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from app.analysis.composition import Composition, counted, only_wished
from app.analysis.gaps import DIFFERING, LESS_NAMED, LESS_OFTEN, Gap, Gaps, gaps
from app.models.network import Map, Partner, Verdict

if TYPE_CHECKING:
    from app.analysis.brokerage import Roles
    from app.analysis.structure import Bounds, Structure

FEWEST_FOR_STRUCTURE: Final = 4
"""With fewer partners than this, what is between them is seen at a glance and not measured."""

PUPIL: Final = "pupil"
"""The kind of partner with whom contact is the job, so that it is not laid beside importance."""


NOTABLE_CODES: Final[Mapping[str, str]] = {
    LESS_OFTEN: "notable_less_often",
    LESS_NAMED: "notable_less_named",
}
"""By quadrant: the code under which the owner says of a notable partner that it is so, or not."""


class Study:
    """What can be counted from one map. Reach it through `study`."""

    def __init__(self, whole: Map) -> None:
        self.whole = whole

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        """The partners that count, in the order of the map."""
        return counted(self.whole)

    @cached_property
    def wished(self) -> tuple[Partner, ...]:
        """The partners with whom there is no contact yet, who count in nothing else."""
        return only_wished(self.whole)

    @cached_property
    def gaps(self) -> Gaps:
        """Where contact and importance differ."""
        return gaps(self.whole)

    @cached_property
    def rows(self) -> Mapping[str, Gap]:
        """The gap of every partner by id, the wished ones included."""
        return {row.partner.id: row for row in self.gaps.rows}

    @cached_property
    def composition(self) -> Composition:
        """Who is on the map."""
        return Composition(self.partners)

    @cached_property
    def verdicts(self) -> Mapping[tuple[str, str | None], bool]:
        """What the owner says, by the code of the finding and the partner (or None)."""
        said = self.whole.all_of(Verdict)
        return {(verdict.finding, verdict.partner): verdict.agrees for verdict in said}

    @cached_property
    def compared(self) -> tuple[Gap, ...]:
        """The gap of everybody whose contact and importance are laid side by side: no pupil.

        Contact with one's own pupils is the job, so a pupil has no place among the others in
        that plane, and does not stand out by it. The figures keep their definition.
        """
        return tuple([row for row in self.gaps.rows if row.partner.kind != PUPIL])

    @cached_property
    def far_apart(self) -> tuple[Gap, ...]:
        """What the figure counts: the notable ones the owner has not dismissed, pupils too."""
        found = self.gaps.notable
        return tuple([row for row in found if not (self.verdicts and self._is_dismissed(row))])

    @cached_property
    def notable(self) -> tuple[Gap, ...]:
        """Who is said to stand out: those without pupils, the largest difference first."""
        return tuple([row for row in self.far_apart if row.partner.kind != PUPIL])

    @cached_property
    def dismissed(self) -> tuple[Gap, ...]:
        """The partners who would be notable, had the owner not said that it is not so."""
        found = (row for row in self.gaps.notable if row.partner.kind != PUPIL)
        return tuple(row for row in found if self._is_dismissed(row))

    @cached_property
    def stands_out(self) -> Mapping[str, str]:
        """The quadrant of every notable partner the owner has not dismissed, by id."""
        return {row.partner.id: row.quadrant or "" for row in self.notable}

    @cached_property
    def important_unmet(self) -> frozenset[str]:
        """The important partners without contact yet, by id.

        Whom the owner wants no contact with is not held up as important.
        """
        wanted = [p for p in self.wished if p.importance and p.wished_frequency != 0]
        cut = self.whole.network.importance_cut if wanted else 0
        return frozenset([p.id for p in wanted if (p.importance or 0) >= cut])

    @cached_property
    def differs_less(self) -> frozenset[str]:
        """Who differs as those who stand out do, by less than a third of the ranks; by id."""
        rows = self.compared
        return frozenset([r.partner.id for r in rows if r.quadrant in DIFFERING and not r.notable])

    def verdict(self, code: str, partner: str | None = None) -> bool | None:
        """Return the owner's verdict on a finding: for this partner, or else for the whole."""
        return self.verdicts.get((code, partner), self.verdicts.get((code, None)))

    def _is_dismissed(self, row: Gap) -> bool:
        return self.verdict(NOTABLE_CODES[row.quadrant or ""], row.partner.id) is False

    @property
    def lines_drawn(self) -> bool:
        """Whether the owner says that the ties between partners are complete."""
        return self.whole.network.lines_drawn

    @property
    def has_structure(self) -> bool:
        """Whether there is a structure to speak of: lines drawn, and four partners or more."""
        return self.lines_drawn and len(self.partners) >= FEWEST_FOR_STRUCTURE

    @cached_property
    def structure(self) -> "Structure":
        """What is between the partners, by the ties as they are on the map."""
        from app.analysis.structure import structure  # networkx: only where ties are asked about

        return structure(self.whole)

    @cached_property
    def roles(self) -> "Bounds[Roles]":
        """In which roles the owner stands between the partners, who each are in a setting."""
        from app.analysis.brokerage import roles

        return self.structure.both(lambda among: roles(among, self.partners))


_latest = Study(Map({}))


def study(whole: Map) -> Study:
    """Return the study of a map: the same one for as long as the same map is asked for."""
    global _latest
    found = _latest  # another thread may put another one there meanwhile
    if found.whole is not whole:
        found = _latest = Study(whole)
    return found
