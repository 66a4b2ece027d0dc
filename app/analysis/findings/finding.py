"""What a finding is, and in which order findings stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from app.analysis.study import NOTABLE_CODES
from app.models.network import Partner

Values: TypeAlias = Mapping[str, float | str | None]

ORDER: Final = (
    "notable_less_often",
    "notable_less_named",
    "important_no_contact",
    "wish_more",
    "wish_less",
    "important_and_dissatisfied",
    "notable_as_wished",
    "wish_same",
    "no_notable_differences",
    "no_partners",
    "few_rated",
    "not_filled_in",
    "inside_outside",
    "alignment",
    "all_equally_important",
    "all_equally_often",
    "isolates",
    "pairs_only_through_me",
    "hinge_partners",
    "everybody_tied",
    "empty_settings",
    "important_less_often",
    "often_less_important",
    "important_often",
    "background",
    "named_important",
    "focus",
    "do_together",
    "consult",
    "no_contact_yet",
)
"""All codes, the strongest first.

First what the research behind this found of teachers: important and little contact, then often and
less important. Then what the owner says (wishes, satisfaction), somebody in particular before a
total, and a difference before a description.
"""

FIRST_KINDS: Final = ("parents", "leadership")
"""The kinds of partner the research speaks of: theirs comes before another group of notable
partners. The other groups stand by their largest gap."""

SAID_PER_PARTNER: Final = frozenset(NOTABLE_CODES.values())
"""The codes of which the owner says *so* or *not so* of each partner apart; of any other finding
it is said of the whole, in a verdict without a partner."""


class Base(NamedTuple):
    """What a finding stands on that speaks of everybody, nobody, all or the pairs.

    Whoever puts it into words names the base where it is not everybody; and where less than half
    is known, there is no such finding.
    """

    by: str
    """What has to be known: `rated` both contact and importance, `placed` both setting and
    contact, `settled` the setting of everybody on the map, `lines` who knows whom of each pair,
    `told` what was asked of each partner."""
    known: int
    """Of how many partners (or pairs) it is known; `of` is how many count."""
    of: int
    wished: int = 0
    """How many wished partners, who do not count, could make it look otherwise on the map."""

    @property
    def is_everybody(self) -> bool:
        """Return whether it stands on everybody on the map, so that it need not be said."""
        return self.known == self.of and not self.wished

    @property
    def is_enough(self) -> bool:
        """Return whether at least half is known."""
        return 2 * self.known >= self.of


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a map says, as data. `docs/findings.md` has the rule and the values by code."""

    code: str
    """One of `ORDER`. Only those of `SAID_PER_PARTNER` can be there more than once: they have a
    finding for each kind of partner."""
    people: tuple[str, ...]
    """The ids of the partners it is about, the strongest first; empty where it is about nobody
    in particular."""
    values: Values
    """Numbers, ids of the vocabulary and the owner's own words, by name; None is undefined."""
    notable: bool = False
    """The people are notable partners, and the owner did not say that it is not so."""
    base: Base | None = None
    """What it stands on, where it speaks of more than `people`."""
    verdict: bool | None = None
    """What the owner said: it is so; it is not so, and then it comes last; or nothing."""


def ids(people: Iterable[Partner]) -> tuple[str, ...]:
    """Return the ids of partners."""
    return tuple(partner.id for partner in people)
